"""The plain-text half of an email, from the same content as the HTML.

Lines are at most 78 characters long; links stand alone on lines of their own and are never broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bespoke.domain import Layout
from templates.content import EmailContent, OfferBanner, ProductCard
from templates.wordings import Wording, wording_for

WIDTH = 78
_RULE = "-" * WIDTH


def write_text(content: EmailContent, layout: Layout, brand_name: str, postal_address: str) -> str:
    """The email as plain text; sections are separated by blank lines and end with a newline."""
    wording = wording_for(content.locale)
    sections = [
        *_opening(content, wording, brand_name),
        *_offer(content.offer, wording),
        *_products(content.products, layout, wording),
        *_closing(content, layout, wording),
        *_footer(content, wording, brand_name, postal_address),
    ]
    return "\n\n".join(sections) + "\n"


@lru_cache(maxsize=8192)
def wrap(text: str, indent: str = "") -> str:
    """`text` on lines of at most 78 characters; a longer word gets a line of its own."""
    words = text.split()
    lines, line = [], indent
    for word in words:
        if line == indent:
            line += word
        elif len(line) + 1 + len(word) <= WIDTH:
            line += " " + word
        else:
            lines.append(line)
            line = indent + word
    return "\n".join([*lines, line]) if words else ""


def _opening(content: EmailContent, wording: Wording, brand_name: str) -> Iterator[str]:
    headline = wrap(content.headline)
    yield wrap(brand_name)
    yield f"{headline}\n{'=' * max(map(len, headline.splitlines()), default=0)}"
    for paragraph in content.paragraphs:
        yield wrap(paragraph)
    if thanks := wording.thanks.get(content.segment):
        yield wrap(thanks)
    yield f"{wrap(content.cta)}:\n{content.cta_url}"


def _offer(offer: OfferBanner | None, wording: Wording) -> Iterator[str]:
    if offer is None:
        return
    lines = [f"*** {' '.join(offer.headline.split())} ***"]
    if offer.terms:
        lines.append(wrap(offer.terms))
    if offer.code:
        lines.append(f"{wording.code}: {offer.code}")
    yield "\n".join(lines)


def _products(products: tuple[ProductCard, ...], layout: Layout, wording: Wording) -> Iterator[str]:
    if not products:
        return
    yield f"{_RULE}\n{products_heading(layout, len(products), wording)}\n{_RULE}"
    for product in products:
        yield _product(product, wording)


def products_heading(layout: Layout, count: int, wording: Wording) -> str:
    """What stands above the products."""
    if layout is Layout.WIN_BACK:
        return wording.come_back_to
    return wording.one_product if count == 1 else wording.products


def _product(product: ProductCard, wording: Wording) -> str:
    price = product.price
    if product.list_price:
        price += f" ({wording.was} {product.list_price})"
    closest = wording.closest if product.stands_out else ""
    lines = [
        closest,
        wrap(product.title),
        price,
        wrap(product.reason),
        wrap(product.blurb or ""),
        product.url,
    ]
    return "\n".join(line for line in lines if line)


def _closing(content: EmailContent, layout: Layout, wording: Wording) -> Iterator[str]:
    misses = wording.misses.get(content.segment)
    if misses or layout is Layout.WIN_BACK:
        yield f"{wrap(misses or wording.something_else)}\n{wording.tell_us}:\n{content.preferences_url}"


def _footer(content: EmailContent, wording: Wording, brand_name: str, postal_address: str) -> Iterator[str]:
    yield f"{_RULE}\n{wrap(wording.why.format(brand=brand_name))}"
    yield f"{wording.unsubscribe}:\n{content.unsubscribe_url}"
    yield f"{wording.preferences}:\n{content.preferences_url}"
    yield wrap(postal_address)
