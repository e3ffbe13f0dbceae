"""Step 3: candidate responses to each instruction (Hunyuan-Large, section 2.1.1: response generation).

Evolution ends here. An evolved instruction all of whose answers are eliminated (filters/elimination.py) is rejected,
one without a usable answer has failed, and in both cases its parent, which waited, is asked and goes on. Where the
child is answered, its parent is rejected as superseded and never paid for.
"""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from filters.elimination import judge_answer
from filters.verdict import Verdict
from pipeline import evolutions
from pipeline.schema import Row, said_by_user
from pipeline.stages.base import Outcome
from pipeline.stages.taught import Taught
from pipeline.teachers.base import Candidate, Failure
from pipeline.teachers.elimination import limits_of


class Respond(Taught):
    name = "respond"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        waiting = {row["superseded_by"]: row for row in rows if "superseded_by" in row}
        asked = [row for row in rows if "superseded_by" not in row]
        while asked:
            answered = zip(asked, self.teacher.respond(asked, outcome.noted), strict=True)
            given_up = [row["id"] for row, candidates in answered if not self._goes_on(row, candidates, outcome)]
            asked = [_freed(waiting.pop(identity)) for identity in given_up if identity in waiting]
        for child, parent in waiting.items():
            outcome.reject(self.name, _freed(parent), "superseded", child)
        return outcome

    def _goes_on(self, row: Row, candidates: list[Candidate] | Failure, outcome: Outcome) -> bool:
        """Put a row out with its candidates, or reject or fail it."""
        operator = evolutions.operator_of(row)
        if isinstance(candidates, Failure):
            outcome.fail(self.name, row["id"], candidates.error, row["source"]["uri"], candidates.request)
            evolutions.note(outcome.noted, operator, evolutions.FAILED)
            return False
        verdicts = self._judged(row, candidates) if operator else []
        if verdicts and not any(verdict.passed for verdict in verdicts):
            reason = f"{evolutions.ELIMINATED}{verdicts[0].reason}"
            outcome.reject(self.name, row, reason, verdicts[0].detail)
            evolutions.note(outcome.noted, operator, reason)
            return False
        if verdicts:
            candidates = [_faulty(*pair) for pair in zip(candidates, verdicts, strict=True)]
        outcome.out.append(row | {"candidates": msgspec.to_builtins(candidates)})
        outcome.noted["responses"] += len(candidates)
        return True

    def _judged(self, row: Row, candidates: Sequence[Candidate]) -> list[Verdict]:
        """What the elimination rules say of each candidate; nothing where a checker will decide."""
        if row["checker"]:
            return []
        request, limits = said_by_user(row), limits_of(self.recipe)
        return [judge_answer(request, candidate.content, limits) for candidate in candidates]


def _faulty(candidate: Candidate, verdict: Verdict) -> Candidate:
    """A candidate that is given up stays in its record as one with a fault, which is never chosen."""
    return replace(candidate, fault=candidate.fault or verdict.reason)


def _freed(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "superseded_by"}
