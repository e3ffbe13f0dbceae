import gzip
import json
from pathlib import Path

import pytest

from trainer.errors import BadInput
from trainer.sources import Source
from trainer.texts import PIECE, sources_of, texts


def read(path: Path | str) -> list[str]:
    return [text for source in sources_of(str(path)) for text in texts(source)]


def test_a_text_file_comes_whole_in_pieces_of_lines(tmp_path: Path) -> None:
    lines = [f"第 {number} 行 " + "x" * 100 + "\r\n" for number in range(2000)]
    (tmp_path / "a.txt").write_text("".join(lines), encoding="utf-8-sig", newline="")
    found = read(tmp_path / "a.txt")
    assert "".join(found) == "".join(lines)
    assert len(found) > 1
    assert all(len(text) <= PIECE + 200 and text.endswith("\n") for text in found)


def test_records_give_documents_or_what_was_said(tmp_path: Path) -> None:
    (tmp_path / "text.jsonl").write_text('{"text": "one"}\n{"text": "", "x": 1}\n')
    with gzip.open(tmp_path / "chat.jsonl.gz", "wt") as file:
        turns = [{"role": "user", "content": "two"}, {"role": "assistant", "content": "three"}]
        file.write(json.dumps({"messages": turns}))
    assert read(tmp_path / "text.jsonl") == ["one"]
    assert read(tmp_path / "chat.jsonl.gz") == ["two", "three"]


def test_a_json_file_gives_its_strings_without_the_keys(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"key": "价格", "other": [1, None, {"deep": "x"}]}]))
    assert read(tmp_path / "a.json") == ["价格", "x"]


def test_a_folder_of_text_and_code_is_read_through(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.py").write_text("x = 1\n")
    (tmp_path / "b.md").write_text("# b\n")
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    assert read(tmp_path) == ["# b\n", "x = 1\n"]


def test_a_dataset_gives_its_records_and_the_seeds_it_may_learn_from(dataset: Path) -> None:
    found = read(dataset)
    assert len(found) == 2 * 60 + 1
    assert "Nobody may learn this sentence." not in found


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "latin.txt").write_bytes("naïve".encode("latin-1"))
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "other.jsonl").write_text('{"prompt": "x"}\n')
    with pytest.raises(BadInput, match="nowhere: there is no such file"):
        read(tmp_path / "nowhere")
    with pytest.raises(BadInput, match="empty: holds neither records"):
        read(tmp_path / "empty")
    with pytest.raises(BadInput, match=r"latin\.txt: not UTF-8 text: .* at byte 2"):
        read(tmp_path / "latin.txt")
    with pytest.raises(BadInput, match=r"bad\.json: not JSON"):
        read(tmp_path / "bad.json")
    with pytest.raises(BadInput, match=r"other\.jsonl, line 1: expected an object with text"):
        list(texts(Source(path=str(tmp_path / "other.jsonl"), reads="text")))
