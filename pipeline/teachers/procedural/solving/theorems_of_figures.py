"""Exercises that are each the plain use of one theorem about figures."""

import random
from math import isqrt
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import Worked, pick
from pipeline.teachers.procedural.solving.theorem_use import Use
from pipeline.teachers.procedural.words.names import NAMES

TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (12, 35, 37), (9, 40, 41), (28, 45, 53))


class Pythagoras(Use):
    """`lengths` are both legs, or a leg and the hypotenuse."""

    def draw(self, rng: random.Random, language: str) -> Args:
        one, other, long = rng.choice(TRIPLES)
        scale = rng.randint(1, 6)
        legs = [scale * one, scale * other] if rng.random() < 0.5 else [scale * other, scale * one]
        want = rng.choice(("hypotenuse", "leg"))
        return {
            "lengths": legs if want == "hypotenuse" else [legs[0], scale * long],
            "want": want,
            "who": rng.choice(NAMES[language]),
            "telling": rng.randrange(3),
        }

    def tell(self, args: Args, language: str) -> str:
        (one, other), who, telling = args["lengths"], args["who"], args["telling"]
        long = other
        if args["want"] == "hypotenuse":
            english = (
                f"{who} walks {one} m due east and then {other} m due north. How many metres is {who} from the start?",
                f"A rectangular field is {one} m by {other} m. How many metres long is its diagonal?",
                f"A right triangle has legs of {one} cm and {other} cm. How many cm is the hypotenuse?",
            )
            chinese = (
                f"{who}先向正东走{one}米，再向正北走{other}米，离出发点多少米？",
                f"一块长方形田地长宽分别为{one}米和{other}米，它的对角线长多少米？",
                f"直角三角形的两条直角边为{one}厘米和{other}厘米，斜边长多少厘米？",
            )
        else:
            english = (
                f"{who} leans a {long} dm ladder against a wall, its foot {one} dm from the wall. How many dm up the "
                "wall does it reach?",
                f"A rectangle has a side of {one} m and a diagonal of {long} m. How many metres is the other side?",
                f"A right triangle has a leg of {one} cm and a hypotenuse of {long} cm. How many cm is the other leg?",
            )
            chinese = (
                f"{who}把{long}分米长的梯子靠在墙上，梯脚离墙{one}分米，梯顶离地多少分米？",
                f"长方形的一边长{one}米，对角线长{long}米，另一边长多少米？",
                f"直角三角形的一条直角边为{one}厘米，斜边为{long}厘米，另一条直角边长多少厘米？",
            )
        return pick(language, english[telling], chinese[telling])

    def work(self, args: Args, language: str) -> Worked:
        one, other = args["lengths"]
        if args["want"] == "hypotenuse":
            square = one * one + other * other
            return [f"{one} × {one} + {other} × {other} = {square}", f"√{square} = {isqrt(square)}"], isqrt(square)
        square = other * other - one * one
        return [f"{other} × {other} - {one} × {one} = {square}", f"√{square} = {isqrt(square)}"], isqrt(square)

    def confused(self, args: Args, value: Any) -> Any:
        one, other = args["lengths"]
        return one + other if args["want"] == "hypotenuse" else other - one

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """From the hypotenuse to the leg, which takes a turn of the formula."""
        if args["want"] == "leg":
            return None
        one, other = args["lengths"]
        return {**args, "want": "leg", "lengths": [one, isqrt(one * one + other * other)]}


class Polygon(Use):
    REGULAR = (3, 4, 5, 6, 8, 9, 10, 12, 15, 18, 20, 24, 30, 36, 40, 45)

    @staticmethod
    def angles(rng: random.Random, sides: int) -> list[int]:
        """All angles but one of a polygon of at most 8 sides: so near to the mean that the last one is below 180°."""
        spread = 40 // (sides - 1)
        return [(sides - 2) * 180 // sides + rng.randint(-spread, spread) for _ in range(sides - 1)]

    def draw(self, rng: random.Random, language: str) -> Args:
        want = rng.choice(("sum", "each", "sides", "missing"))
        sides = rng.choice(self.REGULAR) if want == "each" else rng.randint(4 if want == "missing" else 5, 30)
        known: list[int] = []
        if want == "missing":
            sides = rng.randint(4, 6)
            known = self.angles(rng, sides)
        stated = (sides - 2) * 180 if want == "sides" else sides
        return {"want": want, "number": stated, "known": known, "who": rng.choice(NAMES[language])}

    def tell(self, args: Args, language: str) -> str:
        number, who, known = args["number"], args["who"], args["known"]
        degrees = ", ".join(f"{angle}°" for angle in known)
        english = {
            "sum": f"{who} draws a convex polygon with {number} sides. What is the sum of its angles, in degrees?",
            "each": f"{who} draws a regular polygon with {number} sides. How many degrees has each interior angle?",
            "sides": f"The interior angles of {who}'s polygon add up to {number}°. How many sides has it?",
            "missing": f"{who} measures {degrees} for all interior angles but one of a convex polygon with {number} "
            "sides. How many degrees has the last one?",
        }
        chinese = {
            "sum": f"{who}画了一个凸{number}边形，它的内角和是多少度？",
            "each": f"{who}画了一个正{number}边形，每个内角是多少度？",
            "sides": f"{who}画的多边形内角和是{number}°，它有多少条边？",
            "missing": f"{who}量了一个凸{number}边形，除一个以外的内角为{degrees.replace(', ', '、')}，"
            "最后一个内角是多少度？",
        }
        return pick(language, english[args["want"]], chinese[args["want"]])

    def work(self, args: Args, language: str) -> Worked:
        sides = args["number"]
        if args["want"] == "sides":
            total, sides = sides, sides // 180 + 2
            return [f"{total} ÷ 180 + 2 = {sides}"], sides
        total = (sides - 2) * 180
        line = f"({sides} - 2) × 180 = {total}"
        match args["want"]:
            case "each":
                return [line, f"{total} ÷ {sides} = {total // sides}"], total // sides
            case "missing":
                known = args["known"]
                last = total - sum(known)
                return [line, f"{' + '.join(map(str, known))} = {sum(known)}", f"{total} - {sum(known)} = {last}"], last
        return [line], total

    def confused(self, args: Args, value: Any) -> Any:
        return {"sum": value + 360, "sides": value - 2, "missing": value + 180}.get(args["want"], 360 // args["number"])

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if args["want"] == "missing":
            return None
        sides = args["number"] % 4 + 5
        known = self.angles(rng, sides)
        return {**args, "want": "missing", "number": sides, "known": known}


class Triangle(Use):
    def draw(self, rng: random.Random, language: str) -> Args:
        one, other = rng.randint(3, 40), rng.randint(3, 40)
        want = rng.choice(("count", "longest", "shortest"))
        return {"sticks": [one, other], "want": want, "who": rng.choice(NAMES[language])}

    def tell(self, args: Args, language: str) -> str:
        (one, other), who = args["sticks"], args["who"]
        english = {
            "count": "How many whole-number lengths in cm can the third stick have?",
            "longest": "How many cm is the longest possible third stick, a whole number?",
            "shortest": "How many cm is the shortest possible third stick, a whole number?",
        }
        chinese = {
            "count": "第三根的长度（整厘米数）有多少种可能？",
            "longest": "第三根最长是多少厘米（取整数）？",
            "shortest": "第三根最短是多少厘米（取整数）？",
        }
        return pick(
            language,
            f"{who} builds a triangle from three sticks, two of them {one} cm and {other} cm. {english[args['want']]}",
            f"{who}用三根小棒围三角形，其中两根长{one}厘米和{other}厘米。{chinese[args['want']]}",
        )

    def work(self, args: Args, language: str) -> Worked:
        one, other = args["sticks"]
        low, high = abs(one - other), one + other
        lines = [
            f"{one} + {other} = {high}",
            f"{max(one, other)} - {min(one, other)} = {low}",
            pick(language, f"So {low} < third side < {high}.", f"所以 {low} < 第三边 < {high}。"),
        ]
        found = {"count": high - low - 1, "longest": high - 1, "shortest": low + 1}[args["want"]]
        if args["want"] == "count":
            lines.append(f"{high} - {low} - 1 = {found}")
        return lines, found

    def confused(self, args: Args, value: Any) -> Any:
        one, other = args["sticks"]
        return {"count": one + other, "longest": one + other, "shortest": abs(one - other)}[args["want"]]

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "want": "count"} if args["want"] != "count" else None


class Inscribed(Use):
    def draw(self, rng: random.Random, language: str) -> Args:
        angle, want = rng.randint(11, 85), rng.choice(("central", "inscribed"))
        return {
            "angle": angle if want == "central" else 2 * angle,
            "want": want,
            "points": rng.sample("ABCDEFGHKLMPQRS", 3),
        }

    def tell(self, args: Args, language: str) -> str:
        angle, (a, b, c) = args["angle"], args["points"]
        if args["want"] == "central":
            return pick(
                language,
                f"{a}, {b} and {c} lie on a circle with centre O, and angle {a}{c}{b} is {angle}°. How many degrees "
                f"has the central angle {a}O{b} over the same arc?",
                f"{a}、{b}、{c}在以O为圆心的圆上，∠{a}{c}{b} = {angle}°，同弧所对的圆心角∠{a}O{b}是多少度？",
            )
        return pick(
            language,
            f"{a}, {b} and {c} lie on a circle with centre O. The central angle {a}O{b} is {angle}°. How many "
            f"degrees has the angle {a}{c}{b}, if {c} is on the larger arc?",
            f"{a}、{b}、{c}在以O为圆心的圆上，圆心角∠{a}O{b} = {angle}°，{c}在优弧上，∠{a}{c}{b}是多少度？",
        )

    def work(self, args: Args, language: str) -> Worked:
        angle = args["angle"]
        if args["want"] == "central":
            return [f"2 × {angle} = {2 * angle}"], 2 * angle
        return [f"{angle} ÷ 2 = {angle // 2}"], angle // 2

    def confused(self, args: Args, value: Any) -> Any:
        return 180 - value


class Euler(Use):
    """`stated` has two of the three numbers."""

    WORDS = {"corners": ("vertices", "个顶点"), "edges": ("edges", "条棱"), "faces": ("faces", "个面")}

    def draw(self, rng: random.Random, language: str) -> Args:
        corners = rng.randint(5, 30)
        faces = rng.randint((corners + 5) // 2, 2 * corners - 4)
        numbers = {"corners": corners, "edges": corners + faces - 2, "faces": faces}
        want = rng.choice(list(numbers))
        del numbers[want]
        return {"stated": numbers, "want": want, "who": rng.choice(NAMES[language])}

    def tell(self, args: Args, language: str) -> str:
        who, want = args["who"], args["want"]
        english = " and ".join(f"{number} {self.WORDS[name][0]}" for name, number in args["stated"].items())
        chinese = "和".join(f"{number}{self.WORDS[name][1]}" for name, number in args["stated"].items())
        return pick(
            language,
            f"{who} builds a convex solid with {english}. How many {self.WORDS[want][0]} has it?",
            f"{who}做了一个凸多面体，它有{chinese}。它有多少{self.WORDS[want][1]}？",
        )

    def work(self, args: Args, language: str) -> Worked:
        stated = args["stated"]
        why = pick(language, "Vertices - edges + faces = 2.", "顶点数 - 棱数 + 面数 = 2。")
        if args["want"] == "edges":
            edges = stated["corners"] + stated["faces"] - 2
            return [why, f"{stated['corners']} + {stated['faces']} - 2 = {edges}"], edges
        (other,) = (number for name, number in stated.items() if name != "edges")
        found = stated["edges"] + 2 - other
        return [why, f"{stated['edges']} + 2 - {other} = {found}"], found

    def confused(self, args: Args, value: Any) -> Any:
        return value + (2 if args["want"] == "edges" else -2)
