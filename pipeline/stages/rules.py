"""Step 4, second half: the rule filters of filters/rules/ on each record's text, after what is redacted or stripped."""

from filters.rules import Limits, Record, judge_many
from pipeline.schema import Row
from pipeline.stages.base import Outcome, Stage
from pipeline.stages.cleaning import clean


class Rules(Stage):
    name = "rules"

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        cleaned = clean(rows, self.limits)
        verdicts = judge_many([record_of(one.row) for one in cleaned], self.limits)
        for one, judged in zip(cleaned, verdicts, strict=True):
            outcome.noted += one.noted
            verdict = judged if one.verdict.passed else one.verdict
            if verdict.passed:
                outcome.out.append(one.row)
            else:
                outcome.reject(self.name, one.row, verdict.reason, verdict.detail)
        return outcome


def record_of(row: Row) -> Record:
    """What the rules see of a row; one without a prompt is a document."""
    chosen = row["candidates"][row["chosen"]]
    turns = [(turn["role"], turn["content"]) for turn in row["earlier"]]
    turns += [("user", row["prompt"])] if row["prompt"] else []
    finish = "length" if chosen.get("fault") == "cut_off" else ""
    return Record((*turns, ("assistant", chosen["content"])), row["language"] or "", row.get("format", ""), finish)
