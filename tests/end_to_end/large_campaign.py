"""A campaign of 200 frames and a few, planned and not written, in a shop that was made in seconds."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from bespoke.brief import parse_brief
from bespoke.domain import CampaignId
from bespoke.settings import CohortSettings, PriceSettings, Settings, WriterSettings
from flows.stages.drafting import list_tasks
from flows.stages.planning import open_campaign, plan_campaign
from flows.wiring import Workspace, open_workspace
from store.campaigns import Campaign
from tests.end_to_end.shop_folder import ShopFolder

FEWEST_FRAMES = 200
MAX_CALLS, MAX_USD = 500, Decimal("2.00")
MODEL, PRICE = "small", PriceSettings(input=Decimal("0.25"), output=Decimal("2"))
_ANGLES = ("benefit", "curiosity", "social_proof", "value") * 2
_BRIEF = f"""
name = "Campaign of {{max_cohorts}} cohorts"
holdout = 0.0
variants = [{", ".join(f'{{{{name = "V{n}", angle = "{angle}"}}}}' for n, angle in enumerate(_ANGLES))}]
[offer]
kind = "percent"
value = 15
code = "SPRING15"
segments = ["at_risk", "lapsed"]
[budget]
max_usd = "{MAX_USD}"
max_calls = {MAX_CALLS}
"""


@dataclass(frozen=True, slots=True)
class PlannedShop:
    path: Path  # its `brief.toml` is the campaign's
    campaign_id: CampaignId

    @contextmanager
    def copy(self, folder: Path, **writer: Any) -> Iterator[tuple[Workspace, Campaign]]:
        """A copy in `folder`, opened with these settings of the writer."""
        target = Path(shutil.copytree(self.path, folder / "shop"))
        with open_workspace(_settings(target, **writer)) as ws:
            yield ws, ws.store.campaigns.get(self.campaign_id)


def plan_large_campaign(folder: Path) -> PlannedShop:
    """Plan in the shop in `folder` until the number of cohorts makes enough frames; no more than needed."""
    for max_cohorts in range(36, 100, 4):
        text = _BRIEF.format(max_cohorts=max_cohorts)
        (folder / "brief.toml").write_text(text, encoding="utf-8")
        with open_workspace(_settings(folder, max_cohorts)) as ws:
            campaign = open_campaign(ws, parse_brief(tomllib.loads(text)))
            plan_campaign(ws, campaign)
            frames, _ = list_tasks(ws, ws.store.campaigns.get(campaign.campaign_id))
        if len(frames) >= FEWEST_FRAMES:
            return PlannedShop(folder, campaign.campaign_id)
    raise AssertionError(f"no number of cohorts makes {FEWEST_FRAMES} frames")


def _settings(folder: Path, max_cohorts: int = 60, **writer: Any) -> Settings:
    values = {
        "model": MODEL,
        "prices": {MODEL: PRICE},
        "concurrency": 16,
        "blurbs": False,
        "max_output_tokens": 1000,
        "patience_seconds": 0.5,
    } | writer
    cohorts = CohortSettings(min_size=3, max_count=max_cohorts)
    return ShopFolder(folder).settings.model_copy(
        update={"cohorts": cohorts, "writer": WriterSettings(**values)}
    )
