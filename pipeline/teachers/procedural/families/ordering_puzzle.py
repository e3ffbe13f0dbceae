"""Put three to six in order from clues that leave a single order (English and Chinese)."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import permutations
from operator import and_

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.scenes import SCENES, Scene
from pipeline.teachers.procedural.words.scenes_chinese import CHINESE_SCENES

Clue = list[str]
"""A relation and the one or two names it is about."""
Domains = dict[str, set[int]]
"""The places still open to each name, counted from 0."""

RELATIONS: dict[str, Callable[[int, int], bool]] = {
    "before": lambda a, b: a < b,
    "after": lambda a, b: a > b,
    "right_before": lambda a, b: a + 1 == b,
    "next_to": lambda a, b: abs(a - b) == 1,
    "not_next_to": lambda a, b: abs(a - b) > 1,
}
"""Clues about two names, as a condition on their places."""
POSITIONS: dict[str, Callable[[int, int], bool]] = {
    "first": lambda place, size: place == 0,
    "last": lambda place, size: place == size - 1,
    "not_first": lambda place, size: place != 0,
    "not_last": lambda place, size: place != size - 1,
}
"""Clues about one name, as a condition on its place among so many."""
ORDINALS = {
    "en": ("1st", "2nd", "3rd", "4th", "5th", "6th"),
    "zh": ("第一", "第二", "第三", "第四", "第五", "第六"),
}
LARGEST = 6
COUNTS = {"en": ("three", "four", "five", "six"), "zh": ("三", "四", "五", "六")}
REASONS = {
    "en": {"clue": "By ({}),", "so": "So", "left": "By elimination,"},
    "zh": {"clue": "由({})，", "so": "所以", "left": "用排除法，"},
}
COMMA = {"en": ", ", "zh": "、"}
TOLD = {"en": SCENES, "zh": CHINESE_SCENES}
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}


@cache
def placings(size: int) -> tuple[tuple[int, ...], ...]:
    """Every way to give `size` names their places."""
    return tuple(permutations(range(size)))


@cache
def allowed(relation: str, size: int, *who: int) -> int:
    """The placings in which a clue about these names (by number) holds, as bits of a whole number."""
    bits = 0
    for number, places in enumerate(placings(size)):
        if relation in POSITIONS:
            fits = POSITIONS[relation](places[who[0]], size)
        else:
            fits = RELATIONS[relation](places[who[0]], places[who[1]])
        bits |= fits << number
    return bits


def left_by(clues: Sequence[Clue], names: Sequence[str]) -> int:
    """The placings in which all clues hold."""
    masks = (allowed(relation, len(names), *map(names.index, who)) for relation, *who in clues)
    return reduce(and_, masks, (1 << len(placings(len(names)))) - 1)


def order_at(number: int, names: Sequence[str]) -> list[str]:
    places = placings(len(names))[number]
    return sorted(names, key=lambda name: places[names.index(name)])


def decide(rng: random.Random, clues: list[Clue], names: list[str], order: Sequence[str]) -> list[Clue]:
    """Add true clues until only `order` is left, then drop those that the others make superfluous."""
    truth = 1 << placings(len(names)).index(tuple(order.index(name) for name in names))
    left = left_by(clues, names)
    while left != truth:
        relation = rng.choice([*RELATIONS, *POSITIONS, "before", "not_next_to"])
        clue = [relation, *rng.sample(names, 1 if relation in POSITIONS else 2)]
        mask = left_by([clue], names)
        if mask & truth and left & ~mask:
            clues, left = [*clues, clue], left & mask
    for clue in list(clues):
        others = [other for other in clues if other is not clue]
        if left_by(others, names) == truth:
            clues = others
    return clues


class Deduction:
    """Narrow the places of each name down, clue by clue, and write down what follows."""

    def __init__(self, clues: list[Clue], scene: Scene, language: str) -> None:
        self.clues, self.scene, self.language = clues, scene, language
        self.reasons = REASONS[language]
        self.lines: list[str] = []

    def say(self, before: str, name: str, place: int) -> None:
        called, ordinal = self.scene.called.format(name), ORDINALS[self.language][place]
        self.lines.append(
            f"{before} {called} is {ordinal}." if self.language == "en" else f"{before}{called}{ordinal}。"
        )

    def say_broken(self, name: str, place: int) -> None:
        called, ordinal = self.scene.called.format(name), ORDINALS[self.language][place]
        if self.language == "en":
            self.lines.append(f"{called} as {ordinal} would break a clue.".capitalize())
        else:
            self.lines.append(f"假如{called}{ordinal}，就会与某条线索矛盾。")

    def narrow(self, domains: Domains, name: str, fits: set[int], why: str) -> bool:
        """Keep to the places that fit; report a name that has found its place. Did anything change?"""
        if domains[name] <= fits:
            return False
        domains[name] &= fits
        if len(domains[name]) == 1:
            self.say(why, name, min(domains[name]))
        return True

    def sweep(self, domains: Domains) -> bool:
        """Apply every clue once, then that no place is held twice. Did anything change?"""
        size, changed = len(domains), False
        for number, (relation, first, *rest) in enumerate(self.clues, 1):
            why = self.reasons["clue"].format(number)
            if not rest:
                fits = {place for place in domains[first] if POSITIONS[relation](place, size)}
                changed |= self.narrow(domains, first, fits, why)
                continue
            second, test = rest[0], RELATIONS[relation]
            fits = {a for a in domains[first] if any(test(a, b) for b in domains[second])}
            changed |= self.narrow(domains, first, fits, why)
            fits = {b for b in domains[second] if any(test(a, b) for a in domains[first])}
            changed |= self.narrow(domains, second, fits, why)
        for name, places in domains.items():
            if len(places) == 1:
                for other in domains:
                    if other != name:
                        changed |= self.narrow(domains, other, set(range(size)) - places, self.reasons["so"])
        for place in range(size):
            holders = [name for name, places in domains.items() if place in places]
            if len(holders) == 1:
                changed |= self.narrow(domains, holders[0], {place}, self.reasons["left"])
        return changed

    def settle(self, domains: Domains) -> Domains | None:
        """The places that all follow, or None if the clues contradict these domains."""
        while all(domains.values()) and self.sweep(domains):
            pass
        if not all(domains.values()):
            return None
        undecided = [name for name, places in domains.items() if len(places) > 1]
        if not undecided:
            return domains
        name = min(undecided, key=lambda name: len(domains[name]))
        for place in sorted(domains[name]):
            trial = {other: {place} if other == name else set(places) for other, places in domains.items()}
            if Deduction(self.clues, self.scene, self.language).settle(trial) is None:
                self.say_broken(name, place)
                self.narrow(domains, name, domains[name] - {place}, self.reasons["so"])
                return self.settle(domains)
        raise ValueError(f"the clues leave several orders of {', '.join(domains)}")


def deduce(args: Args, language: str) -> tuple[list[str], list[str]]:
    """The deductions, and the order they lead to."""
    names = args["names"]
    deduction = Deduction(args["clues"], TOLD[language][args["scene"]][1], language)
    places = deduction.settle({name: set(range(len(names))) for name in names})
    if places is None:
        raise ValueError(f"the clues contradict each other: {args['clues']}")
    return deduction.lines, sorted(names, key=lambda name: min(places[name]))


class TaskFamily(Family):
    id = "ordering_puzzle"
    category = "Mathematics and Reasoning/Logical Reasoning"
    checker = "ordering_puzzle"
    wordings = {
        "en": (
            "{opening}.\n{clues}\nWhat is the order {order}? List all {count}, separated by commas.",
            "{opening}. Here is what we know: {clues} Find the order {order} and give it as a comma-separated list.",
            "Logic puzzle: {opening}. {clues} Name all {count} {order}, with commas between them.",
            "Please work out the order. {opening}.\n{clues}\nAnswer with the order {order} (commas between).",
            "From these clues only one order follows. {opening}. {clues} Give it {order}, separated by commas.",
        ),
        "zh": (
            "{opening}。\n{clues}\n{order}的顺序是什么？请列出全部{count}个，用顿号隔开。",
            "{opening}。已知：{clues}请求出{order}的顺序，用顿号隔开。",
            "逻辑题：{opening}。{clues}请{order}写出这{count}个，中间用顿号。",
            "请推理出顺序。{opening}。\n{clues}\n按{order}的次序回答，用顿号隔开。",
            "根据下面的线索，只有一种排法。{opening}。{clues}请{order}依次写出，用顿号隔开。",
        ),
    }
    slip_kinds = ("clue_ignored", "neighbours_swapped", "reversed", "rotated", "one_missing", "one_repeated")

    @dataclass(frozen=True, slots=True)
    class Config:
        smallest: int = 3
        largest: int = 5

        def __post_init__(self) -> None:
            if not 3 <= self.smallest <= self.largest <= LARGEST:
                raise ValueError(f"ordering_puzzle: need 3 <= smallest <= largest <= {LARGEST}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        scene = rng.choice(list(SCENES))
        names = rng.sample(TOLD[language][scene][0], rng.randint(self.config.smallest, self.config.largest))
        order = rng.sample(names, len(names))
        return {"scene": scene, "names": names, "clues": decide(rng, [], names, order)}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        setting, names = TOLD[language][args["scene"]][1], args["names"]
        clues = []
        for number, (relation, *who) in enumerate(args["clues"], 1):
            called = dict(zip("ab", map(setting.called.format, who), strict=False))
            saying = setting.sayings[relation].format_map(called)
            clues.append(
                f"({number}) {saying[0].upper()}{saying[1:]}." if language == "en" else f"({number}){saying}。"
            )
        listed = COMMA[language].join(names[:-1]) + (f" and {names[-1]}" if language == "en" else f"和{names[-1]}")
        return {
            "opening": setting.opening.format(names=listed),
            "clues": (" " if language == "en" else "").join(clues),
            "order": setting.order,
            "count": COUNTS[language][len(names) - 3],
        }

    def solve(self, args: Args, language: str) -> Solution:
        lines, order = deduce(args, language)
        answer = COMMA[language].join(order)
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more in the row, and the clues that this takes."""
        names = args["names"]
        if len(names) >= LARGEST:
            return None
        _, order = deduce(args, language)
        added = rng.choice([name for name in TOLD[language][args["scene"]][0] if name not in names])
        order.insert(rng.randint(0, len(order)), added)
        names = [*names, added]
        truth = 1 << placings(len(names)).index(tuple(order.index(name) for name in names))
        still_true = [clue for clue in args["clues"] if left_by([clue], names) & truth]
        return {**args, "names": names, "clues": decide(rng, still_true, names, order)}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        lines, order = deduce(args, language)
        kind, place, size = rng.choice(self.slip_kinds), rng.randrange(len(order) - 1), len(order)
        wrong = list(order)
        match kind:
            case "clue_ignored":
                wrong = self.without_one_clue(rng, args, order)
            case "neighbours_swapped":
                wrong[place : place + 2] = order[place + 1], order[place]
            case "reversed":
                wrong.reverse()
            case "rotated":
                wrong = order[1:] + order[:1]
            case "one_missing":
                del wrong[place]
            case "one_repeated":
                wrong[place] = order[(place + 1) % size]
        return Slip(kind, "\n".join([*lines[: len(lines) // 2], FINAL[language].format(COMMA[language].join(wrong))]))

    @staticmethod
    def without_one_clue(rng: random.Random, args: Args, order: list[str]) -> list[str]:
        """Another order, in which all clues but one hold. There always is one, for no clue is superfluous."""
        names, dropped = args["names"], rng.randrange(len(args["clues"]))
        left = left_by([clue for place, clue in enumerate(args["clues"]) if place != dropped], names)
        others = [order_at(n, names) for n in range(left.bit_length()) if left >> n & 1]
        return rng.choice([other for other in others if other != order])
