"""An engine without a model: it knows the answers of an earlier run, for tests, audits and scoring again.

The call log finds an answer by a key over identity, template and request. This engine lends its identity to the keys,
and whatever is not in the log of that run is an error.
"""

from collections.abc import Sequence

from pipeline.engines.base import Done, EngineError, Request


class Replay:
    """`identity` is the recorded one; the answers are found by the call log, which reads `calls` too."""

    def __init__(self, name: str, calls: str, identity: str) -> None:
        self.name, self.calls, self.identity = name, calls, identity

    def ask(self, requests: Sequence[Request], done: Done) -> None:
        for place in range(len(requests)):
            done(place, EngineError(kind="not_recorded", message=f"{self.calls} holds no answer to this request"))

    def close(self) -> None:
        """Nothing to free."""
