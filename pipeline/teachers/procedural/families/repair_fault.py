"""Find and repair the fault planted in a function of the standard library, going by calls with their right results."""

import ast
import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.exercises import Exercise, Outcomes, Planted, exercises
from pipeline.teachers.procedural.solving.faults import Fault, replaced

Lines = dict[int, str]
"""By number, from 1: the lines that a response gives."""


@cache
def exercise_of(module: str, name: str) -> Exercise:
    """Raises KeyError if this interpreter's library does not have the function."""
    known = {(exercise.module, exercise.name): exercise for exercise in exercises()}
    if (module, name) not in known:
        raise KeyError(f"{module}.{name}: this version of the standard library has no such exercise")
    return known[module, name]


SAID = {
    "en": {
        True: ("one wrong line", "the repaired line", '"# line N" (its number, from 1)'),
        False: ("two wrong lines", "the two repaired lines", '"# line N" (its number, from 1) on each'),
    },
    "zh": {
        True: ("一行错误", "改正后的那一行", "“# line N”（N 为行号，从 1 数起）"),
        False: ("两行错误", "改正后的两行", "“# line N”（每行各一个，N 为行号，从 1 数起）"),
    },
}
WHAT = {
    "comparison": "比较",
    "operator": "运算符",
    "update": "更新",
    "connective": "逻辑连接词",
    "number": "数字",
    "condition": "条件",
    "order of the arguments": "参数顺序",
    "slice": "切片",
    "method": "方法",
    "function called": "所调用的函数",
    "truth value": "真假值",
    "jump": "跳转语句",
    "variable": "变量",
    "code": "代码",
}
WRONG = {
    "en": (
        "The {what} in line {number} of {name} is wrong: {line}",
        "Line {number} of {name} is at fault, in its {what}: {line}",
        "Look at the {what} in line {number}, which reads {line} and cannot be right.",
    ),
    "zh": (
        "{name} 第{number}行的{what}不对：{line}",
        "问题出在 {name} 的第{number}行，{what}写错了：{line}",
        "请看第{number}行 {line}，其中的{what}有误。",
    ),
}
SHOWN = {
    "en": (
        "As it stands, {name}{call} {wrong} instead of giving {right}.",
        "One call that shows it: {name}{call} should give {right}, but it {wrong}.",
        "That is why {name}{call} {wrong}, where {right} is expected.",
    ),
    "zh": (
        "照现在的写法，{name}{call} {wrong}，而不是 {right}。",
        "有一个调用能说明问题：{name}{call} 应得 {right}，却{wrong}。",
        "因此 {name}{call} {wrong}，而期望的是 {right}。",
    ),
}
AFTER = {
    "en": (
        "With the code below, {name}{call} gives {result}.",
        "After the repair, {name}{call} gives {result}.",
        "Put right, it returns {result} for {name}{call}.",
    ),
    "zh": (
        "改成下面这样后，{name}{call} 得到 {result}。",
        "修好之后，{name}{call} 的结果是 {result}。",
        "改正后，{name}{call} 返回 {result}。",
    ),
}
FOUND = {
    "en": ("gives {}", "raises an exception"),
    "zh": ("得到 {}", "抛出异常"),
}
VARIANTS = 3


@cache
def _weights() -> list[int]:
    """Exercises with many faults are drawn more often than those with few."""
    return list(accumulate(len(exercise.planted) for exercise in exercises()))


@cache
def _outcomes_of(module: str, name: str) -> dict[str, Outcomes]:
    """By faulty source, what it makes of the exercise's calls."""
    exercise = exercise_of(module, name)
    found = {}
    for one in exercise.planted:
        alone = replaced(exercise.source, one.fault.number, one.fault.line)
        found[alone] = one.outcomes
        if one.partner is not None:
            other = exercise.planted[one.partner].fault
            found[replaced(alone, other.number, other.line)] = one.together
    return found


class TaskFamily(Family):
    id = "repair_fault"
    category = "Code/Code2Code/Code bug detection-fixing"
    level = Level.EXECUTED
    checker = "repair_fault"
    wordings = {
        "en": (
            "This version of {name} (from Python's {module}) has {fault}.\n```python\n{source}\n```\nIt should give\n"
            "{calls}\nGive {repair} in a ```python block, with the comment {comment} at the end.",
            "```python\n{source}\n```\n{module}.{name}, as it stands above, has {fault}. Right would be:\n"
            "{calls}\nAnswer with {repair} in a ```python block; end it with {comment}.",
            "Find the bug ({fault}) in this version of {module}.{name}.\n```python\n{source}\n```\nExpected:\n{calls}\n"
            "Reply with a ```python block that holds {repair}, marked at the end with {comment}.",
            "My copy of {module}.{name} gives wrong results because of {fault}. Could you repair it?\n"
            "```python\n{source}\n```\nWhat it ought to give:\n{calls}\nPlease send just {repair} "
            "in a ```python block, ending in {comment}.",
            "Debug {module}.{name}: {fault}.\n```python\n{source}\n```\nMust hold:\n{calls}\nOutput: {repair} in a "
            "```python block, "
            "{comment} at the end.",
        ),
        "zh": (
            "这个版本的 {name}（出自 Python 的 {module}）有{fault}。\n```python\n{source}\n```\n它应当给出\n{calls}\n"
            "请在 ```python 代码块中给出{repair}，行末加注释 {comment}。",
            "```python\n{source}\n```\n上面的 {module}.{name} 有{fault}。正确的结果是：\n{calls}\n用 ```python 代码块"
            "回答{repair}，末尾写上 {comment}。",
            "请找出这个 {module}.{name} 版本中的错误（{fault}）。\n```python\n{source}\n```\n期望：\n{calls}\n"
            "回复一个 ```python 代码块，内含{repair}，行末标注 {comment}。",
            "我的 {module}.{name} 因为有{fault}而结果不对，能帮我修好吗？\n```python\n{source}\n```\n应有的结果：\n"
            "{calls}\n"
            "只需在 ```python 块中给出{repair}，以 {comment} 结尾。",
            "调试 {module}.{name}：{fault}。\n```python\n{source}\n```\n必须成立：\n{calls}\n输出：```python 块中的"
            "{repair}，行末为 {comment}。",
        ),
    }
    slip_kinds = ("unrepaired", "other_fault", "fault_added", "wrong_line", "syntax_broken")

    @dataclass(frozen=True, slots=True)
    class Config:
        calls: int = 3
        """How many calls the prompt states at the least; up to two more are drawn."""

        def __post_init__(self) -> None:
            if not 2 <= self.calls <= 6:
                raise ValueError("repair_fault: need 2 <= calls <= 6")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        (exercise,) = rng.choices(exercises(), cum_weights=_weights())
        planted = rng.choice(exercise.planted)
        shown = rng.choice(exercise.wrong(planted.outcomes))
        return self._args(rng, exercise, [planted.fault], [shown])

    def _args(self, rng: random.Random, exercise: Exercise, planted: list[Fault], shown: list[int]) -> Args:
        """The task, with calls that show the faults and others, in the order in which they were drawn."""
        source = exercise.source
        for fault in planted:
            source = replaced(source, fault.number, fault.line)
        others = [place for place in range(len(exercise.calls)) if place not in shown]
        more = rng.sample(others, min(len(others), rng.randint(self.config.calls, self.config.calls + 2) - len(shown)))
        return {
            "module": exercise.module,
            "name": exercise.name,
            "faulty": source,
            "calls": [[exercise.calls[place], exercise.results[place]] for place in sorted([*shown, *more])],
            "lines": len(planted),
            "said": rng.randrange(VARIANTS**3),
        }

    def slots(self, args: Args, language: str) -> dict[str, str]:
        calls = [f"{args['name']}{_arguments(call)} -> {result}" for call, result in args["calls"]]
        said = SAID[language][args["lines"] == 1]
        return {
            "module": args["module"],
            "name": args["name"],
            "source": args["faulty"],
            "calls": "\n".join(calls),
            **dict(zip(("fault", "repair", "comment"), said, strict=True)),
        }

    def quote(self, args: Args) -> str:
        source: str = args["faulty"]
        return source

    def solve(self, args: Args, language: str) -> Solution:
        right = exercise_of(args["module"], args["name"]).source.splitlines()
        return Solution(_response(args, {number: right[number - 1] for number in _wrong_lines(args)}, language))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second fault, in another line; the stated calls show each of them."""
        exercise = exercise_of(args["module"], args["name"])
        planted = _planted(exercise, args)
        if planted is None or planted.partner is None:
            return None
        partner = exercise.planted[planted.partner]
        shown = {
            rng.choice(exercise.wrong(planted.outcomes)),
            rng.choice(exercise.wrong(partner.outcomes)),
        }
        if not set(exercise.wrong(planted.together)) & shown:
            return None
        return self._args(rng, exercise, [planted.fault, partner.fault], sorted(shown))

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        exercise = exercise_of(args["module"], args["name"])
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            lines = mistaken(rng, exercise, args, kind)
            if lines:
                return Slip(kind, _response(args, lines, language))
        return None


def mistaken(rng: random.Random, exercise: Exercise, args: Args, kind: str) -> Lines | None:
    """Lines with which the function fails for certain: it does not compile, changes too much, or its results are known
    to be wrong in a stated call. None if there are none of that kind."""
    right, faulty = exercise.source.splitlines(), args["faulty"].splitlines()
    wrong = _wrong_lines(args)
    repaired = {number: right[number - 1] for number in wrong}
    stated = [exercise.calls.index(call) for call, _ in args["calls"]]
    failing = [p.fault for p in exercise.planted if set(exercise.wrong(p.outcomes)) & set(stated)]
    match kind:
        case "unrepaired":
            return {number: faulty[number - 1] for number in wrong}
        case "other_fault":
            others = [f for f in failing if f.number in wrong and f.line != faulty[f.number - 1]]
            return repaired | _line(rng.choice(others)) if others else None
        case "fault_added":
            others = [f for f in failing if f.number not in wrong]
            return repaired | _line(rng.choice(others)) if others else None
        case "wrong_line":
            number = rng.choice(wrong)
            elsewhere = [
                n for n in range(1, len(right) + 1) if n not in wrong and not _compiles(args, n, repaired[number])
            ]
            kept = {n: line for n, line in repaired.items() if n != number}
            return kept | {rng.choice(elsewhere): repaired[number]} if elsewhere else None
        case _:
            number = rng.choice(wrong)
            line = repaired[number]
            places = [place for place, sign in enumerate(line) if sign in "()[]:"]
            broken = [f"{line[:place]}{line[place + 1 :]}" for place in places]
            broken = [text for text in broken if not _compiles(args, number, text)]
            return repaired | {number: rng.choice(broken)} if broken else None


def _line(fault: Fault) -> Lines:
    return {fault.number: fault.line}


def _compiles(args: Args, number: int, line: str) -> bool:
    """Whether the function compiles with this line, indented like the one it replaces."""
    old = args["faulty"].splitlines()[number - 1]
    indent = old[: len(old) - len(old.lstrip())]
    try:
        body = ast.parse(replaced(args["faulty"], number, indent + line.strip())).body
    except SyntaxError:
        return False
    return any(isinstance(node, ast.FunctionDef) and node.name == args["name"] for node in body)


def _wrong_lines(args: Args) -> list[int]:
    right = exercise_of(args["module"], args["name"]).source.splitlines()
    pairs = zip(right, args["faulty"].splitlines(), strict=True)
    return [number for number, (one, other) in enumerate(pairs, 1) if one != other]


def _planted(exercise: Exercise, args: Args) -> Planted | None:
    """The fault of a task that has one."""
    sources = {replaced(exercise.source, p.fault.number, p.fault.line): p for p in exercise.planted}
    return sources.get(args["faulty"])


def _response(args: Args, lines: Lines, language: str) -> str:
    planted = exercise_of(args["module"], args["name"]).planted
    what = {(known.fault.number, known.fault.line): known.fault.what for known in planted}
    faulty, name, said = args["faulty"].splitlines(), args["name"], args["said"]
    wrong, shown, after = (
        table[language][said // VARIANTS**place % VARIANTS] for place, table in enumerate((WRONG, SHOWN, AFTER))
    )
    notes = []
    for number in sorted(lines):
        part = what.get((number, faulty[number - 1]), "code")
        part = WHAT[part] if language == "zh" else part
        notes.append(wrong.format(what=part, number=number, name=name, line=faulty[number - 1].strip()))
    outcomes = dict(
        zip(exercise_of(args["module"], name).calls, _outcomes_of(args["module"], name)[args["faulty"]], strict=True)
    )
    call, result = next((call, result) for call, result in args["calls"] if outcomes[call] != result)
    found = FOUND[language][outcomes[call] == "error"].format(outcomes[call])
    notes.append(shown.format(name=name, call=_arguments(call), wrong=found, right=result))
    call, result = args["calls"][-1]
    notes.append(after.format(name=name, call=_arguments(call), result=result))
    code = [f"{line}  # line {number}" for number, line in sorted(lines.items())]
    return "\n".join([*notes, "```python", *code, "```"])


def _arguments(call: str) -> str:
    """A tuple of arguments as they stand in a call: without the comma after a single one."""
    return f"{call[:-2]})" if call.endswith(",)") else call
