"""Batches against a real endpoint: half price, nothing paid twice, and the campaign never stands still."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import CampaignId
from copywriter.batch_lines import split_lines
from store.database import Store, open_store
from store.llm_batches import BatchStatus
from store.llm_ledger import Mode, Outcome
from tests.builders import NOW
from tests.copywriter.batch_victim import PRICES, SPRING, Campaign, requests_for, settings_for, some_sheets
from tests.scripted_endpoint import Fault, Reply, ScriptedEndpoint, a_frame_reply
from tests.scripted_endpoint.connection import Incoming, Outgoing

ROOT = Path(__file__).parents[2]
HALF = Decimal("0.00145")  # of 900 tokens at $1 and 200 at $10 a million
CREATE, UPLOAD, LIST = "POST /v1/batches", "POST /v1/files", "GET /v1/batches"

ALWAYS = (Reply(a_frame_reply()),)
Meddle = Callable[[str, Callable[[], Any]], Any]


class MoodyEndpoint(ScriptedEndpoint):
    """A scripted endpoint in which `meddle(what, answer)` may answer what is not a chat instead."""

    meddle: Meddle | None = None
    asked: Counter[str]

    def __init__(self, script: Any = ALWAYS, *, meddle: Meddle | None = None, **named: Any) -> None:
        super().__init__(script, **named)
        self.meddle, self.asked = meddle, Counter()

    async def _handle(self, incoming: Incoming) -> Outgoing:
        what = f"{incoming.method} {incoming.path}"
        self.asked[what] += 1
        answer = await super()._handle(incoming) if self.meddle is None or "chat" in what else None
        if answer is not None:
            return answer

        loop = asyncio.get_running_loop()
        handle = super()._handle

        def now() -> Outgoing:
            return asyncio.run_coroutine_threadsafe(handle(incoming), loop).result()

        changed = await loop.run_in_executor(None, self.meddle, what, now)
        return changed if isinstance(changed, Outgoing) else await handle(incoming)


def ledger_of(store: Store, sheets: int) -> Counter[tuple[Mode, Outcome]]:
    batching = Campaign(store, settings_for("http://127.0.0.1:9/v1"))
    from copywriter.calls import hash_request

    hashes = [hash_request(batching.settings, one.prompt) for one in requests_for(some_sheets(sheets))]
    calls = [call for one in hashes for call in store.llm_ledger.calls(one)]
    return Counter((call.mode, call.outcome) for call in calls)


def assert_month_adds_up(store: Store) -> None:
    """What the month's one row says is what the calls cost."""
    (line,) = store.llm_costs.sums("month")
    assert store.llm_ledger.month_spending(NOW) == line.cost_usd


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


def start(store: Store, endpoint: ScriptedEndpoint, count: int, **changes: Any) -> None:
    """Submit a batch and stop waiting for it."""

    async def submit() -> None:
        batching = Campaign(store, settings_for(endpoint.base_url), **changes).batching()
        task = asyncio.create_task(batching.fill_async(requests_for(some_sheets(count)), submit=True))
        while not any(one.batch_id for one in store.llm_batches.open()):
            await asyncio.sleep(0.02)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(submit())


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


def test_an_unknown_price_is_said_and_only_calls_are_limited(sqlite_store):
    with MoodyEndpoint() as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url, prices={}), budget=(Decimal(1), 2))
        campaign.batching().fill(requests_for(some_sheets(3)), submit=True)

    assert campaign.said[-1].endswith("2 usable; at a price that is not known.")
    assert sqlite_store.llm_ledger.spending(SPRING).calls_of_unknown_price == 2


def test_two_campaigns_with_the_same_requests_pay_for_them_once(sqlite_store):
    with MoodyEndpoint(batch_seconds=0.5) as endpoint:
        start(sqlite_store, endpoint, 4)
        summer = Campaign(sqlite_store, settings_for(endpoint.base_url), campaign_id=CampaignId("summer"))
        summer.write(some_sheets(6))
        Campaign(sqlite_store, settings_for(endpoint.base_url)).write(some_sheets(4))

    assert endpoint.paid == 6
    assert len(endpoint.batches.kept) == 2
    assert sqlite_store.llm_ledger.spending(SPRING).cost_usd == 4 * HALF


def test_only_what_the_budget_reaches_at_its_worst_goes_into_the_batch(sqlite_store):
    with MoodyEndpoint() as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url), budget=(Decimal("0.1"), 1000))
        campaign.write(some_sheets(12))

    counts = ledger_of(sqlite_store, 12)
    in_batch = counts[Mode.BATCH, Outcome.USABLE]
    assert 0 < in_batch < 12
    assert counts[Mode.LIVE, Outcome.USABLE] == 12 - in_batch
    assert f"reaches for {in_batch} of 12" in campaign.said[0]
    assert sqlite_store.llm_ledger.spending(SPRING).cost_usd <= Decimal("0.1")


@pytest.mark.parametrize("limit", ["campaign", "calls", "month"])
def test_a_batch_never_overruns_what_is_left(sqlite_store, limit):
    budget = {"campaign": (Decimal(0), 1000), "calls": (Decimal(50), 3)}.get(limit, (Decimal(50), 1000))
    month = Decimal("0.07") if limit == "month" else None
    with MoodyEndpoint() as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url, monthly_usd=month), budget=budget)
        campaign.batching().fill(requests_for(some_sheets(8)), submit=True)

    counts = ledger_of(sqlite_store, 8)
    expected = {"campaign": 0, "calls": 3, "month": endpoint.paid}[limit]
    assert (limit != "month") or 0 < expected < 8
    assert counts == ({(Mode.BATCH, Outcome.USABLE): expected} if expected else {})
    assert endpoint.paid == expected
    assert len(campaign.said) > 0


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


def test_results_may_be_longer_than_any_single_answer(sqlite_store):
    long = Reply(a_frame_reply() | {"extra": "x" * 200_000})
    with MoodyEndpoint([long]) as endpoint:
        Campaign(sqlite_store, settings_for(endpoint.base_url)).batching().fill(
            requests_for(some_sheets(12)), submit=True
        )

    assert ledger_of(sqlite_store, 12) == {(Mode.BATCH, Outcome.UNUSABLE): 12}


def test_more_than_a_batch_takes_goes_into_several(sqlite_store, monkeypatch):
    monkeypatch.setattr("copywriter.batch_submitting.MOST_REQUESTS", 4)
    with MoodyEndpoint() as endpoint:
        campaign = Campaign(sqlite_store, settings_for(endpoint.base_url))
        campaign.batching().fill(requests_for(some_sheets(10)), submit=True)

    assert [len(batch.lines) for batch in endpoint.batches.kept.values()] == [4, 4, 2]
    assert ledger_of(sqlite_store, 10) == {(Mode.BATCH, Outcome.USABLE): 10}
    assert campaign.progress[-1] == (10, 10)


@given(st.lists(st.binary(min_size=1, max_size=30)), st.integers(1, 9), st.integers(1, 60))
def test_parts_keep_every_line_in_order_and_within_both_limits(lines, most_lines, most_bytes):
    parts = list(split_lines(lines, most_lines, most_bytes))

    assert [line for part in parts for line in part] == lines
    for part in parts:
        assert 1 <= len(part) <= most_lines
        assert sum(map(len, part)) <= most_bytes or len(part) == 1
