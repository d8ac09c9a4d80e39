"""Drafts: copy for a cohort and variant or for a product, and what reviewers decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Text, func, select, type_coerce, update

from bespoke.domain import (
    CampaignId,
    CohortId,
    Draft,
    DraftId,
    DraftKind,
    DraftStatus,
    ProductId,
    WrittenCopy,
)
from bespoke.encoding import decode, encode
from bespoke.errors import IllegalTransition, NotFound
from store import audit, tables
from store.bulk import insert_new

_LINKED = tables.campaign_drafts.join(
    tables.drafts, tables.drafts.c.draft_id == tables.campaign_drafts.c.draft_id
)
_OPEN = (DraftStatus.HELD, DraftStatus.BLOCKED)  # nobody has decided yet
# The copy as the row spells it: what another version of Bespoke wrote may be spelled differently.
_written_text = type_coerce(tables.drafts.c.written, Text)


@dataclass(frozen=True, slots=True)
class Drafts:
    engine: Engine

    def save(self, campaign_id: CampaignId, drafts: Sequence[Draft]) -> None:
        """Keep drafts and link them to the campaign; one that is already kept stays as it is."""
        with self.engine.begin() as connection:
            insert_new(connection, tables.drafts, [_row(draft) for draft in drafts])
        self.link(campaign_id, [draft.draft_id for draft in drafts])

    def link(self, campaign_id: CampaignId, draft_ids: Sequence[DraftId]) -> None:
        """Make drafts that are already kept part of the campaign."""
        rows = [{"campaign_id": campaign_id, "draft_id": draft_id} for draft_id in draft_ids]
        with self.engine.begin() as connection:
            insert_new(connection, tables.campaign_drafts, rows)

    def existing(self, draft_ids: Collection[DraftId]) -> set[DraftId]:
        """Those of the ids that are kept."""
        wanted = list(draft_ids)
        found: set[DraftId] = set()
        with self.engine.connect() as connection:
            for start in range(0, len(wanted), 5000):  # below the drivers' limits on parameters
                part = wanted[start : start + 5000]
                found |= _known(connection, tables.drafts.c.draft_id, tables.drafts.c.draft_id.in_(part))
        return found

    def is_part_of(self, campaign_id: CampaignId, draft_id: DraftId) -> bool:
        """Whether the campaign uses the draft."""
        links = tables.campaign_drafts
        condition = (links.c.campaign_id == campaign_id) & (links.c.draft_id == draft_id)
        with self.engine.connect() as connection:
            return bool(_known(connection, links.c.draft_id, condition))

    def get(self, draft_id: DraftId) -> Draft:
        """Raises NotFound."""
        query = select(tables.drafts).where(tables.drafts.c.draft_id == draft_id)
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NotFound("draft", draft_id, "'bespoke drafts list' shows them")
        return _draft(row)

    def of_campaign(
        self,
        campaign_id: CampaignId,
        *,
        kind: DraftKind | None = None,
        status: DraftStatus | None = None,
        product_ids: Collection[ProductId] | None = None,
    ) -> list[Draft]:
        """A campaign's drafts, frames before blurbs, then by id; `product_ids` asks for those blurbs only."""
        query = (
            select(tables.drafts)
            .select_from(_LINKED)
            .where(tables.campaign_drafts.c.campaign_id == campaign_id)
            .order_by(tables.drafts.c.kind.desc(), tables.drafts.c.draft_id)
        )
        if kind is not None:
            query = query.where(tables.drafts.c.kind == kind)
        if status is not None:
            query = query.where(tables.drafts.c.status == status)
        if product_ids is not None:
            query = query.where(tables.drafts.c.product_id.in_(list(product_ids)))
        with self.engine.connect() as connection:
            return [_draft(row) for row in connection.execute(query)]

    def count_by_status(self, campaign_id: CampaignId, kind: DraftKind | None = None) -> Counter[DraftStatus]:
        """How many of the campaign's drafts stand in each state."""
        status = tables.drafts.c.status
        query = (
            select(status, func.count())
            .select_from(_LINKED)
            .where(tables.campaign_drafts.c.campaign_id == campaign_id)
            .group_by(status)
        )
        if kind is not None:
            query = query.where(tables.drafts.c.kind == kind)
        with self.engine.connect() as connection:
            return Counter({DraftStatus(row[0]): row[1] for row in connection.execute(query)})

    def written(self, campaign_id: CampaignId) -> list[WrittenCopy]:
        """What was written for each of the campaign's drafts, without the facts behind it."""
        query = (
            select(tables.drafts.c.written)
            .select_from(_LINKED)
            .where(tables.campaign_drafts.c.campaign_id == campaign_id)
            .order_by(tables.drafts.c.draft_id)
        )
        with self.engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def approve(
        self,
        draft_id: DraftId,
        reviewer: str,
        now: datetime,
        note: str = "",
        *,
        seen: WrittenCopy | None = None,
    ) -> None:
        """Let a held draft be sent; `seen` is what the reviewer had before their eyes.

        Raises NotFound, or IllegalTransition unless it is held and still what was seen.
        """
        self._review(draft_id, DraftStatus.APPROVED, [DraftStatus.HELD], reviewer, now, note, seen)

    def reject(self, draft_id: DraftId, reviewer: str, now: datetime, note: str = "") -> None:
        """Keep a draft from being sent. Raises NotFound, or IllegalTransition once it is approved."""
        self._review(draft_id, DraftStatus.REJECTED, list(_OPEN), reviewer, now, note)

    def approve_held(self, campaign_id: CampaignId, reviewer: str, now: datetime, note: str = "") -> int:
        """Approve every held draft of the campaign; return how many."""
        return self._review_all(campaign_id, DraftStatus.APPROVED, [DraftStatus.HELD], reviewer, now, note)

    def reject_open(self, campaign_id: CampaignId, reviewer: str, now: datetime, note: str = "") -> int:
        """Reject every frame nobody has decided on; return how many.

        Blurbs stay as they are, since other campaigns use them too.
        """
        return self._review_all(
            campaign_id, DraftStatus.REJECTED, list(_OPEN), reviewer, now, note, kind=DraftKind.FRAME
        )

    def rewrite(
        self,
        draft_id: DraftId,
        written: WrittenCopy,
        status: DraftStatus,
        editor: str,
        now: datetime,
        *,
        seen: WrittenCopy | None = None,
    ) -> None:
        """Replace the copy of a draft that is not decided; `status` is held, or blocked by its guards.

        The audit trail keeps the copy that was replaced. Raises NotFound, or
        IllegalTransition once the draft is decided or is no longer what was `seen`.
        """
        table = tables.drafts
        with self.engine.begin() as connection:
            kept = _kept_copy(connection, draft_id, seen)
            changed = connection.execute(
                update(table)
                .where(table.c.draft_id == draft_id, table.c.status.in_(_OPEN), _written_text == kept)
                .values(written=written, status=status)
            )
            if changed.rowcount == 1:
                was = encode(decode(WrittenCopy, kept or "").copy)
                audit.record(connection, now, editor, "draft rewritten", draft_id, was=was)
                return
        raise self._refusal(draft_id, "rewritten", _OPEN)

    def _review(
        self,
        draft_id: DraftId,
        status: DraftStatus,
        allowed: list[DraftStatus],
        reviewer: str,
        now: datetime,
        note: str,
        seen: WrittenCopy | None = None,
    ) -> None:
        table = tables.drafts
        change = update(table).where(table.c.draft_id == draft_id, table.c.status.in_(allowed))
        with self.engine.begin() as connection:
            if seen is not None:
                change = change.where(_written_text == _kept_copy(connection, draft_id, seen))
            changed = connection.execute(
                change.values(status=status, reviewed_by=reviewer, reviewed_at=now, review_note=note)
            )
            if changed.rowcount == 1:
                audit.record(connection, now, reviewer, f"draft {status}", draft_id, note=note)
                return
        raise self._refusal(draft_id, status, allowed)

    def _refusal(self, draft_id: DraftId, wanted: str, allowed: Collection[DraftStatus]) -> IllegalTransition:
        """Why an update changed nothing; raises NotFound where there is no such draft."""
        found = self.get(draft_id).status
        why = "no longer the text that was looked at" if found in allowed else found
        return IllegalTransition("draft", draft_id, wanted, why)

    def _review_all(
        self,
        campaign_id: CampaignId,
        status: DraftStatus,
        allowed: list[DraftStatus],
        reviewer: str,
        now: datetime,
        note: str,
        kind: DraftKind | None = None,
    ) -> int:
        links, table = tables.campaign_drafts, tables.drafts
        mine = select(links.c.draft_id).where(links.c.campaign_id == campaign_id)
        change = update(table).where(table.c.draft_id.in_(mine), table.c.status.in_(allowed))
        if kind is not None:
            change = change.where(table.c.kind == kind)
        with self.engine.begin() as connection:
            count = connection.execute(
                change.values(status=status, reviewed_by=reviewer, reviewed_at=now, review_note=note)
            ).rowcount
            if count:
                audit.record(
                    connection,
                    now,
                    reviewer,
                    f"drafts {status}",
                    campaign_id,
                    note=note,
                    count=str(count),
                )
        return count


def _kept_copy(connection: Connection, draft_id: DraftId, seen: WrittenCopy | None) -> str | None:
    """The draft's copy as its row spells it; None where it is gone or not what was seen."""
    kept = connection.execute(select(_written_text).where(tables.drafts.c.draft_id == draft_id)).scalar()
    return kept if seen is None or kept is None or decode(WrittenCopy, kept) == seen else None


def _known(connection: Any, column: Any, condition: Any) -> set[DraftId]:
    return set(connection.execute(select(column).where(condition)).scalars())


def _row(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in Draft.__dataclass_fields__}


def _draft(row: Any) -> Draft:
    return Draft(
        draft_id=DraftId(row.draft_id),
        kind=DraftKind(row.kind),
        fact_sheet=row.fact_sheet,
        written=row.written,
        status=DraftStatus(row.status),
        created_at=row.created_at,
        cohort_id=None if row.cohort_id is None else CohortId(row.cohort_id),
        variant=row.variant,
        product_id=None if row.product_id is None else ProductId(row.product_id),
        reviewed_by=row.reviewed_by,
        reviewed_at=row.reviewed_at,
        review_note=row.review_note,
    )
