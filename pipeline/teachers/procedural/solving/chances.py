"""Kinds of counting exercises about codes, tournaments, round tables, dice and urns; probabilities are fractions."""

import random
from collections.abc import Mapping
from fractions import Fraction
from math import comb, factorial, perm
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.counting import Rules, usual
from pipeline.teachers.procedural.solving.kinds import LIST, Kind, Worked, pick
from pipeline.teachers.procedural.words.counting_things import COLOURS
from pipeline.teachers.procedural.words.names import NAMES


class Code(Kind):
    """Codes of a few digits."""

    def draw(self, rng: random.Random, language: str) -> Args:
        digits = sorted(rng.sample(range(1, 10), rng.randint(4, 7)))
        return {
            "digits": digits,
            "length": rng.randint(2, 4),
            "repeats": rng.random() < 0.5,
            "rule": rng.choice(("none", "last", "not_first")),
            "special": rng.choice(digits),
        }

    def tell(self, args: Args, language: str) -> str:
        length, special = args["length"], args["special"]
        digits = LIST[language].join(map(str, args["digits"]))
        if language == "zh":
            rule = {"none": "", "last": f"最后一位是{special}，", "not_first": f"第一位不能是{special}，"}[args["rule"]]
            repeats = "数字可以重复" if args["repeats"] else "数字不能重复"
            return f"用数字{digits}组成{length}位密码，{repeats}，{rule}共有多少个不同的密码？"
        rules = {"none": "", "last": f", the last one being {special}", "not_first": f", the first one not {special}"}
        repeats = "may repeat" if args["repeats"] else "may not repeat"
        return f"A code has {length} digits from {digits}{rules[args['rule']]}. Digits {repeats}. How many codes exist?"

    def work(self, args: Args, language: str) -> Worked:
        size, length = len(args["digits"]), args["length"]
        rest = length - 1 if args["rule"] != "none" else length
        choices = [size] * length if args["repeats"] else [size - place for place in range(length)]
        if args["rule"] == "last":
            choices = [1, *([size] * rest if args["repeats"] else [size - 1 - place for place in range(rest)])]
        elif args["rule"] == "not_first":
            choices = [size - 1, *([size] * rest if args["repeats"] else [size - 1 - place for place in range(rest)])]
        value = 1
        for choice in choices:
            value *= choice
        why = pick(language, "Multiply the choices for each place", "把每一位的选法相乘")
        return [why, f"{' × '.join(map(str, choices))} = {value}"], value

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        size, length = len(args["digits"]), args["length"]
        found = usual(rng, value) | {"another_case": self.work({**args, "repeats": not args["repeats"]}, "en")[1]}
        found["order_mixed_up"] = comb(size, length)
        if args["rule"] != "none":
            found["restriction_ignored"] = size**length if args["repeats"] else perm(size, length)
        return found

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if args["rule"] == "none":
            return {**args, "rule": rng.choice(("last", "not_first"))}
        return {**args, "length": args["length"] + 1} if args["length"] < 4 else None


class Tournament(Rules):
    """Everybody meets everybody, so many times."""

    def draw(self, rng: random.Random, language: str) -> Args:
        rounds = rng.randint(1, 4)
        return {
            "n": rng.randint(5, 24),
            "rounds": rounds,
            "rule": rng.choice(("none", "rivals")),
            "sport": rng.randrange(len(SPORTS[language])),
            "names": rng.sample(NAMES[language], 2),
        }

    def tell(self, args: Args, language: str) -> str:
        n, rounds, sport, (one, other) = args["n"], args["rounds"], SPORTS[language][args["sport"]], args["names"]
        times = "once" if rounds == 1 else "twice" if rounds == 2 else f"{rounds} times"
        rivals = args["rule"] == "rivals"
        return pick(
            language,
            f"{n} people meet for {sport}, and any two of them play each other {times}"
            + (f", except that {one} and {other} refuse to meet. " if rivals else ". ")
            + "How many games are played?",
            f"{n}个人进行{sport}比赛，任意两人之间比{rounds}场"
            + (f"，只有{one}和{other}拒绝交手。" if rivals else "。")
            + "一共要比多少场？",
        )

    def work(self, args: Args, language: str) -> Worked:
        n, rounds = args["n"], args["rounds"]
        pairs = comb(n, 2)
        lines = [f"{pick(language, 'Pairs', '两人组合')}: {n} × {n - 1} ÷ 2 = {pairs}"]
        if args["rule"] == "rivals":
            lines.append(f"{pairs} - 1 = {pairs - 1}")
            pairs -= 1
        if rounds > 1:
            lines.append(f"{pairs} × {rounds} = {pairs * rounds}")
        return lines, pairs * rounds

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {**super().mistakes(rng, args, value), "order_mixed_up": args["n"] * args["rounds"]}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "rule": "rivals", "rounds": args["rounds"] + 1} if args["rule"] == "none" else None


SPORTS = {
    "en": ("chess", "table tennis", "badminton", "draughts", "fencing", "tennis", "arm wrestling", "go"),
    "zh": ("象棋", "乒乓球", "羽毛球", "跳棋", "击剑", "网球", "掰手腕", "围棋"),
}


class RoundTable(Rules):
    """Seatings around a table, where turning changes nothing."""

    def draw(self, rng: random.Random, language: str) -> Args:
        n = rng.randint(4, 7)
        return {"n": n, "names": rng.sample(NAMES[language], n), "rule": rng.choice(("none", "together"))}

    def tell(self, args: Args, language: str) -> str:
        names = args["names"]
        one, other = names[:2]
        together = args["rule"] == "together"
        if language == "zh":
            rule = f"{one}和{other}要相邻，" if together else ""
            return f"{'、'.join(names)}围着圆桌就座，旋转后相同的算同一种。{rule}共有多少种坐法？"
        rule = f" {one} and {other} sit side by side." if together else ""
        return (
            f"{', '.join(names)} sit down at a round table; seatings that differ by a turn are the same.{rule} "
            "How many seatings are there?"
        )

    def work(self, args: Args, language: str) -> Worked:
        n = args["n"]
        if args["rule"] == "together":
            inner = factorial(n - 2)
            why = pick(language, f"A block and {n - 2} others in a circle", f"一个整体和其余{n - 2}人围成一圈")
            return [f"{why}: {n - 2}! = {inner}", f"2 × {inner} = {2 * inner}"], 2 * inner
        why = pick(language, "Fix one person, order the others", "固定一人，其余的人排列")
        return [f"{why}: {n - 1}! = {factorial(n - 1)}"], factorial(n - 1)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {**super().mistakes(rng, args, value), "order_mixed_up": factorial(args["n"])}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if args["rule"] == "together":
            return None
        return {**args, "rule": "together"}


class Dice(Kind):
    """The sum of two fair dice, not always of six sides."""

    def draw(self, rng: random.Random, language: str) -> Args:
        one, other = rng.choice((4, 6, 6, 8, 10, 12)), rng.choice((4, 6, 6, 8, 10, 12))
        return {
            "dice": [one, other],
            "total": rng.randint(3, one + other - 1),
            "event": rng.choice(("exactly", "least")),
            "who": rng.choice(NAMES[language]),
        }

    def tell(self, args: Args, language: str) -> str:
        (one, other), total, who = args["dice"], args["total"], args["who"]
        event = pick(language, "exactly" if args["event"] == "exactly" else "at least", "")
        chinese = f"恰好等于{total}" if args["event"] == "exactly" else f"不小于{total}"
        return pick(
            language,
            f"{who} rolls a fair die with sides 1 to {one} and another with sides 1 to {other}. What is the "
            f"probability that the sum is {event} {total}? Give a fraction in lowest terms.",
            f"{who}掷两个均匀的骰子，一个各面是1到{one}，另一个各面是1到{other}。"
            f"点数之和{chinese}的概率是多少？用最简分数回答。",
        )

    @staticmethod
    def ways(one: int, other: int, total: int) -> int:
        return max(0, min(total - 1, one) - max(1, total - other) + 1)

    def work(self, args: Args, language: str) -> Worked:
        (one, other), total = args["dice"], args["total"]
        sums = range(total, one + other + 1) if args["event"] == "least" else (total,)
        each = [self.ways(one, other, number) for number in sums]
        good = sum(each)
        lines = [f"{pick(language, 'All outcomes', '全部结果')}: {one} × {other} = {one * other}"]
        if len(each) > 1:
            lines.append(f"{pick(language, 'Good outcomes', '符合的结果')}: {' + '.join(map(str, each))} = {good}")
        else:
            lines.append(pick(language, f"Good outcomes: {good}", f"符合的结果：{good}种"))
        value = Fraction(good, one * other)
        return [*lines, f"{good} ÷ {one * other} = {value}"], value

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        one, other = args["dice"]
        swapped = {"exactly": "least", "least": "exactly"}[args["event"]]
        return usual(rng, value) | {
            "another_case": self.work({**args, "event": swapped}, "en")[1],
            "restriction_ignored": 1 - value,
            "order_mixed_up": Fraction(1, one + other - 1),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "event": "least"} if args["event"] == "exactly" else None


class Urn(Kind):
    """Drawing without putting back."""

    weight = 2

    def draw(self, rng: random.Random, language: str) -> Args:
        return {
            "colours": rng.sample(COLOURS[language], 2),
            "counts": [rng.randint(3, 9), rng.randint(3, 9)],
            "draws": rng.choice((2, 2, 3)),
            "event": rng.choice(("all", "mixed", "some")),
            "who": rng.choice(NAMES[language]),
        }

    def tell(self, args: Args, language: str) -> str:
        (first, second), (a, b), draws, who = args["colours"], args["counts"], args["draws"], args["who"]
        english = {
            "all": f"all of them are {first}",
            "mixed": "both colours are among them",
            "some": f"at least one of them is {first}",
        }[args["event"]]
        chinese = {"all": f"全是{first}", "mixed": "两种颜色都有", "some": f"至少有一个是{first}"}[args["event"]]
        return pick(
            language,
            f"A bag holds {a} {first} and {b} {second} balls. {who} takes {draws} at once without looking. What is the "
            f"probability that {english}? Give a fraction in lowest terms.",
            f"袋中有{a}个{first}球和{b}个{second}球，{who}闭眼同时摸出{draws}个。{chinese}的概率是多少？用最简分数回答。",
        )

    def work(self, args: Args, language: str) -> Worked:
        (a, b), draws = args["counts"], args["draws"]
        whole, first, second = comb(a + b, draws), comb(a, draws), comb(b, draws)
        lines = [f"{pick(language, 'All choices', '全部选法')}: C({a + b}, {draws}) = {whole}"]
        match args["event"]:
            case "all":
                good = first
                lines.append(f"C({a}, {draws}) = {first}")
            case "mixed":
                good = whole - first - second
                lines.append(
                    f"{pick(language, 'One colour only', '只有一种颜色')}: {first} + {second} = {first + second}"
                )
                lines.append(f"{whole} - {first + second} = {good}")
            case _:
                good = whole - second
                lines.append(f"{pick(language, 'None of them', '一个也没有')}: C({b}, {draws}) = {second}")
                lines.append(f"{whole} - {second} = {good}")
        return [*lines, f"{good} ÷ {whole} = {Fraction(good, whole)}"], Fraction(good, whole)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        (a, b), draws = args["counts"], args["draws"]
        put_back = {
            "all": Fraction(a, a + b) ** draws,
            "some": 1 - Fraction(b, a + b) ** draws,
            "mixed": 1 - Fraction(a, a + b) ** draws - Fraction(b, a + b) ** draws,
        }[args["event"]]
        return usual(rng, value) | {
            "restriction_ignored": put_back,
            "another_case": 1 - value,
            "order_mixed_up": Fraction(a, a + b),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "draws": 3} if args["draws"] == 2 else None
