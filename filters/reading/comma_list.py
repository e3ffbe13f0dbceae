"""Read a list that a response gives as its final answer, its items parted by commas."""

import re

from filters.reading.answer import final_answer

LONGEST = 4000
"""Characters of an answer beyond which it is no list that any task asks for."""

_COMMA = re.compile(r"[,，、\n]")
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "*": "*"}


def comma_list(response: str) -> list[str]:
    """The items of the final answer without blanks and quotes around them; [] if it is empty or far too long.

    A final full stop is dropped, as is one pair of square brackets around the whole.
    """
    answer = final_answer(response)
    if not answer or len(answer) > LONGEST:
        return []
    answer = answer.rstrip(".。").strip()
    if answer.startswith("[") and answer.endswith("]"):
        answer = answer[1:-1]
    return [_unquoted(item.strip()) for item in _COMMA.split(answer)]


def _unquoted(item: str) -> str:
    while len(item) > 2 and _QUOTES.get(item[0]) == item[-1]:
        item = item[1:-1].strip()
    return item


def first_difference(expected: list[str], found: list[str]) -> tuple[str, str]:
    """Why two lists differ, as a reason and a sentence; ("", "") if they are equal."""
    if expected == found:
        return "", ""
    shown = f"expected {', '.join(expected)}; found {', '.join(found)[:400]}"
    if len(set(found)) < len(found):
        return "item_repeated", f"an item is given twice: {shown}"
    if missing := [item for item in expected if item not in found]:
        return "item_missing", f"{missing[0]} is missing: {shown}"
    if extra := [item for item in found if item not in expected]:
        return "item_extra", f"{extra[0][:80]!r} does not belong: {shown}"
    return "wrong_order", f"the items are right, their order is not: {shown}"
