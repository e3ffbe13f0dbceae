"""Stated rules applied to a case: the charge that is due, who fulfils all conditions, or which conditions are broken
(English and Chinese)."""

import random
from dataclasses import dataclass
from fractions import Fraction

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.worked import WorkedFamily
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.rule_sets import (
    CHARGE_CASES,
    CHARGE_RULES,
    CONDITIONS,
    GRANTS,
    PLACES,
    RANGES,
    REPEAT,
)

UNIT = {"en": "euros", "zh": "元"}
NONE = {"en": "none", "zh": "无"}
COMMA = {"en": ", ", "zh": "，"}
QUESTIONS = {
    "charge": {
        "en": 'How much must {name} pay? Reply with "Answer: " and the amount in euros.',
        "zh": "{name}应付多少元？最后写“答案：”和金额（元）。",
    },
    "granted": {
        "en": 'Who meets every rule? End with "Answer: " and the names in the order given, with commas, or "none".',
        "zh": "谁符合全部规定？最后写“答案：”和姓名（按所给顺序，用逗号隔开），没有就写“无”。",
    },
    "broken": {
        "en": 'Which rules does {name} not meet? End with "Answer: " and their numbers, with commas, or "none".',
        "zh": "{name}不符合哪几条规定？最后写“答案：”和条文序号（用逗号隔开），没有就写“无”。",
    },
}
_SAID = {
    "en": {
        "over": "Beyond the free time: {kept} - {free} = {over}",
        "within": "{kept} is within the free {free}: nothing is due for the time",
        "each": "For each: {over} × {rate} = {each}",
        "cap": "The limit lowers this to {each}",
        "all": "For all: {each} × {count} = {all}",
        "half": "Younger than {age}: half of it is {all}",
        "again": "A repetition: plus {again}",
        "meets": "{name} meets all rules.",
        "breaks": "{name} does not meet: {numbers}.",
    },
    "zh": {
        "over": "超出免费时间：{kept} - {free} = {over}",
        "within": "{kept}没有超过免费的{free}，时间上不收费",
        "each": "每一份：{over} × {rate} = {each}",
        "cap": "按上限减为{each}",
        "all": "合计：{each} × {count} = {all}",
        "half": "未满{age}岁，减半为{all}",
        "again": "再次发生，加{again}",
        "meets": "{name}符合全部规定。",
        "breaks": "{name}不符合第{numbers}条。",
    },
}


def money(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.2f}"


def failing(rules: list[list[str | int]], facts: list[int]) -> list[int]:
    """The numbers of the rules, from 1, that somebody's facts do not meet."""
    return [
        number
        for number, ((condition, limit), fact) in enumerate(zip(rules, facts, strict=True), 1)
        if (fact < int(limit) if str(condition).endswith("least") else fact > int(limit))
    ]


class TaskFamily(WorkedFamily):
    id = "law"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Law"
    checker = "law"
    wordings = {
        "en": (
            "These rules apply {where}:\n{rules}\n{case}\n{question}",
            "{case} The rules {where} are:\n{rules}\n{question}",
            "Apply the rules to the case.\nRules {where}:\n{rules}\nCase: {case}\n{question}",
            "{question}\nCase: {case}\nRules {where}:\n{rules}",
            "A notice {where} says:\n{rules}\nNow this happens: {case}\n{question}",
            "You work {where} and go by this order:\n{rules}\n{case} {question}",
        ),
        "zh": (
            "{where}有下列规定：\n{rules}\n{case}\n{question}",
            "{case}{where}的规定如下：\n{rules}\n{question}",
            "请按规定处理这个案例。\n{where}的规定：\n{rules}\n案例：{case}\n{question}",
            "{question}\n案例：{case}\n{where}的规定：\n{rules}",
            "{where}的告示写着：\n{rules}\n现在有这样一件事：{case}\n{question}",
        ),
    }
    slip_kinds = ("rule_ignored", "off_by_one", "all_or_nothing", "doubled", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        charges: float = 0.5
        """Share of the tasks that ask for a charge."""

        def __post_init__(self) -> None:
            if not 0 <= self.charges <= 1:
                raise ValueError("law: charges is a share, from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        if rng.random() < self.config.charges:
            return self._charge(rng, language)
        kind = rng.choice(("granted", "broken"))
        return self._conditions(rng, kind, rng.randint(2, 3), rng.randint(2, 3), language)

    @staticmethod
    def _charge(rng: random.Random, language: str) -> Args:
        free, rate = rng.randint(2, 28), rng.randint(1, 12)
        return {
            "kind": "charge",
            "place": rng.randrange(len(PLACES[language])),
            "rules": {"free": free, "rate": str(Fraction(rate, 2)), "cap": rng.randint(3, 14) * 2},
            "order": rng.sample(["free", "rate", "cap"], 3),
            "name": rng.choice(NAMES[language]),
            "years": rng.randint(9, 80),
            "count": rng.randint(2, 6),
            "kept": free + rng.randint(-1, 12),
            "repeat": rng.randint(0, 1),
            "telling": rng.randrange(len(CHARGE_CASES[language])),
        }

    @staticmethod
    def _conditions(rng: random.Random, kind: str, conditions: int, people: int, language: str) -> Args:
        rules: list[tuple[str, int]] = []
        cases = []
        for condition in rng.sample(list(CONDITIONS), conditions):
            low, high, _ = RANGES[condition]
            limit = rng.randint(low, high)
            rules.append((condition, limit // 50 * 50 if limit > 1000 else limit))
        for name in rng.sample(NAMES[language], 1 if kind == "broken" else people):
            facts = []
            for condition, limit in rules:
                reach = RANGES[condition][2]
                good = rng.random() < 0.7
                least = condition.endswith("least")
                if good:
                    fact = limit + rng.randint(0, reach) if least else max(0, limit - rng.randint(0, reach))
                else:
                    fact = max(0, limit - rng.randint(1, reach)) if least else limit + rng.randint(1, reach)
                facts.append(fact)
            cases.append([name, facts])
        return {"kind": kind, "grant": rng.randrange(len(GRANTS[language])), "rules": rules, "cases": cases}

    # -- the prompt ----------------------------------------------------------------------------------------------

    def slots(self, args: Args, language: str) -> dict[str, str]:
        kind = args["kind"]
        if kind == "charge":
            where, texts, case, name = self._charge_texts(args, language)
        else:
            where, texts, case, name = self._condition_texts(args, language)
        return {
            "where": where,
            "rules": "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1)),
            "case": case,
            "question": QUESTIONS[kind][language].format(name=name),
        }

    @staticmethod
    def _charge_texts(args: Args, language: str) -> tuple[str, list[str], str, str]:
        place, thing, things, times, time = PLACES[language][args["place"]]
        rules = {**args["rules"], "rate": money(Fraction(args["rules"]["rate"]))}
        words = {**rules, "thing": thing, "things": things, "times": times, "time": time, "unit": UNIT[language]}
        texts = [CHARGE_RULES[language][rule].format(**words) for rule in args["order"]]
        case = CHARGE_CASES[language][args["telling"]].format(
            **words,
            name=args["name"],
            years=args["years"],
            count=args["count"],
            kept=args["kept"],
            repeat=REPEAT[language][args["repeat"]],
        )
        return f"at {place}" if language == "en" else place, texts, case, args["name"]

    @staticmethod
    def _condition_texts(args: Args, language: str) -> tuple[str, list[str], str, str]:
        grant = GRANTS[language][args["grant"]]
        texts, cases = [], []
        for condition, limit in args["rules"]:
            demand = CONDITIONS[condition][language][0].format(limit)
            texts.append(f"Whoever wants {grant} {demand}." if language == "en" else f"申请{grant}的人{demand}。")
        for name, facts in args["cases"]:
            said = [
                CONDITIONS[rule[0]][language][1].format(fact) for rule, fact in zip(args["rules"], facts, strict=True)
            ]
            if language == "en":
                cases.append(f"{name} {', '.join(said[:-1])} and {said[-1]}.")
            else:
                cases.append(f"{name}{'，'.join(said)}。")
        where = "at the town hall" if language == "en" else "镇公所"
        return where, texts, (" " if language == "en" else "").join(cases), args["cases"][0][0]

    # -- the answer ----------------------------------------------------------------------------------------------

    def work(self, args: Args, language: str) -> tuple[list[str], str]:
        said = _SAID[language]
        if args["kind"] == "charge":
            lines, total = self._due(args, language)
            return lines, f"{money(total)} {UNIT[language]}"
        lines, chosen = [], []
        for name, facts in args["cases"]:
            broken = failing(args["rules"], facts)
            numbers = "、".join(map(str, broken)) if language == "zh" else " and ".join(map(str, broken))
            lines.append(said["breaks" if broken else "meets"].format(name=name, numbers=numbers))
            if args["kind"] == "broken":
                chosen = [str(number) for number in broken]
            elif not broken:
                chosen.append(name)
        return lines, COMMA[language].join(chosen) or NONE[language]

    @staticmethod
    def _due(args: Args, language: str, ignored: str = "") -> tuple[list[str], Fraction]:
        """The working and the charge; `ignored` is a rule left out by mistake."""
        said, rules = _SAID[language], {key: Fraction(value) for key, value in args["rules"].items()}
        free = Fraction() if ignored == "free" else rules["free"]
        over = max(args["kept"] - free, Fraction())
        each = over * rules["rate"]
        words = {"kept": args["kept"], "free": free, "over": over, "rate": money(rules["rate"]), "each": money(each)}
        lines = [said[key].format(**words) for key in (("over", "each") if over else ("within",))]
        if each > rules["cap"] and ignored != "cap":
            each = rules["cap"]
            lines.append(said["cap"].format(each=money(each)))
        total = each * args["count"]
        if total:
            lines.append(said["all"].format(each=money(each), count=args["count"], all=money(total)))
        if "age" in rules and args["years"] < rules["age"] and ignored != "age":
            total /= 2
            lines.append(said["half"].format(age=rules["age"], all=money(total)))
        if "again" in rules and args["repeat"] and ignored != "again":
            total += rules["again"]
            lines.append(said["again"].format(again=rules["again"]))
        return lines, total

    def mistake(self, rng: random.Random, kind: str, args: Args, language: str) -> str | None:
        _, right = self.work(args, language)
        if args["kind"] == "charge":
            amount = Fraction(self._due(args, language)[1])
            match kind:
                case "rule_ignored":
                    amount = self._due(args, language, rng.choice(args["order"]))[1]
                case "off_by_one":
                    amount += rng.choice((1, 2, Fraction(args["rules"]["rate"])))
                case "all_or_nothing":
                    amount = Fraction()
                case "doubled":
                    amount *= 2
                case "hedged":
                    return f"{right} or {money(amount + 1)}"
            return f"{money(amount)} {UNIT[language]}"
        pool = (
            [name for name, _ in args["cases"]]
            if args["kind"] == "granted"
            else [str(n + 1) for n in range(len(args["rules"]))]
        )
        chosen = [] if right == NONE[language] else right.split(COMMA[language])
        match kind:
            case "rule_ignored":
                chosen = [*chosen, *[one for one in pool if one not in chosen][:1]]
            case "off_by_one":
                chosen = chosen[1:]
            case "all_or_nothing":
                chosen = pool if len(chosen) < len(pool) else []
            case "doubled":
                chosen = [*chosen, *chosen[:1]]
            case "hedged":
                return f"{right} ({'maybe' if language == 'en' else '也许'} {pool[-1]})"
        return COMMA[language].join(chosen) or NONE[language]

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """Two rules more, for the young and for repetitions; or more conditions and more people."""
        if args["kind"] == "charge":
            if "age" in args["rules"]:
                return None
            rules = {**args["rules"], "age": rng.randint(12, 65), "again": rng.randint(2, 15)}
            return {**args, "rules": rules, "order": rng.sample([*args["order"], "age", "again"], 5)}
        if len(args["rules"]) > 3:
            return None
        return self._conditions(rng, args["kind"], rng.randint(4, 5), rng.randint(3, 4), language)
