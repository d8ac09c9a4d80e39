"""Training a model, judging it, and putting it in service if it earned that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from bespoke.domain import ModelStatus, ModelVersion
from bespoke.encoding import encode
from bespoke.errors import ModelUnusable
from eval.model_report import ModelReport, judge_model
from flows.stages.recommending import countries_by_customer
from flows.wiring import Workspace
from recommender.artifacts import describe_model, save_model
from recommender.training import FittedModel, fit_model
from store.models import RegisteredModel


@dataclass(frozen=True, slots=True)
class TrainingOutcome:
    version: ModelVersion  # of the model trained now
    report: ModelReport
    promoted: bool
    why: str  # in words, for the person who started it


def train(ws: Workspace, now: datetime | None = None) -> TrainingOutcome:
    """Judge the recommender on held-back orders, fit it on all, and promote it if it beat popularity.

    A shop whose model does not beat popularity is served by popularity itself.
    Raises ModelUnusable when there is nothing to learn from.
    """
    now = now or ws.clock()
    settings = ws.settings.recommender
    events = ws.store.events.frame(before=now)
    if events.empty:
        raise ModelUnusable("there are no events to learn from: run 'bespoke ingest' first")
    products = ws.store.catalog.products()
    countries = countries_by_customer(ws)
    report = judge_model(events, products, countries, settings)
    model = fit_model(events, products, countries, settings, now)
    version = _register(ws, model, events, report, now)
    if report.beats_popularity:
        ws.store.models.promote(version, now, "bespoke")
        return TrainingOutcome(version, report, True, f"Model {version} is in service: {report.reason}")
    why = f"Model {version} was not put in service: {report.reason}"
    return TrainingOutcome(version, report, False, f"{why} {_fall_back(ws, model, events, report, now)}")


def _fall_back(
    ws: Workspace, model: FittedModel, events: pd.DataFrame, report: ModelReport, now: datetime
) -> str:
    live = ws.store.models.live()
    if live is not None and live.kind != "popularity":
        return f"Model {live.version} stays in service."
    popular = model.without_personal(report.reason)
    version = _register(ws, popular, events, report, now)
    ws.store.models.promote(version, now, "bespoke")
    return "Until one does, everyone is recommended what is popular where they live."


def _register(
    ws: Workspace, model: FittedModel, events: pd.DataFrame, report: ModelReport, now: datetime
) -> ModelVersion:
    metadata = describe_model(model, events, ws.settings.recommender, now)
    artifact = save_model(model, ws.settings.artifacts_dir, metadata)
    ws.store.models.register(
        RegisteredModel(
            version=metadata.version,
            kind=model.kind,
            status=ModelStatus.CANDIDATE,
            artifact=artifact.resolve(),
            data_fingerprint=metadata.data_fingerprint,
            parameters=encode(metadata.parameters),
            report=encode(report),
            trained_at=now,
        )
    )
    return metadata.version
