"""Step 1: a seed becomes instructions (Hunyuan-Large, section 2.1.1: instruction generation).

A seed goes on as its first instruction; further ones are born. A seed that gives none is rejected, an instruction for
which the teacher had no usable answer has failed.

What an instruction row holds: id, ordinal, family, category, language, difficulty, split, source, lineage, and what the
teacher needs to go on: task, earlier (turns before the prompt), prompt, quote, checker, args, level.
"""

from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.taught import Taught
from pipeline.teachers.base import Eliminated, Failure


class Generate(Taught):
    name = "generate"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for seed, made in zip(rows, self.teacher.generate(rows, outcome.noted), strict=True):
            outcome.born += max(0, len(made) - 1)
            for one in made:
                if isinstance(one, Failure):
                    outcome.fail(self.name, seed["id"], one.error, seed["uri"], one.request)
                elif isinstance(one, Eliminated):
                    outcome.reject(self.name, one.child, one.reason, one.figure)
                else:
                    outcome.out.append(one)
            if not made:
                figure = f"{len(seed['text'])} characters of {seed['kind']}"
                outcome.reject(self.name, seed, "nothing_suits", figure)
        return outcome
