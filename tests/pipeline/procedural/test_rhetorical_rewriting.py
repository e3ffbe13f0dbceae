from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

EN: dict[str, Any] = {
    "subject": "the night in Harlow",
    "quality": "quiet",
    "others": [],
    "form": "simile",
    "opening": "",
    "most": 12,
    "also": "",
}
ZH: dict[str, Any] = {**EN, "subject": "北京的夜晚", "quality": "安静", "most": 20}


def test_contract() -> None:
    holds("rhetorical_rewriting")


@pytest.mark.parametrize(
    ("change", "response", "reason"),
    [
        ({}, "The night in Harlow is as quiet as a sleeping cat.", ""),
        ({}, "The night in Harlow is quiet like a sleeping cat.", "wrong_form"),
        ({}, "The night is as quiet as a sleeping cat.", "words_missing"),
        ({}, "The night in Harlow is as quiet as a cat?", "wrong_stop"),
        ({}, "The night in Harlow is as quiet as a cat. Yes.", "not_one_sentence"),
        ({"most": 8}, "The night in Harlow is as quiet as a sleeping cat.", "wrong_length"),
        ({"form": "question", "opening": "Who"}, "Who says that the night in Harlow is not quiet?", ""),
        ({"form": "question", "opening": "Who"}, "Is the night in Harlow not quiet?", "wrong_form"),
        (
            {"form": "parallel", "others": ["cold"]},
            "The night in Harlow is quiet; the night in Harlow is cold.",
            "",
        ),
        ({"form": "parallel", "others": ["cold"]}, "The night in Harlow is quiet; it is cold.", "wrong_form"),
        ({"form": "contrast", "others": ["loud"]}, "The night in Harlow is not loud but quiet.", ""),
        ({"form": "exclamation"}, "How quiet the night in Harlow is!", ""),
        ({"form": "exclamation"}, "The night in Harlow is quiet!", "wrong_form"),
    ],
)
def test_each_form_is_checked(change: dict[str, Any], response: str, reason: str) -> None:
    assert check("rhetorical_rewriting", {**EN, **change}, response).reason == reason


@pytest.mark.parametrize(
    ("form", "response", "reason"),
    [
        ("simile", "北京的夜晚像熟睡的猫一样安静。", ""),
        ("simile", "北京的夜晚很安静。", "wrong_form"),
        ("exclamation", "北京的夜晚多么安静啊！", ""),
        ("exclamation", "北京的夜晚多么安静啊。", "wrong_stop"),
    ],
)
def test_chinese_forms(form: str, response: str, reason: str) -> None:
    assert check("rhetorical_rewriting", {**ZH, "form": form}, response).reason == reason


@given(st.text(), st.sampled_from(["simile", "question", "parallel", "exclamation"]))
def test_no_text_makes_the_checker_raise(text: str, form: str) -> None:
    assert not check("rhetorical_rewriting", {**EN, "form": form}, text).passed
