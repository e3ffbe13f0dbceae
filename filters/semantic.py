"""Texts that mean the same: neighbours in an embedding, compared within the cells of a k-means clustering.

After SemDeDup (Abbas et al. 2023, arXiv 2303.09540), but as in filters/clusters.py records are taken in order of
preference and one is removed only for its similarity to a kept one. Pairs that fall into different cells are not seen.
The encoder is the caller's; the built-in one knows words only (latent semantic analysis, Deerwester et al. 1990).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filters.decontaminate import Item, Match
from filters.tokens import tokens
from filters.verdict import Verdict, failed, passed

Vectors = npt.NDArray[np.float32]
Encoder = Callable[[list[str]], Vectors]
"""From n texts to (n, dimensions)."""

SEED = 0


@dataclass(frozen=True, slots=True)
class Meaning:
    """All three are the project's own."""

    threshold: float = 0.95
    """Cosine similarity from which two texts mean the same."""
    cell: int = 1000
    """Texts in a cell, on average: the work grows with it, and so do the pairs that are seen."""
    dimensions: int = 128
    """Of the built-in encoder."""


USUAL = Meaning()


def word_encoder(dimensions: int = USUAL.dimensions) -> Encoder:
    """TF-IDF of the texts' tokens, reduced by a truncated singular value decomposition; fitted on the texts given."""

    def encode(texts: list[str]) -> Vectors:
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer

        if not any(map(tokens, texts)):
            return np.zeros((len(texts), 1), np.float32)
        weights = TfidfVectorizer(analyzer=tokens, sublinear_tf=True, dtype=np.float32).fit_transform(texts)
        if min(weights.shape) <= dimensions:
            return np.asarray(weights.toarray(), np.float32)
        return np.asarray(TruncatedSVD(dimensions, random_state=SEED).fit_transform(weights), np.float32)

    return encode


def duplicates(
    texts: Sequence[str], meaning: Meaning = USUAL, encoder: Encoder | None = None
) -> tuple[npt.NDArray[np.int64], Vectors]:
    """`kept` (n,): the place of the kept text that each one means the same as, -1 for those that stay; and the cosine
    similarity to it (0 for those that stay). Texts are in order of preference."""
    vectors = _unit(texts, encoder or word_encoder(meaning.dimensions))
    kept, similarity = np.full(len(texts), -1, np.int64), np.zeros(len(texts), np.float32)
    cells = _cells(vectors, meaning.cell)
    for cell in range(int(cells.max(initial=-1)) + 1):
        _sift(np.flatnonzero(cells == cell), vectors, meaning.threshold, kept, similarity)
    return kept, similarity


def verdicts(texts: Sequence[str], meaning: Meaning = USUAL, encoder: Encoder | None = None) -> list[Verdict]:
    """`duplicates` as verdicts: rejects as `semantic_duplicate`; the figure is the similarity and the place."""
    kept, similarity = duplicates(texts, meaning, encoder)
    return [
        passed() if place < 0 else failed("semantic_duplicate", f"{alike:.3f} to record {place}")
        for place, alike in zip(kept.tolist(), similarity.tolist(), strict=True)
    ]


def paraphrases(
    texts: Sequence[str], items: Sequence[Item], encoder: Encoder, threshold: float = USUAL.threshold
) -> list[Match | None]:
    """For each text the benchmark's item nearest in meaning, None below the threshold. `overlap` is the cosine."""
    if not items or not texts:
        return [None] * len(texts)
    both = _unit([*texts, *(item.text for item in items)], encoder)
    known = both[len(texts) :]
    found: list[Match | None] = []
    for vector in both[: len(texts)]:
        cosines = known @ vector
        best = int(np.argmax(cosines))
        near = cosines[best] >= threshold
        found.append(Match(items[best].benchmark, items[best].id, float(cosines[best])) if near else None)
    return found


def _unit(texts: Sequence[str], encoder: Encoder) -> Vectors:
    """Vectors of length 1; one of length 0 stays, and is like nothing."""
    if not texts:
        return np.zeros((0, 1), np.float32)
    vectors = np.asarray(encoder(list(texts)), np.float32)
    if vectors.ndim != 2 or len(vectors) != len(texts):
        raise ValueError(
            f"the encoder gave an array of shape {vectors.shape} for {len(texts)} texts: expected one row a text"
        )
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)


def _cells(vectors: Vectors, size: int) -> npt.NDArray[np.int64]:
    """The cell of each vector."""
    count = len(vectors) // size
    if count < 2:
        return np.zeros(len(vectors), np.int64)
    from sklearn.cluster import MiniBatchKMeans

    means = MiniBatchKMeans(count, random_state=SEED, n_init=1, batch_size=4096)
    return means.fit_predict(vectors).astype(np.int64)


def _sift(
    places: npt.NDArray[np.intp], vectors: Vectors, threshold: float, kept: npt.NDArray[np.int64], similarity: Vectors
) -> None:
    """Decides for the texts of one cell, in order; work grows with those that stay."""
    stay = np.empty((len(places), vectors.shape[1]), np.float32)
    staying: list[int] = []
    for place in places.tolist():
        cosines = stay[: len(staying)] @ vectors[place]
        best = int(np.argmax(cosines)) if staying else -1
        if best >= 0 and cosines[best] >= threshold:
            kept[place], similarity[place] = staying[best], cosines[best]
        else:
            stay[len(staying)] = vectors[place]
            staying.append(place)
