"""Check a conversation: every earlier turn of the assistant by its own checker, then the last one by the task's.

args: earlier (a list of {checker, args, response}) and task ({checker, args}).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from filters import verify
from filters.verdict import Verdict, failed


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """All turns of all conversations, each checker asked once for all that are its own."""
    asked: dict[str, list[tuple[int, int, Mapping[str, Any], str]]] = defaultdict(list)
    for place, (args, response) in enumerate(items):
        turns = [*args["earlier"], {**args["task"], "response": response}]
        for number, turn in enumerate(turns):
            asked[turn["checker"]].append((place, number, turn["args"], turn["response"]))
    verdicts: dict[int, dict[int, Verdict]] = defaultdict(dict)
    for checker, turns_ in asked.items():
        found = verify.check_many(checker, [(args, response) for _, _, args, response in turns_])
        for (place, number, _, _), verdict in zip(turns_, found, strict=True):
            verdicts[place][number] = verdict
    return [_overall(verdicts[place]) for place in range(len(items))]


def _overall(turns: Mapping[int, Verdict]) -> Verdict:
    """The last turn's verdict, unless an earlier turn is wrong."""
    *earlier, last = (turns[number] for number in sorted(turns))
    for number, verdict in enumerate(earlier, 1):
        if not verdict.passed:
            return failed("earlier_turn", f"turn {number} is wrong ({verdict.reason}: {verdict.detail})")
    return last
