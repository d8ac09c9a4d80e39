"""Which products messages show: what is about to go out, and what customers were shown before."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine, Text, bindparam, func, select, type_coerce, update

from bespoke.domain import CampaignId, CustomerId, DraftId, MessageId, MessageStatus, RecommendedProduct
from store import tables
from store.bulk import CHUNK_ROWS


@dataclass(frozen=True, slots=True)
class Showing:
    """What one claimed message is to show."""

    message_id: MessageId
    customer_id: CustomerId
    draft_id: DraftId
    products: tuple[RecommendedProduct, ...]


@dataclass(frozen=True, slots=True)
class Showings:
    engine: Engine

    def of(self, message_ids: Sequence[MessageId]) -> list[Showing]:
        """What these messages show, of those that are claimed for sending."""
        table = tables.messages.c
        query = (
            select(table.message_id, table.customer_id, table.draft_id, table.products)
            .where(table.message_id.in_(message_ids), table.status == MessageStatus.SENDING)
            .order_by(table.message_id)
        )
        with self.engine.connect() as connection:
            return [
                Showing(MessageId(row[0]), CustomerId(row[1]), DraftId(row[2]), row[3])
                for row in connection.execute(query)
            ]

    def examples(self, draft_ids: Collection[DraftId]) -> dict[DraftId, tuple[RecommendedProduct, ...]]:
        """What the first message that carries each draft shows; a draft that none carries is left out."""
        table = tables.messages.c
        wanted = list(draft_ids)
        found: dict[DraftId, tuple[RecommendedProduct, ...]] = {}
        with self.engine.connect() as connection:
            for start in range(0, len(wanted), 5000):  # below the drivers' limits on parameters
                query = (
                    select(table.draft_id, table.products)
                    .where(table.draft_id.in_(wanted[start : start + 5000]))
                    .order_by(table.message_id.desc())
                )
                found |= {DraftId(row[0]): row[1] for row in connection.execute(query)}
        return found

    def keep(self, products: Mapping[MessageId, tuple[RecommendedProduct, ...]]) -> None:
        """Let claimed messages show these products only, so that the record is what was sent."""
        table = tables.messages
        statement = (
            update(table)
            .where(table.c.message_id == bindparam("id"), table.c.status == MessageStatus.SENDING)
            .values(products=bindparam("kept"))
        )
        if products:
            rows = [{"id": message_id, "kept": kept} for message_id, kept in products.items()]
            with self.engine.begin() as connection:
                connection.execute(statement, rows)

    def last(self, emails: int, *, apart_from: CampaignId) -> pd.DataFrame:
        """Columns customer_id and product_id: what each customer's last `emails` messages showed.

        Only what was really sent counts, and never the campaign `apart_from`.
        """
        found = [pair for pairs in self._last(emails, apart_from) for pair in pairs]
        return pd.DataFrame(found, columns=["customer_id", "product_id"], dtype=object)

    def _last(self, emails: int, apart_from: CampaignId) -> Iterator[list[tuple[str, str]]]:
        table = tables.messages.c
        newest_first = func.row_number().over(
            partition_by=table.customer_id, order_by=(table.sent_at.desc(), table.message_id)
        )
        sent = (
            select(
                table.customer_id,
                # Decoding whole recommendations would cost twenty times as much.
                type_coerce(table.products, Text).label("products"),
                newest_first.label("place"),
            )
            .where(table.status == MessageStatus.SENT, table.campaign_id != apart_from)
            .subquery()
        )
        query = select(sent.c.customer_id, sent.c.products).where(sent.c.place <= emails)
        with self.engine.connect() as connection:
            for rows in connection.execution_options(yield_per=CHUNK_ROWS).execute(query).partitions():
                yield [
                    (customer_id, product["product_id"])
                    for customer_id, products in rows
                    for product in json.loads(products)
                ]
