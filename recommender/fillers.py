"""Popular products for whoever has room left on their list."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.arranging import ListRules
from recommender.id_maps import UNKNOWN, Rows
from recommender.lists import Lists

_CELLS = 1 << 23


def fill_up(
    lists: Lists,
    rows: NDArray[Any],
    order: Rows,
    scores: NDArray[np.float32],
    codes: NDArray[np.int8],
    hidden: csr_matrix,
    rules: ListRules,
) -> None:
    """Add to each of these rows the first of `order` that are not hidden, there already or over a cap."""
    n = lists.columns.shape[1]
    lengths = np.diff(hidden.indptr)[rows]
    by_length = rows[np.argsort(lengths, kind="stable")]
    start = 0
    while start < len(by_length):
        # A customer can be barred from no more than what is hidden and what they are shown.
        stop = start + max(1, _CELLS // max(len(order), 1))
        block = by_length[start:stop]
        depth = min(len(order), 2 * n + int(np.diff(hidden.indptr)[block].max(initial=0)))
        if any(rules.caps()):  # all of a kind can be full
            depth = len(order)
        barred = _barred(hidden[block], lists.columns[block], order[:depth], hidden.shape[1])
        _fill_block(lists, block, order[:depth], scores, codes, barred, rules)
        start = stop


def _fill_block(
    lists: Lists,
    block: NDArray[Any],
    order: Rows,
    scores: NDArray[np.float32],
    codes: NDArray[np.int8],
    barred: NDArray[np.bool_],
    rules: ListRules,
) -> None:
    everyone = np.arange(len(block))
    if not len(order):
        return
    for place in range(lists.columns.shape[1]):
        empty = lists.columns[block, place] == UNKNOWN
        shut = barred | _over_caps(lists.columns[block], order, rules)
        best = (~shut).argmax(axis=1)
        chosen = empty & ~shut[everyone, best]
        rows, found = block[chosen], best[chosen]
        lists.columns[rows, place], lists.scores[rows, place] = order[found], scores[found]
        lists.reasons[rows, place] = codes[found]
        barred[np.flatnonzero(chosen), found] = True


def _over_caps(shown: Rows, order: Rows, rules: ListRules) -> NDArray[np.bool_]:
    """Which of `order` would be one too many of its kind beside what is shown."""
    over = np.zeros((len(shown), len(order)), dtype=np.bool_)
    for kinds, cap in rules.caps():
        kind_of = np.append(kinds, UNKNOWN)
        there, wanted = kind_of[shown], kinds[order]
        counts = (there[:, :, None] == wanted[None, None, :]).sum(axis=1)
        over |= (counts >= cap) & (wanted != UNKNOWN)
    return over


def _barred(hidden: csr_matrix, shown: Rows, order: Rows, n_products: int) -> NDArray[np.bool_]:
    """Whether each of `order` is hidden from or already shown to each customer."""
    place_of = np.full(n_products + 1, UNKNOWN)
    place_of[order] = np.arange(len(order))
    barred = np.zeros((hidden.shape[0], len(order) + 1), dtype=np.bool_)
    barred[np.repeat(np.arange(hidden.shape[0]), np.diff(hidden.indptr)), place_of[hidden.indices]] = True
    barred[np.arange(len(shown))[:, None], place_of[np.where(shown == UNKNOWN, n_products, shown)]] = True
    return barred[:, :-1]
