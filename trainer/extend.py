"""Give a tokenizer CJK tokens, as Hunyuan-Large did: 100K tokens of tiktoken and 28K for Chinese (arXiv 2411.02265,
section 2.1.2), for more characters a token.

What was before stays: every old token keeps its id. The new merges are appended, so each has a lower priority than
every old one. BPE merges the pair of highest priority first; so a text is first split exactly as before, and only then
do new merges join some of those tokens: the new segmentation is the old one with some boundaries removed. A new merge
makes nothing but whole CJK characters, or the beginning of one that can begin no other (trainer/cjk.py), so text
without CJK characters (as the tokenizer's own normaliser leaves it) never meets one and is split as before.

Special tokens that stand only in the list of added tokens are written into the vocabulary too, under their ids:
`tokenizers` numbers them by the vocabulary's size when it loads a file, and they would move.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from trainer.byte_level import CHARACTER, is_byte_level, spellings, written
from trainer.cjk import is_cjk_piece
from trainer.errors import BadInput
from trainer.merges import BOUNDARY, Merge, learn_merges
from trainer.texts import batches
from trainer.tokenizer import plain

MIN_COUNT = 2
"""How often a pair must occur in the texts to become a token; what occurs once is no word. The project's own figure."""
ASCII = frozenset(range(0x80))


@dataclass(frozen=True, slots=True)
class Extension:
    tokenizer: Tokenizer
    merges: list[Merge]
    """Each made a token."""
    old: int
    """Tokens before."""

    @property
    def new(self) -> int:
        return len(self.merges)


def extend(tokenizer: Tokenizer, texts: Iterable[str], tokens: int, min_count: int = MIN_COUNT) -> Extension:
    """Learn up to `tokens` CJK tokens on the texts. Fewer come out if the texts hold too few repeated pairs.

    Raises BadInput if the tokenizer is no byte-level BPE, and if the texts hold nothing to learn from.
    """
    if tokens < 1:
        raise BadInput(f"{tokens} tokens to add: expected at least 1")
    parts = json.loads(tokenizer.to_str())
    check(parts)
    old = tokenizer.get_vocab()
    known = spellings(old, frozenset(token["content"] for token in parts["added_tokens"]))
    merges = learn_merges(
        cjk_runs(plain(tokenizer), texts, known),
        known,
        is_cjk_piece,
        first_new=max(old.values()) + 1,
        count=tokens,
        min_count=min_count,
    )
    if not merges:
        raise BadInput(
            f"nothing to learn: the texts hold no Chinese, Japanese or Korean characters that stand together at least "
            f"{min_count} times and are not one token already; give texts in these languages"
        )
    vocabulary = parts["model"]["vocab"]
    vocabulary |= {token["content"]: token["id"] for token in parts["added_tokens"]}
    vocabulary |= {written(merge.bytes): merge.token for merge in merges}
    spelt = known | {merge.token: merge.bytes for merge in merges}
    parts["model"]["merges"] += [[written(spelt[merge.first]), written(spelt[merge.second])] for merge in merges]
    return Extension(Tokenizer.from_str(json.dumps(parts)), merges, len(old))


def check(parts: dict[str, Any]) -> None:
    """Raises BadInput if a tokenizer.json is no byte-level BPE with a token for every byte."""
    model = parts["model"]
    if model["type"] != "BPE":
        raise BadInput(f"the tokenizer is a {model['type']} model: only BPE has merges that can be added to")
    if not is_byte_level(parts["pre_tokenizer"]) or model["continuing_subword_prefix"] or model["end_of_word_suffix"]:
        raise BadInput(
            "the tokenizer is BPE, but not on bytes (its pre-tokenizer has no ByteLevel step): only byte-level BPE can "
            "be extended"
        )
    if missing := [byte for byte, name in CHARACTER.items() if name not in model["vocab"]]:
        raise BadInput(
            f"the tokenizer has no token for {len(missing)} of the 256 bytes, the first of them {missing[0]:#04x}: "
            f"it cannot write every text, and is not extended"
        )


def cjk_runs(tokenizer: Tokenizer, texts: Iterable[str], known: dict[int, bytes]) -> NDArray[np.int32]:
    """The texts' tokens without those that cannot be part of a CJK character, a boundary wherever no merge may reach:
    between the words of the pre-tokenizer, and where something was left out."""
    usable_V = np.zeros(max(tokenizer.get_vocab().values()) + 1, np.bool_)
    usable_V[[token for token, spelling in known.items() if ASCII.isdisjoint(spelling)]] = True
    found = [np.zeros(0, np.int32)]
    for batch in batches(texts, len):
        for encoding in tokenizer.encode_batch(batch, add_special_tokens=False):
            ids = np.asarray(encoding.ids, np.int32)
            words = np.asarray([-1 if word is None else word for word in encoding.word_ids], np.int32)
            found.append(_cut(np.where(usable_V[ids], ids, BOUNDARY), words))
    return np.concatenate(found)


def _cut(ids: NDArray[np.int32], words: NDArray[np.int32]) -> NDArray[np.int32]:
    """Boundaries between words and at the end, one where there would be several."""
    cut = np.append(np.insert(ids, np.flatnonzero(np.diff(words)) + 1, BOUNDARY), BOUNDARY)
    repeated = np.append(False, (cut[1:] == BOUNDARY) & (cut[:-1] == BOUNDARY))
    return cut[~repeated].astype(np.int32)
