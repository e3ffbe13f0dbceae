"""Kinds of exercises with small matrices of whole numbers."""

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import Kind, Worked, pick

Matrix = list[list[Any]]
"""Rows of numbers."""

PAIRS = ("A B", "P Q", "M N", "S T", "U V", "X Y", "C D", "K L")


def rows(matrix: Sequence[Sequence[Any]]) -> str:
    return "[" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in matrix) + "]"


def drawn(rng: random.Random, height: int, width: int, largest: int = 9) -> Matrix:
    return [[rng.randint(-largest, largest) for _ in range(width)] for _ in range(height)]


def bracketed(number: Any) -> str:
    return f"({number})" if number < 0 else str(number)


def times(one: Matrix, other: Matrix) -> Matrix:
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*other, strict=True)] for row in one
    ]


def turned(matrix: Matrix) -> Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def determinant(matrix: Matrix) -> int:
    """By the first row's minors."""
    if len(matrix) == 1:
        return int(matrix[0][0])
    return sum(
        (-1) ** place * entry * determinant([row[:place] + row[place + 1 :] for row in matrix[1:]])
        for place, entry in enumerate(matrix[0])
    )


def sum_of_products(left: Sequence[int], right: Sequence[int]) -> str:
    return " + ".join(f"{bracketed(a)} × {bracketed(b)}" for a, b in zip(left, right, strict=True))


def product_lines(one: Matrix, other: Matrix) -> list[str]:
    """A line for each entry of a product."""
    return [
        f"({i}, {j}): {sum_of_products(row, column)} = {sum(a * b for a, b in zip(row, column, strict=True))}"
        for i, row in enumerate(one, 1)
        for j, column in enumerate(zip(*other, strict=True), 1)
    ]


def spoilt(rng: random.Random, matrix: Matrix) -> dict[str, Any]:
    """Mistakes that any matrix admits."""
    i, j = rng.randrange(len(matrix)), rng.randrange(len(matrix[0]))
    changed, negated = ([list(row) for row in matrix] for _ in range(2))
    changed[i][j] += rng.choice((-2, -1, 1, 2))
    negated[i][j] *= -1
    return {
        "entry_wrong": changed,
        "sign_lost": negated,
        "transposed": turned(matrix),
        "row_lost": matrix[:-1] if len(matrix) > 1 else None,
    }


class MatrixKind(Kind):
    """`matrices` and the letters they go by; each kind asks for one thing of them."""

    asks: tuple[tuple[str, ...], tuple[str, ...]]
    """Ways to ask in English and in Chinese, with {a}, {b} for the letters, {A}, {B} for the matrices and {k}."""

    def matrices(self, rng: random.Random) -> list[Matrix]:
        return [drawn(rng, 2, 2)]

    def number(self, rng: random.Random) -> int:
        return 0

    def draw(self, rng: random.Random, language: str) -> Args:
        return {
            "letters": rng.choice(PAIRS).split(),
            "matrices": self.matrices(rng),
            "k": self.number(rng),
            "telling": rng.randrange(len(self.asks[0])),
        }

    def tell(self, args: Args, language: str) -> str:
        a, b = args["letters"]
        shown = [rows(matrix) for matrix in args["matrices"]]
        text = pick(language, *(ways[args["telling"]] for ways in self.asks))
        return text.format(a=a, b=b, A=shown[0], B=shown[-1], k=args["k"])


class Product(MatrixKind):
    weight = 2
    asks = (
        ("Let {a} = {A} and {b} = {B}. Compute {a}{b}.", "Multiply {a} = {A} by {b} = {B} (that is, find {a}{b})."),
        ("设 {a} = {A}，{b} = {B}，求 {a}{b}。", "已知矩阵 {a} = {A} 和 {b} = {B}，计算乘积 {a}{b}。"),
    )

    def matrices(self, rng: random.Random) -> list[Matrix]:
        height, inner, width = rng.choice(((2, 2, 2), (2, 2, 2), (2, 3, 2), (2, 2, 1), (1, 2, 2), (3, 2, 1)))
        return [drawn(rng, height, inner), drawn(rng, inner, width)]

    def work(self, args: Args, language: str) -> Worked:
        one, other = args["matrices"]
        return product_lines(one, other), times(one, other)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        one, other = args["matrices"]
        found = spoilt(rng, value)
        if len(one) == len(one[0]) == len(other[0]):
            found["order_swapped"] = times(other, one)
            found["entrywise"] = [[a * b for a, b in zip(*pair, strict=True)] for pair in zip(one, other, strict=True)]
        return found

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """Three by three, or two by three, in place of smaller ones."""
        if len(args["matrices"][0][0]) == 3:
            return None
        height, width = rng.choice(((3, 3), (2, 3), (3, 2)))
        return {**args, "matrices": [drawn(rng, height, 3, 6), drawn(rng, 3, width, 6)]}


class Determinant(MatrixKind):
    weight = 2
    asks = (
        ("Find the determinant of {a} = {A}.", "What is det {A}?", "Is {a} = {A} singular? Give its determinant."),
        ("求 {a} = {A} 的行列式。", "det {A} 等于多少？", "矩阵 {a} = {A} 是否奇异？请给出它的行列式的值。"),
    )

    def matrices(self, rng: random.Random) -> list[Matrix]:
        size = rng.choice((2, 3))
        return [drawn(rng, size, size, 12 if size == 2 else 6)]

    def work(self, args: Args, language: str) -> Worked:
        (matrix,) = args["matrices"]
        value = determinant(matrix)
        if len(matrix) == 2:
            (a, b), (c, d) = matrix
            line = f"{bracketed(a)} × {bracketed(d)} - {bracketed(b)} × {bracketed(c)} = {value}"
            return [line], value
        minors = [determinant([row[:place] + row[place + 1 :] for row in matrix[1:]]) for place in range(len(matrix))]
        lines = [f"M{place} = {minor}" for place, minor in enumerate(minors, 1)]
        signs = ["-" if place % 2 else "+" for place in range(len(minors))]
        terms = " ".join(
            f"{sign} {bracketed(entry)} × {bracketed(minor)}"
            for sign, entry, minor in zip(signs, matrix[0], minors, strict=True)
        )
        why = pick(language, "Minors of the first row", "第一行各元素的余子式")
        return [why, *lines, f"{terms.removeprefix('+ ')} = {value}"], value

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        (matrix,) = args["matrices"]
        diagonal = 1
        for place, row in enumerate(matrix):
            diagonal *= row[place]
        return {
            "entry_wrong": value + rng.choice((-2, -1, 1, 2)),
            "sign_lost": -value,
            "row_lost": diagonal,
            "order_swapped": determinant([[abs(entry) for entry in row] for row in matrix]),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        size = len(args["matrices"][0])
        return {**args, "matrices": [drawn(rng, size + 1, size + 1, 5 if size == 2 else 3)]} if size < 4 else None


class Transpose(MatrixKind):
    """The transpose; harder, of a sum."""

    asks = (
        ("Write down the transpose of {a} = {A}.", "Let {a} = {A}. What is its transpose?"),
        ("写出 {a} = {A} 的转置矩阵。", "设 {a} = {A}，它的转置是什么？"),
    )

    def matrices(self, rng: random.Random) -> list[Matrix]:
        return [drawn(rng, rng.randint(2, 4), rng.randint(2, 4), 20)]

    def tell(self, args: Args, language: str) -> str:
        if len(args["matrices"]) == 1:
            return super().tell(args, language)
        (a, b), (one, other) = args["letters"], map(rows, args["matrices"])
        return pick(
            language,
            f"Find the transpose of {a} + {b} for {a} = {one} and {b} = {other}.",
            f"设 {a} = {one}，{b} = {other}，求 {a} + {b} 的转置矩阵。",
        )

    def work(self, args: Args, language: str) -> Worked:
        one, *others = args["matrices"]
        lines = []
        if others:
            one = [[a + b for a, b in zip(*pair, strict=True)] for pair in zip(one, others[0], strict=True)]
            lines.append(f"{pick(language, 'Sum', '和')}: {rows(one)}")
        lines.append(pick(language, "Rows become columns.", "行变成列。"))
        return lines, turned(one)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return spoilt(rng, value) | {"order_swapped": [list(reversed(row)) for row in value]}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        one = args["matrices"][0]
        return {**args, "matrices": [one, drawn(rng, len(one), len(one[0]))]} if len(args["matrices"]) == 1 else None


class Inverse(MatrixKind):
    """Of a matrix of two rows; entries may be fractions."""

    weight = 2
    asks = (
        ("Invert the matrix {a} = {A}. Use exact fractions.", "Let {a} = {A}. Find the inverse of {a}, exactly."),
        ("求 {a} = {A} 的逆矩阵，用精确的分数表示。", "设 {a} = {A}，求它的逆矩阵（精确值）。"),
    )

    def matrices(self, rng: random.Random) -> list[Matrix]:
        while True:
            matrix = drawn(rng, 2, 2)
            if abs(determinant(matrix)) in range(1, 13):
                return [matrix]

    def work(self, args: Args, language: str) -> Worked:
        ((a, b), (c, d)) = args["matrices"][0]
        det = a * d - b * c
        swapped = [[d, -b], [-c, a]]
        lines = [
            f"det: {bracketed(a)} × {bracketed(d)} - {bracketed(b)} × {bracketed(c)} = {det}",
            f"{pick(language, 'Swap the diagonal, negate the rest', '主对角线互换，其余变号')}: {rows(swapped)}",
            pick(language, f"Divide each entry by {det}.", f"每个元素除以{det}。"),
        ]
        return lines, [[Fraction(entry, det) for entry in row] for row in swapped]

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        ((a, b), (c, d)) = args["matrices"][0]
        det = a * d - b * c
        return spoilt(rng, value) | {
            "entrywise": [[d, -b], [-c, a]],
            "order_swapped": [[Fraction(a, det), Fraction(-b, det)], [Fraction(-c, det), Fraction(d, det)]],
        }


class Trace(MatrixKind):
    """The trace; harder, of a product."""

    asks = (
        ("What is the trace of {a} = {A}?", "Compute tr({a}) for {a} = {A}."),
        ("{a} = {A} 的迹是多少？", "设 {a} = {A}，求 tr({a})。"),
    )

    def matrices(self, rng: random.Random) -> list[Matrix]:
        size = rng.randint(3, 4)
        return [drawn(rng, size, size, 30)]

    def tell(self, args: Args, language: str) -> str:
        if len(args["matrices"]) == 1:
            return super().tell(args, language)
        (a, b), (one, other) = args["letters"], map(rows, args["matrices"])
        return pick(
            language,
            f"Compute tr({a}{b}) for {a} = {one} and {b} = {other}.",
            f"设 {a} = {one}，{b} = {other}，求 tr({a}{b})。",
        )

    def work(self, args: Args, language: str) -> Worked:
        one, *others = args["matrices"]
        if others:
            one = times(one, others[0])
            lines = [f"{pick(language, 'Product', '乘积')}: {rows(one)}"]
        else:
            lines = []
        diagonal = [row[place] for place, row in enumerate(one)]
        return [*lines, f"{' + '.join(map(bracketed, diagonal))} = {sum(diagonal)}"], sum(diagonal)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        one = args["matrices"][0]
        return {
            "entry_wrong": value + rng.choice((-2, -1, 1, 2)),
            "sign_lost": -value,
            "row_lost": value - one[-1][-1],
            "transposed": sum(row[-1 - place] for place, row in enumerate(one)),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "matrices": [drawn(rng, 2, 2), drawn(rng, 2, 2)]} if len(args["matrices"]) == 1 else None


class Power(MatrixKind):
    asks = (
        ("Let {a} = {A}. Find {a}^{k}.", "Raise {a} = {A} to the power {k} (matrix multiplication)."),
        ("设 {a} = {A}，求 {a}^{k}。", "把矩阵 {a} = {A} 自乘，求它的{k}次幂。"),
    )

    def matrices(self, rng: random.Random) -> list[Matrix]:
        return [drawn(rng, 2, 2, 4)]

    def number(self, rng: random.Random) -> int:
        return rng.randint(2, 3)

    def work(self, args: Args, language: str) -> Worked:
        (matrix,), letter = args["matrices"], args["letters"][0]
        found, lines = matrix, []
        for exponent in range(2, args["k"] + 1):
            found = times(found, matrix)
            lines.append(f"{letter}^{exponent} = {rows(found)}")
        return lines, found

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        (matrix,) = args["matrices"]
        return spoilt(rng, value) | {"entrywise": [[entry ** args["k"] for entry in row] for row in matrix]}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "k": args["k"] + 1} if args["k"] < 5 else None


class Combination(MatrixKind):
    """k times one matrix less or plus the other."""

    asks = (
        ("For {a} = {A} and {b} = {B}, compute {k}{a} - {b}.", "Let {a} = {A}, {b} = {B}. What is {k}{a} - {b}?"),
        ("已知 {a} = {A}，{b} = {B}，计算 {k}{a} - {b}。", "设 {a} = {A}，{b} = {B}，{k}{a} - {b} 等于什么？"),
    )

    def matrices(self, rng: random.Random) -> list[Matrix]:
        height, width = rng.randint(2, 3), rng.randint(2, 3)
        return [drawn(rng, height, width), drawn(rng, height, width)]

    def number(self, rng: random.Random) -> int:
        return rng.randint(2, 6)

    @staticmethod
    def mixed(args: Args, k: int, sign: int) -> Matrix:
        pairs = zip(*args["matrices"], strict=True)
        return [[k * a + sign * b for a, b in zip(*pair, strict=True)] for pair in pairs]

    def work(self, args: Args, language: str) -> Worked:
        k, letter = args["k"], args["letters"][0]
        scaled = [[k * entry for entry in row] for row in args["matrices"][0]]
        lines = [f"{k}{letter} = {rows(scaled)}", pick(language, "Subtract entry by entry.", "对应元素相减。")]
        return lines, self.mixed(args, k, -1)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return spoilt(rng, value) | {
            "entrywise": self.mixed(args, args["k"], 1),
            "order_swapped": [[-entry for entry in row] for row in value],
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        size = len(args["matrices"][0])
        return {**args, "matrices": [drawn(rng, 3, 3, 12), drawn(rng, 3, 3, 12)]} if size == 2 else None
