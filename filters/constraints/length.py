"""How many words, sentences and paragraphs a response has."""

from filters.constraints.rule import Parameters, Rule, exactly, related, without_notes
from filters.constraints.words import count_sentences, count_words
from filters.verdict import Verdict, failed, passed

DIVIDER = "***"
_STOPS = ".,?!'\"。，？！、：:；;”"


def number_words(parameters: Parameters, response: str) -> Verdict:
    """Runs of letters and digits; in Chinese, which has no blanks, characters."""
    return related(parameters["relation"], parameters["num_words"], count_words(response), "words")


def number_sentences(parameters: Parameters, response: str) -> Verdict:
    """Sentences by their stops, English and Chinese."""
    return related(parameters["relation"], parameters["num_sentences"], count_sentences(response), "sentences")


def number_paragraphs(parameters: Parameters, response: str) -> Verdict:
    """Paragraphs divided by "***": the first and the last may be empty and do not count, any other may not."""
    parts = response.split(DIVIDER)
    if any(not part.strip() for part in parts[1:-1]):
        return failed("empty_paragraph", f"an empty paragraph stands between two {DIVIDER}")
    found = sum(1 for part in parts if part.strip())
    return exactly(parameters["num_paragraphs"], found, f"paragraphs divided by {DIVIDER}")


def _without_dividers(parameters: Parameters, response: str) -> str:
    lines = response.split("\n")
    kept = [line for line in lines if line.strip() != DIVIDER]
    return "\n".join(kept) if len(kept) < len(lines) else response


def nth_paragraph_first_word(parameters: Parameters, response: str) -> Verdict:
    """Paragraphs divided by an empty line, so many of them, and the nth begins with a word (in whatever case, without
    the punctuation around it). In Chinese, where no blank ends a word, the paragraph begins with its characters."""
    paragraphs = response.split("\n\n")
    nth, wanted = parameters["nth_paragraph"], parameters["first_word"].lower()
    count = exactly(parameters["num_paragraphs"], sum(1 for part in paragraphs if part.strip()), "paragraphs")
    if not count.passed:
        return count
    paragraph = paragraphs[nth - 1].strip() if 0 < nth <= len(paragraphs) else ""
    if not paragraph:
        return failed("wrong_first_word", f"paragraph {nth} is empty")
    opening = paragraph.split(maxsplit=1)[0].lstrip("'\"“‘").lower()
    word = next((opening[:place] for place, sign in enumerate(opening) if sign in _STOPS), opening)
    fits = word == wanted or (not wanted.isascii() and opening.startswith(wanted))
    shown = f"expected {wanted!r} first in paragraph {nth}, found {word[:40]!r}"
    return passed(shown) if fits else failed("wrong_first_word", shown)


RULES = {
    "length_constraints:number_words": Rule(number_words, without_notes),
    "length_constraints:number_sentences": Rule(number_sentences, without_notes),
    "length_constraints:number_paragraphs": Rule(number_paragraphs, _without_dividers),
    "length_constraints:nth_paragraph_first_word": Rule(nth_paragraph_first_word),
}
