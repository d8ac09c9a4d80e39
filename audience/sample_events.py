"""The sample shop's events: visits, orders, second thoughts, and a few flawed rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from audience.sample_tastes import Tastes
from bespoke.domain import EventType

Numbers = NDArray[np.int64]

_MINUTE = 60 * 1_000_000
_DAY = 24 * 60 * _MINUTE
_YEAR_DAYS = 365
_TYPES = (*(kind.value for kind in EventType), "wishlist")  # the last is one of the flaws
_CODE = {kind: code for code, kind in enumerate(EventType)}
# Orders by month from January: a quiet summer, and Christmas.
_SEASON = np.array([0.8, 0.8, 1.0, 1.05, 1.05, 0.9, 0.8, 0.8, 0.95, 1.1, 1.7, 1.75])
# Visitors by hour of the day: lunch and the evening.
_HOURS = (
    np.array([2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 11, 12, 14, 12, 10, 10, 11, 12, 14, 17, 20, 18, 11, 5]) / 215
)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Events of one kind, row by row; `order` is -1 where there is none."""

    customer: Numbers
    product: Numbers
    moment: Numbers
    order: Numbers
    quantity: Numbers
    kind: Numbers

    def take(self, rows: Any, **changes: Any) -> _Lines:
        """Some of the rows, with columns replaced."""
        columns = {name: getattr(self, name)[rows] for name in self.__slots__}
        return _Lines(**{**columns, **changes})


def make_events(
    customer_ids: pd.Series[Any],
    products: pd.DataFrame,
    joined: Numbers,
    tastes: Tastes,
    end: int,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """The events table of the year before `end`, with a handful of flawed rows at its end."""
    starts, ends, orders, visits = _draw_activity(joined, end, rng)
    bought = _draw_purchases(starts, ends, orders, tastes, end, rng)
    browsed = _draw_visits(starts, ends, visits, tastes, end, rng)
    lines = [bought, browsed, *_draw_traces(bought, browsed, end, rng)]
    columns = {name: np.concatenate([getattr(part, name) for part in lines]) for name in _Lines.__slots__}
    return _as_frame(columns, customer_ids, products, end)


def _draw_activity(joined: Numbers, end: int, rng: np.random.Generator) -> tuple[Any, Any, Numbers, Numbers]:
    """First and last active moment, orders and further visits of each customer.

    One in twelve never comes back, one in eight only looks, a third leaves within the year.
    """
    n = len(joined)
    starts = np.maximum(joined, end - _YEAR_DAYS * _DAY)
    leaves = rng.random(n) < 0.35
    ends = np.where(leaves, starts + ((end - starts) * rng.random(n)).astype(np.int64), end)
    share = (ends - starts) / (_YEAR_DAYS * _DAY)
    orders = rng.poisson(rng.gamma(0.8, 4.2, n) * share) + (rng.random(n) < 0.75)
    visits = rng.poisson(2.0, n)
    kind = rng.random(n)
    orders[kind < 0.2] = 0
    visits[kind < 0.08] = 0
    return starts, ends, orders.astype(np.int64), visits.astype(np.int64)


def _draw_purchases(
    starts: Any, ends: Any, orders: Numbers, tastes: Tastes, end: int, rng: np.random.Generator
) -> _Lines:
    buyer = np.repeat(np.arange(len(orders)), orders)
    moment = _draw_moments(starts[buyer], ends[buyer], end, rng)
    by_time = np.lexsort((moment, buyer))
    moment = moment[by_time]  # `buyer` is in order already
    is_first = np.r_[True, buyer[1:] != buyer[:-1]] if len(buyer) else np.empty(0, dtype=bool)
    lines = np.minimum(1 + rng.poisson(1.1, len(buyer)), 6)
    order = np.repeat(np.arange(len(buyer)), lines)
    customer = buyer[order]
    product = tastes.pick_products(customer, _months(moment)[order], rng)
    leads = np.r_[True, order[1:] != order[:-1]] if len(order) else np.empty(0, dtype=bool)
    again = leads & ~is_first[order] & (rng.random(len(order)) < 0.3)
    product[again] = tastes.staple[customer[again]]
    quantity = rng.choice([1, 2, 3, 4, 6], len(order), p=[0.76, 0.16, 0.03, 0.03, 0.02])
    kind = np.full(len(order), _CODE[EventType.PURCHASE])
    lines_once = _Lines(customer, product, moment[order], order, quantity, kind)
    return lines_once.take(np.unique(order * len(tastes.chances[0]) + product, return_index=True)[1])


def _draw_visits(
    starts: Any, ends: Any, visits: Numbers, tastes: Tastes, end: int, rng: np.random.Generator
) -> _Lines:
    customer = np.repeat(np.arange(len(visits)), visits)
    moment = _draw_moments(starts[customer], ends[customer], end, rng)
    product = tastes.pick_products(customer, _months(moment), rng)
    n = len(customer)
    return _Lines(
        customer, product, moment, np.full(n, -1), np.ones(n, np.int64), np.full(n, _CODE[EventType.VIEW])
    )


def _draw_traces(bought: _Lines, browsed: _Lines, end: int, rng: np.random.Generator) -> list[_Lines]:
    """What goes with orders and visits: views before, carts filled or left, returns after."""
    looked = _some(bought, 0.6, rng)
    filled = _some(bought, 0.35, rng)
    left = _some(browsed, 0.12, rng)
    returned = _some(bought, 0.03, rng)
    back = bought.moment[returned] + rng.integers(4 * _DAY, 25 * _DAY, len(returned))
    returned, back = returned[back < end], back[back < end]
    return [
        _trace(bought, looked, EventType.VIEW, bought.moment[looked] - _minutes(8, 45, looked, rng)),
        _trace(bought, filled, EventType.CART, bought.moment[filled] - _minutes(1, 7, filled, rng)),
        _trace(browsed, left, EventType.CART, np.minimum(browsed.moment[left] + _MINUTE, end - 1)),
        bought.take(returned, moment=back, kind=np.full(len(returned), _CODE[EventType.RETURN])),
    ]


def _trace(lines: _Lines, rows: Numbers, kind: EventType, moment: Numbers) -> _Lines:
    n = len(rows)
    return lines.take(
        rows, moment=moment, order=np.full(n, -1), quantity=np.ones(n, np.int64), kind=np.full(n, _CODE[kind])
    )


def _some(lines: _Lines, share: float, rng: np.random.Generator) -> Numbers:
    return np.flatnonzero(rng.random(len(lines.customer)) < share)


def _minutes(least: int, most: int, rows: Numbers, rng: np.random.Generator) -> Numbers:
    return rng.integers(least * _MINUTE, most * _MINUTE, len(rows))


def _draw_moments(starts: Any, ends: Any, end: int, rng: np.random.Generator) -> Numbers:
    """Moments between start and end, more of them in the season and in the evening."""
    days = end // _DAY - _YEAR_DAYS - 1 + np.arange(_YEAR_DAYS + 3)
    season = np.r_[0.0, np.cumsum(_SEASON[_months(days[:-1] * _DAY)])]
    least, most = (np.interp(moments / _DAY, days, season) for moments in (starts, ends))
    day = np.floor(np.interp(least + (most - least) * rng.random(len(starts)), season, days)).astype(np.int64)
    hour = rng.choice(24, len(starts), p=_HOURS / _HOURS.sum())
    moment = day * _DAY + (hour * 3600 + rng.integers(0, 3600, len(starts))) * 1_000_000
    moment = np.where(moment >= end, moment - _DAY, moment)
    drawn: Numbers = np.maximum(moment, starts + _DAY // 24)
    return drawn


def _months(moments: Numbers) -> Numbers:
    months: Numbers = np.asarray(
        moments.astype("datetime64[us]").astype("datetime64[M]").astype(np.int64) % 12
    )
    return months


def _as_frame(
    columns: dict[str, Numbers], customer_ids: pd.Series[Any], products: pd.DataFrame, end: int
) -> pd.DataFrame:
    columns, flaws = _with_flaws(columns, len(products), end)
    n, order = len(columns["kind"]), columns["order"]
    is_money = np.isin(columns["kind"], [_CODE[EventType.PURCHASE], _CODE[EventType.RETURN]]) | (flaws >= 0)
    price = np.r_[products["price"].to_numpy(), 1.0][columns["product"]]
    price = np.where(is_money, price, np.nan)
    price[flaws == 2] = -4.0
    moment = pd.Series(pd.to_datetime(columns["moment"] // 1_000_000, unit="s", utc=True).as_unit("us"))
    numbers = [f"O{number:07d}" for number in range(1, int(order.max(initial=-1)) + 2)]
    return pd.DataFrame(
        {
            "customer_id": _categorical(columns["customer"], customer_ids),
            "product_id": _categorical(columns["product"], [*products["product_id"], "JL-9999"]),
            "type": _categorical(columns["kind"], _TYPES),
            "occurred_at": moment.mask(flaws == 3),
            "quantity": columns["quantity"].astype(np.int32),
            "unit_price": price,
            "order_id": _categorical(order, numbers),
        },
        index=range(n),
    )


def _categorical(codes: Numbers, names: Iterable[str]) -> pd.Categorical:
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(names), dtype=object))


def _with_flaws(columns: dict[str, Numbers], unlisted: int, end: int) -> tuple[dict[str, Numbers], Numbers]:
    """Eight rows more, wrong on purpose; which flaw each row has, -1 for none.

    0 and 1: a product that is not in the catalog; 2: a negative price; 3: no date;
    4: no pieces; 5: an unknown type; 6 and 7: the first event once more.
    """
    extra = {name: np.repeat(values[:1], 8) for name, values in columns.items()}
    if not len(columns["kind"]):
        extra = {name: np.zeros(8, np.int64) for name in columns} | {"order": np.full(8, -1)}
        extra |= {"moment": np.full(8, end - _DAY), "quantity": np.ones(8, np.int64)}
    extra["product"][:2] = unlisted
    extra["quantity"][1] = 2
    extra["kind"][2] = _CODE[EventType.PURCHASE]
    extra["quantity"][4] = 0
    extra["kind"][5] = len(_TYPES) - 1
    flaws = np.full(len(columns["kind"]) + 8, -1)
    flaws[-8:] = np.arange(8)
    return {name: np.concatenate([values, extra[name]]) for name, values in columns.items()}, flaws
