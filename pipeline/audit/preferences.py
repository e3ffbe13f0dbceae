"""Preference pairs against the records that they come from."""

from collections.abc import Iterator, Mapping

from pipeline.audit.record import Fault
from pipeline.schema import Row


def pair_faults(pair: Row, record: Row | None) -> Iterator[Fault]:
    """Everything in a pair that its record does not bear out."""
    if record is None:
        yield "no_record", "no record of this id is in data/"
        return
    if pair["prompt"] != record["messages"][:-1]:
        yield "other_prompt", "the prompt is not the record's"
    if pair["chosen"] != [record["messages"][-1]]:
        yield "other_response", "the chosen side is not the record's answer"
    for name, value in (("category", record["category"]), ("language", record["language"]), ("split", record["split"])):
        if pair[name] != value:
            yield "other_record", f"{name} is {pair[name]!r}, the record's is {value!r}"
    if pair["level"] != record["verification"]["level"]:
        yield "level", f"is said to be {pair['level']!r}, the record {record['verification']['level']!r}"
    contents = [turn["content"] for turn in pair["rejected"]]
    worse = [candidate for candidate in record["candidates"] if [candidate["content"]] == contents]
    chosen = next((candidate for candidate in record["candidates"] if candidate["chosen"]), {"tier": None})
    if not any(_is_worse(candidate, chosen) for candidate in worse):
        yield "other_rejected", "the rejected side is no candidate of the record that did worse"


def _is_worse(candidate: Mapping[str, object], chosen: Mapping[str, object]) -> bool:
    """It failed, or has a lower tier of the critique."""
    if candidate["passed"] is False:
        return True
    tier, better = candidate["tier"], chosen["tier"]
    return isinstance(tier, int) and isinstance(better, int) and tier < better
