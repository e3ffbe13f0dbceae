"""Step 4, second part: check every candidate, vote by equivalence, choose one (Hunyuan-Large, section 2.1.1).

What a checker can check, it decides. Where none can, a candidate passes by the tier of its critique, and without a
critique by the agreement of several. Candidates not chosen stay inside their record with their verdicts.
"""

from collections import Counter, defaultdict
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.verdict import Level, Verdict, failed, passed
from filters.verify import check_many
from pipeline.keyed import canonical
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.stages.base import Outcome, Stage

FAULTS = {
    "cut_off": "the answer was cut off at the limit of its length",
    "ungrounded": "what it quotes as evidence does not stand in the document",
    "apology": "it apologises or refuses instead of answering",
    "nothing_said": "it is only punctuation and stop words",
}
AGREE = 2
"""Candidates that must say the same before they count as agreed."""


class Score(Stage):
    name = "score"

    def __init__(self, recipe: Recipe) -> None:
        self.settings = recipe.score

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for row, verdicts in zip(rows, verdicts_of(rows, self.settings.min_tier), strict=True):
            note_slips(outcome.noted, row, verdicts)
            scored = choose(row, verdicts)
            if scored["chosen"] is None:
                outcome.reject(self.name, scored, "no_candidate_passed", verdicts[0].detail)
            elif scored["votes"]["agreement"] < self.settings.min_agreement:
                outcome.reject(self.name, scored, "low_agreement", f"{scored['votes']['agreement']:.3f}")
            elif not scored["verification"]["level"]:
                outcome.reject(self.name, scored, "unchecked", "no checker, no critique, and no two answers agree")
            else:
                outcome.out.append(scored)
        return outcome


def verdicts_of(rows: list[Row], min_tier: int) -> list[list[Verdict]]:
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
        [known[index, one["content"]] if row["checker"] else judged(one, min_tier) for one in row["candidates"]]
        for index, row in enumerate(rows)
    ]


def judged(candidate: Row, min_tier: int) -> Verdict:
    """What the critique says of an answer that no checker can check."""
    if candidate["fault"]:
        return failed(candidate["fault"], FAULTS[candidate["fault"]])
    critique = candidate.get("critique")
    if critique is None:
        return passed("not judged")
    if critique["tier"] < min_tier:
        return failed("low_tier", f"tier {critique['tier']} of 4, at least {min_tier}: {critique['rationale']}")
    return passed(f"tier {critique['tier']} of 4 by {critique['judge']}")


def choose(row: Row, verdicts: list[Verdict]) -> Row:
    """The row with verdicts and votes on its candidates, and the place of the chosen one (None if none passed).

    Among those that passed, the answer with the most votes wins, then the better tier, then the first.
    """
    answers = [final_answer(candidate["content"]) for candidate in row["candidates"]]
    votes = Counter(map(plain, answers))
    passing = [index for index, verdict in enumerate(verdicts) if verdict.passed]
    critiques = [candidate.get("critique") for candidate in row["candidates"]]
    tiers = [critique["tier"] if critique else 0 for critique in critiques]
    chosen = max(passing, key=lambda index: (votes[plain(answers[index])], tiers[index], -index), default=None)
    agreeing = votes[plain(answers[chosen])] if chosen is not None else 0
    candidates = [
        candidate
        | {
            "answer": answer,
            "passed": verdict.passed,
            "reason": verdict.reason,
            "detail": verdict.detail,
            "chosen": index == chosen,
            "tier": tiers[index] or None,
        }
        for index, (candidate, answer, verdict) in enumerate(zip(row["candidates"], answers, verdicts, strict=True))
    ]
    scored: dict[str, Any] = {
        "candidates": candidates,
        "chosen": chosen,
        "votes": {"answers": len(answers), "agreeing": agreeing, "agreement": agreeing / len(answers)},
    }
    if chosen is not None:
        scored["critique"] = critiques[chosen]
        scored["verification"] = {
            "level": row["level"] or level_of(scored["critique"], agreeing),
            "checker": row["checker"],
            "arguments": canonical(row["args"]),
            "passed": True,
            "detail": verdicts[chosen].detail,
        }
    return row | scored


def level_of(critique: Row | None, agreeing: int) -> str:
    """How sure an answer without a checker is; "" for not at all."""
    if agreeing >= AGREE:
        return Level.AGREED.value
    return Level.JUDGED.value if critique else ""


def note_slips(noted: Counter[str], row: Row, verdicts: list[Verdict]) -> None:
    """Count, by checker, the planted slips and those caught, the good answers and those lost. Of a model's answers
    nobody knows beforehand whether they are good."""
    if any(candidate["engine"] for candidate in row["candidates"]):
        return
    for candidate, verdict in zip(row["candidates"], verdicts, strict=True):
        kind, missed = ("planted", "caught") if candidate["slip"] else ("good", "lost")
        noted[f"{kind}/{row['checker']}"] += 1
        noted[f"{missed}/{row['checker']}"] += not verdict.passed
