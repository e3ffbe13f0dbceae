"""Stories about rates: journeys, meetings, working together, tanks."""

import random

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.stories.story import Plan, Quantity, Story
from pipeline.teachers.procedural.words.names import NAMES, PLACES, VEHICLES


def leg(rng: random.Random) -> list[int | str]:
    """Speed in km/h (even, so that half hours give whole distances) and hours."""
    return [2 * rng.randint(10, 55), rng.choice(("1.5", "2.5", "3.5", 2, 3, 4, 5, 6))]


class Journey(Story):
    id = "journey"
    tellings = {
        "en": (
            "A {vehicle} leaves {place}. It travels {legs}. How many km does it cover?",
            "{person} takes a {vehicle} from {place}. It goes {legs}. How far does {person} travel in all, in km?",
        ),
        "zh": (
            "一辆{vehicle}从{place}出发，{legs}。它一共行驶了多少千米？",
            "{person}从{place}乘{vehicle}出发，{legs}。{person}一共走了多少千米？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        return {
            "person": rng.choice(NAMES[language]),
            "vehicle": rng.choice(VEHICLES[language]),
            "place": rng.choice(PLACES[language]),
            "legs": [leg(rng), leg(rng)],
            "unit": "km" if language == "en" else "千米",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        if language == "zh":
            return {"legs": "，再".join(f"以每小时 {v} 千米的速度行驶 {t} 小时" for v, t in args["legs"])}
        return {"legs": ", then ".join(f"at {v} km/h for {t} hours" for v, t in args["legs"])}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        parts = [plan.add("Distance", "路程", v, "×", t) for v, t in args["legs"]]
        plan.total("In all", "总路程", parts)
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "legs": [*args["legs"], leg(rng)]} if len(args["legs"]) < 4 else None


class Meeting(Story):
    id = "meeting"
    tellings = {
        "en": (
            "{here} and {there} are {distance} km apart. A {first} leaves {here} at {v} km/h and a {second} "
            "leaves {there} "
            "at {w} km/h, towards each other. {question}",
            "The road from {here} to {there} is {distance} km long. A {first} drives from {here} at {v} "
            "km/h, a {second} "
            "comes the other way from {there} at {w} km/h. {question}",
        ),
        "zh": (
            "{here}和{there}两地相距 {distance} 千米。一辆{first}从{here}以每小时 {v} 千米的速度开出，"
            "一辆{second}从{there}"
            "以每小时 {w} 千米的速度相向而行。{question}",
            "从{here}到{there}的路长 {distance} 千米。{first}从{here}出发，每小时行 {v} "
            "千米；{second}从{there}迎面开来，"
            "每小时行 {w} 千米。{question}",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        here, there = rng.sample(PLACES[language], 2)
        first, second = rng.sample(VEHICLES[language], 2)
        v, w, half_hours = 2 * rng.randint(15, 50), 2 * rng.randint(15, 50), rng.randint(3, 12)
        return {
            "here": here,
            "there": there,
            "first": first,
            "second": second,
            "v": v,
            "w": w,
            "distance": (v + w) * half_hours // 2,
            "unit": "hours" if language == "en" else "小时",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        first, second, lead = args["first"], args["second"], args.get("lead")
        if language == "zh":
            wait = f"{first}先开 {lead} 小时，{second}才出发。" if lead else "两车同时出发。"
            return {"question": f"{wait}{second}出发几小时后两车相遇？"}
        wait = f"The {first} sets off {lead} hours before the {second}." if lead else "They set off at the same time."
        return {"question": f"{wait} How many hours after the {second} sets off do they meet?"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        gap: Quantity = args["distance"]
        if "lead" in args:
            ahead = plan.add("Driven before", "先行路程", args["v"], "×", args["lead"])
            gap = plan.add("Gap left", "剩余距离", gap, "-", ahead)
        closing = plan.add("Closing speed", "速度和", args["v"], "+", args["w"])
        plan.add("Hours", "时间", gap, "÷", closing)
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if "lead" in args:
            return None
        lead = rng.randint(2, 4)
        return {**args, "lead": lead, "distance": args["distance"] + args["v"] * lead}


class WorkTogether(Story):
    id = "work_together"
    JOBS = {
        "en": (
            "paint a fence",
            "mow a field",
            "pick an orchard",
            "dig a ditch",
            "stack a barn",
            "tile a hall",
            "wash a fleet of buses",
        ),
        "zh": ("粉刷一面围墙", "收割一块田", "挖一条水渠", "铺一间大厅", "打扫一座礼堂", "修一段路", "抄一份稿件"),
    }
    PAIRS = tuple((a, b) for a in range(2, 61) for b in range(2, 61) if a != b and (a * b * 4) % (a + b) == 0)
    """Hours of two workers alone that give quarters of an hour together."""
    tellings = {
        "en": (
            "To {job}, {workers}. How many hours do they need together?",
            "Here is how long it takes each of them to {job} alone: {workers}. How many hours does it take "
            "them together?",
        ),
        "zh": (
            "要{job}，{workers}。大家合作需要几小时？",
            "{workers}，各自单独完成的工作都是{job}。一起做要几小时？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        names = rng.sample(NAMES[language], 2)
        return {
            "job": rng.choice(self.JOBS[language]),
            "workers": [[name, hours] for name, hours in zip(names, rng.choice(self.PAIRS), strict=True)],
            "unit": "hours" if language == "en" else "小时",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        if language == "zh":
            return {"workers": "，".join(f"{name}单独做要 {hours} 小时" for name, hours in args["workers"])}
        return {"workers": ", ".join(f"{name} alone takes {hours} hours" for name, hours in args["workers"])}

    def plan(self, args: Args) -> Plan:
        """Count the jobs done in as many hours as the product of all times: only whole numbers until the end."""
        plan = Plan()
        (_, span), *others = args["workers"]
        for _, hours in others:
            span = plan.add("Take a span of hours", "取时间", span, "×", hours)
        jobs = [
            plan.add(f"Jobs of {name} in it", f"{name}完成的份数", span, "÷", hours) for name, hours in args["workers"]
        ]
        together = plan.total("Jobs together", "合作的份数", jobs)
        plan.add("Hours for one job", "每份所需时间", span, "÷", together)
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A third worker, whose time gives quarters of an hour again."""
        if len(args["workers"]) > 2:
            return None
        (first, a), (second, b) = args["workers"]
        fitting = [c for c in range(2, 61) if a * b * c * 4 % (a * b + b * c + a * c) == 0]
        if not fitting:
            return None
        name = rng.choice([name for name in NAMES[language] if name not in (first, second)])
        return {**args, "workers": [*args["workers"], [name, rng.choice(fitting)]]}


class Tank(Story):
    id = "tank"
    tellings = {
        "en": (
            "A tank holds {volume} litres. A pipe lets in {inflow} litres a minute while {outflow} litres a "
            "minute leak out.{start} "
            "How many minutes does it take to fill?",
            "{person} fills a pool of {volume} litres with a hose that gives {inflow} litres per minute, but "
            "the pool loses "
            "{outflow} litres per minute.{start} After how many minutes is it full?",
        ),
        "zh": (
            "一个水箱能装 {volume} 升水，进水管每分钟进水 {inflow} 升，同时每分钟漏掉 {outflow} 升。"
            "{start}多少分钟能装满？",
            "{person}给容量 {volume} 升的水池注水，每分钟注入 {inflow} 升，每分钟流失 {outflow} 升。"
            "{start}几分钟后水池满？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        net, outflow, minutes = rng.randint(3, 30), rng.randint(2, 15), rng.randint(4, 60)
        return {
            "person": rng.choice(NAMES[language]),
            "inflow": net + outflow,
            "outflow": outflow,
            "volume": net * minutes,
            "unit": "minutes" if language == "en" else "分钟",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        if "start" not in args:
            return {"start": ""}
        there = args["start"]
        return {
            "start": f" There are {there} litres in it already." if language == "en" else f"里面原有 {there} 升水。"
        }

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        volume: Quantity = args["volume"]
        if "start" in args:
            volume = plan.add("Litres missing", "还差的水", volume, "-", args["start"])
        net = plan.add("Net litres a minute", "每分钟净增", args["inflow"], "-", args["outflow"])
        plan.add("Minutes", "时间", volume, "÷", net)
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if "start" in args:
            return None
        start = rng.randint(10, 200)
        return {**args, "start": start, "volume": args["volume"] + start}


STORIES: tuple[Story, ...] = (Journey(), Meeting(), WorkTogether(), Tank())
