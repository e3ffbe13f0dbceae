"""What a teacher is told: prompt templates by id, such as `generate/from_passage.en`.

They are data files in templates/<verb>/<name>.<language>.j2 (prompts/template_file.py has the format), each with a hash
over its content that goes into the key of a call and the lineage of a record. A user's own folder of the same layout is
added with `load`, once in each process.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import TemplateError as JinjaError

from prompts.template_file import LANGUAGES, SUFFIX, VERBS, Parsed, TemplateError, fill, read

__all__ = ["LANGUAGES", "VERBS", "Template", "TemplateError", "load", "template", "templates"]

Value = str | int | Sequence[str] | Sequence[dict[str, str]]
"""What a slot takes; the last is messages, for a slot named by `history`."""
ROLES = ("system", "user", "assistant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Parsed):
    """A checked template. Plain data: it can travel between processes."""

    def render(self, **slots: Value) -> tuple[dict[str, str], ...]:
        """The messages, with every slot filled; () for a raw template, which is asked with an empty prompt.

        Raises TemplateError, naming template and slot, for a slot that is missing, unknown, empty or of a wrong kind.
        What fills a slot stands in the message as it is: Jinja in it is text.
        """
        for name in slots:
            if name not in self.slots and name not in self.optional_slots:
                known = ", ".join([*self.slots, *self.optional_slots]) or "none"
                raise TemplateError(f"template {self.id}: unknown slot {name!r}; it has: {known}")
        for name in self.slots:
            if name not in slots:
                raise TemplateError(f"template {self.id}: slot {name!r} is not filled ({self.slots[name]})")
        if self.raw:
            return ()
        for name, value in slots.items():
            self._check(name, value)
        values = {**dict.fromkeys(self.optional_slots, ""), **slots}
        before: Any = values.pop(self.history, "") or ()
        messages = [{"role": "system", "content": self._fill(self.system, values)}] if self.system else []
        messages += [{"role": turn["role"], "content": turn["content"]} for turn in before]
        return (*messages, {"role": "user", "content": self._fill(self.body, values)})

    def _fill(self, text: str, values: dict[str, Any]) -> str:
        try:
            return fill(self, text, values)
        except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise TemplateError(f"template {self.id}: the text cannot be filled: {error}") from error

    def _check(self, name: str, value: Any) -> None:
        if name in self.slots and (not value.strip() if isinstance(value, str) else value in ((), [])):
            raise TemplateError(f"template {self.id}: slot {name!r} is empty ({self.slots[name]})")
        if name == self.history:
            right, wanted = _are_messages(value), "messages with role and content"
        else:
            right, wanted = _is_text(value), "text, a whole number, or a list of texts"
        if not right:
            raise TemplateError(f"template {self.id}: slot {name!r} takes {wanted}; found {type(value).__name__}")


def template(identity: str) -> Template:
    """The template of an id. Raises TemplateError with the ids that come near."""
    with _LOCK:
        place = _places().get(identity)
    if place is None:
        from difflib import get_close_matches

        near = get_close_matches(identity, templates(), n=3, cutoff=0.3)
        raise TemplateError(f"there is no template {identity!r}; nearest: {', '.join(near) or 'none'}")
    return _read(place, identity)


def templates(verb: str | None = None) -> tuple[str, ...]:
    """The ids of all templates, or of those of a verb, in order."""
    if verb is not None and verb not in VERBS:
        raise TemplateError(f"there is no verb {verb!r}; expected one of {', '.join(VERBS)}")
    with _LOCK:
        return tuple(sorted(place for place in _places() if verb is None or place.startswith(f"{verb}/")))


def load(folder: str | Path) -> tuple[str, ...]:
    """Add a user's folder, `<folder>/<verb>/<name>.<language>.j2`, for this process; returns the ids in it.

    Every file is read and checked. Raises TemplateError for a folder without templates, for a file that is wrong, and
    for an id that another file has already; then nothing is added. The same folder again changes nothing.
    """
    root = Path(folder).resolve()
    found = _find(root)
    if not found:
        raise TemplateError(f"{folder}: no templates; expected files such as generate/my_own.en{SUFFIX}")
    for identity, place in found.items():
        _read(place, identity)
    with _LOCK:
        known = _places()
        for identity, place in found.items():
            if known.get(identity, place) != place:
                raise TemplateError(f"{place}: the id {identity!r} is taken by {known[identity]}: rename the file")
        known.update(found)
    return tuple(found)


_LOCK = threading.Lock()


@cache
def _places() -> dict[str, Path]:
    """The file of each id: what comes with Gristmill, and what `load` adds to it in this process."""
    return _find(Path(str(files("prompts").joinpath("templates"))))


@cache
def _read(place: Path, identity: str) -> Template:
    parsed = read(place, identity)
    return Template(**{name: getattr(parsed, name) for name in Parsed.__dataclass_fields__})


def _find(root: Path) -> dict[str, Path]:
    return {path.relative_to(root).as_posix().removesuffix(SUFFIX): path for path in sorted(root.rglob(f"*{SUFFIX}"))}


def _is_text(value: Any) -> bool:
    if isinstance(value, str | int):
        return not isinstance(value, bool)
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _are_messages(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(turn, dict) and turn.get("role") in ROLES and isinstance(turn.get("content"), str) for turn in value
    )
