"""What the sample shop's customers like: a look, two categories, and the season."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audience.sample_catalog import Finish

Numbers = NDArray[np.int64]

_LOOKS = (
    frozenset({"sky", "slate", "indigo", "cream"}),
    frozenset({"moss", "forest", "sage"}),
    frozenset({"rust", "terracotta", "ochre", "mustard", "brass"}),
    frozenset({"oatmeal", "natural", "oak", "walnut", "blond", "charcoal"}),
    frozenset({"blush", "lilac", "plum"}),
)
_OUT_OF_CATEGORY, _OUT_OF_LOOK = 0.01, 0.15
_ANYTHING = 0.08  # of the lines follow popularity alone
# Category -> by month from January, the share of lines that the season claims for it.
_SEASONS = {
    "Christmas": (0, 0, 0, 0, 0, 0, 0, 0, 0.02, 0.1, 0.3, 0.3),
    "Garden & Outdoors": (0, 0.03, 0.08, 0.1, 0.1, 0.08, 0.05, 0.02, 0, 0, 0, 0),
}


@dataclass(frozen=True, slots=True)
class Tastes:
    """A theme is a category in a look; rows of `chances` are cumulative over products."""

    categories: tuple[str, ...]
    chances: NDArray[np.float64]  # (themes + 1, products); the last is popularity alone
    look: Numbers  # by customer
    favorites: Numbers  # (customers, 2): categories
    staple: Numbers  # by customer: the product bought again and again

    def pick_products(self, customers: Numbers, months: Numbers, rng: np.random.Generator) -> Numbers:
        """A product for each event, given who and in which month (0 is January)."""
        favorite = (rng.random(len(customers)) < 0.35).astype(np.int64)
        category = self.favorites[customers, favorite]
        chance = rng.random(len(customers))
        for name, shares in _SEASONS.items():
            claimed = chance < np.array(shares)[months]
            category = np.where(claimed, self.categories.index(name), category)
            chance = np.where(claimed, 1.0, rng.random(len(customers)))
        themes = category * len(_LOOKS) + self.look[customers]
        themes[rng.random(len(customers)) < _ANYTHING] = len(self.chances) - 1
        return self._draw(themes, rng)

    def _draw(self, themes: Numbers, rng: np.random.Generator) -> Numbers:
        products = np.empty(len(themes), dtype=np.int64)
        order = np.argsort(themes, kind="stable")
        bounds = np.searchsorted(themes[order], np.arange(len(self.chances) + 1))
        for theme, chances in enumerate(self.chances):
            rows = order[bounds[theme] : bounds[theme + 1]]
            products[rows] = np.searchsorted(chances, rng.random(len(rows)), side="right")
        return products


def draw_tastes(finishes: list[Finish], n_customers: int, rng: np.random.Generator) -> Tastes:
    """Tastes for each customer, and what each taste makes of each product."""
    categories = tuple(dict.fromkeys(finish.item.category for finish in finishes))
    popularity = np.arange(1, len(finishes) + 1, dtype=np.float64) ** -0.3
    rng.shuffle(popularity)
    in_category = np.array([categories.index(finish.item.category) for finish in finishes])
    in_look = np.array([_look_of(finish.color) for finish in finishes])
    weights = [
        popularity
        * np.where(in_category == category, 1.0, _OUT_OF_CATEGORY)
        * np.where(in_look == look, 1.0, _OUT_OF_LOOK)
        for category in range(len(categories))
        for look in range(len(_LOOKS))
    ]
    everyday = [i for i, name in enumerate(categories) if name != "Christmas"]
    consumable = np.array([finish.item.consumable for finish in finishes])
    look = rng.integers(0, len(_LOOKS), n_customers)
    return Tastes(
        categories=categories,
        chances=_cumulative([*weights, popularity]),
        look=look,
        favorites=np.array(everyday)[rng.integers(0, len(everyday), (n_customers, 2))],
        staple=_draw_staples(look, np.where(consumable, popularity, 0.0), in_look, rng),
    )


def _draw_staples(look: Numbers, weights: Any, in_look: Any, rng: np.random.Generator) -> Numbers:
    staples = np.empty(len(look), dtype=np.int64)
    for number in range(len(_LOOKS)):
        rows = np.flatnonzero(look == number)
        chances = _cumulative([weights * np.where(in_look == number, 1.0, _OUT_OF_LOOK)])[0]
        staples[rows] = np.searchsorted(chances, rng.random(len(rows)), side="right")
    return staples


def _cumulative(weights: list[Any]) -> NDArray[np.float64]:
    rows = np.cumsum(np.array(weights), axis=1)
    chances: NDArray[np.float64] = rows / rows[:, -1:]
    return chances


def _look_of(color: str) -> int:
    return next((number for number, colors in enumerate(_LOOKS) if color in colors), 0)
