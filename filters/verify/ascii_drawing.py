"""Check a drawing made of characters: every cell is recomputed from the stated figure and its measures.

args: figure and its own measures (below), copies and gap (drawn side by side, blanks between), and caption (the line
above the drawing, or ""). Blanks at the ends of lines do not count, nor do empty lines before or after the drawing. The
drawing stands in a code block.

Here every figure is a function from a cell (column, row) to its character; whoever drew it built whole lines.
"""

from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 12_000


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"expected a drawing of at most {_LONGEST} characters")
    found = drawing(response)
    if not found:
        return failed("no_drawing", "no code block with a drawing")
    expected = [line.rstrip() for line in expected_lines(args)]
    if len(found) != len(expected):
        return failed("wrong_height", f"expected {len(expected)} lines, found {len(found)}")
    for number, (line, wanted) in enumerate(zip(found, expected, strict=True), 1):
        if line != wanted:
            return failed("wrong_line", f"line {number} must be {wanted!r}, found {line[:120]!r}")
    return passed(f"{len(expected)} lines as stated")


def drawing(response: str) -> list[str]:
    """The lines of the first code block, without blanks at their ends and empty lines around."""
    lines = [line.rstrip() for line in response.splitlines()]
    fences = [place for place, line in enumerate(lines) if line.lstrip().startswith("```")]
    if len(fences) < 2:
        return []
    first, last = fences[0] + 1, fences[1]
    while first < last and not lines[first]:
        first += 1
    while first < last and not lines[last - 1]:
        last -= 1
    return lines[first:last]


def expected_lines(args: Mapping[str, Any]) -> list[str]:
    width, height = size(args)
    pitch = width + args["gap"]
    total = pitch * args["copies"] - args["gap"]
    rows = [
        "".join(cell(args, x % pitch, y, width, height) if x % pitch < width else " " for x in range(total))
        for y in range(height)
    ]
    return [args["caption"], *rows] if args["caption"] else rows


def size(args: Mapping[str, Any]) -> tuple[int, int]:
    """Columns and rows of one figure."""
    match args["figure"]:
        case "rectangle" | "board":
            return args["width"], args["height"]
        case "left" | "right" | "cross":
            return args["height"], args["height"]
        case "pyramid" | "funnel":
            return 2 * args["height"] - 1, args["height"]
        case "diamond":
            return 2 * args["height"] - 1, 2 * args["height"] - 1
        case "frame":
            return max(map(len, args["text"])) + 2 * args["padding"] + 2, len(args["text"]) + 2
        case "stairs":
            return args["steps"] * args["tread"], args["steps"]
        case "bars":
            return max(map(len, args["labels"])) + 3 + max(args["values"]), len(args["values"])
        case _:
            return 2 * len(args["values"]) - 1, max(args["values"]) + 1


def cell(args: Mapping[str, Any], x: int, y: int, width: int, height: int) -> str:
    """The character of a figure in a column and a row, from the top left."""
    mark: str = args["mark"]
    other: str = args.get("other", " ")
    filled = False
    match args["figure"]:
        case "rectangle":
            return mark if x in (0, width - 1) or y in (0, height - 1) else other
        case "board":
            return other if (x + y) % 2 else mark
        case "left":
            filled = x <= y
        case "right":
            filled = x >= width - 1 - y
        case "cross":
            filled = x in (y, width - 1 - y)
        case "pyramid":
            filled = abs(x - height + 1) <= y
        case "funnel":
            filled = abs(x - height + 1) <= height - 1 - y
        case "diamond":
            middle = args["height"] - 1
            filled = abs(x - middle) + abs(y - middle) <= middle
        case "stairs":
            step = x // args["tread"]
            filled = step >= height - 1 - y if args["up"] else step <= y
        case "frame":
            if y in (0, height - 1) or x in (0, width - 1):
                return mark
            line, at = args["text"][y - 1], x - 1 - args["padding"]
            return line[at] if 0 <= at < len(line) else " "
        case "bars":
            label = max(map(len, args["labels"]))
            if x < label:
                return args["labels"][y].ljust(label)[x]
            if x < label + 3:
                return " | "[x - label]
            filled = x - label - 3 < args["values"][y]
        case _:
            if x % 2:
                return " "
            if y == height - 1:
                return args["letters"][x // 2]
            filled = height - 1 - y <= args["values"][x // 2]
    return mark if filled else " "
