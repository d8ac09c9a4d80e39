"""What is said, and raised, when the shop drifts away from the model in service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bespoke.domain import ModelStatus, ModelVersion
from bespoke.errors import ModelUnusable
from bespoke.settings import Settings
from eval.drift import quantiles_of
from flows.stages.drift import NO_CLICKS, NO_EVENTS, NO_SCORES, compare, watch
from flows.watch_drift import DRIFTED, raise_event
from flows.wiring import Workspace, open_workspace
from recommender.id_maps import IdMap
from store.models import RegisteredModel
from tests.builders import NOW

TRAINED = NOW - timedelta(days=10)
KNOWN = IdMap.of(["mug", "cup"])
NOTHING = np.empty(0, dtype=np.float32)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    settings = Settings(state_dir=tmp_path, database_url=f"sqlite:///{tmp_path}/bespoke.db")
    with open_workspace(settings, clock=lambda: NOW) as opened:
        yield opened


def a_model(report: dict[str, Any] | None = None) -> RegisteredModel:
    return RegisteredModel(
        version=ModelVersion("als-1"),
        kind="als",
        status=ModelStatus.LIVE,
        artifact=Path("nowhere"),
        data_fingerprint="",
        parameters="{}",
        report=json.dumps(report or {}),
        trained_at=TRAINED,
    )


def buy(ws: Workspace, product: str, customers: int, *, days_ago: float, name: str = "c") -> None:
    ws.store.events.save(
        pd.DataFrame(
            {
                "event_key": [f"{name}{n}{product}{days_ago}" for n in range(customers)],
                "customer_id": [f"{name}{n}" for n in range(customers)],
                "product_id": product,
                "type": "purchase",
                "occurred_at": pd.DatetimeIndex([NOW - timedelta(days=days_ago)] * customers).as_unit("us"),
                "quantity": 1,
                "unit_price": 5.0,
                "order_id": None,
            }
        )
    )


def raised_by(report: Any) -> list[dict[str, Any]]:
    raised: list[dict[str, Any]] = []
    raise_event(report, emit=lambda **details: raised.append(details))
    return raised


def test_a_shop_that_goes_on_as_before_raises_nothing(ws: Workspace) -> None:
    for days_ago in (30, 15, 5):
        buy(ws, "mug", 50, days_ago=days_ago)

    report = compare(ws, a_model(), KNOWN, NOTHING, NOW)

    assert report.findings == ()
    assert "still fits" in report.verdict
    assert raised_by(report) == []


def test_half_the_events_on_unknown_products_are_found_and_raised(ws: Workspace) -> None:
    buy(ws, "mug", 40, days_ago=15)
    buy(ws, "mug", 40, days_ago=5)
    buy(ws, "lamp", 40, days_ago=4)

    report = compare(ws, a_model(), KNOWN, NOTHING, NOW)
    (event,) = raised_by(report)

    assert [round(one.value, 2) for one in report.findings] == [0.5]
    assert "50% of 80 events" in report.verdict
    assert "bespoke train" in report.verdict
    assert event["event"] == DRIFTED
    assert event["resource"]["prefect.resource.id"] == "bespoke.model.als-1"
    assert event["payload"]["findings"][0]["value"] == 0.5


def test_strangers_everywhere_are_found(ws: Workspace) -> None:
    buy(ws, "mug", 60, days_ago=30)
    buy(ws, "mug", 60, days_ago=15)
    buy(ws, "mug", 60, days_ago=5, name="stranger")

    report = compare(ws, a_model(), KNOWN, NOTHING, NOW)

    assert [one.name for one in report.findings] == ["more new customers than before"]


def test_what_cannot_be_looked_at_is_said(ws: Workspace) -> None:
    report = compare(ws, a_model(), KNOWN, NOTHING, NOW)

    assert report.measures == ()
    assert "Nothing to compare yet" in report.verdict
    assert {NO_EVENTS, NO_SCORES, NO_CLICKS} <= set(report.unseen)
    assert raised_by(report) == []


def test_other_scores_than_at_training_are_found(ws: Workspace) -> None:
    before = np.random.default_rng(1).normal(5.0, 1.0, 1000).astype(np.float32)
    live = a_model({"score_quantiles": quantiles_of(before)})

    assert compare(ws, live, KNOWN, before, NOW).findings == ()
    (found,) = compare(ws, live, KNOWN, before - 2, NOW).findings
    assert "scores" in found.name


def test_without_a_model_in_service_there_is_one_line(ws: Workspace) -> None:
    with pytest.raises(ModelUnusable, match="bespoke train"):
        watch(ws)
