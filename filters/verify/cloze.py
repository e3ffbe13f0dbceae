"""Fill the blanks of a passage with the chosen options and compare its hash with the source's.

args: passage, with "____" for one blank or "__1__" and "__2__" for two; options, four to six words for each blank;
sha256, the hexadecimal digest of the whole source passage (UTF-8). The answer gives for each blank a letter, a word or
both, which must then agree; a line 'Sentence 2 has "word" too.' ("第2句里也有“词”。") must name a sentence that shows
each chosen word in full. A Chinese word stands wherever its characters do.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.reading.sentences import occurrences, sentences
from filters.verdict import Verdict, failed, passed

_LONGEST = 5_000
_MARK = re.compile(r"____|__[12]__")
_PLACE = re.compile(r"sentence[ \t]+(\d{1,3})[ \t]+(?:also[ \t]+)?has[ \t]+[\"'“]?([a-z]{1,60})", re.IGNORECASE)
_CHINESE_PLACE = re.compile(r"第[ ]*(\d{1,3})[ ]*句[里中]?[也还]?有[ ]?[“\"]([\u4e00-\u9fff]{1,20})")
_CHINESE_SENTENCE = re.compile(r"[^。！？]+[。！？]?")
_CHOICE = re.compile(r"\(?([a-f])(?:[).:、]+[ ]*|[ ]+|$)([a-z\u4e00-\u9fff]*)")


def choose(given: str, options: list[str]) -> str | None:
    """The option that a letter, a word or both name; None if they name none or not the same."""
    text = given.strip().replace('"', "").rstrip(".")
    if text in options:
        return text
    found = _CHOICE.fullmatch(text)
    if not found:
        return None
    number = "abcdef".index(found[1])
    option = options[number] if number < len(options) else ""
    return option if option and found[2] in ("", option) else None


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has {len(response)} characters")
    passage, options = args["passage"], args["options"]
    given = plain(final_answer(response)).split(";")
    if len(given) != len(options):
        return failed("no_answer", f"{len(options)} blanks are to be filled, the answer names {len(given)} words")
    chosen: list[str] = []
    for text, row in zip(given, options, strict=True):
        word = choose(text, row)
        if word is None:
            return failed("no_option", f"{text[:80]!r} names none of the options {', '.join(row)}, or more than one")
        chosen.append(word)
    waiting = iter(chosen)
    restored = _MARK.sub(lambda _: next(waiting), passage)
    if sha256(restored.encode("utf-8")).hexdigest() != args["sha256"]:
        return failed("wrong_word", f"the source does not read so with {', '.join(chosen)}")
    chinese = any("\u4e00" <= character <= "\u9fff" for character in passage)
    texts = _CHINESE_SENTENCE.findall(passage) if chinese else sentences(passage)
    places = (_CHINESE_PLACE if chinese else _PLACE).findall(response)
    named = [(int(number), word.lower()) for number, word in places]
    for number, word in named:
        holds = 1 <= number <= len(texts) and (
            word in texts[number - 1] if chinese else occurrences(word, texts[number - 1])
        )
        if not holds:
            return failed("wrong_place", f"sentence {number} does not have the word {word!r} in full")
    for word in chosen:
        if word not in [shown for _, shown in named]:
            return failed("no_place", f"no line says which sentence has {word!r} too")
    return passed(", ".join(chosen))
