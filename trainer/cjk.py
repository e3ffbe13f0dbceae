"""Chinese, Japanese and Korean characters, and the pieces of their UTF-8 bytes.

UTF-8 synchronises itself: a character's first byte never occurs inside another character. So bytes that begin a CJK
character, and can begin no other, occur only in text that holds a CJK character. On this rests the promise of
trainer/extend.py that other text is split as before.
"""

RANGES = (
    (0x1100, 0x11FF),  # Hangul Jamo
    (0x2E80, 0x9FFF),  # radicals, CJK punctuation, kana, Bopomofo, unified ideographs and extension A
    (0xAC00, 0xD7FF),  # Hangul syllables, Jamo extended B
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE30, 0xFE4F),  # compatibility forms
    (0xFF00, 0xFFEF),  # full-width and half-width forms, among them ， and ？
    (0x20000, 0x3FFFF),  # planes 2 and 3: further ideographs
)
"""Blocks of the Unicode Standard, Blocks.txt; code points, both ends included."""


def is_cjk(character: str) -> bool:
    point = ord(character)
    return any(low <= point <= high for low, high in RANGES)


def has_cjk(text: str) -> bool:
    return any(map(is_cjk, text))


def is_cjk_piece(piece: bytes) -> bool:
    """Whether the bytes are whole CJK characters, or begin one so far that it can only be a CJK character."""
    try:
        return bool(piece) and all(map(is_cjk, piece.decode()))
    except UnicodeDecodeError:
        return _begins_cjk(piece)


def _begins_cjk(piece: bytes) -> bool:
    """Two bytes of a three-byte character, two or three of a four-byte one (RFC 3629, section 3)."""
    first, rest = piece[0], piece[1:]
    size, bits = (3, first & 0x0F) if 0xE0 <= first <= 0xEF else (4, first & 0x07) if 0xF0 <= first <= 0xF4 else (0, 0)
    if not 0 < len(rest) < size - 1 or any(byte >> 6 != 0b10 for byte in rest):
        return False
    for byte in rest:
        bits = bits << 6 | byte & 0x3F
    missing = 6 * (size - len(piece))
    low, high = bits << missing, (bits + 1 << missing) - 1
    return any(start <= low and high <= end for start, end in RANGES)
