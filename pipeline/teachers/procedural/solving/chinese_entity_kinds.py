"""The kinds of things that `entity_extraction` asks for in Chinese, where no blanks part the words.

They are numbers, and the pieces of text between punctuation marks, picked by what they hold or how long they are.
"""

from itertools import groupby

from pipeline.teachers.procedural.solving.entity_kinds import Kind

NUMERALS = frozenset("零一二两三四五六七八九十百千万亿")
PIECE_NOTE = "（小句：标点之间连续的汉字、字母或数字。）"


def _plain(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or (character.isascii() and character.isalnum())


def pieces_in(text: str) -> list[str]:
    """The longest runs of Chinese characters, letters and digits."""
    return ["".join(group) for inside, group in groupby(text, _plain) if inside]


def numerals(text: str, _: str) -> list[str]:
    return ["".join(group) for inside, group in groupby(text, NUMERALS.__contains__) if inside]


def measured(text: str, _: str) -> list[str]:
    """Each run of numerals with the Chinese character that follows it."""
    found, run = [], ""
    for character in text:
        if character in NUMERALS:
            run += character
            continue
        if run and "\u4e00" <= character <= "\u9fff":
            found.append(run + character)
        run = ""
    return found


def with_character(text: str, value: str) -> list[str]:
    return [piece for piece in pieces_in(text) if value in piece]


def without_character(text: str, value: str) -> list[str]:
    return [piece for piece in pieces_in(text) if value not in piece]


def beginning(text: str, value: str) -> list[str]:
    return [piece for piece in pieces_in(text) if piece.startswith(value)]


def long_pieces(text: str, value: str) -> list[str]:
    return [piece for piece in pieces_in(text) if len(piece) >= int(value)]


def short_pieces(text: str, value: str) -> list[str]:
    return [piece for piece in pieces_in(text) if len(piece) <= int(value)]


def exact_pieces(text: str, value: str) -> list[str]:
    return [piece for piece in pieces_in(text) if len(piece) == int(value)]


def closing(text: str, _: str) -> list[str]:
    """The last two characters of each piece of four and more."""
    return [piece[-2:] for piece in pieces_in(text) if len(piece) >= 4]


def opening(text: str, _: str) -> list[str]:
    return [piece[:2] for piece in pieces_in(text) if len(piece) >= 4]


def next_two(text: str, value: str) -> list[str]:
    """The two characters after each place of `value` inside a piece that goes on so far."""
    found = []
    for piece in pieces_in(text):
        for place, character in enumerate(piece[:-2]):
            if character == value:
                found.append(piece[place + 1 : place + 3])
    return found


def next_before(text: str, value: str) -> list[str]:
    found = []
    for piece in pieces_in(text):
        for place, character in enumerate(piece):
            if character == value and place >= 2:
                found.append(piece[place - 2 : place])
    return found


_COMMON = tuple("的在了是有和一每从到可不会人上下中大小天也以个们去来年出用家地得要学生时行")
_SIZES = tuple(map(str, range(5, 16)))

CHINESE_KINDS = {
    "numeral": Kind("汉字数字（零、一、二、两、三至十、百、千、万、亿连成的最长一段）", numerals),
    "measured": Kind("汉字数字连同紧跟其后的一个汉字（如“三本”，数字取最长的一段）", measured),
    "piece_with": Kind("含有“{value}”字的小句", with_character, _COMMON, of_words=True),
    "piece_without": Kind("不含“{value}”字的小句", without_character, _COMMON, of_words=True),
    "piece_start": Kind("以“{value}”字开头的小句", beginning, _COMMON, of_words=True),
    "piece_long": Kind("不少于{value}个字的小句", long_pieces, _SIZES, of_words=True),
    "piece_short": Kind("不超过{value}个字的小句", short_pieces, _SIZES, of_words=True),
    "piece_exact": Kind("正好{value}个字的小句", exact_pieces, _SIZES, of_words=True),
    "next_two": Kind("小句中“{value}”字后面的两个字（不足两个字的不算）", next_two, _COMMON, of_words=True),
    "next_before": Kind("小句中“{value}”字前面的两个字（不足两个字的不算）", next_before, _COMMON, of_words=True),
    "piece_close": Kind("四个字以上（含四个字）的小句的最后两个字", closing, of_words=True),
    "piece_open": Kind("四个字以上（含四个字）的小句的头两个字", opening, of_words=True),
}
