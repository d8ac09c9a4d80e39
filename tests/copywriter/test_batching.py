"""Batches against a real endpoint: half price, and the campaign never stands still."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from store.llm_ledger import Mode, Outcome
from tests.copywriter.batch_victim import PRICES, SPRING, Campaign, settings_for, some_sheets
from tests.copywriter.moody_endpoint import (
    CREATE,
    HALF,
    UPLOAD,
    MoodyEndpoint,
    assert_month_adds_up,
    ledger_of,
)
from tests.scripted_endpoint import Fault, Reply, a_frame_reply
from tests.scripted_endpoint.connection import Outgoing


def test_a_batch_writes_everything_at_half_the_price(store):
    def script(request: Any) -> Any:
        return Reply(a_frame_reply(), cached_tokens=400)

    prices = {"small": PRICES["small"].model_copy(update={"cached_input": Decimal("0.1")})}
    with MoodyEndpoint(script, batch_seconds=0.5) as endpoint:
        campaign = Campaign(store, settings_for(endpoint.base_url, prices=prices))
        written = campaign.write(some_sheets(12))

    assert [one.writer for one in written] == ["small"] * 12
    assert endpoint.paid == 12
    assert not endpoint.asked["POST /v1/chat/completions"]
    cost = (500 * Decimal(1) + 400 * Decimal("0.1") + 200 * Decimal(10)) / 2 / 1_000_000
    (line,) = store.llm_costs.sums("campaign")
    assert (line.calls, line.usable, line.cost_usd) == (12, 12, 12 * cost)
    assert [one.cost_usd for one in written] == [cost] * 12
    assert ledger_of(store, 12) == {(Mode.BATCH, Outcome.USABLE): 12}
    assert campaign.progress[0] == (0, 12)
    assert campaign.progress[-1] == (12, 12)
    assert "12 usable" in campaign.said[-1]
    assert_month_adds_up(store)


def test_a_second_run_asks_nothing_and_waits_for_nothing(sqlite_store):
    with MoodyEndpoint() as endpoint:
        first = Campaign(sqlite_store, settings_for(endpoint.base_url)).write(some_sheets(4))
        asked = endpoint.asked.total()
        again = Campaign(sqlite_store, settings_for(endpoint.base_url))
        second = again.write(some_sheets(4))

    assert second == first
    assert endpoint.asked.total() == asked
    assert not again.said


def test_lines_that_failed_or_cannot_be_used_are_asked_live(sqlite_store):
    seen: Counter[str] = Counter()

    def script(request: Any) -> Any:
        text = str(request["messages"])
        place = next(place for place in range(10) if f"Theme {place}" in text)
        seen[f"Theme {place}"] += 1
        if seen[f"Theme {place}"] == 1 and place < 3:
            return [Fault(status=500), Reply("nonsense"), Reply("", refusal="no")][place]
        return Reply(a_frame_reply())

    with MoodyEndpoint(script) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        written = campaign.write(some_sheets(10))

    assert [one.writer for one in written] == ["small"] * 10
    assert ledger_of(sqlite_store, 10) == {
        (Mode.BATCH, Outcome.USABLE): 7,
        (Mode.BATCH, Outcome.FAILED): 1,
        (Mode.BATCH, Outcome.UNUSABLE): 2,
        (Mode.LIVE, Outcome.USABLE): 3,
    }
    assert sqlite_store.llm_ledger.spending(SPRING).cost_usd == 9 * HALF + 3 * 2 * HALF
    assert endpoint.paid == 12
    assert_month_adds_up(sqlite_store)


@pytest.mark.parametrize(("outcome", "in_batch"), [("expired", 4), ("failed", 0)])
def test_what_a_batch_did_not_get_to_is_free_and_asked_live(sqlite_store, outcome, in_batch):
    with MoodyEndpoint(batch_outcome=outcome) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        written = campaign.write(some_sheets(8))

    assert [one.writer for one in written] == ["small"] * 8
    assert endpoint.paid == 8
    counts = ledger_of(sqlite_store, 8)
    assert counts[Mode.BATCH, Outcome.USABLE] == in_batch
    assert counts[Mode.BATCH, Outcome.FAILED] == counts[Mode.LIVE, Outcome.USABLE] == 8 - in_batch
    assert any(f"is {outcome}" in line for line in campaign.said)
    assert_month_adds_up(sqlite_store)


@pytest.mark.parametrize("status", [404, 405, 501, 400, 401])
@pytest.mark.parametrize("where", [UPLOAD, CREATE])
def test_an_endpoint_without_batches_is_written_to_live_and_one_line_says_so(sqlite_store, where, status):
    def meddle(what: str, answer: Any) -> Any:
        return Outgoing(status, b'{"error": {"message": "no such thing"}}') if what == where else None

    with MoodyEndpoint(meddle=meddle) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        written = campaign.write(some_sheets(3))

    assert [one.writer for one in written] == ["small"] * 3
    assert endpoint.asked[where] == 1
    (line,) = campaign.said
    assert str(status) in line
    assert "live" in line
    assert ledger_of(sqlite_store, 3) == {(Mode.LIVE, Outcome.USABLE): 3}
    assert sqlite_store.llm_batches.open() == []
    assert_month_adds_up(sqlite_store)


@pytest.mark.parametrize("body", [b"<html>", b"{}", b"[]", b'"text"', b'{"data": null}'])
def test_an_answer_that_is_no_batch_api_is_survived(sqlite_store, body):
    def meddle(what: str, answer: Any) -> Any:
        return Outgoing(200, body, {"Content-Type": "text/html" if b"<" in body else "application/json"})

    with MoodyEndpoint(meddle=meddle) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        written = campaign.write(some_sheets(2))

    assert [one.writer for one in written] == ["small"] * 2
    assert len(campaign.said) == 1


def test_an_endpoint_that_is_down_is_not_waited_for_all_day(sqlite_store):
    campaign = Campaign(sqlite_store, settings_for("http://127.0.0.1:9/v1", patience_seconds=0.2))

    written = campaign.write(some_sheets(2))

    assert [one.writer for one in written] == ["phrasebook"] * 2
    assert "connection" in campaign.said[0]
    assert sqlite_store.llm_batches.open() == []
    assert sqlite_store.llm_ledger.spending(SPRING).cost_usd == 0


@pytest.mark.parametrize(
    "where", [UPLOAD, CREATE, "GET /v1/batches/batch_000001", "GET /v1/files/file-000002/content"]
)
@pytest.mark.parametrize("is_done", [False, True], ids=["before", "after"])
def test_passing_trouble_anywhere_makes_no_second_batch(sqlite_store, where, is_done):
    troubles = [Outgoing(503, b"{}"), Outgoing(200, b"{}" * 99, reset=True), Outgoing(429, b"{}")]

    def meddle(what: str, answer: Any) -> Any:
        if what != where or not troubles:
            return None
        if is_done:
            answer()
        return troubles.pop(0)

    with MoodyEndpoint(meddle=meddle) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url, patience_seconds=10))
        written = campaign.write(some_sheets(3))

    assert [one.writer for one in written] == ["small"] * 3
    assert endpoint.paid == 3
    assert len(endpoint.batches.kept) == 1
    assert ledger_of(sqlite_store, 3) == {(Mode.BATCH, Outcome.USABLE): 3}
