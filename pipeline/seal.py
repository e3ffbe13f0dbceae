"""The seal of a record: which prompt belongs to which key."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.keyed import canonical, digest


def seal(asked: Sequence[Mapping[str, str]], evidence: Mapping[str, Any]) -> str:
    """A digest over the turns before the answer and what the answer was checked by (checker and arguments).

    Written at a record's birth. A prompt that is changed without its key, or a key without its prompt, no longer fits,
    even where the manifest's hashes were made anew. It is no signature: who changes both and seals again is found only
    by making the record again from its seed (pipeline/audit/rebirth.py).
    """
    turns = [[turn["role"], turn["content"]] for turn in asked]
    return digest("seal", canonical(turns), evidence["checker"], evidence["arguments"])
