"""Step 4, second half: the rule filters of filters/rules.py on each record's text."""

from filters.rules import Limits, judge
from pipeline.schema import Row
from pipeline.sections import Rules as Settings
from pipeline.stages.base import Outcome, Stage


class Rules(Stage):
    name = "rules"

    def __init__(self, settings: Settings) -> None:
        self.limits = Limits(**settings.model_dump())

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for row in rows:
            verdict = judge(row["prompt"], row["candidates"][row["chosen"]]["content"], row["language"], self.limits)
            if verdict.passed:
                outcome.out.append(row)
            else:
                outcome.reject(self.name, row, verdict.reason, verdict.detail)
        return outcome
