import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

NEST = """\
def f(items):
    n = len(items)
    total = 0
    for i in range(n):
        k = 1
        while k < n:
            total += k
            k *= 2
    for i in range(9):
        total += sum(items)
    return total"""


def _recursive(ending: str, work: str = "t = 1", head: str = "") -> str:
    return f"{head}def f(n):\n    if n <= 2:\n        return 1\n    {work}\n    return {ending}"


ANSWERS = {
    NEST: "O(n log n)",
    _recursive("f(n - 1) + t"): "O(n)",
    _recursive("f(n // 3) + t"): "O(log n)",
    _recursive("f(n - 1) + f(n - 1)"): "O(2^n)",
    _recursive("f(n - 1) + f(n - 2)", head="from functools import cache\n\n@cache\n"): "O(n)",
    _recursive("f(n // 2) + f(n // 2)"): "O(n)",
    _recursive("f(n // 2) + f(n // 2)", "for i in range(n):\n        t = i"): "O(n log n)",
    _recursive("f(n // 2)", "for i in range(n):\n        t = i"): "O(n)",
    _recursive("f(n - 2)", "for i in range(n):\n        t = i"): "O(n^2)",
    "def f(n):\n    t = 1\n    for i in range(n):\n        for j in range(i, n):\n            t += j\n    return "
    "t": "O(n^2)",
    "def f(n):\n    t = 1\n    for i in range(8):\n        t += i\n    return t": "O(1)",
}


def test_contract() -> None:
    holds("complexity")


@pytest.mark.parametrize(("source", "answer"), ANSWERS.items())
def test_each_shape(source: str, answer: str) -> None:
    args = {"source": source}
    assert family("complexity").solve(args, "en").answer == answer
    assert [one for one in set(ANSWERS.values()) if check("complexity", args, f"Answer: {one}").passed] == [answer]


@pytest.mark.parametrize("written", ["O(n log n)", "`O(n*log(n))`", "$O(n \\log n)$", "O(n·log n)。", "O(n log_2 n)"])
def test_ways_to_write(written: str) -> None:
    assert check("complexity", {"source": NEST}, f"答案：{written}").passed
    assert not check("complexity", {"source": NEST}, f"Answer: {written.replace('log', 'n')}").passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("complexity", {"source": NEST}, text)
    check("complexity", {"source": NEST}, f"Answer: O({text})")
