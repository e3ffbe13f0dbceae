"""Write a song: verses whose lines end in stated rhyme words, with a refrain after each."""

import random
from collections import Counter
from dataclasses import dataclass

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES, PLACES
from pipeline.teachers.procedural.words.song_lines import (
    BEFORE,
    CHINESE_TAILS,
    CHINESE_THEMES,
    REFRAINS,
    TAILS,
)
from pipeline.teachers.procedural.words.verses import THEMES

SCHEMES = ("aabb", "abab", "abba", "aaba", "aab", "aaaa", "abb")
MOST_VERSES = 3
TRIES = 200


def needed(args: Args) -> Counter[str]:
    """How many line endings of each letter the song takes."""
    return Counter(args["scheme"] * args["verses"])


def english_line(rng: random.Random, args: Args, end: str, used: set[str]) -> str | None:
    theme = THEMES[args["theme"]]
    tail = next(tails[end] for tails in TAILS.values() if end in tails)
    for _ in range(TRIES):
        noun, verb = rng.choice(theme.nouns), rng.choice(theme.verbs)
        line = f"{rng.choice(BEFORE)} {noun} {verb} {tail}"
        if noun not in used and args["low"] <= len(line.split()) <= args["high"]:
            used.add(noun)
            return line[0].upper() + line[1:]
    return None


def chinese_line(rng: random.Random, args: Args, end: str, used: set[str]) -> str | None:
    tail = next(tails[end] for tails in CHINESE_TAILS.values() if end in tails)
    heads = [head for head in CHINESE_THEMES[args["theme"]].split("|") if head not in used]
    if not heads:
        return None
    head = rng.choice(heads)
    used.add(head)
    return head + tail


def compose(args: Args, language: str) -> list[list[str]] | None:
    """The verses without the refrain, drawn from a generator keyed by the task itself; None if they do not come out."""
    rng = generator("song", canonical(args))
    write = english_line if language == "en" else chinese_line
    for _ in range(8):
        left = {letter: rng.sample(ends, len(ends)) for letter, ends in args["ends"].items()}
        used: set[str] = set()
        verses = [
            [write(rng, args, left[letter].pop(), used) for letter in args["scheme"]] for _ in range(args["verses"])
        ]
        lines = [line for verse in verses for line in verse if line]
        if len(lines) < args["verses"] * len(args["scheme"]):
            continue
        for word in args["contains"]:
            lines = place(rng, lines, word, args, language)
        size = len(args["scheme"])
        return [lines[start : start + size] for start in range(0, len(lines), size)]
    return None


def place(rng: random.Random, lines: list[str], word: str, args: Args, language: str) -> list[str]:
    """The lines with a demanded word in one of them: in the place of its subject, unless it is there already."""
    if any(word in line.split() or (language == "zh" and word in line) for line in lines):
        return lines
    taken = [n for n, line in enumerate(lines) if any(other in line for other in args["contains"])]
    at = rng.choice([n for n in range(len(lines)) if n not in taken])
    if language == "zh":
        lines[at] = word + lines[at][4:]
    else:
        nouns = THEMES[args["theme"]].nouns
        lines[at] = " ".join(word if part in nouns else part for part in lines[at].split())
    return lines


class TaskFamily(Family):
    id = "song"
    category = "Creation/Thematic creation/Songs"
    level = Level.CONSTRAINT
    checker = "song"
    wordings = {
        "en": (
            "Write a song about {theme} with {verses} verses. {rules}",
            "Please compose the words of a song, theme: {theme}, {verses} verses. {rules}",
            "{name} needs a song about {theme} for the guitar: {verses} verses.\n{rules}",
            "I am looking for a song on {theme}. Number of verses: {verses}. {rules} Give only the song.",
            "A song, please, {verses} verses long, that deals with {theme}. {rules}",
            "For the choir of {name}: what could a song about {theme} in {verses} verses be like? {rules}",
        ),
        "zh": (
            "请以“{theme}”为题写一首歌，共{verses}段。{rules}",
            "写一首关于{theme}的歌词，分{verses}段。{rules}",
            "{name}想要一首能弹唱的歌，主题是{theme}，{verses}段。\n{rules}",
            "求一首歌，唱的是{theme}，段数：{verses}。{rules}只写歌词。",
            "来一首{verses}段的歌，内容围绕{theme}。{rules}",
            "{name}的合唱团要唱一首关于{theme}的歌，{verses}段，歌词怎么写？{rules}",
        ),
    }
    slip_kinds = (
        "refrain_missing",
        "refrain_changed",
        "wrong_rhyme",
        "rhyme_repeated",
        "line_missing",
        "line_too_long",
        "word_missing",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        schemes: tuple[str, ...] = SCHEMES

        def __post_init__(self) -> None:
            if not self.schemes or not set(self.schemes) <= set(SCHEMES):
                raise ValueError(f"song: schemes must be of {', '.join(SCHEMES)}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        tails = TAILS if language == "en" else CHINESE_TAILS
        scheme = rng.choice(self.config.schemes)
        letters = sorted(set(scheme))
        ends = {}
        most = 2 * max(scheme.count(letter) for letter in letters)
        rhymes = sorted(rhyme for rhyme, words in tails.items() if len(words) >= most)
        for letter, rhyme in zip(letters, rng.sample(rhymes, len(letters)), strict=True):
            count = 2 * scheme.count(letter) + rng.randint(0, 2)
            ends[letter] = rng.sample(list(tails[rhyme]), min(count, len(tails[rhyme])))
        low = 5 if language == "en" else 7
        args: Args = {
            "name": rng.choice(NAMES[language]),
            "theme": rng.choice(list(THEMES if language == "en" else CHINESE_THEMES)),
            "verses": 2,
            "scheme": scheme,
            "ends": ends,
            "refrain": rng.choice(REFRAINS[language]).format(
                name=rng.choice(NAMES[language]), place=rng.choice(PLACES[language])
            ),
            "low": low,
            "high": low + rng.randint(4, 6) if language == "en" else low,
            "contains": [],
        }
        if rng.random() < 0.4:
            args = self.evolve(rng, args, language) or args
        return args if compose(args, language) else None

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A word to be used, or another verse with the rhyme words that it takes."""
        for kind in rng.sample(("word", "verse"), 2):
            harder = dict(args)
            if kind == "word" and len(args["contains"]) < 3:
                if language == "en":
                    words = list(THEMES[args["theme"]].nouns)
                else:
                    words = CHINESE_THEMES[args["theme"]].split("|")
                harder["contains"] = [*args["contains"], rng.choice([w for w in words if w not in args["contains"]])]
            elif kind == "verse" and args["verses"] < MOST_VERSES:
                harder["verses"] = args["verses"] + 1
                tails = TAILS if language == "en" else CHINESE_TAILS
                ends = {}
                for letter, taken in args["ends"].items():
                    rest = [end for group in tails.values() if taken[0] in group for end in group if end not in taken]
                    missing = max(0, needed(harder)[letter] - len(taken))
                    if missing > len(rest):
                        break
                    ends[letter] = [*taken, *rng.sample(rest, missing)]
                if len(ends) < len(args["ends"]):
                    continue
                harder["ends"] = ends
            if harder != args and compose(harder, language):
                return harder
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        rng = generator("song rules", canonical(args))
        lines = len(args["scheme"])
        told = []
        for letter, ends in args["ends"].items():
            places = [str(n) for n, one in enumerate(args["scheme"], 1) if one == letter]
            if language == "en":
                where = f"lines {', '.join(places)}" if len(places) > 1 else f"line {places[0]}"
                told.append(f"{where} of every verse: {', '.join(ends)}")
            else:
                told.append(f"每段第{'、'.join(places)}行：{'、'.join(ends)}")
        if language == "en":
            rules = [
                rng.choice(
                    ("Each verse has {} lines and then the refrain", "{} lines a verse, followed by the refrain")
                ).format(lines)
                + f" “{args['refrain']}”.",
                f"Every line but the refrain has {args['low']} to {args['high']} words.",
                f"The rhymes: lines end in words of these lists, each at most once in the song; {'; '.join(told)}.",
            ]
            rules += [f"Use the word “{word}”." for word in args["contains"]]
        else:
            rules = [
                rng.choice(("每段{}行，之后是副歌", "一段有{}行，段末接副歌")).format(lines) + f"“{args['refrain']}”。",
                f"除副歌外，每行{args['low']}个字。",
                f"韵脚：行末的字从下列各组中选，全歌不重复；{'；'.join(told)}。",
            ]
            rules += [f"歌中要有“{word}”。" for word in args["contains"]]
        return {
            "name": args["name"],
            "theme": args["theme"],
            "verses": str(args["verses"]),
            "rules": (" " if language == "en" else "").join(rules),
        }

    @staticmethod
    def _text(verses: list[list[str]], refrains: list[str], language: str) -> str:
        stop = {"en": ".", "zh": "。"}[language]
        comma = {"en": ",", "zh": "，"}[language]
        blocks = []
        for lines, refrain in zip(verses, refrains, strict=True):
            marks = [comma, stop] * (len(lines) // 2) if len(lines) >= 4 else [comma] * (len(lines) - 1) + [stop]
            shown = [line + mark for line, mark in zip(lines, marks, strict=False)]
            blocks.append("\n".join([*shown, refrain] if refrain else shown))
        return "\n\n".join(blocks)

    def solve(self, args: Args, language: str) -> Solution:
        verses = compose(args, language)
        if verses is None:
            raise ValueError(f"song: no song meets these demands: {canonical(args)}")
        return Solution(self._text(verses, [args["refrain"]] * args["verses"], language))

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        verses = compose(args, language) or []
        refrains = [args["refrain"]] * args["verses"]
        kind, verse = rng.choice(self.slip_kinds), rng.randrange(args["verses"])
        at = rng.randrange(len(args["scheme"]))
        line = verses[verse][at]
        tails = TAILS if language == "en" else CHINESE_TAILS
        match kind:
            case "refrain_missing":
                refrains[verse] = ""
            case "refrain_changed":
                words = args["refrain"].split(" ") if language == "en" else list(args["refrain"])
                refrains[verse] = (" " if language == "en" else "").join(words[:-1])
            case "wrong_rhyme":
                allowed = args["ends"][args["scheme"][at]]
                tail = rng.choice([t for group in tails.values() for end, t in group.items() if end not in allowed])
                verses[verse][at] = line[:4] + tail if language == "zh" else f"{' '.join(line.split()[:3])} {tail}"
            case "rhyme_repeated":
                others = [n for n, letter in enumerate(args["scheme"]) if letter == args["scheme"][at] and n != at]
                if not others:
                    return None
                verses[verse][rng.choice(others)] = line
            case "line_missing":
                del verses[verse][at]
            case "line_too_long":
                extra = "and on and on and on and on and " if language == "en" else "啊啊"
                verses[verse][at] = f"{extra}{line}"
            case _:
                if not args["contains"]:
                    return None
                word = rng.choice(args["contains"])
                verses = [
                    [one.replace(word, "voices" if language == "en" else "悠悠歌声") for one in v] for v in verses
                ]
        return Slip(kind, self._text(verses, refrains, language))
