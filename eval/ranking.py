"""How good ranked lists are, per customer, and how sure a mean over customers is.

`ranked` is (n_customers, at least k), best first, products as columns of `relevant`;
a negative entry is an empty place. `relevant` has a stored entry for each product that
counts as right. Customers with nothing relevant get NaN, so that a mean must skip them
on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
_DRAWS_AT_ONCE = 50


def accuracy_at_k(ranked: NDArray[Any], relevant: csr_matrix, k: int) -> dict[str, Floats]:
    """Every metric of METRICS by name."""
    hits, counts = _hits(ranked, relevant, k), _counts(relevant)
    return {name: metric(hits, counts) for name, metric in METRICS.items()}


def _recall(hits: Floats, counts: NDArray[np.int64]) -> Floats:
    """Hits among the first k, of the min(k, number relevant) that were possible."""
    return _per_relevant(hits.sum(axis=1), np.minimum(counts, hits.shape[1]))


def _hit_rate(hits: Floats, counts: NDArray[np.int64]) -> Floats:
    """1 where the first k hold a hit, else 0."""
    return _per_relevant(hits.any(axis=1), np.minimum(counts, 1))


def _ndcg(hits: Floats, counts: NDArray[np.int64]) -> Floats:
    """Normalized discounted cumulative gain. Source: Järvelin & Kekäläinen 2002."""
    k = hits.shape[1]
    discounts = 1.0 / np.log2(np.arange(2, k + 2))
    ideal = np.concatenate(([0.0], np.cumsum(discounts)))
    return _per_relevant(hits @ discounts, ideal[np.minimum(counts, k)])


def _average_precision(hits: Floats, counts: NDArray[np.int64]) -> Floats:
    """The mean of the precision at each hit, over the min(k, number relevant) possible hits."""
    k = hits.shape[1]
    precision = np.cumsum(hits, axis=1) / np.arange(1, k + 1)
    return _per_relevant((hits * precision).sum(axis=1), np.minimum(counts, k))


METRICS: Mapping[str, Callable[[Floats, NDArray[np.int64]], Floats]] = {
    "recall": _recall,
    "ndcg": _ndcg,
    "map": _average_precision,
    "hit_rate": _hit_rate,
}


def stored_pairs(matrix: csr_matrix, rows: NDArray[Any], columns: NDArray[Any]) -> NDArray[np.bool_]:
    """For each row and column, whether `matrix` stores an entry there; a negative column is nowhere."""
    # A search in sorted keys: numpy's own isin hashes, and took most of a judgment's time.
    width = np.int64(matrix.shape[1])
    owners = np.repeat(np.arange(matrix.shape[0], dtype=np.int64), np.diff(matrix.indptr))
    stored = np.sort(owners * width + matrix.indices)
    wanted = rows.astype(np.int64) * width + columns
    if not len(stored):
        return np.zeros(np.broadcast(rows, columns).shape, dtype=np.bool_)
    place = np.minimum(np.searchsorted(stored, wanted), len(stored) - 1)
    return np.asarray((stored[place] == wanted) & (columns >= 0))


def _counts(relevant: csr_matrix) -> NDArray[np.int64]:
    return np.asarray(np.diff(relevant.indptr), dtype=np.int64)


def _hits(ranked: NDArray[Any], relevant: csr_matrix, k: int) -> Floats:
    if ranked.shape[1] < k:
        raise ValueError(f"lists of {ranked.shape[1]} products cannot be judged at {k}")
    first = ranked[:, :k].astype(np.int64)
    return stored_pairs(relevant, np.arange(len(first))[:, None], first).astype(np.float64)


def _per_relevant(gain: Any, possible: Any) -> Floats:
    nothing = np.full(len(possible), np.nan)
    np.divide(np.asarray(gain, dtype=np.float64), possible, out=nothing, where=possible > 0)
    return nothing


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over customers with its interval: None for one customer, all None for none."""

    mean: float | None
    low: float | None
    high: float | None
    customers: int


def bootstrap_means(
    columns: Mapping[str, Floats],
    differences: Mapping[str, tuple[str, str]] | None = None,
    *,
    confidence: float = 0.95,
    draws: int = 1000,
    seed: int = 7,
) -> dict[str, Interval]:
    """Percentile intervals of the means of per-customer columns, and of differences of two of them.

    The columns are of the same customers, in the same order; a NaN is left out of its column,
    and of both columns of a difference. What has the same customers is resampled together, so
    differences are paired. Source: Efron 1979.
    """
    differences = differences or {}
    if not columns:
        return {}
    names = [*columns]
    values = np.column_stack([*columns.values()])
    known = ~np.isnan(values)
    place_of = {name: place for place, name in enumerate(names)}
    pairs = {name: (place, place) for name, place in place_of.items()}
    pairs |= {name: (place_of[one], place_of[other]) for name, (one, other) in differences.items()}
    by_mask: dict[bytes, list[str]] = {}
    for name, (one, other) in pairs.items():
        by_mask.setdefault(np.packbits(known[:, one] & known[:, other]).tobytes(), []).append(name)
    found: dict[str, Interval] = {}
    for chosen in by_mask.values():
        one, other = pairs[chosen[0]]
        sample = values[known[:, one] & known[:, other]]
        found |= _intervals(sample, {name: pairs[name] for name in chosen}, (1 - confidence) / 2, draws, seed)
    return {name: found[name] for name in pairs}


def _intervals(
    sample: Floats, pairs: Mapping[str, tuple[int, int]], tail: float, draws: int, seed: int
) -> dict[str, Interval]:
    count = len(sample)
    if count == 0:
        return dict.fromkeys(pairs, Interval(None, None, None, 0))
    used, place = np.unique(np.array([*pairs.values()]), return_inverse=True)
    first, second = place.reshape(-1, 2).T
    sample = sample[:, used]
    means = np.concatenate([sample.mean(axis=0)[None], _draw_means(sample, draws, seed)])
    wanted = means[:, first] - np.where(first == second, 0.0, means[:, second])
    lows, highs = np.quantile(wanted[1:], [tail, 1 - tail], axis=0)
    if count == 1:  # resampling one customer finds no doubt at all
        return {
            name: Interval(float(mean), None, None, 1) for name, mean in zip(pairs, wanted[0], strict=True)
        }
    return {
        name: Interval(float(mean), float(low), float(high), count)
        for name, mean, low, high in zip(pairs, wanted[0], lows, highs, strict=True)
    }


def _draw_means(sample: Floats, draws: int, seed: int) -> Floats:
    count = len(sample)
    rng = np.random.default_rng(seed)
    means = np.empty((draws, sample.shape[1]))
    for start in range(0, draws, _DRAWS_AT_ONCE):
        rows = min(_DRAWS_AT_ONCE, draws - start)
        picks = rng.integers(0, count, size=(rows, count)) + np.arange(rows)[:, None] * count
        times = np.bincount(picks.ravel(), minlength=rows * count).reshape(rows, count)
        means[start : start + rows] = times.astype(np.float64) @ sample / count
    return means
