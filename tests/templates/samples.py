"""Email contents with defaults, so that a test names only what matters to it."""

from __future__ import annotations

from typing import Any

from bespoke.domain import Segment
from templates.content import EmailContent, OfferBanner, ProductCard

_PRODUCTS = (
    ("Speckled Stoneware Mug", "£12.50", None, "Because you bought Oak Serving Board",
     "Hand-thrown, with a glaze that comes out a little different every time."),
    ("Linen Tea Towel, Set of Two", "£14.00", "£18.00", "Popular in the United Kingdom",
     "Soft from the first wash and dry before the next pot of tea."),
    ("Beeswax Candle", "£9.50", None, "Because you bought Brass Candlestick", None),
    ("Oak Serving Board with Leather Loop", "£32.00", "£40.00", "Popular with our customers",
     "A board wide enough for a whole loaf and light enough to hang."),
    ("Wool Throw in Moss", "£68.00", None, "Because you bought Velvet Cushion",
     "Woven from undyed and moss-green wool."),
    ("Enamel Milk Pan", "£24.00", None, "You have bought this before", None),
)  # fmt: skip


def a_card(number: int = 0, **changes: Any) -> ProductCard:
    title, price, list_price, reason, blurb = _PRODUCTS[number % len(_PRODUCTS)]
    values: dict[str, Any] = {
        "title": title,
        "price": price,
        "list_price": list_price,
        "reason": reason,
        "blurb": blurb,
        "image_url": None,
        "url": f"https://mail.shop.example/l/{number + 1}",
    } | changes
    return ProductCard(**values)


def cards(count: int, **changes: Any) -> tuple[ProductCard, ...]:
    return tuple(a_card(number, **changes) for number in range(count))


def a_banner(**changes: Any) -> OfferBanner:
    values: dict[str, Any] = {
        "headline": "15% off",
        "code": "SPRING15",
        "terms": "Until 30 April 2026, on orders of £40 or more",
    } | changes
    return OfferBanner(**values)


def a_content(**changes: Any) -> EmailContent:
    values: dict[str, Any] = {
        "locale": "en-GB",
        "segment": Segment.PROMISING,
        "preheader": "A few things for slower mornings.",
        "headline": "Good things for a well-laid table",
        "paragraphs": (
            "Hello Maren,",
            "Spring is when the table moves towards the window. We looked at what you have "
            "chosen before and picked a few pieces that would sit well beside it.",
        ),
        "cta": "See the collection",
        "cta_url": "https://mail.shop.example/l/0",
        "products": cards(3),
        "offer": None,
        "unsubscribe_url": "https://mail.shop.example/u/abc",
        "preferences_url": "https://mail.shop.example/p/abc",
    } | changes
    return EmailContent(**values)
