"""Near-duplicate removal beside the tools that people use: from a Parquet file of texts to a mask of what to keep.

    python benchmarks/dedup.py [--rounds 3]

Every tool runs in a fresh process of its own in each round, one tool after the other, so that a busy machine hits all
alike; each warms up on a few texts first (which compiles our kernels). Documents and megabytes of text go by seconds of
processor time (the median of the rounds), memory is the process's peak. benchmarks/dedup_data.py says what is planted.
Recall: planted copies of which one of the pair goes. Precision: of what goes, the part that belongs to such a pair or
repeats another text (true Jaccard similarity of the words' shingles at least 0.7). The last line is `ratio: X`: our
documents a second over those of the fastest peer, in the column where that is smallest.

Peers: pip install gristmill[benchmarks]
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.dedup_data import Planted, columns
from benchmarks.dedup_tools import THRESHOLD, TOOLS, Mask, shingled

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data"))
WARM = 200
NOT_INSTALLED = 3
ENOUGH = 1.0
"""Seconds of processor time within a round after which a tool is not run again."""


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    peak: float
    keep: Mask


def one(tool: str, path: Path, characters: bool) -> None:
    """In the child: run, and write the figures and the mask beside the file."""
    warm = path.with_suffix(".warm")
    pq.write_table(pq.read_table(path).slice(0, WARM), warm)
    try:
        TOOLS[tool](warm, characters)
    except ImportError as error:
        print(str(error).splitlines()[0])
        sys.exit(NOT_INSTALLED)
    taken: list[float] = []
    while sum(taken) < ENOUGH:
        started = time.process_time()
        keep = TOOLS[tool](path, characters)
        taken.append(time.process_time() - started)
    np.save(path.with_suffix(".npy"), keep)
    status = Path("/proc/self/status").read_text()  # getrusage would count the parent before exec
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024
    path.with_suffix(".json").write_text(json.dumps({"seconds": median(taken), "peak": peak}))


def child(tool: str, path: Path, characters: bool) -> Run | None:
    """None for a tool that is not installed."""
    command = [sys.executable, __file__, "--tool", tool, "--file", str(path), *(["--characters"] if characters else [])]
    threads = {f"{name}_NUM_THREADS": "1" for name in ("RAYON", "OMP", "OPENBLAS", "NUMBA")}
    done = subprocess.run(command, env=os.environ | threads, capture_output=True, text=True, check=False)
    if done.returncode == NOT_INSTALLED:
        print(f"{path.stem:12} {tool:12} not installed: {done.stdout.strip()}", flush=True)
        return None
    if done.returncode:
        sys.exit(f"{tool} failed on {path.stem}:\n{done.stderr}")
    return Run(**json.loads(path.with_suffix(".json").read_text()), keep=np.load(path.with_suffix(".npy")))


def quality(planted: Planted, keep: Mask, characters: bool) -> tuple[float, float]:
    """Precision and recall."""
    gone = np.flatnonzero(~keep).tolist()
    found = [pair for pair in planted.twins if not (keep[pair[0]] and keep[pair[1]])]
    members = {place for pair in planted.twins for place in pair}
    right = [place for place in gone if place in members or _repeats(planted.texts, place, characters)]
    return len(right) / max(1, len(gone)), len(found) / len(planted.twins)


def _repeats(texts: list[str], place: int, characters: bool) -> bool:
    """Whether any other text has the similarity for which texts go."""
    sets, holders = _sets(tuple(texts), characters)
    mine = sets[place]
    shared = Counter(other for run in mine for other in holders[run] if other != place)
    return any(same >= THRESHOLD * (len(mine) + len(sets[other]) - same) for other, same in shared.items())


@lru_cache(maxsize=1)
def _sets(texts: tuple[str, ...], characters: bool) -> tuple[list[set[str]], dict[str, list[int]]]:
    sets = [set(shingled(text, characters)) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, runs in enumerate(sets):
        for run in runs:
            holders[run].append(place)
    return sets, holders


def measured(name: str, planted: Planted, rounds: int, folder: Path) -> dict[str, list[Run]]:
    path = folder / f"{name}.parquet"
    pq.write_table(pa.table({"text": planted.texts}), path)
    runs: dict[str, list[Run]] = {tool: [] for tool in TOOLS}
    for _ in range(rounds):
        for tool in list(runs):
            run = child(tool, path, name == "chinese")
            if run:
                runs[tool].append(run)
            else:
                del runs[tool]
    return runs


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--columns", nargs="*")
    options.add_argument("--tool", help=argparse.SUPPRESS)
    options.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--characters", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.tool:
        one(chosen.tool, chosen.file, chosen.characters)
        return
    if not DATA.exists():
        sys.exit(f"no texts to measure with: expected WikiText and DINGO in {DATA} (set GRISTMILL_TEST_DATA)")
    ratios = []
    print(f"{'set':12} {'tool':12} {'docs/s':>10} {'MB/s':>8} {'peak MB':>8} {'precision':>10} {'recall':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, planted in columns(DATA).items():
            if chosen.columns and name not in chosen.columns:
                continue
            megabytes = sum(len(text.encode()) for text in planted.texts) / 1e6
            speeds = {}
            for tool, runs in measured(name, planted, chosen.rounds, Path(folder)).items():
                seconds = median(run.seconds for run in runs)
                speeds[tool] = len(planted.texts) / seconds
                precision, recall = quality(planted, runs[-1].keep, name == "chinese")
                rates = f"{speeds[tool]:10,.0f} {megabytes / seconds:8.1f} {max(run.peak for run in runs):8.0f}"
                print(f"{name:12} {tool:12} {rates} {precision:10.4f} {recall:8.4f}", flush=True)
            fastest = max(speed for tool, speed in speeds.items() if not tool.startswith("ours"))
            ratios.append(speeds["ours"] / fastest)
            size = f"{len(planted.texts):,} documents, {megabytes:.1f} MB"
            print(f"{name:12} {size}, ours over the fastest: {ratios[-1]:.1f}", flush=True)
    print(f"ratio: {min(ratios):.2f}")


if __name__ == "__main__":
    main()
