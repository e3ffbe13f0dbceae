"""Byte-level BPE as tokenizer.json writes it: every byte is a printable character (GPT-2's table)."""

from collections.abc import Mapping
from typing import Any


def _characters() -> dict[int, str]:
    """Printable Latin-1 bytes stand for themselves, the others, in order, for the characters from U+0100 on."""
    plain = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    others = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {byte: chr(0x100 + number) for number, byte in enumerate(others)}


CHARACTER = _characters()
BYTE = {character: byte for byte, character in CHARACTER.items()}


def written(spelling: bytes) -> str:
    """Bytes as a tokenizer.json spells them."""
    return "".join(CHARACTER[byte] for byte in spelling)


def spellings(vocabulary: Mapping[str, int], without: frozenset[str]) -> dict[int, bytes]:
    """The bytes of each token but those left out, such as special ones, whose names are not spelt in bytes."""
    return {
        token: bytes(BYTE[character] for character in name)
        for name, token in vocabulary.items()
        if name not in without and all(character in BYTE for character in name)
    }


def is_byte_level(step: Any) -> bool:
    """Whether a pre-tokenizer, as in tokenizer.json, turns text into the characters of bytes."""
    if not isinstance(step, dict):
        return False
    return step.get("type") == "ByteLevel" or any(map(is_byte_level, step.get("pretokenizers", [])))
