"""Check a poem's lines against the word they are to spell and the other constraints that the prompt states.

args: word (its letters begin the lines, in order), low and high (words in each line), contains and avoid_words (lists
of words), optionally avoid_letter. Empty lines do not count; no line may occur twice. Whether the poem is good, and
keeps to its theme, is not judged.
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 5_000


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"expected a short poem, found {len(response)} characters")
    lines = [line for line in response.casefold().splitlines() if line.strip()]
    letters = args["word"].casefold()
    if len(lines) != len(letters):
        return failed("wrong_lines", f"expected {len(letters)} lines for {args['word']}, found {len(lines)}")
    seen: set[tuple[str, ...]] = set()
    for number, (letter, line) in enumerate(zip(letters, lines, strict=True), 1):
        words = _WORD.findall(line)
        if not words or words[0][0] != letter:
            return failed("wrong_initial", f"line {number} must begin with {letter.upper()}: {line.strip()[:80]}")
        if not args["low"] <= len(words) <= args["high"]:
            return failed(
                "wrong_length", f"line {number} has {len(words)} words; expected {args['low']} to {args['high']}"
            )
        if tuple(words) in seen:
            return failed("repeated", f"line {number} repeats an earlier one: {line.strip()[:80]}")
        seen.add(tuple(words))
    used = {word for words in seen for word in words}
    for word in args["contains"]:
        if word.casefold() not in used:
            return failed("word_missing", f"the word “{word}” does not occur")
    for word in args["avoid_words"]:
        if word.casefold() in used:
            return failed("word_forbidden", f"the word “{word}” must not occur")
    letter = args.get("avoid_letter", "").casefold()
    if letter and letter in response.casefold():
        return failed("letter_forbidden", f"the letter {letter.upper()} must not occur")
    return passed(f"{len(lines)} lines spell {args['word']}")
