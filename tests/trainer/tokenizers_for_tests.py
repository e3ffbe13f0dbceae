"""Byte-level BPE tokenizers as they occur, trained in a moment on a few sentences."""

import json
from functools import cache

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from trainer.tokenizer import ChatTokenizer

ENGLISH = ["The price of 1234 apples is 5678 coins.", "the naïve café of the city, über alles", "Дом у реки."] * 20
CHINESE = [
    "苹果的价格是 1234 元。",
    "价格，价格！苹果在城市里；我们的城市。",
    "「テスト」と한국어、㐀𠀀𠀁",
    "我们的苹果hello我们",
] * 20


def gpt(texts: list[str], size: int) -> Tokenizer:
    """As GPT-2's: special tokens behind the vocabulary, and in the list of added tokens alone."""
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=size, initial_alphabet=alphabet, show_progress=False)
    bpe.train_from_iterator(texts, trainer)
    bpe.add_special_tokens(["<|endoftext|>", "<｜User｜>"])
    return bpe


def whole_words(texts: list[str], size: int) -> Tokenizer:
    """As Llama 3's: a word that is a token needs no merges. Texts are cut at eight tokens unless told otherwise."""
    parts = json.loads(gpt(texts, size).to_str())
    parts["model"]["ignore_merges"] = True
    bpe = Tokenizer.from_str(json.dumps(parts))
    bpe.enable_truncation(8)
    return bpe


@cache
def bases() -> dict[str, Tokenizer]:
    """By name: without and with Chinese merges, some of which reach across characters."""
    return {
        "ours": ChatTokenizer.train(ENGLISH, 400).bpe,
        "ours, with Chinese": ChatTokenizer.train([*ENGLISH, *CHINESE], 330).bpe,
        "gpt": gpt(ENGLISH, 300),
        "gpt, with Chinese": gpt(CHINESE, 300),
        "whole words": whole_words([*ENGLISH, *CHINESE], 320),
    }
