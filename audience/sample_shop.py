"""A year of a made-up homeware shop, for demonstrations, tests and benchmarks.

Customers have tastes that a recommender can find and popularity cannot, seasons,
staples they buy again, and a way of leaving. Everything is drawn in whole columns,
so that a quarter of a million customers take seconds.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from audience.people_names import make_addresses, pick_names
from audience.sample_catalog import list_finishes, make_products
from audience.sample_events import make_events
from audience.sample_tastes import draw_tastes
from audience.shop_tables import ShopTables
from bespoke.domain import ConsentStatus

NAME = "the sample shop Juniper & Loom"
_DAY = 86_400 * 1_000_000  # moments are microseconds here
_COUNTRIES = (
    ("United Kingdom", "en-GB", 0.80),
    ("Ireland", "en-IE", 0.08),
    ("United States", "en-US", 0.05),
    ("Germany", "en-GB", 0.03),
    ("Netherlands", "en-GB", 0.02),
    ("Australia", "en-AU", 0.02),
)
_NO_EMAIL, _NO_FIRST_NAME, _CONSENTED, _WITHDRAWN = 0.03, 0.04, 0.84, 0.06
_CONSENT_SOURCES = np.array(["checkout", "newsletter form", "account"], dtype=object)


def make_sample_shop(n_customers: int = 3000, *, until: datetime, seed: int = 7) -> ShopTables:
    """The shop's four tables with about a year of events before `until`; equal seeds, equal tables.

    A handful of rows is wrong on purpose, so that the quality report has something to say.
    """
    if n_customers < 1:
        raise ValueError(f"n_customers is {n_customers}; a shop needs at least one")
    if until.tzinfo is None:
        raise ValueError(f"until {until!r} has no time zone")
    rng = np.random.default_rng(seed)
    end = (until - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    products = make_products(rng)
    joined = _draw_joined(n_customers, end, rng)
    customers = _make_customers(joined, rng)
    tastes = draw_tastes(list_finishes(), n_customers, rng)
    return ShopTables(
        customers=_with_flawed_customers(customers),
        products=products,
        events=make_events(customers["customer_id"], products, joined, tastes, end, rng),
        consents=_make_consents(customers["customer_id"], joined, end, rng),
        source=NAME,
        notes=("This shop, its customers and its orders are made up.",),
    )


def _draw_joined(n: int, end: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """When each customer was first known: four in ten within the year, the others before."""
    days = np.where(rng.random(n) < 0.4, rng.uniform(1, 365, n), rng.uniform(365, 1200, n))
    return end - (days * _DAY).astype(np.int64)


def _make_customers(joined: NDArray[np.int64], rng: np.random.Generator) -> pd.DataFrame:
    n = len(joined)
    ids = np.array([f"C{number:06d}" for number in range(1, n + 1)], dtype=object)
    first, last = pick_names(rng.integers(0, 1 << 40, n).astype(np.uint64))
    emails = np.array(make_addresses(first, last, ids), dtype=object)
    emails[rng.random(n) < _NO_EMAIL] = None
    first[rng.random(n) < _NO_FIRST_NAME] = None
    where = rng.choice(len(_COUNTRIES), n, p=[share for *_, share in _COUNTRIES])
    return pd.DataFrame(
        {
            "customer_id": pd.Series(ids, dtype="str"),
            "email": pd.Series(emails, dtype="str"),
            "first_name": pd.Series(first, dtype="str"),
            "last_name": pd.Series(last, dtype="str"),
            "locale": np.array([locale for _, locale, _ in _COUNTRIES], dtype=object)[where],
            "country": np.array([name for name, *_ in _COUNTRIES], dtype=object)[where],
            "created_at": _moments(joined),
        }
    )


def _with_flawed_customers(customers: pd.DataFrame) -> pd.DataFrame:
    """Two malformed addresses, and one customer who is there twice with different names."""
    customers = customers.copy()
    known = np.flatnonzero(customers["email"].notna())[:2]
    customers.loc[known, "email"] = customers.loc[known, "email"].str.replace("@", " at ")
    again = customers.iloc[[len(customers) // 2]].assign(last_name="Doubleday")
    return pd.concat([customers, again], ignore_index=True)


def _make_consents(
    customer_ids: pd.Series[Any], joined: NDArray[np.int64], end: int, rng: np.random.Generator
) -> pd.DataFrame:
    """Consent at joining for most; some withdrew since; one record names nobody."""
    n = len(joined)
    granted = np.flatnonzero(rng.random(n) < _CONSENTED)
    withdrew = granted[rng.random(len(granted)) < _WITHDRAWN]
    later = joined[withdrew] + ((end - joined[withdrew]) * rng.uniform(0.1, 0.9, len(withdrew))).astype(
        np.int64
    )
    ids = np.concatenate([customer_ids.to_numpy(dtype=object)[np.r_[granted, withdrew]], ["C999999X"]])
    sources = _CONSENT_SOURCES[rng.integers(0, len(_CONSENT_SOURCES), len(granted))]
    return pd.DataFrame(
        {
            "customer_id": ids,
            "status": np.repeat(
                [ConsentStatus.GRANTED.value, ConsentStatus.WITHDRAWN.value, ConsentStatus.GRANTED.value],
                [len(granted), len(withdrew), 1],
            ),
            "recorded_at": _moments(np.concatenate([joined[granted], later, [end - _DAY]])),
            "source": np.concatenate(
                [sources, np.repeat(np.array(["preferences"], object), len(withdrew)), ["account"]]
            ),
        }
    )


def _moments(microseconds: NDArray[np.int64]) -> pd.DatetimeIndex:
    return pd.to_datetime(microseconds // 1_000_000 * 1_000_000, unit="us", utc=True).as_unit("us")
