from dataclasses import replace

import pytest
import torch
from torch.nn import functional as F

from trainer.attention import Documents
from trainer.config import ModelConfig, Regime
from trainer.errors import BadInput
from trainer.kernels import rms_norm, rotate
from trainer.model import Model

LENGTHS = [5, 40, 1, 37, 12, 5]


def model(config: ModelConfig) -> Model:
    """A model none of whose parts writes zeros."""
    drawn = Model(config, seed=3)
    generator = torch.Generator().manual_seed(4)
    with torch.no_grad():
        for weight in drawn.parameters():
            weight.add_(torch.randn(weight.shape, generator=generator) * 0.1)
    return drawn


def tokens(count: int, vocabulary: int) -> torch.Tensor:
    return torch.randint(vocabulary, (count,), generator=torch.Generator().manual_seed(5))


def test_documents_attend_like_a_block_diagonal_causal_mask() -> None:
    total = sum(LENGTHS)
    generator = torch.Generator().manual_seed(0)
    query, key, value = (
        torch.randn(total, heads, 8, generator=generator, requires_grad=True, dtype=torch.float64)
        for heads in (4, 2, 2)
    )
    number = torch.arange(len(LENGTHS)).repeat_interleave(torch.tensor(LENGTHS))
    mask = (number[:, None] == number) & torch.ones(total, total, dtype=torch.bool).tril()
    plain = F.scaled_dot_product_attention(
        query.transpose(0, 1), key.transpose(0, 1), value.transpose(0, 1), attn_mask=mask, enable_gqa=True
    ).transpose(0, 1)
    ours = Documents(LENGTHS)(0, query, key, value)
    torch.testing.assert_close(ours, plain)
    upstream = torch.randn(plain.shape, generator=generator, dtype=torch.float64)
    torch.testing.assert_close(
        torch.autograd.grad(ours, (query, key, value), upstream),
        torch.autograd.grad(plain, (query, key, value), upstream),
    )


def test_positions_start_anew_at_each_document() -> None:
    assert Documents([2, 3]).positions_N.tolist() == [0, 1, 0, 1, 2]
    assert Documents([2, 3]).last_B.tolist() == [1, 4]


def test_a_document_does_not_feel_its_neighbours(config: ModelConfig) -> None:
    subject, run = model(config), tokens(sum(LENGTHS), config.vocab_size)
    changed = run.clone()
    changed[: LENGTHS[0]] = (changed[: LENGTHS[0]] + 1) % config.vocab_size
    before, _ = subject(run, Documents(LENGTHS))
    after, _ = subject(changed, Documents(LENGTHS))
    assert not torch.equal(before[: LENGTHS[0]], after[: LENGTHS[0]])
    torch.testing.assert_close(before[LENGTHS[0] :], after[LENGTHS[0] :])


def test_a_token_does_not_see_what_follows(config: ModelConfig) -> None:
    subject, run = model(config), tokens(20, config.vocab_size)
    changed = run.clone()
    changed[12] = (changed[12] + 1) % config.vocab_size
    before, after = subject(run, Documents([20]))[0], subject(changed, Documents([20]))[0]
    torch.testing.assert_close(before[:12], after[:12])
    assert not torch.allclose(before[12:], after[12:])


def test_the_same_seed_draws_the_same_weights(config: ModelConfig) -> None:
    torch.manual_seed(1)
    first = Model(config, seed=7).state_dict()
    torch.manual_seed(2)
    again, other = Model(config, seed=7).state_dict(), Model(config, seed=8).state_dict()
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not torch.equal(first["embedding"], other["embedding"])


def test_the_loss_counts_wanted_tokens_alone(config: ModelConfig) -> None:
    subject, run = model(config), tokens(20, config.vocab_size)
    targets = torch.full((20,), -1)
    targets[[3, 11]] = torch.tensor([7, 9])
    loss = subject.loss(run, targets, Documents([20]), torch.float32)
    states, _ = subject(run, Documents([20]))
    torch.testing.assert_close(loss.text, F.cross_entropy(subject.logits(states)[[3, 11]], torch.tensor([7, 9])))


def test_bfloat16_stays_near_float32(config: ModelConfig) -> None:
    subject, run = model(config), tokens(sum(LENGTHS), config.vocab_size)
    targets = run.roll(-1)
    exact = subject.loss(run, targets, Documents(LENGTHS), torch.float32).text
    rough = subject.loss(run, targets, Documents(LENGTHS), torch.bfloat16).text
    assert abs(exact.item() - rough.item()) < 0.02 * exact.item()


def test_impossible_shapes_are_refused() -> None:
    with pytest.raises(BadInput, match="multiple of kv_heads"):
        ModelConfig(vocab_size=8, dim=8, layers=1, heads=3, kv_heads=2, shared_width=8, expert_widths=(8,))
    with pytest.raises(BadInput, match="expert_widths"):
        ModelConfig(vocab_size=8, dim=8, layers=1, heads=2, kv_heads=2, shared_width=8, expert_widths=())


@pytest.fixture
def sharing(config: ModelConfig) -> ModelConfig:
    return replace(config, layers=4, kv_share=2)


def test_layers_that_share_have_no_projections_of_their_own(sharing: ModelConfig) -> None:
    names = set(Model(sharing, seed=0).state_dict())
    for layer, own in enumerate((True, False, True, False)):
        for part in ("key", "value"):
            assert (f"layers.{layer}.attention.{part}.weight" in names) == own
        assert f"layers.{layer}.attention.key_norm" in names


def test_a_layers_key_norm_is_as_good_in_the_query(config: ModelConfig) -> None:
    """The plain form: every layer norms the rotated key with its own weight."""
    config = replace(config, layers=1)
    subject = model(config).double()
    layer = subject.layers[0].attention
    x = torch.randn(9, config.dim, dtype=torch.float64, generator=torch.Generator().manual_seed(2))
    attend = Documents([9])
    rotation = subject.rotation(attend.positions_N, torch.float64)
    ours, _ = layer(0, x, rotation, attend, None)

    def headed(linear: torch.nn.Module) -> torch.Tensor:
        return linear(x).unflatten(-1, (-1, config.head_dim))

    query = rms_norm(rotate(headed(layer.query), *rotation), layer.query_norm, config.norm_eps)
    key = rms_norm(rotate(headed(layer.key), *rotation), layer.key_norm, config.norm_eps)
    plain = layer.out(attend(0, query, key, headed(layer.value)).flatten(1))
    torch.testing.assert_close(ours, plain, rtol=0, atol=1e-12)


@pytest.mark.parametrize("kv_share", [1, 2, 4])
def test_no_gradient_crosses_from_one_document_to_another(config: ModelConfig, kv_share: int) -> None:
    subject = model(replace(config, layers=4, kv_share=kv_share)).double()
    embedded = torch.randn(sum(LENGTHS), config.dim, dtype=torch.float64, requires_grad=True)
    states, _ = subject.through(embedded, Documents(LENGTHS))
    ends = torch.tensor(LENGTHS).cumsum(0).tolist()
    for start, end in zip([0, *ends], ends, strict=False):
        (grad,) = torch.autograd.grad(subject.logits(states[start:end]).square().sum(), embedded, retain_graph=True)
        assert grad[start:end].abs().min() > 0
        assert not grad[:start].any() and not grad[end:].any()


def test_dropout_is_drawn_from_the_seed_and_only_in_training(config: ModelConfig) -> None:
    subject, run = model(config), tokens(20, config.vocab_size)
    regime = Regime(hidden_dropout=0.2, attention_dropout=0.1)

    def states(seed: int) -> torch.Tensor:
        torch.manual_seed(seed)
        return subject(run, Documents([20], regime.attention_dropout), regime=regime)[0]

    assert torch.equal(states(1), states(1))
    assert not torch.allclose(states(1), states(2))
    assert torch.equal(subject(run, Documents([20]))[0], subject(run, Documents([20]))[0])


def test_a_head_of_its_own_is_trained_apart_from_the_embedding(config: ModelConfig) -> None:
    subject, run = model(replace(config, tied=False)), tokens(20, config.vocab_size)
    assert subject.head is not None
    subject.loss(run, run.roll(-1), Documents([20]), torch.float32).text.backward()
    assert subject.head.grad is not None and subject.embedding.grad is not None
    assert not torch.equal(subject.head.grad, subject.embedding.grad)


def test_layers_are_not_compiled_on_a_processor(config: ModelConfig) -> None:
    with pytest.raises(BadInput, match="compile is for a GPU"):
        model(config).compile_layers()
