"""Check that names keep to the prompt's constraints; whether they are good names is not judged.

args: count; first and last (letters, or ""); least and most (number of letters or characters); part (contained, or "").
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.comma_list import comma_list
from filters.verdict import Verdict, failed, passed


def check(args: Mapping[str, Any], response: str) -> Verdict:
    names = comma_list(response)
    if len(names) != args["count"]:
        return failed("wrong_count", f"expected {args['count']} names, found {len(names)}")
    folded = [name.casefold() for name in names]
    if len(set(folded)) < len(folded):
        return failed("repeated", "a name is given twice")
    for name in folded:
        shown = name[:60]
        if not name.isalpha():
            return failed("not_letters", f"{shown!r} has other signs than letters")
        if not args["least"] <= len(name) <= args["most"]:
            return failed("wrong_length", f"{shown!r} has {len(name)} letters, not {args['least']} to {args['most']}")
        if not name.startswith(args["first"].casefold()):
            return failed("wrong_first", f"{shown!r} does not start with {args['first']!r}")
        if args["part"] not in name:
            return failed("part_missing", f"{shown!r} lacks {args['part']!r}")
        if not name.endswith(args["last"]):
            return failed("wrong_last", f"{shown!r} does not end in {args['last']!r}")
    return passed(f"{len(names)} names within the constraints")
