"""What a dry run shows: calls, tokens and cost by step and engine, and what they stand on."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.estimate import EXPECTED, Estimate, Line
from pipeline.recipe import Recipe
from pipeline.teachers.llm.settings import LLM


def shown(recipe: Recipe, made: Estimate) -> RenderableType:
    """The estimate as a table, with assumptions and notes; for the embedded teacher two sentences."""
    seeds = f"{made.seeds:,} seeds would give {made.instructions:,} instructions."
    notes = [Text(f"- {note}") for note in made.notes]
    if not isinstance(recipe.teacher, LLM):
        return Group(Text(f"{seeds} Answers are computed: no model is asked, and nothing is paid."), *notes)
    return Group(Text(seeds), "", _table(made), "", Text("Assumed"), *_assumed(made), "", Text("Not reckoned"), *notes)


def _table(made: Estimate) -> Table:
    title = "What models would be asked, without retries"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for heading in ("step", "engine", "calls", "tokens in", "out", "out at most", "cost", "at most"):
        table.add_column(heading, justify="left" if heading in ("step", "engine") else "right")
    for line in (*made.lines, made.total):
        table.add_row(*_cells(line))
    return table


def _cells(line: Line) -> list[str]:
    figures = (line.calls, line.prompt_tokens, line.completion_tokens, line.most_completion_tokens)
    costs = (line.cost, line.most_cost)
    return [line.step, line.engine, *map(_short, figures), *(f"{cost:,.2f}" for cost in costs)]


def _short(figure: int) -> str:
    """Millions from ten of them on, so that a table fits a terminal; --json has every digit."""
    return f"{figure:,}" if figure < 10**7 else f"{figure / 1e6:,.1f} M"


def _assumed(made: Estimate) -> list[Text]:
    assumed = made.assumed
    shares = ", ".join(f"{verb} {share:.0%} of {assumed['max_tokens'][verb]:,}" for verb, share in EXPECTED.items())
    by: dict[str, list[str]] = {}
    for name, how in assumed["tokens_by"].items():
        by.setdefault(how, []).append(name)
    lines = [
        f"an answer's length, as a share of max_tokens: {shares}",
        f"an instruction's length: {assumed['instruction']}",
        f"an evolution adds {assumed['evolution_adds_tokens']} tokens",
        f"a chat template adds {assumed['chat_template_tokens_a_message']} tokens a message",
        *(f"tokens of {', '.join(names)} are counted by {how}" for how, names in by.items()),
    ]
    return [Text(f"- {line}") for line in lines]
