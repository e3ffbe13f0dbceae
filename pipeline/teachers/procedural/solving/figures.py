"""Figures made of characters, line by line, and what is said of them."""

from typing import Any

Args = dict[str, Any]


def lines_of(args: Args) -> list[str]:
    """The lines of one figure, without the copies beside it and the caption above it."""
    mark, other, high = args["mark"], args.get("other", " "), args.get("height", 0)
    match args["figure"]:
        case "rectangle":
            inner = mark + other * (args["width"] - 2) + mark
            return [mark * args["width"], *[inner] * (high - 2), mark * args["width"]]
        case "board":
            rows = [(mark + other) * args["width"], (other + mark) * args["width"]]
            return [rows[row % 2][: args["width"]] for row in range(high)]
        case "left":
            return [mark * row for row in range(1, high + 1)]
        case "right":
            return [(mark * row).rjust(high) for row in range(1, high + 1)]
        case "cross":
            halves = [" " * row + mark + " " * (high - 2 * row - 2) + mark for row in range(high // 2)]
            middle = [" " * (high // 2) + mark] if high % 2 else []
            return [*halves, *middle, *reversed(halves)]
        case "pyramid":
            return _pyramid(mark, high)
        case "funnel":
            return _pyramid(mark, high)[::-1]
        case "diamond":
            return [*_pyramid(mark, high), *_pyramid(mark, high)[-2::-1]]
        case "stairs":
            widths = [args["tread"] * step for step in range(1, args["steps"] + 1)]
            return [(mark * width).rjust(widths[-1]) if args["up"] else mark * width for width in widths]
        case "frame":
            inside = max(map(len, args["text"])) + 2 * args["padding"]
            beside = " " * args["padding"]
            rows = [f"{mark}{(beside + text).ljust(inside)}{mark}" for text in args["text"]]
            return [mark * (inside + 2), *rows, mark * (inside + 2)]
        case "bars":
            longest = max(map(len, args["labels"]))
            pairs = zip(args["labels"], args["values"], strict=True)
            return [f"{label.ljust(longest)} | {mark * value}" for label, value in pairs]
        case _:
            levels = range(max(args["values"]), 0, -1)
            rows = [" ".join(mark if value >= level else " " for value in args["values"]) for level in levels]
            return [*rows, " ".join(args["letters"])]


def _pyramid(mark: str, high: int) -> list[str]:
    return [" " * (high - row) + mark * (2 * row - 1) for row in range(1, high + 1)]


def picture(args: Args) -> list[str]:
    """All lines: the caption, and the copies side by side."""
    one = lines_of(args)
    width = max(map(len, one))
    if args["figure"] == "bars":
        width = max(map(len, args["labels"])) + 3 + max(args["values"])
    rows = [(" " * args["gap"]).join([line.ljust(width)] * args["copies"]).rstrip() for line in one]
    return [args["caption"], *rows] if args["caption"] else rows
