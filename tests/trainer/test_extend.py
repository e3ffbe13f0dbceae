import json
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from tests.trainer.tokenizers_for_tests import CHINESE, ENGLISH, bases, gpt
from trainer.byte_level import spellings
from trainer.cjk import has_cjk, is_cjk, is_cjk_piece
from trainer.errors import BadInput
from trainer.extend import Extension, extend
from trainer.tokenizer import MARKS, ChatTokenizer

EXTENDED: dict[str, Extension] = {}
NAMES = st.sampled_from(sorted(bases()))
MIXED = st.lists(st.sampled_from([*CHINESE[:4], *ENGLISH[:3], *"苹果的价格我们，。 a1\n", *"éЖ🙂ꀀ㐀𠀀"])).map("".join)


def extended(name: str) -> Extension:
    if name not in EXTENDED:
        EXTENDED[name] = extend(bases()[name], CHINESE, 60)
    return EXTENDED[name]


def whole(tokenizer: Tokenizer) -> Tokenizer:
    tokenizer.no_truncation()
    return tokenizer


def ids(tokenizer: Tokenizer, text: str) -> list[int]:
    found: list[int] = whole(tokenizer).encode(text, add_special_tokens=False).ids
    return found


def ends(tokenizer: Tokenizer, text: str) -> list[int]:
    """The byte at which each token ends; special tokens have no length here."""
    spelt = spellings(tokenizer.get_vocab(), frozenset())
    return list(accumulate(len(spelt.get(token, b"")) for token in ids(tokenizer, text)))


@given(NAMES, st.text().map(lambda text: "".join(one for one in text if not is_cjk(one))))
def test_text_without_cjk_characters_is_split_as_before(name: str, text: str) -> None:
    assert ids(extended(name).tokenizer, text) == ids(bases()[name], text)


@given(NAMES, st.one_of(MIXED, st.text()))
def test_the_new_segmentation_is_the_old_one_with_boundaries_removed(name: str, text: str) -> None:
    assert set(ends(extended(name).tokenizer, text)) <= set(ends(bases()[name], text))


@given(NAMES, st.one_of(MIXED, st.text()))
def test_any_text_still_comes_back(name: str, text: str) -> None:
    made = whole(extended(name).tokenizer)
    assert made.decode(ids(made, text), skip_special_tokens=False) == text


@pytest.mark.parametrize("name", sorted(bases()))
def test_old_ids_stay_and_new_ones_follow_without_a_gap(name: str) -> None:
    old, made = bases()[name], extended(name)
    before, after = old.get_vocab(), made.tokenizer.get_vocab()
    assert before.items() <= after.items()
    assert sorted(after.values()) == list(range(made.old + made.new))
    assert 20 < made.new <= 60
    assert ids(made.tokenizer, "<|endoftext|>") == ids(old, "<|endoftext|>")


@pytest.mark.parametrize("name", sorted(bases()))
def test_new_tokens_are_cjk_characters_or_beginnings_of_one(name: str) -> None:
    assert all(is_cjk_piece(merge.bytes) for merge in extended(name).merges)


@pytest.mark.parametrize("name", sorted(bases()))
def test_chinese_takes_fewer_tokens(name: str) -> None:
    text = "我们的城市，价格。"
    assert len(ids(extended(name).tokenizer, text)) < len(ids(bases()[name], text))


def test_an_old_merge_goes_before_a_new_one() -> None:
    old = gpt(["我们", "我", "我们"] * 20, 270)
    made = extend(old, ["苹我"] * 5, 10)
    assert len(ids(made.tokenizer, "苹我")) == 1
    assert ids(made.tokenizer, "苹我们")[1:] == ids(old, "我们"), "and not 苹我, 们"
    before, after = (json.loads(one.to_str())["model"]["merges"] for one in (old, made.tokenizer))
    assert after[: len(before)] == before


def test_one_that_was_extended_can_be_extended_again() -> None:
    first = extended("ours")
    again = extend(first.tokenizer, CHINESE, 10)
    assert again.old == first.old + first.new
    assert first.tokenizer.get_vocab().items() <= again.tokenizer.get_vocab().items()


def test_the_same_texts_give_the_same_tokenizer() -> None:
    assert extend(bases()["gpt"], CHINESE, 60).tokenizer.to_str() == extended("gpt").tokenizer.to_str()


def test_a_chat_tokenizer_stays_one(tmp_path: Path) -> None:
    ChatTokenizer(extended("ours").tokenizer).save(tmp_path)
    loaded, old = ChatTokenizer.load(tmp_path), ChatTokenizer(bases()["ours"])
    assert loaded.marks == old.marks
    assert loaded.vocab_size == old.vocab_size + 60
    ((tokens, _),) = loaded.chats([[{"role": "user", "content": f"价格{MARKS[0]}1234"}]])
    assert set(tokens[1:]).isdisjoint(loaded.marks.values())
    assert [loaded.decode([token]) for token in tokens[-4:]] == ["1", "2", "3", "4"]


def test_what_the_texts_lack_is_not_made_up() -> None:
    made = extend(bases()["ours"], ["价格"] * 3, 1000)
    assert made.new == 5, "two beginnings, two characters, one word"


def test_texts_without_cjk_characters_teach_nothing() -> None:
    assert not any(map(has_cjk, ENGLISH))
    with pytest.raises(BadInput, match="nothing to learn: the texts hold no Chinese, Japanese or Korean"):
        extend(bases()["ours"], ENGLISH, 10)


def test_only_byte_level_bpe_is_extended() -> None:
    words = Tokenizer(models.WordLevel({"a": 0}, unk_token="a"))
    with pytest.raises(BadInput, match="is a WordLevel model: only BPE"):
        extend(words, CHINESE, 10)
    characters = Tokenizer(models.BPE())
    characters.pre_tokenizer = pre_tokenizers.Whitespace()
    characters.train_from_iterator(ENGLISH, trainers.BpeTrainer(vocab_size=100, show_progress=False))
    with pytest.raises(BadInput, match="not on bytes"):
        extend(characters, CHINESE, 10)
    parts = json.loads(bases()["gpt"].to_str())
    alphabet = {name: token for name, token in parts["model"]["vocab"].items() if len(name) == 1 and name != "A"}
    parts["model"] |= {"vocab": alphabet, "merges": []}
    with pytest.raises(BadInput, match="no token for 1 of the 256 bytes, the first of them 0x41"):
        extend(Tokenizer.from_str(json.dumps(parts)), CHINESE, 10)
    with pytest.raises(BadInput, match="expected at least 1"):
        extend(bases()["gpt"], CHINESE, 0)
