"""Write a slogan with a stated word and of limited length, under stated constraints."""

import random
from dataclasses import dataclass
from functools import cache

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.slogan_parts import COMMON_ENDINGS, COMMON_VERBS, THEMES

DEMANDS = {
    "exact": "It has exactly {} words.",
    "begins": "Begin with “{}”.",
    "avoid_word": "Do not use the word “{}”.",
    "avoid_letter": "Do not use the letter {}.",
}
AVOIDABLE_WORDS = ("every", "with", "the", "and", "from", "for", "in")
AVOIDABLE_LETTERS = "wpkymlghub"
EXTRA_WORDS = ("and", "so", "very", "much", "more", "again", "for", "you", "here")
"""For slogans that are too long."""
MIDDLES = ("", "more", "real", "pure", "the", "new", "our", "your", "the real", "a new kind of")


@cache
def theme_of(thing: str) -> str:
    return next(name for name, theme in THEMES.items() if thing in theme.things)


def breaks(args: Args, phrase: str) -> bool:
    """Whether a part of a slogan has a word or a letter that the task forbids."""
    letter, folded = args.get("avoid_letter"), phrase.lower()
    return bool(letter and letter in folded) or args.get("avoid_word") in folded.split()


def compose(args: Args) -> str | None:
    """The task's slogan, drawn from a generator keyed by the task itself; None if no parts meet the demands."""
    rng = generator("slogan", canonical(args))
    theme = THEMES[theme_of(args["thing"])]
    verbs = [args["begins"]] if "begins" in args else [*theme.verbs, *COMMON_VERBS]
    endings = [*theme.endings, *theme.endings, *COMMON_ENDINGS, f"at {args['name']}", f"with {args['name']}"]
    verbs, endings, middles = (
        [part for part in parts if not breaks(args, part)] for parts in (verbs, endings, list(MIDDLES))
    )
    if not verbs or breaks(args, args["word"]):
        return None
    fewest, most = (args["exact"], args["exact"]) if "exact" in args else (3, args["most"])
    rng.shuffle(endings)
    rng.shuffle(middles)
    for middle in middles:
        for ending in endings:
            words = [rng.choice(verbs), *middle.split(), args["word"], *ending.split()]
            if fewest <= len(words) <= most:
                return f"{' '.join(words)}!"
    return None


class TaskFamily(Family):
    id = "slogan"
    category = "Creation/Thematic creation/Slogans"
    level = Level.CONSTRAINT
    checker = "slogan"
    wordings = {
        "en": (
            "Write a slogan for {thing} called {name}: one line, at most {most} words, with the word “{word}”, ending "
            "in an exclamation mark.{demands}",
            "Slogan for {name} ({thing}), please. Use “{word}”, no more than {most} words, one line, and end with an "
            "exclamation mark.{demands}",
            "{name} ({thing}) needs a one-line slogan that contains “{word}”, has {most} words at most and ends in an "
            "exclamation mark.{demands}",
            "Give me one line to advertise {thing} named {name}. It must contain “{word}”, have at most {most} words "
            "and end in “!”.{demands}",
            "In one line of at most {most} words, praise {thing} named {name}. Use the word “{word}” and end with “!”."
            "{demands}",
            "What could be the slogan of {name} ({thing})? Maximum: {most} words, one line. It has to contain “{word}” "
            "and end in an exclamation mark.{demands}",
        )
    }
    slip_kinds = ("word_missing", "word_altered", "too_long", "no_exclamation_mark", "two_lines", "demand_ignored")

    @dataclass(frozen=True, slots=True)
    class Config:
        fewest: int = 5
        """Least upper limit of words."""
        most: int = 8
        demanding: float = 0.3
        """Share of tasks with a further demand from the start."""

        def __post_init__(self) -> None:
            if not 4 <= self.fewest <= self.most <= 8:
                raise ValueError("slogan: need 4 <= fewest <= most <= 8")
            if not 0 <= self.demanding <= 1:
                raise ValueError("slogan: demanding is a share, from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        theme = THEMES[rng.choice(list(THEMES))]
        args: Args = {
            "name": rng.choice(NAMES["en"]),
            "thing": rng.choice(theme.things),
            "word": rng.choice(theme.words),
            "most": rng.randint(self.config.fewest, self.config.most),
        }
        if rng.random() < self.config.demanding:
            args = self.evolve(rng, args, language) or args
        return args

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One demand more that a slogan can still meet."""
        theme = THEMES[theme_of(args["thing"])]
        letters = [
            letter for letter in AVOIDABLE_LETTERS if letter not in f"{args['word']} {args.get('begins', '')}".lower()
        ]
        options = {
            "exact": range(4, args["most"] + 1),
            "begins": [*theme.verbs, *COMMON_VERBS],
            "avoid_word": AVOIDABLE_WORDS,
            "avoid_letter": letters,
        }
        for demand in rng.sample(list(DEMANDS), len(DEMANDS)):
            if demand in args or not options[demand]:
                continue
            harder = {**args, demand: rng.choice(options[demand])}
            if compose(harder):
                return harder
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        told = [text.format(args[demand]) for demand, text in DEMANDS.items() if demand in args]
        return {
            **{key: str(args[key]) for key in ("name", "thing", "word", "most")},
            "demands": "".join(f" {demand}" for demand in told),
        }

    def solve(self, args: Args, language: str) -> Solution:
        slogan = compose(args)
        if slogan is None:
            raise ValueError(f"slogan: no slogan meets these demands: {canonical(args)}")
        return Solution(slogan)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        slogan = self.solve(args, language).text
        kind = rng.choice(self.slip_kinds)
        theme = THEMES[theme_of(args["thing"])]
        word = args["word"]
        match kind:
            case "word_missing":
                other = rng.choice([other for other in theme.words if other != word])
                wrong = slogan.replace(word, other)
            case "word_altered":
                wrong = slogan.replace(word, word + rng.choice(("ful", "ness", "s")))
            case "too_long":
                spare = args["most"] - len(slogan.split())
                extra = rng.sample(EXTRA_WORDS, spare + 1 + rng.randint(0, 2))
                wrong = f"{slogan[:-1]} {' '.join(extra)}!"
            case "no_exclamation_mark":
                wrong = slogan[:-1] + rng.choice((".", "", "?", "..."))
            case "two_lines":
                first, rest = slogan.split(" ", 1)
                wrong = f"{first}\n{rest}"
            case _:
                ignoring = self._ignoring(rng, args)
                if ignoring is None:
                    return None
                wrong = ignoring
        return Slip(kind, wrong)

    @staticmethod
    def _ignoring(rng: random.Random, args: Args) -> str | None:
        """A slogan made without one of the demands, which it breaks; None if there is none or it does not."""
        given = [demand for demand in DEMANDS if demand in args]
        if not given:
            return None
        demand = rng.choice(given)
        slogan = compose({key: value for key, value in args.items() if key != demand})
        if slogan is None:
            return None
        words = slogan[:-1].split()
        broken = {
            "exact": len(words) != args.get("exact"),
            "begins": words[0] != args.get("begins"),
            "avoid_word": args.get("avoid_word") in words,
            "avoid_letter": args.get("avoid_letter", "") in slogan.lower(),
        }[demand]
        return slogan if broken else None
