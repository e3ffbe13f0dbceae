"""The outer form of a response: bullets, one of three stated answers, highlights, sections, JSON, a title."""

import json
import re

from filters.constraints.rule import Parameters, Rule, exactly, related
from filters.verdict import Verdict, failed, passed

OPTIONS = (
    "My answer is yes.",
    "My answer is no.",
    "My answer is maybe.",
    "我的回答是肯定的。",
    "我的回答是否定的。",
    "我的回答是不确定。",
)
LONGEST_JSON = 200_000
"""Characters; and brackets nested deeper than this are refused before Python's reader runs out of stack:"""
DEEPEST_JSON = 200

_BULLET = re.compile(r"^([ \t]*)[*-][ \t]+", re.MULTILINE)
_ONE_STAR = re.compile(r"\*[^\n*]*\*")
_TWO_STARS = re.compile(r"\*\*[^\n*]*\*\*")
_STARRED = re.compile(r"(\*{1,2})([^\n*]+)\1")
_FENCE = re.compile(r"^```(?:json)?|```$", re.IGNORECASE)


def is_bullet(line: str) -> bool:
    """Whether a line begins with "*" (one alone) or "-", as IFEval reads bullets."""
    bare = line.lstrip()
    return bare.startswith("-") or (bare.startswith("*") and bare[1:2] not in ("", "*"))


def number_bullet_lists(parameters: Parameters, response: str) -> Verdict:
    found = sum(map(is_bullet, response.split("\n")))
    return exactly(parameters["num_bullets"], found, "bullets")


def _without_bullets(parameters: Parameters, response: str) -> str:
    return _BULLET.sub(r"\1", response)


def constrained_response(parameters: Parameters, response: str) -> Verdict:
    """One of the three stated answers occurs; in Chinese three of the same meaning."""
    found = next((option for option in OPTIONS if option in response), "")
    if found:
        return passed(found)
    return failed("no_option", f"expected one of: {' '.join(OPTIONS[:3])}")


def _without_option(parameters: Parameters, response: str) -> str:
    """Without a last line that is one of the stated answers; as it is if that is all."""
    text = response.rstrip()
    for option in OPTIONS:
        if text.endswith(option) and (rest := text[: -len(option)].rstrip(" \t")).endswith("\n") and rest.strip():
            return rest.rstrip()
    return response


def number_highlighted_sections(parameters: Parameters, response: str) -> Verdict:
    """Parts between stars, *one* or **two**, that are not empty and lie on one line."""
    found = sum(bool(part.strip("*").strip()) for part in _ONE_STAR.findall(response))
    found += sum(bool(part[2:-2].strip()) for part in _TWO_STARS.findall(response))
    return related("at least", parameters["num_highlights"], found, "highlighted sections")


def _without_stars(parameters: Parameters, response: str) -> str:
    return _STARRED.sub(r"\2", response)


def multiple_sections(parameters: Parameters, response: str) -> Verdict:
    """Section marks with a number, such as "SECTION 2"; a Chinese one may read 第2部分 with 部分 as its word."""
    word = re.escape(parameters["section_spliter"].strip())
    found = len(re.findall(rf"{word}\s?\d|第\s?\d{{1,4}}\s?{word}", response))
    return related("at least", parameters["num_sections"], found, f"sections marked {parameters['section_spliter']}")


def _without_marks(parameters: Parameters, response: str) -> str:
    """Without the lines that hold a section's mark alone."""
    word = re.escape(parameters["section_spliter"].strip())
    mark = re.compile(rf"[#*]{{0,6}} ?(?:{word}\s?\d{{1,4}}|第\s?\d{{1,4}}\s?{word})[:：.]?[*]{{0,2}}")
    lines = response.split("\n")
    kept = [line for line in lines if not mark.fullmatch(line.strip())]
    return "\n".join(kept) if len(kept) < len(lines) else response


def _json(response: str) -> object:
    """The value that a response is in JSON, in a code fence or not. Raises ValueError if it is none."""
    text = _FENCE.sub("", response.strip()).strip()
    if len(text) > LONGEST_JSON or max(text.count("["), text.count("{")) > DEEPEST_JSON:
        raise ValueError("too long or too deeply nested to be read")
    return json.loads(text)


def json_format(parameters: Parameters, response: str) -> Verdict:
    try:
        _json(response)
    except (ValueError, RecursionError) as error:
        return failed("no_json", f"not JSON: {error}")
    return passed("JSON")


def _without_json(parameters: Parameters, response: str) -> str:
    """The one text that an object of one field holds; the response as it is if it is any other JSON or none."""
    try:
        value = _json(response)
    except (ValueError, RecursionError):
        return response
    if isinstance(value, dict) and len(value) == 1 and isinstance(text := next(iter(value.values())), str):
        return text
    return response


def _title(line: str) -> str:
    """What stands between << and >> on a line."""
    start, end = line.find("<<"), line.rfind(">>")
    return line[start:end].lstrip("<").rstrip(">").strip() if 0 <= start < end else ""


def title(parameters: Parameters, response: str) -> Verdict:
    """A title that is not empty stands in <<double angular brackets>> on one line."""
    found = next(filter(None, map(_title, response.split("\n"))), "")
    return passed(found[:80]) if found else failed("no_title", "expected a title in << >>")


def _without_title(parameters: Parameters, response: str) -> str:
    """Without the first line that is a title alone, and the empty lines after it."""
    lines = response.split("\n")
    for number, line in enumerate(lines):
        bare = line.strip(" \t#*")
        if bare.startswith("<<") and bare.endswith(">>") and _title(bare):
            after = number + 1
            while after < len(lines) and not lines[after].strip():
                after += 1
            return "\n".join(lines[:number] + lines[after:])
    return response


RULES = {
    "detectable_format:number_bullet_lists": Rule(number_bullet_lists, _without_bullets),
    "detectable_format:constrained_response": Rule(constrained_response, _without_option),
    "detectable_format:number_highlighted_sections": Rule(number_highlighted_sections, _without_stars),
    "detectable_format:multiple_sections": Rule(multiple_sections, _without_marks),
    "detectable_format:json_format": Rule(json_format, _without_json),
    "detectable_format:title": Rule(title, _without_title),
}
