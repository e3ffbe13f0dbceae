"""Hostile programs in one batch: each must be contained and reported, and its neighbours unharmed."""

import json
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

import pytest

from filters.sandbox import run as sandbox
from filters.sandbox.helper import end_idle
from filters.sandbox.levels import FORCED, MINIMUM, SandboxLevel
from filters.sandbox.run import Limits, Protection, Result, SandboxUnavailable, level, required, run_programs
from filters.sandbox.watch import overfull, wipe

SMALL = Limits(cpu_seconds=1, wall_seconds=2.0, memory_mib=96, processes=8, output_bytes=10_000)

REPORT = """
import os
def attempt(action, *arguments):
    try:
        action(*arguments)
        print("done")
    except Exception as error:
        print(type(error).__name__)
"""


@pytest.fixture
def untried() -> Iterator[None]:
    """The sandbox as before its first use, and again so for the next test."""
    sandbox._tried.cache_clear()
    yield
    sandbox._tried.cache_clear()


def run(program: str, limits: Limits = SMALL) -> Result:
    """The program's result, with harmless neighbours before and after it in the same helper."""
    before, result, after = run_programs(["print('before')", program, "print('after')"], limits)
    assert (before.status, before.stdout) == ("ok", "before\n")
    assert (after.status, after.stdout) == ("ok", "after\n")
    return result


def refused(action: str) -> bool:
    result = run(f"{REPORT}\n{action}")
    return result.status == "ok" and "done" not in result.stdout and "Error" in result.stdout


def test_level_says_what_is_in_force() -> None:
    assert level().landlock >= 1
    assert "Landlock" in str(level()) and "seccomp" in str(level())
    assert "files and network are open" in str(level(SandboxLevel.LIMITS))


def test_levels_are_ordered() -> None:
    assert [one.at_least(SandboxLevel.CONFINED) for one in SandboxLevel] == [False, True, True]


@pytest.mark.parametrize("one", SandboxLevel)
def test_each_level_can_be_forced(one: SandboxLevel, monkeypatch: pytest.MonkeyPatch) -> None:
    if isinstance(why := sandbox._tried(one), str):
        pytest.skip(why)
    assert level(one).level is one
    assert run_programs(["print(1)"], SMALL, forced=one) == [Result("ok", "1\n", "", 0)]
    monkeypatch.setenv(FORCED, one)
    assert level().level is one


def test_trying_a_level_leaves_nothing_beside_the_scratch_folder(
    untried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        Path(folder).chmod(0o777)
        for one in SandboxLevel:
            sandbox._tried(one)
        assert list(Path(folder).iterdir()) == []


def test_below_the_minimum_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORCED, "limits")
    with pytest.raises(
        SandboxUnavailable, match=r"confined or above.*only limits \(GRISTMILL_SANDBOX forces it\). Unset"
    ):
        run_programs(["print(1)"], SMALL)
    assert required(SandboxLevel.LIMITS).level is SandboxLevel.LIMITS
    monkeypatch.setenv(MINIMUM, "limits")
    assert run_programs(["print(1)"], SMALL)[0].stdout == "1\n"


@pytest.mark.parametrize("variable", [FORCED, MINIMUM])
def test_a_wrong_level_in_the_environment_runs_nothing(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "strong")
    with pytest.raises(SandboxUnavailable, match=f"{variable}: .*'strong'; write one of limits, confined, namespaces"):
        run_programs(["print(1)"], SMALL)


def test_what_is_missing_is_named_with_what_to_do(untried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    helper_without(monkeypatch, "confine.landlock.abi = lambda: 0")
    with pytest.raises(
        SandboxUnavailable, match=r"only limits \(confined: the kernel offers no Landlock .*Use Linux 5.13"
    ):
        required()


def test_output_exit_code_and_error() -> None:
    assert run("print('grüß 你好')") == Result("ok", "grüß 你好\n", "", 0)
    failing = run("print(1)\nprint(1 / 0)")
    assert (failing.status, failing.stdout, failing.exit_code) == ("error", "1\n", 1)
    assert failing.stderr.endswith("ZeroDivisionError: division by zero\n")
    assert run("if:").stderr.endswith("SyntaxError: invalid syntax\n")


def test_ways_to_leave() -> None:
    assert run("import sys; sys.exit(0)") == Result("ok", "", "", 0)
    assert run("import os; print('lost'); os._exit(0)") == Result("ok", "", "", 0)
    assert run("raise SystemExit('bye')") == Result("error", "", "bye\n", 1)
    assert run("raise SystemExit(7)").exit_code == 7
    assert run("import atexit; atexit.register(print, 'last')").stdout == "last\n"
    late = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.05), print('late'))).start()"
    assert run(late).stdout == "late\n"
    assert run("import os; os.abort()").status == "killed"


def test_the_standard_library_and_main_are_as_usual() -> None:
    program = """
import dataclasses, decimal, pickle, sqlite3, asyncio
@dataclasses.dataclass
class Point:
    x: int
print(pickle.loads(pickle.dumps(Point(3))), __name__, asyncio.run(asyncio.sleep(0, "awake")))
"""
    assert run(program).stdout == "Point(x=3) __main__ awake\n"


def test_programs_repeat() -> None:
    program = "print({'a', 'b', 'c', 'd'}, hash('x'))"
    assert len({result.stdout for result in [run(program), *run_programs([program] * 3)]}) == 1


def test_network_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert refused(f"import socket; attempt(socket.create_connection, ('127.0.0.1', {port}))")
        assert refused("import socket; attempt(socket.socket, socket.AF_INET, socket.SOCK_DGRAM)")
        assert refused("import socket; attempt(socket.socket, socket.AF_UNIX)")


def test_files_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / ".ssh" / "id"
    secret.parent.mkdir()
    secret.write_text("secret")
    tmp_path.chmod(0o777)
    for path in ("/etc/shadow", "/etc/passwd", str(secret), "/proc/self/environ", sys.executable):
        assert refused(f"attempt(open, {path!r})"), path
    assert refused("attempt(os.listdir, '/')")
    for action in (f"open, '{tmp_path}/new', 'w'", f"os.mkdir, '{tmp_path}/new'", f"os.unlink, '{secret}'"):
        assert refused(f"attempt({action})"), action
    for action in (f"os.truncate, '{secret}', 0", f"os.chmod, '{secret}', 0", f"os.utime, '{secret}'"):
        assert refused(f"attempt({action})"), action
    assert secret.read_text() == "secret" and [path.name for path in tmp_path.iterdir()] == [".ssh"]


def test_nothing_else_can_be_started() -> None:
    assert refused(f"import subprocess; attempt(subprocess.run, [{sys.executable!r}, '-c', ''])")
    assert refused("attempt(os.execv, '/bin/sh', ['sh'])")


def test_scratch_is_writable_and_fresh_for_each() -> None:
    write = "import os; print(os.listdir('.')); open('f', 'w').write('x'); os.mkdir('d', 0); os.symlink('/', 'wiped-0')"
    assert [result.stdout for result in run_programs([write, write, write], SMALL)] == ["[]\n"] * 3
    deep = "import os\nfor _ in range(900):\n    os.mkdir('d'); os.chdir('d')\nprint('deep')"
    assert run(deep).stdout == "deep\n"


def test_wipe_removes_closed_and_nested_folders(tmp_path: Path) -> None:
    (tmp_path / "wiped-0" / "a" / "b").mkdir(parents=True)
    (tmp_path / "wiped-0" / "a" / "file").write_text("x")
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "wiped-0" / "a" / "b").chmod(0)
    wipe(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_is_full_by_count_by_size_and_when_it_hides_its_content(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(bytes(1 << 20))
    assert not overfull(tmp_path)
    for number in range(64):
        (tmp_path / f"file-{number}").write_bytes(bytes(1 << 20))
    assert overfull(tmp_path)
    wipe(tmp_path)
    for number in range(1025):
        (tmp_path / f"empty-{number}").touch()
    assert overfull(tmp_path)
    wipe(tmp_path)
    with chdir(tmp_path):
        for _ in range(20):
            Path("d" * 250).mkdir()
            os.chdir("d" * 250)
    assert overfull(tmp_path)
    wipe(tmp_path)
    assert not overfull(tmp_path)


@pytest.mark.parametrize(
    ("program", "status"),
    [
        ("while True: pass", "timeout"),
        ("import signal\nsignal.pause()", "timeout"),
        ("while True: print('x' * 999)", "output"),
        ("import sys\nwhile True: sys.stderr.write('x' * 999)", "output"),
        ("x = 'a' * 10**10", "error"),
        ("x = []\nwhile True: x.append('a' * 10**6)", "error"),
        ("def f(): return f()\nf()", "error"),
        ("import ctypes\nctypes.string_at(0)", "killed"),
        ("with open('big', 'w') as file:\n    while True: file.write('x' * 10**5)", "error"),
        ("files = []\nwhile True: files.append(open('f', 'w'))", "error"),
        ("import os, sys\nos.close(1)\nos.close(2)\nwhile True: pass", "timeout"),
    ],
)
def test_limits(program: str, status: str) -> None:
    result = run(program)
    assert result.status == status
    assert len(result.stdout) <= SMALL.output_bytes


def test_output_is_cut_at_the_limit() -> None:
    result = run("print('ab' * 10**6)")
    assert (result.status, result.stdout) == ("output", "ab" * 5000)


def test_a_fork_bomb_is_stopped_with_all_its_processes() -> None:
    bomb = "import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass"
    assert run(bomb).status == "timeout"
    count = """
import os
made = 0
try:
    while made < 100:
        if os.fork() == 0:
            os.read(os.pipe()[0], 1)
        made += 1
except OSError:
    pass
print(made, flush=True)
"""
    first, second = run_programs([count, count], SMALL)
    assert first.status == "ok" and int(first.stdout) < SMALL.processes
    assert second == first  # nothing of the first was left to count


def test_the_helper_cannot_be_reached() -> None:
    parent = "import os, signal; attempt(os.kill, os.getppid(), signal.SIGKILL); attempt(os.kill, -1, signal.SIGKILL)"
    assert refused(parent)
    assert refused("attempt(os.setsid); attempt(os.setpgid, 0, 0)")
    assert refused("import resource; attempt(resource.prlimit, os.getppid(), resource.RLIMIT_CPU, (1, 1))")
    assert run("import os, signal; os.kill(os.getpid(), signal.SIGKILL)").status == "killed"


def test_no_descriptor_of_the_helper_is_open() -> None:
    program = (
        "import os\nfor n in range(3, 60):\n    try:\n        os.fstat(n)\n        print(n)\n    except OSError: pass"
    )
    assert run(program).stdout == ""


def test_a_batch_over_several_helpers_keeps_its_order() -> None:
    programs = [f"print({number})" if number % 7 else "1 / 0" for number in range(64)]
    results = run_programs(programs)
    assert [r.stdout for r in results] == [f"{n}\n" if n % 7 else "" for n in range(64)]
    assert run_programs([]) == []


def test_hostile_source_text() -> None:
    for source in ("\x00", "\ud800", "(" * 100_000, "-" * 100_000 + "1", json.dumps({"unavailable": "no"})):
        assert run(source).status in ("error", "killed", "output", "ok")


def helper(limits: Limits = SMALL) -> int:
    """The process id of the helper that runs a program now, as the program sees it below every fence."""
    result = run_programs(["import os; print(os.getppid())"], limits, forced=SandboxLevel.LIMITS)[0]
    return int(result.stdout)


def test_a_helper_is_kept_for_the_same_level_and_limits_only() -> None:
    first = helper()
    assert helper() == first
    assert helper(replace(SMALL, memory_mib=SMALL.memory_mib + 1)) != first
    look = "import os\ntry: print(os.listdir('/'))\nexcept OSError: print('refused')"
    assert run_programs([look], SMALL, forced=SandboxLevel.CONFINED)[0].stdout == "refused\n"
    assert helper() == first
    end_idle()
    assert helper() != first


def test_a_kept_helper_gives_each_batch_an_empty_folder_and_a_fresh_interpreter() -> None:
    look = "import builtins, os; print(os.listdir('.'), hasattr(builtins, 'left'))"
    leave = "import builtins; builtins.left = 1; open('left', 'w').write('x')"
    assert [run(program, SMALL).stdout for program in (look, leave, look)] == ["[] False\n", "", "[] False\n"]


def test_a_helper_that_died_at_rest_is_replaced() -> None:
    first = helper()
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert helper() != first


def test_a_fork_has_helpers_of_its_own() -> None:
    first = helper()
    out, end = os.pipe()
    if (child := os.fork()) == 0:
        os.write(end, str(helper()).encode())
        end_idle()
        os._exit(0)
    os.waitpid(child, 0)
    assert int(os.read(out, 100)) != first
    assert helper() == first
    os.close(out)
    os.close(end)


def test_a_helper_that_dies_loses_one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    level()
    dying = """
import os
from filters.sandbox import confine
fork = confine.fork_program
confine.fork_program = lambda source, fences: os._exit(9) if source == "die" else fork(source, fences)
confine.main()
"""
    monkeypatch.setattr(sandbox, "_HELPER", f"import sys; sys.path.insert(0, {sandbox._ROOT!r})\n{dying}")
    results = run_programs(["print(1)", "die", "print(2)", "die"], SMALL)
    assert [(result.status, result.stdout) for result in results] == [
        ("ok", "1\n"),
        ("lost", ""),
        ("ok", "2\n"),
        ("lost", ""),
    ]


def helper_without(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """Helpers start with this statement, which breaks something."""
    start = f"import sys; sys.path.insert(0, {sandbox._ROOT!r})\nfrom filters.sandbox import confine"
    monkeypatch.setattr(sandbox, "_HELPER", f"{start}\n{broken}\nconfine.main()")


def test_a_missing_fence_is_an_error_and_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    level()
    for broken in (
        "confine.landlock.abi = lambda: 0",
        "confine.landlock.enter = lambda ruleset: 1 / 0",
        "confine.seccomp.program = lambda *_: b'no filter'",
        "def refuse(*_): raise OSError('no other user')\nconfine.leave_root = refuse",
    ):
        helper_without(monkeypatch, broken)
        with pytest.raises(SandboxUnavailable, match=r"Landlock|seccomp|division|no other user"):
            run_programs(["print('ran')"], SMALL)


def test_where_namespaces_are_refused_all_other_fences_stand(untried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    helper_without(monkeypatch, "confine.namespaces.libc.unshare = lambda flags: -1")
    assert (level().level, level().namespaces) == (SandboxLevel.CONFINED, ())
    test_network_is_refused()
    test_the_helper_cannot_be_reached()
    test_scratch_is_writable_and_fresh_for_each()
    test_a_fork_bomb_is_stopped_with_all_its_processes()


def test_an_old_landlock_leaves_signals_to_seccomp(untried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORCED, "confined")
    helper_without(monkeypatch, "confine.landlock.abi = lambda: 1")
    assert level().landlock == 1
    assert refused("import fcntl, os; attempt(fcntl.fcntl, 0, fcntl.F_SETOWN, os.getppid())")
    test_the_helper_cannot_be_reached()
    test_network_is_refused()


def test_a_probe_that_finds_a_gap_refuses(untried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_PROBE", "print('files')")
    with pytest.raises(SandboxUnavailable, match="does not find cut: network"):
        run_programs(["print('ran')"], SMALL)
    assert isinstance(sandbox._tried(SandboxLevel.LIMITS), Protection)
