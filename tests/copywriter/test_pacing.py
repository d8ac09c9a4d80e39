"""No more calls than an allowance holds, in any minute, and no fewer than it would."""

from __future__ import annotations

import asyncio
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copywriter.pacing import MINUTE, Pacer, parse_duration


class Clock:
    """Moves when somebody waits."""

    def __init__(self) -> None:
        self.moment = 1000.0

    def __call__(self) -> float:
        return self.moment


def send(pacer: Pacer, clock: Clock, amounts: list[float]) -> list[float]:
    """The moments at which calls of these tokens are let through when each waits as long as told."""
    moments = []
    for amount in amounts:
        while (wait := pacer.wait(amount)) > 0:
            clock.moment += wait
        ticket = asyncio.run(pacer.admit(amount))
        moments.append(clock.moment)
        pacer.release(ticket)
    return moments


@given(limit=st.integers(1, 30), count=st.integers(1, 100))
def test_no_minute_holds_more_calls_than_allowed_and_none_is_left_unused(limit: int, count: int) -> None:
    clock = Clock()

    moments = send(Pacer(requests_per_minute=limit, now=clock), clock, [10.0] * count)

    for place, moment in enumerate(moments):
        assert sum(moment <= one < moment + MINUTE for one in moments[place:]) <= limit
    assert moments[-1] - moments[0] == pytest.approx((count - 1) // limit * MINUTE)


@given(amounts=st.lists(st.integers(1, 900), min_size=1, max_size=60))
def test_no_minute_holds_more_tokens_than_allowed(amounts: list[int]) -> None:
    clock = Clock()

    moments = send(Pacer(tokens_per_minute=1000, now=clock), clock, [float(one) for one in amounts])

    sent = list(zip(moments, amounts, strict=True))
    for start, _ in sent:
        assert sum(tokens for moment, tokens in sent if start <= moment < start + MINUTE) <= 1000


def test_a_call_larger_than_the_allowance_waits_for_an_empty_minute_and_then_goes() -> None:
    clock = Clock()
    pacer = Pacer(tokens_per_minute=1000, now=clock)

    first, second = send(pacer, clock, [200.0, 5000.0])

    assert second - first == pytest.approx(MINUTE)


def test_tokens_are_corrected_once_the_endpoint_has_counted_them() -> None:
    clock = Clock()
    pacer = Pacer(tokens_per_minute=1000, now=clock)
    ticket = asyncio.run(pacer.admit(900))
    assert pacer.wait(500) > 0

    pacer.release(ticket, used_tokens=400)

    assert pacer.wait(500) <= 0
    assert pacer.wait(700) == pytest.approx(MINUTE)


def test_what_the_endpoint_says_is_left_is_obeyed() -> None:
    clock = Clock()
    pacer = Pacer(now=clock)
    pacer.heed({"x-ratelimit-remaining-requests": "1", "x-ratelimit-reset-requests": "20s"})
    assert pacer.wait(10) <= 0

    ticket = asyncio.run(pacer.admit(10))

    assert pacer.wait(10) == pytest.approx(20)  # the one that is left is in flight
    pacer.heed({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "20s"})
    pacer.release(ticket)
    clock.moment += 19.5
    assert pacer.wait(10) == pytest.approx(0.5)
    clock.moment += 0.5
    assert pacer.wait(10) <= 0


def test_an_allowance_that_fills_up_evenly_is_used_as_it_fills() -> None:
    clock = Clock()
    pacer = Pacer(now=clock)

    pacer.heed(
        {
            "x-ratelimit-limit-tokens": "60000",
            "x-ratelimit-remaining-tokens": "0",
            "x-ratelimit-reset-tokens": "1m0s",
        }
    )

    assert pacer.wait(2000) == pytest.approx(2)
    assert pacer.wait(90_000) == pytest.approx(60)


@pytest.mark.parametrize("remaining", ["-1", "", "many"])
def test_an_endpoint_that_does_not_know_what_is_left_holds_nobody_back(remaining: str) -> None:
    pacer = Pacer()

    pacer.heed({"x-ratelimit-remaining-requests": remaining, "x-ratelimit-reset-requests": "60s"})

    assert pacer.wait(10) <= 0


def test_a_pause_holds_everybody_back() -> None:
    clock = Clock()
    pacer = Pacer(now=clock)

    pacer.pause(7)
    pacer.pause(3)

    assert pacer.wait(1) == pytest.approx(7)


async def test_calls_are_let_through_in_order_of_asking() -> None:
    pacer, order = Pacer(), []
    pacer.pause(0.05)

    async def call(number: int) -> None:
        await pacer.admit(1)
        order.append(number)

    started = time.monotonic()
    await asyncio.gather(*(call(number) for number in range(20)))

    assert order == list(range(20))
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1s", 1), ("6m0s", 360), ("12ms", 0.012), ("1h2m3.5s", 3723.5), ("20", 20), ("0", 0), ("1d", 86400)],
)
def test_durations_are_read(text: str, seconds: float) -> None:
    assert parse_duration(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["", "soon", "-3", "nan", "inf", "5 parsecs", "1s later"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- float says it in its own words
        parse_duration(text)
