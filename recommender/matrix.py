"""Events to matrices: how much each customer has to do with each product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import EventType
from recommender.id_maps import UNKNOWN, IdMap, Rows

TYPE_WEIGHTS: Mapping[EventType, float] = {
    EventType.PURCHASE: 1.0,
    EventType.CART: 0.3,
    EventType.VIEW: 0.1,
}
_PURCHASE, _RETURN = (list(EventType).index(type_) for type_ in (EventType.PURCHASE, EventType.RETURN))
_WEIGHT_OF_CODE = np.array([*(TYPE_WEIGHTS.get(type_, 0.0) for type_ in EventType), 0.0])
_ENOUGH_TO_KEEP = 1e-9  # quantities are whole numbers as floats


@dataclass(frozen=True, slots=True)
class Tally:
    """Events that count, one per row number, after returns have canceled what they return.

    `customers` is UNKNOWN for guests. `weights` is what the type of event is worth times
    the share that was kept.
    """

    customers: Rows
    products: Rows
    weights: NDArray[np.float64]
    is_purchase: NDArray[np.bool_]
    quantities: NDArray[np.float64]
    age_days: NDArray[np.float64]  # before the moment of the tally

    def where(self, chosen: NDArray[Any]) -> Tally:
        """The events for which `chosen` is true, or at these places."""
        return Tally(
            self.customers[chosen],
            self.products[chosen],
            self.weights[chosen],
            self.is_purchase[chosen],
            self.quantities[chosen],
            self.age_days[chosen],
        )

    def fade(self, half_life_days: float) -> NDArray[np.float64]:
        """Weights that lost half for every half-life of age."""
        return np.asarray(self.weights * np.exp2(-self.age_days / half_life_days))


def tally_events(events: pd.DataFrame, customers: IdMap, products: IdMap, until: datetime) -> Tally:
    """The events up to `until` as row numbers and weights; unknown products are left out."""
    rows, columns = customers.rows_of(events["customer_id"]), products.rows_of(events["product_id"])
    types, quantities = _type_codes(events["type"]), _quantities(events)
    usable = (columns != UNKNOWN) & (events["occurred_at"] <= until).to_numpy()
    shares = _kept_shares(rows, columns, types, quantities, len(products), usable)
    weights = _WEIGHT_OF_CODE[types] * np.where(types == _PURCHASE, shares, 1.0)
    ages = np.asarray((until - events["occurred_at"]).dt.total_seconds(), dtype=np.float64) / 86_400
    tally = Tally(rows, columns, weights, types == _PURCHASE, quantities, ages)
    return tally.where(usable & (weights > 0))


def look_up_traits(customer_ids: Any, by_customer: pd.Series[Any] | None) -> NDArray[Any]:
    """Each customer's value as an object array, None where it is not known."""
    if by_customer is None:
        return np.full(len(customer_ids), None, dtype=object)
    known = pd.Series(by_customer.to_numpy(dtype=object), index=pd.Index(by_customer.index, dtype=object))
    known = known[~known.index.duplicated()]
    found = known.reindex(pd.Index(customer_ids, dtype=object)).astype(object)
    return np.asarray(found.where(found.notna(), None).to_numpy(dtype=object))


def sum_pairs(rows: Any, columns: Any, values: Any, shape: tuple[int, int]) -> csr_matrix:
    """The values summed by pair, in canonical order, sums of zero kept."""
    matrix = csr_matrix((np.asarray(values, dtype=np.float64), (rows, columns)), shape=shape)
    matrix.sum_duplicates()
    return matrix


@dataclass(frozen=True, slots=True)
class KeptPurchases:
    """What each customer bought and did not return."""

    customers: IdMap
    products: IdMap
    matrix: csr_matrix

    @classmethod
    def from_events(cls, events: pd.DataFrame) -> KeptPurchases:
        """Every purchase in `events` of which something was kept; guests are left out."""
        customers = IdMap.of_column(events["customer_id"])
        products = IdMap.of_column(events["product_id"])
        rows, columns = customers.rows_of(events["customer_id"]), products.rows_of(events["product_id"])
        types = _type_codes(events["type"])
        known = (rows != UNKNOWN) & (columns != UNKNOWN)
        shares = _kept_shares(rows, columns, types, _quantities(events), len(products), known)
        kept = known & (types == _PURCHASE) & (shares > 0)
        matrix = sum_pairs(rows[kept], columns[kept], np.ones(kept.sum()), (len(customers), len(products)))
        return cls(customers, products, matrix)

    def of(self, customer_ids: Any, products: IdMap) -> csr_matrix:
        """Rows for `customer_ids` in their order, columns as `products`; the rest is left out."""
        with_empty = csr_matrix(
            (self.matrix.data, self.matrix.indices, np.append(self.matrix.indptr, self.matrix.indptr[-1])),
            shape=(len(self.customers) + 1, len(self.products)),
        )
        rows = self.customers.rows_of(customer_ids)
        found = with_empty[np.where(rows == UNKNOWN, len(self.customers), rows)].tocoo()
        columns = products.rows_of(self.products.index)[found.col]
        known = columns != UNKNOWN
        return sum_pairs(found.row[known], columns[known], found.data[known], (len(rows), len(products)))


def _quantities(events: pd.DataFrame) -> NDArray[np.float64]:
    # Some shops write a return's quantity as negative.
    return np.abs(np.asarray(events["quantity"], dtype=np.float64))


def _type_codes(types: pd.Series[Any]) -> NDArray[np.int8]:
    """Each event's place in EventType, and the place after the last for any other word."""
    column = pd.Categorical(types)
    place_of = {str(type_): place for place, type_ in enumerate(EventType)}
    places = [place_of.get(str(word), len(place_of)) for word in column.categories]
    return np.asarray(np.array([*places, len(place_of)], dtype=np.int8)[column.codes])


def _kept_shares(
    rows: Rows,
    columns: Rows,
    types: NDArray[np.int8],
    quantities: NDArray[np.float64],
    n_products: int,
    usable: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """For each event, the share of its pair's bought quantity that was not returned, in [0, 1].

    Guests count as one customer, so their returns cancel in the popularity.
    """
    keys = (rows.astype(np.int64) + 1) * max(n_products, 1) + columns
    is_return = usable & (types == _RETURN)
    shares = np.ones(len(keys))
    if not is_return.any():
        return shares
    returned_keys, groups = np.unique(keys[is_return], return_inverse=True)
    returned = np.bincount(groups, weights=quantities[is_return])
    place = np.minimum(np.searchsorted(returned_keys, keys), len(returned_keys) - 1)
    touched = usable & (types == _PURCHASE) & (returned_keys[place] == keys)
    bought = np.bincount(place[touched], weights=quantities[touched], minlength=len(returned_keys))
    kept = bought - returned
    share = np.divide(kept, bought, out=np.zeros_like(kept), where=bought > 0)
    share = np.where(kept > _ENOUGH_TO_KEEP, share, 0.0)
    shares[touched] = share[place[touched]]
    return shares
