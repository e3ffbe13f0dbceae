"""What does a short program print? Programs are drawn from a grammar of small shapes; the answer is traced by hand."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.tracer import MISTAKES, Tracer, Unsupported

WORDS = (
    "apple banana cherry window garden silver pepper kettle marble orange planet rocket summer winter yellow cotton "
    "hammer letter mirror needle pencil saddle ticket violin walnut anchor basket candle dinner engine falcon guitar "
    "harbor island jacket kitten ladder magnet napkin oyster parrot quartz ribbon sunset teapot umpire valley wagon"
).split()
TOTALS = "total score amount result points balance".split()
ITEMS = "numbers values data readings sizes ages".split()
TURNS = "n x item value num".split()


def a_list(rng: random.Random, low: int = 3, high: int = 5) -> list[int]:
    return [rng.randint(1, 20) for _ in range(rng.randint(low, high))]


def a_test(rng: random.Random, name: str) -> str:
    divisor = rng.randint(2, 4)
    return rng.choice(
        (
            f"{name} % {divisor} == {rng.randrange(divisor)}",
            f"{name} > {rng.randint(3, 14)}",
            f"{name} < {rng.randint(5, 15)}",
        )
    )


def accumulate(rng: random.Random) -> list[str]:
    total, turn = rng.choice(TOTALS), rng.choice("ijk")
    start, step = rng.randint(0, 5), rng.choice((1, 1, 2, 3))
    stop = start + step * rng.randint(3, 5)
    ends = f"{start}, {stop}, {step}" if step > 1 else f"{start}, {stop}"
    return [
        f"{total} = {rng.randint(0, 20)}",
        f"for {turn} in range({ends}):",
        f"    if {a_test(rng, turn)}:",
        f"        {total} += {turn} * {rng.randint(2, 5)}",
        "    else:",
        f"        {total} {rng.choice('+-')}= {rng.randint(1, 6)}",
        f"print({total})",
    ]


def count_down(rng: random.Random) -> list[str]:
    number, stop = rng.randint(20, 120), rng.randint(1, 6)
    change = rng.choice((f"n //= {rng.randint(2, 3)}", f"n -= {rng.randint(9, 30)}"))
    return [
        f"n = {number}",
        "count = 0",
        f"while n > {stop}:",
        f"    {change}",
        f"    count += {rng.randint(1, 3)}",
        rng.choice(("print(count, n)", "print(n, count)", "print(n + count)", "print(count * 10 + n)")),
    ]


def spell(rng: random.Random) -> list[str]:
    letters = "".join(sorted(rng.sample("aeioulnrst", rng.randint(3, 5))))
    kept, other = rng.sample(("out += c.upper()", "out = c + out", "out += c", 'out += "-"', "out += c + c"), 2)
    return [
        f'word = "{rng.choice(WORDS)}"',
        'out = ""',
        "for c in word:",
        f'    if c in "{letters}":',
        f"        {kept}",
        "    else:",
        f"        {other}",
        rng.choice(("print(out)", "print(out[1:])", "print(len(out), out)", "print(out[::-1])")),
    ]


def keep(rng: random.Random) -> list[str]:
    items, turn = rng.choice(ITEMS), rng.choice(TURNS)
    change = rng.choice(
        (f"{turn} * {rng.randint(2, 4)}", f"{turn} + {rng.randint(2, 9)}", f"{turn} - {rng.randint(1, 5)}")
    )
    return [
        f"{items} = {a_list(rng, 4, 6)}",
        "kept = []",
        f"for {turn} in {items}:",
        f"    if {a_test(rng, turn)}:",
        f"        kept.append({change})",
        rng.choice(("print(kept)", "print(len(kept), kept)", "print(sum(kept), len(kept))", "print(kept[::-1])")),
    ]


def tally(rng: random.Random) -> list[str]:
    pool = rng.sample(("red", "blue", "green", "gold", "pink", "gray"), 3)
    colours = [rng.choice(pool) for _ in range(rng.randint(4, 6))]
    asked = rng.choice(colours)
    return [
        f"colors = {colours}".replace("'", '"'),
        "counts = {}",
        "for c in colors:",
        f"    counts[c] = counts.get(c, 0) + {rng.randint(1, 4)}",
        rng.choice((f'print(counts["{asked}"], len(counts))', "print(counts)", "print(max(counts.values()))")),
    ]


def call(rng: random.Random) -> list[str]:
    name = rng.choice("f g mix step combine shift score".split())
    limit, first = rng.randint(3, 12), [rng.randint(1, 15) for _ in range(4)]
    return [
        f"def {name}(a, b={rng.randint(2, 6)}):",
        f"    if a {rng.choice('<>')} {limit}:",
        f"        return a {rng.choice('+-*')} b",
        f"    return {rng.choice(('a - 2 * b', 'b - a', 'a * 2 + b', 'a % b'))}",
        f"x = {name}({first[0]})",
        f"y = {name}({first[1]}, {first[2]})",
        rng.choice(("print(x, y)", "print(x + y)", f"print({name}(x, {first[3]}), y)", "print(max(x, y), min(x, y))")),
    ]


def comprehend(rng: random.Random) -> list[str]:
    items, turn = rng.choice(ITEMS), rng.choice(TURNS)
    change = rng.choice((f"{turn} * {turn}", f"{turn} * {rng.randint(2, 9)}", f"{turn} + {rng.randint(1, 9)}"))
    return [
        f"{items} = {a_list(rng, 4, 6)}",
        f"picked = [{change} for {turn} in {items} if {a_test(rng, turn)}]",
        "total = sum(picked)",
        rng.choice(("print(total)", "print(picked)", "print(len(picked), total)", "print(picked[:2], total)")),
    ]


def exchange(rng: random.Random) -> list[str]:
    return [
        f"a, b = {rng.randint(0, 9)}, {rng.randint(1, 9)}",
        f"for i in range({rng.randint(3, 5)}):",
        f"    a, b = b, a + {rng.choice(('b', 'i', 'b + i', '2 * b', str(rng.randint(2, 7))))}",
        rng.choice(("print(a, b)", "print(b - a)", "print(a + b)")),
    ]


def in_place(rng: random.Random) -> list[str]:
    items, size = rng.choice(ITEMS), rng.randint(3, 5)
    return [
        f"{items} = {a_list(rng, size, size)}",
        f"for i in range({rng.randint(0, 1)}, len({items})):",
        f"    {items}[i] += {rng.choice((f'{items}[i - 1]', f'i * {rng.randint(2, 5)}', str(rng.randint(2, 9))))}",
        rng.choice((f"print({items})", f"print({items}[-1], {items}[0])", f"print(sum({items}))")),
    ]


def nested(rng: random.Random) -> list[str]:
    total = rng.choice(TOTALS)
    test = rng.choice(("(i + j) % 2 == 0", "i != j", "i < j", "i >= j", "i * j > 1"))
    return [
        f"{total} = {rng.randint(0, 9)}",
        f"for i in range({rng.randint(2, 3)}):",
        f"    for j in range({rng.randint(2, 3)}):",
        f"        if {test}:",
        f"            {total} += {rng.choice(('i', 'j + 1', 'i * j', 'i + j'))} + {rng.randint(1, 9)}",
        f"print({total})",
    ]


def words(rng: random.Random) -> list[str]:
    letter, mark, sign = rng.choice("aeinor"), rng.choice("_.#"), rng.choice("+/:")
    part = rng.choice(("w[0].upper()", "w[::-1]", "w[:2]", "w[-2:]", f'w.replace("{letter}", "{mark}")'))
    test = rng.choice((f'w > "{rng.choice("dgkmps")}"', f'"{rng.choice("aeinr")}" in w', "len(w) == 6"))
    joined = "-".join(rng.sample(WORDS, 3))
    return [
        f'text = "{joined}"',
        "parts = []",
        'for w in text.split("-"):',
        f"    if {test}:",
        f"        parts.append({part})",
        rng.choice(('print(" ".join(parts), len(parts))', "print(parts)", f'print("{sign}".join(parts) + "!")')),
    ]


SHAPES: tuple[Callable[[random.Random], list[str]], ...] = (
    accumulate,
    count_down,
    spell,
    keep,
    tally,
    call,
    comprehend,
    exchange,
    in_place,
    nested,
    words,
)


class TaskFamily(Family):
    id = "trace_program"
    category = "Code/Code2Text"
    level = Level.EXECUTED
    checker = "trace_program"
    wordings = {
        "en": (
            'What does this program print? End with "Answer:" and the exact output.\n```python\n{program}\n```',
            'Trace the program below, then give its output after "Answer:", just as it is printed.\n'
            "```python\n{program}\n```",
            '```python\n{program}\n```\nRead the code above. What is printed? Write the exact output after "Answer:".',
            "I ran this Python program. Please tell me exactly what appeared on the screen, in the end after the "
            'word "Answer:".\n```python\n{program}\n```',
            'Output of this code? Short steps, then "Answer:" and what it prints.\n```python\n{program}\n```',
        ),
        "zh": (
            "这个程序会输出什么？最后写“答案：”和确切的输出。\n```python\n{program}\n```",
            "请逐步执行下面的程序，然后在“答案：”后面写出它的输出，须与打印结果完全一致。\n```python\n{program}\n```",
            "```python\n{program}\n```\n阅读上面的代码。打印的内容是什么？请把确切的输出写在“答案：”之后。",
            "我运行了这个 Python 程序，请告诉我屏幕上到底显示了什么，写在末尾的“答案：”后。\n```python\n{program}\n```",
            "这段代码的输出？先写简短步骤，再写“答案：”和打印内容。\n```python\n{program}\n```",
        ),
    }
    slip_kinds = (*MISTAKES, "off_by_one", "value_missing")

    @dataclass(frozen=True, slots=True)
    class Config:
        most_steps: int = 14
        """Programs with a longer trace are not asked."""

        def __post_init__(self) -> None:
            if not 4 <= self.most_steps <= 60:
                raise ValueError("trace_program: need 4 <= most_steps <= 60")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        return self._fitting("\n".join(rng.choice(SHAPES)(rng)))

    def _fitting(self, program: str) -> Args | None:
        """The program as a task, if it runs to its end, in few steps, and prints something."""
        try:
            traced = Tracer(program)
        except (Unsupported, IndexError, KeyError):
            return None
        printed = "\n".join(traced.printed)
        if not printed.strip() or len(traced.steps) > self.config.most_steps:
            return None
        return {"program": program}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"program": args["program"]}

    def solve(self, args: Args, language: str) -> Solution:
        traced = Tracer(args["program"])
        return Solution(shown(traced.steps, traced.printed, language), "\n".join(traced.printed))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second part that prints a line of its own."""
        if args["program"].count("print(") > 1:
            return None
        shape = rng.choice(SHAPES)
        added = shape(rng)
        harder = self._fitting("\n".join([args["program"], *added]))
        if harder is None or len(harder["program"]) > 500:
            return None
        return harder

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        right = Tracer(args["program"])
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = erring(args["program"], kind) if kind in MISTAKES else misquoted(rng, right, kind)
            if wrong and [line.split() for line in wrong[1]] != [line.split() for line in right.printed]:
                return Slip(kind, shown(*wrong, language))
        return None


def erring(program: str, mistake: str) -> tuple[list[str], list[str]] | None:
    """Steps and output with a mistake on the way; None if the program breaks over it."""
    try:
        traced = Tracer(program, mistake)
    except (Unsupported, IndexError, KeyError, TypeError, ValueError):
        return None
    return traced.steps, traced.printed


def misquoted(rng: random.Random, right: Tracer, kind: str) -> tuple[list[str], list[str]] | None:
    """The right steps with a wrong last line: a number off by one, or the last of several values missing."""
    *above, last = right.printed
    if kind == "value_missing":
        return (right.steps, [*above, last.rsplit(" ", 1)[0]]) if " " in last else None
    numbers = list(re.finditer(r"-?\d+", last))
    if not numbers:
        return None
    found = rng.choice(numbers)
    value = int(found.group()) + rng.choice((-1, 1))
    return right.steps, [*above, f"{last[: found.start()]}{value}{last[found.end() :]}"]


def shown(steps: list[str], printed: list[str], language: str) -> str:
    """A response: the steps, and the output after the mark, below it if it has several lines."""
    mark, gap = ("Answer:", " ") if language == "en" else ("答案：", "")
    if language == "zh":
        steps = [step.replace(": no change", "：不变").replace(" returns ", " 返回 ") for step in steps]
    ending = [f"{mark}{gap}{printed[0]}"] if len(printed) == 1 else [mark, *printed]
    return "\n".join([*steps, *ending])
