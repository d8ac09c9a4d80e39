"""The canonical columns of a shop's tables as pandera schemas, which check and document at once.

A row whose required value cannot be used is set aside. An optional value that cannot
be used is dropped and its row kept. Both are counted, and the row is kept as it came.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pandera.pandas as pa

from audience.shop_tables import TABLE_NAMES
from bespoke.domain import ConsentStatus, EventType

LONGEST_ID = 200
LARGEST_AMOUNT = 1e9
LARGEST_COUNT = 2_000_000_000

# The local part in ASCII, as every transport takes it; no quoting, no comments.
EMAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\.\d]{2,}"
_LOCALE = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"
_WEB = r"https?://[^\s<>\"]+"

Test = Callable[["pd.Series[Any]"], "pd.Series[Any]"]


def _is_email(text: pd.Series[Any]) -> pd.Series[Any]:
    well_formed = text.str.fullmatch(EMAIL) & ~text.str.contains("..", regex=False)
    dotted = (
        text.str.startswith(".") | text.str.contains(".@", regex=False) | text.str.contains("@.", regex=False)
    )
    return well_formed & ~dotted & (text.str.len() <= 254)


def _matches(pattern: str, longest: int) -> Test:
    return lambda text: text.str.fullmatch(pattern) & (text.str.len() <= longest)


def _fits(longest: int) -> Test:
    return lambda text: text.str.len() <= longest


def _between(least: float, most: float) -> Test:
    return lambda numbers: (numbers >= least) & (numbers <= most)


def _whole(least: float) -> Test:
    return lambda numbers: (numbers >= least) & (numbers <= LARGEST_COUNT) & (numbers % 1 == 0)


def _one_of(*words: str) -> Test:
    return lambda text: text.isin(list(words))


def _column(
    kind: str, meaning: str, problem: str = "", test: Test | None = None, *, needed: bool = False
) -> pa.Column:
    """A column of one kind; `needed` means its header must be there and a row is lost without it."""
    checks = [pa.Check(test, error=problem)] if test else []
    return pa.Column(
        checks=checks,
        nullable=not needed,
        required=needed,
        description=meaning,
        metadata={"kind": kind, "problem": problem},
    )


def _row_value(kind: str, meaning: str, problem: str, test: Test | None = None) -> pa.Column:
    """A column that may be missing or blank; a row with an unusable value in it is set aside."""
    column = _column(kind, meaning, problem, test)
    column.metadata = {**(column.metadata or {}), "sets_aside": True}
    return column


def _id(meaning: str, name: str) -> pa.Column:
    return _column(
        "text", meaning, f"{name} is longer than {LONGEST_ID} characters", _fits(LONGEST_ID), needed=True
    )


def _moment(meaning: str, name: str, *, needed: bool) -> pa.Column:
    return _column(
        "moment", meaning, f"{name} is not a date and time like 2026-03-31T14:05:00Z", needed=needed
    )


_MONEY = _between(0, LARGEST_AMOUNT)

PRODUCTS = pa.DataFrameSchema(
    {
        "product_id": _id("The shop's own id of the product.", "product_id"),
        "title": _column("text", "The name customers see.", needed=True),
        "price": _column(
            "number", "What it costs now.", "price is negative or not a number", _MONEY, needed=True
        ),
        "description": _column("text", "A few factual sentences; the copy may use them."),
        "category": _column(
            "text",
            "The shop's own category; one per product.",
            "category is longer than 200 characters",
            _fits(200),
        ),
        "list_price": _column(
            "number",
            "The price before a reduction, where there is one.",
            "list_price is negative or not a number",
            _MONEY,
        ),
        "cost": _column(
            "number",
            "What one piece costs the shop, for pushing products that earn more; never shown to anyone.",
            "cost is negative or not a number",
            _MONEY,
        ),
        "currency": _row_value(
            "text", "ISO 4217, if at all the shop's own currency.", "currency is not the shop's own"
        ),
        "stock": _column(
            "number", "Pieces in stock; blank where not known.", "stock is not a whole number", _whole(0)
        ),
        "rating": _column("number", "Out of five.", "rating is not between 0 and 5", _between(0, 5)),
        "url": _column("text", "The product's page.", "url is not a web address", _matches(_WEB, 2000)),
        "image_url": _column(
            "text", "A picture of it.", "image_url is not a web address", _matches(_WEB, 2000)
        ),
        "attributes": _column(
            "map",
            'Further facts as a JSON object of texts, e.g. {"material": "oak"}. '
            "Columns named attribute_<name> serve too.",
            "attributes are not a JSON object",
        ),
        "active": _column(
            "flag",
            "Whether it may be recommended: true or false; blank means true.",
            "active is not true or false",
        ),
    }
)

CUSTOMERS = pa.DataFrameSchema(
    {
        "customer_id": _id("The shop's own id of the customer.", "customer_id"),
        "email": _column(
            "text",
            "Where email goes; a customer without one is kept and gets none.",
            "email is malformed",
            _is_email,
        ),
        "first_name": _column(
            "text", "For the greeting.", "first_name is longer than 200 characters", _fits(200)
        ),
        "last_name": _column("text", "Family name.", "last_name is longer than 200 characters", _fits(200)),
        "locale": _column(
            "text",
            "BCP 47, e.g. en-GB; blank means the shop's default.",
            "locale is not a language tag like en-GB",
            _matches(_LOCALE, 35),
        ),
        "country": _column(
            "text", "As the shop spells it.", "country is longer than 100 characters", _fits(100)
        ),
        "created_at": _moment("When the customer was first known.", "created_at", needed=False),
    }
)

EVENTS = pa.DataFrameSchema(
    {
        "customer_id": _row_value(
            "text",
            "Who did it; blank for guests, who count for popularity only.",
            f"customer_id is longer than {LONGEST_ID} characters",
            _fits(LONGEST_ID),
        ),
        "product_id": _id("The product, which must be in the products table.", "product_id"),
        "type": _column(
            "text",
            "view, cart, purchase or return.",
            "type is not view, cart, purchase or return",
            _one_of(*EventType),
            needed=True,
        ),
        "occurred_at": _moment(
            "When, in ISO 8601; without a zone it is taken as UTC.", "occurred_at", needed=True
        ),
        "quantity": _row_value(
            "number",
            "Pieces, 1 or more, also for returns. Without the column, 1 each; "
            "blank means 1 for views and carts only.",
            "quantity is not a whole number of 1 or more",
            _whole(1),
        ),
        "unit_price": _row_value(
            "number",
            "What one piece cost; blank where not known, and then it adds nothing to the customer's spend.",
            "unit_price is negative or not a number",
            _MONEY,
        ),
        "order_id": _row_value(
            "text",
            "Lines of one order share it.",
            f"order_id is longer than {LONGEST_ID} characters",
            _fits(LONGEST_ID),
        ),
        "event_id": _column(
            "text",
            "The shop's own id of the line, where it has one. Without it, lines that are equal "
            "in everything count once.",
        ),
    }
)

CONSENTS = pa.DataFrameSchema(
    {
        "customer_id": _id("Who gave or withdrew consent.", "customer_id"),
        "status": _column(
            "text",
            "granted or withdrawn; the latest counts.",
            "status is not granted or withdrawn",
            _one_of(*ConsentStatus),
            needed=True,
        ),
        "recorded_at": _moment("When, in ISO 8601.", "recorded_at", needed=True),
        "source": _column("text", 'Where it was recorded, e.g. "checkout"; blank means "import".'),
    }
)

SCHEMAS: dict[str, pa.DataFrameSchema] = {
    "products": PRODUCTS,
    "customers": CUSTOMERS,
    "events": EVENTS,
    "consents": CONSENTS,
}


def column_kind(column: pa.Column) -> str:
    """How a column is parsed: text, number, moment, flag or map."""
    return str((column.metadata or {})["kind"])


def column_problem(column: pa.Column) -> str:
    """What is wrong with a value the column cannot use, in words."""
    problem = str((column.metadata or {})["problem"])
    return problem or f"{column.name} cannot be read"


def sets_row_aside(column: pa.Column) -> bool:
    """Whether an unusable value costs the row rather than only the value."""
    return not column.nullable or bool((column.metadata or {}).get("sets_aside"))


def describe_columns() -> str:
    """Every table and column as Markdown, for the documentation."""
    parts = []
    for table in TABLE_NAMES:
        lines = [f"### {table}", "", "| column | needed | meaning |", "|---|---|---|"]
        for name, column in SCHEMAS[table].columns.items():
            lines.append(f"| `{name}` | {'yes' if column.required else 'no'} | {column.description} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
