"""A progress bar on stderr for a run of the flow: it watches the shards that are done."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

INTERVAL = 0.3
"""Seconds between two looks at the folder."""

STAGES = ("read", "seeds", "seed_dedup", "generate", "evolve", "respond", "score", "rules", "dedup", "balance")
SPOKEN = {"read": "reading sources", "seed_dedup": "removing equal seeds", "rules": "rule filters"}


def watcher(shards: int) -> Callable[[Path], AbstractContextManager[None]]:
    """For `pipeline.synth.synth(watch=…)`: shows how many shards each stage has done."""

    @contextmanager
    def watch(work: Path) -> Iterator[None]:
        columns = (SpinnerColumn(), TextColumn("{task.description:<22}"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            bar = progress.add_task("starting", total=shards * (len(STAGES) - 1))
            over = threading.Event()

            def look() -> None:
                while not over.wait(INTERVAL):
                    done = {stage: len(list((work / stage).glob("*.json"))) for stage in STAGES}
                    now = next((stage for stage in reversed(STAGES) if done[stage]), "read")
                    whole = done[now] >= shards and now == STAGES[-1]
                    name = "writing" if whole else SPOKEN.get(now, now)
                    progress.update(bar, completed=sum(done[stage] for stage in STAGES[1:]), description=name)

            thread = threading.Thread(target=look, daemon=True)
            thread.start()
            try:
                yield
            finally:
                over.set()
                thread.join()

    return watch
