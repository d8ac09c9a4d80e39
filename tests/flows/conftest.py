"""Shops with models in service, made once and copied for every test that changes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bespoke.domain import ProductId
from flows.stages.ingesting import ShopSource, ingest
from flows.stages.training import TrainingOutcome, train
from flows.wiring import Workspace, open_workspace
from store import tables
from tests.builders import NOW
from tests.sample_shops import copy_shop, quick_settings


@dataclass(frozen=True)
class TrainedShop:
    """A shop's folder, and what its only training came to."""

    folder: Path
    outcome: TrainingOutcome


def forget_events_on(ws: Workspace, products: list[ProductId]) -> None:
    table = tables.events
    with ws.store.engine.begin() as connection:
        connection.execute(table.delete().where(table.c.product_id.in_(products)))


@pytest.fixture(scope="session")
def trained_once(tmp_path_factory: pytest.TempPathFactory) -> TrainedShop:
    """A sample shop large enough for a personal model to earn its place, with six products new to it."""
    folder = tmp_path_factory.mktemp("trained")
    with open_workspace(quick_settings(folder), clock=lambda: NOW) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=1000))
        forget_events_on(ws, sorted(ws.store.catalog.products())[:6])
        return TrainedShop(folder, train(ws, NOW))


@pytest.fixture
def trained_folder(trained_once: TrainedShop, tmp_path: Path) -> Path:
    """The trained shop's own copy for a test."""
    return copy_shop(trained_once.folder, tmp_path / "shop")


@pytest.fixture
def trained(trained_folder: Path) -> Iterator[Workspace]:
    """The copy, opened an hour after the training."""
    with open_workspace(quick_settings(trained_folder), clock=lambda: NOW + timedelta(hours=1)) as ws:
        yield ws


@pytest.fixture(scope="session")
def two_models(trained_once: TrainedShop, tmp_path_factory: pytest.TempPathFactory) -> TrainedShop:
    """The same shop after a second training of the same recipe, with newer orders."""
    folder = copy_shop(trained_once.folder, tmp_path_factory.mktemp("twice") / "shop")
    with open_workspace(quick_settings(folder), clock=lambda: NOW) as ws:
        return TrainedShop(folder, train(ws, NOW + timedelta(hours=1)))
