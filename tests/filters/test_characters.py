import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from filters.characters import ALONE, COMPOSES, IGNORED, SEPARATES, WORD, composition, kinds, suspicious_bytes
from filters.tokens import normalised, shingles, tokens


def test_folding_a_character_never_changes_its_kind() -> None:
    table = kinds()
    for point in range(0x20000):  # beyond, nothing folds
        assert all(table[ord(folded)] == table[point] for folded in chr(point).casefold()), hex(point)


def test_kinds_of_known_characters() -> None:
    table = kinds()
    expected = {
        SEPARATES: " \t\n\u00a0\u3000\u200b\x00",
        WORD: "aZß9éДका한ـ",
        ALONE: "_.,，。+€北のタ々ไ👍",
        IGNORED: "\u00ad\u200d\ufe0f\u2060\ufeff",
    }
    for kind, characters in expected.items():
        for character in characters:
            assert table[ord(character)] == kind, hex(ord(character))


def test_no_character_that_the_quick_check_passes_over_is_changed_by_nfc() -> None:
    table, suspicious = composition(), suspicious_bytes()
    for point in range(0x110000):
        character = chr(point)
        if unicodedata.normalize("NFC", character) != character:
            assert table[point] & COMPOSES, hex(point)
        if table[point]:
            assert suspicious[character.encode("utf-8", "surrogatepass")[0]], hex(point)


def test_tokens_of_mixed_scripts() -> None:
    assert tokens("It's a Straße in 北京: foo_bar2 abc中文") == [
        *("it", "'", "s", "a", "strasse", "in", "北", "京", ":", "foo", "_", "bar2", "abc", "中", "文"),
    ]
    assert tokens("नमस्ते दुनिया") == ["नमस्ते", "दुनिया"]
    assert tokens("Cafe\u0301 soft\u00adhyphen") == ["café", "softhyphen"]


def test_a_short_text_is_one_shingle() -> None:
    assert shingles("", 5) == [b""]
    assert shingles("One two.", 5) == [b"one two ."]


@given(st.text())
def test_normalising_twice_is_normalising_once_for_composed_text(text: str) -> None:
    once = normalised(text)
    assert tokens(once) == tokens(normalised(once))
