from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audience.loading import load_shop
from audience.sample_shop import make_sample_shop
from store.database import Store, open_store
from tests.audience.shops import a_customer_row, a_product_row, a_shop, an_event_row, checked

NOW = datetime(2026, 4, 20, 9, tzinfo=UTC)


def test_loading_the_same_contents_twice_changes_nothing(store: Store) -> None:
    shop = checked(make_sample_shop(60, until=NOW))

    first = load_shop(store, shop, NOW)
    second = load_shop(store, checked(make_sample_shop(60, until=NOW)), NOW + timedelta(days=1))

    assert len(set(shop.quarantined)) == len(shop.quarantined)
    assert first.changed["events"] == len(shop.events)
    assert first.changed["quarantine"] == len(shop.quarantined)
    assert not first.was_known
    assert second.was_known
    assert not second.changed_anything
    assert second.load_id == first.load_id
    assert store.events.count() == len(shop.events)


def test_what_is_loaded_comes_back(store: Store) -> None:
    load_shop(store, checked(a_shop(products=[a_product_row(attributes='{"a": "b"}', stock="3")])), NOW)

    product = store.catalog.products()["mug"]  # type: ignore[index]
    assert (product.title, str(product.price.amount), product.stock) == ("Stoneware Mug", "12.50", 3)
    assert product.attributes == {"a": "b"}
    assert store.customers.with_consent() == {"ada"}
    assert store.events.latest() == datetime(2026, 3, 1, 10, tzinfo=UTC)


def test_a_changed_price_is_updated_and_going_back_is_too(store: Store) -> None:
    old, new = a_shop(), a_shop(products=[a_product_row(price="15")])
    load_shop(store, checked(old), NOW)

    assert load_shop(store, checked(new), NOW).changed["products"] == 1
    again = load_shop(store, checked(old), NOW)

    assert again.was_known
    assert again.changed["products"] == 1
    assert str(store.catalog.products()["mug"].price.amount) == "12.50"  # type: ignore[index]


def test_an_address_is_not_lost_to_a_load_that_knows_the_customer_from_events_only(store: Store) -> None:
    load_shop(store, checked(a_shop()), NOW)

    load_shop(store, checked(a_shop(customers=[], consents=[], events=[an_event_row(quantity="2")])), NOW)

    assert list(store.customers.frame()["email"]) == ["ada@example.test"]


def test_the_fingerprint_does_not_depend_on_the_order_of_rows() -> None:
    rows = [a_customer_row("a"), a_customer_row("b"), a_customer_row("c", email="bad")]

    assert checked(a_shop(customers=rows)).load_id == checked(a_shop(customers=rows[::-1])).load_id


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("store")
    return open_store(f"sqlite:///{folder / 'bespoke.db'}")


_events = st.lists(
    st.builds(
        an_event_row,
        customer_id=st.sampled_from(["ada", "bob", ""]),
        quantity=st.sampled_from(["1", "2", "0"]),
        order_id=st.sampled_from(["o1", "o2", None]),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=_events)
def test_whatever_was_loaded_loading_it_again_changes_nothing(
    shared_store: Store, events: list[dict[str, str]]
) -> None:
    shop = checked(a_shop(events=events))
    load_shop(shared_store, shop, NOW)

    assert not load_shop(shared_store, checked(a_shop(events=events)), NOW).changed_anything
