"""Choose from the prompt's catalogue again: leave out what does not fit, then take the best by the rule.

args: catalogue (name, price, rating, offers); budget; wishes; refused; rule ("cheapest", "dearest" or "rated"); wanted,
the number of names.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed


def check(args: Mapping[str, Any], response: str) -> Verdict:
    scores: dict[int, str] = {}
    for offer in args["catalogue"]:
        has = offer["offers"]
        if offer["price"] > args["budget"] or any(wish not in has for wish in args["wishes"]):
            continue
        if any(unwelcome in has for unwelcome in args["refused"]):
            continue
        score = {"cheapest": -offer["price"], "dearest": offer["price"], "rated": offer["rating"]}[args["rule"]]
        if score in scores:
            return failed("unclear_task", f"{offer['name']} and {scores[score]} are equally good")
        scores[score] = offer["name"]
    best = [scores[score] for score in sorted(scores, reverse=True)]
    return compare(best[: args["wanted"]], response, plain)
