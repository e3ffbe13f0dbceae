import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check, check_many
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

LOOP = (
    "def f(rows):\n    out = {}\n    for row in rows:\n        if len(row) > 1:\n"
    "            for n in row:\n                out[n] = n * 2\n    return out"
)
SHORT = "def f(rows):\n    return {n: n * 2 for row in rows if len(row) > 1 for n in row}"
TO_SHORT = {"input": "rows", "wanted": "comprehension", "source": LOOP}
TO_LOOP = {"input": "rows", "wanted": "loop", "source": SHORT}


def test_contract() -> None:
    holds("comprehension")


def test_both_ways() -> None:
    assert SHORT in family("comprehension").solve(TO_SHORT, "en").text
    assert LOOP.replace("out", "result") in family("comprehension").solve(TO_LOOP, "zh").text


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (SHORT, ""),
        (SHORT.replace("{", "dict([").replace("}", "])").replace("n: n * 2", "(n, n * 2)"), ""),
        (LOOP, "wrong_form"),
        ("def f(rows):\n    return dict(map(len, rows))", "wrong_form"),
        (SHORT.replace("> 1", "> 0"), "wrong_result"),
        (SHORT.replace("def f", "def g"), "no_code"),
        (SHORT[:-1], "no_python"),
        (SHORT + "\nraise SystemExit", "no_result"),
        (SHORT + "\n1 / 0", "program_error"),
    ],
)
def test_code(code: str, reason: str) -> None:
    assert check("comprehension", TO_SHORT, f"```python\n{code}\n```").reason == reason


@settings(max_examples=5)
@given(st.lists(st.text(), min_size=20, max_size=20))
def test_no_text_makes_the_checker_raise(texts: list[str]) -> None:
    codes = [f"```\ndef f(rows): {text}\n```" for text in texts]
    assert len(check_many("comprehension", [(TO_LOOP, code) for code in [*texts, *codes]])) == 40
