from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from tests.trainer.tokenizers_for_tests import bases
from trainer.errors import BadInput
from trainer.tokenizer import plain
from trainer.tokenizer_report import language_of, measure, read_tokenizer


@given(st.lists(st.tuples(st.sampled_from(["en", "zh"]), st.text()), min_size=1))
def test_characters_and_tokens_are_counted_by_language(texts: list[tuple[str, str]]) -> None:
    tokenizer = bases()["whole words"]
    (report,) = measure({"one": tokenizer}, texts)
    for language, figures in report.by_language.items():
        mine = [text for kind, text in texts if kind == language]
        assert figures.characters == sum(map(len, mine))
        assert figures.tokens == sum(len(plain(tokenizer).encode(text).ids) for text in mine)
        assert figures.comes_back


def test_a_tokenizer_that_drops_text_is_told_apart() -> None:
    words = Tokenizer(models.WordLevel({"good": 0, "?": 1}, unk_token="?"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    reports = measure({"bytes": bases()["ours"], "words": words}, [("en", "good evening"), ("zh", "")])
    assert [report.by_language["en"].comes_back for report in reports] == [True, False]
    assert reports[1].by_language["en"].characters_per_token == 6
    assert reports[1].by_language["zh"].characters_per_token == 0
    assert reports[1].as_dict()["languages"]["en"]["tokens"] == 2


def test_languages_are_told_by_characters_and_code_by_its_name() -> None:
    assert language_of("这是一个 Python 例子") == "zh"
    assert language_of("the word 你好 means hello") == "en"
    assert language_of("# 中文注释", "a/b.py") == "code"
    assert language_of("", "a/b.txt") == "en"


def test_what_is_no_tokenizer_is_named(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text("[]")
    with pytest.raises(BadInput, match="that `tokenizers` can read"):
        read_tokenizer(tmp_path)
    with pytest.raises(BadInput, match="nowhere: there is no such file"):
        read_tokenizer(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match=r"empty holds no tokenizer\.json"):
        read_tokenizer(tmp_path / "empty")
