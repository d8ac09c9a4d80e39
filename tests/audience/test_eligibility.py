from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audience.eligibility import Eligibility, find_eligible
from audience.features import customer_features
from audience.loading import load_shop
from audience.segments import assign_segments
from bespoke.brief import Brief
from bespoke.domain import (
    CampaignId,
    CustomerId,
    DraftId,
    Exclusion,
    PlannedMessage,
    Segment,
    SuppressionReason,
)
from bespoke.settings import AudienceSettings
from store.campaigns import CampaignPlan
from store.database import Store, open_store
from store.messages import message_id
from store.tables import messages
from tests.audience.shops import a_consent_row, a_customer_row, a_shop, an_event_row, checked

NOW = datetime(2026, 4, 20, 9, tzinfo=UTC)


def _find(store: Store, **audience: Any) -> Eligibility:
    brief = Brief.model_validate({"name": "Spring", "audience": audience})
    features = customer_features(store.events.frame(), NOW)
    return find_eligible(store, brief, AudienceSettings(), features, assign_segments(features), NOW)


def _load(store: Store, names: str, **changes: Any) -> None:
    """Customers by their first letters, each worth as many mugs as its place in the list."""
    rows = {
        "customers": [a_customer_row(name, country="Ireland" if name > "m" else "France") for name in names],
        "consents": [a_consent_row(name) for name in names],
        "events": [
            an_event_row(customer_id=name, order_id=name, quantity=str(place))
            for place, name in enumerate(names, start=1)
        ],
    } | changes
    load_shop(store, checked(a_shop(**rows)), NOW)


def _send(store: Store, customer: str, campaign: str, days_ago: float) -> None:
    campaign_id = CampaignId(campaign)
    brief = Brief(name=campaign)
    store.campaigns.open(campaign_id, brief, NOW)
    message = PlannedMessage(
        message_id(campaign_id, CustomerId(customer)), CustomerId(customer), "A", DraftId("d"), ()
    )
    plan = CampaignPlan(1, {}, {"A": 1}, 1)
    store.campaigns.save_plan(
        campaign_id,
        brief=brief,
        model_version=None,
        cohorts=[],
        assignments=[],
        messages=[message],
        plan=plan,
    )
    with store.engine.begin() as connection:
        sent = messages.update().where(messages.c.message_id == message.message_id)
        connection.execute(sent.values(status="sent", sent_at=NOW - timedelta(days=days_ago)))


def test_everyone_with_an_address_and_consent_is_eligible(store: Store) -> None:
    _load(store, "abz")

    found = _find(store)

    assert list(found.customers["customer_id"]) == ["a", "b", "z"]
    assert list(found.customers.columns) == [
        "customer_id",
        "segment",
        "locale",
        "country",
        "category",
        "spend",
    ]
    assert list(found.customers["spend"]) == [12.5, 25.0, 37.5]
    assert (found.total, found.excluded.total()) == (3, 0)


def test_each_exclusion_is_counted_once_under_the_first_reason(store: Store) -> None:
    customers = [a_customer_row(name) for name in "abcd"] + [a_customer_row("e", email=None)]
    _load(store, "abcde", customers=customers, consents=[a_consent_row(name) for name in "acd"])
    store.customers.suppress("C@example.test", SuppressionReason.UNSUBSCRIBED, NOW, "test")
    for campaign in ("one", "two"):
        _send(store, "d", campaign, days_ago=3)

    found = _find(store)

    assert list(found.customers["customer_id"]) == ["a"]
    assert found.excluded == {
        Exclusion.NO_CONSENT: 1,
        Exclusion.SUPPRESSED: 1,
        Exclusion.FREQUENCY_CAP: 1,
        Exclusion.NO_ADDRESS: 1,
    }


@pytest.mark.parametrize(("days_ago", "eligible"), [(6.9, False), (7.1, True)])
def test_the_frequency_cap_forgets_after_its_days(
    sqlite_store: Store, days_ago: float, eligible: bool
) -> None:
    _load(sqlite_store, "a")
    for campaign in ("one", "two"):
        _send(sqlite_store, "a", campaign, days_ago)

    assert bool(len(_find(sqlite_store).customers)) is eligible


def test_a_withdrawn_consent_is_no_consent(sqlite_store: Store) -> None:
    withdrawn = a_consent_row("a", status="withdrawn", recorded_at="2026-02-01")
    _load(sqlite_store, "a", consents=[a_consent_row("a"), withdrawn])

    assert _find(sqlite_store).excluded == {Exclusion.NO_CONSENT: 1}


def test_the_brief_chooses_countries_and_segments(sqlite_store: Store) -> None:
    _load(sqlite_store, "abz")

    assert list(_find(sqlite_store, countries=["ireland"]).customers["customer_id"]) == ["z"]
    assert _find(sqlite_store, segments=[Segment.LAPSED]).excluded == {Exclusion.OUTSIDE_AUDIENCE: 3}


def test_the_limit_takes_the_most_valuable_of_those_who_can_be_written_to(sqlite_store: Store) -> None:
    _load(sqlite_store, "abcd", consents=[a_consent_row(name) for name in "abc"])

    found = _find(sqlite_store, limit=2)

    assert list(found.customers["customer_id"]) == ["b", "c"]
    assert found.excluded == {Exclusion.NO_CONSENT: 1, Exclusion.OUTSIDE_AUDIENCE: 1}


def test_a_customer_without_events_is_a_prospect(sqlite_store: Store) -> None:
    _load(sqlite_store, "a", events=[])

    found = _find(sqlite_store).customers

    assert found[["segment", "spend"]].to_numpy().tolist() == [[Segment.PROSPECT, 0.0]]
    assert found["category"].isna().all()


def test_a_shop_without_customers_has_nobody_to_write_to(sqlite_store: Store) -> None:
    assert _find(sqlite_store).total == 0


@pytest.fixture(scope="module")
def open_fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    return lambda: open_store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'bespoke.db'}")


_people = st.lists(
    st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=12
)


@settings(deadline=None, max_examples=12)
@given(people=_people, limit=st.none() | st.integers(1, 5))
def test_the_eligible_and_the_excluded_are_everyone(
    open_fresh: Callable[[], Store], people: list[tuple[bool, bool, bool, bool]], limit: int | None
) -> None:
    store = open_fresh()
    names = [f"c{number}" for number in range(len(people))]
    rows = list(zip(names, people, strict=True))
    customers = [a_customer_row(name, email=f"{name}@example.test" if has[0] else None) for name, has in rows]
    consents = [a_consent_row(name) for name, has in rows if has[1]]
    events = [an_event_row(customer_id=name, order_id=name) for name, has in rows if has[2]]
    load_shop(store, checked(a_shop(customers=customers, consents=consents, events=events)), NOW)
    for name, has in rows:
        if has[3]:
            store.customers.suppress(f"{name}@example.test", SuppressionReason.MANUAL, NOW, "test")

    found = _find(store, limit=limit)

    assert len(found.customers) + found.excluded.total() == found.total == len(people)
    expected = {name for name, has in rows if has[0] and has[1] and not has[3]}
    assert set(found.customers["customer_id"]) <= expected
    assert len(found.customers) == min(len(expected), limit or len(expected))
    assert isinstance(found.customers, pd.DataFrame)
    store.close()
