"""Write one question about a word of the seed, within limits of length and with a stated question word "
"(English and Chinese)."""

import random
from dataclasses import dataclass
from functools import cache, lru_cache

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving import chinese_passage
from pipeline.teachers.procedural.solving.passage import runs
from pipeline.teachers.procedural.solving.topics import topics
from pipeline.teachers.procedural.words.question_forms import (
    CHINESE_AVOIDABLE,
    CHINESE_CORES,
    CHINESE_TAILS,
    CORES,
    TAILS,
)
from pipeline.teachers.procedural.words.word_kinds import alike

LONGEST_QUOTE = 120
SHORTEST, LONGEST_LEAST = 3, 5
SHORTEST_LIMIT, LONGEST_LIMIT = 6, 10
PAIR = 3
"""Words that a second topic adds."""
TOO_MUCH = "and what else should each of us really want to know about it before we go home".split()
TOO_MUCH_CHINESE = "以及我们在回家之前还应当知道的关于这件事的一切"
NO_QUESTION = {
    "en": ("Tell me more about the {}.", "Here is a question about the {}.", "I wonder about the {}."),
    "zh": ("请多谈谈{}。", "这是一个关于{}的问题。", "我想知道{}的情况。"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """A question with a place for its topic; `size` counts its words with "the" and one noun in that place."""

    start: str
    text: str
    size: int
    words: frozenset[str]


@cache
def forms() -> tuple[Form, ...]:
    found = []
    for start, cores in CORES.items():
        for core in cores.split("|"):
            for tail in TAILS:
                text = " ".join(f"{start} {core} {tail}".split()) + "?"
                words = text.rstrip("?").lower().split()
                found.append(Form(start, text, len(words) + 1, frozenset(words) - {"{topic}"} | {"the"}))
    return tuple(found)


@cache
def vocabulary() -> frozenset[str]:
    """All words of the forms: none of them is ever the topic, so that leaving the topic out is certain to show."""
    return frozenset().union(*(form.words for form in forms()), TOO_MUCH)


@lru_cache(maxsize=4096)
def within(start: str, least: int, most: int, avoid: str) -> tuple[Form, ...]:
    """The forms with a start (or any, if ""), a number of words and without a word."""
    return tuple(
        form for form in forms() if start in ("", form.start) and least <= form.size <= most and avoid not in form.words
    )


@cache
def chinese_forms() -> tuple[Form, ...]:
    """The Chinese forms; `size` counts their characters without the topic."""
    texts = [
        (start, f"{start}{core.strip()}{tail}？")
        for start, cores in CHINESE_CORES.items()
        for core in cores.split("|")
        for tail in CHINESE_TAILS
    ]
    return tuple(Form(start, text, len(text) - len("{topic}？"), frozenset()) for start, text in texts)


@lru_cache(maxsize=4096)
def chinese_within(start: str, least: int, most: int, avoid: str) -> tuple[Form, ...]:
    return tuple(
        form
        for form in chinese_forms()
        if start in ("", form.start) and least <= form.size <= most and not (avoid and avoid in form.text)
    )


def fitting(args: Args) -> tuple[Form, ...]:
    """The forms that meet every demand."""
    if chinese_passage.chinese(args["word"]):
        more = len(args["word"]) + (1 + len(args["also"]) if args["also"] else 0)
        return chinese_within(args["start"], args["least"] - more, args["most"] - more, args["avoid"])
    more = PAIR if args["also"] else 0
    return within(args["start"], args["least"] - more, args["most"] - more, args["avoid"])


def filled(form: Form, args: Args) -> str:
    nouns = [args["word"], args["also"]] if args["also"] else [args["word"]]
    if chinese_passage.chinese(args["word"]):
        return form.text.format(topic="和".join(nouns))
    return form.text.format(topic=" and ".join(f"the {noun}" for noun in nouns))


class TaskFamily(Family):
    id = "question_writing"
    category = "Language Generation/Question Generation"
    seed_kind = "document"
    level = Level.CONSTRAINT
    checker = "question_writing"
    wordings = {
        "en": (
            "Write one question about {topic}. It must {musts}.{quoted}",
            "Ask a single question that deals with {topic}; it has to {musts}.{quoted}",
            "Think of one question on {topic}. Make it {musts}.{quoted}",
            "Please put one question about {topic}, which should {musts}.{quoted}",
            "One question, topic {topic}. To do: {musts}.{quoted}",
            "What would you ask about {topic}? Give one question. Let it {musts}.{quoted}",
            "A pupil needs a question about {topic}. Write it, and have it {musts}.{quoted}",
        ),
        "zh": (
            "请写一个关于{topic}的问题，要求{musts}。{quoted}",
            "围绕{topic}提一个问题：{musts}。{quoted}",
            "关于{topic}，你会问什么？只提一个问题，{musts}。{quoted}",
            "老师需要一道关于{topic}的提问，{musts}。请写出来。{quoted}",
            "提问练习，话题是{topic}。条件：{musts}，只写问题。{quoted}",
            "请就{topic}问一句话，须满足：{musts}。{quoted}",
        ),
    }
    slip_kinds = ("no_question_mark", "word_missing", "too_long", "wrong_start", "two_questions", "no_question")

    @dataclass(frozen=True, slots=True)
    class Config:
        started: float = 0.75
        """Share of the tasks that state the question word."""
        quoting: float = 0.5
        """Share of the tasks that quote the sentence which has the word, if it is short enough."""

        def __post_init__(self) -> None:
            if not (0 <= self.started <= 1 and 0 <= self.quoting <= 1):
                raise ValueError("question_writing: started and quoting are shares, from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        zh = language == "zh"
        found = chinese_passage.runs(seed.text) if zh else runs(seed.text)
        sentences = [sentence for run in found for sentence in run]
        rng.shuffle(sentences)
        if zh:
            for sentence in sentences:
                if nouns := chinese_passage.nouns(sentence):
                    return self._about_chinese(rng, rng.choice(nouns), sentence)
            return None
        for sentence in sentences:
            if here := [word for word in topics(sentence) if word not in vocabulary()]:
                return self._about(rng, rng.choice(here), sentence)
        return None

    def _about(self, rng: random.Random, word: str, sentence: str) -> Args:
        quoted = len(sentence) <= LONGEST_QUOTE and rng.random() < self.config.quoting
        return {
            "word": word,
            "also": "",
            "start": rng.choice(list(CORES)) if rng.random() < self.config.started else "",
            "least": rng.randint(SHORTEST, LONGEST_LEAST),
            "most": rng.randint(SHORTEST_LIMIT, LONGEST_LIMIT),
            "avoid": "",
            "sentence": sentence if quoted else "",
        }

    def _about_chinese(self, rng: random.Random, word: str, sentence: str) -> Args:
        quoted = len(sentence) <= LONGEST_QUOTE and rng.random() < self.config.quoting
        return {
            "word": word,
            "also": "",
            "start": rng.choice(list(CHINESE_CORES)) if rng.random() < self.config.started else "",
            "least": len(word) + rng.randint(3, 5),
            "most": len(word) + rng.randint(8, 14),
            "avoid": "",
            "sentence": sentence if quoted else "",
        }

    @staticmethod
    def _chinese_slots(args: Args) -> dict[str, str]:
        least, most = args["least"], args["most"]
        nouns = [noun for noun in (args["word"], args["also"]) if noun]
        musts = [f"包含{'和'.join(f'“{noun}”' for noun in nouns)}"]
        if args["start"]:
            musts.append(f"以“{args['start']}”开头")
        musts.append(f"恰好{most}个字（不算标点）" if least == most else f"{least}到{most}个字（不算标点）")
        if args["avoid"]:
            musts.append(f"不出现“{args['avoid']}”")
        quoted = f"\n\n话题出自这句话：“{args['sentence']}”" if args["sentence"] else ""
        return {"topic": "和".join(nouns), "musts": "，".join([*musts, "以问号结尾"]), "quoted": quoted}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        if language == "zh":
            return self._chinese_slots(args)
        least, most = args["least"], args["most"]
        nouns = [f'"{noun}"' for noun in (args["word"], args["also"]) if noun]
        musts = [f"contain the word{'s' if args['also'] else ''} {' and '.join(nouns)}"]
        if args["start"]:
            musts.append(f'begin with "{args["start"]}"')
        musts.append(f"have exactly {most} words" if least == most else f"have {least} to {most} words")
        if args["avoid"]:
            musts.append(f'avoid the word "{args["avoid"]}"')
        quoted = f'\n\nThe topic comes from this sentence: "{args["sentence"]}"' if args["sentence"] else ""
        return {
            "topic": " and ".join(noun for noun in (args["word"], args["also"]) if noun),
            "musts": ", ".join(musts) + " and end with a question mark",
            "quoted": quoted,
        }

    def quote(self, args: Args) -> str:
        sentence: str = args["sentence"]
        return sentence

    def solve(self, args: Args, language: str) -> Solution:
        rng = generator(self.id, "solve", canonical(args))
        return Solution(filled(rng.choice(fitting(args)), args))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An added demand: a second word, an exact number of words, or a word to avoid."""
        if language == "zh":
            return self._harder_chinese(rng, args)
        harder = []
        if not args["also"]:
            here = [word for word in topics(args["sentence"]) if word not in vocabulary() | {args["word"]}]
            other = rng.choice(here) if here else alike(rng, "file", f"{' '.join(vocabulary())} {args['word']}")
            room = {"least": args["least"] + PAIR} if args["least"] == args["most"] else {}
            harder.append({**args, **room, "also": other, "most": args["most"] + PAIR})
        if args["least"] < args["most"]:
            harder.append({**args, "least": args["most"]})
        if not args["avoid"]:
            common = sorted({word for form in fitting(args) for word in form.words} - {args["start"].lower(), "the"})
            harder.append({**args, "avoid": rng.choice(common)})
        possible = [found for found in harder if fitting(found)]
        return rng.choice(possible) if possible else None

    @staticmethod
    def _harder_chinese(rng: random.Random, args: Args) -> Args | None:
        harder = []
        if not args["also"]:
            here = [word for word in chinese_passage.nouns(args["sentence"]) if word != args["word"]]
            other = rng.choice(here) if here else chinese_passage.alike(rng, args["word"], args["sentence"])
            more = 1 + len(other)
            room = {"least": args["least"] + more} if args["least"] == args["most"] else {}
            harder.append({**args, **room, "also": other, "most": args["most"] + more})
        if args["least"] < args["most"]:
            harder.append({**args, "least": args["most"]})
        if not args["avoid"]:
            parts = [part for part in CHINESE_AVOIDABLE if any(part in form.text for form in fitting(args))]
            harder += [{**args, "avoid": rng.choice(parts)}] if parts else []
        possible = [found for found in harder if fitting(found)]
        return rng.choice(possible) if possible else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, zh = rng.choice(self.slip_kinds), language == "zh"
        right = filled(rng.choice(fitting(args)), args)
        if kind == "no_question_mark":
            return Slip(kind, right[:-1] + rng.choice(("", "。", "！") if zh else ("", ".", "!")))
        if kind == "word_missing" and zh:
            return Slip(kind, right.replace(args["word"], rng.choice(("它", "这个", "那件事"))))
        if kind == "word_missing":
            return Slip(kind, right.replace(f"the {args['word']}", rng.choice(("it", "this", "that"))))
        if kind == "too_long" and zh:
            over = args["most"] + rng.randint(1, 3) - len(right) + 1
            return Slip(kind, f"{right[:-1]}{TOO_MUCH_CHINESE[:over]}？") if over <= len(TOO_MUCH_CHINESE) else None
        if kind == "too_long":
            size = len(right.split())
            over = args["most"] + rng.randint(1, 3) - size
            return Slip(kind, " ".join([right[:-1], *TOO_MUCH[:over]]) + "?") if over <= len(TOO_MUCH) else None
        if kind == "wrong_start":
            others = [form for form in fitting({**args, "start": ""}) if form.start != args["start"]]
            return Slip(kind, filled(rng.choice(others), args)) if args["start"] and others else None
        if kind == "two_questions":
            return Slip(kind, f"{right}{'' if zh else ' '}{filled(rng.choice(fitting(args)), args)}")
        return Slip(kind, rng.choice(NO_QUESTION[language]).format(args["word"]))
