"""Step 2: instructions are made harder (Hunyuan-Large, section 2.1.1: instruction evolution).

A child that is kept replaces its parent, which is rejected as superseded. A child that is eliminated is rejected, one
for which there was no usable answer has failed, and their parents go on.
"""

from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.taught import Taught
from pipeline.teachers.base import Eliminated, Failure


class Evolve(Taught):
    name = "evolve"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for round_number in range(1, self.recipe.evolve.rounds + 1):
            rows = self._round(rows, round_number, outcome)
        outcome.out = rows
        return outcome

    def _round(self, rows: list[Row], round_number: int, outcome: Outcome) -> list[Row]:
        going_on = []
        for parent, child in zip(rows, self.teacher.evolve(rows, round_number, outcome.noted), strict=True):
            outcome.born += child is not None
            if isinstance(child, Eliminated):
                outcome.reject(self.name, child.child, f"eliminated_{child.reason}", child.figure)
                going_on.append(parent)
            elif isinstance(child, Failure):
                outcome.fail(self.name, parent["id"], child.error, parent["source"]["uri"], child.request)
                going_on.append(parent)
            elif child is not None:
                outcome.reject(self.name, parent, "superseded", child["id"])
                outcome.noted["evolved"] += 1
                going_on.append(child)
            else:
                going_on.append(parent)
        return going_on
