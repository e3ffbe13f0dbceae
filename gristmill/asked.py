"""What a model was asked and what it said, as text to read: from the call log, or from a failed row."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text
from rich.tree import Tree

from pipeline.calls import recorded as find
from pipeline.output import CALLS, recipe_of
from pipeline.teachers.llm.settings import LLM
from pipeline.teachers.llm.teacher import recorded


def exchange(out: Path, key: str) -> Tree:
    """The prompt as it was sent and the raw answer, by the answer's key in the call log."""
    row = find(_logs(out), key)
    if row is None:
        return Tree(Text(f"call {key} is not in {out / CALLS}: the call log was moved or is not whole", style="red"))
    tree = Tree(Text(f"call {key} to {row['engine']} ({row['identity']}), {row['template']}", style="dim"))
    tree.add(sent(json.loads(row["request"])))
    for choice in json.loads(row["choices"]):
        tree.add(Text.assemble(("raw answer", "bold"), f" ({choice['finish']})\n", choice["text"]))
    return tree


@cache
def _logs(out: Path) -> tuple[Path, ...]:
    """The call log of a folder, and those that its engines replay."""
    teacher = recipe_of(out).teacher
    return (out / CALLS, *(recorded(teacher) if isinstance(teacher, LLM) else ()))


def sent(request: dict[str, Any]) -> Text:
    """A request: how it samples, then its messages, each under its role."""
    sampling = {name: value for name, value in request["sampling"].items() if value not in (None, [], False)}
    settings = ", ".join(f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in sampling.items())
    shown = Text.assemble(("sent", "bold"), f" with {settings}")
    for message in request["messages"]:
        shown.append(f"\n{message['role']}: ", style="bold")
        shown.append(message["content"])
    if not request["messages"]:
        shown.append(f"\nprompt: {request['prompt'] or '(the chat template up to the turn of the user)'}")
    return shown


def failure(row: dict[str, Any]) -> RenderableType:
    """A failed row: where and why, and for an answer that no model gave the request and what came instead."""
    where = f" in {row['uri']}" if row["uri"] else ""
    reason = Text(f"failed at {row['stage']}{where}: {row['error']}", style="red")
    request = json.loads(row["request"])
    if "samples" not in request:
        return Panel(Group(reason, Text(f"request {row['request']}")), title=row["id"])
    samples = ", ".join(map(str, request["samples"]))
    asked = Text(f"asked {request['engine']} by {request['template']} for {request['row']}, sample {samples}")
    parts: list[RenderableType] = [reason, asked]
    if "request" in request:
        parts.append(sent(request["request"]))
    if "answer" in request:
        parts.append(Text.assemble(("raw answer", "bold"), "\n", request["answer"]))
    parts.append(Text("`gristmill replay DIR` asks again", style="dim"))
    return Panel(Group(*parts), title=row["id"])
