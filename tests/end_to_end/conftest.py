"""A loaded and trained sample shop, made once and copied for every test that changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bespoke.brief import read_brief
from flows.stages.drafting import draft_campaign
from flows.stages.ingesting import ShopSource, ingest
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.reviewing import approve_campaign
from flows.stages.training import train
from flows.wiring import open_workspace
from tests.end_to_end.large_campaign import PlannedShop, plan_large_campaign
from tests.end_to_end.shop_folder import ShopFolder

BRIEF = """
name = "Spring picks"
[offer]
kind = "percent"
value = 15
code = "SPRING15"
segments = ["slipping", "at_risk", "lapsed"]
"""


@pytest.fixture(scope="session")
def _trained_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = ShopFolder(tmp_path_factory.mktemp("shop"))
    (folder.path / "brief.toml").write_text(BRIEF, encoding="utf-8")
    with open_workspace(folder.settings) as ws:
        ingest(ws, ShopSource(kind="sample", sample_customers=500))
        train(ws)
        assert ws.store.models.live() is not None
    return folder.path


@pytest.fixture
def shop(_trained_shop: Path, tmp_path: Path) -> ShopFolder:
    """A shop with a model in service and a brief in `brief.toml`."""
    return ShopFolder(Path(shutil.copytree(_trained_shop, tmp_path / "shop")))


@pytest.fixture(scope="session")
def _approved_shop(_trained_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = ShopFolder(tmp_path_factory.mktemp("approved") / "shop")
    shutil.copytree(_trained_shop, folder.path)
    with open_workspace(folder.settings) as ws:
        campaign = open_campaign(ws, read_brief(folder.path / "brief.toml"))
        plan_campaign(ws, campaign)
        draft_campaign(ws, ws.store.campaigns.get(campaign.campaign_id))
        approve_campaign(ws, campaign.campaign_id, "ann")
    return folder.path


@pytest.fixture
def approved_shop(_approved_shop: Path, tmp_path: Path) -> ShopFolder:
    """A shop whose campaign is approved and not sent."""
    return ShopFolder(Path(shutil.copytree(_approved_shop, tmp_path / "shop")))


@pytest.fixture(scope="session")
def planned_shop(_trained_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> PlannedShop:
    """A shop with a campaign of 200 frames and a few, planned and not written; to be copied."""
    return plan_large_campaign(
        Path(shutil.copytree(_trained_shop, tmp_path_factory.mktemp("planned") / "shop"))
    )
