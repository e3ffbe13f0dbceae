"""What becomes of requests to a server that fails in seven ways: none may be lost, none paid for twice.

A server on this machine meets each visit with one of seven faults, each on a keyed 10 % of the visits (so 60 % of the
visits get no answer and 10 % a slow one). Four threads share one engine. Every request must end once, as a completion
or as an error, and none may be sent again after its whole answer went out. The exit status is 1 otherwise.

    python benchmarks/reliability.py --write docs/reliability.md
"""

import argparse
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.engines.backoff import Backoff
from pipeline.engines.base import Completion, Request, Result, Sampling
from pipeline.engines.endpoint import Endpoint
from tests.pipeline.engines.server import FAULTS, Server, answer, faulty

THREADS = 4
RATE = 0.1
TIMEOUT = 2.0
"""Seconds after which a hang is given up; whole answers take a tenth of that, slow ones included."""
BACKOFF = Backoff(first=0.1, longest=2.0)


@dataclass(slots=True)
class Measured:
    requests: int
    ends: Counter[str] = field(default_factory=Counter)
    """Calls of `done`: "completion" or the kind of the error."""
    retries: Counter[int] = field(default_factory=Counter)
    """Completions by the retries they took."""
    lost: int = 0
    twice: int = 0
    wrong: int = 0
    """Completions that are not the server's answer to their request."""
    after_answer: int = 0
    """Visits of a request after its whole answer had been sent."""
    planted: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    sent: int = 0
    seconds: float = 0.0

    @property
    def sound(self) -> bool:
        return not (self.lost or self.twice or self.wrong or self.after_answer) and self.sent == self.planted.total()


def request(number: int) -> Request:
    return Request(messages=({"role": "user", "content": f"question {number}"},), sampling=Sampling(max_tokens=64))


def expected(number: int) -> str:
    text: str = answer({"model": "m", "messages": [{"content": f"question {number}"}]})["choices"][0]["message"][
        "content"
    ]
    return text


def measure(count: int, retries: int) -> Measured:
    """Put `count` requests from several threads to a faulty server."""
    results: list[list[Result]] = [[] for _ in range(count)]
    with Server(faulty(RATE)) as server:
        engine = Endpoint("faulty", server.url, "m", timeout=TIMEOUT, retries=retries, backoff=BACKOFF)

        def work(numbers: range) -> None:
            engine.ask([request(number) for number in numbers], lambda place, end: results[numbers[place]].append(end))

        threads = [threading.Thread(target=work, args=(range(first, count, THREADS),)) for first in range(THREADS)]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.perf_counter() - start
        engine.close()
    found = Measured(count, planted=server.kinds, met=engine.met, sent=engine.sent, seconds=seconds)
    found.after_answer = server.after_whole_answer.total()
    for number, ends in enumerate(results):
        found.lost += not ends
        found.twice += len(ends) > 1
        for end in ends:
            found.ends["completion" if isinstance(end, Completion) else end.kind] += 1
            if isinstance(end, Completion):
                found.retries[end.retries] += 1
                found.wrong += end.choices[0].text != expected(number)
    return found


def page(found: Measured, retries: int) -> str:
    """The tables as Markdown."""
    fails = RATE * (len(FAULTS) - 1)
    command = f"python benchmarks/reliability.py --requests {found.requests} --retries {retries} --write"
    lines = [
        "# Reliability of the endpoint engine",
        "",
        f"Written by `{command} docs/reliability.md`:",
        f"{found.requests:,} requests from {THREADS} threads to a server on the same machine that fails in",
        f"{len(FAULTS)} ways, each on a keyed {RATE:.0%} of the visits. A visit gets no answer with probability",
        f"{fails:.1f}, so {retries} retries should bring {1 - fails ** (retries + 1):.1%} of the requests to their",
        "answer.",
        "",
        *_table("planted by the server", found.planted, "visits"),
        *_table("fault as the engine met it", found.met, "attempts"),
        *_table("end", found.ends, "requests"),
        *_table("retries that a completion took", found.retries, "requests"),
        "| must be zero | |",
        "|---|---:|",
        f"| requests lost | {found.lost} |",
        f"| requests that ended twice | {found.twice} |",
        f"| completions that belong to another request | {found.wrong} |",
        f"| visits after the whole answer had been sent | {found.after_answer} |",
        f"| attempts less visits | {found.sent - found.planted.total()} |",
        "",
        f"{found.sent:,} attempts in {found.seconds:.1f} s: {found.sent / found.seconds:,.0f} attempts and",
        f"{found.requests / found.seconds:,.0f} requests a second, with hangs given up after {TIMEOUT:g} s.",
    ]
    return "\n".join(lines) + "\n"


def _table(what: str, counts: Counter[str] | Counter[int], of: str) -> list[str]:
    rows = [f"| {name} | {counts[name]:,} |" for name in sorted(counts)]  # type: ignore[type-var]
    return [f"| {what} | {of} |", "|---|---:|", *rows, f"| together | {counts.total():,} |", ""]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--requests", type=int, default=10_000)
    options.add_argument("--retries", type=int, default=6, help="the engine's default")
    options.add_argument("--write", type=Path, help="write the tables to this file")
    chosen = options.parse_args()
    found = measure(chosen.requests, chosen.retries)
    print(text := page(found, chosen.retries))
    if chosen.write:
        chosen.write.write_text(text, encoding="utf-8")
    print(f"ratio: {found.ends['completion'] / found.requests:.3f}")
    sys.exit(0 if found.sound else 1)


if __name__ == "__main__":
    main()
