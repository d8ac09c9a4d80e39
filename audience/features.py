"""What each customer has done so far, in a few numbers: recency, frequency, money."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from bespoke.domain import EventType, Product, ProductId

FEATURE_COLUMNS = ("recency_days", "orders", "spend", "tenure_days", "last_seen_days", "leading_category")
_DAY_SECONDS = 86_400.0
# How much an event says about taste when the leading category is chosen.
_TASTE = {EventType.PURCHASE: 3.0, EventType.CART: 1.0, EventType.VIEW: 0.3, EventType.RETURN: -3.0}


def customer_features(
    events: pd.DataFrame, now: datetime, products: Mapping[ProductId, Product] | None = None
) -> pd.DataFrame:
    """FEATURE_COLUMNS by customer_id, of everyone with an event before `now`; guests left out.

    `recency_days` since the latest purchase and `tenure_days` since the first, NaN
    without any; `orders` counts distinct orders, or days of purchase where lines have
    no order id; `spend` is what was paid less what was returned, of lines whose price
    is known, and never below 0; `last_seen_days` since any event. `leading_category`
    needs `products`; NA where the customer's products have none.
    """
    known = events[events["customer_id"].notna() & (events["occurred_at"] < pd.Timestamp(now))]
    bought = known[known["type"] == EventType.PURCHASE]
    seen = known.groupby("customer_id", observed=True)["occurred_at"].max()
    moments = bought.groupby("customer_id", observed=True)["occurred_at"].agg(["min", "max"])
    features = pd.DataFrame(index=pd.Index(seen.index.astype("str"), name="customer_id"))
    features["recency_days"] = _days_before(now, moments["max"])
    features["orders"] = _count_orders(bought).reindex(features.index, fill_value=0).astype("int64")
    features["spend"] = _net_spend(known).reindex(features.index, fill_value=0.0).clip(lower=0.0)
    features["tenure_days"] = _days_before(now, moments["min"])
    features["last_seen_days"] = _days_before(now, seen)
    features["leading_category"] = _leading_categories(known, products or {}).reindex(features.index)
    return features.sort_index()


def _days_before(now: datetime, moments: pd.Series[Any]) -> pd.Series[Any]:
    days: pd.Series[Any] = (pd.Timestamp(now) - moments).dt.total_seconds() / _DAY_SECONDS
    return days.set_axis(days.index.astype("str"))


def _count_orders(bought: pd.DataFrame) -> pd.Series[Any]:
    customers = bought["customer_id"].astype("str")
    day = bought["occurred_at"].dt.strftime("%Y-%m-%d") if bought["order_id"].isna().any() else None
    orders = bought["order_id"].astype("str")
    if day is not None:
        orders = orders.fillna("day " + day)
    distinct = pd.DataFrame({"customer_id": customers, "order": orders}).drop_duplicates()
    return distinct.groupby("customer_id").size()


def _net_spend(known: pd.DataFrame) -> pd.Series[Any]:
    sign = known["type"].astype("str").map({"purchase": 1.0, "return": -1.0}).astype("float64")
    amount = (known["quantity"] * known["unit_price"] * sign).fillna(0.0)
    return amount.groupby(known["customer_id"].astype("str")).sum()


def _leading_categories(known: pd.DataFrame, products: Mapping[ProductId, Product]) -> pd.Series[Any]:
    """The category with the most weight per customer; the alphabet decides a tie."""
    category_of = {
        product_id: product.category for product_id, product in products.items() if product.category
    }
    taste = pd.DataFrame(
        {
            "customer_id": known["customer_id"].astype("str"),
            "category": known["product_id"].astype("str").map(category_of).astype("str"),
            "weight": known["type"]
            .astype("str")
            .map({str(k): v for k, v in _TASTE.items()})
            .astype("float64"),
        }
    ).dropna()
    if taste.empty:
        return pd.Series(dtype="str")
    weights = taste.groupby(["customer_id", "category"])["weight"].sum().reset_index()
    best = weights.sort_values(["weight", "category"], ascending=[False, True], kind="stable")
    leading: pd.Series[Any] = best.drop_duplicates("customer_id").set_index("customer_id")["category"]
    return leading
