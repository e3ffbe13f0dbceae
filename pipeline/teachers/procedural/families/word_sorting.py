"""Words of a real passage, to be sorted by one stated rule or by several in turn.

Chinese words go by the first letter of their pinyin, which the order of GB 2312 gives for common characters.
"""

import random
import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.chinese_vocabulary import WORDS

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
LIST = {"en": ", ", "zh": "、"}
MOST_CHINESE = 12
"""Words that a Chinese task may grow to."""
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
INITIALS = "abcdefghjklmnopqrstwxyz"
STARTS = (
    "b0a1 b0c5 b2c1 b4ee b6ea b7a2 b8c1 b9fe bbf7 bfa6 c0ac c2e8 c4c3 c5b6 c5be c6da c8bb c8f6 cbfa cdda cef4 d1b9 d4d1"
).split()
"""The code in GB 2312 of the first character of each initial: its common characters stand in the order of pinyin."""


def initial(word: str) -> str:
    return INITIALS[bisect(STARTS, word[0].encode("gb2312").hex()) - 1]


CHINESE_RULES = {
    "pinyin": Rule("按首字拼音的第一个字母从A到Z", initial),
    "pinyin_down": Rule("按首字拼音的第一个字母从Z到A", initial, down=True),
}
PARTIAL = tuple(name for name, rule in RULES.items() if not rule.total)
ASPECT = {name: name.removesuffix("_down") for name in RULES}


def kept(args: Args) -> list[str]:
    """The words that take part, in the order given."""
    return [word for word in args["words"] if not args["without"] or args["without"] not in word]


def ordered(words: list[str], keys: list[str]) -> list[str]:
    """Sorted by stable passes, from the last tie-break to the first rule; Chinese ties stay as given."""
    if keys[0] in CHINESE_RULES:
        rule = CHINESE_RULES[keys[0]]
        letters = sorted(INITIALS, reverse=rule.down)
        return sorted(words, key=lambda word: letters.index(initial(word)))
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
        "zh": (
            "请把这些词{rule}排序，{ties}{limit}最后写“答案：”和词语，用逗号隔开。\n\n{words}",
            "词语：{words}\n\n排序方法：{rule}，{ties}{limit}结果写在“答案：”后面，用逗号分开。",
            "{words}\n把上面的词{rule}排列会得到什么？{ties}{limit}末行格式：“答案：甲，乙，……”。",
            "要编一个索引，需要将下列词语{rule}排好，{ties}{limit}\n{words}\n最后一行是“答案：”加排好的词，中间用逗号。",
            "请整理词表（{rule}；{ties}{limit}）：{words}。排好后写成“答案：”开头的一行，以逗号相隔。",
        ),
    }
    slip_kinds = ("two_swapped", "word_missing", "word_repeated", "word_added", "rule_ignored", "misspelt")

    STRANGER = {"en": "other", "zh": "其他"}

    @dataclass(frozen=True, slots=True)
    class Config:
        min_words: int = 4
        max_words: int = 8

        def __post_init__(self) -> None:
            if not 3 <= self.min_words <= self.max_words <= 20:
                raise ValueError("word_sorting: need 3 <= min_words <= max_words <= 20")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        count = rng.randint(self.config.min_words, self.config.max_words)
        if language == "zh":
            here = [word for word in WORDS if word in seed.text]
            if len(here) < count:
                return None
            return {"words": rng.sample(here, count), "keys": [rng.choice(list(CHINESE_RULES))], "without": ""}
        words = list(dict.fromkeys(word.lower() for word in WORD.findall(seed.text)))
        if len(words) < count:
            return None
        return {"words": rng.sample(words, count), "keys": [rng.choice(list(RULES))], "without": ""}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        if language == "zh":
            limit = f"含有“{args['without']}”字的词不要。" if args["without"] else ""
            rule = CHINESE_RULES[args["keys"][0]].text
            ties = "字母相同的保持原来的先后。"
            return {"words": LIST[language].join(args["words"]), "rule": rule, "limit": limit, "ties": ties}
        first, *others = (RULES[name] for name in args["keys"])
        rule = first.text + "".join(f"; ties {other.text}" for other in others)
        if not any(used.total for used in (first, *others)):
            rule += "; remaining ties in alphabetical order" if others else "; ties in alphabetical order"
        limit = f" Leave out every word that contains the letter {args['without']}." if args["without"] else ""
        return {"words": ", ".join(args["words"]), "rule": rule, "limit": limit}

    def solve(self, args: Args, language: str) -> Solution:
        words = kept(args)
        answer = COMMA[language].join(ordered(words, args["keys"]))
        if language == "zh":
            left = [f"剩下：{'、'.join(words)}"] if args["without"] else []
            letters = "，".join(f"{word}（{initial(word).upper()}）" for word in words)
            return Solution("\n".join([*left, letters, FINAL[language].format(answer)]), answer)
        lines = [f"Left: {', '.join(words)}"] if args["without"] else []
        rules = [RULES[name] for name in args["keys"] if RULES[name].shown]
        if rules:
            beside = (f"{word} ({', '.join(str(rule.key(word)) for rule in rules)})" for word in words)
            lines.append(", ".join(beside))
        return Solution("\n".join([*lines, f"Answer: {answer}"]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One rule more in front of the others, or a letter whose words are left out; in Chinese, two words more."""
        ways = []
        letters = sorted({letter for word in args["words"] for letter in word})
        fit = [a for a in letters if 3 <= sum(a not in word for word in args["words"]) < len(args["words"])]
        if fit and not args["without"]:
            ways.append({**args, "without": rng.choice(fit)})
        if language == "zh":
            more = [word for word in WORDS if word not in args["words"]]
            if len(args["words"]) < MOST_CHINESE:
                ways.append({**args, "words": [*args["words"], *rng.sample(more, 2)]})
            return rng.choice(ways) if ways else None
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
            strangers = sorted({*args["words"]} - {*words}) or [self.STRANGER[language]]
            wrong = ordered([*words, rng.choice(strangers)], args["keys"])
        elif kind == "rule_ignored":
            wrong = rng.choice([words, sorted(words), sorted(words, reverse=True), sorted(words, key=turned)])
        else:
            at = rng.randrange(len(wrong[place]))
            wrong[place] = wrong[place][:at] + wrong[place][at + 1 :]
        if wrong == truth:
            return None
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong)))
