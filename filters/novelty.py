"""How much of one text another repeats in order: ROUGE-L (Lin 2004), the F-measure over the longest common subsequence
of tokens. Self-Instruct (arXiv 2212.10560) keeps an instruction only below 0.7 with every other.
"""

from collections.abc import Sequence

from filters.tokens import tokens


def rouge_l(one: str, other: str) -> float:
    """From 0 (no token in common) to 1 (equal)."""
    left, right = tokens(one), tokens(other)
    if not left or not right:
        return float(left == right)
    common = longest_common_subsequence(left, right)
    return 2 * common / (len(left) + len(right))


def longest_common_subsequence(left: Sequence[str], right: Sequence[str]) -> int:
    """By rows, each token's matches as bits of a whole number (Hyyro 2004): one addition a token."""
    places: dict[str, int] = {}
    for place, token in enumerate(left):
        places[token] = places.get(token, 0) | 1 << place
    mask = (1 << len(left)) - 1
    row = mask
    for token in right:
        matches = row & places.get(token, 0)
        row = ((row + matches) | (row - matches)) & mask
    return len(left) - row.bit_count()
