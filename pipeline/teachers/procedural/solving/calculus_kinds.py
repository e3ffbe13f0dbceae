"""Kinds of exercises in calculus: derivatives, tangents, speeds, integrals and extrema."""

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.derivation import Term, derivative, derived, polynomial, show, slope, value
from pipeline.teachers.procedural.solving.kinds import Kind, Worked, pick
from pipeline.teachers.procedural.words.names import NAMES

LETTERS = "fghpqr"
VARIABLES = "xxtwz"


def nonzero(rng: random.Random, largest: int) -> int:
    return rng.choice((-1, 1)) * rng.randint(1, largest)


def coefficients(rng: random.Random, degree: int, largest: int = 9) -> list[int]:
    """From the constant upwards; the leading one is not zero, and few others are."""
    return [*(nonzero(rng, largest) if rng.random() < 0.8 else 0 for _ in range(degree)), nonzero(rng, largest // 2)]


def named(rng: random.Random) -> Args:
    return {"letter": rng.choice(LETTERS), "variable": rng.choice(VARIABLES)}


def head(args: Args) -> str:
    return f"{args['letter']}({args['variable']})"


def bracketed(number: Fraction | int) -> str:
    return f"({number})" if number < 0 else str(number)


class Derivative(Kind):
    weight = 3

    def draw(self, rng: random.Random, language: str) -> Args:
        terms: list[Term] = polynomial(coefficients(rng, rng.randint(1, 4)))
        others = rng.sample(("sin", "cos", "exp", "ln"), rng.choice((0, 1, 1, 2)))
        terms += [[name, nonzero(rng, 9), 1 if name == "ln" else rng.randint(1, 5)] for name in others]
        return {**named(rng), "terms": terms, "order": 1}

    def tell(self, args: Args, language: str) -> str:
        shown, second = show(args["terms"], args["variable"]), args["order"] == 2
        return pick(
            language,
            f"Find the {'second ' if second else ''}derivative of {head(args)} = {shown}.",
            f"求函数 {head(args)} = {shown} 的{'二阶' if second else ''}导数。",
        )

    def work(self, args: Args, language: str) -> Worked:
        terms, variable, lines = args["terms"], args["variable"], []
        for order in range(args["order"]):
            for term in terms:
                found = derived(term)
                lines.append(f"({show([term], variable)})' = {show([found] if found else [], variable)}")
            terms = derivative(terms)
            lines.append(f"{args['letter']}{chr(39) * (order + 1)}({variable}) = {show(terms, variable)}")
        return lines, terms

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        before = args["terms"] if args["order"] == 1 else derivative(args["terms"])
        found: dict[str, Any] = {
            kind: derivative(before, kind)
            for kind in ("factor_forgotten", "power_not_lowered", "constant_kept")
            if all(term[0] in ("x", "sin", "cos", "exp") or kind != "power_not_lowered" for term in before)
        }
        if value:
            place = rng.randrange(len(value))
            name, c, n = value[place]
            found["sign_lost"] = [*value[:place], [name, -c, n], *value[place + 1 :]]
            found["off_by_one"] = [*value[:place], [name, c + (1 if c > 0 else -1), n], *value[place + 1 :]]
            if len(value) > 1:
                found["term_dropped"] = [*value[:place], *value[place + 1 :]]
        if any(term[0] == "x" and int(term[2]) < 0 for term in before):
            found.pop("power_not_lowered", None)
        return found

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """The second derivative, or one term more."""
        here = {term[0] for term in args["terms"]}
        missing = [name for name in ("sin", "cos", "exp") if name not in here]
        if args["order"] == 1 and (not missing or rng.random() < 0.5):
            return {**args, "order": 2}
        if not missing or len(args["terms"]) > 6:
            return None
        return {**args, "terms": [*args["terms"], [rng.choice(missing), nonzero(rng, 9), rng.randint(2, 6)]]}


class Product(Kind):
    """The derivative of a product of two short polynomials, multiplied out."""

    def draw(self, rng: random.Random, language: str) -> Args:
        return {**named(rng), "factors": [coefficients(rng, rng.randint(1, 2), 6), coefficients(rng, 1, 6)]}

    def tell(self, args: Args, language: str) -> str:
        one, other = (show(polynomial(factor), args["variable"]) for factor in args["factors"])
        return pick(
            language,
            f"Differentiate {head(args)} = ({one})({other}) and multiply the result out.",
            f"求 {head(args)} = ({one})({other}) 的导数，并把结果展开。",
        )

    @staticmethod
    def times(one: Sequence[int], other: Sequence[int]) -> list[int]:
        found = [0] * (len(one) + len(other) - 1)
        for i, a in enumerate(one):
            for j, b in enumerate(other):
                found[i + j] += a * b
        return found

    def work(self, args: Args, language: str) -> Worked:
        (one, other), variable = args["factors"], args["variable"]

        def said(numbers: Sequence[int]) -> str:
            return show(polynomial(numbers), variable)

        left, right = self.times(slope(one), other), self.times(one, slope(other))
        size = max(len(left), len(right))
        total = [(left + [0] * size)[n] + (right + [0] * size)[n] for n in range(size)]
        lines = [
            f"u = {said(one)}, v = {said(other)}",
            f"u' = {said(slope(one))}, v' = {said(slope(other))}",
            f"u'v = {said(left)}",
            f"uv' = {said(right)}",
            f"u'v + uv' = {said(total)}",
        ]
        return lines, polynomial(total)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        one, other = args["factors"]
        return {
            "factor_forgotten": polynomial(self.times(slope(one), slope(other))),
            "term_dropped": polynomial(self.times(slope(one), other)),
            "power_not_lowered": polynomial(self.times(one, other)),
        }


class Slope(Kind):
    """The slope of a tangent; harder, the tangent itself."""

    weight = 2

    def draw(self, rng: random.Random, language: str) -> Args:
        return {
            **named(rng),
            "coefficients": coefficients(rng, rng.randint(2, 4)),
            "at": rng.randint(-3, 4),
            "line": False,
        }

    def tell(self, args: Args, language: str) -> str:
        shown, at = show(polynomial(args["coefficients"]), args["variable"]), f"{args['variable']} = {args['at']}"
        if args["line"]:
            variable = args["variable"]
            return pick(
                language,
                f"Find the tangent to {head(args)} = {shown} at {at}, in the form y = m{variable} + b.",
                f"求曲线 {head(args)} = {shown} 在 {at} 处的切线，写成 y = m{variable} + b 的形式。",
            )
        return pick(
            language,
            f"What is the slope of the tangent to {head(args)} = {shown} at {at}?",
            f"曲线 {head(args)} = {shown} 在 {at} 处的切线斜率是多少？",
        )

    def work(self, args: Args, language: str) -> Worked:
        numbers, at, letter = args["coefficients"], args["at"], args["letter"]
        rule = slope(numbers)
        steep = value(rule, at)
        lines = [
            f"{letter}'({args['variable']}) = {show(polynomial(rule), args['variable'])}",
            f"{letter}'({at}) = {steep}",
        ]
        if not args["line"]:
            return lines, steep
        height = value(numbers, at)
        cut = height - steep * at
        lines += [f"{letter}({at}) = {height}", f"b = {height} - {bracketed(steep)} × {bracketed(at)} = {cut}"]
        return lines, (steep, cut)

    def mistakes(self, rng: random.Random, args: Args, value_: Any) -> Mapping[str, Any]:
        numbers, at = args["coefficients"], args["at"]
        if args["line"]:
            steep, cut = value_
            return {
                "sign_lost": (-steep, cut),
                "off_by_one": (steep, cut + rng.choice((-1, 1))),
                "term_dropped": (steep, Fraction(0)),
                "constant_kept": (steep, value(numbers, at)),
            }
        return number_mistakes(rng, value_) | {
            "factor_forgotten": value(slope(numbers, "factor_forgotten"), at),
            "power_not_lowered": value(slope(numbers, "power_not_lowered"), at),
            "constant_kept": value(numbers, at),
            "term_dropped": value(slope([*numbers[:1], 0, *numbers[2:]]), at),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return None if args["line"] else {**args, "line": True}


def number_mistakes(rng: random.Random, right: Fraction) -> dict[str, Any]:
    return {"sign_lost": -right, "off_by_one": right + rng.choice((-1, 1))}


class Speed(Slope):
    """The same in motion: position to speed, harder to acceleration."""

    weight = 1

    def draw(self, rng: random.Random, language: str) -> Args:
        return {
            "who": rng.choice(NAMES[language]),
            "letter": "s",
            "variable": "t",
            "coefficients": coefficients(rng, rng.randint(2, 4)),
            "at": rng.randint(1, 6),
            "order": 1,
        }

    def tell(self, args: Args, language: str) -> str:
        shown, at, who = show(polynomial(args["coefficients"]), "t"), args["at"], args["who"]
        second = args["order"] == 2
        return pick(
            language,
            f"{who}'s cart stands at s(t) = {shown} metres after t seconds. What is its "
            f"{'acceleration (in m/s²)' if second else 'velocity (in m/s)'} at t = {at}? Give the number.",
            f"{who}的小车在t秒时的位置是 s(t) = {shown} 米。t = {at} 时它的"
            f"{'加速度（米每二次方秒）' if second else '速度（米每秒）'}是多少？只写数字。",
        )

    def work(self, args: Args, language: str) -> Worked:
        rule, at, lines = args["coefficients"], args["at"], []
        for order in range(args["order"]):
            rule = slope(rule)
            lines.append(f"s{chr(39) * (order + 1)}(t) = {show(polynomial(rule), 't')}")
        found = value(rule, at)
        return [*lines, f"s{chr(39) * args['order']}({at}) = {found}"], found

    def mistakes(self, rng: random.Random, args: Args, value_: Any) -> Mapping[str, Any]:
        before = args["coefficients"] if args["order"] == 1 else slope(args["coefficients"])
        return number_mistakes(rng, value_) | {
            "factor_forgotten": value(slope(before, "factor_forgotten"), args["at"]),
            "power_not_lowered": value(slope(before, "power_not_lowered"), args["at"]),
            "constant_kept": value(before, args["at"]),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "order": 2} if args["order"] == 1 else None


class Integral(Kind):
    weight = 3

    def draw(self, rng: random.Random, language: str) -> Args:
        low = rng.randint(-3, 3)
        return {
            **named(rng),
            "coefficients": coefficients(rng, rng.randint(1, 3)),
            "from": low,
            "to": low + rng.randint(1, 4),
            "telling": rng.randrange(3),
        }

    def tell(self, args: Args, language: str) -> str:
        variable, low, high = args["variable"], args["from"], args["to"]
        shown = show(polynomial(args["coefficients"]), variable)
        english = (
            f"Compute the definite integral of {shown} from {variable} = {low} to {variable} = {high}.",
            f"What is ∫ ({shown}) d{variable} between the limits {low} and {high}? Answer exactly.",
            f"Integrate {head(args)} = {shown} over the interval [{low}, {high}].",
        )
        chinese = (
            f"计算 {shown} 从 {variable} = {low} 到 {variable} = {high} 的定积分。",
            f"∫ ({shown}) d{variable}，下限{low}，上限{high}，等于多少？请给出精确值。",
            f"求 {head(args)} = {shown} 在区间 [{low}, {high}] 上的积分。",
        )
        return pick(language, english[args["telling"]], chinese[args["telling"]])

    @staticmethod
    def raised(numbers: Sequence[int]) -> list[Fraction]:
        return [Fraction(0), *(Fraction(c, n + 1) for n, c in enumerate(numbers))]

    def work(self, args: Args, language: str) -> Worked:
        whole, variable = self.raised(args["coefficients"]), args["variable"]
        text = ""
        for n in range(len(whole) - 1, 0, -1):
            if c := whole[n]:
                core = variable if n == 1 else f"{variable}^{n}"
                size = core if abs(c) == 1 else f"{abs(c)}{core}" if c.denominator == 1 else f"({abs(c)}){core}"
                text += (" - " if c < 0 else " + ") + size if text else ("-" if c < 0 else "") + size
        low, high = value(whole, args["from"]), value(whole, args["to"])
        lines = [
            f"F({variable}) = {text}",
            f"F({args['to']}) = {high}, F({args['from']}) = {low}",
            f"{bracketed(high)} - {bracketed(low)} = {high - low}",
        ]
        return lines, high - low

    def mistakes(self, rng: random.Random, args: Args, value_: Any) -> Mapping[str, Any]:
        numbers, low, high = args["coefficients"], args["from"], args["to"]
        whole = [Fraction(0), *map(Fraction, numbers)]
        return number_mistakes(rng, value_) | {
            "factor_forgotten": value(whole, high) - value(whole, low),
            "power_not_lowered": value(numbers, high) - value(numbers, low),
            "term_dropped": value(self.raised(numbers), high),
            "constant_kept": value_ - numbers[0] * (high - low),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        numbers = args["coefficients"]
        return {**args, "coefficients": [*numbers, 5 * nonzero(rng, 2)]} if len(numbers) < 5 else None


class Extremum(Kind):
    """The turning point of a parabola, or one of a cubic's two."""

    weight = 2

    def draw(self, rng: random.Random, language: str) -> Args:
        if rng.random() < 0.5:
            a, p = nonzero(rng, 5), rng.randint(-6, 6)
            return {
                **named(rng),
                "coefficients": [rng.randint(-20, 20), -2 * a * p, a],
                "want": "max" if a < 0 else "min",
            }
        p = rng.randint(-4, 4)
        q = p + rng.randint(1, 5)
        a = rng.choice((-1, 1))
        numbers = [rng.randint(-20, 20), 6 * a * p * q, -3 * a * (p + q), 2 * a]
        return {**named(rng), "coefficients": numbers, "want": rng.choice(("max", "min"))}

    def tell(self, args: Args, language: str) -> str:
        shown = show(polynomial(args["coefficients"]), args["variable"])
        high = args["want"] == "max"
        return pick(
            language,
            f"Find the local {'maximum' if high else 'minimum'} of {head(args)} = {shown}; answer with the point as "
            f"({args['variable']}, {head(args)}).",
            f"求 {head(args)} = {shown} 的极{'大' if high else '小'}值点，"
            f"以坐标 ({args['variable']}, {head(args)}) 作答。",
        )

    @staticmethod
    def turns(numbers: Sequence[int]) -> list[int]:
        """Where the derivative vanishes: whole numbers, by the way the exercises are drawn."""
        rule = slope(numbers)
        if len(rule) == 2:
            return [-rule[0] // rule[1]]
        c, b, a = rule
        root = round((b * b - 4 * a * c) ** 0.5)
        return sorted({(-b - root) // (2 * a), (-b + root) // (2 * a)})

    def work(self, args: Args, language: str) -> Worked:
        numbers, letter, variable = args["coefficients"], args["letter"], args["variable"]
        rule = slope(numbers)
        bend = slope(rule)
        roots = self.turns(numbers)
        equal = pick(language, " or ", " 或 ").join(f"{variable} = {root}" for root in roots)
        lines = [
            f"{letter}'({variable}) = {show(polynomial(rule), variable)}",
            f"{letter}'({variable}) = 0: {equal}",
            f"{letter}''({variable}) = {show(polynomial(bend), variable)}",
        ]
        (at,) = (root for root in roots if (value(bend, root) < 0) == (args["want"] == "max"))
        lines.append(f"{letter}''({at}) = {value(bend, at)}")
        return [*lines, f"{letter}({at}) = {value(numbers, at)}"], (Fraction(at), value(numbers, at))

    def mistakes(self, rng: random.Random, args: Args, value_: Any) -> Mapping[str, Any]:
        at, height = value_
        numbers = args["coefficients"]
        found = {
            "sign_lost": (-at, height),
            "off_by_one": (at, height + rng.choice((-1, 1))),
            "constant_kept": (at, height - numbers[0]),
            "power_not_lowered": (at, Fraction(0)),
        }
        if len(numbers) == 4:
            (other,) = (root for root in self.turns(numbers) if root != at)
            found["term_dropped"] = (Fraction(other), value(numbers, other))
        return found
