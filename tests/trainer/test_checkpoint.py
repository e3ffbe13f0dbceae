from pathlib import Path

import pytest
import torch

from trainer import checkpoint
from trainer.config import ModelConfig
from trainer.errors import BadInput
from trainer.model import Model
from trainer.tokenizer import ChatTokenizer


def save(folder: Path, config: ModelConfig) -> Model:
    model = Model(config, seed=5)
    checkpoint.save(folder, model, ChatTokenizer.train(["a b"], 270), {"kind": "test"})
    return model


def test_a_checkpoint_comes_back_as_it_was(tmp_path: Path, config: ModelConfig) -> None:
    model = save(tmp_path, config)
    loaded, tokenizer = checkpoint.load(tmp_path)
    assert loaded.config == config
    assert tokenizer.vocab_size > 256
    state = loaded.state_dict()
    assert all(torch.equal(weight, state[name]) for name, weight in model.state_dict().items())


def test_another_runs_folder_is_replaced_on_demand_only(tmp_path: Path, config: ModelConfig) -> None:
    out = tmp_path / "run"
    with checkpoint.writing(out) as folder:
        save(folder, config)
    with pytest.raises(BadInput, match="holds another run"), checkpoint.writing(out):
        pass
    (out / "old").touch()
    with checkpoint.writing(out, overwrite=True) as folder:
        save(folder, config)
    assert not (out / "old").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_run_that_fails_leaves_no_checkpoint_and_spares_the_old_one(tmp_path: Path, config: ModelConfig) -> None:
    out = tmp_path / "run"
    for expected in (False, True):
        if expected:
            with checkpoint.writing(out) as folder:
                save(folder, config)
        with pytest.raises(ZeroDivisionError), checkpoint.writing(out, overwrite=True) as folder:
            save(folder, config)
            raise ZeroDivisionError
        assert out.exists() == expected
    checkpoint.load(out)


def test_what_is_no_checkpoint_is_named(tmp_path: Path, config: ModelConfig) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        checkpoint.load(tmp_path / "nowhere")
    with pytest.raises(BadInput, match=r"holds no config\.json"):
        checkpoint.load(tmp_path)
    save(tmp_path, config)
    (tmp_path / checkpoint.WEIGHTS).unlink()
    with pytest.raises(BadInput, match=r"holds no model\.safetensors"):
        checkpoint.load(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="is a file"), checkpoint.writing(tmp_path / "file", overwrite=True):
        pass
