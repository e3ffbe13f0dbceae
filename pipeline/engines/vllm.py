"""The engine `vllm`: a model in this process, one batch that never drains.

All threads put their requests into one queue; a thread of its own moves them into vLLM and steps it. So a thread that
waits for the last of its answers does not leave the model idle: requests of the others fill the batch. The engine's
thread does nothing else: prompts are rendered and results are taken in by the threads that ask.
"""

import atexit
import itertools
import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pipeline.engines.base import Done, EngineError, Request, Result
from pipeline.engines.model_identity import model_identity
from pipeline.engines.vllm_model import Loaded, load
from pipeline.engines.vllm_requests import Prepared, Preparer, bad_request, result
from pipeline.errors import UserError

RETRIES = 1
"""How often a request that was in flight when the engine died is put again."""

LOGGER = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(slots=True)
class _Job:
    """A request on its way. What becomes of it goes to the thread that asked."""

    place: int
    request: Request
    prepared: Prepared
    answers: "queue.SimpleQueue[_Answer]"
    sent: float = field(default_factory=time.monotonic)
    retries: int = 0

    def answer(self, outcome: Any) -> None:
        self.answers.put(_Answer(self, outcome, time.monotonic()))

    def fail(self, kind: str, message: str) -> None:
        self.answer(EngineError(kind=kind, message=message, retries=self.retries))


@dataclass(frozen=True, slots=True)
class _Answer:
    job: _Job
    outcome: Any
    """vLLM's RequestOutput, or an EngineError."""
    at: float

    def result(self) -> Result:
        if isinstance(self.outcome, EngineError):
            return self.outcome
        return result(self.outcome, self.job.request, self.at - self.job.sent, self.job.retries)


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[Any], Any]
    outcome: "Future[Any]"


class VLLM:
    """One model for the whole process; see pipeline/engines/base.py for what an engine is.

    `settings` are vLLM's EngineArgs (dtype, max_model_len, gpu_memory_utilization, …). `core_process` says whether
    vLLM's core gets a process of its own; None leaves it to pipeline/engines/vllm_model.py.

    The model is loaded when the first request comes, since a run whose answers are all in the call log needs none. If
    it cannot be loaded, `ask` raises UserError. If it dies later, it is loaded again and what was in flight is
    put again, once; requests that see it die twice get "engine_died". Dying twice without one answer between, it
    stays dead, and all requests get "engine_died". Requests that are asked or unfinished when it is closed get
    "closed".
    """

    def __init__(
        self, name: str, model: str, *, revision: str = "", core_process: bool | None = None, **settings: Any
    ) -> None:
        self.name, self.model, self.revision, self.settings = name, model, revision, settings
        self.core_process = core_process
        self.identity = model_identity(model, revision, settings)
        self.starts = 0
        """How often the model was loaded."""
        self._lock = threading.Lock()
        """Over `_thread`, `_end` and what is put into the inbox."""
        self._inbox: queue.SimpleQueue[_Job | _Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._ready: Future[Preparer] = Future()
        self._end: tuple[str, str] | None = None
        """Why no more requests are taken: kind and message of the error that they get."""
        # of the engine's thread alone:
        self._loaded: Loaded | None = None
        self._flying: dict[str, _Job] = {}
        self._again: deque[_Job] = deque()
        """What was in flight when the model died, to be put first."""
        self._numbers = itertools.count()
        self._silent_deaths = 0
        """Deaths since the last answer."""

    # -- for the threads that ask ------------------------------------------------------------------------------------

    def ask(self, requests: Sequence[Request], done: Done) -> None:
        preparer = self._start()
        if preparer is None:
            return self._refuse(range(len(requests)), done)
        answers: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
        refused, sent = [], 0
        for place, prepared in enumerate(preparer.prepare(requests)):
            if isinstance(prepared, EngineError):
                done(place, prepared)
            elif self._put(_Job(place, requests[place], prepared, answers)):
                sent += 1
            else:
                refused.append(place)
        self._refuse(refused, done)
        for _ in range(sent):
            answer = answers.get()
            done(answer.job.place, answer.result())
        return None

    def within(self, work: Callable[[Any], T]) -> T:
        """Do something with vLLM's LLM object in the engine's thread, between two steps: the only thread that may
        touch it. For metrics, caches and benchmarks. Raises what the work raises."""
        task = _Task(work, Future())
        if self._start() is None or not self._put(task):
            raise RuntimeError(f"the engine {self.name} is closed")
        outcome: T = task.outcome.result()
        return outcome

    def close(self) -> None:
        with self._lock:
            thread = self._thread
            self._end = self._end or ("closed", f"the engine {self.name} is closed")
            self._inbox.put(None)
        if thread is not None:
            thread.join()
            atexit.unregister(self.close)

    def _start(self) -> Preparer | None:
        """Wait for the model; load it if nobody has. None when the engine has ended. Raises UserError."""
        with self._lock:
            if self._thread is None and self._end is None:
                self._thread = threading.Thread(target=self._live, name=f"engine {self.name}", daemon=True)
                self._thread.start()
                atexit.register(self.close)
            if self._thread is None:
                return None
        return self._ready.result()

    def _put(self, item: _Job | _Task) -> bool:
        with self._lock:
            if self._end is None:
                self._inbox.put(item)
            return self._end is None

    def _refuse(self, places: Sequence[int], done: Done) -> None:
        if places and self._end is not None:
            kind, message = self._end
            for place in places:
                done(place, EngineError(kind=kind, message=message))

    # -- in the engine's thread --------------------------------------------------------------------------------------

    def _live(self) -> None:
        """Load, step until the end, free; whatever happens, nobody is left waiting."""
        end = ("engine_died", f"the engine {self.name} has stopped")
        try:
            self._load()
            self._ready.set_result(self._preparer())
            while self._turn():
                pass
        except BaseException as error:
            if self._ready.done():
                end = ("engine_died", f"the engine {self.name} died: {_said(error)}")
            else:
                self._ready.set_exception(self._cannot_load(error))
        finally:
            self._finish(*end)

    def _load(self) -> None:
        self._loaded = load(self.model, self.revision, self.settings, self.core_process)
        self.starts += 1

    def _preparer(self) -> Preparer:
        engine = self._llm.llm_engine
        return Preparer(engine.get_tokenizer(), engine.model_config.max_model_len)

    @property
    def _llm(self) -> Any:
        assert self._loaded is not None
        return self._loaded.llm

    def _turn(self) -> bool:
        """Take in what waits and make one step. False: the engine is to end."""
        death, outputs = "", []
        try:
            if not self._take():
                return False
            outputs = self._llm.llm_engine.step()
        except Exception as error:  # whatever ends a step, the engine is dead
            LOGGER.warning("the engine %s died", self.name, exc_info=error)
            death = _said(error)  # the error itself would keep the dead model in memory through its frames
        if death:
            self._revive(death)
        for output in outputs:
            if output.finished:
                self._flying.pop(output.request_id).answer(output)
                self._silent_deaths = 0
        return True

    def _take(self) -> bool:
        """Move what waits into vLLM; with nothing in flight, wait for something. False: the engine is to end."""
        while True:
            try:
                item = self._again.popleft() if self._again else self._inbox.get(block=not self._flying)
            except queue.Empty:
                return True
            if item is None:
                return False
            if isinstance(item, _Task):
                self._do(item)
            else:
                self._add(item)

    def _do(self, task: _Task) -> None:
        try:
            task.outcome.set_result(task.work(self._llm))
        except Exception as error:  # it belongs to the one who asked, not to this thread
            task.outcome.set_exception(error)

    def _add(self, job: _Job) -> None:
        from vllm.v1.engine.exceptions import EngineDeadError

        number = str(next(self._numbers))
        self._flying[number] = job
        prompt = {"type": "token", "prompt_token_ids": job.prepared.tokens}
        try:
            self._llm.llm_engine.add_request(number, prompt, job.prepared.parameters)
        except EngineDeadError:
            raise
        except Exception as error:  # the request's own fault: a schema that makes no grammar, say
            self._llm.llm_engine.abort_request([number])
            self._flying.pop(number).answer(bad_request(error))

    def _revive(self, death: str) -> None:
        """Load the model again; what was in flight is put again. RuntimeError if that has not helped before."""
        self._silent_deaths += 1
        if self._silent_deaths > RETRIES:
            raise RuntimeError(f"it was loaded again and died again: {death}")
        for job in self._flying.values():
            if job.retries < RETRIES:
                job.retries += 1
                self._again.append(job)
            else:
                job.fail("engine_died", f"the engine {self.name} died twice over this request: {death}")
        self._flying = {}
        self._free()
        self._load()

    def _free(self) -> None:
        if self._loaded is not None:
            self._loaded.free()
            self._loaded = None

    def _finish(self, kind: str, message: str) -> None:
        """Take no more, answer those who wait, free the model."""
        with self._lock:
            self._end = kind, message = self._end or (kind, message)
            left: list[_Job | _Task] = [*self._flying.values(), *self._again]
            self._flying, self._again = {}, deque()
            while not self._inbox.empty():
                item = self._inbox.get()
                left.extend([] if item is None else [item])
        for item in left:
            if isinstance(item, _Job):
                item.fail(kind, message)
            else:
                item.outcome.set_exception(RuntimeError(message))
        self._free()

    def _cannot_load(self, error: BaseException) -> UserError:
        if isinstance(error, UserError):
            return error
        return UserError(
            f"the engine {self.name} cannot load the model {self.model} with vLLM: {_said(error)}. Check the name of "
            "the model and the engine's settings; vLLM's own messages are above"
        )


def _said(error: BaseException) -> str:
    first = (str(error).strip() or "no message").splitlines()[0]
    return f"{type(error).__name__}: {first}"
