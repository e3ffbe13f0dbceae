"""Does training on the data teach anything? Held-out tasks of the same families, checked by the families' checkers.

The model answers prompts of the test split, whose seeds no training record shares. It is compared with two that learnt
nothing from the prompts: the same architecture before its first step, and for each family its commonest answer in the
training records. All three go through the same checkers. The figure is the mean over families of the share answered
rightly; the interval of the gain over the commonest answer is a paired bootstrap over the instances within each
family.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from filters.verdict import Verdict
from filters.verify import check_many
from pipeline.keyed import digest
from pipeline.schema import Row
from prompts.tree import top_of
from trainer.checkpoint import load
from trainer.data import rows
from trainer.errors import BadInput
from trainer.generate import answers
from trainer.induction import new_model
from trainer.model import Model

COLUMNS = ("id", "messages", "answer", "category", "family", "language", "verification")
RESAMPLES = 2000
FILE = "heldout.json"
ANSWERS = "heldout_answers.jsonl"

Answerer = Callable[[Sequence[Row]], list[str]]
"""From records to a response for each."""


class Leak(ValueError):
    """A held-out prompt is among the training prompts."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Model minus commonest answer, in shares of 1: mean and the ends of the 95 % interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Score:
    """Share answered rightly; for a category and overall the mean over families."""

    instances: int
    model: float
    untrained: float
    commonest: float
    gain: Gain


@dataclass(frozen=True, slots=True)
class Report:
    """What `heldout.json` holds. Families and categories by name, in alphabetical order."""

    overall: Score
    categories: dict[str, Score]
    families: dict[str, Score]
    family_category: dict[str, str]
    """The top-level category of each family."""


def evaluate(
    checkpoint: Path,
    dataset: Path,
    *,
    per_family: int = 60,
    max_new: int = 160,
    seed: int = 0,
) -> Report:
    """Evaluate a checkpoint on a dataset's test split; write `heldout.json` and the model's answers beside its weights.

    Raises Leak if a held-out prompt is also a training prompt, BadInput for folders that cannot be used.
    """
    model, tokenizer = load(checkpoint)
    train = list(rows(dataset, "data/train-*.parquet", COLUMNS))
    test = list(rows(dataset, "data/test-*.parquet", COLUMNS))
    refuse_leaks(train, test)
    records = sample(test, per_family, seed)
    if not records:
        raise BadInput(f"the test shards of {dataset} hold no records to evaluate on")
    usual = commonest_answers(train)

    def reply(answering: Model) -> Answerer:
        return lambda some: answers(answering, tokenizer, [prompt_of(record) for record in some], max_new)

    answerers: dict[str, Answerer] = {
        "model": reply(model),
        "untrained": reply(new_model(model.config, seed)),
        "commonest": lambda some: [usual.get(record["family"], "") for record in some],
    }
    right: dict[str, NDArray[np.float64]] = {}
    for name, answerer in answerers.items():
        responses = answerer(records)
        verdicts = judge(records, responses)
        right[name] = np.array([verdict.passed for verdict in verdicts], np.float64)
        if name == "model":
            write_answers(checkpoint / ANSWERS, records, responses, verdicts)
    report = compare([record["family"] for record in records], categories_of(records), right, seed)
    (checkpoint / FILE).write_text(json.dumps(asdict(report), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return report


def prompt_of(record: Row) -> list[dict[str, str]]:
    """The messages before the assistant's last."""
    turns: list[dict[str, str]] = record["messages"]
    last = max((place for place, turn in enumerate(turns) if turn["role"] == "assistant"), default=len(turns))
    return turns[:last]


def folded(record: Row) -> str:
    """The prompt with its white space folded: the form in which prompts are compared."""
    return "\n".join(" ".join(turn["content"].split()) for turn in prompt_of(record))


def refuse_leaks(train: Sequence[Row], test: Sequence[Row]) -> None:
    known = {folded(record): record["id"] for record in train}
    leaks = [(record["id"], known[prompt]) for record in test if (prompt := folded(record)) in known]
    if leaks:
        held_out, trained = leaks[0]
        raise Leak(
            f"{len(leaks)} of {len(test)} held-out prompts are also training prompts (first: test record {held_out} "
            f"and train record {trained}); remake the dataset so that a prompt occurs in one split only"
        )


def sample(records: Sequence[Row], per_family: int, seed: int) -> list[Row]:
    """At most `per_family` records of each family, those with the smallest keyed digest: the choice depends on the
    ids and the seed alone."""
    families: dict[str, list[Row]] = defaultdict(list)
    for record in sorted(records, key=lambda record: digest("heldout", seed, record["id"])):
        if len(families[record["family"]]) < per_family:
            families[record["family"]].append(record)
    return [record for name in sorted(families) for record in families[name]]


def commonest_answers(train: Sequence[Row]) -> dict[str, str]:
    """For each family the commonest final answer, or the commonest whole response where it has none."""
    finals: dict[str, Counter[str]] = defaultdict(Counter)
    wholes: dict[str, Counter[str]] = defaultdict(Counter)
    for record in train:
        if record["answer"]:
            finals[record["family"]][record["answer"]] += 1
        wholes[record["family"]][record["messages"][-1]["content"]] += 1
    return {family: (finals.get(family) or whole).most_common(1)[0][0] for family, whole in wholes.items()}


def judge(records: Sequence[Row], responses: Sequence[str]) -> list[Verdict]:
    """The verdict of each record's checker on a response to it. One call a checker."""
    by_checker: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        by_checker[record["verification"]["checker"]].append(place)
    verdicts: dict[int, Verdict] = {}
    for checker, places in by_checker.items():
        items = [(json.loads(records[place]["verification"]["arguments"]), responses[place]) for place in places]
        verdicts.update(zip(places, check_many(checker, items), strict=True))
    return [verdicts[place] for place in range(len(records))]


def write_answers(path: Path, records: Sequence[Row], responses: Sequence[str], verdicts: Sequence[Verdict]) -> None:
    """One line for each held-out task: what was asked, what the model said, and what the checker made of it."""
    lines = [
        {
            "id": record["id"],
            "family": record["family"],
            "category": top_of(record["category"]),
            "prompt": prompt_of(record)[-1]["content"],
            "expected": record["messages"][-1]["content"],
            "response": response,
            "right": verdict.passed,
            "detail": verdict.detail,
        }
        for record, response, verdict in zip(records, responses, verdicts, strict=True)
    ]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def categories_of(records: Sequence[Row]) -> dict[str, str]:
    return {record["family"]: top_of(record["category"]) for record in records}


def compare(
    families: Sequence[str],
    category_of: Mapping[str, str],
    right: Mapping[str, NDArray[np.float64]],
    seed: int,
    resamples: int = RESAMPLES,
) -> Report:
    """Scores of "model", "untrained" and "commonest" from the same instances, `families` naming each instance's."""
    generator = np.random.default_rng(seed)
    names = sorted(set(families))
    places = {name: np.flatnonzero(np.array(families) == name) for name in names}
    gains = {}
    for name in names:
        difference = (right["model"] - right["commonest"])[places[name]]
        drawn = generator.integers(len(difference), size=(resamples, len(difference)))
        gains[name] = difference[drawn].mean(1)

    def over(chosen: Sequence[str]) -> Score:
        means = {who: float(np.mean([right[who][places[name]].mean() for name in chosen])) for who in right}
        low, high = np.quantile(np.mean([gains[name] for name in chosen], axis=0), (0.025, 0.975))
        gain = Gain(means["model"] - means["commonest"], float(low), float(high))
        instances = sum(len(places[name]) for name in chosen)
        return Score(instances, means["model"], means["untrained"], means["commonest"], gain)

    categories = sorted({category_of[name] for name in names})
    return Report(
        overall=over(names),
        categories={category: over([n for n in names if category_of[n] == category]) for category in categories},
        families={name: over([name]) for name in names},
        family_category={name: category_of[name] for name in names},
    )
