"""The pages' templates and assets, compiled once, everything escaped."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from bespoke.domain import DraftKind
from delivery.fact_listing import spell

ASSETS = {"review.css": "text/css", "review.js": "text/javascript"}


def render(template: str, **values: object) -> str:
    """A page's HTML."""
    return _environment().get_template(template).render(values)


@cache
def read_asset(name: str) -> bytes:
    """The contents of one of `ASSETS`."""
    return files("review").joinpath(name).read_bytes()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("review", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"spell": spell, "day": _day, "moment": _moment, "encoded": json.dumps}
    environment.globals |= {"asset": _asset_address, "address": address, "blurb": DraftKind.BLURB}
    return environment


def address(path: str, **query: str) -> str:
    """A page's address; what is empty is left out of the query."""
    chosen = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(chosen)}" if chosen else path


def _asset_address(name: str) -> str:
    return f"/assets/{name}?v={hashlib.sha256(read_asset(name)).hexdigest()[:12]}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _moment(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y, %H:%M} UTC"
