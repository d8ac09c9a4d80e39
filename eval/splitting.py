"""Past and future: the one place where events are split for judging a model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd


@dataclass(frozen=True, slots=True)
class TemporalSplit:
    """Every event of `train` happened before `cut`, every event of `test` at or after it."""

    train: pd.DataFrame
    test: pd.DataFrame
    cut: datetime


def temporal_split(events: pd.DataFrame, test_days: int, *, cut: datetime | None = None) -> TemporalSplit:
    """Events before and from `cut`, by default `test_days` whole days (UTC) before the end of the last.

    Nothing is dropped and nothing is in both. Without events the cut is unknowable,
    which raises ValueError unless it is given.
    """
    if cut is None:
        if events.empty:
            raise ValueError("no events to split")
        last_day = events["occurred_at"].max().normalize()
        cut = (last_day + timedelta(days=1) - timedelta(days=test_days)).to_pydatetime()
    is_past = (events["occurred_at"] < cut).to_numpy()
    return TemporalSplit(train=events[is_past], test=events[~is_past], cut=cut)
