"""Pairs of answers that are one and pairs that are not, properties of any text, and what only burns time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.equivalence import STRICT, Strictness, cheaply_equivalent, equivalent, key

SAME = [
    ("[0,1)", "0 <= x < 1"),
    ("0 <= x < 1", "[0,1)"),
    (r"(-\infty,2)\cup(3,\infty)", "x<2 or x>3"),
    ("1500", "1.5e3"),
    ("120", "一百二十"),
    ("12", r"\boxed{十二}"),
    ("12", "１２"),
    ("-5", "−5"),
    ("B", r"\text{(B)}"),
    ("(B)", "B"),
    ("B", "(B)"),
    ("50%", "0.5"),
    ("1/3", "0.333333"),
    (r"\pi", "3.141592654"),
    ("10 cm", "0.1 m"),
    (r"\frac{\sqrt{2}}{2}", r"\frac{1}{\sqrt{2}}"),
    ("x^2-1", "(x-1)(x+1)"),
    ("2x+3", "3+2x"),
    ("x**2", "x^2"),
    ("sqrt(2)/2", "1/sqrt(2)"),
    ("x=5", "5"),
    ("y=2x+1", "2x+1"),
    ("y=x", "x=y"),
    ("1, 2", "2, 1"),
    ("1 and 2", "{1,2}"),
    ("x = 1 or x = 2", "1, 2"),
    ("x=1, y=2", "y=2, x=1"),
    ("x=1,2", "x=2 or x=1"),
    (r"\pm 3", "3, -3"),
    (r"1\pm\sqrt{2}", r"1+\sqrt2, 1-\sqrt2"),
    ("1<x<2", "(1,2)"),
    ("(1,2)", "1<x<2"),
    ("x>2", r"(2, \infty)"),
    (r"x \ge 2", "[2,+∞)"),
    ("x<2", "2>x"),
    (r"x \neq 2", r"(-\infty,2)\cup(2,\infty)"),
    ("x>1 and x<3", "(1,3)"),
    (r"\{x | 1<x<2\}", "(1,2)"),
    (r"x\in(0,1]", "(0,1]"),
    (r"\mathbb{R}", r"(-\infty,\infty)"),
    (r"(\sqrt{2},3)", r"\sqrt{2}<x<3"),
    ("Paris", "paris"),
    ("苹果", "苹果。"),
    ("1,000", "1000"),
    ("(1,234)", "(1, 234)"),
    ("(1,000, 2)", "(1000,2)"),
    ("x", "2x/2"),
    ("$18", "18 dollars"),
    ("$18", "$18.00"),
    ("$18$", "18"),
    (r"\$18", "18 dollars"),
    ("12 apples", "12 apple"),
    ("5个苹果", "5苹果"),
    (r"90^\circ", "90 degrees"),
    ("36 km/h", "10 m/s"),
    ("1 m^2", "10000 cm²"),
    ("0 °C", "273.15 K"),
    ("32°F", "0°C"),
    ("1 kg·m/s²", "1 N"),
    (r"10\text{ cm}", "100 mm"),
    (r"10\,\mathrm{cm}", "10cm"),
    ("5m", "5 m"),
    ("5m", "m*5"),
    (r"2\sqrt{3} cm", r"2\sqrt3 cm"),
    (r"2\sqrt{3} m", r"200\sqrt3 cm"),
    ("百分之五十", "50%"),
    ("二分之一", "0.5"),
    ("3万", "30000"),
    ("两千零五", "2005"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\begin{bmatrix}1&2\\3&4\end{bmatrix}"),
    ("2^{10}", "1024"),
    ("", ""),
    ("(3+4i)", "3+4i"),
    ("3+4i", "4i+3"),
    ("1/2", "0.50"),
    ("0.1", "1/10"),
    ("[1,2,3]", "1, 2, 3"),
    ("{3}", "3"),
    (r"\emptyset", "{}"),
    ("no solution", "No solution."),
    ("2:30", "2 : 30"),
    ("True", "true"),
    (r"1.5 \times 10^{-3}", "0.0015"),
    ("6.02e23", r"6.02\times10^{23}"),
    ("5.0", "5"),
    (r"-\frac12", "-0.5"),
    ("1 1/2", "1.5"),
    ("1½", "3/2"),
    ("x^2+2x+1", "(x+1)^2"),
    ("log(8)/log(2)", "3"),
    ("f(x)=x^2", "x^2"),
    ("2πr", r"2\pi r"),
    ("π/2", "pi/2"),
    ("C", "c"),
    ("a", "A"),
    ("(1/2, 3)", "(0.5, 3)"),
    ("{1,1,2}", "{1,2}"),
    ("0.6666667", "2/3"),
    ("0.666667", "2/3"),
    ("12 hours", "720 min"),
    ("$1,234.50", "1234.5 dollars"),
    (r"\sqrt{4}", "2"),
    ("十二个", "12个"),
    ("A and B", "B and A"),
    ("3 cm, 4 cm", "4 cm, 3cm"),
    ("5 MB", "5 mb"),
    (r"x=\frac{1}{2}", "0.5"),
    (r"\frac{1}{2}x", "x/2"),
    ("4!", "24"),
    ("100%", "1"),
    (r"50 \%", "1/2"),
]
DIFFERENT = [
    ("{1,2}", "(1,2)"),
    ("(1,2)", "{1,2}"),
    ("50%", "50"),
    ("1/3", "0.33"),
    ("10 cm", "10"),
    ("3:4", "3/4"),
    ("10", "10 cm"),
    ("2x", "2y"),
    ("x=5", "y=5"),
    ("(1,2)", "(2,1)"),
    ("[1,2]", "[2,1]"),
    (r"x\geq 2", "x>2"),
    ("Paris", "London"),
    ("no", "on"),
    ("1,000", "1, 000"),
    ("(1,234)", "1234"),
    ("$5", "€5"),
    ("12 apples", "12"),
    ("12 apples", "12 pears"),
    ("5个", "5"),
    ("90°", "90"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\begin{bmatrix}1&2\\3&5\end{bmatrix}"),
    ("", "5"),
    ("e", "2.718282"),
    ("0.333", "1/3"),
    (r"\ln 2", r"\log 2"),
    ("(a,b)", "(b,a)"),
    ("1,1,2", "1,2"),
    ("0.666666", "2/3"),
    ("3.14", "pi"),
    ("2/0", "5"),
    ("10 m/s", "10 m"),
]
HARD = ["9^{9^{9}}", "10000000!", "2^{99999999}", r"\int_0^1 x^x e^{x^2} \sin(x) dx", "x" * 5000, "((((" * 500]
PIECES = [
    *(
        "1",
        "2",
        "0.5",
        "1,000",
        "1.5e3",
        "x",
        "y",
        "e",
        "-",
        "+",
        "*",
        "/",
        "^",
        "=",
        "<",
        "<=",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
    ),
    *(",", ", ", " ", ":", "|", "%", "$", "°", " cm", " m", " kg", "/s", " and ", " or ", "apples", "true", "²", "½"),
    *(r"\frac", r"\sqrt", r"\pm", r"\cup", r"\in", r"\infty", r"\pi", r"\text{", r"\boxed{", r"\overline{3}", "∅"),
    *("十", "百", "分之", "万", "点", "个"),
]
answers = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PIECES), max_size=7).map("".join))


@pytest.mark.parametrize(("expected", "found"), SAME)
def test_these_are_one_answer(expected: str, found: str) -> None:
    assert equivalent(expected, found)


@pytest.mark.parametrize(("expected", "found"), DIFFERENT)
def test_these_are_two(expected: str, found: str) -> None:
    assert not equivalent(expected, found)
    assert key(expected) != key(found)


@pytest.mark.parametrize("hard", HARD)
def test_what_only_burns_time_is_given_up_and_leaves_the_next_pair_unharmed(hard: str) -> None:
    assert not equivalent(hard, "3", Strictness(seconds=1))
    assert equivalent(hard, hard)
    assert equivalent("x^2-1", "(x-1)(x+1)")


@given(answers, answers)
@settings(deadline=None)
def test_any_two_texts_compare_the_same_either_way_round(one: str, other: str) -> None:
    assert cheaply_equivalent(one, other) == cheaply_equivalent(other, one)
    if key(one) == key(other):
        assert cheaply_equivalent(one, other) is True


@given(answers)
@settings(deadline=None)
def test_every_text_answers_itself(text: str) -> None:
    assert equivalent(text, text)
    assert key(text) == key(text)


@given(st.fractions(max_denominator=10**6), st.integers(0, 9))
@settings(deadline=None)
def test_a_fraction_is_itself_however_it_is_written(value, zeros) -> None:  # type: ignore[no-untyped-def]
    over, under = value.numerator, value.denominator
    spelled = [
        f"{over}/{under}",
        rf"\frac{{{over}}}{{{under}}}",
        f"${over}/{under}$",
        f"{100 * value}%",
        f"x = {over}/{under}",
    ]
    for text in spelled:
        assert cheaply_equivalent(str(value), text)
        assert not cheaply_equivalent(str(value + 1), text)
    assert key(f"{over}.{'0' * zeros}") == key(f"{over}")


@given(st.lists(st.integers(-999, 999), min_size=2, max_size=6, unique=True))
@settings(deadline=None)
def test_brackets_decide_whether_order_matters(numbers: list[int]) -> None:
    listed, turned = ", ".join(map(str, numbers)), ", ".join(map(str, numbers[::-1]))
    assert cheaply_equivalent(listed, turned) and cheaply_equivalent(f"{{{listed}}}", f"{{{turned}}}")
    assert not cheaply_equivalent(f"({listed})", f"({turned})") and not cheaply_equivalent(f"[{listed}]", f"[{turned}]")
    assert not cheaply_equivalent(listed, turned, Strictness(ordered=True))
    assert not cheaply_equivalent(f"({listed})", f"{{{listed}}}")


def test_units_can_be_asked_for_forgiven_or_left_to_the_expected_answer() -> None:
    optional, as_expected = Strictness(units="optional"), Strictness(units="as_expected")
    assert not equivalent("18", "$18", STRICT)
    assert equivalent("18", "$18", as_expected) and equivalent("50", "50%", as_expected)
    assert not equivalent("$18", "18", as_expected) and equivalent("$18", "18", optional)
    assert not equivalent("10 cm", "10 m", optional)


def test_how_many_decimals_stand_for_a_fraction_can_be_set() -> None:
    assert not equivalent("1/3", "0.33") and equivalent("1/3", "0.33", Strictness(decimals=2))
    assert equivalent("1/3", "0.333333") and not equivalent("1/3", "0.333333", Strictness(decimals=None))
    assert not equivalent("6.67e-11", "6.7e-11")
