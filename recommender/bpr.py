"""Matrix factorization that learns to rank what customers chose above what they did not, by `implicit`.

Source: Rendle et al. 2009, BPR: Bayesian Personalized Ranking from Implicit Feedback.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from implicit.cpu.bpr import BayesianPersonalizedRanking
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.components import Explainer, Padded
from recommender.histories import Histories
from recommender.id_maps import Rows
from recommender.neighbors import fade_from_newest, make_profile, weigh_places
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores


@dataclass(frozen=True, slots=True)
class BprParameters:
    """The defaults did well on a year of a shop's orders."""

    factors: int = 64
    learning_rate: float = 0.05
    regularization: float = 0.01
    iterations: int = 40
    max_updates: int = 100_000_000  # many events need fewer rounds, and one thread does them all
    profile_half_life_days: float = 60.0


@dataclass(frozen=True, slots=True)
class Bpr:
    """Factors and appeal of products; a customer's factors are the faded mean over their history.

    The mean ranks better than the factors that were learned for the customer, which know
    nothing of what is recent, and better than a least-squares solution.
    """

    kind: ClassVar[str] = "bpr"

    product_factors: Scores  # (n_products, factors + 1), the last is the appeal
    scale: float  # of the mean, so that it weighs against the appeal as a learned customer did
    profile_half_life_days: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: BprParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> Bpr | None:
        """The component, or None where no customer has left anything out that others chose.

        `threads` is not used: several would update the same factors in any order, and no
        two fits would be alike.
        """
        chosen = _choices(histories)
        if not _can_compare(chosen):
            return None
        rounds = max(1, min(parameters.iterations, parameters.max_updates // chosen.nnz))
        bpr = BayesianPersonalizedRanking(
            factors=parameters.factors,
            learning_rate=parameters.learning_rate,
            regularization=parameters.regularization,
            iterations=rounds,
            num_threads=1,
            random_state=seed,
        )
        bpr.fit(chosen, show_progress=False)
        half_life_days = parameters.profile_half_life_days
        profile = make_profile(histories, fade_from_newest(histories, half_life_days))
        return cls(bpr.item_factors, _fit_scale(bpr, profile), half_life_days)

    def scorer(self, histories: Histories) -> Scorer:
        """Scores as one float32 matrix product per block."""
        customers = np.asarray(self._profile(histories) @ self._own())
        products = np.ascontiguousarray(self.product_factors.T)

        def score(start: int, stop: int, out: Scores) -> None:
            np.matmul(customers[start:stop], products, out=out)

        return score

    def explainer(self, histories: Histories) -> Explainer:
        """The exact decomposition of each score; the appeal of a product is shared out among them all."""
        profile, own = self._profile(histories), self._own()

        def explain(padded: Padded, products: Rows) -> Scores:
            brought = own[padded.products] * weigh_places(profile, padded)[:, :, None]
            adds = brought @ self.product_factors[np.maximum(products, 0)].transpose(0, 2, 1)
            return np.asarray(adds, dtype=np.float32)

        return explain

    def _own(self) -> Scores:
        """What each product brings to the factors of a customer: its own, scaled, and 1 for the appeal."""
        own = self.product_factors * np.float32(self.scale)
        own[:, -1] = 1.0
        return own

    def _profile(self, histories: Histories) -> csr_matrix:
        return make_profile(histories, fade_from_newest(histories, self.profile_half_life_days))

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Factors and how a profile is made."""
        return {
            "product_factors": self.product_factors,
            "profile": np.array([self.scale, self.profile_half_life_days]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Bpr:
        """The component that `arrays` came from."""
        return cls(arrays["product_factors"], *arrays["profile"].tolist())


def _choices(histories: Histories) -> csr_matrix:
    """Customers × products with a 1 for each pair; BPR does not look at weights."""
    pairs = histories.sum_by_pair(histories.weights)
    return csr_matrix((np.ones(pairs.nnz, np.float32), pairs.indices, pairs.indptr), shape=pairs.shape)


def _can_compare(chosen: csr_matrix) -> bool:
    """Whether some customer lacks a product that another has."""
    customers = np.count_nonzero(np.diff(chosen.indptr))
    products = np.count_nonzero(np.bincount(chosen.indices, minlength=chosen.shape[1]))
    return bool(chosen.nnz < customers * products)


def _fit_scale(bpr: BayesianPersonalizedRanking, profile: csr_matrix) -> float:
    """The scale at which the means of factors are closest to the customers' learned factors."""
    means = np.asarray(profile @ bpr.item_factors[:, :-1])
    power = float((means**2).sum())
    return max(float((bpr.user_factors[:, :-1] * means).sum()) / power, 0.0) if power > 0 else 0.0
