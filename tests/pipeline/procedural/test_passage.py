import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reading.sentences import bare, occurrences, sentences
from pipeline.keyed import generator
from pipeline.teachers.procedural.solving.passage import all_plain, clear_words, runs, split, terms, window, words
from tests.pipeline.procedural.seeds import seeds_of

PLAIN = "The wheel turns all day. Nobody stops it before dusk. Then the mill is silent."


def test_a_paragraph_is_one_run_whatever_its_line_breaks() -> None:
    assert runs(PLAIN.replace(" ", "\n")) == [split(PLAIN)]
    assert len(split(PLAIN)) == 3


@pytest.mark.parametrize(
    "doubtful",
    [
        "It was built by Dr. Grey in the valley.",
        "Some grain, e.g. Rye and oats, is ground here.",
        "The stones (both of them are grooved.",
        'They said "we open and went home.',
        "The **great wheel* is of oak wood.",
        "**Mind the gate.** It falls shut.",
        "The gate is open (mind it.) at noon.",
        "it begins with a small letter here.",
        "A title without any stop at its end",
        "It ends with etc. Not a good place.",
    ],
)
def test_what_readers_could_split_in_two_ways_breaks_the_run(doubtful: str) -> None:
    left, right = "The wheel turns all day long.", "Then the mill is silent again."
    assert [left, right] not in [run[:2] for run in runs(f"{left} {doubtful} {right}")]
    assert all(doubtful not in run for run in runs(f"{left} {doubtful} {right}"))


def test_code_lists_and_headings_are_no_prose() -> None:
    for block in (
        "```\nThe wheel turns all day.\n\nNobody stops it before dusk.\n```",
        "# The wheel turns all day.",
        "- The wheel turns all day.",
    ):
        assert runs(f"{PLAIN}\n\n{block}\n\n{PLAIN}") == [split(PLAIN), split(PLAIN)]


def test_both_ways_of_splitting_agree_on_real_passages() -> None:
    drawn = [(seed.text, window(generator(n), seed.text, 1, 9, 400)) for n, seed in enumerate(seeds_of("document"))]
    passages = [(text, found) for text, found in drawn if found]
    assert len(passages) > 300
    for text, found in passages:
        joined = " ".join(found)
        assert len(joined) <= 400 and joined in " ".join(text.split())
        assert split(joined) == sentences(joined) == found
        assert {word: occurrences(word, joined) for word in clear_words(joined)} == clear_words(joined)


def test_a_window_has_the_size_asked_for() -> None:
    assert window(generator("a"), PLAIN, 4, 9, 400) is None
    assert window(generator("a"), PLAIN, 2, 2, 60) in (split(PLAIN)[:2], split(PLAIN)[1:])
    assert window(generator("a"), PLAIN, 1, 9, 20) is None


def test_clear_words_stand_in_no_other_form() -> None:
    text = "The file (one File) is old, but files and old-style names and os.name are old."
    assert clear_words(text) == {"the": 1, "one": 1, "is": 1, "but": 1, "files": 1, "and": 2, "names": 1, "are": 1}
    assert terms(text) == {"files": 1, "names": 1}
    assert words('She said: "yes, (perhaps)".') == ["She", "said", "yes", "perhaps"]
    assert all_plain("The old mill stands.") and not all_plain("The old mill-wheel stands.")


@given(st.text())
def test_any_text_is_split_without_loss(text: str) -> None:
    assert " ".join(sentences(text)) == " ".join(text.split())
    assert all(bare(token) == token.lower() for word in words(text) for token in [word])
    assert all(len(run) == len(split(" ".join(run))) for run in runs(text))
