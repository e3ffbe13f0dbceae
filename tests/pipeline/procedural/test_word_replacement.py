import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.word_replacement import droppable, replaceable
from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

ARGS: Args = {
    "sentence": "File names of a file (one file, no filename) are kept by the old file server.",
    "replace": [["file", "river"]],
    "case": "kept",
    "drop": "",
}
RIGHT = "River names of a river (one river, no filename) are kept by the old river server."


def test_contract() -> None:
    holds("word_replacement")


def test_whole_words_are_replaced_with_their_capitals() -> None:
    assert family("word_replacement").solve(ARGS, "en").text == RIGHT
    assert check("word_replacement", ARGS, f'"{RIGHT}"\n').passed


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (ARGS["sentence"], "not_replaced"),
        (RIGHT.replace("River", "river"), "wrong_case"),
        (RIGHT.replace("filename", "rivername"), "other_word_changed"),
        (RIGHT.replace("a river", "a stone"), "wrong_word"),
        (RIGHT.replace("old ", ""), "word_missing"),
        ("Here it is: " + RIGHT, "word_added"),
        ("", "no_answer"),
        (RIGHT * 200, "too_long"),
    ],
)
def test_each_mistake_has_its_reason(response: str, reason: str) -> None:
    assert check("word_replacement", ARGS, response).reason == reason


def test_leaving_out_a_word_and_changing_case() -> None:
    args = {**ARGS, "drop": "old", "case": "upper"}
    assert check("word_replacement", args, RIGHT.replace("old ", "").upper()).passed
    assert check("word_replacement", args, RIGHT.upper()).reason == "word_added"
    assert check("word_replacement", args, RIGHT.replace("old ", "")).reason == "wrong_case"


def test_words_in_doubtful_places_are_not_asked_about() -> None:
    assert replaceable("The file-like object has a value, file and files.") == {"object": 1, "value": 1, "files": 1}
    assert "old" in droppable("Keep the old name.")
    assert "only" not in droppable("Read-only names, only names.")


def test_a_seed_without_a_fitting_sentence_gives_no_task() -> None:
    for text in ("", "Too short.", "no capital " * 12, ">>> code\n" * 9):
        assert family("word_replacement").propose(generator("x"), SeedText("document", text), "en") is None


def test_evolution_adds_one_demand() -> None:
    subject = family("word_replacement")
    for key in range(40):
        harder = subject.evolve(generator("harder", key), ARGS, "en")
        assert harder is not None
        changed = [name for name in ARGS if harder[name] != ARGS[name]]
        assert len(changed) == 1 and changed != ["sentence"]


def test_settings_are_checked() -> None:
    with pytest.raises(ValueError, match="shortest < longest"):
        family("word_replacement", {"shortest": 200})


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("word_replacement", ARGS, text)


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("每位顾客最多借五本书，顾客可以续借。", ""),
        ("“每位顾客最多借五本书，顾客可以续借。”", ""),
        ("每位顾客最多借五本书，读者可以续借。", "not_replaced"),
        ("每位顾客最多借四本书，顾客可以续借。", "wrong_sentence"),
        ("", "no_answer"),
    ],
)
def test_chinese_words_are_replaced_everywhere(response: str, reason: str) -> None:
    sentence = "每位读者最多借五本书，读者可以续借。"
    args = {"sentence": sentence, "replace": [["读者", "顾客"]], "case": "kept", "drop": ""}
    assert check("word_replacement", args, response).reason == reason
