"""What may be recommended at all, and what not to this customer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from bespoke.brief import ProductBrief
from bespoke.domain import Aim, Boost, CustomerId, Product, ProductId
from recommender.id_maps import IdMap, Rows
from recommender.matrix import KeptPurchases
from recommender.pairs import CustomerProducts, has_pairs, look_up_pairs

BRAND_ATTRIBUTES = ("brand", "vendor", "manufacturer")  # in any case; the first that is there counts


class Refusal(StrEnum):
    """Why a product is not shown. A product is counted under the first that applies."""

    GONE = "no longer in the catalog"
    INACTIVE = "no longer offered"
    SOLD_OUT = "sold out"
    EXCLUDED = "excluded by the brief"
    CATEGORY = "in a category the brief leaves out"
    PRICE = "outside the brief's prices"
    BOUGHT = "bought by the customer"
    NOT_BOUGHT = "not bought and kept by the customer"
    SHOWN = "in one of the customer's last emails"
    TOO_MANY = "one too many of its category or brand"


@dataclass(frozen=True, slots=True)
class ProductRules:
    """A campaign's rules over the catalog as it is now."""

    products: Mapping[ProductId, Product]
    brief: ProductBrief
    bought: KeptPurchases | None = None  # what each customer has; None where nobody looked
    just_bought: KeptPurchases | None = None  # since the campaign was planned
    shown: CustomerProducts | None = None  # in each customer's last emails
    costs: Mapping[ProductId, Decimal] = field(default_factory=dict)  # of one piece, where known

    @classmethod
    def from_brief(
        cls,
        brief: ProductBrief,
        products: Mapping[ProductId, Product],
        events: pd.DataFrame | None,
        *,
        shown: pd.DataFrame | None = None,
        costs: Mapping[ProductId, Decimal] | None = None,
        planned_at: datetime | None = None,
    ) -> ProductRules:
        """The brief's rules, with what `events` and earlier emails say about each customer.

        Give all events up to now, so that what was bought since training counts too.
        `shown` pairs customer_id and product_id of the emails to be looked back on. What
        was bought at `planned_at` or later is shown under no aim.
        """
        bought = None if events is None else KeptPurchases.from_events(events)
        recent = None
        if events is not None and planned_at is not None:
            recent = KeptPurchases.from_events(events[events["occurred_at"] >= planned_at])
        pairs = None if shown is None else CustomerProducts.from_frame(shown)
        return cls(products, brief, bought, recent, pairs, costs or {})

    @property
    def per_email(self) -> int:
        return self.brief.per_email

    def refusal(self, product: Product | None) -> Refusal | None:
        """Why this product may be shown to nobody; None where it may. No product is one that is gone."""
        if product is None:
            return Refusal.GONE
        if not product.active:
            return Refusal.INACTIVE
        if not product.is_in_stock:
            return Refusal.SOLD_OUT
        if product.product_id in self.brief.exclude_products:
            return Refusal.EXCLUDED
        if not self._allows_category(product.category):
            return Refusal.CATEGORY
        return None if self._allows_price(product) else Refusal.PRICE

    def _allows_category(self, category: str | None) -> bool:
        wanted, banned = self.brief.categories, self.brief.exclude_categories
        return (not wanted or category in wanted) and category not in banned

    def _allows_price(self, product: Product) -> bool:
        low, high, price = self.brief.minimum_price, self.brief.maximum_price, product.price.amount
        return (low is None or price >= low) and (high is None or price <= high)

    def may_name(self, product_id: str) -> bool:
        """Whether a reason may name this product: known, and nothing the brief wants out of sight."""
        product = self.products.get(ProductId(product_id))
        return (
            product is not None
            and product_id not in self.brief.exclude_products
            and product.category not in self.brief.exclude_categories
        )

    def allowed_columns(self, products: IdMap) -> Rows:
        """The row numbers of allowed products, ascending; what left the catalog is not allowed."""
        allowed = [
            row
            for row, product_id in enumerate(products.index)
            if self.refusal(self.products.get(product_id)) is None
        ]
        return np.array(allowed, dtype=np.int32)

    def hidden(self, customer_ids: Sequence[CustomerId], products: IdMap) -> csr_matrix:
        """Customers × products: every stored entry is a product that this customer must not be shown.

        To discover, what they have; under any aim, what they bought since planning and
        what their last emails showed.
        """
        parts: list[Any] = [self.just_bought, self.shown]
        if self.brief.aim is Aim.DISCOVER:
            parts.append(self.bought)
        hidden = csr_matrix((len(customer_ids), len(products)))
        for part in parts:
            if part is not None:
                hidden = hidden + look_up_pairs(part, customer_ids, products)
        return hidden

    def restricted_to(self, customer_ids: Sequence[CustomerId], products: IdMap) -> csr_matrix | None:
        """Customers × products: the only ones each may be shown, to buy again; None where any may be."""
        if self.brief.aim is not Aim.BUY_AGAIN or self.bought is None:
            return None
        return look_up_pairs(self.bought, customer_ids, products)

    def refusals(
        self, customer_ids: Sequence[CustomerId], product_ids: Sequence[ProductId]
    ) -> list[Refusal | None]:
        """For each customer and the product at the same place, why it may not be shown to them."""
        of_product = {one: self.refusal(self.products.get(one)) for one in set(product_ids)}
        found = [of_product[one] for one in product_ids]
        for refusal, applies in self._personal_refusals(customer_ids, product_ids):
            found = [one or (refusal if hit else None) for one, hit in zip(found, applies, strict=True)]
        return found

    def _personal_refusals(self, customer_ids: Any, product_ids: Any) -> Iterator[tuple[Refusal, Any]]:
        aim = self.brief.aim
        if self.just_bought is not None:
            yield Refusal.BOUGHT, has_pairs(self.just_bought, customer_ids, product_ids)
        if self.bought is not None and aim is Aim.DISCOVER:
            yield Refusal.BOUGHT, has_pairs(self.bought, customer_ids, product_ids)
        if self.bought is not None and aim is Aim.BUY_AGAIN:
            yield Refusal.NOT_BOUGHT, ~has_pairs(self.bought, customer_ids, product_ids)
        if self.shown is not None:
            yield Refusal.SHOWN, has_pairs(self.shown, customer_ids, product_ids)

    def over_caps(self, product_ids: Sequence[ProductId]) -> list[bool]:
        """For each product of a list, whether those before it have filled its category or brand."""
        counts: Counter[tuple[str, str]] = Counter()
        over = []
        for product_id in product_ids:
            kinds = list(self._capped_kinds(self.products[product_id]))
            over.append(any(counts[kind] >= cap for kind, cap in kinds))
            if not over[-1]:
                counts.update(kind for kind, _ in kinds)
        return over

    def _capped_kinds(self, product: Product) -> Iterator[tuple[tuple[str, str], int]]:
        brand, brief = brand_of(product), self.brief
        if brief.max_per_category is not None and product.category is not None:
            yield ("category", product.category), brief.max_per_category
        if brief.max_per_brand is not None and brand is not None:
            yield ("brand", brand), brief.max_per_brand

    def remarks(self) -> tuple[str, ...]:
        """What the brief asks for that this catalog cannot give, a sentence each."""
        return tuple(self._remarks())

    def _remarks(self) -> Iterator[str]:
        brief, products = self.brief, self.products.values()
        known = {product.category for product in products}
        for category in (*brief.categories, *brief.exclude_categories):
            if category not in known:
                yield f"no product is in the category {category!r}"
        for product_id in brief.exclude_products:
            if product_id not in self.products:
                yield f"no product has the id {product_id!r}"
        if brief.max_per_category is not None and known <= {None}:
            yield "no product has a category, so there is nothing to limit by category"
        if brief.max_per_brand is not None and not any(map(brand_of, products)):
            yield "no product names its brand, so there is nothing to limit by brand"
        if brief.boost is Boost.MARGIN and not self.costs.keys() & self.products.keys():
            yield "no product says what it costs you, so none is pushed for its margin"
        if brief.boost is Boost.INVENTORY and all(product.stock is None for product in products):
            yield "no product says how many are in stock, so none is pushed for it"


def brand_of(product: Product) -> str | None:
    """The brand in a product's attributes, in a spelling that compares; None where none is given."""
    named = {name.strip().casefold(): value for name, value in product.attributes.items()}
    found = (" ".join(named.get(name, "").casefold().split()) for name in BRAND_ATTRIBUTES)
    return next((brand for brand in found if brand), None)
