"""Find the code in a response."""

import re

_BLOCK = re.compile(r"^[ \t]*```[ \t]*(?:python|py|python3)?[ \t]*\n(.*?)^[ \t]*```[ \t]*$", re.DOTALL | re.MULTILINE)
_LONGEST = 20_000


def code_blocks(response: str) -> list[str]:
    """The contents of all fenced blocks of Python (or of no stated language), in order, empty ones left out."""
    return [block for block in _BLOCK.findall(response[:_LONGEST]) if block.strip()]
