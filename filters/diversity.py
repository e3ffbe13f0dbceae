"""How unlike each other the texts of a set are: two figures in common use.

Distinct n-grams (Li et al. 2016, arXiv 1510.03055): different n-grams as a share of all; 1 where nothing recurs.
Self-BLEU (Zhu et al. 2018, arXiv 1802.01886): the mean BLEU-4 (Papineni et al. 2002) of each text against all others; 0
where no two texts share a run of four tokens, 1 where every text occurs twice. Both depend on the number of texts, so
compare samples of one size.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from filters.tokens import tokens

Gram = tuple[str, ...]
ORDERS = 4


def grams(words: Sequence[str], order: int) -> Counter[Gram]:
    return Counter(tuple(words[start : start + order]) for start in range(len(words) - order + 1))


def distinct(texts: Sequence[str], order: int = ORDERS) -> float:
    """Different n-grams over all n-grams; 1 for texts without any."""
    counted: Counter[Gram] = Counter()
    for text in texts:
        counted.update(grams(tokens(text), order))
    return len(counted) / counted.total() if counted else 1.0


def self_bleu(texts: Sequence[str]) -> float:
    """The mean over the texts of BLEU-4 against all the others; 0 for fewer than two texts.

    Instead of comparing each pair, the two largest counts of every n-gram over all texts are kept: the largest among
    the others is one of them.
    """
    words = [tokens(text) for text in texts]
    if len(words) < 2:
        return 0.0
    counts = [[grams(text, order) for text in words] for order in range(1, ORDERS + 1)]
    largest = [_two_largest(of_order) for of_order in counts]
    lengths = sorted(map(len, words))
    total = 0.0
    for place, text in enumerate(words):
        logs = 0.0
        for of_order, top in zip(counts, largest, strict=True):
            mine = of_order[place]
            clipped = sum(min(count, _among_others(top[gram], count)) for gram, count in mine.items())
            logs += math.log(clipped / mine.total()) if clipped else -math.inf
        total += math.exp(logs / ORDERS) * _brevity(len(text), lengths)
    return total / len(words)


def _two_largest(counts: Sequence[Counter[Gram]]) -> dict[Gram, tuple[int, int]]:
    top: dict[Gram, tuple[int, int]] = {}
    for counter in counts:
        for gram, count in counter.items():
            first, second = top.get(gram, (0, 0))
            top[gram] = (count, first) if count > first else (first, max(second, count))
    return top


def _among_others(top: tuple[int, int], mine: int) -> int:
    """The largest count in another text, given the two largest of all and this text's own."""
    first, second = top
    return second if mine == first else first


def _brevity(length: int, lengths: Sequence[int]) -> float:
    """BLEU's penalty for a text shorter than the reference nearest in length (another text of the set); `lengths` are
    sorted."""
    place = bisect_left(lengths, length)
    nearest = min(
        [*lengths[max(0, place - 1) : place], *lengths[place + 1 : place + 2]],
        key=lambda other: (abs(other - length), other),
    )
    return 1.0 if length >= nearest or not length else math.exp(1 - nearest / length)
