"""Read a label out of a text by the stems of telling words, and judge the labels that a response names.

For the checkers of labelling tasks. Their args: texts, to be labelled in order; labels, the list to choose from.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.comma_list import comma_list
from filters.verdict import Verdict, failed, passed

_LONGEST = 2000


class Reader:
    """Knows labels by stems: for each a pattern of alternatives that begin a word (in Chinese, that stand anywhere)."""

    def __init__(self, stems: Mapping[str, str]) -> None:
        self._cues = {
            label: re.compile(rf"\b(?:{pattern})" if label.isascii() else pattern, re.IGNORECASE)
            for label, pattern in stems.items()
        }
        self.labels = lru_cache(maxsize=4096)(self._labels)

    def _labels(self, text: str) -> tuple[str, ...]:
        """The labels that a text shows; only those in its own script are looked for."""
        return tuple(
            label for label, cue in self._cues.items() if label.isascii() == text.isascii() and cue.search(text)
        )


def judge(reader: Reader, args: Mapping[str, Any], response: str) -> Verdict:
    """Whether the response names, in order, the one label that each text shows."""
    expected = []
    for text in args["texts"]:
        shown = reader.labels(text)
        if len(shown) != 1:
            return failed("unclear_task", f"a text shows {', '.join(shown) or 'no label'}: {text}")
        expected.append(shown[0])
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    found = [label.casefold() for label in comma_list(response)]
    wanted = ", ".join(expected)
    if not found:
        return failed("no_answer", f"expected {wanted}, found no answer")
    outside = [label for label in found if label not in args["labels"]]
    if outside:
        return failed("not_in_list", f"expected {wanted}, found {outside[0][:80]!r}, which is not in the list")
    if len(found) != len(expected):
        return failed("wrong_count", f"expected {wanted}, found {len(found)} labels: {', '.join(found)[:400]}")
    if found != expected:
        return failed("wrong_label", f"expected {wanted}, found {', '.join(found)}")
    return passed(wanted)
