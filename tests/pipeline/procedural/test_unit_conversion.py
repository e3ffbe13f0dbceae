from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reading.quantity import UNITS, quantity
from filters.verify import check
from filters.verify.unit_conversion import SI, convert
from pipeline.teachers.procedural.solving.measurement import KINDS, SHIFTS, UNIT
from tests.pipeline.procedural.contract import holds

ROUNDED = {"parts": [["26.2", "mi"]], "to": "km", "places": 2}
EXACT = {"parts": [["2", "h"], ["30", "min"]], "to": "s", "places": None}
COLD = {"parts": [["-40", "°C"]], "to": "°F", "places": None}


def test_contract() -> None:
    holds("unit_conversion", distinct=0.98)


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (ROUNDED, "Answer: 42.16 km", ""),
        (ROUNDED, "答案：42.16 千米", ""),
        (ROUNDED, "Answer: 42.16 Kilometers.", ""),
        (ROUNDED, "Answer: 42.165 km", "wrong_rounding"),
        (ROUNDED, "Answer: 42.2 km", "wrong_value"),
        (ROUNDED, "Answer: 42.16", "no_unit"),
        (ROUNDED, "Answer: 42.16 mi", "wrong_unit"),
        (EXACT, "Answer: 9,000 s", ""),
        (EXACT, "Answer: 9×10^3 seconds", ""),
        (EXACT, "Answer: 7200 s", "wrong_value"),
        (EXACT, "Answer: about a day", "no_answer"),
        (COLD, "Answer: −40 °F", ""),
        (COLD, "Answer: -40℉", ""),
        (COLD, "Answer: 40 °F", "wrong_value"),
    ],
)
def test_number_rounding_and_unit_are_judged(args: dict[str, object], response: str, reason: str) -> None:
    assert check("unit_conversion", args, response).reason == reason


def test_the_two_tables_agree_and_every_name_is_read() -> None:
    for kind, units in KINDS.items():
        for unit in units:
            for name in filter(None, (unit.symbol, unit.english, unit.chinese)):
                found = quantity(f"3 {name}")
                assert found is not None and found.unit == unit.symbol, name
            if kind != "temperature":
                base = next(other for other in units if other.size == 1)
                assert convert([["1", unit.symbol]], base.symbol) == unit.size
    assert set(SI) == set(UNIT) <= set(UNITS)


def test_temperature_scales_meet_where_they_should() -> None:
    assert convert([["100", "°C"]], "°F") == 212
    assert convert([["0", "°C"]], "K") == Fraction("273.15")
    assert len(SHIFTS) == 6


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("unit_conversion", ROUNDED, text)
    check("unit_conversion", ROUNDED, f"Answer: 42{text}")


@given(st.text("0123456789.,/ e×^-+kmKs²()°", max_size=60))
def test_no_quantity_makes_the_reader_raise(text: str) -> None:
    found = quantity(text)
    assert found is None or isinstance(found.value, Fraction)
