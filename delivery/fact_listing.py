"""A fact sheet and a cohort in words for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bespoke.domain import Cohort, Draft, FactSheet, FactUse, Product
from templates.wordings import format_money, offer_banner


def spell(name: StrEnum | str) -> str:
    """A value's name as people write it: `at_risk` is "At risk"."""
    return str(name).replace("_", " ").capitalize()


def describe_cohort(cohort: Cohort) -> str:
    """A cohort's parts, e.g. "Loyal · Kitchen · en-GB · with offer" or "One customer · Loyal · …"."""
    if cohort.crowd_id is not None:
        return _describe_customer(cohort)
    parts = [
        spell(cohort.segment) if cohort.segment else "All segments",
        cohort.category or "all categories",
        cohort.locale,
    ]
    return " · ".join(parts + (["with offer"] if cohort.has_offer else []))


def _describe_customer(cohort: Cohort) -> str:
    parts = [
        "One customer" if cohort.size == 1 else f"{cohort.size:,} customers alike",
        spell(cohort.segment) if cohort.segment else "",
        cohort.category or "no category yet",
        cohort.locale,
        "with offer" if cohort.has_offer else "",
    ]
    return " · ".join(part for part in parts if part)


def list_facts(sheet: FactSheet) -> list[tuple[str, str]]:
    """What the writer was told besides products, as labels with values; what is not set is left out."""
    brand = sheet.brand
    facts = {
        "Brand": brand.name,
        "Voice": brand.voice,
        "Sounds like": " / ".join(brand.voice_examples),
        "Angle": spell(sheet.angle) if sheet.angle else "",
        "Theme": sheet.theme,
        "What worked": "; ".join(sheet.what_worked),
        "Offer": _describe_offer(sheet),
        "Sent on": sheet.send_date.isoformat(),
        "Slots": ", ".join(f"{slot.name} (up to {slot.longest_chars})" for slot in sheet.slots),
        "Allowed claims": ", ".join(brand.allowed_claims),
        "Must say": ", ".join(brand.required_phrases),
        "Must not say": ", ".join(brand.banned_words + brand.competitors),
    }
    return [(label, value) for label, value in facts.items() if value]


def list_products(sheet: FactSheet) -> list[dict[str, str]]:
    """The products the writer was told of, each fact in words; what the shop does not say is empty."""
    fits = sheet.fits or ("",) * len(sheet.products)
    return [
        _describe_product(product, sheet.locale) | {"why": str(fit)}
        for product, fit in zip(sheet.products, fits, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with what its writer rests it on, in words."""

    claim: str
    fact: str  # the fact's name
    value: str  # the fact itself; empty where the sheet has no such fact
    problem: str  # why a reviewer must look; empty where nothing is amiss


def list_claims(draft: Draft) -> list[ListedClaim]:
    """What the draft's writer named a fact for, claims that rest on no known fact first."""
    listed = [_list_claim(use, draft.fact_sheet) for use in draft.written.facts_used]
    return sorted(listed, key=lambda one: not one.problem)


def _list_claim(use: FactUse, sheet: FactSheet) -> ListedClaim:
    problem = ""
    if use.value is None:
        problem = "no such fact"
    elif use.field is None:
        problem = "not in the copy"
    return ListedClaim(use.claim, use.fact, _with_title(use, sheet), problem)


def _with_title(use: FactUse, sheet: FactSheet) -> str:
    """The fact's value, a product's with its title: nobody knows products by their number."""
    subject, _, fact = use.fact.partition(".")
    word, _, number = subject.partition(" ")
    if use.value is None or word != "product" or fact in ("", "title") or not number.isdecimal():
        return use.value or ""
    place = int(number) - 1
    return f"{sheet.products[place].title}: {use.value}" if place < len(sheet.products) else use.value


def _describe_product(product: Product, locale: str) -> dict[str, str]:
    return {
        "id": product.product_id,
        "title": product.title,
        "description": product.description,
        "category": product.category or "",
        "price": format_money(product.price, locale),
        "list_price": format_money(product.list_price, locale) if product.list_price else "",
        "stock": "" if product.stock is None else f"{product.stock:,} in stock",
        "rating": "" if product.rating is None else f"{product.rating:g} of 5",
        "attributes": ", ".join(f"{name}: {value}" for name, value in product.attributes.items()),
    }


def _describe_offer(sheet: FactSheet) -> str:
    if sheet.offer is None:
        return "none"
    banner = offer_banner(sheet.offer, sheet.locale)
    code = f"code {banner.code}" if banner.code else ""
    return ", ".join(part for part in (banner.headline, code, banner.terms) if part)
