"""What a kind of constraint is to the procedural teacher, and how it reads and extends responses."""

import random
import re
from abc import ABC, abstractmethod
from typing import Any, ClassVar

from pipeline.keyed import generator
from pipeline.teachers.procedural.constraining.material import NOTE

Parameters = dict[str, Any]

_FINAL = re.compile(r"^(?:Answer:|答案：)", re.MULTILINE)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


class Kind(ABC):
    """One kind of constraint. All methods are pure; `final` says that a response ends in an "Answer: …" line."""

    id: ClassVar[str]

    @abstractmethod
    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        """Parameters of a constraint that this right response can be made to keep; None if there are none."""

    @abstractmethod
    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        """The response changed so that it keeps the constraint; None if it cannot be."""

    @abstractmethod
    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        """The response changed so that it certainly breaks the constraint; None if it cannot be."""

    def keeps(self, response: str) -> bool:
        """Whether what `satisfy` does to this response can be undone, so that the task beneath stays right."""
        return True

    def wording(self, parameters: Parameters) -> str:
        """Which of the kind's wordings states these parameters: the relation, where there are two."""
        return next((str(value) for name, value in parameters.items() if name.endswith("relation")), "")

    def keyed(self, response: str) -> random.Random:
        """A generator for the choices of `satisfy`, which depend on the response alone."""
        return generator("constraining", self.id, response)


def noted(response: str, text: str, language: str) -> str:
    """The response with a note at its end: what a task's checker is not shown."""
    gap = "" if language == "zh" else " "
    return f"{response.rstrip()}\n\n{NOTE[language]}{gap}{text}"


def body(response: str) -> str:
    """What stands before the line with the final answer; all of it where there is none."""
    marks = list(_FINAL.finditer(response))
    return response[: marks[-1].start()] if marks else response


def final_answer(response: str) -> str:
    marks = list(_FINAL.finditer(response))
    return response[marks[-1].end() :].strip() if marks else ""


def prose(response: str) -> bool:
    """Whether a response has neither code nor a table, whose lines may not be touched."""
    return "```" not in response and not any(line.lstrip().startswith("|") for line in response.split("\n"))


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def size(text: str) -> int:
    """Words; each Chinese character is one."""
    return len(re.findall(r"\w+", _HAN.sub(" x ", text)))


def joined(items: list[str], language: str) -> str:
    """A list of words without commas: "a and b and c"."""
    return ("和" if language == "zh" else " and ").join(items)
