"""Play a shell session over again, on a flat table of paths, and compare what it prints.

args: user, home (the folder where it starts, empty), commands, ask ("last" or "all" outputs). The response holds a code
block, or is the bare output. Lines must agree in order and wording; blanks at their ends are immaterial.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 4000
_ECHO = re.compile(r'echo "([^"]*)"(?: (>>?) (\S+))?')
_MISSING = "No such file or directory"
FOLDER = None
"""What the table holds for a path that is a folder; for a file it is the text."""


class Machine:
    """Every path that exists, and the working directory."""

    def __init__(self, home: str) -> None:
        self.at = home
        self.paths: dict[str, str | None] = {"/": FOLDER}
        while home != "/":
            self.paths[home] = FOLDER
            home = posixpath.dirname(home)

    def absolute(self, path: str) -> str:
        return posixpath.normpath(posixpath.join(self.at, path))

    def _is_folder(self, path: str) -> bool:
        return path in self.paths and self.paths[path] is FOLDER

    def _within(self, path: str) -> list[str]:
        return [other for other in self.paths if other == path or other.startswith(path.rstrip("/") + "/")]

    def _into(self, source: str, target: str) -> str:
        return posixpath.join(target, posixpath.basename(source)) if self._is_folder(target) else target

    def output(self, command: str) -> str:
        """What one command prints; commands other than those of the sessions print that they are not found."""
        if spoken := _ECHO.fullmatch(command):
            text, arrow, path = spoken.groups()
            if not arrow:
                return f"{text}\n"
            place = self.absolute(path)
            self.paths[place] = (self.paths.get(place) or "" if arrow == ">>" else "") + f"{text}\n"
            return ""
        verb, *words = command.split()
        names = [word for word in words if not word.startswith("-")]
        match verb:
            case "pwd":
                return f"{self.at}\n"
            case "cd":
                if not self._is_folder(self.absolute(names[0])):
                    return f"bash: cd: {names[0]}: {_MISSING}\n"
                self.at = self.absolute(names[0])
            case "ls":
                place = self.absolute(names[0] if names else ".")
                found = sorted(path for path in self.paths if path != "/" and posixpath.dirname(path) == place)
                return "".join(f"{posixpath.basename(path)}\n" for path in found)
            case "mkdir" | "touch":
                for name in names:
                    self.paths.setdefault(self.absolute(name), FOLDER if verb == "mkdir" else "")
            case "cat":
                return "".join(self._text(name) for name in names)
            case "head":
                return "".join(self._text(names[1]).splitlines(keepends=True)[: int(names[0])])
            case "wc":
                return f"{self._text(names[0]).count(chr(10))} {names[0]}\n"
            case "rm":
                return "".join(self._removed(name) for name in names)
            case "cp" | "mv":
                source, target = map(self.absolute, names)
                self.paths[self._into(source, target)] = self.paths[source]
                if verb == "mv":
                    del self.paths[source]
            case _:
                return f"bash: {verb}: command not found\n"
        return ""

    def _text(self, name: str) -> str:
        text = self.paths.get(self.absolute(name))
        return f"cat: {name}: {_MISSING}\n" if text is None else text

    def _removed(self, name: str) -> str:
        place = self.absolute(name)
        if place not in self.paths:
            return f"rm: cannot remove '{name}': {_MISSING}\n"
        for path in self._within(place):
            del self.paths[path]
        return ""


def check(args: Mapping[str, Any], response: str) -> Verdict:
    machine = Machine(args["home"])
    outputs = [machine.output(command) for command in args["commands"]]
    expected = (outputs[-1] if args["ask"] == "last" else "".join(outputs)).splitlines()
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    found = [line.rstrip() for line in _block(response).strip("\n").splitlines()]
    if not any(found):
        return failed("no_output", f"the session prints {expected}, the response shows nothing"[:600])
    if any(line.startswith("$ ") for line in found):
        return failed("commands_shown", "the output alone is wanted, the response repeats commands")
    if len(found) != len(expected):
        return failed("wrong_length", f"the session prints {expected}, the response shows {found}"[:600])
    if found != expected:
        return failed("wrong_output", f"the session prints {expected}, the response shows {found}"[:600])
    return passed("\n".join(expected))


def _block(response: str) -> str:
    """The contents of the first fenced block; the whole response if it has none."""
    lines = response.strip().splitlines()
    fences = [number for number, line in enumerate(lines) if line.strip().startswith("```")]
    return "\n".join(lines[fences[0] + 1 : fences[1]]) if len(fences) > 1 else response.strip()
