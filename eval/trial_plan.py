"""How learning inside the training file mirrors the test, told by the shape of the test alone.

What decides is how many products the test has for a customer, when it is, and how many
candidates there are to rank; which products they are is never looked at.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bespoke.domain import Aim, EventType
from bespoke.errors import DataRefused
from eval.interactions import Interactions
from recommender.histories import Histories
from recommender.matrix import KeptPurchases
from recommender.presets import order_only_recipe, orders_recipe
from recommender.recipe import Recipe
from recommender.splitting import Protocol
from recommender.windows import draw_candidates

USUAL_WINDOW_DAYS = 28.0
MOST_OF_SPAN = 5  # a window is at most a fifth of the training's time
_ONE_EACH = 0.95  # of the test's customers with one product: from here on it is a test of one product each
_AMONG = 0.2  # of the test's lines, before the end of training: from here on it is no later time
_DAYS_CLOSED = timedelta(days=7)
_HARDLY_EVER = 0.005  # of purchases that repeat: below, what somebody has is not shown to them again


class Split(StrEnum):
    """What the user can ask for."""

    AUTO = "auto"
    TIME = "time"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Plan:
    """A recipe whose windows mirror the test, and what is ranked."""

    recipe: Recipe
    hides_bought: bool  # nothing a customer bought is ranked, because here nobody buys a thing twice
    candidates: int | None  # how many others are drawn to rank the right one among, in learning
    words: str

    @property
    def only(self) -> Callable[[Histories, csr_matrix], csr_matrix] | None:
        """What is ranked for each customer in learning; None for everything."""
        return None if self.candidates is None else draw_candidates(self.candidates, self.recipe.seed)

    def learns(self, aim: Aim) -> Aim:
        """The aim that rankers are learned for."""
        return Aim.DISCOVER if aim is Aim.MIXED and self.hides_bought else aim


@dataclass(frozen=True, slots=True)
class Shape:
    """All that may be known of a test before it is ranked for."""

    products: NDArray[np.int64]  # bought and kept, of each customer who bought
    moments: pd.Series[Any] | None

    @classmethod
    def of(cls, test: Interactions) -> Shape:
        """The shape of a test file."""
        counts = np.diff(KeptPurchases.from_events(test.events).matrix.indptr)
        return cls(counts[counts > 0], test.events["occurred_at"] if test.has_times else None)

    @property
    def is_one_each(self) -> bool:
        return bool(len(self.products)) and float((self.products == 1).mean()) >= _ONE_EACH


def make_plan(
    train: Interactions,
    shape: Shape,
    candidates: pd.DataFrame | None,
    split: Split = Split.AUTO,
    seed: int = 7,
) -> Plan:
    """The plan for a test of this shape; raises DataRefused for windows of time without times."""
    protocol, why = _choose_protocol(train, shape, split)
    drawn = None if candidates is None else _usual_count(candidates) - 1
    if protocol is Protocol.LAST:
        recipe = order_only_recipe(seed=seed)
        words = f"learns by holding out each customer's last purchase in the training file, because {why}"
    else:
        days = _window_days(train, shape)
        recipe = orders_recipe(seed=seed, window_days=days, window_step_days=max(1.0, math.ceil(days / 2)))
        words = (
            f"learns from {recipe.windows} windows of {days:g} days at the end of the training file, "
            f"because {why}"
        )
    hides = _repeat_share(train.events) < _HARDLY_EVER
    if drawn is not None:
        words += f"; ranks the right product among {drawn} drawn at random, as the candidates do"
    if hides:
        words += "; nobody buys a product twice there, so what a customer has is not ranked again"
    return Plan(recipe, hides, drawn, words)


def _choose_protocol(train: Interactions, shape: Shape, split: Split) -> tuple[Protocol, str]:
    if split is Split.LAST:
        return Protocol.LAST, "that was asked for"
    if split is Split.TIME:
        if not train.has_times:
            raise DataRefused("--split time needs a timestamp in the training file")
        return Protocol.TIME, "that was asked for"
    if not train.has_times:
        return Protocol.LAST, "it has no timestamps, so the order of its lines is all that is known"
    if _span_days(train.events["occurred_at"]) < MOST_OF_SPAN:
        return Protocol.LAST, f"it spans less than {MOST_OF_SPAN} days"
    if shape.moments is not None:
        early = float((shape.moments < train.events["occurred_at"].max()).mean())
        if early >= _AMONG:
            return Protocol.LAST, "the test lies among the training in time"
        return Protocol.TIME, "the test is what came later"
    if shape.is_one_each:
        return Protocol.LAST, "the test has one product for each customer"
    return Protocol.TIME, "the test has several products for many customers"


def _window_days(train: Interactions, shape: Shape) -> float:
    moments = train.events["occurred_at"]
    usual = USUAL_WINDOW_DAYS
    if shape.moments is not None:
        first = shape.moments.min().normalize()
        after = moments.max().normalize() + timedelta(days=1)
        if timedelta() < first - after <= _DAYS_CLOSED:  # the shop sold nothing in the test's first days
            first = after
        usual = (shape.moments.max().normalize() + timedelta(days=1) - first) / timedelta(days=1)
    return float(max(1.0, min(usual, math.floor(_span_days(moments) / MOST_OF_SPAN))))


def _span_days(moments: pd.Series[Any]) -> float:
    return float((moments.max() - moments.min()) / timedelta(days=1))


def _usual_count(candidates: pd.DataFrame) -> int:
    counts = candidates.groupby("customer_id", observed=True).size()
    return max(2, int(counts.median()))


def _repeat_share(events: pd.DataFrame) -> float:
    """The share of known customers' purchases that were of a product they had bought before."""
    bought = events[((events["type"] == EventType.PURCHASE) & events["customer_id"].notna()).to_numpy()]
    customers = bought["customer_id"].cat.codes.to_numpy(np.int64)
    products = bought["product_id"].cat.codes.to_numpy(np.int64)
    pairs = len(np.unique(customers * (products.max(initial=0) + 1) + products))
    return 1 - pairs / len(bought) if len(bought) else 0.0
