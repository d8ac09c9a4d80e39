from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pandas as pd
import pytest

from bespoke.brief import Brief, VariantBrief
from bespoke.domain import (
    HOLDOUT,
    Assignment,
    CampaignId,
    CohortId,
    CustomerId,
    DraftId,
    Finding,
    PlannedMessage,
    Segment,
    Severity,
    WrittenCopy,
)
from bespoke.encoding import decode, encode
from bespoke.errors import NotFound
from eval.report import CampaignReport, report_campaign
from store.campaigns import CampaignPlan
from store.messages import message_id
from tests.builders import NOW, a_copy, a_draft

CAMPAIGN = CampaignId("spring")
BRIEF = Brief(name="Spring", variants=(VariantBrief(name="A"), VariantBrief(name="B")), holdout=0.2)


def planned(store, per_arm: dict[str, int]):
    """A campaign whose arms have so many customers: a-0, a-1, …; b-0, …"""
    store.campaigns.open(CAMPAIGN, BRIEF, NOW)
    customers = [(f"{arm}-{n}".lower(), arm) for arm, count in per_arm.items() for n in range(count)]
    store.campaigns.save_plan(
        CAMPAIGN,
        brief=BRIEF,
        model_version=None,
        cohorts=(),
        assignments=[
            Assignment(
                CustomerId(customer),
                arm,
                0.2 if arm == HOLDOUT else 0.4,
                Segment.LOYAL,
                None if arm == HOLDOUT else CohortId("all"),
            )
            for customer, arm in customers
        ],
        messages=[
            PlannedMessage(message_id(CAMPAIGN, CustomerId(c)), CustomerId(c), arm, DraftId(f"d-{arm}"), ())
            for c, arm in customers
            if arm != HOLDOUT
        ],
        plan=CampaignPlan(
            sum(per_arm.values()) + 7, {"no consent": 7, "holdout": per_arm.get(HOLDOUT, 0)}, {}, 1
        ),
    )
    return store


def send_to(store, arm: str, count: int, when=NOW) -> None:
    from sqlalchemy import update

    from store import tables

    ids = [message_id(CAMPAIGN, CustomerId(f"{arm.lower()}-{n}")) for n in range(count)]
    with store.engine.begin() as connection:
        connection.execute(
            update(tables.messages).where(tables.messages.c.message_id.in_(ids)).values(status="sending")
        )
    store.messages.mark_sent(ids, when)


def buys(store, orders: list[tuple[str, str, float, timedelta]]) -> None:
    """Orders as customer, order id, amount and time since NOW."""
    store.events.save(
        pd.DataFrame(
            {
                "event_key": [f"{customer}-{order}-{n}" for n, (customer, order, _, _) in enumerate(orders)],
                "customer_id": [customer for customer, *_ in orders],
                "product_id": "mug-1",
                "type": "purchase",
                "occurred_at": pd.to_datetime([NOW + after for *_, after in orders], utc=True),
                "quantity": 1,
                "unit_price": [amount for _, _, amount, _ in orders],
                "order_id": [order for _, order, *_ in orders],
            }
        )
    )


def arm(report: CampaignReport, name: str):
    return next(result for result in report.arms if result.arm == name)


def test_before_the_sending_the_report_has_sizes_and_says_that_nothing_was_sent(store):
    planned(store, {"A": 40, "B": 41, HOLDOUT: 20})

    report = report_campaign(store, CAMPAIGN, NOW)

    assert arm(report, "A").assigned == 40
    assert arm(report, "A").verdict == "Nothing was sent yet."
    assert arm(report, "A").lift_revenue is None
    assert report.sample_ratio.is_mismatch is False
    assert report.sent_ratio is None
    assert "not sent yet" in report.markdown()


def test_the_report_counts_by_rule_what_the_guards_found_and_says_what_the_settings_change(store):
    planned(store, {"A": 40, "B": 41, HOLDOUT: 20})
    held = Finding("pressure", Severity.HOLD, "body", "this shames the reader")
    written = WrittenCopy(a_copy(), "small", findings=(held,), sent_back=(("unsupported_price",),))
    store.drafts.save(CAMPAIGN, [a_draft(written=written)])

    report = replace(report_campaign(store, CAMPAIGN, NOW), guard_policy=("turned off: shouting",))

    page = report.markdown()
    assert "| unsupported_price | 1 | 1 | 0 | 0 | 0 | 0 |" in page
    assert "| pressure | 0 | 0 | 0 | 0 | 1 | 0 |" in page
    assert "The settings change the guards: turned off: shouting." in page


def test_orders_count_from_the_first_sending_and_until_now(store):
    planned(store, {"A": 3, "B": 3, HOLDOUT: 3})
    send_to(store, "A", 3)
    hour = timedelta(hours=1)
    buys(store, [("a-0", "o1", 10, -hour), ("a-0", "o2", 20, hour), ("a-1", "o3", 30, 50 * hour)])

    report = report_campaign(store, CAMPAIGN, NOW + 24 * hour)

    assert (arm(report, "A").orders, arm(report, "A").revenue) == (1, 20)


def test_lines_of_one_order_are_one_order(store):
    planned(store, {"A": 3, "B": 3, HOLDOUT: 3})
    send_to(store, "A", 3)
    hour = timedelta(hours=1)
    buys(store, [("a-0", "o1", 10, hour), ("a-0", "o1", 5, hour), ("stranger", "o2", 99, hour)])

    report = report_campaign(store, CAMPAIGN, NOW + 2 * hour)

    assert (arm(report, "A").orders, arm(report, "A").revenue) == (1, 15)


def test_a_few_customers_are_too_few_to_tell(store):
    planned(store, {"A": 3, "B": 3, HOLDOUT: 3})
    send_to(store, "A", 3)
    buys(store, [("a-0", "o1", 500, timedelta(hours=1))])

    assert "Too few customers" in arm(report_campaign(store, CAMPAIGN, NOW + timedelta(days=2)), "A").verdict


def test_hardly_any_orders_are_too_early_to_tell(sqlite_store):
    planned(sqlite_store, {"A": 150, "B": 150, HOLDOUT: 150})
    send_to(sqlite_store, "A", 150)
    buys(sqlite_store, [("a-0", "o1", 500, timedelta(hours=1))])

    report = report_campaign(sqlite_store, CAMPAIGN, NOW + timedelta(days=2))

    assert "Too early" in arm(report, "A").verdict


def test_an_arm_that_clearly_earns_more_is_said_to(sqlite_store):
    planned(sqlite_store, {"A": 200, "B": 200, HOLDOUT: 200})
    send_to(sqlite_store, "A", 200)
    send_to(sqlite_store, "B", 200)
    hour = timedelta(hours=1)
    buys(
        sqlite_store,
        [(f"a-{n}", f"a{n}", 20 + n % 5, hour) for n in range(120)]
        + [(f"b-{n}", f"b{n}", 20 + n % 5, hour) for n in range(40)]
        + [(f"holdout-{n}", f"h{n}", 20 + n % 5, hour) for n in range(40)],
    )

    report = report_campaign(sqlite_store, CAMPAIGN, NOW + timedelta(days=2), "GBP")

    assert arm(report, "A").verdict == "Earned more per customer than the holdout."
    assert arm(report, "A").lift_revenue.low > 0
    assert arm(report, "B").verdict.startswith("No difference")
    assert arm(report, HOLDOUT).lift_revenue is None
    assert "gross in GBP" in report.markdown()


def test_a_variant_that_was_withheld_shows_as_a_broken_split(sqlite_store):
    planned(sqlite_store, {"A": 200, "B": 200, HOLDOUT: 100})
    send_to(sqlite_store, "A", 200)

    report = report_campaign(sqlite_store, CAMPAIGN, NOW)

    assert report.sent_ratio.is_mismatch
    assert not report.sample_ratio.is_mismatch


def test_a_report_survives_encoding(store):
    planned(store, {"A": 40, "B": 40, HOLDOUT: 20})

    report = report_campaign(store, CAMPAIGN, NOW)

    assert decode(CampaignReport, encode(report)) == report


def test_a_campaign_that_is_not_there_is_not_found(store):
    with pytest.raises(NotFound):
        report_campaign(store, CAMPAIGN, NOW)
