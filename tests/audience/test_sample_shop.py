import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image
from scipy.sparse import csr_matrix

from audience.quality import CheckedTables
from audience.sample_pictures import draw_pictures
from audience.sample_shop import make_sample_shop
from bespoke.errors import DeliveryFailed
from tests.audience.shops import checked

UNTIL = datetime(2026, 4, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def shop() -> CheckedTables:
    return checked(make_sample_shop(until=UNTIL), refuse_above=0.1)


def test_equal_seeds_make_equal_shops() -> None:
    one, other = make_sample_shop(50, until=UNTIL), make_sample_shop(50, until=UNTIL)

    for name in ("products", "customers", "events", "consents"):
        pd.testing.assert_frame_equal(one.frame(name), other.frame(name))
    assert not one.events.equals(make_sample_shop(50, until=UNTIL, seed=8).events)


@pytest.mark.parametrize("n_customers", [1, 2, 7])
def test_the_smallest_shops_work(n_customers: int) -> None:
    for seed in range(5):
        assert len(checked(make_sample_shop(n_customers, until=UNTIL, seed=seed)).customers) == n_customers


def test_only_a_handful_of_rows_is_wrong(shop: CheckedTables) -> None:
    assert 5 <= len(shop.quarantined) <= 15
    assert len({row.reason for row in shop.quarantined}) >= 6


def test_the_catalog_is_believable(shop: CheckedTables) -> None:
    products = shop.products

    assert len(products) == 250
    assert products["title"].is_unique
    assert products["url"].is_unique
    assert products["category"].nunique() == 9
    assert (products["list_price"].dropna() > products.loc[products["list_price"].notna(), "price"]).all()
    assert 0 < (products["stock"] == 0).sum() < 30
    assert all(len(attributes) == 4 for attributes in products["attributes"])


def test_a_year_of_events_lies_before_the_given_moment(shop: CheckedTables) -> None:
    moments = shop.events["occurred_at"]

    assert moments.max() < UNTIL
    assert (moments.max() - moments.min()).days in range(355, 367)
    autumn = moments.dt.month.isin([11, 12]).mean()
    assert autumn > 1.5 / 6


def test_nobody_does_anything_before_joining(shop: CheckedTables) -> None:
    joined = shop.customers.set_index("customer_id")["created_at"]
    first = shop.events.groupby(shop.events["customer_id"].astype("str"))["occurred_at"].min()

    assert (first >= joined.reindex(first.index)).all()


def test_some_lack_address_name_or_consent(shop: CheckedTables) -> None:
    customers, consents = shop.customers, shop.consents

    assert 0.01 < customers["email"].isna().mean() < 0.06
    assert 0.02 < customers["first_name"].isna().mean() < 0.07
    assert consents["customer_id"].nunique() < len(customers)
    assert 0 < (consents["status"] == "withdrawn").mean() < 0.1
    assert customers["email"].dropna().str.endswith("@example.test").all()


def test_what_goes_together_predicts_better_than_what_is_popular(shop: CheckedTables) -> None:
    events = shop.events[shop.events["type"] != "return"]
    customer, product = (pd.factorize(events[name])[0] for name in ("customer_id", "product_id"))
    is_test = (events["occurred_at"] >= events["occurred_at"].max() - pd.Timedelta(days=28)).to_numpy()
    shape = (customer.max() + 1, product.max() + 1)

    def matrix(rows: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
        return csr_matrix((np.ones(rows.sum()), (customer[rows], product[rows])), shape=shape).toarray() > 0

    known = matrix(~is_test)
    wanted = matrix(is_test & (events["type"] == "purchase").to_numpy()) & ~known
    together = (known.T.astype(float) @ known) / np.sqrt(np.outer(known.sum(0), known.sum(0)) + 1.0)
    np.fill_diagonal(together, 0)
    judged = wanted.any(axis=1) & known.any(axis=1)

    def hits(scores: np.ndarray) -> float:  # type: ignore[type-arg]
        top = np.argsort(-np.where(known, -1.0, scores), axis=1)[:, :10]
        return float(np.take_along_axis(wanted, top, axis=1)[judged].sum())

    assert hits(known @ together) > 1.5 * hits(np.broadcast_to(known.sum(0), shape))


def test_time_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        make_sample_shop(5, until=datetime(2026, 4, 20))  # noqa: DTZ001


def test_every_product_gets_a_small_square_picture(shop: CheckedTables, tmp_path: Path) -> None:
    started = time.monotonic()
    files = draw_pictures(shop.products, tmp_path / "images")
    print(f"{len(files)} pictures: {time.monotonic() - started:.1f} s")

    assert [file.name for file in files[:2]] == ["JL-0001.png", "JL-0002.png"]
    assert len(files) == 250
    assert max(file.stat().st_size for file in files) < 25_000
    with Image.open(files[0]) as picture:
        assert picture.size == (600, 600)


def test_a_folder_that_cannot_be_made_is_named(shop: CheckedTables, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(DeliveryFailed, match="cannot write pictures"):
        draw_pictures(shop.products.head(1), tmp_path / "file" / "images")
