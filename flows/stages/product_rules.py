"""The brief's product rules with what the store knows now, for planning and again for sending."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from bespoke.domain import Boost
from flows.wiring import Workspace
from recommender.rules import ProductRules
from store.campaigns import Campaign

_EVENT_COLUMNS = ("customer_id", "product_id", "type", "occurred_at", "quantity")


def rules_for_planning(ws: Workspace, campaign: Campaign, events: pd.DataFrame) -> ProductRules:
    """The rules over every event up to now."""
    return _rules(ws, campaign, events, planned_at=None)


def rules_for_sending(ws: Workspace, campaign: Campaign) -> ProductRules:
    """The same rules looked up anew, with what was bought since the campaign was planned."""
    events = ws.store.events.frame(_EVENT_COLUMNS, with_guests=False)
    return _rules(ws, campaign, events, planned_at=campaign.as_of)


def _rules(
    ws: Workspace, campaign: Campaign, events: pd.DataFrame, planned_at: datetime | None
) -> ProductRules:
    brief = campaign.brief.products
    emails = brief.not_shown_in_last
    return ProductRules.from_brief(
        brief,
        ws.store.catalog.products(),
        events,
        shown=ws.store.showings.last(emails, apart_from=campaign.campaign_id) if emails else None,
        costs=ws.store.catalog.costs() if brief.boost is Boost.MARGIN else None,
        planned_at=planned_at,
    )
