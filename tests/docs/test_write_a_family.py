"""The family of docs/write-a-family.md, taken from the page, in a package of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "write-a-family.md"
LINES = 80

RECIPE = """
name: roman
work_shards: 1
seeds: {sources: [{kind: procedures, count: 60}]}
teacher: {families: {roman: {}}}
"""

CONTRACT = """
from tests.pipeline.procedural.contract import holds
holds("roman", slips_per_kind=40)
"""


@pytest.fixture(scope="module")
def blocks() -> list[str]:
    return re.findall(r"^```(?:python|toml)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def package(blocks: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What installing the package leaves behind: its modules, and the record of its entry points."""
    family, checker, _, project = blocks
    folder = tmp_path_factory.mktemp("site")
    (folder / "roman_family.py").write_text(family)
    (folder / "roman_checker.py").write_text(checker)
    information = folder / "gristmill_roman-1.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: gristmill-roman\nVersion: 1\n")
    points = re.sub(r'^\[project\.entry-points\."(.+)"\]$', r"[\1]", project, flags=re.MULTILINE)
    (information / "entry_points.txt").write_text(points[points.index("[gristmill.families]") :].replace('"', ""))
    return folder


def python(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": f"{package}:{ROOT}", "PATH": "/usr/bin:/bin"}
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=environment, cwd=package)


def test_it_is_as_short_as_the_page_says(blocks: list[str]) -> None:
    family, _, test, _ = blocks
    assert len(family.splitlines()) + len(test.splitlines()) < LINES


def test_it_keeps_the_contract(package: Path) -> None:
    done = python(package, "-c", CONTRACT)
    assert done.returncode == 0, done.stderr[-3000:]


def test_a_recipe_uses_it(package: Path) -> None:
    (package / "recipe.yaml").write_text(RECIPE)
    code = "from gristmill.cli import main; main()"
    done = python(package, "-c", code, "synth", "recipe.yaml", "--out", "out", "--workers", "2")
    assert done.returncode == 0, done.stderr[-3000:]
    rows = [row for path in (package / "out/data").glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    assert len(rows) > 50
    assert {row["verification"]["checker"] for row in rows} >= {"roman"}
