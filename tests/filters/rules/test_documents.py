"""Gopher's and C4's rules, on documents that break one each and on prose of the outside data."""

import os
from pathlib import Path

import pytest

from filters.rules import Limits, Record, judge, judge_many

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data"))
ALL = Limits(off=())
PROSE = (
    "A water wheel turns the power of falling water into work, and people have used it for two thousand years. "
    "The race leads a stream to the wheel. A gate sets how much of it flows. Inside, a pair of stones grinds grain "
    'that falls from the hopper. The miller feels the flour between finger and thumb, and says: "Finer!"\n'
    "Then he moves the upper stone until it is good. Nobody hears the river while the mill is at work."
)
CHINESE = (
    "水车把流水的力量变成有用的功，人们使用它已经有两千多年的历史了。水渠把溪水引到轮子上面。闸门决定流量的大小。"
    "磨坊里有一对石磨，把料斗里落下的谷物磨成细细的面粉。磨坊主人用手指试一试粗细。然后他再调整上面的石磨。"
)


def reason(text: str, *families: str, language: str = "en") -> str:
    off = tuple(name for name in ("gopher", "c4") if name not in families)
    return judge(Record((("assistant", text),), language), Limits(off=off)).reason


@pytest.mark.parametrize("text", [PROSE, CHINESE])
def test_prose_is_kept(text: str) -> None:
    assert reason(text, "gopher", "c4", language="") == ""


def sentences(count: int) -> list[str]:
    return [
        f"The {number}th mill of the valley has {number + 3} wheels and is kept by the family of {number}."
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Too few words.", "gopher_words"),
        (PROSE + " # " * 20, "gopher_symbols"),
        ("\n".join(f"{one}..." for one in sentences(9)), "gopher_ellipses"),
        ("\n".join(f"- {one}" for one in sentences(9)), "gopher_bullets"),
        (" ".join(f"{number} 7 the of" for number in range(90)), "gopher_alphabetic"),
        ("internationalisation/specification of the " * 30, "gopher_word_length"),
        (" ".join(f"Mills grind corn near {name} river." for name in "abcdefghijk"), "gopher_stop_words"),
        ("\n".join(sentences(5) + [PROSE[:60]] * 6), "gopher_repeated_lines"),
        ("\n\n".join([*sentences(4), *[f"{PROSE[:80]}\n{PROSE[80:120]}"] * 3]), "gopher_repeated_paragraphs"),
        (f"{PROSE} {'the mill of the mill ' * 30}", "gopher_top_ngram"),
        (f"{PROSE} {PROSE[:200]} {CHINESE[:20]} {PROSE[60:260]}", "gopher_repeated_ngrams"),
    ],
)
def test_gopher_rejects_by_its_figures(text: str, expected: str) -> None:
    assert reason(text, "gopher") == expected
    assert reason(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lorem ipsum dolor sit amet. " + PROSE, "c4_lorem_ipsum"),
        (PROSE + "\nif (x) { y }", "c4_curly_bracket"),
        ("One. Two. Three. Four.", "c4_sentences"),
        ("Home\nAbout us\nProducts\n" * 9, "c4_sentences"),
        ("Please enable JavaScript. It is needed. Without it. You see. Nothing. At all.", "c4_sentences"),
        (PROSE.replace("\n", "\nWe use cookies. "), ""),
        (PROSE + "\nHome", ""),
    ],
)
def test_c4_rejects_what_holds_no_five_sentences(text: str, expected: str) -> None:
    assert reason(text, "c4") == expected
    assert reason(text) == ""


def test_records_are_not_judged_by_rules_for_documents() -> None:
    asked = Record((("user", "Why?"), ("assistant", "Because.")), "en")
    assert judge(asked, ALL).passed


def test_most_paragraphs_of_wikipedia_pass() -> None:
    path = DATA / "text/wikitext2-test.txt"
    if not path.is_file():
        pytest.skip(f"needs {path} (GRISTMILL_TEST_DATA)")
    lines = path.read_text(encoding="utf-8").split("\n")
    pages = [Record((("assistant", line.replace("<unk>", "one")),), "en") for line in lines if line.count(" ") > 100]
    verdicts = judge_many(pages)
    assert len(pages) > 100
    assert sum(verdict.passed for verdict in verdicts) > 0.97 * len(pages)
