"""Check matrices by what they do: a product by its effect on unit vectors, an inverse by multiplying it back.

args: kind, matrices (rows of whole numbers), k. The answer is [[a, b], [c, d]] (entries may be fractions) or a number;
a step "a × b + c × d = e" of plain numbers must hold too.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.plain_number import plain_number
from filters.reading.steps import broken_step
from filters.verdict import Verdict, failed, passed

_LONGEST = 2000
Vector = list[Fraction]
Matrix = list[Vector]


def read_matrix(text: str) -> Matrix | None:
    """The rows of "[[1, 2], [3, 4]]", all of one length; None if the text is anything else."""
    if len(text) > _LONGEST:
        return None
    bare = "".join(text.split()).strip("$*").rstrip(".。").replace("，", ",").replace("−", "-")
    if "=" in bare[:4]:
        bare = bare.split("=", 1)[1]
    if not (bare.startswith("[[") and bare.endswith("]]")):
        return None
    found = [[plain_number(entry) for entry in row.split(",")] for row in bare[2:-2].split("],[")]
    whole = [[entry for entry in row if entry is not None] for row in found]
    if any(len(row) != len(whole[0]) or len(row) < len(given) for row, given in zip(whole, found, strict=True)):
        return None
    return whole


def _applied(matrix: Sequence[Sequence[Any]], vector: Sequence[Any]) -> Vector:
    found = []
    for row in matrix:
        total = Fraction(0)
        for place, entry in enumerate(row):
            total += entry * vector[place]
        found.append(total)
    return found


def _unit(size: int, place: int) -> list[int]:
    return [int(number == place) for number in range(size)]


def _images(factors: Sequence[Sequence[Sequence[Any]]]) -> Matrix:
    """The columns of a product: the factors applied to each unit vector, the last one first."""
    columns = []
    for place in range(len(factors[-1][0])):
        vector: Sequence[Any] = _unit(len(factors[-1][0]), place)
        for factor in reversed(factors):
            vector = _applied(factor, vector)
        columns.append([Fraction(entry) for entry in vector])
    return columns


def _columns(matrix: Sequence[Sequence[Any]]) -> Matrix:
    return [[Fraction(row[place]) for row in matrix] for place in range(len(matrix[0]))]


def _determinant(matrix: Sequence[Sequence[int]]) -> int:
    """By all permutations, each with the sign of its inversions."""
    total = 0
    for order in permutations(range(len(matrix))):
        product = 1
        for row, place in enumerate(order):
            product *= matrix[row][place]
        inversions = sum(order[i] > order[j] for j in range(len(order)) for i in range(j))
        total += -product if inversions % 2 else product
    return total


def _number(args: Mapping[str, Any]) -> int:
    first, *others = args["matrices"]
    if args["kind"] == "determinant":
        return _determinant(first)
    if not others:
        return int(sum(first[place][place] for place in range(len(first))))
    return int(sum(first[i][j] * others[0][j][i] for i in range(len(first)) for j in range(len(first[0]))))


def _wanted_columns(args: Mapping[str, Any]) -> Matrix:
    matrices = args["matrices"]
    match args["kind"]:
        case "product":
            return _images(matrices)
        case "power":
            return _images(matrices * args["k"])
        case "transpose":
            total = [[sum(entries) for entries in zip(*parts, strict=True)] for parts in zip(*matrices, strict=True)]
            return [[Fraction(entry) for entry in row] for row in total]
    one, other = map(_columns, matrices)
    return [
        [args["k"] * a - b for a, b in zip(left, right, strict=True)] for left, right in zip(one, other, strict=True)
    ]


def _holds(args: Mapping[str, Any], found: Matrix) -> bool:
    if args["kind"] == "inverse":
        size = len(args["matrices"][0])
        if len(found) != size or len(found[0]) != size:
            return False
        return _images([args["matrices"][0], found]) == [_unit(size, place) for place in range(size)]
    return _columns(found) == _wanted_columns(args)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    answer = final_answer(response)
    if args["kind"] in ("determinant", "trace"):
        truth, number = _number(args), plain_number(answer)
        if number is None:
            return failed("no_answer", f"expected {truth}, found no number after the answer mark")
        if number != truth:
            return failed("wrong_value", f"expected {truth}, found {number}")
    else:
        found = read_matrix(answer)
        if found is None:
            return failed("no_answer", "expected a matrix [[a, b], …] after the answer mark")
        if not _holds(args, found):
            return failed("wrong_value", f"the matrix is not the {args['kind']} that was asked for")
    if broken := broken_step(response):
        return failed("wrong_step", f"the step {broken} does not hold")
    return passed(f"{args['kind']} holds")
