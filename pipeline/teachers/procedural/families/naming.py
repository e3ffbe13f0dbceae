"""Propose names under stated constraints: how many, first and last letter, length, a part they contain (English and
Chinese)."""

import random
from dataclasses import dataclass

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.name_parts import (
    CHARACTERS,
    ENDINGS,
    LAST,
    NAMED,
    PARTS,
    SYLLABLES,
    VOWELS,
)
from pipeline.teachers.procedural.words.occasions import occasion

OCCASIONS: dict[str, tuple[str, ...]] = {
    "en": ("{name} and {other} need a name {time}.", "In the {place}, {name} holds a contest for a name."),
    "zh": ("{name}和{other}{time}想起个名字。", "{name}在{place}征集名字。"),
}
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
FIRST = "BDFGKLMNPRSTVZ"


def coined(rng: random.Random, args: Args, language: str) -> str:
    """One name within the constraints."""
    part, last, first = args["part"], args["last"], args["first"]
    if language == "zh":
        size = rng.randint(args["least"], args["most"])
        free = [char for char in CHARACTERS if char not in (first, part)]
        inner = rng.sample(free, size - len(first) - len(part) - len(last))
        if part:
            inner.insert(rng.randint(0, len(inner)), part)
        return "".join([first, *inner, last])
    while True:
        middle = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(0, 3)))
        name = f"{first}{part}{middle}" if rng.random() < 0.5 and part else f"{first}{rng.choice(VOWELS)}{middle}{part}"
        if last and not name.endswith(last):
            name += last if name[-1] in VOWELS or last in VOWELS else f"{rng.choice(VOWELS)}{last}"
        elif not last and rng.random() < 0.5 and name[-1] in VOWELS:
            name += rng.choice(ENDINGS[:4])
        if args["least"] <= len(name) <= args["most"]:
            return name


def names(rng: random.Random, args: Args, language: str, count: int) -> list[str]:
    """Different names."""
    found: list[str] = []
    while len(found) < count:
        name = coined(rng, args, language)
        if name not in found:
            found.append(name)
    return found


class TaskFamily(Family):
    id = "naming"
    category = "Knowledge Utilization/Open-book Questions/Brainstorming/Naming"
    level = Level.CONSTRAINT
    checker = "naming"
    wordings = {
        "en": (
            "{setting} Propose {count} different names for {thing}. Each must {musts}. {form}",
            "Coin {count} names for {thing}, no two alike; every one of them has to {musts}. {form} ({setting})",
            "{setting} It is for {thing}: think up {count} names without repeats that {all_must}. {form}",
            "{form}\nWanted: {count} different names for {thing}. Rules: each must {musts}. {setting}",
            "What could {thing} be called? {setting} Give {count} ideas, all different, that {all_must}. {form}",
            "Brainstorm: {thing}. {setting} I need {count} distinct names. They should each {musts}. {form}",
        ),
        "zh": (
            "{setting}请为{thing}起{count}个不同的名字，每个都要{musts}。{form}",
            "{thing}叫什么好？{setting}给出{count}个不重复的名字，要求：{musts}。{form}",
            "{setting}要命名的是{thing}。想{count}个互不相同的名字，条件是{musts}。{form}",
            "{form}\n任务：为{thing}取{count}个名字，不能重复，须{musts}。{setting}",
            "头脑风暴：{thing}。{setting}需要{count}个不一样的名字，而且{musts}。{form}",
        ),
    }
    slip_kinds = ("one_missing", "one_too_many", "repeated", "wrong_first", "too_long")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_names: int = 3
        max_names: int = 6

        def __post_init__(self) -> None:
            if not 2 <= self.min_names <= self.max_names <= 8:
                raise ValueError("naming: need 2 <= min_names <= max_names <= 8")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        english = language == "en"
        least = rng.randint(5, 6) if english else rng.randint(3, 4)
        return {
            "language": language,
            "setting": occasion(rng, language, OCCASIONS),
            "thing": rng.choice(NAMED[language]),
            "count": rng.randint(self.config.min_names, self.config.max_names),
            "first": rng.choice(FIRST if english else CHARACTERS),
            "least": least,
            "most": least + rng.randint(2, 4) if english else least + rng.randint(0, 1),
            "part": rng.choice(PARTS) if english and rng.random() < 0.5 else "",
            "last": "",
        }

    def slots(self, args: Args, language: str) -> dict[str, str]:
        first, least, most, part, last = (args[key] for key in ("first", "least", "most", "part", "last"))
        if language == "en":
            musts = [f'start with "{first}"', f"have {least} to {most} letters"]
            musts += [f'contain "{part}"'] if part else []
            musts += [f'end in "{last}"'] if last else []
            text = ", ".join(musts[:-1]) + f" and {musts[-1]}"
            form = 'Only letters in a name; reply with "Answer: " and the names, parted by commas.'
        else:
            musts = [f"以“{first}”开头", f"由{least}个字组成" if least == most else f"有{least}到{most}个字"]
            musts += [f"含有“{part}”字"] if part else []
            musts += [f"以“{last}”结尾"] if last else []
            text, form = "，".join(musts), "只用汉字，回答“答案：”和这些名字，用逗号隔开。"
        return {
            "setting": args["setting"],
            "thing": args["thing"],
            "count": str(args["count"]),
            "musts": text,
            "all_must": text,
            "form": form,
        }

    def solve(self, args: Args, language: str) -> Solution:
        found = names(generator(self.id, "solve", canonical(args)), args, language, args["count"])
        answer = COMMA[language].join(found)
        return Solution(FINAL[language].format(answer), answer)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, count = rng.choice(self.slip_kinds), args["count"]
        found = names(rng, args, language, count + 1)
        place = rng.randrange(count)
        match kind:
            case "one_missing":
                found = found[: count - 1]
            case "repeated":
                found = found[:count]
                found[place] = found[place - 1]
            case "wrong_first":
                pool = FIRST if language == "en" else CHARACTERS
                found = found[:count]
                found[place] = rng.choice([char for char in pool if char != args["first"]]) + found[place][1:]
            case "too_long":
                more = "ro" * args["most"] if language == "en" else "云" * args["most"]
                found = found[:count]
                found[place] = found[place] + more
        return Slip(kind, FINAL[language].format(COMMA[language].join(found)))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A part that they contain or a letter that they end in, too."""
        if args["last"]:
            return None
        if language == "en":
            return {
                **args,
                "last": rng.choice(ENDINGS),
                "part": args["part"] or rng.choice(PARTS),
                "most": args["most"] + 2,
            }
        part = rng.choice([char for char in CHARACTERS if char != args["first"]])
        return {**args, "last": rng.choice(LAST), "part": part, "least": 4, "most": 5}
