"""Fact sheets: all that a writer may see or claim, and nothing that names a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bespoke.domain import (
    Angle,
    BrandRules,
    CampaignId,
    Cohort,
    CohortId,
    DraftId,
    DraftKind,
    FactSheet,
    Fit,
    Offer,
    Product,
    Reason,
    ReasonKind,
    Slot,
)
from bespoke.encoding import encode, fingerprint
from bespoke.settings import DisclaimerSettings

FIRST_NAME = "first_name"
FIRST_PRODUCT = "product_1"
MOST_PRODUCTS = 8  # more would cost tokens and no reader sees more

# A product to buy again was itself bought, so its reason must read like that of any other.
_FITS = {
    ReasonKind.BOUGHT_WITH: Fit.BOUGHT,
    ReasonKind.BUY_AGAIN: Fit.BOUGHT,
    ReasonKind.DUE_AGAIN: Fit.BOUGHT,
    ReasonKind.VIEWED: Fit.VIEWED,
    ReasonKind.POPULAR_IN: Fit.COUNTRY,
    ReasonKind.POPULAR: Fit.POPULAR,
    ReasonKind.NEW_IN: Fit.NEW,
}


def find_fit(reason: Reason) -> Fit:
    """The kind of a recommendation's reason, without the purchase, view or country behind it."""
    return _FITS[reason.kind]


def make_frame_sheet(
    cohort: Cohort,
    angle: Angle,
    *,
    take: int = 1,
    brand: BrandRules,
    offer: Offer | None,
    products: Sequence[Product],
    send_date: date,
    longest_first_name: int,
    longest_first_title: int,
    products_per_email: int | None = None,
    theme: str = "",
    fits: Sequence[Fit] = (),
    disclaimers: Sequence[DisclaimerSettings] = (),
) -> FactSheet:
    """What the copy for one cohort and variant rests on.

    `products` come most shown first and only the first eight are kept; a cohort
    without offer gets none, whatever the brief says. `longest_first_name` and
    `longest_first_title` are the longest fillings in characters of the slots
    `first_name` and `product_1`, the title of a person's first product. For one
    customer, `products` are their list in its order and `fits` says why each is on it.
    Each of the `disclaimers` for any of the products, cut off or not, becomes a phrase
    that the brand requires.
    """
    return FactSheet(
        kind=DraftKind.FRAME,
        locale=cohort.locale,
        send_date=send_date,
        brand=require_disclaimers(brand, disclaimers, products, cohort.locale),
        products=tuple(products[:MOST_PRODUCTS]),
        cohort=cohort,
        angle=angle,
        take=take,
        theme=" ".join(theme.split()),
        offer=offer if cohort.has_offer else None,
        slots=(Slot(FIRST_NAME, longest_first_name), Slot(FIRST_PRODUCT, longest_first_title)),
        products_per_email=products_per_email,
        fits=tuple(fits[:MOST_PRODUCTS]),
    )


def require_disclaimers(
    brand: BrandRules, disclaimers: Sequence[DisclaimerSettings], products: Sequence[Product], locale: str
) -> BrandRules:
    """The brand's rules with the phrases that emails showing these products need besides."""
    levels = {level for product in products for level in _levels(product.category)}
    needed = [
        one.phrase
        for one in disclaimers
        if _is_in_locale(locale, one.locale)
        and (not one.categories or not levels.isdisjoint(_folded(category) for category in one.categories))
    ]
    if not needed:
        return brand
    return replace(brand, required_phrases=tuple(dict.fromkeys((*brand.required_phrases, *needed))))


def _levels(category: str | None) -> set[str]:
    """A category and each of its levels, as in "Food > Wine", folded."""
    return {_folded(level) for level in (category or "", *re.split(r"[>/|]", category or ""))} - {""}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_in_locale(locale: str, wanted: str | None) -> bool:
    locale, wanted = locale.replace("_", "-").lower(), (wanted or "").replace("_", "-").lower()
    return not wanted or locale == wanted or locale.startswith(f"{wanted}-")


def make_blurb_sheet(product: Product, *, brand: BrandRules, locale: str, send_date: date) -> FactSheet:
    """What one product's sentence rests on: its lasting facts only.

    Stock, rating and addresses are left out, since a blurb outlives them.
    """
    return FactSheet(
        kind=DraftKind.BLURB,
        locale=locale,
        send_date=send_date,
        brand=brand,
        products=(lasting_facts(product),),
    )


def lasting_facts(product: Product) -> Product:
    """The product without what changes while a blurb stays."""
    return replace(product, stock=None, rating=None, url=None, image_url=None)


def has_something_to_say(sheet: FactSheet) -> bool:
    """Whether a blurb could be written without inventing: there is a description or an attribute."""
    return any(product.description.strip() or product.attributes for product in sheet.products)


def frame_draft_id(campaign_id: CampaignId, cohort_id: CohortId, variant: str) -> DraftId:
    """`campaign/cohort/variant`."""
    return DraftId(f"{campaign_id}/{cohort_id}/{variant}")


def blurb_draft_id(sheet: FactSheet, writer: str = "phrasebook") -> DraftId:
    """`blurb/<product id>/<8 hex digits>`, the same until a lasting fact, the brand's rules,
    the locale or the writer changes; never by the date.

    `writer` is the name of who is meant to write: the model's, or "phrasebook".
    """
    (product,) = sheet.products
    digits = fingerprint(encode(product), encode(sheet.brand), sheet.locale, writer)[:8]
    return DraftId(f"blurb/{product.product_id}/{digits}")
