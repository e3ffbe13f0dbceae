"""Tables of what a run made: the funnel, the levels, the slips."""

from collections import Counter
from itertools import zip_longest
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table

VERIFIED = ("proved", "executed")


def stage(manifest: dict[str, Any], name: str) -> dict[str, Any]:
    """The books of one stage."""
    found: dict[str, Any] = next(entry for entry in manifest["stages"] if entry["stage"] == name)
    return found


def funnel(manifest: dict[str, Any]) -> Table:
    """From spans read to records kept, with what left the flow at each step and why."""
    table = Table(title="The funnel", title_justify="left", box=None, pad_edge=False)
    for heading, justify in (("step", "left"), ("in", "right"), ("born", "right"), ("out", "right")):
        table.add_column(heading, justify=justify)  # type: ignore[arg-type]
    table.add_column("rejected or failed, by reason")
    for entry in manifest["stages"]:
        left = [f"{count:,} {reason}" for reason, count in sorted(entry["rejected"].items(), key=lambda pair: -pair[1])]
        left += [f"{entry['failed']:,} failed"] if entry["failed"] else []
        noted = entry["noted"]
        left += [f"({noted['responses']:,} responses)"] if "responses" in noted else []
        table.add_row(entry["stage"], f"{entry['in']:,}", f"{entry['born']:,}", f"{entry['out']:,}", ", ".join(left))
    return table


def kept(manifest: dict[str, Any]) -> Table:
    """Kept records by level of verification, language, seed and split; by category where no table of nodes tells it."""
    counts = manifest["kept"]
    table = Table(title=f"Kept: {counts['records']:,} records", title_justify="left", box=None, pad_edge=False)
    table.add_column("by")
    table.add_column("records")
    by_category = () if manifest.get("nodes") else ("category",)
    for name in ("level", *by_category, "seed_kind", "language", "difficulty", "split"):
        tally = sorted(counts[f"by_{name}"].items(), key=lambda pair: -pair[1])
        table.add_row(name.replace("_", " "), ", ".join(f"{count:,} {value}" for value, count in tally))
    wording = manifest["diversity"]
    table.add_row(
        "wording",
        f"{wording['wordings']:,} wordings, the most used makes {100 * wording['most_used_share']:.1f} %; "
        f"of {wording['sample']:,} prompts: distinct 4-grams {wording['distinct_4_grams']:.2f}, "
        f"self-BLEU {wording['self_bleu_4']:.2f}",
    )
    return table


def operators(manifest: dict[str, Any]) -> Table:
    """What became of the evolutions, by operator."""
    table = Table(title="Evolutions", title_justify="left", box=None, pad_edge=False)
    for heading in ("operator", "tried", "kept", "eliminated or failed, by reason"):
        table.add_column(heading, justify="right" if heading in ("tried", "kept") else "left")
    for row in manifest["operators"]:
        lost = [f"{count:,} {reason}" for reason, count in row["eliminated"].items()]
        lost += [f"{row['failed']:,} failed"] if row["failed"] else []
        table.add_row(row["operator"], f"{row['tried']:,}", f"{row['kept']:,}", ", ".join(lost))
    return table


def nodes(manifest: dict[str, Any]) -> Table:
    """How many records each node was to have, how many passed the checks, and how many of those were kept."""
    table = Table(title="By node of the category tree", title_justify="left", box=None, pad_edge=False)
    for heading in ("node", "wanted", "made", "kept"):
        table.add_column(heading, justify="left" if heading == "node" else "right")
    for line in manifest["nodes"]:
        wanted = "" if line["wanted"] is None else f"{line['wanted']:,}"
        style = "red" if line["wanted"] is not None and line["kept"] < line["wanted"] else ""
        table.add_row(line["node"] or "(none)", wanted, f"{line['made']:,}", f"{line['kept']:,}", style=style)
    return table


def slips(manifest: dict[str, Any]) -> Table:
    """By checker: planted slips caught of all, good answers lost of all; two checkers a line."""
    counted = slip_counts(manifest)
    all_ = _total(counted)
    title = (
        f"Planted slips caught: {_share(all_['caught'], all_['planted'])}; "
        f"good answers lost: {_share(all_['lost'], all_['good'])}"
    )
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for heading in ("check", "caught", "lost") * 2:
        table.add_column(heading, justify="left" if heading == "check" else "right")
    lines = [
        (checker, f"{tally['caught']:,}/{tally['planted']:,}", f"{tally['lost']:,}/{tally['good']:,}")
        for checker, tally in sorted(counted.items())
    ]
    half = (len(lines) + 1) // 2
    for left, right in zip_longest(lines[:half], lines[half:], fillvalue=("", "", "")):
        table.add_row(*left, *right)
    return table


def slip_counts(manifest: dict[str, Any]) -> dict[str, Counter[str]]:
    """planted, caught, good and lost by checker."""
    counted: dict[str, Counter[str]] = {}
    for key, count in stage(manifest, "score")["noted"].items():
        kind, _, checker = key.partition("/")
        counted.setdefault(checker, Counter())[kind] += count
    return counted


def spent(manifest: dict[str, Any]) -> Table:
    """Calls, tokens, seconds and cost by step and engine."""
    table = Table(title="Asked of models", title_justify="left", box=None, pad_edge=False)
    for heading in ("step", "engine", "calls", "reused", "errors", "retries", "tokens in", "out", "seconds", "cost"):
        table.add_column(heading, justify="left" if heading in ("step", "engine") else "right")
    for row in manifest["usage"]:
        figures = (row[name] for name in ("calls", "reused", "errors", "retries", "prompt_tokens", "completion_tokens"))
        cells = [f"{figure:,}" for figure in figures]
        table.add_row(row["step"], row["engine"], *cells, f"{row['milliseconds'] / 1000:,.0f}", f"{row['cost']:.4f}")
    return table


ENDED_BY = {
    "target": "nothing is missing",
    "budget": "the budget of tokens ended the rounds",
    "rounds": "there are no more rounds; balance.rounds sets how many there may be",
}


def target(manifest: dict[str, Any]) -> str:
    """How far the run came with the number of records that the recipe wants; "" where it wants none."""
    reached = manifest.get("target")
    if not reached:
        return ""
    return f"Wanted: {reached['wanted']:,} records, of them kept {reached['kept']:,}: {ENDED_BY[reached['ended_by']]}"


def overview(manifest: dict[str, Any]) -> RenderableType:
    parts: list[RenderableType] = [funnel(manifest)]
    parts += [operators(manifest)] if manifest.get("operators") else []
    parts += [kept(manifest)]
    parts += [nodes(manifest)] if manifest.get("nodes") else []
    parts += [sentence] if (sentence := target(manifest)) else []
    parts += [spent(manifest)] if manifest["usage"] else []
    parts += [slips(manifest)] if slip_counts(manifest) else []
    return Group(*(piece for part in parts for piece in (part, "")))


def _total(counted: dict[str, Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for tally in counted.values():
        total += tally
    return total


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}" + (f" ({100 * part / whole:.2f} %)" if whole else "")
