"""Windows for learning: what customers had done at an earlier moment, and what they bought next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import Aim
from recommender.facts import find_pairs
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, IdMap
from recommender.matrix import KeptPurchases
from recommender.recipe import Recipe
from recommender.shortlisting import Choice
from recommender.splitting import Protocol, Split, last_out_split, temporal_split

_ENOUGH_EVENTS = 10


@dataclass(frozen=True, slots=True)
class Exercise:
    """Some customers of a window for one aim: what may be shown to them and what was right."""

    histories: Histories
    choice: Choice
    relevant: csr_matrix  # customers × products


def cut_windows(events: pd.DataFrame, recipe: Recipe) -> Iterator[Split]:
    """Splits of the past at earlier and earlier moments, the latest first.

    A window never sees what came after its own test, so no window learns from the future.
    """
    for number in range(recipe.windows):
        split = _cut(events, recipe, number)
        if split is None or len(split.train) < _ENOUGH_EVENTS or split.test.empty:
            return
        yield split


def _cut(events: pd.DataFrame, recipe: Recipe, number: int) -> Split | None:
    if events.empty:
        return None
    if recipe.protocol is Protocol.LAST:
        for _ in range(number):
            events = last_out_split(events).train
        return last_out_split(events) if len(events) else None
    end = events["occurred_at"].max().normalize() + timedelta(days=1)
    end -= timedelta(days=recipe.window_step_days * number)
    past = events[(events["occurred_at"] < end).to_numpy()]
    cut = (end - timedelta(days=recipe.window_days)).to_pydatetime()
    return temporal_split(past, recipe.window_days, cut=cut)


def hold_exercise(
    histories: Histories,
    test: pd.DataFrame,
    aim: Aim,
    *,
    max_customers: int,
    seed: int,
    only: Callable[[Histories, csr_matrix], csr_matrix] | None = None,
) -> Exercise | None:
    """An exercise of customers in `histories` with something relevant in `test`; None without any.

    `only` gives the products that are ranked for each customer, where not all are.
    """
    after = KeptPurchases.from_events(test)
    bought = after.of(histories.customers.index, histories.products)
    relevant = relevant_for(aim, bought, histories.bought)
    rows = np.flatnonzero(np.diff(relevant.indptr) * (np.diff(histories.starts) > 0))
    if not len(rows):
        return None
    if len(rows) > max_customers:
        rows = np.sort(np.random.default_rng(seed).choice(rows, max_customers, replace=False))
    chosen, right = histories.at(rows), relevant[rows]
    choice = choice_for(aim, chosen.bought, np.ones(len(histories.products), dtype=np.bool_))
    if only is not None:
        choice = Choice(choice.allowed, choice.hidden, only(chosen, right))
    return Exercise(chosen, choice, right)


def relevant_for(aim: Aim, bought: csr_matrix, had: csr_matrix) -> csr_matrix:
    """What of `bought` counts as right: all, only what they had, or only what they had not."""
    if aim is Aim.MIXED:
        return bought
    rows = np.repeat(np.arange(bought.shape[0]), np.diff(bought.indptr))
    was_had = find_pairs(had, rows, bought.indices) != UNKNOWN
    kept = was_had if aim is Aim.BUY_AGAIN else ~was_had
    return csr_matrix((bought.data[kept], (rows[kept], bought.indices[kept])), shape=bought.shape)


def choice_for(aim: Aim, had: csr_matrix, allowed: NDArray[np.bool_]) -> Choice:
    """What an aim lets be shown to customers who had bought `had`."""
    if aim is Aim.DISCOVER:
        return Choice(allowed, hidden=had)
    return Choice(allowed, only=had) if aim is Aim.BUY_AGAIN else Choice(allowed)


def draw_candidates(count: int, seed: int) -> Callable[[Histories, csr_matrix], csr_matrix]:
    """For each customer, what is right and up to `count` other products they had nothing to do with.

    As tests do that rank a held-out product among some that were drawn at random.
    """

    def draw(histories: Histories, relevant: csr_matrix) -> csr_matrix:
        n, width = relevant.shape
        picks = np.random.default_rng(seed).integers(0, max(width, 1), size=(n, count))
        rows = np.repeat(np.arange(n), count)
        pairs = histories.sum_by_pair(histories.weights)
        free = find_pairs(pairs, rows, picks.ravel()) == UNKNOWN
        right = relevant.tocoo()
        chosen = (
            np.concatenate([rows[free], right.row]),
            np.concatenate([picks.ravel()[free], right.col]),
        )
        matrix: Any = csr_matrix((np.ones(len(chosen[0])), chosen), shape=relevant.shape)
        matrix.sum_duplicates()
        return matrix

    return draw


def products_of(events: pd.DataFrame) -> IdMap:
    """The products that somebody did something with."""
    return IdMap.of_column(events["product_id"])
