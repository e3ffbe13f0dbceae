"""Sort the stated words again and compare.

args: words (small letters a to z, all different); keys (names of the rules, applied in turn, ties left at the end go by
the alphabet); without (a letter: words that contain it are left out; "" for none).
"""

from collections.abc import Mapping
from functools import cmp_to_key
from typing import Any

from filters.reading.comma_list import comma_list, first_difference
from filters.verdict import Verdict, failed, passed


def _compare(a: Any, b: Any) -> int:
    return (a > b) - (a < b)


def _vowels(word: str) -> int:
    return sum(map(word.count, "aeiou"))


_RULES = {
    "alphabet": lambda a, b: _compare(a, b),
    "alphabet_down": lambda a, b: _compare(b, a),
    "length": lambda a, b: _compare(len(a), len(b)),
    "length_down": lambda a, b: _compare(len(b), len(a)),
    "last": lambda a, b: _compare(a[-1], b[-1]),
    "last_down": lambda a, b: _compare(b[-1], a[-1]),
    "second": lambda a, b: _compare(a[1], b[1]),
    "vowels": lambda a, b: _compare(_vowels(a), _vowels(b)),
    "vowels_down": lambda a, b: _compare(_vowels(b), _vowels(a)),
    "backwards": lambda a, b: _compare(a[::-1], b[::-1]),
}


def _expected(args: Mapping[str, Any]) -> list[str]:
    rules = [_RULES[key] for key in args["keys"]] + [_RULES["alphabet"]]

    def by_all(a: str, b: str) -> int:
        return next((order for rule in rules if (order := rule(a, b))), 0)

    letter = args["without"]
    kept = [word for word in args["words"] if not letter or letter not in word]
    return sorted(kept, key=cmp_to_key(by_all))


def check(args: Mapping[str, Any], response: str) -> Verdict:
    found = [word.casefold() for word in comma_list(response)]
    if not found:
        return failed("no_answer", "no words stand after the answer mark")
    expected = _expected(args)
    reason, detail = first_difference(expected, found)
    return failed(reason, detail) if reason else passed(", ".join(expected))
