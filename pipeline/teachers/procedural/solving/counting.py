"""Kinds of counting exercises, each solved by a formula."""

import random
from collections.abc import Mapping
from fractions import Fraction
from math import comb, factorial, prod
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import LIST, Kind, Worked, pick
from pipeline.teachers.procedural.words.counting_things import COLOURS, GIFTS, GROUPS, TILES
from pipeline.teachers.procedural.words.names import NAMES


def usual(rng: random.Random, value: Any) -> dict[str, Any]:
    """Mistakes that any count admits."""
    step = Fraction(1, value.denominator) if isinstance(value, Fraction) and value.denominator > 1 else 1
    return {
        "off_by_one": value + rng.choice((-1, 1)) * step,
        "counted_twice": value * 2,
        "factor_missed": value / 2 if isinstance(value, Fraction) else (value // 2 if value > 1 else None),
    }


class Rules(Kind):
    """A kind whose exercises have a rule, "none" among them; without the rule and with one more are mistakes."""

    size = "n"
    order_changed: str = ""
    """The rule whose count one gets who mixes up whether order matters; "" if there is none."""

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        found = usual(rng, value) | {"another_case": self.work({**args, self.size: args[self.size] + 1}, "en")[1]}
        if args.get("rule", "none") != "none":
            found["restriction_ignored"] = self.work({**args, "rule": "none"}, "en")[1]
        return found


class Committee(Rules):
    weight = 2

    def draw(self, rng: random.Random, language: str) -> Args:
        n = rng.randint(6, 14)
        rule = rng.choice(("none", "none", "with", "apart", "leader"))
        one, other = rng.sample(NAMES[language], 2)
        group = rng.randrange(len(GROUPS[language]))
        return {"n": n, "k": rng.randint(3, min(6, n - 2)), "rule": rule, "group": group, "one": one, "other": other}

    def tell(self, args: Args, language: str) -> str:
        people, task = GROUPS[language][args["group"]]
        n, k, one, other, rule = args["n"], args["k"], args["one"], args["other"], args["rule"]
        start = pick(
            language,
            f"From {n} {people}, {k} are chosen {task}.",
            f"要从{n}名{people}中选出{k}名{task}。",
        )
        english = {
            "none": "In how many ways can this be done if order does not matter?",
            "with": f"In how many ways can this be done if {one}, one of the {n}, must be among them?",
            "apart": f"{one} and {other} are among the {n} but will not serve together. How many choices are possible?",
            "leader": f"One of the {k} is then made the leader. How many different outcomes are there?",
        }
        chinese = {
            "none": "不考虑顺序，共有多少种选法？",
            "with": f"{one}是这{n}人之一，并且必须入选，共有多少种选法？",
            "apart": f"{one}和{other}都在这{n}人中，但两人不肯同时入选，共有多少种选法？",
            "leader": f"再从这{k}人中指定一名组长，共有多少种不同的结果？",
        }
        return start + pick(language, f" {english[rule]}", chinese[rule])

    def work(self, args: Args, language: str) -> Worked:
        n, k = args["n"], args["k"]
        whole = comb(n, k)
        lines = [f"C({n}, {k}) = {whole}"]
        match args["rule"]:
            case "with":
                value = comb(n - 1, k - 1)
                why = pick(language, f"{args['one']} is fixed, so choose the rest", f"{args['one']}已定，再选其余的人")
                return [f"{why}: C({n - 1}, {k - 1}) = {value}"], value
            case "apart":
                both = comb(n - 2, k - 2)
                lines.append(f"{pick(language, 'With both', '两人都入选')}: C({n - 2}, {k - 2}) = {both}")
                return [*lines, f"{whole} - {both} = {whole - both}"], whole - both
            case "leader":
                return [*lines, f"{whole} × {k} = {whole * k}"], whole * k
        return lines, whole

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {**super().mistakes(rng, args, value), "order_mixed_up": value * factorial(args["k"])}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "rule": rng.choice(("apart", "leader"))} if args["rule"] in ("none", "with") else None


class Row(Rules):
    weight = 2
    RULES = ("none", "together", "apart", "ends", "before", "not_first")

    def draw(self, rng: random.Random, language: str) -> Args:
        n = rng.randint(4, 7)
        return {
            "n": n,
            "names": rng.sample(NAMES[language], n),
            "rule": rng.choice(self.RULES),
            "place": rng.randrange(len(PLACES_IN_ROW[language])),
        }

    def tell(self, args: Args, language: str) -> str:
        names, (one, other), n = args["names"], args["names"][:2], args["n"]
        verb = PLACES_IN_ROW[language][args["place"]]
        listed = LIST[language].join(names[:-1]) + pick(language, " and ", "和") + names[-1]
        english = {
            "none": "In how many orders is this possible?",
            "together": f"{one} and {other} want to be next to each other. How many orders are there?",
            "apart": f"{one} and {other} must not be next to each other. How many orders remain?",
            "ends": f"{one} and {other} take the two ends. How many orders are there?",
            "before": f"{one} has to come somewhere before {other}. How many orders are there?",
            "not_first": f"{one} must not be the first. How many orders are there?",
        }
        chinese = {
            "none": "共有多少种排法？",
            "together": f"{one}和{other}要挨在一起，共有多少种排法？",
            "apart": f"{one}和{other}不能相邻，共有多少种排法？",
            "ends": f"{one}和{other}占两端，共有多少种排法？",
            "before": f"{one}必须排在{other}前面（不一定相邻），共有多少种排法？",
            "not_first": f"{one}不能排第一，共有多少种排法？",
        }
        rule = args["rule"]
        return pick(language, f"{listed} ({n} people) {verb}. {english[rule]}", f"{listed}{n}人{verb}。{chinese[rule]}")

    def work(self, args: Args, language: str) -> Worked:
        n, rule = args["n"], args["rule"]
        whole, less = factorial(n), factorial(n - 1)
        match rule:
            case "together":
                why = pick(language, "Treat the two as one block", "把两人看成一个整体")
                return [f"{why}: {n - 1}! = {less}", f"2 × {less} = {2 * less}"], 2 * less
            case "apart":
                lines = [f"{n}! = {whole}", f"{pick(language, 'Together', '相邻')}: 2 × {less} = {2 * less}"]
                return [*lines, f"{whole} - {2 * less} = {whole - 2 * less}"], whole - 2 * less
            case "ends":
                inner = factorial(n - 2)
                why = pick(language, "The others", "其余的人")
                return [f"{why}: {n - 2}! = {inner}", f"2 × {inner} = {2 * inner}"], 2 * inner
            case "before":
                why = pick(language, "Half of the orders fit", "其中恰有一半符合")
                return [f"{n}! = {whole}", f"{why}: {whole} ÷ 2 = {whole // 2}"], whole // 2
            case "not_first":
                return [f"{n}! - {n - 1}! = {whole - less}", f"{whole} - {less} = {whole - less}"], whole - less
        return [f"{n}! = {whole}"], whole

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {**super().mistakes(rng, args, value), "order_mixed_up": args["n"]}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more person, with a rule in any case."""
        if args["n"] >= 8:
            return None
        more = rng.choice([name for name in NAMES[language] if name not in args["names"]])
        rule = rng.choice(self.RULES[1:]) if args["rule"] == "none" else args["rule"]
        return {**args, "n": args["n"] + 1, "names": [*args["names"], more], "rule": rule}


PLACES_IN_ROW = {
    "en": ("line up for a photo", "queue at a counter", "give talks one after another", "sit on one long bench"),
    "zh": ("排成一排照相", "在窗口前排队", "依次上台发言", "坐在一条长椅上"),
}


class Tiles(Kind):
    """Arrangements of things of which some are alike."""

    def draw(self, rng: random.Random, language: str) -> Args:
        colours = rng.sample(COLOURS[language], rng.choice((2, 3, 3)))
        tile = rng.randrange(len(TILES[language]))
        return {"colours": [[colour, rng.randint(1, 4)] for colour in colours], "tile": tile}

    def tell(self, args: Args, language: str) -> str:
        one, many = TILES[language][args["tile"]]
        if language == "zh":
            listed = "、".join(f"{count}{many}{colour}{one}" for colour, count in args["colours"])
            return f"把{listed}排成一行，同色的看不出区别。共有多少种不同的排法？"
        listed = ", ".join(f"{count} {colour} {one if count == 1 else many}" for colour, count in args["colours"])
        return f"These are laid in one row: {listed}. Equal colours look the same. How many different rows are there?"

    def work(self, args: Args, language: str) -> Worked:
        counts = [count for _, count in args["colours"]]
        whole, below = factorial(sum(counts)), prod(factorial(count) for count in counts)
        lines = [
            f"{sum(counts)}! = {whole}",
            f"{' × '.join(f'{count}!' for count in counts)} = {below}",
            f"{whole} ÷ {below} = {whole // below}",
        ]
        return lines, whole // below

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        counts = [count for _, count in args["colours"]]
        return usual(rng, value) | {
            "restriction_ignored": factorial(sum(counts)),
            "order_mixed_up": factorial(len(counts)),
            "another_case": value * (sum(counts) + 1),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        taken = [colour for colour, _ in args["colours"]]
        if len(taken) > 3:
            return None
        fresh = rng.choice([colour for colour in COLOURS[language] if colour not in taken])
        return {**args, "colours": [*args["colours"], [fresh, rng.randint(2, 3)]]}


class Grid(Rules):
    """Shortest ways on a grid, through a point or around it."""

    size = "width"

    def draw(self, rng: random.Random, language: str) -> Args:
        width, height = rng.randint(3, 7), rng.randint(3, 6)
        return {
            "width": width,
            "height": height,
            "rule": rng.choice(("none", "via", "avoid")),
            "point": [rng.randint(1, width - 1), rng.randint(1, height - 1)],
            "walker": rng.choice(NAMES[language]),
        }

    def tell(self, args: Args, language: str) -> str:
        width, height, who, (x, y) = args["width"], args["height"], args["walker"], args["point"]
        english = {
            "none": "How many shortest routes are there?",
            "via": f"How many of the shortest routes pass through the crossing ({x}, {y})?",
            "avoid": f"The crossing ({x}, {y}) is closed. How many shortest routes avoid it?",
        }[args["rule"]]
        chinese = {
            "none": "最短路线共有多少条？",
            "via": f"经过路口({x}, {y})的最短路线有多少条？",
            "avoid": f"路口({x}, {y})封闭了，不经过它的最短路线有多少条？",
        }[args["rule"]]
        return pick(
            language,
            f"On a grid of streets {who} walks from the crossing (0, 0) to ({width}, {height}), each step one block "
            f"east or one block north. {english}",
            f"{who}在方格街道上从路口(0, 0)走到({width}, {height})，每步只能向东或向北走一格。{chinese}",
        )

    def work(self, args: Args, language: str) -> Worked:
        width, height, (x, y) = args["width"], args["height"], args["point"]
        whole = comb(width + height, width)
        all_line = f"{pick(language, 'All routes', '全部路线')}: C({width + height}, {width}) = {whole}"
        if args["rule"] == "none":
            return [all_line], whole
        before, after = comb(x + y, x), comb(width - x + height - y, width - x)
        lines = [
            f"{pick(language, 'To the crossing', '到该路口')}: C({x + y}, {x}) = {before}",
            f"{pick(language, 'From there', '从该路口出发')}: C({width - x + height - y}, {width - x}) = {after}",
            f"{before} × {after} = {before * after}",
        ]
        if args["rule"] == "via":
            return lines, before * after
        return [*lines, all_line, f"{whole} - {before * after} = {whole - before * after}"], whole - before * after

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {**super().mistakes(rng, args, value), "order_mixed_up": args["width"] * args["height"]}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "rule": rng.choice(("via", "avoid"))} if args["rule"] == "none" else None


class Sharing(Rules):
    """Like things among people: stars and bars."""

    def draw(self, rng: random.Random, language: str) -> Args:
        k = rng.randint(2, 5)
        least = rng.choice((0, 0, 1, 1, 2))
        return {
            "n": k * least + rng.randint(3, 9),
            "names": rng.sample(NAMES[language], k),
            "least": least,
            "gift": rng.randrange(len(GIFTS[language])),
        }

    def tell(self, args: Args, language: str) -> str:
        n, names, least = args["n"], args["names"], args["least"]
        gift = GIFTS[language][args["gift"]]
        listed = LIST[language].join(names[:-1]) + pick(language, " and ", "和") + names[-1]
        english = f"everybody gets at least {least}" if least else "somebody may get nothing"
        chinese = f"每人至少得{least}{gift[0]}" if least else "可以有人一点也得不到"
        return pick(
            language,
            f"{n} identical {gift} are given to {listed}; {english}. In how many ways can they be shared out?",
            f"把{n}{gift[0]}相同的{gift[1:]}分给{listed}，{chinese}。共有多少种分法？",
        )

    def work(self, args: Args, language: str) -> Worked:
        n, k, least = args["n"], len(args["names"]), args["least"]
        free = n - k * least
        value = comb(free + k - 1, k - 1)
        lines = []
        if least:
            why = pick(language, f"First give {least} to each", f"先给每人{least}份")
            lines.append(f"{why}: {n} - {k} × {least} = {free}")
        why = pick(language, f"{free} things and {k - 1} bars", f"{free}份加{k - 1}块隔板")
        return [*lines, f"{why}: C({free + k - 1}, {k - 1}) = {value}"], value

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        found = dict(super().mistakes(rng, args, value))
        if args["least"]:
            found["restriction_ignored"] = self.work({**args, "least": 0}, "en")[1]
        return found | {"order_mixed_up": len(args["names"]) ** args["n"]}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["names"]) >= 6:
            return None
        more = rng.choice([name for name in NAMES[language] if name not in args["names"]])
        return {**args, "names": [*args["names"], more], "n": args["n"] + args["least"] + rng.randint(1, 3)}
