"""How many tokens a text has: by the model's own tokenizer where it is at hand, else by a rule of thumb."""

import re
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import UserError

Count = Callable[[str], int]

CHARACTERS = 4
"""Characters in a token of Latin text; a Chinese, Japanese or Korean character is a token of its own."""
_CJK = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003134f]")


def roughly(text: str) -> int:
    """The rule of thumb, rounded up."""
    wide = len(_CJK.findall(text))
    return wide + -(-(len(text) - wide) // CHARACTERS)


def counter(model: str) -> tuple[Count, str]:
    """A function that counts for a model, and what it goes by in words. A folder with a tokenizer.json has its own.

    Raises UserError for a tokenizer.json that cannot be read.
    """
    path = Path(model).expanduser() / "tokenizer.json"
    if not model or not path.is_file():
        return roughly, f"{CHARACTERS} characters, or one Chinese character, for a token"
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises nothing narrower
        raise UserError(f"{path}: cannot be read as a tokenizer: {error}") from None
    return lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids), str(path)
