"""Who may get a campaign's message, and why each of the others may not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bespoke.brief import AudienceBrief, Brief
from bespoke.domain import Exclusion, Segment
from bespoke.settings import AudienceSettings
from store.customers import address_hash
from store.database import Store

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Eligibility:
    """`customers` has customer_id, segment, locale, country, category and spend, in order of id."""

    customers: pd.DataFrame
    excluded: Counter[Exclusion]
    total: int  # always the eligible plus the excluded


def find_eligible(
    store: Store,
    brief: Brief,
    caps: AudienceSettings,
    features: pd.DataFrame,
    segments: pd.Series[Any],
    now: datetime,
) -> Eligibility:
    """The customers who may be written to at `now`, and the others counted under one reason each.

    Reasons apply in the order of `Exclusion`. The brief's limit is applied last, most
    valuable first; those beyond it are outside the audience.
    """
    customers = _gather(store, features, segments)
    reasons = pd.Series(pd.NA, index=customers.index, dtype="str")
    for exclusion, mask in (
        (Exclusion.OUTSIDE_AUDIENCE, _is_outside(customers, brief.audience)),
        (Exclusion.NO_ADDRESS, customers["email"].isna().to_numpy()),
        (Exclusion.SUPPRESSED, _is_suppressed(store, customers["email"])),
        (Exclusion.NO_CONSENT, ~customers["customer_id"].isin(store.customers.with_consent()).to_numpy()),
        (Exclusion.FREQUENCY_CAP, _is_over_cap(store, customers["customer_id"], caps, now)),
    ):
        reasons[mask & reasons.isna().to_numpy()] = str(exclusion)
    reasons[_is_beyond_limit(customers, reasons.isna().to_numpy(), brief.audience.limit)] = str(
        Exclusion.OUTSIDE_AUDIENCE
    )
    eligible = customers[reasons.isna()].drop(columns=["email"]).reset_index(drop=True)
    excluded = Counter({Exclusion(str(reason)): int(n) for reason, n in reasons.value_counts().items()})
    return Eligibility(eligible, excluded, len(customers))


def _gather(store: Store, features: pd.DataFrame, segments: pd.Series[Any]) -> pd.DataFrame:
    """Every customer of the store; without events a prospect who has spent nothing."""
    stored = store.customers.frame()
    ids = pd.Index(stored["customer_id"].astype("str"))
    category = features["leading_category"].reindex(ids) if "leading_category" in features else pd.NA
    return pd.DataFrame(
        {
            "customer_id": ids,
            "segment": segments.reindex(ids).fillna(str(Segment.PROSPECT)).to_numpy(dtype=object),
            "locale": stored["locale"].to_numpy(dtype=object),
            "country": stored["country"].to_numpy(dtype=object),
            "category": np.asarray(category, dtype=object) if category is not pd.NA else None,
            "spend": features["spend"].reindex(ids).fillna(0.0).to_numpy(dtype="float64"),
            "email": stored["email"].to_numpy(dtype=object),
        }
    )


def _is_outside(customers: pd.DataFrame, audience: AudienceBrief) -> Mask:
    outside: Mask = np.zeros(len(customers), dtype=bool)
    if audience.segments:
        outside |= ~customers["segment"].isin([str(segment) for segment in audience.segments]).to_numpy()
    if audience.countries:
        wanted = [country.strip().casefold() for country in audience.countries]
        known = customers["country"].astype("str").str.strip().str.casefold()
        outside |= ~known.isin(wanted).to_numpy()
    return outside


def _is_suppressed(store: Store, emails: pd.Series[Any]) -> Mask:
    suppressed = store.customers.suppressed_addresses()
    if not suppressed:
        return np.zeros(len(emails), dtype=bool)
    return np.array(
        [isinstance(email, str) and address_hash(email) in suppressed for email in emails], dtype=bool
    )


def _is_over_cap(store: Store, customer_ids: pd.Series[Any], caps: AudienceSettings, now: datetime) -> Mask:
    sent = store.messages.sent_since(now - timedelta(days=caps.frequency_cap_days))
    full = [customer for customer, count in sent.items() if count >= caps.frequency_cap_messages]
    return customer_ids.isin(full).to_numpy()


def _is_beyond_limit(customers: pd.DataFrame, eligible: Mask, limit: int | None) -> Mask:
    beyond: Mask = np.zeros(len(customers), dtype=bool)
    if limit is not None and eligible.sum() > limit:
        by_value = customers[eligible].sort_values(
            ["spend", "customer_id"], ascending=[False, True], kind="stable"
        )
        beyond[by_value.index[limit:].to_numpy()] = True
    return beyond
