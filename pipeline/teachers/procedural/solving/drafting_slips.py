"""Spoiling a document on purpose: each kind of mistake breaks a stated demand for certain, or is not made."""

import random
from collections.abc import Callable, Mapping
from typing import Any

SLIP_KINDS = (
    "detail_missing",
    "number_changed",
    "too_long",
    "too_short",
    "opening_lost",
    "closing_lost",
    "part_lost",
    "word_not_avoided",
)
VAGUE = {
    "en": ("something else", "the usual thing", "whatever suits", "that one"),
    "zh": ("有关情况", "另外那个", "相关内容", "某某"),
}
PADDING = {
    "en": (
        "There is, of course, much more that could be said about this.",
        "As everybody knows, one thing leads to another in such matters.",
        "It bears repeating that all of this has been mentioned before.",
        "To put it in other words, things are as they have been described.",
    ),
    "zh": (
        "当然，关于这件事还有很多话可以说。",
        "众所周知，这类事情总是一环扣着一环。",
        "需要再次强调的是，以上内容前面已经提到过。",
        "换句话说，情况就像前面所描述的那样。",
    ),
}


def spoil(
    rng: random.Random, kind: str, text: str, demands: Mapping[str, Any], language: str, measure: Callable[[str], int]
) -> str | None:
    """The text with one mistake; None if the task admits no such mistake."""
    lines = text.split("\n")
    match kind:
        case "detail_missing":
            return replaced(text, rng.choice(demands["says"]), rng.choice(VAGUE[language]))
        case "number_changed":
            numbers = [phrase for phrase in demands["says"] if any(map(str.isdecimal, phrase))]
            if not numbers:
                return None
            phrase = rng.choice(numbers)
            at = rng.choice([place for place, character in enumerate(phrase) if character.isdecimal()])
            other = rng.choice([digit for digit in "123456789" if digit != phrase[at]])
            return replaced(text, phrase, phrase[:at] + other + phrase[at + 1 :])
        case "too_long":
            blank = " " if language == "en" else ""
            padded = text
            while measure(padded) <= demands["words"][1] + 5:
                padding = rng.choice(PADDING[language])
                lines[-2:] = [lines[-2] + blank + padding, lines[-1]]
                padded = "\n".join(lines)
            return padded
        case "too_short":
            kept = list(lines)
            while measure("\n".join(kept)) > demands["words"][0] - 4 and len(kept) > 1:
                del kept[rng.randrange(len(kept))]
            return "\n".join(kept) if measure("\n".join(kept)) <= demands["words"][0] - 4 else None
        case "opening_lost":
            rest = [line for line in lines[1:] if line.strip()]
            lost = "opens" in demands and not rest[0].startswith(demands["opens"])
            return "\n".join(lines[1:]).lstrip("\n") if lost else None
        case "closing_lost":
            rest = [line for line in lines[:-1] if line.strip()]
            lost = "closes" in demands and demands["closes"] not in rest[-1]
            return "\n".join(lines[:-1]).rstrip("\n") if lost else None
        case "part_lost":
            return part_lost(rng, lines, demands)
        case _:
            if not demands["avoids"]:
                return None
            word = rng.choice(demands["avoids"])
            if language == "en":
                added = f" {word}" if word.isalpha() else word
                return "\n".join([*lines[:-2], lines[-2].rstrip() + added, lines[-1]])
            return "\n".join([*lines[:-2], lines[-2] + word, lines[-1]])


def replaced(text: str, phrase: str, other: str) -> str | None:
    changed = text.replace(phrase, other)
    return None if phrase.casefold() in changed.casefold() else changed


def part_lost(rng: random.Random, lines: list[str], demands: Mapping[str, Any]) -> str | None:
    """The text without one of the lines whose number or order is demanded."""
    wanted: list[int] = []
    for place, line in enumerate(lines):
        counted = (
            ("numbered" in demands and line[:1].isdecimal() and line.lstrip("0123456789").startswith(". "))
            or ("bullets" in demands and line.startswith("- "))
            or any(line.startswith((f"{name}:", f"{name}：")) for name in demands.get("speakers", ()))
            or (line in demands.get("headings", ()) and lines.count(line) == 1)
        )
        if counted:
            wanted.append(place)
    if not wanted:
        return None
    lost = rng.choice(wanted)
    return "\n".join(lines[:lost] + lines[lost + 1 :])
