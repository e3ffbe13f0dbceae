"""A response without commas."""

from filters.constraints.rule import Parameters, Rule
from filters.verdict import Verdict, failed, passed

COMMAS = ",，"


def no_comma(parameters: Parameters, response: str) -> Verdict:
    """Neither the English comma nor the Chinese one; the Chinese mark for lists (、) is no comma."""
    found = sum(map(response.count, COMMAS))
    return failed("comma", f"expected no comma, found {found}") if found else passed("no comma")


RULES = {"punctuation:no_comma": Rule(no_comma)}
