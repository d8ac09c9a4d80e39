"""Lists of products with reasons, as arrays for many customers and as they are shown to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bespoke.domain import CustomerId, ProductId, Reason, ReasonKind, RecommendedProduct
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.top_products import Scores

REASON_KINDS = tuple(ReasonKind)
CODES: Mapping[ReasonKind, int] = {kind: code for code, kind in enumerate(REASON_KINDS)}


@dataclass(frozen=True, slots=True)
class Lists:
    """Products for customers (n_customers, n), filled from the left, UNKNOWN where none are left."""

    columns: Rows
    scores: Scores
    reasons: NDArray[np.int8]  # places in REASON_KINDS
    sources: Rows  # the product of their history that a reason names, else UNKNOWN
    explored: NDArray[np.bool_]
    chances: NDArray[np.float64]

    @classmethod
    def empty(cls, n_customers: int, n: int) -> Lists:
        """Lists with nothing in them yet."""
        shape = (n_customers, n)
        return cls(
            np.full(shape, UNKNOWN, np.int32),
            np.full(shape, np.nan, np.float32),
            np.full(shape, CODES[ReasonKind.POPULAR], np.int8),
            np.full(shape, UNKNOWN, np.int32),
            np.zeros(shape, np.bool_),
            np.ones(shape),
        )


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Lists in the order of the customers asked for; a list is as short as the rules leave it."""

    customer_ids: Sequence[CustomerId]
    products: IdMap
    titles: Mapping[int, str]  # of the products that reasons name
    categories: NDArray[Any]
    countries: NDArray[Any]
    lists: Lists

    def __len__(self) -> int:
        return len(self.customer_ids)

    def __iter__(self) -> Iterator[tuple[CustomerId, tuple[RecommendedProduct, ...]]]:
        product_ids = self.products.index.to_numpy()
        reasons: dict[tuple[int, str | None], Reason] = {}
        rows = zip(*(getattr(self.lists, name).tolist() for name in Lists.__slots__), strict=True)
        for customer_id, country, row in zip(self.customer_ids, self.countries, rows, strict=True):
            found = []
            for rank, (column, score, code, source, explored, chance) in enumerate(zip(*row, strict=True), 1):
                if column == UNKNOWN:
                    continue
                key = code, self._detail(code, column, source, country)
                if key not in reasons:
                    reasons[key] = Reason(REASON_KINDS[code], key[1])
                product_id = ProductId(product_ids[column])
                found.append(RecommendedProduct(product_id, rank, score, reasons[key], explored, chance))
            yield customer_id, tuple(found)

    def _detail(self, code: int, column: int, source: int, country: str | None) -> str | None:
        kind = REASON_KINDS[code]
        if kind in (ReasonKind.BOUGHT_WITH, ReasonKind.VIEWED):
            return self.titles[source]
        if kind is ReasonKind.NEW_IN:
            return str(self.categories[column])
        return country if kind is ReasonKind.POPULAR_IN else None
