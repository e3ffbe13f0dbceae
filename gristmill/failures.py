"""What could not be read or done, a line a reason, with an example."""

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
from rich.text import Text


def failures(out: Path) -> Text:
    """How many rows of failed/ for each reason, and the first of them; empty where nothing failed."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for path in sorted((out / "failed").glob("*.parquet")):
        table = pq.read_table(path, columns=["error", "uri"])
        for error, uri in zip(table["error"].to_pylist(), table["uri"].to_pylist(), strict=True):
            reason, _, figure = error.partition(": ")
            counts[reason] += 1
            first.setdefault(reason, f"{uri}: {figure}")
    lines = [f"failed, {reason}: {count:,}, such as {first[reason]}" for reason, count in counts.most_common()]
    return Text("\n".join(lines))
