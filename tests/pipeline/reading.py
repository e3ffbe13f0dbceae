"""Read files as a run reads its sources."""

from pathlib import Path

from pipeline.sources.read import list_files, read
from pipeline.sources.values import Limits, Problem, Span


def read_all(root: Path, *patterns: str, limits: Limits | None = None) -> tuple[list[Span], list[Problem]]:
    """Everything under a root: the spans, and the problems of the listing and of the files."""
    listing = list_files(root, *patterns)
    found = [one for ref in listing.files for one in read(ref, limits or Limits())]
    spans = [one for one in found if isinstance(one, Span)]
    return spans, [*listing.problems, *(one for one in found if isinstance(one, Problem))]


def read_one(path: Path, limits: Limits | None = None) -> tuple[list[Span], list[Problem]]:
    return read_all(path, limits=limits)


def reasons(problems: list[Problem]) -> set[tuple[str, str]]:
    return {(problem.uri, problem.reason) for problem in problems}
