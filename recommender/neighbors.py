"""Products that stand near each product, and scores that are a customer's profile times their nearness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from recommender.components import Explainer, Padded
from recommender.histories import Floats, Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.top_products import Scorer, Scores


def days_before_newest(histories: Histories) -> Floats:
    """How long before the customer's newest event each event happened.

    Counting from there, a customer who was away for long keeps a profile.
    """
    newest = histories.age_days[histories.starts[1:][histories.rows] - 1]
    return np.asarray(histories.age_days - newest)


def fade_from_newest(histories: Histories, half_life_days: float) -> Floats:
    """The weight of each event, halved for every half-life between it and the customer's newest."""
    return np.asarray(histories.weights * np.exp2(-days_before_newest(histories) / half_life_days))


def fade_in_shop(histories: Histories, half_life_days: float) -> csr_matrix:
    """Weights by pair, halved for every half-life between them and the newest event of all."""
    newest = histories.age_days.min(initial=np.inf)
    return histories.sum_by_pair(histories.weights * np.exp2((newest - histories.age_days) / half_life_days))


def make_profile(histories: Histories, values: Floats, *, power: float = 1.0) -> csr_matrix:
    """Values of events, summed by pair and raised to the power, as float32 shares of the customer's sum.

    Shares make scores of the busy and of the idle comparable; no customer's order changes.
    """
    profile = histories.sum_by_pair(values)
    rows = np.repeat(np.arange(len(histories)), np.diff(profile.indptr))
    raised = profile.data**power
    sums = np.bincount(rows, weights=raised, minlength=len(histories))
    shares = (raised / sums[rows]).astype(np.float32)
    return csr_matrix((shares, profile.indices, profile.indptr), shape=profile.shape)


def weigh_places(profile: csr_matrix, padded: Padded) -> Scores:
    """The profile at these places, 0 for padding."""
    if profile.nnz == 0:
        return np.zeros(padded.places.shape, dtype=np.float32)
    return np.where(padded.places != UNKNOWN, profile.data[padded.places], np.float32(0))


def keep_strongest(matrix: csr_matrix, most: int, first_row: int = 0) -> csr_matrix:
    """The `most` largest values above 0 of each row off the diagonal, the lower column first among equals.

    In canonical order, as float32. `first_row` is the row that the first one is of the whole matrix.
    """
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    values = matrix.data.astype(np.float32)
    wanted = np.flatnonzero((values > 0) & (rows + first_row != matrix.indices))
    rows, columns, values = rows[wanted], matrix.indices[wanted], values[wanted]
    kept = np.flatnonzero(_is_strongest(rows, columns, values, most))
    strongest = csr_matrix((values[kept], (rows[kept], columns[kept])), shape=matrix.shape)
    strongest.sort_indices()
    return strongest


def _is_strongest(rows: Any, columns: Any, values: Scores, most: int) -> NDArray[np.bool_]:
    """Whether each value is among the `most` of its row; `rows` ascend and the values are above 0.

    Sorting one number for row and value is many times faster than sorting by several keys.
    Floats above 0 are in the order of their bits.
    """
    falling = np.uint64(0xFFFFFFFF) - values.view(np.uint32)
    keys = (rows.astype(np.uint64) << np.uint64(32)) | falling
    present, starts, counts = np.unique(rows, return_index=True, return_counts=True)
    bars = np.sort(keys)[starts + np.minimum(counts, most) - 1]
    bars_of = np.repeat(bars, counts)
    chosen = keys < bars_of
    equal = np.flatnonzero(keys == bars_of)
    equal = equal[np.lexsort((columns[equal], rows[equal]))]
    of_row = np.searchsorted(present, rows[equal])
    room = most - np.add.reduceat(chosen, starts, dtype=np.int64)[of_row] if len(starts) else of_row
    firsts = np.searchsorted(of_row, of_row)
    chosen[equal[np.arange(len(equal)) - firsts < room]] = True
    return np.asarray(chosen)


@dataclass(frozen=True, slots=True)
class Neighbors:
    """How near products are to each product (a row), a few for each."""

    nearness: csr_matrix  # products × products, float32, canonical

    def scorer(self, profile: csr_matrix) -> Scorer:
        """Scores as one sparse product per block."""

        def score(start: int, stop: int, out: Scores) -> None:
            out[:] = (profile[start:stop] @ self.nearness).toarray()

        return score

    def explainer(self, profile: csr_matrix) -> Explainer:
        """What each product of the profile adds: its share times its nearness."""

        def explain(padded: Padded, products: Rows) -> Scores:
            shape = (*padded.places.shape, products.shape[1])
            sources = np.broadcast_to(padded.products[:, :, None], shape).ravel()
            targets = np.broadcast_to(np.maximum(products, 0)[:, None, :], shape).ravel()
            near = np.asarray(self.nearness[sources, targets], dtype=np.float32).reshape(shape)
            return np.asarray(near * weigh_places(profile, padded)[:, :, None])

        return explain

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The stored values, and where each row starts."""
        return {
            "values": self.nearness.data,
            "columns": self.nearness.indices,
            "starts": self.nearness.indptr,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Neighbors:
        """The neighbors that `arrays` came from."""
        n_products = len(arrays["starts"]) - 1
        stored = arrays["values"], arrays["columns"], arrays["starts"]
        return cls(csr_matrix(stored, shape=(n_products, n_products)))
