from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.rules.urls import Urls, urls
from filters.rules.words import Words, lexicon, read
from tests.filters.rules.cases import reason


def test_words_are_found_whole_and_chinese_ones_anywhere() -> None:
    found = lexicon(["Cock-up", "dolt", "son of a gun", "笨蛋", ""]).find
    assert found("You DOLT!") == ["dolt"]
    assert found("The dolts adolt") == []
    assert found("a son of\na gun, son of guns") == ["son of a gun"]
    assert found("他是个大笨蛋！") == ["笨蛋"]
    assert found("What a cock-up") == ["cock up"]
    assert found("cock, up") == ["cock up"]
    assert found("笨 蛋") == []


@given(st.lists(st.text(min_size=1)), st.text())
def test_a_lexicon_takes_any_words_and_any_text(words: list[str], text: str) -> None:
    for one in lexicon(words).find(text):
        assert one


@given(st.lists(st.from_regex(r"\A[a-z]{2,6}\Z"), min_size=1), st.integers(0))
def test_a_listed_word_is_found_wherever_it_stands(words: list[str], place: int) -> None:
    word = words[place % len(words)]
    assert word in lexicon(words).find(f"((1 {word.upper()}, 2))")


def test_a_record_with_a_listed_word_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("# my list\ndolt\n笨蛋  # in Chinese\n", encoding="utf-8")
    limits = Words(file=str(file))
    assert reason("words", "You dolt!", limits=limits) == "listed_word"
    assert reason("words", "Yes.", prompt="你这个笨蛋", limits=limits) == "listed_word"
    assert reason("words", "A list of mine", limits=limits) == ""
    assert reason("words", "You dolt!", limits=Words(file=str(file), max_found=1)) == ""
    assert reason("words", "You dolt!") == ""


def test_a_list_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nowhere\.txt cannot be read"):
        read(str(tmp_path / "nowhere.txt"))
    (tmp_path / "empty.txt").write_text("# nothing\n")
    with pytest.raises(ValueError, match=r"empty\.txt holds no word"):
        read(str(tmp_path / "empty.txt"))


def test_urls_are_counted_without_those_kept_for_examples() -> None:
    text = (
        "See https://www.python.org/dev, www.gnu.org；http://localhost:8000/x, https://example.com/a?b and "
        "http://api.example.org, http://127.0.0.1/x 以及https://baidu.com。"
    )
    assert urls(text) == ["https://www.python.org/dev,", "www.gnu.org", "https://baidu.com"]
    assert reason("urls", text) == ""
    assert reason("urls", text, limits=Urls(max_urls=2)) == "urls"
    assert reason("urls", text, limits=Urls(max_urls=3)) == ""
    assert reason("urls", "The http module, www and a://b", limits=Urls(max_urls=0)) == ""
