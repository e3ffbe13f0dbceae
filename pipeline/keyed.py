"""Randomness and identity from keys: the reason that the same recipe gives the same bytes anywhere.

Every random choice draws from a generator keyed by what it is for (run seed, record id, operator, attempt). Nothing
depends on the order of arrival, on the worker, or on Python's `hash()`, which differs between processes.
"""

import json
import random
from hashlib import blake2b
from typing import Any

SEPARATOR = "\x1f"

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def digest(*key: str | int, size: int = 16) -> str:
    """A hexadecimal digest of `size` bytes over the parts of a key."""
    return blake2b(SEPARATOR.join(map(str, key)).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def generator(*key: str | int) -> random.Random:
    """A generator that depends on the key alone."""
    return random.Random(int(digest(*key), 16))


def share(*key: str | int) -> float:
    """A number in [0, 1) that depends on the key alone: for keyed choices that need only one draw."""
    return int(digest(*key, size=7), 16) / float(1 << 56)


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spare blanks: the form in which settings and arguments are hashed and stored."""
    return _encode(value)
