import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.rules.garbling import Garbling
from tests.filters.rules.cases import reason

BROKEN = {
    "replacement_characters": ["The caf\ufffd is open.", "今天\ufffd天气很好"],
    "control_characters": ["$\x0crac{1}{2}$", "a\x00b", "你好\x08", "a\x9bb"],
    "hidden_characters": ["Pay \u202eevil\u202c now", "你\u2066好", "A\U000e0041\U000e0042"],
    "private_use_characters": ["see \ue001", "看\uf0b7这里"],
    "mojibake": ["The cafÃ© is open.", "It doesnâ€™t matter.", "锟斤拷锟斤拷", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚"],
    "mixed_scripts": ["Log in to pаypal now.", "The сat sat.", "ΑBC of it"],
}
SOUND = [
    "The café is open; naïve, 100 µm, 5 kΩ, Δx and λx, 2πr, ¿Cómo?",
    "It doesn’t matter — “really”…",
    "你好，世界！《三国演义》",
    "Привет, мир! IT-специалист и Wi-Fi",
    "I feel 😀 👩‍👩‍👧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "┌──┐\n│  │\n└──┘",
    "a\tb\r\nc",
    "Ångström, señor, Zürich, l’été, œuvre, ½ × ¾ ÷ ±",
    "こんにちは 안녕하세요 שלום مرحبا",
]


@pytest.mark.parametrize(("expected", "text"), [(why, text) for why, texts in BROKEN.items() for text in texts])
def test_characters_that_no_author_wrote_are_found(expected: str, text: str) -> None:
    assert reason("garbling", text) == expected
    assert reason("garbling", "Yes.", prompt=text) == expected


@pytest.mark.parametrize("text", SOUND)
def test_unusual_characters_that_are_meant_are_kept(text: str) -> None:
    assert reason("garbling", text) == ""


def test_a_recipe_may_allow_some() -> None:
    assert reason("garbling", "\ufffd\ufffd", limits=Garbling(max_replacement=2)) == ""
    assert reason("garbling", "\ufffd\ufffd\ufffd", limits=Garbling(max_replacement=2)) == "replacement_characters"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_printable_ascii_is_never_garbled(text: str) -> None:
    assert reason("garbling", text) == ""
