"""The limits of all families together: the section `rules` of a recipe."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from filters.rules.assistant import Assistant
from filters.rules.c4 import C4
from filters.rules.form import Form
from filters.rules.garbling import Garbling
from filters.rules.gopher import Gopher
from filters.rules.language import Language
from filters.rules.leaks import Leaks
from filters.rules.length import Length
from filters.rules.personal_data import PersonalData
from filters.rules.repetition import Repetition
from filters.rules.truncation import Truncation
from filters.rules.urls import Urls
from filters.rules.words import Words


@dataclass(frozen=True, slots=True)
class Limits:
    """One field a family. `off` names rules to leave out ("repetition.lines") or whole families ("repetition").

    The rules of `gopher` and `c4` look at documents only. C4's are off by default: they drop what has curly brackets,
    and lists.
    """

    length: Length = field(default_factory=Length)
    garbling: Garbling = field(default_factory=Garbling)
    truncation: Truncation = field(default_factory=Truncation)
    repetition: Repetition = field(default_factory=Repetition)
    assistant: Assistant = field(default_factory=Assistant)
    leaks: Leaks = field(default_factory=Leaks)
    form: Form = field(default_factory=Form)
    language: Language = field(default_factory=Language)
    words: Words = field(default_factory=Words)
    urls: Urls = field(default_factory=Urls)
    personal_data: PersonalData = field(default_factory=PersonalData)
    gopher: Gopher = field(default_factory=Gopher)
    c4: C4 = field(default_factory=C4)
    off: tuple[str, ...] = ("c4",)

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
