"""Labeled copy cases as fact sheets and copy; tests that use them skip where the file is absent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bespoke.domain import (
    Blurb,
    BrandRules,
    Cohort,
    CohortId,
    Copy,
    DraftKind,
    FactSheet,
    Money,
    Offer,
    OfferKind,
    Product,
    ProductId,
    Slot,
)

SLOTS = (Slot("first_name", 12), *(Slot(f"product_{n}", 30) for n in range(1, 7)))
_KINDS = {
    "percent_off": OfferKind.PERCENT,
    "amount_off": OfferKind.AMOUNT,
    "free_shipping": OfferKind.FREE_SHIPPING,
}


@dataclass(frozen=True, slots=True)
class LabeledCase:
    case_id: str
    sheet: FactSheet
    copy: Copy
    violations: tuple[str, ...]


def read_cases(path: Path) -> Iterator[LabeledCase]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield _case(json.loads(line))


def _case(raw: Mapping[str, Any]) -> LabeledCase:
    products = tuple(_product(product) for product in raw["products"])
    currency = products[0].price.currency
    sheet = FactSheet(
        kind=DraftKind.FRAME,
        locale=raw["customer"]["locale"],
        send_date=date.fromisoformat(raw["send_date"]),
        brand=BrandRules(
            name=raw["brand"]["name"],
            voice=raw["brand"]["voice"],
            banned_words=tuple(raw["brand"]["banned_words"]),
            competitors=tuple(raw["brand"]["competitors"]),
            allowed_claims=tuple(raw["brand"]["allowed_claims"]),
            required_phrases=tuple(raw["brand"]["required_phrases"]),
        ),
        products=products,
        cohort=Cohort(
            CohortId("case"), None, products[0].category, raw["customer"]["locale"], bool(raw["offer"]), 1
        ),
        offer=_offer(raw["offer"], currency),
        slots=SLOTS,
    )
    return LabeledCase(raw["id"], sheet, _copy(raw["copy"]), tuple(raw["violations"]))


def _product(raw: Mapping[str, Any]) -> Product:
    return Product(
        product_id=ProductId(raw["id"]),
        title=raw["title"],
        description=raw["description"],
        category=raw["category"],
        price=Money(Decimal(raw["price"]), raw["currency"]),
        list_price=Money(Decimal(raw["list_price"]), raw["currency"]) if raw["list_price"] else None,
        stock=raw["stock"],
        rating=raw["rating"],
        attributes={name: _flat(value) for name, value in raw["attributes"].items()},
    )


def _flat(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _offer(raw: Mapping[str, Any] | None, currency: str) -> Offer | None:
    if raw is None:
        return None
    # The domain has no gifts yet; like free shipping they take nothing off a price.
    kind = _KINDS.get(raw["kind"], OfferKind.FREE_SHIPPING)
    value = Decimal(str(raw["value"])) if raw["value"] is not None else None
    return Offer(
        kind=kind,
        percent=value if kind is OfferKind.PERCENT else None,
        amount=Money(value, raw["currency"] or currency) if kind is OfferKind.AMOUNT and value else None,
        code=raw["code"],
        ends_on=date.fromisoformat(raw["ends"]) if raw["ends"] else None,
        terms=raw["conditions"] or "",
    )


def _copy(raw: Mapping[str, Any]) -> Copy:
    return Copy(
        subject=raw["subject"],
        preheader=raw["preheader"],
        headline=raw["headline"],
        body=raw["body"],
        cta=raw["cta"],
        blurbs=tuple(Blurb(ProductId(blurb["product_id"]), blurb["text"]) for blurb in raw["blurbs"]),
    )
