"""Purchases to orders: what a customer bought at about the same time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recommender.histories import Floats, Histories
from recommender.id_maps import Rows

_SAME_ORDER_DAYS = 0.5


@dataclass(frozen=True, slots=True)
class Orders:
    """Purchases less than half a day apart are one order; by customer and then oldest first."""

    purchases: Histories  # the histories without all other events
    of_purchase: NDArray[np.int64]  # the order of each purchase
    starts: NDArray[np.int64]  # (n_customers + 1): orders of customer i are starts[i]:starts[i + 1]
    age_days: Floats  # (n_orders) of its first purchase
    lines: Floats  # (n_orders) how many purchases it has

    @classmethod
    def of(cls, histories: Histories) -> Orders:
        """The orders in these histories."""
        purchases = histories.where_events(histories.is_purchase)
        rows, ages = purchases.rows, purchases.age_days
        begins = np.ones(len(rows), dtype=np.bool_)
        begins[1:] = (rows[1:] != rows[:-1]) | (ages[:-1] - ages[1:] > _SAME_ORDER_DAYS)
        of_purchase = np.cumsum(begins) - 1
        counts = np.bincount(rows[begins], minlength=len(histories))
        starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        lines = np.bincount(of_purchase, minlength=int(starts[-1])).astype(np.float64)
        return cls(purchases, of_purchase, starts, ages[begins], lines)

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many orders each customer made."""
        return np.diff(self.starts)

    @property
    def rows(self) -> Rows:
        """The customer's row of each order."""
        return np.repeat(np.arange(len(self.purchases), dtype=np.int32), self.counts)

    @property
    def numbers(self) -> NDArray[np.int64]:
        """How many orders the customer made before each order."""
        return np.arange(len(self.age_days)) - np.repeat(self.starts[:-1], self.counts)


def rewind(histories: Histories, days: float) -> Histories:
    """The histories as they were so many days ago; returns made since stay canceled."""
    earlier = histories.where_events(histories.age_days > days)
    return replace(earlier, age_days=earlier.age_days - days)


def bought_within(histories: Histories, days: float, window_days: float) -> NDArray[Any]:
    """Keys row · n_products + column of what was bought in the window that began so many days ago."""
    ages = histories.age_days
    chosen = histories.is_purchase & (ages <= days) & (ages > days - window_days)
    width = np.int64(max(histories.shape[1], 1))
    return np.unique(histories.rows[chosen] * width + histories.columns[chosen])
