"""While an endpoint is down, one call at a time tries it; when patience ends, none."""

from __future__ import annotations

import asyncio
import time

import pytest

from bespoke.errors import WriterRefused
from copywriter.circuit import FAILURES_TO_OPEN, Circuit


def fail_often(circuit: Circuit, times: int = FAILURES_TO_OPEN) -> None:
    for _ in range(times):
        circuit.fail("the endpoint answered 503")


async def test_calls_pass_side_by_side_while_all_is_well() -> None:
    circuit = Circuit(10)
    async with circuit.passage(), circuit.passage():
        assert not circuit.is_open


async def test_while_it_is_open_only_one_call_is_under_way() -> None:
    circuit = Circuit(10, first_pause_seconds=0.001)
    fail_often(circuit)
    inside, most = 0, 0

    async def call() -> None:
        nonlocal inside, most
        async with circuit.passage():
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.005)
            inside -= 1
            circuit.fail("the endpoint answered 503")

    await asyncio.gather(*(call() for _ in range(6)))

    assert most == 1


async def test_one_success_lets_all_the_others_through_at_once() -> None:
    circuit = Circuit(10, first_pause_seconds=0.01)
    fail_often(circuit)
    inside, most = 0, 0

    async def call() -> None:
        nonlocal inside, most
        async with circuit.passage():
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.03)
            circuit.succeed()
            inside -= 1

    await asyncio.gather(*(call() for _ in range(10)))

    assert most == 9  # all but the one that tried


async def test_after_its_patience_it_gives_up_and_says_why() -> None:
    circuit = Circuit(0.2, first_pause_seconds=0.02)
    fail_often(circuit)
    started = time.monotonic()

    async def call() -> None:
        while True:
            async with circuit.passage():
                circuit.fail("the endpoint answered 503")

    outcomes = await asyncio.gather(*(call() for _ in range(8)), return_exceptions=True)

    assert all(isinstance(one, WriterRefused) for one in outcomes)
    assert "503, for" in str(outcomes[0])
    assert 0.15 < time.monotonic() - started < 2


async def test_failures_between_successes_never_open_it() -> None:
    circuit = Circuit(0)
    for _ in range(50):
        fail_often(circuit, FAILURES_TO_OPEN - 1)
        circuit.succeed()

    async with circuit.passage():
        assert not circuit.is_open


async def test_an_endpoint_that_asks_for_more_than_the_patience_is_given_up_at_once() -> None:
    circuit = Circuit(60)

    circuit.fail("the endpoint answered 429", wait_seconds=3600)

    with pytest.raises(WriterRefused, match="asks to wait 3600 s"):
        async with circuit.passage():
            pass
