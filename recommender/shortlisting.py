"""The products worth a closer look for each customer, with every component's opinion of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.components import Component
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.top_products import Ranking, Scores, hide_stored, rank_block, run_striped

_BLOCK_FLOATS = 1 << 23


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be ranked for the customers of some histories."""

    allowed: NDArray[np.bool_]  # (n_products)
    hidden: csr_matrix | None = None  # customers × products: stored pairs must not be shown
    only: csr_matrix | None = None  # customers × products: where given, nothing but stored pairs may be

    @classmethod
    def everything(cls, histories: Histories) -> Choice:
        """Every product for everyone."""
        return cls(np.ones(len(histories.products), dtype=np.bool_))

    def close(self, block: Scores, start: int, stop: int) -> None:
        """Set to −inf what must not be shown to the customers in [start, stop)."""
        block[:, ~self.allowed] = -np.inf
        if self.hidden is not None:
            hide_stored(block, self.hidden, start, stop)
        if self.only is not None:
            part = self.only[start:stop]
            barred = np.ones(block.shape, dtype=np.bool_)
            barred[np.repeat(np.arange(stop - start), np.diff(part.indptr)), part.indices] = False
            block[barred] = -np.inf


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Products of each customer (n, m), best first, UNKNOWN where they ran out."""

    columns: Rows
    scores: Scores  # (n, m) the weighted sum, NaN where columns is UNKNOWN
    opinions: Scores  # (n, m, number of components) each component's standardized score, 0 likewise

    @property
    def ranking(self) -> Ranking:
        """Without the opinions."""
        return Ranking(self.columns, self.scores)


def make_shortlist(
    components: Mapping[str, Component],
    weights: Mapping[str, float],
    histories: Histories,
    choice: Choice,
    m: int,
    *,
    sold: NDArray[np.bool_] | None = None,
    each: int = 0,
    threads: int = 0,
) -> Shortlist:
    """The `m` best products by the weighted sum of standardized scores.

    `sold` marks the products over which scores are standardized, by default all. `each`
    adds as many best of every single component, for learning what none of the weights
    would have shown; then the list is up to m + each · components long.
    """
    n, n_products, names = len(histories), len(histories.products), list(components)
    room = min(m + each * len(names), n_products)
    columns = np.full((n, room), UNKNOWN, dtype=np.int32)
    scores = np.full((n, room), np.nan, dtype=np.float32)
    opinions = np.zeros((n, room, len(names)), dtype=np.float32)
    if n == 0 or n_products == 0 or room == 0:
        return Shortlist(columns, scores, opinions)
    scorers = [components[name].scorer(histories) for name in names]
    factors = np.array([weights.get(name, 0.0) for name in names], dtype=np.float32)
    rows = max(1, min(n, _BLOCK_FLOATS // ((len(names) + 1) * n_products)))

    def work(blocks: Iterator[tuple[int, int]]) -> None:
        single = np.empty((len(names), rows, n_products), dtype=np.float32)
        total = np.empty((rows, n_products), dtype=np.float32)
        for start, stop in blocks:
            parts, sums = single[:, : stop - start], total[: stop - start]
            for scorer, part in zip(scorers, parts, strict=True):
                scorer(start, stop, part)
                standardize(part, sold)
            np.einsum("c,crp->rp", factors, parts, out=sums)
            choice.close(sums, start, stop)
            found = _choose(sums, parts, m, each)
            _write(found, sums, parts, columns[start:stop], scores[start:stop], opinions[start:stop])

    run_striped(list(pairwise([*range(0, n, rows), n])), work, threads)
    return Shortlist(columns, scores, opinions)


def standardize(block: Scores, sold: NDArray[np.bool_] | None = None) -> None:
    """Bring rows to mean 0 and standard deviation 1 over the products sold, then to a log scale, in place.

    The log, of 1 + the distance from the mean with its sign, keeps the few best products of
    a component that knows few from drowning all others. A row without any difference
    becomes 0. Neither what rules allow nor how much unsold stock a catalog lists plays a
    part in it: they change what is shown but never how it is scored.
    """
    counted = block if sold is None or sold.all() or not sold.any() else block[:, sold]
    mean = counted.mean(axis=1, keepdims=True)
    block -= mean
    counted = block if counted is block else counted - mean
    spread = np.sqrt(np.einsum("rp,rp->r", counted, counted) / counted.shape[1])
    block *= np.divide(1.0, spread, out=np.zeros_like(spread), where=spread > 1e-12)[:, None]
    below = block < 0
    np.abs(block, out=block)
    np.log1p(block, out=block)
    np.negative(block, out=block, where=below)


def _choose(sums: Scores, parts: Scores, m: int, each: int) -> Rows:
    """Columns (rows, up to m + each per component) in order of the weighted sum."""
    n_rows = len(sums)
    best = _top(sums, m)
    if not each:
        return best
    shut = np.isneginf(sums)
    lists = [best]
    for part in parts:
        lists.append(_top(np.where(shut, -np.inf, part), each))
    found = np.concatenate(lists, axis=1)
    order = np.argsort(found, axis=1, kind="stable")
    ordered = np.take_along_axis(found, order, axis=1)
    again = np.zeros_like(ordered, dtype=np.bool_)
    again[:, 1:] = ordered[:, 1:] == ordered[:, :-1]
    ordered[again] = UNKNOWN
    values = np.where(ordered == UNKNOWN, -np.inf, sums[np.arange(n_rows)[:, None], ordered])
    return np.take_along_axis(ordered, np.argsort(-values, axis=1, kind="stable"), axis=1)


def _top(block: Scores, n: int) -> Rows:
    columns = np.full((len(block), min(n, block.shape[1])), UNKNOWN, dtype=np.int32)
    rank_block(block, columns, np.empty(columns.shape, dtype=np.float32))
    return columns


def _write(found: Rows, sums: Scores, parts: Scores, columns: Rows, scores: Scores, opinions: Scores) -> None:
    width = min(found.shape[1], columns.shape[1])
    found = found[:, :width]
    here, rows = found != UNKNOWN, np.arange(len(found))[:, None]
    columns[:, :width] = found
    scores[:, :width] = np.where(here, sums[rows, found], np.nan)
    opinions[:, :width] = np.where(here[:, :, None], parts[:, rows, found].transpose(1, 2, 0), 0.0)
