"""Batches that another run began, ended or lost: collected once, and nothing paid twice."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest

from store.database import open_store
from store.llm_batches import BatchStatus
from store.llm_ledger import Mode, Outcome
from tests.builders import NOW
from tests.copywriter.batch_victim import PRICES, SPRING, Campaign, requests_for, settings_for, some_sheets
from tests.copywriter.moody_endpoint import (
    CREATE,
    HALF,
    LIST,
    ROOT,
    UPLOAD,
    MoodyEndpoint,
    assert_month_adds_up,
    ledger_of,
    start,
)
from tests.scripted_endpoint import Reply, a_frame_reply
from tests.scripted_endpoint.connection import Outgoing

KILLS = {
    "before upload": (UPLOAD, False),
    "after upload": (UPLOAD, True),
    "before create": (CREATE, False),
    "after create": (CREATE, True),
    "while polling": ("GET /v1/batches/batch_000001", True),
    "before the results": ("GET /v1/files/file-000002/content", False),
    "after the results": ("GET /v1/files/file-000002/content", True),
}


@pytest.mark.parametrize("moment", list(KILLS))
def test_a_run_that_is_killed_goes_on_and_nothing_is_paid_twice(tmp_path, moment):
    where, is_done = KILLS[moment]
    url = f"sqlite:///{tmp_path / 'bespoke.db'}"
    victims: list[subprocess.Popen[bytes]] = []

    def meddle(what: str, answer: Any) -> Any:
        if what == where and victims:
            done = answer() if is_done else None
            victim = victims.pop()
            victim.send_signal(signal.SIGKILL)
            victim.wait()
            return done or Outgoing(503, b"{}")
        return None

    with MoodyEndpoint(meddle=meddle, batch_seconds=0.3) as endpoint:
        command = [sys.executable, "-m", "tests.copywriter.batch_victim", url, endpoint.base_url, "6"]
        victim = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
        victims.append(victim)
        assert victim.wait(timeout=60) == -signal.SIGKILL
        store = open_store(url)
        campaign = Campaign(store, settings_for(endpoint.base_url))
        written = campaign.write(some_sheets(6))
        counts = ledger_of(store, 6)
        assert store.llm_batches.open() == []
        assert_month_adds_up(store)
        store.close()

    assert [one.writer for one in written] == ["small"] * 6
    assert endpoint.paid == 6
    assert len(endpoint.batches.kept) == 1
    assert counts == {(Mode.BATCH, Outcome.USABLE): 6}


async def test_a_wait_that_is_canceled_leaves_the_batch_to_the_next_run(sqlite_store):
    with MoodyEndpoint(batch_seconds=1) as endpoint:
        first = Campaign(sqlite_store, settings_for(endpoint.base_url))
        task = asyncio.create_task(first.batching().fill_async(requests_for(some_sheets(3)), submit=True))
        await asyncio.sleep(0.4)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        (batch,) = sqlite_store.llm_batches.open()
        again = Campaign(sqlite_store, settings_for(endpoint.base_url))
        await again.batching().fill_async(requests_for(some_sheets(3)), submit=True)

    assert batch.status is BatchStatus.RUNNING
    assert "the same command again" in first.said[-1]
    assert endpoint.paid == 3
    assert ledger_of(sqlite_store, 3) == {(Mode.BATCH, Outcome.USABLE): 3}


def test_choosing_live_cancels_the_batch_uses_what_it_has_and_says_so(sqlite_store):
    with MoodyEndpoint(batch_seconds=4) as endpoint:
        start(sqlite_store, endpoint, 8)
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        written = campaign.write(some_sheets(8), submit=False)

    assert [one.writer for one in written] == ["small"] * 8
    assert endpoint.paid == 8
    assert any("canceled" in line for line in campaign.said)
    counts = ledger_of(sqlite_store, 8)
    assert counts[Mode.LIVE, Outcome.USABLE] == counts[Mode.BATCH, Outcome.FAILED] > 0
    assert sqlite_store.llm_batches.open() == []


def test_a_finished_batch_of_another_model_is_collected_at_its_own_price(sqlite_store):
    prices = PRICES | {"large": PRICES["small"].model_copy(update={"input": Decimal(100)})}
    with MoodyEndpoint() as endpoint:
        start(sqlite_store, endpoint, 2)
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url, model="large", prices=prices))
        written = campaign.write(some_sheets(2))

    lines = {line.name: line for line in sqlite_store.llm_costs.sums("model")}
    assert [one.writer for one in written] == ["large"] * 2
    assert (lines["small"].calls, lines["small"].cost_usd) == (2, 2 * HALF)
    assert lines["large"].calls == 2
    assert any("2 of its replies are for nothing" in line for line in campaign.said)


def test_a_batch_at_another_endpoint_is_left_alone_and_said(sqlite_store):
    with MoodyEndpoint(batch_seconds=60) as other, MoodyEndpoint() as endpoint:
        start(sqlite_store, other, 2)
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        campaign.write(some_sheets(2))

    assert "at another endpoint" in campaign.said[0]
    assert len(sqlite_store.llm_batches.open()) == 1


def test_a_live_call_that_was_cut_off_stays_live_so_that_its_key_saves_the_money(sqlite_store):
    from copywriter.calls import hash_request, new_call
    from copywriter.prices import find_price

    with MoodyEndpoint() as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        first, _ = requests_for(some_sheets(2))
        cut_off = new_call(
            campaign.settings,
            first.prompt,
            first.prompt.messages,
            find_price(campaign.settings),
            request_hash=hash_request(campaign.settings, first.prompt),
            campaign_id=SPRING,
            now=NOW,
        )
        sqlite_store.llm_ledger.begin(cut_off)
        campaign.write(some_sheets(2))

    assert ledger_of(sqlite_store, 2) == {
        (Mode.LIVE, Outcome.SENT): 1,
        (Mode.LIVE, Outcome.USABLE): 1,
        (Mode.BATCH, Outcome.USABLE): 1,
    }


def test_a_batch_that_is_not_over_in_time_or_is_forgotten_is_given_up_at_its_worst(sqlite_store):
    with MoodyEndpoint(batch_seconds=60) as endpoint:
        start(sqlite_store, endpoint, 2)
        worst = sqlite_store.llm_ledger.spending(SPRING).cost_usd
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url), hours_later=27)
        written = campaign.write(some_sheets(2))

    assert [one.writer for one in written] == ["small"] * 2
    assert "given up" in campaign.said[-1]
    assert sqlite_store.llm_ledger.spending(SPRING).cost_usd == worst + 2 * 2 * HALF
    assert ledger_of(sqlite_store, 2)[Mode.BATCH, Outcome.LOST] == 2
    assert sqlite_store.llm_batches.open() == []


def test_a_batch_that_nobody_can_say_was_created_is_kept_in_mind_for_a_day(sqlite_store):
    def meddle(what: str, answer: Any) -> Any:
        if what == CREATE:
            return Outgoing(503, b"{}")
        return Outgoing(404, b"{}") if what == LIST else None

    with MoodyEndpoint(meddle=meddle) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url, patience_seconds=0.2))
        written = campaign.write(some_sheets(2))
        assert ledger_of(sqlite_store, 2) == {(Mode.BATCH, Outcome.SENT): 2, (Mode.LIVE, Outcome.USABLE): 2}
        later = Campaign(sqlite_store, campaign.settings, hours_later=27)
        later.write(some_sheets(2))

    assert [one.writer for one in written] == ["small"] * 2
    assert endpoint.asked[CREATE] == 1
    assert "cannot be seen" in later.said[0]
    assert "given up" in later.said[1]
    assert sqlite_store.llm_batches.open() == []


def test_a_key_that_is_refused_while_waiting_leaves_the_batch_to_be_collected(sqlite_store):
    refused = [True]

    def meddle(what: str, answer: Any) -> Any:
        is_look = what.startswith("GET /v1/batches/")
        return Outgoing(401, b"{}") if refused and is_look else None

    with MoodyEndpoint(meddle=meddle) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        campaign.batching().fill(requests_for(some_sheets(2)), submit=True)
        assert "left under way" in campaign.said[-1]
        refused.clear()
        Campaign(sqlite_store, settings_for(endpoint.base_url)).write(some_sheets(2))

    assert endpoint.paid == 2
    assert ledger_of(sqlite_store, 2) == {(Mode.BATCH, Outcome.USABLE): 2}


def test_results_that_are_gone_or_odd_count_at_their_worst_and_are_asked_live(sqlite_store):
    def meddle(what: str, answer: Any) -> Any:
        if what.endswith("/content"):
            one = b'{"custom_id": "x", "response": {"status_code": 200, "body": {}}}'
            return Outgoing(200, b"\n".join([b"", b"nonsense", b"[]", b'{"custom_id": []}', b"null", one]))
        return None

    with MoodyEndpoint(meddle=meddle) as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        written = campaign.write(some_sheets(2))

    assert [one.writer for one in written] == ["small"] * 2
    assert ledger_of(sqlite_store, 2) == {(Mode.BATCH, Outcome.LOST): 2, (Mode.LIVE, Outcome.USABLE): 2}


def test_line_separators_within_a_reply_do_not_break_its_line(sqlite_store):
    body = "Warm\u2028words\x85and more.\n\nHello {{ first_name }}, here is {{ product_1 }}."

    def meddle(what: str, answer: Any) -> Any:
        if not what.endswith("/content"):
            return None
        plain = answer().body.decode()
        return Outgoing(200, plain.replace("\\u2028", "\u2028").replace("\\u0085", "\x85").encode())

    with MoodyEndpoint([Reply(a_frame_reply(body=body))], meddle=meddle) as endpoint:
        Campaign(sqlite_store, settings_for(endpoint.base_url)).batching().fill(
            requests_for(some_sheets(1)), submit=True
        )

    assert ledger_of(sqlite_store, 1) == {(Mode.BATCH, Outcome.USABLE): 1}
