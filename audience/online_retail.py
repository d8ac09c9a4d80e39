"""UCI "Online Retail" as published: one line per invoice line, dirty as shops' exports are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from audience.categories import OTHER, categorize
from audience.delimited import read_delimited
from audience.parsing import parse_moments, parse_numbers, parse_text
from audience.people_names import make_addresses, pick_names
from audience.readers import empty_table
from audience.row_keys import row_lanes
from audience.shop_tables import ShopTables
from audience.table_checks import row_json
from audience.titles import tidy_title
from bespoke.domain import ConsentStatus, EventType
from bespoke.errors import DataRefused
from store.loads import QuarantinedRow

CURRENCY, LOCALE = "GBP", "en-GB"
COLUMNS = (
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
)
_ALIASES = {"invoice": "invoiceno", "price": "unitprice"}  # as the second edition spells them

# Postage, carriage, manual entries, discounts, samples, debt, fees, vouchers, another shop's stock.
_NO_PRODUCT = (
    r"(?:POST|DOT|M|D|C\d|S|B|PADS|CRUK|AMAZONFEE|BANK CHARGES|ADJUST\d*|TEST\d*|DCGS.*|GIFT.*|[^\d]+)"
)
_NO_PRODUCT_TEXT = re.compile(
    r"gift voucher|\bcarriage$|^(?:dotcom )?postage$|packing charge|high resolution image", re.I
)
_NOTE = re.compile(
    r"damage|smashed|broken|crushed|crack|thrown|throw away|wet\b|rust|mould|faulty|destroyed|unsale?able|"
    r"\blost\b|missing|found|\bcheck\b|wrong|incorrect|mix(?:ed)? up|adjust|sold (?:as|in|sets?)|sold sets|"
    r"barcode|code mix|returned|counted|count\b|credit|test\b|sample|showroom|display\b|dotcom|amazon|ebay|"
    r"mailout|put aside|given away|invoice|allocat|re-?added|stock|cargo|rcvd|mystery|taig|temp\b|fba\b|\?",
    re.I,
)
_COUNTRIES = {
    "EIRE": "Ireland",
    "USA": "United States",
    "RSA": "South Africa",
    "Korea": "South Korea",
    "U.K.": "United Kingdom",
}
_NO_COUNTRY = ("Unspecified", "European Community", "West Indies")
_RECENT_SALES = 50
_US_MOMENT = "%m/%d/%Y %H:%M"
_BRITISH_MOMENT = "%d/%m/%Y %H:%M"


def read_online_retail(path: Path, *, demo_contacts: bool = False) -> ShopTables:
    """The file's products, customers and events; cancellations are returns, fees are set aside.

    It holds no addresses. With `demo_contacts` every customer gets a made-up name, an
    address at example.test and consent from the source "demo"; without, nobody can be
    written to. Raises NotFound or DataRefused.
    """
    path = Path(path)
    file = read_delimited(path)
    raw = _name_columns(file.frame, path)
    repeats = raw.duplicated()
    raw = raw[~repeats].reset_index(drop=True)
    lines = _parse_lines(raw, path)
    reasons = _find_other_lines(lines)
    torn = [QuarantinedRow("events", "the line has more fields than the header", line) for line in file.torn]
    sales = lines[reasons.isna()]
    products = _make_products(sales)
    customers = _make_customers(sales, demo_contacts)
    return ShopTables(
        customers=customers,
        products=products,
        events=_make_events(sales, raw),
        consents=_make_consents(customers) if demo_contacts else empty_table("consents"),
        source=str(path),
        origins={"products": str(path), "events": str(path)},
        set_aside=(*torn, *_set_aside(raw, reasons)),
        duplicates={"events": int(repeats.sum())},
        notes=_notes(products, demo_contacts),
    )


def _name_columns(frame: pd.DataFrame, path: Path) -> pd.DataFrame:
    """The eight columns under their published names, in whatever spelling and order they came."""
    plain = {re.sub(r"[^a-z]", "", str(name).lower()): name for name in frame.columns}
    for alias, name in _ALIASES.items():
        if alias in plain:
            plain.setdefault(name, plain[alias])
    missing = [name for name in COLUMNS if name.lower() not in plain]
    if missing:
        found = ", ".join(map(str, frame.columns[:12]))
        raise DataRefused(
            f"{path} has no column {', '.join(map(repr, missing))}; the columns found are: {found}. "
            f"Online Retail as published has: {', '.join(COLUMNS)}"
        )
    if frame.empty:
        raise DataRefused(f"{path} has a header and no rows")
    return pd.DataFrame({name: frame[plain[name.lower()]] for name in COLUMNS})


def _parse_lines(raw: pd.DataFrame, path: Path) -> pd.DataFrame:
    text = {name: parse_text(raw[name]) for name in COLUMNS}
    return pd.DataFrame(
        {
            "order_id": text["InvoiceNo"],
            "product_id": text["StockCode"].str.upper(),
            "description": text["Description"],
            "quantity": parse_numbers(raw["Quantity"]),
            "occurred_at": _parse_dates(text["InvoiceDate"], path),
            "unit_price": parse_numbers(raw["UnitPrice"]),
            "customer_id": text["CustomerID"].str.removesuffix(".0"),
            "country": text["Country"].replace(_COUNTRIES).mask(text["Country"].isin(_NO_COUNTRY)),
        }
    )


def _parse_dates(dates: pd.Series[Any], path: Path) -> pd.Series[Any]:
    """ISO 8601, or else the one order of day and month that fits every line."""
    moments = parse_moments(dates)
    if moments.notna().any() or dates.isna().all():
        return moments
    american = _parse_as(dates, _US_MOMENT)
    british = _parse_as(dates, _BRITISH_MOMENT)
    given = dates.notna()
    if american[given].notna().all() != british[given].notna().all():
        return american if american[given].notna().all() else british
    problem = "could be day or month first" if american.notna().any() else "cannot be read"
    raise DataRefused(
        f"{path}: InvoiceDate {problem} (e.g. {dates[given].iloc[0]!r}); write dates as 2010-12-01 08:26:00"
    )


def _parse_as(dates: pd.Series[Any], form: str) -> pd.Series[Any]:
    return pd.to_datetime(dates, format=form, utc=True, errors="coerce").dt.as_unit("us")


def _find_other_lines(lines: pd.DataFrame) -> pd.Series[Any]:
    """Why a line is no sale or return of a product; NA where it is one."""
    description = lines["description"].fillna("")
    fee = _is_among(lines["product_id"].fillna(""), re.compile(rf"^{_NO_PRODUCT}$"))
    fee |= _is_among(description, _NO_PRODUCT_TEXT)
    free = (lines["unit_price"] == 0) & lines["customer_id"].isna()
    noted = free & (description.eq("") | _is_among(description, _NOTE))
    reasons = pd.Series(pd.NA, index=lines.index, dtype="str")
    reasons[free] = "a stock movement without price or customer, not a sale"
    reasons[noted] = "a note of the stockroom, not a sale"
    reasons[fee] = "postage, a fee, a voucher or an adjustment, not a product"
    return reasons


def _is_among(texts: pd.Series[Any], pattern: re.Pattern[str]) -> pd.Series[Any]:
    """Whether the pattern occurs in each text, asked once per distinct text."""
    return texts.isin([text for text in texts.unique() if pattern.search(text)])


def _set_aside(raw: pd.DataFrame, reasons: pd.Series[Any]) -> list[QuarantinedRow]:
    other = reasons.notna()
    rows = raw[other].to_dict("records")
    return [
        QuarantinedRow("events", why, row_json(row)) for why, row in zip(reasons[other], rows, strict=True)
    ]


def _make_events(sales: pd.DataFrame, raw: pd.DataFrame) -> pd.DataFrame:
    canceled = sales["order_id"].str.upper().str.startswith("C").fillna(False) | (sales["quantity"] < 0)
    unread = sales["unit_price"].isna() & raw.loc[sales.index, "UnitPrice"].notna()
    return pd.DataFrame(
        {
            "customer_id": sales["customer_id"],
            "product_id": sales["product_id"],
            "type": np.where(canceled, str(EventType.RETURN), str(EventType.PURCHASE)),
            "occurred_at": sales["occurred_at"],
            "quantity": sales["quantity"].abs(),
            # An unreadable price must stay visible to the checks.
            "unit_price": sales["unit_price"].where(~unread, -1.0),
            "order_id": sales["order_id"],
        }
    )


def _make_products(sales: pd.DataFrame) -> pd.DataFrame:
    """One row per stock code that was ever sold at a price."""
    priced = sales[(sales["unit_price"] >= 0.01) & sales["product_id"].notna()].sort_values(
        "occurred_at", kind="stable"
    )
    recent = priced.groupby("product_id", sort=True).tail(_RECENT_SALES)
    prices = recent.groupby("product_id", sort=True)["unit_price"].median()
    titles = _best_descriptions(priced).reindex(prices.index).fillna("").map(tidy_title)
    titles = titles.where(titles != "")
    return pd.DataFrame(
        {
            "product_id": prices.index,
            "title": titles.to_numpy(),
            # Half a penny up, as shops round; the small amount undoes binary fractions.
            "price": np.floor(prices.to_numpy() * 100 + 0.5 + 1e-9) / 100,
            "category": titles.map(categorize, na_action="ignore").to_numpy(),
        }
    ).reset_index(drop=True)


def _best_descriptions(priced: pd.DataFrame) -> pd.Series[Any]:
    """The most frequent description of each product, not a note where it has any other."""
    counts = (
        priced.dropna(subset=["description"])
        .groupby(["product_id", "description"], sort=True)
        .size()
        .rename("lines")
        .reset_index()
    )
    counts["is_note"] = counts["description"].map(
        lambda text: bool(_NOTE.search(text)) and text != text.upper()
    )
    ordered = counts.sort_values(["is_note", "lines"], ascending=[True, False], kind="stable")
    best: pd.Series[Any] = ordered.drop_duplicates("product_id").set_index("product_id")["description"]
    return best


def _make_customers(sales: pd.DataFrame, demo_contacts: bool) -> pd.DataFrame:
    known = sales.dropna(subset=["customer_id"]).sort_values("occurred_at", kind="stable")
    by_customer = known.groupby("customer_id", sort=True)
    customers = by_customer.agg(
        country=("country", "last"), created_at=("occurred_at", "first")
    ).reset_index()
    customers["locale"] = LOCALE
    if demo_contacts:
        ids = customers["customer_id"]
        first, last = pick_names(row_lanes([ids], "demo contact")[0])
        customers["first_name"], customers["last_name"] = first, last
        customers["email"] = make_addresses(first, last, ids.to_numpy(dtype=object))
    return customers


def _make_consents(customers: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "customer_id": customers["customer_id"],
            "status": str(ConsentStatus.GRANTED),
            "recorded_at": customers["created_at"],
            "source": "demo",
        }
    )


def _notes(products: pd.DataFrame, demo_contacts: bool) -> tuple[str, ...]:
    other = float((products["category"] == OTHER).mean()) if len(products) else 0.0
    contacts = (
        "Names, addresses (at example.test) and consents are made up for demonstration."
        if demo_contacts
        else "The file has no addresses and no consents: nobody can be written to."
    )
    share = f"Categories are derived from titles; {other:.1%} of the products fit none and are {OTHER!r}."
    return (contacts, share)
