"""A progress bar on stderr for a run of the flow: it watches the shards that are done."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pipeline.ledger import finished_shards
from pipeline.recipe_file import RecipeFile

INTERVAL = 0.3
"""Seconds between two looks at the folder."""

SPOKEN = {
    "read": "reading sources",
    "seed_dedup": "removing equal seeds",
    "augment": "sharing out the seeds",
    "check": "checking answers",
    "rules": "rule filters",
    "lines": "removing shared lines",
    "decontaminate": "looking for benchmarks",
    "known": "comparing with other sets",
    "dedup": "removing duplicates",
}


def watcher(recipe: RecipeFile) -> Callable[[Path], AbstractContextManager[None]]:
    """For the `watch` of a run: shows how many shards each stage has done."""
    listed, again = recipe.stages, recipe.again
    whole = {stage: recipe.work_shards * (1 + again.get(stage, 0)) for stage in listed}
    total = sum(whole.values()) - whole["read"]  # reading counts by task

    @contextmanager
    def watch(work: Path) -> Iterator[None]:
        columns = (SpinnerColumn(), TextColumn("{task.description:<22}"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            bar = progress.add_task("starting", total=total)
            over = threading.Event()

            def look() -> None:
                while not over.wait(INTERVAL):
                    done = {stage: len(finished_shards(work, stage)) for stage in listed}
                    now = next((stage for stage in reversed(listed) if done[stage]), "read")
                    name = "writing" if done[listed[-1]] == whole[listed[-1]] else SPOKEN.get(now, now)
                    progress.update(bar, completed=sum(done[stage] for stage in listed[1:]), description=name)

            thread = threading.Thread(target=look, daemon=True)
            thread.start()
            try:
                yield
            finally:
                over.set()
                thread.join()

    return watch
