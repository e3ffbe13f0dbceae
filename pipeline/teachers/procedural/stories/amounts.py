"""Stories about amounts: sharing out, ages, production, averages, recipes."""

import random

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.stories.story import Plan, Quantity, Story
from pipeline.teachers.procedural.words.names import MEASURE, NAMES, THINGS


def counted(thing: str, language: str) -> str:
    """The unit in which things are counted: themselves in English, their measure word in Chinese."""
    return thing if language == "en" else MEASURE[thing]


class Sharing(Story):
    id = "sharing"
    tellings = {
        "en": (
            "{person} has {boxes} boxes with {each} {thing} in each.{given} {person} shares the rest equally "
            "among {friends} "
            "friends. How many {thing} does each friend get?",
            "There are {each} {thing} in a box and {person} has {boxes} boxes.{given} What remains is "
            "divided equally among "
            "{friends} children. How many {thing} are there for each child?",
        ),
        "zh": (
            "{person}有 {boxes} 盒{thing}，每盒 {each} {measure}。{given}剩下的平均分给 {friends} 个朋友，"
            "每人分到多少{measure}？",
            "一盒{thing}有 {each} {measure}，{person}有 {boxes} 盒。{given}其余的由 {friends} 个小朋友平分，"
            "每人得到几{measure}？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        while True:
            boxes, each, friends = rng.randint(2, 12), rng.randint(4, 30), rng.randint(2, 12)
            share, given = divmod(boxes * each, friends)
            if share >= 2 and given >= 1:
                break
        thing = rng.choice(THINGS[language])
        return {
            "person": rng.choice(NAMES[language]),
            "thing": thing,
            "boxes": boxes,
            "each": each,
            "friends": friends,
            "given": [given],
            "unit": counted(thing, language),
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        person, thing, unit, (sister, *later) = args["person"], args["thing"], args["unit"], args["given"]
        if language == "zh":
            more = "".join(f"又弄丢了 {n} {unit}。" for n in later)
            return {"given": f"{person}先送给妹妹 {sister} {unit}。{more}", "measure": unit}
        more = "".join(f" Then {n} {thing} get lost." for n in later)
        return {"given": f" First {person} gives {sister} of the {thing} to a sister.{more}"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        left = plan.add("At first", "原有", args["boxes"], "×", args["each"])
        for given in args["given"]:
            left = plan.add("Left", "剩下", left, "-", given)
        plan.add("Each", "每人", left, "÷", args["friends"])
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["given"]) > 1:
            return None
        shares = (args["boxes"] * args["each"] - args["given"][0]) // args["friends"]
        if shares < 3:
            return None
        return {**args, "given": [*args["given"], args["friends"] * rng.randint(1, min(3, shares - 2))]}


class Ages(Story):
    id = "ages"
    SAYING = {
        "en": {
            "times": "{a} is {k} times as old as {b}",
            "older": "{a} is {k} years older than {b}",
            "younger": "{a} is {k} years younger than {b}",
        },
        "zh": {"times": "{a}的年龄是{b}的 {k} 倍", "older": "{a}比{b}大 {k} 岁", "younger": "{a}比{b}小 {k} 岁"},
    }
    SYMBOL = {"times": "×", "older": "+", "younger": "-"}
    tellings = {
        "en": (
            "{first} is {age} years old. {relations}. How old will {last} be in {years} years?",
            "In {years} years, how old will {last} be, if {first} is {age} now and {relations}?",
        ),
        "zh": (
            "{first}今年 {age} 岁，{relations}。{years} 年后{last}多少岁？",
            "已知{first}今年 {age} 岁，{relations}。再过 {years} 年，{last}是多少岁？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        first, second, third = rng.sample(NAMES[language], 3)
        age = rng.randint(6, 14)
        times, younger = rng.randint(2, 4), rng.randint(2, 9)
        relations = [[second, "times", times], [third, *rng.choice((("younger", younger), ("older", younger)))]]
        return {
            "first": first,
            "age": age,
            "relations": relations,
            "years": rng.randint(2, 15),
            "unit": "years" if language == "en" else "岁",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        known, said = args["first"], []
        for name, relation, k in args["relations"]:
            said.append(self.SAYING[language][relation].format(a=name, b=known, k=k))
            known = name
        joined = "，".join(said) if language == "zh" else ", ".join(said[:-1]) + f" and {said[-1]}"
        return {"relations": joined, "last": known}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        age: Quantity = args["age"]
        for name, relation, k in args["relations"]:
            age = plan.add(f"{name} now", f"{name}今年", age, self.SYMBOL[relation], k)
        plan.add("Later", "以后", age, "+", args["years"])
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["relations"]) > 3:
            return None
        known = {args["first"], *(name for name, _, _ in args["relations"])}
        name = rng.choice([name for name in NAMES[language] if name not in known])
        return {**args, "relations": [*args["relations"], [name, "older", rng.randint(2, 20)]]}


class Production(Story):
    id = "production"
    tellings = {
        "en": (
            "A workshop has {machines} machines. Each makes {rate} {thing} an hour and runs for {hours} "
            "hours. {faulty} of the {thing} "
            "are faulty.{packed}",
            "{machines} machines run for {hours} hours, and each turns out {rate} {thing} per hour. At the "
            "end {faulty} {thing} are "
            "thrown away.{packed}",
        ),
        "zh": (
            "车间有 {machines} 台机器，每台每小时生产 {rate} {measure}{thing}，工作 {hours} 小时，其中有 "
            "{faulty} {measure}次品。{packed}",
            "{machines} 台机器同时开动 {hours} 小时，每台每小时做 {rate} {measure}{thing}，最后有 {faulty} "
            "{measure}不合格。{packed}",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        machines, rate, hours = rng.randint(2, 12), rng.randint(6, 60), rng.randint(2, 10)
        thing = rng.choice(THINGS[language])
        return {
            "machines": machines,
            "rate": rate,
            "hours": hours,
            "thing": thing,
            "faulty": rng.randint(2, machines * rate * hours // 3),
            "unit": counted(thing, language),
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        thing, box = args["thing"], args.get("box")
        if language == "zh":
            measure = MEASURE[thing]
            ask = f"合格的每 {box} {measure}装一箱，能装多少箱？" if box else f"合格的{thing}有多少{measure}？"
            return {"packed": ask, "measure": measure}
        if box:
            return {"packed": f" The good ones are packed {box} to a box. How many boxes are filled?"}
        return {"packed": f" How many good {thing} are there?"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        hourly = plan.add("An hour", "每小时", args["machines"], "×", args["rate"])
        made = plan.add("Made", "共生产", hourly, "×", args["hours"])
        good = plan.add("Good", "合格", made, "-", args["faulty"])
        if "box" in args:
            plan.add("Boxes", "箱数", good, "÷", args["box"])
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """Boxes that the good ones fill exactly."""
        if "box" in args:
            return None
        box, made = rng.randint(3, 24), args["machines"] * args["rate"] * args["hours"]
        faulty = args["faulty"] + (made - args["faulty"]) % box
        if made - faulty < 2 * box:
            return None
        return {**args, "faulty": faulty, "box": box, "unit": "boxes" if language == "en" else "箱"}


class Average(Story):
    id = "average"
    tellings = {
        "en": (
            "{person} scores {scores} points in {count} games. What is the average number of points?",
            "In {count} tests {person} gets {scores} points. What is the mean score?",
        ),
        "zh": (
            "{person}在 {count} 次测验中分别得了 {scores} 分，平均分是多少分？",
            "{person}参加了 {count} 场比赛，得分依次是 {scores} 分。平均每场多少分？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        scores = [rng.randint(20, 99) for _ in range(rng.randint(3, 4))]
        return {
            "person": rng.choice(NAMES[language]),
            "scores": self.completed(scores),
            "unit": "points" if language == "en" else "分",
        }

    @staticmethod
    def completed(scores: list[int]) -> list[int]:
        """The scores with the last one raised until the mean is whole."""
        return [*scores[:-1], scores[-1] + -sum(scores) % len(scores)]

    def facts(self, args: Args, language: str) -> dict[str, str]:
        *front, last = map(str, args["scores"])
        joined = "、".join([*front, last]) if language == "zh" else ", ".join(front) + f" and {last}"
        return {"scores": joined, "count": str(len(args["scores"]))}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        total: Quantity = args["scores"][0]
        for score in args["scores"][1:]:
            total = plan.add("Sum", "总分", total, "+", score)
        plan.add("Average", "平均", total, "÷", len(args["scores"]))
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["scores"]) > 5:
            return None
        return {**args, "scores": self.completed([*args["scores"], rng.randint(20, 99)])}


class Recipe(Story):
    id = "recipe"
    FOODS = {
        "en": tuple(
            "flour,sugar,rice,oats,butter,lentils,beans,potatoes,carrots,pasta,cheese,nuts,raisins,barley".split(",")
        ),
        "zh": tuple("面粉 白糖 大米 燕麦 黄油 扁豆 黄豆 土豆 胡萝卜 面条 奶酪 花生 葡萄干 小米".split()),
    }
    tellings = {
        "en": (
            "A recipe for {few} people takes {grams} grams of {food}. {person} cooks for {many} people.{has}",
            "{person} wants to feed {many} guests. For {few} guests the cookbook asks for {grams} grams of "
            "{food}.{has}",
        ),
        "zh": (
            "一份 {few} 人的食谱需要 {grams} 克{food}。{person}要做 {many} 人份。{has}",
            "{person}要招待 {many} 位客人。食谱上写着 {few} 人份用 {grams} 克{food}。{has}",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        few = rng.randint(2, 8)
        return {
            "person": rng.choice(NAMES[language]),
            "food": rng.choice(self.FOODS[language]),
            "few": few,
            "grams": few * 5 * rng.randint(5, 40),
            "many": few + rng.randint(1, 15),
            "unit": "grams" if language == "en" else "克",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        person, food, has = args["person"], args["food"], args.get("has")
        if language == "zh":
            ask = f"家里已有 {has} 克，还要买多少克{food}？" if has else f"需要多少克{food}？"
            return {"has": ask}
        if has:
            return {"has": f" There are {has} grams of {food} in the cupboard. How many more grams must {person} buy?"}
        return {"has": f" How many grams of {food} does {person} need?"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        portion = plan.add("Per person", "每人", args["grams"], "÷", args["few"])
        needed = plan.add("Needed", "需要", portion, "×", args["many"])
        if "has" in args:
            plan.add("To buy", "要买", needed, "-", args["has"])
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if "has" in args:
            return None
        needed = args["grams"] // args["few"] * args["many"]
        return {**args, "has": 5 * rng.randint(1, needed // 5 - 1)}


STORIES: tuple[Story, ...] = (Sharing(), Ages(), Production(), Average(), Recipe())
