"""The call log: every answer that was paid for, kept before it is used, and never asked for again.

    calls/<step>/<first digit of the key>/<time>-<process>-<number>.parquet

A request's key is a hash over everything that can change its answer: model and revision, messages or prompt, sampling
settings with seed and schema, and the hash of the template. Requests are looked up by key when they are made, so
neither the number of shards nor a retry matters. New answers are written after FLUSH_ROWS answers or FLUSH_SECONDS, or
when no other request is under way, whichever comes first, and only then passed on: a run that is killed loses at most
what was in flight. Files are written whole or not at all and never changed, so any file system or object store will do.
"""

import json
import os
import queue
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.engines.base import Choice, Completion, Engine, EngineError, Request, Result
from pipeline.keyed import canonical, digest
from pipeline.schema import Row
from pipeline.shards import write_table

FLUSH_ROWS = 256
FLUSH_SECONDS = 1.0

CALL = pa.schema(
    [
        ("key", pa.string()),
        ("engine", pa.string()),  # its name in the recipe
        ("identity", pa.string()),  # model and revision
        ("template", pa.string()),  # id of the prompt template
        ("template_hash", pa.string()),
        ("request", pa.string()),  # JSON: messages or prompt, sampling
        ("choices", pa.string()),  # JSON: text, finish, logprobs
        ("prompt_tokens", pa.int64()),
        ("completion_tokens", pa.int64()),
        ("seconds", pa.float64()),
        ("retries", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class Call:
    """A request with the template that it was rendered from."""

    request: Request
    template: str
    template_hash: str

    def key(self, engine: Engine) -> str:
        return digest("call", engine.identity, self.template_hash, canonical(asdict(self.request)))


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a call, and whether it came from the log."""

    key: str
    result: Result
    reused: bool


class CallLog:
    """One folder of calls, for one process; threads share it."""

    def __init__(
        self,
        root: Path,
        *,
        also: Sequence[Path] = (),
        flush_rows: int = FLUSH_ROWS,
        flush_seconds: float = FLUSH_SECONDS,
    ) -> None:
        """`also` are the logs of earlier runs, which are read and never written."""
        self.root, self.flush_rows, self.flush_seconds = root, flush_rows, flush_seconds
        self.roots = (root, *also)
        self.index: dict[Path, dict[str, Path]] = defaultdict(dict)
        """By folder: the file of each key."""
        self.seen: set[Path] = set()
        self.lock = threading.Lock()
        self.under_way = 0
        """Requests of all threads that an engine has and has not answered."""
        self.closed = False
        self.waiting: queue.SimpleQueue[_Written | None] = queue.SimpleQueue()
        self.writer = threading.Thread(target=self._write, name="call log", daemon=True)
        self.writer.start()
        self.files = 0

    # -- asking ----------------------------------------------------------------------------------------------------

    def ask(self, step: str, engine: Engine, calls: Sequence[Call]) -> list[Answered]:
        """The answers in the order of the calls: those in the log from there, the others from the engine, which gets
        them all at once. Equal calls are sent once. Returns when every answer is durable."""
        keys = [call.key(engine) for call in calls]
        known = self.find(step, keys)
        missing = {key: call for key, call in zip(keys, calls, strict=True) if key not in known}
        fresh = self._send(step, engine, missing)
        return [
            Answered(key, known[key], reused=True) if key in known else Answered(key, fresh[key], reused=False)
            for key in keys
        ]

    def _send(self, step: str, engine: Engine, missing: dict[str, Call]) -> dict[str, Result]:
        if not missing:
            return {}
        if self.closed:
            raise RuntimeError(f"the call log {self.root} is closed")
        keys, sent = list(missing), list(missing.values())
        durable: list[Future[Result]] = [Future() for _ in keys]
        ended = 0

        def done(place: int, result: Result) -> None:
            nonlocal ended
            with self.lock:
                self.under_way -= 1
                ended += 1
            if isinstance(result, EngineError):  # no answer was paid for: there is nothing to keep
                durable[place].set_result(result)
            else:
                row = _row(keys[place], engine, sent[place], result)
                self._put(_Written(_folder(self.root, step, keys[place]), row, result, durable[place]))

        with self.lock:
            self.under_way += len(sent)
        try:
            engine.ask([call.request for call in sent], done)
        finally:  # an engine that raises leaves some without a result
            with self.lock:
                self.under_way -= len(sent) - ended
        return {key: future.result() for key, future in zip(keys, durable, strict=True)}

    def _put(self, item: "_Written") -> None:
        """Hand an answer to the writer, unless that has ended."""
        with self.lock:
            if not self.closed:
                self.waiting.put(item)
                return
        item.durable.set_exception(RuntimeError(f"the call log {self.root} was closed before an answer was written"))

    # -- reading ---------------------------------------------------------------------------------------------------

    def find(self, step: str, keys: Iterable[str]) -> dict[str, Completion]:
        """The completions that the log has, by key."""
        wanted: dict[Path, list[str]] = defaultdict(list)
        for key in dict.fromkeys(keys):
            indices = (self._indexed(_folder(root, step, key)) for root in self.roots)
            if path := next((index[key] for index in indices if key in index), None):
                wanted[path].append(key)
        return {
            row["key"]: completion(row)
            for path, inside in wanted.items()
            for row in pq.read_table(path, filters=[("key", "in", inside)]).to_pylist()
        }

    def _indexed(self, folder: Path) -> dict[str, Path]:
        """The keys of a folder; files that came since the last look are read. Of two files with one key, which two
        processes can write at once, the first by name counts."""
        with self.lock:
            index = self.index[folder]
            for path in sorted(set(folder.glob("[!.]*.parquet")) - self.seen) if folder.is_dir() else ():
                self.seen.add(path)
                for key in pq.read_table(path, columns=["key"])["key"].to_pylist():
                    index[key] = min(path, index.get(key, path))
            return index

    # -- writing ---------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        """Gather what comes in until there is enough, or the first has waited long enough; write; pass it on."""
        going_on = True
        while going_on and (first := self.waiting.get()) is not None:
            batch, deadline = [first], time.monotonic() + self.flush_seconds
            while len(batch) < self.flush_rows and (left := deadline - time.monotonic()) > 0:
                try:
                    item = self.waiting.get(timeout=left if self.under_way else 0)
                except queue.Empty:
                    break
                if item is None:
                    going_on = False
                    break
                batch.append(item)
            self._flush(batch)

    def _flush(self, batch: Sequence["_Written"]) -> None:
        try:
            by_folder: dict[Path, list[Row]] = defaultdict(list)
            for item in batch:
                by_folder[item.folder].append(item.row)
            for folder, rows in by_folder.items():
                self.files += 1
                name = f"{time.time_ns():020d}-{os.getpid()}-{self.files:06d}.parquet"
                write_table(folder / name, pa.Table.from_pylist(rows, schema=CALL), searchable=False)
                with self.lock:  # it need not be read back
                    self.seen.add(folder / name)
                    self.index[folder].update({row["key"]: folder / name for row in rows})
        except Exception as error:  # such as a full disk: it must stop those who wait, not this thread
            for item in batch:
                item.durable.set_exception(error)
            return
        for item in batch:
            item.durable.set_result(item.result)

    def close(self) -> None:
        """Write what is left and end the writer."""
        with self.lock:
            self.closed = True
            self.waiting.put(None)
        self.writer.join()


@dataclass(frozen=True, slots=True)
class _Written:
    folder: Path
    row: Row
    result: Completion
    durable: "Future[Result]"


def _folder(root: Path, step: str, key: str) -> Path:
    return root / step / key[0]


def _row(key: str, engine: Engine, call: Call, result: Completion) -> Row:
    return {
        "key": key,
        "engine": engine.name,
        "identity": engine.identity,
        "template": call.template,
        "template_hash": call.template_hash,
        "request": canonical(asdict(call.request)),
        "choices": json.dumps([asdict(choice) for choice in result.choices], ensure_ascii=False),
        "prompt_tokens": result.prompt_tokens,
        "completion_tokens": result.completion_tokens,
        "seconds": result.seconds,
        "retries": result.retries,
    }


def recorded(roots: Iterable[Path], key: str) -> Row | None:
    """The row of the log that a key names, whatever the step; None for a key that no log has."""
    files = (path for root in roots for path in sorted(root.glob(f"*/{key[:1]}/[!.]*.parquet"))) if key else ()
    for path in files:
        if rows := pq.read_table(path, filters=[("key", "=", key)]).to_pylist():
            row: Row = rows[0]
            return row
    return None


def completion(row: Row) -> Completion:
    """A row of the log as the completion that it keeps."""
    choices: list[dict[str, Any]] = json.loads(row["choices"])
    return Completion(
        choices=tuple(
            Choice(text=one["text"], finish=one["finish"], logprobs=tuple(one["logprobs"])) for one in choices
        ),
        prompt_tokens=row["prompt_tokens"],
        completion_tokens=row["completion_tokens"],
        seconds=row["seconds"],
        retries=row["retries"],
    )
