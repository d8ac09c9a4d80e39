"""What a campaign did, measured."""

from __future__ import annotations

from bespoke.domain import CampaignId
from eval.report import CampaignReport, report_campaign
from flows.wiring import Workspace


def report(ws: Workspace, campaign_id: CampaignId) -> CampaignReport:
    """Sizes, sample ratio and outcome by arm, as of now. Raises NotFound."""
    return report_campaign(ws.store, campaign_id, ws.clock())
