"""Check that an earlier turn of the conversation is remembered rightly.

args: what ("recall_answer" or "recall_question"), prompt and response (the first exchange of the conversation). The
answer must be the first response's final answer, or the first message word for word (white space aside).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.verdict import Verdict, failed, passed


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if args["what"] == "recall_question":
        if response.split() != args["prompt"].split():
            return failed("wrong_question", f"expected the first message word for word, found {response[:80]!r}")
        return passed("the first message word for word")
    expected, found = final_answer(args["response"]), final_answer(response)
    if plain(found) != plain(expected):
        return failed("wrong_recall", f"expected {expected!r}, the first turn's answer; found {found[:80]!r}")
    return passed(f"the first turn's answer was {expected!r}")
