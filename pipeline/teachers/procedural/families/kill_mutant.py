"""Write asserts that hold for a function and fail for each of its mutants (English and Chinese)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from filters.verdict import Level
from pipeline.teachers.procedural.families.write_function import CHAIN, END, KIND, NOUNS, VERBS, source
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.faults import faults
from pipeline.teachers.procedural.solving.tests_of_mutants import Case, Mutant, cases, cover, distinct

MUTANTS = {
    "en": ("In mutant {n}, line {number} reads `{line}`.", "Mutant {n} has `{line}` in line {number}."),
    "zh": ("变异体{n}：第{number}行改成 `{line}`。", "在变异体{n}中，第{number}行是 `{line}`。"),
}
ALLOWED = {
    "en": ("a single assert statement", "at most {most} assert statements"),
    "zh": ("一条 assert 语句", "最多{most}条 assert 语句"),
}
FORM = {
    "en": "Write `assert {name}(…) == …` with literal values on both sides and nothing else in the ```python block; "
    "the argument is {kind}.",
    "zh": "```python 代码块中只写 `assert {name}(…) == …`，两边都用字面值；参数是{kind}。",
}
NOTES = {
    "en": (
        "Mutant {n}: for {given} the function gives {right}, the mutant {wrong}.",
        "Mutant {n}: for {given} the function gives {right}, the mutant raises an exception.",
    ),
    "zh": (
        "变异体{n}：输入 {given} 时，原函数得到 {right}，变异体得到 {wrong}。",
        "变异体{n}：输入 {given} 时，原函数得到 {right}，变异体抛出异常。",
    ),
}
MOST_MUTANTS = 5
TRIES = 12


class TaskFamily(Family):
    id = "kill_mutant"
    category = "Code/Text2Code"
    level = Level.EXECUTED
    checker = "kill_mutant"
    wordings = {
        "en": (
            "Here is a Python function.\n```python\n{source}\n```\n{mutants}\nWrite {allowed}. The function "
            "has to pass, and every mutant has to be caught: for each one, some assert must fail. {form}",
            "```python\n{source}\n```\nI am doing mutation testing on {name}. {mutants}\nGive me {allowed} with which "
            "the original passes and each mutant is killed. {form}",
            "Test {name} so well that these changes cannot slip through: {mutants}\n```python\n{source}\n```\n"
            "You may use {allowed}; they must not state anything untrue of the function as shown. {form}",
            "A colleague might break {name} by accident.\n```python\n{source}\n```\n{mutants}\nWhich tests would "
            "notice? Please answer with {allowed}. Nothing may fail on the code above. {form}",
            "Task: kill the mutants.\nCode:\n```python\n{source}\n```\n{mutants}\nBudget: {allowed}. {form}",
            "My test suite for {name} lets faulty versions pass. {mutants}\nThe right version is\n```python\n{source}"
            "\n```\nI need {allowed} to tell the right one from each faulty one. {form}",
        ),
        "zh": (
            "下面是一个 Python 函数。\n```python\n{source}\n```\n{mutants}\n请写出{allowed}：原函数必须通过，"
            "而每个变异体都至少使一条断言失败。{form}",
            "```python\n{source}\n```\n我正在对 {name} 做变异测试。{mutants}\n请给出{allowed}，原函数能通过，"
            "每个变异体都会被发现。{form}",
            "请为 {name} 设计测试，使下列改动都逃不掉：{mutants}\n```python\n{source}\n```\n可以使用{allowed}，"
            "它们对上面的函数必须全部为真。{form}",
            "同事可能不小心改坏 {name}。\n```python\n{source}\n```\n{mutants}\n什么样的测试能察觉？请用{allowed}回答，"
            "上面的代码本身不能失败。{form}",
            "任务：消灭变异体。\n代码：\n```python\n{source}\n```\n{mutants}\n限额：{allowed}。{form}",
            "我给 {name} 写的测试放过了有错的版本。{mutants}\n正确的版本是\n```python\n{source}\n```\n"
            "我需要{allowed}来把正确的版本与每个错误的版本区分开。{form}",
        ),
    }
    slip_kinds = ("wrong_value", "mutant_survives", "no_asserts", "too_many", "other_name", "prints")

    @dataclass(frozen=True, slots=True)
    class Config:
        most_steps: int = 4
        most_mutants: int = 3
        spare: float = 0.3
        """Share of tasks that allow one assert more than are needed."""

        def __post_init__(self) -> None:
            if not 2 <= self.most_steps <= 6:
                raise ValueError("kill_mutant: need 2 <= most_steps <= 6")
            if not 1 <= self.most_mutants <= MOST_MUTANTS:
                raise ValueError(f"kill_mutant: need 1 <= most_mutants <= {MOST_MUTANTS}")
            if not 0 <= self.spare <= 1:
                raise ValueError("kill_mutant: spare must lie from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        for _ in range(TRIES):
            kind = rng.choice(tuple(CHAIN))
            chosen = rng.sample(tuple(CHAIN[kind]), rng.randint(1, self.config.most_steps - 1))
            steps = [[operation, CHAIN[kind][operation].value(rng)] for operation in chosen]
            end = rng.choice(tuple(END[kind]))
            steps.append([end, END[kind][end].value(rng)])
            parameter = rng.choice(NOUNS[kind])
            name = f"{rng.choice(VERBS)}_{parameter}"
            code = source(name, kind, steps, parameter)
            args = self._told(rng, {"name": name, "input": kind, "source": code, "mutants": [], "most": 0})
            if args is not None:
                return args
        return None

    def _told(self, rng: random.Random, args: Args) -> Args | None:
        """The task with mutants drawn for its source; None if none of those drawn can be told."""
        possible: list[Mutant] = [[fault.number, fault.line] for fault in faults(args["source"])]
        wanted = rng.randint(1, self.config.most_mutants)
        drawn = rng.sample(possible, min(len(possible), wanted))
        found = cases(args["name"], args["input"], args["source"], drawn)
        told = [place for place in range(len(drawn)) if any(place in case.kills for case in found)]
        if not told:
            return None
        task = {**args, "mutants": [drawn[place] for place in told]}
        return {**task, "most": len(_cover(task)) + (rng.random() < self.config.spare)}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        saying = MUTANTS[language][len(args["source"]) % 2]
        told = [
            saying.format(n=n, number=number, line=line.strip()) for n, (number, line) in enumerate(args["mutants"], 1)
        ]
        return {
            "name": args["name"],
            "source": args["source"],
            "mutants": (" " if language == "en" else "").join(told),
            "allowed": ALLOWED[language][args["most"] > 1].format(most=args["most"]),
            "form": FORM[language].format(name=args["name"], kind=KIND[language][args["input"]]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(_response(args, _cover(args), language))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more mutant; with no more to be had, no assert to spare."""
        possible = [[fault.number, fault.line] for fault in faults(args["source"])]
        others = [mutant for mutant in possible if mutant not in args["mutants"]]
        if len(args["mutants"]) < MOST_MUTANTS:
            for mutant in rng.sample(others, min(len(others), 3)):
                harder = {**args, "mutants": [*args["mutants"], mutant]}
                chosen = cover(_cases(harder), len(harder["mutants"]))
                if chosen:
                    return {**harder, "most": max(args["most"], len(chosen))}
        fewest = len(_cover(args))
        return {**args, "most": fewest} if fewest < args["most"] else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            lines = mistaken(rng, args, kind)
            if lines:
                return Slip(kind, _fenced(lines))
        return None


def mistaken(rng: random.Random, args: Args, kind: str) -> list[str] | None:
    """The lines of an answer with a mistake of that kind; None if the task does not admit it."""
    name, chosen = args["name"], _cover(args)
    lines = [_assert(name, case) for case in chosen]
    match kind:
        case "wrong_value":
            place = rng.randrange(len(chosen))
            case = chosen[place]
            wrong = [outcome[0] for outcome in case.mutants if outcome and outcome != (case.right,)]
            if not wrong:
                return None
            lines[place] = _assert(name, case, rng.choice(wrong))
        case "mutant_survives":
            alive = rng.randrange(len(args["mutants"]))
            blind = [case for case in distinct(_cases(args)) if alive not in case.kills]
            if not blind:
                return None
            return [_assert(name, case) for case in rng.sample(blind, min(len(blind), args["most"]))]
        case "no_asserts":
            return [f"{name}({case.given!r})  # {case.right!r}" for case in chosen]
        case "too_many":
            spare = [case for case in distinct(_cases(args)) if case not in chosen]
            missing = args["most"] + 1 - len(chosen)
            if len(spare) < missing:
                return None
            return [*lines, *(_assert(name, case) for case in rng.sample(spare, missing))]
        case "other_name":
            return [line.replace(f"{name}(", f"{name}_list(") for line in lines]
        case _:
            return [f"print({name}({case.given!r}))" for case in chosen]
    return lines


def _cases(args: Args) -> list[Case]:
    return cases(args["name"], args["input"], args["source"], args["mutants"])


def _cover(args: Args) -> list[Case]:
    chosen = cover(_cases(args), len(args["mutants"]))
    if chosen is None:
        raise ValueError(f"kill_mutant: no input was found that tells every mutant of {args['name']}; draw another")
    return chosen


def _assert(name: str, case: Case, *value: Any) -> str:
    return f"assert {name}({case.given!r}) == {(value or (case.right,))[0]!r}"


def _response(args: Args, chosen: Sequence[Case], language: str) -> str:
    """For each mutant what tells it, then the asserts."""
    notes = []
    for place in range(len(args["mutants"])):
        case = next(case for case in chosen if place in case.kills)
        outcome = case.mutants[place]
        notes.append(
            NOTES[language][not outcome].format(
                n=place + 1, given=case.given, right=repr(case.right), wrong=repr(outcome[0]) if outcome else ""
            )
        )
    return "\n".join([*notes, _fenced([_assert(args["name"], case) for case in chosen])])


def _fenced(lines: Sequence[str]) -> str:
    return "\n".join(["```python", *lines, "```"])
