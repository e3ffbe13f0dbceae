"""Facts about a function, read from its tokens, its compiled code and its symbol table; it is never run.

args: source, facts (a list of the names in FACTS; the answers stand in that order, parted by semicolons). Lists are
parted by commas; the parameters must come in order, other lists in any order; "none" or "无" stands for an empty list.
Backquotes, asterisks before a name and brackets after it are immaterial.
"""

import inspect
import re
import symtable
from collections.abc import Callable, Mapping
from types import CodeType
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.signature import Function, called_names, dotted_names, read_function
from filters.verdict import Verdict, failed, passed

_LONGEST = 1000
_AROUND = re.compile(r"^[`'\"\s*]+|[`'\"\s]+$|\(\)[`'\"\s]*$")
_BRACKETS = re.compile(r"^[\[({](.*)[\])}]$", re.DOTALL)


def _code(source: str, function: Function) -> CodeType:
    constants = compile(source, "<facts>", "exec").co_consts
    return next(value for value in constants if isinstance(value, CodeType) and value.co_name == function.name)


def _parameters(source: str, function: Function) -> list[str]:
    """From the compiled code: names come as positional, keyword-only, then the two collecting ones."""
    code = _code(source, function)
    names = list(code.co_varnames)
    plain, only = code.co_argcount, code.co_kwonlyargcount
    rest = plain + only
    collecting = [names[rest]] if code.co_flags & inspect.CO_VARARGS else []
    last = names[rest + len(collecting)] if code.co_flags & inspect.CO_VARKEYWORDS else None
    return [*names[:plain], *collecting, *names[plain:rest], *([last] if last else [])]


def _locals(source: str, function: Function) -> list[str]:
    tables = symtable.symtable(source, "<facts>", "exec").get_children()
    table = next(table for table in tables if table.get_name() == function.name)
    return [name.get_name() for name in table.get_symbols() if name.is_local() and not name.is_parameter()]


def _loops(source: str, function: Function) -> int:
    """`for` and `while` at the head of a statement: first in the body, or after a line's end or an indentation."""
    heads = [True, *(not token.string.strip() for token in function.body)]
    return sum(head and token.string in ("for", "while") for head, token in zip(heads, function.body, strict=False))


FACTS: dict[str, Callable[[str, Function], list[str] | int | bool]] = {
    "parameters": _parameters,
    "defaults": lambda source, function: [p.name for p in function.parameters if p.default],
    "calls": lambda source, function: called_names(function.body),
    "raises": lambda source, function: dotted_names(function.body, "raise"),
    "attributes": lambda source, function: [
        name.split(".")[1] for name in dotted_names(function.body, "self") if name.startswith(".")
    ],
    "locals": _locals,
    "returns": lambda source, function: sum(token.string == "return" for token in function.body),
    "loops": _loops,
    "generator": lambda source, function: bool(_code(source, function).co_flags & inspect.CO_GENERATOR),
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    source, facts = args["source"], args["facts"]
    function = read_function(source)
    answer = final_answer(response)[:_LONGEST].rstrip(".。\n ")
    if not answer:
        return failed("no_answer", "nothing stands after the answer mark")
    answers = answer.replace("；", ";").split(";") if len(facts) > 1 else [answer]
    if len(answers) != len(facts):
        return failed("wrong_count", f"{len(facts)} answers parted by semicolons are wanted, {len(answers)} found")
    for fact, given in zip(facts, answers, strict=True):
        truth = FACTS[fact](source, function)
        if not _agree(fact, truth, given):
            return failed(f"wrong_{fact}", f"{fact}: expected {truth}, found {given.strip()[:200]!r}")
    return passed()


def _agree(fact: str, truth: list[str] | int | bool, given: str) -> bool:
    if isinstance(truth, bool):
        return given.strip().casefold() in (("yes", "是") if truth else ("no", "否"))
    if isinstance(truth, int):
        return given.strip() == str(truth)
    found = [
        _AROUND.sub("", item)
        for item in _BRACKETS.sub(r"\1", given.strip()).replace("，", ",").replace("、", ",").split(",")
    ]
    if not truth:
        return [item.casefold() for item in found] in (["none"], ["无"])
    truth = list(dict.fromkeys(truth))
    return found == truth if fact == "parameters" else sorted(found) == sorted(truth)
