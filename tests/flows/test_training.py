"""Only a model that beat popularity is put in service."""

from __future__ import annotations

from pathlib import Path

from bespoke.domain import ModelStatus
from bespoke.settings import Settings
from flows.stages.ingesting import ShopSource, ingest
from flows.stages.recommending import model_in_service
from flows.stages.training import train
from flows.wiring import open_workspace
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
