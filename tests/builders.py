"""Domain values with defaults, so that a test names only what matters to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bespoke.domain import (
    Angle,
    BrandRules,
    Cohort,
    CohortId,
    Copy,
    Draft,
    DraftId,
    DraftKind,
    DraftStatus,
    FactSheet,
    Money,
    Offer,
    OfferKind,
    Product,
    ProductId,
    Segment,
    Slot,
    WrittenCopy,
)

NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)


def money(amount: str, currency: str = "GBP") -> Money:
    return Money(Decimal(amount), currency)


def a_product(product_id: str = "mug-1", **changes: Any) -> Product:
    price = changes.pop("price", "12.50")
    list_price = changes.pop("list_price", None)
    values: dict[str, Any] = {
        "title": "Speckled Stoneware Mug",
        "description": "A hand-thrown stoneware mug that holds 350 ml.",
        "category": "Kitchen",
        "stock": 40,
        "url": f"https://shop.example/{product_id}",
    } | changes
    return Product(
        product_id=ProductId(product_id),
        price=money(price),
        list_price=None if list_price is None else money(list_price),
        **values,
    )


def a_brand(**changes: Any) -> BrandRules:
    values: dict[str, Any] = {"name": "Juniper & Loom", "voice": "warm and plain"} | changes
    return BrandRules(**values)


def an_offer(**changes: Any) -> Offer:
    values: dict[str, Any] = {
        "kind": OfferKind.PERCENT,
        "percent": Decimal(15),
        "code": "SPRING15",
        "ends_on": date(2026, 4, 30),
    } | changes
    return Offer(**values)


def a_cohort(**changes: Any) -> Cohort:
    values: dict[str, Any] = {
        "cohort_id": CohortId("loyal-kitchen"),
        "segment": Segment.LOYAL,
        "category": "Kitchen",
        "locale": "en-GB",
        "has_offer": False,
        "size": 120,
    } | changes
    return Cohort(**values)


def a_fact_sheet(**changes: Any) -> FactSheet:
    values: dict[str, Any] = {
        "kind": DraftKind.FRAME,
        "locale": "en-GB",
        "send_date": NOW.date(),
        "brand": a_brand(),
        "products": (a_product(),),
        "cohort": a_cohort(),
        "angle": Angle.BENEFIT,
        "slots": (Slot("first_name", 12), Slot("product_1", 30)),
    } | changes
    return FactSheet(**values)


def a_copy(**changes: Any) -> Copy:
    values: dict[str, Any] = {
        "subject": "Something for your kitchen",
        "preheader": "A few things we think you will like.",
        "headline": "Good things for the table",
        "body": "Hello {{ first_name }},\n\nWe picked a few things for you.",
        "cta": "See them all",
    } | changes
    return Copy(**values)


def a_draft(draft_id: str = "spring/loyal-kitchen/A", **changes: Any) -> Draft:
    copy = changes.pop("copy", a_copy())
    values: dict[str, Any] = {
        "kind": DraftKind.FRAME,
        "fact_sheet": a_fact_sheet(),
        "written": WrittenCopy(copy, "phrasebook"),
        "status": DraftStatus.HELD,
        "created_at": NOW,
        "cohort_id": CohortId("loyal-kitchen"),
        "variant": "A",
    } | changes
    return Draft(draft_id=DraftId(draft_id), **values)
