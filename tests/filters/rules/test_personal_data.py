from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.rules.personal_data import PersonalData, Redaction, redact
from filters.rules.personal_data.numbers import is_chinese_id, is_iban, luhn
from filters.rules.personal_data.policy import SIGN, find
from filters.rules.texts import Texts
from tests.filters.rules.cases import reason

KINDS = PersonalData().kinds("redact")
DATA = {
    "email": [
        "Write to anna.berg@mail.bergwerk.de today.",
        "联系我：zhang_wei88@163.com。",
        "<bob+list@cs.mit.edu>",
        "Mail Bob@Gmail.COM!",
    ],
    "phone": [
        "Call (415) 867-5309 now.",
        "415-867-5309",
        "Tel. +1 415 867 5309",
        "+49 30 901820",
        "+44 20 7219 3000",
        "电话13912345670。",
        "手机：+86 139-1234-5670",
    ],
    "ip": ["from 93.184.216.34 port 22", "address 2a00:1450:4001:82a::200e.", "来自203.0.114.7的请求"],
    "card": [
        "Card 4539 1488 0343 6467, please",
        "卡号5425233430109903。",
        "3782 822463 10005 is for tests, 6212345678901232 is not",
    ],
    "national_id": ["身份证号110101199003074477。", "ID 44030819990101008X"],
    "iban": ["IBAN DE75 5121 0800 1245 1261 99.", "to FR7630006000011234567890189 now"],
}
NONE = {
    "email": [
        "user@example.com or a@b.test",
        "@property and x @ y",
        "git@github.com:a/b.git",
        "img@2x.png pkg@1.2.3",
        "w@self.weight.transpose(1, 2)",
        "a@b",
        "x@w.t",
        "me@mydomain",
    ],
    "phone": [
        "555-1234",
        "(415) 555-0123",
        "+1 202-555-0143",
        "2024-01-15 10:30",
        "ISBN 978-0-306-40615-7",
        "123-456-7890",
        "3 +4151234567 = x",
        "13800138000",
        "数13912345670.5",
        "13912345670 + 1",
        "id_13912345670",
        "139123456701",
        "[13912345670, 2]",
        "+7700900",
        "x = 10 + 2000 + 3000",
    ],
    "ip": [
        "127.0.0.1 and 192.168.1.10 and 10.0.0.8",
        "192.0.2.44, 198.51.100.1 and 203.0.113.9",
        "version 93.184.216.34",
        "v1.10.2.33",
        "3.1.2.4 Methods",
        "1.2.3.4",
        "8.8.8.8",
        "999.1.1.1 or 1.2.3.4.5",
        "2001:db8::1 and ::1 and fe80::1",
        "std::vector a::b 10:30:45",
        "34.216.184.93.in-addr.arpa",
    ],
    "card": [
        "4111 1111 1111 1111",
        "4242424242424242",
        "4539 1488 0343 6468",
        "1234567890123",
        "0.4539148803436467",
        "4539148803436467.25",
        "ref-4539148803436467",
        "9999999999999995",
    ],
    "national_id": ["110101199003074478", "110101199013404470", "11010519491231002X", "991010199003074477"],
    "iban": [
        "GB82 WEST 1234 5698 7654 32",
        "DE75 5121 0800 1245 1261 98",
        "AB12CDEF GHIJ KLMN",
        "XX75 5121 0800 1245 1261 99",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in DATA.items() for text in texts])
def test_personal_data_is_found_with_its_kind(kind: str, text: str) -> None:
    assert [one.kind for one in find(text, KINDS)] == [kind]
    assert Texts([text]).bearing(SIGN) == [0]
    assert reason("personal_data", text) == ""
    assert reason("personal_data", text, limits=PersonalData(**{kind: "reject"})) == "personal_data"
    assert reason("personal_data", text, limits=PersonalData(**{kind: "keep"})) == ""


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in NONE.items() for text in texts])
def test_examples_and_what_only_looks_alike_are_kept(kind: str, text: str) -> None:
    assert [text[one.start : one.end] for one in find(text, KINDS)] == []


def test_the_same_value_has_the_same_placeholder_in_all_texts() -> None:
    texts = ["Ask anna@berg.de or bert@berg.de, not ANNA@berg.de.", "bert@berg.de: +49 30 901820", "nobody"]
    assert redact(texts, KINDS)[0] == [
        "Ask «EMAIL» or «EMAIL 2», not «EMAIL».",
        "«EMAIL 2»: «PHONE»",
        "nobody",
    ]
    assert redact(texts, KINDS)[1] == {"email": 4, "phone": 1}
    assert redact(texts, frozenset({"phone"}))[0][0] == texts[0]


def test_nested_values_are_redacted_with_their_keys() -> None:
    redaction = Redaction(KINDS)
    value = {"anna@berg.de": ["anna@berg.de", 3, None], "n": ("x", {"m": "bert@berg.de"})}
    assert redaction.value(value) == {"«EMAIL»": ["«EMAIL»", 3, None], "n": ["x", {"m": "«EMAIL 2»"}]}


@given(st.text() | st.from_regex(r"\A[\w @.+:()-]{0,60}\Z"))
def test_what_is_redacted_once_is_redacted(text: str) -> None:
    once, counts = redact([text], KINDS)
    assert (once == [text]) == (not counts)
    if counts:
        assert Texts([text]).bearing(SIGN) == [0]


@given(st.integers(10**11, 10**18))
def test_one_digit_of_ten_completes_a_card_number(number: int) -> None:
    assert sum(luhn(f"{number}{digit}") for digit in range(10)) == 1


@given(st.integers(0, 999), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_one_character_of_eleven_completes_an_identity_number(order: int, birth: date) -> None:
    body = f"110101{birth:%Y%m%d}{order:03d}"
    assert sum(is_chinese_id(body + character) for character in "0123456789X") == 1


@given(st.from_regex(r"\A[A-Z]{2}[A-Z0-9]{12,30}\Z"))
def test_one_pair_of_check_digits_of_97_completes_an_account(text: str) -> None:
    assert sum(is_iban(f"{text[:2]}{digits:02d}{text[2:]}") for digits in range(2, 99)) == 1
