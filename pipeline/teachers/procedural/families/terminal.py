"""Be a shell: what the last command of a session prints, or all of them (English and Chinese)."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.shell import Shell
from pipeline.teachers.procedural.words.list_words import WORDS

USERS = (
    "ada ben chen dana eli finn gita hugo ines jun kim leo mia nils olga paul qian rosa sam tara ute wei yan zoe"
).split()
FOLDERS = (
    "archive backup config data docs exports figures games images jobs keys logs music notes output photos queries "
    "reports scripts tests uploads videos work"
).split()
ENDINGS = "txt md csv log dat".split()
SAYINGS = (
    "{a} and {b}",
    "buy {a}",
    "{a} {number}",
    "call about the {a}",
    "{a}: {number}",
    "no {a} today",
    "{number} {a} left",
    "the {a} is ready",
    "move {a} to {b}",
    "{a},{b},{number}",
    "check {a} twice",
    "todo {a}",
)


class Session:
    """Draws commands that make sense where the session stands, and runs them."""

    def __init__(self, rng: random.Random, home: str, commands: list[str]) -> None:
        self.rng, self.shell, self.home = rng, Shell(home), home
        self.commands: list[str] = []
        self.files = rng.sample(WORDS, 12)
        self.folders = rng.sample(FOLDERS, 8)
        for command in commands:
            self.do(command)

    def do(self, command: str) -> None:
        self.shell.run(command)
        self.commands.append(command)

    def entries(self, kind: type, path: str = ".") -> list[str]:
        return sorted(name for name, value in self.shell.find(path).items() if isinstance(value, kind))

    def _fresh(self, count: int = 1) -> str:
        """New names of files."""
        return " ".join(f"{name}.{self.rng.choice(ENDINGS)}" for name in self.rng.sample(self.files, count))

    def _text(self) -> str:
        a, b = self.rng.sample(WORDS, 2)
        return self.rng.choice(SAYINGS).format(a=a, b=b, number=self.rng.randint(2, 99))

    def possible(self) -> Iterator[tuple[str, int]]:
        """Commands that change something, with their weights."""
        rng, files, folders = self.rng, self.entries(list), self.entries(dict)
        if self.folders:
            yield f"mkdir {self.folders[-1]}", 3
        if len(self.folders) > 1:
            yield f"mkdir {self.folders[-1]} {self.folders[-2]}", 1
        if len(self.files) > 2:
            yield f"touch {self._fresh()}", 1
            yield f"touch {self._fresh(2)}", 1
            yield f'echo "{self._text()}" > {self._fresh()}', 4
        if folders:
            folder = rng.choice(folders)
            yield f"cd {folder}", 4
            if self.files:
                yield f'echo "{self._text()}" > {folder}/{self._fresh()}', 2
        if len(self.shell.here) > len(self.home.strip("/").split("/")):
            yield "cd ..", 3
        if files:
            one = rng.choice(files)
            yield f'echo "{self._text()}" >> {one}', 5
            yield f'echo "{self._text()}" > {one}', 1
            yield f"rm {one}", 2
            if self.files:
                yield f"cp {one} {self._fresh()}", 2
                yield f"mv {one} {self._fresh()}", 2
            if folders:
                yield f"mv {one} {rng.choice(folders)}", 2
                yield f"cp {one} {rng.choice(folders)}", 2
        if folders:
            yield f"rm -r {rng.choice(folders)}", 1

    def change(self) -> None:
        commands, weights = zip(*self.possible(), strict=True)
        chosen = self.rng.choices(commands, weights)[0]
        self.do(chosen)
        self.taken(chosen)

    def taken(self, command: str) -> None:
        """Names are used once in a session, so that every line can be told from every other."""
        words = set(command.replace("/", " ").replace(".", " ").split())
        self.files = [name for name in self.files if name not in words]
        self.folders = [name for name in self.folders if name not in words]

    def read(self) -> None:
        """A command that prints something."""
        rng, files, folders = self.rng, self.entries(list), self.entries(dict)
        full = [name for name in files if self.shell.find(name)]
        inner = [
            f"{folder}/{name}"
            for folder in folders
            for name in self.entries(list, folder)
            if self.shell.find(f"{folder}/{name}")
        ]
        ways = ["pwd"] if rng.random() < 0.3 else []
        if files or folders:
            ways += ["ls -1"] * (1 + (len(files) + len(folders) > 1))
        ways += [f"ls -1 {folder}" for folder in folders if self.shell.find(folder)]
        ways += [f"cat {name}" for name in [*full, *full, *inner]]
        ways += [f"wc -l {name}" for name in full]
        ways += [f"head -n {rng.randint(1, 2)} {name}" for name in full if len(self.shell.find(name)) > 1]
        if len(full) > 1:
            ways.append(f"cat {' '.join(rng.sample(full, 2))}")
        if rng.random() < 0.08:
            ways += [f"cat {rng.choice(WORDS)}.bak"] * 3
        self.do(rng.choice(ways or ["pwd"]))


class TaskFamily(Family):
    id = "terminal"
    category = "Creation/Simulation creation/System_Terminal"
    checker = "terminal"
    wordings = {
        "en": (
            "Act as a Linux terminal (bash) for the user {user}. We start in {home}, which is empty. I run these "
            "commands:\n```\n{commands}\n```\nReply with {asked} in a code block and nothing else.",
            "You are a bash shell. The working directory is {home}, an empty folder.\n```\n{commands}\n```\n"
            "Show me {asked}, in one code block, without the commands and without comments.",
            "Simulate this terminal session. {user} is in the empty folder {home}.\n```\n{commands}\n```\n"
            "Write {asked} in a code block. No explanations, please.",
            "```\n{commands}\n```\nSuppose {user} types the lines above into bash, in {home}, where nothing is "
            "yet. Give "
            "{asked}, exactly as on the screen, in a code block.",
            "Pretend to be a Linux machine: user {user}, current directory {home} (empty).\n```\n{commands}\n```\n"
            "Answer with {asked} only, in a code block.",
        ),
        "zh": (
            "请扮演一个 Linux 终端（bash），用户是 {user}，当前目录 {home} 是空的。我输入下列命令：\n```\n"
            "{commands}\n```\n"
            "只用一个代码块回复{asked}，不要写别的。",
            "你是一个 bash shell，工作目录为空目录 {home}。\n```\n{commands}\n```\n请在一个代码块里给出{asked}，不"
            "要带命令"
            "和注释。",
            "模拟下面的终端会话。用户 {user} 位于空目录 {home}。\n```\n{commands}\n```\n把{asked}写在代码块里，不需"
            "要解释。",
            "```\n{commands}\n```\n假设 {user} 在空目录 {home} 中依次向 bash 输入以上各行。请原样写出{asked}，放在"
            "代码块中。",
            "假装你是一台 Linux 机器：用户 {user}，当前目录 {home}（里面什么都没有）。\n```\n{commands}\n```\n"
            "仅用代码块回答{asked}。",
        ),
    }
    slip_kinds = ("line_missing", "line_added", "lines_swapped", "line_changed", "commands_echoed", "empty_output")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_commands: int = 5
        max_commands: int = 8

        def __post_init__(self) -> None:
            if not 2 <= self.min_commands <= self.max_commands <= 14:
                raise ValueError("terminal: need 2 <= min_commands <= max_commands <= 14")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        user = rng.choice(USERS)
        home = rng.choice(
            (f"/home/{user}", f"/home/{user}", f"/home/{user}/{rng.choice(WORDS)}", f"/srv/{rng.choice(WORDS)}")
        )
        session = Session(rng, home, [])
        for _ in range(rng.randint(self.config.min_commands, self.config.max_commands) - 1):
            session.change()
        ask = rng.choice(("last", "last", "all"))
        if ask == "all":
            session.read()
            session.change()
        session.read()
        return {"user": user, "home": home, "commands": session.commands, "ask": ask}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        asked = {
            "en": {"last": "the output of the last command", "all": "the output of all the commands, in order"},
            "zh": {"last": "最后一条命令的输出", "all": "所有命令的输出（按顺序）"},
        }
        return {
            "user": args["user"],
            "home": args["home"],
            "commands": "\n".join(args["commands"]),
            "asked": asked[language][args["ask"]],
        }

    def solve(self, args: Args, language: str) -> Solution:
        return _response(printed(args))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """The session goes on for a few commands, and ends in another one that prints."""
        if len(args["commands"]) > 12:
            return None
        session = Session(rng, args["home"], args["commands"])
        for command in args["commands"]:
            session.taken(command)
        for _ in range(rng.randint(2, 3)):
            session.change()
        session.read()
        return {**args, "commands": session.commands}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        right = printed(args)
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(rng, args, list(right), kind)
            if wrong is not None and wrong != right:
                return Slip(kind, _response(wrong).text)
        return None


def printed(args: Args) -> list[str]:
    """The lines that are asked for."""
    shell = Shell(args["home"])
    outputs = [shell.run(command) for command in args["commands"]]
    return outputs[-1] if args["ask"] == "last" else [line for output in outputs for line in output]


def mistaken(rng: random.Random, args: Args, lines: list[str], kind: str) -> list[str] | None:
    """Lines with a mistake of that kind, perhaps the same ones; None if they do not admit it. `lines` may be "
    "changed."""
    place = rng.randrange(len(lines))
    match kind:
        case "line_missing" if len(lines) > 1:
            del lines[place]
        case "line_added":
            lines.insert(place, f"{rng.choice(WORDS)}.txt")
        case "lines_swapped":
            lines[place], lines[place - 1] = lines[place - 1], lines[place]
        case "line_changed":
            lines[place] = f"{lines[place]}{rng.choice(('s', '/', '2', '.bak'))}"
        case "commands_echoed":
            return [f"$ {args['commands'][-1]}", *lines]
        case "empty_output":
            return [""]
        case _:
            return None
    return lines


def _response(lines: list[str]) -> Solution:
    text = "\n".join(lines)
    return Solution(f"```\n{text}\n```", text)
