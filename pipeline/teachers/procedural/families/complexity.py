"""The time complexity of a small function, from its loops or its calls of itself (English and Chinese)."""

import random
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.cost_lines import CLASSES, EXPONENTIAL, Cost, Note, read
from pipeline.teachers.procedural.solving.cost_programs import lengthened, looping, recursive

NOTES = {
    "en": {
        "fixed": 'Line {number}, "{text}": a fixed number of turns, which does not depend on n.',
        "linear": 'Line {number}, "{text}": the number of turns grows like n.',
        "shrinks": 'Line {number}, "{text}": the variable is divided in every turn, so about log n turns.',
        "grows": 'Line {number}, "{text}": the variable is multiplied in every turn, so about log n turns.',
        "falls": 'Line {number}, "{text}": the variable falls by a fixed amount, so the turns grow like n.',
        "sorts": "Line {number} sorts the list: n log n steps.",
        "passes": "Line {number} goes through the whole list: n steps.",
        "chain": "Line {number}: one call with n less a constant, so about n calls.",
        "remembered": "Line {number}: the cache keeps every result, so each of the n values is worked out once.",
        "tree": "Line {number}: two calls with n - 1 each, so the number of calls doubles n times.",
        "halving": "Line {number}: one call with a fraction of n, so about log n calls.",
        "halving_work": "Line {number}: one call with a fraction of n; the first call does most of the work.",
        "halves": "Line {number}: two calls with half of n; 1 + 2 + 4 + … + n calls, about 2n.",
        "halves_work": "Line {number}: two calls with half of n; log n levels, each with n steps in all.",
        "none": "No line does work that grows with n.",
        "whole": "Loops inside one another multiply; of what stands in a row, the largest counts.",
    },
    "zh": {
        "fixed": "第{number}行“{text}”：循环次数固定，与 n 无关。",
        "linear": "第{number}行“{text}”：循环次数与 n 成正比。",
        "shrinks": "第{number}行“{text}”：变量每次都被除，大约循环 log n 次。",
        "grows": "第{number}行“{text}”：变量每次都被乘，大约循环 log n 次。",
        "falls": "第{number}行“{text}”：变量每次减去固定的数，循环次数与 n 成正比。",
        "sorts": "第{number}行对列表排序：n log n 步。",
        "passes": "第{number}行遍历整个列表：n 步。",
        "chain": "第{number}行：每次调用一次自己，参数减去常数，约 n 次调用。",
        "remembered": "第{number}行：缓存保存了结果，n 个值各只计算一次。",
        "tree": "第{number}行：两次以 n - 1 调用自己，调用数翻倍 n 次。",
        "halving": "第{number}行：调用一次自己，参数缩小为几分之一，约 log n 次调用。",
        "halving_work": "第{number}行：调用一次自己，参数按比例缩小；工作量成等比递减，由第一次决定。",
        "halves": "第{number}行：两次以一半的 n 调用自己，1 + 2 + 4 + … + n，共约 2n 次。",
        "halves_work": "第{number}行：两次以一半的 n 调用自己，共 log n 层，每层合计 n 步。",
        "none": "没有任何一行的工作量随 n 增长。",
        "whole": "嵌套的循环相乘，先后执行的取最大者。",
    },
}
CALLING = ("chain", "remembered", "tree", "halving", "halving_work", "halves", "halves_work")
DEEPEST = 3
LONGEST = 700


class TaskFamily(Family):
    id = "complexity"
    category = "Code/Code2Text"
    checker = "complexity"
    wordings = {
        "en": (
            "What is the time complexity of this function? {size} {count}\n```python\n{source}\n```\n"
            'Explain briefly and end with "Answer: O(…)".',
            "```python\n{source}\n```\nHow does the running time of the function above grow? {size} {count} Give the "
            'tightest bound in big-O notation on a last line that begins with "Answer:".',
            "Please analyse the running time of {name}. {size} {count}\n```python\n{source}\n```\n"
            'Close with a line such as "Answer: O(n)".',
            "A colleague asks how {name} scales.\n```python\n{source}\n```\n{size} {count} Name the tight big-O class, "
            'after a short reason, as "Answer: O(…)".',
            'Big-O of the following code, tight, worst case? {size} {count} Last line: "Answer: O(…)".\n'
            "```python\n{source}\n```",
        ),
        "zh": (
            "这个函数的时间复杂度是多少？{size}{count}\n```python\n{source}\n```\n请简要说明，最后一行写“答案：O(…)”。",
            "```python\n{source}\n```\n上面函数的运行时间如何增长？{size}{count}请用大 O 记号给出最紧的上界，最后一行以"
            "“答案：”开头。",
            "请分析 {name} 的运行时间。{size}{count}\n```python\n{source}\n```\n末行形如“答案：O(n)”。",
            "同事想知道 {name} 的扩展性如何。\n```python\n{source}\n```\n{size}{count}请先简单说明理由，再写“答案："
            "O(…)”，"
            "给出紧的大 O 级别。",
            "下列代码在最坏情况下的大 O（取紧界）是什么？{size}{count}最后一行：“答案：O(…)”。\n```python\n{source}"
            "\n```",
        ),
    }
    slip_kinds = ("power_more", "power_less", "log_added", "log_missed", "exponential_claimed", "constant_claimed")

    @dataclass(frozen=True, slots=True)
    class Config:
        recursive: float = 0.25
        """Share of functions that call themselves."""

        def __post_init__(self) -> None:
            if not 0 <= self.recursive <= 0.9:
                raise ValueError("complexity: need 0 <= recursive <= 0.9")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        if rng.random() < self.config.recursive:
            return self._fitting(recursive(rng))
        return self._fitting(looping(rng, 2))

    def _fitting(self, source: str) -> Args | None:
        return {"source": source} if len(source) <= LONGEST and read(source)[2] in CLASSES else None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        source = args["source"]
        head = source.partition("def ")[2]
        name, _, rest = head.partition("(")
        parameter = rest.partition(")")[0]
        listed = parameter != "n"
        if language == "en":
            size = f"Here n is the length of {parameter}." if listed else "Here n is the argument, a positive integer."
            count = "Count each operation on numbers as one step."
        else:
            size = f"其中 n 是列表 {parameter} 的长度。" if listed else "其中 n 是参数，为正整数。"
            count = "对数的每次运算算作一步。"
        return {"source": source, "name": name, "size": size, "count": count}

    def solve(self, args: Args, language: str) -> Solution:
        notes, _, whole = read(args["source"])
        return _response(notes, whole, language)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second nest of loops after the first; not for functions that call themselves."""
        notes = read(args["source"])[0]
        if any(note.kind in CALLING for note in notes):
            return None
        return self._fitting(lengthened(rng, args["source"], 2, DEEPEST))

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        notes, _, whole = read(args["source"])
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(whole, kind)
            if wrong in CLASSES and wrong != whole:
                return Slip(kind, _response(notes, wrong, language).text)
        return None


def mistaken(right: Cost, kind: str) -> Cost:
    """Another cost, with a mistake of that kind."""
    power, logs = right
    match kind:
        case "power_more":
            return power + 1, logs
        case "power_less":
            return power - 1, logs
        case "log_added":
            return power, logs + 1
        case "log_missed":
            return power, logs - 1
        case "exponential_claimed":
            return EXPONENTIAL, 0
        case _:
            return 0, 0


def _response(notes: list[Note], whole: Cost, language: str) -> Solution:
    said = NOTES[language]
    lines = [said[note.kind].format(number=note.number, text=note.text) for note in notes]
    if len(notes) > 1 and not any(note.kind in ("halves_work", "halving_work") for note in notes):
        lines.append(said["whole"])
    mark = "Answer: " if language == "en" else "答案："
    return Solution("\n".join([*(lines or [said["none"]]), f"{mark}{CLASSES[whole]}"]), CLASSES[whole])
