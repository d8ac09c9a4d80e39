"""What a campaign did: who got what, whether the split held, what each arm ordered since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from bespoke.domain import HOLDOUT, CampaignId, EventType, MessageStatus
from copywriter.finding_counts import RuleCount, count_by_rule, list_rule_counts
from eval.experiments import SampleRatioCheck, check_sample_ratio, expected_sizes
from eval.lift import (
    FEWEST_CUSTOMERS,
    FEWEST_ORDERS,
    Interval,
    Moments,
    difference_interval,
    mean_interval,
)
from store.campaigns import Campaign
from store.database import Store
from store.llm_ledger import Spending


@dataclass(frozen=True, slots=True)
class ArmResult:
    """One variant, or the holdout. Figures are over everyone assigned, whether sent to or not."""

    arm: str
    assigned: int
    planned_messages: int
    sent: int
    withheld: int
    orders: int
    revenue: float  # gross: returns are not taken off
    orders_per_customer: Interval | None
    revenue_per_customer: Interval | None
    lift_orders: Interval | None  # per customer, against the holdout
    lift_revenue: Interval | None
    verdict: str


@dataclass(frozen=True, slots=True)
class CampaignReport:
    campaign_id: CampaignId
    name: str
    status: str
    reported_at: datetime
    measured_since: datetime | None  # the first sending; None before
    currency: str | None
    customers: int
    excluded: Mapping[str, int]
    sample_ratio: SampleRatioCheck | None
    sent_ratio: SampleRatioCheck | None  # of the variants' sent messages
    arms: tuple[ArmResult, ...]
    written_by: Mapping[str, int]  # drafts by writer: the model's name or "phrasebook"
    fallbacks: Mapping[str, int]  # why the phrasebook wrote for the model, and how often
    spending: Spending
    rules: tuple[RuleCount, ...] = ()  # what the guards found in the campaign's drafts
    guard_policy: tuple[str, ...] = ()  # what the settings change of the guards, a line each
    model_drift: str | None = None  # whether the model in service still fits; None without one

    def markdown(self) -> str:
        """The report for people to read."""
        return "\n".join(_markdown_lines(self)) + "\n"


def report_campaign(
    store: Store, campaign_id: CampaignId, now: datetime, currency: str | None = None
) -> CampaignReport:
    """The report of a campaign in any state. Raises NotFound."""
    campaign = store.campaigns.get(campaign_id)
    assigned = store.campaigns.assignments(campaign_id)
    since = store.messages.first_sent_at(campaign_id)
    counts = store.messages.count_by_variant(campaign_id)
    written = store.drafts.written(campaign_id)
    sizes = {str(arm): int(count) for arm, count in assigned["variant"].value_counts().items() if count}
    return CampaignReport(
        campaign_id=campaign_id,
        name=campaign.brief.name,
        status=str(campaign.status),
        reported_at=now,
        measured_since=since,
        currency=currency,
        customers=campaign.plan.customers if campaign.plan else 0,
        excluded=dict(campaign.plan.excluded) if campaign.plan else {},
        sample_ratio=_check_assigned(campaign, sizes),
        sent_ratio=_check_sent(campaign, counts),
        arms=_arms(campaign, sizes, counts, _outcomes(store, assigned, since, now)),
        written_by=dict(Counter(one.writer for one in written)),
        fallbacks=dict(Counter(one.note for one in written if one.note).most_common()),
        spending=store.llm_ledger.spending(campaign_id),
        rules=count_by_rule(written),
    )


def _weights(campaign: Campaign) -> dict[str, float]:
    return {variant.name: variant.weight for variant in campaign.brief.variants}


def _check_assigned(campaign: Campaign, sizes: Mapping[str, int]) -> SampleRatioCheck | None:
    total = sum(sizes.values())
    if not total:
        return None
    return check_sample_ratio(sizes, expected_sizes(_weights(campaign), campaign.brief.holdout, total))


def _check_sent(
    campaign: Campaign, counts: Mapping[tuple[str, MessageStatus], int]
) -> SampleRatioCheck | None:
    sent = {arm: counts.get((arm, MessageStatus.SENT), 0) for arm in _weights(campaign)}
    return check_sample_ratio(sent, _weights(campaign)) if sum(sent.values()) else None


def _outcomes(
    store: Store, assigned: pd.DataFrame, since: datetime | None, now: datetime
) -> pd.DataFrame | None:
    """Columns variant, orders, revenue: a row per assigned customer. None before the first sending."""
    if since is None:
        return None
    columns = ("customer_id", "type", "order_id", "quantity", "unit_price", "occurred_at")
    events = store.events.frame(columns, since=since, before=now, with_guests=False)
    bought = events[events["type"] == EventType.PURCHASE]
    bought = bought[bought["customer_id"].isin(assigned["customer_id"])]
    # Lines without an order id count as one order where they have the same moment.
    order = bought["order_id"].astype(object).fillna(bought["occurred_at"].astype(str))
    per_customer = pd.DataFrame(
        {
            "customer_id": bought["customer_id"].astype(object),
            "order": order,
            "revenue": bought["quantity"].abs() * bought["unit_price"].fillna(0.0),
        }
    ).groupby("customer_id")
    outcome = pd.DataFrame(
        {"orders": per_customer["order"].nunique(), "revenue": per_customer["revenue"].sum()}
    )
    joined = assigned[["customer_id", "variant"]].join(outcome, on="customer_id")
    return joined.fillna({"orders": 0.0, "revenue": 0.0})


def _arms(
    campaign: Campaign,
    sizes: Mapping[str, int],
    counts: Mapping[tuple[str, MessageStatus], int],
    outcomes: pd.DataFrame | None,
) -> tuple[ArmResult, ...]:
    names = [*_weights(campaign), *([HOLDOUT] if campaign.brief.holdout > 0 else [])]
    orders = {name: _moments(outcomes, name, "orders") for name in names}
    revenue = {name: _moments(outcomes, name, "revenue") for name in names}
    return tuple(_arm(name, sizes, counts, orders, revenue) for name in names)


def _moments(outcomes: pd.DataFrame | None, arm: str, column: str) -> Moments | None:
    if outcomes is None:
        return None
    values = outcomes.loc[outcomes["variant"] == arm, column].to_numpy(dtype=float)
    return Moments(len(values), float(values.sum()), float((values**2).sum()))


def _arm(
    name: str,
    sizes: Mapping[str, int],
    counts: Mapping[tuple[str, MessageStatus], int],
    orders: Mapping[str, Moments | None],
    revenue: Mapping[str, Moments | None],
) -> ArmResult:
    mine, base = orders[name], orders.get(HOLDOUT)
    earned, base_earned = revenue[name], revenue.get(HOLDOUT)
    is_variant = name != HOLDOUT
    lift = difference_interval(mine, base) if is_variant and mine and base else None
    lift_revenue = difference_interval(earned, base_earned) if is_variant and earned and base_earned else None
    return ArmResult(
        arm=name,
        assigned=sizes.get(name, 0),
        planned_messages=sum(count for (arm, _), count in counts.items() if arm == name),
        sent=counts.get((name, MessageStatus.SENT), 0),
        withheld=counts.get((name, MessageStatus.WITHHELD), 0),
        orders=int(mine.total) if mine else 0,
        revenue=earned.total if earned else 0.0,
        orders_per_customer=mean_interval(mine) if mine else None,
        revenue_per_customer=mean_interval(earned) if earned else None,
        lift_orders=lift,
        lift_revenue=lift_revenue,
        verdict=_verdict(mine, base, lift_revenue) if is_variant else "The group that got no email.",
    )


def _verdict(mine: Moments | None, base: Moments | None, lift: Interval | None) -> str:
    """What can be said of a variant against the holdout, and no more."""
    if mine is None:
        return "Nothing was sent yet."
    if base is None:
        return "There is no holdout to compare with: the campaign's effect cannot be told."
    if min(mine.customers, base.customers) < FEWEST_CUSTOMERS:
        return f"Too few customers to tell: each arm needs at least {FEWEST_CUSTOMERS}."
    if mine.total + base.total < FEWEST_ORDERS:
        return f"Too early to tell: fewer than {FEWEST_ORDERS} orders since the sending."
    if lift is None or not lift.excludes_zero:
        return "No difference from the holdout that chance could not make."
    return (
        "Earned more per customer than the holdout." if lift.estimate > 0 else "Earned less than the holdout."
    )


def _markdown_lines(report: CampaignReport) -> list[str]:
    since = f"{report.measured_since:%d %B %Y %H:%M} UTC" if report.measured_since else "not sent yet"
    unit = f" in {report.currency}" if report.currency else ""
    return [
        f"# {report.name}",
        "",
        f"Status: {report.status.replace('_', ' ')}. Orders counted since: {since}. "
        f"Reported: {report.reported_at:%d %B %Y %H:%M} UTC.",
        "",
        "## Arms",
        "",
        "| arm | customers | messages | sent | withheld | orders | revenue | orders per customer | "
        "revenue per customer | lift in revenue |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        *(_arm_row(arm, report.measured_since is not None) for arm in report.arms),
        "",
        *(f"- **{arm.arm}**: {arm.verdict}" for arm in report.arms),
        "",
        f"Revenue is gross{unit}, over every customer assigned to an arm, sent to or not. "
        "Brackets hold 95 % intervals; lift is against the holdout, per customer.",
        "",
        "## Was the split as planned?",
        "",
        f"- Customers: {_ratio_line(report.sample_ratio)}",
        f"- Sent messages: {_ratio_line(report.sent_ratio)}",
        "",
        "## Left out",
        "",
        *(
            [f"- {reason}: {count:,}" for reason, count in report.excluded.items() if count]
            or ["Nobody was left out."]
        ),
        "",
        f"Customers known when the campaign was planned: {report.customers:,}.",
        *_writing_lines(report),
        *_guard_lines(report),
        *(["", "## Does the model still fit?", "", report.model_drift] if report.model_drift else []),
    ]


def _writing_lines(report: CampaignReport) -> list[str]:
    if not report.written_by:
        return []
    authors = ", ".join(f"{count:,} by {writer}" for writer, count in sorted(report.written_by.items()))
    spending = report.spending
    calls = (
        f"{spending.calls:,} model calls, ${spending.cost_usd:.4f}" if spending.calls else "no model calls"
    )
    unknown = spending.calls_of_unknown_price
    priced = f" and {unknown:,} at a price that is not known" if unknown else ""
    return [
        "",
        "## Who wrote it",
        "",
        f"- Drafts, product blurbs included: {authors}; {calls}{priced}.",
        *(f"- The phrasebook wrote {count:,}: {why}." for why, count in report.fallbacks.items()),
    ]


def _guard_lines(report: CampaignReport) -> list[str]:
    if not report.written_by:
        return []
    return [
        "",
        "## What the guards found",
        "",
        *(list_rule_counts(report.rules) or ["Nothing."]),
        "",
        "In drafts, product blurbs included. What is sent back often is a reason to look at the prompt, the "
        "facts or the model."
        if any(one.sent_back for one in report.rules)
        else "In drafts, product blurbs included.",
        *(
            ["", f"The settings change the guards: {'; '.join(report.guard_policy)}."]
            if report.guard_policy
            else []
        ),
    ]


def _arm_row(arm: ArmResult, is_measured: bool) -> str:
    cells = [
        arm.arm,
        f"{arm.assigned:,}",
        f"{arm.planned_messages:,}",
        f"{arm.sent:,}",
        f"{arm.withheld:,}",
        f"{arm.orders:,}" if is_measured else "–",
        f"{arm.revenue:,.2f}" if is_measured else "–",
        _interval(arm.orders_per_customer, 4),
        _interval(arm.revenue_per_customer, 2),
        _interval(arm.lift_revenue, 2),
    ]
    return f"| {' | '.join(cells)} |"


def _interval(interval: Interval | None, digits: int) -> str:
    if interval is None:
        return "–"
    return f"{interval.estimate:.{digits}f} [{interval.low:.{digits}f}, {interval.high:.{digits}f}]"


def _ratio_line(check: SampleRatioCheck | None) -> str:
    if check is None:
        return "nothing to check yet."
    return check.advice if check.p_value is None else f"{check.advice} (p = {check.p_value:.3g})"
