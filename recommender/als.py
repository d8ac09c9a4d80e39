"""Matrix factorization of implicit feedback with confidence, by `implicit`.

Source: Hu, Koren & Volinsky 2008, Collaborative Filtering for Implicit Feedback Datasets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from recommender.components import Explainer
from recommender.content import fill_factors
from recommender.contributions import Contributions
from recommender.histories import Histories
from recommender.shelf import Shelf
from recommender.texts import vectorize_texts
from recommender.top_products import Scorer, Scores

_NOTHING_LEARNED = 1e-3  # a bought product's score aims at 1


@dataclass(frozen=True, slots=True)
class AlsParameters:
    """The defaults did well on several shops' orders."""

    factors: int = 128
    regularization: float = 0.6  # in units of the matrix's noise, so that it fits a shop of any size
    iterations: int = 8
    alpha: float = 3.0  # confidence is 1 + alpha · weight / mean weight
    half_life_days: float = 20.0  # of events in training
    fold_in_half_life_days: float = 20.0  # of a customer's history when it is scored
    keep_total: bool = False  # a faded history weighs as much as it did unfaded

    def of_training(self) -> AlsParameters:
        """What decides the factors; the rest says how a history is folded in."""
        return replace(self, fold_in_half_life_days=0.0, keep_total=False)


@dataclass(frozen=True)
class ImplicitAls:
    """Factors of products; a customer's are the exact solution for the history they come with."""

    kind: ClassVar[str] = "als"

    product_factors: Scores  # (n_products, factors)
    is_read: NDArray[np.bool_]  # whose factors are read from their texts, for nobody had bought them
    regularization: float  # plain L2, as in training
    alpha: float
    mean_weight: float  # of the pairs in training
    half_life_days: float  # of the customer's history
    keep_total: bool

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: AlsParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
        show_progress: bool = False,
    ) -> ImplicitAls | None:
        """A model, or None where the histories hold nothing that can be learned."""
        weights = histories.faded(parameters.half_life_days)
        if weights.nnz == 0:
            return None
        confidence = make_confidence(weights, parameters.alpha, mean_of(weights))
        regularization = parameters.regularization * noise_level(confidence)
        # A new object for each fit: implicit starts warm on the old factors, and crashes on another shape.
        # Its alpha would multiply the confidence, not 1 + alpha·w, so it stays at 1.
        with threadpool_limits(1, "blas"):
            als = AlternatingLeastSquares(
                factors=min(parameters.factors, *confidence.shape),
                regularization=regularization,
                iterations=parameters.iterations,
                alpha=1.0,
                num_threads=threads,
                random_state=seed,
            )
            als.fit(confidence, show_progress=show_progress)
        if _learned_nothing(als):
            return None
        factors, is_read = als.item_factors, np.zeros(len(histories.products), dtype=np.bool_)
        if shelf is not None:
            sold = np.bincount(weights.indices, minlength=len(is_read)) > 0
            factors = fill_factors(factors, sold, vectorize_texts(shelf.texts))
            is_read = ~sold
        fitted = cls(factors, is_read, regularization, parameters.alpha, 1.0, 1.0, False)
        return fitted.looked_at_with(parameters, histories)

    def looked_at_with(self, parameters: AlsParameters, histories: Histories) -> ImplicitAls:
        """The same factors with histories folded in as other parameters of the same training say."""
        half_life, keep_total = parameters.fold_in_half_life_days, parameters.keep_total
        mean_weight = mean_of(_fold_in_weights(histories, half_life, keep_total))
        return replace(self, mean_weight=mean_weight, half_life_days=half_life, keep_total=keep_total)

    def scorer(self, histories: Histories) -> Scorer:
        """Scores as one float32 matrix product per block."""
        customers = self._contributions(histories).customer_factors()
        products = np.ascontiguousarray(self.product_factors.T)

        def score(start: int, stop: int, out: Scores) -> None:
            np.matmul(customers[start:stop], products, out=out)

        return score

    def explainer(self, histories: Histories) -> Explainer:
        """The exact decomposition of each score."""
        return self._contributions(histories).parts

    def _contributions(self, histories: Histories) -> Contributions:
        weights = _fold_in_weights(histories, self.half_life_days, self.keep_total)
        confidence = make_confidence(weights, self.alpha, self.mean_weight)
        return Contributions(self._whitening.whitened, self._whitening.lower, confidence)

    @cached_property
    def _whitening(self) -> Contributions:
        """What of the decomposition is the same for every history."""
        nobody = csr_matrix((0, len(self.product_factors)), dtype=np.float32)
        return Contributions.of(self.product_factors, nobody, self.regularization, ~self.is_read)

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Factors and what folds a history in."""
        return {
            "product_factors": self.product_factors,
            "is_read": self.is_read,
            "fold_in": np.array(
                [self.regularization, self.alpha, self.mean_weight, self.half_life_days, self.keep_total]
            ),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> ImplicitAls:
        """The model that `arrays` came from."""
        regularization, alpha, mean_weight, half_life, keep_total = arrays["fold_in"].tolist()
        return cls(
            arrays["product_factors"],
            arrays["is_read"],
            regularization,
            alpha,
            mean_weight,
            half_life,
            bool(keep_total),
        )


def _fold_in_weights(histories: Histories, half_life_days: float, keep_total: bool) -> csr_matrix:
    faded = histories.faded(half_life_days)
    if not keep_total:
        return faded
    rows = np.repeat(np.arange(faded.shape[0]), np.diff(faded.indptr))
    total = np.bincount(rows, faded.data, minlength=faded.shape[0])
    whole = np.bincount(histories.rows, histories.weights, minlength=faded.shape[0])
    scale = np.divide(whole, total, out=np.zeros_like(total), where=total > 0)
    return csr_matrix((faded.data * scale[rows], faded.indices, faded.indptr), shape=faded.shape)


def _learned_nothing(als: AlternatingLeastSquares) -> bool:
    longest = [np.linalg.norm(factors, axis=1).max() for factors in (als.user_factors, als.item_factors)]
    return bool(longest[0] * longest[1] <= _NOTHING_LEARNED)


def mean_of(weights: csr_matrix) -> float:
    """The mean over stored pairs, 1 where it would be 0."""
    return float(weights.data.mean()) or 1.0 if weights.nnz else 1.0


def make_confidence(weights: csr_matrix, alpha: float, mean_weight: float) -> csr_matrix:
    """1 + alpha · weight / mean weight, as float32.

    The 1 keeps an old, faded purchase above a product never seen; the mean makes alpha
    mean the same in a shop of any size and age.
    """
    values = (1.0 + alpha * weights.data / mean_weight).astype(np.float32)
    return csr_matrix((values, weights.indices, weights.indptr), shape=weights.shape)


def noise_level(confidence: csr_matrix) -> float:
    """About the largest singular value that as many independent entries would have.

    ALS with plain L2 cuts singular values off below its regularization, so this is the
    unit in which one setting serves shops of every size.
    """
    power = float(np.square(confidence.data, dtype=np.float64).sum())
    return float(np.sqrt(power / confidence.shape[0]) + np.sqrt(power / confidence.shape[1]))
