"""Matrix factorization of implicit feedback with confidence, by `implicit`.

Source: Hu, Koren & Volinsky 2008, Collaborative Filtering for Implicit Feedback Datasets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bespoke.settings import RecommenderSettings
from recommender.contributions import Contributions
from recommender.id_maps import Rows
from recommender.matrix import Interactions
from recommender.top_products import Scorer, Scores

_NOTHING_LEARNED = 1e-3  # a bought product's score aims at 1


@dataclass(frozen=True, slots=True)
class ImplicitAls:
    """Factors, and the confidences they were learned from, which explain each score."""

    kind: ClassVar[str] = "als"

    customer_factors: Scores
    product_factors: Scores
    confidence: csr_matrix  # customers × products, float32, every stored value at least 1
    purchased: NDArray[np.bool_]  # for each stored confidence
    regularization: float

    @classmethod
    def fit(
        cls,
        interactions: Interactions,
        settings: RecommenderSettings,
        *,
        threads: int = 0,
        show_progress: bool = False,
    ) -> ImplicitAls | None:
        """A model, or None where the matrix holds nothing that can be learned."""
        if interactions.weights.nnz == 0:
            return None
        confidence = make_confidence(interactions.weights, settings.alpha)
        regularization = settings.regularization * noise_level(confidence)
        # A new object for each fit: implicit starts warm on the old factors, and crashes on another shape.
        # Its alpha would multiply the confidence, not 1 + alpha·w, so it stays at 1.
        with threadpool_limits(1, "blas"):
            als = AlternatingLeastSquares(
                factors=min(settings.factors, *confidence.shape),
                regularization=regularization,
                iterations=settings.iterations,
                alpha=1.0,
                num_threads=threads,
                random_state=settings.seed,
            )
            als.fit(confidence, show_progress=show_progress)
        # Training stops a conjugate-gradient step short of the optimum. The exact solution
        # makes each score the exact sum of its contributions, and folding in change nobody.
        exact = Contributions.of(als.item_factors, confidence, regularization).customer_factors()
        model = cls(exact, als.item_factors, confidence, interactions.purchased, regularization)
        return model if model._learned_something() else None

    def _learned_something(self) -> bool:
        lengths = np.linalg.norm(self.customer_factors, axis=1).max()
        return bool(lengths * np.linalg.norm(self.product_factors, axis=1).max() > _NOTHING_LEARNED)

    def scorer(self, rows: Rows, columns: Rows) -> Scorer:
        """Scores as one float32 matrix product per block."""
        products = np.ascontiguousarray(self.product_factors[columns].T)

        def score(start: int, stop: int, out: Scores) -> None:
            np.matmul(self.customer_factors[rows[start:stop]], products, out=out)

        return score

    def explain(self, rows: Rows, products: Rows, usable: NDArray[Any]) -> Rows:
        """The purchase with the largest part in each score, by its exact decomposition."""
        contributions = Contributions.of(self.product_factors, self.confidence, self.regularization)
        nameable = self.purchased & np.asarray(usable, dtype=np.bool_)[self.confidence.indices]
        return contributions.largest(rows, products, nameable)

    def has_purchases(self, rows: Rows) -> NDArray[np.bool_]:
        """Whether each customer bought something that the model learned from."""
        before = np.concatenate(([0], np.cumsum(self.purchased)))
        return np.asarray(before[self.confidence.indptr[rows + 1]] > before[self.confidence.indptr[rows]])

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Factors and confidences, as plain arrays."""
        return {
            "customer_factors": self.customer_factors,
            "product_factors": self.product_factors,
            "confidence": self.confidence.data,
            "confidence_products": self.confidence.indices,
            "confidence_starts": self.confidence.indptr,
            "purchased": self.purchased,
            "regularization": np.array(self.regularization),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> ImplicitAls:
        """The model that `arrays` came from."""
        customers, products = arrays["customer_factors"], arrays["product_factors"]
        parts = (arrays["confidence"], arrays["confidence_products"], arrays["confidence_starts"])
        confidence = csr_matrix(parts, shape=(len(customers), len(products)))
        regularization = float(arrays["regularization"])
        return cls(customers, products, confidence, arrays["purchased"], regularization)


def make_confidence(weights: csr_matrix, alpha: float) -> csr_matrix:
    """1 + alpha · weight / mean weight, as float32.

    The 1 keeps an old, faded purchase above a product never seen; the mean makes alpha
    mean the same in a shop of any size and age.
    """
    mean = weights.data.mean()
    relative = weights.data / mean if mean > 0 else np.ones_like(weights.data)
    values = (1.0 + alpha * relative).astype(np.float32)
    return csr_matrix((values, weights.indices, weights.indptr), shape=weights.shape)


def noise_level(confidence: csr_matrix) -> float:
    """About the largest singular value that as many independent entries would have.

    ALS with plain L2 cuts singular values off below its regularization, so this is the
    unit in which one setting serves shops of every size.
    """
    power = float(np.square(confidence.data, dtype=np.float64).sum())
    return float(np.sqrt(power / confidence.shape[0]) + np.sqrt(power / confidence.shape[1]))
