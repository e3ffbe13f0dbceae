from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trainer.data import (
    chat_sources,
    conversations,
    learn_tokenizer,
    pretraining_sources,
    read,
    seed_texts,
)
from trainer.errors import BadInput


def test_seeds_of_the_train_split_with_text_are_read(dataset: Path) -> None:
    (text,) = seed_texts(dataset)
    assert text.startswith("The river")


def test_pretraining_predicts_every_token_of_seeds_and_conversations(dataset: Path, tmp_path: Path) -> None:
    tokenizer = learn_tokenizer(dataset, 320)
    mixture = read(pretraining_sources(dataset), tokenizer, 4096, tmp_path).mixture
    assert len(mixture) == 1 + 60
    tokens, _learn = mixture.document(0)
    assert tokenizer.decode(tokens.tolist()) == next(seed_texts(dataset))
    assert all(mixture.document(number)[1].all() for number in range(len(mixture)))


def test_long_documents_are_cut_and_every_target_stays(dataset: Path, tmp_path: Path) -> None:
    tokenizer = learn_tokenizer(dataset, 320)
    whole, cut = (read(pretraining_sources(dataset), tokenizer, room, tmp_path).mixture for room in (4096, 16))
    assert cut.lengths.max() == 17
    assert cut.learnt.sum() == whole.learnt.sum() == (whole.lengths - 1).sum()
    tokens = [token for number in range(len(cut)) for token in cut.document(number)[0][1:].tolist()]
    assert tokens == [token for number in range(len(whole)) for token in whole.document(number)[0][1:].tolist()]


def test_conversations_longer_than_a_row_are_left_out_and_counted(dataset: Path, tmp_path: Path) -> None:
    tokenizer = learn_tokenizer(dataset, 320)
    whole = read(chat_sources(dataset), tokenizer, 4096, tmp_path).mixture
    part = read(chat_sources(dataset), tokenizer, int(whole.lengths.max()) - 2, tmp_path).mixture
    assert part.skipped > 0
    assert len(part) + part.skipped == len(whole) == 60
    with pytest.raises(BadInput, match="longer than 3 tokens"):
        read(chat_sources(dataset), tokenizer, 3, tmp_path)


def test_a_dataset_without_seeds_is_a_dataset(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(dataset / "data")
    assert list(seed_texts(tmp_path)) == []
    assert len(pretraining_sources(tmp_path)) == 1


def test_folders_that_are_none_are_named(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        conversations(tmp_path / "nowhere")
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="is a file"):
        conversations(tmp_path / "file")
    with pytest.raises(BadInput, match="holds no data/test-"):
        conversations(dataset, "test")
    (tmp_path / "data").mkdir()
    pq.write_table(pa.table({"text": ["x"]}), tmp_path / "data/train-0.parquet")
    with pytest.raises(BadInput, match="lacks the columns messages"):
        conversations(tmp_path)
