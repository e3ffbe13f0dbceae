"""Rewrite a plain statement as a simile, a rhetorical question, parallel clauses, a contrast or an exclamation."""

import random
from dataclasses import dataclass
from functools import cache

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES, PLACES
from pipeline.teachers.procedural.words.rhetoric_words import GENERAL, QUALITIES, QUESTIONS

FORMS = ("simile", "question", "parallel", "contrast", "exclamation")
MORE = {"parallel": 2, "contrast": 1}
"""Qualities beside the first that a form needs."""
DEMANDS = {
    "en": {
        "simile": "as a simile that contains “as {quality} as” and then an image of two words or more",
        "question": "as a rhetorical question that begins with “{opening}”",
        "parallel": "as {count} parallel clauses parted by semicolons, each of which begins with “{subject} is” and "
        "names one of the qualities, in the given order",
        "contrast": "as a contrast that contains “not {other} but {quality}”",
        "exclamation": "as an exclamation that begins with “How {quality}”",
    },
    "zh": {
        "simile": "写成比喻句，句中用“像……一样{quality}”",
        "question": "写成反问句，以“{opening}”开头",
        "parallel": "写成排比句，共{count}个分句，用分号隔开，每个分句都以“{subject}”开头，依次各说一个特点",
        "contrast": "写成对照句，句中用“不是{other}，而是{quality}”",
        "exclamation": "写成感叹句，句中用“多么{quality}”",
    },
}
TAILS = {
    "en": ("as everyone who came along that day would gladly tell you", "and that is what people in the region think"),
    "zh": ("凡是那一天路过此地的人都会这样高兴地告诉你", "附近一带的男女老少心里大概都是这么想的"),
}


@cache
def qualities(language: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each quality the things that can have it, and images of it."""
    lines = QUALITIES[language].strip().splitlines()
    rows = [(*head.split("|"), images) for head, images in zip(lines[::2], lines[1::2], strict=True)]
    return {name: (tuple(things.split()), tuple(images.split(","))) for name, things, images in rows}


def size(text: str, language: str) -> int:
    return sum("一" <= one <= "鿿" for one in text) if language == "zh" else len(text.split())


def statement(args: Args, language: str) -> str:
    """The plain sentence that is to be rewritten."""
    subject, held = args["subject"], [args["quality"], *args["others"]]
    if language == "zh":
        if args["form"] == "contrast":
            return f"{subject}不{held[1]}，却很{held[0]}。"
        return f"{subject}很{'、很'.join(held)}。"
    if args["form"] == "contrast":
        return f"{_capital(subject)} is {held[0]}, and not {held[1]}."
    listed = held[0] if len(held) == 1 else f"{', '.join(held[:-1])} and {held[-1]}"
    return f"{_capital(subject)} is {listed}."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def figure(args: Args, language: str) -> str:
    """The statement in its figure of speech."""
    rng = generator("rhetorical_rewriting", canonical(args))
    subject, quality, others, zh = args["subject"], args["quality"], args["others"], language == "zh"
    match args["form"]:
        case "simile":
            image = rng.choice(qualities(language)[quality][1])
            return f"{subject}像{image}一样{quality}。" if zh else f"{_capital(subject)} is as {quality} as {image}."
        case "question":
            ending = QUESTIONS[language][args["opening"]].format(
                statement=f"{subject} is {quality}", subject=subject, quality=quality
            )
            return args["opening"] + ("" if zh else " ") + ending
        case "parallel":
            if zh:
                return "；".join(f"{subject}很{held}" for held in (quality, *others)) + "。"
            clauses = [f"{subject} is {held}" for held in (quality, *others)]
            return _capital("; ".join(clauses)) + "."
        case "contrast":
            if zh:
                return f"{subject}不是{others[0]}，而是{quality}。"
            return f"{_capital(subject)} is not {others[0]} but {quality}."
    return f"{subject}多么{quality}啊！" if zh else f"How {quality} {subject} is!"


class TaskFamily(Family):
    id = "rhetorical_rewriting"
    category = "Language Generation/Rewriting-Paraphrasing/Rhetorical Rewriting"
    level = Level.CONSTRAINT
    checker = "rhetorical_rewriting"
    wordings = {
        "en": (
            "Rewrite “{statement}” {demand}. One sentence of at most {most} words that still names {subject}.",
            "{statement}\n\nSay this {demand}. Use one sentence and no more than {most} words; “{subject}” must occur.",
            "A speech contains the dull line “{statement}” Put it {demand}. Keep “{subject}” and stay within {most} "
            "words and one sentence.",
            "Style exercise: recast the statement {demand}. Limit: {most} words, one sentence, with the words "
            "“{subject}”.\nStatement: {statement}",
            "How could a poet put it? Write the line “{statement}” {demand}. Mention {subject} by these words, and "
            "write a single sentence of {most} words or fewer.",
            "Please phrase the following {demand}: {statement} It should be one sentence, not above {most} words, "
            "and contain “{subject}”.",
        ),
        "zh": (
            "请把“{statement}”{demand}。只写一句，不超过{most}个汉字，句中要有“{subject}”。",
            "{statement}\n\n请把上面的陈述句{demand}，一句话，最多{most}个汉字，保留“{subject}”。",
            "演讲稿里有一句平淡的话：{statement}请{demand}。要求提到“{subject}”，不超过{most}个汉字，只有一句。",
            "修辞练习：{demand}。原句：{statement}\n限一句话，{most}个汉字以内，必须出现“{subject}”。",
            "诗人会怎么说“{statement}”？请{demand}，写一句，汉字不多于{most}个，“{subject}”不能少。",
        ),
    }
    slip_kinds = ("form_missing", "subject_missing", "quality_missing", "too_long", "two_sentences", "wrong_stop")

    @dataclass(frozen=True, slots=True)
    class Config:
        room: int = 6
        """Most words (characters) to spare in the limit of length."""

        def __post_init__(self) -> None:
            if not 0 <= self.room <= 30:
                raise ValueError("rhetorical_rewriting: room must be from 0 to 30")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        table = qualities(language)
        quality, form = rng.choice(list(table)), rng.choice(FORMS)
        thing, name, place = rng.choice(table[quality][0]), rng.choice(NAMES[language]), rng.choice(PLACES[language])
        if language == "zh":
            subject = rng.choice((f"{name}家的{thing}", f"{place}的{thing}", f"{name}在{place}见到的{thing}"))
        else:
            subject = rng.choice(
                (f"{name}'s {thing}", f"the {thing} in {place}", f"the {thing} of {name} from {place}")
            )
        others = rng.sample(GENERAL[language], MORE.get(form, 0))
        opening = rng.choice(list(QUESTIONS[language])) if form == "question" else ""
        args: Args = {
            "subject": subject,
            "quality": quality,
            "others": others,
            "form": form,
            "opening": opening,
            "most": 0,
            "also": "",
        }
        return self._bounded(rng, args, language)

    def _bounded(self, rng: random.Random, args: Args, language: str) -> Args:
        longest = size(self._right(args, language), language) + 2 * (args["form"] == "simile")
        return {**args, "most": longest + rng.randint(0, self.config.room)}

    @staticmethod
    def _right(args: Args, language: str) -> str:
        text = figure({**args, "most": 0}, language)
        if not args["also"]:
            return text
        return f"{args['also']}，{text}" if language == "zh" else f"{text[:-1]} {args['also']}{text[-1]}"

    def slots(self, args: Args, language: str) -> dict[str, str]:
        demand = DEMANDS[language][args["form"]].format(
            quality=args["quality"],
            opening=args["opening"],
            subject=args["subject"],
            other=next(iter(args["others"]), ""),
            count=1 + len(args["others"]),
        )
        if args["also"]:
            demand += f"，并且加上“{args['also']}”" if language == "zh" else f", with the words “{args['also']}” added"
        return {
            "statement": statement(args, language),
            "demand": demand,
            "most": str(args["most"]),
            "subject": args["subject"],
        }

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(self._right(args, language))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """Another quality for parallel clauses, or words to be added."""
        if args["form"] == "parallel" and len(args["others"]) < 5:
            rest = [other for other in GENERAL[language] if other not in args["others"]]
            return self._bounded(rng, {**args, "others": [*args["others"], rng.choice(rest)]}, language)
        if args["also"] or (args["form"] == "question" and language == "zh"):
            return None
        zh = ("在我看来", "说句心里话", "直到今天", "每年春天", "在孩子们眼里", "毫不夸张地说")
        en = ("in my eyes", "to this day", "in early spring", "after all these years", "in the evening light")
        also = rng.choice(zh if language == "zh" else en)
        return self._bounded(rng, {**args, "also": also}, language)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, good, zh = rng.choice(self.slip_kinds), self._right(args, language), language == "zh"
        match kind:
            case "form_missing":
                return Slip(kind, statement(args, language))
            case "subject_missing":
                wrong = good.replace(_capital(args["subject"]), "它" if zh else "It")
                return Slip(kind, wrong.replace(args["subject"], "它" if zh else "it"))
            case "quality_missing":
                other = rng.choice(
                    [one for one in qualities(language) if one not in (args["quality"], *args["others"])]
                )
                if args["quality"] in args["subject"]:
                    return None
                return Slip(kind, good.replace(args["quality"], other))
            case "too_long":
                tail = rng.choice(TAILS[language])
                wrong = f"{good[:-1]}{'，' if zh else ' '}{tail}{good[-1]}"
                return Slip(kind, wrong) if size(wrong, language) > args["most"] else None
            case "two_sentences":
                return Slip(kind, f"{good}{'' if zh else ' '}{statement(args, language)}")
        stops = "。！？" if zh else ".!?"
        return Slip(
            kind, good[:-1] + rng.choice([stop for stop in stops if stop != good[-1] and self._certain(stop, good)])
        )

    @staticmethod
    def _certain(stop: str, good: str) -> bool:
        """Whether a stop is certainly wrong: a statement may end in a full stop or an exclamation mark."""
        return stop in "？?" or good[-1] in "？?！!"
