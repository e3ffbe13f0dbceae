"""Check a password against its stated constraints.

args, each stated in the prompt: length; the least number of digits, upper (capitals), lower (small letters) and
symbols; allowed (the symbols that may occur); and optionally begins, ends, contains, forbidden (characters that must
not occur), no_repeat (no character twice in a row), no_twice (no character twice at all). Only ASCII letters and digits
may occur beside the symbols.
"""

import string
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from filters.reading.answer import final_answer
from filters.verdict import Verdict, failed, passed

_LONGEST = 200
CLASSES = {"digits": string.digits, "upper": string.ascii_uppercase, "lower": string.ascii_lowercase}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    found = final_answer(response)
    if len(found) > _LONGEST or len(found.split()) != 1:
        return failed("no_answer", "not one password, without blanks, stands after the answer mark")
    if len(found) != args["length"]:
        return failed("wrong_length", f"expected {args['length']} characters, found {len(found)}: {found}")
    strange = sorted(set(found) - set(string.ascii_letters + string.digits + args["allowed"]))
    if strange:
        return failed("not_allowed", f"{' '.join(strange)} may not occur in {found}")
    for name, members in {**CLASSES, "symbols": args["allowed"]}.items():
        count = sum(character in members for character in found)
        if count < args[name]:
            return failed(f"too_few_{name}", f"expected at least {args[name]} {name}, found {count} in {found}")
    if not found.startswith(args.get("begins", "")):
        return failed("wrong_beginning", f"expected {args['begins']} at the beginning of {found}")
    if not found.endswith(args.get("ends", "")):
        return failed("wrong_end", f"expected {args['ends']} at the end of {found}")
    if args.get("contains", "") not in found:
        return failed("part_missing", f"expected {args['contains']} in {found}")
    forbidden = sorted(set(found) & set(args.get("forbidden", "")))
    if forbidden:
        return failed("forbidden", f"{' '.join(forbidden)} must not occur in {found}")
    if args.get("no_repeat") and any(one == two for one, two in pairwise(found)):
        return failed("repeated", f"two neighbours are the same in {found}")
    if args.get("no_twice") and max(Counter(found).values()) > 1:
        return failed("repeated", f"a character occurs twice in {found}")
    return passed(found)
