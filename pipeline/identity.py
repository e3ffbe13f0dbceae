"""Ids, and the shard that follows from an id."""

from pipeline.keyed import digest

PREFIX = 8
"""Hexadecimal digits at the head of an id that decide its shard."""


def seed_id(content: str, occurrence: int = 0) -> str:
    """A seed's id: what it says, and which of several equal ones it is."""
    return digest("seed", content, occurrence)


def record_id(run_seed: int, seed: str, operator: str, ordinal: int) -> str:
    """A record's id: run seed, seed, operator, place among its siblings.

    Template hashes and model revisions are left out, so that a comma in a prompt does not roll every die anew. It
    begins like its seed's id, and so shares its shard.
    """
    return seed[:PREFIX] + digest(run_seed, seed, operator, ordinal, size=12)


def shard_of(identity: str, shards: int) -> int:
    """The shard of an id among `shards`: contiguous ranges of ids, so that shards in order hold rows in order."""
    return int(identity[:PREFIX], 16) * shards >> 4 * PREFIX
