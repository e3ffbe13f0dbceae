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
        table.add_row(
            name.replace("_", " "), ", ".join(f"{count:,} {value or WITHOUT[name]}" for value, count in tally)
        )
    if counts["records"]:
        table.add_row("wording", wording(manifest["diversity"]))
    return table


WITHOUT = {"level": "not checked", "category": "without a category"} | dict.fromkeys(
    ("seed_kind", "language", "difficulty", "split"), "unknown"
)
"""What an empty value is called."""


def wording(figures: dict[str, Any]) -> str:
    """How alike the prompts are; how many wordings made them is known of those that were made here."""
    made = (
        f"{figures['wordings']:,} wordings, the most used makes {100 * figures['most_used_share']:.1f} %; "
        if figures["wordings"]
        else ""
    )
    return (
        f"{made}of {figures['sample']:,} prompts: distinct 4-grams {figures['distinct_4_grams']:.2f}, "
        f"self-BLEU {figures['self_bleu_4']:.2f}"
    )


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
    for entry in manifest["stages"]:
        for key, count in entry["noted"].items() if entry["stage"] == "score" else ():
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


def agreement(manifest: dict[str, Any]) -> Table:
    """How far the judges of each panel agree: Krippendorff's alpha, overall and by criterion."""
    panels = manifest["judges"]
    table = Table(
        title="Agreement of the judges (Krippendorff's alpha, ordinal: 1 perfect, 0 chance)",
        title_justify="left",
        box=None,
        pad_edge=False,
    )
    for heading in ("judges", "answers", "same tier", *panels[0]["alpha"]):
        table.add_column(heading, justify="left" if heading == "judges" else "right")
    for panel in panels:
        alphas = ("-" if alpha is None else f"{alpha:.2f}" for alpha in panel["alpha"].values())
        table.add_row(", ".join(panel["judges"]), f"{panel['answers']:,}", f"{100 * panel['same_tier']:.1f} %", *alphas)
    return table


ENDED_BY = {
    "target": "nothing is missing",
    "budget": "the budget of tokens ended the rounds",
    "rounds": "there are no more rounds; balance.rounds sets how many there may be",
    "input": "the input holds no more that passes",
}


def target(manifest: dict[str, Any]) -> str:
    """How far the run came with the number of records that the recipe wants; "" where it wants none."""
    reached = manifest.get("target")
    if not reached:
        return ""
    return f"Wanted: {reached['wanted']:,} records, of them kept {reached['kept']:,}: {ENDED_BY[reached['ended_by']]}"


def sandbox(manifest: dict[str, Any]) -> str:
    """At which level programs were run; "" where none was."""
    held = manifest.get("sandbox")
    if not held:
        return ""
    fences = ", ".join(["Landlock and seccomp", *held["namespaces"]]) if held["landlock"] else "resource limits alone"
    return f"Programs ran in the sandbox at level {held['level']} ({fences})"


def overview(manifest: dict[str, Any]) -> RenderableType:
    parts: list[RenderableType] = [funnel(manifest)]
    parts += [operators(manifest)] if manifest.get("operators") else []
    parts += [kept(manifest)]
    parts += [nodes(manifest)] if manifest.get("nodes") else []
    parts += [sentence for told in (target, sandbox) if (sentence := told(manifest))]
    parts += [spent(manifest)] if manifest["usage"] else []
    parts += [agreement(manifest)] if manifest.get("judges") else []
    parts += [slips(manifest)] if slip_counts(manifest) else []
    return Group(*(piece for part in parts for piece in (part, "")))


def _total(counted: dict[str, Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for tally in counted.values():
        total += tally
    return total


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}" + (f" ({100 * part / whole:.2f} %)" if whole else "")
