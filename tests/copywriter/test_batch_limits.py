"""How much goes into a batch: what the budgets reach, and what the endpoint takes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import CampaignId
from copywriter.batch_lines import split_lines
from store.llm_ledger import Mode, Outcome
from tests.copywriter.batch_victim import SPRING, Campaign, requests_for, settings_for, some_sheets
from tests.copywriter.moody_endpoint import (
    HALF,
    MoodyEndpoint,
    ledger_of,
    start,
)
from tests.scripted_endpoint import Reply, a_frame_reply


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
