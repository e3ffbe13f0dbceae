"""A dry run and `validate` on the command line: what they print, and that nothing is asked or written."""

import json
from pathlib import Path

import pytest

from tests.gristmill.test_cli import gristmill, sentence

LLM = """
name: asked
work_shards: 2
seeds: {sources: [{kind: procedures, count: 12}]}
teacher:
  kind: llm
  engines:
    local: {kind: endpoint, url: "http://127.0.0.1:9/v1", model: m, key_variable: GRISTMILL_NO_KEY, prices: {prompt: 1}}
"""
COMPUTED = """
name: computed
work_shards: 2
seeds: {sources: [{kind: procedures, count: 12}]}
teacher: {families: {arithmetic: {}}}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "llm.yaml").write_text(LLM)
    (tmp_path / "computed.yaml").write_text(COMPUTED)
    return tmp_path


def test_a_dry_run_tells_what_would_be_asked_and_asks_nothing(home: Path) -> None:
    shown = gristmill("synth", "llm.yaml", "--dry-run", cwd=home)
    assert shown.returncode == 0, shown.stderr
    assert "12 seeds would give 12 instructions" in shown.stdout and "critique" in shown.stdout
    made = json.loads(gristmill("synth", "llm.yaml", "--dry-run", "--json", cwd=home).stdout)
    assert made["lines"][0]["calls"] == 12 and made["total"]["most_cost"] > 0
    paid = gristmill("synth", "computed.yaml", "--dry-run", cwd=home)
    assert "12 seeds would give 12 instructions" in paid.stdout and "nothing is paid" in paid.stdout
    assert sorted(path.name for path in home.iterdir()) == ["computed.yaml", "llm.yaml"]


def test_validate_shows_what_is_wrong_and_what_is_lacking(home: Path) -> None:
    good = gristmill("validate", "llm.yaml", cwd=home)
    assert good.returncode == 0 and "is valid" in good.stderr
    assert "cannot run here yet: teacher.engines.local: the environment variable GRISTMILL_NO_KEY" in good.stderr
    wrong = gristmill("validate", "llm.yaml", "--set", "teacher.templates.respond=[respond/nothing]", cwd=home)
    assert "llm.yaml: teacher.templates.respond: 'respond/nothing' is not known" in sentence(wrong)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["synth", "computed.yaml"], "name it with --out"),
        (["synth", "llm.yaml", "--out", "new"], "GRISTMILL_NO_KEY is empty"),
        (["synth", "llm.yaml", "--dry-run", "--set", "teacher.prompts=nowhere"], "prompts: nowhere: no templates"),
    ],
)
def test_mistakes_get_one_sentence(home: Path, arguments: list[str], words: str) -> None:
    assert words in sentence(gristmill(*arguments, cwd=home))
    assert sorted(path.name for path in home.iterdir()) == ["computed.yaml", "llm.yaml"]
