"""Events to a fitted model: one personal model where the data carry one, and popularity always."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from bespoke.domain import Product, ProductId
from bespoke.errors import ModelUnusable
from bespoke.settings import RecommenderSettings
from recommender.als import ImplicitAls
from recommender.id_maps import IdMap
from recommender.matrix import build_interactions, tally_events
from recommender.personal import PersonalModel
from recommender.popular import POPULARITY_HALF_LIFE_DAYS, Popularity

POPULARITY = "popularity"


@dataclass(frozen=True, slots=True)
class FittedModel:
    """What recommends: row numbers of all parts are those of the two id maps."""

    customers: IdMap  # the rows of the personal model; none without one
    products: IdMap
    popularity: Popularity
    personal: PersonalModel | None
    note: str = ""  # why there is no personal model

    @property
    def kind(self) -> str:
        """The personal model's name, or "popularity"."""
        return self.personal.kind if self.personal is not None else POPULARITY

    def without_personal(self, why: str) -> FittedModel:
        """The same popularity with no personal model, e.g. because it did not beat popularity."""
        return replace(self, customers=IdMap.of([]), personal=None, note=why)


def fit_model(
    events: pd.DataFrame,
    products: Mapping[ProductId, Product],
    countries: pd.Series[Any] | None,
    settings: RecommenderSettings,
    now: datetime,
    *,
    threads: int = 0,
    show_progress: bool = False,
) -> FittedModel:
    """A model of the events up to `now` on products of the catalog.

    `countries` gives each customer's country by customer id. A shop without enough
    data for a personal model gets popularity alone, and `note` says why. Raises
    ModelUnusable where no event is left to learn from.
    """
    sold = _products_with_events(events, products)
    everyone = IdMap.of_column(events["customer_id"])
    tally = tally_events(events, everyone, sold, half_life_days=POPULARITY_HALF_LIFE_DAYS, now=now)
    if not len(tally.products):
        raise ModelUnusable("no events on products of the catalog to learn from; load orders first")
    popularity = Popularity.fit(tally, len(sold), countries, everyone)
    interactions = build_interactions(events, sold, half_life_days=settings.half_life_days, now=now)
    personal = ImplicitAls.fit(interactions, settings, threads=threads, show_progress=show_progress)
    if personal is None:
        return FittedModel(
            IdMap.of([]), sold, popularity, None, "too few customers share products to learn from"
        )
    return FittedModel(interactions.customers, sold, popularity, personal)


def _products_with_events(events: pd.DataFrame, products: Mapping[ProductId, Product]) -> IdMap:
    found = IdMap.of_column(events["product_id"]).index
    return IdMap.of(product_id for product_id in found if product_id in products)
