from collections import Counter
from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audience.features import FEATURE_COLUMNS, customer_features
from audience.sample_shop import make_sample_shop
from audience.segments import SEGMENT_MEANINGS, assign_segments
from bespoke.domain import ProductId, Segment
from tests.audience.shops import a_shop, an_event_row, checked
from tests.builders import a_product

NOW = datetime(2026, 4, 20, 9, tzinfo=UTC)


def _on(days_ago: float) -> str:
    return (NOW - timedelta(days=days_ago)).isoformat()


def test_features_count_orders_and_what_was_really_paid() -> None:
    events = [
        an_event_row(occurred_at=_on(100), order_id="a", quantity="2", unit_price="10"),
        an_event_row(occurred_at=_on(100), order_id="a", quantity="1", unit_price="5"),
        an_event_row(occurred_at=_on(40), order_id="b", quantity="1", unit_price=""),
        an_event_row(occurred_at=_on(30), order_id="a", type="return", quantity="1", unit_price="10"),
        an_event_row(occurred_at=_on(2), type="view", order_id=None),
        an_event_row(customer_id="", order_id="guest"),
    ]

    found = customer_features(
        checked(a_shop(events=events)).events, NOW, {ProductId("mug"): a_product("mug")}
    )

    assert list(found.index) == ["ada"]
    assert found.loc["ada", list(FEATURE_COLUMNS)].tolist() == [40.0, 2, 15.0, 100.0, 2.0, "Kitchen"]


def test_lines_without_an_order_id_count_by_day() -> None:
    events = [an_event_row(occurred_at=_on(days), order_id=None) for days in (3, 3.01, 9)]

    assert customer_features(checked(a_shop(events=events)).events, NOW).loc["ada", "orders"] == 2


def test_what_happens_later_is_not_known_yet() -> None:
    events = [an_event_row(occurred_at=_on(-1))]

    assert customer_features(checked(a_shop(events=events)).events, NOW).empty


def test_a_shop_without_events_has_no_features_and_no_segments() -> None:
    features = customer_features(checked(a_shop(events=[])).events, NOW)

    assert list(features.columns) == list(FEATURE_COLUMNS)
    assert assign_segments(features).empty


def _customer(recency: float, orders: int, spend: float) -> pd.DataFrame:
    rows = {"recency_days": [recency, 50.0], "orders": [orders, 1], "spend": [spend, 100.0]}
    return pd.DataFrame(rows, index=pd.Index(["ada", "typical"], name="customer_id"))


@pytest.mark.parametrize(
    ("recency", "orders", "spend", "segment"),
    [
        (5, 6, 900, Segment.CHAMPION),
        (5, 6, 90, Segment.LOYAL),
        (100, 6, 900, Segment.LOYAL),
        (200, 6, 900, Segment.AT_RISK),
        (400, 6, 900, Segment.LAPSED),
        (100, 2, 90, Segment.PROMISING),
        (5, 1, 90, Segment.NEW),
        (60, 1, 90, Segment.NEW),
        (61, 1, 90, Segment.SLIPPING),
        (150, 3, 90, Segment.SLIPPING),
        (250, 3, 90, Segment.LAPSED),
        (np.nan, 0, 0, Segment.PROSPECT),
    ],
)
def test_each_segment_means_what_it_says(recency: float, orders: int, spend: float, segment: Segment) -> None:
    assert assign_segments(_customer(recency, orders, spend))["ada"] == segment


@given(
    rows=st.lists(
        st.tuples(st.floats(0, 5000) | st.just(np.nan), st.integers(0, 500), st.floats(0, 1e7)), max_size=20
    )
)
def test_every_customer_gets_exactly_one_segment(rows: list[tuple[float, int, float]]) -> None:
    features = pd.DataFrame(rows, columns=["recency_days", "orders", "spend"])

    found = assign_segments(features)

    assert list(found.index) == list(features.index)
    assert set(found) <= set(Segment)


def test_the_sample_shop_has_customers_in_every_segment() -> None:
    events = checked(make_sample_shop(until=NOW)).events

    shares = Counter(assign_segments(customer_features(events, NOW)))

    assert set(shares) == set(Segment)
    assert max(shares.values()) < 0.4 * shares.total()
    assert min(shares.values()) > 0.02 * shares.total()


def test_every_segment_is_explained() -> None:
    assert set(SEGMENT_MEANINGS) == set(Segment)
