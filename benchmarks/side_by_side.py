"""Several ways to do one thing, each in a process of its own, timed in turn.

What a process allocates, compiles and keeps in its caches is then its own, as it is where its user runs it alone. They
do a step each, one after the other while the rest sleep, and the order inside a round turns.
"""

import multiprocessing
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Self

Step = Callable[[], float]
"""One step of work; returns a value that all ways must agree on."""


@dataclass(frozen=True, slots=True)
class Way:
    name: str
    build: Callable[[], Step]
    """Called in the way's own process; must pickle."""


class Running:
    """A way in its process."""

    def __init__(self, way: Way) -> None:
        self.way = way
        spawn = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.process = spawn.Process(target=_serve, args=(way.build, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def step(self) -> tuple[float, float]:
        """The step's value, and seconds."""
        self.pipe.send(True)
        found: tuple[float, float] = self.pipe.recv()
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.pipe.close()
        self.process.join()


def _serve(build: Callable[[], Step], pipe: Connection) -> None:
    step = build()
    try:
        while pipe.recv():
            start = time.perf_counter()
            value = step()
            pipe.send((value, time.perf_counter() - start))
    except EOFError:
        pass


def compare(title: str, ways: Sequence[Way], rounds: int, work: int, agree: float) -> dict[str, float]:
    """Print tokens a second of each way, and the median over the rounds of its time over the first way's, which is
    returned by name."""
    times: dict[str, list[float]] = {way.name: [] for way in ways}
    with ExitStack() as stack:
        first: dict[str, float] = {}
        runners = []
        for way in ways:
            runner = stack.enter_context(Running(way))
            first[way.name], _ = runner.step()
            runners.append(runner)
        ours = ways[0].name
        off = max(abs(value - first[ours]) / abs(first[ours]) for value in first.values())
        assert off < agree, f"{title}: the ways do not compute the same: {first}"
        for number in range(rounds):
            shift = number % len(runners)
            for runner in runners[shift:] + runners[:shift]:
                times[runner.way.name].append(runner.step()[1])
    ratios = {}
    print(f"\n{title} (values agree to {off:.0e})")
    for name, taken in times.items():
        ratios[name] = statistics.median(theirs / mine for theirs, mine in zip(taken, times[ours], strict=True))
        best, middle = work / min(taken), work / statistics.median(taken)
        print(
            f"  {name:32} {middle:9,.0f} tokens/s (best {best:9,.0f})   {ratios[name]:.2f} times our time", flush=True
        )
    return ratios
