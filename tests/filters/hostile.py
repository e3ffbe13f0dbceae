"""Programs that try to get out of the sandbox, and by hand (`python -m tests.filters.hostile`) what becomes of them.

Each ends with exit code 0, and mostly with a word on stdout, if it gets what it wants. Only the standard library is
imported, so that any user's interpreter can run this.
"""

import ctypes
import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from filters.sandbox.calls import run_calls
from filters.sandbox.helper import end_idle
from filters.sandbox.levels import SandboxLevel
from filters.sandbox.run import Limits, run_programs
from filters.verdict import Verdict

LIMITS, CONFINED, NAMESPACES = SandboxLevel
_LIMITS = Limits(cpu_seconds=1, wall_seconds=6.0, memory_mib=128, processes=12, output_bytes=10_000)
_SHORT = replace(_LIMITS, wall_seconds=1.0)
ESCAPED = "escaped"
NEIGHBOUR = "import os\nprint('in peace', os.listdir('.'))"
IN_PEACE = "in peace []\n"
SECRET = "the text of a private file"

_MODULES = "ctypes errno fcntl mmap os resource signal socket subprocess sys threading".split()
_CALL = """
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def call(name, *arguments):
    result = getattr(libc, name)(*arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    print("escaped")
    return result
"""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A program with the places of its traps still to fill in.

    `least` is the weakest level that holds it. `shows` says that it gets what it wants at the levels below, whoever
    runs it, and harms nothing: so a trap that catches nothing is known to work.
    """

    name: str
    least: SandboxLevel
    program: str
    shows: bool = False

    def text(self, traps: Mapping[str, object]) -> str:
        program = self.program
        for name, value in traps.items():
            program = program.replace(f"<{name}>", repr(value))
        program = (_CALL if "call(" in program else "") + program
        modules = [name for name in _MODULES if f"{name}." in program]
        return f"import {', '.join(modules)}\n{program}" if modules else program


_X86 = platform.machine() == "x86_64"
_MACHINE_CODE = """
def run_code(code):
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes.fromhex(code))
    return ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
"""

BOMBS = (
    Hostile("endless loop", LIMITS, "while True: pass"),
    Hostile("sleep", LIMITS, "signal.pause()"),
    Hostile("ignored signals", LIMITS, "signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass"),
    Hostile("fork bomb", LIMITS, "while True:\n    try:\n        os.fork()\n    except OSError:\n        pass"),
    Hostile(
        "sessions of its own",
        LIMITS,
        "while True:\n    if os.fork() == 0:\n        os.setsid()\n        signal.pause()",
    ),
    Hostile("thread bomb", LIMITS, "while True: threading.Thread(target=signal.sigwait, args=([2],)).start()"),
    Hostile("memory bomb", LIMITS, "kept = []\nwhile True: kept.append('a' * 10**6)"),
    Hostile("memory map", LIMITS, "print(len(mmap.mmap(-1, 1 << 34)))"),
    Hostile("endless output", LIMITS, "while True: print('x' * 999)"),
    Hostile("endless errors", LIMITS, "while True: sys.stderr.write('x' * 999)"),
    Hostile("one large file", LIMITS, "with open('big', 'wb') as file:\n    while True: file.write(bytes(1 << 16))"),
    Hostile(
        "many files",
        LIMITS,
        "n = 0\nwhile True:\n    with open(str(n), 'wb') as file: file.write(bytes(1 << 20))\n    n += 1",
    ),
    Hostile("many empty files", LIMITS, "n = 0\nwhile True:\n    open(str(n), 'wb').close()\n    n += 1"),
    Hostile("many folders", LIMITS, "while True:\n    os.mkdir('d')\n    os.chdir('d')"),
    Hostile("open files", LIMITS, "kept = []\nwhile True: kept.append(open('f', 'w'))"),
    Hostile("recursion", LIMITS, "def f(): return f()\nf()"),
    Hostile(
        "native recursion", LIMITS, "sys.setrecursionlimit(10**9)\nx = []\nfor _ in range(300_000): x = [x]\nrepr(x)"
    ),
    Hostile("raised limits", LIMITS, "resource.setrlimit(resource.RLIMIT_AS, (-1, -1)); print('escaped')"),
    Hostile("crash", LIMITS, "ctypes.string_at(0)"),
)

FILES = (
    Hostile("/etc/passwd", CONFINED, "print('escaped', open('/etc/passwd').read())", shows=True),
    Hostile("/etc/shadow", CONFINED, "print('escaped', open('/etc/shadow').read())"),
    Hostile("~/.ssh", CONFINED, "print(open(<key>).read())"),
    Hostile("a file", CONFINED, "print(open(<notes>).read())", shows=True),
    Hostile("a folder", CONFINED, "print('escaped', os.listdir(<home>))", shows=True),
    Hostile("symbolic link", CONFINED, "os.symlink(<notes>, 'link'); print(open('link').read())", shows=True),
    Hostile("hard link", CONFINED, "os.link(<notes>, 'link'); print(open('link').read())"),
    Hostile("path upwards", CONFINED, "print(open('../' * 30 + <notes>[1:]).read())", shows=True),
    Hostile(
        "open folder", CONFINED, "at = os.open('/', os.O_PATH)\nprint(open(os.open(<notes>[1:], 0, dir_fd=at)).read())"
    ),
    Hostile("/proc/self/root", CONFINED, "print(open('/proc/self/root' + <notes>).read())", shows=True),
    Hostile("/proc/self/cwd", CONFINED, "print(open('/proc/self/cwd/' + '../' * 30 + <notes>[1:]).read())", shows=True),
    Hostile("moved root", CONFINED, "os.chroot('.'); print('escaped')"),
    Hostile("working folder", CONFINED, "os.chdir(<home>); print(open('notes').read())", shows=True),
    Hostile("new file", CONFINED, "open(<drop> + '/new', 'w'); print('escaped')"),
    Hostile("overwritten file", CONFINED, "open(<key>, 'w'); print('escaped')"),
    Hostile("removed file", CONFINED, "os.unlink(<drop> + '/kept'); print('escaped')"),
    Hostile("moved file", CONFINED, "os.rename(<drop> + '/kept', 'kept'); print('escaped')"),
    Hostile("truncated file", CONFINED, "os.truncate(<drop> + '/kept', 0); print('escaped')"),
    Hostile("changed mode", CONFINED, "os.chmod(<key>, 0o777); print('escaped')"),
    Hostile("changed times", CONFINED, "os.utime(<drop> + '/kept'); print('escaped')"),
    Hostile("extended attribute", CONFINED, "os.setxattr(<drop> + '/kept', 'user.x', b'x'); print('escaped')"),
    Hostile("shared memory file", CONFINED, "open('/dev/shm/' + <mark>, 'w'); print('escaped')"),
    Hostile("temporary file", CONFINED, "open('/tmp/' + <mark>, 'w'); print('escaped')"),
    Hostile("device", CONFINED, "print('escaped', open('/dev/zero', 'rb').read(1))", shows=True),
    Hostile("the interpreter", CONFINED, "open(<python>, 'rb'); print('escaped')"),
    Hostile("watched folder", CONFINED, "call('inotify_add_watch', call('inotify_init1', 0), b'/', 2)", shows=True),
    Hostile("name of a file", NAMESPACES, "print('escaped', os.stat(<notes>).st_mtime)", shows=True),
    Hostile("name of a program", NAMESPACES, "print('escaped', os.readlink('/proc/self/exe'))", shows=True),
)

NETWORK = (
    Hostile("TCP", CONFINED, "socket.create_connection(('127.0.0.1', <tcp>)); print('escaped')", shows=True),
    Hostile("TCP server", CONFINED, "socket.create_server(('127.0.0.1', 0)); print('escaped')", shows=True),
    Hostile(
        "UDP",
        CONFINED,
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', <udp>)); print('escaped')",
        shows=True,
    ),
    Hostile("raw socket", CONFINED, "socket.socket(socket.AF_PACKET, socket.SOCK_RAW); print('escaped')"),
    Hostile("netlink", CONFINED, "print('escaped', socket.if_nameindex())", shows=True),
    Hostile(
        "abstract socket", CONFINED, "socket.socket(socket.AF_UNIX).connect(<abstract>); print('escaped')", shows=True
    ),
    Hostile(
        "socket by path",
        CONFINED,
        "one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\none.sendto(b'x', <socket>); print('escaped')",
        shows=True,
    ),
    Hostile(
        "pair to abstract socket",
        CONFINED,
        "one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)\none.connect(<abstract>); print('escaped')",
    ),
    Hostile("system call", CONFINED, f"call('syscall', {41 if _X86 else 198}, 2, 1, 0)", shows=True),
    Hostile("io_uring", CONFINED, "call('syscall', 425, 8, ctypes.create_string_buffer(256))"),
    Hostile("unknown system call", CONFINED, "call('syscall', 470, 0, 0, 0); print('escaped')"),
)
MACHINE_CODE = (
    # mov eax, 41 (socket); mov edi, 2; mov esi, 1; xor edx, edx; syscall; ret
    Hostile(
        "machine code",
        CONFINED,
        _MACHINE_CODE + "if run_code('b829000000bf02000000be0100000031d20f05c3') < 0: raise OSError\nprint('escaped')",
        shows=True,
    ),
    # mov eax, 20 (getpid of 32-bit Linux); int 0x80; ret
    Hostile("32-bit call", CONFINED, _MACHINE_CODE + "run_code('b814000000cd80c3'); print('escaped')", shows=True),
)

PROCESSES = (
    Hostile("another process", CONFINED, "os.fork(); print('escaped')", shows=True),
    Hostile("shell", CONFINED, "os.execv('/bin/sh', ['sh', '-c', 'echo escaped'])", shows=True),
    Hostile("subprocess", CONFINED, "print(subprocess.run(['/bin/echo', 'escaped']).returncode)", shows=True),
    Hostile(
        "executable in memory",
        CONFINED,
        "file = os.memfd_create('x')\nos.write(file, open(<loader>, 'rb').read())\nos.execve(file, ['x', '-h'], {})",
    ),
    Hostile("parent killed", CONFINED, "os.kill(os.getppid(), signal.SIGKILL); print('escaped')"),
    Hostile("all killed", CONFINED, "os.kill(-1, signal.SIGKILL); print('escaped')"),
    Hostile("another killed", CONFINED, "os.kill(<victim>, signal.SIGKILL); print('escaped')"),
    Hostile("group killed", CONFINED, "os.killpg(os.getpgid(os.getppid()), signal.SIGKILL); print('escaped')"),
    Hostile(
        "signal by a file",
        CONFINED,
        """
one, other = socket.socketpair()
fcntl.fcntl(one, fcntl.F_SETOWN, <victim>)
fcntl.fcntl(one, fcntl.F_SETSIG, signal.SIGKILL)
fcntl.fcntl(one, fcntl.F_SETFL, os.O_ASYNC)
other.send(b'x'); print('escaped')
""",
    ),
    Hostile("traced", CONFINED, "call('ptrace', 16, <victim>, 0, 0)"),
    Hostile("read memory", CONFINED, "open(f'/proc/{<victim>}/mem', 'rb'); print('escaped')"),
    Hostile("the helper's memory", CONFINED, "open(f'/proc/{os.getppid()}/mem', 'r+b'); print('escaped')"),
    Hostile("the helper's files", CONFINED, "print('escaped', os.listdir(f'/proc/{os.getppid()}/fd'))"),
    Hostile("environment of others", CONFINED, "print('escaped', open(f'/proc/{<victim>}/environ').read())"),
    Hostile("list of processes", CONFINED, "print('escaped', os.listdir('/proc'))", shows=True),
    Hostile("limits of others", CONFINED, "resource.prlimit(<victim>, resource.RLIMIT_CPU, (1, 1)); print('escaped')"),
    Hostile("own session", CONFINED, "os.setsid(); print('escaped')"),
    Hostile("survival", CONFINED, "call('prctl', 1, 0, 0, 0, 0)", shows=True),
    Hostile("user namespace", CONFINED, "call('unshare', 0x10000000)"),
    Hostile("mount", CONFINED, "call('mount', b'none', b'.', b'tmpfs', 0, None)"),
    Hostile("root again", CONFINED, "os.setresuid(0, 0, 0); print('escaped', open('/etc/shadow').read())"),
    Hostile("memory that stays", CONFINED, "call('shmctl', call('shmget', 0, 4096, 0o1600), 0, None)", shows=True),
    Hostile("key that stays", CONFINED, f"call('syscall', {248 if _X86 else 217}, b'user', b'x', b'x', 1, -2)"),
    Hostile("kernel's log", CONFINED, "call('klogctl', 3, ctypes.create_string_buffer(99), 99)"),
    Hostile("presence of a process", NAMESPACES, "print('escaped', os.getsid(<victim>))", shows=True),
)

PROGRAMS = (*BOMBS, *FILES, *NETWORK, *(MACHINE_CODE if _X86 else ()), *PROCESSES)

LIES = {
    "exit": "import os\nos._exit(0)",
    "exit by the interpreter": "import sys\nsys.exit(0)",
    "patched assert": "import builtins\nbuiltins.AssertionError = type('Quiet', (BaseException,), {})",
    "patched failure": "import sys\nsys.excepthook = lambda *_: None\ndef answer(given): raise ValueError",
    "equal to all": "class All:\n    def __eq__(self, other): return True\n    def __repr__(self): return '2'\n"
    "def answer(given): return All()",
    "patched harness": "import json\njson.dumps = lambda *_, **__: '2'",
    "patched printing": "import builtins\nreal = print\nbuiltins.print = lambda *_: real('results of the calls: [3]')",
    "exit at the end": "import atexit, os\natexit.register(lambda: (print('results of the calls: []'), os._exit(0)))",
    "written result": "import os\nos.write(1, b'results of the calls: [\"1\"]')\nos._exit(0)",
}
"""What stands before or in place of a function `answer` that should double its argument: none may pass for right."""
_WRONG = "\ndef answer(given): return given\n"


def lie_results() -> dict[str, str]:
    """What is said of each: the reason of its failure, or the wrong result that it gives."""
    jobs = [(code if "def answer" in code else f"{code}{_WRONG}", "answer", [1]) for code in LIES.values()]
    found = run_calls(jobs)
    return {name: one.reason if isinstance(one, Verdict) else one[0] for name, one in zip(LIES, found, strict=True)}


def tried(level: SandboxLevel) -> list[Hostile]:
    """Those that the level holds, and those that show what it does not hold."""
    return [one for one in PROGRAMS if level.at_least(one.least) or one.shows]


def ran(hostile: Sequence[Hostile], traps: Mapping[str, object], limits: Limits) -> dict[str, dict[str, str]]:
    """What becomes of each in one batch, and of the harmless program that comes after it."""
    programs = [program for one in hostile for program in (one.text(traps), NEIGHBOUR)]
    results = run_programs(programs, limits)
    return {
        one.name: {"status": result.status, "stdout": result.stdout, "stderr": result.stderr, "after": after.stdout}
        for one, result, after in zip(hostile, results[::2], results[1::2], strict=True)
    }


def main() -> None:
    """Run all that may be run at the level in force, and say what came of them.

    Reads the traps as JSON from stdin, writes JSON to stdout. Orphans fall to this process, which tells of them.
    """
    traps = json.load(sys.stdin)
    level = SandboxLevel(os.environ["GRISTMILL_SANDBOX"])
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    hostile = tried(level)
    bombs = [one for one in hostile if one in BOMBS]
    results = ran(bombs, traps, _SHORT) | ran([one for one in hostile if one not in BOMBS], traps, _LIMITS)
    lies = lie_results()
    end_idle()
    try:
        os.waitpid(-1, os.WNOHANG)
        left = True
    except ChildProcessError:
        left = False
    json.dump({"results": results, "lies": lies, "left": left}, sys.stdout)


if __name__ == "__main__":
    main()
