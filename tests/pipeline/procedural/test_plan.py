import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.scheduling import schedule
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {
    "items": [["zoo", 3, 10], ["art gallery", 2, 5], ["river swim", 1, 0], ["night market", 2, 8]],
    "days": 2,
    "hours": 5,
    "least": 3,
    "must": ["zoo"],
    "before": [["zoo", "river swim"]],
    "fixed": [["art gallery", 2]],
    "closed": [["zoo", 2]],
    "budget": 20,
    "total": "cost",
}
PLAN = "A plan:\nDay 1: Zoo (3 h), river swim (1 h)\nDay 2: art gallery (2 h)\nTotal: 10 + 0 + 5 = 15 dollars"
MOVED = "Day 1: zoo (3 h), art gallery (2 h)\nDay 2: river swim (1 h), night market (2 h)\nTotal: 23 dollars"


def test_contract() -> None:
    holds("plan", distinct=0.99)


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        (PLAN, ""),
        (PLAN.replace("Day", "- **Day"), ""),
        (PLAN.replace("Day 2", "Day 3"), "wrong_days"),
        (PLAN.replace("Day 2: art gallery (2 h)\n", ""), "wrong_days"),
        (PLAN.replace("river swim", "lake swim"), "unknown_item"),
        (PLAN.replace("(3 h)", "(2 h)"), "wrong_hours"),
        (PLAN.replace("art gallery (2 h)", "art gallery (2 h), zoo (3 h)"), "item_twice"),
        (PLAN.replace(", river swim (1 h)", ""), "too_few"),
        (PLAN.replace("Zoo (3 h)", "night market (2 h)"), "item_missing"),
        (PLAN.replace("Zoo (3 h), river swim (1 h)", "river swim (1 h), zoo (3 h)"), "wrong_order"),
        (MOVED, "wrong_day"),
        (PLAN.replace("swim (1 h)", "swim (1 h), night market (2 h)"), "day_too_long"),
        (PLAN.replace("art gallery (2 h)", "art gallery (2 h), night market (2 h)"), "too_dear"),
        (PLAN.replace("= 15", "= 16"), "wrong_total"),
        (PLAN.replace("Total", "Sum"), "wrong_total"),
    ],
)
def test_each_condition_is_judged(plan: str, reason: str) -> None:
    assert check("plan", ARGS, plan).reason == reason


def test_a_chinese_plan_is_read() -> None:
    args = {
        **ARGS,
        "items": [["动物园", 3, 10], ["夜市", 2, 5]],
        "least": 2,
        "must": [],
        "before": [["夜市", "动物园"]],
    }
    args |= {"fixed": [], "closed": []}
    assert check("plan", args, "第1天：夜市（2小时）\n第2天：动物园（3小时）\n合计：5 + 10 = 15元").passed
    assert check("plan", args, "第1天：动物园（3小时）\n第2天：夜市（2小时）\n合计：15元").reason == "wrong_order"


def test_conditions_that_contradict_each_other_have_no_plan() -> None:
    circle = {**ARGS, "before": [["zoo", "art gallery"], ["art gallery", "zoo"]]}
    assert schedule(generator(1), circle) is None
    assert schedule(generator(1), {**ARGS, "budget": 3}) is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_conditions_can_be_piled_up(language: str) -> None:
    subject = family("plan")
    for key, args in tasks(subject, language, 60):
        for step in range(4):
            harder = subject.evolve(generator(key, step), args, language)
            if harder is not None:
                args = harder
                assert check("plan", args, subject.solve(args, language).text).passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("plan", ARGS, text)
    check("plan", ARGS, f"{PLAN}\nDay 3: {text}")
    check("plan", ARGS, f"{PLAN}\nTotal: {text}")
