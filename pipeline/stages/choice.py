"""Which of a row's candidates is chosen: by its checker, else by the vote on final answers, else by the critiques."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from filters.consistency import Cluster, Equivalence, Vote, decided, vote
from filters.reading.answer import final_answer, stated_answer
from filters.verdict import Level, Verdict, failed, passed
from pipeline import judges
from pipeline.keyed import canonical
from pipeline.schema import Row
from pipeline.sections import Score

AGREE = 2
"""Candidates that must say the same before they count as agreed."""
OUTVOTED, NO_ANSWER = "outvoted", "no_answer"


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote on a row's candidates. It is `held` where it decides: a checker's word counts more than any number of
    votes, and few answers make no vote. `verdict` says whether it has a winner, and passes where none was held."""

    found: Vote
    held: bool
    verdict: Verdict

    @property
    def winner(self) -> Cluster | None:
        return self.found.clusters[0] if self.held and self.verdict.passed else None


def cast(row: Row, settings: Score, same: Equivalence) -> Ballot:
    """Count the votes: those of candidates without a fault that state a final answer short enough to be voted on. Where
    a checker decides, nothing hangs on them, and equal keys are enough."""
    answers = [ballot_paper(candidate, settings.longest_answer) for candidate in row["candidates"]]
    weights = [judges.tier(critiques(one), settings.tiers) or 1 for one in row["candidates"]]
    by = Equivalence(same.key) if row["checker"] else same
    found = vote(answers, by, weights if settings.weighted else None)
    held = not row["checker"] and found.votes >= settings.min_votes
    return Ballot(found, held, decided(found, settings.min_agreement) if held else passed())


def ballot_paper(candidate: Row, longest: int) -> str:
    """The final answer that a candidate votes for; "" for none."""
    stated = stated_answer(candidate["content"]) or ""
    return stated if not candidate["fault"] and len(stated) <= longest else ""


def critiques(candidate: Row) -> list[Row]:
    """What judges said of a candidate; nothing where the flow has no critique."""
    found: list[Row] = candidate.get("critiques", [])
    return found


def outvote(verdicts: Sequence[Verdict], ballot: Ballot) -> list[Verdict]:
    """The verdicts once the vote is counted: where it has a winner, other answers fail."""
    if (winner := ballot.winner) is None:
        return list(verdicts)
    found = []
    for place, verdict in enumerate(verdicts):
        own = ballot.found.of(place)
        if not verdict.passed or own is winner:
            found.append(verdict)
        elif own is None:
            found.append(failed(NO_ANSWER, "states no final answer, where others do"))
        else:
            found.append(
                failed(OUTVOTED, f"{_votes(own, ballot.found)}, while {winner.answer!r} has {len(winner.places)}")
            )
    return found


def _votes(own: Cluster, found: Vote) -> str:
    return f"{own.answer!r} has {len(own.places)} of {found.votes} votes"


def choose(row: Row, verdicts: Sequence[Verdict], ballot: Ballot, settings: Score) -> Row:
    """The row with verdicts and votes on its candidates, and the place of the chosen one (None if none is).

    Among those that passed, the answer with most votes wins if they were voted on or checked, then the better tier,
    then the first. A vote that is held and has no winner chooses none.
    """
    candidates, found = row["candidates"], ballot.found
    clusters = [found.of(place) for place in range(len(candidates))]
    shares = [own.weight / found.weight if own else None for own in clusters]
    tiers = [judges.tier(critiques(candidate), settings.tiers) for candidate in candidates]
    passing = [place for place, verdict in enumerate(verdicts) if verdict.passed and ballot.verdict.passed]
    counts = [share or 0.0 if ballot.held or row["checker"] else 0.0 for share in shares]
    chosen = max(passing, key=lambda place: (counts[place], tiers[place] or 0, -place), default=None)
    own = clusters[chosen] if chosen is not None else ballot.winner
    scored: dict[str, Any] = {
        "candidates": [
            candidate
            | {
                "answer": final_answer(candidate["content"]),
                "passed": verdict.passed,
                "reason": verdict.reason,
                "detail": verdict.detail,
                "chosen": place == chosen,
                "tier": tiers[place],
                "critiques": critiques(candidate),
                "vote_share": shares[place],
            }
            for place, (candidate, verdict) in enumerate(zip(candidates, verdicts, strict=True))
        ],
        "chosen": chosen,
        "votes": votes_of(ballot, own),
    }
    if chosen is not None:
        scored["tier"] = tiers[chosen]
        scored["verification"] = {
            "level": row["level"] or level_of(tiers[chosen], ballot.winner),
            "checker": row["checker"],
            "arguments": canonical(row["args"]),
            "passed": True,
            "detail": verdicts[chosen].detail,
        }
    return row | scored


def votes_of(ballot: Ballot, own: Cluster | None) -> Row:
    """The whole distribution, and how many agree with the chosen answer; its share is null where it cast no vote."""
    found = ballot.found
    return {
        "held": ballot.held,
        "answers": found.votes,
        "agreeing": len(own.places) if own else 0,
        "agreement": own.weight / found.weight if own else None,
        "distribution": [
            {"answer": cluster.answer, "count": len(cluster.places), "weight": cluster.weight}
            for cluster in found.clusters
        ],
    }


def level_of(tier: int | None, winner: Cluster | None) -> str:
    """How sure an answer without a checker is; "" for not at all."""
    if winner and len(winner.places) >= AGREE:
        return Level.AGREED.value
    return Level.JUDGED.value if tier else ""
