"""The shop's products."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd
from sqlalchemy import Engine, func, select

from bespoke.domain import Money, Product, ProductId
from store import tables
from store.bulk import insert_frame


@dataclass(frozen=True, slots=True)
class Catalog:
    engine: Engine

    def save(self, frame: pd.DataFrame) -> int:
        """Insert or update products, columns as in the table; return how many changed."""
        with self.engine.begin() as connection:
            return insert_frame(connection, tables.products, frame, update=True)

    def products(self) -> dict[ProductId, Product]:
        """Every product by its id, in order of id."""
        query = select(tables.products).order_by(tables.products.c.product_id)
        with self.engine.connect() as connection:
            return {ProductId(row.product_id): _product(row) for row in connection.execute(query)}

    def get(self, product_ids: Iterable[ProductId]) -> dict[ProductId, Product]:
        """Those of the products that exist."""
        wanted = list(product_ids)
        query = select(tables.products).where(tables.products.c.product_id.in_(wanted))
        with self.engine.connect() as connection:
            return {ProductId(row.product_id): _product(row) for row in connection.execute(query)}

    def costs(self) -> dict[ProductId, Decimal]:
        """What one piece costs the shop, where it says so."""
        table = tables.products.c
        query = select(table.product_id, table.cost).where(table.cost.is_not(None))
        with self.engine.connect() as connection:
            return {ProductId(row.product_id): row.cost for row in connection.execute(query)}

    def count(self) -> int:
        with self.engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(tables.products)).scalar_one()


def _product(row: Any) -> Product:
    return Product(
        product_id=ProductId(row.product_id),
        title=row.title,
        description=row.description,
        category=row.category,
        price=Money(row.price, row.currency),
        list_price=None if row.list_price is None else Money(row.list_price, row.currency),
        stock=row.stock,
        rating=row.rating,
        url=row.url,
        image_url=row.image_url,
        attributes=row.attributes,
        active=row.active,
    )
