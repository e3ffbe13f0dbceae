"""The process that runs bounded calls: one JSON line in, one out. The kernel ends it at a limit."""

import json
import math
import os
import resource
import sys
from functools import cache
from importlib import import_module
from typing import Any

_MEMORY = 2 << 30
"""Bytes of address space; the project's own, several times what a call of ours was seen to need."""


@cache
def _function(name: str) -> Any:
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)


def _limit(seconds: int | None) -> None:
    """Let that much processor time pass from now on; at its end the kernel kills us (SIGXCPU, not caught)."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = hard if seconds is None else math.ceil(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _answered(request: dict[str, Any]) -> dict[str, Any]:
    function = _function(request["function"])
    _limit(request["seconds"])
    try:
        return {"value": function(*request["args"])}
    except MemoryError:
        os._exit(1)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"[:500]}
    finally:
        _limit(None)


def main() -> None:
    """Serve until the input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 1)
    for line in sys.stdin.buffer:
        answers.write(json.dumps(_answered(json.loads(line))) + "\n")
        answers.flush()
