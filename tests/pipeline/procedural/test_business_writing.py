import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.document import occurs
from pipeline.keyed import generator
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

DEMANDS = {
    "opens": "Subject:",
    "closes": "Ada",
    "headings": ["Dear Bo,"],
    "numbered": 2,
    "asked": True,
    "options": 2,
    "paragraphs": 3,
    "says": ["5 May", "40 chairs"],
    "avoids": ["very", "!"],
    "words": [20, 30],
}
LETTER = (
    "Subject: chairs\n\nDear Bo,\n1. Can 40 chairs come on 5 May?\nA. Yes\nB. No\n2. Where shall we put them all?\n"
    "A. Hall\nB. Yard\n\nRegards, Ada"
)


def test_contract() -> None:
    holds("business_writing", distinct=0.99)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LETTER, ""),
        (LETTER.upper().replace("SUBJECT", "**Subject"), ""),
        ("", "no_answer"),
        (LETTER.replace("Subject", "Topic"), "wrong_opening"),
        (LETTER.replace("Ada", "Adam"), "wrong_ending"),
        (LETTER.replace("Dear Bo,", "Dear Bob,"), "heading_missing"),
        (LETTER.replace("2. ", "3. "), "wrong_numbering"),
        (LETTER.replace("them all?", "them all."), "not_a_question"),
        (LETTER.replace("B. Yard", "C. Yard"), "wrong_options"),
        (LETTER.replace("\n\nDear", "\nDear"), "wrong_paragraphs"),
        (LETTER.replace("5 May", "15 May"), "detail_missing"),
        (LETTER.replace("40 chairs", "2,40 chairs"), "detail_missing"),
        (LETTER.replace("Regards", "Very best"), "word_not_avoided"),
        (LETTER.replace("Regards,", "Regards!"), "word_not_avoided"),
        (LETTER.replace("Regards", "So much for today, with the regards of us all"), "wrong_length"),
    ],
)
def test_each_demand_is_judged(text: str, reason: str) -> None:
    assert check("document", {"demands": DEMANDS}, text).reason == reason


def test_phrases_are_found_as_wholes() -> None:
    assert occurs("5 May", "On 5 May.") and not occurs("5 May", "On 25 May.") and not occurs("3", "It is 3.5 long.")
    assert occurs("3", "They are 3.") and occurs("七折", "全场七折。")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_node_has_tasks_and_its_demands_are_told(language: str) -> None:
    subject = family("business_writing")
    seen = set()
    for key, args in tasks(subject, language, 200):
        seen.add(subject.node(args))
        harder = subject.evolve(generator(key), args, language) or args
        prompt = subject.render(harder, language, 0)
        assert all(phrase in prompt for phrase in (*harder["demands"]["says"], *harder["demands"]["avoids"]))
        assert "{" not in prompt + subject.solve(harder, language).text
        assert "[" not in prompt + subject.solve(harder, language).text
    assert seen == set(subject.nodes)


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("document", {"demands": DEMANDS}, text)
    check("document", {"demands": DEMANDS}, LETTER + text)
    check("document", {"demands": {"speakers": ["A", "B"], "turns": 2, "bullets": 1, "words": [0, 9]}}, text)
