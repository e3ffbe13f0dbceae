"""Characters per token by language, of any tokenizer.json: what fits into a context, and what a token buys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from trainer.cjk import is_cjk
from trainer.errors import BadInput
from trainer.texts import CODE, batches
from trainer.tokenizer import FILE, plain

CJK_SHARE = 0.3
"""Share of CJK characters from which a text is called Chinese. The project's own figure: technical prose in Chinese
quotes much English."""


@dataclass(frozen=True, slots=True)
class Figures:
    characters: int
    tokens: int
    comes_back: bool
    """Whether the tokens of each text decode to the text; what a tokenizer drops costs it no tokens."""

    @property
    def characters_per_token(self) -> float:
        return self.characters / self.tokens if self.tokens else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    name: str
    vocabulary: int
    by_language: Mapping[str, Figures]

    def as_dict(self) -> dict[str, Any]:
        languages = {
            language: {**asdict(figures), "characters_per_token": figures.characters_per_token}
            for language, figures in self.by_language.items()
        }
        return {"tokenizer": self.name, "vocabulary": self.vocabulary, "languages": languages}


def read_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer.json, or the one in a folder. Raises BadInput if it is none."""
    file = path / FILE if path.is_dir() else path
    if not file.is_file():
        raise BadInput(f"{path} holds no {FILE}" if path.is_dir() else f"{path}: there is no such file")
    try:
        return Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises nothing narrower
        raise BadInput(f"{file}: not a tokenizer.json that `tokenizers` can read: {error}") from None


def language_of(text: str, name: str = "") -> str:
    """`code` by the file's name; else `zh` or `en` by the characters. Other languages count with `en`."""
    if Path(name).suffix in CODE:
        return "code"
    seen = [character for character in text if not character.isspace()]
    return "zh" if sum(map(is_cjk, seen)) > CJK_SHARE * len(seen) else "en"


def measure(tokenizers: Mapping[str, Tokenizer], texts: Iterable[tuple[str, str]]) -> list[Report]:
    """Each tokenizer's figures on (language, text). Special tokens in a text count as text."""
    found: defaultdict[tuple[str, str], Figures] = defaultdict(lambda: Figures(0, 0, True))
    tokenizers = {name: plain(tokenizer) for name, tokenizer in tokenizers.items()}
    for batch in batches(texts, lambda one: len(one[1])):
        whole = [text for _, text in batch]
        for name, tokenizer in tokenizers.items():
            encoded = [one.ids for one in tokenizer.encode_batch_fast(whole, add_special_tokens=False)]
            decoded = tokenizer.decode_batch(encoded, skip_special_tokens=False)
            for (language, text), ids, back in zip(batch, encoded, decoded, strict=True):
                old = found[name, language]
                found[name, language] = Figures(
                    old.characters + len(text), old.tokens + len(ids), old.comes_back and back == text
                )
    languages = sorted({language for _, language in found})
    return [
        Report(name, tokenizer.get_vocab_size(), {language: found[name, language] for language in languages})
        for name, tokenizer in tokenizers.items()
    ]
