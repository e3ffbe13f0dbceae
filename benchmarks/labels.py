"""How well the labeller of filters/labels.py files requests under the category tree: five folds over DINGO.

    python benchmarks/labels.py [--dataset out/demo/dataset]

Accuracy at the tree's first two levels and at the leaf, beside the largest node of each level (the majority), then what
a floor costs: how many requests get a node, and how many of those get the right leaf. Of equal requests only the first
stands, so that no fold sees a request of another. With `--dataset` a labeller trained on a data set of Gristmill's
is tried on DINGO, too. The last line is `ratio: X`: accuracy at the leaf over the majority's.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pyarrow.parquet as pq
from sklearn.model_selection import StratifiedKFold

from filters.labels import train
from pipeline.keyed import digest
from prompts import tree

OUTSIDE = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data"))
FOLDS = 5
A_NODE = 50
LEVELS = {"level 1": 1, "level 2": 2, "leaf": 4}
FLOORS = (0.0, 0.3, 0.5, 0.7, 0.9)


def dingo() -> dict[str, str]:
    """The node of each request (its first turn). A sample's folders are its path in our tree, byte for byte."""
    root = OUTSIDE / "dingo"
    found: dict[str, str] = {}
    for path in sorted(root.rglob("data.json")):
        node = tree.require(tree.SEPARATOR.join(path.parent.relative_to(root).parts))
        for sample in json.loads(path.read_text("utf-8")):
            if sample["conversations"] and (text := sample["conversations"][0]["value"].strip()):
                found.setdefault(text, node)
    return found


def milled(dataset: Path) -> tuple[list[str], list[str]]:
    """Requests and nodes of a data set: of each node the first by a keyed order, about as many as DINGO has of one."""
    rows = [
        row
        for path in sorted(dataset.glob("data/train-*.parquet"))
        for row in pq.read_table(path, columns=["id", "messages", "category"]).to_pylist()
    ]
    taken: Counter[str] = Counter()
    texts, nodes = [], []
    for row in sorted(rows, key=lambda row: digest("labels", row["id"])):
        if row["category"] and taken[row["category"]] < A_NODE:
            taken[row["category"]] += 1
            texts.append(row["messages"][0]["content"])
            nodes.append(row["category"])
    return texts, nodes


def cut(path: str, depth: int) -> str:
    return tree.SEPARATOR.join(path.split(tree.SEPARATOR)[:depth])


def agreement(found: Sequence[str], right: Sequence[str], depth: int) -> float:
    return float(np.mean([cut(one, depth) == cut(other, depth) for one, other in zip(found, right, strict=True)]))


def majority(right: Sequence[str], depth: int) -> float:
    return max(Counter(cut(path, depth) for path in right).values()) / len(right)


def folded(texts: list[str], nodes: list[str]) -> tuple[list[str], list[float]]:
    """Node and probability of each request, by a labeller that has not seen it."""
    found, chances = [""] * len(texts), [0.0] * len(texts)
    for learnt, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(texts, nodes):
        labeller = train([texts[place] for place in learnt], [nodes[place] for place in learnt], floor=0.0)
        for place, (node, chance) in zip(unseen, labeller.label([texts[place] for place in unseen]), strict=True):
            found[place], chances[place] = node, chance
    return found, chances


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--dataset", type=Path)
    chosen = options.parse_args()
    if not (asked := dingo()):
        sys.exit(f"nothing to measure: expected DINGO in {OUTSIDE / 'dingo'}; set GRISTMILL_TEST_DATA")
    texts, nodes = list(asked), list(asked.values())
    found, chances = folded(texts, nodes)
    print(f"{len(texts):,} requests, {len(set(nodes))} leaves, {FOLDS} folds")
    for name, depth in LEVELS.items():
        print(f"{name:8} accuracy {agreement(found, nodes, depth):.3f}   majority {majority(nodes, depth):.3f}")
    right = np.array([one == other for one, other in zip(found, nodes, strict=True)])
    for floor in FLOORS:
        sure = np.array(chances) > floor
        print(f"floor {floor:.1f}: {sure.mean():.3f} labelled, of them {right[sure].mean():.3f} rightly")
    print(f"mean probability {np.mean(chances):.3f}, accuracy {right.mean():.3f}")
    if chosen.dataset:
        there = [node for node, _ in train(*milled(chosen.dataset), floor=0.0).label(texts)]
        print("trained on", chosen.dataset, *(f"{name} {agreement(there, nodes, LEVELS[name]):.3f}" for name in LEVELS))
    print(f"ratio: {right.mean() / majority(nodes, LEVELS['leaf']):.1f}")


if __name__ == "__main__":
    main()
