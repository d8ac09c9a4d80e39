"""RFM segments by plain rules, so that a marketer can say why a customer is in one.

Days and numbers of orders are fixed, not quantiles: a shop of five customers gets the
same meanings as one of a million, and nobody changes segment because others did. Only
"spends well" is relative, to the shop's typical buyer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from bespoke.domain import Segment


@dataclass(frozen=True, slots=True)
class SegmentRules:
    recent_days: int = 60
    quiet_days: int = 120
    lapsed_days: int = 240
    regular_orders: int = 4  # from here on a customer is a regular
    regular_lapsed_days: int = 365
    good_spend: float = 1.5  # times the median spend of buyers


RULES = SegmentRules()

SEGMENT_MEANINGS: dict[Segment, str] = {
    Segment.CHAMPION: f"at least {RULES.regular_orders} orders, the latest in the last "
    f"{RULES.recent_days} days, and spends more than {RULES.good_spend:g} times the typical buyer",
    Segment.LOYAL: f"at least {RULES.regular_orders} orders, the latest in the last {RULES.quiet_days} days",
    Segment.PROMISING: f"two or three orders, the latest in the last {RULES.quiet_days} days",
    Segment.NEW: f"a first order in the last {RULES.recent_days} days",
    Segment.SLIPPING: f"fewer than {RULES.regular_orders} orders and quiet for longer than usual, "
    f"but not yet for {RULES.lapsed_days} days",
    Segment.AT_RISK: f"at least {RULES.regular_orders} orders, but none for over {RULES.quiet_days} days",
    Segment.LAPSED: f"nothing bought for over {RULES.lapsed_days} days "
    f"(over {RULES.regular_lapsed_days} with at least {RULES.regular_orders} orders)",
    Segment.PROSPECT: "has not bought anything yet",
}


def assign_segments(features: pd.DataFrame, rules: SegmentRules = RULES) -> pd.Series[Any]:
    """The segment of each customer, as text of `Segment`, by customer_id.

    `features` as `customer_features` makes them; every customer gets exactly one.
    """
    days = features["recency_days"].to_numpy(dtype="float64")
    orders = features["orders"].to_numpy()
    spend = features["spend"].to_numpy(dtype="float64")
    never = (orders == 0) | np.isnan(days)
    regular = orders >= rules.regular_orders
    lapsed = days > np.where(regular, rules.regular_lapsed_days, rules.lapsed_days)
    recent, quiet = days <= rules.recent_days, days > rules.quiet_days
    typical = float(np.median(spend[~never])) if (~never).any() else 0.0
    rich = spend > rules.good_spend * typical
    chosen = np.select(
        [never, lapsed, regular & quiet, regular & recent & rich, regular, (orders >= 2) & ~quiet, recent],
        [
            str(segment)
            for segment in (
                Segment.PROSPECT,
                Segment.LAPSED,
                Segment.AT_RISK,
                Segment.CHAMPION,
                Segment.LOYAL,
                Segment.PROMISING,
                Segment.NEW,
            )
        ],
        default=str(Segment.SLIPPING),
    )
    return pd.Series(chosen, index=features.index, name="segment", dtype="str")
