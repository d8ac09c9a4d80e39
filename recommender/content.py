"""What is described like the products a customer had to do with, so that new products have a chance.

Measured on Online Retail with the sales of a tenth of the products hidden, giving those
factors from their texts found them far better than likeness of texts alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.components import Explainer, Padded
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.shelf import Shelf
from recommender.texts import find_similar, vectorize_texts
from recommender.top_products import Scorer, Scores

_RIDGE = 0.5
_MOST_STEPS = 60
_CLOSE_ENOUGH = 1e-3


@dataclass(frozen=True, slots=True)
class ContentParameters:
    """The defaults did well on Online Retail."""

    neighbors: int = 20  # products that each product is compared with
    sharpness: float = 2.0  # power of the likeness
    half_life_days: float = 60.0
    power: float = 0.5  # of a faded weight in a customer's profile


@dataclass(frozen=True, slots=True)
class Content:
    """Likeness of texts, averaged over a customer's history."""

    kind: ClassVar[str] = "content"

    likeness: csr_matrix  # products × the products most like each
    half_life_days: float
    power: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: ContentParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> Content | None:
        """A model, or None where no two products share a word."""
        if shelf is None:
            return None
        likeness = find_similar(vectorize_texts(shelf.texts), parameters.neighbors)
        if not likeness.nnz:
            return None
        likeness.data **= np.float32(parameters.sharpness)
        return cls(likeness, parameters.half_life_days, parameters.power)

    def scorer(self, histories: Histories) -> Scorer:
        """A sparse product per block."""
        profiles, across = self._profiles(histories), csr_matrix(self.likeness.T)

        def score(start: int, stop: int, out: Scores) -> None:
            (profiles[start:stop] @ across).toarray(out=out)

        return score

    def explainer(self, histories: Histories) -> Explainer:
        """Each pair's share of the profile times the likeness."""
        shares = np.append(self._profiles(histories).data, np.float32(0))
        width = np.int64(max(self.likeness.shape[1], 1))
        rows = np.repeat(np.arange(self.likeness.shape[0], dtype=np.int64), np.diff(self.likeness.indptr))
        keys, values = rows * width + self.likeness.indices, np.append(self.likeness.data, np.float32(0))

        def explain(padded: Padded, products: Rows) -> Scores:
            wanted = products[:, None, :] * width + padded.products[:, :, None]
            place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            alike = values[np.where(keys[place] == wanted, place, -1)]
            weights = np.where(padded.places == UNKNOWN, np.float32(0), shares[padded.places])
            return np.asarray(alike * weights[:, :, None])

        return explain

    def _profiles(self, histories: Histories) -> csr_matrix:
        pairs = histories.faded(self.half_life_days)
        rows = np.repeat(np.arange(len(histories)), np.diff(pairs.indptr))
        values = pairs.data**self.power
        totals = np.bincount(rows, values, minlength=len(histories))[rows]
        shares = np.divide(values, totals, out=np.zeros_like(values), where=totals > 0)
        return csr_matrix((shares.astype(np.float32), pairs.indices, pairs.indptr), shape=pairs.shape)

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The likeness, and how a history becomes a profile."""
        return {
            "likeness": self.likeness.data,
            "neighbors": self.likeness.indices,
            "starts": self.likeness.indptr,
            "profile": np.array([self.half_life_days, self.power]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Content:
        """The model that `arrays` came from."""
        parts = (arrays["likeness"], arrays["neighbors"], arrays["starts"])
        n = len(arrays["starts"]) - 1
        return cls(csr_matrix(parts, shape=(n, n)), *arrays["profile"].tolist())


def fill_factors(product_factors: Scores, sold: NDArray[np.bool_], vectors: csr_matrix) -> Scores:
    """Factors in which those of products not `sold` are read from their texts.

    A ridge regression of factors on terms, learned from the products that sold; products
    without a known term keep the factors they have. `vectors` are of `vectorize_texts`.
    """
    known = vectors[sold]
    unsold = np.flatnonzero(~sold & (np.diff(vectors.indptr) > 0))
    if not known.nnz or not len(unsold):
        return product_factors
    filled = product_factors.copy()
    filled[unsold] = vectors[unsold] @ _solve_ridge(known, product_factors[sold].astype(np.float32))
    return filled


def _solve_ridge(known: csr_matrix, targets: Scores) -> Scores:
    """(KᵀK + λI)⁻¹KᵀT by conjugate gradients on all columns at once."""
    across = csr_matrix(known.T)
    solved = np.zeros((known.shape[1], targets.shape[1]), dtype=np.float32)
    residual = np.asarray(across @ targets)
    step, power = residual.copy(), _squares(residual)
    enough = power * _CLOSE_ENOUGH**2
    for _ in range(_MOST_STEPS):
        if (power <= enough).all():
            break
        image = across @ (known @ step) + np.float32(_RIDGE) * step
        length = power / np.maximum((step * image).sum(axis=0), np.finfo(np.float32).tiny)
        solved += length * step
        residual -= length * image
        power, before = _squares(residual), power
        step = residual + power / np.maximum(before, np.finfo(np.float32).tiny) * step
    return solved


def _squares(values: Scores) -> Scores:
    return np.asarray(np.square(values).sum(axis=0))
