"""Riddles with a single solution: which switches are on in the end, and which coin is false."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import LIST, Kind, Worked, pick
from pipeline.teachers.procedural.solving.riddle_kinds import set_mistakes
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.riddles import LAMPS


class Switches(Kind):
    """A row of things that people switch over and over."""

    weight = 2

    def draw(self, rng: random.Random, language: str) -> Args:
        count = rng.randint(8, 15)
        rounds = [self.one_round(rng, count, language) for _ in range(rng.randint(2, 3))]
        return {"count": count, "thing": rng.randrange(len(LAMPS[language])), "rounds": rounds}

    @staticmethod
    def one_round(rng: random.Random, count: int, language: str) -> list[Any]:
        """[who, first, last, step]: every step-th thing from the first to the last."""
        who = rng.choice(NAMES[language])
        if rng.random() < 0.5:
            step = rng.randint(2, 4)
            return [who, step, count, step]
        first = rng.randint(1, count - 2)
        return [who, first, rng.randint(first + 1, count), 1]

    def tell(self, args: Args, language: str) -> str:
        count, (thing, before, after) = args["count"], LAMPS[language][args["thing"]]
        told = []
        for who, first, last, step in args["rounds"]:
            if step > 1:
                told.append(
                    pick(
                        language,
                        f"{who} switches every one whose number is divisible by {step}",
                        f"{who}把编号能被{step}整除的全部切换一次",
                    )
                )
            else:
                told.append(
                    pick(
                        language, f"{who} switches numbers {first} to {last}", f"{who}把{first}号到{last}号全部切换一次"
                    )
                )
        steps = pick(language, "; ", "；").join(told)
        if language == "zh":
            start = f"{count}{thing}编号为1到{count}，起初全部{before}。{steps}。"
            return f"{start}最后哪些{after}？按顺序列出编号，没有则答“没有”。"
        return (
            f"{count} {thing} are numbered 1 to {count} and all {before}; to switch one means to change its state. "
            f"{steps}. Which are {after} in the end? List their numbers in order, or answer “none”."
        )

    def work(self, args: Args, language: str) -> Worked:
        on: set[int] = set()
        lines = []
        for who, first, last, step in args["rounds"]:
            on ^= set(range(first, last + 1, step))
            listed = LIST[language].join(map(str, sorted(on))) or pick(language, "none", "没有")
            lines.append(pick(language, f"After {who}: {listed}", f"{who}之后：{listed}"))
        return lines, tuple(map(str, sorted(on)))

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return set_mistakes(rng, value, [str(number) for number in range(1, args["count"] + 1)])

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["rounds"]) > 4:
            return None
        return {**args, "rounds": [*args["rounds"], self.one_round(rng, args["count"], language)]}


class Coin(Kind):
    """A false coin and what the balance showed; harder, when nobody knows whether it is heavier or lighter."""

    weight = 2
    FALSE = {"heavier": ("heavier", "重"), "lighter": ("lighter", "轻")}

    @staticmethod
    def shows(pans: Sequence[str], coin: str, weight: str) -> str:
        """How a weighing comes out if that coin is false."""
        left, right = (coin in pan for pan in pans)
        if not left and not right:
            return "equal"
        return "left" if left == (weight == "heavier") else "right"

    def fitting(self, args: Args, weighings: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
        weights = list(self.FALSE) if args["weight"] == "unknown" else [args["weight"]]
        return [
            (coin, weight)
            for weight in weights
            for coin in args["coins"]
            if all(self.shows(pans, coin, weight) == outcome for *pans, outcome in weighings)
        ]

    def weighed(self, rng: random.Random, args: Args) -> list[list[str]]:
        coins = args["coins"]
        while True:
            false = rng.choice(coins)
            weight = rng.choice(list(self.FALSE)) if args["weight"] == "unknown" else args["weight"]
            weighings: list[list[str]] = []
            while len(weighings) < 5 and len(left := self.fitting(args, weighings)) > 1:
                size = rng.randint(1, len(coins) // 2)
                drawn = rng.sample(coins, 2 * size)
                pans = ["".join(sorted(drawn[:size])), "".join(sorted(drawn[size:]))]
                fresh = [*weighings, [*pans, self.shows(pans, false, weight)]]
                if len(self.fitting(args, fresh)) < len(left):
                    weighings = fresh
            if len(self.fitting(args, weighings)) == 1:
                return weighings

    def draw(self, rng: random.Random, language: str) -> Args:
        start = rng.choice("AAHP")
        coins = "".join(chr(ord(start) + number) for number in range(rng.randint(5, 9)))
        args = {"coins": coins, "weight": rng.choice(list(self.FALSE)), "who": rng.choice(NAMES[language])}
        return {**args, "weighings": self.weighed(rng, args)}

    def tell(self, args: Args, language: str) -> str:
        coins, who, unknown = args["coins"], args["who"], args["weight"] == "unknown"
        told = []
        for left, right, outcome in args["weighings"]:
            pans = (LIST[language].join(pan) for pan in (left, right))
            english = {"left": "the left side sinks", "right": "the right side sinks", "equal": "it balances"}[outcome]
            chinese = {"left": "左边下沉", "right": "右边下沉", "equal": "两边平衡"}[outcome]
            told.append(
                pick(language, "{} against {}: {}", "左盘{}，右盘{}：{}").format(
                    *pans, pick(language, english, chinese)
                )
            )
        lines = "\n".join(told)
        false = self.FALSE.get(args["weight"], ("", ""))
        wanted = pick(
            language,
            "Which coin is false, and is it heavier or lighter? Answer like “Q, heavier”."
            if unknown
            else "Which coin is it?",
            "哪枚是假币？它偏重还是偏轻？答案形如“Q，重”。" if unknown else "是哪一枚？只写字母。",
        )
        return pick(
            language,
            f"One of the {len(coins)} coins {', '.join(coins)} is false and "
            f"{'has another weight' if unknown else f'is {false[0]}'}; the others weigh the same. {who} uses a balance "
            f"(left against right):\n{lines}\n{wanted}",
            f"{len(coins)}枚硬币{'、'.join(coins)}中有一枚假币，"
            f"{'重量与众不同' if unknown else f'比其他的{false[1]}'}，其余一样重。{who}用天平称：\n{lines}\n{wanted}",
        )

    def work(self, args: Args, language: str) -> Worked:
        lines = []
        for number in range(1, len(args["weighings"]) + 1):
            left = self.fitting(args, args["weighings"][:number])
            shown = [self.named(args, found, language) for found in left]
            listed = LIST[language].join(" ".join(names) if language == "en" else "".join(names) for names in shown)
            lines.append(pick(language, f"After weighing {number}: {listed}", f"第{number}次称后可能是：{listed}"))
        return lines, self.named(args, left[0], language)

    def named(self, args: Args, found: tuple[str, str], language: str) -> tuple[str, ...]:
        coin, weight = found
        return (coin, pick(language, *self.FALSE[weight])) if args["weight"] == "unknown" else (coin,)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        coin, *weight = value
        other = rng.choice([name for name in args["coins"] if name != coin])
        found: dict[str, Any] = {"another_one": (other, *weight), "one_too_many": (coin, other, *weight)}
        if weight:
            turned = {"heavier": "lighter", "lighter": "heavier", "重": "轻", "轻": "重"}[weight[0]]
            found |= {"one_missing": (coin,), "all_swapped": (coin, turned)}
        return found

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if args["weight"] == "unknown":
            return None
        harder = {**args, "weight": "unknown"}
        return {**harder, "weighings": self.weighed(rng, harder)}
