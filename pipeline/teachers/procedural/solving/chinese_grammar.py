"""The small Chinese grammar of `grammar_correction`, made like the English one: words chosen, rendered with flaws."""

import random
from functools import lru_cache
from typing import Any

from pipeline.teachers.procedural.words import grammar_words as words
from pipeline.teachers.procedural.words.names import NAMES

Spec = dict[str, Any]
"""frame and the words that it needs"""
FLAWS = {
    "measure": ("measure", "two"),
    "manner": ("particle",),
    "skill": ("particle",),
    "colour": ("particle",),
    "going": ("negation",),
    "doing": ("order",),
    "linked": ("link",),
}
PARTICLES = {"manner": "地", "skill": "得", "colour": "的"}


def draw(rng: random.Random) -> Spec:
    frame = rng.choice(list(FLAWS))
    spec: Spec = {"frame": frame, "who": rng.choice(NAMES["zh"])}
    match frame:
        case "measure":
            spec |= {
                "time": rng.choice(words.TIMES_ZH["past"]),
                "verb": rng.choice(words.VERBS_ZH),
                "number": rng.choice(words.NUMBERS_ZH + "两两"),
                "thing": rng.choice(list(words.THINGS_ZH)),
            }
        case "manner":
            spec |= {"manner": rng.choice(words.MANNERS_ZH), "deed": rng.choice(words.DEEDS_ZH)}
        case "skill":
            verb = rng.choice(list(words.SKILLS_ZH))
            spec |= {"verb": verb, "well": rng.choice(words.SKILLS_ZH[verb].split())}
        case "colour":
            spec |= {"colour": rng.choice(words.COLOURS_ZH), "thing": rng.choice(words.LIKED_ZH)}
        case "going":
            when = rng.choice(list(words.TIMES_ZH))
            spec |= {"time": rng.choice(words.TIMES_ZH[when]), "going": rng.choice(words.GOINGS_ZH)}
        case "doing":
            spec |= {"place": rng.choice(words.PLACES_ZH), "doing": rng.choice(words.DOINGS_ZH)}
        case _:
            link = rng.choice(list(words.LINKED_ZH))
            _, first, second = words.LINKED_ZH[link]
            spec |= {"link": link, "first": rng.choice(first), "second": rng.choice(second)}
    return spec


def flaws_of(spec: Spec) -> list[str]:
    return [flaw for flaw in FLAWS[spec["frame"]] if flaw != "two" or spec["number"] == "两"]


def render(spec: Spec, flaws: tuple[str, ...] = (), wrong: str = "") -> str:
    """The sentence; `wrong` is what stands for the right particle, measure word or link if that is the flaw."""
    who = spec["who"]
    match spec["frame"]:
        case "measure":
            number = "二" if "two" in flaws else spec["number"]
            measure = wrong if "measure" in flaws else words.THINGS_ZH[spec["thing"]]
            return f"{spec['time']}{who}{spec['verb']}了{number}{measure}{spec['thing']}。"
        case "manner":
            return f"{who}{spec['manner']}{wrong or '地'}{spec['deed']}。"
        case "skill":
            return f"{who}{spec['verb']}{wrong or '得'}很{spec['well']}。"
        case "colour":
            return f"{who}喜欢{spec['colour']}{wrong or '的'}{spec['thing']}。"
        case "going":
            past = spec["time"] in words.TIMES_ZH["past"]
            return f"{spec['time']}{who}{'没有' if past is not ('negation' in flaws) else '不'}{spec['going']}。"
        case "doing":
            where = f"在{spec['place']}"
            pair = (spec["doing"], where) if "order" in flaws else (where, spec["doing"])
            return f"{who}每天{''.join(pair)}。"
    link = wrong or words.LINKED_ZH[spec["link"]][0]
    if spec["link"] == "不但":
        return f"{who}不但{spec['first']}，{link}{spec['second']}。"
    if spec["link"] in ("只要", "只有"):
        return f"{spec['link']}{spec['first']}，{who}{link}{spec['second']}。"
    return f"{spec['link']}{spec['first']}，{link}{who}{spec['second']}。"


def _start(text: str, choices: list[str] | tuple[str, ...]) -> str:
    """The longest choice that the text begins with; "" if it begins with none."""
    return max((choice for choice in choices if text.startswith(choice)), key=len, default="")


def _end(text: str, choices: list[str] | tuple[str, ...]) -> str:
    return max((choice for choice in choices if text.endswith(choice)), key=len, default="")


def read(text: str) -> Spec:
    """The words chosen for a sentence, flawed or not."""
    body = text[:-1]
    names = NAMES["zh"]
    if "，" in body:
        clause, rest = body.split("，")
        who = _start(clause, names)
        link = next(link for link in words.LINKED_ZH if clause.startswith(f"{who}{link}"))
        who = who or next(name for name in names if name in rest)
        second = _end(rest, words.LINKED_ZH[link][2])
        first = _end(clause, words.LINKED_ZH[link][1])
        return {"frame": "linked", "who": who, "link": link, "first": first, "second": second}
    times = [time for listed in words.TIMES_ZH.values() for time in listed]
    spec: Spec = {}
    if time := _start(body, times):
        spec["time"], body = time, body[len(time) :]
    spec["who"] = _start(body, names)
    body = body[len(spec["who"]) :]
    if going := _end(body, words.GOINGS_ZH) if time else "":
        return {**spec, "frame": "going", "going": going}
    if time:
        verb, rest = body.split("了")
        thing = _end(rest, list(words.THINGS_ZH))
        return {**spec, "frame": "measure", "verb": verb, "number": rest[0].replace("二", "两"), "thing": thing}
    if body.startswith("每天"):
        doing = next(doing for doing in words.DOINGS_ZH if doing in body)
        place = next(place for place in words.PLACES_ZH if f"在{place}" in body)
        return {**spec, "frame": "doing", "place": place, "doing": doing}
    if body.startswith("喜欢"):
        colour = _start(body[2:], words.COLOURS_ZH)
        return {**spec, "frame": "colour", "colour": colour, "thing": _end(body, words.LIKED_ZH)}
    if manner := _start(body, words.MANNERS_ZH):
        return {**spec, "frame": "manner", "manner": manner, "deed": _end(body, words.DEEDS_ZH)}
    return {**spec, "frame": "skill", "verb": body[0], "well": body[3:]}


@lru_cache(maxsize=8192)
def mended(text: str) -> str:
    return render(read(text))


def spoilt(rng: random.Random, count: int) -> str:
    """A new sentence with up to `count` mistakes; the right sentence if `count` is 0."""
    spec = draw(rng)
    possible = flaws_of(spec)
    flaws = tuple(rng.sample(possible, min(count, len(possible))))
    wrong = ""
    if "particle" in flaws:
        wrong = rng.choice([particle for particle in "的地得" if particle != PARTICLES[spec["frame"]]])
    elif "link" in flaws:
        wrong = rng.choice(words.WRONG_LINKS_ZH[words.LINKED_ZH[spec["link"]][0]])
    elif "measure" in flaws:
        wrong = rng.choice([m for m in words.WRONG_MEASURES_ZH if m != words.THINGS_ZH[spec["thing"]]])
    return render(spec, flaws, wrong)
