"""A weighted sum of what the components think, with weights learned from orders they had not seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from recommender.facts import find_pairs
from recommender.id_maps import UNKNOWN
from recommender.shortlisting import Shortlist
from recommender.top_products import Scores

_MOST_HITS = 10
_PRIOR_CUSTOMERS = 20.0  # as much as so many customers would have to say does the prior weigh


@dataclass(frozen=True, slots=True)
class Lesson:
    """Shortlists with what was bought later, to learn from; one row a customer with a hit."""

    opinions: Scores  # (n, m, number of components)
    present: NDArray[np.bool_]  # (n, m)
    hits: NDArray[np.bool_]  # (n, m)

    @classmethod
    def of(cls, shortlist: Shortlist, relevant: csr_matrix) -> Lesson:
        """A lesson from the customers of a shortlist for whom something on it was right."""
        hits = mark_hits(shortlist, relevant)
        some = hits.any(axis=1)
        return cls(shortlist.opinions[some], (shortlist.columns != UNKNOWN)[some], hits[some])

    @classmethod
    def together(cls, lessons: Sequence[Lesson]) -> Lesson:
        """All lessons as one; the shorter lists are padded."""
        width = max((lesson.hits.shape[1] for lesson in lessons), default=0)
        return cls(
            *(
                np.concatenate([_widen(getattr(lesson, name), width) for lesson in lessons])
                for name in ("opinions", "present", "hits")
            )
        )

    def at(self, rows: NDArray[np.int64]) -> Lesson:
        """The lesson of some of its customers."""
        return Lesson(self.opinions[rows], self.present[rows], self.hits[rows])


def mark_hits(shortlist: Shortlist, relevant: csr_matrix) -> NDArray[np.bool_]:
    """Which places of a shortlist hold a relevant product."""
    rows = np.repeat(np.arange(len(shortlist.columns)), shortlist.columns.shape[1])
    found = find_pairs(relevant, rows, shortlist.columns.ravel()) != UNKNOWN
    return np.asarray(found.reshape(shortlist.columns.shape))


def learn_weights(lesson: Lesson, names: Sequence[str], prior: Mapping[str, float]) -> dict[str, float]:
    """Weights that make what was bought most likely, drawn towards the prior where data are few.

    The likelihood is of a softmax over each customer's shortlist (ListNet: Cao et al. 2007).
    """
    start = np.array([prior.get(name, 0.0) for name in names])
    if not len(lesson.hits):
        return dict(zip(names, start.tolist(), strict=True))
    opinions = np.where(lesson.present[:, :, None], lesson.opinions, 0.0).astype(np.float64)
    counts = lesson.hits.sum(axis=1, keepdims=True)
    # Who bought much shows more of what matters among the first ten, but not ten times more.
    says = np.sqrt(np.minimum(counts, _MOST_HITS))
    says /= says.mean()
    targets = says * lesson.hits / counts
    wanted = np.einsum("nm,nmc->c", targets, opinions)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = np.where(lesson.present, opinions @ weights, -np.inf)
        top = scores.max(axis=1, keepdims=True)
        grown = np.exp(scores - top)
        total = grown.sum(axis=1, keepdims=True)
        likelihood = float(wanted @ weights - (says * (top + np.log(total))).sum())
        expected = np.einsum("nm,nmc->c", says * grown / total, opinions)
        pull = _PRIOR_CUSTOMERS * (weights - start)
        return 0.5 * float(pull @ (weights - start)) - likelihood, pull - wanted + expected

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(names, found.x.tolist(), strict=True))


def _widen(values: NDArray[np.generic], width: int) -> NDArray[np.generic]:
    missing = [(0, 0), (0, width - values.shape[1]), *[(0, 0)] * (values.ndim - 2)]
    return np.pad(values, missing)
