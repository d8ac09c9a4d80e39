"""The catalog of the sample shop Juniper & Loom, a homeware shop in Bristol."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import pandas as pd

from bespoke.encoding import encode

SITE = "https://juniperandloom.example"
_COST_SHARES = (0.35, 0.55, 0.45, 0.6, 0.4)  # of the usual price


@dataclass(frozen=True, slots=True)
class Item:
    """One design in several finishes; each finish is a product."""

    category: str
    picture: str  # what `audience.sample_pictures` draws
    noun: str
    price: float
    material: str
    size: str
    care: str
    sentence: str
    finishes: Mapping[str, str]  # name -> color
    consumable: bool  # bought again and again


@dataclass(frozen=True, slots=True)
class Finish:
    """One product of the catalog, with what only the generator needs to know."""

    item: Item
    name: str
    color: str


@cache
def list_items() -> tuple[Item, ...]:
    """Every design, in the order of the catalog."""
    text = resources.files("audience").joinpath("sample_catalog.toml").read_text(encoding="utf-8")
    return tuple(Item(**values) for values in tomllib.loads(text)["item"])


def list_finishes() -> list[Finish]:
    """Every product in the order of its id."""
    return [Finish(item, name, color) for item in list_items() for name, color in item.finishes.items()]


def make_products(rng: np.random.Generator) -> pd.DataFrame:
    """The products table: about 250 rows, some reduced, some out of stock, some not yet rated."""
    finishes = list_finishes()
    return pd.DataFrame([_product(number, finish, rng) for number, finish in enumerate(finishes, start=1)])


def _product(number: int, finish: Finish, rng: np.random.Generator) -> dict[str, Any]:
    item = finish.item
    product_id, title = f"JL-{number:04d}", f"{finish.name} {item.noun}"
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    usual = _pretty_price(item.price * rng.choice([1.0, 1.0, 1.0, 1.1]))
    is_reduced = rng.random() < 0.12
    return {
        "product_id": product_id,
        "title": title,
        "description": f"{item.sentence}. {item.material[0].upper()}{item.material[1:]}; {item.size}.",
        "category": item.category,
        "price": _pretty_price(usual * 0.8) if is_reduced else usual,
        "list_price": usual if is_reduced else None,
        "cost": round(usual * _COST_SHARES[number % len(_COST_SHARES)], 2),
        "stock": 0 if rng.random() < 0.06 else int(rng.integers(3, 180)),
        "rating": None if rng.random() < 0.1 else round(float(np.clip(rng.normal(4.4, 0.3), 3.1, 5.0)), 1),
        "url": f"{SITE}/products/{slug}",
        "image_url": f"{SITE}/images/{product_id}.png",
        "attributes": encode(
            {"material": item.material, "size": item.size, "care": item.care, "color": finish.color},
            dict[str, str],
        ),
    }


def _pretty_price(amount: float) -> float:
    return round(amount * 2) / 2
