"""Rows of every known form become turns, and nothing that they hold is lost."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.keyed import canonical
from pipeline.sources.layouts import LAYOUTS, Layout, Misfit, example, recognised
from pipeline.sources.plain import plain

ASKED = [{"role": "user", "content": "Name a colour."}, {"role": "assistant", "content": "Blue."}]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"messages": ASKED}, "messages"),
        (
            {"conversations": [{"from": "human", "value": "Name a colour."}, {"from": "gpt", "value": "Blue."}]},
            "sharegpt",
        ),
        ({"instruction": "Name a colour.", "input": "", "output": "Blue."}, "alpaca"),
        ({"instruction": "Name a colour.", "output": "Blue.", "text": "the whole prompt of the set"}, "alpaca"),
        ({"prompt": "Name a colour.", "completion": "Blue."}, "pair"),
        ({"prompt": ASKED[:1], "completion": ASKED[1:]}, "pair"),
        ({"question": "Name a colour.", "answer": "Blue."}, "pair"),
        (
            {"messages": [{"role": "user", "content": [{"type": "text", "text": "Name a colour."}]}, ASKED[1]]},
            "messages",
        ),
    ],
)
def test_a_form_is_recognised_and_read(row: dict[str, Any], name: str) -> None:
    layout = recognised([row])
    assert layout and layout.name == name
    assert example(row, layout).turns == ASKED


def test_a_document_is_an_answer_alone() -> None:
    row = {"text": "Boats and cranes.", "url": "x"}
    layout = recognised([row])
    assert layout
    said = example(row, layout)
    assert said.turns == [{"role": "assistant", "content": "Boats and cranes."}] and said.extra == {"url": "x"}


def test_an_input_follows_its_instruction_and_a_system_prompt_stands_first() -> None:
    row = {"instruction": "Add.", "input": "1 and 2", "output": "3", "system": "Be brief."}
    said = example(row, LAYOUTS[4])
    assert [turn["content"] for turn in said.turns] == ["Be brief.", "Add.\n\n1 and 2", "3"]
    assert said.extra == {}


def test_named_columns_may_lie_deeper() -> None:
    layout = Layout("named", prompt="ask", input="instances.0.input", response="instances.0.output")
    row = {"ask": "Add.", "instances": [{"input": "1 and 2", "output": "3", "note": "kept"}]}
    said = example(row, layout)
    assert [turn["content"] for turn in said.turns] == ["Add.\n\n1 and 2", "3"]
    assert said.extra == {"instances": row["instances"]}


def test_what_a_turn_holds_beside_its_text_stays() -> None:
    call = {"role": "assistant", "content": None, "tool_calls": [{"name": "add"}]}
    row = {"messages": [ASKED[0], call, {"role": "tool", "content": "3"}, ASKED[1]]}
    said = example(row, LAYOUTS[1])
    assert [turn["role"] for turn in said.turns] == ["user", "assistant", "tool", "assistant"]
    assert said.extra == row


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"messages": []}, "expected a list of turns, found an empty list"),
        ({"messages": "no"}, "expected a list of turns, found str"),
        ({"messages": [{"role": "wizard", "content": "x"}]}, r"messages\[0\]: unknown role 'wizard'"),
        ({"messages": [{"role": "user"}]}, r"messages\[0\]: expected a text, found NoneType"),
        ({"messages": ASKED[:1]}, "the last turn is the user's"),
        ({"text": "x"}, "no column 'messages'; the row has: text"),
    ],
)
def test_a_row_that_does_not_fit_says_why(row: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Misfit, match=sentence):
        example(row, Layout("messages", messages="messages"))


def test_the_form_of_most_rows_is_taken() -> None:
    layout = recognised([{"text": "a"}, {"prompt": "b", "response": "c"}, {"prompt": "d", "response": "e"}])
    assert layout and layout.name == "pair"
    assert recognised([{"a": 1}]) is None and recognised([]) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "user", "gpt", "text", "说"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["role", "content", "x"]), inner),
    max_leaves=8,
)
columns = st.sampled_from(
    ["messages", "conversations", "instruction", "input", "output", "prompt", "response", "text", "system", "topic"]
)


@given(st.dictionaries(columns, json_values, max_size=6))
def test_any_row_is_read_or_refused_with_a_sentence(row: dict[str, Any]) -> None:
    for layout in LAYOUTS[1:]:
        try:
            said = example(row, layout)
        except Misfit as error:
            assert str(error)
            continue
        assert said.turns[-1]["role"] == "assistant"
        assert all(isinstance(turn["content"], str) for turn in said.turns)
        assert row.keys() - {*layout.needed, layout.input, "system"} <= said.extra.keys()


def test_values_that_json_has_no_word_for_become_text() -> None:
    assert canonical(plain({"a": b"\x00", "b": date(2026, 1, 2), "c": (1, {2: None})})) == (
        '{"a":"AA==","b":"2026-01-02","c":[1,{"2":null}]}'
    )
