"""Follow a word replacement word by word.

args: sentence; replace, a list of [old, new] in lower case; case ("kept", "upper" or "lower"); drop, a word to leave
out, or "" (Chinese has neither case nor drop). The response must be the sentence so changed and nothing else; white
space and quotation marks around the whole are immaterial.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.sentences import bare
from filters.verdict import Verdict, failed, passed

_LONGEST = 10_000


def _changed(token: str, new: str) -> str:
    """The token with `new` for its letters, in their capitals."""
    letters = "".join(character for character in token if character.isalpha())
    if letters == letters.upper() and len(letters) > 1:
        new = new.upper()
    elif letters[0] != letters[0].lower():
        new = new[0].upper() + new[1:]
    before, _, after = token.partition(letters)
    return before + new + after


def wanted_tokens(args: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each word that must come out, beside the word of the source that it stands for."""
    table = dict(args["replace"])
    kept = [token for token in args["sentence"].split() if not args["drop"] or bare(token) != args["drop"]]
    shown = [_changed(token, table[bare(token)]) if bare(token) in table else token for token in kept]
    if args["case"] == "upper":
        shown = [token.upper() for token in shown]
    elif args["case"] == "lower":
        shown = [token.lower() for token in shown]
    return list(zip(kept, shown, strict=True))


def _chinese(args: Mapping[str, Any], response: str) -> Verdict:
    """From left to right, at each place the longest old word that stands there."""
    sentence, table = args["sentence"], dict(args["replace"])
    longest_first = sorted(table, key=len, reverse=True)
    wanted, at = "", 0
    while at < len(sentence):
        old = next((word for word in longest_first if sentence.startswith(word, at)), "")
        wanted += table[old] if old else sentence[at]
        at += len(old) or 1
    found = "".join(response.split())
    if found == wanted or (found[:1] + found[-1:] in ('""', "“”", "「」") and found[1:-1] == wanted):
        return passed()
    if not found:
        return failed("no_answer", "the response is empty")
    left = next((old for old in longest_first if old in found and old not in wanted), "")
    reason = "not_replaced" if left else "wrong_sentence"
    return failed(reason, f"expected {wanted!r}, found {found[:300]!r}")


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has {len(response)} characters; one sentence was asked for")
    if any("一" <= character <= "鿿" for character in args["sentence"]):
        return _chinese(args, response)
    wanted = wanted_tokens(args)
    target = [token for _, token in wanted]
    text = response.strip()
    found = text.split()
    if found == target or (text[:1] + text[-1:] in ('""', "“”") and text[1:-1].split() == target):
        return passed()
    if not found:
        return failed("no_answer", "the response is empty")
    for (source, token), other in zip(wanted, found, strict=False):
        if token == other:
            continue
        if token.lower() == other.lower():
            return failed("wrong_case", f"expected {token!r}, found {other!r}")
        if len(found) != len(target):
            break
        if source.lower() == token.lower():
            return failed("other_word_changed", f"{token!r} was to stay, found {other!r}")
        if other.lower() == source.lower():
            return failed("not_replaced", f"{source!r} was to become {token!r} and stands unchanged")
        return failed("wrong_word", f"{source!r} was to become {token!r}, found {other!r}")
    reason = "word_missing" if len(found) < len(target) else "word_added"
    return failed(reason, f"expected {len(target)} words, found {len(found)}; they should read {' '.join(target)!r}")
