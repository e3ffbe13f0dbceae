"""The package itself: its data files are shipped, and it needs nothing but Jinja and YAML."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_data_file_is_shipped() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    package = ROOT / "prompts"
    globs = settings["tool"]["setuptools"]["package-data"]["prompts"]
    shipped = {path for glob in globs for path in package.glob(glob)}
    there = {path for path in package.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert there == shipped


def test_prompts_load_nothing_heavy() -> None:
    code = "import sys, prompts.parsing, prompts.templates, prompts.manner, prompts.tree; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    tops = {name.partition(".")[0] for name in done.stdout.split()}
    assert tops.isdisjoint({"torch", "apache_beam", "pyarrow", "pydantic", "numpy", "pipeline", "filters", "gristmill"})
