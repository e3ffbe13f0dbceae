"""Exercises that are each the plain use of one theorem about numbers or polynomials."""

import random
from math import gcd
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.derivation import polynomial, show, value
from pipeline.teachers.procedural.solving.kinds import Worked, pick
from pipeline.teachers.procedural.solving.theorem_use import Use
from pipeline.teachers.procedural.words.names import NAMES

PRIMES = (5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43)


class Vieta(Use):
    WANTS = ("sum", "product", "squares")

    def draw(self, rng: random.Random, language: str) -> Args:
        p, q = rng.randint(-9, 12), rng.randint(-9, 12)
        a = rng.choice((1, 1, 2, 3))
        return {"coefficients": [a * p * q, -a * (p + q), a], "want": rng.choice(self.WANTS)}

    def tell(self, args: Args, language: str) -> str:
        shown = show(polynomial(args["coefficients"]), "x")
        english = {"sum": "the sum of its roots", "product": "the product of its roots"}
        chinese = {"sum": "两根之和", "product": "两根之积", "squares": "两根的平方和"}
        wanted = args["want"]
        return pick(
            language,
            f"Without solving {shown} = 0 (double roots count twice), find "
            f"{english.get(wanted, 'the sum of the squares of its roots')}.",
            f"不解方程 {shown} = 0（重根算两次），求{chinese[wanted]}。",
        )

    def work(self, args: Args, language: str) -> Worked:
        c, b, a = args["coefficients"]
        total, product = -b // a, c // a
        lines = [f"x1 + x2 = -({b})/{a} = {total}", f"x1 · x2 = {c}/{a} = {product}"]
        if args["want"] == "sum":
            return lines[:1], total
        if args["want"] == "product":
            return lines[1:], product
        squares = total * total - 2 * product
        return [*lines, f"({total}) × ({total}) - 2 × ({product}) = {squares}"], squares

    def confused(self, args: Args, value: Any) -> Any:
        c, b, a = args["coefficients"]
        return {"sum": b // a, "product": -c // a, "squares": (b // a) ** 2}[args["want"]]

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "want": "squares"} if args["want"] != "squares" else None


class Fermat(Use):
    def draw(self, rng: random.Random, language: str) -> Args:
        p = rng.choice(PRIMES)
        return {"base": rng.randint(2, p - 1), "exponent": (p - 1) * rng.randint(2, 30) + rng.randint(0, 3), "prime": p}

    def tell(self, args: Args, language: str) -> str:
        base, exponent, p = args["base"], args["exponent"], args["prime"]
        return pick(
            language,
            f"What is the remainder when {base}^{exponent} is divided by the prime {p}?",
            f"{base}^{exponent} 除以质数{p}，余数是多少？",
        )

    def work(self, args: Args, language: str) -> Worked:
        base, exponent, p = args["base"], args["exponent"], args["prime"]
        turns, rest = divmod(exponent, p - 1)
        found = base**rest % p
        return [
            f"{base}^{p - 1} ≡ 1 (mod {p})",
            f"{turns} × {p - 1} + {rest} = {exponent}",
            f"{base}^{exponent} ≡ {base}^{rest} ≡ {found} (mod {p})",
        ], found

    def confused(self, args: Args, value: Any) -> Any:
        base, p = args["base"], args["prime"]
        return base ** (args["exponent"] % p) % p

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        more = (args["prime"] - 1) * rng.randint(40, 400) + rng.randint(1, 3)
        return {**args, "exponent": args["exponent"] + more} if args["exponent"] < 1500 else None


class Euclid(Use):
    def draw(self, rng: random.Random, language: str) -> Args:
        common = rng.choice((1, 2, 3, 4, 6, 7, 9, 12, 13, 15))
        one, other = rng.sample(range(5, 60), 2)
        return {
            "numbers": [common * one, common * other],
            "telling": rng.randrange(3),
            "who": rng.choice(NAMES[language]),
        }

    def tell(self, args: Args, language: str) -> str:
        one, other, *more = args["numbers"]
        who = args["who"]
        if more:
            return pick(
                language,
                f"Find the greatest common divisor of {one}, {other} and {more[0]}.",
                f"求{one}、{other}和{more[0]}的最大公约数。",
            )
        english = (
            f"Find the greatest common divisor of {one} and {other}.",
            f"{who} cuts a {one} cm by {other} cm sheet into equal squares without waste. How many cm is the side of "
            "the largest possible square?",
            f"{who} packs {one} red and {other} blue beads into bags that are all alike, using them all up. How many "
            "bags can there be at most?",
        )
        chinese = (
            f"求{one}和{other}的最大公约数。",
            f"{who}把一张{one}厘米乘{other}厘米的纸裁成同样大小的正方形，不能有剩余。正方形的边长最大是多少厘米？",
            f"{who}把{one}颗红珠和{other}颗蓝珠全部装成完全一样的袋子，最多能装多少袋？",
        )
        return pick(language, english[args["telling"]], chinese[args["telling"]])

    def work(self, args: Args, language: str) -> Worked:
        first, *others = args["numbers"]
        lines = []
        for other in others:
            a, b = max(first, other), min(first, other)
            while b:
                lines.append(f"{b} × {a // b} + {a % b} = {a}")
                a, b = b, a % b
            first = a
        return lines, first

    def confused(self, args: Args, value: Any) -> Any:
        one, other = args["numbers"][:2]
        return one * other // gcd(one, other)

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["numbers"]) > 2:
            return None
        return {**args, "numbers": [*args["numbers"], gcd(*args["numbers"]) * rng.randint(3, 30)]}


class Remainder(Use):
    def draw(self, rng: random.Random, language: str) -> Args:
        degree = rng.randint(2, 4)
        numbers = [rng.randint(-9, 9) for _ in range(degree)]
        return {
            "coefficients": [*numbers, rng.choice((-3, -2, -1, 1, 2, 3))],
            "at": rng.choice((-4, -3, -2, -1, 1, 2, 3, 4)),
        }

    def tell(self, args: Args, language: str) -> str:
        shown, at = show(polynomial(args["coefficients"]), "x"), args["at"]
        divisor = f"x {'-' if at > 0 else '+'} {abs(at)}"
        return pick(
            language,
            f"What is the remainder when P(x) = {shown} is divided by {divisor}?",
            f"多项式 P(x) = {shown} 除以 {divisor}，余数是多少？",
        )

    def work(self, args: Args, language: str) -> Worked:
        at = args["at"]
        found = int(value(args["coefficients"], at))
        powers = [f"({c}) × ({at})^{n}" for n, c in reversed(list(enumerate(args["coefficients"]))) if c]
        why = pick(language, f"The remainder is P({at}).", f"余数等于 P({at})。")
        return [why, f"P({at}) = {' + '.join(powers)} = {found}"], found

    def confused(self, args: Args, value_: Any) -> Any:
        return int(value(args["coefficients"], -args["at"]))

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        numbers = args["coefficients"]
        return {**args, "coefficients": [*numbers, rng.choice((-2, -1, 1, 2))]} if len(numbers) < 6 else None


class Chinese(Use):
    MODULI = ((3, 5), (3, 7), (4, 5), (5, 7), (4, 9), (5, 8), (7, 9), (3, 11), (6, 7), (8, 9), (5, 11), (7, 11))

    def draw(self, rng: random.Random, language: str) -> Args:
        moduli = list(rng.choice(self.MODULI))
        return {
            "moduli": moduli,
            "rests": [rng.randint(1, m - 1) for m in moduli],
            "telling": rng.randrange(2),
            "who": rng.choice(NAMES[language]),
        }

    def tell(self, args: Args, language: str) -> str:
        pairs, who = list(zip(args["moduli"], args["rests"], strict=True)), args["who"]
        english = " and ".join(f"{rest} when divided by {m}" for m, rest in pairs)
        packs = " and ".join(f"in bags of {m}, {rest} are left over" for m, rest in pairs)
        chinese = "，".join(f"除以{m}余{rest}" for m, rest in pairs)
        packed = "，".join(f"每{m}颗装一袋剩{rest}颗" for m, rest in pairs)
        if args["telling"]:
            return pick(
                language,
                f"{who} packs nuts: {packs}. What is the least number of nuts that fits?",
                f"{who}装核桃：{packed}。核桃最少有多少颗？",
            )
        return pick(
            language,
            f"What is the smallest positive whole number that leaves {english}?",
            f"一个正整数{chinese}，它最小是多少？",
        )

    def work(self, args: Args, language: str) -> Worked:
        lines = []
        modulus, rest = args["moduli"][0], args["rests"][0]
        for m, wanted in zip(args["moduli"][1:], args["rests"][1:], strict=True):
            step = (wanted - rest) * pow(modulus, -1, m) % m
            found = rest + modulus * step
            lines.append(f"{rest} + {modulus} × {step} = {found}")
            lines.append(f"{found} ≡ {wanted} (mod {m})")
            modulus, rest = modulus * m, found
        return lines, rest

    def confused(self, args: Args, value: Any) -> Any:
        product = 1
        for m in args["moduli"]:
            product *= m
        return value + product

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["moduli"]) > 2:
            return None
        m = rng.choice([m for m in (7, 8, 9, 11, 13, 17) if all(gcd(m, other) == 1 for other in args["moduli"])])
        return {**args, "moduli": [*args["moduli"], m], "rests": [*args["rests"], rng.randint(1, m - 1)]}
