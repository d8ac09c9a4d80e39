"""Training a model, judging it, and putting it in service if it earned that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from bespoke.domain import ModelStatus, ModelVersion
from bespoke.encoding import encode
from bespoke.errors import ModelUnusable
from eval.drift import quantiles_of
from eval.model_judging import judge_model
from eval.model_page import write_report
from eval.model_report import ModelReport
from flows.experiment_log import log_training
from flows.stages.recommending import countries_by_customer, sample_scores
from flows.wiring import Workspace
from recommender.artifacts import describe_model, load_model, save_model
from recommender.presets import shop_recipe
from recommender.recipe import Recipe
from recommender.training import POPULARITY, FittedModel, fit_model
from store.models import RegisteredModel


@dataclass(frozen=True, slots=True)
class TrainingOutcome:
    version: ModelVersion  # of the model trained now
    report: ModelReport
    promoted: bool
    why: str  # in words, for the person who started it
    page: Path  # the report for a browser
    notes: tuple[str, ...] = ()


def train(
    ws: Workspace, now: datetime | None = None, *, tune_minutes: float | None = None
) -> TrainingOutcome:
    """Tune and judge the recommender on held-back orders, fit it on all, and promote it if it earned that.

    It has to beat popularity, and not be worse than the model in service. A shop whose models
    do not beat popularity is served by popularity itself. `tune_minutes` goes before the
    settings'; 0 tunes nothing. Raises ModelUnusable when there is nothing to learn from.
    """
    now = now or ws.clock()
    settings = ws.settings.recommender
    events = ws.store.events.frame(before=now)
    if events.empty:
        raise ModelUnusable("there are no events to learn from: run 'bespoke ingest' first")
    products = ws.store.catalog.products()
    countries = countries_by_customer(ws)
    serving = _personal_in_service(ws)
    examined = judge_model(
        events,
        products,
        countries,
        shop_recipe(settings),
        test_days=settings.test_days,
        gate=ws.settings.gate,
        in_service=None if serving is None else _recipe(serving),
        tune_minutes=settings.tune_minutes if tune_minutes is None else tune_minutes,
    )
    model = fit_model(
        events, products, countries, examined.recipe, now, with_unsold=True, rankers=examined.rankers
    )
    quantiles = quantiles_of(sample_scores(model, events, now, countries))
    report = replace(examined.report, score_quantiles=quantiles)
    registered = _register(ws, model, events, report, now)
    promoted, why = _act(ws, registered, serving, model, events, report, now)
    return TrainingOutcome(
        registered.version,
        report,
        promoted,
        why,
        registered.artifact / "report.html",
        _log(ws, registered, report),
    )


def _personal_in_service(ws: Workspace) -> RegisteredModel | None:
    """The live personal model; None where popularity serves, or nothing that can be loaded."""
    live = ws.store.models.live()
    if live is None or live.kind == POPULARITY:
        return None
    try:
        load_model(live.artifact)
    except ModelUnusable:
        return None
    return live


def _recipe(serving: RegisteredModel) -> Recipe | None:
    """What to fit again on the exam's past; None where this version of Bespoke cannot read it."""
    try:
        return Recipe.from_json(serving.parameters)
    except (ValueError, KeyError, TypeError):
        return None


def _act(
    ws: Workspace,
    trained: RegisteredModel,
    serving: RegisteredModel | None,
    model: FittedModel,
    events: pd.DataFrame,
    report: ModelReport,
    now: datetime,
) -> tuple[bool, str]:
    version = trained.version
    if report.promotes and serving is not None and _recipe(serving) is None:
        why = (
            f"the parameters of model {serving.version}, which is in service, cannot be read for a comparison"
        )
        return (
            False,
            f"Model {version} was not put in service: {why}. 'bespoke models promote {version}' does so.",
        )
    if report.promotes:
        ws.store.models.promote(version, now, "bespoke")
        return True, f"Model {version} is in service: {report.reason}"
    why = f"Model {version} was not put in service: {report.reason}"
    if serving is not None:
        return False, f"{why} Model {serving.version} stays in service."
    popular = _register(ws, model.without_personal(report.reason), events, report, now)
    ws.store.models.promote(popular.version, now, "bespoke")
    return False, f"{why} Until one is, everyone is recommended what is popular where they live."


def _register(
    ws: Workspace, model: FittedModel, events: pd.DataFrame, report: ModelReport, now: datetime
) -> RegisteredModel:
    metadata = describe_model(model, events, now)
    artifact = save_model(model, ws.settings.artifacts_dir, metadata).resolve()
    registered = RegisteredModel(
        version=metadata.version,
        kind=model.kind,
        status=ModelStatus.CANDIDATE,
        artifact=artifact,
        data_fingerprint=metadata.data_fingerprint,
        parameters=metadata.recipe,
        report=encode(report),
        trained_at=now,
        packages=metadata.packages,
    )
    write_report(report, artifact, version=metadata.version, trained_at=now, data=metadata.data_fingerprint)
    ws.store.models.register(registered)
    return registered


def _log(ws: Workspace, registered: RegisteredModel, report: ModelReport) -> tuple[str, ...]:
    if ws.experiments is None:
        return ()
    tags = {
        "bespoke.version": registered.version,
        "bespoke.kind": registered.kind,
        "bespoke.data_fingerprint": registered.data_fingerprint,
        "bespoke.verdict": str(report.decision.verdict),
    }
    tags |= {f"package.{name}": version for name, version in registered.packages.items()}
    files = [registered.artifact / name for name in ("report.html", "report.json", "report.png")]
    return (log_training(ws.experiments, registered.version, report, tags, files),)
