"""What the verbs draw before they ask: templates, categories, manners of asking."""

import random
from collections.abc import Mapping
from functools import cache

from pipeline.errors import UserError
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.teachers.llm.settings import LLM
from prompts import manner, tree
from prompts.templates import Template, Value, load, template, templates


def choices(settings: LLM, verb: str, language: str) -> list[Template]:
    """The templates that a verb may draw from in a language, by id. One without a prompt (Magpie) must be named in the
    recipe: not every server and model can go on from nothing."""
    if settings.prompts:
        _loaded(settings.prompts)
    wanted = settings.templates.get(verb)  # type: ignore[call-overload]
    known = templates(verb)
    ids = [identity for name in wanted if (identity := f"{name}.{language}") in known] if wanted else known
    found = [template(identity) for identity in ids]
    return [one for one in found if one.language == language and (wanted or not one.raw)]


def answering(settings: LLM, verb: str, language: str) -> list[Template]:
    """The templates of a verb that every row needs. Raises UserError where the recipe allows none in a language."""
    if found := choices(settings, verb, language):
        return found
    raise UserError(
        f"teacher.templates.{verb}: none of the templates there is written in {language!r}; add one that is, or leave "
        f"that language out of generate.languages"
    )


@cache
def _loaded(folder: str) -> None:
    load(folder)


def leaf(rng: random.Random, under: str) -> str:
    """A leaf of the category tree at or below a node."""
    return rng.choice([path for path in tree.leaves() if path == under or path.startswith(f"{under}/")])


def described(node: str, language: str) -> dict[str, Value]:
    """Slots that tell a category; none for no category."""
    if not node:
        return {}
    defined = {"definition": tree.definition(node, language)} if node in tree.leaves() else {}
    return {"node": tree.name(node, language), **defined}


def manners(rng: random.Random, share: float, language: str) -> dict[str, Value]:
    """Slots for style, attitude and difficulty; none for the share that is asked plainly."""
    style, attitude = rng.choice(manner.styles()), rng.choice(manner.attitudes())
    level = rng.choice(manner.difficulties())
    if rng.random() >= share:
        return {}
    return {
        "style": manner.style(style, language),
        "attitude": manner.attitude(attitude, language),
        "difficulty": manner.difficulty(level, language),
    }


def filled(one: Template, offered: Mapping[str, Value]) -> dict[str, Value]:
    """Those of the offered slots that a template has."""
    return {slot: value for slot, value in offered.items() if slot in one.slots or slot in one.optional_slots}


def suits(one: Template, offered: Mapping[str, Value]) -> bool:
    """Whether every slot that a template must have can be filled."""
    return all(slot in offered for slot in one.slots)


def language_of(rng: random.Random, recipe: Recipe, seed: Row) -> str:
    """A document's own language; for other seeds a drawn one."""
    if seed["kind"] == "document":
        return str(seed["language"])
    weights: dict[str, float] = dict(recipe.generate.languages)  # type: ignore[arg-type]
    return rng.choices(list(weights), list(weights.values()))[0]
