"""Find the files under a root: the same ones in the same order on every machine, each real folder once."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from pipeline.sources.formats import format_of
from pipeline.sources.licence import is_licence, licence_file
from pipeline.sources.values import FileRef, Listing, Problem

CACHES = frozenset({"__pycache__", "node_modules"})


@dataclass(frozen=True, slots=True)
class _Skip:
    rule: str


def list_files(root: Path, *patterns: str, exclude: Sequence[str] = (), licence: str = "") -> Listing:
    """The files under `root` whose URI or name matches one of the shell patterns (all, if none is given).

    "*" crosses "/": "docs/*.md" takes docs/a/b.md too. `exclude` leaves out files and prunes folders in the same way.
    Hidden entries, caches, binaries, machine-written data and licence files are passed over and counted. Links are not
    followed: what they lead to inside the root is read under its own path, and every link is reported. `licence` is
    the licence of all files; without it each has that of the nearest LICENSE or COPYING at or above it in the root.

    Raises FileNotFoundError if there is no such root.
    """
    if not root.exists():
        raise FileNotFoundError(
            f"there is no {str(root)!r} to read from; name an existing file or folder as the source"
        )
    real = root.resolve()
    if real.is_file():
        format_, compression = format_of(real.name)
        known = format_ if format_ not in ("binary", "data") else "text"
        return Listing((FileRef(real, uri_of(real.name), real.stat().st_size, known, compression, licence),), (), {})
    found = list(_walk(real, patterns or ("*",), tuple(exclude), licence))
    return Listing(
        tuple(sorted((one for one in found if isinstance(one, FileRef)), key=lambda ref: ref.uri)),
        tuple(sorted((one for one in found if isinstance(one, Problem)), key=lambda problem: problem.uri)),
        dict(sorted(Counter(one.rule for one in found if isinstance(one, _Skip)).items())),
    )


def uri_of(relative: str) -> str:
    """A relative path as a URI that is valid Unicode, whatever bytes the file's name has."""
    return os.fsencode(relative).decode("utf-8", "backslashreplace").replace(os.sep, "/")


def _walk(
    root: Path, patterns: Sequence[str], exclude: Sequence[str], licence: str
) -> Iterator[FileRef | Problem | _Skip]:
    folders = [(root, licence)]
    seen: set[tuple[int, int]] = set()
    while folders:
        folder, terms = folders.pop()
        uri = uri_of(os.path.relpath(folder, root))
        try:
            status = folder.stat()
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(uri, "unreadable_folder", f"the folder cannot be listed: {error.strerror}")
            continue
        if (status.st_dev, status.st_ino) in seen:
            yield Problem(uri, "folder_repeats", "the same folder was read under another path (a mount)")
            continue
        seen.add((status.st_dev, status.st_ino))
        if not licence:
            terms = _terms(found, terms)
        for entry in found:
            path = Path(entry.path)
            uri = uri_of(os.path.relpath(path, root))
            if entry.name.startswith("."):
                yield _Skip("hidden")
            elif _matches(uri, entry.name, exclude):
                yield _Skip("excluded")
            elif entry.is_symlink():
                yield _link(path, uri, root)
            elif entry.is_dir(follow_symlinks=False):
                if entry.name in CACHES:
                    yield _Skip("cache")
                else:
                    folders.append((path, terms))
            elif not entry.is_file(follow_symlinks=False):
                yield Problem(uri, "not_a_file", "neither a file nor a folder (a pipe, a socket or a device)")
            elif not _matches(uri, entry.name, patterns):
                yield _Skip("pattern")
            else:
                yield _file(entry, path, uri, terms)


def _matches(uri: str, name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(uri, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _file(entry: os.DirEntry[str], path: Path, uri: str, licence: str) -> FileRef | Problem | _Skip:
    format_, compression = format_of(entry.name)
    if format_ in ("binary", "data"):
        return _Skip(format_)
    if is_licence(entry.name):
        return _Skip("licence")
    try:
        size = entry.stat(follow_symlinks=False).st_size
    except OSError as error:
        return Problem(uri, "unreadable", f"the file's size cannot be read: {error.strerror}")
    return FileRef(path, uri, size, format_, compression, licence)


def _terms(entries: Sequence[os.DirEntry[str]], above: str) -> str:
    """The licence that holds in a folder: its own file's, even when that is not recognised, else the one above."""
    names = [entry for entry in entries if is_licence(entry.name) and entry.is_file(follow_symlinks=False)]
    for entry in names:
        try:
            if known := licence_file(Path(entry.path)):
                return known
        except OSError:  # read() reports the file itself
            continue
    return "" if names else above


def _link(path: Path, uri: str, root: Path) -> Problem:
    """Why a link is not followed."""
    target = str(path.readlink())
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Problem(uri, "link_broken", f"a link to {target!r}, which is not there or leads back to itself")
    if not real.is_relative_to(root):
        return Problem(uri, "link_outside", f"a link to {target!r}, outside the root; name its target as a source")
    if path.parent.is_relative_to(real):
        return Problem(uri, "link_loop", f"a link to {target!r}, a folder that holds the link itself")
    return Problem(uri, "link_repeats", f"a link to {target!r}, which is listed under its own path")
