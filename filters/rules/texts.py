"""Many texts as one Arrow column, to be searched in one pass."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc


class Texts:
    """Lone surrogates, which Arrow cannot hold, become question marks; no sign that is looked for has any."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._column = pa.array(map(encodable, texts), pa.large_string())

    def bearing(self, sign: str) -> list[int]:
        """The places of the texts in which a regular expression (RE2) is found."""
        mask = pc.match_substring_regex(self._column, pattern=sign)
        places: list[int] = pc.indices_nonzero(mask).to_pylist()
        return places


def encodable(text: str) -> str:
    """A text with question marks for its lone surrogates, which UTF-8 has no bytes for."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
