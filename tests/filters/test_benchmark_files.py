import gzip
import os
from pathlib import Path

import pytest

from filters.benchmark_files import read_items

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).parents[2] / "../shared/data"))
real = pytest.mark.skipif(not DATA.exists(), reason=f"no data at {DATA} (set GRISTMILL_TEST_DATA)")


@real
@pytest.mark.parametrize(
    ("name", "field", "count"),
    [
        ("gsm8k/train.jsonl", "question", 7473),
        ("human_eval/HumanEval.jsonl.gz", "prompt", 164),
        ("bbh/date_understanding.json", "input", 250),
        ("truthfulqa/TruthfulQA.csv", "Question", 817),
    ],
)
def test_published_benchmarks_are_read_whole(name: str, field: str, count: int) -> None:
    items = list(read_items("it", DATA / name, [field]))
    assert len(items) == count
    assert all(item.text for item in items)
    assert items[-1].id == str(count)


def test_fields_are_joined_with_the_strings_inside_them(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"q": "Which?", "choices": ["one", {"text": "two"}], "n": 3}\n'))
    assert [item.text for item in read_items("b", path, ["q", "choices"])] == ["Which?\none\ntwo"]


def test_lines_of_text_are_items(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\ufeffone\n\ntwo\n", "utf-8")
    assert [(item.id, item.text) for item in read_items("b", tmp_path / "a.txt")] == [("1", "one"), ("2", "two")]


@pytest.mark.parametrize(
    ("name", "content", "fields", "sentence"),
    [
        ("a.jsonl", '{"q": "x"}\n{"p": "y"}', ["q"], r"a\.jsonl, record 2: no field q; it has p"),
        ("a.jsonl", '{"q": "x"}', [], "fields that hold the item's text must be named; it has q"),
        ("a.jsonl", '{"q": "x"}\n{', ["q"], r"a\.jsonl, line 2: is not JSON"),
        ("a.json", '{"a": [], "b": []}', ["q"], "an object with one list, found 2 lists"),
        ("a.json", '{"a": 1}', ["q"], "found 0 lists"),
        ("a.xml", "", ["q"], r"read from \.jsonl, \.json, \.csv, \.txt"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    tmp_path: Path, name: str, content: str, fields: list[str], sentence: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(ValueError, match=sentence):
        list(read_items("b", tmp_path / name, fields))
