"""What the re-ranker is told of products, of customers, and of each customer with each product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.shelf import Shelf
from recommender.top_products import Scores

SALES_HALF_LIVES = (3.0, 7.0, 14.0, 30.0, 90.0)
OWN_HALF_LIVES = (10.0, 30.0, 90.0)
_WINDOW_DAYS = 28.0
_USUAL_GAP_DAYS = 60.0  # before a product's own repeat purchases say otherwise


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """One row a product: (n_products, number of names), float32."""

    names: tuple[str, ...]
    values: Scores
    sold: NDArray[np.bool_]  # (n_products) somebody had to do with it

    @classmethod
    def of(cls, histories: Histories, shelf: Shelf) -> ProductFacts:
        """Sales now and their trend, age, how often it is bought again and after how long, price."""
        facts = {**_sales_facts(histories), **_repeat_facts(histories)}
        if np.isfinite(shelf.prices).any():
            facts["log_price"] = np.log(np.maximum(shelf.prices, 0.01))
        sold = np.bincount(histories.columns, minlength=len(histories.products)) > 0
        return cls(tuple(facts), np.column_stack(list(facts.values())).astype(np.float32), sold)


def _sales_facts(histories: Histories) -> dict[str, Floats]:
    n, columns, ages = len(histories.products), histories.columns, histories.age_days
    sales = {
        days: np.log1p(np.bincount(columns, histories.weights * np.exp2(-ages / days), minlength=n))
        for days in SALES_HALF_LIVES
    }
    oldest, newest = np.zeros(n), np.full(n, np.inf)
    np.maximum.at(oldest, columns, ages)
    np.minimum.at(newest, columns, ages)
    return {
        **{f"sales_{days:.0f}": values for days, values in sales.items()},
        "trend_short": sales[7.0] - sales[30.0],
        "trend_long": sales[14.0] - sales[90.0],
        "log_age": np.log1p(oldest),
        "log_last_sale": np.log1p(np.where(np.isfinite(newest), newest, oldest.max(initial=0.0))),
        "log_quantity": _mean_by(columns, np.log1p(histories.quantities), n),
    }


def _repeat_facts(histories: Histories) -> dict[str, Floats]:
    n = len(histories.products)
    pairs = PairFacts.of(histories)
    products, days = pairs.pairs.indices, pairs.days
    buyers, again = np.bincount(products, minlength=n), np.bincount(products, days > 1, minlength=n)
    gaps = np.bincount(products, np.where(days > 1, pairs.first - pairs.last, 0.0), minlength=n)
    repeats = np.bincount(products, np.maximum(days - 1, 0), minlength=n)
    old, recent = pairs.first >= _WINDOW_DAYS, pairs.last < _WINDOW_DAYS
    return {
        "log_buyers": np.log1p(buyers),
        "repeat_rate": (again + 1.5) / (buyers + 10.0),
        "log_usual_gap": np.log((gaps + _USUAL_GAP_DAYS * 5) / (repeats + 5)),
        "again_lately": (np.bincount(products, old & recent, minlength=n) + 1.0)
        / (np.bincount(products, old, minlength=n) + 20.0),
        "log_new_buyers": np.log1p(np.bincount(products, ~old, minlength=n)),
    }


@dataclass(frozen=True, slots=True)
class PairFacts:
    """What is known of each stored pair of a history."""

    pairs: csr_matrix  # customers × products
    days: Floats  # on how many days
    first: Floats  # days since the first and the last time
    last: Floats
    own: tuple[Floats, ...]  # faded weight by each half-life

    @classmethod
    def of(cls, histories: Histories) -> PairFacts:
        """The facts of every pair in the histories."""
        pairs = histories.sum_by_pair(histories.weights)
        place = find_pairs(pairs, histories.rows, histories.columns)
        first, last = np.zeros(pairs.nnz), np.full(pairs.nnz, np.inf)
        np.maximum.at(first, place, histories.age_days)
        np.minimum.at(last, place, histories.age_days)
        own = tuple(histories.faded(days).data for days in OWN_HALF_LIVES)
        return cls(pairs, _count_days(place, histories.age_days, pairs.nnz), first, last, own)

    def at(self, rows: Rows, columns: Rows, usual_gaps: Scores) -> dict[str, Scores]:
        """Facts of the given cells; 0, and NaN for days, where there is no pair."""
        place = find_pairs(self.pairs, rows, columns)
        known = place != UNKNOWN
        place = np.where(known, place, 0)

        def pick(values: Floats, otherwise: float = 0.0) -> Scores:
            if not len(values):
                return np.full(len(rows), otherwise, dtype=np.float32)
            return np.where(known, values[place], otherwise).astype(np.float32)

        last = pick(self.last, np.nan)
        return {
            "known": known.astype(np.float32),
            "times": pick(self.days),
            "days_since": last,
            "days_since_first": pick(self.first, np.nan),
            "due": last / usual_gaps,
            **{f"own_{days:.0f}": pick(own) for days, own in zip(OWN_HALF_LIVES, self.own, strict=True)},
        }


def customer_facts(histories: Histories, product_facts: ProductFacts) -> dict[str, Floats]:
    """One value a customer: how much, how often, how lately, and how popular what they buy is."""
    n, rows, ages = len(histories), histories.rows, histories.age_days
    lines = np.bincount(rows, minlength=n)
    baskets = np.maximum(_count_days(rows, ages, n), 1)
    first, last = np.zeros(n), np.full(n, np.inf)
    np.maximum.at(first, rows, ages)
    np.minimum.at(last, rows, ages)
    last = np.where(np.isfinite(last), last, np.nan)
    distinct = np.diff(histories.sum_by_pair(histories.weights).indptr)
    popularity = product_facts.values[:, product_facts.names.index("sales_30")]
    return {
        "log_lines": np.log1p(lines),
        "log_baskets": np.log(baskets),
        "log_basket_size": np.log1p(lines / baskets),
        "recency": np.log1p(last),
        "tenure": first,
        "interval": np.log((first - np.nan_to_num(last) + 30) / baskets),
        "taste_for_popular": _mean_by(rows, popularity[histories.columns], n),
        "mean_log_quantity": _mean_by(rows, np.log1p(histories.quantities), n),
        "share_repeated": (lines - distinct) / np.maximum(lines, 1),
        "lines_lately": np.log1p(np.bincount(rows, ages < _WINDOW_DAYS, minlength=n)),
    }


def _count_days(groups: Any, age_days: Floats, n: int) -> Floats:
    """On how many different days the events of each group happened."""
    days = np.floor(age_days).astype(np.int64)
    width = int(days.max(initial=0)) + 1
    distinct = np.unique(np.asarray(groups, dtype=np.int64) * width + days)
    return np.bincount(distinct // width, minlength=n).astype(np.float64)


def find_pairs(pairs: csr_matrix, rows: Any, columns: Any) -> NDArray[np.int64]:
    """Places of (row, column) among the stored pairs of a canonical matrix, UNKNOWN where not stored."""
    width = np.int64(max(pairs.shape[1], 1))
    stored = (
        np.repeat(np.arange(pairs.shape[0], dtype=np.int64), np.diff(pairs.indptr)) * width + pairs.indices
    )
    wanted = np.asarray(rows, dtype=np.int64) * width + columns
    if not len(stored):
        return np.full(len(wanted), UNKNOWN, dtype=np.int64)
    place = np.minimum(np.searchsorted(stored, wanted), len(stored) - 1)
    return np.where((stored[place] == wanted) & (np.asarray(columns) >= 0), place, UNKNOWN)


def _mean_by(groups: Any, values: Any, n: int) -> Floats:
    counts = np.bincount(groups, minlength=n)
    return np.asarray(np.bincount(groups, values, minlength=n) / np.maximum(counts, 1))
