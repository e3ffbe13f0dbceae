"""Equivalence of answers: ours against math-verify alone, in speed and on pairs that are hard to tell.

    python benchmarks/equivalence.py [--pairs 2000]

Speed is taken on GSM8K's final answers, each against itself and against the next one (interleaved blocks, medians);
both sides start with empty caches. Accuracy is taken on the pairs of tests/filters/equivalence, which were written with
our own rules in mind: where those are a choice (50% and 50, 10 cm and 10), math-verify chooses otherwise. The ratio is
the speed, ours over theirs.
"""

import argparse
import json
import logging
import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from math_verify import parse, verify

from filters.equivalence import equivalent
from filters.equivalence.clean import clean
from filters.equivalence.read import read
from tests.filters.equivalence.test_equivalent import DIFFERENT, SAME

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).parents[1] / "../shared/data")) / "gsm8k/train.jsonl"
BLOCKS = 5

Pair = tuple[str, str]


def theirs(expected: str, found: str) -> bool:
    """math-verify as its manual has it: an answer without dollars is wrapped in them if it looks like LaTeX."""
    sides = [parse(f"${text}$" if set("\\^_{") & set(text) else text) for text in (expected, found)]
    return bool(verify(*sides))


def seconds(judge: Callable[[str, str], bool], pairs: list[Pair]) -> float:
    clean.cache_clear()
    read.cache_clear()
    start = time.perf_counter()
    for expected, found in pairs:
        judge(expected, found)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=2000)
    count = parser.parse_args().pairs
    logging.disable(logging.WARNING)
    if not DATA.exists():
        sys.exit(f"no GSM8K data at {DATA}: set GRISTMILL_TEST_DATA to the folder that holds gsm8k/train.jsonl")
    with DATA.open(encoding="utf-8") as lines:
        answers = [json.loads(line)["answer"].rpartition("####")[2].strip() for line in lines][: count // 2 + 1]
    pairs = [pair for one, after in pairwise(answers) for pair in ((one, one + ".0"), (one, after))]
    judged: dict[str, Callable[[str, str], bool]] = {"ours": equivalent, "math-verify": theirs}
    rates: dict[str, list[float]] = {name: [] for name in judged}
    size = len(pairs) // BLOCKS
    for block in range(BLOCKS):
        for name, judge in judged.items():
            part = pairs[block * size : (block + 1) * size]
            rates[name].append(len(part) / seconds(judge, part))
    total = len(SAME) + len(DIFFERENT)
    print(f"{'':12} {'pairs/s':>9} {'right of ' + str(total):>14} {'accepted wrongly':>17} {'refused wrongly':>16}")
    for name, judge in judged.items():
        wrong, refused = sum(judge(*pair) for pair in DIFFERENT), sum(not judge(*pair) for pair in SAME)
        rate = statistics.median(rates[name])
        print(f"{name:12} {rate:9,.0f} {total - wrong - refused:14} {wrong:17} {refused:16}")
    print(f"ratio: {statistics.median(a / b for a, b in zip(rates['ours'], rates['math-verify'], strict=True)):.1f}")


if __name__ == "__main__":
    main()
