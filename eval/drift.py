"""Does the model in service still fit the shop? What happened since its training, against before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bespoke.domain import ModelVersion
from recommender.id_maps import UNKNOWN, IdMap

MOST_UNKNOWN = 0.1  # share of events on products that the model does not know
MOST_NEW = 0.2  # how much larger the share of new customers may be than before
MOST_SHIFTED = 0.25  # of the population stability index; 0.25 is the usual line for a large shift
_QUANTILES = 10
_Z = 1.96  # 95 %
_ENOUGH_SCORES = 200  # with fewer, chance alone moves the index


@dataclass(frozen=True, slots=True)
class DriftMeasure:
    """One thing that was looked at."""

    name: str
    value: float
    threshold: float
    is_drift: bool  # above the threshold, and by more than chance could make
    says: str
    advice: str  # what to do about it where it drifted


@dataclass(frozen=True, slots=True)
class DriftReport:
    """Everything that was looked at, and in `unseen` what could not be, and why."""

    version: ModelVersion
    trained_at: datetime
    watched_at: datetime
    measures: tuple[DriftMeasure, ...]
    unseen: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[DriftMeasure, ...]:
        """The measures that drifted."""
        return tuple(measure for measure in self.measures if measure.is_drift)

    @property
    def verdict(self) -> str:
        """The report in a line."""
        if self.findings:
            return " ".join(f"{one.says} {one.advice}" for one in self.findings)
        if not self.measures:
            return f"Nothing to compare yet for model {self.version}."
        return f"Model {self.version} still fits what happens in the shop."

    def markdown(self) -> str:
        """The report for people to read."""
        head = f"Trained {self.trained_at:%d %B %Y %H:%M} UTC, watched {self.watched_at:%d %B %Y %H:%M} UTC."
        lines = [f"# Drift of model {self.version}", "", head, "", f"**{self.verdict}**", ""]
        if self.measures:
            lines += ["| what | value | allowed | drifted |", "|---|--:|--:|---|"]
            lines += [
                f"| {one.name} | {one.value:.3f} | {one.threshold:.3f} | {'yes' if one.is_drift else 'no'} |"
                for one in self.measures
            ]
            lines += ["", *(f"- {one.says}" for one in self.measures)]
        lines += [f"- Not looked at: {reason}" for reason in self.unseen]
        return "\n".join(lines) + "\n"


def measure_unknown_products(product_ids: pd.Series[Any], known: IdMap) -> DriftMeasure | None:
    """The share of events since training on products the model never heard of; None without events."""
    if product_ids.empty:
        return None
    unknown = int((known.rows_of(product_ids) == UNKNOWN).sum())
    share = unknown / len(product_ids)
    return DriftMeasure(
        name="events on products unknown to the model",
        value=share,
        threshold=MOST_UNKNOWN,
        is_drift=_lower_bound(unknown, len(product_ids)) > MOST_UNKNOWN,
        says=f"{share:.0%} of {len(product_ids):,} events since the training are on products "
        "that the model does not know.",
        advice="Train again ('bespoke train'): until then these products are not recommended.",
    )


@dataclass(frozen=True, slots=True)
class ActiveCustomers:
    """Customers with an event in a stretch of time, and those of them who never had one before."""

    active: int
    new: int

    @property
    def share(self) -> float:
        return self.new / self.active


def measure_new_customers(now: ActiveCustomers, before: ActiveCustomers) -> DriftMeasure | None:
    """How much more of the active customers are new than in a time as long before; None without any."""
    if not now.active or not before.active:
        return None
    change = now.share - before.share
    spread = sqrt(sum(one.share * (1 - one.share) / one.active for one in (now, before)))
    return DriftMeasure(
        name="more new customers than before",
        value=change,
        threshold=MOST_NEW,
        is_drift=change - _Z * spread > MOST_NEW,
        says=f"{now.share:.0%} of {now.active:,} customers active since the training are new, against "
        f"{before.share:.0%} of {before.active:,} in as long a time before.",
        advice="Train again ('bespoke train'), and look at where the new customers come from.",
    )


def quantiles_of(scores: NDArray[Any]) -> tuple[float, ...]:
    """The deciles of listed scores with both ends, to be kept with a model; empty without scores."""
    values = np.asarray(scores, dtype=np.float64)
    values = values[np.isfinite(values)]
    if not len(values):
        return ()
    return tuple(np.quantile(values, np.linspace(0, 1, _QUANTILES + 1)).tolist())


def measure_scores(before: Sequence[float], scores: NDArray[Any]) -> DriftMeasure | None:
    """How far listed scores moved from those with these quantiles; None where there is nothing to compare."""
    values = np.asarray(scores, dtype=np.float64)
    values = values[np.isfinite(values)]
    if len(before) < 2 or not len(values):
        return None
    index = _stability_index(np.asarray(before, dtype=np.float64), values)
    return DriftMeasure(
        name="shift of listed scores",
        value=index,
        threshold=MOST_SHIFTED,
        is_drift=index > MOST_SHIFTED and len(values) >= _ENOUGH_SCORES,
        says=f"The scores of {len(values):,} listed products lie "
        f"{'elsewhere than' if index > MOST_SHIFTED else 'about where they lay'} at the training "
        f"(stability index {index:.2f}).",
        advice="Train again ('bespoke train'), and check that orders still arrive as they did.",
    )


def _stability_index(quantiles: NDArray[np.float64], values: NDArray[np.float64]) -> float:
    """The population stability index over the bins between the quantiles; equal ones share a bin."""
    inner = quantiles[1:-1]
    edges, counts = np.unique(inner[inner < quantiles[-1]], return_counts=True)
    shares = counts / (len(quantiles) - 1)
    expected = np.append(shares, 1 - shares.sum())
    found = np.bincount(np.searchsorted(edges, values, side="left"), minlength=len(expected))
    # Half a score more in every bin: an empty one would make the index infinite.
    smoothed = (found + 0.5) / (len(values) + 0.5 * len(expected))
    return float(((smoothed - expected) * np.log(smoothed / expected)).sum())


def _lower_bound(hits: int, n: int) -> float:
    """Wilson's lower bound of a share."""
    share, z2 = hits / n, _Z**2
    center = share + z2 / (2 * n)
    spread = _Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return (center - spread) / (1 + z2 / n)
