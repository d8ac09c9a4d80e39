"""What sells now, in the whole shop and in each country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, IdMap, Rows
from recommender.matrix import Tally, look_up_traits, sum_pairs
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores, score_alike

POPULARITY_HALF_LIFE_DAYS = 14.0
ENOUGH_BUYERS = 5  # of one product in one country, before it is called popular there
RECENT_DAYS = 90.0


@dataclass(frozen=True, slots=True)
class Popularity:
    """Faded sales of each product; where nothing was sold, faded carts and views."""

    overall: NDArray[np.float64]  # (n_products,)
    countries: IdMap
    local: csr_matrix  # countries × products, only what enough customers there bought recently

    @classmethod
    def fit(
        cls, tally: Tally, n_products: int, country_of: pd.Series[Any] | None, customers: IdMap
    ) -> Popularity:
        """Popularity from a tally made with the id map `customers`; guests' purchases count too."""
        counted = tally.where(tally.is_purchase) if tally.is_purchase.any() else tally
        faded = counted.fade(POPULARITY_HALF_LIFE_DAYS)
        overall = np.bincount(counted.products, faded, minlength=n_products).astype(np.float64)
        countries, of_customer = _countries_of(customers, country_of)
        local = _local_sales(counted, of_customer, (len(countries), n_products))
        return cls(overall, countries, local)

    def order(self, country: int, allowed: NDArray[np.bool_]) -> tuple[Rows, NDArray[np.float32], int]:
        """Allowed products that sell, best first; their scores; and how many of them are
        popular in the country with this row number (none where it is UNKNOWN).

        What is popular in the country comes first, what is popular in the whole shop follows.
        """
        local = np.zeros_like(self.overall)
        if country != UNKNOWN:
            row = self.local[country]
            local[row.indices] = row.data
        shares = self.overall / self.overall.max(initial=1e-300)
        scores = np.where(local > 0, 1.0 + local / local.max(initial=1e-300), shares)
        scores = np.where(allowed, scores, 0.0)
        best = np.lexsort((np.arange(len(scores)), -scores))[: np.count_nonzero(scores)]
        n_local = int(np.count_nonzero(allowed & (local > 0)))
        return best.astype(np.int32), scores[best].astype(np.float32), n_local

    def are_popular(self) -> NDArray[np.bool_]:
        """Which products may be called popular: those that together make half of all recent sales."""
        order = np.argsort(-self.overall, kind="stable")
        before = np.cumsum(self.overall[order]) - self.overall[order]
        popular = np.zeros(len(order), dtype=np.bool_)
        popular[order] = (before < self.overall.sum() / 2) & (self.overall[order] > 0)
        return popular

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Everything but the countries' names, as plain arrays."""
        return {
            "overall": self.overall,
            "local": self.local.data,
            "local_products": self.local.indices,
            "local_starts": self.local.indptr,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], countries: IdMap) -> Popularity:
        """The popularity that `arrays` came from."""
        parts = (arrays["local"], arrays["local_products"], arrays["local_starts"])
        shape = (len(countries), len(arrays["overall"]))
        return cls(arrays["overall"], countries, csr_matrix(parts, shape=shape))


@dataclass(frozen=True, slots=True)
class RecentPopularityParameters:
    """The defaults did well on Online Retail."""

    half_life_days: float = 10.0
    power: float = 0.5  # of the faded sales, so that the best seller does not drown all others


@dataclass(frozen=True, slots=True)
class RecentPopularity:
    """What sells now, the same for everyone."""

    kind: ClassVar[str] = "popular"

    strengths: Scores  # (n_products) 1 for what sells best

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: RecentPopularityParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> RecentPopularity | None:
        """A model, or None where nothing happened."""
        sales = faded_sales(histories, parameters.half_life_days)
        if not sales.any():
            return None
        return cls(((sales / sales.max()) ** parameters.power).astype(np.float32))

    def scorer(self, histories: Histories) -> Scorer:
        """The same scores for every customer."""
        return score_alike(self.strengths)

    def explainer(self, histories: Histories) -> None:
        """None: it rests on no purchase of the customer's own."""

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The scores."""
        return {"strengths": self.strengths}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> RecentPopularity:
        """The model that `arrays` came from."""
        return cls(arrays["strengths"])


def faded_sales(histories: Histories, half_life_days: float) -> Floats:
    """Faded purchases of each product; where nothing was bought, faded carts and views.

    Relative to the newest event, so that an old file does not fade to nothing.
    """
    counted = histories.is_purchase if histories.is_purchase.any() else np.ones_like(histories.is_purchase)
    ages = histories.age_days[counted]
    weights = histories.weights[counted] * np.exp2(-(ages - ages.min(initial=np.inf)) / half_life_days)
    sales = np.bincount(histories.columns[counted], weights, minlength=len(histories.products))
    return sales.astype(np.float64)


def _countries_of(customers: IdMap, country_of: pd.Series[Any] | None) -> tuple[IdMap, Rows]:
    """The countries' names, and each customer's row among them, with one more UNKNOWN for guests."""
    named = look_up_traits(customers.index, country_of)
    countries = IdMap.of(name for name in named if name is not None)
    return countries, np.append(countries.rows_of(named), UNKNOWN).astype(np.int32)


def _local_sales(tally: Tally, of_customer: Rows, shape: tuple[int, int]) -> csr_matrix:
    places = of_customer[tally.customers]
    recent = (places != UNKNOWN) & (tally.age_days <= RECENT_DAYS)
    faded = tally.fade(POPULARITY_HALF_LIFE_DAYS)[recent]
    sales = sum_pairs(places[recent], tally.products[recent], faded, shape)
    pairs = np.unique(tally.customers[recent].astype(np.int64) * shape[1] + tally.products[recent])
    buyers, bought = np.divmod(pairs, max(shape[1], 1))
    counts = sum_pairs(of_customer[buyers], bought, np.ones(len(pairs)), shape)
    enough = (counts.data >= ENOUGH_BUYERS) & _make_half(sales)
    sales.data = np.where(enough, sales.data, 0.0)
    sales.eliminate_zeros()
    return sales


def _make_half(sales: csr_matrix) -> NDArray[np.bool_]:
    """Which stored entries are among the largest that together make half of their row."""
    rows = np.repeat(np.arange(sales.shape[0]), np.diff(sales.indptr))
    order = np.lexsort((sales.indices, -sales.data, rows))
    ordered = sales.data[order]
    running = np.cumsum(ordered) - ordered
    before = running - np.concatenate([running, [0.0]])[sales.indptr[:-1]][rows]
    totals = np.bincount(rows, sales.data, minlength=sales.shape[0])
    chosen = np.zeros(len(order), dtype=np.bool_)
    chosen[order] = before < totals[rows] / 2
    return chosen
