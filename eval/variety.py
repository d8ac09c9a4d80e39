"""What lists are like besides right: how new, how popular, how varied, and how much of the shop they show.

`ranked` is (n_customers, at least k), products as columns, a negative entry an empty place.
Customers with an empty list get NaN.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from eval.ranking import Floats, Interval

SHORT_HEAD = 0.1  # of the products that anybody bought
MOST_LISTS_COMPARED = 1000  # by their buyers, who may be many
_ENOUGH_CATEGORIES = 0.8  # of the products; with fewer named, two unnamed ones cannot be told apart
_Z = 1.959964  # of a 95 % interval


class Similarity(StrEnum):
    """What makes two products of one list alike."""

    CATEGORY = "the same category"
    BUYERS = "the same buyers"


def novelty_at_k(ranked: NDArray[Any], buyers: NDArray[Any], customers: int, k: int) -> Floats:
    """The mean of −log2 of the share of customers who bought each product, in bits.

    A product nobody bought counts as bought by one. Source: Zhou et al. 2010, "Solving the
    apparent diversity-accuracy dilemma of recommender systems" (surprisal).
    """
    bits = -np.log2(np.maximum(buyers, 1) / max(customers, 1))
    return _mean_over_places(ranked[:, :k], bits)


def popularity_share_at_k(ranked: NDArray[Any], buyers: NDArray[Any], k: int) -> Floats:
    """The share of the list that is of the short head: the tenth of products with the most buyers.

    Products that tie for the last place in the head count in part. It is 1 − APLT of
    Abdollahpouri, Burke & Mobasher 2019, with a tenth for the head.
    """
    return _mean_over_places(ranked[:, :k], short_head(buyers))


def short_head(buyers: NDArray[Any], share: float = SHORT_HEAD) -> Floats:
    """How far each product belongs to the most-bought `share` of those bought at all, in [0, 1]."""
    size = math.ceil(share * np.count_nonzero(buyers))
    if size == 0:
        return np.zeros(len(buyers))
    last = np.sort(buyers)[-size]
    above, level = buyers > last, buyers == last
    return np.where(above, 1.0, np.where(level, (size - above.sum()) / level.sum(), 0.0))


def diversity_by_category(ranked: NDArray[Any], codes: NDArray[np.int64], k: int) -> Floats:
    """The share of a list's pairs of products that are of different categories.

    `codes` is each product's category, negative where not known: then it is like no other.
    Lists of fewer than two products get NaN. Source: Smyth & McClave 2001, Ziegler et al. 2005.
    """
    places = ranked[:, :k]
    kinds = np.where(places >= 0, np.append(codes, -1)[places], -1)
    alike = np.zeros(len(places))
    for one, other in combinations(range(places.shape[1]), 2):
        alike += (kinds[:, one] == kinds[:, other]) & (kinds[:, one] >= 0)
    return 1 - _over_pairs(alike, places)


def diversity_by_buyers(ranked: NDArray[Any], buyers: csr_matrix, k: int, seed: int) -> Floats:
    """1 − the mean cosine of the buyers of a list's products, over all its pairs.

    `buyers` as `unit_buyers` makes them. Of more than MOST_LISTS_COMPARED lists a random sample
    is compared, and the others get NaN; so do lists of fewer than two products. Source: Ziegler
    et al. 2005, with the cosine of item-based collaborative filtering.
    """
    diversity = np.full(len(ranked), np.nan)
    rows = np.arange(len(ranked))
    if len(rows) > MOST_LISTS_COMPARED:
        rows = np.sort(np.random.default_rng(seed).choice(len(rows), MOST_LISTS_COMPARED, replace=False))
    places = ranked[rows, :k]
    owners, products = np.nonzero(places >= 0)[0], places[places >= 0]
    lists = csr_matrix((np.ones(len(owners)), (owners, products)), shape=(len(rows), buyers.shape[0]))
    # The square of a sum of unit vectors is twice their cosines by pair, and one for each vector.
    sums = lists @ buyers
    squares = np.asarray(sums.multiply(sums).sum(axis=1)).ravel()
    vectors = lists @ (np.diff(buyers.indptr) > 0)
    diversity[rows] = 1 - _over_pairs((squares - vectors) / 2, places)
    return diversity


def unit_buyers(past: csr_matrix) -> csr_matrix:
    """For each product its buyers as a vector of length 1, shape (products, customers)."""
    bought = csr_matrix((np.ones(past.nnz), past.indices, past.indptr), shape=past.shape)
    vectors = bought.T.tocsr()
    counts = np.diff(vectors.indptr)
    vectors.data = 1.0 / np.sqrt(np.repeat(counts, counts))
    return vectors


def category_codes(categories: Sequence[str | None]) -> NDArray[np.int64] | None:
    """A number for each product's category; None where too few are known to compare lists by them."""
    named = [name for name in categories if name]
    if len(set(named)) < 2 or len(named) < _ENOUGH_CATEGORIES * len(categories):
        return None
    code_of = {name: code for code, name in enumerate(sorted(set(named)))}
    return np.array([code_of[name] if name else -1 for name in categories], dtype=np.int64)


def coverage_at_k(ranked: NDArray[Any], n_products: int, k: int) -> Interval:
    """The share of all products that stand on anybody's list, with a jackknife interval.

    A bootstrap would repeat some customers and so always show fewer products; leaving
    customers out one at a time does not have that fault. Source: Heltshe & Forrester 1983.
    """
    found = _coverage(_only_theirs(ranked, n_products, k), _shown(ranked, k), n_products)
    if found.mean is None or found.low is None or found.high is None:
        return found
    return Interval(found.mean, max(found.low, 0.0), min(found.high, 1.0), found.customers)


def coverage_lead_at_k(ranked: NDArray[Any], other: NDArray[Any], n_products: int, k: int) -> Interval:
    """How much more of the shop the first lists show than the second, paired by customer."""
    alone = _only_theirs(ranked, n_products, k) - _only_theirs(other, n_products, k)
    return _coverage(alone, _shown(ranked, k) - _shown(other, k), n_products)


def gini_at_k(ranked: NDArray[Any], n_products: int, k: int) -> float | None:
    """How unevenly places go to products: 0 where each gets as many, towards 1 where one gets all.

    None where no place is filled. Source: Adomavicius & Kwon 2012 (with 0 as even).
    """
    places = ranked[:, :k].astype(np.int64)
    counts = np.sort(np.bincount(places[places >= 0], minlength=n_products))
    if not counts.sum():
        return None
    ranks = np.arange(1, n_products + 1)
    return float(((2 * ranks - n_products - 1) * counts).sum() / (n_products * counts.sum()))


def _mean_over_places(places: NDArray[Any], values: Floats) -> Floats:
    filled = places >= 0
    total = np.where(filled, np.append(values, 0.0)[places], 0.0).sum(axis=1)
    mean = np.full(len(places), np.nan)
    np.divide(total, filled.sum(axis=1), out=mean, where=filled.any(axis=1))
    return mean


def _over_pairs(alike: Floats, places: NDArray[Any]) -> Floats:
    filled = (places >= 0).sum(axis=1)
    pairs = filled * (filled - 1) / 2
    mean = np.full(len(places), np.nan)
    np.divide(alike, pairs, out=mean, where=pairs > 0)
    return mean


def _shown(ranked: NDArray[Any], k: int) -> int:
    places = ranked[:, :k]
    return int(np.count_nonzero(np.bincount(places[places >= 0])))


def _only_theirs(ranked: NDArray[Any], n_products: int, k: int) -> Floats:
    """For each customer, how many products nobody else is shown."""
    places = ranked[:, :k].astype(np.int64)
    lists = np.append(np.bincount(places[places >= 0], minlength=n_products), 0)
    return np.asarray(((places >= 0) & (lists[places] == 1)).sum(axis=1), dtype=np.float64)


def _coverage(only_theirs: Floats, shown: int, n_products: int) -> Interval:
    count = len(only_theirs)
    if not count or not n_products:
        return Interval(None, None, None, count)
    spread = _Z * math.sqrt((count - 1) / count * ((only_theirs - only_theirs.mean()) ** 2).sum())
    share, margin = shown / n_products, spread / n_products
    return Interval(share, share - margin, share + margin, count)
