"""A circuit breaker: while an endpoint is down one call at a time tries it, and the rest wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic

from bespoke.errors import WriterRefused

FAILURES_TO_OPEN = 5  # in a row, from all calls together
_LONGEST_PAUSE_SECONDS = 15.0


@dataclass(slots=True)
class Circuit:
    """Closed while calls succeed; open after several failures in a row; given up once patience ends.

    Patience is measured from the first failure after the last success.
    """

    patience_seconds: float
    first_pause_seconds: float = 0.5
    now: Callable[[], float] = monotonic
    _failures: int = 0
    _since: float = 0.0
    _given_up: str = ""
    _probe: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def is_open(self) -> bool:
        return self._failures >= FAILURES_TO_OPEN

    @asynccontextmanager
    async def passage(self) -> AsyncIterator[None]:
        """Hold this while a call is made. While the circuit is open, one call is let through at a time.

        Raises WriterRefused once the endpoint has been given up.
        """
        self._refuse_if_given_up()
        if not self.is_open:
            yield
            return
        async with self._probe:
            self._refuse_if_given_up()
            if self.is_open:
                await asyncio.sleep(self._pause())
                self._refuse_if_given_up()
                yield
                return
        yield  # another call has found the endpoint up again

    def leave_loop(self) -> None:
        """Forget the event loop; nothing may be waiting."""
        self._probe = asyncio.Lock()

    def succeed(self) -> None:
        """An answer came, whatever it says."""
        self._failures = 0

    def fail(self, what: str, wait_seconds: float | None = None) -> None:
        """No answer came; `wait_seconds` is what the endpoint asks to wait."""
        if not self._failures:
            self._since = self.now()
        self._failures += 1
        spent = self.now() - self._since
        if (wait_seconds or 0.0) > self.patience_seconds:
            self.give_up(f"{what} and asks to wait {wait_seconds:.0f} s")
        elif self.is_open and spent >= self.patience_seconds:
            self.give_up(f"{what}, for {spent:.0f} s")

    def give_up(self, why: str) -> None:
        """Let no further call through."""
        self._given_up = self._given_up or why

    def _refuse_if_given_up(self) -> None:
        if self._given_up:
            raise WriterRefused(self._given_up)

    def _pause(self) -> float:
        """Grows with the outage, so that its end is found soon, and never beyond the patience left."""
        lasted = self.now() - self._since
        growing = max(self.first_pause_seconds, lasted / 2)
        return max(0.0, min(growing, _LONGEST_PAUSE_SECONDS, self.patience_seconds - lasted))
