"""The secret that a server knows us by: read from the environment, shown to nobody else."""

import os

from pipeline.errors import UserError


class Key:
    """The key in the environment variable `variable`; without a name there is none.

    Raises UserError, which never holds the key, if the variable is empty or holds what no header can carry.
    """

    def __init__(self, variable: str, engine: str) -> None:
        self.variable = variable
        self._secret = os.environ.get(variable, "").strip() if variable else ""
        if variable and not self._secret:
            raise UserError(
                f"engine {engine!r}: the environment variable {variable} is empty: set it to the server's key"
            )
        if not (self._secret.isascii() and self._secret.isprintable()):
            raise UserError(f"engine {engine!r}: {variable} holds characters that no key has: copy the key again")

    def __repr__(self) -> str:
        return f"Key({self.variable!r})"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError(f"the key in {self.variable} does not leave its process: build the engine again there")

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._secret}"} if self._secret else {}

    def hide(self, text: str) -> str:
        """`text` without the key, for what a server sends back: some quote the key that they refuse."""
        return text.replace(self._secret, "[key]") if self._secret else text
