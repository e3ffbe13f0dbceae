"""Run a pattern in the sandbox on the stated strings and on others near them, and compare with the described form.

args: parts (the form: [kind, least, most] for characters of a kind, most 0 for no limit; ["text", …]; ["choice",
words]), match and reject (strings that the prompt states). Which of the drawn strings have the form is decided here,
by following the parts through the string.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from filters.reading.answer import final_answer
from filters.sandbox.packed import run_packed
from filters.verdict import Verdict, failed, passed

_TOGETHER = 12
_LONGEST = 600
_SIGNS = "aAfgzZ059-._/:#+@ "
_PROGRAM = """
import re
def run_pattern(strings):
    pattern = re.compile({pattern!r})
    return [bool(pattern.fullmatch(text)) for text in strings]
"""
_Parts = Sequence[Sequence[Any]]


def _holds(kind: str, sign: str) -> bool:
    if not sign.isascii():
        return False
    return {
        "digit": sign.isdigit(),
        "capital": sign.isupper(),
        "small": sign.islower(),
        "hex": sign in "0123456789abcdef",
        "letter": sign.isalpha(),
    }[kind]


def has_form(parts: _Parts, text: str) -> bool:
    """Whether the parts lead from the start of the text to its end."""
    places = {0}
    for kind, *rest in parts:
        reached: set[int] = set()
        for place in places:
            if kind in ("text", "choice"):
                words = rest if kind == "text" else rest[0]
                reached |= {place + len(word) for word in words if text.startswith(word, place)}
            else:
                reached |= _ends(text, place, kind, *rest)
        places = reached
    return len(text) in places


def _ends(text: str, start: int, kind: str, least: int, most: int) -> set[int]:
    """Where a run of characters of a kind that starts there may end."""
    end = start
    while end < len(text) and _holds(kind, text[end]) and not (most and end - start == most):
        end += 1
    return set(range(start + least, end + 1))


def _piece(rng: random.Random, part: Sequence[Any], count: int) -> str:
    kind, *rest = part
    if kind == "text":
        return str(rest[0])
    if kind == "choice":
        return str(rng.choice(rest[0]))
    return "".join(rng.choices(_signs(kind), k=count))


@cache
def _signs(kind: str) -> list[str]:
    """The characters of a kind that strings are drawn from."""
    return [sign for sign in map(chr, range(48, 123)) if _holds(kind, sign)]


def _counts(part: Sequence[Any]) -> list[int]:
    return [1] if part[0] in ("text", "choice") else [part[1], part[2] or part[1] + 4]


def _near(rng: random.Random, parts: _Parts) -> Iterator[str]:
    """Strings of the form with every part at its bounds and beyond, and with single signs changed."""

    def drawn() -> list[str]:
        return [_piece(rng, part, rng.choice(_counts(part))) for part in parts]

    for place, part in enumerate(parts):
        sizes = _counts(part)
        if len(sizes) > 1:
            sizes += [max(0, sizes[0] - 1), sizes[1] + 1]
        for size in sizes:
            pieces = drawn()
            yield "".join([*pieces[:place], _piece(rng, part, size), *pieces[place + 1 :]])
        for sign in _SIGNS:
            pieces = drawn()
            spot = rng.randrange(len(pieces[place]))
            pieces[place] = pieces[place][:spot] + sign + pieces[place][spot + 1 :]
            yield "".join(pieces)
        pieces = drawn()
        yield "".join([*pieces[:place], *pieces[place + 1 :]])
        yield "".join([*pieces[: place + 1], pieces[place], *pieces[place + 1 :]])
    whole = "".join(drawn())
    yield from (f" {whole}", f"{whole} ", f"{whole}{whole}", "", whole.swapcase())


def strings(args: Mapping[str, Any]) -> list[str]:
    """The stated strings and the drawn ones, each once."""
    rng = random.Random(json.dumps(args["parts"]))
    return list(dict.fromkeys([*args["match"], *args["reject"], *_near(rng, args["parts"])]))


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many patterns in one batch of the sandbox; a pattern is data, so several share a program."""
    patterns = [_pattern(response) for _, response in items]
    drawn = [strings(args) for args, _ in items]
    jobs = [
        (_PROGRAM.format(pattern=pattern), "run_pattern", [texts])
        for pattern, texts in zip(patterns, drawn, strict=True)
        if isinstance(pattern, str)
    ]
    results = iter(run_packed(jobs, _TOGETHER))
    return [
        pattern if isinstance(pattern, Verdict) else _judge(args, texts, next(results))
        for (args, _), pattern, texts in zip(items, patterns, drawn, strict=True)
    ]


def _pattern(response: str) -> str | Verdict:
    answer = final_answer(response)
    if answer.startswith("```") and answer.endswith("```") and len(answer) > 6:
        answer = answer[3:-3].partition("\n")[2].strip()
    if answer.startswith("`") and answer.endswith("`") and len(answer) > 2:
        answer = answer[1:-1]
    if not answer or "\n" in answer or len(answer) > _LONGEST:
        return failed("no_pattern", f"one line with a pattern of at most {_LONGEST} characters is wanted")
    return answer


def _judge(args: Mapping[str, Any], texts: Sequence[str], found: list[str] | Verdict) -> Verdict:
    if isinstance(found, Verdict):
        return found
    try:
        matches = json.loads(found[0])
    except ValueError:
        return failed("no_regular_expression", f"the pattern cannot be used: {found[0][:100]}")
    for text, matched in zip(texts, matches, strict=True):
        if matched != has_form(args["parts"], text):
            return failed("wrong_match", f"{text!r} should {'not ' * matched}match")
    return passed(f"{len(texts)} strings are told right")
