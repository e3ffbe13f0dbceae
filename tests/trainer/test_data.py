from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trainer.data import chat_corpus, conversations, learn_tokenizer, pretraining_corpus, seed_texts
from trainer.errors import BadInput


def test_seeds_of_the_train_split_with_text_are_read(dataset: Path) -> None:
    (text,) = seed_texts(dataset)
    assert text.startswith("The river")


def test_pretraining_predicts_every_token_of_seeds_and_conversations(dataset: Path) -> None:
    tokenizer = learn_tokenizer(dataset, 320)
    corpus = pretraining_corpus(dataset, tokenizer, 4096)
    assert len(corpus) == 1 + 60
    assert corpus.learn.all()
    first = corpus.tokens[: corpus.starts[1]]
    assert tokenizer.decode(first.tolist()) == seed_texts(dataset)[0]


def test_long_documents_are_cut_and_every_target_stays(dataset: Path) -> None:
    tokenizer = learn_tokenizer(dataset, 320)
    whole, cut = (pretraining_corpus(dataset, tokenizer, length) for length in (4096, 16))
    assert cut.lengths.max() == 17
    assert (cut.lengths - 1).sum() == (whole.lengths - 1).sum()


def test_conversations_longer_than_a_row_are_left_out_and_counted(dataset: Path) -> None:
    tokenizer = learn_tokenizer(dataset, 320)
    whole = chat_corpus(dataset, tokenizer, 4096)
    limit = int(whole.lengths.max()) - 2
    part = chat_corpus(dataset, tokenizer, limit)
    assert part.skipped > 0
    assert len(part) + part.skipped == len(whole) == 60
    with pytest.raises(BadInput, match="fits into 3 tokens"):
        chat_corpus(dataset, tokenizer, 3)


def test_a_dataset_without_seeds_is_a_dataset(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(dataset / "data")
    assert seed_texts(tmp_path) == []


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
