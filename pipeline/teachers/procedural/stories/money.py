"""Stories about money: shopping, discounts, saving up."""

import random

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.stories.story import Plan, Quantity, Story
from pipeline.teachers.procedural.words.names import CURRENCIES, GOODS, MEASURE, NAMES, THINGS


def purchase(rng: random.Random, language: str, taken: set[str]) -> list[int | str]:
    """Count, thing and price of one line on a bill; a thing not in `taken`."""
    thing = rng.choice([thing for thing in THINGS[language] if thing not in taken])
    price = rng.randint(2, 30)
    return [rng.randint(2, 12), thing, f"{price}.50" if rng.random() < 0.2 else price]


class Shopping(Story):
    id = "shopping"
    tellings = {
        "en": (
            "{person} buys {bought}. {question}",
            "At the market {person} picks up {bought}. {question}",
            "{person}'s shopping list says: {bought}. {question}",
        ),
        "zh": (
            "{person}买了 {bought}。{question}",
            "{person}去商店，买了 {bought}。{question}",
            "{person}的购物清单上有 {bought}。{question}",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        items: list[list[int | str]] = []
        for _ in range(2):
            items.append(purchase(rng, language, {str(item[1]) for item in items}))
        return {"person": rng.choice(NAMES[language]), "items": items, "unit": rng.choice(CURRENCIES[language])}

    def facts(self, args: Args, language: str) -> dict[str, str]:
        unit, person = args["unit"], args["person"]
        if language == "zh":
            bought = "，".join(f"{n} {MEASURE[t]}{t}，每{MEASURE[t]} {price} 元" for n, t, price in args["items"])
            ask = f"{person}付了 {args['paid']} 元，应找回多少元？" if "paid" in args else "一共要付多少元？"
            return {"bought": bought, "question": ask}
        lines = [f"{n} {thing} at {price} {unit} each" for n, thing, price in args["items"]]
        bought = ", ".join(lines[:-1]) + " and " + lines[-1]
        if "paid" in args:
            return {"bought": bought, "question": f"{person} pays with {args['paid']} {unit}. How much change is due?"}
        return {"bought": bought, "question": "How much is that in all?"}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        costs = [plan.add(thing, thing, n, "×", price) for n, thing, price in args["items"]]
        total = plan.total("Total", "总价", costs)
        if "paid" in args:
            plan.add("Change", "找回", args["paid"], "-", total)
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if "paid" in args or len(args["items"]) > 3:
            return None
        if len(args["items"]) == 3 or rng.random() < 0.5:
            most = sum(n * (int(str(price).split(".")[0]) + 1) for n, _, price in args["items"])
            return {**args, "paid": (most // 50 + 1) * 50}
        added = purchase(rng, language, {thing for _, thing, _ in args["items"]})
        return {**args, "items": [*args["items"], added]}


class Discount(Story):
    id = "discount"
    tellings = {
        "en": (
            "A {thing} costs {price} {unit}. In the sale it is {percent}% off.{again} How much does {person} "
            "pay for it?",
            "{person} wants a {thing} priced at {price} {unit}. The shop takes {percent}% off.{again} What "
            "is the new price?",
            "The shop marks down a {thing} from {price} {unit} by {percent}%.{again} What does {person} have to pay?",
        ),
        "zh": (
            "一件商品（{thing}）原价 {price} 元，现在降价 {percent}%。{again}{person}要付多少元？",
            "{person}想买{thing}，标价 {price} 元，商店优惠 {percent}%。{again}现价是多少元？",
            "商店把{thing}的价格从 {price} 元降低 {percent}%。{again}{person}买它要花多少元？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        return {
            "person": rng.choice(NAMES[language]),
            "thing": rng.choice(GOODS[language]),
            "price": 20 * rng.randint(2, 60),
            "percents": [5 * rng.randint(1, 12)],
            "unit": rng.choice(CURRENCIES[language]),
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        first, *later = args["percents"]
        again = "".join(
            f" Members get another {percent}% off the reduced price, and {args['person']} is a member."
            if language == "en"
            else f"会员在降价后的价格上再优惠 {percent}%，{args['person']}是会员。"
            for percent in later
        )
        return {"percent": str(first), "again": again}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        price: Quantity = args["price"]
        for percent in args["percents"]:
            left = plan.add("Percent left", "剩下的百分比", 100, "-", percent)
            product = plan.add("Price times percent", "价格乘百分比", price, "×", left)
            price = plan.add("New price", "现价", product, "÷", 100)
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if len(args["percents"]) > 1:
            return None
        return {**args, "percents": [*args["percents"], 5 * rng.randint(1, 8)]}


class Saving(Story):
    id = "saving"
    tellings = {
        "en": (
            "{person} has {has} {currency} and saves {saves} {currency} every week.{spends} A {thing} costs {price} "
            "{currency}. After how many weeks can {person} buy it?",
            "A {thing} costs {price} {currency}. {person} already has {has} {currency} and puts aside "
            "{saves} {currency} "
            "a week.{spends} How many weeks does it take to have enough?",
        ),
        "zh": (
            "{person}有 {has} 元，每周存 {saves} 元。{spends}{thing}要 {price} 元。几周后{person}刚好能买？",
            "{thing}的价格是 {price} 元。{person}已有 {has} 元，以后每周存入 {saves} 元。{spends}要存多少周才够？",
        ),
    }

    def draw(self, rng: random.Random, language: str) -> Args:
        saves, weeks, has = rng.randint(3, 40), rng.randint(2, 30), rng.randint(5, 200)
        return {
            "person": rng.choice(NAMES[language]),
            "thing": rng.choice(GOODS[language]),
            "currency": rng.choice(CURRENCIES[language]),
            "has": has,
            "saves": saves,
            "price": has + saves * weeks,
            "unit": "weeks" if language == "en" else "周",
        }

    def facts(self, args: Args, language: str) -> dict[str, str]:
        if "spends" not in args:
            return {"spends": ""}
        if language == "zh":
            return {"spends": f"但每周又从中花掉 {args['spends']} 元。"}
        return {"spends": f" But {args['spends']} {args['currency']} of that go on bus fares each week."}

    def plan(self, args: Args) -> Plan:
        plan = Plan()
        missing = plan.add("Still missing", "还差", args["price"], "-", args["has"])
        if "spends" in args:
            kept = plan.add("Kept each week", "每周净存", args["saves"], "-", args["spends"])
            plan.add("Weeks", "周数", missing, "÷", kept)
        else:
            plan.add("Weeks", "周数", missing, "÷", args["saves"])
        return plan

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if "spends" in args:
            return None
        spends = rng.randint(1, 15)
        return {**args, "saves": args["saves"] + spends, "spends": spends}


STORIES: tuple[Story, ...] = (Shopping(), Discount(), Saving())
