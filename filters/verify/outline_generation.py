"""Compare an outline, line by line, with the paragraphs of its text.

args: opening (of the text); paragraphs, a list of [frame, topic, points]; levels, 1 (topics alone) or 2 (topics and
points). Case, indentation, an article before a topic, a full stop at a line's end and Markdown marks are immaterial.
"""

from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 8000


def _read(line: str) -> tuple[str, str]:
    """The number of a line without its last stop, and what follows it; ("", line) if it has none."""
    line = line.strip().lstrip("#*-> ").replace("**", "").strip()
    end = 0
    while end < len(line) and line[end] in "0123456789.．":
        end += 1
    number = line[:end].replace("．", ".").rstrip(".")
    return number, line[end:].lstrip("、) ）.").strip()


def _plain(text: str) -> str:
    low = text.lower().rstrip(".。:： ")
    return low.removeprefix("the ").removeprefix("a ").strip()


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    wanted: list[tuple[str, str]] = []
    for at, (_, topic, points) in enumerate(args["paragraphs"], 1):
        wanted.append((f"{at}", _plain(topic)))
        if args["levels"] == 2:
            wanted += [(f"{at}.{place}", _plain(point)) for place, point in enumerate(points, 1)]
    found = [_read(line) for line in response.splitlines() if line.strip()]
    if not found:
        return failed("no_answer", "the response is empty")
    for (number, text), (own_number, own_text) in zip(wanted, found, strict=False):
        if number != own_number:
            return failed(
                "wrong_number", f"expected line {number} ({text}), found {own_number[:20]!r} {own_text[:80]!r}"
            )
        if text != _plain(own_text):
            return failed("wrong_heading", f"line {number}: expected {text!r}, found {own_text[:80]!r}")
    if len(found) != len(wanted):
        return failed("wrong_count", f"expected {len(wanted)} lines, found {len(found)}")
    return passed(f"{len(wanted)} lines")
