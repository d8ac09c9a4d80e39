"""From scores to an order: the blend's shortlist, and the re-ranker's word on it where it earned one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recommender.components import Component
from recommender.facts import ProductFacts
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN
from recommender.reranker import Reranker, Table
from recommender.shortlisting import Choice, Shortlist, make_shortlist
from recommender.top_products import Scores


@dataclass(frozen=True, slots=True)
class Ranker:
    """How products are ranked for one aim: weights choose a shortlist, and others put it in order.

    What finds the right hundred among thousands is not what finds the right ten among those.
    """

    weights: Mapping[str, float]
    order: Mapping[str, float] | None = None  # within the shortlist; None leaves it as it is
    reranker: Reranker | None = None
    shortlist: int = 120

    @property
    def alone(self) -> str | None:
        """The one component that decides the order; None where several do."""
        used = [name for name, weight in (self.order or self.weights).items() if weight]
        return used[0] if len(used) == 1 and self.reranker is None else None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A shortlist in its final order, and the weights of the components' opinions in it."""

    shortlist: Shortlist
    weights: NDArray[np.float32]  # of the components, in their order

    @property
    def gains(self) -> Scores:
        """What each component added (n, m, number of components)."""
        return np.asarray(self.shortlist.opinions * self.weights)


def rank_products(
    components: Mapping[str, Component],
    ranker: Ranker,
    facts: ProductFacts,
    histories: Histories,
    choice: Choice,
    m: int,
    *,
    threads: int = 0,
) -> Ranked:
    """The best products of each customer, at least `m` where there are as many."""
    looks_twice = ranker.order is not None or ranker.reranker is not None
    room = max(m, ranker.shortlist) if looks_twice else m
    found = make_shortlist(
        components, ranker.weights, histories, choice, room, sold=facts.sold, threads=threads
    )
    if not looks_twice:
        return Ranked(found, _in_order(ranker.weights, components))
    weights = _in_order(ranker.order or ranker.weights, components)
    found = reorder(found, np.einsum("nmc,c->nm", found.opinions, weights))
    if ranker.reranker is not None:
        table = Table.of(found, histories, facts, tuple(components))
        found = reorder(found, ranker.reranker.score(table, found.scores, threads=threads))
    return Ranked(found, weights)


def reorder(found: Shortlist, scores: Scores) -> Shortlist:
    """A shortlist in the order of new scores, ties as they were."""
    present = found.columns != UNKNOWN
    order = np.argsort(np.where(present, -scores, np.inf), axis=1, kind="stable")
    return Shortlist(
        np.take_along_axis(found.columns, order, axis=1),
        np.take_along_axis(np.where(present, scores, np.nan).astype(np.float32), order, axis=1),
        np.take_along_axis(found.opinions, order[:, :, None], axis=1),
    )


def _in_order(weights: Mapping[str, float], components: Mapping[str, Component]) -> Scores:
    return np.array([weights.get(name, 0.0) for name in components], dtype=np.float32)
