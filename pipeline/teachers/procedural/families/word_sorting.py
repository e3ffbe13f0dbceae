"""Words of a real passage, to be sorted by one stated rule or by several in turn (English)."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution

WORD = re.compile(r"(?<![\w'’-])[A-Za-z]{3,11}(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Rule:
    """One order: how the prompt names it, what it looks at, and whether the greatest comes first.

    `shown` is what the worked steps write beside a word; a `total` rule leaves no ties.
    """

    text: str
    key: Callable[[str], int | str]
    down: bool = False
    shown: bool = True
    total: bool = False


def vowels(word: str) -> int:
    return len([letter for letter in word if letter in "aeiou"])


def turned(word: str) -> str:
    return "".join(reversed(word))


RULES = {
    "alphabet": Rule("in alphabetical order", str, shown=False, total=True),
    "alphabet_down": Rule("in reverse alphabetical order", str, down=True, shown=False, total=True),
    "length": Rule("by number of letters, fewest first", len),
    "length_down": Rule("by number of letters, most first", len, down=True),
    "last": Rule("by last letter, from a to z", lambda word: word[-1]),
    "last_down": Rule("by last letter, from z to a", lambda word: word[-1], down=True),
    "second": Rule("by second letter, from a to z", lambda word: word[1]),
    "vowels": Rule("by number of vowels (a, e, i, o, u), fewest first", vowels),
    "vowels_down": Rule("by number of vowels (a, e, i, o, u), most first", vowels, down=True),
    "backwards": Rule("alphabetically by their letters read from right to left", turned, total=True),
}
PARTIAL = tuple(name for name, rule in RULES.items() if not rule.total)
ASPECT = {name: name.removesuffix("_down") for name in RULES}


def kept(args: Args) -> list[str]:
    """The words that take part, in the order given."""
    return [word for word in args["words"] if not args["without"] or args["without"] not in word]


def ordered(words: list[str], keys: list[str]) -> list[str]:
    """Sorted by stable passes, from the last tie-break to the first rule."""
    result = sorted(words)
    for name in reversed(keys):
        result.sort(key=RULES[name].key, reverse=RULES[name].down)
    return result


class TaskFamily(Family):
    id = "word_sorting"
    category = "Language Understanding/Sorting/Word Sorting"
    seed_kind = "document"
    checker = "word_sorting"
    wordings = {
        "en": (
            'Sort these words {rule}.{limit} End with "Answer: " and the words, separated by commas.\n\n{words}',
            'Words: {words}\n\nPut them in order: {rule}.{limit} Give the result after "Answer:", with commas between.',
            'Please arrange the following words {rule}.{limit} The last line must be "Answer: " with the sorted words, '
            "comma-separated.\n{words}",
            '{words}\nWhat do you get if you sort these {rule}?{limit} Finish with "Answer: first, second, …".',
        ),
    }
    slip_kinds = ("two_swapped", "word_missing", "word_repeated", "word_added", "rule_ignored", "misspelt")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_words: int = 4
        max_words: int = 8

        def __post_init__(self) -> None:
            if not 3 <= self.min_words <= self.max_words <= 20:
                raise ValueError("word_sorting: need 3 <= min_words <= max_words <= 20")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        words = list(dict.fromkeys(word.lower() for word in WORD.findall(seed.text)))
        count = rng.randint(self.config.min_words, self.config.max_words)
        if len(words) < count:
            return None
        return {"words": rng.sample(words, count), "keys": [rng.choice(list(RULES))], "without": ""}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        first, *others = (RULES[name] for name in args["keys"])
        rule = first.text + "".join(f"; ties {other.text}" for other in others)
        if not any(used.total for used in (first, *others)):
            rule += "; remaining ties in alphabetical order" if others else "; ties in alphabetical order"
        limit = f" Leave out every word that contains the letter {args['without']}." if args["without"] else ""
        return {"words": ", ".join(args["words"]), "rule": rule, "limit": limit}

    def solve(self, args: Args, language: str) -> Solution:
        words = kept(args)
        answer = ", ".join(ordered(words, args["keys"]))
        lines = [f"Left: {', '.join(words)}"] if args["without"] else []
        rules = [RULES[name] for name in args["keys"] if RULES[name].shown]
        if rules:
            beside = (f"{word} ({', '.join(str(rule.key(word)) for rule in rules)})" for word in words)
            lines.append(", ".join(beside))
        return Solution("\n".join([*lines, f"Answer: {answer}"]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One rule more in front of the others, or a letter whose words are left out."""
        ways = []
        letters = sorted({letter for word in args["words"] for letter in word})
        fit = [a for a in letters if 3 <= sum(a not in word for word in args["words"]) < len(args["words"])]
        if fit and not args["without"]:
            ways.append({**args, "without": rng.choice(fit)})
        used = {ASPECT[name] for name in args["keys"]}
        free = [name for name in PARTIAL if ASPECT[name] not in used]
        if len(args["keys"]) < 3:
            ways.append({**args, "keys": [rng.choice(free), *args["keys"]]})
        return rng.choice(ways) if ways else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        words = kept(args)
        truth = ordered(words, args["keys"])
        kind = rng.choice(self.slip_kinds)
        wrong = list(truth)
        place = rng.randrange(len(wrong))
        if kind == "two_swapped":
            other = (place + 1) % len(wrong)
            wrong[place], wrong[other] = wrong[other], wrong[place]
        elif kind == "word_missing":
            del wrong[place]
        elif kind == "word_repeated":
            wrong.insert(place, wrong[place])
        elif kind == "word_added":
            strangers = sorted({*args["words"]} - {*words}) or ["other"]
            wrong = ordered([*words, rng.choice(strangers)], args["keys"])
        elif kind == "rule_ignored":
            others = [words, sorted(words), sorted(words, reverse=True), ordered(words, ["length"])]
            wrong = rng.choice(others)
        else:
            at = rng.randrange(len(wrong[place]))
            wrong[place] = wrong[place][:at] + wrong[place][at + 1 :]
        if wrong == truth:
            return None
        return Slip(kind, f"Answer: {', '.join(wrong)}")
