"""Which pairs are real, and the margin between their sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.preferences import Contender, margin, pair

CONTENDERS = st.builds(
    Contender,
    text=st.sampled_from(["a", "b", "b ", "c"]),
    passed=st.booleans(),
    failed_check=st.booleans(),
    tier=st.none() | st.integers(1, 4),
    vote_share=st.none() | st.floats(0, 1),
)


def judged(text: str, tier: int, *, passed: bool = True, votes: float | None = None) -> Contender:
    return Contender(text, passed, failed_check=False, tier=tier, vote_share=votes)


def checked(text: str, *, passed: bool) -> Contender:
    return Contender(text, passed, failed_check=not passed, tier=None, vote_share=None)


def test_what_a_checker_tells_apart_has_the_whole_margin() -> None:
    found = pair([checked("12", passed=True), checked("12", passed=True), checked("13", passed=False)], 0, 0.3)
    assert found is not None and (found.rejected, found.margin) == (2, 1.0)


def test_answers_that_all_pass_their_checker_make_no_pair() -> None:
    assert pair([checked("12", passed=True), checked("twelve", passed=True)], 0, 0.1) is None


def test_a_passed_answer_is_a_rejected_side_only_from_the_least_margin_on() -> None:
    answers = [judged("a", 4), judged("b", 3)]
    found = pair(answers, 0, 0.3)
    assert found is not None and found.margin == pytest.approx(1 / 3)
    assert pair(answers, 0, 0.5) is None
    assert pair([judged("a", 4), judged("b", 3, passed=False)], 0, 0.5) is not None


def test_votes_and_tiers_that_speak_against_each_other_make_a_small_margin() -> None:
    better, worse = judged("a", 3, votes=0.75), judged("b", 4, votes=0.25)
    assert margin(better, worse) == pytest.approx((0.5 - 1 / 3) / 2)


def test_the_worst_of_several_is_taken() -> None:
    answers = [judged("a", 4), judged("b", 3), judged("c", 1, passed=False), judged("d", 2, passed=False)]
    found = pair(answers, 0, 0.3)
    assert found is not None and found.rejected == 2


@given(st.lists(CONTENDERS, min_size=1, max_size=6), st.floats(0.01, 1))
def test_every_pair_is_real(contenders: list[Contender], least: float) -> None:
    found = pair(contenders, 0, least)
    if found is None:
        return
    chosen, rejected = contenders[found.chosen], contenders[found.rejected]
    assert chosen.passed and chosen.text.strip() != rejected.text.strip()
    assert 0 < found.margin <= 1
    assert not rejected.passed or found.margin >= least
