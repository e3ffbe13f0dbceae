"""Whether a text holds an item of a benchmark: the share of the item's n-grams that it repeats.

Brown et al. 2020 (arXiv 2005.14165, appendix C) remove documents that share a run of 13 words with a benchmark. Here
the runs are of words without punctuation (single characters in scripts without blanks), an item too short for 13 is
held to 8, and a text is rejected where the share of one item's runs reaches a threshold. The index keeps hashes only,
so it can be published beside a data set without giving the benchmarks away.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from filters.compiled import compiled, read_only
from filters.minhash.hashing import text_hashes
from filters.minhash.jaccard import hashes
from filters.minhash.signing import tables
from filters.minhash.texts import Column, Texts
from filters.verdict import Verdict, failed, passed

VERSION = 1
"""Of the hashes: an index of another version does not match anything."""


@dataclass(frozen=True, slots=True)
class Item:
    benchmark: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Runs:
    """Tokens in a run. 13 is of Brown et al.; 8 for short items and the share are the project's own."""

    usual: int = 13
    short: int = 8
    """For items with fewer tokens than `usual`. Items with fewer than this cannot be judged, and are counted."""
    share: float = 0.5
    """From which share of an item's runs on a text is rejected. Brown et al. reject for a single run, which also takes
    texts that share no more than an instruction or a quotation with the item."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text's closest item: `overlap` is the share of the item's different runs that the text has."""

    benchmark: str
    item: str
    overlap: float


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """An index of items. Run i has the hash `grams[i]` (sorted; once an item) and is of item `owners[i]`; item j has
    `totals[j]` different runs of `sizes[j]` tokens. `too_short` counts the items left out, by benchmark."""

    runs: Runs
    names: tuple[tuple[str, str], ...]
    """Benchmark and id of each item."""
    grams: npt.NDArray[np.uint64]
    owners: npt.NDArray[np.int32]
    totals: npt.NDArray[np.int32]
    sizes: npt.NDArray[np.int32]
    too_short: dict[str, int]

    @classmethod
    def of(cls, items: Iterable[Item], runs: Runs | None = None) -> Self:
        runs = runs or Runs()
        names: list[tuple[str, str]] = []
        grams: list[npt.NDArray[np.uint64]] = []
        sizes: list[int] = []
        too_short: dict[str, int] = {}
        for item in items:
            known = Texts.of([item.text])
            count = len(hashes(known, 0, 1, "letters"))
            size = runs.usual if count >= runs.usual else runs.short
            if count < size:
                too_short[item.benchmark] = too_short.get(item.benchmark, 0) + 1
                continue
            names.append((item.benchmark, item.id))
            sizes.append(size)
            grams.append(np.unique(hashes(known, 0, size, "letters")))
        totals = np.array([len(of_item) for of_item in grams], np.int32)
        owners = np.repeat(np.arange(len(names), dtype=np.int32), totals)
        joined = np.concatenate([np.empty(0, np.uint64), *grams])
        order = np.argsort(joined, kind="stable")
        return cls(runs, tuple(names), joined[order], owners[order], totals, np.array(sizes, np.int32), too_short)

    def matches(self, texts: Texts | Sequence[str] | Column) -> list[Match | None]:
        """For each text the item that it repeats most of, None where it shares no run with any."""
        known = Texts.of(texts)
        best = np.full(len(known), -1, np.int32)
        overlaps = np.zeros(len(known), np.float32)
        table = tables("letters")
        arrays = [read_only(one) for one in (self.grams, self.owners, self.totals, self.sizes)]
        for size in np.unique(self.sizes).tolist():
            closest(known.data, known.offsets, table.entries, table.several, size, *arrays, best, overlaps)
        return [
            Match(*self.names[item], overlap) if item >= 0 else None
            for item, overlap in zip(best.tolist(), overlaps.tolist(), strict=True)
        ]

    def verdicts(self, texts: Texts | Sequence[str] | Column) -> list[Verdict]:
        """Rejects as `contaminated`; the figure is the overlap and the item."""
        return [self._verdict(match) for match in self.matches(texts)]

    def _verdict(self, match: Match | None) -> Verdict:
        if match is None or match.overlap < self.runs.share:
            return passed()
        return failed("contaminated", f"{match.overlap:.3f} of {match.benchmark} {match.item}")

    def save(self, path: Path) -> None:
        """`path`.npz and, for people, `path`.json."""
        np.savez_compressed(
            path.with_suffix(".npz"), grams=self.grams, owners=self.owners, totals=self.totals, sizes=self.sizes
        )
        about = {"version": VERSION, "runs": asdict(self.runs), "too_short": self.too_short, "items": self.names}
        path.with_suffix(".json").write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Raises ValueError for an index of another version of the hashes."""
        about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if about["version"] != VERSION:
            raise ValueError(
                f"{path.with_suffix('.json')}: the index has version {about['version']} of the hashes, expected "
                f"{VERSION}; build it again from the benchmarks' files"
            )
        with np.load(path.with_suffix(".npz")) as arrays:
            grams, owners, totals, sizes = (arrays[name] for name in ("grams", "owners", "totals", "sizes"))
        names = tuple((benchmark, item) for benchmark, item in about["items"])
        return cls(Runs(**about["runs"]), names, grams, owners, totals, sizes, about["too_short"])


@compiled
def closest(data, offsets, entries, several, size, grams, owners, totals, sizes, best, overlaps):  # type: ignore[no-untyped-def]
    """Puts into `best` and `overlaps` (n,) the items of runs of `size` tokens that overlap more than what is there."""
    longest = 0
    for row in range(len(best)):
        longest = max(longest, offsets[row + 1] - offsets[row])
    tokens, found = np.empty(longest + 2, np.uint64), np.empty(longest + 2, np.uint64)
    counted_for = np.full(len(grams), -1, np.int64)
    shared, shared_for = np.zeros(len(totals), np.int32), np.full(len(totals), -1, np.int64)
    for row in range(len(best)):
        count = text_hashes(data, offsets[row], offsets[row + 1], entries, several, size, tokens, found)
        for place in range(count):
            at = np.searchsorted(grams, found[place])
            while at < len(grams) and grams[at] == found[place]:
                item = owners[at]
                if sizes[item] == size and counted_for[at] != row:
                    counted_for[at] = row
                    shared[item] = 1 + (shared[item] if shared_for[item] == row else 0)
                    shared_for[item] = row
                    overlap = np.float32(shared[item] / totals[item])
                    if overlap > overlaps[row] or (overlap == overlaps[row] and item < best[row]):
                        best[row], overlaps[row] = item, overlap
                at += 1
