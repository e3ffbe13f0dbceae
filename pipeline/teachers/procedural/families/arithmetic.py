"""Integer arithmetic with brackets, worked one operation at a time (English and Chinese)."""

import operator
import random
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution

Tree = int | tuple[str, "Tree", "Tree"]

OPERATIONS: dict[str, Callable[[int, int], int]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}


def grow(rng: random.Random, operations: int, largest: int) -> Tree:
    """A random expression tree with that many operations; factors are kept small so that steps stay readable."""
    if operations == 0:
        return rng.randint(2, largest)
    left = rng.randint(0, operations - 1)
    symbol = rng.choice("++--*")
    bound = min(largest, 12) if symbol == "*" else largest
    return symbol, grow(rng, left, bound), grow(rng, operations - 1 - left, bound)


def show(tree: Tree, inner: bool = False) -> str:
    if isinstance(tree, int):
        return f"({tree})" if tree < 0 and inner else str(tree)
    symbol, left, right = tree
    text = f"{show(left, True)} {symbol} {show(right, True)}"
    return f"({text})" if inner else text


def reduce_once(tree: Tree) -> tuple[Tree, str]:
    """Carry out the leftmost operation on two numbers; return the new tree and the step as text."""
    assert not isinstance(tree, int)
    symbol, left, right = tree
    if isinstance(left, int) and isinstance(right, int):
        value = OPERATIONS[symbol](left, right)
        return value, f"{show(tree)} = {value}"
    if not isinstance(left, int):
        left, step = reduce_once(left)
    else:
        right, step = reduce_once(right)
    return (symbol, left, right), step


def steps(tree: Tree) -> tuple[list[str], int]:
    """All steps in order, and the value."""
    done = []
    while not isinstance(tree, int):
        tree, step = reduce_once(tree)
        done.append(step)
    return done, tree


def parse(text: str) -> Tree:
    """Read back what `show` wrote."""
    import ast

    symbols = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}

    def walk(node: ast.expr) -> Tree:
        if isinstance(node, ast.BinOp):
            return symbols[type(node.op)], walk(node.left), walk(node.right)
        value: int = ast.literal_eval(node)
        return value

    return walk(ast.parse(text, mode="eval").body)


class TaskFamily(Family):
    id = "arithmetic"
    category = "Mathematics and Reasoning/Mathematical Calculations/Basic Numerical Calculations"
    checker = "arithmetic"
    wordings = {
        "en": (
            "Work out {expression}. Show each step.",
            "What is {expression}? Do one operation at a time.",
            "Evaluate the expression {expression} step by step.",
            "Please calculate: {expression}",
        ),
        "zh": (
            "计算 {expression}，写出每一步。",
            "{expression} 等于多少？请逐步计算。",
            "请一步一步求出 {expression} 的值。",
        ),
    }
    slip_kinds = ("wrong_step", "sign_lost", "off_by_one", "digits_swapped", "operation_skipped")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_operations: int = 2
        max_operations: int = 4
        largest: int = 60

        def __post_init__(self) -> None:
            if not 1 <= self.min_operations <= self.max_operations <= 12:
                raise ValueError("arithmetic: need 1 <= min_operations <= max_operations <= 12")
            if self.largest < 10:
                raise ValueError("arithmetic: largest must be at least 10")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        operations = rng.randint(self.config.min_operations, self.config.max_operations)
        return {"expression": show(grow(rng, operations, self.config.largest))}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"expression": args["expression"]}

    def solve(self, args: Args, language: str) -> Solution:
        worked, value = steps(parse(args["expression"]))
        return Solution("\n".join([*worked, FINAL[language].format(value)]), str(value))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """More steps: one more operation around the whole."""
        symbol, number = rng.choice("+-*"), rng.randint(2, 12)
        tree = parse(args["expression"])
        return {"expression": show((symbol, tree, number) if rng.random() < 0.5 else (symbol, number, tree))}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        worked, value = steps(parse(args["expression"]))
        kind = rng.choice(self.slip_kinds)
        digits = str(abs(value))
        wrong = {
            "wrong_step": value + rng.choice((-10, 10, 20)),
            "sign_lost": -value,
            "off_by_one": value + rng.choice((-1, 1)),
            "digits_swapped": (1 if value >= 0 else -1) * int(digits[::-1]),
            "operation_skipped": int(worked[-2].rsplit(" ", 1)[1]) if len(worked) > 1 else value + 2,
        }[kind]
        if wrong == value:  # a palindrome or a zero cannot go wrong in this way
            kind, wrong = "off_by_one", value + 1
        shown = (
            worked[:-1] if kind == "operation_skipped" else [*worked[:-1], f"{worked[-1].rsplit(' ', 1)[0]} {wrong}"]
        )
        return Slip(kind, "\n".join([*shown, FINAL[language].format(wrong)]))
