"""Fill in the category of records that have none, by a labeller of filters/labels.py.

A category that a record brings along stays, if it is a node of the tree: whoever gave it saw more than the text. One
that is no node, as a foreign data set or a model may write, counts as none.
"""

from pathlib import Path

from filters.labels import load
from pipeline.schema import Row, said_by_user
from pipeline.stages.base import Outcome, Stage
from prompts import tree

GIVEN, LABELLED, UNKNOWN, UNSURE = "given", "labelled", "unknown_node", "below_floor"


class Label(Stage):
    name = "label"

    def __init__(self, labeller: Path) -> None:
        """`labeller` is the folder in which one is saved."""
        self.folder = labeller

    def setup(self) -> None:
        self.labeller = load(self.folder)

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        nodes = frozenset(tree.paths())
        asked = [row for row in rows if row["category"] not in nodes]
        found = iter(self.labeller.label([said_by_user(row) for row in asked]))
        for row in rows:
            if row["category"] in nodes:
                outcome.noted[GIVEN] += 1
                outcome.out.append(row)
                continue
            node, _ = next(found)
            outcome.noted[UNKNOWN] += bool(row["category"])
            outcome.noted[LABELLED if node else UNSURE] += 1
            outcome.out.append(row | {"category": node})
        return outcome
