"""How good ranked lists are, per customer, and how sure a mean over customers is.

`ranked` is (n_customers, at least k), best first, products as columns of `relevant`;
a negative entry is an empty place. `relevant` has a stored entry for each product that
counts as right. Customers with nothing relevant get NaN, so that a mean must skip them
on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
_DRAWS_AT_ONCE = 50


def recall_at_k(ranked: NDArray[Any], relevant: csr_matrix, k: int) -> Floats:
    """Hits among the first k, of the min(k, number relevant) that were possible."""
    return _per_relevant(_hits(ranked, relevant, k).sum(axis=1), np.minimum(_counts(relevant), k))


def hit_rate_at_k(ranked: NDArray[Any], relevant: csr_matrix, k: int) -> Floats:
    """1 where the first k hold a hit, else 0."""
    return _per_relevant(_hits(ranked, relevant, k).any(axis=1), np.minimum(_counts(relevant), 1))


def ndcg_at_k(ranked: NDArray[Any], relevant: csr_matrix, k: int) -> Floats:
    """Normalized discounted cumulative gain. Source: Järvelin & Kekäläinen 2002."""
    discounts = 1.0 / np.log2(np.arange(2, k + 2))
    ideal = np.concatenate(([0.0], np.cumsum(discounts)))
    return _per_relevant(_hits(ranked, relevant, k) @ discounts, ideal[np.minimum(_counts(relevant), k)])


def average_precision_at_k(ranked: NDArray[Any], relevant: csr_matrix, k: int) -> Floats:
    """The mean of the precision at each hit, over the min(k, number relevant) possible hits."""
    hits = _hits(ranked, relevant, k)
    precision = np.cumsum(hits, axis=1) / np.arange(1, k + 1)
    return _per_relevant((hits * precision).sum(axis=1), np.minimum(_counts(relevant), k))


def coverage_at_k(ranked: NDArray[Any], n_products: int, k: int) -> float:
    """The share of all products that stand among the first k of anybody's list; NaN without products."""
    shown = np.unique(ranked[:, :k])
    return float((shown >= 0).sum() / n_products) if n_products else float("nan")


METRICS = {
    "recall": recall_at_k,
    "ndcg": ndcg_at_k,
    "map": average_precision_at_k,
    "hit_rate": hit_rate_at_k,
}


def _counts(relevant: csr_matrix) -> NDArray[np.int64]:
    return np.asarray(np.diff(relevant.indptr), dtype=np.int64)


def _hits(ranked: NDArray[Any], relevant: csr_matrix, k: int) -> Floats:
    if ranked.shape[1] < k:
        raise ValueError(f"lists of {ranked.shape[1]} products cannot be judged at {k}")
    first = ranked[:, :k].astype(np.int64)
    rows = np.arange(len(first), dtype=np.int64)
    right = np.repeat(rows, np.diff(relevant.indptr)) * relevant.shape[1] + relevant.indices
    given = rows[:, None] * relevant.shape[1] + first
    return (np.isin(given, right) & (first >= 0)).astype(np.float64)


def _per_relevant(gain: Any, possible: Any) -> Floats:
    nothing = np.full(len(possible), np.nan)
    np.divide(np.asarray(gain, dtype=np.float64), possible, out=nothing, where=possible > 0)
    return nothing


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over customers with its bootstrap interval; all None without customers."""

    mean: float | None
    low: float | None
    high: float | None
    customers: int


def bootstrap_means(
    columns: Mapping[str, Floats], *, confidence: float = 0.95, draws: int = 1000, seed: int = 7
) -> dict[str, Interval]:
    """Percentile intervals of several per-customer columns, resampled together.

    The columns are of the same customers; those with NaN in any column are left out of
    all, which keeps differences between columns paired. Source: Efron 1979.
    """
    values = np.column_stack([*columns.values()]) if columns else np.empty((0, 0))
    values = values[~np.isnan(values).any(axis=1)]
    count = len(values)
    if count == 0:
        return {name: Interval(None, None, None, 0) for name in columns}
    rng = np.random.default_rng(seed)
    means = np.concatenate(
        [
            _draw_means(values, min(_DRAWS_AT_ONCE, draws - start), rng)
            for start in range(0, draws, _DRAWS_AT_ONCE)
        ]
    )
    tail = (1 - confidence) / 2
    lows, highs = np.quantile(means, [tail, 1 - tail], axis=0)
    return {
        name: Interval(float(values[:, place].mean()), float(lows[place]), float(highs[place]), count)
        for place, name in enumerate(columns)
    }


def _draw_means(values: Floats, draws: int, rng: np.random.Generator) -> Floats:
    count = len(values)
    picks = rng.integers(0, count, size=(draws, count)) + np.arange(draws)[:, None] * count
    times = np.bincount(picks.ravel(), minlength=draws * count).reshape(draws, count)
    return np.asarray(times @ values / count)
