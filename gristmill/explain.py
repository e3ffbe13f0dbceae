"""The whole story of one record: from the seed's span to the evidence that its answer is right."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from gristmill.asked import exchange, failure
from pipeline.errors import UserError

FOLDERS = ("data", "rejected", "failed")


def find(out: Path, identity: str) -> list[tuple[str, dict[str, Any]]]:
    """Folder and row of everything that has that id, or one id that begins so: a record can be kept, and a step of it
    have failed. Raises UserError for no id, and for several."""
    found = [(folder, row) for folder in FOLDERS for row in _rows(out / folder, identity)]
    exact = [pair for pair in found if pair[1]["id"] == identity] or found
    ids = sorted({row["id"] for _, row in exact})
    if not ids:
        raise UserError(
            f"{out}: no record has an id that begins with {identity!r}; `gristmill inspect` shows what there is"
        )
    if len(ids) > 1:
        some = ", ".join(ids[:5])
        raise UserError(f"{out}: {len(ids)} ids begin with {identity!r} ({some}, …); give more of it")
    return exact


def _rows(folder: Path, identity: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.parquet")):
        for place, name in enumerate(pq.read_table(path, columns=["id"])["id"].to_pylist()):
            if name.startswith(identity):
                yield pq.read_table(path).slice(place, 1).to_pylist()[0]


def story(out: Path, identity: str) -> RenderableType:
    """Everything there is to tell of an id, one part below the other."""
    return Group(*(part(out, folder, row) for folder, row in find(out, identity)))


def part(out: Path, folder: str, row: dict[str, Any]) -> RenderableType:
    """A tree of text: source, every step with the prompt as it then was, candidates with verdicts, evidence."""
    if folder == "failed":
        return failure(row)
    if folder == "rejected":
        head = Text(f"rejected at {row['stage']}: {row['reason']} ({row['figure']})", style="red")
        inner = json.loads(row["row"])
        return Group(head, _tree(out, inner) if "lineage" in inner else Text(inner.get("text", "")[:1000]))
    return _tree(out, row)


def _tree(out: Path, row: dict[str, Any]) -> Tree:
    source = row["source"]
    tree = Tree(
        Text(
            f"record {row['id']}   {row['category']}   {row['language']}   difficulty {row['difficulty']}", style="bold"
        )
    )
    origin = (
        f"{source['uri']} [{source['span'][0]}:{source['span'][1]}] {source['title']}"
        if source["uri"]
        else "no text: a procedure"
    )
    seed = tree.add(
        Text(f"seed {source['seed']} ({source['kind']}, {source['licence'] or 'no licence stated'}): {origin}")
    )
    if text := _seed_text(out, source["seed"]):
        seed.add(Text(_short(text, 400), style="dim"))
    for step in row["lineage"]:
        by = f" by {step['teacher']}, {step['template']} ({step['template_hash']})" if step["teacher"] else ""
        branch = tree.add(Text(f"{step['operator']}{by} -> {step['id']}"))
        if step["call"]:
            branch.add(exchange(out, step["call"]))
        if step["id"] != row["id"] and (parent := next(_rows(out / "rejected", step["id"]), None)):
            branch.add(Text(json.loads(parent["row"])["prompt"], style="dim"))
    tree.add(Text("prompt")).add(Text(_asked(row)))
    answers = tree.add(Text(f"{len(row.get('candidates', []))} candidates"))
    for candidate in row.get("candidates", []):
        answer = answers.add(_candidate(candidate))
        if candidate.get("call"):
            answer.add(exchange(out, candidate["call"]))
        for judged in candidate.get("critiques") or ():
            answer.add(_critique(out, judged))
    if (votes := row.get("votes")) and votes["answers"]:
        tree.add(Text(_votes(votes)))
    if row.get("extra"):
        tree.add(Text("what else its row held")).add(Text(_short(row["extra"], 600), style="dim"))
    if (evidence := row.get("verification")) and evidence["level"]:
        by = f" by filters.verify.{evidence['checker']}" if evidence["checker"] else ""
        shown = f"{evidence['level']}{by}: {evidence['detail']}"
        tree.add(Text(f"evidence: {shown}", style="green")).add(Text(_short(evidence["arguments"], 600), style="dim"))
    return tree


def _asked(row: dict[str, Any]) -> str:
    """The prompt; of a conversation all turns before the answer, each with its role."""
    turns = row["messages"][:-1] if "messages" in row else [*row["earlier"], {"role": "user", "content": row["prompt"]}]
    if len(turns) == 1:
        return str(turns[0]["content"])
    return "\n".join(f"{turn['role']}: {turn['content']}" for turn in turns)


def _candidate(candidate: dict[str, Any]) -> Text:
    mark = "chosen" if candidate.get("chosen") else "passed" if candidate.get("passed") else "rejected"
    planted = f", planted slip: {candidate['slip']}" if candidate["slip"] else ""
    why = f" ({candidate.get('reason')}: {candidate.get('detail')})" if mark == "rejected" else ""
    style = "red" if mark == "rejected" else "green" if mark == "chosen" else ""
    return Text(f"[{mark}{planted}]{why}\n{candidate['content']}", style=style)


def _votes(votes: dict[str, Any]) -> str:
    """How many agree, and the whole distribution where not all do."""
    said = [f"{one['count']} {_short(one['answer'], 40)!r}" for one in votes["distribution"]]
    agree = f"votes: {votes['agreeing']} of {votes['answers']} agree"
    return f"{agree} ({', '.join(said)})" if len(said) > 1 else agree


def _critique(out: Path, judged: dict[str, Any]) -> Tree:
    criteria = ", ".join(f"{name} {tier}" for name, tier in judged["criteria"].items())
    branch = Tree(Text(f"critique by {judged['judge']}: tier {judged['tier']} ({criteria})"))
    branch.add(Text(judged["rationale"]))
    if judged["call"]:
        branch.add(exchange(out, judged["call"]))
    return branch


def _seed_text(out: Path, identity: str) -> str:
    seed = next(_rows(out / "seeds", identity), None)
    return seed["text"] if seed else ""


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + " …"
