"""How deduplication grows with the number of records: 0.1, 1 and 10 million, signed, compared and decided.

    python benchmarks/dedup_scale.py [--sizes 100000 1000000 10000000] [--partitions 0] [--plot docs/dedup_scale.png]

Records of WORDS words are drawn by numpy from a vocabulary with Zipf's frequencies, in shards of at most SHARD; one in
ten is an edited copy of an earlier one (a word in forty changed), one in twenty an equal one. Each size runs in a fresh
process: the steps of the flow on their files (pipeline/stages), without reading and writing the rows around them.
Drawing is not counted. Figures: processor seconds a million records, peak memory of the process (with the pages of the
mapped files that lie in memory), and the share of planted copies that is found. The last line is `ratio: X`: seconds a
million at the largest size over those at the smallest.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from filters.exact import keys
from filters.minhash import Texts
from pipeline.sections import Dedup
from pipeline.stages.comparing import Partitions, Verdicts, judge
from pipeline.stages.signed import Signed, write_signed

WORDS, VOCABULARY, SHARD = 40, 100_000, 250_000
NEAR, EQUAL = 10, 20
"""One record in so many is a copy."""
WARM = 2000

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Run:
    records: int
    signing: float
    comparing: float
    """Processor seconds."""
    peak: float
    """MiB."""
    own: float
    """MiB without the pages of files."""
    found: float

    @property
    def per_million(self) -> float:
        return (self.signing + self.comparing) / self.records * 1e6


def drawn(rng: np.random.Generator, count: int) -> tuple[pa.Array, npt.NDArray[np.bool_]]:
    """Texts, and which of them are copies of another one in the shard."""
    weights = 1 / np.arange(1, VOCABULARY + 1)
    edges = np.cumsum(weights) / weights.sum()
    words = np.searchsorted(edges, rng.random((count, WORDS))).astype(np.int32)
    copies = np.zeros(count, np.bool_)
    for every, edits in ((NEAR, 1), (EQUAL, 0)):
        places = np.arange(every - 1, count, every)
        places = places[places > 0]
        words[places] = words[rng.integers(0, places)]
        if edits:
            words[places, rng.integers(0, WORDS, len(places))] = VOCABULARY - 1 - rng.integers(0, 1000, len(places))
        copies[places] = True
    spoken = pa.array([f"w{number}" for number in range(VOCABULARY)]).take(pa.array(words.ravel()))
    offsets = pa.array(np.arange(0, count * WORDS + 1, WORDS, dtype=np.int32))
    return pc.binary_join(pa.ListArray.from_arrays(offsets, spoken), " "), copies


def measured(count: int, partitions: int, folder: Path) -> Run:
    dedup = Dedup(partitions=partitions)
    paths, copies = [], []
    signing = 0.0
    for shard, first in enumerate(range(0, count, SHARD)):
        rng = np.random.default_rng(shard)
        column, planted = drawn(rng, min(SHARD, count - first))
        ids = [f"{number:032x}" for number in rng.permutation(np.arange(first, first + len(column)))]
        copies.append(planted)
        started = time.process_time()
        texts = Texts.of(column)
        lengths = np.diff(texts.offsets).astype(np.uint64)
        columns = {
            "id": ids,
            **dict.fromkeys(("family", "category"), pa.nulls(len(column), pa.string())),
            "rank": np.uint64((1 << 32) - 1) - lengths,
            "exact": keys(texts),
        }
        paths.append(folder / f"{shard:05d}.parquet")
        write_signed(paths[-1], columns, texts, dedup.sketch)
        signing += time.process_time() - started
        del column, texts
    started = time.process_time()
    signed = Signed.of(paths)
    verdicts = compared(signed, dedup, folder)
    verdicts.sizes()
    comparing = time.process_time() - started
    planted = np.concatenate(copies)
    found = (planted & in_pair(verdicts)).sum() / max(1, planted.sum())
    status = Path("/proc/self/status").read_text(encoding="ascii")
    own = re.search(r"RssAnon:\s+(\d+) kB", status)
    high = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert own and high
    return Run(count, signing, comparing, int(high[1]) / 1024, int(own[1]) / 1024, float(found))


def compared(signed: Signed, dedup: Dedup, folder: Path) -> Verdicts:
    if not dedup.partitions:
        return Verdicts.of(len(signed), [judge(signed, signed.order(), dedup, folder)])
    parts = Partitions(folder / "parts", dedup.partitions, dedup)
    steps = (("keys", len(signed.paths)), ("link", parts.count), ("group", 1), ("judge", parts.count))
    for name, number in steps:
        for place in range(number):
            getattr(parts, name)(signed, place)
    return Verdicts.of(len(signed), parts.judged())


def in_pair(verdicts: Verdicts) -> npt.NDArray[np.bool_]:
    """Records that went, or for which another one did: which of a pair stays depends on the order of preference."""
    return (verdicts.kept >= 0) | (verdicts.sizes() > 1)


def child(count: int, partitions: int, root: Path) -> Run:
    command = [sys.executable, __file__, "--one", str(count), "--partitions", str(partitions), "--folder", str(root)]
    done = subprocess.run(
        command, env=os.environ | {"OMP_NUM_THREADS": "1"}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{count} records: {done.stderr}")
    return Run(**json.loads(done.stdout))


def one(count: int, partitions: int, root: Path) -> Run:
    for size in (WARM, count):  # the first compiles the kernels, or loads them
        with tempfile.TemporaryDirectory(dir=root) as folder:
            run = measured(size, partitions, Path(folder))
    return run


def plot(runs: list[Run], path: Path) -> None:
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    sizes = [run.records for run in runs]
    left.plot(sizes, [run.signing / run.records * 1e6 for run in runs], "o-", label="signing")
    left.plot(sizes, [run.per_million for run in runs], "s-", label="signing and comparing")
    left.set_ylabel("processor seconds a million records")
    right.plot(sizes, [run.peak / 1024 for run in runs], "o-", label="with pages of mapped files")
    right.plot(sizes, [run.own / 1024 for run in runs], "s-", label="the process's own, at the end")
    right.set_ylabel("peak memory, GiB")
    for axes in (left, right):
        axes.set_xscale("log")
        axes.set_ylim(bottom=0)
        axes.set_xlabel("records")
        axes.legend()
    figure.savefig(path, dpi=130)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    options.add_argument("--partitions", type=int, default=0)
    options.add_argument("--plot", type=Path)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()), help="for files in between")
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        print(json.dumps(asdict(one(chosen.one, chosen.partitions, chosen.folder))))
        return
    headings = (
        ("records", 12),
        ("signing s", 11),
        ("comparing s", 13),
        ("s a million", 13),
        ("peak GiB", 10),
        ("own GiB", 9),
    )
    print("".join(f"{name:>{width}}" for name, width in headings) + " found")
    runs = []
    for size in sorted(chosen.sizes):
        run = child(size, chosen.partitions, chosen.folder)
        runs.append(run)
        figures = f"{run.records:12,}{run.signing:11.1f}{run.comparing:13.1f}{run.per_million:13.2f}"
        print(f"{figures}{run.peak / 1024:10.2f}{run.own / 1024:9.2f} {run.found:.4f}", flush=True)
    if chosen.plot:
        plot(runs, chosen.plot)
    print(f"ratio: {runs[-1].per_million / runs[0].per_million:.2f}")


if __name__ == "__main__":
    main()
