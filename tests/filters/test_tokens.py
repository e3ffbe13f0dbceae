"""Tokens are the same whichever of the patterns finds them."""

from hypothesis import example, given
from hypothesis import strategies as st

from filters.tokens import ALL, _token, normalised, tokens


@given(st.text() | st.text(st.characters(max_codepoint=0x7F)) | st.text(st.characters(max_codepoint=0xFFFF)))
@example("x = a_b+1")
@example("café, 返回偶数")
@example("𠮷野家 😀 ok")
def test_a_pattern_for_fewer_characters_finds_the_same(text: str) -> None:
    assert tokens(text) == _token(ALL).findall(normalised(text))
