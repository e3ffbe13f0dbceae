"""Mark a piece of work by a stated rubric: weighted points, deductions, a bonus and limits (English and Chinese)."""

import random
from dataclasses import dataclass
from fractions import Fraction

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.worked import WorkedFamily
from pipeline.teachers.procedural.words.names import NAMES

WORKS = {
    "en": {
        "essay": "argument|structure|language|sources|originality",
        "talk": "content|delivery|slides|timing|answers to questions",
        "science report": "method|data|discussion|clarity|layout",
        "cake": "taste|look|texture|difficulty|neatness",
        "painting": "composition|colour|technique|idea|finish",
        "computer program": "correctness|readability|tests|speed|documentation",
        "piano recital": "rhythm|expression|accuracy|tone|presence",
    },
    "zh": {
        "作文": "立意|结构|语言|素材|创意",
        "演讲": "内容|表达|幻灯片|时间掌握|答问",
        "实验报告": "方法|数据|讨论|条理|版面",
        "蛋糕": "味道|外观|口感|难度|整洁",
        "绘画": "构图|色彩|技法|构思|完成度",
        "程序": "正确性|可读性|测试|速度|文档",
        "钢琴演奏": "节奏|表现力|准确度|音色|台风",
    },
}
WEIGHTS = {
    2: ((40, 60), (30, 70), (50, 50)),
    3: ((20, 30, 50), (30, 30, 40), (25, 25, 50)),
    4: ((10, 20, 30, 40), (20, 20, 25, 35)),
}


def plain_mark(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.2f}".rstrip("0")


class TaskFamily(WorkedFamily):
    id = "scoring"
    category = "Knowledge Utilization/Open-book Questions/Subjective Questions/Scoring"
    checker = "scoring"
    wordings = {
        "en": (
            "Mark {name}'s {work} by this rubric.\n{rubric}\nThe jury's points: {points}. {facts}{ask}",
            "{name}'s {work} is in. Points: {points}. {facts}The rubric:\n{rubric}\n{ask}",
            "Rubric ({work}):\n{rubric}\n{name} got {points}. {facts}{ask}",
            "{ask}\nWork: {work} by {name}. Points: {points}. {facts}\nRules:\n{rubric}",
            "You examine the {work} by {name} and are bound by these rules:\n{rubric}\nYou gave {points}. {facts}{ask}",
            "What mark does {name} get for the {work}? Given: {points}. {facts}\n{rubric}\n{ask}",
        ),
        "zh": (
            "请按下面的标准给{name}的{work}打分。\n{rubric}\n各项得分：{points}。{facts}{ask}",
            "{name}交了一份{work}。得分：{points}。{facts}评分标准：\n{rubric}\n{ask}",
            "{work}评分标准：\n{rubric}\n{name}的得分是{points}。{facts}{ask}",
            "{ask}\n{name}的{work}：{points}。{facts}\n规则：\n{rubric}",
            "你是{work}的评委，必须遵守这些规则：\n{rubric}\n你给{name}打了{points}。{facts}{ask}",
        ),
    }
    slip_kinds = ("weights_ignored", "deduction_ignored", "off_by_one", "off_by_ten", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        criteria: int = 3
        """The most criteria of a simple rubric."""

        def __post_init__(self) -> None:
            if not 2 <= self.criteria <= 4:
                raise ValueError("scoring: criteria must be 2 to 4")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        return self._draw(rng, language, rng.randint(2, self.config.criteria), bonus=False)

    @staticmethod
    def _draw(rng: random.Random, language: str, count: int, *, bonus: bool) -> Args:
        work = rng.choice(list(WORKS[language]))
        weights = list(rng.choice(WEIGHTS[count]))
        rng.shuffle(weights)
        return {
            "name": rng.choice(NAMES[language]),
            "work": work,
            "criteria": rng.sample(WORKS[language][work].split("|"), count),
            "weights": weights,
            "points": [rng.randint(2, 10) for _ in weights],
            "per_day": rng.randint(2, 8),
            "late": rng.randint(1, 5),
            "bonus": rng.randint(3, 12) if bonus else 0,
            "needed": rng.randint(6, 9) if bonus else 0,
        }

    def slots(self, args: Args, language: str) -> dict[str, str]:
        weights = list(zip(args["criteria"], args["weights"], strict=True))
        points = list(zip(args["criteria"], args["points"], strict=True))
        if language == "en":
            rubric = [
                "- Each criterion gets 0 to 10 points. Weights: "
                + ", ".join(f"{name} {weight}%" for name, weight in weights),
                "- The weighted mean of the points is multiplied by 10 and gives the mark out of 100.",
                f"- {args['per_day']} marks are taken off for every day of delay.",
            ]
            if args["bonus"]:
                rubric.append(
                    f"- If no criterion has fewer than {args['needed']} points, {args['bonus']} marks are added."
                )
            rubric.append("- A mark is never below 0 or above 100.")
            shown = ", ".join(f"{name} {point}" for name, point in points)
            days = "1 day" if args["late"] == 1 else f"{args['late']} days"
            facts, ask = f"The work came {days} late. ", 'Show the calculation and end with "Answer: " and the mark.'
        else:
            rubric = [
                "- 每项0到10分，权重：" + "，".join(f"{name}{weight}%" for name, weight in weights),
                "- 各项得分加权平均后乘以10，得到百分制成绩。",
                f"- 每迟交一天扣{args['per_day']}分。",
            ]
            if args["bonus"]:
                rubric.append(f"- 如果没有一项低于{args['needed']}分，加{args['bonus']}分。")
            rubric.append("- 成绩不低于0分，不高于100分。")
            shown = "，".join(f"{name}{point}分" for name, point in points)
            facts, ask = f"迟交了{args['late']}天。", "请写出计算过程，最后写“答案：”和成绩。"
        return {
            "name": args["name"],
            "work": args["work"],
            "rubric": "\n".join(rubric),
            "points": shown,
            "facts": facts,
            "ask": ask,
        }

    def work(self, args: Args, language: str) -> tuple[list[str], str]:
        english = language == "en"
        terms = " + ".join(f"{p} × {w}%" for p, w in zip(args["points"], args["weights"], strict=True))
        mark = Fraction(sum(p * w for p, w in zip(args["points"], args["weights"], strict=True)), 10)
        lines = [f"{'Weighted: ' if english else '加权：'}({terms}) × 10 = {plain_mark(mark)}"]
        taken = args["per_day"] * args["late"]
        before, mark = mark, mark - taken
        delay = f"{plain_mark(before)} - {args['per_day']} × {args['late']} = {plain_mark(mark)}"
        lines.append(f"{'Delay: ' if english else '迟交：'}{delay}")
        if args["bonus"] and min(args["points"]) >= args["needed"]:
            mark += args["bonus"]
            lines.append(f"{'Bonus: ' if english else '加分：'}+ {args['bonus']} = {plain_mark(mark)}")
        return lines, plain_mark(min(max(mark, Fraction(0)), Fraction(100)))

    def mistake(self, rng: random.Random, kind: str, args: Args, language: str) -> str | None:
        right = Fraction(self.work(args, language)[1])
        match kind:
            case "weights_ignored":
                mark = Fraction(10 * sum(args["points"]), len(args["points"])) - args["per_day"] * args["late"]
            case "deduction_ignored":
                mark = right + args["per_day"] * args["late"]
            case "off_by_one":
                mark = right + rng.choice((1, 2, 3))
            case "off_by_ten":
                mark = right + rng.choice((10, 20))
            case _:
                return f"{plain_mark(right)} {'or' if language == 'en' else '或'} {plain_mark(right + 1)}"
        return plain_mark(mark) if mark != right else None

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """More criteria, and a bonus under a condition."""
        if args["bonus"]:
            return None
        return self._draw(rng, language, rng.randint(3, 4), bonus=True)
