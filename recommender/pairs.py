"""Which customer has to do with which product, by the shop's own ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.id_maps import UNKNOWN, IdMap
from recommender.matrix import sum_pairs


class Pairs(Protocol):
    """Customers × products with the pairs stored."""

    @property
    def customers(self) -> IdMap: ...
    @property
    def products(self) -> IdMap: ...
    @property
    def matrix(self) -> csr_matrix: ...


@dataclass(frozen=True, slots=True)
class CustomerProducts:
    """Pairs of a customer and a product, counted."""

    customers: IdMap
    products: IdMap
    matrix: csr_matrix

    @classmethod
    def from_frame(cls, frame: pd.DataFrame) -> CustomerProducts:
        """The pairs in the columns customer_id and product_id; rows that miss either are left out."""
        customers, products = IdMap.of_column(frame["customer_id"]), IdMap.of_column(frame["product_id"])
        rows, columns = customers.rows_of(frame["customer_id"]), products.rows_of(frame["product_id"])
        known = (rows != UNKNOWN) & (columns != UNKNOWN)
        shape = (len(customers), len(products))
        return cls(customers, products, sum_pairs(rows[known], columns[known], np.ones(known.sum()), shape))


def look_up_pairs(pairs: Pairs, customer_ids: Any, products: IdMap) -> csr_matrix:
    """Rows for `customer_ids` in their order, columns as `products`; what is not among them is left out."""
    rows = pairs.customers.rows_of(customer_ids)
    known = np.flatnonzero(rows != UNKNOWN)
    found = pairs.matrix[rows[known]].tocoo()
    columns = products.rows_of(pairs.products.index)[found.col]
    kept = columns != UNKNOWN
    shape = (len(rows), len(products))
    return sum_pairs(known[found.row[kept]], columns[kept], found.data[kept], shape)


def has_pairs(pairs: Pairs, customer_ids: Any, product_ids: Any) -> NDArray[np.bool_]:
    """For each customer and the product at the same place, whether the pair is there."""
    rows, columns = pairs.customers.rows_of(customer_ids), pairs.products.rows_of(product_ids)
    known = (rows != UNKNOWN) & (columns != UNKNOWN)
    found = np.zeros(len(rows), dtype=np.bool_)
    if known.any():  # no places at all give a matrix back and not an array
        # Sampling costs a search in each row; every stored pair counts at least 1.
        found[known] = np.asarray(pairs.matrix[rows[known], columns[known]]).ravel() > 0
    return found
