"""Check a song's verses, refrain, line lengths and line endings against what the prompt states.

args: verses (how many), scheme (a letter for each line of a verse, such as "aabb"), ends (by letter, the words that
lines of that letter may end in), refrain (the line after every verse), low and high (words in each line, a Chinese
character being one), contains (words that must occur). No word ends two lines of the song, refrains aside. Empty lines
and headings such as "Verse 1" do not count. Whether the song is good is not judged.
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 6_000
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
_HEADING = re.compile(r"[\W_]*(?:verse|chorus|refrain|第[一二三四五六七八九十\d]+段|副歌)[\W\d_]*", re.IGNORECASE)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"expected a song of at most {_LONGEST} characters")
    lines = [_WORD.findall(line.casefold()) for line in response.splitlines() if not _HEADING.fullmatch(line)]
    lines = [words for words in lines if words]
    refrain = _WORD.findall(args["refrain"].casefold())
    size = len(args["scheme"]) + 1
    if len(lines) != args["verses"] * size:
        return failed("wrong_lines", f"expected {args['verses']} verses of {size} lines each, found {len(lines)} lines")
    seen: set[str] = set()
    for number, words in enumerate(lines, 1):
        place = (number - 1) % size
        if place == size - 1:
            if words != refrain:
                return failed("wrong_refrain", f"line {number} must be the refrain {args['refrain']!r}")
            continue
        if not args["low"] <= len(words) <= args["high"]:
            return failed("wrong_length", f"line {number} has {len(words)} words")
        if words[-1] not in args["ends"][args["scheme"][place]]:
            return failed("wrong_rhyme", f"line {number} must not end in {words[-1]!r}")
        if words[-1] in seen:
            return failed("rhyme_repeated", f"{words[-1]!r} ends two lines")
        seen.add(words[-1])
    whole = [" ".join(["", *words, ""]) for words in lines]
    for word in args["contains"]:
        wanted = " ".join(["", *_WORD.findall(word.casefold()), ""])
        if not any(wanted in line for line in whole):
            return failed("word_missing", f"{word!r} does not occur")
    return passed(f"{args['verses']} verses with their refrain")
