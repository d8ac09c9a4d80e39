"""What a campaign did, measured."""

from __future__ import annotations

from dataclasses import replace

from bespoke.domain import CampaignId
from bespoke.errors import BespokeError
from eval.report import CampaignReport, report_campaign
from flows.stages.drift import watch
from flows.wiring import Workspace
from guardrails.policy import describe_policy


def report(ws: Workspace, campaign_id: CampaignId) -> CampaignReport:
    """Sizes, sample ratio, outcome by arm, and whether the model still fits, as of now. Raises NotFound."""
    found = replace(
        report_campaign(ws.store, campaign_id, ws.clock()), guard_policy=describe_policy(ws.settings.guards)
    )
    if ws.store.models.live() is None:
        return found
    try:
        return replace(found, model_drift=watch(ws).verdict)
    except BespokeError as error:  # a broken model must not hide what the campaign did
        return replace(found, model_drift=str(error))
