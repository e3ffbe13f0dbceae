"""Train the labeller of a curate recipe on records that are filed already, before the flow begins."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from filters.labels import LabelError, train
from pipeline.errors import UserError
from pipeline.schema import Row
from pipeline.sections import Labels

BATCH = 4096


def prepare(settings: Labels, folder: Path) -> None:
    """A labeller in `folder`; one that is there already stays. Raises UserError, naming the key, for examples that
    cannot be used."""
    if folder.is_dir():
        return
    filed = [(asked(row), row["category"]) for row in examples(Path(settings.examples)) if row["category"]]
    try:
        labeller = train([text for text, _ in filed], [node for _, node in filed], settings.floor)
    except LabelError as error:
        raise UserError(f"labels.examples: {settings.examples}: {error}") from None
    partial = folder.with_name(f".{folder.name}")
    labeller.save(partial)
    partial.rename(folder)


def asked(record: Row) -> str:
    """What the user says in a record, as `said_by_user` has it for a row of the flow."""
    return "\n".join(turn["content"] for turn in record["messages"] if turn["role"] == "user")


def examples(place: Path) -> Iterator[Row]:
    """Records with `messages` and `category`: the train split of a data set folder, or one Parquet file."""
    files = sorted(place.glob("data/train-*.parquet")) if place.is_dir() else [place]
    if not files or not all(path.is_file() for path in files):
        raise UserError(
            f"labels.examples: {place}: expected a data set folder with data/train-*.parquet, or a Parquet file"
        )
    for path in files:
        if missing := {"messages", "category"} - set(pq.read_schema(path).names):
            raise UserError(f"labels.examples: {path}: lacks the columns {', '.join(sorted(missing))}")
        for batch in pq.ParquetFile(path).iter_batches(BATCH, columns=["messages", "category"]):
            yield from batch.to_pylist()
