"""Step 4, first half: check every candidate, vote by equivalence, choose one (Hunyuan-Large, section 2.1.1: filtering).

Candidates not chosen stay inside their record with their verdicts.
"""

from collections import Counter, defaultdict
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.verdict import Verdict
from filters.verify import check_many
from pipeline.keyed import canonical
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.stages.base import Outcome, Stage


class Score(Stage):
    name = "score"

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        for row, verdicts in zip(rows, verdicts_of(rows), strict=True):
            note_slips(outcome.noted, row, verdicts)
            scored = choose(row, verdicts)
            if scored["chosen"] is None:
                outcome.reject(self.name, scored, "no_candidate_passed", verdicts[0].detail)
            elif scored["votes"]["agreement"] < self.recipe.score.min_agreement:
                outcome.reject(self.name, scored, "low_agreement", f"{scored['votes']['agreement']:.3f}")
            else:
                outcome.out.append(scored)
        return outcome


def verdicts_of(rows: list[Row]) -> list[list[Verdict]]:
    """A verdict for every candidate of every row, each checker asked once for all of its rows."""
    asked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, row in enumerate(rows):
        # equal candidates need one check; a dict keeps the first place of each text
        for content in dict.fromkeys(candidate["content"] for candidate in row["candidates"]):
            asked[row["checker"]].append((index, content))
    known: dict[tuple[int, str], Verdict] = {}
    for checker, items in asked.items():
        answers = check_many(checker, [(rows[index]["args"], content) for index, content in items])
        known.update(zip(items, answers, strict=True))
    return [[known[index, c["content"]] for c in row["candidates"]] for index, row in enumerate(rows)]


def choose(row: Row, verdicts: list[Verdict]) -> Row:
    """The row with verdicts and votes on its candidates, and the place of the chosen one (None if none passed).

    Among those that passed, the answer with the most votes wins, and the first of them on a tie.
    """
    answers = [final_answer(candidate["content"]) for candidate in row["candidates"]]
    votes = Counter(map(plain, answers))
    passing = [index for index, verdict in enumerate(verdicts) if verdict.passed]
    chosen = max(passing, key=lambda index: (votes[plain(answers[index])], -index), default=None)
    agreeing = votes[plain(answers[chosen])] if chosen is not None else 0
    candidates = [
        candidate
        | {
            "answer": answer,
            "passed": verdict.passed,
            "reason": verdict.reason,
            "detail": verdict.detail,
            "chosen": index == chosen,
        }
        for index, (candidate, answer, verdict) in enumerate(zip(row["candidates"], answers, verdicts, strict=True))
    ]
    scored: dict[str, Any] = {
        "candidates": candidates,
        "chosen": chosen,
        "votes": {"answers": len(answers), "agreeing": agreeing, "agreement": agreeing / len(answers)},
    }
    if chosen is not None:
        scored["verification"] = {
            "level": row["level"],
            "checker": row["checker"],
            "arguments": canonical(row["args"]),
            "passed": True,
            "detail": verdicts[chosen].detail,
        }
    return row | scored


def note_slips(noted: Counter[str], row: Row, verdicts: list[Verdict]) -> None:
    """Count, by checker, the planted slips and those caught, the good answers and those lost."""
    for candidate, verdict in zip(row["candidates"], verdicts, strict=True):
        kind, missed = ("planted", "caught") if candidate["slip"] else ("good", "lost")
        noted[f"{kind}/{row['checker']}"] += 1
        noted[f"{missed}/{row['checker']}"] += not verdict.passed
