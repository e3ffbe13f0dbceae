"""The one screen with which the demo ends."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from gristmill.explain import story
from gristmill.funnel import overview

if TYPE_CHECKING:
    from evaluation.heldout import Report

SHOWN = 3
"""Answers of the trained model on the screen."""
LONGEST = 320
"""Characters of a prompt or an answer on the screen."""


@dataclass(frozen=True, slots=True)
class Training:
    """One training run as the screen shows it. `loss` is in nats a token, over the last tenth of the steps."""

    kind: str
    tokens: int
    loss: float
    tokens_per_second: float
    params: int
    active_params: int


def show(
    console: Console,
    dataset: Path,
    model: Path,
    manifest: dict[str, Any],
    trainings: list[Training],
    report: "Report",
    seconds: float,
) -> None:
    """Everything that a newcomer wants to know, in the order in which it came about."""
    console.print(overview(manifest))
    console.print(Rule("One record, from seed to evidence", align="left"))
    console.print(story(dataset, one_record(dataset)))
    console.print(Rule("One mistake that was caught", align="left"))
    console.print(caught(dataset))
    console.print(Rule("Training", align="left"))
    console.print(training_table(trainings))
    console.print(Rule("Held-out tasks answered rightly, %", align="left"))
    console.print(heldout_table(report))
    console.print(Rule("Three held-out tasks and what the model said", align="left"))
    for answer in answers(model):
        console.print(answer)
    console.print(Rule("Where everything is", align="left"))
    console.print(f"data set  {dataset}   (README.md is its card)\nmodel     {model}", highlight=False)
    console.print(
        f'look      gristmill inspect {dataset}\ntalk      gristmill chat {model} "What is 7 * (3 + 4)?"',
        highlight=False,
    )
    console.print(f"[dim]{seconds:.0f} s in all[/]")


def one_record(dataset: Path) -> str:
    """The id of a short evolved record from a real seed: the first by id among the shortest tenth of those."""
    columns = ["id", "difficulty", "source", "prompt_tokens", "response_tokens"]
    found = [
        (row["prompt_tokens"] + row["response_tokens"], row["id"])
        for path in sorted((dataset / "data").glob("train-*.parquet"))
        for row in pq.read_table(path, columns=columns).to_pylist()
        if row["difficulty"] > 1 and row["source"]["kind"] != "none"
    ]
    shortest = sorted(found)[: max(1, len(found) // 10)]
    return min(shortest, key=lambda pair: pair[1])[1]


def caught(dataset: Path) -> Text:
    """The first preference pair by id whose rejected side is short."""
    for path in sorted((dataset / "preferences").glob("train-*.parquet")):
        for row in pq.read_table(path).to_pylist():
            prompt, wrong = row["prompt"][0]["content"], row["rejected"][0]["content"]
            if len(prompt) + len(wrong) < LONGEST:
                return Text.assemble(
                    (prompt + "\n", ""),
                    (wrong + "\n", "red"),
                    (f"{row['reason']}: {row['detail']}", "bold"),
                    overflow="fold",
                )
    return Text("no short one in this run")


def training_table(trainings: list[Training]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("run", "tokens", "loss", "tokens/s", "parameters", "active"):
        table.add_column(heading, justify="left" if heading == "run" else "right")
    for run in trainings:
        figures = (
            f"{run.tokens:,}",
            f"{run.loss:.3f}",
            f"{run.tokens_per_second:,.0f}",
            f"{run.params:,}",
            f"{run.active_params:,}",
        )
        table.add_row(run.kind, *figures)
    return table


def heldout_table(report: "Report") -> Table:
    """Categories only; the families are in heldout.json beside the model."""
    from evaluation.heldout_table import cells

    table = Table(box=None, pad_edge=False)
    for heading in ("category", "tasks", "model", "untrained", "commonest answer", "gain over it", "95 % interval"):
        table.add_column(heading, justify="left" if heading == "category" else "right")
    for name, score in [*report.categories.items(), ("mean over families", report.overall)]:
        table.add_row(name, *cells(score))
    return table


def answers(model: Path) -> list[Text]:
    """Answers by id, right or wrong as they come, each of another category."""
    lines = [json.loads(line) for line in (model / "heldout_answers.jsonl").read_text(encoding="utf-8").splitlines()]
    shown: dict[str, Text] = {}
    for line in sorted(lines, key=lambda line: str(line["id"])):
        if line["category"] in shown or len(line["prompt"]) > LONGEST:
            continue
        verdict = ("right", "green") if line["right"] else (f"wrong: {line['detail']}", "red")
        shown[line["category"]] = Text.assemble(
            (line["prompt"] + "\n", ""), (line["response"][:LONGEST] + "\n", "cyan"), verdict, "\n", overflow="fold"
        )
        if len(shown) == SHOWN:
            break
    return list(shown.values())
