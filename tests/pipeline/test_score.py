"""Which candidate a row keeps, on what evidence, and why a row is dropped."""

import json
from typing import Any

import pytest

from filters.verdict import Level
from pipeline.recipe import check
from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.pairs import preference_pair
from pipeline.stages.score import Score

SMALL = {"name": "small", "seeds": {"sources": [{"kind": "procedures", "count": 10}]}}


def candidate(content: str, *tiers: int, fault: str = "") -> Row:
    """One that judges gave these tiers."""
    said = [{"judge": f"judge-{seat}", "tier": tier, "rationale": "because"} for seat, tier in enumerate(tiers)]
    return {"content": content, "slip": "", "engine": "local", "fault": fault, "call": "", "critiques": said}


def row(*candidates: Row, checker: str = "", category: str = "Mathematics and Reasoning/Algebra", **args: Any) -> Row:
    return {
        "id": "0",
        "category": category,
        "language": "en",
        "source": {"uri": ""},
        "split": "train",
        "checker": checker,
        "args": args,
        "level": Level.PROVED.value if checker else "",
        "candidates": list(candidates),
    }


def boxed(answer: str, *tiers: int, **more: Any) -> Row:
    return candidate(f"So it is \\boxed{{{answer}}}, seen another way.", *tiers, **more)


def score(given: Row, **settings: Any) -> Outcome:
    return Score(check(SMALL | {"score": settings})).process([given], 0)


def kept(given: Row, **settings: Any) -> Row:
    (found,) = score(given, **settings).out
    return found


def dropped(given: Row, **settings: Any) -> tuple[str, str, Row]:
    """Reason, figure and row."""
    (found,) = score(given, **settings).rejected
    return found["reason"], found["figure"], json.loads(found["row"])


def test_the_majority_wins_over_a_better_critique_and_the_rest_is_outvoted() -> None:
    found = kept(row(boxed("5", 3), boxed("7", 4), boxed("5", 4)))
    assert found["chosen"] == 2 and found["verification"]["level"] == "agreed" and found["tier"] == 4
    assert found["votes"] == {
        "held": True,
        "answers": 3,
        "agreeing": 2,
        "agreement": 2 / 3,
        "distribution": [
            {"answer": "5", "count": 2, "weight": 2.0},
            {"answer": "7", "count": 1, "weight": 1.0},
        ],
    }
    outvoted = found["candidates"][1]
    assert (outvoted["passed"], outvoted["reason"]) == (False, "outvoted")
    assert outvoted["detail"] == "'7' has 1 of 3 votes, while '5' has 2"


def test_a_tie_is_dropped_with_its_whole_distribution() -> None:
    reason, figure, given = dropped(row(boxed("5", 4), boxed("7", 3)))
    assert (reason, figure) == ("tie", "2 answers have 1 of 2 votes each")
    assert [one["answer"] for one in given["votes"]["distribution"]] == ["5", "7"]
    assert not any(one["chosen"] for one in given["candidates"])


def test_weights_by_tier_break_a_tie() -> None:
    found = kept(row(boxed("5", 4), boxed("7", 3)), weighted=True)
    assert found["votes"]["agreement"] == 4 / 7
    assert found["verification"]["level"] == "judged"  # one vote is nobody to agree with


def test_too_little_agreement_is_dropped() -> None:
    given = row(boxed("5", 4), boxed("5", 4), boxed("7", 4), boxed("8", 4))
    assert kept(given)["votes"]["agreement"] == 0.5
    assert dropped(given, min_agreement=0.6)[:2] == ("low_agreement", "agreement 0.500, at least 0.6")


def test_a_majority_that_failed_its_critique_is_dropped() -> None:
    reason, figure, _ = dropped(row(boxed("5", 2), boxed("5", 1), boxed("7", 4)))
    assert reason == "majority_failed" and figure.startswith("tier 2 of 4 by judge-0 (2), at least 3")


def test_answers_with_a_fault_and_long_ones_cast_no_vote() -> None:
    found = kept(row(boxed("5", 3), boxed("7", fault="cut_off"), boxed("x" * 300, 3), boxed("5", 3)))
    assert found["votes"]["answers"] == found["votes"]["agreeing"] == 2
    assert [one["reason"] for one in found["candidates"]] == ["", "cut_off", "no_answer", ""]
    assert kept(row(boxed("x" * 300, 3), boxed("y" * 300, 4)))["votes"]["held"] is False


def test_free_text_is_not_voted_on() -> None:
    found = kept(row(candidate("One poem.", 3), candidate("One poem.", 3), candidate("Another poem.", 4)))
    assert found["chosen"] == 2 and found["verification"]["level"] == "judged"
    assert found["votes"]["answers"] == 0 and found["votes"]["agreement"] is None
    assert dropped(row(candidate("One poem."), candidate("One poem.")))[0] == "unchecked"


def test_with_fewer_votes_than_are_needed_the_critique_alone_decides() -> None:
    found = kept(row(boxed("5", 3), boxed("7", 4)), min_votes=3)
    assert found["chosen"] == 1 and not found["votes"]["held"]
    assert kept(row(boxed("5", 3), candidate("It is seven.", 4)))["chosen"] == 1


def test_a_checkers_word_counts_more_than_any_number_of_votes() -> None:
    wrong, right = candidate("Answer: 1"), candidate("Answer: 2")
    found = row(wrong, wrong, right, checker="recall", what="recall_answer", response="Answer: 2")
    scored = kept(found, min_agreement=0.9)
    assert scored["chosen"] == 2 and scored["verification"]["level"] == "proved"
    assert scored["votes"]["held"] is False and scored["votes"]["agreement"] == pytest.approx(1 / 3)


def test_the_least_tier_depends_on_the_category() -> None:
    tiers = {"default": 3, "Mathematics and Reasoning": 4}
    assert dropped(row(boxed("5", 3), boxed("5", 3)), min_tier=tiers)[0] == "majority_failed"
    assert dropped(row(candidate("Text.", 3)), min_tier=tiers)[0] == "no_candidate_passed"
    assert kept(row(candidate("Text.", 3), category="Creation/Plan"), min_tier=tiers)["tier"] == 3


@pytest.mark.parametrize(
    ("tiers", "rule", "counts"),
    [((4, 2), "minimum", 2), ((4, 2), "mean", 3), ((4, 3), "mean", 3), ((3, 3), "minimum", 3), ((4, 4, 3), "mean", 3)],
)
def test_a_rule_makes_one_tier_of_several(tiers: tuple[int, ...], rule: str, counts: int) -> None:
    assert kept(row(candidate("Text.", *tiers)), tiers=rule, min_tier=1)["tier"] == counts


def test_pairs_name_both_candidates_the_margin_and_the_evidence() -> None:
    voted = kept(row(boxed("5", 4), boxed("5", 4), boxed("5", 4), boxed("7", 4)))
    pair = preference_pair(voted, [], 0.3)
    assert pair is not None
    assert (pair["margin"], pair["level"], pair["rejected_level"]) == (0.25, "agreed", "agreed")
    assert (pair["reason"], pair["chosen_candidate"], pair["rejected_candidate"]) == ("outvoted", "0/0", "0/3")
    better = kept(row(candidate("Good.", 4), candidate("Fair.", 3)))
    pair = preference_pair(better, [], 0.3)
    assert pair is not None
    assert (pair["reason"], pair["detail"]) == ("lower_tier", "tier 3, the chosen answer 4")
    assert (pair["chosen_tier"], pair["rejected_tier"], pair["rejected_level"]) == (4, 3, "judged")
    assert preference_pair(better, [], 0.4) is None
    cut = kept(row(candidate("Good.", 3), candidate("Cut", fault="cut_off")))
    pair = preference_pair(cut, [], 0.3)
    assert pair is not None and (pair["margin"], pair["rejected_level"]) == (1.0, "constraint")
