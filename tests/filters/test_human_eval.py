"""HumanEval in the sandbox (Chen et al. 2021, arXiv 2107.03374): its solutions pass its tests, their mutants do not."""

import gzip
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from filters.sandbox.run import Limits, Result, run_programs
from tests.filters.mutants import mutants

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
FILE = DATA / "human_eval" / "HumanEval.jsonl.gz"
MOST = 10
"""Mutants of each solution."""
LIMITS = Limits(cpu_seconds=1, wall_seconds=20.0)
"""Every solution ends within them, so a mutant that does not is one that never ends."""

pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"outside data: {FILE} is not there")


@pytest.fixture(scope="module")
def problems() -> list[dict[str, Any]]:
    with gzip.open(FILE, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def with_tests(problem: dict[str, Any], code: str) -> str:
    """A program that says so at its end if all tests pass."""
    return f"{code}\n{problem['test']}\ncheck({problem['entry_point']})\nprint('all tests passed')\n"


def solution(problem: dict[str, Any]) -> str:
    return f"{problem['prompt']}{problem['canonical_solution']}"


def passes(result: Result) -> bool:
    return result.status == "ok" and result.stdout.endswith("all tests passed\n")


def test_every_solution_passes_its_tests(problems: list[dict[str, Any]]) -> None:
    results = run_programs([with_tests(problem, solution(problem)) for problem in problems], LIMITS)
    failing = {p["task_id"]: r.stderr for p, r in zip(problems, results, strict=True) if not passes(r)}
    assert len(problems) == 164 and not failing


def test_of_every_solution_some_mutants_are_killed(problems: list[dict[str, Any]]) -> None:
    made = [(p, source) for p in problems for source in mutants(solution(p), p["entry_point"], MOST)]
    results = run_programs([with_tests(problem, source) for problem, source in made], LIMITS)
    killed = dict.fromkeys((problem["task_id"] for problem in problems), 0)
    how: dict[str, int] = {}
    for (problem, _), result in zip(made, results, strict=True):
        killed[problem["task_id"]] += not passes(result)
        how[result.status] = how.get(result.status, 0) + 1
    score = sum(killed.values()) / len(made)
    sys.stdout.write(f"mutation score {score:.3f}: {sum(killed.values())} of {len(made)} mutants killed; {how}\n")
    assert [name for name, count in killed.items() if not count] == []
    assert how.keys() <= {"ok", "error", "timeout"}
