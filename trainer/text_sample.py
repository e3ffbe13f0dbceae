"""A bounded sample of a mixture of texts: the same sources give the same sample, and nothing is held in memory.

Everything is read twice, once to count. Weights are shares of the characters, `epochs` is the most that a source is
repeated, and the scarcest source for its weight sets the size, as in trainer/mixture.py; without weights each source
gives `epochs` times its characters. If that is more than asked for, every source is thinned by the same factor.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.errors import BadInput
from trainer.sources import Source
from trainer.texts import texts


@dataclass(frozen=True, slots=True)
class Portion:
    source: Source
    characters: int
    """That the source has."""
    times: float
    """How often each of them is taken, on average."""

    @property
    def taken(self) -> int:
        return round(self.characters * self.times)


def portions(sources: Sequence[Source], most: int) -> list[Portion]:
    """How much of each source a sample of at most `most` characters takes. Raises BadInput if a source has no text, and
    where some sources have a weight and others have none."""
    weights = [source.weight for source in sources if source.weight is not None]
    if weights and (len(weights) < len(sources) or min(weights) <= 0):
        raise BadInput("a mixture gives a weight above 0 to all of its sources, or to none")
    counted = [sum(map(len, texts(source))) for source in sources]
    for source, characters in zip(sources, counted, strict=True):
        if not characters:
            raise BadInput(f"{source.path}: there is no text in it (that the source's choice of records lets through)")
    full = [source.epochs * characters for source, characters in zip(sources, counted, strict=True)]
    if weights:
        scale = min(size / weight for size, weight in zip(full, weights, strict=True))
        full = [scale * weight for weight in weights]
    thinning = min(1.0, most / sum(full))
    return [
        Portion(source, characters, thinning * size / characters)
        for source, characters, size in zip(sources, counted, full, strict=True)
    ]


def sample(portions: Sequence[Portion]) -> Iterator[str]:
    """The texts, evenly spread: whenever a source is behind its share of what was read, the text at hand is taken."""
    for portion in portions:
        read = taken = 0
        for text in texts(portion.source):
            read += len(text)
            while taken + len(text) / 2 <= portion.times * read:
                yield text
                taken += len(text)
