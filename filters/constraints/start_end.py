"""How a response ends, and quotation marks around it."""

from filters.constraints.rule import Parameters, Rule
from filters.verdict import Verdict, failed, passed

PAIRS = ('""', "“”", "「」")
_MARKS = "".join(PAIRS)


def end_checker(parameters: Parameters, response: str) -> Verdict:
    """The last words are the phrase, in whatever case; quotation marks around the whole do not matter."""
    phrase = parameters["end_phrase"].strip().lower()
    text = response.strip().strip(_MARKS).lower()
    if text.endswith((phrase, phrase.strip(_MARKS))):
        return passed(f"ends with {phrase[:60]!r}")
    return failed("wrong_end", f"expected {phrase[:60]!r} at the end, found {text[-60:]!r}")


def _without_end(parameters: Parameters, response: str) -> str:
    phrase = parameters["end_phrase"].strip()
    text = response.rstrip()
    if phrase and text.lower().endswith(phrase.lower()):
        return text[: len(text) - len(phrase)].rstrip() or response
    return response


def quotation(parameters: Parameters, response: str) -> Verdict:
    """Double quotation marks around the whole; Chinese ones count as well."""
    text = response.strip()
    if len(text) > 1 and text[0] + text[-1] in PAIRS:
        return passed("in quotation marks")
    return failed("not_quoted", f"expected double quotation marks, found {text[:1]!r} and {text[-1:]!r}")


def _without_quotation(parameters: Parameters, response: str) -> str:
    text = response.strip()
    return text[1:-1] if len(text) > 2 and text[0] + text[-1] in PAIRS else response


RULES = {
    "startend:end_checker": Rule(end_checker, _without_end),
    "startend:quotation": Rule(quotation, _without_quotation),
}
