from hypothesis import given
from hypothesis import strategies as st

from trainer.cjk import RANGES, has_cjk, is_cjk, is_cjk_piece

CJK = st.one_of([st.characters(min_codepoint=low, max_codepoint=high) for low, high in RANGES])
OTHER = st.characters(exclude_categories=["Cs"]).filter(lambda character: not is_cjk(character))


def test_chinese_japanese_and_korean_characters_are_cjk_and_others_are_not() -> None:
    assert all(map(is_cjk, "中文，。「」㐀𠀀かナ한ㄅ"))
    assert not any(map(is_cjk, "abc 1é—…ЖאไꀀA🙂\ufffd"))


@given(st.text(CJK, min_size=1))
def test_whole_cjk_characters_are_a_piece(text: str) -> None:
    assert is_cjk_piece(text.encode())


@given(st.binary(max_size=6), st.text(OTHER))
def test_a_piece_never_occurs_in_text_without_cjk_characters(piece: bytes, text: str) -> None:
    if is_cjk_piece(piece):
        assert piece not in text.encode()


@given(OTHER, st.integers(1, 3))
def test_no_beginning_of_another_character_is_a_piece(character: str, size: int) -> None:
    assert not is_cjk_piece(character.encode()[:size])


@given(CJK, CJK, st.integers(1, 5))
def test_a_piece_does_not_end_inside_a_second_character(first: str, second: str, size: int) -> None:
    both = (first + second).encode()[: len(first.encode()) + size]
    assert is_cjk_piece(both) == (both in (first.encode(), (first + second).encode()))


def test_the_beginning_of_an_ideograph_is_a_piece_and_its_first_byte_or_its_end_is_not() -> None:
    assert is_cjk_piece("价".encode()[:2])
    assert not is_cjk_piece("价".encode()[:1])
    assert not is_cjk_piece("价".encode()[1:])
    assert not is_cjk_piece("\uffee".encode()[:2]), "U+FFFD begins so too"
    assert has_cjk("a价")
