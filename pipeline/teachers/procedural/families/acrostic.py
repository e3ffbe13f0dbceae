"""A short poem whose lines begin with the letters of a word, under stated constraints."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.verses import ADJECTIVES, ADVERBS, THEMES, WORDS

SPELLED = tuple(dict.fromkeys([*WORDS, *(name.lower() for name in NAMES["en"])]))
POEMS, LINES = 3, 60
"""How often a poem, and each of its lines, is tried."""
AVOIDABLE = "jqxzkvwbfpyg"
"""Letters rare enough that a poem can do without one of them."""
COMMON_WORDS = ("the", "and", "in")


class Poet:
    """Compose lines for one task: pieces that the task allows, each used once a poem where that can be."""

    def __init__(self, rng: random.Random, args: Args) -> None:
        self.rng, self.args = rng, args
        theme = THEMES[args["theme"]]
        self.nouns, self.verbs, self.tails = map(self.fitting, (theme.nouns, theme.verbs, theme.tails))
        self.used: set[str] = set()

    def fitting(self, pieces: Sequence[str]) -> list[str]:
        """The pieces without any word or letter that the task forbids."""
        letter, words = self.args.get("avoid_letter"), self.args["avoid_words"]
        return [p for p in pieces if not (letter and letter in p) and not any(word in p.split() for word in words)]

    def fresh(self, pieces: list[str], required: str = "") -> str:
        """A piece, the required one if it is among them, else one that the poem has not used yet if there is any."""
        having = [piece for piece in pieces if required in piece.split()] if required else []
        return self.rng.choice(having or [piece for piece in pieces if piece not in self.used] or pieces)

    def line(self, letter: str, required: str = "") -> str | None:
        """A line that begins with the letter, contains the required word, and is as long as the task says."""
        adjectives, adverbs = self.fitting(ADJECTIVES[letter]), self.fitting(ADVERBS.get(letter, ()))
        joined = self.fitting(ADJECTIVES[self.rng.choice("bcdfglmprstw")]) if self.fitting(["and"]) else []
        own_nouns = [noun for noun in self.nouns if noun.startswith(letter)]
        for _ in range(LINES):
            noun, verb = self.fresh(self.nouns, required), self.fresh(self.verbs, required)
            shape = self.rng.random()
            if shape < 0.5 and adjectives:
                words = [self.fresh(adjectives), noun, verb]
            elif shape < 0.75 and adverbs:
                words = [self.fresh(adverbs), *self.fitting(["the"]), noun, verb]
            elif shape < 0.9 and own_nouns:
                words = [self.fresh(own_nouns), verb]
            elif adjectives and joined:
                words = [self.fresh(adjectives), "and", self.fresh(joined), noun, verb]
            else:
                continue
            tail = self.fresh(self.tails, required) if self.tails and (required or self.rng.random() < 0.9) else ""
            words += tail.split()
            long_enough = self.args["low"] <= len(words) <= self.args["high"]
            if long_enough and words[0] not in words[1:] and (not required or required in words):
                self.used |= {noun, verb, tail, *words}
                return " ".join(words)
        return None

    def poem(self) -> list[str] | None:
        """A line for each letter, the required words spread over them; None if one cannot be found."""
        word, required = self.args["word"], self.args["contains"]
        if len(required) > len(word) or not (self.nouns and self.verbs):
            return None
        places = dict(zip(self.rng.sample(range(len(word)), len(required)), required, strict=True))
        lines: list[str] = []
        for place, letter in enumerate(word):
            line = self.line(letter, places.get(place, ""))
            if line is None or line in lines:
                return None
            lines.append(line)
        return lines


def compose(args: Args) -> list[str] | None:
    """The task's poem, drawn from a generator keyed by the task itself; None if none is found."""
    rng = generator("acrostic", canonical(args))
    return next((lines for _ in range(POEMS) if (lines := Poet(rng, args).poem())), None)


def set_out(lines: Sequence[str]) -> str:
    """Lines with capitals, commas between them and a full stop at the end."""
    capital = [f"{line[:1].upper()}{line[1:]}" for line in lines]
    return ",\n".join(capital) + "."


class TaskFamily(Family):
    id = "acrostic"
    category = "Creation/Thematic creation/Poems"
    level = Level.CONSTRAINT
    checker = "acrostic"
    wordings = {
        "en": (
            "Write an acrostic poem about {theme} on the word {word}: one line for each letter, in order. Each line "
            "has {low} to {high} words, and no line occurs twice.{rules} Give only the poem.",
            "Compose a short poem on {theme}. Its lines must begin with the letters of {word}, one line a letter, with "
            "at least {low} and at most {high} words each, and no line twice.{rules} Write nothing but the poem.",
            "Acrostic for {word}, theme: {theme}. One line per letter, {low}-{high} words per line, no line "
            "twice.{rules} Only the poem, please.",
            "Can you write a poem about {theme} in which the first letters of the lines spell {word}? Keep every line "
            "between {low} and {high} words, without repeating a line.{rules} Answer with the poem alone.",
        )
    }
    slip_kinds = (
        "wrong_initial",
        "lines_swapped",
        "line_missing",
        "line_added",
        "line_too_long",
        "line_too_short",
        "constraint_ignored",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        themes: tuple[str, ...] = tuple(THEMES)
        shortest_word: int = 3
        longest_word: int = 7
        constrained: float = 0.6
        """Share of tasks that demand or forbid a word or a letter from the start."""

        def __post_init__(self) -> None:
            for theme in self.themes:
                if theme not in THEMES:
                    raise ValueError(f"acrostic: unknown theme {theme!r}; known: {', '.join(THEMES)}")
            if not self.themes or not 3 <= self.shortest_word <= self.longest_word:
                raise ValueError("acrostic: name at least one theme, and word lengths from 3 up, shortest first")
            if not 0 <= self.constrained <= 1:
                raise ValueError("acrostic: constrained is a share, from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        low = rng.randint(3, 5)
        args: Args = {
            "word": rng.choice([w for w in SPELLED if self.config.shortest_word <= len(w) <= self.config.longest_word]),
            "theme": rng.choice(self.config.themes),
            "low": low,
            "high": low + rng.randint(1, 4),
            "contains": [],
            "avoid_words": [],
        }
        if rng.random() < self.config.constrained:
            args = self.evolve(rng, args, language) or args
        return args if compose(args) else None

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One constraint more that a poem can still meet."""
        theme = THEMES[args["theme"]]
        for kind in rng.sample(("contain", "theme_word", "avoid_word", "avoid_letter", "narrow"), 5):
            harder = dict(args)
            match kind:
                case "contain" if len(args["contains"]) < 3:
                    harder["contains"] = [*args["contains"], rng.choice(theme.nouns + theme.verbs)]
                case "theme_word":
                    harder["contains"] = [*args["contains"], theme.word]
                case "avoid_word" if len(args["avoid_words"]) < 2:
                    harder["avoid_words"] = [*args["avoid_words"], rng.choice((*COMMON_WORDS, *theme.nouns))]
                case "avoid_letter" if "avoid_letter" not in args:
                    harder["avoid_letter"] = rng.choice([c for c in AVOIDABLE if c not in args["word"]] or ["q"])
                case "narrow" if args["high"] > args["low"] + 1:
                    harder["high"] = args["high"] - 1
            distinct = [len(set(harder[key])) == len(harder[key]) for key in ("contains", "avoid_words")]
            if harder != args and all(distinct) and compose(harder):
                return harder
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        rules = []
        if args["contains"]:
            rules.append("Use " + " and ".join(f"the word “{word}”" for word in args["contains"]) + ".")
        if args["avoid_words"]:
            rules.append("Do not use " + " or ".join(f"the word “{word}”" for word in args["avoid_words"]) + ".")
        if "avoid_letter" in args:
            rules.append(f"Do not use the letter {args['avoid_letter'].upper()} anywhere.")
        return {
            "theme": args["theme"],
            "word": args["word"].upper(),
            "low": str(args["low"]),
            "high": str(args["high"]),
            "rules": "".join(f" {rule}" for rule in rules),
        }

    def solve(self, args: Args, language: str) -> Solution:
        lines = compose(args)
        if lines is None:
            raise ValueError(f"no poem meets these constraints: {canonical(args)}")
        return Solution(set_out(lines))

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        lines = compose(args)
        if lines is None:
            return None
        kind, place = rng.choice(self.slip_kinds), rng.randrange(len(lines))
        first, *rest = lines[place].split()
        other = rng.choice([letter for letter in "bcdfglmprstw" if letter != args["word"][place]])
        match kind:
            case "wrong_initial":
                lines[place] = " ".join([rng.choice(ADJECTIVES[other]), *rest])
            case "lines_swapped":
                far = rng.choice([n for n, letter in enumerate(args["word"]) if letter != args["word"][place]])
                lines[place], lines[far] = lines[far], lines[place]
            case "line_missing":
                del lines[place]
            case "line_added":
                lines.append(" ".join([rng.choice(ADJECTIVES[other]), *rest]))
            case "line_too_long":
                lines[place] += " and on" * (args["high"] // 2 + 1)
            case "line_too_short":
                lines[place] = " ".join([first, *rest][: args["low"] - 1])
            case "constraint_ignored":
                ignoring = self.ignoring(rng, args)
                if ignoring is None:
                    kind, ignoring = "line_missing", lines[:-1]
                lines = ignoring
        return Slip(kind, set_out(lines))

    @staticmethod
    def ignoring(rng: random.Random, args: Args) -> list[str] | None:
        """A poem made without one of the constraints, which it breaks; None if there is none or it does not."""
        demands = [("contains", word) for word in args["contains"]]
        demands += [("avoid_words", word) for word in args["avoid_words"]]
        demands += [("avoid_letter", args["avoid_letter"])] if "avoid_letter" in args else []
        if not demands:
            return None
        key, demand = rng.choice(demands)
        kept = [] if key == "avoid_letter" else [word for word in args[key] if word != demand]
        looser = {**args, key: kept}
        if key == "avoid_letter":
            del looser[key]
        lines = compose(looser)
        if lines is None:
            return None
        words = " ".join(lines).split()
        broken = {
            "contains": demand not in words,
            "avoid_words": demand in words,
            "avoid_letter": demand in "".join(words),
        }[key]
        return lines if broken else None
