"""Pictures of the sample shop's products, drawn flat in the color of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from audience import garden_drawings, paper_drawings, storage_drawings, table_drawings, textile_drawings
from audience.sample_catalog import list_items
from audience.sketching import PALETTE, Color, Sketch, Tones, mix
from bespoke.domain import Product, ProductId
from bespoke.errors import DeliveryFailed

_DRAWINGS = {
    **table_drawings.DRAWINGS,
    **textile_drawings.DRAWINGS,
    **garden_drawings.DRAWINGS,
    **paper_drawings.DRAWINGS,
    **storage_drawings.DRAWINGS,
}
_FALLBACK_COLOR = "sage"


def draw_pictures(products: pd.DataFrame | Mapping[ProductId, Product], folder: Path) -> list[Path]:
    """Draw `<product_id>.png`, 600 × 600, for each product into `folder`; return the files.

    A product that the sample shop does not sell gets a box. Raises DeliveryFailed
    where the folder cannot be written.
    """
    folder = Path(folder)
    files = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for product_id, title, color in _wanted(products):
            file = folder / f"{product_id}.png"
            draw_product(title, color).save(file, compress_level=6)
            files.append(file)
    except OSError as error:
        raise DeliveryFailed(f"cannot write pictures to {folder}: {error.strerror or error}") from None
    return files


def draw_product(title: str, color: str) -> Any:
    """One product's tile, in a color of the palette."""
    sketch = Sketch(Tones.of(_as_color(color)))
    _DRAWINGS[_picture_of(title)](sketch)
    return sketch.picture()


def _wanted(products: pd.DataFrame | Mapping[ProductId, Product]) -> Iterable[tuple[str, str, str]]:
    if not isinstance(products, pd.DataFrame):
        for product in products.values():
            yield product.product_id, product.title, product.attributes.get("color", _FALLBACK_COLOR)
        return
    for product_id, title, attributes in products[["product_id", "title", "attributes"]].itertuples(
        index=False
    ):
        facts = json.loads(attributes) if isinstance(attributes, str) else dict(attributes or {})
        yield product_id, title, facts.get("color", _FALLBACK_COLOR)


def _as_color(name: str) -> Color:
    color = PALETTE.get(name, PALETTE[_FALLBACK_COLOR])
    # The palest would vanish against their own backdrop.
    return mix(color, (150, 120, 90), 0.12) if min(color) > 190 else color


def _picture_of(title: str) -> str:
    fitting = [item for item in list_items() if title.endswith(item.noun)]
    return max(fitting, key=lambda item: len(item.noun)).picture if fitting else "box"
