"""Drafting a document from a scene: who writes what to whom, which details it must have, and in which form.

A scene is a small grammar (solving/grammar.py) with drawn facts. The prompt tells the scene and the demands; the
text is drawn from the grammar by a generator keyed by the facts, again and again until it meets the limits too.
"""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.drafting_slips import SLIP_KINDS, spoil
from pipeline.teachers.procedural.solving.grammar import expand
from pipeline.teachers.procedural.words.draft_demands import AVOIDABLE, LABELS, said
from pipeline.teachers.procedural.words.draft_pools import calendar, draw

TRIES = 12
"""How often a text is drawn before its demands count as impossible."""
ADD = {"en": "Add this: “{}”", "zh": "另外写上：“{}”"}
BRACKETS = {"en": " ({})", "zh": "（{}）"}
REDRAWS = 20
"""How often a detail is drawn that must differ from the others."""
_WORDS = re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9][A-Za-z0-9'’.,:-]*")


@dataclass(frozen=True, slots=True)
class Scene:
    """One kind of document on one occasion.

    `brief` tells the occasion, `body` is the document with {items} where the listed parts stand and {extra} where an
    additional detail may stand; `facts` gives each slot's pool; `musts` are the slots of which a task demands some,
    where the text has them. `items` come in the order given, the first `core` always. `extras` are (pool, sentence
    with {more}) each.
    """

    node: str
    name: str
    task: str
    brief: str
    body: str
    facts: Mapping[str, str]
    musts: str
    form: Mapping[str, Any] = field(default_factory=dict)
    items: tuple[str, ...] = ()
    style: str = ""
    """How items are set out: "numbered", "options", "bullets" or "turns"."""
    noun: str = ""
    """What the items are called."""
    counts: tuple[int, int] = (0, 0)
    core: int = 0
    extras: tuple[tuple[str, str], ...] = ()


def measure(text: str) -> int:
    """Words of a text, a Chinese character being one."""
    return len(_WORDS.findall(text))


def blocks(text: str) -> int:
    return sum(bool(block.strip()) for block in text.split("\n\n"))


def listed(rng: random.Random, scene: Scene, args: Args, facts: Mapping[str, str]) -> str:
    """The items, as many as demanded, in their order."""
    demands = args["demands"]
    wanted = demands["turns"] // 2 if scene.style == "turns" else demands.get("numbered", demands.get("bullets", 0))
    fixed = list(range(scene.core))
    places = sorted(fixed + rng.sample(range(scene.core, len(scene.items)), wanted - scene.core))
    if scene.style == "turns" and places[-1] != len(scene.items) - 1:
        places[-1] = len(scene.items) - 1
    lines = []
    colon = ": " if facts["language"] == "en" else "："
    for number, place in enumerate(places, 1):
        first, *others = expand(rng, scene.items[place], facts).split(" / ")
        match scene.style:
            case "turns":
                one, two = demands["speakers"]
                lines += [f"{one}{colon}{first}", f"{two}{colon}{others[0]}"]
            case "bullets":
                lines.append(f"- {first}")
            case _:
                lines.append(f"{number}. {first}")
                lines += [f"{letter}. {option}" for letter, option in zip("ABCDEF", others, strict=False)]
    return "\n".join(lines)


def compose(rng: random.Random, scene: Scene, args: Args, language: str) -> str:
    facts = {**args["facts"], "language": language, "extra": ""}
    blank = " " if language == "en" else ""
    for number, value in args["more"]:
        sentence = expand(rng, scene.extras[number][1], {**facts, "more": value})
        facts["extra"] += sentence if sentence.startswith("\n") else blank + sentence
    if scene.items:
        facts["items"] = listed(rng, scene, args, facts)
    return expand(rng, scene.body, facts)


def fits(text: str, demands: Mapping[str, Any]) -> bool:
    """Whether a text of the grammar meets the demands that not every such text meets."""
    folded = text.casefold()
    low, high = demands["words"]
    return (
        low <= measure(text) <= high
        and all(phrase.casefold() in folded for phrase in demands["says"])
        and not any(word.casefold() in folded for word in demands["avoids"])
        and blocks(text) == demands.get("paragraphs", blocks(text))
    )


class DraftingFamily(Family):
    """A family whose tasks are scenes; a subclass names its tables of scenes and its wordings."""

    level = Level.CONSTRAINT
    checker = "document"
    slip_kinds: ClassVar[tuple[str, ...]] = SLIP_KINDS
    scenes: ClassVar[Mapping[str, Mapping[str, Scene]]]
    """By language and name."""

    @dataclass(frozen=True, slots=True)
    class Config:
        avoiding: float = 0.4
        """Share of tasks that forbid a word or a mark from the start."""
        slack: float = 0.2
        """How far, as a share of the length, the limits of length lie from it at the most."""

        def __post_init__(self) -> None:
            if not (0 <= self.avoiding <= 1 and 0.05 <= self.slack <= 1):
                raise ValueError("need avoiding from 0 to 1 and slack from 0.05 to 1")

    def node(self, args: Args) -> str:
        return next(table[args["scene"]].node for table in self.scenes.values() if args["scene"] in table)

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        here = list(self.scenes[language].values())
        node = rng.choice(sorted({scene.node for scene in here}))
        scene = rng.choice([scene for scene in here if scene.node == node])
        facts: dict[str, str] = {}
        for slot, pool in scene.facts.items():
            drawn = (draw(rng, pool, language) for _ in range(REDRAWS))
            fresh = next((value for value in drawn if value not in facts.values()), None)
            if fresh is None:
                return None
            facts[slot] = fresh
        dated = [slot for slot, pool in scene.facts.items() if pool == "@date"]
        facts.update(zip(dated, sorted((facts[slot] for slot in dated), key=calendar), strict=True))
        demands: dict[str, Any] = {}
        for key, form in scene.form.items():
            if isinstance(form, str):
                demands[key] = expand(rng, form, facts)
            elif isinstance(form, tuple):
                demands[key] = [expand(rng, part, facts) for part in form]
            else:
                demands[key] = form
        count = rng.randint(*scene.counts)
        if scene.style == "turns":
            demands["turns"] = 2 * count
        elif scene.style:
            demands["bullets" if scene.style == "bullets" else "numbered"] = count
        demands["avoids"] = list(demands.get("avoids", ()))
        args: Args = {"scene": scene.name, "facts": facts, "more": [], "demands": demands}
        text = compose(self._rng(args, 0), scene, args, language)
        told = [facts[slot] for slot in scene.musts.split() if facts[slot] in text]
        demands["says"] = rng.sample(told, rng.randint(min(2, len(told)), len(told)))
        size = measure(text)
        slack = max(6, int(size * self.config.slack))
        low, high = size - rng.randint(3, slack), size + rng.randint(3, slack)
        demands["words"] = [low - low % 5, high + -high % 5]
        if rng.random() < self.config.avoiding:
            args = self._avoiding(rng, scene, args, language) or args
        return args

    @staticmethod
    def _rng(args: Args, attempt: int) -> random.Random:
        return generator("draft", args["scene"], canonical([args["facts"], args["more"]]), attempt)

    def write(self, args: Args, language: str) -> str | None:
        """The task's document; None if none of a few tries meets the demands."""
        scene = self.scenes[language][args["scene"]]
        for attempt in range(TRIES):
            text = compose(self._rng(args, attempt), scene, args, language)
            if fits(text, args["demands"]):
                return text
        return None

    def solve(self, args: Args, language: str) -> Solution:
        text = self.write(args, language)
        if text is None:
            raise ValueError(f"{self.id}: no text meets these demands: {canonical(args)}")
        return Solution(text)

    def _avoiding(self, rng: random.Random, scene: Scene, args: Args, language: str) -> Args | None:
        """The task with a word to avoid that the text can do without and that no detail needs."""
        told = canonical([args["facts"], args["demands"], args["more"]]).casefold()
        free = [word for word in AVOIDABLE[language] if word not in told]
        demands = {**args["demands"], "avoids": [*args["demands"]["avoids"], rng.choice(free)]}
        harder = {**args, "demands": demands}
        return harder if self.write(harder, language) else None

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more detail, a forbidden word, a number of blocks, or narrower limits."""
        scene = self.scenes[language][args["scene"]]
        demands = args["demands"]
        for kind in rng.sample(("detail", "avoid", "paragraphs", "narrow"), 4):
            harder: Args | None = None
            unused = [n for n in range(len(scene.extras)) if n not in [number for number, _ in args["more"]]]
            match kind:
                case "detail" if unused:
                    number = rng.choice(unused)
                    value = draw(rng, scene.extras[number][0], language)
                    if value in demands["says"] or any(word in value.casefold() for word in demands["avoids"]):
                        continue
                    room = measure(expand(rng, scene.extras[number][1], {**args["facts"], "more": value}))
                    limits = [demands["words"][0] + room // 2, demands["words"][1] + room + 5]
                    changed = {**demands, "says": [*demands["says"], value], "words": limits}
                    harder = {**args, "more": [*args["more"], [number, value]], "demands": changed}
                case "avoid" if len(demands["avoids"]) < 3:
                    harder = self._avoiding(rng, scene, args, language)
                case "paragraphs" if "paragraphs" not in demands:
                    count = blocks(self.write(args, language) or "")
                    harder = {**args, "demands": {**demands, "paragraphs": count}} if count > 1 else None
                case "narrow" if demands["words"][1] - demands["words"][0] > 14:
                    low, high = demands["words"]
                    size = measure(self.write(args, language) or "")
                    changed = {**demands, "words": [(low + size) // 2, (high + size + 1) // 2]}
                    harder = {**args, "demands": changed}
            if harder and self.write(harder, language):
                return harder
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        scene = self.scenes[language][args["scene"]]
        rng = generator("brief", canonical([args["scene"], args["facts"]]))
        brief = expand(rng, scene.brief, args["facts"])
        brief = brief[:1].upper() + brief[1:]
        demands = said(rng, args["demands"], self._labels(args, brief, language), language, scene.noun)
        for number, value in args["more"]:
            sentence = expand(rng, scene.extras[number][1], {**args["facts"], "more": value})
            demands.insert(0, ADD[language].format(sentence.strip("\n -")))
        return {
            "task": scene.task,
            "Task": scene.task[:1].upper() + scene.task[1:],
            "brief": brief,
            "demands": (" " if language == "en" else "").join(demands),
            "list": "\n".join(f"- {demand}" for demand in demands),
        }

    @staticmethod
    def _labels(args: Args, brief: str, language: str) -> list[str]:
        """In brackets what each demanded detail is, unless the brief shows it or it was told with its sentence."""
        slots = {value: slot for slot, value in args["facts"].items()}
        told = []
        for value in args["demands"]["says"]:
            shown = value not in slots or (not value.isdecimal() and value in brief)
            label = "" if shown else LABELS[language].get(slots[value], "")
            told.append(BRACKETS[language].format(label) if label else "")
        return told

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = rng.choice(self.slip_kinds)
        wrong = spoil(rng, kind, self.solve(args, language).text, args["demands"], language, measure)
        return Slip(kind, wrong) if wrong else None
