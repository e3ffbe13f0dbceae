"""Preference pairs of a model's own answers, judged by the checkers of the records whose prompts it answers.

Hunyuan-Large (arXiv 2411.02265, section 3.2) lets a reward model pick the best and the worst of several answers. Here
the records' checkers judge, which need no model: a pair is an answer that passes against one that does not.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from filters.verdict import Level
from filters.verify import check_many, checkers
from pipeline.schema import Row
from trainer.data import rows
from trainer.dpo import Pair
from trainer.generate import answers, drawn
from trainer.model import Model
from trainer.preferences import Made
from trainer.tokenizer import ChatTokenizer

SAMPLES, TEMPERATURE, MAX_NEW = 4, 0.8, 200
"""Answers to a prompt, how freely they are drawn, and their most tokens; the project's own."""
COLUMNS = ("messages", "verification")


def own_pairs(dataset: Path, prompts: int) -> Made:
    """Of so many prompts of the train split, drawn by the seed; the pairs of those whose answers differ in verdict."""

    def make(model: Model, tokenizer: ChatTokenizer, seed: int) -> Sequence[Pair]:
        checked = [
            row
            for row in rows(dataset, "data/train-*.parquet", COLUMNS)
            if row["verification"]["checker"] in checkers() and Level(row["verification"]["level"]).verified
        ]
        places = np.random.default_rng([seed, len(checked)]).permutation(len(checked))[:prompts]
        asked = [checked[place] for place in sorted(places)]
        said = sample(model, tokenizer, [row["messages"][:-1] for row in asked], seed)
        return [
            Pair(prompt=row["messages"][:-1], chosen=_turn(good[0]), rejected=_turn(bad[-1]))
            for row, texts, passed in zip(asked, said, judged(asked, said), strict=True)
            if (good := [text for text, right in zip(texts, passed, strict=True) if right])
            and (bad := [text for text, right in zip(texts, passed, strict=True) if not right])
        ]

    return make


def sample(
    model: Model, tokenizer: ChatTokenizer, prompts: Sequence[Sequence[dict[str, str]]], seed: int
) -> list[list[str]]:
    """SAMPLES answers to each prompt."""
    repeated = [prompt for prompt in prompts for _ in range(SAMPLES)]
    texts = answers(model, tokenizer, repeated, MAX_NEW, drawn(TEMPERATURE, seed))
    return [texts[start : start + SAMPLES] for start in range(0, len(texts), SAMPLES)]


def judged(asked: Sequence[Row], said: Sequence[Sequence[str]]) -> list[list[bool]]:
    """Whether each answer passes its record's checker; each checker is asked once."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (row, texts) in enumerate(zip(asked, said, strict=True)):
        places[row["verification"]["checker"]] += [(number, sample) for sample in range(len(texts))]
    found = [[False] * len(texts) for texts in said]
    for checker, mine in places.items():
        items = [(json.loads(asked[number]["verification"]["arguments"]), said[number][one]) for number, one in mine]
        for (number, one), verdict in zip(mine, check_many(checker, items), strict=True):
            found[number][one] = verdict.passed
    return found


def _turn(text: str) -> list[dict[str, str]]:
    return [{"role": "assistant", "content": text}]
