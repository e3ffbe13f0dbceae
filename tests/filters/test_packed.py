import pytest

from filters.sandbox.packed import harmless, run_packed, run_sparingly
from filters.verdict import Verdict

SUM = "def total(items):\n    return sum(item for item in items if item > 1)"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (SUM, True),
        ("def f(rows):\n    out = {}\n    for row in rows:\n        out[len(row)] = row[::-1]\n    return out", True),
        ("def f(x):\n    return sorted(x, key=lambda one: (-one['a'], one['b'])) if hasattr(x, 'a') else f'{x}'", True),
        ("import os\ndef f(x): return x", False),
        ("def f(x):\n    import os\n    return x", False),
        ("def f(x): return x.__class__", False),
        ("def f(x): return '{0.__class__}'.format(x)", False),
        ("def f(x): return __builtins__", False),
        ("def f(x): return eval(x)", False),
        ("def f(x): exec = print\n", False),
        ("def f(x): len.add = 1", False),
        ("def f(x):\n    global sum\n    sum = max", False),
        ("def f(x):\n    while True: pass", False),
        ("@f\ndef f(x): return x", False),
        ("class A: pass", False),
        ("x = 1", False),
        ("def f(x: return", False),
        ("(" * 9999, False),
        ("\0", False),
    ],
)
def test_what_is_harmless(code: str, expected: bool) -> None:
    assert harmless(code) is expected


def test_those_that_share_a_process_give_what_each_gives_alone() -> None:
    slow = "def total(items):\n    for item in range(10**12):\n        pass"
    jobs = [(SUM, "total", [[1, 2, 3], ["a"]]), (SUM, "total", [[9]]), (slow, "total", [[1]])]
    for run in (run_packed, run_sparingly):
        first, second, third = run(jobs, 3)
        assert first == ["5", "it raises TypeError"]
        assert second == ["9"]
        assert isinstance(third, Verdict) and third.reason == "program_timeout"


def test_what_is_not_harmless_runs_apart() -> None:
    rude = "import builtins\nbuiltins.sum = max\ndef total(items):\n    return sum(items)"
    first, second = run_sparingly([(rude, "total", [[1, 2]]), (SUM, "total", [[2, 3]])], 2)
    assert (first, second) == (["2"], ["5"])
