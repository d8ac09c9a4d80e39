"""The product sentences that a campaign needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bespoke.domain import DraftId, FactSheet, Product, ProductId
from copywriter.fact_sheets import blurb_draft_id, has_something_to_say, make_blurb_sheet
from flows.wiring import Workspace
from store.campaigns import Campaign


def list_blurbs(
    ws: Workspace, campaign: Campaign, shown: Counter[ProductId], catalog: Mapping[ProductId, Product]
) -> dict[DraftId, FactSheet]:
    """A sheet for each product shown that something can be said about, most shown first, written or not."""
    settings = ws.settings.writer
    writer = settings.model if settings.is_configured and settings.blurbs else "phrasebook"
    sheets = {}
    for product_id, _ in sorted(shown.items(), key=lambda item: (-item[1], item[0])):
        if product_id not in catalog:
            continue
        sheet = make_blurb_sheet(
            catalog[product_id],
            brand=ws.settings.brand.rules,
            locale=ws.settings.brand.default_locale,
            send_date=campaign.as_of.date(),
        )
        if has_something_to_say(sheet):
            sheets[blurb_draft_id(sheet, writer)] = sheet
    return sheets
