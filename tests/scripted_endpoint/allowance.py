"""Requests and tokens per minute: buckets that refill steadily, told as OpenAI tells them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Bucket:
    """What may be taken at once, and refills within a minute."""

    per_minute: int
    left: float = field(init=False)
    seen_at: float = 0.0

    def __post_init__(self) -> None:
        self.left = float(self.per_minute)

    def refill(self, now: float) -> None:
        self.left = min(self.per_minute, self.left + (now - self.seen_at) * self.per_minute / 60)
        self.seen_at = now

    def seconds_until(self, amount: float) -> float:
        # More than a minute's worth never fits; OpenAI then asks for a whole minute too.
        missing = min(amount, self.per_minute) - self.left
        return max(0.0, missing * 60 / self.per_minute)


@dataclass(frozen=True, slots=True)
class Refusal:
    kind: str  # "requests" or "tokens"
    limit: int
    retry_after: float  # seconds


class Allowance:
    """What one key may do in a minute; None is no limit.

    A request counts with the larger of its prompt's tokens and the longest reply it allows,
    as OpenAI documents it.
    """

    def __init__(self, requests_per_minute: int | None = None, tokens_per_minute: int | None = None) -> None:
        wanted = {"requests": requests_per_minute, "tokens": tokens_per_minute}
        self._buckets = {kind: _Bucket(limit) for kind, limit in wanted.items() if limit is not None}

    def take(self, tokens: int, now: float) -> Refusal | None:
        """Let one request through, or say what it exceeds. A refused request takes nothing."""
        amounts = {"requests": 1, "tokens": tokens}
        for bucket in self._buckets.values():
            bucket.refill(now)
        for kind, bucket in self._buckets.items():
            if bucket.left < amounts[kind]:
                return Refusal(kind, bucket.per_minute, bucket.seconds_until(amounts[kind]))
        for kind, bucket in self._buckets.items():
            bucket.left -= amounts[kind]
        return None

    def headers(self) -> Mapping[str, str]:
        """The `x-ratelimit-*` headers of any answer."""
        found = {}
        for kind, bucket in self._buckets.items():
            found[f"x-ratelimit-limit-{kind}"] = str(bucket.per_minute)
            found[f"x-ratelimit-remaining-{kind}"] = str(int(bucket.left))
            found[f"x-ratelimit-reset-{kind}"] = spell_duration(bucket.seconds_until(bucket.per_minute))
        return found


def spell_duration(seconds: float) -> str:
    """As the headers have it: `120ms`, `8.64s`, `6m0s`."""
    if seconds < 1:
        return f"{math.ceil(seconds * 1000)}ms"
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes)}m{rest:.0f}s" if minutes else f"{rest:.3f}".rstrip("0").rstrip(".") + "s"
