"""What runs in front of a tested program, in its own process. It is sent as text, so it imports the standard library
only.

The program's and the tests' names live in two spaces. Between them, what the program may have changed in loaded modules
(a patched builtin, say) is put back. Each test that is over is reported at once, on a line that begins with a random
word, written past whatever the program has made of `sys.stdout`; expected values of calls are not here to be found.
What looks for the word in the frames of this file can still forge a report: nothing in one process can prevent that.
"""

import ast
import builtins
import functools
import io
import json
import os
import re
import sys
import traceback
import types
from collections.abc import Callable
from typing import Any

_write, _dumps, _leave = os.write, json.dumps, os._exit


class _Quiet(io.TextIOBase):
    """A stdout that swallows what the program prints while its functions are tested."""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)


def plain(value: Any) -> Any:
    """As filters.sandbox.calls.plain, and what is none of these types by its representation."""
    if isinstance(value, (set, frozenset)):
        return {"set": sorted(map(plain, value), key=repr)}
    if isinstance(value, dict):
        return {"dict": sorted(([plain(key), plain(one)] for key, one in value.items()), key=repr)}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else shown(value)


def shown(value: Any) -> str:
    """The representation without addresses, which differ from run to run."""
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def reporter(word: str) -> Callable[[list[Any]], None]:
    def report(what: list[Any]) -> None:
        _write(1, f"\n{word}{_dumps(what)}\n".encode())

    return report


def load(code: str) -> dict[str, Any]:
    """The names of the program, with loaded modules as they were before it ran."""
    kept = [(vars(module), dict(vars(module))) for module in list(sys.modules.values()) if hasattr(module, "__dict__")]
    space: dict[str, Any] = {"__name__": "program"}
    try:
        exec(compile(code, "program.py", "exec"), space)
    finally:
        for names, before in kept:
            for name, value in before.items():
                if names.get(name) is not value:
                    names[name] = value
        sys.stdout = _Quiet()
    return space


def guarded(function: Callable[..., Any], space: dict[str, Any]) -> Callable[..., Any]:
    """The function under test; a result that decides by itself what it equals is refused."""
    before = dict(vars(builtins))

    def own(value: Any) -> bool:
        equal = type(value).__eq__
        return (
            isinstance(equal, types.FunctionType)
            and equal.__globals__ is space
            and not hasattr(value, "__dataclass_fields__")
        )

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        value = function(*args, **kwargs)
        vars(builtins).update(before)
        if own(value) or (isinstance(value, (list, tuple)) and any(map(own, value))):
            raise TypeError("the result brings its own ==")
        return value

    return call


def why(error: BaseException) -> str:
    return re.sub(r" at 0x[0-9a-f]+", "", f"{type(error).__name__}: {error}")[:300]


def run_calls(word: str, code: str, function: str, calls: list[dict[str, Any]]) -> None:
    """Report for each call ["value", …] or ["raises", …]; a program that cannot be loaded reports ["broken", …]."""
    report, sys.stdout = reporter(word), _Quiet()
    try:
        space = load(code)
    except BaseException as error:
        report(["broken", why(error)])
        _leave(0)
    for call in calls:
        try:
            if "call" in call:
                value = eval(compile(call["call"], "tests", "eval"), dict(space))
            else:
                value = space[function](*call["args"])
            told = ["value", plain(value)]
            _dumps(told)
        except BaseException as error:
            told = ["raises", why(error)]
        report(told)
    _leave(0)


def run_asserts(word: str, code: str, function: str, tests: str) -> None:
    """Report ["passed", line] for each statement that is over, ["failed", line, why] for the first that fails, and
    ["done"]."""
    report, sys.stdout = reporter(word), _Quiet()
    try:
        space = load(code)
    except BaseException as error:
        report(["broken", why(error)])
        _leave(0)
    names = {name: value for name, value in space.items() if not name.startswith("__")}
    if function:
        names[function] = guarded(names[function], space)
    names["__name__"] = "tests"
    for statement in ast.parse(tests).body:
        try:
            exec(compile(ast.Module([statement], []), "tests", "exec"), names)
        except BaseException as error:
            frames = [one.lineno for one in traceback.extract_tb(error.__traceback__) if one.filename == "tests"]
            report(["failed", frames[-1] if frames else statement.lineno, why(error)])
            _leave(0)
        report(["passed", statement.lineno])
    report(["done"])
    _leave(0)


def run_whole(code: str, given: str) -> None:
    """Run the program as a script that reads `given` from stdin; what it writes goes to the real stdout."""
    sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    exec(compile(code, "program.py", "exec"), {"__name__": "__main__"})
