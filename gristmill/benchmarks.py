"""The benchmarks that a command line names."""

from pathlib import Path


def named(given: list[str]) -> dict[str, list[str]]:
    """NAME=FILE, or a file alone, whose name then is that of the benchmark. Several may go by one name."""
    found: dict[str, list[str]] = {}
    for one in given:
        name, equals, file = one.partition("=")
        if not equals or "/" in name:
            name, file = Path(one).name.partition(".")[0], one
        found.setdefault(name, []).append(file)
    return found
