from dataclasses import replace
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer import checkpoint
from trainer.attention import Documents
from trainer.config import ModelConfig
from trainer.errors import BadInput
from trainer.grow import grow_vocabulary, is_checkpoint
from trainer.model import Model
from trainer.tokenizer import ChatTokenizer

SIZE = 50
CONFIG = ModelConfig(vocab_size=SIZE, dim=32, layers=2, heads=2, kv_heads=1, shared_width=32, expert_widths=(16, 48))
TOKENS = torch.arange(SIZE)


def trained(tied: bool) -> Model:
    """A model none of whose parts writes zeros."""
    model = Model(replace(CONFIG, tied=tied), seed=3)
    generator = torch.Generator().manual_seed(4)
    with torch.no_grad():
        for weight in model.parameters():
            weight.add_(torch.randn(weight.shape, generator=generator) * 0.1)
    return model


@torch.no_grad()
def logits(model: Model) -> torch.Tensor:
    states, _ = model(TOKENS, Documents([SIZE]))
    return model.logits(states)


@pytest.mark.parametrize("tied", [True, False])
def test_the_old_tokens_logits_are_unchanged(tied: bool) -> None:
    model = trained(tied)
    before = logits(model)
    grow_vocabulary(model, 70)
    assert model.config.vocab_size == 70
    assert model.embedding.shape == (70, 32)
    after = logits(model)
    assert after.shape == (SIZE, 70)
    torch.testing.assert_close(after[:, :SIZE], before, rtol=0, atol=1e-5)
    assert model.embedding.requires_grad


@given(st.integers(1, 60), st.booleans())
@settings(max_examples=20)
def test_new_tokens_take_no_more_than_their_share_of_the_probability(new: int, tied: bool) -> None:
    model = trained(tied)
    grow_vocabulary(model, SIZE + new, noise=0.0)
    taken = logits(model).double().softmax(-1)[:, SIZE:].sum(-1)
    assert (taken <= new / (SIZE + new) + 1e-6).all()


def test_new_rows_differ_by_a_little_and_are_the_same_each_time() -> None:
    first, second = trained(True), trained(True)
    grow_vocabulary(first, 60)
    grow_vocabulary(second, 60)
    torch.testing.assert_close(first.embedding, second.embedding, rtol=0, atol=0)
    new, old = first.embedding[SIZE:].detach(), first.embedding[:SIZE].detach()
    assert len({tuple(row) for row in new.tolist()}) == 10
    assert (new - old.mean(0)).abs().max() < 0.05 * old.std(0).max()


def test_a_grown_model_answers_texts_of_new_tokens_and_can_be_trained() -> None:
    model = trained(False)
    grow_vocabulary(model, 60)
    tokens = torch.arange(40, 60)
    loss = model.loss(tokens, tokens.roll(-1), Documents([20]), torch.float32).text
    loss.backward()
    assert model.embedding.grad is not None and model.embedding.grad[SIZE:].abs().sum() > 0
    assert model.head is not None and model.head.grad is not None and model.head.grad.shape == (60, 32)


def test_a_vocabulary_only_grows() -> None:
    model = trained(True)
    grow_vocabulary(model, SIZE)
    with pytest.raises(BadInput, match="only grows, not to 49"):
        grow_vocabulary(model, 49)


def test_a_checkpoint_is_told_from_a_tokenizer_and_from_other_programs_models(tmp_path: Path) -> None:
    ours, alone, other = tmp_path / "ours", tmp_path / "alone", tmp_path / "other"
    for folder in (ours, alone, other):
        folder.mkdir()
        ChatTokenizer.train(["a text"], 300).save(folder)
    checkpoint.save(ours, CONFIG, trained(True).state_dict(), ChatTokenizer.load(ours))
    (other / checkpoint.WEIGHTS).touch()
    (other / checkpoint.CONFIG).write_text('{"model_type": "llama"}')
    assert [is_checkpoint(folder) for folder in (ours, alone, other)] == [True, False, False]
