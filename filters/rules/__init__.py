"""Rules on the text of a record: what no good instruction record looks like, whatever its task.

Each rule is a function of a text and its limits that keeps it or rejects it with a reason and the figure it judged by.
One family of rules is one module; registry.py gives their order; limits.py their limits, which are the section `rules`
of a recipe. Where a limit has a source it is named; the others are the project's own.
"""

from filters.rules.limits import Limits
from filters.rules.registry import Record, active, judge, judge_many, record

__all__ = ["Limits", "Record", "active", "judge", "judge_many", "record"]
