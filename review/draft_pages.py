"""The page of one draft: how it looks, the facts behind it, what the guards found, the decision."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import HTMLResponse, Response

from bespoke.domain import CampaignId, Copy, Draft, DraftId, DraftKind, DraftStatus, WrittenCopy
from bespoke.errors import BespokeError, IllegalTransition, NotFound
from delivery.fact_listing import list_claims, list_facts, list_products
from review.copy_fields import findings_elsewhere, list_fields, read_copy
from review.decisions import StillBlocked, mark_of, own_readers, recheck
from review.history import tell_history
from review.listing import DraftFilter, describe_draft, find_neighbors, list_drafts, read_filter
from review.pages import render
from review.previewing import SENTENCE, PreviewLook, PreviewName, Scheme
from review.visits import Form, Visit, go_to
from store.campaigns import Campaign

OPEN = (DraftStatus.HELD, DraftStatus.BLOCKED)
_PREVIEW_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)


def show_draft(visit: Visit) -> Response:
    """The page of one draft."""
    campaign, draft = _asked_for(visit, visit.query)
    return _page(visit, campaign, draft, message=tell_outcome(visit))


def decide_on_draft(visit: Visit) -> Response:
    """What the draft page's buttons do: check, save, approve, reject."""
    campaign, draft = _asked_for(visit, visit.form)
    copy = read_copy(visit.form.plain(), draft)
    action = visit.form.first("do")
    if draft.status not in OPEN and action != "check":
        return _came_late(visit, campaign, draft, copy)
    if action in ("save", "approve") and visit.form.first("seen") != mark_of(draft.written):
        return _was_rewritten(visit, campaign, draft, copy)
    try:
        return _ACTIONS.get(action, _check)(visit, campaign, draft, copy)
    except StillBlocked as error:
        fresh = visit.desk.store.drafts.get(draft.draft_id)
        return _page(visit, campaign, fresh, problem=str(error), status=409)
    except IllegalTransition:
        fresh = visit.desk.store.drafts.get(draft.draft_id)
        refuse = _was_rewritten if fresh.status in OPEN else _came_late
        return refuse(visit, campaign, fresh, copy)


def preview_draft(visit: Visit) -> Response:
    """The draft's email, as it stands or with the copy in the form, for a sandboxed frame."""
    asked = visit.form if visit.form.fields else visit.query
    campaign, draft = _asked_for(visit, asked)
    copy = read_copy(visit.form.plain(), draft)
    desk = visit.desk
    try:
        html = desk.previewer.preview(campaign, draft, copy, _read_look(asked))
    except BespokeError as error:
        html = render("no_preview.html.jinja", message=str(error))
    headers = {"content-security-policy": _PREVIEW_POLICY, "x-frame-options": "SAMEORIGIN"}
    return HTMLResponse(html.encode("utf-8", "replace"), headers=headers)


def _rechecked(visit: Visit, draft: Draft, copy: Copy) -> WrittenCopy:
    settings, readers = visit.desk.settings, own_readers(visit.desk.store.messages, draft)
    return recheck(draft, copy, settings.limits, settings.guards, readers=readers)


def _check(visit: Visit, campaign: Campaign, draft: Draft, copy: Copy) -> Response:
    found = len(_rechecked(visit, draft, copy).findings)
    things = "nothing" if not found else "one thing" if found == 1 else f"{found} things"
    return _page(visit, campaign, draft, copy=copy, message=f"Checked, not saved: the guards find {things}.")


def _save(visit: Visit, campaign: Campaign, draft: Draft, copy: Copy) -> Response:
    if copy != draft.copy:
        visit.decider().rewrite(draft, copy)
    return go_to(_draft_address(visit, draft.draft_id, done="saved"))


def _approve(visit: Visit, campaign: Campaign, draft: Draft, copy: Copy) -> Response:
    visit.decider().approve(draft, copy)
    return go_to(_next_address(visit, campaign, draft, "approved"))


def _reject(visit: Visit, campaign: Campaign, draft: Draft, copy: Copy) -> Response:
    visit.decider().reject(draft.draft_id, " ".join(visit.form.first("note").split())[:500])
    return go_to(_next_address(visit, campaign, draft, "rejected"))


_ACTIONS = {"check": _check, "save": _save, "approve": _approve, "reject": _reject}


def _came_late(visit: Visit, campaign: Campaign, draft: Draft, copy: Copy) -> Response:
    """The draft as somebody else decided on it, with the reviewer's own text if there was one."""
    who = draft.reviewed_by or "Somebody"
    changed = " Your text was not saved; it stands below." if copy != draft.copy else ""
    return _page(
        visit,
        campaign,
        draft,
        unsaved=copy if copy != draft.copy else None,
        problem=f"{who} {draft.status} this draft in the meantime, so nothing was done.{changed}",
        status=409,
    )


def _was_rewritten(visit: Visit, campaign: Campaign, draft: Draft, copy: Copy) -> Response:
    """The reviewer's text in the form again, beside what somebody else saved in the meantime."""
    return _page(
        visit,
        campaign,
        draft,
        copy=copy,
        problem="Somebody edited this draft in the meantime, so nothing was done. Your text stands in "
        "the form; the history shows theirs. Save to put yours in its place.",
        status=409,
    )


def _page(
    visit: Visit,
    campaign: Campaign,
    draft: Draft,
    *,
    copy: Copy | None = None,
    unsaved: Copy | None = None,
    message: str = "",
    problem: str = "",
    status: int = 200,
) -> Response:
    desk, chosen = visit.desk, _filter(visit)
    written = draft.written
    if copy not in (None, draft.copy):
        written = _rechecked(visit, draft, copy)
    listed = list_drafts(desk.store, campaign.campaign_id, draft.kind)
    fields = list_fields(draft, written.copy, written.findings, desk.settings.limits)
    return visit.page(
        "draft.html.jinja",
        status=status,
        campaign=campaign,
        draft=draft,
        title=describe_draft(draft),
        messages_count=next((one.messages for one in listed if one.draft.draft_id == draft.draft_id), 0),
        is_open=draft.status in OPEN,
        is_edited=written.copy != draft.copy,
        fields=fields,
        findings=written.findings,
        elsewhere=findings_elsewhere(fields, written.findings),
        unsaved=list_fields(draft, unsaved, (), desk.settings.limits) if unsaved else [],
        seen=mark_of(draft.written),
        slots={slot.name: slot.longest_chars for slot in draft.fact_sheet.slots},
        facts=list_facts(draft.fact_sheet),
        claims=list_claims(replace(draft, written=written)),
        products=list_products(draft.fact_sheet),
        history=tell_history(draft, desk.store.audit.entries(draft.draft_id)),
        neighbors=find_neighbors(listed, chosen, draft.draft_id),
        chosen=chosen,
        look=_read_look(visit.form if visit.form.fields else visit.query),
        sentence=SENTENCE,
        message=message,
        problem=problem,
    )


def _asked_for(visit: Visit, asked: Form) -> tuple[Campaign, Draft]:
    """Raises NotFound."""
    store = visit.desk.store
    campaign = store.campaigns.get(CampaignId(asked.first("campaign")))
    draft = store.drafts.get(DraftId(asked.first("id")))
    if not store.drafts.is_part_of(campaign.campaign_id, draft.draft_id):
        raise NotFound("draft", draft.draft_id)
    return campaign, draft


def _filter(visit: Visit) -> DraftFilter:
    return read_filter((visit.form if visit.form.fields else visit.query).plain())


def _read_look(asked: Form) -> PreviewLook:
    """How the preview is to look; what is not known is left as usual."""
    scheme, name = asked.first("scheme"), asked.first("name")
    look = PreviewLook()
    if scheme in list(Scheme):
        look = replace(look, scheme=Scheme(scheme))
    return replace(look, name=PreviewName(name)) if name in list(PreviewName) else look


def _draft_address(visit: Visit, draft_id: DraftId, **more: str) -> str:
    campaign_id = visit.form.first("campaign")
    return "/draft?" + _filter(visit).query(campaign=campaign_id, id=draft_id, **more)


def _next_address(visit: Visit, campaign: Campaign, draft: Draft, done: str) -> str:
    """The next draft that the filter shows, or the campaign's list after the last."""
    chosen = replace(_filter(visit), kind=draft.kind)
    listed = list_drafts(visit.desk.store, campaign.campaign_id, draft.kind)
    following = find_neighbors(listed, chosen, draft.draft_id).next
    more = {"done": done, "was": draft.draft_id}
    if following is not None:
        return _draft_address(visit, following, **more)
    return "/campaign?" + chosen.query(id=campaign.campaign_id, **more)


def tell_outcome(visit: Visit) -> str:
    """What the last action did, for the page it led to; empty where there was none."""
    done, was = visit.query.first("done"), visit.query.first("was")
    if done == "saved":
        return "Saved."
    if done not in ("approved", "rejected") or not was:
        return ""
    try:
        before = visit.desk.store.drafts.get(DraftId(was))
    except NotFound:
        return ""
    variant = f", variant {before.variant}" if before.kind is DraftKind.FRAME else ""
    return f"{done.capitalize()}: {describe_draft(before)}{variant}."
