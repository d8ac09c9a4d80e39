"""Every request is paid for once, within budget, at the endpoint's own pace."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bespoke.domain import DraftKind
from bespoke.errors import BudgetExhausted, WriterFailed, WriterRefused
from copywriter.budget import Budget
from copywriter.estimating import estimate
from store.llm_ledger import Outcome
from tests.builders import NOW, a_fact_sheet
from tests.copywriter.test_openai_writer import PRICES, SPRING, a_writer, write
from tests.scripted_endpoint import Fault, Reply, ScriptedEndpoint, a_frame_reply


def sheets(count: int) -> list[Any]:
    return [
        a_fact_sheet(theme=f"Theme {chr(97 + place % 26)}{chr(97 + place // 26)}") for place in range(count)
    ]


def outcomes_in(store: Any) -> list[str]:
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT outcome FROM llm_calls ORDER BY request_hash, attempt")
        return [str(outcome) for (outcome,) in rows]


def keys_of(endpoint: ScriptedEndpoint) -> list[str]:
    lines = [line for raw in endpoint.wire for line in raw.decode(errors="replace").splitlines()]
    return [line.split(":", 1)[1].strip() for line in lines if line.lower().startswith("idempotency-key:")]


async def test_every_try_of_one_request_bears_the_same_key_and_every_request_its_own(sqlite_store):
    with ScriptedEndpoint([Fault(status=500), Fault(reset=True), a_frame_reply()]) as endpoint:
        writer = a_writer(sqlite_store, endpoint)
        await writer.write(a_fact_sheet())
        await writer.write(sheets(1)[0])
        await writer.close()

    keys = keys_of(endpoint)
    assert len(keys) == 4
    assert len(set(keys[:3])) == 1
    assert keys[3] != keys[0]
    assert sorted(outcomes_in(sqlite_store)) == ["failed", "lost", "usable", "usable"]


async def test_a_second_reply_to_the_same_request_bears_another_key(sqlite_store):
    with ScriptedEndpoint(["nonsense", a_frame_reply()]) as endpoint:
        await write(a_writer(sqlite_store, endpoint))

    assert len(set(keys_of(endpoint))) == 2


async def test_the_month_stops_all_campaigns_together(sqlite_store):
    with ScriptedEndpoint(latency=0.02) as endpoint:
        writer = a_writer(sqlite_store, endpoint, monthly_usd=Decimal("0.12"))
        found = await asyncio.gather(*(writer.write(one) for one in sheets(60)), return_exceptions=True)
        await writer.close()

    stopped = [one for one in found if isinstance(one, BaseException)]
    assert stopped
    assert all(isinstance(one, BudgetExhausted) for one in stopped)
    assert "writer.monthly_usd" in str(stopped[0])
    assert sqlite_store.llm_ledger.month_spending(NOW) <= Decimal("0.12")
    assert len(endpoint.requests) == 60 - len(stopped) > 10


async def test_an_endpoint_that_is_down_for_a_while_costs_no_draft(sqlite_store):
    up_at = time.monotonic() + 0.6

    def down_for_a_while(request: Any) -> Any:
        return a_frame_reply() if time.monotonic() > up_at else Fault(status=503)

    with ScriptedEndpoint(down_for_a_while) as endpoint:
        writer = a_writer(sqlite_store, endpoint, max_attempts=2, patience_seconds=20)
        found = await asyncio.gather(*(writer.write(one) for one in sheets(30)), return_exceptions=True)
        await writer.close()

    # Those that failed before the circuit opened may have used up their own tries.
    assert sum(isinstance(one, WriterFailed) for one in found) <= 5
    refused = sum(outcome == "failed" for outcome in outcomes_in(sqlite_store))
    assert refused < 30 + 12  # nobody hammered it


async def test_a_dead_endpoint_is_given_up_for_all(sqlite_store):
    with ScriptedEndpoint([Fault(status=502)]) as endpoint:
        writer = a_writer(sqlite_store, endpoint, patience_seconds=0.3)
        found = await asyncio.gather(*(writer.write(one) for one in sheets(50)), return_exceptions=True)
        await writer.close()

    assert all(isinstance(one, WriterRefused) and "502" in str(one) for one in found)
    assert len(endpoint.requests) < 75


async def test_too_many_requests_are_slowed_down_and_none_is_given_up(sqlite_store):
    seen: list[float] = []

    def at_most_ten_a_second(request: Any) -> Any:
        now = time.monotonic()
        if sum(now - one < 0.5 for one in seen) >= 5:
            return Fault(status=429, headers={"retry-after-ms": "100"})
        seen.append(now)
        return a_frame_reply()

    with ScriptedEndpoint(at_most_ten_a_second) as endpoint:
        writer = a_writer(sqlite_store, endpoint, max_attempts=1, patience_seconds=20)
        written = await asyncio.gather(*(writer.write(one) for one in sheets(20)))
        await writer.close()

    assert len(written) == 20
    assert len(endpoint.requests) >= 20


async def test_what_an_endpoint_understands_is_found_out_once_and_for_all(sqlite_store):
    def plain_server(request: Any) -> Any:
        if "response_format" in request:
            return Fault(status=400, message="response_format is not supported")
        return f"Sure!\n```json\n{json.dumps(a_frame_reply())}\n```"

    with ScriptedEndpoint(plain_server) as endpoint:
        for sheet in sheets(2):
            written = await write(a_writer(sqlite_store, endpoint), sheet)

    refused = ["response_format" in request for request in endpoint.requests]
    assert refused == [True, True, False, False]
    assert written.copy.cta == "See them all"  # found within its fence and what was said around it


async def test_a_reply_of_ten_megabytes_is_not_read_to_its_end(sqlite_store):
    with ScriptedEndpoint([Reply("x" * 10_000_000), a_frame_reply()]) as endpoint:
        written = await write(a_writer(sqlite_store, endpoint))

    assert written.copy.cta == "See them all"
    assert [call.problem for call in all_calls(sqlite_store)] == [
        "the endpoint's answer was longer than any copy",
        "",
    ]


def all_calls(store: Any) -> list[Any]:
    with store.engine.connect() as connection:
        hashes = connection.exec_driver_sql("SELECT DISTINCT request_hash FROM llm_calls").scalars().all()
    return [call for one in hashes for call in store.llm_ledger.calls(one)]


async def test_an_answer_without_a_count_of_tokens_is_charged_at_its_worst(sqlite_store):
    budget = Budget(Decimal(5), 100)
    with ScriptedEndpoint([Reply(a_frame_reply(), has_usage=False)]) as endpoint:
        await write(a_writer(sqlite_store, endpoint, budget))

    assert budget.spent_usd == sqlite_store.llm_ledger.spending(SPRING).cost_usd
    assert budget.spent_usd > Decimal("0.04")  # 4,000 tokens of output alone


async def test_cached_tokens_cost_what_they_cost(sqlite_store):
    prices = {"small": PRICES["small"].model_copy(update={"cached_input": Decimal("0.1")})}
    with ScriptedEndpoint([Reply(a_frame_reply(), cached_tokens=800)]) as endpoint:
        written = await write(a_writer(sqlite_store, endpoint, prices=prices))

    assert written.cost_usd == Decimal("0.00218")  # 100 at $1, 800 at $0.10, 200 at $10 a million


async def test_a_reply_in_the_ledger_that_no_longer_fits_is_asked_for_again(sqlite_store):
    with ScriptedEndpoint() as endpoint:
        await write(a_writer(sqlite_store, endpoint))
        (call,) = all_calls(sqlite_store)
        sqlite_store.llm_ledger.finish(call, replace(call, reply="from another version"))

        written = await write(a_writer(sqlite_store, endpoint))

    assert written.copy.subject
    assert len(endpoint.requests) == 2
    assert [one.outcome for one in all_calls(sqlite_store)] == [Outcome.USABLE, Outcome.USABLE]


async def test_an_estimate_learns_from_what_replies_came_to(sqlite_store):
    some = sheets(12)
    with ScriptedEndpoint([Reply(a_frame_reply(), prompt_tokens=2000, completion_tokens=700)]) as endpoint:
        writer = a_writer(sqlite_store, endpoint)
        settings = endpoint_settings(writer)
        before = estimate(some, settings)
        await asyncio.gather(*(writer.write(one) for one in some[:6]))
        await writer.close()

        after = estimate(some[6:], settings, None, lambda kind: sqlite_store.llm_costs.usual("small", kind))

    assert before.completion_tokens < 700 * 12 / 2
    assert after.completion_tokens == 700 * 6
    assert after.prompt_tokens == pytest.approx(2000 * 6, rel=0.01)
    assert after.batch_usd == after.cost_usd / 2
    assert after.at_most_usd > after.cost_usd


def endpoint_settings(writer: Any) -> Any:
    return writer.asker.settings


def test_an_estimate_without_history_counts_what_is_sent_and_what_could_come_back():
    some = sheets(5)

    found = estimate(some, a_writer_settings())

    assert found.calls == 5
    assert 1000 < found.prompt_tokens / 5 < 3500
    assert 100 < found.completion_tokens / 5 < 500
    assert estimate([], a_writer_settings()).calls == 0
    assert {one.kind for one in some} == {DraftKind.FRAME}


def a_writer_settings() -> Any:
    from bespoke.settings import WriterSettings

    return WriterSettings(model="small", prices=PRICES)
