"""Convert a quantity to another unit: exactly where a short decimal is exact, else rounded as stated."""

import operator
import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.exact import decimals, fixed, show
from pipeline.teachers.procedural.solving.measurement import KIND, KINDS, NEXT_SMALLER, SHIFTS, THINGS, UNIT, Unit

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
APPLY: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "×": operator.mul,
    "÷": operator.truediv,
}
LONGEST_EXACT = 4
"""Decimal places of a result that is asked for exactly; longer ones are rounded."""
SMALLEST, LARGEST = Fraction(1, 10), 10**7
"""Sizes of results: large enough to be rounded sensibly, small enough to be read."""
LONGEST_STEP = 10
"""The same of results on the way; longer ones are shown with six."""
LARGEST_RATIO = 100_000
COUNTS = ("zero", "one", "two", "three")


def is_short(value: Fraction, most: int) -> bool:
    """Is the value exact with that many decimal places?"""
    places = decimals(value)
    return places is not None and places <= most


def shown(value: Fraction) -> str:
    """A value on the way: exact if short, else with six decimal places."""
    return f"= {show(value)}" if is_short(value, LONGEST_STEP) else f"≈ {fixed(value, 6)}"


def unit_text(symbol: str, language: str) -> str:
    """What stands behind a number in steps and answers: the symbol in English, the name in Chinese."""
    return symbol if language == "en" else UNIT[symbol].chinese


def convert_part(number: str, unit: str, to: str, language: str) -> tuple[list[str], Fraction]:
    """The steps that convert one part, and the result: by the factor or its inverse if one is a short
    decimal, else by a small ratio, else through the base unit."""
    value, source, target = Fraction(number), unit_text(unit, language), unit_text(to, language)
    factor = UNIT[unit].size / UNIT[to].size
    result = value * factor
    if unit == to:
        return [], value
    if decimals(factor) is not None:
        return [f"1 {source} = {show(factor)} {target}", f"{number} × {show(factor)} {shown(result)}"], result
    if decimals(1 / factor) is not None:
        return [f"1 {target} = {show(1 / factor)} {source}", f"{number} ÷ {show(1 / factor)} {shown(result)}"], result
    if max(factor.numerator, factor.denominator) < LARGEST_RATIO:
        above, below = factor.numerator, factor.denominator
        return [f"{below} {source} = {above} {target}", f"{number} × {above} ÷ {below} {shown(result)}"], result
    base = unit_text(next(other.symbol for other in KINDS[KIND[to]] if other.size == 1), language)
    top, bottom = show(UNIT[unit].size), show(UNIT[to].size)
    definitions = [f"1 {source} = {top} {base}", f"1 {target} = {bottom} {base}"]
    return [*definitions, f"{number} × {top} ÷ {bottom} {shown(result)}"], result


def plain_pair(source: Unit, target: Unit) -> bool:
    """Can the conversion be written with short decimals or a small ratio?"""
    factor = source.size / target.size
    short = [decimals(size) is not None for size in (factor, 1 / factor, source.size, target.size)]
    return any(short[:2]) or all(short[2:]) or max(factor.numerator, factor.denominator) < LARGEST_RATIO


def shift(number: str, unit: str, to: str) -> tuple[list[str], Fraction]:
    """The steps from one temperature scale to another, and the result."""
    value, lines = Fraction(number), []
    for symbol, operand in SHIFTS[unit, to]:
        before, value = value, APPLY[symbol](value, Fraction(operand))
        lines.append(f"{shown(before).split(' ')[1]} {symbol} {operand} {shown(value)}")
    return lines, value


def convert(parts: list[list[str]], count: int, to: str, language: str) -> tuple[list[str], Fraction]:
    """All steps, and the unrounded result."""
    if KIND[to] == "temperature":
        ((number, unit),) = parts
        return shift(number, unit, to)
    lines, results = [], []
    for number, unit in parts:
        steps, result = convert_part(number, unit, to, language)
        lines += steps
        results.append(result)
    total = sum(results, Fraction(0))
    if len(parts) > 1:
        addends = [shown(result).split(" ")[1] for result in results]
        lines.append(f"{' + '.join(addends)} {shown(total)}")
    if count > 1:
        product = shown(count * total) if is_short(total, LONGEST_STEP) else f"≈ {fixed(count * total, 6)}"
        lines.append(f"{count} × {shown(total).split(' ')[1]} {product}")
    return lines, count * total


class TaskFamily(Family):
    id = "unit_conversion"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Physics"
    checker = "unit_conversion"
    wordings = {
        "en": (
            "Convert {quantity} to {unit}{note}. Give {precision}, with the unit.",
            "How many {unit} make up {quantity}{note}? State {precision} and the unit.",
            "Express {quantity} in {unit}{note}. The answer should be {precision} with its unit.",
            "Unit conversion: {quantity} = ? {symbol}{note}. Write {precision} and the unit.",
            "Please turn {quantity} into {unit}{note}, showing the factor you use. I need {precision}, unit included.",
        ),
        "zh": (
            "把 {quantity}换算成{unit}{note}，{precision}，并写出单位。",
            "{quantity}等于多少{unit}{note}？{precision}，答案要带单位。",
            "请将 {quantity}化为{unit}{note}。{precision}，注明单位。",
            "单位换算{note}：{quantity} = ？{unit}。{precision}，写上单位。",
        ),
    }
    slip_kinds = (
        "factor_inverted",
        "decimal_point",
        "wrong_unit",
        "unit_missing",
        "wrong_rounding",
        "quantity_ignored",
        "step_skipped",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        kinds: tuple[str, ...] = tuple(KINDS)
        compound: float = 0.2
        """Share of quantities in two parts, such as 5 ft 7 in."""

        def __post_init__(self) -> None:
            for kind in self.kinds:
                if kind not in KINDS:
                    raise ValueError(f"unit_conversion: unknown kind {kind!r}; known: {', '.join(KINDS)}")
            if not self.kinds or not 0 <= self.compound <= 1:
                raise ValueError("unit_conversion: name at least one kind, and a share `compound` from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        while True:
            units = [unit for unit in KINDS[rng.choice(self.config.kinds)] if language in unit.languages]
            source, target = rng.sample(units, 2)
            args = self.completed(rng, {"parts": [[self.number(rng, source), source.symbol]], "to": target.symbol})
            if plain_pair(source, target) and args is not None:
                return (self.evolve(rng, args, language) if rng.random() < self.config.compound else None) or args

    @staticmethod
    def number(rng: random.Random, unit: Unit) -> str:
        """Two to four digits, most often without decimals."""
        if KIND[unit.symbol] == "temperature":
            low, high = {"°C": (-60, 250), "°F": (-80, 450), "K": (150, 600)}[unit.symbol]
            value = Fraction(rng.randint(low * 2, high * 2), 2)
        else:
            value = Fraction(rng.randint(2, 999) * rng.choice((1, 1, 1, 10)), rng.choice((1, 1, 1, 2, 4, 5, 10)))
        return show(value)

    @staticmethod
    def completed(rng: random.Random, args: Args) -> Args | None:
        """The task with its rounding, or None if the result is too small or too large to be read, or if
        the rounding would swallow the last part."""
        parts, to = args["parts"], args["to"]
        _, value = convert(parts, args.get("count", 1), to, "en")
        if not SMALLEST <= abs(value) <= LARGEST:
            return None
        if is_short(value, LONGEST_EXACT):
            return {**args, "places": None}
        places = rng.randint(1 if abs(value) >= 10 else 2, 3)
        _, last = convert(parts[-1:], 1, to, "en")
        return {**args, "places": places} if abs(last) * 10**places >= 5 else None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        parts, unit, places = args["parts"], UNIT[args["to"]], args["places"]
        named = [f"{number} {UNIT[symbol].name(language)}" for number, symbol in parts]
        joined = " and ".join(named) if language == "en" else " ".join(named)
        if "count" in args and language == "en":
            joined = f"the total of {args['count']} {args['thing']} ({joined} each)"
        elif "count" in args:
            joined = f"{args['count']} {args['thing']}（每{args['thing'][0]} {joined}）的总量"
        notes = [UNIT[symbol].note[language == "zh"] for symbol in dict.fromkeys([*(s for _, s in parts), unit.symbol])]
        note = (", " if language == "en" else "，").join(filter(None, notes))
        if language == "zh":
            precision = "写出准确值" if places is None else f"结果保留 {places} 位小数"
        elif places is None:
            precision = "the exact value"
        else:
            precision = f"the value rounded to {COUNTS[places]} decimal place{'s' * (places > 1)}"
        return {
            "quantity": joined,
            "unit": unit.name(language),
            "symbol": unit.symbol,
            "note": (f" ({note})" if language == "en" else f"（{note}）") if note else "",
            "precision": precision,
        }

    def solve(self, args: Args, language: str) -> Solution:
        lines, value = convert(args["parts"], args.get("count", 1), args["to"], language)
        answer = f"{self.final(value, args)} {unit_text(args['to'], language)}"
        if args["places"] is not None:
            lines.append(f"Rounded: {answer}" if language == "en" else f"取近似值：{answer}")
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    @staticmethod
    def final(value: Fraction, args: Args) -> str:
        """The value as an answer states it; a mistaken one that has no short decimal is rounded like any other."""
        if args["places"] is None:
            return show(value) if is_short(value, LONGEST_STEP) else fixed(value, LONGEST_EXACT)
        return fixed(value, args["places"])

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more part, in the next smaller unit; or several things that measure as much."""
        parts, kind = args["parts"], KIND[args["to"]]
        smaller = NEXT_SMALLER.get(parts[-1][1])
        if smaller and len(parts) < 3 and smaller != args["to"] and rng.random() < 0.6:
            most = min(UNIT[parts[-1][1]].size / UNIT[smaller].size, Fraction(900))
            return self.completed(rng, {**args, "parts": [*parts, [str(rng.randint(2, int(most) - 1)), smaller]]})
        if kind in THINGS and "count" not in args:
            return self.completed(
                rng, {**args, "count": rng.randint(2, 40), "thing": rng.choice(THINGS[kind][language])}
            )
        return None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        lines, value = convert(args["parts"], args.get("count", 1), args["to"], language)
        kind, unit, right = rng.choice(self.slip_kinds), args["to"], self.final(value, args)
        answer = right
        if kind == "wrong_unit":
            unit = rng.choice([other.symbol for other in KINDS[KIND[unit]] if other.symbol != unit])
        elif kind == "quantity_ignored" and "count" in args:
            lines, value = convert(args["parts"], 1, args["to"], language)
            answer = self.final(value, args)
        elif kind == "quantity_ignored" and len(args["parts"]) > 1:
            lines, value = convert(args["parts"][:-1], 1, args["to"], language)
            answer = self.final(value, args)
        elif kind == "factor_inverted" and KIND[unit] != "temperature":
            factor = UNIT[args["parts"][0][1]].size / UNIT[unit].size
            answer = self.final(value / factor / factor, args)
        elif kind == "wrong_rounding" and args["places"] is not None:
            cut = args["places"] - 1 if rng.random() < 0.5 else args["places"] + 1
            answer = fixed(value, cut)
        elif kind == "step_skipped":
            answer = self.halfway(args)
        if kind not in ("wrong_unit", "unit_missing") and Fraction(answer) == Fraction(right):
            kind, answer = "decimal_point", self.final(value * rng.choice((10, Fraction(1, 10))), args)
            if Fraction(answer) == Fraction(right):
                answer = self.final(value * 10, args)
        end = answer if kind == "unit_missing" else f"{answer} {unit_text(unit, language)}"
        return Slip(kind, "\n".join([*lines[:-1], FINAL[language].format(end)]))

    def halfway(self, args: Args) -> str:
        """What comes out if the last operation is left out."""
        (number, unit), *_ = args["parts"]
        value = Fraction(number)
        if KIND[unit] == "temperature":
            for symbol, operand in SHIFTS[unit, args["to"]][:-1]:
                value = APPLY[symbol](value, Fraction(operand))
        return self.final(value, args)
