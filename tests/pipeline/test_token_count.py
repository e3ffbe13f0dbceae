from pathlib import Path

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from pipeline.errors import UserError
from pipeline.token_count import counter, roughly


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("abcd", 1), ("abcde", 2), ("灯塔很高", 4), ("灯塔 abc", 3)])
def test_the_rule_of_thumb(text: str, tokens: int) -> None:
    assert roughly(text) == tokens


def test_a_folder_with_a_tokenizer_counts_by_its_own(tmp_path: Path) -> None:
    tokenizer = Tokenizer(WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    count, how = counter(str(tmp_path))
    assert count("one extraordinarily long word") == 4
    assert how == str(tmp_path / "tokenizer.json")
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(UserError, match=r"tokenizer.json: cannot be read"):
        counter(str(tmp_path))


def test_a_model_that_is_no_folder_is_counted_roughly() -> None:
    assert counter("some/model")[0] is roughly and counter("")[0] is roughly
