import torch

from trainer.config import ModelConfig, TrainConfig
from trainer.model import Model
from trainer.optim import Muon, optimizers, orthogonalise
from trainer.schedule import rate

CONFIG = TrainConfig(
    tokens=100_000, sequence=100, rows=10, matrix_lr=0.02, vector_lr=0.01, embedding_lr=0.01, warmup=0.1, decay=0.5
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
    muon, adamw = optimizers(model, CONFIG, torch.float32)
    names = {id(weight): name for name, weight in model.named_parameters()}
    held = [[names[id(p)] for group in optim.param_groups for p in group["params"]] for optim in (muon, adamw)]
    assert sorted(held[0] + held[1]) == sorted(names.values())
    assert all(name.endswith("weight") and "norm" not in name and "router" not in name for name in held[0])
    assert {"embedding", "layers.0.moe.router.weight"} <= set(held[1])


def test_the_rate_rises_stays_and_falls() -> None:
    rates = [rate(step, CONFIG) for step in range(CONFIG.steps)]
    assert len(rates) == 100
    assert rates[0] == 0.1
    assert rates[9:51] == [1.0] * 42
    assert rates[75] == 0.5
    assert rates[-1] == 0.02
    assert rates[9:] == sorted(rates[9:], reverse=True)
