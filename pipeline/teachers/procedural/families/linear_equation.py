"""Linear equations in one unknown, with or without brackets, and in two (English and Chinese)."""

import random
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.linear_form import CONSTANT, Form, read

UNKNOWNS = "xyzabmnpkt"
LARGEST_DENOMINATOR = 9
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
AND = {"en": " and ", "zh": "、"}
CHINESE = {
    "Multiply by": "两边同乘",
    "Expand": "去括号",
    "Collect": "移项合并",
    "Divide by": "两边同除以",
    "Eliminate": "消去",
    "Put it into": "代入",
}
"""What the steps begin with, as it is said in Chinese."""


def sides(equation: str) -> tuple[Form, Form]:
    left, right = equation.split("=")
    return read(left), read(right)


def nonzero(rng: random.Random, largest: int) -> int:
    return rng.choice((-1, 1)) * rng.randint(1, largest)


def expanded(equation: str) -> tuple[list[str], Form, Form]:
    """Remove brackets and denominators: the steps, and the sides with whole coefficients."""
    left, right = sides(equation)
    lines = []
    if "/" in equation:
        scale = lcm(left.denominator, right.denominator)
        left, right = left.times(scale), right.times(scale)
        lines.append(f"Multiply by {scale}: {left} = {right}")
    elif "(" in equation:
        lines.append(f"Expand: {left} = {right}")
    return lines, left, right


def finish(unknown: str, coefficient: Fraction, constant: Fraction) -> list[str]:
    """The last steps, from "coefficient · unknown = constant" on."""
    lines = [f"Collect: {Form({unknown: coefficient})} = {constant}"]
    if coefficient != 1:
        lines.append(f"Divide by {coefficient}: {unknown} = {constant / coefficient}")
    return lines


def solve_one(equation: str, unknown: str) -> tuple[list[str], dict[str, Fraction]]:
    lines, left, right = expanded(equation)
    coefficient, constant = left.of(unknown) - right.of(unknown), right.of(CONSTANT) - left.of(CONSTANT)
    return [*lines, *finish(unknown, coefficient, constant)], {unknown: constant / coefficient}


def solve_two(equations: list[str], first: str, second: str) -> tuple[list[str], dict[str, Fraction]]:
    """Eliminate the second unknown, then put the first into the first equation, which must contain the second."""
    lines, forms = [], []
    for number, equation in enumerate(equations, 1):
        _, left, right = expanded(equation)
        form = left.plus(right, -1)
        lines.append(f"({number}) {form.unknowns} = {-form.of(CONSTANT)}")
        forms.append(form)
    one, two = forms
    only_first = one.times(two.of(second)).plus(two, -one.of(second))
    lines.append(f"Eliminate {second}: {Form({first: only_first.of(first)})} = {-only_first.of(CONSTANT)}")
    x = -only_first.of(CONSTANT) / only_first.of(first)
    y = -(one.of(CONSTANT) + one.of(first) * x) / one.of(second)
    lines.append(f"So {first} = {x}")
    if one.of(second) != 1:
        lines.append(f"Put it into (1): {Form({second: one.of(second)})} = {one.of(second) * y}")
    return [*lines, f"So {second} = {y}"], {first: x, second: y}


def solved(args: Args) -> tuple[list[str], dict[str, Fraction]]:
    """The worked steps and the value of each unknown."""
    if len(args["unknowns"]) == 1:
        return solve_one(args["equations"][0], args["unknowns"][0])
    first, second = args["unknowns"]
    return solve_two(args["equations"], first, second)


def written(lines: list[str], answer: str, language: str) -> str:
    """The steps and the answer, in the language."""
    if language == "zh":
        lines = [in_chinese(line) for line in lines]
    return "\n".join([*lines, FINAL[language].format(answer)])


def in_chinese(line: str) -> str:
    if line.startswith("So "):
        return f"所以 {line.removeprefix('So ')}"
    head, colon, equation = line.partition(": ")
    for english, chinese in CHINESE.items():
        if colon and head.startswith(english):
            return f"{chinese}{head.removeprefix(english).replace(' ', '')}：{equation}"
    return line


def stated(values: dict[str, Fraction]) -> str:
    return ", ".join(f"{unknown} = {value}" for unknown, value in values.items())


class TaskFamily(Family):
    id = "linear_equation"
    category = "Mathematics and Reasoning/Mathematical Calculations/Basic Function Solutions"
    checker = "linear_equation"
    wordings = {
        "en": (
            "Solve {equations} for {unknowns}. Show your steps; give exact values, no rounding.",
            "Find {unknowns} if {equations}. End with “Answer: {form}”, exact (fractions where needed).",
            "What must {unknowns} be so that {equations}? Work it out step by step and answer exactly.",
            "Please solve for {unknowns}, exactly: {equations}",
            "{equations}\nGive the exact value of {unknowns} in the form “{form}”.",
        ),
        "zh": (
            "解方程 {equations}，求 {unknowns}。请写出步骤，给出精确值。",
            "已知 {equations}，求 {unknowns} 的精确值（必要时用分数），最后写“答案：{form}”。",
            "{unknowns} 取什么值时，{equations} 成立？请逐步求解，不要取近似值。",
            "请精确地解出 {unknowns}：{equations}",
            "{equations}\n请以“{form}”的形式写出 {unknowns} 的精确值。",
            "老师在黑板上写下 {equations}。你能一步步求出 {unknowns} 吗？答案用整数或分数。",
        ),
    }
    slip_kinds = (
        "unknown_moved_wrongly",
        "constant_moved_wrongly",
        "not_divided",
        "sign_lost",
        "off_by_one",
        "unknowns_swapped",
        "unknown_missing",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        largest_coefficient: int = 12
        largest_constant: int = 60
        bracketed: float = 0.25
        two_unknowns: float = 0.25

        def __post_init__(self) -> None:
            if self.largest_coefficient < 3 or self.largest_constant < 3:
                raise ValueError("linear_equation: largest_coefficient and largest_constant must be at least 3")
            if min(self.bracketed, self.two_unknowns) < 0 or self.bracketed + self.two_unknowns > 1:
                raise ValueError("linear_equation: bracketed and two_unknowns are shares; their sum is at most 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        unknown = rng.choice(UNKNOWNS)
        args = {"equations": [self.plain_equation(rng, unknown)], "unknowns": [unknown]}
        shape = rng.random()
        if shape < self.config.bracketed:
            return self.with_bracket(rng, args)
        if shape < self.config.bracketed + self.config.two_unknowns:
            return self.with_second_unknown(rng, args)
        return args

    def plain_equation(self, rng: random.Random, unknown: str) -> str:
        """ax + b = cx + d with a small denominator in the solution, most often none."""
        while True:
            a, c = (nonzero(rng, self.config.largest_coefficient) for _ in range(2))
            b, d = (nonzero(rng, self.config.largest_constant) for _ in range(2))
            if rng.random() < 0.6:
                d = (a - c) * rng.randint(-15, 15) + b
            if a != c and Fraction(d - b, a - c).denominator <= LARGEST_DENOMINATOR:
                return f"{Form({unknown: a, CONSTANT: b})} = {Form({unknown: c, CONSTANT: d})}"

    def with_bracket(self, rng: random.Random, args: Args) -> Args:
        """k(left) + m, or (left)/k + m, on the left, and a right side that keeps the solution."""
        (unknown,), (equation,) = args["unknowns"], args["equations"]
        _, values = solve_one(equation, unknown)
        left, _ = sides(equation)
        k, m = rng.randint(2, 6), nonzero(rng, 20)
        text = equation.split("=")[0].strip()
        wrapped, form = f"{k}({text})", left.times(k)
        at_solution = left.of(unknown) * values[unknown] + left.of(CONSTANT)
        if at_solution.denominator == 1 and at_solution % k == 0 and rng.random() < 0.7:
            wrapped, form = f"({text})/{k}", left.times(Fraction(1, k))
        form = form.plus(Form({CONSTANT: m}))
        denominator = values[unknown].denominator
        value = form.of(unknown) * values[unknown] + form.of(CONSTANT)
        slope = Fraction(0)
        while slope in (0, form.of(unknown)):
            whole = round(form.of(unknown)) if "/" not in wrapped else 0
            slope = Fraction(whole + denominator * rng.randint(-4, 4))
        right = Form({unknown: slope, CONSTANT: value - slope * values[unknown]})
        sign = "+" if m > 0 else "-"
        return {**args, "equations": [f"{wrapped} {sign} {abs(m)} = {right}"]}

    def with_second_unknown(self, rng: random.Random, args: Args) -> Args:
        """A second unknown in the equation, and a second equation that decides it."""
        (unknown,), (equation,) = args["unknowns"], args["equations"]
        _, values = solve_one(equation, unknown)
        x, y, second = values[unknown], nonzero(rng, 9), rng.choice([u for u in UNKNOWNS if u != unknown])
        left, right = sides(equation)
        while True:
            b, e, f = nonzero(rng, 6), nonzero(rng, 6) * x.denominator, nonzero(rng, 6)
            if (left.of(unknown) - right.of(unknown)) * f != b * e:
                break
        sign = "+" if b > 0 else "-"
        added = f"{sign} {Form({second: abs(b)})}"
        one = f"{equation.split('=')[0].strip()} {added} = {right.plus(Form({CONSTANT: b * y}))}"
        two = f"{Form({unknown: e, second: f})} = {Form({CONSTANT: e * x + f * y})}"
        return {"equations": [one, two], "unknowns": [unknown, second]}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {
            "equations": (" and " if language == "en" else " 且 ").join(args["equations"]),
            "unknowns": AND[language].join(args["unknowns"]),
            "form": ", ".join(f"{unknown} = …" for unknown in args["unknowns"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        lines, values = solved(args)
        return Solution(written(lines, stated(values), language), stated(values))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["unknowns"]) > 1:
            return None
        if "(" in args["equations"][0] or rng.random() < 0.4:
            return self.with_second_unknown(rng, args)
        return self.with_bracket(rng, args)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = rng.choice(self.slip_kinds)
        right_lines, right = solved(args)
        lines, values = (self.mistaken_one if len(right) == 1 else self.mistaken_two)(kind, args)
        if values == right:  # the mistake made no difference here, or cannot be made here
            kind, last = "off_by_one", args["unknowns"][-1]
            values = {**right, last: right[last] + rng.choice((-1, 1))}
            lines = [*right_lines[:-1], f"So {last} = {values[last]}"]
        return Slip(kind, written(lines, stated(values), language))

    @staticmethod
    def mistaken_one(kind: str, args: Args) -> tuple[list[str], dict[str, Fraction]]:
        """Steps and value with the mistake in them, for one unknown; the right ones if it cannot be made."""
        unknown = args["unknowns"][0]
        lines, left, right = expanded(args["equations"][0])
        coefficient, constant = left.of(unknown) - right.of(unknown), right.of(CONSTANT) - left.of(CONSTANT)
        if kind == "unknown_moved_wrongly":
            coefficient = left.of(unknown) + right.of(unknown) or coefficient
        elif kind == "constant_moved_wrongly":
            constant = right.of(CONSTANT) + left.of(CONSTANT)
        lines, value = [*lines, *finish(unknown, coefficient, constant)], constant / coefficient
        if kind == "sign_lost":
            return lines, {unknown: -value}
        if kind == "not_divided":
            return lines[:-1], {unknown: constant}
        return lines, {unknown: value}

    @staticmethod
    def mistaken_two(kind: str, args: Args) -> tuple[list[str], dict[str, Fraction]]:
        """The same for two unknowns."""
        lines, values = solved(args)
        first, second = args["unknowns"]
        match kind:
            case "unknowns_swapped":
                return lines, {first: values[second], second: values[first]}
            case "unknown_missing":
                return lines[: lines.index(f"So {first} = {values[first]}") + 1], {first: values[first]}
            case "sign_lost":
                return lines, {first: -values[first], second: values[second]}
        return lines, values
