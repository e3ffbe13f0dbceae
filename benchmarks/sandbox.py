"""Small programs a second in the sandbox, beside one plain interpreter for each program, which holds nothing.

    python benchmarks/sandbox.py [rounds]

Each round runs the same programs at every level that this machine has and with `python -c`, two at a time, in turn.
Printed are the medians over the rounds with the least and the greatest; `ratio` is programs a second at the strongest
level over those of the plain interpreter.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from filters.sandbox.levels import SandboxLevel
from filters.sandbox.run import SandboxUnavailable, level, run_programs

COUNT = 200
PROGRAMS = [
    f"def total(n):\n    return sum(i * i for i in range(n))\nassert total({number}) >= 0\nprint(total({number}))\n"
    for number in range(COUNT)
]


def plain(programs: Sequence[str]) -> list[str]:
    """Each program in an interpreter of its own, two at a time."""

    def run(program: str) -> str:
        command = [sys.executable, "-I", "-S", "-c", program]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, programs))


def at(one: SandboxLevel) -> Callable[[Sequence[str]], list[str]]:
    return lambda programs: [result.stdout for result in run_programs(programs, forced=one)]


def levels_here() -> list[SandboxLevel]:
    found = []
    for one in SandboxLevel:
        try:
            level(one)
        except SandboxUnavailable as error:
            print(f"{one}: {error}")
            continue
        found.append(one)
    return found


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    ways = {"plain": plain} | {str(one): at(one) for one in levels_here()}
    expected = plain(PROGRAMS)
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            found = way(PROGRAMS)
            rates[name].append(COUNT / (time.perf_counter() - start))
            if found != expected:
                raise SystemExit(f"{name}: the programs printed something else than in a plain interpreter")
    print(f"{'level':<12} {'programs/s':>10} {'least':>8} {'greatest':>8}")
    for name, figures in rates.items():
        print(f"{name:<12} {statistics.median(figures):>10.0f} {min(figures):>8.0f} {max(figures):>8.0f}")
    strongest = list(ways)[-1]
    ratios = [ours / theirs for ours, theirs in zip(rates[strongest], rates["plain"], strict=True)]
    print(
        f"{strongest} over plain: median {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}"
    )
    print(f"ratio: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
