"""What a fact sheet supports, worked out once: prices, savings, sums, percentages; and what its texts say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from itertools import combinations

from bespoke.domain import FactSheet, OfferKind, Product, ProductId
from guardrails.fact_texts import ProductFacts, SameObject
from guardrails.sheet_texts import SheetTexts

_CENT = Decimal("0.01")
MOST_PRODUCTS = 8  # whose sums are worked out


@dataclass(frozen=True, eq=False)
class SheetFacts(SheetTexts):
    """A fact sheet as the guards ask it. Texts are folded, amounts in the shop's currency."""

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
        return self.product_prices | self.stated_amounts

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
    def thresholds(self) -> frozenset[Decimal]:
        """Order values from which something holds."""
        offer = self.sheet.offer
        spend = offer.minimum_spend if offer else None
        return self.stated_amounts | ({spend.amount} if spend else set())

    def offer_prices(self, price: Decimal) -> Set[Decimal]:
        """What `price` becomes with the offer, by each way of rounding to a cent."""
        offer = self.sheet.offer
        if offer is None or offer.kind is OfferKind.FREE_SHIPPING:
            return set()
        if offer.percent is not None:
            return _reduced(price, offer.percent)
        return {price - offer.amount.amount} if offer.amount and offer.amount.amount < price else set()


@lru_cache(maxsize=512)
def _cached_facts(key: SameObject[FactSheet]) -> SheetFacts:
    return SheetFacts(key.one)


def read_facts(sheet: FactSheet) -> SheetFacts:
    """The facts of a sheet; the same object for the same sheet, since drafts share one."""
    return _cached_facts(SameObject(sheet))


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
