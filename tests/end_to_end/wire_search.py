"""Looking for customers in what was sent to a model, told from what the catalog alone would say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import select

from bespoke.domain import Angle, Copy, DraftKind, FactSheet, Fit, Segment
from copywriter.prompts import make_prompt
from flows.wiring import Workspace
from store import tables
from tests.builders import NOW, a_cohort, an_offer

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_BETWEEN_FACTS = re.compile(r'(?<!{){(?!{)|(?<!})}(?!})|, (?="[^"]*": )')
_WORD = re.compile(r"[^\W_]+")
_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_MOMENT = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d)")
_DIGEST = re.compile(r"\b[0-9a-f]{32}\b")
_LONG_NUMBER = re.compile(r"\d{10,}")


def read_lines(wire: Iterable[bytes]) -> set[str]:
    """Every line of every captured request: its headers, and all of its body with JSON's escapes undone."""
    lines: set[str] = set()
    for raw in wire:
        head, body = _END_OF_HEAD.split(raw, maxsplit=1)
        lines.update(head.decode("latin-1").splitlines())
        for text in _texts(json.loads(body)) if body else ():
            lines |= _split(text)
    return lines


def _split(text: str) -> set[str]:
    """The lines of a text, those that hold several facts with their names taken apart."""
    return {part.strip(" ,") for line in text.splitlines() for part in _BETWEEN_FACTS.split(line)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    else:
        yield str(value)


def lines_without_customers(ws: Workspace, refused: Copy) -> set[str]:
    """Every line that prompts would have if the shop had products and a brand, and nobody had ever come.

    `refused` is what the model says where the guards send it back.
    """
    sheets = list(_sheets_without_customers(ws))
    prompts = [make_prompt(sheet, ws.settings.limits) for sheet in sheets]
    with_products = next(sheet for sheet in sheets if sheet.kind is DraftKind.FRAME)
    findings = ws.check(refused, with_products)
    prompts.append(make_prompt(with_products, ws.settings.limits, findings, refused))
    texts = [message["content"] for prompt in prompts for message in prompt.messages]
    return set().union(*map(_split, texts))


def _sheets_without_customers(ws: Workspace) -> Iterator[FactSheet]:
    brand = ws.settings.brand.rules
    products = list(ws.store.catalog.products().values())
    for product in products:
        pair = (product, product)  # one followed by another, and one that is the last
        yield FactSheet(DraftKind.BLURB, "en-GB", NOW.date(), brand, (product,))
        yield FactSheet(DraftKind.FRAME, "en-GB", NOW.date(), brand, pair, offer=an_offer())
        yield FactSheet(DraftKind.FRAME, "en-GB", NOW.date(), brand, pair, fits=(Fit.BOUGHT, Fit.VIEWED))
    for category in sorted({str(product.category) for product in products}):
        for segment, angle in [(one, Angle.BENEFIT) for one in Segment]:
            cohort = a_cohort(segment=segment, category=category)
            yield FactSheet(
                DraftKind.FRAME, "en-GB", NOW.date(), brand, (), cohort=cohort, angle=angle, offer=an_offer()
            )


def find_people(
    ws: Workspace, wire: Sequence[bytes], explained: set[str], days: set[str]
) -> dict[str, set[str]]:
    """What leads to a customer, by kind; `days` are the dates that may be told.

    Names are words too (Rose, Green, Price), so the lines that are `explained` without
    customers are not searched for them. Everything else is searched for in every line.
    """
    lines = read_lines(wire)
    everything = _DIGEST.sub("", "\n".join(lines).casefold())  # anything stands in some digest by chance
    unexplained = "\n".join(lines - explained)
    words = {word.casefold() for word in _WORD.findall(unexplained)}
    found = {
        kind: {one for one in secrets if one.casefold() in everything}
        for kind, secrets in _list_secrets(ws).items()
    }
    found["name"] = {one for one in _list_names(ws) if {word.casefold() for word in one.split()} <= words}
    moments = _list_moments(ws)
    found["moment"] = {" ".join(one) for one in _MOMENT.findall(everything)} & moments
    found["moment in digits"] = {one for one in _LONG_NUMBER.findall(everything) if _is_epoch(one, ws)}
    found["day"] = set(_DAY.findall(everything)) - days
    return {kind: secrets for kind, secrets in found.items() if secrets}


def _column(ws: Workspace, column: Any) -> set[Any]:
    with ws.store.engine.connect() as connection:
        return set(connection.execute(select(column).where(column.is_not(None)).distinct()).scalars())


def _list_names(ws: Workspace) -> set[str]:
    customers = tables.customers.c
    return _column(ws, customers.first_name) | _column(ws, customers.last_name)


def _list_secrets(ws: Workspace) -> dict[str, set[str]]:
    """Nothing else is kept of customers: the tables have no column for a phone or a postal address."""
    emails = _column(ws, tables.customers.c.email)
    return {
        "email": emails,
        "part of an email": {part for email in emails for part in email.split("@")},
        "customer id": _column(ws, tables.customers.c.customer_id),
        "order id": _column(ws, tables.events.c.order_id),
        "message id": _column(ws, tables.messages.c.message_id),
        "pseudonym": {
            cohort for cohort in _column(ws, tables.cohorts.c.cohort_id) if cohort.startswith("customer-")
        },
    }


def _list_moments(ws: Workspace) -> set[str]:
    return {f"{moment:%Y-%m-%d %H:%M}" for moment in _column(ws, tables.events.c.occurred_at)}


def _is_epoch(digits: str, ws: Workspace) -> bool:
    seconds = {str(int(moment.timestamp())) for moment in _column(ws, tables.events.c.occurred_at)}
    return digits[:10] in seconds
