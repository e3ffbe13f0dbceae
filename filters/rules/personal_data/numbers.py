"""Numbers with check digits: payment cards, Chinese identity numbers, IBANs."""

import datetime
import re
from collections.abc import Iterator

from filters.rules.personal_data.found import Found

# not inside a longer number, a decimal fraction or an identifier; Chinese characters may stand beside it
_BEFORE, _AFTER = r"(?<![A-Za-z0-9_.$#-])", r"(?![A-Za-z0-9_]|[.-]\d)"
_GROUPED = r"\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{1,3})?|3\d{3}[ -]\d{6}[ -]\d{5}"
_CARD = re.compile(rf"{_BEFORE}(?:{_GROUPED}|\d{{13,19}}){_AFTER}")
_CARD_PREFIX = re.compile(
    r"4|5[1-5]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)|3[47]|3(?:0[0-5]|[68])|6(?:011|5|4[4-9]|2)|35(?:2[89]|[3-8]\d)"
)
"""Issuers' ranges (ISO/IEC 7812): Visa, Mastercard, American Express, Diners, Discover, UnionPay, JCB."""
_CARD_EXAMPLES = frozenset(
    """4111111111111111 4242424242424242 4012888888881881 4000056655665556 5555555555554444 5105105105105100
    2223003122003222 378282246310005 371449635398431 6011111111111117 6011000990139424 3530111333300000 30569309025904
    38520000023237 4222222222222 6200000000000005""".split()
)
"""Numbers that payment services publish for tests."""
_CHINESE_ID = re.compile(r"(?<![A-Za-z0-9_.])[1-8]\d{5}(?:19|20)\d{9}[\dXx](?![A-Za-z0-9_])")
_CHINESE_ID_EXAMPLES = frozenset({"11010519491231002X", "34052419800101001X", "440524188001010014"})
"""Those of the standard (GB 11643) and of the encyclopaedias."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split()
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
IBAN_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI FO GL NL",
        19: "MK SI",
        20: "AT BA EE KZ LT LU XK",
        21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS VA",
        23: "AE GI IL IQ",
        24: "AD CZ ES MD PK RO SA SE SK TN",
        25: "PT",
        26: "IS TR",
        27: "FR GR IT MC MR SM",
        28: "AL AZ CY DO GT HU LB PL",
        29: "BR EG PS QA UA",
        30: "JO KW MU",
        31: "MT",
    }.items()
    for country in countries.split()
}
"""Characters by country (SWIFT's IBAN registry)."""
_IBAN_EXAMPLES = frozenset(
    {"GB82WEST12345698765432", "GB29NWBK60161331926819", "DE89370400440532013000", "FR1420041010050500013M02606"}
)
"""Those of the registry."""


def cards(text: str) -> Iterator[Found]:
    for found in _CARD.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if _CARD_PREFIX.match(digits) and luhn(digits) and digits not in _CARD_EXAMPLES and len(set(digits)) > 2:
            yield Found("card", found.start(), found.end(), digits)


def luhn(digits: str) -> bool:
    """Whether the last digit checks the others (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def chinese_ids(text: str) -> Iterator[Found]:
    for found in _CHINESE_ID.finditer(text):
        number = found.group().upper()
        if is_chinese_id(number) and number not in _CHINESE_ID_EXAMPLES:
            yield Found("national_id", found.start(), found.end(), number)


def is_chinese_id(number: str) -> bool:
    """18 characters: province, county, date of birth, order, and a check character (GB 11643-1999; ISO 7064, MOD
    11-2)."""
    try:
        datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return number[:2] in PROVINCES and "10X98765432"[total % 11] == number[17]


def ibans(text: str) -> Iterator[Found]:
    for found in _IBAN.finditer(text):
        number = found.group().replace(" ", "")
        length = IBAN_LENGTHS.get(number[:2], 0)
        if not length or len(number) < length or number[:length] in _IBAN_EXAMPLES or not is_iban(number[:length]):
            continue
        yield Found("iban", found.start(), found.start() + _spaced(found.group(), length), number[:length])


def _spaced(text: str, length: int) -> int:
    """How far into a text its first `length` characters that are no blanks reach."""
    places = [place for place, character in enumerate(text) if character != " "]
    return places[length - 1] + 1


def is_iban(number: str) -> bool:
    """Whether the check digits hold (ISO 13616; ISO 7064, MOD 97-10)."""
    return int("".join(str(int(character, 36)) for character in number[4:] + number[:4])) % 97 == 1
