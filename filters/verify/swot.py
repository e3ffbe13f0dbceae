"""Judge a SWOT analysis: whose side a fact is on, by telling words.

args: facts (sentences); ask ("each", "list" or "count"); group (S, W, O or T, for the last two). What the owner says of
"our" or "we" (我们, 自己的) is from inside.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict

_INSIDE = re.compile(r"\b(?:our|we)\b|我们|自创", re.IGNORECASE)
_HELPFUL = re.compile(
    r"know the trade|pay no rent|praise|delivers within|savings|are our own|works well|lowest|new flats|grant|closing"
    r"|demand|tram|trade fair|lowered|tourists|"
    r"业务熟练|租金|称赞|交货|积蓄|自创|默契|最低|住宅|补助|关门|增长|电车|展销|降价|游客",
    re.IGNORECASE,
)
_WORDS = {
    "strength": "s",
    "weakness": "w",
    "opportunity": "o",
    "threat": "t",
    "优势": "s",
    "劣势": "w",
    "机会": "o",
} | {
    "威胁": "t",
    "无": "none",
}


@lru_cache(maxsize=4096)
def _letter(fact: str) -> str:
    helpful = bool(_HELPFUL.search(fact))
    return ("WS" if _INSIDE.search(fact) else "TO")[helpful]


def _folded(text: str) -> str:
    folded = plain(text)
    return _WORDS.get(folded, folded)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    letters = [_letter(fact) for fact in args["facts"]]
    if args["ask"] == "each":
        return compare(letters, response, _folded)
    places = [str(place + 1) for place, letter in enumerate(letters) if letter == args["group"]]
    return compare([str(len(places))] if args["ask"] == "count" else places or ["none"], response, _folded)
