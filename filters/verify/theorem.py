"""Check the name of a theorem against the names it goes by, and the number by trying, stepping or measuring.

args: kind, and the quantities that the exercise states. The answer is "name; number". Steps "a × b + c = d" of plain
numbers must hold too.
"""

import unicodedata
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.plain_number import plain_number
from filters.reading.steps import broken_step
from filters.verdict import Verdict, failed, passed

Task = Mapping[str, Any]
_LONGEST = 200

_NAMES = {
    "distance": "pythagorean theorem|pythagoras's theorem|pythagoras' theorem|勾股定理|毕达哥拉斯定理",
    "roots": "vieta's formulas|vieta's formula|vieta's theorem|vieta formulas|韦达定理|根与系数的关系",
    "power_rest": "fermat's little theorem|fermat little theorem|费马小定理",
    "common_divisor": "euclidean algorithm|euclid's algorithm|辗转相除法|欧几里得算法|欧几里德算法",
    "division": "polynomial remainder theorem|remainder theorem|多项式余数定理|余数定理|余式定理",
    "angles": "polygon angle sum theorem|polygon angle-sum theorem|angle sum of a polygon|polygon angle sum|"
    "多边形内角和定理|多边形内角和公式",
    "sticks": "triangle inequality|triangle inequality theorem|三角形不等式|三角不等式|三角形三边关系",
    "rests": "chinese remainder theorem|sunzi's theorem|中国剩余定理|孙子定理|中国余数定理",
    "circle": "inscribed angle theorem|圆周角定理",
    "solid": "euler's polyhedron formula|euler polyhedron formula|euler's formula|欧拉多面体公式|欧拉公式",
}


def _folded(text: str) -> str:
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
    return words.strip("*“”\"' ").removeprefix("the ")


_KIND_OF = {_folded(name): kind for kind, names in _NAMES.items() for name in names.split("|")}


def _distance(task: Task) -> int:
    """By trying whole numbers."""
    one, other = task["lengths"]
    found = 1
    if task["want"] == "leg":
        while found * found + one * one < other * other:
            found += 1
        return found
    while found * found < one * one + other * other:
        found += 1
    return found


def _roots(task: Task) -> Fraction:
    """By trying whole numbers for one root, then the other from what is left of the polynomial."""
    c, b, a = task["coefficients"]
    for p in range(-40, 41):
        if (a * p + b) * p + c == 0:
            q = Fraction(-(a * p + b), a)
            return {"sum": p + q, "product": p * q, "squares": p * p + q * q}[task["want"]]
    raise ValueError(f"{task['coefficients']} has no whole root")


def _power_rest(task: Task) -> int:
    return pow(task["base"], task["exponent"], task["prime"])


def _common_divisor(task: Task) -> int:
    smallest = min(task["numbers"])
    return next(d for d in range(smallest, 0, -1) if all(number % d == 0 for number in task["numbers"]))


def _division(task: Task) -> int:
    """Synthetic division, the leading coefficient first."""
    carried = 0
    for coefficient in reversed(task["coefficients"]):
        carried = carried * task["at"] + coefficient
    return carried


def _angles(task: Task) -> Fraction | int:
    """Walking around, one turns by 360° in all; what is missing to 180° at each corner is inside."""
    if task["want"] == "sides":
        return next(sides for sides in range(3, 1000) if sides * 180 - 360 >= task["number"])
    inside = Fraction(task["number"] * 180 - 360)
    match task["want"]:
        case "sum":
            return inside
        case "each":
            return 180 - Fraction(360, task["number"])
    for angle in task["known"]:
        inside -= angle
    return inside


@cache
def _thirds(one: int, other: int) -> tuple[int, ...]:
    return tuple(c for c in range(1, one + other + 2) if one + other > c and one + c > other and other + c > one)


def _sticks(task: Task) -> int:
    thirds = _thirds(*task["sticks"])
    return {"count": len(thirds), "longest": max(thirds), "shortest": min(thirds)}[task["want"]]


def _rests(task: Task) -> int:
    """By sieving: step on by the moduli that fit already until the next one fits."""
    found, step = 1, 1
    for modulus, rest in zip(task["moduli"], task["rests"], strict=True):
        while found % modulus != rest:
            found += step
        step *= modulus
    return found


def _circle(task: Task) -> Fraction:
    angle = Fraction(task["angle"])
    return angle + angle if task["want"] == "central" else angle - angle / 2


def _solid(task: Task) -> int:
    """The missing number is the one that closes the balance of signs."""
    signs = {"corners": 1, "edges": -1, "faces": 1}
    balance = sum(signs[name] * number for name, number in task["stated"].items())
    return int(signs[task["want"]] * (2 - balance))


NUMBERS: dict[str, Callable[[Task], Fraction | int]] = {
    "distance": _distance,
    "roots": _roots,
    "power_rest": _power_rest,
    "common_divisor": _common_divisor,
    "division": _division,
    "angles": _angles,
    "sticks": _sticks,
    "rests": _rests,
    "circle": _circle,
    "solid": _solid,
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    truth = NUMBERS[args["kind"]](args)
    answer = final_answer(response)
    wanted = f"{_NAMES[args['kind']].split('|')[0]}; {truth}"
    parts = [part for part in answer.replace("；", ";").split(";") if part.strip()] if len(answer) <= _LONGEST else []
    if len(parts) != 2:
        return failed("no_answer", f"expected {wanted}, found no “name; number” after the answer mark")
    if _KIND_OF.get(_folded(parts[0])) != args["kind"]:
        return failed("wrong_theorem", f"expected {wanted}, found the name {parts[0].strip()[:80]!r}")
    number = plain_number(parts[1].replace("°", ""))
    if number is None:
        return failed("no_answer", f"expected {wanted}, found no number after the name")
    if number != truth:
        return failed("wrong_value", f"expected {wanted}, found {number}")
    if broken := broken_step(response):
        return failed("wrong_step", f"the step {broken} does not hold")
    return passed(wanted)
