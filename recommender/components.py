"""The one interface behind which every way to score products stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.top_products import Scorer, Scores, run_striped

_BLOCK_FLOATS = 1 << 21


@dataclass(frozen=True, slots=True)
class Padded:
    """What customers had to do with, padded to the longest, as places among a history's stored pairs."""

    places: Rows  # (n, m), UNKNOWN where a customer has fewer
    products: Rows  # (n, m), 0 where places is UNKNOWN

    @classmethod
    def of(cls, pairs: csr_matrix, rows: Rows) -> Padded:
        """The stored pairs of these rows."""
        starts, stops = pairs.indptr[rows], pairs.indptr[rows + 1]
        steps = np.arange(max(int((stops - starts).max(initial=0)), 1))
        places = np.where(steps < (stops - starts)[:, None], starts[:, None] + steps, UNKNOWN)
        found = places != UNKNOWN
        products = np.zeros(places.shape, dtype=np.int32)
        products[found] = pairs.indices[places[found]]
        return cls(places.astype(np.int32), products)


def in_like_lengths(lengths: NDArray[Any], floats: int, work: Callable[[Rows], None]) -> None:
    """Call `work` in threads with the rows of customers with histories of like length.

    `floats` is what it needs for one event of one customer, so that a block fits memory.
    """
    order = np.argsort(lengths, kind="stable").astype(np.int32)
    lengths = lengths[order]
    blocks, start = [], 0
    while start < len(lengths):
        longest = max(int(lengths[start]), 1) * 5 // 4
        alike = int(np.searchsorted(lengths, longest, side="right"))
        room = max(1, _BLOCK_FLOATS // (longest * (floats + longest)))
        stop = min(alike, start + room, len(lengths))
        blocks.append((start, stop))
        start = stop

    def work_on(some: Iterator[tuple[int, int]]) -> None:
        for begin, end in some:
            work(order[begin:end])

    run_striped(blocks, work_on)


# Given padded histories (n, m) and products (n, k), what each pair adds to their scores (n, m, k).
Explainer = Callable[[Padded, Rows], Scores]


class Component(Protocol):
    """Scores products for histories. It holds what it learned of products, nothing of customers."""

    kind: ClassVar[str]  # its name in recipes, artifacts and reports

    def scorer(self, histories: Histories) -> Scorer:
        """Scores of these customers for all products; 0 for whatever it knows nothing of."""

    def explainer(self, histories: Histories) -> Explainer | None:
        """What each stored pair of a customer adds to the score of a product.

        The parts sum to the score. None for a component whose scores rest on no single purchase.
        """

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """Everything that a loaded component needs to give identical scores."""

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Component:
        """The component that `arrays` came from."""
