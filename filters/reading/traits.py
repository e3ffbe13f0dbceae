"""Judge which things of a list fit a description, for the checkers that have a table of what fits.

args: ask ("one" or "which" fit, which do "not", or the "count"); items; target (the description).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

ASKS = ("one", "which", "not", "count")

Fitting = Mapping[str, frozenset[str]]
"""By description, in either language, the names of what fits."""


def fitting(tables: Mapping[tuple[str, str], str]) -> Fitting:
    """A table from texts: both phrases of a description, and "english=中文" of all that fits, parted by blanks; an
    underscore stands for a blank in a name."""
    found: dict[str, frozenset[str]] = {}
    for (english, chinese), text in tables.items():
        pairs = [pair.replace("_", " ").split("=") for pair in text.split()]
        found[english] = frozenset(pair[0] for pair in pairs)
        found[chinese] = frozenset(pair[1] for pair in pairs)
    return found


def bare(text: str) -> str:
    """A name without its article, folded."""
    folded = plain(text)
    for article in ("the ", "a ", "an "):
        folded = folded.removeprefix(article)
    return folded


def judge(table: Fitting, args: Mapping[str, Any], response: str) -> Verdict:
    fits = table.get(args["target"])
    if fits is None:
        return failed("unknown_description", f"the table has no description {args['target']!r}")
    ask = args["ask"]
    kept = [item for item in args["items"] if (bare(item) in fits) is (ask != "not")]
    return compare([str(len(kept))] if ask == "count" else kept, response, bare)
