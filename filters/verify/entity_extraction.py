"""Find all items of one stated kind in a text with regular expressions and compare.

args: text; kind (a name in _PATTERNS); value (what the kind is about: an ending, a first letter, a number of letters;
"" for most); least (items of fewer characters are left out; 0 for no limit); backwards (the last item stands first).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.comma_list import comma_list, first_difference
from filters.verdict import Verdict, failed, passed

_INSIDE = "\u4e00-\u9fffA-Za-z0-9"
_START, _PIECE = f"(?<![{_INSIDE}])", f"[{_INSIDE}]+"
_PATTERNS = {
    "number": r"(?<![A-Za-z0-9_])[0-9]+(?![A-Za-z0-9_])",
    "capitals": r"(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z])",
    "capitalised": r"(?<=[A-Za-z] )[A-Z][a-z]+(?![A-Za-z])",
    "dotted": r"(?<![A-Za-z0-9_.])\.*([A-Za-z_][A-Za-z0-9_]+(?:\.[A-Za-z_][A-Za-z0-9_]+)+)\.*(?![A-Za-z0-9_.])",
    "underscored": r"(?<![A-Za-z0-9_])(?=[0-9_]*[A-Za-z])(?=[A-Za-z0-9]*_)[A-Za-z0-9_]+",
    "hyphenated": r"(?<![A-Za-z-])[A-Za-z]+(?:-[A-Za-z]+)+(?![A-Za-z-])",
    "doubled": r"(?<![A-Za-z])(?=[A-Za-z]*?([a-z])\1)([A-Za-z]+)",
    "ending": r"(?<![A-Za-z])[A-Za-z]*{value}(?![A-Za-z])",
    "initial": r"(?<![A-Za-z]){value}[A-Za-z]*",
    "long": r"(?<![A-Za-z])[A-Za-z]{{{value},}}",
    "backquoted": r"(?<!`)(`+)([^`\n]+)\1(?!`)",
    "quoted": r'"([^"\n]+)"',
    "numeral": "[零一二两三四五六七八九十百千万亿]+",
    "measured": "[零一二两三四五六七八九十百千万亿]+[\u4e00-\u9fff]",
    "piece_with": f"{_START}(?=[{_INSIDE}]*{{value}}){_PIECE}",
    "piece_without": f"{_START}(?![{_INSIDE}]*{{value}}){_PIECE}",
    "piece_start": f"{_START}(?={{value}}){_PIECE}",
    "piece_long": f"{_START}[{_INSIDE}]{{{{{{value}},}}}}",
    "piece_short": f"{_START}[{_INSIDE}]{{{{1,{{value}}}}}}(?![{_INSIDE}])",
    "piece_exact": f"{_START}[{_INSIDE}]{{{{{{value}}}}}}(?![{_INSIDE}])",
    "next_two": f"(?<={{value}})(?=([{_INSIDE}]{{{{2}}}}))",
    "next_before": f"(?<=([{_INSIDE}]{{{{2}}}}))(?={{value}})",
    "piece_close": f"(?<=[{_INSIDE}]{{2}})([{_INSIDE}]{{2}})(?![{_INSIDE}])",
    "piece_open": f"{_START}([{_INSIDE}]{{2}})(?=[{_INSIDE}]{{2}})",
}
_WITH_VALUE = frozenset(
    (
        "ending initial long next_two next_before piece_with piece_without piece_start piece_long piece_short "
        "piece_exact"
    ).split()
)


@lru_cache(maxsize=256)
def _pattern(kind: str, value: str) -> re.Pattern[str]:
    pattern = _PATTERNS[kind]
    return re.compile(pattern.format(value=re.escape(value)) if kind in _WITH_VALUE else pattern)


def _expected(args: Mapping[str, Any]) -> list[str]:
    pattern = _pattern(args["kind"], args["value"])
    found = (match.group(pattern.groups) for match in pattern.finditer(args["text"]))
    items = [item for item in dict.fromkeys(found) if len(item) >= args["least"]]
    return items[::-1] if args["backwards"] else items


def check(args: Mapping[str, Any], response: str) -> Verdict:
    found = comma_list(response)
    if not found:
        return failed("no_answer", "no items stand after the answer mark")
    expected = _expected(args)
    reason, detail = first_difference(expected, found)
    return failed(reason, detail) if reason else passed(", ".join(expected))
