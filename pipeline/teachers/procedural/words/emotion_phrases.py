"""What the statements of the `emotion` family are made of: neutral situations and endings, and cues that each show one
emotion. A statement is told in the first person, so that a cue fits every speaker."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language. `forms` join a {situation} and a {cue}, perhaps with a {time}; `statement` puts the
    speaker in front."""

    cues: dict[str, tuple[str, ...]]
    """By emotion, as it is named in the language."""
    situations: tuple[str, ...]
    times: tuple[str, ...]
    endings: tuple[str, ...]
    forms: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    statement: str
    joint: str
    """What stands between two sentences."""


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())
