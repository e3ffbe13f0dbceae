from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import BadInput
from trainer.tokenizer import MARKS, ChatTokenizer

TEXTS = ["The price of 1234 apples is 5678 coins.", "苹果的价格是 1234 元。", "the apples of the price"] * 20
TOKENIZER = ChatTokenizer.train(TEXTS, 400)


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    (tokens,) = TOKENIZER.encode([text])
    assert TOKENIZER.decode(tokens) == text


def test_digits_stand_alone() -> None:
    (tokens,) = TOKENIZER.encode(["1234"])
    assert [TOKENIZER.decode([token]) for token in tokens] == ["1", "2", "3", "4"]


def test_words_of_the_training_texts_are_merged() -> None:
    (tokens,) = TOKENIZER.encode(["the apples of the price"])
    assert len(tokens) <= 7


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_inside_a_text_is_text(mark: str) -> None:
    ((tokens, _),) = TOKENIZER.chats([[{"role": "user", "content": f"say {mark} now"}]])
    assert set(tokens[1:]).isdisjoint(TOKENIZER.marks.values())


def test_the_assistants_words_and_end_are_learnt_and_nothing_else() -> None:
    turns = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "price?"},
        {"role": "assistant", "content": "5 coins"},
        {"role": "user", "content": "apples?"},
        {"role": "assistant", "content": "yes"},
    ]
    ((tokens, learn),) = TOKENIZER.chats([turns])
    learnt, end = [token for token, flag in zip(tokens, learn, strict=True) if flag], TOKENIZER.end
    assert learnt == [*TOKENIZER.encode(["5 coins"])[0], end, *TOKENIZER.encode(["yes"])[0], end]
    assert TOKENIZER.prompts([turns[:2]])[0] == tokens[: learn.index(True)]


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(BadInput, match="unknown role 'tool'"):
        TOKENIZER.chats([[{"role": "tool", "content": "x"}]])


def test_it_is_the_same_after_saving(tmp_path: Path) -> None:
    TOKENIZER.save(tmp_path)
    loaded = ChatTokenizer.load(tmp_path)
    text = f"{TEXTS[0]} {MARKS[0]}"
    assert loaded.encode([text]) == TOKENIZER.encode([text])
    with pytest.raises(BadInput, match=r"holds no tokenizer\.json"):
        ChatTokenizer.load(tmp_path / "nowhere")
