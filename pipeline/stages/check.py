"""A checker of filters/verify over the answers of an existing data set."""

from filters.verdict import Verdict
from pipeline.attempts import attempt_many
from pipeline.curation import Check
from pipeline.keyed import canonical
from pipeline.schema import Row
from pipeline.stages.base import Outcome, Stage


class CheckAnswers(Stage):
    """What passes has the level that the recipe claims; what fails is rejected; what cannot be checked has failed."""

    name = "check"

    def __init__(self, settings: Check) -> None:
        self.settings = settings

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        able = [row for row in rows if row["args"] is not None]
        answers = [(row["args"], row["candidates"][row["chosen"]]["content"]) for row in able]
        verdicts = dict(zip((row["id"] for row in able), attempt_many(self.settings.checker, answers), strict=True))
        for row in rows:
            verdict = verdicts.get(row["id"])
            if verdict is None:
                wanted = ", ".join(str(value) for value in self.settings.args.values())
                outcome.reject(self.name, row, "no_argument", f"the row lacks one of {wanted}")
            elif isinstance(verdict, str):
                outcome.fail(self.name, row["id"], verdict, row["source"]["uri"], {"args": row["args"]})
            elif verdict.passed:
                outcome.out.append(self._passed(row, verdict))
            else:
                outcome.reject(self.name, row, verdict.reason, verdict.detail)
        return outcome

    def _passed(self, row: Row, verdict: Verdict) -> Row:
        chosen = row["candidates"][row["chosen"]] | {"passed": True, "detail": verdict.detail}
        candidates = [chosen if place == row["chosen"] else one for place, one in enumerate(row["candidates"])]
        evidence = {
            "level": self.settings.worth,
            "checker": self.settings.checker,
            "arguments": canonical(row["args"]),
            "passed": True,
            "detail": verdict.detail,
        }
        return row | {"candidates": candidates, "verification": evidence}
