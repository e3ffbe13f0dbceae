"""Simple prompts of three kinds with answers of three forms, for a tiny model: tags, JSON and plain sentences."""

import json
import re
from collections.abc import Callable

from pipeline.keyed import generator
from tests.pipeline.engines.tiny_model import Pair

THINGS = (
    "river stone apple lantern meadow copper violin harbour thistle ember anchor barley candle dragon engine falcon "
    "garden hammer island jacket kettle ladder marble needle orchid pepper quartz ribbon saddle timber"
).split()
PLACES = "in the valley|on the ship|near the old mill|under the bridge|at the market|behind the barn".split("|")


def question(thing: str, place: str) -> Pair:
    asked = (
        f"Here is a passage: the {thing} lies {place}, and many people pass it each day. Write one question about the "
        "passage. Put the question between <question> and </question>, and nothing else."
    )
    return ({"role": "user", "content": asked},), f"<question>What lies {place} beside the {thing}?</question>"


def review(thing: str, place: str) -> Pair:
    asked = f'Judge this answer: "The {thing} is {place}." Reply as JSON with the keys "score" and "reason".'
    score = 1 + (len(thing) + len(place)) % 5
    return ({"role": "user", "content": asked},), json.dumps({"score": score, "reason": f"It names the {thing}."})


def story(thing: str, place: str) -> Pair:
    told = {"role": "system", "content": "You tell short stories."}
    asked = {"role": "user", "content": f"Tell me about the {thing} {place}."}
    return (told, asked), f"Once there was a {thing} {place}. It was old. Everybody knew it well."


KINDS: dict[str, Callable[[str, str], Pair]] = {"question": question, "review": review, "story": story}


def pairs(held_out: bool = False) -> dict[str, list[Pair]]:
    """By kind. A sixth of the combinations of things and places is held out."""
    chosen = [
        (thing, place)
        for thing in THINGS
        for place in PLACES
        if (generator("small talk", thing, place).random() < 1 / 6) is held_out
    ]
    return {kind: [make(*one) for one in chosen] for kind, make in KINDS.items()}


def all_pairs() -> list[Pair]:
    return [pair for group in pairs().values() for pair in group]


def parses(kind: str, answer: str) -> bool:
    if kind == "question":
        return re.fullmatch(r"<question>[^<>]+</question>", answer) is not None
    if kind == "review":
        try:
            return set(json.loads(answer)) == {"score", "reason"}
        except ValueError:
            return False
    return answer.startswith("Once there was")
