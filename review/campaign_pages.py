"""The list of campaigns, and one campaign's drafts with decisions on many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from starlette.responses import Response

from bespoke.domain import CampaignId, Draft, DraftKind, DraftStatus
from bespoke.errors import NotFound
from delivery.fact_listing import spell
from review.decisions import BulkOutcome
from review.draft_pages import tell_outcome
from review.listing import (
    FINDINGS_CHOICES,
    WRITTEN_FOR,
    DraftFilter,
    ListedDraft,
    is_clean,
    list_drafts,
    read_filter,
)
from review.visits import Visit, go_to
from store.campaigns import Campaign

PER_PAGE = 100


def show_campaigns(visit: Visit) -> Response:
    """Every campaign, newest first, with how far its review is."""
    store = visit.desk.store
    campaigns = [
        (campaign, store.drafts.count_by_status(campaign.campaign_id)) for campaign in store.campaigns.all()
    ]
    return visit.page("campaigns.html.jinja", campaigns=campaigns)


def show_campaign(visit: Visit) -> Response:
    """One campaign's drafts, as filtered."""
    campaign = visit.desk.store.campaigns.get(CampaignId(visit.query.first("id")))
    message = _tell_bulk_outcome(visit) or tell_outcome(visit)
    return _page(visit, campaign, read_filter(visit.query.plain()), message=message)


def decide_on_campaign(visit: Visit) -> Response:
    """What the list's buttons do: approve or reject what is ticked, approve all that is clean."""
    campaign = visit.desk.store.campaigns.get(CampaignId(visit.form.first("id")))
    chosen = read_filter(visit.form.plain())
    listed = list_drafts(visit.desk.store, campaign.campaign_id, chosen.kind)
    action = visit.form.first("do")
    ticked = set(visit.form.all("draft"))
    drafts = [one.draft for one in listed if one.draft.draft_id in ticked]
    if action == "approve_clean":
        drafts = [one.draft for one in listed if chosen.matches(one) and is_clean(one.draft)]
    if not drafts:
        nothing = (
            "No draft was ticked." if action != "approve_clean" else "There was nothing left to approve."
        )
        return _page(visit, campaign, chosen, problems=(nothing,), status=400)
    return _answer(visit, campaign, chosen, action, _decide(visit, action, drafts))


def _decide(visit: Visit, action: str, drafts: Sequence[Draft]) -> BulkOutcome:
    decider = visit.decider()
    if action == "reject":
        return decider.reject_many(drafts, " ".join(visit.form.first("note").split())[:500])
    if action in ("approve", "approve_clean"):
        return decider.approve_many(drafts)
    raise NotFound("action", action)


def _answer(
    visit: Visit, campaign: Campaign, chosen: DraftFilter, action: str, outcome: BulkOutcome
) -> Response:
    done = "rejected" if action == "reject" else "approved"
    if outcome.refused:
        message = _count_drafts(outcome.done, done) if outcome.done else ""
        return _page(visit, campaign, chosen, message=message, problems=outcome.refused, status=409)
    return go_to("/campaign?" + chosen.query(id=campaign.campaign_id, done=done, count=str(outcome.done)))


def _page(
    visit: Visit,
    campaign: Campaign,
    chosen: DraftFilter,
    *,
    message: str = "",
    problems: Sequence[str] = (),
    status: int = 200,
) -> Response:
    store = visit.desk.store
    listed = list_drafts(store, campaign.campaign_id, chosen.kind)
    matching = [one for one in listed if chosen.matches(one)]
    pages = max(1, -(-len(matching) // PER_PAGE))
    page = min(max(_number(visit.query.first("page")), 1), pages)
    return visit.page(
        "campaign.html.jinja",
        status=status,
        campaign=campaign,
        chosen=chosen,
        listed=matching[(page - 1) * PER_PAGE : page * PER_PAGE],
        found=len(matching),
        total=len(listed),
        page=page,
        pages=pages,
        clean=sum(is_clean(one.draft) for one in matching),
        counts=store.drafts.count_by_status(campaign.campaign_id, chosen.kind),
        kinds={kind: store.drafts.count_by_status(campaign.campaign_id, kind).total() for kind in DraftKind},
        choices=_choices(listed),
        message=message,
        problems=problems,
    )


def _choices(listed: Sequence[ListedDraft]) -> dict[str, dict[str, str]]:
    """What each filter offers: the values that occur, each with its name."""
    statuses = Counter(one.draft.status for one in listed)
    variants = sorted({one.draft.variant for one in listed if one.draft.variant})
    segments = sorted({one.segment for one in listed if one.segment})
    are_mixed = len({one.written_for for one in listed}) > 1
    offered = {
        "status": {str(one): f"{spell(one)} ({statuses[one]})" for one in DraftStatus if statuses[one]},
        "findings": FINDINGS_CHOICES,
        "variant": {name: name for name in variants},
        "segment": {name: spell(name) for name in segments},
        "written_for": WRITTEN_FOR if are_mixed else {},
    }
    return {name: values for name, values in offered.items() if values}


def _tell_bulk_outcome(visit: Visit) -> str:
    done, count = visit.query.first("done"), _number(visit.query.first("count"))
    return _count_drafts(count, done) if done in ("approved", "rejected") and count else ""


def _count_drafts(count: int, done: str) -> str:
    return f"{count:,} {'draft' if count == 1 else 'drafts'} {done}."


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
