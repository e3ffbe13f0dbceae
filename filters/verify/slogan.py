"""Check a slogan for the words and the length that are demanded; how well it sells is not judged.

args: name and thing (what is praised), word (must stand in it), most (words at most); and perhaps begins (the first
word), avoid_word, avoid_letter, exact (the number of words). One line that ends in an exclamation mark.
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 300
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTES = "\"'“”‘’*`"


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    slogan = response.strip().strip(_QUOTES).strip()
    if len(slogan.splitlines()) != 1:
        return failed("not_one_line", f"expected one line, found {len(slogan.splitlines())}")
    if not slogan.endswith("!"):
        return failed("no_exclamation_mark", f"expected an exclamation mark at the end of {slogan!r}")
    words = [word.casefold() for word in _WORD.findall(slogan)]
    if args["word"] not in words:
        return failed("word_missing", f"the word {args['word']!r} is missing in {slogan!r}")
    if len(words) > args["most"]:
        return failed("too_many_words", f"expected at most {args['most']} words, found {len(words)}")
    if len(words) != args.get("exact", len(words)):
        return failed("wrong_number", f"expected exactly {args['exact']} words, found {len(words)}")
    if words[0] != args.get("begins", words[0]).casefold():
        return failed("wrong_beginning", f"expected {args['begins']!r} first, found {words[0]!r}")
    if args.get("avoid_word", "") in words:
        return failed("word_not_allowed", f"the word {args['avoid_word']!r} must not stand in {slogan!r}")
    if "avoid_letter" in args and args["avoid_letter"] in slogan.casefold():
        return failed("letter_not_allowed", f"the letter {args['avoid_letter']!r} must not stand in {slogan!r}")
    return passed(slogan)
