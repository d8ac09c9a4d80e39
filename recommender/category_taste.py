"""What sells in the categories a customer buys from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.components import Explainer, Padded
from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.popular import faded_sales
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores


@dataclass(frozen=True, slots=True)
class CategoryTasteParameters:
    """The defaults did well on Online Retail."""

    half_life_days: float = 60.0  # of a customer's history
    sales_half_life_days: float = 14.0
    power: float = 0.5  # of a product's sales within its category


@dataclass(frozen=True, slots=True)
class CategoryTaste:
    """The share of a customer's purchases in a category, times popularity within the category."""

    kind: ClassVar[str] = "category"

    categories: Rows  # (n_products) the row of each product's category, UNKNOWN where it has none
    strengths: Scores  # (n_products) 1 for what sells best in its category
    half_life_days: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: CategoryTasteParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> CategoryTaste | None:
        """A model, or None where the shop has fewer than two categories or nothing happened."""
        categories = number_categories(shelf, len(histories.products))
        sales = faded_sales(histories, parameters.sales_half_life_days)
        count = int(categories.max(initial=UNKNOWN)) + 1
        if count < 2 or not sales.any():
            return None
        best = np.zeros(count + 1)
        np.maximum.at(best, categories, sales)
        best[UNKNOWN] = np.inf
        shares = np.divide(sales, best[categories], out=np.zeros_like(sales), where=best[categories] > 0)
        return cls(categories, (shares**parameters.power).astype(np.float32), parameters.half_life_days)

    def scorer(self, histories: Histories) -> Scorer:
        """Each customer's share of the category times the product's strength in it."""
        values, pairs = self._values(histories)
        count = int(self.categories.max()) + 1
        rows = np.repeat(np.arange(len(histories)), np.diff(pairs.indptr))
        places = rows * np.int64(count + 1) + self.categories[pairs.indices] % (count + 1)
        taste = np.bincount(places, values, minlength=len(histories) * (count + 1))
        taste = taste.reshape(len(histories), count + 1).astype(np.float32)

        def score(start: int, stop: int, out: Scores) -> None:
            np.take(taste[start:stop], self.categories, axis=1, out=out, mode="wrap")
            np.multiply(out, self.strengths, out=out)

        return score

    def explainer(self, histories: Histories) -> Explainer:
        """Each purchase's share of the customer's weight, for products of its category."""
        values = self._values(histories)[0].astype(np.float32)

        def explain(padded: Padded, products: Rows) -> Scores:
            weights = np.where(padded.places == UNKNOWN, 0, np.append(values, 0)[padded.places])
            wanted = self.categories[products]
            same = self.categories[padded.products][:, :, None] == wanted[:, None, :]
            strengths = np.where(wanted == UNKNOWN, 0, self.strengths[products])
            return np.asarray(same * weights[:, :, None] * strengths[:, None, :], dtype=np.float32)

        return explain

    def _values(self, histories: Histories) -> tuple[Floats, csr_matrix]:
        """What share of a customer's weight each stored pair is, 0 where it has no category."""
        pairs = histories.faded(self.half_life_days)
        values = np.where(self.categories[pairs.indices] == UNKNOWN, 0.0, pairs.data)
        return share_by_customer(values, pairs), pairs

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Categories, strengths and the half-life."""
        return {
            "categories": self.categories,
            "strengths": self.strengths,
            "half_life_days": np.array([self.half_life_days]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> CategoryTaste:
        """The model that `arrays` came from."""
        return cls(arrays["categories"], arrays["strengths"], float(arrays["half_life_days"][0]))


def number_categories(shelf: Shelf | None, n_products: int) -> Rows:
    """The row of each product's category in order of name, UNKNOWN where it has none."""
    if shelf is None:
        return np.full(n_products, UNKNOWN, dtype=np.int32)
    names = IdMap.of(one for one in shelf.categories if one is not None)
    return names.rows_of(shelf.categories)


def share_by_customer(values: Floats, pairs: csr_matrix) -> Floats:
    """The values of stored pairs as shares of their customer's sum, 0 where that is 0."""
    rows = np.repeat(np.arange(pairs.shape[0]), np.diff(pairs.indptr))
    totals = np.bincount(rows, values, minlength=pairs.shape[0])[rows]
    return np.divide(values, totals, out=np.zeros(len(values)), where=totals > 0)
