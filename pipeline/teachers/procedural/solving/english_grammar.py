"""The small English grammar of `grammar_correction`: a sentence is a choice of words, rendered right or with flaws.

A flaw is a rule left out. Every flawed sentence still shows which words were chosen, so that reading it gives them
back and rendering them without flaws mends it.
"""

import random
from functools import cache, lru_cache
from typing import Any

from pipeline.teachers.procedural.words import grammar_words as words
from pipeline.teachers.procedural.words.names import NAMES

Spec = dict[str, Any]
"""frame, and as it needs them time, who (a list of one or two), verb, quantity, adjective, noun, asking, modal, place,
object, other"""
FLAWS = {
    "object": ("verb", "number", "article", "order"),
    "modal": ("verb", "number", "article", "order"),
    "question": ("verb", "inversion", "number", "article", "order"),
    "there": ("be", "number", "article", "order"),
    "tied": ("verb", "preposition"),
    "compare": ("doubled", "positive", "than"),
}


def draw(rng: random.Random) -> Spec:
    frame = rng.choice(list(FLAWS))
    who = [rng.choice(list(words.PRONOUNS))] if rng.random() < 0.3 else rng.sample(NAMES["en"], rng.choice((1, 1, 2)))
    spec: Spec = {"frame": frame}
    if frame != "there":
        spec["who"] = who
    if frame in ("object", "modal", "question", "there"):
        spec |= {
            "quantity": rng.choice(("a", rng.choice(words.NUMBERS))),
            "adjective": rng.choice(words.ADJECTIVES),
            "noun": rng.choice(list(words.NOUNS)),
        }
    match frame:
        case "object" | "modal" | "question":
            spec["verb"] = rng.choice(list(words.VERBS))
        case "tied":
            spec["verb"] = rng.choice(list(words.TIED))
            spec["object"] = rng.choice(words.TIED[spec["verb"]][2])
        case "there":
            spec["place"] = rng.choice(words.PLACES)
        case _:
            first, other = rng.sample(NAMES["en"], 2)
            spec |= {"who": [first], "other": other, "adjective": rng.choice(list(words.COMPARED))}
    if frame in ("object", "tied"):
        spec["time"] = rng.choice([*words.TIMES["past"], *words.TIMES["now"]])
    if frame == "modal":
        spec["modal"] = rng.choice(words.MODALS)
    if frame == "question":
        spec["asking"] = rng.choice(words.ASKING)
    return spec


def flaws_of(spec: Spec) -> list[str]:
    """The flaws that would show in a sentence."""
    single = spec.get("quantity") == "a"
    left_out = {"number"} if single else {"article"}
    if single and len({spec[word][0] in "aeiou" for word in ("noun", "adjective")}) > 1:
        left_out.add("order")  # mending it would change the article too
    return [flaw for flaw in FLAWS[spec["frame"]] if flaw not in left_out]


def _verb(spec: Spec, flawed: bool) -> str:
    base, third, past = words.TIED[spec["verb"]][0] if spec["frame"] == "tied" else words.VERBS[spec["verb"]]
    if spec["frame"] == "modal":
        return third if flawed else base
    if spec["frame"] == "question":
        return past if flawed else base
    if spec["time"] in words.TIMES["past"]:
        return base if flawed else past
    several = len(spec["who"]) > 1 or words.PRONOUNS.get(spec["who"][0], False)
    return base if several is not flawed else third


def _thing(spec: Spec, flaws: tuple[str, ...]) -> list[str]:
    """Quantity, adjective and noun."""
    quantity, adjective = spec["quantity"], spec["adjective"]
    noun = spec["noun"] if quantity == "a" or "number" in flaws else words.NOUNS[spec["noun"]]
    turned = "order" in flaws
    if quantity == "a":
        vowel = (spec["noun"] if turned else adjective)[0] in "aeiou"
        quantity = "an" if vowel is not ("article" in flaws) else "a"
    return [quantity, noun, adjective] if turned else [quantity, adjective, noun]


def render(spec: Spec, flaws: tuple[str, ...] = (), preposition: str = "", than: str = "as") -> str:
    """The sentence; `preposition` and `than` say what the flaws of these names put in place of the right word."""
    who = spec.get("who", [])
    inner = [name.lower() if name in words.PRONOUNS else name for name in who]
    subject = " and ".join(inner).split()
    match spec["frame"]:
        case "object":
            parts = [*spec["time"].split(), *subject, _verb(spec, "verb" in flaws), *_thing(spec, flaws)]
        case "tied":
            right = words.TIED[spec["verb"]][1]
            link = preposition if "preposition" in flaws else right
            parts = [*spec["time"].split(), *subject, _verb(spec, "verb" in flaws), link, spec["object"]]
        case "modal":
            parts = [*" and ".join(who).split(), spec["modal"], _verb(spec, "verb" in flaws), *_thing(spec, flaws)]
        case "question":
            helper = [*subject, "did"] if "inversion" in flaws else ["did", *subject]
            parts = [spec["asking"], *helper, _verb(spec, "verb" in flaws), *_thing(spec, flaws)]
        case "there":
            single = (spec["quantity"] == "a") is not ("be" in flaws)
            parts = ["There", "is" if single else "are", *_thing(spec, flaws), "in", "the", spec["place"]]
        case _:
            plain = spec["adjective"]
            degree = plain if "positive" in flaws else words.COMPARED[plain]
            more = ["more"] if "doubled" in flaws else []
            parts = [who[0], "is", *more, degree, than if "than" in flaws else "than", spec["other"]]
    return " ".join(parts) + ("?" if spec["frame"] == "question" else ".")


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Every form of the words that inflect or stand for themselves, with its slot and base form."""
    found: dict[str, tuple[str, str]] = {}
    for base, forms in [*words.VERBS.items(), *((base, row[0]) for base, row in words.TIED.items())]:
        found.update((form, ("verb", base)) for form in forms)
    for one, many in words.NOUNS.items():
        found[one] = found[many] = ("noun", one)
    for adjective, more in words.COMPARED.items():
        found[adjective] = found[more] = ("adjective", adjective)
    found.update((word, ("adjective", word)) for word in words.ADJECTIVES)
    found.update((word, ("quantity", word)) for word in words.NUMBERS)
    found.update({"a": ("quantity", "a"), "an": ("quantity", "a")})
    found.update((word, ("asking", word)) for word in words.ASKING)
    found.update((word, ("modal", word)) for word in words.MODALS)
    found.update((word, ("place", word)) for word in words.PLACES)
    found.update((word.lower(), ("who", word)) for word in words.PRONOUNS)
    found.update((word, ("who", word)) for word in (*words.PRONOUNS, *NAMES["en"]))
    return found


def read(text: str) -> Spec:
    """The words chosen for a sentence, flawed or not."""
    body = text[:-1]
    spec: Spec = {}
    for time in [*words.TIMES["past"], *words.TIMES["now"]]:
        if body.startswith(time):
            spec["time"], body = time, body[len(time) :]
    for verb, (forms, _, objects) in words.TIED.items():
        if not set(forms).isdisjoint(body.split()):
            spec["object"] = max((thing for thing in objects if body.endswith(thing)), key=len)
            spec["verb"], body = verb, body[: -len(spec["object"])]
    who = []
    for token in body.split():
        slot, base = _known().get(token, ("", ""))
        if slot == "who":
            who.append(base)
        elif slot:
            spec[slot] = base
    if "place" in spec:
        return {**spec, "frame": "there"}
    if "verb" not in spec:
        return {**spec, "frame": "compare", "who": who[:1], "other": who[1]}
    frame = next(
        (f for f, slot in (("tied", "object"), ("question", "asking"), ("modal", "modal")) if slot in spec), "object"
    )
    return {**spec, "who": who, "frame": frame}


@lru_cache(maxsize=8192)
def mended(text: str) -> str:
    return render(read(text))


def spoilt(rng: random.Random, count: int) -> str:
    """A new sentence with up to `count` mistakes; the right sentence if `count` is 0."""
    spec = draw(rng)
    possible = flaws_of(spec)
    if spec["frame"] == "compare":
        count = min(count, 1)
    flaws = tuple(rng.sample(possible, min(count, len(possible))))
    link = rng.choice(words.WRONG_PREPOSITIONS[words.TIED[spec["verb"]][1]]) if spec["frame"] == "tied" else ""
    return render(spec, flaws, link, rng.choice(("as", "then")))
