"""Sum up a passage in its own sentences, within stated limits (English and Chinese)."""

import random
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving import chinese_passage
from pipeline.teachers.procedural.solving.passage import split, terms, window, words

Choice = tuple[int, ...]
"""Numbers of the chosen sentences, ascending, counted from 0."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
CHINESE_NUMBERS = "零一二三四五六"
FOREIGN = {
    "en": (
        "In short, this matters to everyone.",
        "That is the whole story.",
        "The rest is a matter of taste.",
        "This is what the text is about.",
    ),
    "zh": ("总之，这件事关系到每个人。", "以上就是全部情况。", "其余的因人而异。", "这就是本文的大意。"),
}


class Passage:
    """A passage's sentences, and what the limits and the choice of sentences look at."""

    def __init__(self, text: str) -> None:
        self.sentences = split(text)
        self.lengths = [len(sentence.split()) for sentence in self.sentences]
        self.words = [{word.lower() for word in words(sentence)} for sentence in self.sentences]
        self.terms = terms(text)

    @cached_property
    def choices(self) -> list[Choice]:
        """Every non-empty choice of sentences short of the whole."""
        numbers = range(len(self.sentences))
        return [choice for size in numbers[1:] for choice in combinations(numbers, size)]

    def length(self, choice: Choice) -> int:
        return sum(self.lengths[number] for number in choice)

    def admits(self, args: Args, choice: Choice) -> bool:
        """Whether a choice keeps all the limits of a task."""
        held = set().union(*(self.words[number] for number in choice))
        return (
            args["count"] in (0, len(choice))
            and (not args["most_words"] or self.length(choice) <= args["most_words"])
            and held.issuperset(args["terms"])
            and args["without"] not in held
        )

    def admitted(self, args: Args) -> list[Choice]:
        return [choice for choice in self.choices if self.admits(args, choice)]

    def coverage(self, choice: Choice) -> tuple[int, int]:
        """How much of the passage's subject a choice covers (each of its terms weighs as often as the passage uses it),
        and at equal cover how short it is."""
        held = set().union(*(self.words[number] for number in choice))
        return sum(n for word, n in self.terms.items() if word in held), -self.length(choice)

    def join(self, choice: Choice) -> str:
        return " ".join(self.sentences[number] for number in choice)


class ChinesePassage(Passage):
    """The same of a Chinese passage: its length is counted in characters, its words are the nouns of a table."""

    def __init__(self, text: str) -> None:
        self.sentences = chinese_passage.sentences(text)
        self.lengths = [len(sentence) for sentence in self.sentences]
        self.terms = {word: text.count(word) for word in chinese_passage.nouns(text)}
        self.words = [{word for word in self.terms if word in sentence} for sentence in self.sentences]

    def join(self, choice: Choice) -> str:
        return "".join(self.sentences[number] for number in choice)


def passage_of(text: str) -> Passage:
    return ChinesePassage(text) if chinese_passage.chinese(text) else Passage(text)


def chinese_demands(args: Args) -> str:
    """The limits in Chinese."""
    size = f"从原文中选{CHINESE_NUMBERS[args['count']]}句" if args["count"] else "从原文中选句子"
    if args["most_words"]:
        size += f"，合计不超过{args['most_words']}个字（标点也算）"
    named = "和".join(f"“{term}”" for term in args["terms"])
    avoid = f"不要选含有“{args['without']}”的句子。" if args["without"] else ""
    return f"{size}。摘要里要出现{named}。{avoid}"


def demands(args: Args) -> str:
    """The limits as sentences."""
    count, limit = args["count"], args["most_words"]
    size = f"exactly {NUMBERS[count]} of its own sentences" if count else "its own sentences"
    if limit:
        size += f", at most {limit} words in all (count what stands between blanks)"
    named = " and the word ".join(f'"{term}"' for term in args["terms"])
    avoid = f' Leave out every sentence with the word "{args["without"]}".' if args["without"] else ""
    return f"Use {size}. The summary must contain the word {named}.{avoid}"


class TaskFamily(Family):
    id = "extractive_summary"
    category = "Language Generation/Summary_Abstract_title/Article Summary"
    seed_kind = "document"
    level = Level.CONSTRAINT
    checker = "extractive_summary"
    wordings = {
        "en": (
            "Summarise the passage. {demands} Copy the sentences word for word and keep their order. Reply with the "
            "summary alone.\n\n{passage}",
            "{passage}\n\nGive a summary of the text above. {demands} Quote whole sentences unchanged, in the order of "
            "the text, and write nothing else.",
            "Which sentences sum up this passage? {demands} Give them word for word, in their order, and nothing "
            "more.\n\nPassage: {passage}",
            "Please shorten the following text to its main points. {demands} Keep the sentences exactly as they are "
            "and in their order; answer with them only.\n\n{passage}",
            "Extractive summary, sentences verbatim and in order, no other text. {demands}\nText: {passage}",
        ),
        "zh": (
            "请概括下面的短文。{demands}句子要一字不差地照抄，顺序不变，只写摘要。\n\n{passage}",
            "{passage}\n\n请给上文写一个摘要。{demands}引用完整的原句，保持原来的次序，不写别的。",
            "哪些句子能代表这段文字？{demands}请按原文顺序逐字写出，不要添加内容。\n\n短文：{passage}",
            "请把下文压缩到要点。{demands}句子不作任何改动，次序同原文，只回答这些句子。\n\n{passage}",
            "抽取式摘要，原句照录，依原序，无其他文字。{demands}\n原文：{passage}",
        ),
    }
    slip_kinds = (
        "term_missing",
        "one_too_many",
        "one_too_few",
        "order_changed",
        "word_changed",
        "cut_short",
        "sentence_invented",
        "sentence_repeated",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        least: int = 3
        most: int = 6
        longest: int = 380

        def __post_init__(self) -> None:
            if not 3 <= self.least <= self.most <= len(NUMBERS):
                raise ValueError(f"extractive_summary: need 3 <= least <= most <= {len(NUMBERS)} (sentences)")
            if self.longest < 120:
                raise ValueError("extractive_summary: longest must be at least 120 (characters of the passage)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        zh = language == "zh"
        pick = chinese_passage.window if zh else window
        sentences = pick(rng, seed.text, self.config.least, self.config.most, self.config.longest)
        if sentences is None:
            return None
        text = ("" if zh else " ").join(sentences)
        passage = passage_of(text)
        telling = [term for term in passage.terms if sum(term in held for held in passage.words) < len(sentences)]
        if not telling:
            return None
        args: Args = {"passage": text, "count": 0, "most_words": 0, "terms": [rng.choice(telling)], "without": ""}
        if rng.random() < (0.3 if zh else 0.6):
            args["count"] = rng.randint(1, len(sentences) - 1)
        else:
            shortest = min(passage.length(choice) for choice in passage.admitted(args))
            args["most_words"] = rng.randint(shortest, sum(passage.lengths) - 1)
        return args

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"passage": args["passage"], "demands": (chinese_demands if language == "zh" else demands)(args)}

    def quote(self, args: Args) -> str:
        passage: str = args["passage"]
        return passage

    def solve(self, args: Args, language: str) -> Solution:
        passage = passage_of(args["passage"])
        return Solution(passage.join(max(passage.admitted(args), key=passage.coverage)))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An added limit that rules out some of the summaries admitted so far, but not all."""
        passage = passage_of(args["passage"])
        admitted = passage.admitted(args)
        harder: list[Args] = []
        if not args["count"]:
            harder += [{**args, "count": len(choice)} for choice in admitted]
        if not args["most_words"]:
            harder += [{**args, "most_words": passage.length(choice)} for choice in admitted]
        if len(args["terms"]) < 2:
            harder += [{**args, "terms": [*args["terms"], term]} for term in passage.terms if term not in args["terms"]]
        if not args["without"]:
            harder += [{**args, "without": term} for term in passage.terms]
        rng.shuffle(harder)
        for candidate in harder:
            if 0 < len(passage.admitted(candidate)) < len(admitted):
                return candidate
        return None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        passage = passage_of(args["passage"])
        good = max(passage.admitted(args), key=passage.coverage)
        kind = rng.choice(self.slip_kinds)
        if kind in ("term_missing", "one_too_many", "one_too_few"):
            choice = self._other_choice(rng, kind, args, passage, good)
            return Slip(kind, passage.join(choice)) if choice else None
        shown = [passage.sentences[number] for number in good]
        at = rng.randrange(len(shown))
        tokens = list(shown[at]) if language == "zh" else shown[at].split()
        space, stop = ("", "。") if language == "zh" else (" ", ".")
        if kind == "order_changed":
            if len(shown) < 2:
                return None
            at = rng.randrange(len(shown) - 1)
            shown[at : at + 2] = reversed(shown[at : at + 2])
        elif kind == "word_changed":
            del tokens[rng.randrange(1, len(tokens) - 1)]
            shown[at] = space.join(tokens)
        elif kind == "cut_short":
            shown[at] = space.join(tokens[: rng.randrange(2, len(tokens) - 1)]).rstrip(",;:，、") + stop
        elif kind == "sentence_invented":
            shown.insert(at, rng.choice(FOREIGN[language]))
        else:
            shown.insert(at, shown[at])
        if kind in ("word_changed", "cut_short") and shown[at] in passage.sentences:
            return None
        return Slip(kind, space.join(shown))

    def _other_choice(self, rng: random.Random, kind: str, args: Args, passage: Passage, good: Choice) -> Choice | None:
        """A choice that breaks a limit in the way of `kind`; None if there is none."""
        size = len(good) + {"term_missing": 0, "one_too_many": 1, "one_too_few": -1}[kind]
        whole = tuple(range(len(passage.sentences)))
        wrong = [
            choice for choice in [*passage.choices, whole] if len(choice) == size and not passage.admits(args, choice)
        ]
        if kind == "term_missing":
            held = [set().union(*(passage.words[number] for number in choice)) for choice in wrong]
            wrong = [choice for choice, words in zip(wrong, held, strict=True) if not words.issuperset(args["terms"])]
        return rng.choice(wrong) if wrong else None
