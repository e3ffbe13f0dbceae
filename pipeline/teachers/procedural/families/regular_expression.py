"""Write a regular expression for a described form, with strings that match and strings that do not (two languages)."""

import random
import re
from dataclasses import dataclass
from typing import Any

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.list_words import WORDS

Part = list[Any]
"""[kind, least, most] with most 0 for no limit; or ["text", …] to be taken as it stands; or ["choice", [words]]."""

CLASSES = {"digit": "[0-9]", "capital": "[A-Z]", "small": "[a-z]", "hex": "[0-9a-f]", "letter": "[A-Za-z]"}
_SMALL = "abcdefghijklmnopqrstuvwxyz"
LETTERS = {
    "digit": "0123456789",
    "capital": _SMALL.upper(),
    "small": _SMALL,
    "hex": "0123456789abcdef",
    "letter": _SMALL.upper() + _SMALL,
}
SEPARATORS = "- . / : _ # + @ ; = -- :: .. <> ->".split()
SAYINGS = {
    "en": {
        "digit": ("digit", "digits"),
        "capital": ("capital letter (A-Z)", "capital letters (A-Z)"),
        "small": ("small letter (a-z)", "small letters (a-z)"),
        "hex": ("hexadecimal digit (0-9 or a-f)", "hexadecimal digits (0-9, a-f)"),
        "letter": ("letter (A-Z or a-z)", "letters (A-Z or a-z)"),
    },
    "zh": {
        "digit": ("位数字", "位数字"),
        "capital": ("个大写字母（A-Z）", "个大写字母（A-Z）"),
        "small": ("个小写字母（a-z）", "个小写字母（a-z）"),
        "hex": ("位十六进制数字（0-9、a-f）", "位十六进制数字（0-9、a-f）"),
        "letter": ("个字母（A-Z 或 a-z）", "个字母（A-Z 或 a-z）"),
    },
}
ORDERS = {"en": ", then ", "zh": "，然后是"}
MARKS = {"en": "Answer: ", "zh": "答案："}


def said(part: Part, language: str) -> str:
    """A part in words."""
    if part[0] == "text":
        return f'"{part[1]}"' if language == "en" else f"“{part[1]}”"
    if part[0] == "choice":
        *words, last = part[1]
        if language == "en":
            return f"one of the words {', '.join(words)} or {last}"
        return f"单词 {'、'.join(words)} 或 {last} 之一"
    kind, least, most = part
    one, many = SAYINGS[language][kind]
    if language == "zh":
        return f"{least if least == most else f'{least}到{most}' if most else f'至少{least}'}{many}"
    if least == most == 1:
        return f"one {one}"
    return f"{least if least == most else f'{least} to {most}' if most else f'at least {least}'} {many}"


def pattern_of(parts: list[Part]) -> str:
    written = []
    for part in parts:
        if part[0] == "text":
            written.append("".join(f"\\{sign}" if sign in ".+" else sign for sign in part[1]))
        elif part[0] == "choice":
            written.append(f"(?:{'|'.join(part[1])})")
        else:
            written.append(CLASSES[part[0]] + _times(part[1], part[2]))
    return "".join(written)


def _times(least: int, most: int) -> str:
    if least == most:
        return "" if least == 1 else f"{{{least}}}"
    return "+" if (least, most) == (1, 0) else f"{{{least},{most or ''}}}"


def example(rng: random.Random, parts: list[Part]) -> str:
    """A string of the form."""
    pieces = []
    for part in parts:
        if part[0] == "text":
            pieces.append(part[1])
        elif part[0] == "choice":
            pieces.append(rng.choice(part[1]))
        else:
            kind, least, most = part
            pieces.append("".join(rng.choices(LETTERS[kind], k=rng.randint(least, most or least + 3))))
    return "".join(pieces)


def spoilt(rng: random.Random, parts: list[Part]) -> str:
    """A string near the form."""
    text = example(rng, parts)
    place = rng.randrange(len(text))
    return rng.choice(
        (
            text[:place] + text[place + 1 :],
            f"{text[:place]}{rng.choice('-._#')}{text[place:]}",
            text.swapcase(),
            f"{text[:place]}{rng.choice('zG7%')}{text[place + 1 :]}",
            text + text[-1],
            text[::-1],
        )
    )


class TaskFamily(Family):
    id = "regular_expression"
    category = "Code/Text2Code"
    level = Level.EXECUTED
    checker = "regular_expression"
    wordings = {
        "en": (
            "Write a regular expression (Python's re, used with fullmatch) for strings of this form: {form}.\n"
            'It should match: {match}\nIt should not match: {reject}\nEnd with "Answer:" and the pattern alone.',
            "I need a Python regex that matches, from end to end, exactly: {form}.\nGood: {match}\nBad: {reject}\n"
            'Please give the bare pattern on a last line that begins with "Answer:".',
            "Valid codes look like {match}. Not valid are {reject}. The rule: {form}. Which pattern accepts with "
            're.fullmatch what follows the rule, and nothing else? Reply with "Answer: " and the pattern.',
            "Regex wanted (Python, full match).\nForm: {form}\nMatches: {match}\nRejects: {reject}\nLast line: "
            '"Answer: <pattern>", without slashes or quotes.',
            "A form field takes {form}. Typical entries: {match}; to be refused: {reject}. Give the pattern for "
            'Python\'s re.fullmatch after "Answer:".',
        ),
        "zh": (
            "请为下列形式的字符串写一个正则表达式（Python re，用 fullmatch）：{form}。\n应匹配：{match}\n"
            "不应匹配：{reject}\n最后一行写“答案：”和表达式本身。",
            "我需要一个 Python 正则表达式，完整匹配且只匹配：{form}。\n正确的例子：{match}\n错误的例子：{reject}\n"
            "请在以“答案：”开头的末行给出表达式。",
            "有效的编码如 {match}，无效的如 {reject}。规则是：{form}。用 re.fullmatch 时，哪个表达式只接受符合规则的"
            "字符串？请以“答案：”加表达式作答。",
            "求正则表达式（Python，整串匹配）。\n形式：{form}\n匹配：{match}\n拒绝：{reject}\n末行：“答案：表达式”，"
            "不加斜杠和引号。",
            "某个表单字段只接受：{form}。常见的输入：{match}；应拒绝：{reject}。请在“答案：”后写出用于 Python "
            "re.fullmatch 的表达式。",
        ),
    }
    slip_kinds = ("count_off", "part_missing", "class_confused", "text_wrong", "any_character", "bracket_missing")

    @dataclass(frozen=True, slots=True)
    class Config:
        examples: int = 3
        """How many matching strings the prompt shows, and how many others."""

        def __post_init__(self) -> None:
            if not 1 <= self.examples <= 6:
                raise ValueError("regular_expression: need 1 <= examples <= 6")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        parts = [_class(rng), _text(rng), _class(rng)]
        if rng.random() < 0.5:
            parts.insert(0, _text(rng))
        if rng.random() < 0.3:
            parts += [_text(rng), _class(rng)]
        return self._shown(rng, parts)

    def _shown(self, rng: random.Random, parts: list[Part]) -> Args:
        """The task, with strings that match and others that do not."""
        pattern = re.compile(pattern_of(parts))
        match = [example(rng, parts) for _ in range(self.config.examples)]
        reject: list[str] = []
        while len(reject) < self.config.examples:
            text = spoilt(rng, parts)
            if not pattern.fullmatch(text) and text not in reject:
                reject.append(text)
        return {"parts": parts, "match": match, "reject": reject}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {
            "form": ORDERS[language].join(said(part, language) for part in args["parts"]),
            "match": ", ".join(f"`{text}`" for text in args["match"]),
            "reject": ", ".join(f"`{text}`" for text in args["reject"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        parts = args["parts"]
        between = ": " if language == "en" else "："
        lines = [f"{said(part, language)}{between}{pattern_of([part])}" for part in parts]
        answer = pattern_of(parts)
        return Solution("\n".join([*lines, f"{MARKS[language]}{answer}"]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """Two parts more: a text between, and a class or a choice of words."""
        parts = args["parts"]
        if len(parts) > 6:
            return None
        last = ["choice", sorted(rng.sample(WORDS, rng.randint(2, 3)))] if rng.random() < 0.5 else _class(rng)
        return self._shown(rng, [*parts, _text(rng), last])

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        parts = args["parts"]
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(rng, [[*part] for part in parts], kind)
            if wrong != pattern_of(parts):
                return Slip(kind, f"{MARKS[language]}{wrong}")
        return None


def _class(rng: random.Random) -> Part:
    kind, least = rng.choice(tuple(CLASSES)), rng.randint(1, 6)
    return [kind, least, rng.choice((least, least, least + rng.randint(1, 3), 0))]


def _text(rng: random.Random) -> Part:
    if rng.random() < 0.3:
        return ["text", f"{rng.choice(SEPARATORS)}{rng.choice(WORDS)}{rng.choice(SEPARATORS)}"]
    return ["text", rng.choice(SEPARATORS)]


def mistaken(rng: random.Random, parts: list[Part], kind: str) -> str:
    """A pattern with a mistake of that kind. `parts` may be changed."""
    one = rng.choice([part for part in parts if part[0] in CLASSES])
    text = rng.choice([part for part in parts if part[0] == "text"])
    match kind:
        case "count_off":
            one[1] += 1
            one[2] += 1 if one[2] else 0
        case "part_missing":
            parts.remove(text)
        case "class_confused":
            one[0] = rng.choice([other for other in CLASSES if other != one[0]])
        case "text_wrong":
            text[1] = rng.choice([other for other in SEPARATORS if other != text[1]])
        case "any_character":
            return pattern_of(parts).replace(CLASSES[one[0]], ".", 1)
        case _:
            return pattern_of(parts).replace("]", "", 1)
    return pattern_of(parts)
