"""Whether a response has the form that its record states, and whether the code in it can be read."""

import ast
import json
import re
import textwrap
import warnings
from dataclasses import dataclass

from filters.rules.passage import Family, Fence, Passage, split_fences
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Form(Family):
    stated: bool = True
    """Reject a response without the JSON, table, list or code that the record says is wanted."""
    code: bool = True
    """Reject fenced code that cannot be read: Python by its own parser, JSON by its own, some others by brackets."""


LONGEST_CODE = 100_000
"""Characters of a block up to which it is read."""
_TABLE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$", re.MULTILINE)
_LIST = re.compile(r"^[ \t]*(?:[-*+•]|\(?\d{1,3}[.)、])[ \t]*\S", re.MULTILINE)
_CODE = re.compile(
    r"^(?: {4}|\t)\S|^(?:def|class|import|from|for|while|if|return|SELECT|#include|public|function)\b|[;{}]$", re.M
)
_ELLIPSIS = re.compile(r"\.\.\.|…|//|/\*|<[a-z_]+>")
_SESSION = re.compile(r"^\s*(?:>>>|\.\.\. |In \[\d+\]:|[$%!] ?\w)", re.MULTILINE)
_QUOTED = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\#[^\n]*""", re.DOTALL
)
_MIDDLE = re.compile(r"\s*(?:elif|else|except|finally|case)\b")
FEWEST_LINES = 3
"""Lines of a block from which it is read: fewer quote a place in a program."""
PYTHON = frozenset({"python", "py", "python3"})
BRACKETED = frozenset("c cpp c++ csharp cs c# java javascript js typescript ts go rust kotlin swift scala css".split())
"""Languages whose brackets close outside strings and comments. A shell's `case`, TeX and regular expressions do not."""
_PAIRS = {")": "(", "]": "[", "}": "{"}


def stated(passage: Passage, limits: Form) -> Verdict:
    if not limits.stated or not passage.format:
        return passed()
    tests = {"json": _is_json, "table": _is_table, "list": _is_list, "code": _is_code}
    if passage.format not in tests:
        raise ValueError(f"unknown format {passage.format!r}; known: {', '.join(tests)}")
    if tests[passage.format](passage.text):
        return passed()
    return failed(f"no_{passage.format}", f"{passage.format} is wanted, none is found")


def _is_json(text: str) -> bool:
    return any(_reads_json(body) for body in [text, *(block.body for block in split_fences(text)[1])])


def _reads_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(text: str) -> bool:
    """A Markdown table, or lines with as many tabs or commas each."""
    if "|" in text and _TABLE.search(text):
        return True
    lines = [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("```")]
    for mark in "\t,，|":
        counts = {line.count(mark) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return True
    return False


def _is_list(text: str) -> bool:
    return len(_LIST.findall(text)) > 1 or any(mark in text for mark in ",，、;；") or text.strip().count("\n") > 0


def _is_code(text: str) -> bool:
    return bool(split_fences(text)[1]) or bool(_CODE.search(text)) or text.count("`") > 1


def code(passage: Passage, limits: Form) -> Verdict:
    """The first fenced block of a language known here that cannot be read."""
    if not limits.code or ("```" not in passage.text and "~~~" not in passage.text):
        return passed()
    for block in split_fences(passage.text)[1]:
        verdict = _readable(block)
        if not verdict.passed:
            return verdict
    return passed()


def _readable(block: Fence) -> Verdict:
    language = block.language.split(None, 1)[0].lower().strip("{}.") if block.language.strip("{}. ") else ""
    if len(block.body) > LONGEST_CODE or len(block.body.strip().splitlines()) < FEWEST_LINES:
        return passed()
    if language in PYTHON:
        return _python(block.body)
    if language == "json":
        return _json(block.body)
    return _brackets(block.body) if language in BRACKETED else passed()


def _python(source: str) -> Verdict:
    """Sessions with prompts (>>>, $, %) and fragments that begin in the middle of a body are let pass."""
    if _SESSION.search(source) or _MIDDLE.match(source):
        return passed()
    problem = ""
    for form in (textwrap.dedent(source), f"async def _():\n{textwrap.indent(textwrap.dedent(source), ' ')}\n pass"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(form)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            problem = problem or str(error)
        else:
            return passed()
    return failed("broken_python", problem[:200])


def _json(source: str) -> Verdict:
    """Sketches with comments, ellipses or placeholders are let pass; so are several values, one a line."""
    if _reads_json(source) or _ELLIPSIS.search(source):
        return passed()
    lines = [line for line in source.split("\n") if line.strip()]
    if len(lines) > 1 and all(map(_reads_json, lines)):
        return passed()
    return failed("broken_json", f"{len(source)} characters that are no JSON")


def _brackets(source: str) -> Verdict:
    opened: list[str] = []
    for mark in re.findall(r"[()\[\]{}]", _QUOTED.sub("", source)):
        if mark not in _PAIRS:
            opened.append(mark)
        elif not opened or opened.pop() != _PAIRS[mark]:
            return failed("unbalanced_code", f"{mark} closes nothing")
    return failed("unbalanced_code", f"{opened[-1]} is not closed") if opened else passed()
