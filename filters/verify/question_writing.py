"""Check the stated demands on one written question; how good a question it is, is not judged.

args: word and also (to contain; also may be ""), start (the question word, or ""), least and most (words;
in Chinese, characters without punctuation), avoid (a
word or ""), sentence (a quotation, which does not matter here).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.sentences import STOPS, bare
from filters.verdict import Verdict, failed, passed

_LONGEST = 1000


def _chinese(args: Mapping[str, Any], text: str) -> Verdict:
    if not text.endswith(("？", "?")):
        return failed("no_question", f"expected a question mark at the end, found {text[-40:]!r}")
    if "\n" in text or sum(text.count(stop) for stop in "。！？?!") > 1:
        return failed("not_one_question", "expected one question alone, on one line")
    length = sum(character.isalnum() for character in text)
    if not args["least"] <= length <= args["most"]:
        return failed("wrong_length", f"expected {args['least']} to {args['most']} characters, found {length}")
    if not text.startswith(args["start"]):
        return failed("wrong_start", f"expected {args['start']!r} first, found {text[:8]!r}")
    for wanted in (args["word"], args["also"]):
        if wanted not in text:
            return failed("word_missing", f"the question lacks {wanted!r}")
    if args["avoid"] and args["avoid"] in text:
        return failed("word_not_avoided", f"the question has {args['avoid']!r}")
    return passed(f"one question of {length} characters")


def check(args: Mapping[str, Any], response: str) -> Verdict:
    text = response.strip()
    if len(text) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    if any("一" <= character <= "鿿" for character in args["word"]):
        return _chinese(args, text)
    if not text.endswith("?"):
        return failed("no_question", f"expected a question mark at the end, found {text[-40:]!r}")
    tokens = text.split()
    if "\n" in text or text.count("?") > 1 or any(token.endswith(STOPS) for token in tokens[:-1]):
        return failed("not_one_question", "expected one question alone, on one line")
    words = [word for token in tokens if (word := bare(token))]
    if not args["least"] <= len(words) <= args["most"]:
        return failed("wrong_length", f"expected {args['least']} to {args['most']} words, found {len(words)}")
    if args["start"] and words[0] != args["start"].lower():
        return failed("wrong_start", f"expected {args['start']!r} first, found {words[0]!r}")
    for wanted in (args["word"], args["also"]):
        if wanted and wanted.lower() not in words:
            return failed("word_missing", f"the question lacks {wanted!r}")
    if args["avoid"] and args["avoid"].lower() in words:
        return failed("word_not_avoided", f"the question has {args['avoid']!r}")
    return passed(f"one question of {len(words)} words")
