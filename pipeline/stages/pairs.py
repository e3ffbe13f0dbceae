"""Preference pairs of kept rows, in the shape of PREFERENCE: which two answers, by how much, and on what evidence."""

from filters.preferences import Contender, pair
from filters.verdict import Level
from pipeline.schema import Row
from pipeline.stages.choice import NO_ANSWER, OUTVOTED


def preference_pair(row: Row, asked: list[dict[str, str]], min_margin: float) -> Row | None:
    """The chosen candidate of a kept row against the worst other one; None where no pair is real. `asked` are all turns
    before the answer."""
    candidates = row["candidates"]
    found = pair([contender(row, candidate) for candidate in candidates], row["chosen"], min_margin)
    if found is None:
        return None
    better, worse = candidates[found.chosen], candidates[found.rejected]
    reason, detail = why(worse, better)
    return {
        "id": row["id"],
        "prompt": asked,
        "chosen": [{"role": "assistant", "content": better["content"]}],
        "rejected": [{"role": "assistant", "content": worse["content"]}],
        "margin": found.margin,
        "category": row["category"],
        "language": row["language"],
        "level": row["verification"]["level"],
        "rejected_level": level_of(row, worse).value,
        "reason": reason,
        "detail": detail,
        "chosen_candidate": f"{row['id']}/{found.chosen}",
        "rejected_candidate": f"{row['id']}/{found.rejected}",
        "chosen_tier": better["tier"],
        "rejected_tier": worse["tier"],
        "split": row["split"],
    }


def contender(row: Row, candidate: Row) -> Contender:
    """What is known of a candidate; votes only where they decided."""
    held = row["votes"]["held"]
    return Contender(
        candidate["content"],
        candidate["passed"],
        failed_check=bool(candidate["fault"] or (row["checker"] and not candidate["passed"])),
        tier=candidate["tier"],
        vote_share=candidate["vote_share"] or 0.0 if held else None,
    )


def level_of(row: Row, worse: Row) -> Level:
    """By what kind of evidence the rejected side is worse. A fault can be seen in the text, as a broken constraint."""
    if row["level"] and not worse["passed"]:
        return Level(row["level"])
    if worse["fault"]:
        return Level.CONSTRAINT
    return Level.AGREED if worse["reason"] in (OUTVOTED, NO_ANSWER) else Level.JUDGED


def why(worse: Row, better: Row) -> tuple[str, str]:
    """The reason as a word, and a sentence."""
    if worse["passed"]:
        return "lower_tier", f"tier {worse['tier']}, the chosen answer {better['tier']}"
    return worse["reason"], worse["detail"]
