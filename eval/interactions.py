"""Files of who bought what, as data scientists keep them, to events.

One line an event, with a header: `customer_id` and `product_id`, and where there are any
`timestamp`, `quantity` and `type`. Ids are text whatever they look like.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bespoke.domain import EventType
from bespoke.errors import DataRefused
from eval.moments import read_moments
from eval.tables import Table, read_table

REQUIRED = ("customer_id", "product_id")
OPTIONAL = ("timestamp", "quantity", "type")
_TYPES = tuple(str(one) for one in EventType)
_END = datetime(2000, 1, 1, tzinfo=UTC)  # of made-up times; only the steps between them mean anything


@dataclass(frozen=True, slots=True, eq=False)
class Interactions:
    """Events in order of time: as frames of the store have them, ids as categories, guests without one."""

    events: pd.DataFrame
    has_times: bool  # otherwise `occurred_at` counts each customer's later lines in days before one moment
    notes: tuple[str, ...] = ()  # what was not used, in sentences


def read_interactions(path: Path) -> Interactions:
    """What happened, in order; raises DataRefused where a line or the whole file cannot be used."""
    table = read_table(path, REQUIRED, OPTIONAL)
    customers, products = _ids(table, "customer_id"), _ids(table, "product_id")
    quantities = _by_value(table, "quantity", _quantity, 1.0).astype(np.float64)
    types = _by_value(table, "type", _type, _TYPES.index(EventType.PURCHASE)).astype(np.int8)
    is_negative = (quantities < 0) & (types == _TYPES.index(EventType.PURCHASE))
    types[is_negative] = _TYPES.index(EventType.RETURN)
    moments = read_moments(table, "timestamp")
    events = pd.DataFrame(
        {
            "customer_id": customers,
            "product_id": products,
            "type": pd.Categorical.from_codes(types, categories=pd.Index(_TYPES)),
            "quantity": np.abs(quantities),
            "occurred_at": _count_steps(customers) if moments is None else moments,
        }
    )
    usable = (products.codes >= 0) & (quantities != 0)
    notes = _notes(path, table, events, usable)
    events = events[usable] if not usable.all() else events
    if events.empty:
        raise DataRefused(f"{path} has no lines to use: it needs one for each product a customer bought")
    if moments is not None:
        events = events.sort_values("occurred_at", kind="stable")
    return Interactions(events.reset_index(drop=True), moments is not None, notes)


def read_candidates(path: Path) -> pd.DataFrame:
    """Pairs of customer_id and product_id; raises DataRefused for a file without any."""
    table = read_table(path, REQUIRED, ())
    pairs = pd.DataFrame({name: _ids(table, name) for name in REQUIRED}).dropna()
    if pairs.empty:
        raise DataRefused(f"{path} has no lines: it needs one for each product to rank for a customer")
    return pairs.reset_index(drop=True)


def _ids(table: Table, name: str) -> pd.Categorical:
    """Exactly the text that stands there; empty is none."""
    codes, texts = table.encoded(name)
    if "" in texts:
        codes = np.where(codes == texts.index(""), -1, codes)
    return pd.Categorical.from_codes(codes, categories=pd.Index(texts, dtype=object))


def _by_value(table: Table, name: str, convert: Callable[[str], float | None], absent: float) -> NDArray[Any]:
    """Each line's value; `absent` where there is none, an error where `convert` gives None."""
    if name not in table.names:
        return np.full(len(table), absent)
    codes, texts = table.encoded(name)
    values = [absent if not text.strip() else convert(text.strip()) for text in texts]
    if None in values:
        bad = np.array([value is None for value in values])
        at = int(np.flatnonzero(np.append(bad, False)[codes])[0])
        raise DataRefused(f"{table.place(at)}: {name} {texts[codes[at]]!r} {_ADVICE[name]}")
    return np.asarray([*values, absent], dtype=np.float64)[codes]


def _quantity(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _type(text: str) -> float | None:
    return float(_TYPES.index(text.lower())) if text.lower() in _TYPES else None


_ADVICE = {
    "quantity": "is no number; write how many were bought, e.g. 2, or leave it empty for 1",
    "type": f"is unknown; write {', '.join(_TYPES[:-1])} or {_TYPES[-1]}, or leave it empty for purchase",
}


def _count_steps(customers: pd.Categorical) -> Any:
    """A moment for each line: as many days before one end as its customer has lines after it."""
    codes = np.asarray(customers.codes)
    steps = pd.Series(codes).groupby(codes).cumcount(ascending=False).to_numpy()
    steps = np.where(codes < 0, 0, steps)
    end = np.datetime64(_END.replace(tzinfo=None), "us")
    return pd.Series(end - steps.astype("timedelta64[D]")).dt.tz_localize(UTC)


def _notes(path: Path, table: Table, events: pd.DataFrame, usable: NDArray[np.bool_]) -> tuple[str, ...]:
    guests = int((events["customer_id"].cat.codes.to_numpy() < 0)[usable].sum())
    lost = int((~usable).sum())
    return tuple(
        note
        for note, is_true in (
            (f"{path.name}: columns not used: {', '.join(table.unused)}.", bool(table.unused)),
            (f"{path.name}: {guests:,} lines without a customer_id count for popularity only.", guests > 0),
            (f"{path.name}: {lost:,} lines without a product_id or with quantity 0 left out.", lost > 0),
        )
        if is_true
    )
