"""List everything of one exactly defined kind in a real passage, in order of first appearance (English)."""

import random
import re
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.entity_kinds import KINDS, WORD_NOTE, words_in

BORDER = re.compile(r"(?<=[.!?:])\s+|\n+")
SHORTEST = 80
"""Characters that a passage has at the least."""


def excerpt(rng: random.Random, text: str, longest: int) -> str:
    """A stretch of whole lines and sentences of at most `longest` characters; "" if there is none long enough.

    It starts at a random border and is grown sentence by sentence.
    """
    ends = [match.start() for match in BORDER.finditer(text)] + [len(text)]
    starts = [0] + [match.end() for match in BORDER.finditer(text)]
    fit = [start for start in starts if len(text) - start >= SHORTEST]
    if not fit:
        return ""
    start = rng.choice(fit)
    end = max((end for end in ends if start < end <= start + longest), default=start)
    piece = text[start:end].strip()
    return piece if len(piece) >= SHORTEST else ""


def all_found(args: Args) -> list[str]:
    """Every item of the kind, repeats and short ones too, in order."""
    return KINDS[args["kind"]].scan(args["text"], args["value"])


def listed(args: Args) -> list[str]:
    """What the task asks for."""
    items = [item for item in dict.fromkeys(all_found(args)) if len(item) >= args["least"]]
    return list(reversed(items)) if args["backwards"] else items


class TaskFamily(Family):
    id = "entity_extraction"
    category = "Language Understanding/Information Extraction/Entity Extraction"
    seed_kind = "document"
    checker = "entity_extraction"
    wordings = {
        "en": (
            'List {what} in the text below.{note} {order} Copy them exactly and end with "Answer: " and the items, '
            "separated by commas.\n\n{text}",
            "{text}\n\nFrom the text above, extract {what}.{note} {order} Write them exactly as they stand, after "
            '"Answer:", with commas between.',
            'Which are {what} in this passage?{note} {order} Copied exactly, in the form "Answer: item, item, …".'
            "\n---\n{text}\n---",
            'Please pick out {what}.{note} {order} Keep the spelling as it is; the last line is "Answer: " with a '
            "comma-separated list.\n\nText:\n{text}",
        ),
    }
    slip_kinds = ("item_missing", "item_extra", "wrong_order", "item_repeated", "miscopied", "wrong_item")

    @dataclass(frozen=True, slots=True)
    class Config:
        longest_passage: int = 350
        min_items: int = 2
        max_items: int = 8

        def __post_init__(self) -> None:
            if not SHORTEST <= self.longest_passage <= 2000:
                raise ValueError(f"entity_extraction: need {SHORTEST} <= longest_passage <= 2000 characters")
            if not 2 <= self.min_items <= self.max_items <= 20:
                raise ValueError("entity_extraction: need 2 <= min_items <= max_items <= 20")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        text = excerpt(rng, seed.text, self.config.longest_passage)
        if not text:
            return None
        for name in rng.sample(sorted(KINDS), len(KINDS)):
            kind = KINDS[name]
            args = {"text": text, "kind": name, "value": rng.choice(kind.values), "least": 0, "backwards": False}
            if not kind.suits(text):
                continue
            items = listed(args)
            if self.config.min_items <= len(items) <= self.config.max_items and not any("," in i for i in items):
                return args
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        kind = KINDS[args["kind"]]
        order = "Last one first: reverse the order of first appearance, each once." if args["backwards"] else ""
        least = f" Leave out those of fewer than {args['least']} characters." if args["least"] else ""
        return {
            "what": kind.text.format(value=args["value"]),
            "note": f" {WORD_NOTE}" if kind.of_words else "",
            "order": (order or "Each once, in order of first appearance.") + least,
            "text": args["text"],
        }

    def solve(self, args: Args, language: str) -> Solution:
        found, answer = all_found(args), ", ".join(listed(args))
        distinct = list(dict.fromkeys(found))
        lines = []
        if len(found) > len(distinct) or args["least"] or args["backwards"]:
            lines.append(f"Found: {', '.join(found)}")
        if args["least"]:
            long = [item for item in distinct if len(item) >= args["least"]]
            lines.append(f"Of {args['least']} characters or more: {', '.join(long)}")
        return Solution("\n".join([*lines, f"Answer: {answer}"]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An added constraint: short items are left out, or the list runs from the last to the first."""
        lengths = sorted(len(item) for item in listed(args))
        fit = [length for length in lengths[: -self.config.min_items + 1] if length > lengths[0]]
        ways = []
        if fit and not args["least"] and args["kind"] != "long":
            ways.append({**args, "least": rng.choice(fit)})
        if not args["backwards"]:
            ways.append({**args, "backwards": True})
        return rng.choice(ways) if ways else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        truth = listed(args)
        wrong = list(truth)
        kind = rng.choice(self.slip_kinds)
        place = rng.randrange(len(wrong))
        strangers = [word for word in words_in(args["text"]) if word not in truth and len(word) > 2]
        if kind == "item_missing":
            del wrong[place]
        elif kind == "wrong_order":
            other = (place + 1) % len(wrong)
            wrong[place], wrong[other] = wrong[other], wrong[place]
        elif kind == "item_repeated":
            wrong.append(wrong[place])
        elif kind == "miscopied":
            wrong[place] += rng.choice("s1") if wrong[place][-1] not in "s1" else "e"
        elif strangers and kind == "item_extra":
            wrong.insert(place, rng.choice(strangers))
        elif strangers:
            wrong[place] = rng.choice(strangers)
        return None if wrong == truth else Slip(kind, f"Answer: {', '.join(wrong)}")

    def quote(self, args: Args) -> str:
        text: str = args["text"]
        return text
