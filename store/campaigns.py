"""Campaigns: the brief they run, the plan made from it, and how far they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, select, update

from bespoke.brief import Brief
from bespoke.domain import (
    Assignment,
    CampaignId,
    CampaignStatus,
    Cohort,
    CohortId,
    ModelVersion,
    PlannedMessage,
    Segment,
)
from bespoke.encoding import decode, encode
from bespoke.errors import CampaignConflict, IllegalTransition, NotFound
from store import audit, tables
from store.bulk import CHUNK_ROWS, insert_frame, read_frame
from store.locking import hold_lock


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """What planning found. Kept with the campaign, so that a rerun reports the same."""

    customers: int
    excluded: dict[str, int]  # by `Exclusion`, holdout included
    messages_by_variant: dict[str, int]
    cohorts: int  # that share copy
    remarks: tuple[str, ...] = ()  # what the brief asks for that the catalog or the budget cannot give
    own_copy: int = 0  # customers who are to get copy of their own


@dataclass(frozen=True, slots=True)
class Campaign:
    campaign_id: CampaignId
    brief: Brief
    as_of: datetime
    status: CampaignStatus
    model_version: ModelVersion | None
    plan: CampaignPlan | None  # None until planning is complete


@dataclass(frozen=True, slots=True)
class Campaigns:
    engine: Engine

    def open(self, campaign_id: CampaignId, brief: Brief, now: datetime) -> Campaign:
        """Start a campaign, or take up the one that stands under this id.

        `now` becomes the moment the campaign's facts are true of; a campaign that is
        planned already keeps its own. Raises CampaignConflict where the id stands for
        another brief, unless nothing has been planned from that one yet. Only how it is
        written may change later too: live or in a batch.
        """
        table = tables.campaigns
        values = {"name": brief.name, "brief": encode(brief), "as_of": now}
        with self.engine.begin() as connection:
            taken_up = connection.execute(
                update(table).where(table.c.campaign_id == campaign_id, table.c.plan.is_(None)).values(values)
            )
            if taken_up.rowcount == 0 and self._insert(connection, campaign_id, values):
                audit.record(connection, now, "bespoke", "campaign opened", campaign_id)
        campaign = self.get(campaign_id)
        if campaign.brief.model_copy(update={"writing": brief.writing}) != brief:
            raise CampaignConflict(campaign_id)
        if campaign.brief != brief:
            with self.engine.begin() as connection:
                connection.execute(
                    update(table).where(table.c.campaign_id == campaign_id).values(brief=values["brief"])
                )
        return replace(campaign, brief=brief)

    @staticmethod
    def _insert(connection: Connection, campaign_id: CampaignId, values: dict[str, Any]) -> bool:
        row = {"campaign_id": campaign_id, "status": str(CampaignStatus.DRAFTING)} | values
        frame = pd.DataFrame({name: [value] for name, value in row.items()})
        return insert_frame(connection, tables.campaigns, frame) == 1

    def get(self, campaign_id: CampaignId) -> Campaign:
        """Raises NotFound."""
        query = select(tables.campaigns).where(tables.campaigns.c.campaign_id == campaign_id)
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NotFound("campaign", campaign_id)
        return _campaign(row)

    def all(self) -> list[Campaign]:
        """Newest first."""
        query = select(tables.campaigns).order_by(
            tables.campaigns.c.as_of.desc(), tables.campaigns.c.campaign_id
        )
        with self.engine.connect() as connection:
            return [_campaign(row) for row in connection.execute(query)]

    def save_plan(
        self,
        campaign_id: CampaignId,
        *,
        brief: Brief,
        model_version: ModelVersion | None,
        cohorts: Sequence[Cohort],
        assignments: Iterable[Assignment],
        messages: Iterable[PlannedMessage],
        plan: CampaignPlan,
    ) -> None:
        """Keep the whole plan in one transaction. A plan that is already kept stays as it is.

        Raises CampaignConflict where the campaign took up another brief since this was planned.
        """
        table = tables.campaigns
        with self.engine.begin() as connection:
            claimed = connection.execute(
                update(table)
                .where(table.c.campaign_id == campaign_id, table.c.plan.is_(None))
                .values(plan=encode(plan), model_version=model_version)
            )
            if claimed.rowcount != 1:
                return
            kept = select(table.c.brief).where(table.c.campaign_id == campaign_id)
            if decode(Brief, connection.execute(kept).scalar_one()) != brief:
                raise CampaignConflict(campaign_id)
            _insert_cohorts(connection, campaign_id, cohorts)
            _insert_assignments(connection, campaign_id, assignments)
            _insert_messages(connection, campaign_id, messages)

    def cohorts(self, campaign_id: CampaignId) -> list[Cohort]:
        """Largest first."""
        table = tables.cohorts
        query = select(table).where(table.c.campaign_id == campaign_id)
        with self.engine.connect() as connection:
            return [
                Cohort(
                    cohort_id=CohortId(row.cohort_id),
                    segment=None if row.segment is None else Segment(row.segment),
                    category=row.category,
                    locale=row.locale,
                    has_offer=row.has_offer,
                    size=row.size,
                    crowd_id=None if row.crowd_id is None else CohortId(row.crowd_id),
                )
                for row in connection.execute(query.order_by(table.c.size.desc(), table.c.cohort_id))
            ]

    def assignments(self, campaign_id: CampaignId) -> pd.DataFrame:
        """Columns customer_id, variant, probability, segment; everyone assigned, the holdout included."""
        table = tables.assignments.c
        query = (
            select(table.customer_id, table.variant, table.probability, table.segment)
            .where(table.campaign_id == campaign_id)
            .order_by(table.customer_id)
        )
        with self.engine.connect() as connection:
            return read_frame(connection, query, categories=("variant", "segment"))

    def set_status(
        self,
        campaign_id: CampaignId,
        status: CampaignStatus,
        *,
        coming_from: Sequence[CampaignStatus],
        now: datetime,
        actor: str = "bespoke",
    ) -> None:
        """Move on from one of the given states; being there already is no change.

        Raises IllegalTransition from any other state.
        """
        table = tables.campaigns
        with self.engine.begin() as connection:
            changed = connection.execute(
                update(table)
                .where(table.c.campaign_id == campaign_id, table.c.status.in_(coming_from))
                .values(status=status)
            )
            if changed.rowcount == 1:
                audit.record(connection, now, actor, f"campaign {status}", campaign_id)
                return
        found = self.get(campaign_id).status
        if found is not status:
            raise IllegalTransition("campaign", campaign_id, status, found)

    @contextmanager
    def lock(self, campaign_id: CampaignId) -> Iterator[None]:
        """Keep every other process from running this campaign; freed even by a kill.

        Raises IllegalTransition when another process has it.
        """
        with hold_lock(self.engine, f"campaign:{campaign_id}") as is_ours:
            if not is_ours:
                raise IllegalTransition("campaign", campaign_id, "run", "being run by another process")
            yield


def _campaign(row: object) -> Campaign:
    values = row._mapping  # type: ignore[attr-defined]
    return Campaign(
        campaign_id=CampaignId(values["campaign_id"]),
        brief=decode(Brief, values["brief"]),
        as_of=values["as_of"],
        status=CampaignStatus(values["status"]),
        model_version=None if values["model_version"] is None else ModelVersion(values["model_version"]),
        plan=None if values["plan"] is None else decode(CampaignPlan, values["plan"]),
    )


def _insert_cohorts(connection: Connection, campaign_id: CampaignId, cohorts: Sequence[Cohort]) -> None:
    rows = [
        {
            "campaign_id": campaign_id,
            "cohort_id": cohort.cohort_id,
            "segment": cohort.segment,
            "category": cohort.category,
            "locale": cohort.locale,
            "has_offer": cohort.has_offer,
            "size": cohort.size,
            "crowd_id": cohort.crowd_id,
        }
        for cohort in cohorts
    ]
    if rows:
        connection.execute(tables.cohorts.insert(), rows)


def _insert_assignments(
    connection: Connection, campaign_id: CampaignId, assignments: Iterable[Assignment]
) -> None:
    remaining = iter(assignments)
    while chunk := list(islice(remaining, CHUNK_ROWS)):
        frame = pd.DataFrame(
            {
                "campaign_id": campaign_id,
                "customer_id": [a.customer_id for a in chunk],
                "variant": [a.variant for a in chunk],
                "probability": [a.probability for a in chunk],
                "segment": [str(a.segment) for a in chunk],
                "cohort_id": [a.cohort_id for a in chunk],
            }
        )
        insert_frame(connection, tables.assignments, frame)


def _insert_messages(
    connection: Connection, campaign_id: CampaignId, messages: Iterable[PlannedMessage]
) -> None:
    remaining = iter(messages)
    while chunk := list(islice(remaining, CHUNK_ROWS)):
        frame = pd.DataFrame(
            {
                "message_id": [m.message_id for m in chunk],
                "campaign_id": campaign_id,
                "customer_id": [m.customer_id for m in chunk],
                "variant": [m.variant for m in chunk],
                "draft_id": [m.draft_id for m in chunk],
                "products": pd.Series([m.products for m in chunk], dtype=object),
                "status": "planned",
                "note": "",
            }
        )
        insert_frame(connection, tables.messages, frame)
