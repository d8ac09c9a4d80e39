"""What sells in the categories a customer buys from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.popular import faded_sales
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores


@dataclass(frozen=True, slots=True)
class CategoryTasteParameters:
    """The defaults did well on Online Retail."""

    half_life_days: float = 60.0  # of a customer's history
    sales_half_life_days: float = 10.0
    shop_share: float = 2.0  # how much the whole shop's taste counts against the customer's own
    power: float = 0.5  # of sales and of tastes


@dataclass(frozen=True, slots=True)
class CategoryTaste:
    """Popularity times how much more of a category the customer buys than the shop sells of it."""

    kind: ClassVar[str] = "category"

    categories: Rows  # (n_products) the row of each product's category, UNKNOWN where it has none
    shares: Floats  # (n_categories) of the shop's faded sales
    strengths: Scores  # (n_products) 1 for what sells best, 0 where the category is unknown
    half_life_days: float
    shop_share: float
    power: float

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
        """A model, or None where nothing sold in at least two categories."""
        categories = number_categories(shelf, len(histories.products))
        sales = faded_sales(histories, parameters.sales_half_life_days)
        sales = np.where(categories == UNKNOWN, 0.0, sales)
        shares = np.bincount(categories[categories != UNKNOWN], sales[categories != UNKNOWN])
        if np.count_nonzero(shares) < 2:
            return None
        return cls(
            categories,
            shares / shares.sum(),
            ((sales / sales.max()) ** parameters.power).astype(np.float32),
            parameters.half_life_days,
            parameters.shop_share,
            parameters.power,
        )

    def scorer(self, histories: Histories) -> Scorer:
        """Plain popularity for customers whose history has no category."""
        own = tastes_of(histories.faded(self.half_life_days), self.categories, len(self.shares))
        mixed = (own + self.shop_share * self.shares) / (1.0 + self.shop_share)
        mixed[own.sum(axis=1) == 0] = self.shares
        lifts = np.divide(mixed, self.shares, out=np.zeros_like(mixed), where=self.shares > 0)
        lifts = (lifts**self.power).astype(np.float32)
        categories = np.maximum(self.categories, 0)

        def score(start: int, stop: int, out: Scores) -> None:
            np.take(lifts[start:stop], categories, axis=1, out=out, mode="clip")
            np.multiply(out, self.strengths, out=out)

        return score

    def explainer(self, histories: Histories) -> None:
        """None: it rests on all purchases in a category together."""

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Categories, shares, strengths and how a history becomes a taste."""
        return {
            "categories": self.categories,
            "shares": self.shares,
            "strengths": self.strengths,
            "taste": np.array([self.half_life_days, self.shop_share, self.power]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> CategoryTaste:
        """The model that `arrays` came from."""
        known = (arrays["categories"], arrays["shares"], arrays["strengths"])
        return cls(*known, *arrays["taste"].tolist())


def number_categories(shelf: Shelf | None, n_products: int) -> Rows:
    """The row of each product's category in order of name, UNKNOWN where it has none."""
    if shelf is None:
        return np.full(n_products, UNKNOWN, dtype=np.int32)
    names = IdMap.of(one for one in shelf.categories if one is not None)
    return names.rows_of(shelf.categories)


def tastes_of(weights: csr_matrix, categories: Rows, n_categories: int) -> Floats:
    """Each customer's share of weight in each category: (n_customers, n_categories), 0 without any."""
    rows = np.repeat(np.arange(weights.shape[0], dtype=np.int64), np.diff(weights.indptr))
    places = categories[weights.indices]
    known = places != UNKNOWN
    sums = np.bincount(
        rows[known] * n_categories + places[known],
        weights.data[known],
        minlength=weights.shape[0] * n_categories,
    ).reshape(weights.shape[0], n_categories)
    totals = sums.sum(axis=1, keepdims=True)
    shares = np.zeros(sums.shape)
    np.divide(sums, totals, out=shares, where=totals > 0)
    return shares
