"""Texts as one buffer of UTF-8 with offsets, as Arrow keeps them: what the kernels read.

A column read from Parquet is used where it lies, without a Python string for each row. Only texts that are not in NFC
are decoded, normalised and put in their place; a quick check over the bytes (Unicode annex 15, section 9) finds them.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from filters.characters import composition, suspicious_bytes
from filters.compiled import read_only
from filters.minhash.decode import may_not_be_composed

Column: TypeAlias = pa.Array | pa.ChunkedArray


@dataclass(frozen=True, slots=True)
class Texts:
    """`data` are bytes; text i is data[offsets[i] : offsets[i + 1]], in NFC. A null in a column is an empty text."""

    data: npt.NDArray[np.uint8]
    offsets: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        object.__setattr__(self, "data", read_only(self.data))
        object.__setattr__(self, "offsets", read_only(self.offsets))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def bytes(self) -> int:
        return int(self.offsets[-1] - self.offsets[0])

    def strings(self) -> list[str]:
        """Halves of surrogate pairs become replacement characters."""
        raw, edges = self.data.tobytes(), self.offsets.tolist()
        return [raw[start:end].decode("utf-8", "replace") for start, end in pairwise(edges)]

    @staticmethod
    def of(texts: "Texts | Sequence[str] | Column") -> "Texts":
        """From strings, or from an Arrow column of strings. Raises TypeError for a column of anything else."""
        if isinstance(texts, Texts):
            return texts
        if isinstance(texts, pa.ChunkedArray):
            texts = texts.combine_chunks() if texts.num_chunks != 1 else texts.chunk(0)
        if isinstance(texts, pa.Array):
            return _composed(_from_arrow(texts))
        return _composed(_from_strings(texts))


def _from_strings(texts: Sequence[str]) -> Texts:
    try:
        return _from_arrow(pa.array(texts, pa.large_string()))
    except UnicodeEncodeError:  # JSON may hold halves of surrogate pairs, which Arrow does not take
        return _joined([text.encode("utf-8", "surrogatepass") for text in texts])


def _from_arrow(column: pa.Array) -> Texts:
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _from_arrow(column.dictionary_decode())
    if pa.types.is_string_view(kind) or pa.types.is_null(kind):
        return _from_arrow(column.cast(pa.large_string()))
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        raise TypeError(f"texts are of the Arrow type {kind}: expected string or large_string; cast the column first")
    _, offsets, data = column.buffers()
    if not len(column) or offsets is None:
        return Texts(np.empty(0, np.uint8), np.zeros(len(column) + 1, np.int64))
    width = np.int64 if pa.types.is_large_string(kind) else np.int32
    places = np.frombuffer(offsets, width)[column.offset : column.offset + len(column) + 1]
    return Texts(np.frombuffer(data or b"", np.uint8), places.astype(np.int64, copy=False))


def _joined(encoded: Sequence[bytes]) -> Texts:
    offsets = np.zeros(len(encoded) + 1, np.int64)
    np.cumsum([len(text) for text in encoded], out=offsets[1:])
    return Texts(np.frombuffer(b"".join(encoded), np.uint8), offsets)


def _composed(texts: Texts) -> Texts:
    doubtful = np.flatnonzero(may_not_be_composed(texts.data, texts.offsets, composition(), suspicious_bytes()))
    if not len(doubtful):
        return texts
    replaced = {}
    for place in doubtful.tolist():
        raw = texts.data[texts.offsets[place] : texts.offsets[place + 1]].tobytes()
        text = raw.decode("utf-8", "surrogatepass")
        if not unicodedata.is_normalized("NFC", text):
            replaced[place] = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return _with_replaced(texts, replaced) if replaced else texts


def _with_replaced(texts: Texts, replaced: dict[int, bytes]) -> Texts:
    """The texts with some of them changed; the stretches between are copied whole, and once."""
    lengths = np.diff(texts.offsets)
    lengths[list(replaced)] = [len(changed) for changed in replaced.values()]
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    out, after = np.empty(offsets[-1], np.uint8), 0
    for place, changed in replaced.items():
        out[offsets[after] : offsets[place]] = texts.data[texts.offsets[after] : texts.offsets[place]]
        out[offsets[place] : offsets[place + 1]] = np.frombuffer(changed, np.uint8)
        after = place + 1
    out[offsets[after] :] = texts.data[texts.offsets[after] : texts.offsets[-1]]
    return Texts(out, offsets)
