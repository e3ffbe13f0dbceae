"""How fast the procedural teacher mills, by family and by stage.

    python benchmarks/procedural.py [--count 300] [--seeds 12000] [--write docs/families.md]

First every family alone, in one thread: draw, word, solve, plant slips in a seventh and check. Then the whole flow with
all families over the standard library and empty seeds, on all cores. With --write the table of families goes to a
file, with a drawn example of each. The last line is `ratio: X`: kept records a second over the aim of 1,000.
"""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from filters.verify import check_many
from pipeline.keyed import generator
from pipeline.recipe import check
from pipeline.synth import synth
from pipeline.teachers.procedural.family import Family
from pipeline.teachers.procedural.registry import BUILT_IN, family
from tests.pipeline.procedural.contract import tasks

AIM = 1000
SLIP_EVERY = 7
LONGEST_EXAMPLE = 180


@dataclass(frozen=True, slots=True)
class Measured:
    """One family: records a second over its languages, slips caught and good answers kept, as shares."""

    name: str
    rate: float
    caught: float
    kept: float
    example: str


def measure(subject: Family, count: int) -> Measured:
    seconds, made, slips, caught, good, kept = 0.0, 0, 0, 0, 0, 0
    example = ""
    for language in subject.languages:
        start = time.perf_counter()
        items, planted = [], []
        for number, (key, args) in enumerate(tasks(subject, language, count)):
            rng = generator("benchmark", subject.id, language, key)
            prompt = subject.render(args, language, rng.randrange(len(subject.wordings[language])))
            slip = subject.slip(rng, args, language) if number % SLIP_EVERY == 0 else None
            items.append((args, slip.text if slip else subject.solve(args, language).text))
            planted.append(slip is not None)
            example = example or prompt
        verdicts = check_many(subject.checker, items)
        seconds += time.perf_counter() - start
        made += count
        slips += sum(planted)
        good += count - sum(planted)
        caught += sum(slip and not verdict.passed for slip, verdict in zip(planted, verdicts, strict=True))
        kept += sum(not slip and verdict.passed for slip, verdict in zip(planted, verdicts, strict=True))
    return Measured(subject.id, made / seconds, caught / max(1, slips), kept / max(1, good), example)


def flow(seeds: int, workers: int) -> tuple[float, float]:
    """Print seconds by stage; return kept records and seconds of the whole flow."""
    recipe = check(
        {
            "name": "speed",
            "seed": 1,
            "seeds": {
                "sources": [{"kind": "python", "limit": {"code": seeds // 8}}, {"kind": "procedures", "count": seeds}]
            },
            "generate": {"per_seed": 3},
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        manifest = synth(recipe, Path(folder) / "out", workers=workers)
    kept = manifest["kept"]["records"]
    print(f"\n{'stage':12} {'CPU seconds':>12} {'ms a kept record':>17}")
    for stage in manifest["stages"]:
        print(f"{stage['stage']:12} {stage['seconds']:12.1f} {1000 * stage['seconds'] / kept:17.3f}")
    return kept, manifest["seconds"]


def page(measured: list[Measured]) -> str:
    """The table of families as Markdown."""
    lines = [
        "# Task families",
        "",
        f"{len(BUILT_IN)} families over {len(nodes())} nodes of the category tree. Written by",
        "`python benchmarks/procedural.py --write docs/families.md`. The rate is records a second of one thread (draw,",
        "word, solve, check); caught and kept are the shares of planted slips caught and of right answers passed.",
        "",
        "| family | nodes | seeds | languages | level | records/s | caught | kept | example |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for one in measured:
        subject = family(one.name)
        example = " ".join(one.example.split()).replace("|", "\\|")
        cells = [
            f"`{one.name}`",
            "<br>".join(subject.nodes or (subject.category,)),
            subject.seed_kind,
            ", ".join(subject.languages),
            subject.level.value,
            f"{one.rate:,.0f}",
            f"{100 * one.caught:.1f} %",
            f"{100 * one.kept:.1f} %",
            example if len(example) <= LONGEST_EXAMPLE else example[:LONGEST_EXAMPLE] + " …",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def nodes() -> set[str]:
    subjects = (family(name) for name in BUILT_IN)
    return {node for subject in subjects for node in subject.nodes or (subject.category,)}


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=300, help="tasks of each family and language")
    options.add_argument("--seeds", type=int, default=12_000, help="empty seeds of the flow")
    options.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    options.add_argument("--write", type=Path, help="write the table of families to this file")
    chosen = options.parse_args()
    measured = []
    print(f"{'family':24} {'records/s':>10} {'caught':>8} {'kept':>8}")
    for name in BUILT_IN:
        measured.append(one := measure(family(name), chosen.count))
        print(f"{name:24} {one.rate:10,.0f} {100 * one.caught:6.1f} % {100 * one.kept:6.1f} %")
    if chosen.write:
        chosen.write.write_text(page(measured), encoding="utf-8")
    kept, seconds = flow(chosen.seeds, chosen.workers)
    print(f"\n{kept:,} kept records in {seconds:.1f} s with {chosen.workers} processes: {kept / seconds:,.0f} a second")
    print(f"ratio: {kept / seconds / AIM:.2f}")


if __name__ == "__main__":
    main()
