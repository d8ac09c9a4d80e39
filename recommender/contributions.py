"""Exact factors of customers, and which of their interactions each score is made of.

With A = YᵀY + λI, the factors Y of the products, and C the customer's confidences, the
exact score of product i is  Σⱼ cⱼ · yᵢᵀ (A + Yᵤᵀ(C − I)Yᵤ)⁻¹ yⱼ  over what they interacted
with (section 5 of Hu, Koren & Volinsky 2008). Written in z = L⁻¹y with A = LLᵀ, and with
the inverse pushed through, it needs one small system per customer, of the size of their
history or of the factors, whichever is less.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular
from scipy.sparse import csr_matrix

from recommender.components import Padded, in_like_lengths
from recommender.id_maps import UNKNOWN, Rows
from recommender.neighbors import weigh_places
from recommender.top_products import Scores


@dataclass(frozen=True, slots=True)
class Contributions:
    """The exact solution for customers in bulk, given the products' factors."""

    whitened: Scores  # z of each product
    lower: NDArray[np.float64]  # L
    confidence: csr_matrix

    @classmethod
    def of(
        cls,
        product_factors: Scores,
        confidence: csr_matrix,
        regularization: float,
        trained: NDArray[np.bool_],
    ) -> Contributions:
        """Contributions under the model with these factors, learned from the `trained` products."""
        factors = product_factors.astype(np.float64)
        learned = factors[trained]
        gram = learned.T @ learned + regularization * np.eye(factors.shape[1])
        lower = np.asarray(np.linalg.cholesky(gram), dtype=np.float64)
        whitened = solve_triangular(lower, factors.T, lower=True).T
        return cls(np.ascontiguousarray(whitened, dtype=np.float32), lower, confidence)

    def customer_factors(self) -> Scores:
        """Factors of every customer; of short histories much cheaper than a system of the factors' size."""
        n_customers, factors = self.confidence.shape[0], self.whitened.shape[1]
        solved = np.zeros((n_customers, factors), dtype=np.float32)

        def solve(rows: Rows) -> None:
            own, weights, extra = self._gather(Padded.of(self.confidence, rows))
            solved[rows] = _solve_factors(own, weights, extra)

        in_like_lengths(np.diff(self.confidence.indptr), 2 * factors, solve)
        return np.asarray(solve_triangular(self.lower, solved.T, lower=True, trans="T").T, dtype=np.float32)

    def parts(self, padded: Padded, products: Rows) -> Scores:
        """What each interaction adds to the scores of `products` (n, k): (n, m, k), 0 for padding."""
        own, weights, extra = self._gather(padded)
        targets = self.whitened[np.maximum(products, 0)]
        solve = _solve_wide if own.shape[1] <= own.shape[2] else _solve_tall
        return np.asarray(solve(own, extra, targets) * weights[:, :, None])

    def _gather(self, padded: Padded) -> tuple[Scores, Scores, Scores]:
        """Padded histories: z, c, and c − 1."""
        present = padded.places != UNKNOWN
        weights = weigh_places(self.confidence, padded)
        return self.whitened[padded.products], weights, np.where(present, weights - 1, np.float32(0))


def _solve_factors(own: Scores, weights: Scores, extra: Scores) -> Scores:
    """(I + ZᵀDZ)⁻¹ Zᵀc, by the smaller of the two systems."""
    across = own.transpose(0, 2, 1)
    if own.shape[1] <= own.shape[2]:
        system = extra[:, :, None] * (own @ across) + np.eye(own.shape[1], dtype=np.float32)
        solved = across @ np.linalg.solve(system, weights[:, :, None])
    else:
        system = (own * extra[:, :, None]).transpose(0, 2, 1) @ own + np.eye(own.shape[2], dtype=np.float32)
        solved = np.linalg.solve(system, across @ weights[:, :, None])
    return np.asarray(solved[:, :, 0], dtype=np.float32)


def _solve_wide(own: Scores, extra: Scores, targets: Scores) -> Scores:
    """(I + ZZᵀD)⁻¹ Z zᵢ, a system of the size of the history."""
    gram = own @ own.transpose(0, 2, 1)
    system = gram * extra[:, None, :] + np.eye(own.shape[1], dtype=np.float32)
    return np.asarray(np.linalg.solve(system, own @ targets.transpose(0, 2, 1)), dtype=np.float32)


def _solve_tall(own: Scores, extra: Scores, targets: Scores) -> Scores:
    """Z (I + ZᵀDZ)⁻¹ zᵢ, a system of the size of the factors."""
    system = (own * extra[:, :, None]).transpose(0, 2, 1) @ own + np.eye(own.shape[2], dtype=np.float32)
    return np.asarray(own @ np.linalg.solve(system, targets.transpose(0, 2, 1)), dtype=np.float32)
