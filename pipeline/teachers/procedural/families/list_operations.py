"""Apply stated operations to a list of numbers or words, one after the other (English and Chinese)."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.list_words import WORDS

Items = list[Any]
LEAST = 2
"""Items that must be left after every step."""


@dataclass(frozen=True, slots=True)
class Operation:
    """How to say it in each language, what it does, and how to draw its value from the items so far."""

    en: str
    zh: str
    apply: Callable[[Items, Any], Items]
    value: Callable[[random.Random, Items], Any] = lambda rng, items: None


def _rotated(items: Items, k: int) -> Items:
    k %= len(items)
    return items[k:] + items[:k]


def _swapped(items: Items, pair: list[int]) -> Items:
    first, second = pair[0] - 1, pair[1] - 1
    changed = list(items)
    changed[first], changed[second] = changed[second], changed[first]
    return changed


def _inserted(items: Items, pair: list[Any]) -> Items:
    place, item = pair
    return [*items[: place - 1], item, *items[place - 1 :]]


def _place(rng: random.Random, items: Items) -> int:
    return rng.randint(1, len(items))


def _two_places(rng: random.Random, items: Items) -> list[int]:
    return sorted(rng.sample(range(1, len(items) + 1), 2))


_ANY = {
    "reverse": Operation("reverse the list", "把列表倒过来", lambda items, _: items[::-1]),
    "rotate_left": Operation(
        "move the first {k} item(s) to the end, in their order",
        "把前{k}项按原来的顺序移到末尾",
        _rotated,
        lambda rng, items: rng.randint(1, min(3, len(items) - 1)),
    ),
    "swap": Operation("swap items {k[0]} and {k[1]}", "交换第{k[0]}项和第{k[1]}项", _swapped, _two_places),
    "remove": Operation("remove item {k}", "删除第{k}项", lambda items, k: [*items[: k - 1], *items[k:]], _place),
    "sort": Operation("sort the list in ascending order", "把列表按升序排列", lambda items, _: sorted(items)),
    "sort_down": Operation(
        "sort the list in descending order", "把列表按降序排列", lambda items, _: sorted(items, reverse=True)
    ),
    "every_second": Operation(
        "keep only the items in odd positions (first, third, …)",
        "只保留奇数位置上的项（第1、3、5……项）",
        lambda items, _: items[::2],
    ),
    "copy_first": Operation(
        "append a copy of the first item", "在末尾再添上第一项", lambda items, _: [*items, items[0]]
    ),
    "unique": Operation(
        "drop repeated items, keeping the first of each",
        "去掉重复的项，只留第一次出现的",
        lambda items, _: list(dict.fromkeys(items)),
    ),
}
OPERATIONS: dict[str, dict[str, Operation]] = {
    "numbers": {
        **_ANY,
        "add": Operation(
            "add {k} to every number",
            "每个数加上{k}",
            lambda items, k: [item + k for item in items],
            lambda rng, items: rng.randint(2, 15),
        ),
        "double": Operation("double every number", "每个数乘以2", lambda items, _: [2 * item for item in items]),
        "from": Operation(
            "subtract every number from {k}",
            "把每个数换成{k}减去它的差",
            lambda items, k: [k - item for item in items],
            lambda rng, items: max(items) + rng.randint(1, 9),
        ),
        "evens": Operation(
            "keep only the even numbers", "只保留偶数", lambda items, _: [item for item in items if item % 2 == 0]
        ),
        "odds": Operation(
            "keep only the odd numbers", "只保留奇数", lambda items, _: [item for item in items if item % 2]
        ),
        "above": Operation(
            "remove all numbers that are not greater than {k}",
            "删去所有不大于{k}的数",
            lambda items, k: [item for item in items if item > k],
            lambda rng, items: sorted(items)[len(items) // 3],
        ),
        "insert": Operation(
            "insert {k[1]} so that it becomes item {k[0]}",
            "插入{k[1]}，使它成为第{k[0]}项",
            _inserted,
            lambda rng, items: [_place(rng, items), rng.randint(1, 60)],
        ),
        "differences": Operation(
            "replace the list by its differences, each number minus the one before it",
            "把列表换成相邻两数的差（后一个减前一个）",
            lambda items, _: [b - a for a, b in pairwise(items)],
        ),
    },
    "words": {
        **_ANY,
        "mirror": Operation(
            "write every word backwards", "把每个单词的字母倒过来写", lambda items, _: [item[::-1] for item in items]
        ),
        "capitals": Operation(
            "write the first letter of every word as a capital, all others small",
            "每个单词首字母大写，其余小写",
            lambda items, _: [item.capitalize() for item in items],
        ),
        "last_off": Operation(
            "cut off the last letter of every word",
            "去掉每个单词的最后一个字母",
            lambda items, _: [i[:-1] for i in items],
        ),
        "longer": Operation(
            "keep only words of more than {k} letters",
            "只保留字母数大于{k}的单词",
            lambda items, k: [item for item in items if len(item) > k],
            lambda rng, items: sorted(map(len, items))[len(items) // 3],
        ),
        "replace": Operation(
            "replace every letter {k[0]} by {k[1]}",
            "把所有的字母{k[0]}换成{k[1]}",
            lambda items, k: [item.replace(k[0], k[1]) for item in items],
            lambda rng, items: [
                rng.choice(sorted({letter for item in items for letter in item.lower()})),
                rng.choice("uxyz"),
            ],
        ),
        "insert": Operation(
            'insert "{k[1]}" so that it becomes item {k[0]}',
            "插入“{k[1]}”，使它成为第{k[0]}项",
            _inserted,
            lambda rng, items: [_place(rng, items), rng.choice(WORDS)],
        ),
    },
}
CASED = ("capitals", "sort", "sort_down", "replace")
"""At most one of these when words have capitals: readers differ on their order and on what a letter is."""

FORMS = {
    "en": ("{n}. {text}", "Step {n}: {text}", "({n}) {text}"),
    "zh": ("{n}. {text}", "第{n}步：{text}", "（{n}）{text}"),
}


def run(items: Items, operations: list[list[Any]], kind: str) -> list[Items]:
    """The list after each operation."""
    states = []
    for name, k in operations:
        items = OPERATIONS[kind][name].apply(items, k)
        states.append(items)
    return states


class TaskFamily(Family):
    id = "list_operations"
    category = "Mathematics and Reasoning/Logical Reasoning"
    checker = "list_operations"
    wordings = {
        "en": (
            "Start with this list: {items}\nApply these operations in order:\n{steps}\nShow the list after every step "
            'and end with "Answer: " and the items of the final list, separated by commas.',
            "{steps}\n\nDo the above, one after the other, to the list {items}. What is left? Write the list after "
            'each step, and in the last line "Answer: item, item, …".',
            "A list goes through a small machine.\nIn: {items}\n{steps}\nOut: ? Work through it step by step; the last "
            'line should read "Answer: " followed by the items with commas between them.',
            "Given: {items}. Carry out the instructions.\n{steps}\nPlease note the intermediate lists and put the "
            "final "
            'one, comma-separated, after "Answer:".',
            'What does the list {items} become?\n{steps}\nGo step by step. Finish with "Answer:" and the list '
            "(items separated by commas).",
        ),
        "zh": (
            "从这个列表开始：{items}\n依次执行下列操作：\n{steps}\n写出每一步之后的列表，最后一行写“答案：”和最终列表的"
            "各项，用逗号隔开。",
            "{steps}\n\n请对列表 {items} 依次完成以上操作，最后得到什么？"
            "逐步写出列表，末行写“答案：”，各项用逗号隔开。",
            "一台小机器按步骤处理列表。\n输入：{items}\n{steps}\n输出是什么？请一步一步推算，最后以“答案：”加最终各项"
            "（逗号分隔）结尾。",
            "已知列表：{items}。按指令操作。\n{steps}\n请写出中间结果，并在“答案：”后面给出最终列表，用逗号分隔。",
            "列表 {items} 经过下面的操作会变成什么样？\n{steps}\n请逐步作答，最后一行为“答案：”加上用逗号隔开的各项。",
        ),
    }
    slip_kinds = ("step_skipped", "steps_swapped", "two_swapped", "item_missing", "item_added", "item_wrong")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_steps: int = 2
        max_steps: int = 4

        def __post_init__(self) -> None:
            if not 1 <= self.min_steps <= self.max_steps <= 7:
                raise ValueError("list_operations: need 1 <= min_steps <= max_steps <= 7")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        kind = rng.choice(tuple(OPERATIONS))
        size = rng.randint(5, 7)
        items: Items = rng.sample(WORDS, size) if kind == "words" else rng.choices(range(1, 60), k=size)
        if rng.random() < 0.3:
            items[rng.randrange(size)] = rng.choice(items)
        args: Args = {
            "kind": kind,
            "items": items,
            "operations": [],
            "form": rng.randrange(len(FORMS[language])),
        }
        for _ in range(rng.randint(self.config.min_steps, self.config.max_steps)):
            args = self._longer(rng, args) or args
        return args if len(args["operations"]) >= self.config.min_steps else None

    def _longer(self, rng: random.Random, args: Args) -> Args | None:
        """One operation more, which changes the list; None if the drawn ones do not."""
        kind, operations = args["kind"], args["operations"]
        states = [args["items"], *run(args["items"], operations, kind)]
        used = {name for name, _ in operations}
        for name in rng.sample(tuple(OPERATIONS[kind]), 6):
            operation = OPERATIONS[kind][name]
            if name in used or (kind == "words" and name in CASED and used & set(CASED)):
                continue
            k = operation.value(rng, states[-1])
            after = operation.apply(states[-1], k)
            if after != states[-1] and len(after) >= LEAST and all(map(str, after)):
                return {**args, "operations": [*operations, [name, k]]}
        return None

    def _said(self, args: Args, language: str) -> list[str]:
        known = OPERATIONS[args["kind"]]
        return [getattr(known[name], language).format(k=k) for name, k in args["operations"]]

    def slots(self, args: Args, language: str) -> dict[str, str]:
        form = FORMS[language][args["form"]]
        said = self._said(args, language)
        return {
            "items": f"[{', '.join(map(str, args['items']))}]",
            "steps": "\n".join(form.format(n=n, text=text[0].upper() + text[1:]) for n, text in enumerate(said, 1)),
        }

    def solve(self, args: Args, language: str) -> Solution:
        return self._response(args, run(args["items"], args["operations"], args["kind"]), language)

    def _response(self, args: Args, states: list[Items], language: str) -> Solution:
        said = self._said(args, language)
        between, mark = (": ", "Answer: ") if language == "en" else ("：", "答案：")
        shown = [", ".join(map(str, state)) for state in states]
        lines = [f"{text[0].upper()}{text[1:]}{between}{state}" for text, state in zip(said, shown, strict=False)]
        return Solution("\n".join([*lines, f"{mark}{shown[-1]}"]), shown[-1])

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One or two operations more."""
        if len(args["operations"]) > 6:
            return None
        harder = self._longer(rng, args)
        return harder and (self._longer(rng, harder) or harder)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        states = run(args["items"], args["operations"], args["kind"])
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(rng, args, states[-1], kind)
            if wrong and list(map(str, wrong)) != list(map(str, states[-1])):
                return Slip(kind, self._response(args, [*states[:-1], wrong], language).text)
        return None


def mistaken(rng: random.Random, args: Args, final: Items, kind: str) -> Items | None:
    """A final list with a mistake of that kind, which may still be right; None if it does not admit it."""
    operations, items = list(args["operations"]), list(final)
    place = rng.randrange(len(items))
    match kind:
        case "step_skipped" | "steps_swapped":
            first = rng.randrange(len(operations))
            if kind == "step_skipped":
                del operations[first]
            else:
                operations[first - 1], operations[first] = operations[first], operations[first - 1]
            try:
                states = run(args["items"], operations, args["kind"])
            except (IndexError, ZeroDivisionError):
                return None
            return states[-1] if states else args["items"]
        case "two_swapped":
            items[place], items[place - 1] = items[place - 1], items[place]
        case "item_missing":
            del items[place]
        case "item_added":
            items.insert(place, rng.choice(args["items"]))
        case _:
            item = items[place]
            items[place] = item + rng.choice((-1, 1)) if args["kind"] == "numbers" else f"{item}{item[-1]}"
    return items
