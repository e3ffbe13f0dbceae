"""The vote by equivalence."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.consistency import Equivalence, decided, vote
from filters.reading.answer import plain

SAME = Equivalence(key=plain)


def equal_numbers(expected: str, found: str) -> bool:
    return Fraction(expected) == Fraction(found)


NUMBERS = Equivalence(key=str.strip, equivalent=equal_numbers)

ANSWERS = st.lists(st.sampled_from(["1/2", "0.5", " 0.5", "2/4", "3", "3.0", "7"]), max_size=12)
WEIGHTS = st.floats(0.1, 4.0)


def test_answers_are_clustered_by_equivalence_and_not_by_string() -> None:
    found = vote(["1/2", "0.5", "3", "2/4", "3.0"], NUMBERS)
    assert [(one.answer, one.places) for one in found.clusters] == [("0.5", (0, 1, 3)), ("3", (2, 4))]
    assert found.agreement == 3 / 5
    assert decided(found, 0.6).passed


def test_equivalence_is_asked_for_different_keys_only_and_once_for_each_cluster() -> None:
    asked = []

    def note(expected: str, found: str) -> bool:
        asked.append((expected, found))
        return equal_numbers(expected, found)

    vote(["3", "3", "3", "3.0", "3.0", "7", "7", "9"], Equivalence(str.strip, note))
    assert asked == [("3", "3.0"), ("3", "7"), ("3", "9"), ("7", "9")]


def test_keys_alone_decide_without_an_equivalence() -> None:
    assert len(vote(["Paris.", "paris", "ＰＡＲＩＳ"], SAME).clusters) == 1
    assert len(vote(["1/2", "0.5"], SAME).clusters) == 2


def test_weights_make_a_minority_win() -> None:
    answers = ["a", "a", "b"]
    assert vote(answers, SAME).clusters[0].answer == "a"
    found = vote(answers, SAME, [1, 1, 4])
    assert (found.clusters[0].answer, found.agreement) == ("b", 4 / 6)


def test_a_weight_that_is_not_above_zero_is_an_error() -> None:
    with pytest.raises(ValueError, match="must be above 0, found 0"):
        vote(["a", "b"], SAME, [1, 0])
    assert vote(["a", ""], SAME, [1, 0]).votes == 1


@pytest.mark.parametrize(
    ("answers", "least", "reason"),
    [
        (["a", "b"], 0.0, "tie"),
        (["a", "a", "b", "b", "c"], 0.0, "tie"),
        (["a", "a", "b", "c"], 0.6, "low_agreement"),
        (["", ""], 0.0, "no_votes"),
        (["a", "a", "b", "c"], 0.5, ""),
        (["a"], 1.0, ""),
    ],
)
def test_a_vote_without_a_winner_says_why(answers: list[str], least: float, reason: str) -> None:
    verdict = decided(vote(answers, SAME), least)
    assert (verdict.passed, verdict.reason) == (not reason, reason)
    assert verdict.detail


@given(ANSWERS, st.data(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_changes_nothing(answers: list[str], data: st.DataObject, rng: random.Random) -> None:
    weights = data.draw(st.lists(WEIGHTS, min_size=len(answers), max_size=len(answers)))
    order = list(range(len(answers)))
    rng.shuffle(order)
    one = vote(answers, NUMBERS, weights)
    other = vote([answers[place] for place in order], NUMBERS, [weights[place] for place in order])
    assert [(each.answer, each.weight) for each in one.clusters] == [
        (each.answer, each.weight) for each in other.clusters
    ]
    assert [each.places for each in one.clusters] == [
        tuple(sorted(order[place] for place in each.places)) for each in other.clusters
    ]
    assert decided(one, 0.5) == decided(other, 0.5)


@given(ANSWERS, st.floats(0, 1))
def test_agreement_is_a_share_and_the_distribution_is_whole(answers: list[str], least: float) -> None:
    found = vote(answers, NUMBERS)
    assert 0.0 <= found.agreement <= 1.0
    assert sorted(place for one in found.clusters for place in one.places) == list(range(len(answers)))
    for place in range(len(answers)):
        own = found.of(place)
        assert own is not None and equal_numbers(own.answer, answers[place])
    assert decided(found, least).passed == (
        bool(answers) and len(found.tied) == 1 and len(found.clusters[0].places) / len(answers) >= least
    )


@given(st.integers(1, 6), st.integers(2, 4))
def test_a_tie_is_rejected_however_little_agreement_is_asked_for(each: int, ways: int) -> None:
    verdict = decided(vote([str(way) for way in range(ways)] * each, SAME), 0.0)
    assert (verdict.passed, verdict.reason) == (False, "tie")
