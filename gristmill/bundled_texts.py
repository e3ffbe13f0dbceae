"""Texts to compare tokenizers on that are at hand everywhere: what this package tells teachers, in English and in
Chinese, and the modules of the Python standard library. Or a dataset's own."""

import re
import sysconfig
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from trainer.errors import BadInput
from trainer.sources import rows, urls
from trainer.texts import sources_of, text_urls, texts_of
from trainer.tokenizer_report import language_of

JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
EVERY = 4
"""Of the standard library's modules every fourth is read: a million characters."""


def bundled() -> Iterator[tuple[str, str]]:
    """(language, text)."""
    for verb in sorted(files("prompts").joinpath("templates").iterdir(), key=lambda one: one.name):
        for file in sorted(verb.iterdir(), key=lambda one: one.name) if verb.is_dir() else ():
            if file.name.endswith((".en.j2", ".zh.j2")):
                yield file.name.split(".")[-2], JINJA.sub("", file.read_text(encoding="utf-8"))
    for module in sorted(Path(sysconfig.get_path("stdlib")).glob("*.py"))[::EVERY]:
        yield "code", module.read_text(encoding="utf-8")


def named(path: str) -> Iterator[tuple[str, str]]:
    """(language, text) of a file, or of all files in a folder."""
    for source in sources_of(path):
        for url in text_urls(source):
            for text in texts_of(url, source):
                yield language_of(text, url), text


def of_dataset(folder: Path) -> Iterator[tuple[str, str]]:
    """(language, text) of a run's records, and of the code that they were drawn from."""
    found = urls(f"{folder}/data/train-*.parquet")
    if not found:
        raise BadInput(f"{folder} holds no data/train-*.parquet; expected the output folder of a run")
    for url in found:
        for row in (row for piece in rows(url, ["messages", "language"]) for row in piece):
            yield from ((row["language"] or "none", turn["content"]) for turn in row["messages"])
    for url in urls(f"{folder}/seeds/*.parquet"):
        for row in (row for piece in rows(url, ["text", "kind"]) for row in piece):
            if row["kind"] == "code":
                yield "code", row["text"]
