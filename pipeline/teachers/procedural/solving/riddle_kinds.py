"""Riddles with a single solution: who tells the truth, and who did it."""

import random
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import LIST, Kind, Worked, pick
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.riddles import (
    BOXES,
    CLAIMS,
    COUNTS,
    DEEDS,
    LABELS,
    ROLES,
    STATEMENTS,
    TREASURES,
)

Statement = list[Any]
"""[speaker, form, *whom or how many]; people go by their number."""

QUOTED = {"en": "{}: “{}”", "zh": "{}：“{}”"}


def set_mistakes(rng: random.Random, value: tuple[str, ...], everybody: Sequence[str]) -> dict[str, Any]:
    """Wrong sets for a right one."""
    others = [name for name in everybody if name not in value]
    found: dict[str, Any] = {"all_swapped": tuple(others)}
    if value:
        dropped = rng.choice(value)
        found["one_missing"] = tuple(name for name in value if name != dropped)
        found["none_of_them"] = ()
        if others:
            found["another_one"] = tuple(rng.choice(others) if name == dropped else name for name in value)
    if others:
        found["one_too_many"] = (*value, rng.choice(others))
    return found


class Island(Kind):
    """Truth-tellers and liars. A liar's statement is false as a whole."""

    weight = 4

    @staticmethod
    def true(statement: Statement, honest: Sequence[bool]) -> bool:
        speaker, form, *about = statement
        match form:
            case "liar":
                return not honest[about[0]]
            case "honest":
                return honest[about[0]]
            case "same":
                return honest[speaker] == honest[about[0]]
            case "differ":
                return honest[speaker] != honest[about[0]]
            case "both":
                return honest[about[0]] and honest[about[1]]
            case "some":
                return not (honest[about[0]] and honest[about[1]])
        return sum(honest) == about[0]

    def fitting(self, statements: Sequence[Statement], size: int) -> list[tuple[bool, ...]]:
        return [
            honest
            for honest in product((True, False), repeat=size)
            if all(self.true(statement, honest) == honest[statement[0]] for statement in statements)
        ]

    def statements(self, rng: random.Random, size: int) -> list[Statement]:
        """One from each speaker, with a single solution."""
        while True:
            honest = [rng.random() < 0.5 for _ in range(size)]
            said = []
            for speaker in range(size):
                while True:
                    form = rng.choice(("liar", "honest", "same", "differ", "both", "some", "count"))
                    others = [person for person in range(size) if person != speaker]
                    about = rng.sample(others, 2 if form in ("both", "some") else 1)
                    statement = [speaker, form, *(about if form != "count" else [rng.randint(1, size - 1)])]
                    if self.true(statement, honest) == honest[speaker]:
                        break
                said.append(statement)
            if len(self.fitting(said, size)) == 1:
                return said

    def draw(self, rng: random.Random, language: str) -> Args:
        size = rng.randint(3, 4)
        return {
            "names": rng.sample(NAMES[language], size),
            "role": rng.randrange(len(ROLES[language])),
            "statements": self.statements(rng, size),
        }

    def tell(self, args: Args, language: str) -> str:
        names = args["names"]
        honest, honests, liar, _, rule = ROLES[language][args["role"]]
        lines = []
        for speaker, form, *about in args["statements"]:
            words = {"x": names[about[0]] if form != "count" else "", "k": COUNTS[language][about[0]]}
            words["y"] = names[about[1]] if len(about) > 1 else ""
            said = STATEMENTS[language][form].format(honest=honest, honests=honests, liar=liar, **words)
            lines.append(QUOTED[language].format(names[speaker], said))
        listed = LIST[language].join(names)
        return pick(
            language,
            f"{rule} Each of {listed} is one or the other.\n{chr(10).join(lines)}\nWho are the {honests}? List all of "
            "them, or answer “none”.",
            f"{rule}{listed}各是其中一种。\n{chr(10).join(lines)}\n谁是{honest}？请全部列出，没有则答“没有”。",
        )

    def work(self, args: Args, language: str) -> Worked:
        """Settle one person after another; a line for each place where that fails, and one for the solution."""
        names, statements, lines = args["names"], args["statements"], list[str]()
        honest_word, _, liar_word, _, _ = ROLES[language][args["role"]]
        said = {speaker: [speaker, form, *about] for speaker, form, *about in statements}
        size = len(names)

        def shown(honest: Sequence[bool]) -> str:
            joint = pick(language, " is ", "是")
            roles = (
                f"{name}{joint}{honest_word if true else liar_word}" for name, true in zip(names, honest, strict=False)
            )
            return LIST[language].join(roles)

        def refuted(honest: list[bool]) -> int | None:
            """A speaker whose statement cannot be right under any completion."""
            for speaker in range(len(honest)):
                rest = size - len(honest)
                if all(
                    self.true(said[speaker], [*honest, *more]) != honest[speaker]
                    for more in product((True, False), repeat=rest)
                ):
                    return speaker
            return None

        def descend(honest: list[bool]) -> list[bool] | None:
            speaker = refuted(honest)
            if speaker is not None:
                lines.append(
                    pick(
                        language,
                        f"{shown(honest)}: what {names[speaker]} says does not fit.",
                        f"{shown(honest)}：与{names[speaker]}的话矛盾。",
                    )
                )
                return None
            if len(honest) == size:
                return honest
            for choice in (True, False):
                found = descend([*honest, choice])
                if found is not None:
                    return found
            return None

        solution = descend([])
        assert solution is not None
        lines.append(pick(language, f"{shown(solution)}: everything fits.", f"{shown(solution)}：全部符合。"))
        return lines, tuple(name for name, true in zip(names, solution, strict=True) if true)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return set_mistakes(rng, value, args["names"])

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more person, and statements for all."""
        names = args["names"]
        if len(names) > 4:
            return None
        more = rng.choice([name for name in NAMES[language] if name not in names])
        return {**args, "names": [*names, more], "statements": self.statements(rng, len(names) + 1)}


class Hidden(Kind):
    """Who did it, or which box it is in, if so many of the statements are true."""

    weight = 3

    @staticmethod
    def true(statement: Statement, where: int) -> bool:
        _, form, *about = statement
        return (where not in about) if form == "not" else where in about

    def fitting(self, statements: Sequence[Statement], right: int) -> list[int]:
        places = range(len(statements))
        return [where for where in places if sum(self.true(said, where) for said in statements) == right]

    def statements(self, rng: random.Random, size: int) -> tuple[list[Statement], int]:
        while True:
            said: list[Statement] = []
            for speaker in range(size):
                form = rng.choice(("is", "not", "not", "or"))
                said.append([speaker, form, *rng.sample(range(size), 2 if form == "or" else 1)])
            right = rng.randint(1, size - 1)
            if len(self.fitting(said, right)) == 1:
                return said, right

    def draw(self, rng: random.Random, language: str) -> Args:
        boxes = rng.random() < 0.5
        size = rng.randint(3, 4)
        statements, right = self.statements(rng, size)
        return {
            "names": rng.sample(BOXES[language] if boxes else NAMES[language], size),
            "boxes": boxes,
            "matter": rng.choice((TREASURES if boxes else DEEDS)[language]),
            "statements": statements,
            "right": right,
        }

    def tell(self, args: Args, language: str) -> str:
        names, matter, boxes = args["names"], args["matter"], args["boxes"]
        texts = (LABELS if boxes else CLAIMS)[language]
        lines = []
        for speaker, form, *about in args["statements"]:
            words = dict(zip("xy", (names[person] for person in about), strict=False))
            who = names[speaker] + (pick(language, " box", "盒子") if boxes else "")
            lines.append(QUOTED[language].format(who, texts[form].format(thing=matter, **words)))
        told, count, listed = "\n".join(lines), COUNTS[language][args["right"]], LIST[language].join(names)
        if boxes:
            are = "is" if args["right"] == 1 else "are"
            return pick(
                language,
                f"A {matter} is in exactly one of these boxes: {listed}. Each box has a label:\n{told}\nExactly "
                f"{count} of the labels {are} true. Which box is it in? Answer with the colour.",
                f"{matter}在{listed}这几个盒子之一里，盒子上各有标签：\n{told}\n恰好有{count}张标签是真的。"
                f"{matter}在哪个盒子里？只答颜色。",
            )
        are = "is" if args["right"] == 1 else "are"
        return pick(
            language,
            f"Exactly one of {listed} {matter}.\n{told}\nExactly {count} of these statements {are} true. Who was it?",
            f"{listed}当中恰有一人{matter}。\n{told}\n这些话里恰好有{count}句是真的。是谁？",
        )

    def work(self, args: Args, language: str) -> Worked:
        names, statements, right = args["names"], args["statements"], args["right"]
        lines = []
        for where, name in enumerate(names):
            speakers = [names[said[0]] for said in statements if self.true(said, where)]
            listed = LIST[language].join(speakers)
            fits = len(speakers) == right
            lines.append(
                pick(
                    language,
                    f"If {name}: {len(speakers)} true{listed and f' ({listed})'}{', as stated' if fits else ''}.",
                    f"若是{name}：{len(speakers)}句为真{listed and f'（{listed}）'}，{'符合' if fits else '不符'}。",
                )
            )
        return lines, (names[self.fitting(statements, right)[0]],)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return set_mistakes(rng, value, args["names"])

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        names = args["names"]
        if len(names) > 4:
            return None
        pool = (BOXES if args["boxes"] else NAMES)[language]
        statements, right = self.statements(rng, len(names) + 1)
        more = rng.choice([name for name in pool if name not in names])
        return {**args, "names": [*names, more], "statements": statements, "right": right}
