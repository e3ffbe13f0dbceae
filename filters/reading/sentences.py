"""Sentences and words of a quoted passage, for the checkers: one walk over what stands between blanks.

A passage that is quoted for a question holds plain sentences only, so a sentence ends where a word ends in a stop.
"""

STOPS = (".", "!", "?")
CLOSERS = "\"')”’"
AROUND = "\"'(),.;:!?“”‘’"


def squeeze(text: str) -> str:
    """Every run of white space as one blank, none at the ends."""
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    """The sentences of a passage; what follows the last stop counts as one."""
    found: list[str] = []
    current: list[str] = []
    for token in text.split():
        current.append(token)
        if token.rstrip(CLOSERS).endswith(STOPS):
            found.append(" ".join(current))
            current = []
    if current:
        found.append(" ".join(current))
    return found


def bare(token: str) -> str:
    """A word in lower case without the punctuation around it."""
    return token.strip(AROUND).lower()


def occurrences(word: str, text: str) -> int:
    """How often a word stands in a text as a whole word, in whatever case."""
    wanted = word.lower()
    return sum(bare(token) == wanted for token in text.split())
