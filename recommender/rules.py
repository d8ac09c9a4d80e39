"""What may be recommended at all, and what not to this customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bespoke.brief import ProductBrief
from bespoke.domain import Product, ProductId
from recommender.id_maps import IdMap, Rows
from recommender.matrix import KeptPurchases


@dataclass(frozen=True, slots=True)
class ProductRules:
    """A campaign's rules over the catalog as it is now."""

    products: Mapping[ProductId, Product]
    brief: ProductBrief
    bought: KeptPurchases | None = None  # None allows what a customer has already

    @classmethod
    def from_brief(
        cls, brief: ProductBrief, products: Mapping[ProductId, Product], events: pd.DataFrame | None
    ) -> ProductRules:
        """Rules that also hide what each customer bought and kept according to `events`.

        Give all events up to now, so that what was bought since training is hidden too.
        """
        return cls(products, brief, None if events is None else KeptPurchases.from_events(events))

    @property
    def per_email(self) -> int:
        return self.brief.per_email

    def allows(self, product: Product) -> bool:
        """Whether this product may be shown to anyone."""
        return (
            product.active
            and product.is_in_stock
            and self._allows_category(product.category)
            and product.product_id not in self.brief.exclude_products
            and self._allows_price(product)
        )

    def _allows_category(self, category: str | None) -> bool:
        wanted, banned = self.brief.categories, self.brief.exclude_categories
        return (not wanted or category in wanted) and category not in banned

    def _allows_price(self, product: Product) -> bool:
        low, high, price = self.brief.minimum_price, self.brief.maximum_price, product.price.amount
        return (low is None or price >= low) and (high is None or price <= high)

    def allowed_columns(self, products: IdMap) -> Rows:
        """The row numbers of allowed products, ascending; what left the catalog is not allowed."""
        allowed = [
            row
            for row, product_id in enumerate(products.index)
            if (product := self.products.get(product_id)) is not None and self.allows(product)
        ]
        return np.array(allowed, dtype=np.int32)
