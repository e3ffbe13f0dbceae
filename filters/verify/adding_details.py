"""Check that an expanded sentence has its details and its own words, in bounds of length; its style is not judged.

args: core, the bare sentence in three parts; details, a list of [kind, words]; least and most, the length in words (in
Chinese: in Chinese characters). The core's words must stand in their order, with anything between them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from filters.reading.sentences import bare
from filters.verdict import Verdict, failed, passed

_LONGEST = 1000


def _is_chinese(character: str) -> bool:
    return "一" <= character <= "鿿"


def _in_order(wanted: Iterable[str], found: Iterable[str]) -> str:
    """The first of the wanted that is not found after those before it; "" if all are."""
    rest = iter(found)
    return next((one for one in wanted if one not in rest), "")


def _inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def check(args: Mapping[str, Any], response: str) -> Verdict:
    text = response.strip().strip('"“”')
    if len(text) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    core = "".join(args["core"])
    chinese = any(map(_is_chinese, core))
    if chinese:
        units = [character for character in text if _is_chinese(character)]
        wanted = [character for character in core if _is_chinese(character)]
    else:
        units = [word for token in text.split() if (word := bare(token))]
        wanted = " ".join(args["core"]).lower().split()
    if not units:
        return failed("no_answer", "the response has no words")
    stops = sum(text.count(stop) for stop in ("。！？" if chinese else ".!?"))
    if stops != 1 or text[-1] not in "。！？.!?":
        return failed("not_one_sentence", f"expected one sentence with a stop at its end, found {text[-60:]!r}")
    if not args["least"] <= len(units) <= args["most"]:
        return failed("wrong_length", f"expected a length of {args['least']} to {args['most']}, found {len(units)}")
    if lost := _in_order(wanted, units):
        return failed("original_lost", f"{lost!r} of the bare sentence is missing or out of order")
    for kind, detail in args["details"]:
        part = list(detail) if chinese else detail.lower().split()
        if not _inside(part, units):
            return failed("detail_missing", f"the detail {detail!r} ({kind}) is missing")
    return passed(f"one sentence of {len(units)} with {len(args['details'])} details")
