"""A sheet's facts under the short names by which prompts, replies and reviewers call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from bespoke.domain import BrandRules, DraftKind, FactSheet, Money, Offer, Product
from copywriter.quoting import clean, clean_foreign
from copywriter.seasons import season_to_name

Facts = dict[str, object]  # texts, numbers, lists of texts, None, or further facts by name

LONGEST_TITLE = 200  # characters; what is longer is cut with an ellipsis
LONGEST_DESCRIPTION = 800
LONGEST_ATTRIBUTE = 200
LONGEST_WORDS = 600  # of the marketer: theme, voice, claims, examples
MOST_ATTRIBUTES = 20
MOST_PHRASES = 200  # of each list of the brand's
MOST_LESSONS = 5  # of what worked before

_NOT_IN_NAMES = re.compile(r"[\W_]+")
_LOOSE = re.compile(r"^(?:facts)?(product)s?(?=\d|[^\W\d])|^facts|attributes?(?=.)")


def brand_facts(brand: BrandRules) -> Facts:
    """The brand's rules; lists that are empty are left out."""
    facts: Facts = {"name": clean(brand.name, LONGEST_TITLE), "voice": clean(brand.voice, LONGEST_WORDS)}
    for name in ("banned_words", "competitors", "allowed_claims", "required_phrases", "voice_examples"):
        if phrases := getattr(brand, name):
            facts[name] = [clean(phrase, LONGEST_WORDS) for phrase in phrases[:MOST_PHRASES]]
    return facts


def sheet_facts(sheet: FactSheet) -> Facts:
    """What copy may claim: for a frame the occasion, the offer and the products, for a blurb its product."""
    if sheet.kind is DraftKind.BLURB:
        # The card shows the price, so it need not be asked again when that changes.
        facts = product_facts(sheet.products[0])
        return {"product": {name: fact for name, fact in facts.items() if not name.endswith("price")}}
    facts = {
        "send_date": sheet.send_date.isoformat(),
        "season": _season(sheet.send_date, sheet.locale),
        "theme": clean(sheet.theme, LONGEST_WORDS) or None,
        "offer": None if sheet.offer is None else offer_facts(sheet.offer),
    }
    for place, (product, fit) in enumerate(zip_longest(sheet.products, sheet.fits), start=1):
        why = {} if fit is None else {"why_chosen": str(fit)}
        facts[f"product {place}"] = product_facts(product) | why
    return facts


def offer_facts(offer: Offer) -> Facts:
    """What the offer gives and on which conditions."""
    return _known(
        {
            "kind": str(offer.kind),
            "percent": None if offer.percent is None else _number(offer.percent),
            "amount": _money(offer.amount),
            "code": None if offer.code is None else clean(offer.code, LONGEST_TITLE),
            "last_day": None if offer.ends_on is None else offer.ends_on.isoformat(),
            "minimum_spend": _money(offer.minimum_spend),
            "terms": clean(offer.terms, LONGEST_WORDS) or None,
        }
    )


def product_facts(product: Product) -> Facts:
    """What may be said about a product; what the shop does not say is left out."""
    attributes = {
        clean_foreign(name, LONGEST_TITLE): clean_foreign(value, LONGEST_ATTRIBUTE)
        for name, value in list(product.attributes.items())[:MOST_ATTRIBUTES]
    }
    return _known(
        {
            "title": clean_foreign(product.title, LONGEST_TITLE),
            "description": clean_foreign(product.description, LONGEST_DESCRIPTION) or None,
            "category": None if product.category is None else clean_foreign(product.category, LONGEST_TITLE),
            "price": _money(product.price),
            "list_price": _money(product.list_price),
            "rating_out_of_5": product.rating,
            "attributes": attributes or None,
        }
    )


def cohort_facts(sheet: FactSheet) -> Facts:
    """For whom the copy is, and how many products each of them is shown."""
    cohort = sheet.cohort
    category = None if cohort is None else cohort.category
    return {
        "written_for": "one customer" if sheet.fits else "a crowd",
        "segment": None if cohort is None or cohort.segment is None else str(cohort.segment),
        "leading_category": None if category is None else clean_foreign(category, LONGEST_TITLE),
        "products_in_each_email": sheet.products_per_email,
    }


class FactFinder:
    """Looks up facts of one sheet by the names that writers call them."""

    def __init__(self, sheet: FactSheet) -> None:
        self._facts = _claimable(sheet)
        self._values: dict[str, str] | None = None
        self._proper: dict[str, str] = {}

    def find(self, name: str) -> tuple[str, str | None]:
        """A fact's proper name and value as prompts write it; the name as given and None without such a fact.

        Names may differ in signs, in case and in the words `facts` and `attributes`.
        """
        if (fact := _walk(self._facts, name)) is not None:
            return name, _in_words(fact)
        if self._values is None:
            self._values = dict(_flatten(self._facts))
            self._proper = {_loosen(proper): proper for proper in reversed(self._values)}
        loose = _loosen(name)
        proper = self._proper.get(loose) or self._proper.get(f"product{loose}")  # a blurb has but one
        return (name, None) if proper is None else (proper, self._values[proper])


def _walk(facts: Facts, name: str) -> object:
    found: object = facts
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _claimable(sheet: FactSheet) -> Facts:
    """The sheet's facts with those of brand and cohort that copy may speak of."""
    brand, cohort = brand_facts(sheet.brand), cohort_facts(sheet)
    spoken = ("name", "allowed_claims", "required_phrases")
    return {
        **sheet_facts(replace(sheet, fits=())),  # why something was chosen is nothing to speak of
        "brand": {name: brand[name] for name in spoken if name in brand},
        "cohort": {name: cohort[name] for name in ("leading_category", "products_in_each_email")},
    }


def _flatten(facts: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in facts.items():
        if value is None:
            continue
        yield f"{prefix}{name}", _in_words(value)
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{name}.")


def _in_words(value: object) -> str:
    """A fact on one line: lists and offers joined, a product by its title."""
    if isinstance(value, dict):
        value = value.get("title") or list(value.values())
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


@lru_cache(maxsize=4096)
def _loosen(name: str) -> str:
    return _LOOSE.sub(lambda match: match[1] or "", _NOT_IN_NAMES.sub("", name.casefold()))


@lru_cache(maxsize=256)
def _season(day: date, locale: str) -> str | None:
    season = season_to_name(day, locale)
    return None if season is None else str(season)


def _known(facts: Mapping[str, object]) -> Facts:
    return {name: fact for name, fact in facts.items() if fact is not None}


def _money(money: Money | None) -> str | None:
    return None if money is None else f"{money.amount} {money.currency}"


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"
