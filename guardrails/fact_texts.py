"""What the texts of facts say, worked out once for each text: a product's stands on many sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from bespoke.domain import Product
from bespoke.foreign_text import hidden_orders, honest_text
from guardrails.dates import find_dates
from guardrails.lexicon import IndexedText, find_words
from guardrails.money import find_amounts
from guardrails.numerals import Number, find_numbers
from guardrails.plain_text import fold, lower, plain
from guardrails.stems import compound_parts, stem

T = TypeVar("T")

_PERCENT = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|percent|prozent|pour cent|por ciento)")
_IN_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W_a-zß-öø-ÿ]")


@dataclass(frozen=True, eq=False)
class FactText:
    """A text of facts as the guards ask it."""

    cased: str  # plain
    language: str  # whose words it is read in
    currency: str | None  # that its shop counts in

    @cached_property
    def folded(self) -> str:
        return lower(self.cased)

    @cached_property
    def indexed(self) -> IndexedText:
        """The text as lexicons look through it."""
        return IndexedText(self.folded)

    @cached_property
    def words(self) -> frozenset[str]:
        return self.indexed.words

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.words))

    @cached_property
    def compound_parts(self) -> frozenset[str]:
        return frozenset(compound_parts(self.words))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that it writes in capitals."""
        return frozenset(filter(_IN_CAPITALS.search, find_words(self.cased)))

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        return frozenset(value for number in self._numbers for value in number.values)

    @cached_property
    def amounts(self) -> frozenset[Decimal]:
        """Sums of money, whatever they are said of."""
        found = find_amounts(self.folded, self._numbers, self.currency or "")
        return frozenset(value for amount in found for value in amount.values)

    @cached_property
    def percentages(self) -> frozenset[Decimal]:
        """Percentages, such as 12,5 % vol."""
        return frozenset(Decimal(m[1].replace(",", ".")) for m in _PERCENT.finditer(self.folded))

    @cached_property
    def _numbers(self) -> list[Number]:
        return find_numbers(self.folded, self.language, self.indexed.places)

    def days(self, send_date: date, *, month_first: bool) -> frozenset[date]:
        """Days of a month that it names, as seen from the day of sending."""
        return _days(self, send_date, month_first)


@lru_cache(maxsize=4096)
def _days(text: FactText, send_date: date, month_first: bool) -> frozenset[date]:
    found = find_dates(text.folded, text.language, send_date, text.indexed.places, month_first=month_first)
    return frozenset(day for mention in found if mention.is_explicit for day in mention.days)


@lru_cache(maxsize=1024)
def read_text(text: str, language: str, currency: str | None) -> FactText:
    """What a text says; the same object for the same text."""
    return FactText(plain(text), language, currency)


@dataclass(frozen=True, eq=False)
class ProductFacts:
    """A product as the guards ask it."""

    product: Product
    said: FactText  # title, description, category and attributes
    title: str  # folded

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        return tuple(find_words(self.title))

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Figures of its texts, and its prices."""
        prices = (self.product.price, self.product.list_price)
        return self.said.numbers | {price.amount for price in prices if price}

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """What its texts tell a machine to do, and what they hide; these are no facts."""
        return tuple(order for text in _raw_texts(self.product) for order in hidden_orders(text))


class SameObject(Generic[T]):
    """A cache key that is one object and no other: sheets and products hold mappings and do not hash."""

    __slots__ = ("one",)

    def __init__(self, one: T) -> None:
        self.one = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameObject) and other.one is self.one


def read_product(product: Product, language: str) -> ProductFacts:
    """The facts of a product; the same object for the same product, which stands on many sheets."""
    return _cached_product(SameObject(product), language)


@lru_cache(maxsize=4096)
def _cached_product(key: SameObject[Product], language: str) -> ProductFacts:
    product = key.one
    cased = plain("\n".join(map(honest_text, _raw_texts(product))))
    return ProductFacts(
        product, FactText(cased, language, product.price.currency), fold(honest_text(product.title))
    )


def _raw_texts(product: Product) -> Iterator[str]:
    yield product.title
    yield product.description
    yield product.category or ""
    for name, value in product.attributes.items():
        yield f"{name.replace('_', ' ')}: {value}"
