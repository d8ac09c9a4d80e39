"""Messages: one per customer and campaign, claimed before sending, so none is sent twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, func, select, update

from bespoke.domain import (
    ApprovedMessage,
    CampaignId,
    Copy,
    CustomerId,
    DraftId,
    DraftStatus,
    MessageId,
    MessageStatus,
    Offer,
    Product,
    ProductId,
    Recipient,
    RecommendedProduct,
    Segment,
    ShownProduct,
)
from bespoke.encoding import fingerprint
from store import tables

_UNAPPROVED = (DraftStatus.REJECTED, DraftStatus.BLOCKED)


def message_id(campaign_id: CampaignId, customer_id: CustomerId) -> MessageId:
    """The one id a customer's message has in a campaign, whatever run makes it."""
    return MessageId(fingerprint("message", campaign_id, customer_id))


@dataclass(frozen=True, slots=True)
class FrameInUse:
    """An approved frame, as every one of its messages needs it."""

    copy: Copy
    offer: Offer | None


@dataclass(frozen=True, slots=True)
class DraftAudience:
    messages: int
    longest_first_name_chars: int
    products: Counter[ProductId]  # how often each is shown, at any rank
    first_products: frozenset[ProductId]  # those shown first to somebody
    fewest_products: int  # that anybody is shown

    def __add__(self, other: DraftAudience) -> DraftAudience:
        """The two as one."""
        return DraftAudience(
            self.messages + other.messages,
            max(self.longest_first_name_chars, other.longest_first_name_chars),
            self.products + other.products,
            self.first_products | other.first_products,
            min(self.fewest_products, other.fewest_products),
        )


class _AudienceSums:
    def __init__(self) -> None:
        self.messages = 0
        self.longest = 0
        self.products: Counter[ProductId] = Counter()
        self.first: set[ProductId] = set()
        self.fewest = 0

    def add(self, products: tuple[RecommendedProduct, ...], name_chars: int) -> None:
        self.fewest = min(self.fewest, len(products)) if self.messages else len(products)
        self.messages += 1
        self.longest = max(self.longest, name_chars)
        self.products.update(item.product_id for item in products)
        self.first.add(products[0].product_id)

    def finish(self) -> DraftAudience:
        return DraftAudience(self.messages, self.longest, self.products, frozenset(self.first), self.fewest)


@dataclass(frozen=True, slots=True)
class Messages:
    engine: Engine

    def claim(self, campaign_id: CampaignId, drafts: Collection[DraftId], limit: int) -> list[MessageId]:
        """Take up to `limit` planned messages that carry one of `drafts`, if it is approved, for sending."""
        table = tables.messages
        approved = (
            select(table.c.message_id)
            .join(tables.drafts, tables.drafts.c.draft_id == table.c.draft_id)
            .where(
                table.c.campaign_id == campaign_id,
                table.c.status == MessageStatus.PLANNED,
                table.c.draft_id.in_(drafts),
                tables.drafts.c.status == DraftStatus.APPROVED,
            )
            .limit(limit)
        )
        claim = (
            update(table)
            .where(table.c.message_id.in_(approved), table.c.status == MessageStatus.PLANNED)
            .values(status=MessageStatus.SENDING)
            .returning(table.c.message_id)
        )
        with self.engine.begin() as connection:
            return sorted(connection.execute(claim).scalars())

    def left_sending(self, campaign_id: CampaignId) -> list[MessageId]:
        """Messages that were claimed and never settled: their run was killed."""
        table = tables.messages
        query = select(table.c.message_id).where(
            table.c.campaign_id == campaign_id, table.c.status == MessageStatus.SENDING
        )
        with self.engine.connect() as connection:
            return sorted(connection.execute(query).scalars())

    def load(
        self,
        message_ids: Sequence[MessageId],
        *,
        frames: Mapping[DraftId, FrameInUse],
        products: Mapping[ProductId, Product],
        blurbs: Mapping[ProductId, str],
    ) -> list[ApprovedMessage]:
        """Claimed messages as they are to be rendered; one whose customer is gone is left out."""
        messages, customers = tables.messages, tables.customers
        query = (
            select(
                messages,
                customers.c.email,
                customers.c.first_name,
                customers.c.locale,
                tables.assignments.c.segment,
            )
            .join(customers, customers.c.customer_id == messages.c.customer_id)
            .join(
                tables.assignments,
                (tables.assignments.c.campaign_id == messages.c.campaign_id)
                & (tables.assignments.c.customer_id == messages.c.customer_id),
            )
            .where(
                messages.c.message_id.in_(message_ids),
                messages.c.status == MessageStatus.SENDING,
                customers.c.email.is_not(None),
            )
            .order_by(messages.c.message_id)
        )
        with self.engine.connect() as connection:
            return [
                _approved(row, frames[row.draft_id], products, blurbs)
                for row in connection.execute(query)
                if row.draft_id in frames
            ]

    def mark_sent(self, message_ids: Iterable[MessageId], now: datetime) -> None:
        """Settle claimed messages as sent."""
        self._settle(message_ids, {"status": MessageStatus.SENT, "sent_at": now})

    def withhold(self, message_ids: Iterable[MessageId], why: str) -> None:
        """Settle claimed messages as not sent on purpose."""
        self._settle(message_ids, {"status": MessageStatus.WITHHELD, "note": why})

    def _settle(self, message_ids: Iterable[MessageId], values: dict[str, Any]) -> None:
        table = tables.messages
        ids = list(message_ids)
        with self.engine.begin() as connection:
            connection.execute(
                update(table)
                .where(table.c.message_id.in_(ids), table.c.status == MessageStatus.SENDING)
                .values(values)
            )

    def withhold_planned(self, campaign_id: CampaignId, drafts: Collection[DraftId], why: str) -> int:
        """Withhold the planned messages that carry one of `drafts`; return how many."""
        table = tables.messages
        with self.engine.begin() as connection:
            return connection.execute(
                update(table)
                .where(
                    table.c.campaign_id == campaign_id,
                    table.c.status == MessageStatus.PLANNED,
                    table.c.draft_id.in_(drafts),
                )
                .values(status=MessageStatus.WITHHELD, note=why)
            ).rowcount

    def carry_instead(self, campaign_id: CampaignId, draft_id: DraftId, instead: DraftId) -> int:
        """Let the planned messages of one draft carry another; return how many."""
        table = tables.messages
        with self.engine.begin() as connection:
            return connection.execute(
                update(table)
                .where(
                    table.c.campaign_id == campaign_id,
                    table.c.status == MessageStatus.PLANNED,
                    table.c.draft_id == draft_id,
                )
                .values(draft_id=instead)
            ).rowcount

    def withhold_unapproved(self, campaign_id: CampaignId) -> int:
        """Withhold the planned messages whose draft was rejected or blocked; return how many."""
        table = tables.messages
        refused = select(tables.drafts.c.draft_id).where(tables.drafts.c.status.in_(_UNAPPROVED))
        with self.engine.begin() as connection:
            return connection.execute(
                update(table)
                .where(
                    table.c.campaign_id == campaign_id,
                    table.c.status == MessageStatus.PLANNED,
                    table.c.draft_id.in_(refused),
                )
                .values(status=MessageStatus.WITHHELD, note="its draft was not approved")
            ).rowcount

    def count_by_status(self, campaign_id: CampaignId) -> Counter[MessageStatus]:
        return Counter({MessageStatus(k): n for k, n in self._count(campaign_id, "status").items()})

    def count_by_draft(self, campaign_id: CampaignId) -> Counter[DraftId]:
        """How many messages carry each frame."""
        return Counter({DraftId(k): n for k, n in self._count(campaign_id, "draft_id").items()})

    def count_sent_by_variant(self, campaign_id: CampaignId) -> Counter[str]:
        sent = tables.messages.c.status == MessageStatus.SENT
        return Counter(self._count(campaign_id, "variant", sent))

    def _count(self, campaign_id: CampaignId, column_name: str, *conditions: Any) -> dict[str, int]:
        table = tables.messages
        column = table.c[column_name]
        query = (
            select(column, func.count())
            .where(table.c.campaign_id == campaign_id, *conditions)
            .group_by(column)
        )
        with self.engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def count_withheld_by_note(self, campaign_id: CampaignId) -> Counter[str]:
        """How many messages were withheld, by why."""
        withheld = tables.messages.c.status == MessageStatus.WITHHELD
        return Counter(self._count(campaign_id, "note", withheld))

    def count_by_variant(self, campaign_id: CampaignId) -> dict[tuple[str, MessageStatus], int]:
        """How many messages each variant has in each status."""
        table = tables.messages.c
        query = (
            select(table.variant, table.status, func.count())
            .where(table.campaign_id == campaign_id)
            .group_by(table.variant, table.status)
        )
        with self.engine.connect() as connection:
            return {(row[0], MessageStatus(row[1])): row[2] for row in connection.execute(query)}

    def first_sent_at(self, campaign_id: CampaignId) -> datetime | None:
        """When the campaign's first message was sent."""
        table = tables.messages.c
        query = (
            select(table.sent_at)
            .where(table.campaign_id == campaign_id, table.sent_at.is_not(None))
            .order_by(table.sent_at)
            .limit(1)
        )
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def sent_since(self, moment: datetime) -> Counter[CustomerId]:
        """Messages sent to each customer at `moment` or later."""
        table = tables.messages
        query = (
            select(table.c.customer_id, func.count())
            .where(table.c.sent_at >= moment)
            .group_by(table.c.customer_id)
        )
        with self.engine.connect() as connection:
            return Counter({CustomerId(row[0]): row[1] for row in connection.execute(query)})

    def audiences_of_drafts(self, campaign_id: CampaignId) -> dict[DraftId, DraftAudience]:
        """Who each frame is for, in sums: nothing in it belongs to one customer alone."""
        messages, customers = tables.messages, tables.customers
        query = (
            select(messages.c.draft_id, messages.c.products, func.length(customers.c.first_name))
            .join(customers, customers.c.customer_id == messages.c.customer_id)
            .where(messages.c.campaign_id == campaign_id)
        )
        sums: dict[DraftId, _AudienceSums] = {}
        with self.engine.connect() as connection:
            for draft_id, products, name_chars in connection.execution_options(yield_per=5000).execute(query):
                sums.setdefault(draft_id, _AudienceSums()).add(products, name_chars or 0)
        return {draft_id: total.finish() for draft_id, total in sorted(sums.items())}

    def example_products(self, draft_id: DraftId) -> tuple[RecommendedProduct, ...]:
        """What the first message that carries a draft shows; empty where none does."""
        table = tables.messages
        query = select(table.c.products).where(table.c.draft_id == draft_id).order_by(table.c.message_id)
        with self.engine.connect() as connection:
            return connection.execute(query.limit(1)).scalar() or ()

    def of_draft(self, draft_id: DraftId, limit: int) -> list[tuple[MessageId, CustomerId]]:
        """The first messages that carry a draft, for showing an example."""
        table = tables.messages
        query = (
            select(table.c.message_id, table.c.customer_id)
            .where(table.c.draft_id == draft_id)
            .order_by(table.c.message_id)
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return [(MessageId(row[0]), CustomerId(row[1])) for row in connection.execute(query)]

    def readers_of_draft(self, draft_id: DraftId, limit: int) -> list[tuple[str, str, str]]:
        """First name, last name and address of the first customers who get a draft; "" where not known."""
        messages, customers = tables.messages, tables.customers
        query = (
            select(customers.c.first_name, customers.c.last_name, customers.c.email)
            .join(messages, messages.c.customer_id == customers.c.customer_id)
            .where(messages.c.draft_id == draft_id)
            .order_by(messages.c.message_id)
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return [(row[0] or "", row[1] or "", row[2] or "") for row in connection.execute(query)]


def _approved(
    row: Any,
    frame: FrameInUse,
    products: Mapping[ProductId, Product],
    blurbs: Mapping[ProductId, str],
) -> ApprovedMessage:
    recommended: tuple[RecommendedProduct, ...] = row.products
    return ApprovedMessage(
        message_id=MessageId(row.message_id),
        campaign_id=CampaignId(row.campaign_id),
        variant=row.variant,
        recipient=Recipient(
            customer_id=CustomerId(row.customer_id),
            email=row.email,
            first_name=row.first_name,
            locale=row.locale,
            segment=Segment(row.segment),
        ),
        copy=frame.copy,
        offer=frame.offer,
        products=tuple(
            ShownProduct(
                products[item.product_id],
                item.reason,
                blurbs.get(item.product_id),
                None if item.explored else item.score,
            )
            for item in recommended
            if item.product_id in products
        ),
    )
