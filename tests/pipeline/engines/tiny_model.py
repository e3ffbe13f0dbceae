"""A language model small enough to be trained for a test: a real Hugging Face folder that a real engine loads.

It memorises the forms of answers (tags, JSON) and some of their words, and so gives the parsers, the call log and the
filters what a large model gives them: answers that mostly parse and sometimes do not. What it says makes no sense.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.engines.base import Message
from pipeline.keyed import canonical, digest, generator

CACHE = Path(__file__).resolve().parents[3] / ".cache" / "tiny_model"
"""Where models are kept between runs of the tests; git does not see it."""

Pair = tuple[Sequence[Message], str]
"""A conversation up to the user's turn, and the assistant's answer."""

PAD, START, END = "<|pad|>", "<|im_start|>", "<|im_end|>"
CHAT_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
IGNORED = -100
"""Label of padding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Shape and training. Part of the key in the cache, so a change of them makes another model."""

    vocabulary: int = 1536
    width: int = 128
    layers: int = 3
    heads: int = 4
    """Of width 32, the least that vLLM's attention on CPUs takes."""
    key_value_heads: int = 2
    hidden: int = 384
    positions: int = 4096
    steps: int = 160
    tokens_a_step: int = 2048
    rate: float = 4e-3
    seed: int = 0


def tiny_model(pairs: Sequence[Pair], folder: Path = CACHE, settings: Settings | None = None) -> Path:
    """The folder of a model that was trained on these pairs: from the cache, or trained now (about twenty
    seconds on two cores). Processes that train the same model at once each finish it; the first to end is kept."""
    settings = settings or Settings()
    key = digest("tiny model", CHAT_TEMPLATE, canonical(asdict(settings)), canonical([[list(m), a] for m, a in pairs]))
    place = folder / key
    if not (place / "config.json").exists():
        unfinished = folder / f".{key}.{os.getpid()}"
        _make(pairs, unfinished, settings)
        try:
            unfinished.rename(place)
        except OSError:  # another process was faster: the folder is there and not empty
            shutil.rmtree(unfinished)
    return place


def _make(pairs: Sequence[Pair], place: Path, settings: Settings) -> None:
    import torch

    place.mkdir(parents=True, exist_ok=True)
    texts = [text for messages, answer in pairs for text in (*(one["content"] for one in messages), answer)]
    tokenizer = tokenizer_of(texts, settings)
    with torch.random.fork_rng():
        torch.manual_seed(settings.seed)
        model = untrained(tokenizer, settings)
        _train(model, [_example(tokenizer, pair) for pair in pairs], settings)
    tokenizer.save_pretrained(place)
    model.save_pretrained(place)


def tokenizer_of(texts: Iterable[str], settings: Settings) -> Any:
    """Byte-level BPE, trained on these texts; any text can be written in it. With a chat template."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    raw = Tokenizer(models.BPE())
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    raw.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=settings.vocabulary,
        special_tokens=[PAD, START, END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    raw.train_from_iterator([*texts, "system\nuser\nassistant\n"], trainer)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=raw, pad_token=PAD, eos_token=END, additional_special_tokens=[START]
    )
    tokenizer.chat_template = CHAT_TEMPLATE
    return tokenizer


def untrained(tokenizer: Any, settings: Settings) -> Any:
    from transformers import LlamaConfig, LlamaForCausalLM

    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer),
            hidden_size=settings.width,
            intermediate_size=settings.hidden,
            num_hidden_layers=settings.layers,
            num_attention_heads=settings.heads,
            num_key_value_heads=settings.key_value_heads,
            max_position_embeddings=settings.positions,
            tie_word_embeddings=True,
            pad_token_id=tokenizer.pad_token_id,
            bos_token_id=tokenizer.convert_tokens_to_ids(START),
            eos_token_id=tokenizer.eos_token_id,
        )
    )


def _example(tokenizer: Any, pair: Pair) -> list[int]:
    """Token ids of a conversation. All of them are learnt, the user's too: Magpie asks the model to write them."""
    messages, answer = pair
    asked = tokenizer.apply_chat_template(list(messages), tokenize=False, add_generation_prompt=True)
    ids: list[int] = tokenizer(asked + answer + END, add_special_tokens=False)["input_ids"]
    return ids


def _batches(examples: Sequence[list[int]], settings: Settings) -> Iterator[tuple[Any, Any, Any]]:
    """Ids, labels and mask of padded batches of at most so many tokens, for ever, in keyed order. Examples of like
    length go together."""
    import torch

    longest = max(map(len, examples))
    count = max(1, settings.tokens_a_step // longest)
    epoch = 0
    while True:
        rng = generator("tiny model", settings.seed, epoch)
        order = sorted(range(len(examples)), key=lambda place: (len(examples[place]) // 64, rng.random()))
        groups = [order[start : start + count] for start in range(0, len(order), count)]
        rng.shuffle(groups)
        for group in groups:
            length = max(len(examples[place]) for place in group)
            ids = torch.zeros(len(group), length, dtype=torch.long)
            labels = torch.full((len(group), length), IGNORED)
            mask = torch.zeros(len(group), length, dtype=torch.long)
            for row, place in enumerate(group):
                length = len(examples[place])
                ids[row, :length] = labels[row, :length] = torch.tensor(examples[place])
                mask[row, :length] = 1
            yield ids, labels, mask
        epoch += 1


def _train(model: Any, examples: Sequence[list[int]], settings: Settings) -> None:
    import torch

    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.rate, betas=(0.9, 0.95), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, settings.rate, settings.steps, pct_start=0.1)
    model.train()
    for _, (ids, labels, mask) in zip(range(settings.steps), _batches(examples, settings), strict=False):
        loss = model(input_ids=ids, attention_mask=mask, labels=labels).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
    model.eval()
