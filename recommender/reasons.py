"""What is said of each product shown: the first of the reasons that is true of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bespoke.domain import ReasonKind
from recommender.category_taste import number_categories
from recommender.components import Component
from recommender.explaining import Why, Whys, find_whys
from recommender.fresh import FreshProducts, are_new_in_liked
from recommender.histories import COUNTRY, Histories
from recommender.id_maps import UNKNOWN, Rows
from recommender.lists import CODES
from recommender.popular import Popularity
from recommender.repeats import Repeats
from recommender.shelf import Shelf
from recommender.top_products import Scores
from recommender.training import FittedModel


@dataclass(frozen=True, slots=True)
class Reasons:
    """For each customer and product shown (n, k)."""

    codes: NDArray[np.int8]  # of `lists.CODES`; UNKNOWN where nothing true is left to say
    sources: Rows  # the product of their history that the reason names, else UNKNOWN


@dataclass(frozen=True, slots=True)
class ReasonFinder:
    """What stays the same over all customers of one call."""

    components: Mapping[str, Component]
    popularity: Popularity
    are_popular: NDArray[np.bool_]  # (n_products + 1) in the whole shop; False for UNKNOWN
    fresh: FreshProducts
    repeats: Repeats | None
    categories: Rows  # (n_products)
    nameable: NDArray[np.bool_]  # (n_products) which a reason may name

    @classmethod
    def of(cls, model: FittedModel, shelf: Shelf, nameable: NDArray[np.bool_]) -> ReasonFinder:
        """For the products of a model."""
        return cls(
            components=model.components,
            popularity=model.popularity,
            are_popular=np.append(model.popularity.are_popular(), False),
            fresh=model.fresh,
            repeats=next((one for one in model.components.values() if isinstance(one, Repeats)), None),
            categories=number_categories(shelf, len(model.products)),
            nameable=nameable,
        )

    def whys(self, histories: Histories, columns: Rows, gains: Scores, weights: NDArray[Any]) -> Whys:
        """What added most to the score of each product."""
        return find_whys(self.components, histories, columns, gains, self.nameable, weights)

    def find(self, histories: Histories, columns: Rows, gains: Scores, weights: NDArray[Any]) -> Reasons:
        """What to say of each product, from what its score was made of.

        Where the crowd speaks for a product that is not popular, a purchase that speaks for
        it too is named; where there is none, nothing is said.
        """
        whys = self.whys(histories, columns, gains, weights)
        is_own, has_source = whys.kinds == Why.OWN, whys.sources != UNKNOWN
        named = np.where(whys.was_bought, CODES[ReasonKind.BOUGHT_WITH], CODES[ReasonKind.VIEWED])
        codes = np.select(
            [
                columns == UNKNOWN,
                is_own & self._are_due(histories, columns),
                is_own,
                whys.kinds == Why.HISTORY,
                are_new_in_liked(self.fresh, histories, self.categories, columns),
                self._are_popular_at_home(histories, columns),
                self.are_popular[columns],
                has_source,
            ],
            [
                np.int64(UNKNOWN),
                np.int64(CODES[ReasonKind.DUE_AGAIN]),
                np.int64(CODES[ReasonKind.BUY_AGAIN]),
                named,
                np.int64(CODES[ReasonKind.NEW_IN]),
                np.int64(CODES[ReasonKind.POPULAR_IN]),
                np.int64(CODES[ReasonKind.POPULAR]),
                named,
            ],
            default=UNKNOWN,
        ).astype(np.int8)
        names_one = (codes == CODES[ReasonKind.BOUGHT_WITH]) | (codes == CODES[ReasonKind.VIEWED])
        return Reasons(codes, np.where(names_one, whys.sources, UNKNOWN))

    def _are_due(self, histories: Histories, columns: Rows) -> NDArray[np.bool_]:
        if self.repeats is None:
            return np.zeros(columns.shape, dtype=np.bool_)
        return self.repeats.due(histories, columns)

    def _are_popular_at_home(self, histories: Histories, columns: Rows) -> NDArray[np.bool_]:
        """Which products are popular where the customer lives."""
        places = self.popularity.countries.rows_of(histories.traits[COUNTRY])
        found = np.zeros(columns.shape, dtype=np.bool_)
        for country in np.unique(places[places != UNKNOWN]):
            is_popular = np.zeros(len(self.are_popular), dtype=np.bool_)
            is_popular[self.popularity.local[country].indices] = True
            found[places == country] = is_popular[columns[places == country]]
        return found
