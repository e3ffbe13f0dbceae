"""How many requests a server gets at once: a window that grows while the server copes and shrinks when it does not.

The window grows by a step a round, and doubles in the rounds before the first trouble. It shrinks by half of the share
of a round's attempts that met overload, as DCTCP does with marked packets (Alizadeh et al., SIGCOMM 2010): a server
that turns everything away is asked half as much each round, and one that fails now and then for other reasons is not
starved. It shrinks too when answers become slow: when the median time a token rises clearly above the lowest median.
Should a smaller window then make nothing faster, load was not the cause (longer prompts, say), and the slower time
becomes the floor.

Counts only, no clock: a round is as many attempts as the window is wide.
"""

from statistics import median

LEAST_ROUND = 8
"""Attempts in a round, at least: medians and shares of fewer say little."""
STEPS = 64
"""Rounds of additive growth from nothing to the ceiling."""
QUIET = 0.05
"""Share of overloads in a round up to which the window still doubles at the start."""
SLOWER = 0.8
"""What is left of the window after a round of slow answers."""
HELPED = 0.9
"""A smaller window helped if the median fell to this part of what it was."""
TOKENS_BEFORE_FIRST = 16
"""The time to the first token counts like so many tokens, so that short answers compare with long ones."""


class Window:
    """At most `limit` requests under way. Not thread-safe: it belongs to one event loop."""

    def __init__(self, ceiling: int, *, start: int = 32, tolerance: float = 4.0) -> None:
        """`ceiling` is the most, `start` the first limit; `tolerance` is how many times its floor the median time a
        token may reach, wide because batching servers answer each request later when they answer more of them."""
        if ceiling < 1 or start < 1 or tolerance <= 1:
            raise ValueError(
                f"ceiling and start must be at least 1, tolerance above 1: {ceiling}, {start}, {tolerance}"
            )
        self.ceiling, self.tolerance = ceiling, tolerance
        self.under_way = 0
        self._width = float(min(start, ceiling))
        self._doubling = True
        self._era = 0
        self._floor = 0.0
        self._slow = 0.0
        """The median of the last round if that was slow, else 0."""
        self._shrunk = False
        """Whether the last round ended in a smaller window for being slow."""
        self._attempts = self._overloads = 0
        self._filled = False
        self._costs: list[float] = []

    @property
    def limit(self) -> int:
        return int(self._width)

    @property
    def free(self) -> bool:
        return self.under_way < self.limit

    def enter(self) -> None:
        self.under_way += 1
        self._filled = self._filled or not self.free

    def leave(self) -> None:
        self.under_way -= 1

    def sent(self) -> int:
        """A ticket for one attempt, to give back with what came of it."""
        return self._era

    def answered(self, ticket: int, seconds: float, tokens: float) -> None:
        """An attempt got its answer, of so many tokens a sample."""
        self._note(ticket, cost=seconds / (TOKENS_BEFORE_FIRST + tokens))

    def overloaded(self, ticket: int) -> None:
        """An attempt was turned away for load (429, 503) or got no answer in time."""
        self._note(ticket, overloads=1)

    def failed(self, ticket: int) -> None:
        """An attempt failed in a way that says nothing of load."""
        self._note(ticket)

    def _note(self, ticket: int, overloads: int = 0, cost: float | None = None) -> None:
        if ticket != self._era:
            return  # sent under a wider window: it speaks of a load that is no longer put on the server
        self._attempts += 1
        self._overloads += overloads
        if cost is not None:
            self._costs.append(cost)
        if self._attempts >= max(LEAST_ROUND, self.limit):
            self._end_round()

    def _end_round(self) -> None:
        share, filled = self._overloads / self._attempts, self._filled
        slow, steady = self._slowness()
        self._attempts = self._overloads = 0
        self._costs, self._filled = [], not self.free
        before = self._width
        if share > QUIET or slow:
            self._doubling = False
        if slow:
            self._width *= SLOWER if steady else 1.0
        elif self._doubling and filled:
            self._width *= 2
        else:
            self._width += self.ceiling / STEPS * (1 - share) * filled
        self._width -= self._width * share / 2
        self._width = min(float(self.ceiling), max(1.0, self._width))
        self._era += self._width < before

    def _slowness(self) -> tuple[bool, bool]:
        """Whether this round's answers were clearly slower than they could be, as far as is known, and whether that is
        steady: a first slow round may be one in which the window was still filling, and is only compared with."""
        if len(self._costs) < LEAST_ROUND:
            return False, False
        now = median(self._costs)
        if self._shrunk and now > HELPED * self._slow:
            self._floor = now
        self._floor = min(self._floor, now) if self._floor else now
        slow = self._floor > 0 and now > self.tolerance * self._floor
        steady = slow and self._slow > 0
        self._slow, self._shrunk = now if slow else 0.0, steady
        return slow, steady
