"""Step 2: instructions are made harder (Hunyuan-Large, section 2.1.1: instruction evolution).

A child that is kept stands in for its parent, which waits, marked with the child's id, until the child's answers have
come (see pipeline/stages/respond.py). A child that is eliminated is rejected, one for which there was no usable answer
has failed, and their parents go on.
"""

from pipeline import evolutions
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
        outcome.out += rows
        return outcome

    def _round(self, rows: list[Row], round_number: int, outcome: Outcome) -> list[Row]:
        """The rows with children in the place of some; those are out, waiting."""
        going_on = []
        for parent, child in zip(rows, self.teacher.evolve(rows, round_number, outcome.noted), strict=True):
            outcome.born += child is not None
            if isinstance(child, Eliminated):
                reason = f"{evolutions.ELIMINATED}{child.reason}"
                outcome.reject(self.name, child.child, reason, child.figure)
                evolutions.note(outcome.noted, evolutions.operator_of(child.child), reason)
                going_on.append(parent)
            elif isinstance(child, Failure):
                outcome.fail(self.name, parent["id"], child.error, parent["source"]["uri"], child.request)
                evolutions.note(outcome.noted, evolutions.operator_asked(child), evolutions.FAILED)
                going_on.append(parent)
            elif child is not None:
                evolutions.note(outcome.noted, evolutions.operator_of(child), evolutions.BORN)
                outcome.out.append(parent | {"superseded_by": child["id"]})
                going_on.append(child)
            else:
                going_on.append(parent)
        return going_on
