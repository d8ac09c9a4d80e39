"""Sample shops whose models are trained in seconds, and copies of them."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import select

from audience.loading import load_shop
from bespoke.domain import CampaignId, RecommendedProduct
from bespoke.settings import DeliverySettings, RecommenderSettings, Settings
from flows.wiring import Workspace
from store import tables
from tests.audience.shops import a_consent_row, a_customer_row, a_product_row, a_shop, an_event_row, checked
from tests.builders import NOW


def quick_recommender(**changes: Any) -> RecommenderSettings:
    """Settings for tests that are not about tuning or trees."""
    small: dict[str, Any] = {
        "tune_minutes": 0,
        "trees": False,
        "windows": 1,
        "components": {"als": {"factors": 16}},
    }
    return RecommenderSettings(**(small | changes))


def quick_settings(folder: Path, **recommender: Any) -> Settings:
    """Settings of a shop that keeps everything in `folder`."""
    return Settings(
        state_dir=folder,
        database_url=f"sqlite:///{folder}/bespoke.db",
        recommender=quick_recommender(**recommender),
        delivery=DeliverySettings(outbox=folder / "outbox"),
    )


def use_from_the_command_line(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make `bespoke` find the shop in `folder`; it would tune for minutes unless told otherwise."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BESPOKE_STATE_DIR", str(folder))
    monkeypatch.setenv("BESPOKE_DATABASE_URL", f"sqlite:///{folder}/bespoke.db")
    monkeypatch.setenv("BESPOKE_RECOMMENDER__TREES", "false")
    monkeypatch.setenv("BESPOKE_RECOMMENDER__WINDOWS", "1")


def load_tiny_shop(ws: Workspace, *, customers: int, events: int) -> None:
    """Purchases at random over the last hundred days, everyone with an address and consent."""
    rng = np.random.default_rng(7)
    who = [f"c{number}" for number in range(customers)]
    shop = a_shop(
        products=[a_product_row(f"p{one}", title=f"Mug number {one}", stock="50") for one in range(12)],
        customers=[a_customer_row(one) for one in who],
        consents=[a_consent_row(one) for one in who],
        events=[
            an_event_row(
                customer_id=who[rng.integers(customers)],
                product_id=f"p{rng.integers(12)}",
                occurred_at=(NOW - timedelta(days=float(1 + 100 * rng.random()))).isoformat(),
                order_id=f"o{number}",
            )
            for number in range(events)
        ],
    )
    load_shop(ws.store, checked(shop), NOW)


def planned_lists(ws: Workspace, campaign_id: CampaignId) -> dict[str, tuple[RecommendedProduct, ...]]:
    """What the stored messages of a campaign show, by customer."""
    table = tables.messages
    query = select(table.c.customer_id, table.c.products).where(table.c.campaign_id == campaign_id)
    with ws.store.engine.connect() as connection:
        return {row.customer_id: row.products for row in connection.execute(query)}


def copy_shop(shop: Path, target: Path) -> Path:
    """A copy of a shop's folder with models of its own, so that a test may damage them."""
    shutil.copytree(shop, target)
    with sqlite3.connect(target / "bespoke.db") as connection:
        connection.execute("UPDATE models SET artifact = replace(artifact, ?, ?)", (str(shop), str(target)))
    connection.close()
    return target
