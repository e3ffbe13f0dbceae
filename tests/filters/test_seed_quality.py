import base64
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.seed_quality import DEFAULT_RULES, SeedRules, judge

PROSE = (
    "A water wheel turns the power of falling water into work. The mill race leads the stream to the wheel, and a gate "
    "sets how much of it flows. Inside, a pair of stones grinds grain that falls from the hopper; the miller feels "
    "the flour between finger and thumb, and moves the upper stone until it is fine enough."
)
CHINESE = (
    "水车把流水的力量变成有用的功。水渠把溪水引到轮子上，闸门决定流量的大小。磨坊里有一对石磨，把料斗里落下的谷物磨成面粉。"
    * 5
)
CODE = '''def clamp(value, low, high):
    """Keep a value within bounds."""
    if low > high:
        raise ValueError(f"{low} is above {high}")
    return max(low, min(value, high))
'''
LICENCE = (
    "Redistribution and use in source and binary forms, with or without modification, are permitted provided that the "
    "following conditions are met: Redistributions of source code must retain the above copyright notice, this list of "
    "conditions and the following disclaimer."
)


@pytest.mark.parametrize(("text", "kind"), [(PROSE, "document"), (CHINESE[:230], "document"), (CODE, "code")])
def test_good_seeds_pass(text: str, kind: str) -> None:
    assert judge(text, kind).passed


def hexadecimal(size: int) -> str:
    return random.Random(1).randbytes(size).hex()


BAD_DOCUMENTS = {
    "too_short": ["", " " * 500, PROSE[:150]],
    "too_long": [PROSE * 100],
    "control_characters": [PROSE + "\ufffd" * 3, PROSE.replace("mill", "mi\x00ll") + "\x1b"],
    "blob": [
        PROSE + base64.b64encode(random.Random(1).randbytes(200)).decode(),
        PROSE + hexadecimal(60),
        PROSE + "".join(f"\\x{byte:02x}" for byte in random.Random(1).randbytes(40)),
    ],
    "symbols": ["\n".join(f"{n} | {n * 7919 % 1000} | {n * 31 % 97} |" for n in range(40)), "+-----+ <=> " * 30],
    "repeated_lines": ["\n".join([*PROSE.split(". "), *["The same line again and again."] * 4])],
    "bullets": ["\n".join(f"- {sentence} {number}th" for number, sentence in enumerate(PROSE.split(" and ") * 3))],
    "contents": ["\n".join(f"Chapter of the {word} ........ {n}" for n, word in enumerate(PROSE.split()[:12]))],
    "copyright": ["\n".join([f"Copyright (c) {year} by the {year}th miller" for year in range(1990, 1999)])],
    "ellipses": ["\n".join(f"{sentence}..." for sentence in PROSE.split(", "))],
    "licence": [LICENCE],
    "word_length": [
        "the/path/of/everything/that/is/in/the/house/and/of/mills " * 6 + PROSE[:20],
        "of a b c and x y z " * 20,
    ],
    "stop_words": ["Agua mueve ruedas grandes cuando molino trabaja durante largas noches frías. " * 3],
    "repeated_words": ["the grey mill " * 60 + PROSE],
}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in BAD_DOCUMENTS.items() for text in texts]
)
def test_bad_documents_fall_by_the_rule_that_is_theirs(reason: str, text: str) -> None:
    verdict = judge(text, "document")
    assert verdict.reason == reason, verdict
    assert verdict.detail


BAD_CODE = {
    "too_short": ["def f(self):\n    return self._value\n"],
    "too_long": ["def f():\n" + "".join(f"    step_{number}()\n" for number in range(800))],
    "stub": [
        'def f(self, first_argument, second):\n    """Subclasses say what."""\n    raise NotImplementedError("say")',
        "async def f(first_argument: int, second_argument: int) -> None:\n    '''Words.'''\n    ...\n    pass\n",
    ],
    "data_table": [f"def table():\n    return {[(number, 'name') for number in range(60)]}\n"],
    "symbols": ["def f():\n    return [" + ", ".join(map(str, range(1000, 1060))) + "]"],
    "repeated_lines": ["def fill(table):\n" + "    table.append(default_value)\n" * 9],
    "unparsable": ["    def indented(self):\n        return 'a function that was not dedented'\n", CODE + CODE],
    "licence": [f'def show():\n    """Print."""\n    return """{LICENCE}"""\n'],
}


@pytest.mark.parametrize(("reason", "text"), [(reason, text) for reason, texts in BAD_CODE.items() for text in texts])
def test_bad_functions_fall_by_the_rule_that_is_theirs(reason: str, text: str) -> None:
    verdict = judge(text, "code")
    assert verdict.reason == reason, verdict
    assert verdict.detail


def test_a_numerical_function_is_not_a_table() -> None:
    code = "def rgb(y, i, q):\n    r = y + 0.9468822170900693*i + 0.6235565819861433*q\n    return r, y - 0.2747876*i\n"
    assert judge(code, "code").passed


def test_prose_about_licences_and_with_a_by_line_passes() -> None:
    notice = "All rights reserved, he said.\nCopyright (c) 1999 The Miller\n"
    assert judge(PROSE.replace(". ", ".\n") + notice, "document").passed


def test_the_detail_gives_the_figure_and_the_bound() -> None:
    assert judge("short", "document").detail == "characters: 5, at least 200 wanted"
    assert (
        judge(PROSE, "document", replace(DEFAULT_RULES, max_document=210)).detail
        == f"characters: {len(PROSE)}, at most 210 allowed"
    )


def test_unknown_kinds_and_impossible_rules_are_named() -> None:
    with pytest.raises(ValueError, match="'picture' has no rules; known: document, code"):
        judge(PROSE, "picture")
    with pytest.raises(ValueError, match="seed rules"):
        SeedRules(min_code=100, max_code=50)


@given(st.text(), st.sampled_from(["document", "code"]))
def test_no_text_makes_it_raise(text: str, kind: str) -> None:
    verdict = judge(text, kind, SeedRules(min_document=0, min_code=0))
    assert verdict.passed or (verdict.reason and verdict.detail)
