"""Only a model that earned its place is put in service."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bespoke.brief import Brief
from bespoke.domain import ModelStatus
from bespoke.settings import GateSettings
from eval.gate import Verdict
from flows.stages.drafting import draft_campaign
from flows.stages.drift import NO_SCORES, watch
from flows.stages.ingesting import ShopSource, ingest
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.recommending import model_in_service
from flows.stages.reviewing import approve_campaign
from flows.stages.sending import send_campaign
from flows.stages.training import train
from flows.wiring import Workspace, open_workspace
from recommender.artifacts import load_model
from tests.builders import NOW
from tests.flows.conftest import TrainedShop
from tests.sample_shops import load_tiny_shop, quick_settings


def test_a_shop_too_small_to_judge_is_served_by_popularity(tmp_path: Path) -> None:
    with open_workspace(quick_settings(tmp_path), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=60))
        outcome = train(ws)

        assert not outcome.promoted
        assert "not put in service" in outcome.why
        assert ws.store.models.get(outcome.version).status is not ModelStatus.LIVE
        version, model = model_in_service(ws)
        assert version != outcome.version
        assert model.kind == "popularity"
        assert model.components == {}
        brief = Brief.model_validate({"name": "Room", "products": {"exploration": 0.2}})
        (remark,) = plan_campaign(ws, open_campaign(ws, brief)).remarks
        assert remark == "room for new products stays unused while the model in service is popularity alone"


def test_twenty_customers_train_and_hear_from_the_shop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mlflow", None)
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:9")
    with open_workspace(quick_settings(tmp_path), clock=lambda: NOW) as ws:
        load_tiny_shop(ws, customers=20, events=100)
        outcome = train(ws)

        assert not outcome.promoted
        assert outcome.report.decision.verdict is Verdict.TOO_LITTLE_DATA
        assert "Until one is, everyone is recommended what is popular where they live." in outcome.why
        _, model = model_in_service(ws)
        assert model.kind == "popularity"
        assert model.note == outcome.report.reason
        # Logging cannot work here, which is said and stops nothing.
        assert outcome.notes == (
            "MLFLOW_TRACKING_URI is set but mlflow is not installed: pip install 'bespoke[mlflow]'",
        )
        campaign = open_campaign(ws, Brief(name="Hello", holdout=0))
        plan = plan_campaign(ws, campaign)
        draft_campaign(ws, ws.store.campaigns.get(campaign.campaign_id))
        approve_campaign(ws, campaign.campaign_id, "ann")
        assert send_campaign(ws, campaign.campaign_id).sent_now == sum(plan.messages_by_variant.values())
        assert len(list((tmp_path / "outbox").rglob("*.eml"))) == 20


def test_a_model_that_beat_popularity_is_in_service(trained: Workspace, trained_once: TrainedShop) -> None:
    outcome = trained_once.outcome
    version, model = model_in_service(trained)

    assert outcome.promoted
    assert outcome.report.decision.verdict is Verdict.BETTER
    assert version == outcome.version
    assert model.kind == outcome.report.kind == "blend"
    assert sum(1 for weight in model.rankers[outcome.report.decision.aim].weights.values() if weight) > 1


def test_settings_override_a_components_parameters(trained_once: TrainedShop, trained: Workspace) -> None:
    parameters = json.loads(trained.store.models.get(trained_once.outcome.version).parameters)
    _, model = model_in_service(trained)

    assert parameters["components"]["als"]["factors"] == 16
    assert model.components["als"].arrays()["product_factors"].shape[1] == 16


def test_a_training_leaves_its_report_beside_the_model(trained_once: TrainedShop) -> None:
    page = trained_once.outcome.page

    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert {path.name for path in page.parent.iterdir()} >= {"report.json", "report.png"}
    assert load_model(page.parent)


def test_training_the_same_recipe_again_needs_no_proof(two_models: TrainedShop) -> None:
    again = two_models.outcome

    with open_workspace(quick_settings(two_models.folder), clock=lambda: NOW) as ws:
        first, second = sorted(
            (model for model in ws.store.models.all() if model.promoted_at),
            key=lambda model: model.trained_at,
        )
        assert again.promoted
        assert (second.version, second.status) == (again.version, ModelStatus.LIVE)
        assert first.status is ModelStatus.RETIRED
        assert json.loads(first.parameters) == json.loads(second.parameters)


def test_a_model_not_shown_to_be_as_good_stays_out(trained: Workspace) -> None:
    before = trained.store.models.live()
    assert before is not None
    noise = {"als": {"factors": 4, "alpha": 0.001}, "item_item": {"neighbors": 1}}
    settings = trained.settings.model_copy(
        update={
            "recommender": trained.settings.recommender.model_copy(update={"components": noise}),
            "gate": GateSettings(margin=0),  # it would have to be shown that it is no worse at all
        }
    )

    worse = train(replace(trained, settings=settings))

    assert not worse.promoted
    assert worse.why.endswith(f"Model {before.version} stays in service.")
    assert model_in_service(trained)[0] == before.version
    assert trained.store.models.get(worse.version).status is ModelStatus.CANDIDATE


def test_a_model_in_service_that_cannot_be_loaded_holds_nobody_back(trained: Workspace) -> None:
    live = trained.store.models.live()
    assert live is not None
    shutil.rmtree(live.artifact)

    again = train(trained, NOW + timedelta(hours=1))

    assert again.promoted
    assert "in service by" not in again.report.reason


def test_right_after_a_training_scores_are_as_they_were_whatever_a_campaign_shows(trained: Workspace) -> None:
    before = watch(trained)
    narrow = {"name": "Narrow", "holdout": 0, "products": {"minimum_price": 10}}
    plan_campaign(trained, open_campaign(trained, Brief.model_validate(narrow)))
    after = watch(trained)

    assert NO_SCORES not in before.unseen
    for report in (before, after):
        scores = next(measure for measure in report.measures if "scores" in measure.name)
        assert not scores.is_drift
