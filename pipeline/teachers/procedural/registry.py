"""The families that come with Gristmill: one line each, the name of the module that holds the class `TaskFamily`.

Families of other packages register by entry point (docs/write-a-family.md).
"""

import importlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from pipeline.teachers.procedural.family import Family

BUILT_IN = (
    # Mathematics and Reasoning
    "arithmetic",
    "word_problem",
    "linear_equation",
    "ordering_puzzle",
    "combinatorics",
    "calculus",
    "matrix",
    "theorem",
    "common_sense",
    "list_operations",
    # Code
    "trace_program",
    "complexity",
    "write_function",
    "kill_mutant",
    "regular_expression",
    "comprehension",
    "sql",
    "function_facts",
    "repair_fault",
    # Language Understanding
    "emotion",
    "intent",
    "topic",
    "entity_extraction",
    "keyword_extraction",
    "word_sorting",
    "sentence_similarity",
    "word_similarity",
    "sentence_sorting",
    "table_question",
    "grammar_correction",
    "spelling_correction",
    # Language Generation
    "word_replacement",
    "grammar_rewriting",
    "spoken_to_written",
    "swearing_removal",
    "adding_details",
    "polishing",
    "style_rewriting",
    "rhetorical_rewriting",
    "question_writing",
    "translation",
    "extractive_summary",
    "news_summary",
    "outline_generation",
    "title",
    # Knowledge Utilization
    "unit_conversion",
    "grounded_question",
    "cloze",
    "entailment",
    "elements",
    "capitals",
    "dates",
    "knights",
    "biology",
    "history",
    "finance",
    "abbreviations",
    "phenomenon",
    "riddles",
    "medicine",
    "film_music",
    "law",
    "close_book",
    "recommendation",
    "naming",
    "swot",
    "association",
    "scoring",
    # Creation
    "acrostic",
    "password",
    "terminal",
    "emoji",
    "slogan",
    "parameter_table",
    "json_format",
    "ascii_drawing",
    "business_writing",
    "speech_and_script",
    "plan",
    "song",
    "riddle_writing",
    "role_play",
    "joke",
)


GROUP = "gristmill.families"
"""Entry points of other packages: a family's id, and the class."""


@cache
def names() -> tuple[str, ...]:
    """The ids of all families: those that come with Gristmill, then those of installed packages."""
    outside = sorted(point.name for point in entry_points(group=GROUP))
    return (*BUILT_IN, *(name for name in outside if name not in BUILT_IN))


@cache
def family_class(name: str) -> type[Family]:
    """The class of a family by its id. Raises KeyError with the known ids."""
    if name in BUILT_IN:
        module = importlib.import_module(f"pipeline.teachers.procedural.families.{name}")
        found: type[Family] = module.TaskFamily
        return found
    for point in entry_points(group=GROUP, name=name):
        outside: type[Family] = point.load()
        return outside
    raise KeyError(f"unknown family {name!r}; known: {', '.join(names())}")


def family(name: str, settings: Mapping[str, Any] | None = None) -> Family:
    """A family by its id, with settings checked."""
    return family_class(name)(settings)


@cache
def serves(name: str, node: str) -> bool:
    """Whether a family has tasks at or below a node of the category tree; every family serves the root, ""."""
    found = family_class(name)
    return any(path == node or path.startswith(f"{node}/") or not node for path in found.nodes or (found.category,))
