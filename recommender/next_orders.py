"""What customers with such a history bought in the weeks after: a directed linear model.

Histories at several earlier dates are regressed on the purchases that followed each date.
It is EASE (Steck 2019) with the future on the left-hand side, so it learns repeats, what
leads to what, and what is selling, from one matrix solved in closed form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix, diags, vstack

from recommender.components import Explainer, Padded
from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.neighbors import weigh_places
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores


@dataclass(frozen=True, slots=True)
class NextOrdersParameters:
    """The defaults did well on several windows of Online Retail."""

    half_life_days: float = 60.0  # of a history
    window_days: float = 28.0  # the future that is predicted
    step_days: float = 28.0  # between one date and the date before
    dates: int = 6
    date_half_life_days: float = 60.0  # how fast older dates count less
    regularization: float = 15.0  # times the mean of the diagonal
    power: float = 0.5  # of a faded weight
    max_products: int = 6000  # the best-selling ones take part, the rest score 0
    min_buyers: int = 3


@dataclass(frozen=True, slots=True)
class NextOrders:
    """One dense matrix from products in a history to products in the next orders."""

    kind: ClassVar[str] = "next_orders"

    products: Rows  # (p) which products take part, ascending
    effects: Scores  # (p, p) from, to
    n_products: int
    half_life_days: float
    power: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: NextOrdersParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> NextOrders | None:
        """A model, or None where too few customers ordered both before and after any date."""
        taking_part = _taking_part(histories, parameters)
        place = np.full(len(histories.products), UNKNOWN, dtype=np.int32)
        place[taking_part] = np.arange(len(taking_part))
        kept = histories.where_events(place[histories.columns] != UNKNOWN)
        pasts, futures = [], []
        for date in range(parameters.dates):
            age = parameters.window_days + date * parameters.step_days
            past, future = _before_and_after(kept, place, len(taking_part), age, parameters)
            scale = np.exp2(-date * parameters.step_days / parameters.date_half_life_days / 2)
            pasts.append(past * scale)
            futures.append(future * scale)
        past, future = csr_matrix(vstack(pasts)), csr_matrix(vstack(futures))
        if not past.shape[0]:
            return None
        across = past.T.astype(np.float32)
        gram = (across @ past.astype(np.float32)).toarray()
        target = (across @ future.astype(np.float32)).toarray()
        gram[np.diag_indices_from(gram)] += parameters.regularization * np.trace(gram) / len(gram)
        factor = cho_factor(gram, overwrite_a=True, check_finite=False)
        effects = cho_solve(factor, target, overwrite_b=True, check_finite=False)
        return cls(
            taking_part,
            np.ascontiguousarray(effects, dtype=np.float32),
            len(histories.products),
            parameters.half_life_days,
            parameters.power,
        )

    def scorer(self, histories: Histories) -> Scorer:
        """Profiles times effects, a sparse product per block."""
        profiles = self._profiles(histories)[:, self.products].astype(np.float32)

        def score(start: int, stop: int, out: Scores) -> None:
            out[:] = 0
            out[:, self.products] = profiles[start:stop] @ self.effects

        return score

    def explainer(self, histories: Histories) -> Explainer:
        """Each pair's own entry of the profile times its effect."""
        profiles = self._profiles(histories)
        place = np.full(self.n_products + 1, UNKNOWN, dtype=np.int64)
        place[self.products] = np.arange(len(self.products))

        def explain(padded: Padded, products: Rows) -> Scores:
            sources, targets = place[padded.products], place[products]
            weights = np.where(sources != UNKNOWN, weigh_places(profiles, padded), 0.0).astype(np.float32)
            effects = self.effects[sources[:, :, None], targets[:, None, :]]
            return np.asarray(np.where(targets[:, None, :] == UNKNOWN, 0, effects * weights[:, :, None]))

        return explain

    def _profiles(self, histories: Histories) -> csr_matrix:
        return _profile(histories.faded(self.half_life_days), self.power)

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Effects and how a history becomes a profile."""
        return {
            "products": self.products,
            "effects": self.effects,
            "profile": np.array([self.n_products, self.half_life_days, self.power]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> NextOrders:
        """The model that `arrays` came from."""
        n_products, half_life, power = arrays["profile"].tolist()
        return cls(arrays["products"], arrays["effects"], int(n_products), half_life, power)


def _taking_part(histories: Histories, parameters: NextOrdersParameters) -> Rows:
    buyers = np.bincount(histories.bought.indices, minlength=len(histories.products))
    best = np.argsort(-buyers, kind="stable")[: parameters.max_products]
    return np.sort(best[buyers[best] >= parameters.min_buyers]).astype(np.int32)


def _before_and_after(
    histories: Histories, place: Rows, width: int, age: float, parameters: NextOrdersParameters
) -> tuple[csr_matrix, csr_matrix]:
    """Profiles at a date and what was bought in the window after it, of those who have both."""
    before = histories.age_days > age
    after = ~before & (histories.age_days > age - parameters.window_days) & histories.is_purchase
    fresh = np.where(before, np.exp2(-(histories.age_days - age) / parameters.half_life_days), 0.0)
    past = _matrix(histories, place, width, histories.weights * fresh, before)
    future = _matrix(histories, place, width, np.ones(len(after)), after)
    future.data[:] = 1.0
    both = np.flatnonzero((np.diff(past.indptr) > 0) & (np.diff(future.indptr) > 0))
    sizes = np.sqrt(np.diff(future.indptr)[both])
    return _profile(past[both], parameters.power), diags(1.0 / np.maximum(sizes, 1.0)) @ future[both]


def _matrix(
    histories: Histories, place: Rows, width: int, values: Floats, chosen: NDArray[np.bool_]
) -> csr_matrix:
    where = (histories.rows[chosen], place[histories.columns[chosen]])
    matrix = csr_matrix((values[chosen], where), shape=(len(histories), width))
    matrix.sum_duplicates()
    return matrix


def _profile(weights: csr_matrix, power: float) -> csr_matrix:
    """Weights to a power, over the square root of their length, so that big buyers count a little more."""
    values = weights.data**power
    rows = np.repeat(np.arange(weights.shape[0]), np.diff(weights.indptr))
    length = np.sqrt(np.bincount(rows, values**2, minlength=weights.shape[0]))
    values = values / np.sqrt(np.maximum(length, 1e-12))[rows]
    return csr_matrix((values, weights.indices, weights.indptr), shape=weights.shape)
