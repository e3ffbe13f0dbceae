import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.families.film_music import TaskFamily
from tests.pipeline.procedural.contract import holds

ARGS = {"ask": "up", "items": ["C", "E", "B"], "target": "3", "language": "en"}


def test_contract() -> None:
    holds("film_music")


@pytest.mark.parametrize(
    ("ask", "items", "target", "answer"),
    [
        ("up", ["C", "E", "B"], "3", "D#, G, D"),
        ("down", ["C", "E", "B"], "3", "A, C#, G#"),
        ("semitones", ["C–G", "G–C"], "", "7, 5"),
        ("interval", ["E–F", "D–F", "C–B"], "", "minor second, minor third, major seventh"),
        ("beats", ["dotted quarter note", "eighth note", "half note"], "", "4"),
        ("degree", ["4", "7"], "F", "B♭, E"),
        ("degree", ["3", "7"], "E", "G#, D#"),
        ("which", ["Aida", "Tosca", "Nabucco"], "composed by Verdi", "Aida, Nabucco"),
    ],
)
def test_facts(ask: str, items: list[str], target: str, answer: str) -> None:
    args = {**ARGS, "ask": ask, "items": items, "target": target}
    assert check("film_music", args, f"Answer: {answer}").passed
    assert not check("film_music", args, f"Answer: {answer}, C").passed


def test_both_tables_agree() -> None:
    for table in TaskFamily.tables:
        for trait in table.traits:
            for language in ("en", "zh"):
                for places, ask in ((trait.fitting, "which"), (trait.others, "not")):
                    items = [table.names[language][place] for place in places]
                    args = {**ARGS, "ask": ask, "items": items, "target": trait.phrase[language]}
                    assert check("film_music", args, "Answer: " + ", ".join(items)).passed, trait.phrase


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("film_music", ARGS, text).passed
