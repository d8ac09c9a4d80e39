"""As many calls as an endpoint allows and no more: budgets a minute, and what its answers say is left."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic

MINUTE = 60.0
_LONGEST_NAP = 1.0  # an answer that comes meanwhile may say that there is room
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_KINDS = ("requests", "tokens")


@dataclass(slots=True)
class _Window:
    """What was used of a budget in the last minute."""

    limit: float
    used: deque[list[float]] = field(default_factory=deque)  # moment and amount
    total: float = 0.0

    def wait(self, amount: float, now: float) -> float:
        """Seconds until `amount` fits; more than the whole budget waits for an empty minute."""
        while self.used and now - self.used[0][0] >= MINUTE:
            self.total -= self.used.popleft()[1]
        excess = self.total + min(amount, self.limit) - self.limit
        if excess <= 0:
            return 0.0
        for moment, taken in self.used:
            excess -= taken
            if excess <= 0:
                return moment + MINUTE - now
        return 0.0

    def use(self, amount: float, now: float) -> list[float]:
        """Note that `amount` was used; `correct` takes what this returns."""
        entry = [now, amount]
        self.used.append(entry)
        self.total += amount
        return entry

    def correct(self, entry: list[float], amount: float) -> None:
        """Replace what was noted before it was known."""
        if self.used and self.used[0][0] <= entry[0]:
            self.total += amount - entry[1]
            entry[1] = amount


@dataclass(slots=True)
class _Left:
    """What the endpoint last said is left of an allowance, and how that grows again."""

    remaining: float
    told_at: float
    full_after: float  # seconds
    per_second: float  # 0 where all of it comes back at once

    @classmethod
    def read(cls, headers: Mapping[str, str], kind: str, now: float) -> _Left | None:
        """From `x-ratelimit-*`; None where the endpoint does not say. Some say -1 for unknown."""
        try:
            remaining = float(headers[f"x-ratelimit-remaining-{kind}"])
            full_after = parse_duration(headers[f"x-ratelimit-reset-{kind}"])
        except (KeyError, ValueError):
            return None
        if remaining < 0:
            return None
        try:
            limit = float(headers[f"x-ratelimit-limit-{kind}"])
        except (KeyError, ValueError):
            limit = 0.0
        # An allowance that fills up evenly says how long the rest takes; others come back at once.
        evenly = MINUTE * (limit - remaining) / limit if limit > 0 else 0.0
        refills = evenly > 0 and abs(full_after - evenly) <= max(0.1 * evenly, 0.05)
        return cls(remaining, now, full_after, limit / MINUTE if refills else 0.0)

    def wait(self, amount: float, in_flight: float, now: float) -> float:
        """Seconds until `amount` fits beside what is in flight."""
        since = now - self.told_at
        if since >= self.full_after:
            return 0.0
        missing = amount + in_flight - self.remaining - since * self.per_second
        if missing <= 0:
            return 0.0
        until_full = self.full_after - since
        return min(until_full, missing / self.per_second) if self.per_second else until_full


@dataclass(slots=True)
class Ticket:
    """A call that was let through."""

    tokens: float
    entry: list[float] | None = None  # in the window of tokens


class Pacer:
    """Lets calls through in order of asking, as soon as every allowance has room."""

    def __init__(
        self,
        requests_per_minute: int | None = None,
        tokens_per_minute: int | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._requests = _Window(requests_per_minute) if requests_per_minute else None
        self._tokens = _Window(tokens_per_minute) if tokens_per_minute else None
        self._left: dict[str, _Left] = {}
        self._in_flight = {"requests": 0.0, "tokens": 0.0}
        self._paused_until = 0.0
        self._now = now
        self._turn = asyncio.Lock()

    async def admit(self, tokens: float) -> Ticket:
        """Wait until a call of about so many tokens may be sent."""
        async with self._turn:
            while (wait := self.wait(tokens)) > 0:
                await asyncio.sleep(min(wait, _LONGEST_NAP))
            now = self._now()
            if self._requests is not None:
                self._requests.use(1, now)
            entry = self._tokens.use(tokens, now) if self._tokens is not None else None
            self._in_flight["requests"] += 1
            self._in_flight["tokens"] += tokens
            return Ticket(tokens, entry)

    def release(self, ticket: Ticket, used_tokens: float | None = None) -> None:
        """A call has ended; `used_tokens` is what it really took, where the endpoint says."""
        self._in_flight["requests"] -= 1
        self._in_flight["tokens"] -= ticket.tokens
        if used_tokens is not None and ticket.entry is not None and self._tokens is not None:
            self._tokens.correct(ticket.entry, used_tokens)

    def leave_loop(self) -> None:
        """Forget the event loop; nothing may be waiting."""
        self._turn = asyncio.Lock()

    def heed(self, headers: Mapping[str, str]) -> None:
        """Remember what an answer's headers say is left."""
        for kind in _KINDS:
            if (left := _Left.read(headers, kind, self._now())) is not None:
                self._left[kind] = left

    def pause(self, seconds: float) -> None:
        """Let nothing through for so long."""
        self._paused_until = max(self._paused_until, self._now() + seconds)

    def wait(self, tokens: float) -> float:
        """Seconds until a call of so many tokens could be let through."""
        now, amounts = self._now(), {"requests": 1.0, "tokens": tokens}
        waits = [self._paused_until - now]
        for kind, window in zip(_KINDS, (self._requests, self._tokens), strict=True):
            if window is not None:
                waits.append(window.wait(amounts[kind], now))
            if (left := self._left.get(kind)) is not None:
                waits.append(left.wait(amounts[kind], self._in_flight[kind], now))
        return max(waits)


def parse_duration(text: str) -> float:
    """Seconds of e.g. "1s", "6m0s", "12ms" or a bare number; raises ValueError for anything else."""
    text = text.strip().lower()
    parts = _DURATION.findall(text)
    if parts and "".join(number + unit for number, unit in parts) == text:
        return sum(float(number) * _SECONDS[unit] for number, unit in parts)
    seconds = float(text)
    if not 0 <= seconds < float("inf"):
        raise ValueError(f"no duration: {text!r}")
    return seconds
