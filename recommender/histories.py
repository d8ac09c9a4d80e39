"""Events to histories: what each customer did with which product, and how long ago."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.matrix import look_up_traits, sum_pairs, tally_events

Floats = NDArray[np.float64]
COUNTRY = "country"


@dataclass(frozen=True)
class Histories:
    """Customers' events that count, by customer and then oldest first.

    Returns have canceled what they return. `weights` is what the type of event is worth
    times the share that was kept, not faded. A customer may have no event at all. A model
    sees customers only through this, so what happened since it was fitted counts at once.
    """

    customers: IdMap
    products: IdMap
    starts: NDArray[np.int64]  # (n_customers + 1): events of customer i are starts[i]:starts[i + 1]
    columns: Rows  # (n_events) which product
    weights: Floats  # (n_events) above 0
    is_purchase: NDArray[np.bool_]  # (n_events)
    quantities: Floats  # (n_events)
    age_days: Floats  # (n_events) before the moment the histories are of, at least 0
    traits: Mapping[str, NDArray[Any]] = field(default_factory=dict)  # e.g. country, None where unknown

    @classmethod
    def from_events(
        cls,
        events: pd.DataFrame,
        products: IdMap,
        until: datetime,
        *,
        countries: pd.Series[Any] | None = None,
    ) -> Histories:
        """Histories of everyone with an event that counts up to `until`; guests are left out."""
        everyone = IdMap.of_column(events["customer_id"])
        tally = tally_events(events, everyone, products, until)
        tally = tally.where(tally.customers != UNKNOWN)
        is_present = np.bincount(tally.customers, minlength=len(everyone)) > 0
        present = np.flatnonzero(is_present)
        rows = (np.cumsum(is_present) - 1).astype(np.int32)[tally.customers]
        tally = tally.where(_by_customer_and_time(rows, tally.age_days))
        customers = IdMap.in_order(everyone.ids_of(present))
        return cls(
            customers=customers,
            products=products,
            starts=_starts(np.bincount(rows, minlength=len(present))),
            columns=tally.products,
            weights=tally.weights,
            is_purchase=tally.is_purchase,
            quantities=tally.quantities,
            age_days=tally.age_days,
            traits={COUNTRY: look_up_traits(customers.index, countries)},
        )

    def __len__(self) -> int:
        return len(self.customers)

    def of(self, customer_ids: Sequence[str], countries: pd.Series[Any] | None = None) -> Histories:
        """These customers in this order; without events where they are not known."""
        rows = self.customers.rows_of(customer_ids)
        picked = self._pick(rows, IdMap.in_order(list(customer_ids)))
        if countries is None:
            return picked
        return replace(picked, traits={**picked.traits, COUNTRY: look_up_traits(customer_ids, countries)})

    def at(self, rows: Any) -> Histories:
        """The customers with these row numbers, in this order."""
        rows = np.asarray(rows, dtype=np.int32)
        return self._pick(rows, IdMap.in_order(self.customers.ids_of(rows)))

    def where_events(self, chosen: NDArray[np.bool_]) -> Histories:
        """The same customers with only the events for which `chosen` is true."""
        counts = np.bincount(self.rows[chosen], minlength=len(self))
        return replace(self, starts=_starts(counts), **self._events_at(chosen))

    def _pick(self, rows: Rows, customers: IdMap) -> Histories:
        lengths = np.append(np.diff(self.starts), 0)[rows]
        firsts = np.append(self.starts[:-1], 0)[rows]
        starts = _starts(lengths)
        places = np.arange(starts[-1]) + np.repeat(firsts - starts[:-1], lengths)
        nobody = np.array([None], dtype=object)
        traits = {name: np.concatenate([values, nobody])[rows] for name, values in self.traits.items()}
        return replace(self, customers=customers, starts=starts, traits=traits, **self._events_at(places))

    def _events_at(self, chosen: NDArray[Any]) -> dict[str, Any]:
        return {
            name: getattr(self, name)[chosen]
            for name in ("columns", "weights", "is_purchase", "quantities", "age_days")
        }

    @cached_property
    def rows(self) -> Rows:
        """The customer's row of each event."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    @cached_property
    def steps_back(self) -> NDArray[np.int64]:
        """How many events the customer had after each event: 0 for their last."""
        return np.repeat(self.starts[1:], np.diff(self.starts)) - 1 - np.arange(len(self.columns))

    def in_steps(self) -> Histories:
        """Ages counted in the customer's own events instead of days: 0 for the last.

        For data whose times are unknown, or say when something was typed in.
        """
        return replace(self, age_days=self.steps_back.astype(np.float64))

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.customers), len(self.products)

    def sum_by_pair(self, values: Floats) -> csr_matrix:
        """One value an event to customers × products: sums in canonical order, sums of zero kept.

        Every such matrix of the same histories has the same stored pairs.
        """
        return sum_pairs(self.rows, self.columns, values, self.shape)

    def faded(self, half_life_days: float) -> csr_matrix:
        """Weights that lost half for every half-life of age, summed by pair."""
        return self.sum_by_pair(self.weights * np.exp2(-self.age_days / half_life_days))

    @cached_property
    def purchased(self) -> NDArray[np.bool_]:
        """Whether each stored pair was bought and kept."""
        return np.asarray(self.sum_by_pair(self.is_purchase.astype(np.float64)).data > 0)

    @cached_property
    def bought(self) -> csr_matrix:
        """Customers × products with a 1 for what they bought and kept."""
        chosen = self.is_purchase
        return sum_pairs(self.rows[chosen], self.columns[chosen], np.ones(chosen.sum()), self.shape)


def _by_customer_and_time(rows: Rows, age_days: Floats) -> NDArray[np.intp]:
    if (age_days[1:] <= age_days[:-1]).all():  # as the store returns events: oldest first
        return np.argsort(rows, kind="stable")
    return np.lexsort((-age_days, rows))  # stable


def _starts(counts: NDArray[Any]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)


def newest_moment(events: pd.DataFrame, now: datetime) -> datetime:
    """When the newest event up to `now` happened, so that an old file keeps its proportions.

    `now` where there is none.
    """
    moments = events["occurred_at"]
    past = moments[(moments <= now).to_numpy()]
    return now if past.empty else past.max().to_pydatetime()
