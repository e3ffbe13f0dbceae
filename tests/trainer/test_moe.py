import torch

from trainer.config import ModelConfig, Regime
from trainer.experts import Expert, grouped, one_by_one
from trainer.model import Model
from trainer.moe import MoE
from trainer.routing import Routing

ANY = Regime()


def moe(config: ModelConfig) -> MoE:
    """With random weights everywhere (a fresh model's experts write zeros)."""
    mixture = MoE(config).double()
    generator = torch.Generator().manual_seed(0)
    with torch.no_grad():
        for weight in mixture.parameters():
            weight.normal_(0, 0.3, generator=generator)
    return mixture


def inputs(tokens: int, dim: int) -> torch.Tensor:
    return torch.randn(tokens, dim, generator=torch.Generator().manual_seed(1), dtype=torch.float64)


def routed(mask_TE: torch.Tensor, weights_TE: torch.Tensor) -> Routing:
    return Routing(mask_TE, weights_TE, mask_TE, weights_TE.log(), weights_TE)


def dense(mixture: MoE, x_TD: torch.Tensor, routing: Routing) -> torch.Tensor:
    """Every expert on every token, masked afterwards."""
    weights_TE = (routing.weights_TE * routing.mask_TE).double()
    outputs_TED = torch.stack([expert(x_TD) for expert in mixture.experts], 1)
    return (outputs_TED * weights_TE[:, :, None]).sum(1)


def test_each_token_gets_its_most_probable_expert_weighted_by_the_raw_probability(config: ModelConfig) -> None:
    mixture, x_TD = moe(config), inputs(40, config.dim)
    out_TD, routing = mixture(x_TD, ANY)
    assert (routing.mask_TE.sum(1) == 1).all()
    assert routing.mask_TE.any(0).all(), "both experts must be used, or the test shows little"
    chosen = routing.probs_TE.max(1)
    torch.testing.assert_close(routing.weights_TE[routing.mask_TE], chosen.values)
    assert mixture.shared is not None
    torch.testing.assert_close(out_TD, mixture.shared(x_TD) + dense(mixture, x_TD, routing))


def test_any_mask_is_served(config: ModelConfig) -> None:
    """Several experts a token, or none."""
    mixture, x_TD = moe(config), inputs(3, config.dim)
    mask_TE = torch.tensor([[True, True], [False, False], [False, True]])
    routing = routed(mask_TE, torch.tensor([[0.7, 0.3], [0.5, 0.5], [0.2, 0.8]]))
    out_TD = mixture.add_specialised(torch.zeros_like(x_TD), x_TD, routing)
    torch.testing.assert_close(out_TD, dense(mixture, x_TD, routing))
    assert (out_TD[1] == 0).all()


def test_an_idle_expert_is_no_error_and_gets_a_zero_gradient(config: ModelConfig) -> None:
    mixture, x_TD = moe(config), inputs(4, config.dim)
    mask_TE = torch.tensor([[True, False]] * 4)
    mixture.add_specialised(torch.zeros_like(x_TD), x_TD, routed(mask_TE, mask_TE.float())).sum().backward()
    idle = mixture.experts[1]
    assert isinstance(idle, Expert)
    assert idle.down.weight.grad is not None
    assert (idle.down.weight.grad == 0).all()


def test_the_router_learns_from_the_text_loss(config: ModelConfig) -> None:
    mixture, x_TD = moe(config), inputs(20, config.dim)
    mixture(x_TD, ANY)[0].square().sum().backward()
    assert mixture.router.weight.grad is not None
    assert mixture.router.weight.grad.norm() > 1e-3


def test_parameters_are_counted_as_they_are(config: ModelConfig) -> None:
    model = Model(config, seed=0)
    assert sum(weight.numel() for weight in model.parameters()) == config.num_params
    idle = config.layers * 3 * config.dim * (sum(config.expert_widths) - sum(config.expert_widths) // 2)
    assert config.num_active_params == config.num_params - idle


def test_both_ways_to_run_equal_experts_mean_the_same() -> None:
    """In float32, which is all that the processor's grouped product takes besides bfloat16."""
    generator = torch.Generator().manual_seed(0)
    experts = [Expert(32, 48) for _ in range(3)]
    with torch.no_grad():
        for weight in (weight for expert in experts for weight in expert.parameters()):
            weight.normal_(0, 0.3, generator=generator)
    x_PD = torch.randn(20, 32, generator=generator, requires_grad=True)
    counts_E = torch.tensor([7, 0, 13])
    upstream = torch.randn(20, 32, generator=generator)
    weights = [expert.gate_up.weight for expert in experts] + [expert.down.weight for expert in experts]
    found = []
    for way in (one_by_one, grouped):
        out = way(experts, x_PD, counts_E)
        found.append((out, torch.autograd.grad(out, [x_PD, *weights], upstream)))
    torch.testing.assert_close(found[0], found[1])
