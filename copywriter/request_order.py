"""The order of requests in which endpoints find most of each already in their prefix cache."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bespoke.domain import DraftKind, FactSheet


def order_requests(sheets: Sequence[FactSheet], concurrency: int) -> list[int]:
    """The sheets' places in the order to ask for them, as many at once as `concurrency`.

    Frames with the same facts, the variants of one cohort, come close together, but
    not so close that they are under way at once: an endpoint knows a prefix only when
    it has read it. A local server's cache is small, so they do not come far apart either.
    Beyond this the order given stands, since what matters most may come first in it.
    """
    families: dict[object, list[int]] = defaultdict(list)
    for place, sheet in enumerate(sheets):
        families[_shared_facts(sheet, place)].append(place)
    ordered = list(families.values())
    order: list[int] = []
    for start in range(0, len(ordered), max(1, concurrency)):
        chunk = ordered[start : start + max(1, concurrency)]
        for turn in range(max(map(len, chunk))):
            order += [places[turn] for places in chunk if turn < len(places)]
    return order


def _shared_facts(sheet: FactSheet, place: int) -> object:
    """What two sheets have in common where their prompts are the same up to the angle."""
    if sheet.kind is not DraftKind.FRAME:
        return place
    products = tuple(product.product_id for product in sheet.products)
    return sheet.locale, sheet.cohort and sheet.cohort.has_offer, sheet.theme, products
