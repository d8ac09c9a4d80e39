"""Small shops whose right answers are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from bespoke.brief import ProductBrief
from bespoke.domain import Product, ProductId, RecommendedProduct
from recommender.als import AlsParameters
from recommender.histories import Histories, newest_moment
from recommender.id_maps import IdMap
from recommender.item_item import ItemItemParameters
from recommender.popular import RecentPopularityParameters
from recommender.recipe import Recipe
from recommender.recommending import recommend
from recommender.repeats import RepeatsParameters
from recommender.reranker import RerankerParameters
from recommender.rules import ProductRules
from recommender.training import FittedModel, fit_model
from tests.builders import NOW, a_product

ALS = AlsParameters(factors=8, iterations=20, regularization=0.05)
TREES = RerankerParameters(trees=10, leaves=4, min_in_leaf=20, l2=1.0)


def a_recipe(**changes: Any) -> Recipe:
    """One factorization alone, its weight given beforehand."""
    return replace(
        Recipe(components={"als": ALS}, prior={"als": 1.0}, windows=0, shortlist=30, reranker=None), **changes
    )


def a_blend(**changes: Any) -> Recipe:
    """Neighbors, repeats and popularity, put together by what earlier weeks teach."""
    return a_recipe(
        components={
            "item_item": ItemItemParameters(),
            "repeats": RepeatsParameters(),
            "popular": RecentPopularityParameters(),
        },
        prior={"item_item": 1.0, "popular": 1.0},
        windows=2,
        **changes,
    )


def events_frame(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Events as the store returns them; each row names only what matters to its test."""
    defaults = {"customer": "ann", "product": "mug", "type": "purchase", "days_ago": 1.0, "quantity": 1.0}
    full = [defaults | dict(row) for row in rows]
    return pd.DataFrame(
        {
            "customer_id": pd.Categorical([row["customer"] for row in full]),
            "product_id": pd.Categorical([row["product"] for row in full]),
            "type": pd.Categorical([row["type"] for row in full]),
            "occurred_at": pd.DatetimeIndex(
                [NOW - timedelta(days=row["days_ago"]) for row in full], tz="UTC"
            ).as_unit("us"),
            "quantity": np.array([row["quantity"] for row in full], dtype=np.float64),
            "unit_price": np.full(len(full), 5.0),
        }
    )


def purchases(*pairs: tuple[str | None, str], **common: Any) -> pd.DataFrame:
    """One purchase for each (customer, product)."""
    return events_frame({"customer": customer, "product": product, **common} for customer, product in pairs)


def histories_of(
    events: pd.DataFrame, products: IdMap | None = None, countries: pd.Series[Any] | None = None
) -> Histories:
    """Everyone's histories up to the newest event."""
    products = products or IdMap.of_column(events["product_id"])
    return Histories.from_events(events, products, newest_moment(events, NOW), countries=countries)


def a_catalog(product_ids: Iterable[str], **changes: Any) -> dict[ProductId, Product]:
    """Products titled `Title of <id>`."""
    return {
        ProductId(one): a_product(one, title=f"Title of {one}", **changes) for one in sorted(set(product_ids))
    }


def checkerboard(size: int = 20) -> pd.DataFrame:
    """Everybody bought every other product but one, and that one is what they should be shown."""
    return purchases(
        *((f"c{i:02}", f"p{j:02}") for i in range(size) for j in range(size) if (i + j) % 2 == 0 and i != j)
    )


def random_shop(seed: int, customers: int = 30, products: int = 25, events: int = 300) -> pd.DataFrame:
    """Purchases, views, carts and returns at random, some by guests."""
    rng = np.random.default_rng(seed)
    return events_frame(
        {
            "customer": None if rng.random() < 0.1 else f"c{rng.integers(customers)}",
            "product": f"p{int(products * rng.random() ** 2)}",
            "type": rng.choice(["purchase", "purchase", "view", "cart", "return"]),
            "days_ago": float(rng.integers(0, 200)) + 0.5,
        }
        for _ in range(events)
    )


def rules_for(
    events: pd.DataFrame | None, products: Mapping[ProductId, Product], **brief: Any
) -> ProductRules:
    return ProductRules.from_brief(ProductBrief(**brief), products, events)


def trained(
    events: pd.DataFrame,
    catalog: Mapping[ProductId, Product],
    countries: pd.Series[Any] | None,
    recipe: Recipe,
    now: datetime = NOW,
    **more: Any,
) -> FittedModel:
    """A model fitted in one thread: for so little, several only wait for one another."""
    return fit_model(events, catalog, countries, recipe, now, threads=1, **more)


def lists_of(
    model: FittedModel,
    events: pd.DataFrame,
    customers: Sequence[str],
    rules: ProductRules,
    n: int | None = None,
    *,
    countries: pd.Series[Any] | None = None,
    **more: Any,
) -> dict[str, tuple[RecommendedProduct, ...]]:
    """What each customer is shown, from `events` up to now."""
    histories = model.histories(events, NOW).of(customers, countries)
    return dict(recommend(model, histories, rules, n, threads=1, **more))


def ids(products: Iterable[RecommendedProduct]) -> list[str]:
    return [product.product_id for product in products]


def scores_of(component: Any, histories: Histories) -> np.ndarray:
    """Every score of every customer."""
    out = np.full(histories.shape, np.nan, dtype=np.float32)
    component.scorer(histories)(0, len(histories), out)
    return out


@dataclass(frozen=True)
class Opinions:
    """A component whose scores are written down: a matrix of these customers × products."""

    customers: IdMap
    matrix: np.ndarray
    kind: ClassVar[str] = "opinions"

    def scorer(self, histories: Histories) -> Any:
        rows = self.customers.rows_of(histories.customers.index)

        def score(start: int, stop: int, out: Any) -> None:
            out[:] = self.matrix[rows[start:stop]]

        return score

    def explainer(self, histories: Histories) -> None:
        return None

    def arrays(self) -> dict[str, np.ndarray]:
        return {"matrix": self.matrix}
