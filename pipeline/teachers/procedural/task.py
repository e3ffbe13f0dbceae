"""A task as it is put to somebody: what a family drew, and everything that evolution laid around it.

The family's arguments say what is asked; the other fields say how. From them follow the prompt, the right answer and
what the checker is given, so an operator of evolution only has to change a field.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from filters.reading.answer import final_answer
from pipeline.shards import plain
from pipeline.teachers.procedural import constraining
from pipeline.teachers.procedural.family import Args, Family
from pipeline.teachers.procedural.words.sentences_of_evolution import DATA_BELOW, RECALLED
from pipeline.teachers.procedural.words.styles import STYLES

AGAIN, RECALL_ANSWER, RECALL_QUESTION = "again", "recall_answer", "recall_question"
"""Turns that ask no new task: give the same answer again, or say what the first turn's answer or question was."""

REPEAT = "combination:repeat_prompt"
GAP = {"en": " ", "zh": ""}
"""What stands between two sentences."""
LONGEST_PARTICULAR = 100
"""Characters of a particular that may stand in a block of data."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """A demand on the form of the answer: an IFEval kind with its parameters, and the sentence that states it."""

    kind: str
    parameters: dict[str, Any]
    demand: str


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier exchange of the conversation, with what it takes to check it."""

    prompt: str
    response: str
    checker: str
    args: Args


@dataclass(frozen=True, slots=True)
class Task:
    family: str
    args: Args
    language: str
    wording: int
    scene: str = ""
    """A sentence in front of the task that names who or what it is about."""
    data: str = ""
    """The form in which the task's particulars stand below it: "json", "yaml" or "table"; "" for inside the text."""
    form: str = ""
    """A sentence that states the form of the answer."""
    style: tuple[str, int] | None = None
    """Style or attitude of the person who asks, and which of its phrases."""
    constraints: tuple[Constraint, ...] = ()
    """In the order in which a response is brought to keep them."""
    earlier: tuple[Turn, ...] = ()
    lead: str = ""
    """What the person says in front of the task in a conversation, or the whole turn where `turn` is set."""
    turn: str = ""
    """AGAIN, RECALL_ANSWER, RECALL_QUESTION, or "" for a task of its own."""

    def to_row(self) -> dict[str, Any]:
        row: dict[str, Any] = plain(self)
        return row

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """Read back what `to_row` made."""
        return cls(
            **{
                **row,
                "style": tuple(row["style"]) if row["style"] else None,
                "constraints": tuple(Constraint(**constraint) for constraint in row["constraints"]),
                "earlier": tuple(Turn(**turn) for turn in row["earlier"]),
            }
        )


def prompt(task: Task, family: Family) -> str:
    """The last user turn."""
    if task.turn:
        return task.lead
    # the demand to repeat the prompt points at what stands before it, and so comes first
    first = sorted(task.constraints, key=lambda constraint: constraint.kind != REPEAT)
    text = _joined([asked(task, family), *(constraint.demand for constraint in first)], task.language)
    if task.style:
        name, number = task.style
        text = STYLES[task.language][name][number].format(text)
    return f"{task.lead}\n\n{text}" if task.lead else text


def asked(task: Task, family: Family) -> str:
    """The task without demands, style and lead."""
    slots = family.slots(task.args, task.language)
    wording = family.wordings[task.language][task.wording]
    moved = particulars(wording, slots) if task.data else {}
    text = wording.format_map({**slots, **{name: f"[{name}]" for name in moved}})
    if moved:
        text = f"{text}\n\n{DATA_BELOW[task.language]}\n{_block(moved, task.data)}"
    text = _joined([text, task.form], task.language)
    return f"{task.scene}{GAP[task.language]}{text}" if task.scene else text


def _joined(parts: list[str], language: str) -> str:
    """Sentences after a text: on its line where it is one line, in a paragraph of their own where it is a block."""
    text, *sentences = (part for part in parts if part)
    if not sentences:
        return text
    gap = GAP[language]
    return text + ("\n\n" if "\n" in text or text.endswith("`") else gap) + gap.join(sentences)


def particulars(wording: str, slots: Mapping[str, str]) -> dict[str, str]:
    """The slots of a wording that read well as data: words and numbers, no sentences, quoted texts or names of a
    language at a code block's fence."""
    return {
        name: value
        for name, value in slots.items()
        if f"{{{name}}}" in wording and f"`{{{name}}}" not in wording and _is_particular(value)
    }


def _is_particular(value: str) -> bool:
    if not value or value != value.strip() or len(value) > LONGEST_PARTICULAR:
        return False
    return value[-1] not in ".。?？!！:：" and "\n" not in value and "`" not in value


def _block(slots: Mapping[str, str], form: str) -> str:
    if form == "json":
        return f"```json\n{json.dumps(slots, ensure_ascii=False, indent=1)}\n```"
    if form == "yaml":  # JSON strings are YAML strings
        lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in slots.items())
        return "```yaml\n" + "\n".join(lines) + "\n```"
    rows = [f"| {name} | {value.replace('|', chr(92) + '|')} |" for name, value in slots.items()]
    return "\n".join(["| name | value |", "| --- | --- |", *rows])


def answer(task: Task, family: Family) -> str | None:
    """The right response; None where the constraints cannot be met, and the task should not be put."""
    if task.turn in (RECALL_ANSWER, RECALL_QUESTION):
        return recalled(task, first_answer(task), task.earlier[0].prompt)
    return constrained(task, family, family.solve(task.args, task.language).text)


def first_answer(task: Task) -> str:
    return final_answer(task.earlier[0].response)


def recalled(task: Task, said: str, asked: str) -> str:
    return RECALLED[task.language][task.turn].format(said if task.turn == RECALL_ANSWER else asked)


def constrained(task: Task, family: Family, response: str) -> str | None:
    """A response, right or wrong, brought into the form that the constraints demand."""
    return constraining.satisfy_all(demands(task), response, asked(task, family), task.language)


def demands(task: Task) -> list[dict[str, Any]]:
    """The constraints as the checker reads them."""
    return [{"kind": one.kind, "parameters": one.parameters} for one in task.constraints]


def check_of(task: Task, family: Family) -> tuple[str, Args]:
    """The checker of the whole conversation and its arguments."""
    checker, args = own_check(task, family)
    if not task.earlier:
        return checker, args
    turns = [{"checker": one.checker, "args": one.args, "response": one.response} for one in task.earlier]
    return "conversation", {"task": {"checker": checker, "args": args}, "earlier": turns}


def own_check(task: Task, family: Family) -> tuple[str, Args]:
    """The checker of the last response alone: the family's own, inside that of the constraints if there are any."""
    if task.turn in (RECALL_ANSWER, RECALL_QUESTION):
        first = task.earlier[0]
        return "recall", {"what": task.turn, "prompt": first.prompt, "response": first.response}
    if not task.constraints:
        return family.checker, task.args
    inner = {"checker": family.checker, "args": task.args}
    return "constrained", {"task": inner, "constraints": demands(task), "prompt": asked(task, family)}


def turn_of(task: Task, family: Family, response: str) -> Turn:
    """The task and its right response as an exchange that a next turn can follow."""
    checker, args = own_check(task, family)
    return Turn(prompt(task, family), response, checker, args)
