"""The tokenizer commands, on small files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gristmill.tokenizer import app
from tests.trainer.conftest import config, dataset, preset
from tests.trainer.tokenizers_for_tests import CHINESE, ENGLISH
from trainer import checkpoint
from trainer.errors import BadInput
from trainer.presets import Preset
from trainer.pretrain import pretrain
from trainer.tokenizer import ChatTokenizer

__all__ = ["config", "dataset", "preset"]

RUNNER = CliRunner()


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    english, chinese = tmp_path / "english.txt", tmp_path / "chinese.jsonl"
    english.write_text("\n".join(ENGLISH), encoding="utf-8")
    chinese.write_text("\n".join(json.dumps({"text": text}) for text in CHINESE), encoding="utf-8")
    return english, chinese


def done(*arguments: object) -> str:
    result = RUNNER.invoke(app, [str(one) for one in arguments])
    assert result.exit_code == 0, f"{result.output}\n{result.exception}"
    return result.stdout


def refused(*arguments: object) -> str:
    result = RUNNER.invoke(app, [str(one) for one in arguments])
    assert isinstance(result.exception, BadInput), result.output
    return str(result.exception)


def test_train_extend_report(texts: tuple[Path, Path], tmp_path: Path) -> None:
    english, chinese = texts
    base, more = tmp_path / "base", tmp_path / "more"
    assert done("train", english, "--vocab-size", 300, "--out", base) == f"{base}: 300 tokens\n"
    told = done("extend", base, chinese, "--tokens", 20, "--out", more)
    assert told == f"{more}: 300 + 20 tokens\n"
    assert ChatTokenizer.load(more).vocab_size == 320
    first, second = json.loads(done("report", base, more, "--text", english, "--text", chinese, "--json"))
    assert first["languages"]["en"] == second["languages"]["en"]
    assert first["languages"]["zh"]["tokens"] > second["languages"]["zh"]["tokens"]
    assert "300" in done("report", base / "tokenizer.json", "--text", english)
    few = done("extend", base, chinese, "--out", more, "--overwrite")
    assert few.endswith("fewer than the 28,000 asked for: no other pair occurs 2 times\n")


def test_a_report_without_texts_has_english_chinese_and_code(texts: tuple[Path, Path], tmp_path: Path) -> None:
    done("train", texts[0], "--vocab-size", 300, "--out", tmp_path / "base")
    (found,) = json.loads(done("report", tmp_path / "base", "--json"))
    assert set(found["languages"]) == {"code", "en", "zh"}
    assert min(one["characters"] for one in found["languages"].values()) > 10_000


def test_a_report_on_a_dataset_has_the_languages_of_its_records(dataset: Path, tmp_path: Path) -> None:
    done("train", dataset, "--vocab-size", 300, "--out", tmp_path / "base")
    (found,) = json.loads(done("report", tmp_path / "base", "--data", dataset, "--json"))
    assert found["languages"]["none"]["characters"] > 100


def test_a_mixture_gives_shares_of_the_characters(texts: tuple[Path, Path], tmp_path: Path) -> None:
    mixture = tmp_path / "mixture.yaml"
    mixture.write_text("\n".join(f"- {{path: {path}, reads: text, weight: 1}}" for path in texts))
    options = ["train", "--mixture", mixture, "--vocab-size", 300, "--out", tmp_path / "mixed"]
    result = RUNNER.invoke(app, [str(one) for one in options])
    assert result.stderr.count("50.0% of the sample") == 2


def test_a_checkpoint_gets_rows_for_the_new_tokens(
    dataset: Path, preset: Preset, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    base, more = tmp_path / "base", tmp_path / "more"
    pretrain(dataset, base, preset)
    done("extend", base, texts[1], "--tokens", 20, "--out", more)
    model, tokenizer = checkpoint.load(more)
    assert tokenizer.vocab_size == model.config.vocab_size == len(model.embedding) == preset.model.vocab_size + 20
    pretrain(dataset, tmp_path / "on", preset, source=more)


def test_a_model_is_trained_with_a_tokenizer_that_was_made_before(
    dataset: Path, preset: Preset, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    done("train", texts[0], "--vocab-size", 300, "--out", tmp_path / "base")
    pretrain(dataset, tmp_path / "model", preset, tokenizer=tmp_path / "base")
    model, tokenizer = checkpoint.load(tmp_path / "model")
    assert tokenizer.hash == ChatTokenizer.load(tmp_path / "base").hash
    assert model.config.vocab_size == 300
    with pytest.raises(BadInput, match="extend that one"):
        pretrain(dataset, tmp_path / "x", preset, source=tmp_path / "model", tokenizer=tmp_path / "base")


def test_what_cannot_be_done_is_one_sentence(texts: tuple[Path, Path], tmp_path: Path) -> None:
    english, chinese = texts
    base, out = tmp_path / "base", tmp_path / "out"
    done("train", english, "--vocab-size", 300, "--out", base)
    assert "name sources to learn from, or a --mixture" in refused("train", "--vocab-size", 300, "--out", out)
    assert "at least 261, for 256 bytes" in refused("train", english, "--vocab-size", 100, "--out", out)
    assert "is not empty" in refused("train", english, "--vocab-size", 300, "--out", base)
    assert "is a file" in refused("train", english, "--vocab-size", 300, "--out", english)
    assert "nothing to learn" in refused("extend", base, english, "--out", out)
    assert "no such file" in refused("extend", tmp_path / "nowhere", chinese, "--out", out)
    assert "no such file" in refused("report", base, "--text", tmp_path / "nowhere")
    assert "expected the output folder of a run" in refused("report", base, "--data", tmp_path)
    assert not out.exists()


def test_the_commands_load_no_torch() -> None:
    code = "import sys, gristmill.tokenizer, gristmill.bundled_texts, trainer.extend; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
