"""Records that hold an item of a benchmark, or are like a record of another data set, go."""

from pathlib import Path

from filters.decontaminate import Benchmarks
from filters.minhash import Sketch
from filters.signature_index import Known as Match
from filters.signature_index import SignatureIndex
from pipeline.references import benchmarks, benchmarks_folder, known_folders
from pipeline.schema import Row
from pipeline.sections import Decontaminate as DecontaminateSettings
from pipeline.sections import Dedup
from pipeline.stages.base import Outcome, Stage
from pipeline.stages.dedup import record_text


class Decontaminate(Stage):
    """Rejects as `contaminated`; the figure is the share of the item's runs, the benchmark and the item."""

    name = "decontaminate"

    def __init__(self, index: Path) -> None:
        """`index` is the folder of pipeline.references.prepare_benchmarks."""
        self.index = index

    def setup(self) -> None:
        self.benchmarks = Benchmarks.load(benchmarks(self.index))

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        verdicts = self.benchmarks.verdicts([record_text(row)[0] for row in rows])
        for row, verdict in zip(rows, verdicts, strict=True):
            if verdict.passed:
                outcome.out.append(row)
            else:
                outcome.reject(self.name, row, verdict.reason, verdict.detail)
        return outcome


class Known(Stage):
    """Rejects as `known_elsewhere`; the figure is the estimated similarity, the file and the id there."""

    name = "known"

    def __init__(self, folders: list[Path], sketch: Sketch) -> None:
        """`folders` hold indexes of signatures of this sketch."""
        self.folders, self.sketch = folders, sketch

    def setup(self) -> None:
        self.indexes = [SignatureIndex.open(folder) for folder in self.folders]

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        signed = self.sketch.sign([record_text(row)[1] for row in rows])
        found = [index.most_similar(signed) for index in self.indexes]
        for row, *matches in zip(rows, *found, strict=True):
            if best := _best(matches):
                figure = f"{best.similarity:.3f} to {best.data_set} {best.id}"
                outcome.reject(self.name, row, "known_elsewhere", figure)
            else:
                outcome.out.append(row)
        return outcome


def _best(matches: list[Match | None]) -> Match | None:
    """The most similar; of equals that of the index named first."""
    return max((match for match in matches if match), key=lambda match: match.similarity, default=None)


def elsewhere(decontaminate: DecontaminateSettings | None, dedup: Dedup | None, work: Path) -> list[Stage]:
    """The stages that a recipe asks for, in their order."""
    stages: list[Stage] = []
    if decontaminate:
        stages.append(Decontaminate(benchmarks_folder(decontaminate, work)))
    if dedup and dedup.against:
        stages.append(Known(known_folders(dedup, work), dedup.sketch))
    return stages
