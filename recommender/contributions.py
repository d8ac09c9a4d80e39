"""Exact factors of customers, and which of their interactions each score is made of.

With A = YᵀY + λI, the factors Y of the products, and C the customer's confidences, the
exact score of product i is  Σⱼ cⱼ · yᵢᵀ (A + Yᵤᵀ(C − I)Yᵤ)⁻¹ yⱼ  over what they interacted
with (section 5 of Hu, Koren & Volinsky 2008). Written in z = L⁻¹y with A = LLᵀ, and with
the inverse pushed through, it needs one small system per customer, of the size of their
history or of the factors, whichever is less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular
from scipy.sparse import csr_matrix

from recommender.id_maps import UNKNOWN, Rows
from recommender.top_products import Scores, run_striped

_BLOCK_FLOATS = 1 << 21


@dataclass(frozen=True, slots=True)
class Contributions:
    """The exact solution for customers in bulk, given the products' factors."""

    whitened: Scores  # z of each product
    lower: NDArray[np.float64]  # L
    confidence: csr_matrix

    @classmethod
    def of(cls, product_factors: Scores, confidence: csr_matrix, regularization: float) -> Contributions:
        """Contributions under the model with these factors."""
        factors = product_factors.astype(np.float64)
        gram = factors.T @ factors + regularization * np.eye(factors.shape[1])
        lower = np.asarray(np.linalg.cholesky(gram), dtype=np.float64)
        whitened = solve_triangular(lower, factors.T, lower=True).T
        return cls(np.ascontiguousarray(whitened, dtype=np.float32), lower, confidence)

    def customer_factors(self) -> Scores:
        """Factors of every customer; of short histories much cheaper than a system of the factors' size."""
        n_customers, factors = self.confidence.shape[0], self.whitened.shape[1]
        solved = np.zeros((n_customers, factors), dtype=np.float32)
        rows = np.arange(n_customers, dtype=np.int32)

        def solve(places: NDArray[np.int64]) -> None:
            _, _, own, weights, extra = self._gather(rows[places])
            solved[places] = _solve_factors(own, weights, extra)

        self._in_blocks(rows, 1, solve)
        return np.asarray(solve_triangular(self.lower, solved.T, lower=True, trans="T").T, dtype=np.float32)

    def largest(self, rows: Rows, products: Rows, nameable: NDArray[np.bool_]) -> Rows:
        """For each row and product (n, k), the product that adds most, UNKNOWN where none adds.

        `nameable` says for each stored confidence whether it may be the answer.
        """
        answers = np.full(products.shape, UNKNOWN, dtype=np.int32)

        def explain(places: NDArray[np.int64]) -> None:
            answers[places] = self._largest_in_block(rows[places], products[places], nameable)

        self._in_blocks(rows, products.shape[1], explain)
        return answers

    def parts(self, rows: Rows, products: Rows) -> tuple[Rows, Rows, Scores]:
        """Histories padded to the longest (n, m): places in the stored confidences, products, and
        their parts in the scores (n, m, k). Padding has place UNKNOWN and no part."""
        places, history, own, weights, extra = self._gather(rows)
        targets = self.whitened[np.maximum(products, 0)]
        solve = _solve_wide if own.shape[1] <= own.shape[2] else _solve_tall
        return places, history, solve(own, extra, targets) * weights[:, :, None]

    def _gather(self, rows: Rows) -> tuple[Rows, Rows, Scores, Scores, Scores]:
        """Padded histories: places in the stored confidences, products, z, c, and c − 1."""
        starts, stops = self.confidence.indptr[rows], self.confidence.indptr[rows + 1]
        steps = np.arange(max(int((stops - starts).max(initial=0)), 1))
        places = np.where(steps < (stops - starts)[:, None], starts[:, None] + steps, UNKNOWN)
        present = places != UNKNOWN
        history = np.where(present, self.confidence.indices[places], 0)
        weights = np.where(present, self.confidence.data[places], np.float32(0))
        extra = np.where(present, weights - 1, np.float32(0))
        return places.astype(np.int32), history.astype(np.int32), self.whitened[history], weights, extra

    def _largest_in_block(self, rows: Rows, products: Rows, nameable: NDArray[np.bool_]) -> Rows:
        places, history, parts = self.parts(rows, products)
        # A product is no reason for itself, where repeats are allowed.
        barred = ~(nameable[places] & (places != UNKNOWN))[:, :, None] | (
            history[:, :, None] == products[:, None, :]
        )
        parts = np.where(barred, np.float32(-np.inf), parts)
        best = parts.argmax(axis=1)
        found = np.take_along_axis(history, best, axis=1)
        adds = np.take_along_axis(parts, best[:, None, :], axis=1)[:, 0, :] > 0
        return np.where(adds & (products != UNKNOWN), found, UNKNOWN).astype(np.int32)

    def _in_blocks(self, rows: Rows, k: int, work: Callable[[NDArray[np.int64]], None]) -> None:
        """Call `work` with the places in `rows` of customers with histories of like length."""
        lengths = np.diff(self.confidence.indptr)[rows]
        order = np.argsort(lengths, kind="stable")

        def work_on(blocks: Iterator[tuple[int, int]]) -> None:
            for start, stop in blocks:
                work(order[start:stop])

        run_striped(self._blocks(lengths[order], k), work_on)

    def _blocks(self, lengths: NDArray[Any], k: int) -> list[tuple[int, int]]:
        """Runs of customers with histories of like length, each small enough for memory."""
        factors = self.whitened.shape[1]
        blocks, start = [], 0
        while start < len(lengths):
            first = max(int(lengths[start]), 1)
            alike = int(np.searchsorted(lengths, first + first // 4, side="right"))
            longest = first + first // 4
            room = max(1, _BLOCK_FLOATS // (longest * (factors + min(longest, factors) + k)))
            stop = min(alike, start + room, len(lengths))
            blocks.append((start, stop))
            start = stop
        return blocks


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
