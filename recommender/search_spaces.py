"""Where to look for better parameters of each component."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from recommender.als import AlsParameters
from recommender.bpr import BprParameters
from recommender.category_taste import CategoryTasteParameters
from recommender.content import ContentParameters
from recommender.ease import EaseParameters
from recommender.item_item import ItemItemParameters
from recommender.next_orders import NextOrdersParameters
from recommender.popular import RecentPopularityParameters
from recommender.popular_by_trait import TraitPopularityParameters
from recommender.recipe import Parameters
from recommender.sequences import SequencesParameters

_FADES_NOTHING = 1e5  # half-lives above are meant never to fade, and are left alone


class Trial(Protocol):
    """What of an Optuna trial is used."""

    def suggest_float(self, name: str, low: float, high: float, *, log: bool = False) -> float: ...
    def suggest_int(self, name: str, low: int, high: int, *, log: bool = False) -> int: ...


def suggest(trial: Trial, parameters: Parameters) -> Parameters | None:
    """Other parameters of the same kind; None where there is nothing to search."""
    space = _SPACES.get(type(parameters))
    return None if space is None else replace(parameters, **space(trial, parameters))


def _als(trial: Trial, now: AlsParameters) -> dict[str, Any]:
    return {
        "factors": trial.suggest_int("factors", 16, 256, log=True),
        "regularization": trial.suggest_float("regularization", 0.1, 1.5, log=True),
        "alpha": trial.suggest_float("alpha", 1.0, 40.0, log=True),
        **_half_lives(trial, now, "half_life_days", "fold_in_half_life_days"),
    }


def _item_item(trial: Trial, now: ItemItemParameters) -> dict[str, Any]:
    return {
        "neighbors": trial.suggest_int("neighbors", 10, 200, log=True),
        "k1": trial.suggest_float("k1", 0.5, 20.0, log=True),
        "b": trial.suggest_float("b", 0.0, 0.9),
        **_half_lives(trial, now, "half_life_days", "profile_half_life_days"),
    }


def _ease(trial: Trial, now: EaseParameters) -> dict[str, Any]:
    return {
        "regularization": trial.suggest_float("regularization", 0.1, 10.0, log=True),
        **_half_lives(trial, now, "half_life_days", "profile_half_life_days"),
    }


def _bpr(trial: Trial, now: BprParameters) -> dict[str, Any]:
    return {"factors": trial.suggest_int("factors", 16, 128, log=True)}


def _next_orders(trial: Trial, now: NextOrdersParameters) -> dict[str, Any]:
    return {
        "regularization": trial.suggest_float("regularization", 1.0, 60.0, log=True),
        "power": trial.suggest_float("power", 0.25, 1.0),
        **_half_lives(trial, now, "half_life_days", "date_half_life_days"),
    }


def _sequences(trial: Trial, now: SequencesParameters) -> dict[str, Any]:
    return {
        "half_life_steps": trial.suggest_float("half_life_steps", 1.0, 15.0, log=True),
        "backward": trial.suggest_float("backward", 0.0, 1.0),
        "damping": trial.suggest_float("damping", 0.3, 1.0),
        "next_damping": trial.suggest_float("next_damping", 0.0, 0.6),
        "profile_half_life_steps": trial.suggest_float("profile_half_life_steps", 0.4, 8.0, log=True),
        **_half_lives(trial, now, "half_life_days", "profile_half_life_days"),
    }


def _popular(trial: Trial, now: RecentPopularityParameters) -> dict[str, Any]:
    return {
        "power": trial.suggest_float("power", 0.2, 1.0),
        **_half_lives(trial, now, "half_life_days"),
    }


def _popular_by_trait(trial: Trial, now: TraitPopularityParameters) -> dict[str, Any]:
    return {
        "believed": trial.suggest_float("believed", 0.5, 20.0, log=True),
        **_half_lives(trial, now, "half_life_days"),
    }


def _category(trial: Trial, now: CategoryTasteParameters) -> dict[str, Any]:
    return {
        "shop_share": trial.suggest_float("shop_share", 0.2, 10.0, log=True),
        **_half_lives(trial, now, "half_life_days", "sales_half_life_days"),
    }


def _content(trial: Trial, now: ContentParameters) -> dict[str, Any]:
    return {
        "sharpness": trial.suggest_float("sharpness", 0.5, 4.0),
        **_half_lives(trial, now, "half_life_days"),
    }


def _half_lives(trial: Trial, now: Parameters, *names: str) -> dict[str, float]:
    """Each between a quarter and the fourfold of what it is, unless it is meant never to fade."""
    return {
        name: trial.suggest_float(name, getattr(now, name) / 4, getattr(now, name) * 4, log=True)
        for name in names
        if getattr(now, name) < _FADES_NOTHING
    }


_SPACES: Mapping[type, Callable[[Trial, Any], dict[str, Any]]] = {
    AlsParameters: _als,
    ItemItemParameters: _item_item,
    EaseParameters: _ease,
    BprParameters: _bpr,
    NextOrdersParameters: _next_orders,
    SequencesParameters: _sequences,
    RecentPopularityParameters: _popular,
    TraitPopularityParameters: _popular_by_trait,
    CategoryTasteParameters: _category,
    ContentParameters: _content,
}
