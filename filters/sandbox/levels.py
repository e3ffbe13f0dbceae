"""How well programs are held, in levels: what stands between a program and the machine.

The caller picks the strongest level that a real trial finds to work (`run.level`). Two environment variables speak for
a whole process and its children: GRISTMILL_SANDBOX forces one level, GRISTMILL_SANDBOX_MINIMUM says below which level
no program is run.
"""

import os
from enum import StrEnum

FORCED, MINIMUM = "GRISTMILL_SANDBOX", "GRISTMILL_SANDBOX_MINIMUM"


class SandboxLevel(StrEnum):
    """The levels, weakest first; each holds all that the one before it holds, and more."""

    LIMITS = "limits"
    """Limits on time, memory, processes and files, an empty environment, a scratch folder. Stops accidents (endless
    loops, bombs), not an intruder: a program reads the user's files, uses the network and signals other processes."""
    CONFINED = "confined"
    """One process that can start no other and reach no other, no file but the interpreter's library and the scratch
    folder (Landlock), no network (seccomp). It may still ask for size and date of files whose names it guesses."""
    NAMESPACES = "namespaces"
    """And a file tree of its own, in which nothing else has a name, and no network, processes or IPC to see."""

    def at_least(self, other: "SandboxLevel") -> bool:
        order = list(SandboxLevel)
        return order.index(self) >= order.index(other)


def named(text: str, where: str) -> SandboxLevel:
    """The level of this name. Raises ValueError with the names there are."""
    if text not in list(SandboxLevel):
        raise ValueError(f"{where}: there is no sandbox level {text!r}; write one of {', '.join(SandboxLevel)}")
    return SandboxLevel(text)


def forced() -> SandboxLevel | None:
    """The level that the environment forces, if any. Raises ValueError."""
    text = os.environ.get(FORCED, "")
    return named(text, f"environment variable {FORCED}") if text else None


def minimum() -> SandboxLevel:
    """The least level that this process runs programs at; `confined` unless the environment says otherwise.

    Raises ValueError.
    """
    return named(os.environ.get(MINIMUM) or SandboxLevel.CONFINED, f"environment variable {MINIMUM}")
