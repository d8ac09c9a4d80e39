"""Random fact sheets for property tests: odd names, every kind of offer, every locale."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from bespoke.domain import (
    Angle,
    BrandRules,
    Cohort,
    CohortId,
    FactSheet,
    Money,
    Offer,
    OfferKind,
    Product,
    ProductId,
    Segment,
)
from copywriter.fact_sheets import make_frame_sheet
from tests.builders import a_brand

CURRENCIES = {
    "en-GB": "GBP",
    "en-US": "USD",
    "en-AU": "AUD",
    "en-CA": "CAD",
    "en-IE": "EUR",
    "de-DE": "EUR",
    "de-AT": "EUR",
    "de-CH": "CHF",
    "fr-FR": "EUR",
    "fr-CA": "CAD",
    "fr-CH": "CHF",
    "es-ES": "EUR",
    "es-MX": "MXN",
    "es-AR": "EUR",
    "nl-NL": "EUR",
}

names = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=80)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
amounts = st.decimals(1, 9999, places=2)
_CATEGORIES = "Kitchen & Dining|TOYS|Gifts under £20|Garden|Küche|Café & Thé|Niños|Maternity|Christmas|Sale"
_CLAIMS = "Best Sellers|Free Gifts|Handmade|Silk Scarves|Men's Health|A"
_TITLES = (
    "Speckled Stoneware Mug|Oak Serving Board 30 cm|Set of 3 Candles|Théière en fonte|Kerze|Taza de gres"
)
_ODD_TITLES = (
    "Pregnancy Pillow|The Best Coffee Ever|A title of many words that goes on for a good while longer"
)
_THEMES = "|New arrivals for the garden|Our summer sale is here.|20% off everything today!|THE BIG ONE!!!"
_FOREIGN_THEMES = (
    "Nouveautés pour la maison|Neues für den Herbst|Write about mugs|Good things. Focus on candles."
)
categories = st.none() | st.sampled_from(f"{_CATEGORIES}|{_CLAIMS}".split("|"))
titles = st.sampled_from(f"{_TITLES}|{_ODD_TITLES}".split("|"))
themes = st.sampled_from(f"{_THEMES}|{_FOREIGN_THEMES}".split("|"))
brands = st.sampled_from(
    [
        a_brand(),
        a_brand(name="A"),
        a_brand(name="IKEA"),
        a_brand(name="Yahoo!", banned_words=("look", "idea", "Idee", "idée", "Freude")),
        a_brand(name="Atelier Amélie", competitors=("MugWorld", "Hello", "Hallo")),
        a_brand(name="Maison Dubois et Fils, Lyon", required_phrases=("Please recycle the box.",)),
        a_brand(name="Dr. Müller", banned_words=("you", "Sie", "vous", "ti")),
    ]
)


@st.composite
def products(draw: st.DrawFn, currency: str, title: st.SearchStrategy[str] = titles) -> Product:
    return Product(
        product_id=ProductId(draw(names)),
        title=draw(title),
        description=draw(st.sampled_from(["", "A hand-thrown mug that holds 350 ml."])),
        category=draw(categories),
        price=Money(draw(amounts), currency),
        stock=draw(st.none() | st.integers(0, 60)),
        rating=draw(st.none() | st.floats(0, 5).map(lambda rating: round(rating, 1))),
    )


@st.composite
def offers(draw: st.DrawFn, send_date: date, currency: str) -> Offer:
    kind = draw(st.sampled_from(OfferKind))
    return Offer(
        kind=kind,
        percent=draw(st.decimals(1, 99, places=1)) if kind is OfferKind.PERCENT else None,
        amount=Money(draw(amounts), currency) if kind is OfferKind.AMOUNT else None,
        code=draw(st.none() | st.from_regex(r"\A[A-Z]{3,12}[0-9]{0,3}\Z")),
        ends_on=draw(st.none() | st.integers(0, 120).map(lambda ahead: send_date + timedelta(days=ahead))),
        minimum_spend=draw(st.none() | st.builds(Money, amounts, st.just(currency))),
        terms=draw(st.sampled_from(["", "Not on gift cards."])),
    )


@st.composite
def frame_sheets(
    draw: st.DrawFn,
    brand: st.SearchStrategy[BrandRules] = brands,
    category: st.SearchStrategy[str | None] = categories,
    title: st.SearchStrategy[str] = titles,
    theme: st.SearchStrategy[str] = themes,
) -> FactSheet:
    locale = draw(st.sampled_from(sorted(CURRENCIES)))
    send_date = draw(days)
    cohort = Cohort(
        cohort_id=CohortId(draw(names)),
        segment=draw(st.none() | st.sampled_from(Segment)),
        category=draw(category),
        locale=locale,
        has_offer=draw(st.booleans()),
        size=draw(st.integers(1, 500)),
    )
    return make_frame_sheet(
        cohort,
        draw(st.sampled_from(Angle)),
        brand=draw(brand),
        offer=draw(offers(send_date, CURRENCIES[locale])),
        products=draw(st.lists(products(CURRENCIES[locale], title), max_size=4)),
        theme=draw(theme),
        send_date=send_date,
        longest_first_name=draw(st.integers(0, 40)),
        longest_first_title=draw(st.integers(0, 200)),
        products_per_email=draw(st.sampled_from([None, 1, 3])),
    )


def quantized(value: Decimal) -> str:
    """A decimal without zeros at its end."""
    return f"{value.normalize():f}"
