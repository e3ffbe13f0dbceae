"""Text to tokens and back: byte-level BPE, and the rendering of conversations.

Digits are split one by one, so that a number's tokens are its digits (as in Hunyuan-Large's tokenizer). A conversation
is rendered as

    <|user|>question<|assistant|>answer<|end|><|user|>…

and plain text as <|text|>…<|end|>. Text never yields one of these marks, whatever it contains.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from trainer.errors import BadInput

Message = Mapping[str, str]
"""A turn: {"role": "system" | "user" | "assistant", "content": text}."""

END, TEXT = "<|end|>", "<|text|>"
ROLES = {"system": "<|system|>", "user": "<|user|>", "assistant": "<|assistant|>"}
MARKS = (END, TEXT, *ROLES.values())
LEAST = 256 + len(MARKS)
FILE = "tokenizer.json"


class ChatTokenizer:
    def __init__(self, bpe: Tokenizer) -> None:
        bpe.encode_special_tokens = True  # marks that occur in a text are text
        self.bpe = bpe
        vocabulary = bpe.get_vocab()
        if not vocabulary.keys() >= set(MARKS):
            raise BadInput(f"the tokenizer lacks one of the marks {' '.join(MARKS)}; it was not made by this trainer")
        self.marks: dict[str, int] = {mark: vocabulary[mark] for mark in MARKS}
        self.end = self.marks[END]

    @classmethod
    def train(cls, texts: Iterable[str], vocab_size: int) -> "ChatTokenizer":
        """Learn the merges. The vocabulary is smaller than asked for if the texts hold too few pairs. Raises BadInput
        if there is no room for the bytes and the marks."""
        if vocab_size < LEAST:
            raise BadInput(
                f"a vocabulary of {vocab_size} tokens: expected at least {LEAST}, for 256 bytes and the marks"
            )
        bpe = Tokenizer(models.BPE())
        bpe.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Split(Regex(r"\p{N}"), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )
        bpe.decoder = decoders.ByteLevel()
        trainer = trainers.BpeTrainer(
            vocab_size=vocab_size,
            special_tokens=list(MARKS),
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        )
        bpe.train_from_iterator(texts, trainer)
        return cls(bpe)

    @classmethod
    def load(cls, folder: Path) -> "ChatTokenizer":
        path = folder / FILE
        if not path.is_file():
            raise BadInput(f"{folder} holds no {FILE}: it is not a checkpoint of this trainer")
        try:
            return cls(Tokenizer.from_file(str(path)))
        except BadInput as error:
            raise BadInput(f"{path}: {error}") from None

    def save(self, folder: Path) -> None:
        self.bpe.save(str(folder / FILE))

    @property
    def hash(self) -> str:
        """Of all that decides how a text is split."""
        return hashlib.sha256(self.bpe.to_str().encode()).hexdigest()

    @property
    def vocab_size(self) -> int:
        size: int = self.bpe.get_vocab_size()
        return size

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self.bpe.encode_batch_fast(list(texts), add_special_tokens=False)]

    def decode(self, tokens: Sequence[int]) -> str:
        """The text of the tokens, without marks."""
        text: str = self.bpe.decode(list(tokens))
        return text

    def documents(self, texts: Sequence[str]) -> list[list[int]]:
        """Plain texts, each between its marks."""
        return [[self.marks[TEXT], *tokens, self.end] for tokens in self.encode(texts)]

    def chats(self, conversations: Sequence[Sequence[Message]]) -> list[tuple[list[int], list[bool]]]:
        """The tokens of each conversation, and which of them the assistant must learn to say (its end mark too)."""
        contents = iter(self.encode([turn["content"] for turns in conversations for turn in turns]))
        rendered = []
        for turns in conversations:
            tokens: list[int] = []
            learn: list[bool] = []
            for turn in turns:
                said, mine = next(contents), turn["role"] == "assistant"
                ending = [self.end] if mine else []
                tokens += [self._role(turn["role"]), *said, *ending]
                learn += [False, *[mine] * len(said + ending)]
            rendered.append((tokens, learn))
        return rendered

    def prompts(self, conversations: Sequence[Sequence[Message]]) -> list[list[int]]:
        """Each conversation's tokens with the assistant's mark at the end: its turn to speak."""
        return [[*tokens, self.marks[ROLES["assistant"]]] for tokens, _ in self.chats(conversations)]

    def _role(self, role: str) -> int:
        if role not in ROLES:
            raise BadInput(f"unknown role {role!r} in a message; known: {', '.join(ROLES)}")
        return self.marks[ROLES[role]]


def plain(tokenizer: Tokenizer) -> Tokenizer:
    """A copy that neither cuts nor fills up texts, and for which special tokens in a text are text."""
    copy = Tokenizer.from_str(tokenizer.to_str())
    copy.no_truncation()
    copy.no_padding()
    copy.encode_special_tokens = True
    return copy


def write(bpe: Tokenizer, folder: Path) -> None:
    """A folder with the tokenizer alone; the file is whole or not there."""
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f".{FILE}.partial"
    bpe.save(str(partial))
    partial.replace(folder / FILE)
