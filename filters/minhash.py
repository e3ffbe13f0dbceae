"""MinHash signatures of texts, by datasketch.

A text is the set of its shingles: runs of `shingle` tokens, a token being a word, a Chinese character or a punctuation
mark, lower-cased. Two texts' share of equal signature values estimates the Jaccard similarity of their sets with a
standard error of at most 0.5 / sqrt(permutations).
"""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from datasketch import MinHash, MinHashLSH

_TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+|[^\w\s]|_")

Signatures = npt.NDArray[np.uint32]


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def shingles(text: str, shingle: int) -> list[bytes]:
    """The distinct shingles of a text; a text shorter than one shingle is one shingle by itself."""
    words = tokens(text)
    runs = (words[start : start + shingle] for start in range(max(1, len(words) - shingle + 1)))
    return list(dict.fromkeys(" ".join(run).encode("utf-8", "surrogatepass") for run in runs))


def signatures(texts: Sequence[str], permutations: int, shingle: int) -> Signatures:
    """One row a text, one column a permutation."""
    if not texts:
        return np.empty((0, permutations), np.uint32)
    sets = [shingles(text, shingle) for text in texts]
    return np.stack([made.hashvalues for made in MinHash.generator(sets, num_perm=permutations, seed=1)]).astype(
        np.uint32
    )


def bands(threshold: float, permutations: int) -> tuple[int, int]:
    """Number of bands and rows in a band that suit a threshold, as datasketch chooses them."""
    index = MinHashLSH(threshold=threshold, num_perm=permutations)
    return index.b, index.r
