"""Recipes that do well before anything is tuned, and the settings' changes to them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args

from bespoke.errors import SettingsError
from bespoke.settings import RecommenderSettings
from recommender.als import AlsParameters
from recommender.category_taste import CategoryTasteParameters
from recommender.content import ContentParameters
from recommender.ease import EaseParameters
from recommender.item_item import ItemItemParameters, Weighting
from recommender.new_buyers import NewBuyersParameters
from recommender.next_orders import NextOrdersParameters
from recommender.popular import RecentPopularityParameters
from recommender.popular_by_trait import TraitPopularityParameters
from recommender.recipe import KINDS, Clock, Recipe
from recommender.repeats import RepeatsParameters
from recommender.sequences import SequencesParameters
from recommender.splitting import Protocol

_NEVER = 1e6  # a half-life that fades nothing


def orders_recipe(**changes: Any) -> Recipe:
    """For a shop's orders with their times, judged on the weeks that follow."""
    recipe = Recipe(
        components={
            "als": AlsParameters(),
            "item_item": ItemItemParameters(),
            "next_orders": NextOrdersParameters(),
            "sequences": SequencesParameters(),
            "repeats": RepeatsParameters(),
            "popular_week": RecentPopularityParameters(half_life_days=7.0),
            "popular_month": RecentPopularityParameters(half_life_days=30.0),
            "new_buyers": NewBuyersParameters(),
            "popular_by_trait": TraitPopularityParameters(),
            "category": CategoryTasteParameters(),
            "content": ContentParameters(),
        },
        prior={"als": 1.0, "item_item": 1.0, "next_orders": 1.0, "repeats": 1.0, "popular_week": 1.0},
    )
    return replace(recipe, **changes)


def order_only_recipe(**changes: Any) -> Recipe:
    """For histories of which only the order is known, judged on each customer's last product."""
    als = AlsParameters(
        alpha=10.0,
        regularization=0.3,
        iterations=15,
        half_life_days=_NEVER,
        fold_in_half_life_days=1.5,
        keep_total=True,
    )
    sequences = SequencesParameters(
        window=20,
        half_life_steps=4.0,
        damping=0.7,
        next_damping=0.2,
        half_life_days=_NEVER,
        neighbors=200,
        profile_half_life_steps=1.5,
        profile_half_life_days=_NEVER,
    )
    recipe = Recipe(
        components={
            "als": als,
            "als_long": replace(als, fold_in_half_life_days=12.0),
            "sequences": sequences,
            "sequences_long": replace(sequences, profile_half_life_steps=6.0),
            "ease": EaseParameters(half_life_days=_NEVER, profile_half_life_days=2.0, power=1.0),
            "popular": RecentPopularityParameters(half_life_days=_NEVER),
            "popular_last": RecentPopularityParameters(half_life_days=1.0),
            "repeats": RepeatsParameters(),
            "content": ContentParameters(half_life_days=3.0),
        },
        prior={"als": 1.0, "sequences": 1.0},
        clock=Clock.STEPS,
        protocol=Protocol.LAST,
        windows=1,
    )
    return replace(recipe, **changes)


def shop_recipe(settings: RecommenderSettings) -> Recipe:
    """What a shop's models are made of; raises SettingsError for changes to what is not there."""
    recipe = orders_recipe(
        windows=settings.windows,
        window_days=float(settings.test_days),
        max_customers=settings.max_customers,
        seed=settings.seed,
    )
    if not settings.trees:
        recipe = replace(recipe, reranker=None)
    return change_parameters(recipe, settings.components)


def change_parameters(recipe: Recipe, changes: Mapping[str, Mapping[str, Any]]) -> Recipe:
    """The recipe with some parameters of some components set.

    Naming a kind that the recipe does without, such as "ease", takes it in. Raises
    SettingsError for unknown names and for values that a parameter cannot have.
    """
    components = dict(recipe.components)
    for name, values in changes.items():
        if name not in components and name not in KINDS:
            there = ", ".join(sorted({*components, *KINDS}))
            raise SettingsError(f"recommender.components: no {name!r}; there are {there}")
        components.setdefault(name, KINDS[name][1]() if name in KINDS else None)
        known = {field.name: getattr(components[name], field.name) for field in fields(components[name])}
        for key, value in values.items():
            where = f"recommender.components.{name}"
            if key not in known:
                raise SettingsError(f"{where}: no {key!r}; there are {', '.join(sorted(known))}")
            if (wanted := _mistake(key, value, known[key])) is not None:
                raise SettingsError(f"{where}.{key} must be {wanted}, not {value!r}")
        components[name] = replace(components[name], **values)
    return replace(recipe, components=components)


def _mistake(key: str, value: Any, usual: Any) -> str | None:
    """What a parameter must be, where `value` is something else."""
    if isinstance(usual, bool):
        return None if isinstance(value, bool) else "true or false"
    if isinstance(usual, str):
        words = get_args(Weighting)
        return None if value in words else f"one of {', '.join(words)}"
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(usual, int):
        return None if is_number and isinstance(value, int) and value > 0 else "a whole number above 0"
    if "half_life" in key or key.endswith("_days"):
        return None if is_number and 0 < value < math.inf else "a number above 0"
    return None if is_number and 0 <= value < math.inf else "a number from 0"
