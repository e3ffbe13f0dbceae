"""Draw small functions whose running time follows from their loops: blocks of lines, nested and one after the other."""

import random
from collections.abc import Iterator

VERBS = "scan fold probe weigh sift walk count check blend merge trace gather mix rank score visit".split()
OBJECTS = "parts cells rows stars coins leaves steps beads tiles ships notes doors seeds waves rings maps".split()
INDEXES = "i j p q r s t u".split()
TOTALS = "total result acc count score tally amount balance".split()
LISTS = "items values data numbers cells entries".split()
SHRINKING = "k m width left span size gap rest".split()


class Program:
    """Names in use while the lines of one function are drawn. Its parameter is "n", a number, or else a list."""

    def __init__(self, rng: random.Random, parameter: str, total: str) -> None:
        self.rng, self.parameter, self.total = rng, parameter, total
        self.listed = parameter != "n"
        self.indexes = rng.sample(INDEXES, len(INDEXES))
        self.shrinking = rng.sample(SHRINKING, len(SHRINKING))

    def leaf(self, inside: list[str]) -> str:
        """A line of constant cost."""
        number = self.rng.randint(2, 99)
        ways = [f"{self.total} += {number}", f"{self.total} = ({self.total} * {number}) % {self.rng.randint(101, 997)}"]
        if inside:
            ways += [
                f"{self.total} += {self.rng.choice(inside)} * {number}",
                f"{self.total} -= {inside[-1]} % {number}",
            ]
        return self.rng.choice(ways)

    def costly(self) -> str:
        """A line that goes over the list, or sorts it."""
        number, items = self.rng.randint(2, 99), self.parameter
        return self.rng.choice(
            (
                f"{self.total} += sum({items}) % {number}",
                f"{self.total} += max({items}) - {number}",
                f"{self.total} += {number} in {items}",
                f"{self.total} += sorted({items})[0] + {number}",
            )
        )

    def block(self, depth: int, inside: list[str], logs: bool = True) -> Iterator[str]:
        """Lines of a nest of loops `depth` deep; at most one of them is a loop of logarithmic length."""
        rng = self.rng
        if depth == 0:
            yield self.costly() if self.listed and len(inside) < 2 and rng.random() < 0.25 else self.leaf(inside)
            return
        way = rng.choices(("count", "stride", "triangle", "fixed", "halve", "double", "down"), (6, 2, 3, 2, 3, 3, 1))[0]
        if way in ("halve", "double") and not logs:
            way = "count"
        if way == "triangle" and not inside:
            way = "count"
        if way in ("halve", "double", "down"):
            yield from self._while(way, depth, inside)
            return
        index = self.indexes.pop()
        spans = {
            "count": "range(n)",
            "stride": f"range(0, n, {rng.randint(2, 9)})",
            "triangle": f"range({inside[-1] if inside else ''}, n)",
            "fixed": f"range({rng.randint(3, 50)})",
        }
        listed = self.listed and way == "count" and rng.random() < 0.5
        yield f"for {index} in {self.parameter if listed else spans[way]}:"
        outer = [*inside, index] if way != "fixed" and not listed else inside
        yield from (f"    {line}" for line in self.block(depth - 1, outer, logs))
        if rng.random() < 0.25:
            yield f"    {self.leaf([index])}"

    def _while(self, way: str, depth: int, inside: list[str]) -> Iterator[str]:
        rng, name = self.rng, self.shrinking.pop()
        factor, less = rng.randint(2, 4), rng.randint(1, 5)
        yield f"{name} = {'1' if way == 'double' else 'n'}"
        yield f"while {name} < n:" if way == "double" else f"while {name} > {rng.randint(1, 3)}:"
        yield from (f"    {line}" for line in self.block(depth - 1, inside, logs=way == "down"))
        change = {"halve": f"//= {factor}", "double": f"*= {factor}", "down": f"-= {less}"}[way]
        yield f"    {name} {change}"


def name_of(rng: random.Random) -> str:
    return f"{rng.choice(VERBS)}_{rng.choice(OBJECTS)}"


def looping(rng: random.Random, deepest: int) -> str:
    """A function of one nest of loops."""
    listed = rng.random() < 0.45
    parameter = rng.choice(LISTS) if listed else "n"
    program = Program(rng, parameter, rng.choice(TOTALS))
    lines = [f"def {name_of(rng)}({parameter}):"]
    lines += [f"    n = len({parameter})"] * listed
    lines.append(f"    {program.total} = {rng.randint(0, 9)}")
    lines += [f"    {line}" for line in program.block(rng.randint(1, deepest), [])]
    return "\n".join([*lines, f"    return {program.total}"])


def lengthened(rng: random.Random, source: str, shallowest: int, deepest: int) -> str:
    """The function with a second nest of loops after its own."""
    *lines, last = source.splitlines()
    parameter = lines[0].partition("(")[2].partition(")")[0]
    program = Program(rng, parameter, last.split()[1])
    lines += [f"    {line}" for line in program.block(rng.randint(shallowest, deepest), [])]
    return "\n".join([*lines, last])


def recursive(rng: random.Random) -> str:
    """A function that calls itself."""
    name, a, b = name_of(rng), rng.randint(2, 99), rng.randint(2, 99)
    total, index, factor = rng.choice(TOTALS), rng.choice(INDEXES), rng.randint(2, 4)
    work = [f"    {total} = {a}", f"    for {index} in range(n):", f"        {total} += {index} * {b}"]
    plain = [f"    {total} = n * {a} + {b}"]
    ways: list[tuple[list[str], str, bool]] = [
        (plain, f"{name}(n - {rng.randint(1, 4)})", False),
        (plain, f"{name}(n // {factor})", False),
        (plain, f"{name}(n - 1) + {a} * {name}(n - 1)", False),
        (plain, f"{name}(n // 2) + {name}(n // 2)", False),
        (plain, f"{name}(n - 1) + {name}(n - 2)", True),
        (work, f"{name}(n // 2) + {name}(n // 2)", False),
        (work, f"{name}(n - {rng.randint(1, 4)})", False),
        (work, f"{name}(n // {factor})", False),
    ]
    body, call, cached = rng.choice(ways)
    head = ["from functools import cache", "", "@cache"] if cached else []
    ending = rng.choice((f"    return {call} + {total}", f"    return {total} - ({call})"))
    base = rng.randint(1, 2) if not cached else 2
    return "\n".join(
        [*head, f"def {name}(n):", f"    if n <= {base}:", f"        return {rng.randint(0, 9)}", *body, ending]
    )
