"""Copy for one customer: how far the budget reaches, and what the others get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bespoke.brief import Brief
from bespoke.domain import CampaignId, Cohort, Draft, DraftKind, MessageStatus
from bespoke.settings import WriterSettings
from flows.review_notes import describe_review
from flows.stages.draft_tasks import list_tasks
from flows.stages.drafting import DraftingOutcome, draft_campaign, estimate_drafting
from flows.stages.own_readers import OwnReaders
from flows.stages.planning import find_audience, open_campaign, plan_campaign
from flows.stages.reviewing import MOST_OWN_SHOWN, approve_campaign, is_own, write_sheet
from flows.stages.sending import send_campaign
from flows.summary import describe_drafting, describe_plan
from flows.wiring import Workspace
from review.decisions import Decider
from store import tables
from store.campaigns import CampaignPlan
from tests.builders import a_copy
from tests.scripted_endpoint import Fault, ScriptedEndpoint, a_frame_reply, reply_to

NAME = CampaignId("own")


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    with ScriptedEndpoint() as running:
        yield running


def with_model(ws: Workspace, endpoint: ScriptedEndpoint, **changes: Any) -> Workspace:
    values: dict[str, Any] = {"base_url": endpoint.base_url, "blurbs": False, "max_attempts": 1}
    return replace(
        ws, settings=ws.settings.model_copy(update={"writer": WriterSettings(**(values | changes))})
    )


def plan(ws: Workspace, max_calls: int = 5000, **brief: Any) -> CampaignPlan:
    values: dict[str, Any] = {
        "name": "Own",
        "personalization": "customer",
        "holdout": 0,
        "budget": {"max_calls": max_calls, "max_usd": 100},
    }
    return plan_campaign(ws, open_campaign(ws, Brief.model_validate(values | brief)))


def draft(ws: Workspace) -> DraftingOutcome:
    return draft_campaign(ws, ws.store.campaigns.get(NAME))


def frames(ws: Workspace) -> list[Draft]:
    return ws.store.drafts.of_campaign(NAME, kind=DraftKind.FRAME)


def cohorts(ws: Workspace) -> dict[str, Cohort]:
    return {cohort.cohort_id: cohort for cohort in ws.store.campaigns.cohorts(NAME)}


def carried(ws: Workspace) -> dict[str, str]:
    """The draft each customer's message carries."""
    table = tables.messages.c
    with ws.store.engine.connect() as connection:
        query = select(table.customer_id, table.draft_id).where(table.campaign_id == NAME)
        return {row.customer_id: row.draft_id for row in connection.execute(query)}


def spend_by_draft(ws: Workspace) -> dict[str, list[float]]:
    """What the customers of each draft have spent."""
    campaign = ws.store.campaigns.get(NAME)
    audience = find_audience(ws, campaign, ws.store.events.frame(with_guests=False)).customers
    spent = dict(zip(audience["customer_id"], audience["spend"], strict=True))
    sums: dict[str, list[float]] = {}
    for customer, draft_id in carried(ws).items():
        sums.setdefault(draft_id, []).append(spent[customer])
    return sums


def test_the_budget_reaches_for_the_most_valuable_and_the_others_get_their_cohort_s(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    ws = with_model(trained, endpoint)

    found = plan(ws, max_calls=200)
    expected = estimate_drafting(ws, ws.store.campaigns.get(NAME))
    outcome = draft(ws)

    assert 0 < found.own_copy < sum(found.messages_by_variant.values())
    assert found.cohorts > 1
    assert f"reaches to write for {found.own_copy:,} of" in describe_plan(found)
    assert expected is not None
    assert expected.calls == len(frames(ws)) <= 200
    assert len(endpoint.requests) == expected.calls
    assert set(outcome.by_writer) == {"gpt-5-mini", "phrasebook"}  # which writes the blurbs
    own = {one.draft_id for one in frames(ws) if is_own(one)}
    spent = spend_by_draft(ws)
    assert min(max(spent[one]) for one in own) >= max(max(spent[one]) for one in spent.keys() - own)
    assert set(carried(ws).values()) == {draft.draft_id for draft in frames(ws)}


def test_an_own_sheet_has_the_customer_s_own_products_in_their_order(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    ws = with_model(trained, endpoint)
    plan(ws, audience={"limit": 30})
    draft(ws)

    lists = ws.store.showings.examples([one.draft_id for one in frames(ws)])
    for one in frames(ws):
        shown = [item.product_id for item in lists[one.draft_id]]
        assert is_own(one)
        assert [product.product_id for product in one.fact_sheet.products] == shown
        assert len(one.fact_sheet.fits) == len(shown) == one.fact_sheet.products_per_email


def test_what_is_known_of_a_customer_must_not_show_in_their_own_copy_and_is_not_told_to_the_model(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    ws = with_model(trained, endpoint)
    plan(ws, audience={"limit": 30})
    tasks, _ = list_tasks(ws, ws.store.campaigns.get(NAME))
    readers = OwnReaders(ws, tasks)
    reader = readers.of(tasks[0].sheet)[0]
    copy = a_copy(body=f"Hello,\n\nthese go well with what {reader.first_name} {reader.last_name} likes.")

    alone = ws.check(copy, tasks[0].sheet)
    found = set(ws.check(copy, tasks[0].sheet, (reader,))) - set(alone)

    assert reader.first_name
    assert reader.email
    assert {one.rule for one in found} == {"personal_data"}
    assert not any("reader" in one.message for one in found)  # messages go back to the model
    assert readers.of(replace(tasks[0].sheet)) == ()  # a crowd's sheet, or any that is nobody's own


def test_a_reviewer_cannot_write_a_readers_name_into_their_own_draft(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    ws = with_model(trained, endpoint)
    plan(ws, audience={"limit": 30})
    draft(ws)
    own = frames(ws)[0]
    (first, last, _), *_ = ws.store.messages.readers_of_draft(own.draft_id, 1)
    decider = Decider(
        ws.store.drafts, ws.store.messages, ws.settings.limits, ws.settings.guards, "Ada", ws.clock()
    )

    edited = decider.rewrite(own, replace(own.copy, body=f"{own.copy.body}\n\n{first} {last} will love it."))

    assert "personal_data" not in {one.rule for one in own.findings}
    assert "personal_data" in {one.rule for one in edited.findings}


def test_the_length_of_a_name_is_a_crowd_s_and_not_one_customer_s(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    ws = with_model(trained, endpoint)
    plan(ws, audience={"limit": 100}, variants=[{"name": "A"}])
    draft(ws)

    lengths: dict[object, set[int]] = {}
    for one in frames(ws):
        assert one.fact_sheet.cohort is not None
        told = {slot.longest_chars for slot in one.fact_sheet.slots if slot.name == "first_name"}
        lengths.setdefault(one.fact_sheet.cohort.crowd_id, set()).update(told)
    assert all(len(told) == 1 for told in lengths.values())
    assert len(frames(ws)) > 3 * len(lengths)


def test_without_a_model_or_money_everybody_gets_their_cohort_s_copy(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    found = plan(trained)
    unpaid = plan(with_model(trained, endpoint), name="Unpaid", budget={"max_usd": 0})

    assert (found.own_copy, unpaid.own_copy) == (0, 0)
    assert "no language model is configured, so every customer gets their cohort's copy" in found.remarks
    assert any("keeps the language model out" in remark for remark in unpaid.remarks)
    assert not any(cohort.crowd_id for cohort in cohorts(trained).values())


def test_a_budget_that_only_pays_for_what_customers_share_says_what_each_one_s_own_would_take(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    prices = {"gpt-5-mini": {"input": "0.25", "output": "2.00"}}
    ws = with_model(trained, endpoint, prices=prices)

    few_calls = plan(ws, max_calls=5)
    little_money = plan(ws, name="Poor", budget={"max_calls": 5000, "max_usd": "0.01"})

    assert (few_calls.own_copy, little_money.own_copy) == (0, 0)
    (remark,) = few_calls.remarks
    assert "reaches to write for 0 of" in remark
    assert " calls and about $" in remark
    assert "reaches to write for 0 of" in little_money.remarks[0]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Fault(status=401), "answered 401"),
        (a_frame_reply(body="Hello {{ first_name }},\n\nAll at £7777.77."), "the guards refused"),
    ],
)
def test_customers_the_model_cannot_write_for_get_their_cohort_s_copy_and_no_phrasebook_of_their_own(
    trained: Workspace, answer: Any, why: str
) -> None:
    def fail_for_one(request: Any) -> Any:
        return answer if '"one customer"' in request["messages"][1]["content"] else reply_to(request)

    with ScriptedEndpoint(fail_for_one) as failing:
        ws = with_model(trained, failing)
        found = plan(ws, audience={"limit": 60})
        outcome = draft(ws)

    assert found.own_copy == 60
    assert not [one for one in frames(ws) if is_own(one)]
    assert sum(outcome.cohort_copy.values()) == 60
    assert all(why in reason for reason in outcome.cohort_copy)
    assert "customers get their cohort's copy and none of their own" in describe_drafting(outcome)
    assert set(carried(ws).values()) == {one.draft_id for one in frames(ws)}
    approve_campaign(ws, NAME, "ann")
    assert send_campaign(ws, NAME).by_status == {MessageStatus.SENT: 60}


def test_a_campaign_of_own_copy_is_sent_and_run_again_pays_for_nothing(
    trained: Workspace, endpoint: ScriptedEndpoint
) -> None:
    ws = with_model(trained, endpoint)
    plan(ws, audience={"limit": 50})
    draft(ws)
    paid = len(endpoint.requests)

    again = draft(ws)
    approve_campaign(ws, NAME, "ann")
    sent = send_campaign(ws, NAME)

    assert len(endpoint.requests) == paid
    assert again.by_writer == {}
    assert sent.by_status == {MessageStatus.SENT: 50}


def test_what_reviewers_are_shown_at_once_stays_short(trained: Workspace, endpoint: ScriptedEndpoint) -> None:
    ws = with_model(trained, endpoint)
    plan(ws, audience={"limit": MOST_OWN_SHOWN + 30})
    draft(ws)

    sheet = write_sheet(ws, NAME).read_text(encoding="utf-8")
    campaign = ws.store.campaigns.get(NAME)
    notes = describe_review(campaign, ws.store.drafts.of_campaign(NAME), None, write_sheet(ws, NAME))

    left = len(frames(ws)) - MOST_OWN_SHOWN
    assert left > 0
    assert sheet.count('<article class="card"') == MOST_OWN_SHOWN
    assert f"{left:,} more drafts, each for one customer, are on the review page" in sheet
    assert "One customer · " in sheet
    assert notes.count("| One customer ·") <= MOST_OWN_SHOWN
    assert f"{MOST_OWN_SHOWN:,} of {len(frames(ws)):,} subjects" in notes


def test_cohort_mode_makes_no_cohort_of_one_customer(trained: Workspace, endpoint: ScriptedEndpoint) -> None:
    ws = with_model(trained, endpoint)
    found = plan(ws, personalization="cohort")

    limits = ws.settings.cohorts
    kept = list(cohorts(ws).values())
    assert found.own_copy == 0
    assert found.cohorts == len(kept) <= limits.max_count
    assert all(cohort.size >= limits.min_size for cohort in kept)
