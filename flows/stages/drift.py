"""Looking whether the model in service still fits the shop."""

from __future__ import annotations

import json
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from eval.drift import (
    ActiveCustomers,
    DriftReport,
    measure_new_customers,
    measure_scores,
    measure_unknown_products,
)
from flows.stages.recommending import countries_by_customer, model_in_service, sample_scores
from flows.wiring import Workspace
from recommender.id_maps import IdMap
from store.models import RegisteredModel

NO_CLICKS = "the click rate by rank, since clicks are not recorded"
NO_SCORES = "the scores of lists, since the model's report keeps none from its training"
NO_EVENTS = "products, since nothing happened after the training"
NO_CUSTOMERS = "new customers, since nobody was active after the training or in as long a time before"
SCORE_QUANTILES = "score_quantiles"  # where a model's report keeps those of its lists


def watch(ws: Workspace, now: datetime | None = None) -> DriftReport:
    """What happened since the model in service was trained, against what it knows.

    Raises ModelUnusable where none is in service or it cannot be read.
    """
    now = now or ws.clock()
    version, model = model_in_service(ws)
    events = ws.store.events.frame(before=now, with_guests=False)
    scores = sample_scores(model, events, now, countries_by_customer(ws))
    return compare(ws, ws.store.models.get(version), model.products, scores, now)


def compare(
    ws: Workspace, live: RegisteredModel, known: IdMap, scores: NDArray[np.float32], now: datetime
) -> DriftReport:
    """The drift of a registered model that knows these products and scores today's histories so."""
    trained = live.trained_at
    events = ws.store.events.frame(("product_id",), since=trained, before=now)
    after = ActiveCustomers(*ws.store.events.count_customers(trained, now))
    before = ActiveCustomers(*ws.store.events.count_customers(trained - (now - trained), trained))
    quantiles = json.loads(live.report).get(SCORE_QUANTILES) or ()
    looked = {
        NO_EVENTS: measure_unknown_products(events["product_id"], known),
        NO_CUSTOMERS: measure_new_customers(after, before),
        NO_SCORES: measure_scores(quantiles, scores),
    }
    return DriftReport(
        version=live.version,
        trained_at=trained,
        watched_at=now,
        measures=tuple(measure for measure in looked.values() if measure is not None),
        unseen=(*(why for why, measure in looked.items() if measure is None), NO_CLICKS),
    )
