"""A dataset folder as tokens.

The folder is what the pipeline writes: `data/train-*.parquet` with conversations, `seeds/*.parquet` with the texts they
were drawn from (schema: pipeline.schema). Pretraining reads both, since synthetic records are pretraining data in
Hunyuan-Large (arXiv 2411.02265, section 2.1.1); fine-tuning reads the conversations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from pipeline.schema import RECORD, SEED, Row
from trainer.errors import BadInput
from trainer.tokenizer import ChatTokenizer, Message

SAMPLE = 6_000_000
"""Characters from which the tokenizer learns; more would not change a vocabulary of a few thousand."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents laid end to end: document i is `tokens[starts[i]:starts[i + 1]]`."""

    tokens: NDArray[np.int32]
    learn: NDArray[np.bool_]
    """Whether a token is to be predicted."""
    starts: NDArray[np.int64]
    skipped: int = 0
    """Documents left out because they are longer than a packed row."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)


def shards(dataset: Path, pattern: str) -> list[Path]:
    """The files of a dataset that match, in order. Raises BadInput if the folder or the files are not there."""
    if not dataset.exists():
        raise BadInput(f"the dataset folder {dataset} does not exist")
    if not dataset.is_dir():
        raise BadInput(f"{dataset} is a file; expected a dataset folder that holds {pattern}")
    found = sorted(dataset.glob(pattern))
    if not found:
        raise BadInput(f"the dataset folder {dataset} holds no {pattern}")
    return found


def rows(dataset: Path, pattern: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of the matching files, in order."""
    for path in shards(dataset, pattern):
        missing = set(columns) - set(pq.read_schema(path).names)
        if missing:
            raise BadInput(f"{path} lacks the columns {', '.join(sorted(missing))}")
        yield from pq.read_table(path, columns=list(columns)).to_pylist()


def conversations(dataset: Path, split: str = "train") -> list[list[Message]]:
    assert "messages" in RECORD.names
    found = [row["messages"] for row in rows(dataset, f"data/{split}-*.parquet", ["messages"])]
    if not found:
        raise BadInput(f"the {split} shards of {dataset} hold no records")
    return found


def seed_texts(dataset: Path) -> list[str]:
    """The seeds' texts of the train split; none if the dataset was made without seeds."""
    assert {"kind", "text", "split"} <= set(SEED.names)
    if not any(dataset.glob("seeds/*.parquet")):
        return []
    found = rows(dataset, "seeds/*.parquet", ["kind", "text", "split"])
    return [row["text"] for row in found if row["split"] == "train" and row["kind"] != "none"]


def learn_tokenizer(dataset: Path, vocab_size: int) -> ChatTokenizer:
    """Trained on an even sample of the conversations and the seeds."""
    texts = [turn["content"] for turns in conversations(dataset) for turn in turns] + seed_texts(dataset)
    stride = max(1, round(sum(map(len, texts)) / SAMPLE))
    return ChatTokenizer.train(texts[::stride], vocab_size)


def pretraining_corpus(dataset: Path, tokenizer: ChatTokenizer, sequence: int) -> Corpus:
    """Seeds as plain text, and conversations in the chat rendering, every token of them to be predicted.

    Conversations keep their marks so that what is learnt of them carries over to fine-tuning unchanged. Documents
    longer than a row are cut into rows; nothing is dropped.
    """
    documents = tokenizer.documents(seed_texts(dataset))
    documents += [tokens for tokens, _ in tokenizer.chats(conversations(dataset))]
    pieces = [
        document[start : start + sequence + 1]
        for document in documents
        for start in range(0, len(document) - 1, sequence)
    ]
    return _corpus([(piece, [True] * len(piece)) for piece in pieces])


def chat_corpus(dataset: Path, tokenizer: ChatTokenizer, sequence: int) -> Corpus:
    """Conversations with the assistant's turns to be predicted. One longer than a row is left out and counted: cut, it
    would teach to answer half a question."""
    rendered = tokenizer.chats(conversations(dataset))
    fitting = [chat for chat in rendered if len(chat[0]) <= sequence + 1]
    if not fitting:
        raise BadInput(f"no conversation of {dataset} fits into {sequence} tokens; raise the sequence length")
    return _corpus(fitting, len(rendered) - len(fitting))


def _corpus(documents: Sequence[tuple[list[int], list[bool]]], skipped: int = 0) -> Corpus:
    return Corpus(
        np.fromiter((token for tokens, _ in documents for token in tokens), np.int32),
        np.fromiter((flag for _, learn in documents for flag in learn), np.bool_),
        np.cumsum([0, *(len(tokens) for tokens, _ in documents)], dtype=np.int64),
        skipped,
    )
