from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bespoke.domain import CustomerId, Money, ProductId, SuppressionReason
from store import tables
from store.customers import address_hash
from store.database import Store
from store.loads import QuarantinedRow
from tests.builders import NOW


def product_rows(**changes: object) -> pd.DataFrame:
    row: dict[str, object] = {
        "product_id": "mug-1",
        "title": "Mug",
        "description": "",
        "category": None,
        "price": 12.5,
        "list_price": None,
        "currency": "GBP",
        "stock": None,
        "rating": None,
        "url": None,
        "image_url": None,
        "attributes": {"size": "350 ml"},
        "active": True,
    }
    return pd.DataFrame([row | changes])


def event_rows(keys: list[str], **changes: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "event_key": keys,
            "customer_id": "c1",
            "product_id": "mug-1",
            "type": "purchase",
            "occurred_at": pd.Timestamp(NOW),
            "quantity": 1,
            "unit_price": 12.5,
            "order_id": "o1",
        }
        | changes
    )


def test_a_product_comes_back_as_it_went_in(store: Store) -> None:
    store.catalog.save(product_rows(list_price=20))

    product = store.catalog.products()[ProductId("mug-1")]

    assert product.price == Money(Decimal("12.50"), "GBP")
    assert product.list_price == Money(Decimal("20.00"), "GBP")
    assert product.stock is None
    assert product.attributes == {"size": "350 ml"}


def test_saving_the_same_products_again_changes_nothing(store: Store) -> None:
    assert store.catalog.save(product_rows()) == 1
    assert store.catalog.save(product_rows()) == 0
    assert store.catalog.save(product_rows(price=13)) == 1
    assert store.catalog.products()[ProductId("mug-1")].price.amount == Decimal("13.00")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(first=st.sets(st.integers(0, 50)), second=st.sets(st.integers(0, 50)))
def test_events_are_kept_once_however_often_they_are_loaded(
    sqlite_store: Store, first: set[int], second: set[int]
) -> None:
    before = sqlite_store.events.count()
    known = set(sqlite_store.events.frame(("event_key",))["event_key"])
    keys = [[f"{number:032x}" for number in sorted(part)] for part in (first, second)]

    saved = sum(sqlite_store.events.save(event_rows(part)) for part in keys if part)

    new = {*keys[0], *keys[1]} - known
    assert saved == len(new)
    assert sqlite_store.events.count() == before + len(new)


def test_an_events_frame_is_oldest_first_and_typed(store: Store) -> None:
    later = pd.Timestamp(NOW + timedelta(days=1))
    store.events.save(event_rows(["b"], occurred_at=later, customer_id=None))
    store.events.save(event_rows(["a"]))

    frame = store.events.frame()

    assert list(frame["occurred_at"]) == [pd.Timestamp(NOW), later]
    assert str(frame["customer_id"].dtype) == "category"
    assert frame["unit_price"].tolist() == [12.5, 12.5]
    assert len(store.events.frame(with_guests=False)) == 1
    assert len(store.events.frame(before=NOW + timedelta(hours=1))) == 1
    assert store.events.latest() == later


def test_events_of_one_moment_come_in_the_same_order_however_they_were_loaded(store: Store) -> None:
    rows = event_rows(
        [f"e{number}" for number in range(6)],
        customer_id=["zoe", None, "ann", "zoe", "ann", "bob"],
        product_id=["mug", "mug", "cup", "cup", "bowl", "mug"],
        occurred_at=[pd.Timestamp(NOW)] * 5 + [pd.Timestamp(NOW - timedelta(hours=1))],
    )
    columns = ("customer_id", "product_id")
    store.events.save(rows)
    first = store.events.frame(columns)
    with store.engine.begin() as connection:
        connection.execute(tables.events.delete())
    store.events.save(rows.iloc[::-1])

    again = store.events.frame(columns)

    assert again.astype(object).equals(first.astype(object))
    assert list(again.columns) == list(columns)
    assert again["customer_id"].iloc[0] == "bob"
    assert list(again["customer_id"]).count("zoe") == 2


def test_ids_with_any_character_come_back_as_they_were(store: Store) -> None:
    odd = ["a,b", "tab\there", "line\nbreak", "unit\x1fseparator", "record\x1e", "naïve 🧶"]
    rows = event_rows([f"e{number}" for number in range(len(odd))], customer_id=odd, product_id=odd[::-1])
    for some in (rows[rows["customer_id"].isin(odd[:3])], rows):
        store.events.save(some)
        frame = store.events.frame()

        assert set(zip(frame["customer_id"], frame["product_id"], strict=True)) == set(
            zip(some["customer_id"], some["product_id"], strict=True)
        )


def test_missing_customers_prices_and_orders_come_back_missing(store: Store) -> None:
    rows = event_rows(["a", "b"], customer_id=[None, "ann"], unit_price=[12.5, None], order_id=[None, "o1"])
    store.events.save(rows)

    frame = store.events.frame()

    assert frame["customer_id"].astype(object).where(frame["customer_id"].notna(), None).tolist() in (
        [None, "ann"],
        ["ann", None],
    )
    assert frame["unit_price"].isna().tolist() == frame["order_id"].notna().tolist()
    assert "\x1e" not in [*frame["customer_id"].cat.categories, *frame["order_id"].cat.categories]


def test_consent_is_what_was_recorded_last_and_a_tie_is_a_no(store: Store) -> None:
    records = [
        ("c1", "granted", 0),
        ("c2", "granted", 0),
        ("c2", "withdrawn", 1),
        ("c3", "withdrawn", 0),
        ("c3", "granted", 1),
        ("c4", "withdrawn", 0),
        ("c4", "granted", 0),
    ]
    store.customers.save_consents(
        pd.DataFrame(
            {
                "consent_key": [str(index) for index in range(len(records))],
                "customer_id": [customer for customer, _, _ in records],
                "status": [status for _, status, _ in records],
                "source": "checkout",
                "recorded_at": [pd.Timestamp(NOW + timedelta(days=day)) for _, _, day in records],
            }
        )
    )

    assert store.customers.with_consent() == {CustomerId("c1"), CustomerId("c3")}


def test_a_suppressed_address_is_recognized_however_it_is_written(store: Store) -> None:
    store.customers.suppress("Ana@Example.test ", SuppressionReason.BOUNCED, NOW, "test")
    store.customers.suppress("ana@example.test", SuppressionReason.MANUAL, NOW, "test")

    assert store.customers.suppressed_addresses() == {address_hash("ana@example.test")}
    assert [entry.detail["reason"] for entry in store.audit.entries()] == ["bounced"]


def test_the_same_bad_row_is_quarantined_once(store: Store) -> None:
    rows = [QuarantinedRow("events", "no product", '{"a":1}'), QuarantinedRow("events", "no date", '{"b":2}')]

    assert store.loads.quarantine("load", rows) == 2
    assert store.loads.quarantine("load", rows) == 0
    assert store.loads.count_quarantined() == {"no date": 1, "no product": 1}


def test_an_amount_with_too_many_decimals_is_refused_one_by_one() -> None:
    from store.column_types import Amount

    with pytest.raises(ValueError, match="more than four decimals"):
        Amount().process_bind_param(Decimal("1.00001"), None)  # type: ignore[arg-type]


def test_active_customers_are_counted_with_those_never_seen_before(store):
    days = {"old": (40, 5), "back": (40, 2), "new": (3, 1), "gone": (40,), "later": (-1,)}
    rows = [(name, day) for name, all_days in days.items() for day in all_days] + [(None, 4)]
    store.events.save(
        pd.DataFrame(
            {
                "event_key": [f"{name}{day}" for name, day in rows],
                "customer_id": [name for name, _ in rows],
                "product_id": "mug",
                "type": "view",
                "occurred_at": pd.DatetimeIndex([NOW - timedelta(days=day) for _, day in rows]).as_unit("us"),
                "quantity": 1,
                "unit_price": None,
                "order_id": None,
            }
        )
    )

    assert store.events.count_customers(NOW - timedelta(days=10), NOW) == (3, 1)
    assert store.events.count_customers(NOW - timedelta(days=60), NOW - timedelta(days=20)) == (3, 3)
