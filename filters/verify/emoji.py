"""Count the emoji of a response and compare them with what is demanded; whether they tell the message is not judged.

args: message; count; and perhaps begins, contains (one emoji each), no_twice (true). Nothing but emoji may stand there.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from filters.reading.emoji import emoji_of
from filters.verdict import Verdict, failed, passed

_LONGEST = 400


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    found = emoji_of(response)
    if found is None:
        return failed("not_emoji", f"something other than emoji stands in {response[:100]!r}")
    if len(found) != args["count"]:
        return failed("wrong_count", f"expected {args['count']} emoji, found {len(found)}")
    if "begins" in args and found[0] != args["begins"].replace("\ufe0f", ""):
        return failed("wrong_beginning", f"expected {args['begins']} first, found {found[0]}")
    if "contains" in args and args["contains"].replace("\ufe0f", "") not in found:
        return failed("emoji_missing", f"{args['contains']} is missing")
    if args.get("no_twice") and max(Counter(found).values()) > 1:
        return failed("repeated", f"an emoji occurs twice in {''.join(found)}")
    return passed("".join(found))
