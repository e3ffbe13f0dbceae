"""What a task family is: the unit of the procedural teacher.

A family knows how to draw a task from a keyed generator (and from a seed, if it needs one), to solve it with worked
steps, to make it harder, and to get it wrong on purpose. What it does *not* know is how to check an answer: that is
the checker named by `checker`, in filters/verify/, which sees only the task's arguments and the answer.

To add one: write a subclass in a module of its own, name the module in `families.py`, and test it with
tests/pipeline/procedural/contract.py.
"""

import random
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from typing import Any, ClassVar

from filters.verdict import Level
from pipeline.keyed import canonical, digest

Args = dict[str, Any]
"""A task's arguments: JSON values, everything the prompt states and nothing it does not (no answer key)."""


@dataclass(frozen=True, slots=True)
class SeedText:
    """What a family sees of a seed.

    `kind` is "document", "code" or "none"; `text` the span itself (a passage, the dedented source of one function, or
    nothing); `title` a heading path, or the qualified name of the function as "module:name".
    """

    kind: str = "none"
    text: str = ""
    title: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Solution:
    """A right response: `text` with the worked steps, ending in "Answer: …" ("答案：…") where the task has a final
    answer; `answer` is that final answer alone ("" for free text)."""

    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A response that is certainly wrong, and the kind of mistake in it."""

    kind: str
    text: str


class Family(ABC):
    """One family of tasks. All methods are pure: what they return depends on their arguments alone."""

    id: ClassVar[str]
    category: ClassVar[str]
    """Path of the node in the category tree (prompts/tree.py)."""
    nodes: ClassVar[tuple[str, ...]] = ()
    """The nodes of a family whose tasks belong to several; `node` says to which a task does."""
    seed_kind: ClassVar[str] = "none"
    """The kind of seed it draws from: "none", "document" or "code"."""
    level: ClassVar[Level] = Level.PROVED
    checker: ClassVar[str]
    wordings: ClassVar[Mapping[str, tuple[str, ...]]]
    """By language ("en", "zh"), at least three ways to put the task: texts with {slots}."""
    slip_kinds: ClassVar[tuple[str, ...]]
    """At least five kinds of mistake that `slip` makes."""

    @dataclass(frozen=True, slots=True)
    class Config:
        """A family's settings; a subclass declares its own fields and checks them in `__post_init__`."""

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        default: Any = self.Config()
        known = [field.name for field in fields(default)]
        given: dict[str, Any] = {}
        for key, value in (settings or {}).items():
            if key not in known:
                raise ValueError(f"family {self.id!r} has no setting {key!r}; it has: {', '.join(known) or 'none'}")
            given[key] = self._like(getattr(default, key), key, value)
        self.config: Any = replace(default, **given)

    def _like(self, default: Any, key: str, value: Any) -> Any:
        """A setting in the type of its default: YAML has lists for tuples and 1 for 1.0, and nothing else is taken."""
        if isinstance(default, tuple) and isinstance(value, list):
            return tuple(value)
        if isinstance(default, float) and type(value) is int:
            return float(value)
        if type(value) is not type(default):
            wanted = type(default).__name__
            raise ValueError(f"family {self.id!r}: {key} must be of type {wanted} (found {value!r})")
        return value

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.wordings)

    @cached_property
    def hash(self) -> str:
        """Changes when the family's settings or wordings do; stored in each record's lineage."""
        return digest(self.id, canonical(asdict(self.config)), canonical(dict(self.wordings)), size=8)

    @abstractmethod
    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        """Draw a task. None if the seed does not suit (too short, nothing to ask about, …)."""

    @abstractmethod
    def slots(self, args: Args, language: str) -> dict[str, str]:
        """The values for a wording's {slots}."""

    @abstractmethod
    def solve(self, args: Args, language: str) -> Solution:
        """The right response, with worked steps where the task has any."""

    @abstractmethod
    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        """A wrong response of a kind drawn from `slip_kinds`; wrong for certain, not merely different. None if this
        task admits no such mistake (rare)."""

    @abstractmethod
    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A harder version of the task (more steps, an added constraint, …). None if it cannot be made harder."""

    def node(self, args: Args) -> str:
        """Path of the node that a task belongs to: `category`, unless the family serves several nodes."""
        return self.category

    def quote(self, args: Args) -> str:
        """The seed's text as the prompt quotes it, so that deduplication can leave it out; "" if it quotes none."""
        return ""

    def render(self, args: Args, language: str, wording: int) -> str:
        """The prompt, in the given wording."""
        return self.wordings[language][wording].format_map(self.slots(args, language))
