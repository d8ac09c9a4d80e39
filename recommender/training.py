"""Events to a fitted model: components, how they are put together, and popularity always."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pandas as pd
from scipy.sparse import csr_matrix

from bespoke.domain import Aim, Product, ProductId
from bespoke.errors import ModelUnusable
from recommender.components import Component
from recommender.facts import ProductFacts
from recommender.fresh import FreshProducts
from recommender.histories import Histories, newest_moment
from recommender.id_maps import IdMap
from recommender.learning import Study, fit_components, learn_ranker, on_clock, study_windows
from recommender.matrix import tally_events
from recommender.popular import Popularity
from recommender.ranker import Ranker
from recommender.recipe import Recipe
from recommender.reranker import why_no_trees
from recommender.shelf import Shelf

POPULARITY = "popularity"
IMPERSONAL = frozenset({"popular", "new_buyers", "popular_by_trait"})  # kinds that look at nobody's purchases


@dataclass(frozen=True, slots=True)
class FittedModel:
    """What recommends. It knows products; customers come to it with their histories."""

    products: IdMap
    popularity: Popularity
    fresh: FreshProducts
    facts: ProductFacts
    recipe: Recipe
    components: Mapping[str, Component] = field(default_factory=dict)  # none: popularity serves alone
    rankers: Mapping[Aim, Ranker] = field(default_factory=dict)
    note: str = ""  # what it fell back to, and why
    fit_seconds: Mapping[str, float] = field(default_factory=dict, compare=False)  # of each component

    @property
    def kind(self) -> str:
        """ "popularity", the name of the one component in use, "blend", or "blend and trees"."""
        if not self.rankers:
            return POPULARITY
        if any(ranker.reranker is not None for ranker in self.rankers.values()):
            return "blend-and-trees"
        alone = {ranker.alone for ranker in self.rankers.values()}
        return alone.pop() or "blend" if len(alone) == 1 else "blend"

    @property
    def is_personal(self) -> bool:
        return bool(self.rankers)

    def without_personal(self, why: str) -> FittedModel:
        """The same popularity with nothing personal, e.g. because that did not beat popularity."""
        return replace(self, components={}, rankers={}, note=why)

    def histories(
        self,
        events: pd.DataFrame,
        now: datetime,
        countries: pd.Series[Any] | None = None,
    ) -> Histories:
        """What customers did up to `now`, ready for this model to score."""
        until = newest_moment(events, now)
        return on_clock(
            Histories.from_events(events, self.products, until, countries=countries), self.recipe.clock
        )


def fit_model(
    events: pd.DataFrame,
    catalog: Mapping[ProductId, Product],
    countries: pd.Series[Any] | None,
    recipe: Recipe,
    now: datetime,
    *,
    aims: Sequence[Aim] = tuple(Aim),
    only: Callable[[Histories, csr_matrix], csr_matrix] | None = None,
    with_unsold: bool = False,
    rankers: Mapping[Aim, Ranker] | None = None,
    threads: int = 0,
) -> FittedModel:
    """A model of the events up to `now` on products of the catalog.

    `countries` gives each customer's country by customer id, `only` the products ranked
    for each customer where not all are. `with_unsold` takes in what the catalog offers
    and nobody had to do with yet. `rankers` are of a model of the same recipe that was
    learned and judged on an earlier past; without them they are learned here. A shop
    without enough data for more gets popularity alone, and `note` says why. Raises
    ModelUnusable where no event is left to learn from.
    """
    events = events[(events["occurred_at"] <= now).to_numpy()]
    sold = _products_with_events(events, catalog)
    if not len(sold):
        raise ModelUnusable("no events on products of the catalog to learn from; load orders first")
    products = _with_unsold(sold, catalog) if with_unsold else sold
    until = newest_moment(events, now)
    everyone = IdMap.of_column(events["customer_id"])
    tally = tally_events(events, everyone, products, until)
    shelf = Shelf.of(products, catalog)
    histories = Histories.from_events(events, products, until, countries=countries)
    on_time = on_clock(histories, recipe.clock)
    fitted = fit_components(on_time, shelf, recipe, threads=threads)
    model = FittedModel(
        products=products,
        popularity=Popularity.fit(tally, len(products), countries, everyone),
        fresh=FreshProducts.find(tally, len(products)),
        facts=fitted.facts,
        recipe=recipe,
        components=fitted.components,
        fit_seconds=fitted.seconds,
    )
    if all(component.kind in IMPERSONAL for component in fitted.components.values()):
        return model.without_personal("too few customers share products to learn from")
    if rankers is not None and _fit_together(rankers, fitted.components):
        return replace(model, rankers=rankers, note=_describe_fallbacks(recipe, model, {}))
    in_catalog = events[events["product_id"].isin(sold.index)]
    studies = study_windows(
        in_catalog,
        lambda products: Shelf.of(products, catalog),
        countries,
        recipe,
        aims,
        only=only,
        threads=threads,
    )
    names = list(fitted.components)
    rankers = {aim: learn_ranker(studies[aim], recipe, names, threads=threads) for aim in aims}
    return replace(model, rankers=rankers, note=_describe_fallbacks(recipe, model, studies))


def _fit_together(rankers: Mapping[Aim, Ranker], components: Mapping[str, Component]) -> bool:
    """Whether every component that the rankers listen to is there."""
    return bool(rankers) and all(set(ranker.weights) <= set(components) for ranker in rankers.values())


def _products_with_events(events: pd.DataFrame, catalog: Mapping[ProductId, Product]) -> IdMap:
    found = IdMap.of_column(events["product_id"]).index
    return IdMap.of(product_id for product_id in found if product_id in catalog)


def _with_unsold(sold: IdMap, catalog: Mapping[ProductId, Product]) -> IdMap:
    return IdMap.of([*sold.index, *(one.product_id for one in catalog.values() if one.active)])


def _describe_fallbacks(recipe: Recipe, model: FittedModel, studies: Mapping[Aim, Sequence[Study]]) -> str:
    """What the model does without, and why, in sentences; "" where it lacks nothing."""
    missing = [name for name in recipe.components if name not in model.components]
    unlearned = [aim.value for aim, some in studies.items() if not some]
    parts = []
    if recipe.reranker is not None and (why := why_no_trees()) is not None:
        parts.append(f"Without trees: {why}.")
    if missing:
        parts.append(f"Left out for lack of data: {', '.join(missing)}.")
    if unlearned:
        parts.append(
            f"Weights for {', '.join(unlearned)} are the usual ones: "
            "no earlier weeks had orders to learn them from."
        )
    return " ".join(parts)
