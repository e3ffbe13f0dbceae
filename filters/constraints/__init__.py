"""The 25 verifiable kinds of constraint of IFEval (Zhou et al. 2023, arXiv 2311.07911), for both languages.

A constraint is a kind (IFEval's own id) and its parameters (IFEval's own names). `holds` says whether a response keeps
it, by the published strict definition: the response is taken as it stands, and an empty one keeps nothing. Where a
definition has no sense in Chinese, or reads a text more coarsely than need be, the rule's docstring says what is read
instead. `undress` takes away what a response has only for a constraint's sake, so that the task beneath it can be
checked by the checker that knows nothing of constraints.
"""

from collections.abc import Mapping
from typing import Any

from filters.constraints import (
    case,
    combination,
    content,
    form,
    keywords,
    language,
    length,
    punctuation,
    start_end,
)
from filters.constraints.rule import Rule
from filters.verdict import Verdict, failed

RULES: dict[str, Rule] = {
    kind: rule
    for group in (keywords, language, length, content, form, combination, start_end, case, punctuation)
    for kind, rule in group.RULES.items()
}
KINDS = tuple(RULES)


def _rule(kind: str) -> Rule:
    if kind not in RULES:
        raise KeyError(f"unknown constraint {kind!r}; known: {', '.join(KINDS)}")
    return RULES[kind]


def complete(kind: str, parameters: Mapping[str, Any], prompt: str = "") -> Mapping[str, Any]:
    """The parameters, with the prompt to repeat filled in where they leave it to the prompt itself."""
    if kind == combination.REPEAT and not parameters.get("prompt_to_repeat"):
        return {**parameters, "prompt_to_repeat": prompt}
    return parameters


def holds(kind: str, parameters: Mapping[str, Any], response: str, prompt: str = "") -> Verdict:
    """Whether a response keeps a constraint. Raises KeyError for an unknown kind, never for a response."""
    rule = _rule(kind)
    if not response.strip():
        return failed("empty", "the response is empty, which keeps no constraint")
    return rule.holds(complete(kind, parameters, prompt), response)


def undress(kind: str, parameters: Mapping[str, Any], response: str) -> str:
    """The response without what only the constraint put there; as it is if there is nothing of the sort."""
    return _rule(kind).undress(parameters, response)
