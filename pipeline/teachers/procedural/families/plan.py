"""Plan a journey, a project, studies or a business by days, under stated conditions."""

import json
import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.scheduling import schedule
from pipeline.teachers.procedural.words.names import NAMES, PLACES
from pipeline.teachers.procedural.words.plan_settings import CONDITIONS, LEADS, SETTINGS, TRAVEL, WORK

TRIES = 4
LONG_DAY = 8
"""Hours a day on the average, at the most."""


def find(args: Args) -> list[list[int]] | None:
    """The task's plan, drawn from a generator keyed by the task itself; None if none is found."""
    return _find(canonical(args))


@lru_cache(maxsize=256)
def _find(key: str) -> list[list[int]] | None:
    args = json.loads(key)
    return next((plan for n in range(TRIES) if (plan := schedule(generator("plan", key, n), args))), None)


class TaskFamily(Family):
    id = "plan"
    category = TRAVEL
    nodes = (TRAVEL, WORK)
    level = Level.CONSTRAINT
    checker = "plan"
    wordings = {
        "en": (
            "{scene}. Make a plan by days from this list: {items}. {conditions} Write one line a day in "
            "the form {form}, "
            "then a last line “Total: …” with {total}.",
            "{scene}. To choose from: {items}.\n{conditions}\nPlease draw up the schedule: a line like "
            "{form} for each day "
            "and at the end “Total: …” ({total}).",
            "Please plan the days. {scene}.\nPossible parts: {items}.\n{conditions}\nFormat: {form}, one "
            "line for every day; "
            "finish with “Total:” and {total}.",
            "{scene} and needs a day-by-day plan.\nWhat there is to do: {items}.\nConditions: "
            "{conditions}\nGive each day "
            "its line ({form}) and put {total} after “Total:” in the last line.",
            "What could the days look like? {scene}. The parts are {items}. {conditions} Answer with "
            "lines such as {form}; "
            "the last line gives {total} as “Total: …”.",
        ),
        "zh": (
            "{scene}。请从下列项目中按天作出计划：{items}。{conditions}每天一行，写成{form}，最后一行写“合"
            "计：…”，给出{total}。",
            "{scene}。可选项目：{items}。\n{conditions}\n请排出日程：每天一行，形如{form}，末行“合计：…”（{total}）。",
            "请安排这几天。{scene}。\n项目有：{items}。\n{conditions}\n格式：每天一行{form}，结尾用“合计："
            "”写出{total}。",
            "{scene}，需要一份逐日计划。\n要做的事：{items}。\n条件：{conditions}\n每天占一行（{form}），最"
            "后一行在“合计：”后写{total}。",
            "这几天怎么安排好？{scene}。项目包括{items}。{conditions}请用{form}这样的行来回答，最后一行以"
            "“合计：…”写明{total}。",
        ),
    }
    slip_kinds = (
        "item_missing",
        "item_twice",
        "day_too_long",
        "wrong_order",
        "wrong_day",
        "wrong_total",
        "wrong_hours",
        "day_missing",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        fewest: int = 5
        """Parts to choose from, at the least."""
        most: int = 9
        longest: int = 5
        """Days, at the most."""

        def __post_init__(self) -> None:
            if not 5 <= self.fewest <= self.most <= 12 or not 2 <= self.longest <= 7:
                raise ValueError("plan: need 5 <= fewest <= most <= 12 and longest from 2 to 7")

    def node(self, args: Args) -> str:
        return TRAVEL if args["total"] == "cost" else WORK

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        node = rng.choice(self.nodes)
        name = rng.choice([name for name, one in SETTINGS[language].items() if one.node == node])
        setting = SETTINGS[language][name]
        count = rng.randint(self.config.fewest, self.config.most)
        days = rng.randint(2, min(self.config.longest, count // 2))
        parts = [setting.parts[n] for n in sorted(rng.sample(range(len(setting.parts)), count))]
        travels = node == TRAVEL
        times = [rng.randint(1, 4) for _ in parts]
        items = [
            [part, hours, rng.randint(0, 12) * (2 if travels else 0)] for part, hours in zip(parts, times, strict=True)
        ]
        days = max(days, -(-sum(times) // LONG_DAY))
        if travels:
            rng.shuffle(items)
        least = count - rng.randint(0, 2) if travels else count
        scene = rng.choice(setting.scenes).format(
            name=rng.choice(NAMES[language]), place=rng.choice(PLACES[language]), days=days
        )
        args: Args = {
            "scene": scene,
            "items": items,
            "days": days,
            "hours": max(5, -(-sum(times) // days) + rng.randint(1, 3)),
            "least": least,
            "must": [],
            "before": [],
            "fixed": [],
            "closed": [],
            "budget": 0,
            "total": "cost" if travels else "hours",
        }
        for _ in range(rng.randint(1, 3)):
            args = self.evolve(rng, args, language) or args
        return args if find(args) else None

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One condition more that a plan can still meet."""
        kinds = ["before", "before", "fixed", "closed", "hours"]
        if args["total"] == "cost":
            kinds += ["must", "budget"]
        names = [name for name, _, _ in args["items"]]
        for kind in rng.sample(kinds, len(kinds)):
            harder = dict(args)
            match kind:
                case "before" if len(args["before"]) < 4:
                    first, second = sorted(rng.sample(range(len(names)), 2))
                    harder["before"] = [*args["before"], [names[first], names[second]]]
                case "fixed" | "closed":
                    name, day = rng.choice(names), rng.randint(1, args["days"])
                    taken = {told for told, _ in (*args["fixed"], *args["closed"])}
                    if name in taken or len(args[kind]) > 1:
                        continue
                    harder[kind] = [*args[kind], [name, day]]
                case "hours" if args["hours"] > 5:
                    harder["hours"] = args["hours"] - 1
                case "must" if args["least"] < len(names) and len(args["must"]) < 2:
                    harder["must"] = [*args["must"], rng.choice([name for name in names if name not in args["must"]])]
                case "budget":
                    cheapest = sum(sorted(cost for _, _, cost in args["items"])[: args["least"]])
                    most = args["budget"] - 2 if args["budget"] else cheapest + 40
                    harder["budget"] = rng.randint(cheapest + 1, max(cheapest + 1, most))
            repeated = len({*map(tuple, harder["before"])}) < len(harder["before"])
            if harder != args and not repeated and find(harder):
                return harder
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        rng = generator("plan slots", canonical(args))
        english, travels = language == "en", args["total"] == "cost"
        comma = ", " if english else "、"
        listed = []
        for name, hours, cost in args["items"]:
            price = ("free" if not cost else f"{cost} dollars") if english else (f"{cost}元" if cost else "免费")
            time = f"{hours} h" if english else f"{hours}小时"
            listed.append(
                f"{name} ({time}, {price})" if english and travels else self._bracket(name, time, price, travels)
            )
        form = "“Day 1: part (2 h), part (3 h)”" if english else "“第1天：项目（2小时）、项目（3小时）”"
        if english:
            total = "the cost of everything in dollars" if travels else "the hours of all days together"
        else:
            total = "总花费（元）" if travels else "总小时数"
        return {
            "scene": args["scene"],
            "items": comma.join(listed),
            "conditions": (" " if english else "").join(self._conditions(rng, args, language)),
            "form": form,
            "total": total,
        }

    @staticmethod
    def _bracket(name: str, time: str, price: str, travels: bool) -> str:
        if time.endswith("h"):
            return f"{name} ({time})"
        return f"{name}（{time}，{price}）" if travels else f"{name}（{time}）"

    @staticmethod
    def _conditions(rng: random.Random, args: Args, language: str) -> list[str]:
        ways = CONDITIONS[language]
        told = [rng.choice(ways["all" if args["least"] == len(args["items"]) else "least"]).format_map(args)]
        told.append(rng.choice(ways["hours"]).format_map(args))
        if args["must"]:
            between = " and " if language == "en" else "和"
            told.append(rng.choice(ways["must"]).format(names=between.join(f"“{name}”" for name in args["must"])))
        for kind in ("before", "fixed", "closed"):
            told += [rng.choice(ways[kind]).format(*pair) for pair in args[kind]]
        if args["budget"]:
            told.append(rng.choice(ways["budget"]).format_map(args))
        first, *others = told
        rng.shuffle(others)
        return [first, *others]

    def _text(self, args: Args, plan: list[list[tuple[str, int]]], total: int | None, language: str) -> str:
        rng = generator("plan text", canonical(args))
        english = language == "en"
        costs = {name: cost if args["total"] == "cost" else hours for name, hours, cost in args["items"]}
        count = sum(map(len, plan))
        lines = [rng.choice(LEADS[language]).format(days=args["days"], count=count)]
        for day, parts in enumerate(plan, 1):
            shown = [f"{name} ({hours} h)" if english else f"{name}（{hours}小时）" for name, hours in parts]
            lines.append(f"Day {day}: {', '.join(shown)}" if english else f"第{day}天：{'、'.join(shown)}")
        summands = [costs[name] for parts in plan for name, _ in parts]
        whole = sum(summands) if total is None else total
        units = {"cost": ("dollars", "元"), "hours": ("h", "小时")}[args["total"]]
        added = " + ".join(map(str, summands))
        lines.append(f"Total: {added} = {whole} {units[0]}" if english else f"合计：{added} = {whole}{units[1]}")
        return "\n".join(lines)

    @staticmethod
    def _plan(args: Args) -> list[list[tuple[str, int]]]:
        plan = find(args)
        if plan is None:
            raise ValueError(f"plan: no plan meets these conditions: {canonical(args)}")
        return [[tuple(args["items"][n][:2]) for n in day] for day in plan]

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(self._text(args, self._plan(args), None, language))

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        plan = self._plan(args)
        total: int | None = None
        kind, day = rng.choice(self.slip_kinds), rng.randrange(len(plan))
        at = rng.randrange(len(plan[day]))
        name, hours = plan[day][at]
        others = [n for n in range(len(plan)) if n != day]
        match kind:
            case "item_missing":
                if sum(map(len, plan)) > args["least"] and name not in args["must"]:
                    return None
                del plan[day][at]
            case "item_twice":
                plan[rng.choice(others)].append((name, hours))
            case "day_too_long":
                for other in others:
                    while plan[other] and sum(spent for _, spent in plan[day]) <= args["hours"]:
                        plan[day].append(plan[other].pop())
                if sum(spent for _, spent in plan[day]) <= args["hours"]:
                    return None
            case "wrong_order":
                if not self._swap(rng, args, plan):
                    return None
            case "wrong_day":
                if not self._move(rng, args, plan):
                    return None
            case "wrong_total":
                figure: dict[str, Any] = {part: cost for part, _, cost in args["items"]}
                right = sum(
                    figure[part] if args["total"] == "cost" else spent for parts in plan for part, spent in parts
                )
                total = right + rng.choice((-3, -2, -1, 1, 2, 3, 10))
            case "wrong_hours":
                plan[day][at] = (name, hours + rng.randint(1, 3))
            case _:
                del plan[day]
        return Slip(kind, self._text(args, plan, total, language))

    @staticmethod
    def _swap(rng: random.Random, args: Args, plan: list[list[tuple[str, int]]]) -> bool:
        """Let two parts change places whose order is demanded; False if no such two are in the plan."""
        places = {name: (day, at) for day, parts in enumerate(plan) for at, (name, _) in enumerate(parts)}
        pairs = [(a, b) for a, b in args["before"] if a in places and b in places]
        if not pairs:
            return False
        (one, at), (two, to) = (places[name] for name in rng.choice(pairs))
        plan[one][at], plan[two][to] = plan[two][to], plan[one][at]
        return True

    @staticmethod
    def _move(rng: random.Random, args: Args, plan: list[list[tuple[str, int]]]) -> bool:
        """Move a part off the day fixed for it, or onto the one that is not possible; False if there is none."""
        places = {name: (day, part) for day, parts in enumerate(plan) for part in parts for name in part[:1]}
        barred = [(name, day - 1) for name, day in args["closed"] if name in places]
        moves = [
            (name, rng.choice([n for n in range(len(plan)) if n != day - 1])) for name, day in args["fixed"]
        ] + barred
        if not moves:
            return False
        name, to = rng.choice(moves)
        day, part = places[name]
        plan[day].remove(part)
        plan[to].append(part)
        return True
