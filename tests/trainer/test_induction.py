import torch

from trainer.attention import Documents
from trainer.config import ModelConfig
from trainer.induction import new_model
from trainer.model import Model

CONFIG = ModelConfig(
    vocab_size=1000, dim=128, layers=2, heads=4, kv_heads=2, shared_width=32, expert_widths=(32, 32), rope_theta=1e5
)


def share_repeated(model: Model) -> float:
    """Share of tokens of a repeated random run that the model foretells in the second half."""
    runs = [torch.randint(1000, (40,), generator=torch.Generator().manual_seed(seed)) for seed in range(8)]
    tokens = torch.cat([torch.cat([run, run]) for run in runs])
    with torch.no_grad():
        states, _ = model(tokens, Documents([80] * len(runs)))
        guesses = model.logits(states).argmax(-1).view(len(runs), 80)
    return float((guesses[:, 40:79] == tokens.view(len(runs), 80)[:, 41:]).float().mean())


def test_the_first_weights_copy_and_random_ones_do_not() -> None:
    assert share_repeated(new_model(CONFIG, seed=0)) > 0.8
    assert share_repeated(Model(CONFIG, seed=0)) < 0.05


def test_a_model_without_room_starts_at_random(config: ModelConfig) -> None:
    planted, drawn = new_model(config, seed=0).state_dict(), Model(config, seed=0).state_dict()
    assert all(torch.equal(planted[name], drawn[name]) for name in drawn)
