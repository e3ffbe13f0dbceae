"""Constraints for the procedural teacher: propose one for a right response, state it, meet it, break it.

The kinds are the 25 of IFEval (Zhou et al. 2023, arXiv 2311.07911), under its ids and with its names of parameters, so
that the checker `constrained` reads them; this package shares nothing with that checker but the names.

All constraints of a task are proposed from the bare right response and put on together by `satisfy_all`, in the order
of `arrange`. What is added for a constraint's sake stands where the checker looks for it: keywords, more sentences and
the like in a note at the end.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.teachers.procedural.constraining import (
    form,
    frame,
    keywords,
    length,
    surface,
    wordings_chinese,
    wordings_english,
)
from pipeline.teachers.procedural.constraining.conflicts import ORDER, compatible
from pipeline.teachers.procedural.constraining.kind import Kind, Parameters

__all__ = [
    "KINDS",
    "arrange",
    "compatible",
    "keeps",
    "propose",
    "satisfy",
    "satisfy_all",
    "state",
    "state_all",
    "violate",
]

WORDINGS = {"en": wordings_english.WORDINGS, "zh": wordings_chinese.WORDINGS}
"""By language and by kind (with the relation, where a kind has two), at least four ways to put a demand."""
LANGUAGES = {"en": {"en": "English", "zh": "Chinese"}, "zh": {"en": "英文", "zh": "中文"}}
_QUOTES = {"en": ('"', '"'), "zh": ("“", "”")}


_OF: dict[str, Kind] = {
    one.id: one
    for one in (
        keywords.Existence(),
        keywords.Frequency(),
        keywords.ForbiddenWords(),
        keywords.LetterFrequency(),
        keywords.CapitalWords(),
        length.NumberWords(),
        length.NumberSentences(),
        length.NumberParagraphs(),
        length.NthParagraph(),
        form.Bullets(),
        form.Highlights(),
        form.Sections(),
        frame.ConstrainedResponse(),
        frame.TwoResponses(),
        frame.Postscript(),
        frame.Title(),
        frame.RepeatPrompt(),
        frame.EndPhrase(),
        frame.Quotation(),
        frame.Json(),
        surface.NoComma(),
        surface.Capital(),
        surface.Lowercase(),
        surface.Language(),
        form.Placeholders(),
    )
}
KINDS = tuple(kind for kind in ORDER if kind in _OF)


def propose(kind: str, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
    """Parameters of a constraint that a right response can be made to keep; None if it cannot.

    `final` says that the response ends in an "Answer: …" ("答案：…") line, which must stay what it is. See `keeps` for
    the few kinds that change a text for good.
    """
    return _OF[kind].propose(rng, response, language, final) if response.strip() else None


def keeps(kind: str, response: str) -> bool:
    """Whether the checker can take off what meeting the constraint puts on this response. Where not (letters brought
    into one case, commas left out), a task stays right only if its own checker does not mind: ask it."""
    return _OF[kind].keeps(response)


def state(kind: str, parameters: Mapping[str, Any], language: str, rng: random.Random) -> str:
    """The demand, as a sentence to be added to a prompt."""
    relation = _OF[kind].wording(dict(parameters))
    wording = rng.choice(WORDINGS[language][f"{kind}/{relation}" if relation else kind])
    return wording.format_map(_slots(parameters, language))


def state_all(constraints: Sequence[Mapping[str, Any]], language: str, rng: random.Random) -> str:
    """All demands in a row, drawn in any order but for the prompt's repetition: that sentence comes first, since it
    points at what stands before it."""
    order = rng.sample(constraints, len(constraints))
    order.sort(key=lambda constraint: constraint["kind"] != frame.RepeatPrompt.id)
    demands = [state(one["kind"], one["parameters"], language, rng) for one in order]
    return ("" if language == "zh" else " ").join(demands)


def _slots(parameters: Mapping[str, Any], language: str) -> dict[str, str]:
    opening, closing = _QUOTES[language]

    def quoted(text: str) -> str:
        return f"{opening}{text}{closing}"

    slots: dict[str, str] = {}
    for name, value in parameters.items():
        if name in ("keywords", "forbidden_words"):
            slots["keywords" if name == "keywords" else "words"] = _listed(name, list(map(quoted, value)), language)
        elif name in ("keyword", "letter"):
            slots[name] = quoted(value)
        elif name == "first_word":
            slots["word"] = quoted(value)
        elif name == "section_spliter":
            slots["word"] = value
        elif name == "language":
            slots["language"] = LANGUAGES[language][value]
        elif name == "postscript_marker":
            slots["marker"] = quoted(value)
        elif name == "end_phrase":
            slots["phrase"] = quoted(value)
        elif name == "nth_paragraph":
            slots["nth"] = str(value)
        elif isinstance(value, int):
            slots["n"] = str(value)
    slots["paragraphs"] = f"{slots.get('n', '')} paragraph{'' if slots.get('n') == '1' else 's'}"
    return slots


def _listed(name: str, items: list[str], language: str) -> str:
    """Words in a row: "a", "b" and "c"; of forbidden words "or" in the last place."""
    if language == "zh":
        return "、".join(items)
    word = "and" if name == "keywords" else "or"
    return f"{', '.join(items[:-1])} {word} {items[-1]}" if len(items) > 1 else items[0]


def satisfy(kind: str, parameters: Mapping[str, Any], response: str, prompt: str, language: str) -> str | None:
    """The response changed so that it keeps the constraint; None if it cannot be."""
    return _OF[kind].satisfy(dict(parameters), response, prompt, language)


def violate(rng: random.Random, kind: str, parameters: Mapping[str, Any], response: str, language: str) -> str | None:
    """A response that keeps the constraint, changed so that it certainly breaks it; None if it cannot be."""
    return _OF[kind].violate(rng, dict(parameters), response, language)


def arrange(constraints: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Constraints (kind and parameters) in the order in which they are put on."""
    return sorted(constraints, key=lambda constraint: ORDER.index(constraint["kind"]))


def satisfy_all(constraints: Sequence[Mapping[str, Any]], response: str, prompt: str, language: str) -> str | None:
    """The response changed so that it keeps every constraint, which must be compatible, proposed from this very
    response, and arranged; None if one cannot be met."""
    for constraint in constraints:
        changed = satisfy(constraint["kind"], constraint["parameters"], response, prompt, language)
        if changed is None:
            return None
        response = changed
    return response
