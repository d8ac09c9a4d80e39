"""Why each product is recommended: whatever really added most to its score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recommender.components import Component, Padded, in_like_lengths
from recommender.facts import find_pairs
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.top_products import Scores


class Why(IntEnum):
    """The part of the model that added most."""

    NOTHING = 0
    HISTORY = 1  # one product of the customer's history, named beside
    OWN = 2  # that the customer bought the very product
    CROWD = 3  # what everyone, or everyone like them, buys


@dataclass(frozen=True, slots=True)
class Whys:
    """For each customer and product shown (n, k)."""

    kinds: NDArray[np.int8]
    sources: Rows  # the product of the history, UNKNOWN where none adds anything
    was_bought: NDArray[np.bool_]  # whether the source was bought, or only looked at


def find_whys(
    components: Mapping[str, Component],
    histories: Histories,
    products: Rows,
    gains: Scores,
    nameable: NDArray[np.bool_],
    weights: NDArray[Any],
) -> Whys:
    """The largest part of each score, from what each component added (n, k, components).

    First the customer's history as a whole is weighed against what everyone buys, what
    speaks against a product counted too. Where the history weighs more, what each component
    added is shared out over it as the component's own score is made up of it, and the
    product with the largest sum is the source. `nameable` says of each product whether it
    may be named.
    """
    finder = _Finder(components, histories, products, gains, nameable, weights)
    in_like_lengths(np.diff(finder.pairs.indptr), 8 * max(products.shape[1], 1) + 128, finder.find)
    return Whys(finder.kinds, finder.sources, finder.was_bought)


class _Finder:
    def __init__(
        self,
        components: Mapping[str, Component],
        histories: Histories,
        products: Rows,
        gains: Scores,
        nameable: NDArray[np.bool_],
        weights: NDArray[Any],
    ) -> None:
        self.pairs = histories.sum_by_pair(histories.weights)
        self._purchased = np.append(histories.purchased, False)
        self._explainers = [component.explainer(histories) for component in components.values()]
        self._products, self._gains, self._nameable = products, gains, nameable
        self._weights = weights
        self.kinds = np.zeros(products.shape, dtype=np.int8)
        self.sources = np.full(products.shape, UNKNOWN, dtype=np.int32)
        self.was_bought = np.zeros(products.shape, dtype=np.bool_)
        where = np.repeat(np.arange(len(products)), products.shape[1])
        had = find_pairs(histories.bought, where, products.ravel()) != UNKNOWN
        self._is_own = had.reshape(products.shape)

    def find(self, rows: Rows) -> None:
        products, gains = self._products[rows], self._gains[rows]
        padded = Padded.of(self.pairs, rows)
        crowd, history = np.zeros((2, *products.shape), dtype=np.float32)
        added = np.zeros((*padded.places.shape, products.shape[1]), dtype=np.float32)
        for at, explainer in enumerate(self._explainers):
            if explainer is None:
                crowd += gains[:, :, at]
                continue
            history += gains[:, :, at]
            # One that is listened to the other way round names purchases that speak against a product.
            if self._weights[at] > 0 and (gains[:, :, at] > 0).any():
                added += _share_out(explainer(padded, products), np.maximum(gains[:, :, at], 0))
        self._decide(rows, products, padded, added, history >= crowd, crowd > 0)

    def _decide(
        self,
        rows: Rows,
        products: Rows,
        padded: Padded,
        added: Scores,
        history_wins: NDArray[np.bool_],
        crowd_helps: NDArray[np.bool_],
    ) -> None:
        usable = (padded.places != UNKNOWN) & self._nameable[padded.products]
        # A product is no reason for itself: that it was bought is a reason of its own.
        itself = padded.products[:, :, None] == products[:, None, :]
        others = np.where(usable[:, :, None] & ~itself, added, np.float32(0))
        best = others.argmax(axis=1)
        most = np.take_along_axis(others, best[:, None, :], axis=1)[:, 0, :]
        places = np.take_along_axis(padded.places, best, axis=1)
        present, found = products != UNKNOWN, most > 0
        self.sources[rows] = np.where(
            found & present, np.take_along_axis(padded.products, best, axis=1), UNKNOWN
        )
        self.was_bought[rows] = self._purchased[places] & found
        otherwise = np.where(crowd_helps, Why.CROWD, Why.NOTHING)
        kinds = np.where(found & history_wins, Why.HISTORY, otherwise)
        self.kinds[rows] = np.where(present, np.where(self._is_own[rows], Why.OWN, kinds), Why.NOTHING)


def _share_out(parts: Any, gains: Scores) -> Scores:
    """Gains (n, k) over a history (n, m, k) as its positive parts are to one another."""
    parts = np.maximum(parts, 0)
    total = parts.sum(axis=1)
    scale = np.divide(gains, total, out=np.zeros_like(gains), where=total > 0)
    return np.asarray(parts * scale[:, None, :])
