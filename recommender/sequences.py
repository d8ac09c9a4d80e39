"""What customers turn to next: pairs of products that follow each other within a few steps.

Events at one moment are one step, so that an order of ten products counts as bought together
and needs no order among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, vstack

from recommender.components import Explainer
from recommender.histories import Floats, Histories
from recommender.matrix import sum_pairs
from recommender.neighbors import Neighbors, days_before_newest, keep_strongest, make_profile
from recommender.shelf import Shelf
from recommender.top_products import Scorer, run_striped

_BLOCK_PAIRS = 1 << 23  # of events that are worked at once


@dataclass(frozen=True, slots=True)
class SequencesParameters:
    """The defaults did well on orders of a shop and on ratings in order."""

    window: int = 10  # steps between two events that still count as a pair
    half_life_steps: float = 3.0  # of a pair, by the steps between
    backward: float = 0.3  # what a pair counts in the other direction
    together: float = 4.0  # what a pair counts that happened at one moment
    damping: float = 0.7  # power of how often the earlier product happened
    next_damping: float = 0.3  # the same of the later one; 0 leaves popular ones on top
    crowd_damping: float = 0.5  # power of a step's events: a large order tells less of each pair
    session_gap_days: float | None = None  # a longer pause ends a session, which pairs do not cross
    half_life_days: float = 20.0  # of a pair, by its age
    neighbors: int = 50  # kept for each product
    profile_half_life_steps: float = 2.0
    profile_half_life_days: float = 28.0

    def of_training(self) -> SequencesParameters:
        """What decides which product follows which; the rest says how a history is looked at."""
        return replace(self, profile_half_life_steps=0.0, profile_half_life_days=0.0)


@dataclass(frozen=True, slots=True)
class Sequences:
    """How often each product is followed by which, damped by how often they happen at all."""

    kind: ClassVar[str] = "sequences"

    neighbors: Neighbors
    profile_half_life_steps: float
    profile_half_life_days: float

    @classmethod
    def fit(
        cls,
        histories: Histories,
        parameters: SequencesParameters,
        *,
        seed: int = 7,
        threads: int = 0,
        shelf: Shelf | None = None,
    ) -> Sequences | None:
        """The component, or None where no customer had to do with two products within the window."""
        if len(histories.columns) == 0:
            return None
        nearness = _count_pairs(Steps.of(histories), len(histories.products), parameters, threads)
        if nearness.nnz == 0:
            return None
        return cls(Neighbors(nearness), 1.0, 1.0).looked_at_with(parameters, histories)

    def looked_at_with(self, parameters: SequencesParameters, histories: Histories) -> Sequences:
        """The same neighbors with a profile as other parameters of the same training say."""
        return Sequences(
            self.neighbors, parameters.profile_half_life_steps, parameters.profile_half_life_days
        )

    def scorer(self, histories: Histories) -> Scorer:
        """The customer's last events, faded by steps and days, times the nearness."""
        return self.neighbors.scorer(self._profile(histories))

    def explainer(self, histories: Histories) -> Explainer:
        """The exact decomposition of each score."""
        return self.neighbors.explainer(self._profile(histories))

    def _profile(self, histories: Histories) -> csr_matrix:
        halvings = (
            Steps.of(histories).steps_back / self.profile_half_life_steps
            + days_before_newest(histories) / self.profile_half_life_days
        )
        return make_profile(histories, histories.weights * np.exp2(-halvings))

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The neighbors and how a profile fades."""
        halves = np.array([self.profile_half_life_steps, self.profile_half_life_days])
        return {**self.neighbors.arrays(), "profile_half_lives": halves}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Sequences:
        """The component that `arrays` came from."""
        return cls(Neighbors.from_arrays(arrays), *arrays["profile_half_lives"].tolist())


@dataclass(frozen=True, slots=True)
class Steps:
    """The moments at which customers did something, by customer and then oldest first."""

    of_event: NDArray[np.int64]  # (n_events) the number of its step
    customers: NDArray[np.int32]  # (n_steps) rows
    age_days: Floats  # (n_steps)
    steps_back: NDArray[np.int64]  # (n_events) how many steps the customer made after it
    histories: Histories

    @classmethod
    def of(cls, histories: Histories) -> Steps:
        """A step for each customer and moment."""
        rows, ages = histories.rows, histories.age_days
        is_first = np.ones(len(rows), dtype=np.bool_)
        is_first[1:] = (rows[1:] != rows[:-1]) | (ages[1:] != ages[:-1])
        of_event = np.cumsum(is_first) - 1
        last = of_event[histories.starts[1:][rows] - 1]
        return cls(of_event, rows[is_first], ages[is_first], last - of_event, histories)

    def __len__(self) -> int:
        return len(self.customers)

    def sessions(self, gap_days: float | None) -> NDArray[np.int64]:
        """The number of each step's session: a customer's steps with no longer pause between."""
        is_first = np.ones(len(self), dtype=np.bool_)
        is_first[1:] = self.customers[1:] != self.customers[:-1]
        if gap_days is not None:
            is_first[1:] |= self.age_days[:-1] - self.age_days[1:] > gap_days
        return np.cumsum(is_first)


@dataclass(frozen=True, slots=True)
class _Pairing:
    """What a step counts for the steps around it."""

    sessions: NDArray[np.int64]
    freshness: Floats  # (n_steps)
    parameters: SequencesParameters

    @classmethod
    def of(cls, steps: Steps, parameters: SequencesParameters) -> _Pairing:
        newest = steps.age_days.min()
        freshness = np.exp2((newest - steps.age_days) / parameters.half_life_days)
        return cls(steps.sessions(parameters.session_gap_days), freshness, parameters)

    def distances(self) -> range:
        return range(-self.parameters.window, self.parameters.window + 1)

    def weigh(self, steps: NDArray[np.int64], distance: int) -> tuple[NDArray[Any], Floats]:
        """Which of `steps` have a step of their session so far on, and what the pair counts.

        A pair is as fresh as the later of the two.
        """
        others = steps + distance
        inside = np.flatnonzero((others >= 0) & (others < len(self.sessions)))
        inside = inside[self.sessions[steps[inside]] == self.sessions[others[inside]]]
        later = np.maximum(steps[inside], others[inside])
        return inside, self._nearness(distance) * self.freshness[later]

    def _nearness(self, distance: int) -> float:
        if distance == 0:
            return self.parameters.together
        fading = float(np.exp2(-(abs(distance) - 1) / self.parameters.half_life_steps))
        return fading if distance > 0 else fading * self.parameters.backward


def _count_pairs(steps: Steps, n_products: int, parameters: SequencesParameters, threads: int) -> csr_matrix:
    """The damped nearness of each product to its strongest followers, in blocks of products."""
    histories = steps.histories
    crowds = np.bincount(steps.of_event)[steps.of_event]
    weights = histories.weights / histories.weights.mean() / crowds**parameters.crowd_damping
    baskets = sum_pairs(steps.of_event, histories.columns, weights, (len(steps), n_products))
    pairing = _Pairing.of(steps, parameters)
    by_product = baskets.tocsc()
    counts = 1.0 + np.asarray(baskets.T @ pairing.freshness)  # 1: a rare product is not near everything
    damp_own, damp_next = (counts**-power for power in (parameters.damping, parameters.next_damping))
    found: dict[int, csr_matrix] = {}

    def work(blocks: Iterator[tuple[int, int]]) -> None:
        for start, stop in blocks:
            reached = _reach(by_product[:, start:stop].tocoo(), pairing)
            pairs = diags(damp_own[start:stop]) @ (reached @ baskets) @ diags(damp_next)
            found[start] = keep_strongest(pairs.tocsr(), parameters.neighbors, start)

    run_striped(_split(by_product, _reached_sizes(baskets, pairing)), work, threads)
    return vstack([found[start] for start in sorted(found)], format="csr")


def _reach(events: Any, pairing: _Pairing) -> csr_matrix:
    """Products × steps: how much each product counts for what happened at the steps around it."""
    rows, columns, values = [], [], []
    own_steps = events.row.astype(np.int64)
    for distance in pairing.distances():
        inside, counts = pairing.weigh(own_steps, distance)
        rows.append(events.col[inside])
        columns.append(own_steps[inside] + distance)
        values.append(events.data[inside] * counts)
    shape = (events.shape[1], events.shape[0])
    return sum_pairs(np.concatenate(rows), np.concatenate(columns), np.concatenate(values), shape)


def _reached_sizes(baskets: csr_matrix, pairing: _Pairing) -> Floats:
    """How many products happened within reach of each step."""
    sizes, steps = np.diff(baskets.indptr), np.arange(baskets.shape[0])
    reached = np.zeros(len(steps))
    for distance in pairing.distances():
        inside, _ = pairing.weigh(steps, distance)
        reached[inside] += sizes[inside + distance]
    return reached


def _split(by_product: Any, reached: Floats) -> list[tuple[int, int]]:
    """Ranges of products with about as many pairs each, so that a block fits memory."""
    pairs = np.concatenate(([0.0], np.cumsum(reached[by_product.indices])))[by_product.indptr]
    cuts = np.searchsorted(pairs, np.arange(_BLOCK_PAIRS, pairs[-1], _BLOCK_PAIRS))
    edges = np.unique([0, *cuts.tolist(), by_product.shape[1]]).tolist()
    return list(pairwise(edges))
