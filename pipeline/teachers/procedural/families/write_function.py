"""Write a Python function from a specification: a chain of filters, mappings and a last step, with examples."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution

Step = list[Any]
"""[operation, value]; the value is None where the operation has none."""


@dataclass(frozen=True, slots=True)
class Operation:
    """How to say it, the Python expression (of `{x}`, the items so far, and `{k}`), and how to draw its value."""

    saying: str
    code: str
    value: Callable[[random.Random], Any] = lambda rng: None

    def said(self, language: str, name: str, k: Any) -> str:
        return (self.saying if language == "en" else CHINESE[name]).format(k=k)


def _between(low: int, high: int) -> Callable[[random.Random], int]:
    return lambda rng: rng.randint(low, high)


def _one_of(choices: str) -> Callable[[random.Random], str]:
    return lambda rng: rng.choice(choices)


_ANY = {
    "reverse": Operation("reverse the order", "{x}[::-1]"),
    "ascending": Operation("sort in ascending order", "sorted({x})"),
    "unique": Operation("drop repeats, keeping the first of each", "list(dict.fromkeys({x}))"),
    "first": Operation("take only the first {k}", "{x}[:{k}]", _between(2, 4)),
    "skip": Operation("leave out the first {k}", "{x}[{k}:]", _between(1, 2)),
    "second": Operation("take every second one, starting with the first", "{x}[::2]"),
}
CHAIN: dict[str, dict[str, Operation]] = {
    "numbers": {
        "even": Operation("keep only the even numbers", "[n for n in {x} if n % 2 == 0]"),
        "odd": Operation("keep only the odd numbers", "[n for n in {x} if n % 2 == 1]"),
        "above": Operation("keep only numbers greater than {k}", "[n for n in {x} if n > {k}]", _between(-2, 12)),
        "below": Operation("keep only numbers less than {k}", "[n for n in {x} if n < {k}]", _between(5, 20)),
        "multiples": Operation("keep only multiples of {k}", "[n for n in {x} if n % {k} == 0]", _between(3, 5)),
        "add": Operation("add {k} to each number", "[n + {k} for n in {x}]", _between(2, 20)),
        "times": Operation("multiply each number by {k}", "[n * {k} for n in {x}]", _between(2, 12)),
        "square": Operation("square each number", "[n * n for n in {x}]"),
        "absolute": Operation("replace each number by its absolute value", "[abs(n) for n in {x}]"),
        "running": Operation("replace the list by its running totals", "[sum({x}[: i + 1]) for i in range(len({x}))]"),
        "gaps": Operation(
            "take the differences, each number minus the one before it", "[b - a for a, b in zip({x}, {x}[1:])]"
        ),
        "descending": Operation("sort in descending order", "sorted({x}, reverse=True)"),
        **_ANY,
    },
    "words": {
        "longer": Operation(
            "keep only words with more than {k} letters", "[w for w in {x} if len(w) > {k}]", _between(3, 6)
        ),
        "shorter": Operation(
            "keep only words with fewer than {k} letters", "[w for w in {x} if len(w) < {k}]", _between(6, 8)
        ),
        "containing": Operation(
            'keep only words that contain "{k}"', '[w for w in {x} if "{k}" in w]', _one_of("aeiornst")
        ),
        "mirror": Operation("write each word backwards", "[w[::-1] for w in {x}]"),
        "suffix": Operation('append "{k}" to each word', '[w + "{k}" for w in {x}]', _one_of("!?_*sy")),
        "by_length": Operation("sort by length, keeping the order of equally long words", "sorted({x}, key=len)"),
        **_ANY,
    },
}
END: dict[str, dict[str, Operation]] = {
    "numbers": {
        "list": Operation("return the list", "{x}"),
        "sum": Operation("return the sum", "sum({x})"),
        "count": Operation("return how many there are", "len({x})"),
        "largest": Operation("return the largest (0 if none is left)", "max({x}, default=0)"),
        "smallest": Operation("return the smallest (0 if none is left)", "min({x}, default=0)"),
        "spread": Operation(
            "return the largest minus the smallest (0 if none is left)", "max({x}) - min({x}) if {x} else 0"
        ),
        "joined": Operation(
            'return them as one string, joined by "{k}"', '"{k}".join(map(str, {x}))', _one_of(",;/ +")
        ),
    },
    "words": {
        "list": Operation("return the list", "{x}"),
        "count": Operation("return how many there are", "len({x})"),
        "joined": Operation('return one string, joined by "{k}"', '"{k}".join({x})', _one_of(",-/ +")),
        "longest": Operation(
            'return the longest, the first of them in a tie ("" if none is left)', 'max({x}, key=len, default="")'
        ),
        "letters": Operation("return the total number of characters", "sum(len(w) for w in {x})"),
        "initials": Operation("return a string of their first characters", '"".join(w[0] for w in {x})'),
        "lengths": Operation("return the list of their lengths", "[len(w) for w in {x}]"),
        "tally": Operation("return a dict of how often each occurs", "{{w: {x}.count(w) for w in {x}}}"),
    },
}
CHINESE = {
    "reverse": "把顺序倒过来",
    "ascending": "按升序排序",
    "unique": "去掉重复项，只留第一次出现的",
    "first": "只取前{k}个",
    "skip": "去掉前{k}个",
    "second": "从第一个起每隔一个取一个",
    "even": "只保留偶数",
    "odd": "只保留奇数",
    "above": "只保留大于{k}的数",
    "below": "只保留小于{k}的数",
    "multiples": "只保留{k}的倍数",
    "add": "给每个数加上{k}",
    "times": "把每个数乘以{k}",
    "square": "把每个数平方",
    "absolute": "把每个数换成它的绝对值",
    "running": "把列表换成逐项累计的和",
    "gaps": "求相邻两数之差（后一个减前一个）",
    "descending": "按降序排序",
    "longer": "只保留长度大于{k}的单词",
    "shorter": "只保留长度小于{k}的单词",
    "containing": "只保留含有“{k}”的单词",
    "mirror": "把每个单词倒着写",
    "suffix": "在每个单词后面加上“{k}”",
    "by_length": "按长度排序，等长的保持原有顺序",
    "list": "返回列表",
    "sum": "返回总和",
    "count": "返回个数",
    "largest": "返回最大值（没有则为 0）",
    "smallest": "返回最小值（没有则为 0）",
    "spread": "返回最大值减最小值（没有则为 0）",
    "joined": "返回用“{k}”连接而成的一个字符串",
    "longest": "返回最长的一个，等长时取第一个（没有则为空串）",
    "letters": "返回字符总数",
    "initials": "返回由各项首字符组成的字符串",
    "lengths": "返回各项长度的列表",
    "tally": "返回记录每项出现次数的字典",
}
VERBS = "process reduce digest handle combine convert refine survey collect shape derive distill compute solve".split()
NOUNS = {
    "numbers": "numbers values scores readings prices ages sizes heights points counts costs levels".split(),
    "words": "words names labels tags titles terms keys items tokens cities colors animals".split(),
}
WORDS = (
    "ox sun tree river apple basket lantern mountain ink pear stone market captain elephant owl rose bread silver "
    "journey notebook ant lake cloud window kitchen triangle egg milk tiger garden quarter sandwich sea moss paper "
    "bridge teacher umbrella fox corn eagle rabbit theatre dinosaur ice nest train planet station mushroom"
).split()
KIND = {
    "en": {"numbers": "a list of integers", "words": "a list of strings (none of them empty)"},
    "zh": {"numbers": "整数列表", "words": "字符串列表（其中没有空串）"},
}
_TWINS = {
    "even": "odd",
    "above": "below",
    "longer": "shorter",
    "first": "skip",
    "ascending": "reverse",
    "largest": "smallest",
}
"""Operations that are taken for each other, in both directions."""
TWINS = {**_TWINS, **{other: one for one, other in _TWINS.items()}, "sum": "count", "list": "count", "times": "add"}


def source(name: str, kind: str, steps: list[Step], parameter: str) -> str:
    """The function, one line for each step."""
    lines = [f"def {name}({parameter}):"]
    for operation, k in steps[:-1]:
        lines.append(f"    {parameter} = {CHAIN[kind][operation].code.format(x=parameter, k=k)}")
    operation, k = steps[-1]
    lines.append(f"    return {END[kind][operation].code.format(x=parameter, k=k)}")
    return "\n".join(lines)


def value_of(code: str, name: str, given: list[Any]) -> Any:
    """What a function written by `source` makes of an input."""
    names: dict[str, Any] = {}
    exec(code, names)
    return names[name](list(given))


class TaskFamily(Family):
    id = "write_function"
    category = "Code/Text2Code"
    level = Level.EXECUTED
    checker = "write_function"
    wordings = {
        "en": (
            "Write a Python function {name}({parameter}) that takes {kind}. It should {steps}.\n"
            "Examples:\n{examples}\nGive the function in a ```python block.",
            "I need a function {name}({parameter}) in Python. Its argument is {kind}. What it does: {steps}.\n"
            "{examples}\nPlease answer with one ```python block.",
            "Implement {name}({parameter}), where {parameter} is {kind}: {steps}.\nFor example:\n{examples}\n"
            "Reply with the code in a ```python block.",
            "Python, one function, in a ```python block. Signature: {name}({parameter}), for {kind}. Task: {steps}. "
            "It must hold that\n{examples}",
            "Could you write the function {name}({parameter})? Given {kind}, it has to {steps}.\nSo:\n{examples}\n"
            "The code belongs in a ```python block.",
        ),
        "zh": (
            "请写一个 Python 函数 {name}({parameter})，参数是{kind}。它应当：{steps}。\n示例：\n{examples}\n"
            "把函数放在 ```python 代码块中。",
            "我需要一个 Python 函数 {name}({parameter})，参数为{kind}。功能：{steps}。\n{examples}\n请用一个 ```python "
            "代码块回答。",
            "实现 {name}({parameter})，其中 {parameter} 是{kind}：{steps}。\n例如：\n{examples}\n回复 ```python 块"
            "中的代码。",
            "Python，一个函数，写在 ```python 块里。签名：{name}({parameter})，输入{kind}。任务：{steps}。必须满足"
            "\n{examples}",
            "能写出函数 {name}({parameter}) 吗？给定{kind}，依次{steps}。\n于是：\n{examples}\n代码请放进 ```python"
            " 块。",
        ),
    }
    slip_kinds = ("step_skipped", "value_off", "steps_swapped", "twin_taken", "return_missing", "wrong_name")

    @dataclass(frozen=True, slots=True)
    class Config:
        most_steps: int = 3
        examples: int = 2

        def __post_init__(self) -> None:
            if not 2 <= self.most_steps <= 6:
                raise ValueError("write_function: need 2 <= most_steps <= 6")
            if not 1 <= self.examples <= 4:
                raise ValueError("write_function: need 1 <= examples <= 4")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        kind = rng.choice(tuple(CHAIN))
        chosen = rng.sample(tuple(CHAIN[kind]), rng.randint(1, self.config.most_steps - 1))
        steps = [[operation, CHAIN[kind][operation].value(rng)] for operation in chosen]
        end = rng.choice(tuple(END[kind]))
        steps.append([end, END[kind][end].value(rng)])
        parameter = rng.choice(NOUNS[kind])
        return self._exemplified(rng, f"{rng.choice(VERBS)}_{parameter}", kind, steps)

    def _exemplified(self, rng: random.Random, name: str, kind: str, steps: list[Step]) -> Args:
        code = source(name, kind, steps, "items")
        examples = []
        for _ in range(self.config.examples):
            size = rng.randint(4, 6)
            given: list[Any] = rng.sample(WORDS, size - 1) if kind == "words" else rng.choices(range(-5, 25), k=size)
            if kind == "words":
                given.insert(rng.randrange(size), rng.choice(given))
            examples.append([given, value_of(code, name, given)])
        return {"name": name, "input": kind, "steps": steps, "examples": examples}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        kind, name = args["input"], args["name"]
        said = [CHAIN[kind][operation].said(language, operation, k) for operation, k in args["steps"][:-1]]
        operation, k = args["steps"][-1]
        said.append(END[kind][operation].said(language, operation, k))
        return {
            "name": name,
            "parameter": _parameter(args),
            "kind": KIND[language][kind],
            "steps": (", then " if language == "en" else "，然后").join(said),
            "examples": "\n".join(f"{name}({given!r}) == {value!r}" for given, value in args["examples"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(_fenced(source(args["name"], args["input"], args["steps"], _parameter(args))))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more step in the chain, and new examples."""
        kind, steps = args["input"], args["steps"]
        left = sorted(set(CHAIN[kind]) - {operation for operation, _ in steps})
        if len(steps) > 5:
            return None
        operation = rng.choice(left)
        place = rng.randrange(len(steps))
        harder = [*steps[:place], [operation, CHAIN[kind][operation].value(rng)], *steps[place:]]
        return self._exemplified(rng, args["name"], kind, harder)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            code = mistaken(rng, args, kind)
            if code is not None and (kind in ("wrong_name", "return_missing") or _differs(code, args)):
                return Slip(kind, _fenced(code))
        return None


def mistaken(rng: random.Random, args: Args, kind: str) -> str | None:
    """The function with a mistake of that kind, which may still be right; None if it does not admit it."""
    name, steps, parameter = args["name"], [[*step] for step in args["steps"]], _parameter(args)
    place = rng.randrange(len(steps) - 1)
    match kind:
        case "step_skipped":
            del steps[place]
        case "value_off":
            numbered = [step for step in steps if isinstance(step[1], int)]
            if not numbered:
                return None
            rng.choice(numbered)[1] += 1
        case "steps_swapped" if len(steps) > 2:
            first = rng.randrange(len(steps) - 2)
            steps[first], steps[first + 1] = steps[first + 1], steps[first]
        case "twin_taken":
            places = [number for number, (operation, _) in enumerate(steps) if operation in TWINS]
            if not places:
                return None
            taken = rng.choice(places)
            twin = TWINS[steps[taken][0]]
            if twin not in (CHAIN if taken < len(steps) - 1 else END)[args["input"]]:
                return None
            steps[taken][0] = twin
        case "return_missing":
            return source(name, args["input"], steps, parameter).replace("    return ", "    result = ")
        case "wrong_name":
            return source(f"{name}_list", args["input"], steps, parameter)
        case _:
            return None
    return source(name, args["input"], steps, parameter)


def _differs(code: str, args: Args) -> bool:
    """Whether a function fails one of the stated examples."""
    return any(value_of(code, args["name"], given) != value for given, value in args["examples"])


def _parameter(args: Args) -> str:
    name: str = args["name"]
    return name.partition("_")[2]


def _fenced(code: str) -> str:
    return f"```python\n{code}\n```"
