"""How many records a second each rule judges, and the rules that datatrove has too beside datatrove's.

    pip install --target /tmp/peer datatrove spacy
    python benchmarks/filters.py --peer /tmp/peer [--pairs 7]

Texts: pages of WikiText-2 (ten lines each) and the prompts of DINGO (found by GRISTMILL_TEST_DATA, default
../shared/data). A pair is one pass of ours and one of datatrove's over the same texts, in alternating order; CPU
seconds of one thread. The last line is `ratio: X`: the smallest of the medians, ours over datatrove's (5.0: five times
as fast).
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from filters.rules import Limits, Record, judge_many
from filters.rules.personal_data import PersonalData, redact
from filters.rules.personal_data.policy import SIGN
from filters.rules.registry import NAMES, RULES
from filters.rules.texts import Texts

OUTSIDE = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data"))
PAGE_LINES = 10
BATCH = 1000
"""Records that are judged at once, as a stage does with a shard."""

Pass = Callable[[Sequence[str]], int]
"""Goes over texts once; returns how many it rejected or changed."""


@dataclass(frozen=True, slots=True)
class Pair:
    name: str
    ours: Pass
    peer: Pass


def texts() -> list[str]:
    lines = [line for path in sorted(OUTSIDE.glob("text/wikitext2-*.txt")) for line in path.open(encoding="utf-8")]
    pages = ["".join(lines[start : start + PAGE_LINES]) for start in range(0, len(lines), PAGE_LINES)]
    for path in sorted(OUTSIDE.glob("dingo/**/data.json")):
        for one in json.loads(path.read_text("utf-8")):
            pages += [turn["value"] for turn in one["conversations"] if turn["value"]]
    return pages


def only(*names: str) -> Limits:
    return Limits(off=tuple(name for name in NAMES if name not in names))


def judging(limits: Limits) -> Pass:
    def run(pages: Sequence[str]) -> int:
        rejected = 0
        for start in range(0, len(pages), BATCH):
            batch = [Record((("assistant", text),), "en") for text in pages[start : start + BATCH]]
            rejected += sum(not verdict.passed for verdict in judge_many(batch, limits))
        return rejected

    return run


def redacting(kinds: frozenset[str]) -> Pass:
    def run(pages: Sequence[str]) -> int:
        return sum(bool(redact([pages[place]], kinds)[1]) for place in Texts(pages).bearing(SIGN))

    return run


def pairs() -> list[Pair]:
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter, GopherQualityFilter, GopherRepetitionFilter
    from datatrove.pipeline.formatters import PIIFormatter

    def filtering(peer: Any) -> Pass:
        return lambda pages: sum(peer.filter(Document(text=text, id="")) is not True for text in pages)

    formatter = PIIFormatter()
    formatting: Pass = lambda pages: sum(formatter.format(text) != text for text in pages)  # noqa: E731
    every = PersonalData().kinds("redact")
    return [
        Pair("Gopher, repetition", judging(only("gopher.repetition")), filtering(GopherRepetitionFilter())),
        Pair("Gopher, quality", judging(only("gopher.quality")), filtering(GopherQualityFilter())),
        Pair("C4", judging(only("c4.page")), filtering(C4QualityFilter())),
        Pair("e-mail and IP", redacting(frozenset({"email", "ip"})), formatting),
        Pair("all personal data", redacting(every), formatting),
    ]


def seconds(run: Pass, pages: Sequence[str]) -> float:
    start = time.process_time()
    run(pages)
    return time.process_time() - start


def compare(pair: Pair, pages: Sequence[str], count: int) -> float:
    """The median over pairs of how many times as fast ours is."""
    found = pair.ours(pages[:50]), pair.peer(pages[:50])  # what is built once is built
    times = []
    for number in range(count):
        runs = [pair.ours, pair.peer] if number % 2 else [pair.peer, pair.ours]
        took = {run: seconds(run, pages) for run in runs}
        times.append((took[pair.ours], took[pair.peer]))
    found = pair.ours(pages), pair.peer(pages)
    ratios = sorted(peer / ours for ours, peer in times)
    ours, peer = (len(pages) / statistics.median(column) for column in zip(*times, strict=True))
    print(
        f"{pair.name:20} {ours:12,.0f} {peer:12,.0f} {statistics.median(ratios):8.1f} "
        f"{ratios[0]:6.1f} to {ratios[-1]:.1f} {found[0]:9,} {found[1]:9,}"
    )
    return statistics.median(ratios)


def alone(pages: Sequence[str]) -> None:
    """Every rule by itself over conversations: a page as a prompt and a page as its answer."""
    records = [
        Record((("user", one), ("assistant", other)), "en") for one, other in zip(pages[::2], pages[1::2], strict=False)
    ]
    print(f"\n{'rule':26} {'records/s':>12} {'rejected':>9}   of {len(records):,}")
    for rule in RULES:
        if rule.family not in ("gopher", "c4"):
            _speed(rule.name, records, only(rule.name))
    _speed("all by default", records, Limits())


def _speed(name: str, records: Sequence[Record], limits: Limits) -> None:
    start = time.process_time()
    rejected = 0
    for place in range(0, len(records), BATCH):
        rejected += sum(not verdict.passed for verdict in judge_many(records[place : place + BATCH], limits))
    took = time.process_time() - start
    print(f"{name:26} {len(records) / took:12,.0f} {rejected:9,}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--peer", help="a folder with datatrove in it, if it is not installed")
    options.add_argument("--pairs", type=int, default=7)
    chosen = options.parse_args()
    pages = texts()
    if not pages:
        sys.exit(f"nothing to measure: expected text/ and dingo/ in {OUTSIDE} (GRISTMILL_TEST_DATA)")
    alone(pages)
    sys.path += [chosen.peer] if chosen.peer else []
    try:
        compared = pairs()
    except ImportError as error:
        sys.exit(f"datatrove is not here ({error}): pip install --target FOLDER datatrove spacy, then --peer FOLDER")
    size = sum(map(len, pages)) / len(pages)
    print(
        f"\n{len(pages):,} texts of {size:,.0f} characters; texts a CPU second, and how many were rejected or changed"
    )
    print(f"{'rules':20} {'ours':>12} {'datatrove':>12} {'ratio':>8} {'from to':>13} {'ours':>9} {'theirs':>9}")
    ratios = {pair.name: compare(pair, pages, chosen.pairs) for pair in compared}
    print(f"smallest: {min(ratios, key=lambda name: ratios[name])}")
    print(f"ratio: {min(ratios.values()):.2f}")


if __name__ == "__main__":
    main()
