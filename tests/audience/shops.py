"""Small shops as a reader would deliver them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from audience.quality import CheckedTables, check_tables
from audience.readers import empty_table
from audience.shop_tables import ShopTables

Row = dict[str, Any]


def a_product_row(product_id: str = "mug", **changes: Any) -> Row:
    return {
        "product_id": product_id,
        "title": "Stoneware Mug",
        "price": "12.50",
        "category": "Kitchen",
    } | changes


def a_customer_row(customer_id: str = "ada", **changes: Any) -> Row:
    return {"customer_id": customer_id, "email": f"{customer_id}@example.test", "first_name": "Ada"} | changes


def an_event_row(**changes: Any) -> Row:
    return {
        "customer_id": "ada",
        "product_id": "mug",
        "type": "purchase",
        "occurred_at": "2026-03-01T10:00:00Z",
        "quantity": "1",
        "unit_price": "12.50",
        "order_id": "o1",
    } | changes


def a_consent_row(customer_id: str = "ada", **changes: Any) -> Row:
    return {
        "customer_id": customer_id,
        "status": "granted",
        "recorded_at": "2026-01-01",
        "source": "checkout",
    } | changes


def a_shop(
    *,
    products: list[Row] | None = None,
    customers: list[Row] | None = None,
    events: list[Row] | None = None,
    consents: list[Row] | None = None,
) -> ShopTables:
    """A shop of one of each, except where rows are given."""
    given = {
        "products": [a_product_row()] if products is None else products,
        "customers": [a_customer_row()] if customers is None else customers,
        "events": [an_event_row()] if events is None else events,
        "consents": [a_consent_row()] if consents is None else consents,
    }
    frames = {name: pd.DataFrame(rows) if rows else empty_table(name) for name, rows in given.items()}
    return ShopTables(**frames, source="a test")


def checked(shop: ShopTables, refuse_above: float = 1.0) -> CheckedTables:
    return check_tables(shop, currency="GBP", locale="en-GB", refuse_above=refuse_above)
