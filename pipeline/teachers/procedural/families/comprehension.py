"""Rewrite a loop as a comprehension, or a comprehension as a loop (English and Chinese)."""

import random
import re
from dataclasses import dataclass
from typing import Any

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.loop_forms import RESULTS, as_comprehension, as_loop, comprehension, narrowed

LONGEST = 500
GOALS = {
    "en": {
        "comprehension": ("a comprehension instead of the loop", "no for or while statement"),
        "loop": ("an explicit for loop instead of the comprehension", "no comprehension and no generator expression"),
    },
    "zh": {
        "comprehension": ("推导式来代替循环", "不得出现 for 或 while 语句"),
        "loop": ("显式的 for 循环来代替推导式", "不得出现推导式和生成器表达式"),
    },
}
NOTES = {
    "en": {
        "comprehension": "The clauses stand in the order of the nested lines; what the loop adds comes first.",
        "loop": "Start with an empty result; each clause becomes a line that is indented further.",
    },
    "zh": {
        "comprehension": "各子句的顺序与嵌套的各行相同，循环所添加的值写在最前面。",
        "loop": "先建立空的结果，每个子句变成缩进更深的一行。",
    },
}


class TaskFamily(Family):
    id = "comprehension"
    category = "Code/Code2Code/Code optimization"
    level = Level.EXECUTED
    checker = "comprehension"
    wordings = {
        "en": (
            "Rewrite this function with {goal}. It must return the same results; use "
            "{limit}.\n```python\n{source}\n```\n"
            "Give the whole function in a ```python block.",
            "```python\n{source}\n```\nPlease refactor {name} so that it uses {goal}, with {limit} left in it. "
            "Same name, "
            "same parameter, same results. Answer with a ```python block.",
            "Our style guide wants {goal} in functions such as this one.\n```python\n{source}\n```\nChange it "
            "accordingly "
            "({limit}) without changing what it returns, and reply with the code in a ```python block.",
            "How would {name} look with {goal}?\n```python\n{source}\n```\nWrite the equivalent function in a "
            "```python "
            "block: {limit}.",
            "Transform the code. Wanted: {goal}; {limit}; equal behaviour.\n```python\n{source}\n```\nOutput: the "
            "function, in a ```python block.",
        ),
        "zh": (
            "请改写这个函数，用{goal}。返回结果必须相同，{limit}。\n```python\n{source}\n```\n把完整的函数放在 ```"
            "python "
            "代码块中。",
            "```python\n{source}\n```\n请重构 {name}，改用{goal}，{limit}；函数名、参数和结果都不变。用 ```python "
            "代码块作答。",
            "我们的代码规范要求在这类函数中使用{goal}。\n```python\n{source}\n```\n请照此修改（{limit}），不要改变"
            "返回值，"
            "代码写在 ```python 块里。",
            "如果用{goal}，{name} 应该怎么写？\n```python\n{source}\n```\n请在 ```python 块中写出等价的函数，{limit}。",
            "代码转换：使用{goal}；{limit}；行为保持一致。\n```python\n{source}\n```\n输出：整个函数，放在 ```"
            "python 块中。",
        ),
    }
    slip_kinds = ("not_rewritten", "test_dropped", "number_off", "other_test", "wrong_name", "return_missing")

    @dataclass(frozen=True, slots=True)
    class Config:
        loops: float = 0.5
        """Share of tasks that show a loop and want a comprehension."""

        def __post_init__(self) -> None:
            if not 0 <= self.loops <= 1:
                raise ValueError("comprehension: loops must lie from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        kind = rng.choice(("numbers", "words", "rows"))
        source = comprehension(rng, kind)
        if rng.random() < self.config.loops:
            return {"input": kind, "wanted": "comprehension", "source": as_loop(source, rng.choice(RESULTS))}
        return {"input": kind, "wanted": "loop", "source": source}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        goal, limit = GOALS[language][args["wanted"]]
        return {"goal": goal, "limit": limit, "source": args["source"], "name": _name(args["source"])}

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(f"{NOTES[language][args['wanted']]}\n{_fenced(rewritten(args))}")

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more test."""
        source, looping = args["source"], args["wanted"] == "comprehension"
        result = source.split()[-1]
        harder = narrowed(rng, as_comprehension(source) if looping else source, args["input"])
        if looping:
            harder = as_loop(harder, result)
        return {**args, "source": harder} if len(harder) <= LONGEST else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        right = rewritten(args)
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(rng, args, right, kind)
            sure = kind in ("not_rewritten", "wrong_name", "return_missing")
            if wrong is not None and (sure or differ(args, wrong)):
                return Slip(kind, f"{NOTES[language][args['wanted']]}\n{_fenced(wrong)}")
        return None


def rewritten(args: Args) -> str:
    source: str = args["source"]
    return as_comprehension(source) if args["wanted"] == "comprehension" else as_loop(source, "result")


def mistaken(rng: random.Random, args: Args, right: str, kind: str) -> str | None:
    """The function with a mistake of that kind, which may still be right; None if it does not admit it."""
    other = as_comprehension(args["source"]) if args["wanted"] == "comprehension" else args["source"]
    changed = other
    match kind:
        case "not_rewritten":
            return str(args["source"])
        case "wrong_name":
            return right.replace("def ", "def new_", 1)
        case "return_missing":
            return right.replace("    return ", "    value = ")
        case "test_dropped":
            changed = re.sub(r" if .*?(?= for |[\]})]$)", "", other, count=1)
        case "number_off":
            numbers = list(re.finditer(r"\b\d+\b", other))
            if not numbers:
                return None
            one = rng.choice(numbers)
            changed = f"{other[: one.start()]}{int(one.group()) + 1}{other[one.end() :]}"
        case _:
            pairs = [(" > ", " >= "), (" < ", " > "), (" == ", " != "), (" != ", " == "), (" not in ", " in ")]
            fitting = [pair for pair in pairs if pair[0] in other]
            if not fitting:
                return None
            changed = other.replace(*rng.choice(fitting), 1)
    try:
        return changed if args["wanted"] == "comprehension" else as_loop(changed, "result")
    except (SyntaxError, ValueError):
        return None


PROBES: dict[str, list[list[Any]]] = {
    "numbers": [list(range(-12, 30)), [0, 3, 8, 17, 24, 5]],
    "words": [[letter * size + end for letter in "aeklnorst" for size in (1, 2, 3) for end in ("", "am", "ois")]],
    "rows": [[list(range(-6, 7)), [5], [7, 21], [1, 2, 3], []], [list(range(3, 30)), [1], [2, 4]]],
}
"""Inputs that show most mistakes; the checker draws others."""


def differ(args: Args, wrong: str) -> bool:
    """Whether a function returns something else than the one shown, on a probe."""
    name = _name(args["source"])
    functions = []
    for source in (args["source"], wrong):
        names: dict[str, Any] = {}
        exec(source, names)
        functions.append(names[name])
    for probe in PROBES[args["input"]]:
        try:
            if functions[0](probe) != functions[1](probe):
                return True
        except (TypeError, ValueError, ZeroDivisionError, IndexError):
            return True
    return False


def _name(source: str) -> str:
    return source.removeprefix("def ").partition("(")[0]


def _fenced(code: str) -> str:
    return f"```python\n{code}\n```"
