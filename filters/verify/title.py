"""Check the stated demands on a title; how well it fits the sentence is not judged.

args: word and also (to contain; also may be ""), least and most (words; in Chinese, characters), avoid (a word or ""),
sentence (what the title is for, which does not matter here, as outlet and order do not). Quotation marks around the
title are taken off. A Chinese title has no punctuation.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.sentences import bare
from filters.verdict import Verdict, failed, passed

_LONGEST = 1000
_QUOTES = "\"'“”‘’*《》"


def _chinese(args: Mapping[str, Any], title: str) -> Verdict:
    if not all(character.isalnum() for character in title):
        return failed("punctuation", f"expected no punctuation in {title[:80]!r}")
    if not args["least"] <= len(title) <= args["most"]:
        return failed("wrong_length", f"expected {args['least']} to {args['most']} characters, found {len(title)}")
    for wanted in (args["word"], args["also"]):
        if wanted not in title:
            return failed("word_missing", f"the title lacks {wanted!r}")
    if args["avoid"] and args["avoid"] in title:
        return failed("word_not_avoided", f"the title has {args['avoid']!r}")
    return passed(f"a title of {len(title)} characters")


def check(args: Mapping[str, Any], response: str) -> Verdict:
    title = response.strip().strip(_QUOTES).strip()
    if not title:
        return failed("no_title", "the response has no words")
    if len(title) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    if len(title.splitlines()) > 1:
        return failed("not_one_title", "expected one title alone, on one line")
    if title.endswith("."):
        return failed("full_stop", "expected no full stop at the end")
    if any("一" <= character <= "鿿" for character in args["word"]):
        return _chinese(args, title)
    tokens = title.split()
    words = [bare(token) for token in tokens]
    if not args["least"] <= len(words) <= args["most"]:
        return failed("wrong_length", f"expected {args['least']} to {args['most']} words, found {len(words)}")
    small = next((token for token in tokens if not token.lstrip("\"'(“‘")[:1].isupper()), None)
    if small is not None:
        return failed("small_letter", f"expected a capital at the beginning of {small[:80]!r}")
    for wanted in (args["word"], args["also"]):
        if wanted and wanted.lower() not in words:
            return failed("word_missing", f"the title lacks {wanted!r}")
    if args["avoid"] and args["avoid"].lower() in words:
        return failed("word_not_avoided", f"the title has {args['avoid']!r}")
    return passed(f"a title of {len(words)} words")
