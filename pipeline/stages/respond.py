"""Step 3: candidate responses to each instruction (Hunyuan-Large, section 2.1.1: response generation)."""

from dataclasses import asdict

from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.taught import Taught


class Respond(Taught):
    name = "respond"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for row, candidates in zip(rows, self.teacher.respond(rows), strict=True):
            outcome.out.append(row | {"candidates": [asdict(candidate) for candidate in candidates]})
            outcome.noted["responses"] += len(candidates)
        return outcome
