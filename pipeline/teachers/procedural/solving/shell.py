"""A small shell over a tree of folders: what each command of a session prints.

Folders are dicts, files are lists of lines. Commands: pwd, cd, ls -1, mkdir, touch, echo with > and >>, cat, head -n,
wc -l, cp, mv, rm, rm -r. Errors are worded as the GNU tools word them.
"""

from dataclasses import dataclass, field
from typing import Any

Folder = dict[str, Any]
NO_FILE = "No such file or directory"


@dataclass
class Shell:
    """State of a session that starts in `home`."""

    home: str
    root: Folder = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.here = self.home.strip("/").split("/")
        at = self.root
        for name in self.here:
            at = at.setdefault(name, {})

    def _parts(self, path: str) -> list[str]:
        parts = [] if path.startswith("/") else list(self.here)
        for name in path.split("/"):
            if name == "..":
                parts = parts[:-1]
            elif name not in ("", "."):
                parts.append(name)
        return parts

    def find(self, path: str) -> Any:
        """The folder or file there; None if there is none."""
        at: Any = self.root
        for name in self._parts(path):
            if not isinstance(at, dict) or name not in at:
                return None
            at = at[name]
        return at

    def _parent(self, path: str) -> tuple[Folder, str]:
        *above, name = self._parts(path)
        parent = self.find("/" + "/".join(above))
        assert isinstance(parent, dict), f"sessions use no missing folder ({path})"
        return parent, name

    def run(self, command: str) -> list[str]:
        """The lines that the command prints."""
        if command.startswith("echo "):
            return self._echo(command)
        name, *rest = command.split()
        paths = [word for word in rest if not word.startswith("-")]
        return list(getattr(self, f"_{name}")(paths))

    def _echo(self, command: str) -> list[str]:
        text, _, path = command.removeprefix('echo "').partition('" >')
        if not path:
            return [text.rstrip('"')]
        parent, name = self._parent(path.lstrip("> "))
        parent[name] = [*parent.get(name, []), text] if path.startswith(">") else [text]
        return []

    def _pwd(self, paths: list[str]) -> list[str]:
        return ["/" + "/".join(self.here)]

    def _cd(self, paths: list[str]) -> list[str]:
        if not isinstance(self.find(paths[0]), dict):
            return [f"bash: cd: {paths[0]}: {NO_FILE}"]
        self.here = self._parts(paths[0])
        return []

    def _ls(self, paths: list[str]) -> list[str]:
        return sorted(self.find(paths[0] if paths else "."))

    def _mkdir(self, paths: list[str]) -> list[str]:
        for path in paths:
            parent, name = self._parent(path)
            parent[name] = {}
        return []

    def _touch(self, paths: list[str]) -> list[str]:
        for path in paths:
            parent, name = self._parent(path)
            parent.setdefault(name, [])
        return []

    def _cat(self, paths: list[str]) -> list[str]:
        printed: list[str] = []
        for path in paths:
            found = self.find(path)
            printed += [f"cat: {path}: {NO_FILE}"] if found is None else found
        return printed

    def _head(self, paths: list[str]) -> list[str]:
        count, path = paths
        return list(self.find(path)[: int(count)])

    def _wc(self, paths: list[str]) -> list[str]:
        return [f"{len(self.find(paths[0]))} {paths[0]}"]

    def _cp(self, paths: list[str]) -> list[str]:
        source, target = paths
        at = self.find(target)
        if isinstance(at, dict):
            at[self._parts(source)[-1]] = list(self.find(source))
        else:
            parent, name = self._parent(target)
            parent[name] = list(self.find(source))
        return []

    def _mv(self, paths: list[str]) -> list[str]:
        source, target = paths
        moved = self.find(source)
        parent, name = self._parent(source)
        del parent[name]
        at = self.find(target)
        if isinstance(at, dict):
            at[name] = moved
        else:
            parent, name = self._parent(target)
            parent[name] = moved
        return []

    def _rm(self, paths: list[str]) -> list[str]:
        printed: list[str] = []
        for path in paths:
            if self.find(path) is None:
                printed.append(f"rm: cannot remove '{path}': {NO_FILE}")
            else:
                parent, name = self._parent(path)
                del parent[name]
        return printed
