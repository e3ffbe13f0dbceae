"""Orders, whatever parts the items."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check

ARGS = {"items": ["egg", "larva", "pupa", "adult fly"]}


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("egg, larva, pupa, adult fly", ""),
        ("1. Egg\n2. Larva\n3. Pupa\n4. Adult fly", ""),
        ("egg -> larva → pupa => adult fly", ""),
        ("egg < larva < pupa < adult fly", ""),
        ("Answer: egg; larva; pupa; adult fly.", ""),
        ("egg, then larva, then pupa, and adult fly", ""),
        ("larva, egg, pupa, adult fly", "wrong_order"),
        ("egg, pupa, adult fly", "item_missing"),
        ("egg, larva, pupa, adult fly, bee", "item_extra"),
        ("egg, egg, larva, pupa, adult fly", "item_repeated"),
        ("", "no_answer"),
        ("[egg, larva, pupa, adult fly]", ""),
        ("- **egg**\n- **larva**\n- **pupa**\n- **adult fly**", ""),
    ],
)
def test_what_a_response_orders(response: str, reason: str) -> None:
    verdict = check("ordering", ARGS, response)
    assert (verdict.passed, verdict.reason) == (not reason, reason)


@given(st.permutations(range(5)))
def test_the_figure_is_the_number_of_pairs_the_wrong_way_round(order: list[int]) -> None:
    names = ["ant", "bee", "cow", "dog", "emu"]
    turned = sum(order[one] > order[other] for one in range(5) for other in range(one + 1, 5))
    verdict = check("ordering", {"items": names}, "Answer: " + " < ".join(names[place] for place in order))
    assert verdict.detail.startswith(f"{turned} of 10 pairs")
    assert verdict.passed is (turned == 0)


def test_items_must_differ() -> None:
    assert check("ordering", {"items": ["a", "A"]}, "a, a").reason == "unclear_task"


@given(st.text())
@settings(deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    check("ordering", ARGS, text)
