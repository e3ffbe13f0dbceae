from pathlib import Path

import pytest
import torch

from trainer import checkpoint
from trainer.config import ModelConfig
from trainer.errors import BadInput
from trainer.model import Model
from trainer.sources import File
from trainer.tokenizer import ChatTokenizer

RUN = {"kind": "test", "train": {"tokens": 100, "losses": {"z": 0.0}}}


def save(folder: Path, config: ModelConfig) -> Model:
    model = Model(config, seed=5)
    checkpoint.save(folder, config, model.state_dict(), ChatTokenizer.train(["a b"], 270))
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
    with checkpoint.writing(out, RUN) as folder:
        save(folder, config)
    with pytest.raises(BadInput, match="holds another run"), checkpoint.writing(out, RUN):
        pass
    (out / "old").touch()
    with checkpoint.writing(out, RUN, overwrite=True) as folder:
        save(folder, config)
    assert not (out / "old").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_run_that_fails_leaves_no_checkpoint_and_spares_the_old_one(tmp_path: Path, config: ModelConfig) -> None:
    out = tmp_path / "run"
    for expected in (False, True):
        if expected:
            with checkpoint.writing(out, RUN) as folder:
                save(folder, config)
        with pytest.raises(ZeroDivisionError), checkpoint.writing(out, RUN, overwrite=True) as folder:
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
    with pytest.raises(BadInput, match="is a file"), checkpoint.writing(tmp_path / "file", RUN, overwrite=True):
        pass


def test_a_stopped_run_is_found_again_by_the_same_settings_alone(tmp_path: Path) -> None:
    out = tmp_path / "run"
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), checkpoint.writing(out, RUN) as folder:
            (folder / "work").touch()
            raise ZeroDivisionError
    with checkpoint.writing(out, RUN) as folder:
        assert (folder / "work").exists()
        (folder / checkpoint.STATES).mkdir()
        (folder / "work").unlink()
        (folder / "weights").touch()
    assert sorted(path.name for path in out.iterdir()) == [checkpoint.RUN, "weights"], "states go at the end"


def test_other_settings_are_named_and_nothing_is_lost_unless_asked(tmp_path: Path) -> None:
    out = tmp_path / "run"
    with pytest.raises(ZeroDivisionError), checkpoint.writing(out, RUN) as folder:
        (folder / "work").touch()
        raise ZeroDivisionError
    other = {"kind": "test", "train": {"tokens": 100, "losses": {"z": 0.1}}}
    with pytest.raises(BadInput, match=r"train\.losses\.z was 0\.0, is 0\.1"), checkpoint.writing(out, other):
        pass
    assert (folder / "work").exists()
    with checkpoint.writing(out, other, restart=True) as folder:
        assert not (folder / "work").exists()


def test_data_that_changed_are_named(tmp_path: Path) -> None:
    files = [File("a.parquet", "1"), File("b.parquet", "2")]
    checkpoint.same_data(tmp_path, files)
    checkpoint.same_data(tmp_path, files)
    for now, what in (
        ([files[0], File("b.parquet", "3")], "b.parquet changed"),
        (files[:1], "b.parquet is gone"),
        ([*files, File("c.parquet", "4")], "c.parquet is new"),
    ):
        with pytest.raises(BadInput, match=what):
            checkpoint.same_data(tmp_path, now)
