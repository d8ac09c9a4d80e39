"""Approving, rejecting and editing on the pages, and what the store holds afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from bespoke.domain import Copy, DraftId, DraftStatus, Finding, Severity, WrittenCopy
from bespoke.errors import IllegalTransition
from bespoke.settings import GuardSettings, LimitSettings
from review.decisions import Decider
from store.database import Store
from tests.builders import NOW, a_draft
from tests.review.desk import (
    CLEAN,
    HELD,
    SPRING,
    a_blurb_draft,
    a_browser,
    a_campaign,
    draft_address,
    fields_of,
    form_token,
)

SHOUT = Finding("shouting", Severity.HOLD, "subject", "It shouts.", span=(0, 4), excerpt="LOUD")


def press(browser: TestClient, action: str, draft_id: str = HELD, **changes: str) -> Response:
    """Open a draft's page, change fields, and press a button."""
    fields = fields_of(browser.get(draft_address(draft_id)).text)
    return browser.post("/draft", data=fields | changes | {"do": action})


def decide(browser: TestClient, action: str, drafts: list[str], **more: str) -> Response:
    page = browser.get(f"/campaign?id={SPRING}").text
    form: dict[str, Any] = {"form_token": form_token(page), "id": SPRING, "do": action, "draft": drafts}
    return browser.post("/campaign", data=form | more)


def three_drafts(store: Store) -> list[DraftId]:
    """One clean, one with something to look at, one blocked."""
    looked_at = WrittenCopy(CLEAN, "phrasebook", findings=(SHOUT,))
    drafts = [
        a_draft("spring/loyal-kitchen/A", copy=CLEAN),
        a_draft("spring/loyal-kitchen/B", variant="B", written=looked_at),
        a_draft("spring/loyal-kitchen/C", variant="C", status=DraftStatus.BLOCKED, written=looked_at),
    ]
    a_campaign(store, drafts)
    return [draft.draft_id for draft in drafts]


def test_approving_records_who_and_when(store: Store) -> None:
    a_campaign(store)

    answer = press(a_browser(store, reviewer="Ada Lovett"), "approve")

    assert "Approved: Loyal · Kitchen · en-GB, variant A." in answer.text
    draft = store.drafts.get(HELD)
    assert (draft.status, draft.reviewed_by, draft.reviewed_at) == (DraftStatus.APPROVED, "Ada Lovett", NOW)
    assert draft.written == a_draft(copy=CLEAN).written
    entries = store.audit.entries(HELD)
    assert [(one.actor, one.action) for one in entries] == [("Ada Lovett", "draft approved")]


def test_rejecting_keeps_the_note(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)

    press(a_browser(sqlite_store), "reject", note="Too  plain\r\nfor us")

    draft = sqlite_store.drafts.get(HELD)
    assert (draft.status, draft.review_note) == (DraftStatus.REJECTED, "Too plain for us")
    assert sqlite_store.audit.entries(HELD)[0].detail == {"note": "Too plain for us"}


def test_an_edit_that_the_facts_do_not_support_is_saved_as_blocked(store: Store) -> None:
    a_campaign(store)

    answer = press(a_browser(store), "save", subject="Mugs at £3.00")

    draft = store.drafts.get(HELD)
    assert draft.status is DraftStatus.BLOCKED
    assert draft.copy == replace(CLEAN, subject="Mugs at £3.00")
    assert "unsupported_price" in [finding.rule for finding in draft.findings]
    assert '<mark class="block" title="Unsupported price">£3.00</mark>' in answer.text


def test_an_edit_that_mends_a_blocked_draft_holds_it_again(sqlite_store: Store) -> None:
    *_, blocked = three_drafts(sqlite_store)

    press(a_browser(sqlite_store), "save", blocked, subject="For your kitchen")

    draft = sqlite_store.drafts.get(blocked)
    assert (draft.status, draft.findings) == (DraftStatus.HELD, ())
    assert draft.written.writer == "phrasebook"
    assert draft.written.note == "edited by Ada"


def test_the_audit_trail_and_the_page_keep_what_an_edit_replaced(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)

    press(browser, "save", headline="For slow mornings")

    entry = sqlite_store.audit.entries(HELD)[0]
    assert (entry.actor, entry.action) == ("Ada", "draft rewritten")
    assert CLEAN.headline in entry.detail["was"]
    page = browser.get(draft_address()).text
    assert f"<del>{CLEAN.headline}</del> <ins>For slow mornings</ins>" in page


def test_checking_saves_nothing(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)

    answer = press(a_browser(sqlite_store), "check", subject="Mugs at £3.00")

    assert "Checked, not saved: the guards find one thing." in answer.text
    assert fields_of(answer.text)["subject"] == "Mugs at £3.00"
    assert sqlite_store.drafts.get(HELD).copy == CLEAN


def test_approving_an_edited_text_saves_it_first(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)

    press(a_browser(sqlite_store), "approve", headline="For slow mornings")

    draft = sqlite_store.drafts.get(HELD)
    assert (draft.status, draft.copy.headline) == (DraftStatus.APPROVED, "For slow mornings")
    assert [one.action for one in sqlite_store.audit.entries(HELD)] == ["draft rewritten", "draft approved"]


def test_approving_an_edit_that_gets_blocked_saves_it_and_says_so(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)

    answer = press(a_browser(sqlite_store), "approve", subject="Mugs at £3.00")

    assert answer.status_code == 409
    assert "Your edit is saved, but the guards still block this draft" in answer.text
    assert sqlite_store.drafts.get(HELD).status is DraftStatus.BLOCKED


def test_a_blocked_draft_cannot_be_approved_as_it_is(sqlite_store: Store) -> None:
    *_, blocked = three_drafts(sqlite_store)

    answer = press(a_browser(sqlite_store), "approve", blocked)

    assert answer.status_code == 409
    assert sqlite_store.drafts.get(blocked).status is DraftStatus.BLOCKED


def test_a_form_sent_back_unchanged_changes_nothing(sqlite_store: Store) -> None:
    odd = Copy("  Two  spaces ", "A\tpreheader", " Headline", "\n\nOne  \n\n\n\nTwo\n", "Go ")
    a_campaign(sqlite_store, [a_draft(copy=odd)])

    press(a_browser(sqlite_store), "save")

    assert sqlite_store.drafts.get(HELD).copy == odd
    assert sqlite_store.audit.entries(HELD) == []


@pytest.mark.parametrize("action", ["save", "approve"])
def test_a_draft_decided_meanwhile_loses_nothing(sqlite_store: Store, action: str) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)
    fields = fields_of(browser.get(draft_address()).text)
    sqlite_store.drafts.reject(HELD, "Maren", NOW)

    answer = browser.post("/draft", data=fields | {"do": action, "headline": "My own words"})

    assert answer.status_code == 409
    assert "Maren rejected this draft in the meantime, so nothing was done." in answer.text
    assert "My own words" in answer.text
    assert sqlite_store.drafts.get(HELD).reviewed_by == "Maren"


@pytest.mark.parametrize("action", ["save", "approve"])
def test_a_draft_edited_meanwhile_is_neither_approved_nor_overwritten(
    sqlite_store: Store, action: str
) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)
    fields = fields_of(browser.get(draft_address()).text)
    press(a_browser(sqlite_store, reviewer="Maren"), "save", headline="Maren's words")

    answer = browser.post("/draft", data=fields | {"do": action, "body": "My own words."})

    assert answer.status_code == 409
    assert "Somebody edited this draft in the meantime" in answer.text
    draft = sqlite_store.drafts.get(HELD)
    assert (draft.status, draft.copy.headline, draft.copy.body) == (
        DraftStatus.HELD,
        "Maren's words",
        CLEAN.body,
    )
    again = fields_of(answer.text)
    assert again["body"] == "My own words."
    browser.post("/draft", data=again | {"do": "save"})
    assert sqlite_store.drafts.get(HELD).copy.body == "My own words."


def test_after_a_decision_comes_the_next_draft_that_the_filter_shows(sqlite_store: Store) -> None:
    first, second, third = three_drafts(sqlite_store)
    browser = a_browser(sqlite_store)
    fields = fields_of(browser.get(draft_address(first, status="held")).text)

    answer = browser.post("/draft", data=fields | {"do": "approve"})

    assert f'name="id" value="{second}"' in answer.text
    assert 'name="status" value="held"' in answer.text
    fields = fields_of(answer.text)
    answer = browser.post("/draft", data=fields | {"do": "reject"})
    assert answer.url.path == "/campaign"
    assert sqlite_store.drafts.get(third).status is DraftStatus.BLOCKED


def test_all_that_is_clean_can_be_approved_at_once(sqlite_store: Store) -> None:
    clean, with_findings, blocked = three_drafts(sqlite_store)
    browser = a_browser(sqlite_store)

    assert "Approve all 1 held without findings" in browser.get(f"/campaign?id={SPRING}").text
    answer = decide(browser, "approve_clean", [])

    assert "1 draft approved." in answer.text
    states = [sqlite_store.drafts.get(one).status for one in (clean, with_findings, blocked)]
    assert states == [DraftStatus.APPROVED, DraftStatus.HELD, DraftStatus.BLOCKED]


def test_approving_all_that_is_clean_keeps_to_the_filter(sqlite_store: Store) -> None:
    a_campaign(sqlite_store, [a_draft(f"spring/{name}", variant=name, copy=CLEAN) for name in "AB"])

    decide(a_browser(sqlite_store), "approve_clean", [], variant="B")

    assert sqlite_store.drafts.get(DraftId("spring/A")).status is DraftStatus.HELD
    assert sqlite_store.drafts.get(DraftId("spring/B")).status is DraftStatus.APPROVED


def test_what_cannot_be_approved_is_told_and_the_rest_goes_through(sqlite_store: Store) -> None:
    clean, with_findings, blocked = three_drafts(sqlite_store)

    answer = decide(a_browser(sqlite_store), "approve", [clean, with_findings, blocked])

    assert answer.status_code == 409
    assert "2 drafts approved." in answer.text
    assert "spring/loyal-kitchen/C&#39; cannot be approved: it is blocked" in answer.text


def test_ticked_drafts_are_rejected_with_the_note(sqlite_store: Store) -> None:
    ids = three_drafts(sqlite_store)

    decide(a_browser(sqlite_store), "reject", [ids[0], ids[2]], note="Off brand")

    rejected = sqlite_store.drafts.of_campaign(SPRING, status=DraftStatus.REJECTED)
    assert [(one.draft_id, one.review_note) for one in rejected] == [
        (ids[0], "Off brand"),
        (ids[2], "Off brand"),
    ]


def test_drafts_of_another_campaign_cannot_be_decided_here(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    a_campaign(sqlite_store, [a_draft("winter/A")], name="Winter")
    browser = a_browser(sqlite_store)

    assert decide(browser, "approve", ["winter/A"]).status_code == 400
    assert browser.get(draft_address("winter/A")).status_code == 404
    assert sqlite_store.drafts.get(DraftId("winter/A")).status is DraftStatus.HELD


def test_a_product_sentence_is_edited_and_guarded_like_any_copy(sqlite_store: Store) -> None:
    blurb = a_blurb_draft()
    a_campaign(sqlite_store, [a_draft(copy=CLEAN), blurb])
    browser = a_browser(sqlite_store)

    press(browser, "save", blurb.draft_id, **{"blurb:mug-1": "Yours for £3.00."})
    assert sqlite_store.drafts.get(blurb.draft_id).status is DraftStatus.BLOCKED
    press(browser, "approve", blurb.draft_id, **{"blurb:mug-1": "Yours for £12.50."})

    draft = sqlite_store.drafts.get(blurb.draft_id)
    assert draft.status is DraftStatus.APPROVED
    assert [one.text for one in draft.copy.blurbs] == ["Yours for £12.50."]


def test_between_looking_and_deciding_nothing_slips_in(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    seen = sqlite_store.drafts.get(HELD)
    decider = Decider(
        sqlite_store.drafts, sqlite_store.messages, LimitSettings(), GuardSettings(), "Ada", NOW
    )
    press(a_browser(sqlite_store, reviewer="Maren"), "save", headline="Maren's words")

    with pytest.raises(IllegalTransition, match="no longer the text"):
        decider.approve(seen, seen.copy)
    with pytest.raises(IllegalTransition, match="no longer the text"):
        decider.rewrite(seen, replace(seen.copy, headline="Ada's words"))

    assert sqlite_store.drafts.get(HELD).copy.headline == "Maren's words"
