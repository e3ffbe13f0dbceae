"""What `gristmill replay` shows: how many requests had failed before and after, by step."""

from rich.table import Table

from pipeline.replay import Replayed


def outcome(replayed: Replayed) -> Table:
    """A row for each step that had failures before or has some now, and their sum."""
    table = Table("step", "failed before", "failed after", title="Failed requests", title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    for step in dict.fromkeys([*replayed.before, *replayed.after]):
        table.add_row(step, f"{replayed.before[step]:,}", f"{replayed.after[step]:,}")
    table.add_section()
    table.add_row("all", f"{replayed.before.total():,}", f"{replayed.after.total():,}")
    return table
