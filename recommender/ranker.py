"""From scores to an order: the blend's shortlist, and the re-ranker's word on it where it earned one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

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


@dataclass(frozen=True, slots=True)
class Ranked:
    """A shortlist in its final order, with what each component added to each place."""

    shortlist: Shortlist
    gains: Scores  # (n, m, number of components)


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
    found = make_shortlist(components, ranker.weights, histories, choice, room, threads=threads)
    if not looks_twice:
        return Ranked(found, found.opinions * _in_order(ranker.weights, components))
    weights = _in_order(ranker.order or ranker.weights, components)
    found = reorder(found, np.einsum("nmc,c->nm", found.opinions, weights))
    if ranker.reranker is not None:
        table = Table.of(found, histories, facts, tuple(components))
        found = reorder(found, ranker.reranker.score(table, found.scores, threads=threads))
    return Ranked(found, found.opinions * weights)


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
