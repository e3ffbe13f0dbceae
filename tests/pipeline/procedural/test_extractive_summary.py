import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.extractive_summary import Passage
from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

FIRST, SECOND, THIRD, FOURTH = (
    "The miller opens the gate at dawn.",
    "Water turns the great wheel slowly.",
    "The wheel moves both stones of the mill.",
    "Flour runs into sacks until evening.",
)
ARGS: Args = {
    "passage": " ".join((FIRST, SECOND, THIRD, FOURTH)),
    "count": 2,
    "most_words": 14,
    "terms": ["wheel"],
    "without": "dawn",
}


def test_contract() -> None:
    holds("extractive_summary")


def test_any_admitted_summary_passes() -> None:
    for summary in (f"{SECOND} {THIRD}", f"{SECOND}\n{FOURTH}\n", f"{THIRD}\n\n{FOURTH}"):
        assert check("extractive_summary", ARGS, summary).passed


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("", "no_answer"),
        (f"{THIRD} {SECOND}", "wrong_order"),
        (f"{SECOND} {SECOND}", "wrong_order"),
        (f"{SECOND}", "wrong_count"),
        (f"{SECOND} {THIRD} {FOURTH}", "wrong_count"),
        (f"{SECOND} Flour runs into sacks.", "not_verbatim"),
        (f"Summary: {SECOND} {THIRD}", "not_verbatim"),
        (f"{FIRST} {FOURTH}", "term_missing"),
        (f"{FIRST} {SECOND}", "unwanted_word"),
        ("word " * 400, "too_long"),
    ],
)
def test_each_broken_limit_has_its_reason(response: str, reason: str) -> None:
    assert check("extractive_summary", ARGS, response).reason == reason


def test_the_limit_of_words_counts_what_stands_between_blanks() -> None:
    args = {**ARGS, "most_words": 13}
    assert check("extractive_summary", args, f"{SECOND} {THIRD}").reason == "too_many_words"
    assert check("extractive_summary", args, f"{SECOND} {FOURTH}").passed


def test_the_solver_takes_the_sentences_that_cover_most() -> None:
    args = {**ARGS, "most_words": 0, "without": ""}
    assert family("extractive_summary").solve(args, "en").text == f"{SECOND} {FOURTH}"


def test_evolution_leaves_fewer_summaries_and_never_none() -> None:
    subject = family("extractive_summary")
    for key, args in tasks(subject, "en", 60, "evolution"):
        passage, before = Passage(args["passage"]), args
        for step in range(6):
            after = subject.evolve(generator("harder", key, step), before, "en")
            if after is None:
                break
            assert 0 < len(passage.admitted(after)) < len(passage.admitted(before))
            before = after
        else:
            raise AssertionError(f"task {key} never stops getting harder")


def test_a_seed_without_three_plain_sentences_gives_no_task() -> None:
    for text in ("", f"{FIRST} {SECOND}", f"{FIRST}\n\n* {SECOND}\n\n{THIRD} {FOURTH}"):
        assert family("extractive_summary").propose(generator("x"), SeedText("document", text), "en") is None


def test_settings_are_checked() -> None:
    with pytest.raises(ValueError, match="least <= most"):
        family("extractive_summary", {"least": 2})


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("extractive_summary", ARGS, text)


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD, FOURTH]), max_size=4))
def test_checker_and_solver_admit_the_same_sentences(chosen: list[str]) -> None:
    admitted = {Passage(ARGS["passage"]).join(choice) for choice in Passage(ARGS["passage"]).admitted(ARGS)}
    assert check("extractive_summary", ARGS, " ".join(chosen)).passed == (" ".join(chosen) in admitted)


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("读者可以续借。图书馆晚上关门。", ""),
        ("读者可以续借。\n图书馆晚上关门。", ""),
        ("图书馆晚上关门。读者可以续借。", "wrong_order"),
        ("读者能续借。图书馆晚上关门。", "not_verbatim"),
        ("读者可以续借。", "wrong_count"),
        ("图书馆早上开门。图书馆晚上关门。", "term_missing"),
    ],
)
def test_chinese_sentences_are_compared(response: str, reason: str) -> None:
    passage = "图书馆早上开门。读者可以续借。图书馆晚上关门。"
    args = {"passage": passage, "count": 2, "most_words": 20, "terms": ["读者"], "without": ""}
    assert check("extractive_summary", args, response).reason == reason
