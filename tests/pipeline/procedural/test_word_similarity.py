from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.word_similarity import _tables
from pipeline.teachers.procedural.words.word_relations import ANTONYMS, KINDS, SYNONYMS
from tests.pipeline.procedural.contract import holds


def ask(kind: str, target: str, *items: str) -> dict[str, object]:
    return {"ask": kind, "form": 0, "target": target, "items": list(items)}


ARGS = {
    "language": "en",
    "setting": "Ada plays a quiz.",
    "asks": [ask("synonym", "big", "shut", "large", "happy"), ask("odd", "", "tulip", "trumpet", "lily")],
}


def test_contract() -> None:
    holds("word_similarity")


def test_answers_by_hand() -> None:
    assert check("word_similarity", ARGS, "Answer: Large, trumpet").passed
    assert check("word_similarity", ARGS, "Answer: large, tulip").reason == "wrong_answer"
    chinese = {**ARGS, "asks": [ask("kind", "铁、铜", "水果", "金属", "颜色")]}
    assert check("word_similarity", chinese, "答案：金属").passed


def test_the_checker_knows_all_pairs_and_headings() -> None:
    alike, opposed, filed = _tables()
    for language in ("en", "zh"):
        assert {tuple(sorted(pair)) for pair in SYNONYMS[language]} <= alike
        assert {tuple(sorted(pair)) for pair in ANTONYMS[language]} <= opposed
        words = {word.lower(): kind for kind, listed in KINDS[language].items() for word in listed}
        assert words.items() <= filed.items()
        for table in (SYNONYMS, ANTONYMS):
            flat = [word for pair in table[language] for word in pair]
            assert len(flat) == len(set(flat))


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("word_similarity", ARGS, text).passed
