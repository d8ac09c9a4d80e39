"""From a brief to a plan: who gets which variant, in which cohort, with which products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pandas as pd

from audience.eligibility import Eligibility, find_eligible
from audience.features import customer_features
from audience.segments import assign_segments
from bespoke.brief import Brief
from bespoke.domain import (
    HOLDOUT,
    Assignment,
    CampaignId,
    CohortId,
    CustomerId,
    Exclusion,
    PlannedMessage,
    RecommendedProduct,
)
from bespoke.errors import BriefRefused
from copywriter.cohorts import CohortPlan, form_cohorts
from copywriter.fact_sheets import frame_draft_id
from eval.experiments import assign_variants
from flows.progress import Progress, keep_quiet
from flows.stages.personalizing import OwnCopy, plan_own_copy
from flows.stages.product_rules import rules_for_planning
from flows.stages.recommending import countries_by_customer, model_in_service
from flows.wiring import Workspace, require_writable_outbox
from recommender.recommending import recommend
from recommender.rules import ProductRules
from recommender.training import FittedModel
from store.campaigns import Campaign, CampaignPlan
from store.messages import message_id

Recommended = dict[CustomerId, tuple[RecommendedProduct, ...]]


def open_campaign(
    ws: Workspace, brief: Brief, campaign_id: CampaignId | None = None, now: datetime | None = None
) -> Campaign:
    """Start the brief's campaign, or take it up where it was left.

    Raises BriefRefused when its offer has ended or it shows more products than the
    limits allow, and CampaignConflict when the id stands for another brief.
    """
    now = now or ws.clock()
    limit = ws.settings.limits.products
    if brief.products.per_email > limit:
        raise BriefRefused(
            f"{brief.name!r} asks for {brief.products.per_email} products in an email; "
            f"the limit is {limit}: ask for fewer or raise limits.products"
        )
    if brief.products.per_email >= ws.settings.limits.dynamic_blocks:
        raise BriefRefused(
            f"{brief.name!r} asks for {brief.products.per_email} products in an email, which leaves no slot "
            f"of the {ws.settings.limits.dynamic_blocks} dynamic blocks: ask for fewer or raise "
            "limits.dynamic_blocks"
        )
    chosen = campaign_id or brief.campaign_id
    require_writable_outbox(ws.settings)
    ws.make_outbox(chosen)  # refuses an id that no folder can have, before anything is paid for
    campaign = ws.store.campaigns.open(chosen, brief, now)
    if campaign.plan is None:
        brief.refuse_if_ended(now.date())
    return campaign


def plan_campaign(ws: Workspace, campaign: Campaign, progress: Progress = keep_quiet) -> CampaignPlan:
    """Decide who gets what, once; a campaign that has its plan keeps it.

    Raises BriefRefused when nobody is left to write to, and IllegalTransition while
    another process has the campaign.
    """
    if campaign.plan is not None:
        return campaign.plan
    with ws.store.campaigns.lock(campaign.campaign_id):
        return _plan(ws, campaign, progress)


def _plan(ws: Workspace, campaign: Campaign, progress: Progress) -> CampaignPlan:
    progress(0, 4, "planning")
    events = ws.store.events.frame(with_guests=False)
    eligible = find_audience(ws, campaign, events)
    progress(1, 4, "planning")
    rules = rules_for_planning(ws, campaign, events)
    version, model = model_in_service(ws)
    recommended = _recommend(ws, campaign, rules, eligible, events, model)
    progress(2, 4, "planning")
    audience = eligible.customers
    audience = audience[audience["customer_id"].isin(recommended)]
    arms = _assign(campaign, audience)
    members = arms.loc[arms["variant"] != HOLDOUT]
    limits = ws.settings.cohorts
    crowds = form_cohorts(members, limits.min_size, limits.max_count)
    own = plan_own_copy(ws, campaign, members, crowds, recommended)
    progress(3, 4, "planning")
    plan = replace(
        _count(eligible, len(audience), arms, crowds, own), remarks=(*_remarks(rules, model), *own.remarks)
    )
    _refuse_if_nobody(campaign.brief, plan)
    ws.store.campaigns.save_plan(
        campaign.campaign_id,
        brief=campaign.brief,
        model_version=version,
        cohorts=(*crowds.cohorts, *own.plan.cohorts),
        assignments=_assignments(arms, crowds),
        messages=_messages(campaign.campaign_id, arms, crowds, own, recommended),
        plan=plan,
    )
    progress(4, 4, "planning")
    return plan


def find_audience(ws: Workspace, campaign: Campaign, events: pd.DataFrame) -> Eligibility:
    """Who may be written to, and why the others may not."""
    features = customer_features(events, campaign.as_of, ws.store.catalog.products())
    return find_eligible(
        ws.store,
        campaign.brief,
        ws.settings.audience,
        features,
        assign_segments(features),
        campaign.as_of,
    )


def _recommend(
    ws: Workspace,
    campaign: Campaign,
    rules: ProductRules,
    eligible: Eligibility,
    events: pd.DataFrame,
    model: FittedModel,
) -> Recommended:
    customers = [CustomerId(one) for one in eligible.customers["customer_id"]]
    countries = countries_by_customer(ws)
    histories = model.histories(events, campaign.as_of, countries).of(customers, countries)
    found = recommend(model, histories, rules, campaign_id=campaign.campaign_id)
    return {customer: items for customer, items in found if items}


def _remarks(rules: ProductRules, model: FittedModel) -> tuple[str, ...]:
    if model.is_personal or not rules.brief.exploration:
        return rules.remarks()
    unused = "room for new products stays unused while the model in service is popularity alone"
    return (*rules.remarks(), unused)


def _assign(campaign: Campaign, audience: pd.DataFrame) -> pd.DataFrame:
    brief = campaign.brief
    drawn = assign_variants(
        campaign.campaign_id,
        list(audience["customer_id"]),
        {variant.name: variant.weight for variant in brief.variants},
        brief.holdout,
    )
    return audience.assign(
        variant=drawn["variant"].to_numpy(),
        probability=drawn["probability"].to_numpy(),
        has_offer=_gets_offer(brief, audience),
    )


def _gets_offer(brief: Brief, audience: pd.DataFrame) -> pd.Series[bool]:
    offer = brief.offer
    if offer.kind == "none" or not offer.segments:
        return pd.Series(offer.kind != "none", index=audience.index)
    return audience["segment"].isin(offer.segments)


def _count(
    eligible: Eligibility, with_products: int, arms: pd.DataFrame, crowds: CohortPlan, own: OwnCopy
) -> CampaignPlan:
    by_arm = Counter(arms["variant"])
    excluded = Counter({str(reason): count for reason, count in eligible.excluded.items()})
    excluded[Exclusion.NO_PRODUCTS] = len(eligible.customers) - with_products
    excluded[Exclusion.HOLDOUT] = by_arm.pop(HOLDOUT, 0)
    return CampaignPlan(
        customers=eligible.total,
        excluded={reason: count for reason, count in excluded.items() if count},
        messages_by_variant=dict(sorted(by_arm.items())),
        cohorts=crowds.cohort_of.drop(list(own.plan.cohort_of)).nunique(),
        own_copy=len(own.plan.cohort_of),
    )


def _refuse_if_nobody(brief: Brief, plan: CampaignPlan) -> None:
    if plan.messages_by_variant:
        return
    why = ", ".join(f"{count} {reason}" for reason, count in sorted(plan.excluded.items()))
    why = "; ".join(filter(None, [why, *plan.remarks]))
    raise BriefRefused(
        f"{brief.name!r} reaches nobody: of {plan.customers} customers, {why or 'none was loaded'}; "
        "widen the audience, check its countries and categories, or load consents"
    )


def _assignments(arms: pd.DataFrame, crowds: CohortPlan) -> Iterator[Assignment]:
    cohort_of = crowds.cohort_of.to_dict()
    columns = zip(arms["customer_id"], arms["variant"], arms["probability"], arms["segment"], strict=True)
    for customer, variant, probability, segment in columns:
        cohort = None if variant == HOLDOUT else CohortId(cohort_of[customer])
        yield Assignment(CustomerId(customer), variant, probability, segment, cohort)


def _messages(
    campaign_id: CampaignId,
    arms: pd.DataFrame,
    crowds: CohortPlan,
    own: OwnCopy,
    recommended: Recommended,
) -> Iterator[PlannedMessage]:
    cohort_of = crowds.cohort_of.to_dict() | dict(own.plan.cohort_of)
    for customer, variant in zip(arms["customer_id"], arms["variant"], strict=True):
        if variant == HOLDOUT:
            continue
        yield PlannedMessage(
            message_id=message_id(campaign_id, customer),
            customer_id=customer,
            variant=variant,
            draft_id=frame_draft_id(campaign_id, CohortId(cohort_of[customer]), variant),
            products=recommended[customer],
        )
