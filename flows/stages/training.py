"""Training a model, judging it, and putting it in service if it earned that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
from eval.model_report import ModelReport, judge_model
from recommender.artifacts import load_model, save_model
from recommender.training import FittedModel, fit_model

from bespoke.domain import ModelStatus, ModelVersion
from bespoke.encoding import encode
from bespoke.errors import ModelUnusable
from flows.wiring import Workspace
from store.models import RegisteredModel


@dataclass(frozen=True, slots=True)
class TrainingOutcome:
    version: ModelVersion
    report: ModelReport
    promoted: bool
    why: str  # in words, for the person who started it


def train(ws: Workspace, now: datetime | None = None) -> TrainingOutcome:
    """Judge the recommender on held-back orders, fit it on all, and promote it if it beat popularity.

    Raises ModelUnusable when there is nothing to learn from.
    """
    now = now or ws.clock()
    settings = ws.settings.recommender
    events = ws.store.events.frame(before=now)
    if events.empty:
        raise ModelUnusable("there are no events to learn from: run 'bespoke ingest' first")
    products = ws.store.catalog.products()
    countries = _countries(ws)
    report = judge_model(events, products, countries, settings)
    model = fit_model(events, products, countries, settings, now)
    version = _register(ws, model, report, now)
    promoted, why = _promote(ws, version, report, now)
    return TrainingOutcome(version, report, promoted, why)


def model_in_service(ws: Workspace) -> tuple[ModelVersion, FittedModel]:
    """The live model; raises ModelUnusable where there is none or it cannot be read."""
    live = ws.store.models.live()
    if live is None:
        raise ModelUnusable("no model is in service: run 'bespoke train' first")
    return live.version, load_model(live.artifact)


def _countries(ws: Workspace) -> pd.Series[str]:
    customers = ws.store.customers.frame()
    return customers.set_index("customer_id")["country"]


def _register(ws: Workspace, model: FittedModel, report: ModelReport, now: datetime) -> ModelVersion:
    version = ModelVersion(f"{now:%Y%m%d-%H%M%S}-{model.data_fingerprint[:8]}")
    artifact = save_model(model, ws.settings.artifacts_dir / version, version=version)
    ws.store.models.register(
        RegisteredModel(
            version=version,
            kind=model.kind,
            status=ModelStatus.CANDIDATE,
            artifact=artifact.resolve(),
            data_fingerprint=model.data_fingerprint,
            parameters=encode(ws.settings.recommender.model_dump(mode="json"), dict[str, Any]),
            report=encode(report),
            trained_at=now,
        )
    )
    return version


def _promote(ws: Workspace, version: ModelVersion, report: ModelReport, now: datetime) -> tuple[bool, str]:
    if not report.beats_popularity:
        return False, f"Model {version} was not put in service: {report.verdict}"
    ws.store.models.promote(version, now, "bespoke")
    return True, f"Model {version} is in service: {report.verdict}"
