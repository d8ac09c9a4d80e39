"""Linear models of each product by all others, in closed form.

Source: Steck 2019, Embarrassingly Shallow Autoencoders for Sparse Data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from recommender.als import noise_level
from recommender.components import Explainer, Padded
from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.neighbors import fade_from_newest, fade_in_shop, make_profile, weigh_places
from recommender.shelf import Shelf
from recommender.top_products import Scorer, Scores


@dataclass(frozen=True, slots=True)
class EaseParameters:
    """The defaults did well on a year of a shop's orders."""

    regularization: float = 1.0  # L2 in units of the squared noise, so that it fits a shop of any size
    half_life_days: float = 30.0
    profile_half_life_days: float = 60.0
    power: float = 0.5  # of the faded weights: below 1, much of one product counts for less
    length_power: float = 0.5  # 1 makes all customers' histories equally long, 0 leaves them
    max_products: int = 6000  # the square of it is kept, its cube is worked; the rest score 0
    min_customers: int = 2  # who had to do with a product, before it takes part


@dataclass(frozen=True, slots=True)
class Ease:
    """What each product that takes part adds to the score of each other."""

    kind: ClassVar[str] = "ease"

    columns: Rows  # (m) the products that take part, ascending
    weights: Scores  # (m, m), 0 on the diagonal
    n_products: int
    profile_half_life_days: float
    power: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: EaseParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> Ease | None:
        """The component, or None where fewer than two products have enough customers."""
        faded = fade_in_shop(histories, parameters.half_life_days)
        columns = _choose_columns(faded, parameters)
        if len(columns) < 2:
            return None
        inputs = _shape_inputs(faded[:, columns], parameters)
        with threadpool_limits(threads or None, "blas"):
            weights = _solve(inputs, parameters.regularization * noise_level(inputs) ** 2)
        if not weights.any():
            return None
        return cls(
            columns, weights, len(histories.products), parameters.profile_half_life_days, parameters.power
        )

    def scorer(self, histories: Histories) -> Scorer:
        """The faded profile times the weights."""
        profile = self._profile(histories)[:, self.columns]

        def score(start: int, stop: int, out: Scores) -> None:
            out[:] = 0.0
            out[:, self.columns] = profile[start:stop] @ self.weights

        return score

    def explainer(self, histories: Histories) -> Explainer:
        """The exact decomposition of each score."""
        profile = self._profile(histories)
        places = np.full(self.n_products, UNKNOWN, dtype=np.int32)
        places[self.columns] = np.arange(len(self.columns), dtype=np.int32)

        def explain(padded: Padded, products: Rows) -> Scores:
            sources, targets = places[padded.products], places[np.maximum(products, 0)]
            shares = np.where(sources != UNKNOWN, weigh_places(profile, padded), np.float32(0))
            adds = self.weights[sources[:, :, None], targets[:, None, :]] * shares[:, :, None]
            return np.where((targets != UNKNOWN)[:, None, :], adds, np.float32(0))

        return explain

    def _profile(self, histories: Histories) -> csr_matrix:
        faded = fade_from_newest(histories, self.profile_half_life_days)
        return make_profile(histories, faded, power=self.power)

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The weights and how a profile is made."""
        return {
            "columns": self.columns,
            "weights": self.weights,
            "n_products": np.array(self.n_products),
            "profile": np.array([self.profile_half_life_days, self.power]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Ease:
        """The component that `arrays` came from."""
        profile = arrays["profile"].tolist()
        return cls(arrays["columns"], arrays["weights"], int(arrays["n_products"]), *profile)


def _choose_columns(faded: csr_matrix, parameters: EaseParameters) -> Rows:
    """The products with most faded weight among those that enough customers had to do with."""
    customers = np.bincount(faded.indices, minlength=faded.shape[1])
    weight = np.bincount(faded.indices, weights=faded.data, minlength=faded.shape[1])
    enough = np.flatnonzero((customers >= parameters.min_customers) & (weight > 0))
    most = np.argsort(-weight[enough], kind="stable")[: parameters.max_products]
    return np.sort(enough[most]).astype(np.int32)


def _shape_inputs(faded: csr_matrix, parameters: EaseParameters) -> csr_matrix:
    """Weights raised to the power, over a power of each customer's length."""
    values = (faded.data / faded.data.max()) ** parameters.power
    rows = np.repeat(np.arange(faded.shape[0]), np.diff(faded.indptr))
    lengths = np.sqrt(np.bincount(rows, weights=values**2, minlength=faded.shape[0]))
    lengths[lengths == 0] = 1.0
    values = values / lengths[rows] ** parameters.length_power
    return csr_matrix((values, faded.indices, faded.indptr), shape=faded.shape)


def _solve(inputs: csr_matrix, regularization: float) -> Scores:
    """I − P / diag P with P = (XᵀX + λI)⁻¹; the Cholesky routines want half the work of an inverse."""
    gram: Floats = np.asfortranarray((inputs.T @ inputs).toarray())
    gram[np.diag_indices_from(gram)] += regularization
    factor, _ = lapack.dpotrf(gram, lower=True, clean=False, overwrite_a=True)
    inverse, _ = lapack.dpotri(factor, lower=True, overwrite_c=True)
    diagonal = np.diag(inverse).copy()
    lower = np.tril(inverse, -1)
    return np.ascontiguousarray(-(lower + lower.T) / diagonal, dtype=np.float32)
