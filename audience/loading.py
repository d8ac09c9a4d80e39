"""Putting checked tables into the store, so that doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from audience.quality import CheckedTables
from audience.quality_report import QualityReport
from bespoke.encoding import encode
from store.database import Store


@dataclass(frozen=True, slots=True)
class LoadOutcome:
    load_id: str
    report: QualityReport
    changed: Mapping[str, int]  # rows really written, by table; "quarantine" too
    was_known: bool  # the same contents had been loaded before

    @property
    def changed_anything(self) -> bool:
        return any(self.changed.values())


def load_shop(store: Store, checked: CheckedTables, now: datetime) -> LoadOutcome:
    """Save everything under its natural key; return what changed.

    The load is recorded last, so that an interrupted one is simply done again.
    Contents that were loaded before are written again all the same: a later load
    may have changed what they say.
    """
    load_id = checked.load_id
    was_known = store.loads.find_report(load_id) is not None
    changed = {
        "customers": store.customers.save(_without_known_buyers(store, checked)),
        "products": store.catalog.save(checked.products),
        "events": store.events.save(_in_key_order(checked.events)),
        "consents": store.customers.save_consents(checked.consents),
        "quarantine": store.loads.quarantine(load_id, checked.quarantined),
    }
    outcome = LoadOutcome(load_id, checked.report, changed, was_known)
    if not was_known or outcome.changed_anything:
        store.loads.record(load_id, checked.report.source, encode(checked.report), now)
    return outcome


def _without_known_buyers(store: Store, checked: CheckedTables) -> pd.DataFrame:
    # A customer whom this load knows from events only must not lose what an earlier one knew.
    if not checked.unlisted:
        return checked.customers
    ids = checked.customers["customer_id"]
    stored = store.customers.frame()["customer_id"].tolist()
    return checked.customers[~(ids.isin(checked.unlisted) & ids.isin(stored))]


def _in_key_order(events: pd.DataFrame) -> pd.DataFrame:
    # Keys are random: in their order, the primary key's index grows at its end.
    return events.sort_values("event_key", ignore_index=True)
