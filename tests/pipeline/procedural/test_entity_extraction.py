import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.families.entity_extraction import excerpt
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.chinese_entity_kinds import CHINESE_KINDS
from pipeline.teachers.procedural.solving.entity_kinds import KINDS
from tests.pipeline.procedural.contract import holds, tasks

TEXT = (
    "See os.path and e.g. the `well-known` HTTP and URL rules of Mr Fielding. Use max_size=3.5 or 42, not x7; a "
    'co-operative "quick note" by Anna Lee is needed... Being MAX_SIZE is `not` better than the "other" __init__. '
)


def args_for(kind: str, value: str = "", **more: object) -> dict[str, object]:
    return {"text": TEXT, "kind": kind, "value": value, "least": 0, "backwards": False, **more}


def test_contract() -> None:
    holds("entity_extraction")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("number", "", "3, 5, 42"),
        ("capitals", "", "HTTP, URL, MAX, SIZE"),
        ("capitalised", "", "Mr, Fielding, Anna, Lee"),
        ("dotted", "", "os.path"),
        ("underscored", "", "max_size, MAX_SIZE, __init__"),
        ("hyphenated", "", "well-known, co-operative"),
        ("doubled", "", "See, well, Anna, Lee, needed, better"),
        ("ending", "er", "better, other"),
        ("initial", "b", "by, better"),
        ("long", "8", "Fielding, operative"),
        ("backquoted", "", "well-known, not"),
        ("quoted", "", "quick note, other"),
    ],
)
def test_every_kind_is_what_the_prompt_says(kind: str, value: str, expected: str) -> None:
    assert family("entity_extraction").solve(args_for(kind, value), "en").answer == expected
    assert check("entity_extraction", args_for(kind, value), f"Answer: {expected}.").passed
    assert not check("entity_extraction", args_for(kind, value), f"Answer: {expected}, more").passed


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("numeral", "", "三十二，两，百"),
        ("measured", "", "三十二本，两次，百里"),
        ("piece_with", "书", "他有三十二本书，书在百里外"),
        ("piece_without", "书", "读了两次，好"),
        ("piece_start", "书", "书在百里外"),
        ("piece_long", "5", "他有三十二本书，书在百里外"),
        ("piece_short", "4", "读了两次，好"),
        ("piece_exact", "4", "读了两次"),
        ("next_two", "在", "百里"),
        ("next_before", "里", "在百"),
        ("piece_close", "", "本书，两次，里外"),
        ("piece_open", "", "他有，读了，书在"),
    ],
)
def test_every_chinese_kind_is_what_the_prompt_says(kind: str, value: str, expected: str) -> None:
    args = {**args_for(kind, value), "text": "他有三十二本书，读了两次。书在百里外？好！"}
    assert family("entity_extraction").solve(args, "zh").answer == expected
    assert check("entity_extraction", args, f"答案：{expected}").passed
    assert not check("entity_extraction", args, f"答案：{expected}，他").passed


def test_every_kind_is_drawn() -> None:
    for language, kinds in (("en", KINDS), ("zh", CHINESE_KINDS)):
        drawn = {args["kind"] for _, args in tasks(family("entity_extraction"), language, 1000)}
        assert drawn >= set(kinds) - {"piece_start"}


def test_copies_are_exact_and_constraints_bind() -> None:
    assert not check("entity_extraction", args_for("capitals"), "Answer: http, url, max, size").passed
    turned = args_for("capitals", least=4, backwards=True)
    assert check("entity_extraction", turned, "Answer: SIZE, HTTP").passed


@given(st.text(), st.randoms(use_true_random=False))
def test_an_excerpt_is_a_stretch_of_the_text_within_bounds(text: str, rng: random.Random) -> None:
    piece = excerpt(rng, text * 30, 200)
    assert piece in text * 30 and (not piece or 80 <= len(piece) <= 200)


@given(st.text(alphabet="ab AZ_.-\n1é", max_size=60), st.sampled_from(sorted(set(KINDS) - {"backquoted", "quoted"})))
def test_scanner_and_patterns_agree_on_any_text(text: str, kind: str) -> None:
    args = {**args_for(kind, {"ending": "b", "initial": "a", "long": "3"}.get(kind, "")), "text": text}
    answer = family("entity_extraction").solve(args, "en").answer
    assert not answer or check("entity_extraction", args, f"Answer: {answer}").passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("entity_extraction", args_for("capitals"), text).passed
