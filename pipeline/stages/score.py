"""Step 4, second part: check every candidate, vote by equivalence, choose one (Hunyuan-Large, section 2.1.1).

What a checker can check, it decides. Where none can and several candidates state a final answer, these are voted on,
and the winner must pass its critique; free text passes by its critique alone. Candidates not chosen stay inside their
record with their verdicts, and a rejected row keeps the whole distribution of the votes.
"""

from collections import Counter, defaultdict
from functools import partial

from filters.consistency import Equivalence
from filters.equivalence import Strictness, equivalent, key
from filters.verdict import Verdict, failed, passed
from filters.verify import check_many
from pipeline import judges, routes
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.sections import Score as Settings
from pipeline.stages.base import Outcome, Stage
from pipeline.stages.choice import cast, choose, critiques, outvote

SAME = Equivalence(key=key, equivalent=partial(equivalent, strictness=Strictness(units="optional")))
"""When two final answers are one and the same vote: "18" and "$18" answer one question."""
FAULTS = {
    "cut_off": "the answer was cut off at the limit of its length",
    "ungrounded": "what it quotes as evidence does not stand in the document",
    "apology": "it apologises or refuses instead of answering",
    "nothing_said": "it is only punctuation and stop words",
}


class Score(Stage):
    name = "score"

    def __init__(self, recipe: Recipe) -> None:
        self.settings = recipe.score

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for row, verdicts in zip(rows, verdicts_of(rows, self.settings), strict=True):
            note_slips(outcome.noted, row, verdicts)
            ballot = cast(row, self.settings, SAME)
            final = outvote(verdicts, ballot)
            scored = choose(row, final, ballot, self.settings)
            if not ballot.verdict.passed:
                outcome.reject(self.name, scored, ballot.verdict.reason, ballot.verdict.detail)
            elif scored["chosen"] is None and (winner := ballot.winner):
                outcome.reject(self.name, scored, "majority_failed", final[winner.places[0]].detail)
            elif scored["chosen"] is None:
                outcome.reject(self.name, scored, "no_candidate_passed", final[0].detail)
            elif not scored["verification"]["level"]:
                outcome.reject(self.name, scored, "unchecked", "no checker, no critique, and no two answers agree")
            else:
                outcome.out.append(scored)
        return outcome


def verdicts_of(rows: list[Row], settings: Settings) -> list[list[Verdict]]:
    """A verdict for every candidate of every row, each checker asked once for all of its rows."""
    asked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, row in enumerate(rows):
        # equal candidates need one check; a dict keeps the first place of each text
        for content in dict.fromkeys(candidate["content"] for candidate in row["candidates"]) if row["checker"] else ():
            asked[row["checker"]].append((index, content))
    known: dict[tuple[int, str], Verdict] = {}
    for checker, items in asked.items():
        answers = check_many(checker, [(rows[index]["args"], content) for index, content in items])
        known.update(zip(items, answers, strict=True))
    return [
        [
            known[index, one["content"]] if row["checker"] else judged(one, row["category"], settings)
            for one in row["candidates"]
        ]
        for index, row in enumerate(rows)
    ]


def judged(candidate: Row, category: str, settings: Settings) -> Verdict:
    """What the critiques say of an answer that no checker can check."""
    if candidate["fault"]:
        return failed(candidate["fault"], FAULTS[candidate["fault"]])
    said = critiques(candidate)
    tier = judges.tier(said, settings.tiers)
    if tier is None:
        return passed("not judged")
    by = " and ".join(f"{critique['judge']} ({critique['tier']})" for critique in said)
    least = routes.at(settings.min_tier, category)
    if tier < least:
        worst = min(said, key=lambda critique: critique["tier"])
        return failed("low_tier", f"tier {tier} of 4 by {by}, at least {least}: {worst['rationale']}")
    return passed(f"tier {tier} of 4 by {by}")


def note_slips(noted: Counter[str], row: Row, verdicts: list[Verdict]) -> None:
    """Count, by checker, the planted slips and those caught, the good answers and those lost. Of a model's answers
    nobody knows beforehand whether they are good."""
    if any(candidate["engine"] for candidate in row["candidates"]):
        return
    for candidate, verdict in zip(row["candidates"], verdicts, strict=True):
        kind, missed = ("planted", "caught") if candidate["slip"] else ("good", "lost")
        noted[f"{kind}/{row['checker']}"] += 1
        noted[f"{missed}/{row['checker']}"] += not verdict.passed
