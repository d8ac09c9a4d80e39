"""Who gets copy of their own: the most valuable customers, as far as the brief's budget reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from bespoke.brief import Brief
from bespoke.domain import (
    Cohort,
    CustomerId,
    FactSheet,
    Personalization,
    Product,
    ProductId,
    RecommendedProduct,
)
from copywriter.cohorts import CohortPlan
from copywriter.estimating import estimate
from copywriter.fact_sheets import MOST_PRODUCTS, find_fit, make_frame_sheet
from copywriter.own_cohorts import Alike, OwnPlan, find_alike, form_own_cohorts
from flows.stages.blurbs import list_blurbs
from flows.wiring import Workspace
from store.campaigns import Campaign

Lists = Mapping[CustomerId, tuple[RecommendedProduct, ...]]

_SAMPLED_SHEETS = 20  # to know what one call costs
_TYPICAL_NAME_CHARS = 12  # in a sheet that is only priced


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """Whose copy is written for them alone, and what to say about the others."""

    plan: OwnPlan = field(default_factory=OwnPlan)
    remarks: tuple[str, ...] = ()


def plan_own_copy(
    ws: Workspace, campaign: Campaign, members: pd.DataFrame, crowds: CohortPlan, lists: Lists
) -> OwnCopy:
    """Own cohorts for as many customers as the budget reaches, the most valuable first.

    What customers share, cohorts' copy and product sentences, comes before anybody's own.
    """
    if campaign.brief.personalization is not Personalization.CUSTOMER or members.empty:
        return OwnCopy()
    if why := _why_nobody(ws, campaign.brief):
        return OwnCopy(remarks=(f"{why}, so every customer gets their cohort's copy",))
    alike = find_alike(members, {customer: _told(lists[customer]) for customer in members["customer_id"]})
    blurbs = _count_missing_blurbs(ws, campaign, [lists[one] for one in members["customer_id"]])
    frames = members.assign(cohort=crowds.cohort_of.to_numpy())[["cohort", "variant"]]
    cost = _cost_of_one(ws, campaign, alike, crowds, lists)
    reach = _reach(campaign.brief, len(alike), blurbs, len(frames.drop_duplicates()), cost)
    plan = form_own_cohorts(alike[:reach], crowds)
    return OwnCopy(plan, (_tell(len(plan.cohort_of), len(members), len(alike) + blurbs, cost),))


def make_own_sheet(
    ws: Workspace,
    campaign: Campaign,
    cohort: Cohort,
    variant: str,
    shown: Sequence[RecommendedProduct],
    catalog: Mapping[ProductId, Product],
    longest_first_name: int,
) -> FactSheet:
    """What one customer's copy rests on: their cohort's traits, their products, and why each was chosen.

    `longest_first_name` is that of a crowd, since the length of one name says something of a person.
    """
    brief, brand = campaign.brief, ws.settings.brand
    known = [one for one in shown if one.product_id in catalog]
    return make_frame_sheet(
        cohort=cohort,
        angle=brief.angle_of(variant)[0],
        brand=brand.rules,
        disclaimers=brand.disclaimers,
        offer=brief.offer.as_offer(brand.currency),
        products=[catalog[one.product_id] for one in known],
        fits=[find_fit(one.reason) for one in known],
        theme=brief.theme,
        send_date=campaign.as_of.date(),
        longest_first_name=longest_first_name,
        products_per_email=len(known),
        longest_first_title=len(catalog[known[0].product_id].title) if known else 0,
    )


def _why_nobody(ws: Workspace, brief: Brief) -> str:
    if not ws.settings.writer.is_configured:
        return "no language model is configured"
    if not brief.budget.max_usd or not brief.budget.max_calls:
        return "the budget keeps the language model out of it"
    return ""


def _told(items: Sequence[RecommendedProduct]) -> tuple[object, ...]:
    """What of a list a writer is told."""
    return (len(items), *((one.product_id, find_fit(one.reason)) for one in items[:MOST_PRODUCTS]))


def _count_missing_blurbs(
    ws: Workspace, campaign: Campaign, lists: Sequence[Sequence[RecommendedProduct]]
) -> int:
    if not ws.settings.writer.blurbs:
        return 0
    shown = Counter(item.product_id for items in lists for item in items)
    wanted = list_blurbs(ws, campaign, shown, ws.store.catalog.products())
    return len(wanted.keys() - ws.store.drafts.existing(wanted))


def _cost_of_one(
    ws: Workspace, campaign: Campaign, alike: Sequence[Alike], crowds: CohortPlan, lists: Lists
) -> Decimal | None:
    """What a call for one customer costs on average; None where the model's price is not known."""
    sampled = alike[:: -(-len(alike) // _SAMPLED_SHEETS)]
    catalog = ws.store.catalog.products()
    sheets = [
        make_own_sheet(
            ws,
            campaign,
            cohort,
            group.variant,
            lists[CustomerId(group.customers[0])],
            catalog,
            _TYPICAL_NAME_CHARS,
        )
        for group, cohort in zip(sampled, form_own_cohorts(sampled, crowds).cohorts, strict=True)
    ]
    model = ws.settings.writer.model
    total = estimate(
        sheets, ws.settings.writer, ws.settings.limits, lambda kind: ws.store.llm_costs.usual(model, kind)
    ).cost_usd
    return None if total is None else total / len(sheets)


def _reach(brief: Brief, wanted: int, blurbs: int, frames: int, cost: Decimal | None) -> int:
    """For how many groups of customers alike the budget has a call; the cohorts' copy is needed unless
    that is all of them."""
    calls = brief.budget.max_calls
    if cost:
        calls = min(calls, int(brief.budget.max_usd / cost))
    return wanted if wanted + blurbs <= calls else max(0, calls - blurbs - frames)


def _tell(reached: int, customers: int, calls: int, cost: Decimal | None) -> str:
    if reached == customers:
        return f"copy of their own is to be written for each of {customers:,} customers"
    price = "" if cost is None else f" and about ${calls * cost:.2f}"
    return (
        f"the budget reaches to write for {reached:,} of {customers:,} customers one by one, the most "
        f"valuable first; the others get their cohort's copy. To write for each, allow {calls:,} "
        f"calls{price}, and more for what the guards send back"
    )
