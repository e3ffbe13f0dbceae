"""Hostile programs at every level, as root and as an ordinary user: nothing is read, reached or left, and all fail.

The programs are in `hostile.py`. A child process of the user runs them in one batch; the traps they run into are laid
and read here.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from filters.sandbox.levels import FORCED, MINIMUM, SandboxLevel
from tests.filters.hostile import ESCAPED, IN_PEACE, LIES, PROGRAMS, SECRET, Hostile

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
_ROOMY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where homes and scratch folders lie: in memory, since some programs make very many folders."""
CASES = [(user, level) for level in SandboxLevel for user in ("root", "ordinary")]


@dataclass(frozen=True)
class Outcome:
    """What came of the programs, and what the traps caught."""

    results: dict[str, dict[str, str]]
    lies: dict[str, str]
    left: bool
    reached: list[str]
    changed: list[str]
    victim_lives: bool


@cache
def interpreter(user: str) -> str:
    """An interpreter that the user can start; "" if there is none."""
    if user == "root" or os.getuid():
        return sys.executable
    found = [sys.executable, shutil.which("python3", path="/usr/bin:/usr/local/bin") or ""]
    ask = "import sys; assert sys.version_info >= (3, 11)"
    for one in filter(None, found):
        try:
            if subprocess.run([one, "-S", "-c", ask], user=NOBODY, group=NOBODY, extra_groups=[]).returncode == 0:
                return one
        except PermissionError:
            continue
    return ""


@pytest.fixture(scope="module", params=CASES, ids=lambda case: "-".join(case))
def case(request: pytest.FixtureRequest) -> tuple[str, SandboxLevel, Outcome]:
    user, level = request.param
    if user == "root" and os.getuid():
        pytest.skip("the half that starts as root needs root")
    if not interpreter(user):
        pytest.skip("no Python 3.11 that an ordinary user may start (the tests run as root, its Python is closed)")
    return user, level, outcome(user, level)


def outcome(user: str, level: SandboxLevel) -> Outcome:
    number = NOBODY if user == "ordinary" and not os.getuid() else os.getuid()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hostile-", dir=_ROOMY)))
        mark = f"mark-of-{home.name}"
        stack.callback(lambda: [path.unlink(missing_ok=True) for path in left_files(mark)])
        before = furnish(home, number)
        sockets = {name: stack.enter_context(made) for name, made in listening(home, mark)}
        victim = stack.enter_context(
            subprocess.Popen([interpreter(user), "-S", "-c", "import signal; signal.pause()"], user=number)
        )
        stack.callback(victim.kill)
        traps = {
            "home": str(home),
            "key": str(home / ".ssh" / "id"),
            "notes": str(home / "notes"),
            "drop": str(home / "drop"),
            "socket": str(home / "socket"),
            "tcp": sockets["tcp"].getsockname()[1],
            "udp": sockets["udp"].getsockname()[1],
            "abstract": f"\0{mark}",
            "mark": mark,
            "victim": victim.pid,
            "python": sys.executable,
            "loader": next(iter(map(str, Path("/lib64").glob("ld-linux*"))), "/lib/ld-linux-aarch64.so.1"),
        }
        said = attempt(user, number, level, traps)
        reached = [name for name, one in sockets.items() if got_something(one)]
        changed = [] if tree(home) == before else ["home"]
        return Outcome(
            **said,
            reached=reached,
            changed=[*changed, *map(str, left_files(mark))],
            victim_lives=victim.poll() is None,
        )


def attempt(user: str, number: int, level: SandboxLevel, traps: dict[str, Any]) -> dict[str, Any]:
    """What the child process says."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {FORCED: level, MINIMUM: level} | ({"TMPDIR": _ROOMY} if _ROOMY else {})
    as_user: dict[str, Any] = {} if number == os.getuid() else {"user": number, "group": number, "extra_groups": []}
    child = subprocess.run(
        [interpreter(user), "-s", "-S", "-m", "tests.filters.hostile"],
        input=json.dumps(traps),
        capture_output=True,
        text=True,
        env=environment,
        cwd="/",
        **as_user,
    )
    if child.returncode and "SandboxUnavailable" in child.stderr:
        pytest.skip(f"level {level} cannot be had here: {child.stderr.strip().splitlines()[-1][:300]}")
    assert child.returncode == 0, child.stderr
    said: dict[str, Any] = json.loads(child.stdout)
    return said


def furnish(home: Path, owner: int) -> dict[str, tuple[int, bytes]]:
    """A home with a private key, a file that all may read, and a folder that all may write in."""
    for folder, mode in (("", 0o755), (".ssh", 0o700), ("drop", 0o777)):
        (home / folder).mkdir(exist_ok=True)
        (home / folder).chmod(mode)
    for name, mode in ((".ssh/id", 0o600), ("notes", 0o644), ("drop/kept", 0o666)):
        (home / name).write_text(SECRET)
        (home / name).chmod(mode)
    for path in (home, *home.rglob("*")):
        os.chown(path, owner, -1)
    return tree(home)


def tree(home: Path) -> dict[str, tuple[int, bytes]]:
    """Mode and content of every file, but the socket."""
    return {
        str(path.relative_to(home)): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in sorted(home.rglob("*"))
        if not path.is_socket()
    }


def left_files(mark: str) -> list[Path]:
    return [path for folder in ("/dev/shm", "/tmp") if (path := Path(folder) / mark).exists()]


def listening(home: Path, mark: str) -> Iterator[tuple[str, socket.socket]]:
    """Sockets that wait for whoever reaches them."""
    yield "tcp", socket.create_server(("127.0.0.1", 0))
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(("127.0.0.1", 0))
    yield "udp", udp
    abstract = socket.socket(socket.AF_UNIX)
    abstract.bind(f"\0{mark}")
    abstract.listen()
    yield "abstract", abstract
    path = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    path.bind(str(home / "socket"))
    (home / "socket").chmod(0o777)
    yield "path", path


def got_something(one: socket.socket) -> bool:
    one.setblocking(False)
    try:
        if one.type == socket.SOCK_STREAM:
            one.accept()[0].close()
        else:
            one.recv(10)
    except BlockingIOError:
        return False
    return True


@pytest.mark.parametrize("hostile", PROGRAMS, ids=lambda one: one.name)
def test_a_hostile_program_is_held_and_fails(case: tuple[str, SandboxLevel, Outcome], hostile: Hostile) -> None:
    _, level, found = case
    if hostile.name not in found.results:
        assert not level.at_least(hostile.least)
        return
    result = found.results[hostile.name]
    said = result["stdout"] + result["stderr"]
    assert result["after"] == IN_PEACE
    if level.at_least(hostile.least):
        assert result["status"] != "ok", said
        assert ESCAPED not in result["stdout"] and SECRET not in said
    else:
        assert result["status"] == "ok" and (ESCAPED in said or SECRET in said), f"the trap does not work: {said}"


@pytest.mark.parametrize("lie", LIES)
def test_a_program_that_lies_about_its_tests_fails(case: tuple[str, SandboxLevel, Outcome], lie: str) -> None:
    assert case[2].lies[lie] != "2"


def test_nothing_of_the_host_was_reached_or_changed(case: tuple[str, SandboxLevel, Outcome]) -> None:
    _, level, found = case
    if level.at_least(SandboxLevel.CONFINED):
        assert found.reached == [] and found.changed == []
    else:
        assert found.reached == ["tcp", "udp", "abstract", "path"]  # the limits alone hold nobody back
    assert found.victim_lives


def test_no_process_is_left(case: tuple[str, SandboxLevel, Outcome]) -> None:
    assert not case[2].left
