"""How many records of each family near-duplicate removal takes, against the size of the data set.

    python benchmarks/dedup_loss.py [FAMILY …] [--count 2000] [--language en]
    python benchmarks/dedup_loss.py --sizes 10000 100000 1000000 --plot docs/dedup_loss.png --write

Draws tasks of a family over the standard library's seeds (as the tests do), solves them, and removes duplicates with
the recipe's defaults (Jaccard 0.7 of 5-token shingles, the quoted seed span left out). Prints the share that goes. A
family that loses more than a tenth at the size it has in a data set is too narrow there.

With --sizes the figures are those of a whole data set in which every family has the same share and four of five records
are English where a family speaks both; --plot draws them, and --write stores in capacity.json how many records each
family without seeds gives before it loses a tenth, which is what the quotas of a recipe go by. (What a family with
seeds gives depends on how many there are.)
"""

import argparse
import json
import os
import sys
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import numpy.typing as npt

from filters.clusters import Near, duplicates
from filters.minhash import bands, signatures
from filters.tokens import tokens
from pipeline.keyed import digest, generator
from pipeline.teachers.procedural import capacity
from pipeline.teachers.procedural.registry import BUILT_IN, family
from tests.pipeline.procedural.contract import tasks

THRESHOLD, PERMUTATIONS, SHINGLE = 0.7, 128, 5
ENGLISH = 0.8
BEARABLE = 0.1
SMALLEST = 50
"""Records below which a share says nothing."""

Removed = npt.NDArray[np.bool_]
"""For each record, in the order drawn, whether it duplicates an earlier one."""


def removed(name: str, count: int, language: str | None = None) -> Removed:
    """Fresh records of a family, in one language or in the mixture of both."""
    subject = family(name)
    shares = {"en": ENGLISH, "zh": 1 - ENGLISH}
    spoken = [language] if language else [one for one in shares if one in subject.languages]
    parts = [round(count * shares[one]) if len(spoken) > 1 else count for one in spoken]
    whole, counted = [], []
    for one, part in zip(spoken, parts, strict=True):
        for key, args in tasks(subject, one, part, exhaust=True):
            wording = generator("wording", subject.id, key).randrange(len(subject.wordings[one]))
            prompt, answer = subject.render(args, one, wording), subject.solve(args, one).text
            whole.append(digest(" ".join(tokens(f"{prompt}\n{answer}"))))
            counted.append(prompt.replace(subject.quote(args) or "\0", "") + "\n" + answer)
    order = np.random.default_rng(0).permutation(len(whole))
    signed = signatures([counted[place] for place in order], PERMUTATIONS, SHINGLE)
    near = Near(signed, THRESHOLD, *bands(THRESHOLD, PERMUTATIONS))
    found = duplicates([whole[place] for place in order], near)
    mask = np.zeros(count, bool)  # tasks that a family could not draw count as lost
    mask[: len(whole)] = ~found.stays
    mask[len(whole) :] = True
    return mask


def largest(mask: Removed) -> int | None:
    """The most records of which at most a tenth goes; None if that is all that were drawn."""
    lost = np.cumsum(mask) / np.arange(1, len(mask) + 1)
    too_many = np.flatnonzero((lost > BEARABLE) & (np.arange(len(mask)) >= SMALLEST))
    return int(too_many[0]) if len(too_many) else None


def plot(losses: dict[str, list[float]], sizes: list[int], path: Path) -> None:
    """A heat map, the families that lose most on top."""
    import matplotlib.pyplot as plt

    names = sorted(losses, key=lambda name: -losses[name][-1])
    figure, axes = plt.subplots(figsize=(6, 1.5 + 0.16 * len(names)), layout="constrained")
    image = axes.imshow([losses[name] for name in names], aspect="auto", cmap="YlOrRd", vmin=0, vmax=1)
    axes.set_xticks(range(len(sizes)), [f"{size:,}" for size in sizes])
    axes.set_yticks(range(len(names)), names, fontsize=7)
    for row, name in enumerate(names):
        for column, value in enumerate(losses[name]):
            colour = "white" if value > 0.6 else "black"
            axes.text(column, row, f"{100 * value:.1f} %", ha="center", va="center", fontsize=6, color=colour)
    axes.set_xlabel("records of the data set, every family with the same share")
    axes.set_title("Lost to near-duplicate removal, by family", fontsize=10)
    figure.colorbar(image, shrink=0.4)
    figure.savefig(path, dpi=130)


def scales(names: list[str], sizes: list[int], picture: Path | None, write: bool) -> None:
    """The figures at several sizes of the whole data set."""
    each = [max(1, size // len(names)) for size in sizes]
    with Pool(len(os.sched_getaffinity(0))) as pool:
        masks = dict(zip(names, pool.starmap(removed, [(name, each[-1]) for name in names], chunksize=1), strict=True))
    losses = {name: [float(mask[:count].mean()) for count in each] for name, mask in masks.items()}
    print(f"{'records':24}" + "".join(f"{size:>12,}" for size in sizes) + f"{'capacity':>12}")
    capacities = {}
    for name, shares in losses.items():
        if (bound := largest(masks[name])) is not None and family(name).seed_kind == "none":
            capacities[name] = bound
        print(f"{name:24}" + "".join(f"{100 * share:10.1f} %" for share in shares) + f"{bound or '-':>12}")
    if picture:
        plot(losses, sizes, picture)
    if write:
        text = json.dumps(dict(sorted(capacities.items())), indent=1) + "\n"
        Path(capacity.__file__).with_suffix(".json").write_text(text, encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("families", nargs="*", default=list(BUILT_IN))
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--language", default="en")
    options.add_argument("--sizes", type=int, nargs="+", help="records of whole data sets, smallest first")
    options.add_argument("--plot", type=Path)
    options.add_argument("--write", action="store_true", help="store the capacities that recipes go by")
    chosen = options.parse_args()
    if chosen.sizes:
        scales(chosen.families, sorted(chosen.sizes), chosen.plot, chosen.write)
        return
    for name in chosen.families:
        if chosen.language in family(name).languages:
            share = removed(name, chosen.count, chosen.language).mean()
            print(f"{name:24} {100 * share:6.1f} % of {chosen.count}")


if __name__ == "__main__":
    main()
