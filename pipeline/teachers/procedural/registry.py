"""The families that come with Gristmill: one line each, the name of the module that holds the class `TaskFamily`."""

import importlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from pipeline.teachers.procedural.family import Family

BUILT_IN = (
    # Mathematics and Reasoning
    "arithmetic",
    "word_problem",
    "linear_equation",
    "ordering_puzzle",
    # Code
    "trace_program",
    "write_function",
    "function_facts",
    "repair_fault",
    # Language Understanding
    "emotion",
    "intent",
    "topic",
    "entity_extraction",
    "word_sorting",
    # Language Generation
    "word_replacement",
    "question_writing",
    "translation",
    "extractive_summary",
    "title",
    # Knowledge Utilization
    "unit_conversion",
    "grounded_question",
    "cloze",
    "elements",
    "capitals",
    # Creation
    "acrostic",
    "password",
    "ascii_drawing",
    "emoji",
    "slogan",
    "parameter_table",
    "business_writing",
    "speech_and_script",
    "plan",
    "song",
    "riddle_writing",
    "role_play",
    "joke",
)


@cache
def family_class(name: str) -> type[Family]:
    """The class of a family by its id. Raises KeyError with the known ids."""
    if name not in BUILT_IN:
        raise KeyError(f"unknown family {name!r}; known: {', '.join(BUILT_IN)}")
    module = importlib.import_module(f"pipeline.teachers.procedural.families.{name}")
    found: type[Family] = module.TaskFamily
    return found


def family(name: str, settings: Mapping[str, Any] | None = None) -> Family:
    """A family by its id, with settings checked."""
    return family_class(name)(settings)
