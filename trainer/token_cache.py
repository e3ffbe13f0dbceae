"""Tokenise a source once, and find the tokens again by what went in: the files' content, the tokenizer, the choice.

The cache is a folder that may be deleted at any time; $GRISTMILL_CACHE says where, by default ~/.cache/gristmill.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from trainer.corpus import Corpus, Rendered, Writer, load
from trainer.sources import PICKED_BY, File, Source, files, picked, rows
from trainer.tokenizer import ChatTokenizer

FORMAT = 1
"""Raised when the same source would be rendered into other tokens."""


def cache_folder() -> Path:
    named = os.environ.get("GRISTMILL_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "gristmill"


def tokenised(source: Source, tokenizer: ChatTokenizer, cache: Path | None = None) -> tuple[Corpus, list[File]]:
    """The tokens of a source, and the files that they came from."""
    found = files(source)
    choice = [source.reads, source.split, sorted(source.levels), source.min_tier]
    key = hashlib.sha256(
        json.dumps([FORMAT, tokenizer.hash, choice, [file.sha256 for file in found]]).encode()
    ).hexdigest()
    folder = (cache or cache_folder()) / "tokens" / key
    if not folder.is_dir():
        with Writer(folder) as writer:
            for file in found:
                for documents in rendered(file.url, source, tokenizer):
                    writer.add(documents)
    return load(folder), found


def rendered(url: str, source: Source, tokenizer: ChatTokenizer) -> Iterator[list[Rendered]]:
    for piece in rows(url, [source.reads], PICKED_BY):
        values = [row[source.reads] for row in piece if picked(row, source)]
        if source.reads == "messages":
            yield tokenizer.chats(values)
        else:
            yield [(tokens, [False] * len(tokens)) for tokens in tokenizer.documents(values)]
