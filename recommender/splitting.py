"""Past and future: the one place where events are split, for learning and for judging alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Protocol(StrEnum):
    """How the future is cut off."""

    TIME = "time"  # what everyone did from a moment on
    LAST = "last"  # the last thing each customer did


@dataclass(frozen=True, slots=True)
class Split:
    """Events before and after; nothing is dropped and nothing is in both."""

    train: pd.DataFrame
    test: pd.DataFrame
    cut: datetime  # in a split by time, train is before it and test at or after it


def temporal_split(events: pd.DataFrame, test_days: float, *, cut: datetime | None = None) -> Split:
    """Events before and from `cut`, by default `test_days` days (UTC) before the end of the last.

    Without events the cut is unknowable, which raises ValueError unless it is given.
    """
    if cut is None:
        if events.empty:
            raise ValueError("no events to split")
        last_day = events["occurred_at"].max().normalize()
        cut = (last_day + timedelta(days=1) - timedelta(days=test_days)).to_pydatetime()
    is_past = (events["occurred_at"] < cut).to_numpy()
    return Split(train=events[is_past], test=events[~is_past], cut=cut)


def last_out_split(events: pd.DataFrame, *, least: int = 2) -> Split:
    """Each customer's last purchase in `test`, of customers with at least `least` of them.

    The order of the frame decides between events of the same moment. A customer's later
    events of any kind go to the test as well: they are no past.
    """
    if events.empty:
        raise ValueError("no events to split")
    order = np.argsort(events["occurred_at"].to_numpy(), kind="stable")
    customers = pd.Categorical(events["customer_id"]).codes.astype(np.int64)[order]
    is_purchase = (events["type"] == "purchase").to_numpy()[order] & (customers >= 0)
    ordinal = _ordinals(customers, is_purchase)
    totals = np.bincount(customers[is_purchase], minlength=int(customers.max(initial=0)) + 1)
    held_out = (customers >= 0) & (ordinal >= totals[customers]) & (totals[customers] >= least)
    is_test = np.zeros(len(events), dtype=np.bool_)
    is_test[order] = held_out
    return Split(events[~is_test], events[is_test], events["occurred_at"].max().to_pydatetime())


def _ordinals(customers: NDArray[Any], is_purchase: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many purchases of the same customer have happened up to and with each event."""
    counts = pd.Series(is_purchase.astype(np.int64)).groupby(customers).cumsum()
    return np.asarray(counts.to_numpy())
