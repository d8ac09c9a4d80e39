"""What the catalog says of products, in the order of a model's products."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bespoke.domain import Product, ProductId
from recommender.id_maps import IdMap


@dataclass(frozen=True, slots=True)
class Shelf:
    """Facts of products, aligned to `products`; a shop may know none of them."""

    products: IdMap
    categories: NDArray[Any]  # object, None where unknown
    prices: NDArray[np.float64]  # NaN where unknown
    texts: tuple[str, ...]  # title, description, category and attributes; "" where unknown

    @classmethod
    def of(cls, products: IdMap, catalog: Mapping[ProductId, Product]) -> Shelf:
        """What the catalog knows of these products."""
        found = [catalog.get(ProductId(one)) for one in products.index]
        return cls(
            products=products,
            categories=np.array([one.category if one else None for one in found], dtype=object),
            prices=np.array([float(one.price.amount) if one else np.nan for one in found]),
            texts=tuple(_text_of(one) if one else "" for one in found),
        )


def _text_of(product: Product) -> str:
    attributes = [f"{name} {value}" for name, value in sorted(product.attributes.items())]
    parts = [product.title, product.description, product.category or "", *attributes]
    return "\n".join(part for part in parts if part)
