"""A prompt template as a file: YAML front matter between two lines of `---`, then a Jinja body.

    ---
    id: generate/from_passage.en     its place below the folder, without .j2; what follows the last dot is the language
    verb: generate                   generate | evolve | respond | critique | retry
    purpose: one sentence
    source: the paper or the system that the idea comes from
    slots: {passage: what fills it}
    optional_slots: {style: what fills it}    "" where they are not given
    output: {tags: [instruction]}    see prompts/output.py
    length: 15 to 120 words          stands in the text as {{ length }}
    guard: [given passage]           words that may not appear in the answer; stand in the text as {{ guard }}
    system: the system message, a Jinja text as well
    history: turns                   the slot whose messages stand before the user's
    raw: true                        no prompt at all: the model's own chat template up to the user's turn
    ---
    the user's message, with {{ passage }}

What a file says is checked when it is read: slots that the text does not use, names that are no slots, an output form
that the text does not ask for. Templates stand alone (no include, no import), so that a file's hash names the prompt.
"""

import json
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from prompts.output import Output, read_output

VERBS = ("generate", "evolve", "respond", "critique", "retry")
LANGUAGES = ("en", "zh")
SUFFIX = ".j2"
FENCE = "---\n"

REQUIRED = ("id", "verb", "purpose", "source", "slots", "output")
OPTIONAL = ("optional_slots", "length", "guard", "system", "history", "raw")
RESERVED = ("length", "guard", "schema")
"""Names in a text that the front matter fills, not a slot."""


class TemplateError(ValueError):
    """A template, or what is put into it, is wrong: a sentence that names the template and the key or slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A file, read and checked; `slots` and `optional_slots` say what fills each, `guard` which words may not leak."""

    id: str
    verb: str
    language: str
    purpose: str
    source: str
    slots: dict[str, str] = field(hash=False)
    optional_slots: dict[str, str] = field(hash=False)
    output: Output
    length: str
    guard: tuple[str, ...]
    system: str
    history: str
    raw: bool
    body: str
    hash: str


def read(path: Path, identity: str) -> Parsed:
    """Read a template that must call itself `identity`. Raises TemplateError with the file, the key and what to do."""
    try:
        content = path.read_bytes().replace(b"\r\n", b"\n")
        text = content.decode("utf-8")
    except OSError as error:
        raise TemplateError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise TemplateError(f"{path}: not UTF-8 text") from None
    try:
        data, body = _split(text)
        template = _checked(data, body.strip(), identity, blake2b(content, digest_size=16).hexdigest())
        _check_names(template)
        _check_form(template)
    except ValueError as error:
        raise TemplateError(f"{path}: {error}") from None
    return template


def fill(template: Parsed, text: str, values: dict[str, Any]) -> str:
    """A text of the template with its slots and what the front matter gives. What fills a slot is never read as
    Jinja."""
    return compiled(text).render(
        values,
        length=template.length,
        guard=_quoted(template.guard, template.language),
        schema=json.dumps(template.output.schema, ensure_ascii=False),
    )


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Jinja without globals and without chance: a template sees its slots and nothing else."""
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    jinja.globals.clear()
    del jinja.filters["random"]
    return jinja


@lru_cache(maxsize=1024)
def compiled(text: str) -> Template:
    return environment().from_string(text)


def _split(text: str) -> tuple[dict[str, Any], str]:
    head, fence, body = text.removeprefix(FENCE).partition("\n" + FENCE)
    if not text.startswith(FENCE) or not fence:
        raise ValueError("a template starts with YAML front matter between two lines of ---")
    try:
        data = YAML(typ="safe").load(head)
    except YAMLError as error:
        raise ValueError(f"front matter is not valid YAML: {' '.join(str(error).split())}") from None
    if not isinstance(data, dict):
        raise ValueError(f"front matter is a mapping of keys; found {type(data).__name__}")
    for key in data:
        if key not in REQUIRED + OPTIONAL:
            raise ValueError(f"unknown key {key!r}; allowed: {', '.join(REQUIRED + OPTIONAL)}")
    for key in REQUIRED:
        if key not in data:
            raise ValueError(f"key {key!r} is missing")
    return data, body


def _checked(data: dict[str, Any], body: str, identity: str, digest: str) -> Parsed:
    for key in ("id", "verb", "purpose", "source", "length", "system", "history"):
        if not isinstance(value := data.get(key, ""), str) or (key in REQUIRED and not value.strip()):
            raise ValueError(f"{key} must be text; found {value!r}")
    if data["id"] != identity:
        raise ValueError(f"id is {data['id']!r}, but the file's place says {identity!r}: rename one of them")
    language = identity.rpartition(".")[2]
    if language not in LANGUAGES:
        raise ValueError(f"id ends in {language!r}; expected a language: .{' or .'.join(LANGUAGES)}")
    if data["verb"] not in VERBS or data["verb"] != identity.partition("/")[0]:
        raise ValueError(f"verb is {data['verb']!r}; expected the folder's name, one of {', '.join(VERBS)}")
    guard = data.get("guard", [])
    if not isinstance(guard, list) or not all(isinstance(word, str) and word.strip() for word in guard):
        raise ValueError(f"guard must be a list of words; found {guard!r}")
    if not isinstance(raw := data.get("raw", False), bool):
        raise ValueError(f"raw must be true or false; found {raw!r}")
    return Parsed(
        **{key: data[key] for key in ("id", "verb", "purpose", "source")},
        language=language,
        slots=_meanings(data, "slots"),
        optional_slots=_meanings(data, "optional_slots"),
        output=read_output(data["output"]),
        guard=tuple(guard),
        raw=raw,
        length=data.get("length", ""),
        system=data.get("system", "").strip(),
        history=data.get("history", ""),
        body=body,
        hash=digest,
    )


def _meanings(data: dict[str, Any], key: str) -> dict[str, str]:
    slots = data.get(key, {})
    if not isinstance(slots, dict) or not all(isinstance(part, str) for pair in slots.items() for part in pair):
        raise ValueError(f"{key} must map each slot to one line that says what fills it; found {slots!r}")
    for slot in slots:
        if not slot.isidentifier() or slot in RESERVED:
            raise ValueError(f"{key} names {slot!r}; a slot is a plain name other than {', '.join(RESERVED)}")
    return dict(slots)


def _check_names(template: Parsed) -> None:
    """The text uses every name that the front matter promises, and no other."""
    slots = {**template.slots, **template.optional_slots}
    if doubled := set(template.slots) & set(template.optional_slots):
        raise ValueError(f"slot {min(doubled)!r} is in slots and in optional_slots")
    if template.history and template.history not in slots:
        raise ValueError(f"history names {template.history!r}, which is no slot")
    used = _names(template.body) | _names(template.system)
    fixed = {
        "length": bool(template.length),
        "guard": bool(template.guard),
        "schema": template.output.schema is not None,
    }
    for name, there in fixed.items():
        if there and name not in used and not template.raw:
            raise ValueError(f"the text does not use {{{{ {name} }}}}, which the front matter gives")
    known = {*slots, *(name for name, there in fixed.items() if there)}
    for name in sorted(used - known):
        raise ValueError(f"the text uses {name!r}, which is no slot; known: {', '.join(sorted(known)) or 'none'}")
    for name in slots:
        if name not in used and name != template.history:
            raise ValueError(f"the text does not use the slot {name!r}: use it, or take it out of the front matter")


def _check_form(template: Parsed) -> None:
    """The text asks for the form that the parser expects."""
    if template.raw:
        if template.body or template.system or template.slots or template.optional_slots:
            raise ValueError("raw: true means no prompt at all: leave body, system and slots empty")
        return
    if not template.body:
        raise ValueError("the body, which is the user's message, is empty")
    text = template.system + template.body
    for tag in template.output.tags:
        if f"<{tag}>" not in text or f"</{tag}>" not in text:
            raise ValueError(f"the text does not show the section <{tag}>…</{tag}> that its output names")
    if template.output.boxed and r"\boxed{" not in text:
        raise ValueError(r"the text does not ask for \boxed{}, which its output expects")


def _names(text: str) -> set[str]:
    try:
        tree = environment().parse(text)
        names = meta.find_undeclared_variables(tree)
    except TemplateSyntaxError as error:
        raise ValueError(f"not valid Jinja: {error.message} (line {error.lineno} of the text)") from None
    if any(True for _ in meta.find_referenced_templates(tree)):
        raise ValueError("include, import and extends are not allowed: a template stands alone")
    return names


def _quoted(words: tuple[str, ...], language: str) -> str:
    if language == "zh":
        return "、".join(f"“{word}”" for word in words)
    return ", ".join(f'"{word}"' for word in words)
