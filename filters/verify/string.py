"""Compare the answer that a response states with one text or several accepted ones.

args: answer (a text, or a list of accepted ones); exact (true: sign for sign; otherwise letter case, width of signs,
blanks, quotes, emphasis and a final full stop are immaterial). The answer is what follows "Answer:" (or "答案："), what
stands in a box, or else the whole response.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.verdict import Verdict, failed, passed

_AROUND = "*_`\"'“”‘’「」《》 "
_SHOWN = 200


def check(args: Mapping[str, Any], response: str) -> Verdict:
    given = args["answer"]
    accepted = [given] if isinstance(given, str) else [str(one) for one in given]
    if not accepted:
        return failed("unclear_task", "the arguments hold no accepted answer")
    found = final_answer(response)
    shown = f"expected {' or '.join(accepted)[:_SHOWN]!r}, found {found[:_SHOWN]!r}"
    if not found:
        return failed("no_answer", shown)
    if args.get("exact"):
        return passed(shown) if found in [one.strip() for one in accepted] else failed("wrong_answer", shown)
    return passed(shown) if _folded(found) in map(_folded, accepted) else failed("wrong_answer", shown)


def _folded(text: str) -> str:
    return plain(plain(text).strip(_AROUND)).strip(_AROUND)
