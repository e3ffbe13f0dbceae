"""Which seeds are worth drawing instructions from: cheap rules over one text, before anything is paid for.

Where they apply, the rules and thresholds for documents are those of Gopher (Rae et al. 2021, arXiv 2112.11446,
appendix A1.1 and table A1), whose documents are whole web pages; a passage is shorter, so their least length is not
used. For functions the rules look at the syntax tree.
"""

import ast
import re
import string
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class SeedRules:
    """Thresholds, each with its reason. Shares are between 0 and 1."""

    min_document: int = 200
    """Characters. Less holds one statement at most: nothing to ask a second question about."""
    max_document: int = 20_000
    """Characters. More does not fit into a prompt beside its task; chunking should have cut it."""
    min_code: int = 60
    """Characters. Below stand getters and one-line delegations, whose behaviour is that of another function."""
    max_code: int = 6_000
    """Characters. A longer function does too much for one question."""
    max_control: float = 0.001
    """Share of control and replacement characters: text decoded wrongly or torn from a binary has many; one stray form
    feed or a passage that shows U+FFFD once in a thousand characters is no harm."""
    max_blob: float = 0.1
    """Share of characters in base64, hexadecimal or escaped runs. One checksum in a passage stays below a tenth."""
    blob_run: int = 48
    """Characters without a break from which a run with digits counts as a blob: longer than any word and identifier."""
    min_letters_document: float = 0.6
    """Share of letters among the characters that are no blanks. Prose has 0.9, prose with formulas or sample sessions
    0.7; tables of figures, logs and drawings stand below."""
    min_letters_code: float = 0.15
    """Share of letters among the characters that are no blanks. Ordinary code has 0.6 to 0.8, a formula with long
    coefficients 0.2; below it stand tables of numbers."""
    min_word_length: float = 3.0
    """Mean characters of a word (Gopher): below it stand lists of symbols and of single letters."""
    max_word_length: float = 10.0
    """Mean characters of a word (Gopher): above it stand lists of paths, addresses and identifiers."""
    min_stop_words: int = 2
    """How many different ones of the, be, to, of, and, that, have, with a text without Chinese characters must use
    (Gopher); one, below `short_words`. Lists, menus and other languages under the name of English have none. 0 for
    other alphabetic languages."""
    short_words: int = 50
    """Gopher's least document. Two stop words are too much to ask of fewer words."""
    max_repeated_lines: float = 0.3
    """Share of lines that repeat an earlier one (Gopher, table A1)."""
    max_repeated_line_characters: float = 0.2
    """Share of characters in such lines (Gopher, table A1)."""
    max_repeated_code: float = 0.5
    """Share of characters in repeated lines of a function: `else:` and `return None` repeat in good code, so this is
    wide; above it stand unrolled tables."""
    max_top_ngram: tuple[float, float, float] = (0.20, 0.18, 0.16)
    """Share of characters in the most frequent run of 2, 3 and 4 words (Gopher, table A1)."""
    min_ngram_words: int = 100
    """Words from which that rule holds: in a shorter text a name that is said three times exceeds it."""
    max_bullets: float = 0.9
    """Share of lines that begin with a bullet (Gopher)."""
    max_ellipses: float = 0.3
    """Share of lines that end in an ellipsis: cut-off teasers (Gopher)."""
    max_contents: float = 0.5
    """Share of lines that look like entries of a table of contents: dot leaders, a page number, a lone link."""
    max_copyright: float = 0.3
    """Share of lines with a copyright notice: one is a by-line even in a short text, a wall of them lists authors."""
    max_licence_phrases: int = 1
    """How many phrases of licence texts may occur: prose about licences quotes one, a licence has several."""
    max_table: int = 40
    """Constants in one literal of a function: more are data that a program wrote or read."""

    def __post_init__(self) -> None:
        if not (0 <= self.min_document <= self.max_document and 0 <= self.min_code <= self.max_code):
            raise ValueError("seed rules: each least length must be at least 0 and at most the largest")


DEFAULT_RULES = SeedRules()

CJK_SHARE = 0.1
"""Share of Chinese, Japanese and Korean characters from which blanks do not tell where words end."""
STOP_WORDS = frozenset("the be to of and that have with".split())
LICENCE_PHRASES = (
    "permission is hereby granted",
    "permission to use, copy, modify",
    "redistribution and use in source and binary forms",
    "the above copyright notice",
    "without warranty of any kind",
    "warranties of merchantability",
    "warranties or conditions of any kind",
    "in no event shall",
    "all rights reserved",
    "licensed under the",
    "licensed to ",
    "you may not use this file except in compliance",
    "gnu general public license as published",
    "terms and conditions for",
)

_CJK = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_BROKEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff\ud800-\udfff]")
_ASCII_LETTERS = string.ascii_letters.encode()
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RUN = re.compile(r"[A-Za-z0-9+/=_-]{24,}|(?:\\x[0-9a-fA-F]{2}){8,}|(?:\b[0-9a-fA-F]{2}\b[\s:,]*){16,}")
_BULLET = re.compile(r"[-*+•‣●◦▪]\s")
_CONTENTS = re.compile(r".*(?:\.[ .]{4,}|…{2,}|\s{3,}|\t)\d{1,4}|(?:[-*+]|\d+[.)])\s+\[[^\]]*\]\([^)]*\)|\.{3,}\s*\d+")
_COPYRIGHT = re.compile(r"\bcopyright\b.{0,12}(?:\(c\)|©|\d{4})|©\s*\d{4}|\(c\)\s*\d{4}", re.IGNORECASE)


def judge(text: str, kind: str, rules: SeedRules = DEFAULT_RULES) -> Verdict:
    """Keep a seed or say by which rule it falls: the first that fails, cheap ones first.

    `kind` is "document" or "code" (one Python function, dedented). Raises ValueError for another kind.
    """
    if kind not in _RULES:
        raise ValueError(f"seed kind {kind!r} has no rules; known: {', '.join(_RULES)}")
    return next((verdict for rule in _RULES[kind] for verdict in rule(text, rules)), passed())


def _bound(reason: str, what: str, value: float, *, least: float = 0, most: float | None = None) -> Iterator[Verdict]:
    """The verdict of a figure outside its bounds; nothing inside them."""
    if value < least:
        yield failed(reason, f"{what}: {value:.4g}, at least {least:g} wanted")
    elif most is not None and value > most:
        yield failed(reason, f"{what}: {value:.4g}, at most {most:g} allowed")


def _document_length(text: str, rules: SeedRules) -> Iterator[Verdict]:
    yield from _bound("too_short", "characters", len(text.strip()), least=rules.min_document)
    yield from _bound("too_long", "characters", len(text), most=rules.max_document)


def _code_length(text: str, rules: SeedRules) -> Iterator[Verdict]:
    yield from _bound("too_short", "characters", len(text.strip()), least=rules.min_code)
    yield from _bound("too_long", "characters", len(text), most=rules.max_code)


def _control(text: str, rules: SeedRules) -> Iterator[Verdict]:
    found = len(_BROKEN.findall(text))
    yield from _bound("control_characters", "their share", found / max(1, len(text)), most=rules.max_control)


def _blob(text: str, rules: SeedRules) -> Iterator[Verdict]:
    runs = (found.group() for found in _RUN.finditer(text))
    size = sum(len(run) for run in runs if len(run) >= rules.blob_run and any(map(str.isdigit, run)))
    yield from _bound("blob", "share of encoded data", size / max(1, len(text)), most=rules.max_blob)


def _letters(text: str) -> float:
    """The share of letters among the characters that are no blanks."""
    solid = "".join(text.split())
    if solid.isascii():  # ten times as fast as the pattern
        letters = len(solid) - len(solid.encode().translate(None, _ASCII_LETTERS))
    else:
        letters = len(_LETTER.findall(solid))
    return letters / max(1, len(solid))


def _document_letters(text: str, rules: SeedRules) -> Iterator[Verdict]:
    yield from _bound("symbols", "share of letters", _letters(text), least=rules.min_letters_document)


def _code_letters(text: str, rules: SeedRules) -> Iterator[Verdict]:
    yield from _bound("symbols", "share of letters", _letters(text), least=rules.min_letters_code)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _repeated(lines: list[str]) -> tuple[float, float]:
    """The share of lines that repeat an earlier one, and of characters in them."""
    repeated = [(line, count - 1) for line, count in Counter(lines).items() if count > 1]
    characters = sum(len(line) * count for line, count in repeated)
    return sum(count for _, count in repeated) / max(1, len(lines)), characters / max(1, sum(map(len, lines)))


def _document_repeats(text: str, rules: SeedRules) -> Iterator[Verdict]:
    share, characters = _repeated(_lines(text))
    yield from _bound("repeated_lines", "share of lines", share, most=rules.max_repeated_lines)
    yield from _bound("repeated_lines", "share of characters", characters, most=rules.max_repeated_line_characters)


def _code_repeats(text: str, rules: SeedRules) -> Iterator[Verdict]:
    _, characters = _repeated(_lines(text))
    yield from _bound("repeated_lines", "share of characters", characters, most=rules.max_repeated_code)


def _layout(text: str, rules: SeedRules) -> Iterator[Verdict]:
    lines = _lines(text)
    shares = (
        ("bullets", "share of lines that begin with a bullet", _BULLET.match, rules.max_bullets),
        ("contents", "share of lines like a table of contents", _CONTENTS.fullmatch, rules.max_contents),
        ("copyright", "share of lines with a copyright notice", _COPYRIGHT.search, rules.max_copyright),
    )
    for reason, what, test, most in shares:
        yield from _bound(reason, what, sum(bool(test(line)) for line in lines) / max(1, len(lines)), most=most)
    ellipses = sum(line.endswith(("...", "…")) for line in lines) / max(1, len(lines))
    yield from _bound("ellipses", "share of lines that end in one", ellipses, most=rules.max_ellipses)


def _licence(text: str, rules: SeedRules) -> Iterator[Verdict]:
    plain = " ".join(text.casefold().split())
    phrases = sum(phrase in plain for phrase in LICENCE_PHRASES)
    yield from _bound("licence", "phrases of licence texts", phrases, most=rules.max_licence_phrases)


def _words(text: str, rules: SeedRules) -> Iterator[Verdict]:
    """Rules that count words: for texts that put blanks between them."""
    if not text.isascii() and len(_CJK.findall(text)) > CJK_SHARE * len(text):
        return
    words = _WORD.findall(text.casefold())
    length = sum(map(len, text.split())) / max(1, len(text.split()))
    yield from _bound("word_length", "mean", length, least=rules.min_word_length, most=rules.max_word_length)
    stop_words = rules.min_stop_words if len(words) >= rules.short_words else min(1, rules.min_stop_words)
    yield from _bound("stop_words", "different ones", len(STOP_WORDS.intersection(words)), least=stop_words)
    if len(words) < rules.min_ngram_words:
        return
    characters = max(1, sum(map(len, words)))
    for size, most in enumerate(rules.max_top_ngram, start=2):
        ngrams = Counter(zip(*(words[shift:] for shift in range(size)), strict=False))
        ngram, count = ngrams.most_common(1)[0] if ngrams else ((), 0)
        share = count * sum(map(len, ngram)) / characters if count > 1 else 0.0
        yield from _bound("repeated_words", f"share of the commonest {size} words in a row", share, most=most)


def _syntax(text: str, rules: SeedRules) -> Iterator[Verdict]:
    """Rules for one Python function: it parses, does something, and holds no table of data."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        yield failed("unparsable", f"not Python: {error}")
        return
    if len(body) != 1 or not isinstance(body[0], ast.FunctionDef | ast.AsyncFunctionDef):
        yield failed("unparsable", f"expected one function, found {len(body)} statements")
        return
    if all(map(_idle, body[0].body)):
        yield failed("stub", "nothing but a docstring, pass, ... or raise NotImplementedError")
    largest = max((_constants(node) for node in ast.walk(body[0])), default=0)
    yield from _bound("data_table", "constants in one literal", largest, most=rules.max_table)


def _idle(statement: ast.stmt) -> bool:
    """Whether a statement does nothing."""
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Raise):
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return isinstance(statement, ast.Pass)


def _constants(node: ast.AST) -> int:
    """How many constants stand in a literal, in tables within tables too; 0 for a node that is no literal."""
    if not isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
        return 0
    items = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
    return sum(1 if isinstance(item, ast.Constant) else _constants(item) for item in items if item is not None)


_Rule = Callable[[str, SeedRules], Iterator[Verdict]]
_RULES: dict[str, tuple[_Rule, ...]] = {
    "document": (_document_length, _control, _blob, _document_letters, _document_repeats, _layout, _licence, _words),
    "code": (_code_length, _control, _blob, _code_letters, _code_repeats, _licence, _syntax),
}
