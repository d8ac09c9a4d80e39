"""What a layout is filled with: everything already in words, nothing left to decide."""

from __future__ import annotations

from dataclasses import dataclass

from bespoke.domain import Segment


@dataclass(frozen=True, slots=True)
class ProductCard:
    title: str
    price: str  # formatted for the locale, e.g. "£12.50"
    list_price: str | None  # formatted; shown struck through beside the price
    reason: str  # e.g. "Because you bought Oak Serving Board"
    blurb: str | None
    image_url: str | None  # None draws a colored tile with the title's initial
    url: str  # tracked link
    stands_out: bool = False  # scored well above the others: gets a line that says so


@dataclass(frozen=True, slots=True)
class OfferBanner:
    headline: str  # e.g. "15% off"
    code: str | None
    terms: str  # e.g. "Until 30 April 2026, on orders over £40"


@dataclass(frozen=True, slots=True)
class EmailContent:
    """One person's email. Slots are filled; texts are plain and get escaped by the layout."""

    locale: str
    segment: Segment
    preheader: str
    headline: str
    paragraphs: tuple[str, ...]
    cta: str
    cta_url: str
    products: tuple[ProductCard, ...]
    offer: OfferBanner | None
    unsubscribe_url: str
    preferences_url: str


@dataclass(frozen=True, slots=True)
class RenderedEmail:
    html: str
    text: str
