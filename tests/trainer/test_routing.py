import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from trainer.capacity import capacity, rank, within
from trainer.config import Regime, RouterConfig
from trainer.routing import Router, choose

KINDS = [RouterConfig(), RouterConfig(kind="top_k", k=2), RouterConfig(kind="top_p", p=0.6)]


def probs(tokens: int, experts: int, seed: int, sharp: float = 2.0) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    return (torch.randn(tokens, experts, generator=generator, dtype=torch.float64) * sharp).softmax(-1)


def router(config: RouterConfig, experts: int = 5, dim: int = 6) -> Router:
    made = Router(dim, experts, config).double()
    with torch.no_grad():
        made.weight.normal_(generator=torch.Generator().manual_seed(3))
    return made


@given(st.integers(1, 30), st.integers(2, 8), st.integers(0, 10**6), st.floats(0.05, 1.0))
def test_top_p_takes_the_smallest_set_that_reaches_p(tokens: int, experts: int, seed: int, p: float) -> None:
    probs_TE = probs(tokens, experts, seed)
    mask_TE = choose(probs_TE, torch.zeros(experts), RouterConfig(kind="top_p", p=p))
    taken = (probs_TE * mask_TE).sum(-1)
    least = probs_TE.masked_fill(~mask_TE, 2.0).min(-1).values
    assert (mask_TE.sum(-1) >= 1).all()
    assert (taken >= p - 1e-9).all()
    assert (taken - least < p + 1e-9).all(), "without its least probable expert the set would not reach p"
    assert (probs_TE.masked_fill(mask_TE, -1.0).max(-1).values <= least + 1e-12).all()


@pytest.mark.parametrize("config", KINDS[1:], ids=lambda config: config.kind)
def test_several_experts_share_a_weight_of_one(config: RouterConfig) -> None:
    routing = router(config)(torch.randn(20, 6, dtype=torch.float64), Regime())
    assert not (routing.weights_TE * ~routing.mask_TE).any()
    torch.testing.assert_close(routing.weights_TE.sum(-1), torch.ones(20, dtype=torch.float64))
    if config.kind == "top_k":
        assert (routing.mask_TE.sum(-1) == 2).all()


def test_a_bias_moves_the_choice_and_not_the_weight() -> None:
    chooser, x_TD = router(RouterConfig()), torch.randn(20, 6, dtype=torch.float64)
    plain = chooser(x_TD, Regime())
    chooser.bias_E[2] = 10.0
    biased = chooser(x_TD, Regime())
    assert biased.mask_TE[:, 2].all() and not plain.mask_TE[:, 2].all()
    assert torch.equal(biased.weights_TE, plain.weights_TE)


demands = st.tuples(st.integers(1, 60), st.integers(2, 8), st.integers(0, 10**6), st.floats(0.1, 3.0))


@given(demands, st.sampled_from(KINDS), st.sampled_from(["recycle", "drop"]))
def test_no_expert_is_ever_over_capacity_and_all_choices_are_accounted_for(
    demand: tuple[int, int, int, float], config: RouterConfig, overflow: str
) -> None:
    tokens, experts, seed, factor = demand
    probs_TE = probs(tokens, experts, seed)
    demand_TE = choose(probs_TE, torch.zeros(experts), config)
    room = capacity(int(demand_TE.sum()), experts, factor)
    fitted = within(demand_TE, probs_TE, Regime(capacity_factor=factor, overflow=overflow))
    load_E, asked_E = fitted.mask_TE.sum(0), demand_TE.sum(0)
    assert (load_E <= room).all()
    assert (load_E >= asked_E.clamp(max=room)).all(), "an expert keeps as many as it can"
    assert int(load_E.sum()) == int(asked_E.sum()) - fitted.dropped
    moved = int((fitted.mask_TE & ~demand_TE).sum())
    assert moved == (fitted.recycled if overflow == "recycle" else 0)


@given(demands)
def test_with_one_choice_a_token_has_exactly_one_expert_unless_all_are_full(
    demand: tuple[int, int, int, float],
) -> None:
    tokens, experts, seed, factor = demand
    probs_TE = probs(tokens, experts, seed)
    demand_TE = choose(probs_TE, torch.zeros(experts), RouterConfig())
    fitted = within(demand_TE, probs_TE, Regime(capacity_factor=factor))
    room = capacity(tokens, experts, factor)
    assert (fitted.mask_TE.sum(1) <= 1).all()
    assert fitted.dropped == max(0, tokens - room * experts)
    if fitted.dropped:
        assert (fitted.mask_TE.sum(0) == room).all()


def test_the_draw_follows_the_seed() -> None:
    """All tokens want the first expert, so most of them are drawn another one."""
    probs_TE = torch.tensor([[0.7, 0.1, 0.1, 0.1]]).repeat(64, 1)
    demand_TE = choose(probs_TE, torch.zeros(4), RouterConfig())

    def drawn(seed: int) -> torch.Tensor:
        torch.manual_seed(seed)
        return within(demand_TE, probs_TE, Regime(capacity_factor=1.3)).mask_TE

    assert torch.equal(drawn(1), drawn(1))
    assert not torch.equal(drawn(1), drawn(2))


def test_a_full_expert_keeps_those_that_want_it_most() -> None:
    probs_TE = torch.tensor([[0.6, 0.4], [0.9, 0.1], [0.7, 0.3], [0.9, 0.1]])
    demand_TE = probs_TE > 0.5
    assert rank(demand_TE, probs_TE)[:, 0].tolist() == [3, 0, 2, 1]
    fitted = within(demand_TE, probs_TE, Regime(capacity_factor=1.0))
    assert fitted.mask_TE.tolist() == [[False, True], [True, False], [False, True], [True, False]]
    assert (fitted.recycled, fitted.dropped) == (2, 0)


def test_free_slots_are_equally_likely() -> None:
    """Figure 2 of the paper: what overflows goes to experts with room, in proportion to their room."""
    demand_TE = torch.zeros(40, 3, dtype=torch.bool)
    demand_TE[:30, 0] = True
    demand_TE[30:, 1] = True
    probs_TE = torch.full((40, 3), 1 / 3)
    went = torch.zeros(3)
    torch.manual_seed(0)
    for _ in range(300):
        went += (within(demand_TE, probs_TE, Regime(capacity_factor=0.9)).mask_TE & ~demand_TE).sum(0)
    # room 12 each: 18 overflow, and 2 + 12 slots are free, so all are filled
    assert went.tolist() == [0, 600, 3600]
    went.zero_()
    for _ in range(300):
        went += (within(demand_TE, probs_TE, Regime(capacity_factor=1.8)).mask_TE & ~demand_TE).sum(0)
    # room 24: 6 overflow over 14 + 24 slots
    assert abs(went[1].item() / went.sum().item() - 14 / 38) < 0.05


def test_a_recycled_token_counts_with_its_own_probability_for_where_it_ends() -> None:
    chooser = router(RouterConfig(), experts=4)
    torch.manual_seed(0)
    routing = chooser(torch.randn(32, 6, dtype=torch.float64) + 1, Regime(capacity_factor=1.0))
    moved = routing.mask_TE & ~routing.demand_TE
    assert moved.any() and routing.recycled == int(moved.sum())
    torch.testing.assert_close(routing.weights_TE[moved], routing.probs_TE[moved])
    assert (routing.weights_TE[moved] < routing.probs_TE.max(-1).values[moved.any(-1)]).all()


@pytest.mark.parametrize("config", KINDS, ids=lambda config: config.kind)
@pytest.mark.parametrize("factor", [None, 1.0])
def test_the_gradient_of_every_router_is_that_of_finite_differences(config: RouterConfig, factor: float | None) -> None:
    chooser = router(config)
    x_TD = torch.randn(7, 6, dtype=torch.float64, generator=torch.Generator().manual_seed(5))

    def weights(x_TD: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        torch.manual_seed(1)
        routing = torch.func.functional_call(chooser, {"weight": weight}, (x_TD, Regime(capacity_factor=factor)))
        return routing.weights_TE * routing.mask_TE

    assert torch.autograd.gradcheck(weights, (x_TD.requires_grad_(), chooser.weight.detach().requires_grad_()))
