"""Look the answer to a question about a passage up again, and hold the quoted evidence against it.

args: passage; ask, the kind of question:
  "sentence"   terms [w]                             the number of the one sentence with w
  "word"       which; number, or mentions and shift  the first, last or longest word of a sentence: the one with that
               number from 1, or the one that stands `shift` after the one with the word `mentions`
  "next"       phrase, distance                      the word that far after the phrase
  "mentioned"  terms                                 whether all of them occur
  "count"      terms                                 how often they occur in all
The response must quote the sentences that show it and no others ("count": a line "Sentence 2: 1" for each sentence that
has any), and end in "Answer: …". Case, white space and a quoted sentence's last mark are immaterial.
In a Chinese passage words stand wherever their characters do, and the kinds "word" and "next" ask for characters: the
two at the beginning or end of a sentence, as many as `distance` after a phrase ("第2句：1", "答案：…", 是 or 否).
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.reading.sentences import bare, occurrences, sentences, squeeze
from filters.verdict import Verdict, failed, passed

_LONGEST = 10_000
_TALLY = re.compile(
    r"^[ \t]*sentence[ \t]+(\d{1,3})[ \t]*:[ \t]*(\d{1,3})[ \t]*\.?[ \t]*$", re.IGNORECASE | re.MULTILINE
)

_CHINESE_SENTENCE = re.compile(r"[^。！？]+[。！？]?")
_CHINESE_TALLY = re.compile(
    r"^[ \t]*第[ ]*(\d{1,3})[ ]*句[ ]*[:：][ ]*(\d{1,3})[ ]*(?:次|处)?[。]?[ \t]*$", re.MULTILINE
)


def _chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def _chinese_truth(args: Mapping[str, Any]) -> tuple[set[int], dict[int, int], str]:
    texts = [text.strip() for text in _CHINESE_SENTENCE.findall(args["passage"])]
    if args["ask"] == "word":
        at = args["number"] - 1
        if args["mentions"]:
            at = [args["mentions"] in text for text in texts].index(True) + args["shift"]
        letters = texts[at].strip("。！？")
        return {at}, {}, letters[slice(2) if args["which"] == "first" else slice(-2, None)]
    if args["ask"] == "next":
        at = [args["phrase"] in text for text in texts].index(True)
        start = texts[at].index(args["phrase"]) + len(args["phrase"])
        return {at}, {}, texts[at][start : start + args["distance"]]
    if args["ask"] == "count":
        totals = {n: sum(text.count(term) for term in args["terms"]) for n, text in enumerate(texts, 1)}
        return set(), {n: total for n, total in totals.items() if total}, str(sum(totals.values()))
    if not all(term in args["passage"] for term in args["terms"]):
        return set(), {}, "否"
    first = {[term in text for text in texts].index(True) for term in args["terms"]}
    return first, {}, "是" if args["ask"] == "mentioned" else str(min(first) + 1)


def _word(args: Mapping[str, Any], texts: list[str]) -> tuple[set[int], str]:
    number = args["number"] - 1
    if args["mentions"]:
        number = next(n for n, text in enumerate(texts) if occurrences(args["mentions"], text)) + args["shift"]
    found = [bare(token) for token in texts[number].split()]
    picked = {"first": found[0], "last": found[-1], "longest": max(found, key=len)}
    return {number}, picked[args["which"]]


def _next(args: Mapping[str, Any], texts: list[str]) -> tuple[set[int], str]:
    phrase = [bare(token) for token in args["phrase"].split()]
    tokens = [(number, bare(token)) for number, text in enumerate(texts) for token in text.split()]
    for start in range(len(tokens)):
        if [word for _, word in tokens[start : start + len(phrase)]] == phrase:
            number, word = tokens[start + len(phrase) - 1 + args["distance"]]
            return {number}, word
    return set(), ""


def truth(args: Mapping[str, Any]) -> tuple[set[int], dict[int, int], str]:
    """The sentences to quote (from 0), the tally by sentence number (from 1; "count" alone has one), the answer."""
    if _chinese(args["passage"]):
        return _chinese_truth(args)
    texts = sentences(args["passage"])
    if args["ask"] == "word":
        evidence, answer = _word(args, texts)
        return evidence, {}, answer
    if args["ask"] == "next":
        evidence, answer = _next(args, texts)
        return evidence, {}, answer
    holders = {term: [n for n, text in enumerate(texts) if occurrences(term, text)] for term in args["terms"]}
    if args["ask"] == "count":
        totals = {n + 1: sum(occurrences(term, text) for term in args["terms"]) for n, text in enumerate(texts)}
        return set(), {n: total for n, total in totals.items() if total}, str(sum(totals.values()))
    if args["ask"] == "mentioned":
        if [] in holders.values():
            return set(), {}, "no"
        return {numbers[0] for numbers in holders.values()}, {}, "yes"
    (number,) = holders[args["terms"][0]]
    return {number}, {}, str(number + 1)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has {len(response)} characters")
    evidence, tally, answer = truth(args)
    given = final_answer(response)
    reasoning = squeeze(response.strip().removesuffix(given))
    if not given or not reasoning:
        return failed("no_answer", f'the response has no line "Answer: …"; expected {answer!r}')
    short = plain(given).strip("\"'“”.")
    if args["ask"] == "sentence":
        short = short.removeprefix("sentence ").removeprefix("第").removesuffix("句").strip()
    if short != answer:
        return failed("wrong_answer", f"expected {answer!r}, found {given[:200]!r}")
    if args["ask"] == "count":
        tallies = _CHINESE_TALLY if _chinese(args["passage"]) else _TALLY
        counted = {int(number): int(count) for number, count in tallies.findall(response)}
        if counted != tally:
            return failed("wrong_tally", f"expected by sentence {tally}, found {counted}")
        return passed(answer)
    chinese = _chinese(args["passage"])
    texts = _CHINESE_SENTENCE.findall(args["passage"]) if chinese else sentences(args["passage"])
    bodies = [text.strip().rstrip(".!?\"')”’。！？").lower() for text in texts]
    quoted = {number for number, body in enumerate(bodies) if body in reasoning.lower()}
    if missing := evidence - quoted:
        return failed("no_evidence", f"sentence {min(missing) + 1} of the passage shows it and is not quoted")
    if surplus := quoted - evidence:
        return failed("wrong_evidence", f"sentence {min(surplus) + 1} of the passage is quoted and does not show it")
    if args["ask"] == "mentioned" and answer == "否":
        missing_words = [term for term in args["terms"] if term not in args["passage"]]
        if not all(term in reasoning for term in missing_words):
            return failed("no_evidence", f"the words that do not occur are to be named: {', '.join(missing_words)}")
    if args["ask"] == "mentioned" and answer == "no":
        absent = [term for term in args["terms"] if not occurrences(term, args["passage"])]
        if not all(occurrences(term, reasoning) for term in absent):
            return failed("no_evidence", f"the words that do not occur are to be named: {', '.join(absent)}")
    return passed(answer)
