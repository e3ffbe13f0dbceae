from dataclasses import replace

import pytest
import torch

from tests.trainer.test_model import model
from trainer.attention import Documents
from trainer.config import ModelConfig
from trainer.generate import complete, new_cache, stream
from trainer.model import Model
from trainer.tokenizer import ChatTokenizer

PROMPTS = [[1, 2, 3], [9], [4, 5, 6, 7, 8, 9, 10, 11], [3, 3], [12, 7, 1, 1]]


def slowly(subject: Model, prompt: list[int], end: int, max_new: int) -> list[int]:
    """Greedy continuation without a cache: the whole text again for every token."""
    text = list(prompt)
    for _ in range(max_new):
        states, _ = subject(torch.tensor(text), Documents([len(text)]))
        token = int(subject.logits(states[-1]).argmax())
        if token == end:
            break
        text.append(token)
    return text[len(prompt) :]


def test_batches_with_a_cache_say_what_single_prompts_without_say(config: ModelConfig) -> None:
    subject = model(config)
    free = [slowly(subject, prompt, -1, 12) for prompt in PROMPTS]
    end = free[0][5]
    """A token that ends at least one sequence early, so that rows leave the cache at different times."""
    expected = [slowly(subject, prompt, end, 12) for prompt in PROMPTS]
    assert len({len(tokens) for tokens in expected}) > 1
    for batch in (1, 2, 5):
        assert complete(subject, PROMPTS, end, 12, batch) == expected


def test_the_limit_holds_and_no_prompts_give_no_answers(config: ModelConfig) -> None:
    subject = model(config)
    assert [len(tokens) for tokens in complete(subject, PROMPTS, -1, 4)] == [4] * len(PROMPTS)
    assert complete(subject, [], -1, 4) == []


def test_a_streamed_character_comes_when_it_is_whole(config: ModelConfig) -> None:
    """Fresh layers change nothing, so the next token is the one whose embedding has the largest product with this
    one's: a chain from the assistant's mark through the three bytes of one character, whose last goes on for ever."""
    tokenizer = ChatTokenizer.train(["plain"], 262)
    (character,) = tokenizer.encode(["三"])
    assert len(character) == 3
    subject = Model(config, seed=0)
    with torch.no_grad():
        subject.embedding.zero_()
        for step, token in enumerate([tokenizer.marks["<|assistant|>"], *character]):
            subject.embedding[token, max(0, step - 1) : step + 1] = 2.5**step
    turns = [{"role": "user", "content": "?"}]
    (tokens,) = complete(subject, tokenizer.prompts([turns]), tokenizer.end, 5)
    assert tokens == [*character, character[-1], character[-1]]
    assert list(stream(subject, tokenizer, turns, 5)) == ["三"]


@pytest.mark.parametrize("kv_share", [1, 2, 4])
def test_a_cache_holds_the_layers_that_project_and_changes_nothing(config: ModelConfig, kv_share: int) -> None:
    subject = model(replace(config, layers=4, kv_share=kv_share)).double()
    cache = new_cache(subject, len(PROMPTS), 40)
    assert len(cache.keys) == len(cache.values) == 4 // kv_share
    states, _ = subject(
        torch.tensor([token for prompt in PROMPTS for token in prompt]),
        prefill := cache.prefill([len(prompt) for prompt in PROMPTS]),
        torch.float64,
    )
    texts, states = [list(prompt) for prompt in PROMPTS], states[prefill.last_B]
    for step in range(6):
        for text, cached in zip(texts, states, strict=True):
            uncached, _ = subject(torch.tensor(text), Documents([len(text)]), torch.float64)
            torch.testing.assert_close(cached, uncached[-1], rtol=0, atol=1e-10)
            text.append((7 * step + len(text)) % config.vocab_size)
        states, _ = subject(torch.tensor([text[-1] for text in texts]), cache.grow(), torch.float64)
