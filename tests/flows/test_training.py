"""Only a model that earned its place is put in service."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bespoke.domain import ModelStatus
from bespoke.settings import Settings
from flows.stages.ingesting import ShopSource, ingest
from flows.stages.recommending import model_in_service
from flows.stages.training import train
from flows.wiring import open_workspace
from recommender.artifacts import load_model
from tests.builders import NOW


def settings_in(folder: Path) -> Settings:
    return Settings(state_dir=folder, database_url=f"sqlite:///{folder}/bespoke.db")


def test_a_shop_too_small_to_judge_is_served_by_popularity(tmp_path: Path) -> None:
    with open_workspace(settings_in(tmp_path), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=60))
        outcome = train(ws)

        assert not outcome.promoted
        assert "not put in service" in outcome.why
        assert ws.store.models.get(outcome.version).status is not ModelStatus.LIVE
        version, model = model_in_service(ws)
        assert version != outcome.version
        assert model.kind == "popularity"


def test_a_model_that_beat_popularity_is_in_service(tmp_path: Path) -> None:
    with open_workspace(settings_in(tmp_path), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=2000))
        outcome = train(ws)

        assert outcome.promoted
        version, model = model_in_service(ws)
        assert version == outcome.version
        assert model.kind == "als"


def test_training_again_needs_no_proof_and_a_worse_model_stays_out(tmp_path: Path) -> None:
    with open_workspace(settings_in(tmp_path), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=2000))
        first = train(ws, NOW)
        again = train(ws, NOW + timedelta(hours=1))
        noisy = ws.settings.recommender.model_copy(update={"factors": 4, "iterations": 1, "alpha": 0.001})
        worse = train(replace(ws, settings=ws.settings.model_copy(update={"recommender": noisy})))

        assert first.promoted
        assert again.promoted
        assert again.version != first.version
        assert not worse.promoted
        assert worse.why.endswith(f"Model {again.version} stays in service.")
        assert model_in_service(ws)[0] == again.version
        assert ws.store.models.get(worse.version).status is ModelStatus.CANDIDATE


def test_a_training_leaves_its_report_beside_the_model(tmp_path: Path) -> None:
    with open_workspace(settings_in(tmp_path), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=60))
        outcome = train(ws)

        assert outcome.page.read_text(encoding="utf-8").startswith("<!doctype html>")
        assert outcome.page.parent == ws.store.models.get(outcome.version).artifact
        assert {path.name for path in outcome.page.parent.iterdir()} >= {"report.json", "report.png"}
        assert load_model(outcome.page.parent)


def test_a_model_in_service_that_cannot_be_loaded_holds_nobody_back(tmp_path: Path) -> None:
    with open_workspace(settings_in(tmp_path), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=2000))
        first = train(ws, NOW)
        shutil.rmtree(first.page.parent)

        again = train(ws, NOW + timedelta(hours=1))

        assert again.promoted
        assert "in service by" not in again.report.reason


def test_logging_is_said_and_never_stops_a_training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mlflow", None)
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:9")
    with open_workspace(settings_in(tmp_path), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=60))
        outcome = train(ws)

        assert outcome.notes == (
            "MLFLOW_TRACKING_URI is set but mlflow is not installed: pip install 'bespoke[mlflow]'",
        )
