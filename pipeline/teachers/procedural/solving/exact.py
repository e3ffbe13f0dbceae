"""Exact numbers as people write them."""

from fractions import Fraction

MOST_DECIMALS = 12


def decimals(value: Fraction) -> int | None:
    """How many decimal places write the value exactly; None if no number up to `MOST_DECIMALS` does."""
    return next((n for n in range(MOST_DECIMALS + 1) if 10**n % value.denominator == 0), None)


def fixed(value: Fraction, places: int) -> str:
    """The value with that many decimal places, halves away from zero."""
    scaled = (abs(value.numerator) * 10**places * 2 + value.denominator) // (2 * value.denominator)
    digits = str(scaled).rjust(places + 1, "0")
    sign = "-" if value < 0 and scaled else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def show(value: Fraction | int) -> str:
    """A whole number or a short decimal where that is exact, else a fraction in lowest terms."""
    value = Fraction(value)
    places = decimals(value)
    return f"{value.numerator}/{value.denominator}" if places is None else fixed(value, places)
