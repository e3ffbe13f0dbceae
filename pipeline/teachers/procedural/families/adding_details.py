"""Expand a bare sentence so that it tells stated details, its own words kept in order (English and Chinese)."""

import random
from dataclasses import dataclass

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.families.grammar_rewriting import adjectives, nouns
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.detail_words import DETAILS, LABELS
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.translation_words import NUMBERS, PLACES, THINGS, VERBS

KINDS = tuple(LABELS["en"])
ROOM = {"en": (1, 5), "zh": (2, 9)}
"""How many words (characters) more than needed a task admits."""
PADDING = {
    "en": "as everybody in the whole town still remembers very well to this day".split(),
    "zh": ["这", "件", "事", "全", "镇", "的", "人", "到", "今", "天", "都", "还", "记", "得", "清", "清", "楚", "楚"],
}
SPACE = {"en": " ", "zh": ""}


def composed(args: Args, language: str) -> str:
    """The sentence with all details in their usual places."""
    given = dict(args["details"])
    rng = generator("adding_details", canonical(args))
    first = rng.random() < 0.5
    who, verb, what = args["core"]

    def some(*kinds: str) -> list[str]:
        return [given[kind] for kind in kinds if kind in given]

    if language == "zh":
        reason = f"{given['reason']}，" if "reason" in given else ""
        who = f"{given['trait']}{who}" if "trait" in given else who
        opening = [*some("when"), who] if first else [who, *some("when")]
        tail = [*some("companion"), *(f"在{place}" for place in some("where")), *some("manner"), verb]
        return "".join([reason, *opening, *tail, *some("number", "quality"), what]) + "。"
    the, person = ("", who) if who in NAMES["en"] else ("the ", who.removeprefix("the "))
    if "trait" in given:
        the = the or "the "
        person = f"{given['trait']} {person}"
    parts = [the + person, *some("manner"), verb, *some("number", "quality"), what, *some("where", "companion")]
    parts = [f"{given['when']}, {parts[0]}", *parts[1:]] if first and "when" in given else [*parts, *some("when")]
    text = " ".join([*parts, *some("reason")])
    return text[0].upper() + text[1:] + "."


def size(text: str, language: str) -> int:
    if language == "zh":
        return sum("一" <= character <= "鿿" for character in text)
    return len(text.split())


class TaskFamily(Family):
    id = "adding_details"
    category = "Language Generation/Rewriting-Paraphrasing/Adding Details"
    level = Level.CONSTRAINT
    checker = "adding_details"
    wordings = {
        "en": (
            "Expand this sentence: “{core}” Add these details, in these words: {details}. Keep the words of the "
            "sentence in their order and write one sentence of {least} to {most} words.",
            "{core}\n\nThat is rather bare. Work in the following, word for word: {details}. One sentence, {least} to "
            "{most} words, with all the old words in the old order.",
            "Details to add: {details}.\nSentence: {core}\nWrite the richer sentence ({least} to {most} words). "
            "None of its original words may go or change places, and the details are to be quoted exactly.",
            "A reporter noted only “{core}” and later learned this: {details}. Put it all into a single sentence of at "
            "least {least} and at most {most} words that still has every noted word in order and each detail as given.",
            "Please make “{core}” more vivid. It should also say {details} (use exactly these words). Length: "
            "{least} to "
            "{most} words, one sentence; the given words stay, in the same order.",
            "Take the skeleton “{core}” and hang on it: {details}. Quote each piece as it is, keep the "
            "skeleton's words "
            "in sequence, stop at one sentence, count {least} to {most} words.",
        ),
        "zh": (
            "请扩写句子“{core}”，加上这些内容（用原词）：{details}。"
            "原句的字要按原来的顺序保留，写成一句话，{least}到{most}个汉字。",
            "{core}\n\n这句话太简单了。请把下面的细节原样写进去：{details}。"
            "只写一句，{least}到{most}个汉字，原有的字不能少、不能换位置。",
            "要补充的细节：{details}。\n原句：{core}\n请写出更具体的一句话（汉字{least}至{most}个），原句的字依次保留，细节照抄。",
            "记者只记下了“{core}”，后来又了解到：{details}。请合成一个句子，不少于{least}个汉字，不多于{most}个汉字，"
            "原来的字按顺序都在，细节一字不差。",
            "让“{core}”更生动：还要交代{details}（必须用这些词语）。一句话，{least}到{most}个汉字，原句文字次序不变。",
            "以“{core}”为主干，添上{details}，扩成一个句子。主干的字按原序出现，所添词语照原样，全句{least}～{most}个汉字。",
        ),
    }
    slip_kinds = (
        "detail_missing",
        "detail_changed",
        "original_lost",
        "too_long",
        "two_sentences",
        "unchanged",
        "word_altered",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        least: int = 2
        most: int = 4
        """Details of a fresh task."""

        def __post_init__(self) -> None:
            if not 1 <= self.least <= self.most <= len(KINDS):
                raise ValueError(f"adding_details: need 1 <= least <= most <= {len(KINDS)} (details)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        kind, zh = rng.choice(THINGS), language == "zh"
        what, verb = rng.choice(nouns(kind)), rng.choice([one for one in VERBS if kind in one.kinds])
        person = rng.choice(nouns("person"))
        who = person.chinese if zh else f"the {person.english}"
        if rng.random() < 0.5:
            who = rng.choice(NAMES[language])
        core = [who, f"{verb.chinese}了", what.chinese] if zh else [who, verb.past, what.plural]
        args: Args = {"core": core, "kind": kind, "details": [], "least": 0, "most": 0}
        for _ in range(rng.randint(self.config.least, self.config.most)):
            args = self._detailed(rng, args, language)
        return self._bounded(rng, args, language)

    def _detailed(self, rng: random.Random, args: Args, language: str) -> Args:
        kinds = [kind for kind in KINDS if kind not in [name for name, _ in args["details"]]]
        if args["core"][0] in NAMES[language]:
            kinds = [kind for kind in kinds if kind != "trait"]
        kind = rng.choice(kinds)
        return {**args, "details": [*args["details"], [kind, self._detail(rng, kind, args, language)]]}

    @staticmethod
    def _detail(rng: random.Random, kind: str, args: Args, language: str) -> str:
        zh = language == "zh"
        if kind == "where":
            place = rng.choice(PLACES)
            return place.chinese if zh else place.english
        if kind == "number":
            number = rng.choice(NUMBERS[1:])
            measure = next(
                noun.measure for noun in nouns(args["kind"]) if args["core"][2] in (noun.chinese, noun.plural)
            )
            return f"{number[1]}{measure}" if zh else number[0]
        if kind in ("quality", "trait"):
            return rng.choice(adjectives("person" if kind == "trait" else args["kind"], language))
        return rng.choice(DETAILS[language][kind])

    @staticmethod
    def _bounded(rng: random.Random, args: Args, language: str) -> Args:
        whole = size(composed(args, language), language)
        low, high = ROOM[language]
        return {**args, "least": whole - rng.randint(0, 2), "most": whole + rng.randint(low, high)}

    def core(self, args: Args, language: str) -> str:
        text = SPACE[language].join(args["core"])
        return text[0].upper() + text[1:] + ("。" if language == "zh" else ".")

    def slots(self, args: Args, language: str) -> dict[str, str]:
        labels = LABELS[language]
        if language == "zh":
            said = "，".join(f"{labels[kind]}（{text}）" for kind, text in args["details"])
        else:
            said = ", ".join(f'{labels[kind]} ("{text}")' for kind, text in args["details"])
        return {
            "core": self.core(args, language),
            "details": said,
            "least": str(args["least"]),
            "most": str(args["most"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        # The length does not depend on the bounds, for the places of the details do not change it.
        return Solution(composed(args, language))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One detail more, or no room to spare in the length."""
        names = args["core"][0] in NAMES[language]
        if len(args["details"]) < len(KINDS) - names:
            return self._bounded(rng, self._detailed(rng, args, language), language)
        whole = size(composed(args, language), language)
        return {**args, "least": whole, "most": whole} if args["least"] < args["most"] else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, good = rng.choice(self.slip_kinds), composed(args, language)
        name, text = rng.choice(args["details"])
        space = SPACE[language]
        stop = good[-1]
        if kind in ("detail_missing", "detail_changed"):
            rest = [[other, said] for other, said in args["details"] if other != name]
            if kind == "detail_changed":
                changed = self._detail(rng, name, args, language)
                if text in changed or any(text in said for _, said in rest):
                    return None
                rest.append([name, changed])
            wrong = composed({**args, "details": rest}, language)
            if text.lower() in wrong.lower():
                return None
            return Slip(kind, wrong)
        if kind == "original_lost":
            lost = rng.choice(args["core"][1:])
            return Slip(kind, good.replace(space + lost, space + rng.choice(PADDING[language]), 1))
        if kind == "too_long":
            extra = args["most"] + 1 - size(good, language) + rng.randint(0, 3)
            words = (PADDING[language] * 3)[:extra]
            comma = "，" if language == "zh" else ", "
            return Slip(kind, good[:-1] + comma + space.join(words) + stop)
        if kind == "two_sentences":
            return Slip(kind, good + space + self.core(args, language))
        if kind == "unchanged":
            return Slip(kind, self.core(args, language))
        return (
            Slip(kind, good.replace(text, f"{text[:-1]}{'们' if language == 'zh' else 'xx'}", 1))
            if text in good
            else None
        )
