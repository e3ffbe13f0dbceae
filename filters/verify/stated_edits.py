"""Make the edits that a task states, word by word, and compare with the response.

args: text; replace, a list of [old, new] phrases; drop, phrases to leave out; rules, any of "restarts" (of a sentence
that breaks off in a dash only the new beginning stays), "repeats" (a word said twice in a row stays once), "numbers"
(number words become digits) and "articles" (a or an by the letter that follows). Each sentence begins with a capital.
Commas and white space are immaterial, as are quotation marks around the whole; nothing else is.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 10_000
_STOPS = ".!?。！？"
_UNITS = {word: value for value, word in enumerate("零 一 二 三 四 五 六 七 八 九".split())}


@cache
def _english_numbers() -> dict[str, str]:
    small = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    table = {word: str(value) for value, word in enumerate([*small.split(), "eighteen", "nineteen"], 2)}
    for value, tens in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2):
        table[tens] = str(10 * value)
        table |= {f"{tens}-{ones}": str(10 * value + int(table[ones])) for ones in small.split()[:8]}
    return table


def _chinese_number(characters: str) -> int:
    """The value of a number below a hundred in Chinese characters."""
    tens, ten, ones = characters.partition("十")
    if not ten:
        return _UNITS[tens]
    return 10 * (_UNITS[tens] if tens else 1) + (_UNITS[ones] if ones else 0)


def _is_chinese(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)


def _match(tokens: Sequence[str], at: int, phrases: Mapping[tuple[str, ...], str], longest: int) -> int:
    """The length of the longest phrase that stands at a place; 0 if none does."""
    for size in range(min(longest, len(tokens) - at), 0, -1):
        if tuple(token.lower() for token in tokens[at : at + size]) in phrases:
            return size
    return 0


def _replaced(tokens: list[str], phrases: Mapping[tuple[str, ...], str], chinese: bool) -> list[str]:
    """The tokens with phrases exchanged, the longest first, from left to right."""
    longest = max(map(len, phrases), default=0)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size = _match(tokens, at, phrases, longest)
        if size:
            new = phrases[tuple(token.lower() for token in tokens[at : at + size])]
            found += list(new) if chinese else new.split()
        else:
            found.append(tokens[at])
        at += size or 1
    return found


def _once(tokens: list[str], chinese: bool) -> list[str]:
    """Doubled words once: in Chinese two to four characters, in English one word."""
    found: list[str] = []
    at = 0
    sizes = (4, 3, 2) if chinese else (1,)
    while at < len(tokens):
        for size in sizes:
            first, second = tokens[at : at + size], tokens[at + size : at + 2 * size]
            if len(second) == size and [t.lower() for t in first] == [t.lower() for t in second]:
                found += first
                at += 2 * size
                break
        else:
            found.append(tokens[at])
            at += 1
    return found


def _in_digits(tokens: list[str], chinese: bool) -> list[str]:
    if not chinese:
        return [_english_numbers().get(token.lower(), token) for token in tokens]
    found: list[str] = []
    number = ""
    for token in [*tokens, ""]:
        if token in _UNITS or token == "十":
            number += token
            continue
        if number:
            found += list(str(_chinese_number(number)))
            number = ""
        found.append(token)
    return found[:-1]


def _edited(tokens: list[str], args: Mapping[str, Any], chinese: bool) -> list[str]:
    """One sentence's tokens, without its stop, after all edits."""
    rules = args["rules"]
    dash = "—" if chinese else "--"
    if "restarts" in rules and dash in tokens:
        tokens = tokens[len(tokens) - tokens[::-1].index(dash) :]

    def parts(phrase: str) -> tuple[str, ...]:
        return tuple(phrase.lower() if chinese else phrase.lower().split())

    tokens = _replaced(tokens, {parts(phrase): "" for phrase in args["drop"]}, chinese)
    if "repeats" in rules:
        tokens = _once(tokens, chinese)
    tokens = _replaced(tokens, {parts(old): new for old, new in args["replace"]}, chinese)
    if "numbers" in rules:
        tokens = _in_digits(tokens, chinese)
    if "articles" in rules and not chinese:
        for at, token in enumerate(tokens[:-1]):
            if token.lower() in ("a", "an"):
                tokens[at] = "an" if tokens[at + 1][0].lower() in "aeiou" else "a"
    if tokens:
        tokens[0] = tokens[0][:1].upper() + tokens[0][1:]
    return tokens


def _tokens(text: str, chinese: bool) -> list[str]:
    """Words (in Chinese, characters) and stops, without commas."""
    text = text.replace("’", "'")
    if chinese:
        return [character for character in text if not character.isspace() and character not in ",，、"]
    for stop in ".!?":
        text = text.replace(stop, f" {stop} ")
    return text.replace(",", " ").split()


def wanted_tokens(args: Mapping[str, Any]) -> list[str]:
    chinese = _is_chinese(args["text"])
    found: list[str] = []
    sentence: list[str] = []
    for token in _tokens(args["text"], chinese):
        if token in _STOPS:
            found += [*_edited(sentence, args, chinese), token]
            sentence = []
        else:
            sentence.append(token)
    return found + _edited(sentence, args, chinese)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has {len(response)} characters; only the text was asked for")
    chinese = _is_chinese(args["text"])
    text = response.strip()
    if text[:1] + text[-1:] in ('""', "“”", "「」"):
        text = text[1:-1]
    wanted, found = wanted_tokens(args), _tokens(text, chinese)
    if found == wanted:
        return passed()
    if not found:
        return failed("no_answer", "the response is empty")
    space = "" if chinese else " "
    for at, (token, other) in enumerate(zip(wanted, found, strict=False)):
        if token != other:
            reason = "wrong_case" if token.lower() == other.lower() else "wrong_word"
            before = space.join(wanted[max(0, at - 4) : at])
            return failed(reason, f"after {before!r} expected {token!r}, found {other[:80]!r}")
    reason = "text_missing" if len(found) < len(wanted) else "text_added"
    return failed(reason, f"expected {len(wanted)} words and stops, found {len(found)}")
