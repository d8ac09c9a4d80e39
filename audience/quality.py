"""Checking a shop's tables as a whole: what the store gets, and a report of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from audience.quality_report import Problem, QualityReport
from audience.row_keys import frame_fingerprint, row_keys, row_lanes
from audience.schemas import column_kind
from audience.shop_tables import REQUIRED_TABLES, TABLE_NAMES, ShopTables
from audience.table_checks import TableCheck
from bespoke.domain import ConsentStatus, EventType
from bespoke.encoding import fingerprint
from bespoke.errors import DataRefused
from store import tables as stored
from store.loads import QuarantinedRow

_EVENT_CONTENTS = ("customer_id", "product_id", "type", "occurred_at", "quantity", "unit_price", "order_id")
_CONSENT_CONTENTS = ("customer_id", "status", "source", "recorded_at")
_ATTRIBUTE_PREFIXES = ("attribute_", "attribute.")


@dataclass(frozen=True, slots=True)
class CheckedTables:
    """What the store takes, columns as in its tables, and what it does not."""

    customers: pd.DataFrame
    products: pd.DataFrame
    events: pd.DataFrame
    consents: pd.DataFrame
    quarantined: tuple[QuarantinedRow, ...]
    report: QualityReport
    unlisted: frozenset[str] = frozenset()  # ids of customers known from events only

    @property
    def load_id(self) -> str:
        """A fingerprint of everything that was read, in whatever order."""
        events = self.events.drop(columns="event_key")  # made of the others
        frames = (self.customers, self.products, events, self.consents)
        rows = sorted(fingerprint(row.table_name, row.reason, row.row) for row in self.quarantined)
        return fingerprint("load", *map(frame_fingerprint, frames), *rows)


def check_tables(
    tables: ShopTables, *, currency: str, locale: str, refuse_above: float = 0.5
) -> CheckedTables:
    """The usable rows of every table, with the rest quarantined and counted.

    `currency` and `locale` are the shop's own. Raises DataRefused for a missing
    column, an empty catalog, and where more than the share `refuse_above` of the
    rows of products or events cannot be used.
    """
    checks = {name: TableCheck(name, tables.frame(name), tables.origin(name)) for name in TABLE_NAMES}
    if not len(checks["products"].raw):
        raise DataRefused(f"{tables.origin('products')} has no rows; a shop needs its products")
    _check_products(checks["products"], currency)
    _check_customers(checks["customers"], locale)
    _check_events(checks["events"], checks["products"])
    known = _with_buyers(checks["customers"], checks["events"], locale)
    _check_consents(checks["consents"], known["customer_id"])
    for name in REQUIRED_TABLES:
        checks[name].refuse_if_mostly_bad(refuse_above)
    return CheckedTables(
        customers=known,
        products=_in_store_shape(checks["products"], stored.products),
        events=_in_store_shape(checks["events"], stored.events),
        consents=_in_store_shape(checks["consents"], stored.consents),
        quarantined=(*tables.set_aside, *(row for c in checks.values() for row in c.quarantined_rows())),
        report=_report(tables, checks, known),
        unlisted=frozenset(known["customer_id"].iloc[int(checks["customers"].is_kept.sum()) :]),
    )


def _check_products(check: TableCheck, currency: str) -> None:
    values = check.values
    if "currency" in values:
        foreign = values["currency"].notna() & (values["currency"].astype("str").str.upper() != currency)
        check.set_aside(f"currency is not {currency}, the shop's own", foreign.to_numpy(), "currency")
    values["currency"] = pd.Series(currency, index=values.index, dtype="str")
    values["description"] = _column(check, "description").astype("str").fillna("")
    values["active"] = _column(check, "active").astype("boolean").fillna(True).astype(bool)
    values["attributes"] = _gather_attributes(check)
    if "list_price" in values:
        values["list_price"] = values["list_price"].where(values["list_price"] > values["price"])
    check.drop_repeats(_contents(check, values.columns))
    check.refuse_conflicts("product_id")


def _gather_attributes(check: TableCheck) -> pd.Series[Any]:
    gathered = [dict(value) if isinstance(value, dict) else {} for value in _column(check, "attributes")]
    for name in check.raw.columns:
        if name.startswith(_ATTRIBUTE_PREFIXES):
            key = name[len(_ATTRIBUTE_PREFIXES[0]) :].replace("_", " ")
            for attributes, text in zip(gathered, check.raw[name].astype("str"), strict=True):
                if isinstance(text, str) and text.strip():
                    attributes.setdefault(key, text.strip())
    return pd.Series(gathered, index=check.values.index, dtype=object)


def _check_customers(check: TableCheck, locale: str) -> None:
    values = check.values
    values["locale"] = _tidy_locales(_column(check, "locale")).fillna(locale)
    check.drop_repeats(_contents(check, values.columns))
    check.refuse_conflicts("customer_id")


def _tidy_locales(locales: pd.Series[Any]) -> pd.Series[Any]:
    """Language tags in their customary case: en_gb -> en-GB."""
    spelled = {}
    for found in locales.dropna().unique():
        language, *rest = str(found).replace("_", "-").split("-")
        spelled[found] = "-".join(
            [language.lower(), *(p.upper() if len(p) == 2 else p.title() for p in rest)]
        )
    return locales.astype("str").map(spelled).astype("str")


def _check_events(check: TableCheck, products: TableCheck) -> None:
    values = check.values
    _fill_quantities(check)
    for name in ("customer_id", "order_id"):
        values[name] = _column(check, name)
    values["unit_price"] = _column(check, "unit_price").astype("float64")
    unlisted = ~values["product_id"].isin(products.kept()["product_id"].tolist())
    check.set_aside("product_id is not in the catalog", unlisted.to_numpy(), "product_id")
    keys = row_keys((values[name] for name in _EVENT_CONTENTS), "event")
    if "event_id" not in values:
        values["event_key"] = keys
        check.drop_repeats(values[["event_key"]])
        return
    named = row_keys([values["event_id"]], "event id")
    values["event_key"] = named.where(values["event_id"].notna(), keys)
    check.drop_repeats(pd.DataFrame({"key": values["event_key"], "contents": keys}))
    check.refuse_conflicts("event_id")


def _fill_quantities(check: TableCheck) -> None:
    values = check.values
    if "quantity" not in values:
        values["quantity"] = 1.0
        return
    lookers = values["type"].isin([EventType.VIEW, EventType.CART])
    blank = values["quantity"].isna()
    values["quantity"] = values["quantity"].mask(blank & lookers, 1.0)
    check.set_aside("quantity is missing", (blank & ~lookers).to_numpy(), "quantity")


def _check_consents(check: TableCheck, customer_ids: pd.Series[Any]) -> None:
    values = check.values
    values["source"] = _column(check, "source").astype("str").fillna("import")
    unknown = ~values["customer_id"].isin(customer_ids.tolist())
    check.set_aside("customer_id is not a known customer", unknown.to_numpy(), "customer_id")
    # The lost row may have been a withdrawal: then silence is the only safe reading.
    granted = (values["status"] == ConsentStatus.GRANTED).fillna(False)
    doubtful = values["customer_id"][check.is_set_aside & ~granted].dropna().tolist()
    in_doubt = granted & values["customer_id"].isin(doubtful)
    check.set_aside("another consent row of the customer cannot be read", in_doubt.to_numpy(), "customer_id")
    values["consent_key"] = row_keys((values[name] for name in _CONSENT_CONTENTS), "consent")
    check.drop_repeats(values[["consent_key"]])


def _with_buyers(customers: TableCheck, events: TableCheck, locale: str) -> pd.DataFrame:
    """The kept customers and, without an address, those known from their events only."""
    listed = _in_store_shape(customers, stored.customers)
    seen = pd.Series(events.kept()["customer_id"].dropna().unique().astype(object))
    unlisted = seen[~seen.isin(listed["customer_id"].tolist())].sort_values()
    if unlisted.empty:
        return listed
    added = pd.DataFrame(
        {name: pd.Series(pd.NA, index=unlisted.index, dtype=kind) for name, kind in listed.dtypes.items()}
    )
    added["customer_id"], added["locale"] = unlisted.astype("str"), locale
    return pd.concat([listed, added], ignore_index=True) if len(listed) else added.reset_index(drop=True)


def _in_store_shape(check: TableCheck, table: Any) -> pd.DataFrame:
    names = stored.column_names(table)
    return pd.DataFrame({name: _column(check, name)[check.is_kept] for name in names}).reset_index(drop=True)


_DTYPES: dict[str, Any] = {
    "text": "str",
    "number": "float64",
    "moment": "datetime64[us, UTC]",
    "flag": "boolean",
    "map": object,
}


def _column(check: TableCheck, name: str) -> pd.Series[Any]:
    """A column of the parsed values; all missing, in the right kind, where the shop has none."""
    if name in check.values:
        column: pd.Series[Any] = check.values[name]
        return column
    missing: pd.Series[Any] = pd.Series([None] * len(check.values), index=check.values.index, dtype=object)
    return missing.astype(_DTYPES[column_kind(check.schema.columns[name])])


def _contents(check: TableCheck, names: Iterable[str]) -> pd.DataFrame:
    return pd.DataFrame(row_lanes((check.values[name] for name in names), check.table).T)


def _report(tables: ShopTables, checks: dict[str, TableCheck], customers: pd.DataFrame) -> QualityReport:
    by_reader = Counter((row.table_name, row.reason) for row in tables.set_aside)
    aside = Counter(row.table_name for row in tables.set_aside)
    problems = [Problem(table, reason, rows, row_kept=False) for (table, reason), rows in by_reader.items()]
    problems += [problem for check in checks.values() for problem in check.problems]
    return QualityReport(
        source=tables.source,
        tables=tuple(
            check.count(aside[name], tables.duplicates.get(name, 0)) for name, check in checks.items()
        ),
        problems=tuple(sorted(problems, key=lambda p: (-p.rows, p.table, p.reason))),
        notes=(*tables.notes, *_notes(checks, customers)),
    )


def _notes(checks: dict[str, TableCheck], customers: pd.DataFrame) -> list[str]:
    events = checks["events"].kept()
    guests = int(events["customer_id"].isna().sum())
    unlisted = len(customers) - int(checks["customers"].is_kept.sum())
    without_address = int(customers["email"].isna().sum())
    shared = int(customers["email"].dropna().str.lower().duplicated(keep=False).sum())
    counted = {
        "Events by guests, who count for what is popular and get no email: {:,}.": guests,
        "Customers who appear in events only, so without an address: {:,}.": unlisted,
        "Customers without a usable address, who are left out of campaigns: {:,}.": without_address,
        "Customers who share their address with another customer: {:,}.": shared,
    }
    notes = [text.format(number) for text, number in counted.items() if number]
    for check in checks.values():
        names = sorted(set(map(str, check.raw.columns)) - set(check.schema.columns))
        if extra := [name for name in names if not name.startswith(_ATTRIBUTE_PREFIXES)]:
            notes.append(f"{check.origin}: columns not used: {', '.join(extra[:12])}.")
    return notes if len(events) else [*notes, "There are no events: nothing can be learnt from this load."]
