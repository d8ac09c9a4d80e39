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
    """How products are ranked for one aim."""

    weights: Mapping[str, float]
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
    room = max(m, ranker.shortlist) if ranker.reranker is not None else m
    found = make_shortlist(components, ranker.weights, histories, choice, room, threads=threads)
    weights = np.array([ranker.weights.get(name, 0.0) for name in components], dtype=np.float32)
    gains = found.opinions * weights
    if ranker.reranker is None:
        return Ranked(found, gains)
    table = Table.of(found, histories, facts, tuple(components))
    return _reorder(found, gains, ranker.reranker.score(table, threads=threads))


def _reorder(found: Shortlist, gains: Scores, scores: Scores) -> Ranked:
    order = np.argsort(np.where(found.columns == UNKNOWN, np.inf, -scores), axis=1, kind="stable")
    return Ranked(
        Shortlist(
            np.take_along_axis(found.columns, order, axis=1),
            np.take_along_axis(scores, order, axis=1),
            np.take_along_axis(found.opinions, order[:, :, None], axis=1),
        ),
        np.take_along_axis(gains, order[:, :, None], axis=1),
    )
