from __future__ import annotations

import multiprocessing
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pandas as pd
import pytest

from bespoke.brief import Brief
from bespoke.domain import (
    Assignment,
    CampaignId,
    CampaignStatus,
    CohortId,
    CustomerId,
    DraftId,
    DraftStatus,
    MessageStatus,
    ModelVersion,
    PlannedMessage,
    ProductId,
    Reason,
    ReasonKind,
    RecommendedProduct,
    Segment,
)
from bespoke.errors import CampaignConflict, IllegalTransition, NotFound
from store.campaigns import CampaignPlan
from store.database import Store, open_store
from store.llm_ledger import LlmCall, Outcome
from store.messages import FrameInUse, message_id
from tests.builders import NOW, a_cohort, a_copy, a_draft, a_product

SPRING = CampaignId("spring")
BRIEF = Brief(name="Spring")
DRAFT = DraftId("spring/loyal-kitchen/A")


def planned(store: Store, customers: list[str], variants: dict[str, str] | None = None) -> None:
    """A campaign with a message for each customer."""
    variants = variants or {}
    store.customers.save(
        pd.DataFrame(
            {
                "customer_id": customers,
                "email": [f"{one}@example.test" for one in customers],
                "first_name": "Ana",
                "last_name": None,
                "locale": "en-GB",
                "country": None,
                "created_at": pd.Timestamp(NOW),
            }
        )
    )
    store.campaigns.open(SPRING, BRIEF, NOW)
    shown = (RecommendedProduct(ProductId("mug-1"), 1, 0.5, Reason(ReasonKind.POPULAR)),)
    store.campaigns.save_plan(
        SPRING,
        brief=BRIEF,
        model_version=ModelVersion("m1"),
        cohorts=[a_cohort()],
        assignments=[
            Assignment(CustomerId(one), variants.get(one, "A"), 0.5, Segment.LOYAL, CohortId("loyal-kitchen"))
            for one in customers
        ],
        messages=[
            PlannedMessage(message_id(SPRING, CustomerId(one)), CustomerId(one), "A", DRAFT, shown)
            for one in customers
        ],
        plan=CampaignPlan(len(customers), {}, {"A": len(customers)}, 1),
    )


def test_a_campaign_is_taken_up_with_the_moment_it_was_planned_at(store: Store) -> None:
    planned(store, ["c1"])

    again = store.campaigns.open(SPRING, BRIEF, NOW + timedelta(days=3))

    assert again.as_of == NOW
    assert again.plan == CampaignPlan(1, {}, {"A": 1}, 1)
    assert again.model_version == "m1"


def test_another_brief_under_the_same_id_is_refused_once_it_is_planned(store: Store) -> None:
    store.campaigns.open(SPRING, Brief(name="Spring", theme="first try"), NOW)
    planned(store, ["c1"])

    with pytest.raises(CampaignConflict, match="'spring'"):
        store.campaigns.open(SPRING, Brief(name="Spring", theme="another"), NOW)


def test_how_it_is_written_may_change_after_it_is_planned(store: Store) -> None:
    planned(store, ["ana"])
    in_batch = BRIEF.model_copy(update={"writing": "batch"})

    assert store.campaigns.open(SPRING, in_batch, NOW).brief == in_batch
    assert store.campaigns.get(SPRING).brief == in_batch
    with pytest.raises(CampaignConflict):
        store.campaigns.open(SPRING, in_batch.model_copy(update={"holdout": 0.2}), NOW)


def test_a_plan_is_kept_once(store: Store) -> None:
    planned(store, ["c1", "c2"])
    planned(store, ["c1", "c2", "c3"])

    assert len(store.campaigns.assignments(SPRING)) == 2
    assert store.messages.count_by_status(SPRING) == {MessageStatus.PLANNED: 2}


def test_a_draft_comes_back_as_it_went_in_and_is_never_overwritten(store: Store) -> None:
    planned(store, ["c1"])
    draft = a_draft(DRAFT)
    store.drafts.save(SPRING, [draft])
    store.drafts.save(SPRING, [a_draft(DRAFT, copy=a_copy(subject="Another"))])

    assert store.drafts.of_campaign(SPRING) == [draft]


def test_only_a_held_draft_can_be_approved(store: Store) -> None:
    planned(store, ["c1"])
    store.drafts.save(SPRING, [a_draft(DRAFT), a_draft("spring/x/A", status=DraftStatus.BLOCKED)])

    store.drafts.approve(DRAFT, "ann", NOW, "fine")

    found = store.drafts.get(DRAFT)
    assert (found.status, found.reviewed_by, found.reviewed_at, found.review_note) == (
        DraftStatus.APPROVED,
        "ann",
        NOW,
        "fine",
    )
    with pytest.raises(IllegalTransition, match="it is approved"):
        store.drafts.reject(DRAFT, "ben", NOW)
    with pytest.raises(IllegalTransition, match="it is blocked"):
        store.drafts.approve(DraftId("spring/x/A"), "ben", NOW)
    with pytest.raises(NotFound):
        store.drafts.approve(DraftId("nowhere"), "ben", NOW)


def test_a_message_can_be_claimed_once_and_only_with_an_approved_draft(store: Store) -> None:
    planned(store, ["c1", "c2", "c3"])
    store.drafts.save(SPRING, [a_draft(DRAFT)])

    assert store.messages.claim(SPRING, [DRAFT], 10) == []
    store.drafts.approve_held(SPRING, "ann", NOW)
    first = store.messages.claim(SPRING, [DRAFT], 2)
    second = store.messages.claim(SPRING, [DRAFT], 10)

    assert (len(first), len(second)) == (2, 1)
    assert not set(first) & set(second)
    assert store.messages.left_sending(SPRING) == sorted([*first, *second])


def test_a_claimed_message_carries_everything_rendering_needs(store: Store) -> None:
    planned(store, ["c1"])
    store.drafts.save(SPRING, [a_draft(DRAFT)])
    store.drafts.approve(DRAFT, "ann", NOW)
    claimed = store.messages.claim(SPRING, [DRAFT], 10)

    (message,) = store.messages.load(
        claimed,
        frames={DRAFT: FrameInUse(a_copy(), None)},
        products={ProductId("mug-1"): a_product()},
        blurbs={ProductId("mug-1"): "A good mug."},
    )

    assert message.recipient.email == "c1@example.test"
    assert message.recipient.segment is Segment.LOYAL
    assert message.products[0].blurb == "A good mug."
    store.messages.mark_sent(claimed, NOW)
    assert store.messages.sent_since(NOW) == {CustomerId("c1"): 1}
    assert store.messages.sent_since(NOW + timedelta(seconds=1)) == {}


def test_messages_of_a_rejected_draft_are_withheld(store: Store) -> None:
    planned(store, ["c1", "c2"])
    store.drafts.save(SPRING, [a_draft(DRAFT)])
    assert store.drafts.reject_open(SPRING, "ann", NOW, "dull") == 1

    assert store.messages.withhold_unapproved(SPRING) == 2
    assert store.messages.count_by_status(SPRING) == {MessageStatus.WITHHELD: 2}


def test_what_is_known_of_a_drafts_audience_is_only_sums(store: Store) -> None:
    planned(store, ["c1", "c2"])

    audience = store.messages.audiences_of_drafts(SPRING)[DRAFT]

    assert audience.messages == 2
    assert audience.longest_first_name_chars == len("Ana")
    assert audience.products == {ProductId("mug-1"): 2}


def test_states_are_left_only_the_allowed_way(store: Store) -> None:
    store.campaigns.open(SPRING, BRIEF, NOW)
    with pytest.raises(IllegalTransition, match="it is drafting"):
        store.campaigns.set_status(SPRING, CampaignStatus.SENT, coming_from=[CampaignStatus.SENDING], now=NOW)
    for _ in range(2):
        store.campaigns.set_status(
            SPRING, CampaignStatus.IN_REVIEW, coming_from=[CampaignStatus.DRAFTING], now=NOW
        )

    assert store.campaigns.get(SPRING).status is CampaignStatus.IN_REVIEW


def _try_lock(url: str, results: multiprocessing.SimpleQueue[str]) -> None:
    store = open_store(url)
    try:
        with store.campaigns.lock(SPRING):
            results.put("ours")
    except IllegalTransition as error:
        results.put(str(error))


def test_a_campaign_is_run_by_one_process_at_a_time(database_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    store = open_store(database_url)
    with store.campaigns.lock(SPRING):
        other = context.Process(target=_try_lock, args=(database_url, results))
        other.start()
        other.join(60)
        assert "another process" in results.get()
    with store.campaigns.lock(SPRING):
        pass
    store.close()


def test_the_ledger_adds_up_dollars_exactly_and_names_unknown_prices(store: Store) -> None:
    for number, cost in enumerate([Decimal("0.0001"), Decimal("0.0002"), None]):
        begun = store.llm_ledger.begin(LlmCall(f"r{number}", SPRING, "m", "p1", 100, NOW, cost))
        store.llm_ledger.finish(begun, replace(begun, outcome=Outcome.USABLE, reply="{}"))

    spending = store.llm_ledger.spending(SPRING)

    assert (spending.calls, spending.cost_usd, spending.calls_of_unknown_price) == (3, Decimal("0.0003"), 1)
    assert store.llm_ledger.calls("r0")[0].cost_usd == Decimal("0.0001")
