"""The training commands and chat, end to end on a small dataset."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gristmill.chat import chat
from gristmill.train import app
from tests.trainer.conftest import dataset
from trainer.errors import BadInput

__all__ = ["dataset"]

RUNNER = CliRunner()
SHORT = ["--tokens", "4000"]


def test_pretrain_sft_chat(dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base, tuned = tmp_path / "base", tmp_path / "tuned"
    first = RUNNER.invoke(app, ["pretrain", str(dataset), "--out", str(base), *SHORT])
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith(f"{base}: loss ")
    second = RUNNER.invoke(app, ["sft", str(dataset), "--from", str(base), "--out", str(tuned), *SHORT])
    assert second.exit_code == 0, second.output
    chat(tuned, "Repeat: river stone 7")
    assert capsys.readouterr().out.endswith("\n")

    again = RUNNER.invoke(app, ["pretrain", str(dataset), "--out", str(base), *SHORT])
    assert isinstance(again.exception, BadInput)
    assert "holds another run" in str(again.exception)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["pretrain", "nowhere", "--out", "x"], "nowhere does not exist"),
        (["pretrain", "nowhere", "--out", "x", "--preset", "huge"], "unknown preset"),
        (["sft", "nowhere", "--from", "missing", "--out", "x"], "missing does not exist"),
    ],
)
def test_bad_input_is_one_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = RUNNER.invoke(app, arguments)
    assert isinstance(result.exception, BadInput)
    assert sentence in str(result.exception)


def test_chat_without_a_checkpoint_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        chat(tmp_path / "nowhere", "hello")


def test_the_commands_load_no_torch() -> None:
    code = (
        "import sys, gristmill.train, gristmill.chat; sys.exit('torch' in sys.modules or 'apache_beam' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
