"""Stories about measures: mixtures, fences, tiled floors."""

import random

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.stories.story import Plan, Quantity, Story
from pipeline.teachers.procedural.words.names import CURRENCIES, NAMES


def portion(rng: random.Random) -> list[int]:
    """Grams of a solution and its percentage of what is dissolved."""
    return [10 * rng.randint(2, 40), rng.randint(1, 40)]


def even(parts: list[list[int]]) -> bool:
    """Does the mixture come out at a whole or half percentage, and are all its parts different?"""
    total = sum(grams for grams, _ in parts)
    return 2 * sum(grams * percent for grams, percent in parts) % total == 0 and len({p for _, p in parts}) == len(
        parts
    )


class Mixture(Story):
    id = "mixture"
    SOLUTIONS = {
        "en": (
            "salt water",
            "sugar syrup",
            "vinegar",
            "fruit syrup",
            "acid solution",
            "bleach solution",
            "brine",
            "dye solution",
        ),
        "zh": ("盐水", "糖水", "醋溶液", "果汁饮料", "酒精溶液", "酸溶液", "碱溶液", "染料溶液"),
    }
    tellings = {
        "en": (
            "{person} mixes {parts}. What is the strength of the mixture, as a percentage?",
            "{parts} are poured into one jar. What percentage is the mixture?",
        ),
        "zh": (
            "{person}把{parts}混合在一起，混合后的浓度是百分之几？",
            "把{parts}倒入同一个瓶子，混合液的浓度是百分之几？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        while not even(parts := [portion(rng), portion(rng)]):
            pass
        return {
            "person": rng.choice(NAMES[language]),
            "solution": rng.choice(self.SOLUTIONS[language]),
            "parts": parts,
            "unit": "%",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        solution = args["solution"]
        if language == "zh":
            return {
                "parts": " " + "、".join(f"{grams} 克浓度 {percent}% 的{solution}" for grams, percent in args["parts"])
            }
        *front, last = [f"{grams} g of {percent}% {solution}" for grams, percent in args["parts"]]
        return {"parts": ", ".join(front) + f" and {last}"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        dissolved = [plan.add("Grams times percent", "克数乘浓度", g, "×", percent) for g, percent in args["parts"]]
        together = plan.total("Together", "合计", dissolved)
        mass: Quantity = args["parts"][0][0]
        for grams, _ in args["parts"][1:]:
            mass = plan.add("Total grams", "总克数", mass, "+", grams)
        plan.add("Percent", "浓度", together, "÷", mass)
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["parts"]) > 2:
            return None
        for _ in range(200):
            if even(parts := [*args["parts"], portion(rng)]):
                return {**args, "parts": parts}
        return None


class Fence(Story):
    id = "fence"
    tellings = {
        "en": (
            "{person}'s rectangular garden is {length} metres long and {width} metres wide and gets a fence "
            "all around, except for a gate "
            "of {gate} metres.{question}",
            "A rectangular field measures {length} metres by {width} metres. {person} fences it in, leaving "
            "a gap of {gate} metres for "
            "a gate.{question}",
        ),
        "zh": (
            "{person}的长方形花园长 {length} 米，宽 {width} 米，四周围篱笆，只留 {gate} 米宽的门。{question}",
            "一块长方形的地长 {length} 米，宽 {width} 米。{person}要把它围起来，留出 {gate} 米做门。{question}",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        width = rng.randint(5, 60)
        return {
            "person": rng.choice(NAMES[language]),
            "length": width + rng.randint(1, 50),
            "width": width,
            "gate": rng.randint(2, 4),
            "unit": "metres" if language == "en" else "米",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        price, unit = args.get("price"), args["unit"]
        if language == "zh":
            return {"question": f"篱笆每米 {price} 元，一共要多少元？" if price else "需要多少米篱笆？"}
        if price:
            return {"question": f" The fence costs {price} {unit} a metre. What does it cost in all?"}
        return {"question": " How many metres of fence are needed?"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        half = plan.add("Half the perimeter", "周长的一半", args["length"], "+", args["width"])
        perimeter = plan.add("Perimeter", "周长", 2, "×", half)
        fence = plan.add("Fence", "篱笆长", perimeter, "-", args["gate"])
        if "price" in args:
            plan.add("Cost", "费用", fence, "×", args["price"])
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if "price" in args:
            return None
        return {**args, "price": rng.randint(3, 25), "unit": rng.choice(CURRENCIES[language])}


class Tiles(Story):
    id = "tiles"
    tellings = {
        "en": (
            "{person} tiles a floor of {length} cm by {width} cm with square tiles of {side} cm.{question}",
            "A hall is {length} cm long and {width} cm wide. {person} covers it with square tiles, each "
            "{side} cm on a side.{question}",
        ),
        "zh": (
            "{person}用边长 {side} 厘米的方砖铺地，地面长 {length} 厘米，宽 {width} 厘米。{question}",
            "大厅长 {length} 厘米，宽 {width} 厘米，{person}要铺上边长 {side} 厘米的方砖。{question}",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        side, across = rng.choice((10, 15, 20, 25, 30, 40, 50)), rng.randint(4, 25)
        return {
            "person": rng.choice(NAMES[language]),
            "side": side,
            "length": side * (across + rng.randint(1, 15)),
            "width": side * across,
            "unit": "tiles" if language == "en" else "块",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        spares = args.get("spares")
        if language == "zh":
            return {"question": f"另外多买 {spares} 块备用，一共买多少块？" if spares else "需要多少块？"}
        if spares:
            return {"question": f" {spares} more tiles are bought as spares. How many tiles is that in all?"}
        return {"question": " How many tiles are needed?"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        along = plan.add("Tiles along", "长边块数", args["length"], "÷", args["side"])
        across = plan.add("Tiles across", "宽边块数", args["width"], "÷", args["side"])
        floor = plan.add("On the floor", "地面块数", along, "×", across)
        if "spares" in args:
            plan.add("In all", "一共", floor, "+", args["spares"])
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return None if "spares" in args else {**args, "spares": rng.randint(5, 60)}


STORIES: tuple[Story, ...] = (Mixture(), Fence(), Tiles())
