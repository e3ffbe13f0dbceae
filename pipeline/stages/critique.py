"""Step 4, first part: critique models judge every candidate (Hunyuan-Large, section 3.1: four tiers over accuracy,
relevance, completeness, usefulness and clarity).

A teacher that has no say, because its answers are computed, leaves the candidates as they are.
"""

from dataclasses import asdict

from pipeline import judges
from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.taught import Taught
from pipeline.teachers.base import Failure


class Criticise(Taught):
    name = "critique"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for row, critiques in zip(rows, self.teacher.critique(rows, outcome.noted), strict=True):
            if isinstance(critiques, Failure):
                outcome.fail(self.name, row["id"], critiques.error, row["source"]["uri"], critiques.request)
                continue
            candidates = [
                candidate | {"critiques": [asdict(critique) for critique in said]}
                for candidate, said in zip(row["candidates"], critiques, strict=True)
            ]
            judges.note(outcome.noted, candidates)
            outcome.out.append(row | {"candidates": candidates})
        return outcome
