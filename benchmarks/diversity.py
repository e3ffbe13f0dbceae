"""How diverse the instructions of a data set are, beside those that people wrote.

    python benchmarks/diversity.py out/demo/dataset

The figures of filters/diversity.py over samples of one size, first user turns only: the data set's, the seed tasks and
user-oriented instructions of Self-Instruct, and DINGO (found by GRISTMILL_TEST_DATA, default ../shared/data). The last
line is `ratio: X`: distinct 4-grams of the data set over those of DINGO.
"""

import argparse
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pyarrow.parquet as pq

from filters.diversity import distinct, self_bleu
from pipeline.keyed import digest

OUTSIDE = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data"))


def milled(dataset: Path) -> list[str]:
    rows = [row for path in sorted(dataset.glob("data/*.parquet")) for row in pq.read_table(path).to_pylist()]
    return [row["messages"][0]["content"] for row in rows]


def self_instruct() -> list[str]:
    lines = [line for path in sorted(OUTSIDE.glob("self_instruct/*.jsonl")) for line in path.open(encoding="utf-8")]
    return [json.loads(line)["instruction"] for line in lines]


def dingo() -> list[str]:
    samples = [
        one for path in sorted(OUTSIDE.glob("dingo/**/data.json")) for one in json.loads(path.read_text("utf-8"))
    ]
    return [one["conversations"][0]["value"] for one in samples if one["conversations"]]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("dataset", type=Path)
    chosen = options.parse_args()
    sets = {"milled": milled(chosen.dataset), "self_instruct": self_instruct(), "dingo": dingo()}
    if empty := [name for name, texts in sets.items() if not texts]:
        sys.exit(
            f"nothing to measure in {', '.join(empty)}: expected a data set in {chosen.dataset} and files in {OUTSIDE}"
        )
    size = min(map(len, sets.values()))
    print(f"{'set':16} {'instructions':>13} {'distinct 4-grams':>17} {'self-BLEU-4':>12}   of {size} each")
    shares = {}
    for name, texts in sets.items():
        sample = sorted(texts, key=lambda text: digest("diversity", text))[:size]
        shares[name] = distinct(sample)
        print(f"{name:16} {len(texts):13,} {shares[name]:17.3f} {self_bleu(sample):12.3f}")
    print(f"ratio: {shares['milled'] / shares['dingo']:.2f}")


if __name__ == "__main__":
    main()
