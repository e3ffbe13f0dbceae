"""What `gristmill verify` ends with: what was checked again, and the lies."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from pipeline.audit.verify import Audit


@contextmanager
def watch(shards: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr that counts shards."""
    columns = (TextColumn("checking shards"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=shards)
        yield lambda: progress.advance(bar)


def outcome(out: Path, audit: "Audit") -> RenderableType:
    """Everything there is to tell of an audit."""
    found = audit.findings
    parts: list[RenderableType] = []
    if found.checked:
        parts += [by_checker(audit), ""]
    parts.append(f"{audit.files:,} files and {found.records:,} records of {out}")
    parts.append(f"answers checked again: {found.checked.total():,} of {found.records:,}")
    parts.append(f"sealed: {found.sealed:,}, unsealed: {found.records - found.sealed:,}")
    why = f": {audit.not_made_again}" if audit.not_made_again else ""
    parts.append(f"made again from their seeds: {found.made_again:,}{why}")
    parts.append(f"lies: {found.lies:,}")
    return Group(*parts, *lies(audit))


def by_checker(audit: "Audit") -> Table:
    """Two checkers a line."""
    table = Table(title="Checked again", title_justify="left", box=None, pad_edge=False)
    for heading in ("checker", "checked", "right", "wrong") * 2:
        table.add_column(heading, justify="left" if heading == "checker" else "right")
    found = audit.findings
    lines = [
        (checker, f"{count:,}", f"{count - found.wrong[checker]:,}", f"{found.wrong[checker]:,}")
        for checker, count in sorted(found.checked.items())
    ]
    half = (len(lines) + 1) // 2
    for left, right in zip_longest(lines[:half], lines[half:], fillvalue=("",) * 4):
        table.add_row(*left, *right)
    return table


def lies(audit: "Audit") -> Iterator[Text]:
    """The first of them: file and row, id, what is wrong."""
    for lie in audit.findings.first:
        place = f"{lie.file}, row {lie.row:,}" if lie.row else lie.file
        yield Text.assemble((lie.what, "red"), f" in {place}" + (f", {lie.id}" if lie.id else ""))
        yield Text(f"    {lie.detail}")
    if (more := audit.findings.lies - len(audit.findings.first)) > 0:
        yield Text(f"and {more:,} more")
