"""A decision holds for the text that was looked at, not for what came in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from bespoke.brief import Brief
from bespoke.domain import CampaignId, DraftId, DraftStatus, ProductId, WrittenCopy
from bespoke.errors import IllegalTransition, NotFound
from store.database import Store
from tests.builders import NOW, a_copy, a_draft

SPRING = CampaignId("spring")
EDITED = WrittenCopy(a_copy(subject="Edited"), "phrasebook")


@pytest.fixture
def draft_id(store: Store) -> DraftId:
    draft = a_draft()
    store.campaigns.open(SPRING, Brief(name="Spring"), NOW)
    store.drafts.save(SPRING, [draft])
    return draft.draft_id


def test_what_was_seen_can_be_approved(store: Store, draft_id: DraftId) -> None:
    store.drafts.approve(draft_id, "Ada", NOW, seen=a_draft().written)

    assert store.drafts.get(draft_id).status is DraftStatus.APPROVED


def test_what_was_rewritten_since_cannot_be_approved(store: Store, draft_id: DraftId) -> None:
    store.drafts.rewrite(draft_id, EDITED, DraftStatus.HELD, "Maren", NOW)

    with pytest.raises(IllegalTransition, match="no longer the text that was looked at"):
        store.drafts.approve(draft_id, "Ada", NOW, seen=a_draft().written)

    assert store.drafts.get(draft_id).status is DraftStatus.HELD


def test_what_was_rewritten_since_cannot_be_rewritten(store: Store, draft_id: DraftId) -> None:
    seen = store.drafts.get(draft_id).written
    store.drafts.rewrite(draft_id, EDITED, DraftStatus.HELD, "Maren", NOW, seen=seen)

    with pytest.raises(IllegalTransition, match="no longer the text"):
        store.drafts.rewrite(draft_id, replace(seen, note="x"), DraftStatus.HELD, "Ada", NOW, seen=seen)

    assert store.drafts.get(draft_id).written == EDITED


def test_a_row_spelled_by_another_version_counts_as_seen(store: Store, draft_id: DraftId) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE drafts SET written = ' ' || written"))

    store.drafts.approve(draft_id, "Ada", NOW, seen=a_draft().written)

    assert store.drafts.get(draft_id).status is DraftStatus.APPROVED


def test_a_rewrite_keeps_what_it_replaced(store: Store, draft_id: DraftId) -> None:
    store.drafts.rewrite(draft_id, EDITED, DraftStatus.BLOCKED, "Maren", NOW)

    entry = store.audit.entries(draft_id)[-1]
    assert (entry.actor, entry.action) == ("Maren", "draft rewritten")
    assert "Something for your kitchen" in entry.detail["was"]


def test_rewriting_what_is_decided_or_missing_is_refused(store: Store, draft_id: DraftId) -> None:
    store.drafts.reject(draft_id, "Ada", NOW)

    with pytest.raises(IllegalTransition, match="it is rejected"):
        store.drafts.rewrite(draft_id, EDITED, DraftStatus.HELD, "Maren", NOW)
    with pytest.raises(NotFound):
        store.drafts.rewrite(DraftId("nope"), EDITED, DraftStatus.HELD, "Maren", NOW)


def test_drafts_can_be_asked_for_by_product_and_campaign(store: Store, draft_id: DraftId) -> None:
    assert store.drafts.of_campaign(SPRING, product_ids=[ProductId("mug-1")]) == []
    assert store.drafts.is_part_of(SPRING, draft_id)
    assert not store.drafts.is_part_of(CampaignId("winter"), draft_id)
