"""The engines of a process: each is loaded once, when it is first needed, and shared by all stages and threads."""

import threading
from typing import Any

from pipeline.engines.base import Engine
from pipeline.engines.settings import EndpointSettings, ReplaySettings, VllmSettings
from pipeline.keyed import canonical

_open: dict[str, Engine] = {}
_lock = threading.Lock()


def engine(name: str, settings: VllmSettings | EndpointSettings | ReplaySettings) -> Engine:
    """The engine with these settings; loads it if this process has none yet."""
    key = canonical([name, settings.model_dump(mode="json")])
    with _lock:
        if key not in _open:
            _open[key] = _load(name, settings)
        return _open[key]


def _load(name: str, settings: VllmSettings | EndpointSettings | ReplaySettings) -> Engine:
    if isinstance(settings, VllmSettings):
        from pipeline.engines.vllm import VLLM

        return VLLM(name, settings.model, revision=settings.revision, **settings.options)
    if isinstance(settings, EndpointSettings):
        from pipeline.engines.endpoint import Endpoint

        own: dict[str, Any] = settings.model_dump(exclude={"kind", "prices"})
        return Endpoint(name, **own)
    from pipeline.engines.replay import Replay

    return Replay(name, settings.calls, settings.identity)


def close_all() -> None:
    """Free every engine of this process."""
    with _lock:
        for one in _open.values():
            one.close()
        _open.clear()
