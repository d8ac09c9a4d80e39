"""The best products of many customers: blocks of scores, the same list every time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from recommender.id_maps import UNKNOWN, Rows

Scores = NDArray[np.float32]
# Fills `out`, shape (stop - start, n_columns), with the scores of the customers in [start, stop).
Scorer = Callable[[int, int, Scores], None]

_BLOCK_BYTES = 8 << 20  # measured: 2 to 16 MiB do about equally well
_GROUPS = 32


def score_alike(strengths: Scores) -> Scorer:
    """The same scores (n_columns,) for every customer."""

    def score(start: int, stop: int, out: Scores) -> None:
        out[:] = strengths

    return score


@dataclass(frozen=True, slots=True)
class Ranking:
    """Columns and scores, best first, shape (n_customers, n); UNKNOWN and NaN where candidates ran out."""

    columns: Rows
    scores: Scores


def rank_top(
    scorer: Scorer,
    n_customers: int,
    n_columns: int,
    n: int,
    *,
    hidden: csr_matrix | None = None,
    threads: int = 0,
) -> Ranking:
    """The `n` best columns of each customer, higher score first, lower column first among equals.

    `hidden` (n_customers × n_columns) marks what a customer must not see: every stored
    entry counts, whatever its value. `threads` is 0 for one on each core.
    """
    columns = np.full((n_customers, n), UNKNOWN, dtype=np.int32)
    scores = np.full((n_customers, n), np.nan, dtype=np.float32)
    if n_customers == 0 or n_columns == 0 or n == 0:
        return Ranking(columns, scores)
    rows = max(1, min(n_customers, _BLOCK_BYTES // (4 * n_columns)))

    def rank_stripe(blocks: Iterator[tuple[int, int]]) -> None:
        room = np.empty((rows, n_columns), dtype=np.float32)
        for start, stop in blocks:
            block = room[: stop - start]
            scorer(start, stop, block)
            if hidden is not None:
                hide_stored(block, hidden, start, stop)
            rank_block(block, columns[start:stop], scores[start:stop])

    edges = [*range(0, n_customers, rows), n_customers]
    run_striped(list(pairwise(edges)), rank_stripe, threads)
    return Ranking(columns, scores)


def run_striped(
    blocks: list[tuple[int, int]], work: Callable[[Iterator[tuple[int, int]]], None], threads: int = 0
) -> None:
    """Run `work` in threads, each on the next free block, while BLAS keeps to one thread."""
    shared = _Shared(blocks)
    count = min(threads or os.cpu_count() or 1, max(1, len(blocks)))
    with threadpool_limits(1, "blas"), ThreadPoolExecutor(count) as pool:
        for done in [pool.submit(work, shared) for _ in range(count)]:
            done.result()


class _Shared(Iterator[tuple[int, int]]):
    """Hands each block to whichever thread asks first; popping from a list is atomic."""

    def __init__(self, blocks: list[tuple[int, int]]) -> None:
        self._left = blocks[::-1]

    def __next__(self) -> tuple[int, int]:
        try:
            return self._left.pop()
        except IndexError:
            raise StopIteration from None


def hide_stored(block: Scores, hidden: csr_matrix, start: int, stop: int) -> None:
    begin, end = hidden.indptr[start], hidden.indptr[stop]
    rows = np.repeat(np.arange(stop - start), np.diff(hidden.indptr[start : stop + 1]))
    block[rows, hidden.indices[begin:end]] = -np.inf


def rank_block(block: Scores, columns: Rows, scores: Scores) -> None:
    n_rows, n_columns = block.shape
    n = columns.shape[1]
    chosen = np.flatnonzero(block >= _floors(block, n)[:, None])
    rows, cols = np.divmod(chosen, n_columns)
    values = block.reshape(-1)[chosen]
    order = np.lexsort((cols, -values, rows))
    rows, cols, values = rows[order], cols[order], values[order]
    counts = np.bincount(rows, minlength=n_rows)
    places = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    kept = places < n
    columns[rows[kept], places[kept]] = cols[kept]
    scores[rows[kept], places[kept]] = values[kept]


def _floors(block: Scores, n: int) -> Scores:
    """For each row, a finite value that its n best finite scores all reach.

    The n-th largest of the maxima of disjoint groups is at most the n-th largest score.
    Strided groups make the maxima one vectorized pass, much cheaper than partitioning
    the whole row, and everything equal to the n-th score survives, so ties are settled later.
    """
    width = block.shape[1] // _GROUPS
    lowest = np.finfo(np.float32).min
    if block.shape[1] <= n:
        return np.full(len(block), lowest, dtype=np.float32)
    if width < 4 * n:
        place = block.shape[1] - n
        return np.maximum(np.partition(block, place, axis=1)[:, place], lowest)
    maxima = block[:, : width * _GROUPS].reshape(len(block), _GROUPS, width).max(axis=1)
    floors = np.partition(maxima, width - n, axis=1)[:, width - n]
    return np.maximum(floors, lowest)
