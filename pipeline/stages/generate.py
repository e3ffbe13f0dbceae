"""Step 1: a seed becomes instructions (Hunyuan-Large, section 2.1.1: instruction generation).

A seed goes on as its first instruction; further ones are born. A seed that gives none is rejected.

What an instruction row holds: id, ordinal, family, category, language, difficulty, split, source, lineage, and what the
teacher needs to go on: args, prompt, quote, checker, level.
"""

from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.taught import Taught


class Generate(Taught):
    name = "generate"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for seed, instructions in zip(rows, self.teacher.generate(rows), strict=True):
            outcome.out += instructions
            outcome.born += max(0, len(instructions) - 1)
            if not instructions:
                outcome.reject(self.name, seed, "no_family_suits", f"{len(seed['text'])} characters of {seed['kind']}")
        return outcome
