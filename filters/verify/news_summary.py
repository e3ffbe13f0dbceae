"""Check the facts of a news summary and its length; how well it reads is not judged.

args: who, what, where and when, the facts of the item in its words; frame and split, how these are told; sides, its
other sentences; count, the number of sentences asked for; most, the limit of words (in Chinese, characters). Every
number, and in English every name, must be one of the item's.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.sentences import bare, squeeze
from filters.verdict import Verdict, failed, passed

_LONGEST = 2000
_FACTS = ("who", "what", "where", "when")
_SMALL = frozenset("i the a an it this that on in about some two at there".split())


def _numbers(text: str) -> set[str]:
    """The runs of ASCII digits in a text."""
    spaced = "".join(character if character in "0123456789" else " " for character in text)
    return set(spaced.split())


def _invented(found: str, known: str) -> str:
    """A capitalised word inside a sentence that the item does not have; "" if there is none."""
    words = {bare(token) for token in known.split()}
    start = True
    for token in found.split():
        word = bare(token)
        if not start and token[:1].isupper() and word not in words and word not in _SMALL:
            return token
        start = token.endswith((".", "!", "?"))
    return ""


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    text = squeeze(response).strip('"“”')
    chinese = any("一" <= character <= "鿿" for character in args["who"])
    length = len(text.replace(" ", "")) if chinese else len(text.split())
    if not length:
        return failed("no_answer", "the response is empty")
    if chinese:
        count = sum(text.count(stop) for stop in "。！？")
    else:
        count = sum(token.endswith((".", "!", "?")) for token in text.split())
    if text[-1] not in ".!?。！？" or count != args["count"]:
        return failed("wrong_count", f"expected {args['count']} whole sentences, found {count} stops")
    if length > args["most"]:
        return failed("wrong_length", f"expected a length of at most {args['most']}, found {length}")
    for fact in _FACTS:
        if args[fact].lower() not in text.lower():
            return failed("fact_missing", f"the summary does not say {fact}: {args[fact]!r}")
    known = " ".join([*(args[fact] for fact in _FACTS), *args["sides"]])
    if foreign := sorted(_numbers(text) - _numbers(known)):
        return failed("invented", f"the number {foreign[0][:40]} is not in the item")
    if not chinese and (name := _invented(text, known)):
        return failed("invented", f"{name[:80]!r} is not in the item")
    return passed(f"{count} sentences, length {length}, all four facts")
