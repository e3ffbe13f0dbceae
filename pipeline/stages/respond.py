"""Step 3: candidate responses to each instruction (Hunyuan-Large, section 2.1.1: response generation)."""

from dataclasses import asdict

from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.taught import Taught
from pipeline.teachers.base import Failure


class Respond(Taught):
    name = "respond"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for row, candidates in zip(rows, self.teacher.respond(rows, outcome.noted), strict=True):
            if isinstance(candidates, Failure):
                outcome.fail(self.name, row["id"], candidates.error, row["source"]["uri"], candidates.request)
                continue
            outcome.out.append(row | {"candidates": [asdict(candidate) for candidate in candidates]})
            outcome.noted["responses"] += len(candidates)
        return outcome
