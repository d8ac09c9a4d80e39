"""The model in service, and what it needs to know of customers."""

from __future__ import annotations

import pandas as pd

from bespoke.domain import ModelVersion
from bespoke.errors import ModelUnusable
from flows.wiring import Workspace
from recommender.artifacts import load_model
from recommender.training import FittedModel


def model_in_service(ws: Workspace) -> tuple[ModelVersion, FittedModel]:
    """The live model; raises ModelUnusable where there is none or it cannot be read."""
    live = ws.store.models.live()
    if live is None:
        raise ModelUnusable("no model is in service: run 'bespoke train' first")
    return live.version, load_model(live.artifact)


def countries_by_customer(ws: Workspace) -> pd.Series[str]:
    """Each customer's country, by customer id."""
    return ws.store.customers.frame().set_index("customer_id")["country"]
