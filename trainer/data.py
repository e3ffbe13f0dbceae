"""What a dataset folder of the pipeline is to the trainer.

The folder holds `data/train-*.parquet` with conversations and `seeds/*.parquet` with the texts they were drawn from
(schema: pipeline.schema). Pretraining reads both, since synthetic records are pretraining data in Hunyuan-Large (arXiv
2411.02265, section 2.1.1): conversations keep their marks so that what is learnt of them carries over to fine-tuning.
Fine-tuning reads the conversations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.schema import RECORD, SEED, Row
from trainer.errors import BadInput
from trainer.mixture import Mixture, mix
from trainer.parallel import World
from trainer.sources import File, Source
from trainer.sources import rows as pieces
from trainer.token_cache import tokenised
from trainer.tokenizer import ChatTokenizer, Message

SAMPLE = 6_000_000
"""Characters from which the tokenizer learns; more would not change a vocabulary of a few thousand."""


@dataclass(frozen=True, slots=True)
class Data:
    """A mixture, and the files it was read from."""

    mixture: Mixture
    files: list[File]


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
        for piece in pieces(str(path), columns):
            yield from piece


def conversations(dataset: Path, split: str = "train") -> list[list[Message]]:
    assert "messages" in RECORD.names
    found = [row["messages"] for row in rows(dataset, f"data/{split}-*.parquet", ["messages"])]
    if not found:
        raise BadInput(f"the {split} shards of {dataset} hold no records")
    return found


def seed_texts(dataset: Path) -> Iterator[str]:
    """The seeds' texts of the train split; none if the dataset was made without seeds."""
    assert {"kind", "text", "split"} <= set(SEED.names)
    if any(dataset.glob("seeds/*.parquet")):
        for row in rows(dataset, "seeds/*.parquet", ["kind", "text", "split"]):
            if row["split"] == "train" and row["kind"] != "none":
                yield row["text"]


def learn_tokenizer(dataset: Path, vocab_size: int) -> ChatTokenizer:
    """Trained on an even sample of the conversations and the seeds."""
    texts = [turn["content"] for turns in conversations(dataset) for turn in turns]
    texts += seed_texts(dataset)
    stride = max(1, round(sum(map(len, texts)) / SAMPLE))
    return ChatTokenizer.train(texts[::stride], vocab_size)


def pretraining_sources(dataset: Path) -> list[Source]:
    """Seeds as plain text, and conversations in the chat rendering, every token of them to be predicted."""
    shards(dataset, "data/train-*.parquet")
    chats = Source(path=f"{dataset}/data/train-*.parquet", reads="messages", learn="all")
    if next(seed_texts(dataset), None) is None:
        return [chats]
    return [Source(path=f"{dataset}/seeds/*.parquet", reads="text"), chats]


def chat_sources(dataset: Path, split: str = "train") -> list[Source]:
    """Conversations with the assistant's turns to be predicted; none where a dataset has no test split."""
    if split != "train" and not any(dataset.glob(f"data/{split}-*.parquet")):
        return []
    shards(dataset, f"data/{split}-*.parquet")
    return [Source(path=f"{dataset}/data/{split}-*.parquet", reads="messages", split=split)]


def read(sources: Sequence[Source], tokenizer: ChatTokenizer, room: int, cache: Path | None = None) -> Data:
    """Tokenise what was not yet, and mix it for rows of `room` tokens."""
    found = [tokenised(source, tokenizer, cache) for source in sources]
    return Data(mix([corpus for corpus, _ in found], sources, room), [file for _, files in found for file in files])


def read_once(sources: Sequence[Source], tokenizer: ChatTokenizer, room: int, world: World) -> Data:
    """`read` in several processes: the first one tokenises, the others find it done."""
    if world.first:
        data = read(sources, tokenizer, room)
        world.wait()
        return data
    world.wait()
    return read(sources, tokenizer, room)
