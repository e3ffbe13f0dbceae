"""The papers' models have the papers' sizes."""

import json

import pytest
import torch
from typer.testing import CliRunner

from gristmill.train import app
from trainer.errors import BadInput
from trainer.kv_bytes import kv_bytes_per_token
from trainer.model import Model
from trainer.presets import PRESETS, preset


@pytest.mark.parametrize("name", PRESETS)
def test_the_count_is_that_of_the_model(name: str) -> None:
    config = preset(name).model
    with torch.device("meta"):
        model = Model(config, seed=0)
    assert sum(weight.numel() for weight in model.parameters()) == config.num_params


@pytest.mark.parametrize(
    ("name", "all_params", "active"),
    [
        ("hunyuan-large", 388.70e9, 51.32e9),  # arXiv 2411.02265: 389 B and 52 B
        ("hmoe-0.4b", 0.417e9, 0.163e9),  # arXiv 2408.10681, table of models; active at top-2
        ("hmoe-3b", 2.58e9, 0.77e9),  # 2.55 B with one table of embeddings
    ],
)
def test_the_papers_sizes_come_out(name: str, all_params: float, active: float) -> None:
    config = preset(name).model
    assert config.num_params == pytest.approx(all_params, rel=2e-3)
    assert config.num_active_params == pytest.approx(active, rel=5e-3)


def test_hunyuans_cache_is_a_twentieth_of_plain_attention() -> None:
    """Bytes a token from table 2 of arXiv 2411.02265 at 64 layers, 80 heads of 80, 8 groups."""
    sizes = kv_bytes_per_token(preset("hunyuan-large").model)
    assert sizes == {
        "MHA": 1_638_400,
        "GQA": 163_840,
        "MQA": 20_480,
        "CLA": 819_200,
        "GQA+CLA": 81_920,
        "here": 81_920,
    }


def test_hunyuans_positions_turn_at_the_papers_base() -> None:
    assert preset("hunyuan-large").model.rope_base == pytest.approx(1.343e9, rel=1e-3)


def test_the_command_prints_what_the_configuration_counts() -> None:
    printed = CliRunner().invoke(app, ["params", "hunyuan-large", "--json"])
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["params"] == preset("hunyuan-large").model.num_params
    assert "388,698,128,640" in CliRunner().invoke(app, ["params", "hunyuan-large"]).stdout


def test_an_unknown_preset_is_told_the_known_ones() -> None:
    with pytest.raises(BadInput, match="known: tiny, small"):
        preset("huge")
