from dataclasses import replace

import pytest
import torch

from trainer.balance import Loads, balances, entropy, router_loss, shift_biases
from trainer.config import Regime, RouterConfig, RouterLosses
from trainer.routing import Router, Routing

EXPERTS, DIM, LENGTHS = 4, 6, [5, 9, 2]
POSITIONS = torch.cat([torch.arange(length) for length in LENGTHS])
TOP_K, TOP_P = RouterConfig(kind="top_k", k=2), RouterConfig(kind="top_p")


def routing(config: RouterConfig = TOP_K, seed: int = 0) -> Routing:
    generator = torch.Generator().manual_seed(seed)
    router = Router(DIM, EXPERTS, config).double()
    with torch.no_grad():
        router.weight.normal_(generator=generator)
    return router(torch.randn(len(POSITIONS), DIM, dtype=torch.float64, generator=generator), Regime())


def test_the_balance_is_the_number_of_experts_a_token_when_even_and_that_times_all_at_worst() -> None:
    quarter = torch.full((4, 4), 0.25)
    even = Routing(torch.eye(4).bool(), quarter, torch.eye(4).bool(), quarter.log(), quarter)
    assert router_loss([even], [8] * 4, RouterLosses(), torch.arange(4)).balance.item() == 1.0
    one = torch.tensor([[1.0, 0, 0, 0]] * 4)
    worst = Routing(one.bool(), one, one.bool(), one.log(), one)
    found = router_loss([worst], [8] * 4, RouterLosses(), torch.arange(4))
    assert (found.balance.item(), found.busiest.item()) == (4.0, 4.0)


@pytest.mark.parametrize("config", [RouterConfig(), TOP_K, TOP_P], ids=lambda config: config.kind)
@pytest.mark.parametrize("scope", ["local", "sequence", "global"])
def test_the_penalty_is_the_load_balance_at_equal_widths(config: RouterConfig, scope: str) -> None:
    losses = RouterLosses(scope=scope)
    found = router_loss([routing(config), routing(config, 1)], [96] * EXPERTS, losses, POSITIONS)
    torch.testing.assert_close(found.p_penalty, found.balance)


def test_the_penalty_is_the_papers_sum_at_unequal_widths() -> None:
    one, widths = routing(TOP_P), [864, 1056, 1248, 2208]
    share, probability = one.demand_TE.double().mean(0), one.probs_TE.mean(0)
    plain = EXPERTS * sum(
        share[e] * width * probability[e] for e, width in enumerate(widths)
    )  # arXiv 2408.10681, equation 4
    for scale, unit in (("none", 1), ("sum", sum(widths)), ("mean", sum(widths) / EXPERTS)):
        found = router_loss([one], widths, RouterLosses(p_penalty_scale=scale), POSITIONS).p_penalty
        torch.testing.assert_close(found, plain / unit)


def test_by_sequence_is_the_mean_over_the_documents_alone() -> None:
    one = routing()
    parts = [
        replace(one, demand_TE=demand, probs_TE=probs)
        for demand, probs in zip(one.demand_TE.split(LENGTHS), one.probs_TE.split(LENGTHS), strict=True)
    ]
    alone = [balances(part, torch.empty(0), "local", torch.arange(len(part.probs_TE))) for part in parts]
    together = balances(one, torch.empty(0), "sequence", POSITIONS)
    torch.testing.assert_close(together, torch.stack(alone).mean(0))


def test_global_loads_are_those_of_all_micro_batches_and_processes() -> None:
    """Another process that saw the same tokens adds its counts to ours."""
    first, second = routing(seed=1), routing(seed=2)
    loads = Loads(reduce=lambda counts: counts.mul_(2))
    router_loss([first], [8] * EXPERTS, RouterLosses(), POSITIONS, loads)
    found = router_loss([second], [8] * EXPERTS, RouterLosses(scope="global"), POSITIONS, loads)
    share_E = torch.cat([first.demand_TE, second.demand_TE]).double().mean(0)
    torch.testing.assert_close(found.balance, EXPERTS * (share_E * second.probs_TE.mean(0)).sum())
    assert int(loads.tokens[0]) == 4 * len(POSITIONS)


def test_entropy_falls_as_the_choice_sharpens() -> None:
    one = routing()
    sharper = replace(one, logits_TE=one.logits_TE * 3, probs_TE=(one.logits_TE * 3).softmax(-1))
    assert entropy(sharper) < entropy(one)
    flat = replace(one, logits_TE=one.logits_TE * 0, probs_TE=torch.full_like(one.probs_TE, 1 / EXPERTS))
    torch.testing.assert_close(entropy(flat), torch.tensor(EXPERTS, dtype=torch.float64).log())


@pytest.mark.parametrize("scope", ["local", "sequence", "global"])
@pytest.mark.parametrize("name", ["balance", "p_penalty", "z", "entropy"])
def test_the_gradient_of_every_loss_is_that_of_finite_differences(name: str, scope: str) -> None:
    fixed = routing(TOP_P)

    def loss(logits_TE: torch.Tensor) -> torch.Tensor:
        one = replace(fixed, logits_TE=logits_TE, probs_TE=logits_TE.softmax(-1))
        asked = RouterLosses(scope=scope, z=1.0, entropy=1.0)
        return getattr(router_loss([one], [8, 16, 24, 48], asked, POSITIONS), name)

    assert torch.autograd.gradcheck(loss, fixed.logits_TE.detach().requires_grad_())


def test_the_weighted_sum_follows_its_weights() -> None:
    chosen = RouterLosses(balance=0.5, z=2.0, p_penalty=0.25, entropy=3.0)
    found = router_loss([routing()], [8] * EXPERTS, chosen, POSITIONS)
    expected = 0.5 * found.balance + 2 * found.z + 0.25 * found.p_penalty + 3 * found.entropy
    torch.testing.assert_close(found.weighted(chosen), expected)


def test_the_bias_rises_where_too_few_tokens_went() -> None:
    router, loads = Router(DIM, EXPERTS, TOP_K), Loads()
    loads.counts[0] = torch.tensor([10, 2, 6, 6])
    shift_biases([router], loads, 0.125)
    assert router.bias_E.tolist() == [-0.125, 0.125, 0.0, 0.0]


def test_the_bias_alone_evens_out_a_lopsided_router() -> None:
    generator = torch.Generator().manual_seed(0)
    router = Router(DIM, EXPERTS, RouterConfig())
    with torch.no_grad():
        router.weight.normal_(generator=generator)
    x_TD = torch.randn(400, DIM, generator=generator) + 0.5

    def busiest() -> float:
        return router(x_TD, Regime()).demand_TE.sum(0).max().item() / 100

    before = busiest()
    for _ in range(300):
        loads = Loads()
        loads.add(0, router(x_TD, Regime()).demand_TE)
        shift_biases([router], loads, 0.01)
    assert before > 1.5 and busiest() < 1.1
