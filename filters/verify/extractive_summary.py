"""Hold an extractive summary against its passage and its limits.

args: passage; count, the exact number of sentences (0: any); most_words, the most words between blanks, in Chinese the
most characters (0: any); terms,
words that must occur; without, a word that must not ("": none). Every sentence must be one of the passage's, word for
word, and they must stand in its order; how the lines are broken is immaterial. Whether the chosen sentences are the
telling ones is not judged.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.sentences import occurrences, sentences, squeeze
from filters.verdict import Verdict, failed, passed


def _chinese(text: str) -> list[str]:
    """The sentences of a Chinese text; what follows the last stop counts as one."""
    for stop in "。！？":
        text = text.replace(stop, f"{stop}\n")
    return text.split("\n")[: -1 if text.endswith("\n") else None]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    passage: str = args["passage"]
    if len(response) > 2 * len(passage) + 200:
        return failed("too_long", f"the response has {len(response)} characters, the passage only {len(passage)}")
    chinese = any("一" <= character <= "鿿" for character in passage)
    summary = "".join(response.split()) if chinese else squeeze(response)
    parts = _chinese if chinese else sentences
    if not summary:
        return failed("no_answer", "the response is empty")
    place = {sentence: number for number, sentence in enumerate(parts(passage))}
    given = parts(summary)
    last = -1
    for sentence in given:
        if sentence not in place:
            return failed("not_verbatim", f"no sentence of the passage reads {sentence[:200]!r}")
        if place[sentence] <= last:
            return failed("wrong_order", f"{sentence[:200]!r} comes too late or twice")
        last = place[sentence]
    if args["count"] and len(given) != args["count"]:
        return failed("wrong_count", f"{args['count']} sentences were asked for, found {len(given)}")
    length = len(summary) if chinese else summary.count(" ") + 1
    if args["most_words"] and length > args["most_words"]:
        return failed("too_many_words", f"at most {args['most_words']} words were asked for, found {length}")
    for term in args["terms"]:
        if not (term in summary if chinese else occurrences(term, summary)):
            return failed("term_missing", f"the summary does not contain the word {term!r}")
    without = args["without"]
    if without and (without in summary if chinese else occurrences(without, summary)):
        return failed("unwanted_word", f"the summary contains a sentence with the word {without!r}")
    return passed()
