"""Placeholders in square brackets, and a postscript."""

import re

from filters.constraints.rule import Parameters, Rule, related, without_notes
from filters.verdict import Verdict, failed, passed

_MARKS = {"P.S.": r"p\.[ \t]?s\.", "P.P.S": r"p\.[ \t]?p\.[ \t]?s"}


def count_placeholders(text: str) -> int:
    """Pairs of square brackets on one line; 【】, the brackets of Chinese, count as well."""
    return sum(_pairs(line, *pair) for line in text.split("\n") for pair in ("[]", "【】"))


def _pairs(line: str, opening: str, closing: str) -> int:
    count = place = 0
    while (start := line.find(opening, place)) >= 0 and (end := line.find(closing, start)) >= 0:
        count += 1
        place = end + 1
    return count


def number_placeholders(parameters: Parameters, response: str) -> Verdict:
    return related("at least", parameters["num_placeholders"], count_placeholders(response), "placeholders")


def _mark(parameters: Parameters) -> str:
    marker = parameters["postscript_marker"].strip()
    return _MARKS.get(marker) or re.escape(marker.lower())


def postscript(parameters: Parameters, response: str) -> Verdict:
    """The marker stands somewhere, in whatever case, with or without a blank between its letters."""
    marker = parameters["postscript_marker"]
    if re.search(_mark(parameters), response.lower()):
        return passed(f"{marker} occurs")
    return failed("no_postscript", f"expected a postscript that begins with {marker}")


def _without_postscript(parameters: Parameters, response: str) -> str:
    """Without the last paragraph that begins with the marker, up to the next empty line."""
    starts = list(re.finditer(rf"^[ \t*]*{_mark(parameters)}", response, re.MULTILINE | re.IGNORECASE))
    if not starts:
        return response
    start = starts[-1].start()
    end = response.find("\n\n", start)
    before, after = response[:start].rstrip(), response[end:] if end >= 0 else ""
    return before + after


RULES = {
    "detectable_content:number_placeholders": Rule(number_placeholders, without_notes),
    "detectable_content:postscript": Rule(postscript, _without_postscript),
}
