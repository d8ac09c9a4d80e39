"""What reviewers see of a campaign, and what their decision does."""

from __future__ import annotations

from bespoke.domain import CampaignId, CampaignStatus, Draft, DraftKind, DraftStatus, Severity
from flows.wiring import Workspace


def approve_campaign(ws: Workspace, campaign_id: CampaignId, reviewer: str, note: str = "") -> int:
    """Approve every held draft; blocked ones stay blocked. Returns how many were approved."""
    return ws.store.drafts.approve_held(campaign_id, reviewer, ws.clock(), note)


def reject_campaign(ws: Workspace, campaign_id: CampaignId, reviewer: str, note: str = "") -> int:
    """Reject every frame nobody has decided on and close the campaign. Returns how many."""
    count = ws.store.drafts.reject_open(campaign_id, reviewer, ws.clock(), note)
    ws.store.messages.withhold_unapproved(campaign_id)
    if not ws.store.drafts.count_by_status(campaign_id, DraftKind.FRAME)[DraftStatus.APPROVED]:
        ws.store.campaigns.set_status(
            campaign_id,
            CampaignStatus.REJECTED,
            coming_from=[CampaignStatus.DRAFTING, CampaignStatus.IN_REVIEW],
            now=ws.clock(),
            actor=reviewer,
        )
    return count


def approve_clean(ws: Workspace, campaign_id: CampaignId, reviewer: str, note: str) -> int:
    """Approve the held drafts in which no guard asked for a person. Returns how many."""
    held = ws.store.drafts.of_campaign(campaign_id, status=DraftStatus.HELD)
    clean = [draft for draft in held if not needs_a_person(draft)]
    for draft in clean:
        ws.store.drafts.approve(draft.draft_id, reviewer, ws.clock(), note)
    return len(clean)


def needs_a_person(draft: Draft) -> bool:
    """Whether a guard held the draft for somebody to look at."""
    return any(finding.severity is Severity.HOLD for finding in draft.findings)
