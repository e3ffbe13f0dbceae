import math
from dataclasses import replace

import pytest
import torch

from trainer.config import ModelConfig, Schedule, TrainConfig
from trainer.laws.surge import expert_ratio
from trainer.model import Model
from trainer.optim import Muon, of_law, optimizers, orthogonalise
from trainer.schedule import anneals, rate

CONFIG = TrainConfig(
    tokens=100_000,
    sequence=100,
    rows=10,
    matrix_lr=0.02,
    vector_lr=0.01,
    embedding_lr=0.01,
    schedule=Schedule(warmup=0.1, decay=0.5),
)


def test_orthogonalise_brings_singular_values_near_one() -> None:
    generator = torch.Generator().manual_seed(0)
    for shape in ((3, 16, 40), (3, 40, 16), (2, 24, 24)):
        matrices = torch.randn(shape, generator=generator)
        values = torch.linalg.svdvals(orthogonalise(matrices))
        assert values.median() > 0.6
        assert values.max() < 1.3


def test_batched_and_single_matrices_are_treated_alike() -> None:
    matrices = torch.randn(4, 8, 12, generator=torch.Generator().manual_seed(0))
    singly = torch.cat([orthogonalise(matrix[None]) for matrix in matrices])
    torch.testing.assert_close(orthogonalise(matrices), singly)


def test_muon_agrees_with_torchs() -> None:
    """The same three steps by the library's optimizer, on a tall, a wide and a repeated shape."""
    ours, theirs = (
        [
            torch.randn(shape, generator=torch.Generator().manual_seed(number)).requires_grad_()
            for number, shape in enumerate([(12, 6), (6, 12), (6, 12)])
        ]
        for _ in range(2)
    )
    muon = Muon(ours, lr=0.1, weight_decay=0.05)
    reference = torch.optim.Muon(theirs, lr=0.1, weight_decay=0.05, momentum=0.95, nesterov=True)
    for step in range(3):
        for params in (ours, theirs):
            for number, param in enumerate(params):
                generator = torch.Generator().manual_seed(10 * step + number)
                param.grad = torch.randn(param.shape, generator=generator)
        muon.step()
        reference.step()
    for mine, other in zip(ours, theirs, strict=True):
        torch.testing.assert_close(mine, other, atol=0.02, rtol=0)  # torch iterates in bfloat16


def test_every_parameter_has_one_optimizer(config: ModelConfig) -> None:
    model = Model(config, seed=0)
    muon, adamw = optimizers(model, config, CONFIG, torch.float32)
    names = {id(weight): name for name, weight in model.named_parameters()}
    held = [[names[id(p)] for group in optim.param_groups for p in group["params"]] for optim in (muon, adamw)]
    assert sorted(held[0] + held[1]) == sorted(names.values())
    assert all(name.endswith("weight") and "norm" not in name and "router" not in name for name in held[0])
    assert {"embedding", "layers.0.moe.router.weight"} <= set(held[1])


@pytest.mark.parametrize("kind", ["muon", "adamw"])
def test_experts_have_a_rate_of_their_own(config: ModelConfig, kind: str) -> None:
    model = Model(config, seed=0)
    names = {id(weight): name for name, weight in model.named_parameters()}
    chosen = replace(CONFIG, expert_lr=0.31, optimizer=kind)
    optims = optimizers(model, config, chosen, torch.float32)
    rates = {names[id(p)]: group["lr"] for optim in optims for group in optim.param_groups for p in group["params"]}
    assert rates.keys() == set(names.values())
    for name, found in rates.items():
        if name.endswith(("gate_up.weight", "down.weight")):
            assert found == pytest.approx(CONFIG.matrix_lr * (0.31 if ".experts." in name else 1.0))


def test_the_experts_rate_follows_the_surge_law(config: ModelConfig) -> None:
    """0.31 at a batch of 0.26 of the noise and sixteen experts, as arXiv 2411.02265, section 2.2.4, has it."""
    assert expert_ratio(0.26, 1.0, 16) == pytest.approx(0.31, abs=0.003)
    assert expert_ratio(4.0, 1.0, 16) == pytest.approx(1.0)
    with pytest.warns(UserWarning, match="beyond sqrt"):
        assert expert_ratio(16.0, 1.0, 16) == pytest.approx(2.125)
    noise = 2 * CONFIG.rows * CONFIG.sequence
    assert of_law(config, CONFIG, noise) == expert_ratio(0.5, 1.0, len(config.expert_widths))


def test_the_rate_rises_stays_and_falls() -> None:
    rates = [rate(step, CONFIG) for step in range(CONFIG.steps)]
    assert len(rates) == 100
    assert rates[0] == 0.1
    assert rates[9:51] == [1.0] * 42
    assert rates[75] == 0.5
    assert rates[-1] == 0.02
    assert rates[9:] == sorted(rates[9:], reverse=True)


def shaped(**settings: object) -> TrainConfig:
    return replace(CONFIG, schedule=Schedule(warmup=0.1, floor=0.1, **settings))


def test_the_papers_schedule_decays_slowly_and_anneals_to_a_tenth_in_the_last_twentieth() -> None:
    config = shaped(shape="annealed")
    rates = [rate(step, config) for step in range(100)]
    assert max(rates) == 1.0 and rates.index(1.0) == 9
    assert rates[94] == pytest.approx(0.3)
    assert rates[99] == pytest.approx(0.1)
    assert [step for step in range(100) if anneals(step, config)] == [95, 96, 97, 98, 99]
    assert rates[9:] == sorted(rates[9:], reverse=True)


def test_a_cosine_ends_at_its_floor() -> None:
    rates = [rate(step, shaped(shape="cosine")) for step in range(100)]
    assert rates[9] == 1.0 and rates[54] == pytest.approx(0.55) and rates[99] == pytest.approx(0.1)


def test_rows_warm_up_and_the_rate_goes_with_their_root() -> None:
    config = replace(CONFIG, first_rows=2, rows_warmup=0.5, tokens=800_000, schedule=Schedule(warmup=0, decay=0))
    rows = [config.rows_at(step) for step in range(config.steps)]
    assert rows[0] == 2 and rows[-1] == 10 and rows == sorted(rows)
    assert sum(rows) * config.sequence == pytest.approx(config.tokens, rel=0.01)
    assert rate(0, config) == pytest.approx(math.sqrt(0.2)) and rate(config.steps - 1, config) == 1.0
