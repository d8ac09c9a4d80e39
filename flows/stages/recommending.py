"""The model in service, and what it needs to know of customers."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bespoke.domain import Aim, ModelVersion
from bespoke.errors import ModelUnusable
from flows.wiring import Workspace
from recommender.artifacts import load_model
from recommender.ranker import rank_products
from recommender.training import FittedModel
from recommender.windows import choice_for

_SCORED_CUSTOMERS = 5000
_SCORED_PLACES = 3


def model_in_service(ws: Workspace) -> tuple[ModelVersion, FittedModel]:
    """The live model; raises ModelUnusable where there is none or it cannot be read."""
    live = ws.store.models.live()
    if live is None:
        raise ModelUnusable("no model is in service: run 'bespoke train' first")
    return live.version, load_model(live.artifact)


def countries_by_customer(ws: Workspace) -> pd.Series[str]:
    """Each customer's country, by customer id."""
    return ws.store.customers.frame().set_index("customer_id")["country"]


def sample_scores(
    model: FittedModel, events: pd.DataFrame, now: datetime, countries: pd.Series[str]
) -> NDArray[np.float32]:
    """Scores of the first places that some customers would be shown, whatever a campaign's rules.

    The same customers at training and later, as far as they are the same, so that a change
    is the shop's and not the campaigns'.
    """
    if not model.is_personal:
        return np.empty(0, dtype=np.float32)
    histories = model.histories(events, now, countries)
    rows = np.random.default_rng(model.recipe.seed).permutation(len(histories))[:_SCORED_CUSTOMERS]
    sample = histories.at(np.sort(rows))
    choice = choice_for(Aim.DISCOVER, sample.bought, np.ones(len(model.products), dtype=np.bool_))
    ranker = model.rankers[Aim.DISCOVER]
    found = rank_products(model.components, ranker, model.facts, sample, choice, _SCORED_PLACES)
    scores = found.shortlist.scores[:, :_SCORED_PLACES]
    return scores[np.isfinite(scores)]
