"""What a fact sheet supports, worked out once: prices, savings, percentages, days, codes, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Generic, TypeVar

from bespoke.domain import FactSheet, OfferKind, Product, ProductId
from bespoke.foreign_text import hidden_orders, honest_text
from guardrails.dates import find_dates
from guardrails.lexicon import IndexedText
from guardrails.money import find_amounts
from guardrails.numerals import LANGUAGES, Number, find_numbers
from guardrails.plain_text import fold, listed, lower, plain, words_of

T = TypeVar("T")

_CENT = Decimal("0.01")
_PERCENT = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|percent|prozent|pour cent|por ciento)")
LONGEST_WORD = 40  # letters; what is longer is no word
_WORD = re.compile(r"[^\W_]+")
_IN_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W_a-zß-öø-ÿ]")
_COMMON_IN_TITLES = listed(
    "the and for set box und der die das mit von aus les des une del los las con por sur lot kit one two "
    "with from "
    "over pack pair size edition piece pieces pour avec sans dans lots pièces para unidades piezas stück "
    "ohne unter "
    "small large mini maxi black white schwarz weiß noir blanc negro blanco home original classic"
)
_PART_OF_COMPOUND = 4  # letters
MOST_PRODUCTS = 8  # whose sums are worked out


@dataclass(frozen=True, slots=True)
class ProductFacts:
    product: Product
    text: str  # folded: title, description, category and attributes
    title: str  # folded
    title_words: tuple[str, ...]
    stems: frozenset[str]  # of title, description, category and attributes
    numbers: frozenset[Decimal]  # of the same, and the prices


@dataclass(frozen=True, eq=False)
class SheetFacts:
    """A fact sheet as the guards ask it. Texts are folded, amounts in the shop's currency."""

    sheet: FactSheet

    @cached_property
    def normalized(self) -> str:
        """The words of the facts, one space apart."""
        return " ".join(re.findall(r"[^\W_]+", self.text))

    @cached_property
    def language(self) -> str:
        return self.sheet.locale.replace("_", "-").partition("-")[0].lower()

    @cached_property
    def reading_language(self) -> str:
        """The language whose words the guards look for: English where they know no other."""
        return self.language if self.language in LANGUAGES else "en"

    @property
    def month_first(self) -> bool:
        """Whether the locale writes 4/5 for the fifth of April."""
        return self.sheet.locale.replace("_", "-").upper() in ("EN-US", "EN")

    @cached_property
    def currency(self) -> str | None:
        """The shop's currency; None where no fact shows it."""
        for product in self.sheet.products:
            return product.price.currency
        offer = self.sheet.offer
        money = offer and (offer.amount or offer.minimum_spend)
        return money.currency if money else None

    @cached_property
    def cased_text(self) -> str:
        return plain("\n".join(_texts(self.sheet)))

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """What the products' texts tell a machine to do, and what they hide; these are no facts."""
        texts = [text for product in self.sheet.products for text in _raw_texts(product)]
        return tuple(order for text in texts for order in hidden_orders(text))

    @cached_property
    def text(self) -> str:
        return lower(self.cased_text)

    @cached_property
    def spoken(self) -> IndexedText:
        """The texts of the facts, as lexicons look through them."""
        return IndexedText(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        return self.spoken.words

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that the facts themselves write in capitals, and the brand's and the codes'."""
        offer = self.sheet.offer
        named = [*self.sheet.brand.competitors, offer.code if offer and offer.code else ""]
        return frozenset(filter(_IN_CAPITALS.search, _WORD.findall(self.cased_text))) | frozenset(
            word.upper() for name in named for word in _WORD.findall(plain(name))
        )

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """Sentences that may be repeated: allowed claims, descriptions, attributes, theme, terms."""
        return tuple(self.text.split("\n"))

    @cached_property
    def products(self) -> tuple[ProductFacts, ...]:
        language = self.reading_language
        return tuple(_cached_product_facts(_Identity(one), language) for one in self.sheet.products)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        return frozenset(value for number in self._found_numbers for value in number.values)

    @cached_property
    def _found_numbers(self) -> list[Number]:
        return find_numbers(self.text, self.reading_language, self.spoken.places)

    @cached_property
    def percentages(self) -> frozenset[Decimal]:
        """Percentages that the texts state, such as 12,5 % vol."""
        return frozenset(Decimal(m[1].replace(",", ".")) for m in _PERCENT.finditer(self.text))

    @cached_property
    def discounts(self) -> frozenset[Decimal]:
        """Percentages off: the offer's, and what list prices come down by."""
        found = set(_reductions(self.sheet.products))
        offer = self.sheet.offer
        if offer is not None and offer.percent is not None:
            found.add(offer.percent)
            found.update(
                100 - (100 - share) * (100 - offer.percent) / 100
                for share in tuple(_reductions(self.sheet.products))
            )
        found.update(_shares_of_amount(self.sheet))
        return frozenset(found)

    @cached_property
    def has_discount(self) -> bool:
        return self.sheet.offer is not None or bool(self.discounts)

    @property
    def gives_a_gift(self) -> bool:
        """Whether the offer is a thing that its terms name, and takes nothing off."""
        offer = self.sheet.offer
        if offer is None or offer.kind is OfferKind.FREE_SHIPPING:
            return False
        return offer.percent is None and offer.amount is None

    @cached_property
    def prices(self) -> frozenset[Decimal]:
        """What a product costs: now, before, with the offer; and amounts that the texts state."""
        return self.product_prices | self._stated_amounts

    @cached_property
    def product_prices(self) -> frozenset[Decimal]:
        """What a product costs: now, before, and with the offer."""
        found: set[Decimal] = set()
        for product in self.sheet.products:
            found.add(product.price.amount)
            if product.list_price is not None:
                found.add(product.list_price.amount)
            found.update(self.offer_prices(product.price.amount))
            if product.list_price is not None:
                found.update(self.offer_prices(product.list_price.amount))
        return frozenset(found)

    @cached_property
    def sums(self) -> frozenset[Decimal]:
        """What two or three products, or all, cost together; two also where the offer is on one of them."""
        prices = [product.price.amount for product in self.sheet.products[:MOST_PRODUCTS]]
        reduced = [next(iter(self.offer_prices(price)), price) for price in prices]
        found: set[Decimal] = set()
        for column in (prices, reduced):
            for size in {2, 3, len(column)} - {0, 1}:
                found.update(sum(chosen, Decimal(0)) for chosen in combinations(column, size))
        found |= {after for total in found for after in self.offer_prices(total)}
        for index, less in enumerate(reduced):
            found.update(less + price for price in (*prices[:index], *prices[index + 1 :]))
        return frozenset(found)

    @cached_property
    def savings(self) -> frozenset[Decimal]:
        """What a customer saves on a product, or by the offer."""
        found: set[Decimal] = set()
        offer = self.sheet.offer
        if offer is not None and offer.amount is not None:
            found.add(offer.amount.amount)
        for product in self.sheet.products:
            price = product.price.amount
            before = product.list_price.amount if product.list_price else price
            found.add(before - price)
            for reduced in self.offer_prices(price):
                found.update((price - reduced, before - reduced))
        if len(self.sheet.products) > 1:
            found |= self._savings_together
        return frozenset(saving for saving in found if saving > 0)

    @cached_property
    def _savings_together(self) -> set[Decimal]:
        """What is saved on two products, or on all, by their list prices or by the offer."""
        products = self.sheet.products[:MOST_PRODUCTS]
        found: set[Decimal] = set()
        for size in {2, len(products)}:
            for chosen in combinations(products, size):
                now = sum((one.price.amount for one in chosen), Decimal(0))
                before = sum(((one.list_price or one.price).amount for one in chosen), Decimal(0))
                found.add(before - now)
                found.update(total - after for after in self.offer_prices(now) for total in (now, before))
        return found

    @cached_property
    def amounts(self) -> frozenset[Decimal]:
        """Every amount that may be said as it stands: prices, savings, sums, order values."""
        return self.prices | self.savings | self.sums | self.thresholds

    @cached_property
    def amounts_of(self) -> dict[ProductId, frozenset[Decimal]]:
        """What may be said of each product alone: its prices, savings and figures, and order values."""
        return {one.product.product_id: self._amounts_of(one) for one in self.products}

    def _amounts_of(self, one: ProductFacts) -> frozenset[Decimal]:
        prices = {money.amount for money in (one.product.price, one.product.list_price) if money}
        several = prices | {after for price in prices for after in self.offer_prices(price)}
        savings = {higher - lower for higher in several for lower in several}
        return frozenset(several | savings | self.thresholds | one.numbers)

    @cached_property
    def own_words(self) -> dict[ProductId, frozenset[str]]:
        """The stems of title words by which a product is told from the others."""
        stems = {
            one.product.product_id: frozenset(
                stem(word)
                for word in one.title_words
                if len(word) > 2 and not word.isdecimal() and word not in _COMMON_IN_TITLES
            )
            for one in self.products
        }
        return {
            own: words - frozenset().union(*(others for other, others in stems.items() if other != own))
            for own, words in stems.items()
        }

    @cached_property
    def thresholds(self) -> frozenset[Decimal]:
        """Order values from which something holds."""
        offer = self.sheet.offer
        spend = offer.minimum_spend if offer else None
        return self._stated_amounts | ({spend.amount} if spend else set())

    @cached_property
    def _stated_amounts(self) -> frozenset[Decimal]:
        amounts = find_amounts(self.text, self._found_numbers, self.currency or "")
        return frozenset(value for amount in amounts for value in amount.values)

    @cached_property
    def days(self) -> frozenset[date]:
        """Days that the facts name: the offer's last, and any in the texts."""
        ends_on = self.sheet.offer.ends_on if self.sheet.offer else None
        found = {ends_on} if ends_on else set()
        for mention in find_dates(
            self.text,
            self.reading_language,
            self.sheet.send_date,
            self.spoken.places,
            month_first=self.month_first,
        ):
            if mention.is_explicit:
                found.update(mention.days)
        return frozenset(found)

    def offer_prices(self, price: Decimal) -> Set[Decimal]:
        """What `price` becomes with the offer, by each way of rounding to a cent."""
        offer = self.sheet.offer
        if offer is None or offer.kind is OfferKind.FREE_SHIPPING:
            return set()
        if offer.percent is not None:
            return _reduced(price, offer.percent)
        return {price - offer.amount.amount} if offer.amount and offer.amount.amount < price else set()

    def states(self, words: Iterable[str]) -> bool:
        """Whether the facts use every one of these words, endings aside."""
        return all(self.knows(word) for word in words)

    def knows(self, word: str) -> bool:
        """Whether the facts use this folded word, endings aside."""
        if word in self.words or stem(word) in self.stems:
            return True
        return self.reading_language == "de" and self._has_in_compound(word)

    def names(self, word: str) -> bool:
        """Whether a product's title or category has this folded word, endings aside."""
        return stem(word) in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        named = (f"{one.title} {fold(one.product.category or '')}" for one in self.products)
        words = {word for text in named for word in words_of(text) - _LINKS if word.isalpha()}
        ends = compound_parts(words) if self.reading_language == "de" else set[str]()
        return frozenset({stem(word) for word in words} | ends)

    def _has_in_compound(self, word: str) -> bool:
        """Whether a German word is part of a longer one of the facts, or made of two that they have."""
        if not _PART_OF_COMPOUND <= len(word) <= LONGEST_WORD:
            return False
        return stem(word) in self._compound_parts or any(
            stem(word[:cut].removesuffix("s")) in self._stems_and_parts
            and stem(word[cut:]) in self._stems_and_parts
            for cut in range(_PART_OF_COMPOUND, len(word) - _PART_OF_COMPOUND + 1)
        )

    @cached_property
    def _compound_parts(self) -> frozenset[str]:
        return frozenset(compound_parts(self.words))

    @cached_property
    def _stems_and_parts(self) -> frozenset[str]:
        return self.stems | self._compound_parts

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self.words)


def compound_parts(words: Iterable[str]) -> set[str]:
    """The stems that German words may begin and end with, where both parts are long enough to be words."""
    return {
        stem(part)
        for word in words
        if len(word) <= LONGEST_WORD
        for cut in range(_PART_OF_COMPOUND, len(word) - _PART_OF_COMPOUND + 1)
        for part in (word[:cut], word[cut:])
    }


class _Identity(Generic[T]):
    """A cache key that is one object and no other: sheets and products hold mappings and do not hash."""

    __slots__ = ("one",)

    def __init__(self, one: T) -> None:
        self.one = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.one is self.one


@lru_cache(maxsize=512)
def _cached_facts(key: _Identity[FactSheet]) -> SheetFacts:
    return SheetFacts(key.one)


@lru_cache(maxsize=4_096)
def _cached_product_facts(key: _Identity[Product], language: str) -> ProductFacts:
    return _product_facts(key.one, language)


def read_facts(sheet: FactSheet) -> SheetFacts:
    """The facts of a sheet; the same object for the same sheet, since drafts share one."""
    return _cached_facts(_Identity(sheet))


_PLAIN_LETTERS = str.maketrans("áàâäãåéèêëíìîïóòôöõúùûüçñýÿ", "aaaaaaeeeeiiiiooooouuuucnyy") | {
    ord("ß"): "ss",
    ord("œ"): "oe",
    ord("æ"): "ae",
}
# What is taken off a word, one of each row: plurals, then vowels, or else what English and German add.
_PLURAL = re.compile(r"(?:(?<=\w{3})[eao]s|(?<=\w{4})(?<!s)s|(?<=\w{2}[^\Waeious])s|(?<=[aeo]u)x)$")
_VOWEL = re.compile(r"(?<=\w{3})(?:ee|ie|[eaoiy])$")
_ADDED = re.compile(r"(?<=\w{4})(?:chen|ness|ing|ern|est|e[dnrm]|(?<=[lr])n)$")


_LINKS = listed(
    "a an the of in on to and for with de la le les des du en et au aux pour avec un une el los las del y "
    "o con para por "
    "der die das dem den des und mit von aus im am zu l d x"
)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A folded word without accents and common endings; crude on purpose, and the same for all languages."""
    word = word.translate(_PLAIN_LETTERS)
    if len(word) > LONGEST_WORD:
        return word
    word = _PLURAL.sub("", word)
    shorter = _VOWEL.sub("", word)
    word = shorter if shorter != word else _VOWEL.sub("", _ADDED.sub("", word))
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "c" if word.endswith("z") else word


def _texts(sheet: FactSheet) -> Iterator[str]:
    yield sheet.brand.name
    yield from sheet.brand.allowed_claims
    yield from sheet.brand.required_phrases
    yield sheet.theme
    if sheet.cohort is not None and sheet.cohort.category:
        yield honest_text(sheet.cohort.category)
    if sheet.offer is not None:
        yield sheet.offer.terms
    for product in sheet.products:
        yield from _product_texts(product)


def _product_texts(product: Product) -> Iterator[str]:
    return map(honest_text, _raw_texts(product))


def _raw_texts(product: Product) -> Iterator[str]:
    yield product.title
    yield product.description
    yield product.category or ""
    for name, value in product.attributes.items():
        yield f"{name.replace('_', ' ')}: {value}"


def _product_facts(product: Product, language: str) -> ProductFacts:
    text = lower(plain("\n".join(_product_texts(product))))
    title = fold(honest_text(product.title))
    return ProductFacts(
        product=product,
        text=text,
        title=title,
        title_words=tuple(re.findall(r"[^\W_]+", title)),
        stems=frozenset(stem(word) for word in words_of(text)),
        numbers=frozenset(
            {value for number in find_numbers(text, language) for value in number.values}
            | {product.price.amount}
            | ({product.list_price.amount} if product.list_price else set())
        ),
    )


def _reductions(products: Iterable[Product]) -> Iterator[Decimal]:
    for product in products:
        if product.list_price is not None and product.list_price.amount > product.price.amount > 0:
            share = (product.list_price.amount - product.price.amount) / product.list_price.amount * 100
            yield share
            yield share.quantize(Decimal(1), ROUND_HALF_UP)
            yield share.quantize(Decimal(1), ROUND_DOWN)


def _shares_of_amount(sheet: FactSheet) -> Iterator[Decimal]:
    """What an amount off is of each price, in percent."""
    offer = sheet.offer
    if offer is None or offer.amount is None:
        return
    for product in sheet.products:
        if product.price.amount > offer.amount.amount:
            yield offer.amount.amount / product.price.amount * 100


@lru_cache(maxsize=16_384)  # the same products stand on many sheets
def _reduced(price: Decimal, percent: Decimal) -> frozenset[Decimal]:
    return frozenset(rounded(price * (100 - percent) / 100))


def rounded(amount: Decimal) -> set[Decimal]:
    """An amount in whole cents, by each way of rounding that a shop may use."""
    return {amount.quantize(_CENT, way) for way in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)}
