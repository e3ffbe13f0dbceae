"""Abbreviations: what they stand for, how a name is shortened, and which of two senses a sentence means (English and
Chinese)."""

import random
from collections.abc import Sequence

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import QuestionFamily, pair
from pipeline.teachers.procedural.words.abbreviations import ABBREVIATIONS, FIELDS, LITTLE, PHRASE, SENSES
from pipeline.teachers.procedural.words.names import NAMES

OCCASIONS = {
    "en": (
        "{name} writes a glossary for the {place}.",
        "{other} reads the paper {time} and asks {name} this.",
        "A form in the {place} puzzles {name}.",
        "{name} edits a text for {other}.",
    ),
    "zh": (
        "{name}为{place}编写术语表。",
        "{other}{time}看报纸，问了{name}这个问题。",
        "{place}的一张表格让{name}看不懂。",
        "{name}替{other}修改文章。",
    ),
}
ASKS = {
    "en": {
        "expand": pair(
            "In the field of {target}, what does {items} stand for?",
            "Write out in full, as used in {target}: {items}.",
            "the words in full",
            "the words in full",
        ),
        "shorten": pair(
            "What is the usual abbreviation of {items}?", "Abbreviate: {items}.", "the letters", "the abbreviations"
        ),
        "acronym": pair(
            "Which acronym do the first letters of {items} give, without of, and, for and the?",
            "Form the acronym from the first letters, leaving out of, and, for and the: {items}.",
            "the capital letters",
            "the acronyms",
        ),
        "sense": pair(
            "What do the capital letters stand for here: {items}? The choice: {target}.",
            "Say what the capital letters mean in this text: {items}. Choose from: {target}.",
            "one of the choices",
            "one of the choices for each sentence",
        ),
        "odd": pair(
            "Which of {items} belongs to the field of {target}?",
            "Find the only abbreviation from {target}: {items}.",
            "the abbreviation",
            "the abbreviations",
        ),
    },
    "zh": {
        "expand": pair(
            "在{target}领域，{items}的中文全称是什么？", "写出下列简称的中文全称（{target}）：{items}。", "全称"
        ),
        "shorten": pair("{items}通常简写作什么？", "写出下列名称的通用简称：{items}。", "简称"),
        "acronym": pair(
            "去掉of、and、for、the之后，{items}各词的首字母组成什么缩写？",
            "取各词首字母组成缩写（of、and、for、the不算）：{items}。",
            "大写字母",
        ),
        "sense": pair(
            "下面句子里的大写字母是什么意思：{items}？可选：{target}。",
            "从{target}中选出下面句子里大写字母的含义：{items}。",
            "所选的含义",
        ),
        "odd": pair("{items}当中哪一个属于{target}领域？", "从{items}中找出唯一属于{target}的缩写。", "缩写"),
    },
}
_BY_FIELD = {
    (language, field): [one for one in ABBREVIATIONS if one.field == field and getattr(one, language)]
    for language in FIELDS["computing"]
    for field in FIELDS
}
_FULL = {language: {getattr(one, language): one for one in ABBREVIATIONS} for language in ("en", "zh")}
_SHORT = {one.short: one for one in ABBREVIATIONS}
QUOTED = {"en": '"{}"', "zh": "“{}”"}
CHOICE = {"en": " / ", "zh": "／"}


def initials(phrase: str) -> str:
    return "".join(word[0] for word in phrase.split() if word not in LITTLE).upper()


class TaskFamily(QuestionFamily):
    id = "abbreviations"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Abbreviation Explaination"
    checker = "abbreviations"
    asks = ASKS
    occasions = OCCASIONS
    extra = ("expand", "expand", "shorten", "acronym", "sense", "sense", "odd")

    def draw(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        count = rng.randint(2, 3) if harder else 1
        if ask == "acronym":
            return [self._phrase(rng) for _ in range(count)], ""
        if ask == "sense":
            return self._sentences(rng, count, language)
        fields = [field for field in FIELDS if _BY_FIELD[language, field]]
        field = rng.choice(fields)
        drawn = rng.sample(_BY_FIELD[language, field], count)
        if ask == "expand":
            return [one.short for one in drawn], FIELDS[field][language]
        if ask == "shorten":
            return [getattr(one, language) for one in drawn], ""
        field = rng.choice([field for field in fields if field != "chinese"])
        others = [one for one in ABBREVIATIONS if one.field not in (field, "chinese")]
        chosen = [rng.choice(_BY_FIELD[language, field]), *rng.sample(others, rng.randint(4, 5) if harder else 3)]
        rng.shuffle(chosen)
        return [one.short for one in chosen], FIELDS[field][language]

    @staticmethod
    def _phrase(rng: random.Random) -> str:
        """A made-up society."""
        first, body, matter, people = (rng.choice(PHRASE[part]) for part in ("first", "body", "matter", "people"))
        other = rng.choice([one for one in PHRASE["matter"] if one != matter])
        shape = rng.choice(
            ("{f} {b} of {m} {p}", "{m} {p} {b}", "{f} {b} for {m} and {o} {p}", "{b} of the {f} {m} {p}")
        )
        return shape.format(f=first, b=body, m=matter, o=other, p=people)

    @staticmethod
    def _sentences(rng: random.Random, count: int, language: str) -> tuple[list[str], str]:
        """Sentences with short forms, and the senses to choose from: all of those forms."""
        shorts = rng.sample(sorted({sense.short for sense in SENSES}), count)
        items, choices = [], []
        for short in shorts:
            both = [sense for sense in SENSES if sense.short == short]
            sentence = rng.choice(rng.choice(both).sentences[language]).format(name=rng.choice(NAMES[language]))
            items.append(sentence)
            choices += [getattr(sense, language) for sense in both]
        rng.shuffle(choices)
        return items, CHOICE[language].join(choices)

    def shown(self, item: str, language: str) -> str:
        return QUOTED[language].format(item) if " " in item or len(item) > 8 else item

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        match ask:
            case "expand":
                return [getattr(_SHORT[item], language) for item in items]
            case "shorten":
                return [_FULL[language][item].short for item in items]
            case "acronym":
                return [initials(item) for item in items]
            case "sense":
                return [self._meant(item, language) for item in items]
        return [item for item in items if FIELDS[_SHORT[item].field][language] == target]

    @staticmethod
    def _meant(item: str, language: str) -> str:
        """The sense whose sentence this is, whatever the name in it."""
        for sense in SENSES:
            for sentence in sense.sentences[language]:
                before, after = sentence.split("{name}")
                if item.startswith(before) and item.endswith(after):
                    found: str = getattr(sense, language)
                    return found
        raise ValueError(f"abbreviations: {item!r} is no sentence of the table")

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        ask = args["ask"]
        if ask == "sense":
            return [one for one in args["target"].split(CHOICE[language]) if one != right]
        if ask == "odd":
            return [item for item in args["items"] if item != right]
        if ask == "acronym":
            return [right[1:], right + right[0], right[:-1], f"{right[0]}X{right[1:]}"]
        same = [
            one for one in ABBREVIATIONS if getattr(one, language) and right not in (one.short, getattr(one, language))
        ]
        return [one.short if ask == "shorten" else getattr(one, language) for one in same]

    def mixed_up(self, args: Args, right: str, language: str) -> str:
        return str(args["items"][0]) if args["ask"] != "odd" else str(args["target"])
