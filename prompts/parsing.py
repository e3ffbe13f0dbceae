"""A model's answer, read in the form that its template asked for; what is wrong becomes a sentence for the model.

Tolerated, because models do it: a block of thought up to `</think>` before the answer, text around sections or around
a JSON object (a code fence as well), a last section that is not closed because the answer stops there. Nothing else
is guessed: an answer in another form is asked for again, with the complaint (template `retry/complaint`).

Every step is a single pass, so that an answer costs time in proportion to its length.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from prompts.complaints import complain
from prompts.output import Kind, Output
from prompts.schema import MAX_DEPTH, mismatch
from prompts.template_file import Parsed

THOUGHT, THOUGHT_END = "<think>", "</think>"
BOXED = r"\boxed{"
MIN_TURNS = 3
"""A dialogue is at least a question, an answer, and a question that builds on them."""


class Unparsed(Exception):
    """An answer that is not in the form asked for. `complaint` tells the model why, in one sentence of the template's
    language."""

    def __init__(self, complaint: str) -> None:
        super().__init__(complaint)
        self.complaint = complaint


def parse(template: Parsed, text: str, given: str = "") -> dict[str, Any]:
    """What the answer holds, by the template's output:

    - tags: the text of each section;
    - turns: {"turns": [{"role": tag, "content": text}, …]};
    - schema: the JSON object;
    - text: {"text": the whole answer}, and the contents of the last box as "answer" where it must be boxed.

    `given` is what filled the slots: words of the guard that stand there already are no leak. Raises Unparsed, and
    nothing else whatever the text is.
    """
    try:
        found = _READERS[template.output.kind](template.output, _answer(text))
        _check_leaks(template.guard, found, given.casefold())
    except _Problem as problem:
        raise Unparsed(complain(template.language, problem.name, **problem.words)) from None
    return found


class _Problem(Exception):
    """A key of COMPLAINTS with the words that its sentence needs."""

    def __init__(self, name: str, **words: object) -> None:
        super().__init__(name)
        self.name, self.words = name, words


def _answer(text: str) -> str:
    """The answer without the thought before it."""
    if not _valid(text):
        raise _Problem("unicode")
    before, end, after = text.partition(THOUGHT_END)
    answer = (after if end else before).strip()
    if not end and answer.startswith(THOUGHT):
        raise _Problem("thinking")
    if not answer:
        raise _Problem("empty")
    return answer


def _valid(text: str) -> bool:
    """Without lone surrogates, which no file and no engine takes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _sections(tags: tuple[str, ...], text: str) -> Iterator[tuple[str, str]]:
    """Every section with its text, in order. Only the last one may lack its closing tag."""
    opened, start = "", 0
    for mark in re.finditer(f"<(/?)({'|'.join(tags)})>", text):
        closing, tag = bool(mark[1]), mark[2]
        if not closing and opened:
            raise _Problem("not_closed", tag=opened, other=tag)
        if closing and tag != opened:
            if opened:
                raise _Problem("not_closed", tag=opened, other="/" + tag)
            raise _Problem("not_opened", tag=tag)
        if closing:
            yield opened, _filled(opened, text[start : mark.start()])
        opened, start = "" if closing else tag, mark.end()
    if opened:
        yield opened, _filled(opened, text[start:])


def _filled(tag: str, content: str) -> str:
    if not (content := content.strip()):
        raise _Problem("empty_section", tag=tag)
    return content


def _read_tags(output: Output, text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for tag, content in _sections(output.tags, text):
        if tag in found:
            raise _Problem("twice", tag=tag)
        found[tag] = _filled(tag, _unfenced(content)) if tag in output.code else content
    for tag in output.tags:
        if tag not in found:
            raise _Problem("missing_tag", tag=tag)
    for tag, wanted in output.values.items():
        if found[tag] not in wanted:
            raise _Problem("value", tag=tag, wanted=", ".join(wanted))
    return {tag: found[tag] for tag in output.tags}


def _unfenced(code: str) -> str:
    """Code without the fence around it, if there is one around the whole."""
    first, newline, rest = code.partition("\n")
    if first.startswith("```") and newline and rest.endswith("```"):
        return rest.removesuffix("```").strip("\n")
    return code


def _read_turns(output: Output, text: str) -> dict[str, Any]:
    first, other = output.tags
    turns: list[dict[str, str]] = []
    for number, (tag, content) in enumerate(_sections(output.tags, text)):
        if tag != output.tags[number % 2]:
            raise _Problem("turn_order", number=number + 1, tag=output.tags[number % 2], first=first)
        turns.append({"role": tag, "content": content})
    if len(turns) < MIN_TURNS:
        raise _Problem("turn_few", wanted=MIN_TURNS, first=first, other=other)
    if turns[-1]["role"] != first:
        raise _Problem("turn_last", first=first)
    return {"turns": turns}


def _read_text(output: Output, text: str) -> dict[str, Any]:
    return {"text": text, "answer": _boxed(text)} if output.boxed else {"text": text}


def _boxed(text: str) -> str:
    """The contents of the last box, to the brace that closes it."""
    place = text.rfind(BOXED)
    start, depth = place + len(BOXED), 1
    if place >= 0:
        for brace in re.finditer(r"\\.|[{}]", text[start:], re.DOTALL):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0 and (answer := text[start : start + brace.start()].strip()):
                return answer
            if depth == 0:
                break
    raise _Problem("boxed")


def _read_schema(output: Output, text: str) -> dict[str, Any]:
    if (start := text.find("{")) < 0:
        raise _Problem("no_json")
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise _Problem("not_json", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise _Problem("json_deep", wanted=MAX_DEPTH) from None
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        raise _Problem("json_number") from None
    if "{" in text[end:]:
        raise _Problem("json_more")
    _check_depth(value)
    if not all(_valid(string) for string in _strings(value, keys=True)):
        raise _Problem("unicode")
    if wrong := mismatch(output.schema or {}, value):
        raise _Problem(wrong.problem, path=wrong.path, wanted=wrong.wanted)
    return value


def _check_depth(value: Any) -> None:
    """What is nested too deep would break whoever walks or writes it later."""
    level: list[Any] = [value]
    depth = 0
    while level:
        if depth > MAX_DEPTH:
            raise _Problem("json_deep", wanted=MAX_DEPTH)
        level, depth = [child for parent in level for child in _children(parent)], depth + 1


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _strings(value: Any, keys: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if keys and isinstance(value, dict):
        yield from value
    for child in _children(value):
        yield from _strings(child, keys)


def _check_leaks(guard: tuple[str, ...], found: dict[str, Any], given: str) -> None:
    words = [word for word in guard if word.casefold() not in given]
    if not words:
        return
    for string in _strings(found):
        folded = string.casefold()
        for word in words:
            if word.casefold() in folded:
                raise _Problem("leak", word=word)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _Problem("json_twice", key=key)
            seen.add(key)
    return value


def _number(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise _Problem("json_number")
    return value


def _no_number(_: str) -> NoReturn:
    raise _Problem("json_number")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_number, parse_constant=_no_number)
_READERS: dict[Kind, Callable[[Output, str], dict[str, Any]]] = {
    "tags": _read_tags,
    "turns": _read_turns,
    "schema": _read_schema,
    "text": _read_text,
}
