"""Sums about money: interest, compound interest, discounts, value added tax, exchange, instalments and profit, rounded
to cents as stated; harder, with a further charge or rate (English and Chinese)."""

import random
from dataclasses import dataclass
from fractions import Fraction

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.worked import WorkedFamily
from pipeline.teachers.procedural.words.money_stories import MORE, QUESTIONS, STORIES
from pipeline.teachers.procedural.words.names import NAMES

CURRENCIES = {"en": ("dollars", "euros", "yuan"), "zh": ("元", "欧元", "美元")}
RATES = tuple(str(quarters / 4).removesuffix(".0") for quarters in range(4, 49))
"""Rates in per cent, in steps of a quarter."""
VAT = ("5", "6", "7", "8", "9", "10", "13", "16", "19", "20", "21", "25")

_LABELS = {
    "en": {
        "interest": "Interest",
        "after_tax": "After tax",
        "start": "Capital that earns interest",
        "year": "After year {}",
        "list": "Full price",
        "reduced": "After the discount",
        "again": "After the voucher",
        "net": "Net sum",
        "rebate": "After the rebate",
        "gross": "With tax",
        "paid": "Paid in all",
        "tax": "Tax in it",
        "changed": "Exchanged",
        "fee": "After the fee",
        "fixed": "After the fixed charge",
        "extra": "More than in cash",
        "owed": "To be paid back",
        "month": "A month",
        "cost": "Cost",
        "sales": "Takings",
        "profit": "Profit",
        "rent": "After the rent",
    },
    "zh": {
        "interest": "利息",
        "after_tax": "税后",
        "start": "计息本金",
        "year": "第{}年末",
        "list": "原价合计",
        "reduced": "优惠后",
        "again": "用券后",
        "net": "不含税金额",
        "rebate": "让利后",
        "gross": "含税总额",
        "paid": "共付",
        "tax": "其中税额",
        "changed": "兑换所得",
        "fee": "扣费后",
        "fixed": "扣固定费用后",
        "extra": "多付",
        "owed": "应还总额",
        "month": "每月",
        "cost": "成本",
        "sales": "销售额",
        "profit": "利润",
        "rent": "扣租金后",
    },
}


def cents(value: Fraction) -> str:
    """Rounded to two decimals, halves up."""
    whole = int(value * 100 + Fraction(1, 2))
    return f"{whole // 100}.{whole % 100:02}"


def plain_number(value: Fraction) -> str:
    """An intermediate result: exact if it has at most six decimals, else to six."""
    scaled = value * 10**6
    text = (
        f"{int(scaled) / 10**6:.6f}" if scaled.denominator != 1 else f"{int(scaled) // 10**6}.{int(scaled) % 10**6:06}"
    )
    return text.rstrip("0").rstrip(".")


Step = tuple[str, str, Fraction]
"""A label (with a number, perhaps, after a colon), the calculation in words of figures, and its result."""


def steps(args: Args) -> list[Step]:
    """The plan of a task, the last step being the answer."""
    figures = args["figures"]
    a, b, c = (Fraction(figures[name]) for name in "abc")
    e = Fraction(figures["e"]) if "e" in figures else None
    sa, sb, sc, se = (figures.get(name, "") for name in "abce")
    made: list[Step] = []

    def step(label: str, text: str, value: Fraction) -> Fraction:
        made.append((label, text, value))
        return value

    match args["kind"]:
        case "simple":
            value = step("interest", f"{sa} × {sb} ÷ 100 × {sc}", a * b / 100 * c)
            if e is not None:
                step("after_tax", f"{plain_number(value)} × (100 - {se}) ÷ 100", value * (100 - e) / 100)
        case "compound":
            value = a if e is None else step("start", f"{sa} - {se}", a - e)
            for year in range(1, int(c) + 1):
                value = step(f"year:{year}", f"{plain_number(value)} × (1 + {sb} ÷ 100)", value * (1 + b / 100))
        case "discount":
            value = step("list", f"{sa} × {sc}", a * c)
            value = step("reduced", f"{plain_number(value)} × (100 - {sb}) ÷ 100", value * (100 - b) / 100)
            if e is not None:
                step("again", f"{plain_number(value)} × (100 - {se}) ÷ 100", value * (100 - e) / 100)
        case "vat":
            value = step("net", f"{sa} × {sc}", a * c)
            if e is not None:
                value = step("rebate", f"{plain_number(value)} × (100 - {se}) ÷ 100", value * (100 - e) / 100)
            step("gross", f"{plain_number(value)} × (100 + {sb}) ÷ 100", value * (100 + b) / 100)
        case "tax_within":
            more = f" + {se}" if e is not None else ""
            value = step("paid", f"{sa} × {sc}{more}", a * c + (e or 0))
            step("tax", f"{plain_number(value)} × {sb} ÷ (100 + {sb})", value * b / (100 + b))
        case "exchange":
            value = step("changed", f"{sa} × {sb}", a * b)
            value = step("fee", f"{plain_number(value)} × (100 - {sc}) ÷ 100", value * (100 - c) / 100)
            if e is not None:
                step("fixed", f"{plain_number(value)} - {se}", value - e)
        case "instalments":
            more = f" + {se}" if e is not None else ""
            value = step("paid", f"{sb} × {sc}{more}", b * c + (e or 0))
            step("extra", f"{plain_number(value)} - {sa}", value - a)
        case "flat_loan":
            interest = step("interest", f"{sa} × {sb} ÷ 100 × {sc}", a * b / 100 * c)
            more = f" + {se}" if e is not None else ""
            value = step("owed", f"{sa} + {plain_number(interest)}{more}", a + interest + (e or 0))
            step("month", f"{plain_number(value)} ÷ {12 * int(c)}", value / (12 * c))
        case "profit":
            cost = step("cost", f"{sa} × {sc}", a * c)
            sales = step("sales", f"{sb} × {sc}", b * c)
            value = step("profit", f"{plain_number(sales)} - {plain_number(cost)}", sales - cost)
            if e is not None:
                step("rent", f"{plain_number(value)} - {se}", value - e)
    return made


class TaskFamily(WorkedFamily):
    id = "finance"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Finance"
    checker = "finance"
    wordings = {
        "en": (
            "{story} {question} {rule}",
            "{question} {story} {rule}",
            "{rule} {story} {question}",
            "Here is a sum about money. {story}\n{question}\n{rule}",
            "{name} asks for help: {question} The facts: {story} {rule}",
            "Work this out step by step.\n{story} {question}\n{rule}",
            "From a course on personal finance: {story} {question} {rule}",
        ),
        "zh": (
            "{story}{question}{rule}",
            "{rule}{story}{question}",
            "理财课上的一道题：{story}{question}\n{rule}",
            "{name}想请你帮忙算账：{story}{question}{rule}",
            "请一步一步计算。\n{story}{question}\n{rule}",
            "问题：{question}\n情况：{story}\n{rule}",
        ),
    }
    slip_kinds = ("step_left_out", "wrong_step", "off_by_ten", "wrong_currency", "currency_missing", "cents_cut")

    @dataclass(frozen=True, slots=True)
    class Config:
        kinds: tuple[str, ...] = tuple(STORIES)

        def __post_init__(self) -> None:
            for kind in self.kinds:
                if kind not in STORIES:
                    raise ValueError(f"finance: unknown kind {kind!r}; known: {', '.join(STORIES)}")
            if not self.kinds:
                raise ValueError("finance: kinds must name at least one kind of sum")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        kind = rng.choice(self.config.kinds)
        name, other = rng.sample(NAMES[language], 2)
        unit, money = rng.sample(CURRENCIES[language], 2)
        return {
            "kind": kind,
            "figures": self._figures(rng, kind),
            "name": name,
            "other": other,
            "unit": unit,
            "money": money,
            "telling": rng.randrange(len(STORIES[kind][language])),
            "question": rng.randrange(len(QUESTIONS[kind][language])),
        }

    @staticmethod
    def _figures(rng: random.Random, kind: str) -> dict[str, str]:
        drawn: tuple[int, int | str, int]
        match kind:
            case "simple" | "flat_loan":
                drawn = rng.randint(10, 400) * 50, rng.choice(RATES), rng.randint(2, 6)
            case "compound":
                drawn = rng.randint(10, 400) * 50, rng.choice(RATES), rng.randint(2, 3)
            case "discount":
                drawn = rng.randint(20, 400), rng.randint(1, 14) * 5, rng.randint(2, 9)
            case "vat" | "tax_within":
                drawn = rng.randint(12, 300), rng.choice(VAT), rng.randint(2, 12)
            case "exchange":
                drawn = rng.randint(10, 200) * 10, f"{rng.randint(21, 899) / 100:.2f}", rng.randint(1, 5)
            case "instalments":
                months = rng.choice((6, 8, 10, 12, 15, 18, 24))
                monthly = rng.randint(15, 120)
                drawn = monthly * months - rng.randint(5, monthly * months // 6), monthly, months
            case _:
                cost = rng.randint(2, 60)
                drawn = cost, cost + rng.randint(2, 40), rng.randint(12, 90)
        return dict(zip("abc", map(str, drawn), strict=True))

    def slots(self, args: Args, language: str) -> dict[str, str]:
        kind = args["kind"]
        values = {**args["figures"], **{key: args[key] for key in ("name", "other", "unit", "money")}}
        parts = [STORIES[kind][language][args["telling"]]]
        if "e" in args["figures"]:
            parts.append(MORE[kind][language])
        story = (" " if language == "en" else "").join(parts)
        rule = {
            "en": "Round only at the end, to two decimals (halves up), and answer in {unit}.",
            "zh": "只在最后四舍五入到两位小数，答案以{unit}为单位。",
        }[language]
        return {
            "story": story.format(**values),
            "question": QUESTIONS[kind][language][args["question"]].format(**values),
            "rule": rule.format(**values),
            "name": args["name"],
        }

    def work(self, args: Args, language: str) -> tuple[list[str], str]:
        lines, colon = [], ": " if language == "en" else "："
        plan = steps(args)
        for label, text, value in plan:
            word, _, number = label.partition(":")
            sign = "=" if (value * 10**6).denominator == 1 else "≈"
            lines.append(f"{_LABELS[language][word].format(number)}{colon}{text} {sign} {plain_number(value)}")
        return lines, self._amount(plan[-1][2], args["unit"])

    @staticmethod
    def _amount(value: Fraction, unit: str) -> str:
        return f"{cents(value)} {unit}"

    def mistake(self, rng: random.Random, kind: str, args: Args, language: str) -> str | None:
        plan, unit = steps(args), args["unit"]
        value = plan[-1][2]
        match kind:
            case "step_left_out":
                value = plan[-2][2] if len(plan) > 1 else Fraction(args["figures"]["a"])
            case "wrong_step":
                value += rng.randint(1, 9) * rng.choice((Fraction(1), Fraction(1, 10), Fraction(1, 100)))
            case "off_by_ten":
                value *= 10
            case "wrong_currency":
                unit = rng.choice([other for other in CURRENCIES[language] if other != unit])
            case "currency_missing":
                return cents(value)
            case "cents_cut":
                value = Fraction(int(value))
        return self._amount(value, unit)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A further charge, rate or payment."""
        figures = args["figures"]
        if "e" in figures:
            return None
        match args["kind"]:
            case "simple":
                extra = str(rng.choice((10, 15, 20, 25, 30)))
            case "compound":
                extra = str(rng.randint(5, 90))
            case "discount" | "vat":
                extra = str(rng.randint(2, 12))
            case "exchange":
                extra = str(rng.randint(1, 9) / 2).removesuffix(".0")
            case "profit":
                extra = str(rng.randint(3, 2 * int(figures["c"]) - 1))
            case _:
                extra = str(rng.randint(5, 60))
        return {**args, "figures": {**figures, "e": extra}}
