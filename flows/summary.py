"""Outcomes in words, for the terminal and for Prefect's logs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from audience.loading import LoadOutcome
from bespoke.domain import CampaignId, Cohort, Draft, DraftKind, Exclusion, Severity
from copywriter.finding_counts import describe_rule_count
from delivery.fact_listing import ListedClaim, list_claims
from flows.stages.drafting import DraftingOutcome
from flows.stages.sending import SendOutcome
from store.campaigns import CampaignPlan
from store.database import Store
from store.llm_ledger import Spending


def describe_load(outcome: LoadOutcome) -> str:
    """What was read, kept and set aside, on one line."""
    report = outcome.report
    kept = ", ".join(f"{count.kept:,} {count.table}" for count in report.tables)
    repeats = sum(count.duplicates for count in report.tables)
    text = (
        f"Loaded {kept} from {report.source}; {report.set_aside:,} rows set aside, {repeats:,} exact repeats"
    )
    return f"{text}. All of it was loaded before." if outcome.was_known else f"{text}."


def describe_plan(plan: CampaignPlan) -> str:
    """Who gets the campaign and who does not."""
    messages = sum(plan.messages_by_variant.values())
    shares = ", ".join(f"{variant} {count:,}" for variant, count in plan.messages_by_variant.items())
    return (
        f"{plan.customers:,} customers; {messages:,} messages {_describe_copies(plan)} ({shares}); "
        f"left out: {describe_left_out(plan)}" + "".join(f"\nNote: {remark}" for remark in plan.remarks)
    )


def _describe_copies(plan: CampaignPlan) -> str:
    cohorts = "1 cohort" if plan.cohorts == 1 else f"{plan.cohorts:,} cohorts"
    if not plan.own_copy:
        return f"in {cohorts}"
    others = f", the others in {cohorts}" if plan.cohorts else ""
    return f"with copy of their own for {plan.own_copy:,}{others}"


def describe_left_out(plan: CampaignPlan) -> str:
    """Customers without a message, by reason, in the order in which the reasons apply."""
    return count_words({reason: plan.excluded.get(reason, 0) for reason in Exclusion})


def describe_drafting(outcome: DraftingOutcome) -> str:
    """What was written, by whom, and what it cost."""
    lines = [f"Drafts: {count_words(outcome.by_status)}; written now by {count_words(outcome.by_writer)}"]
    if outcome.reused:
        lines.append(f"{outcome.reused:,} drafts were there already")
    lines += [f"The phrasebook wrote {count:,}: {why}" for why, count in outcome.fallbacks.items()]
    lines += [
        f"{count:,} customers get their cohort's copy and none of their own: {why}"
        for why, count in outcome.cohort_copy.items()
    ]
    if outcome.rules:
        lines.append("The guards found, in drafts:")
        lines += [f"  {describe_rule_count(one)}" for one in outcome.rules]
    lines.append(f"Model calls: {describe_spending(outcome.spending)}")
    return "\n".join(lines)


def describe_spending(spending: Spending) -> str:
    """Calls and dollars; calls whose price is not known are said to be so."""
    if not spending.calls:
        return "none"
    unknown = spending.calls_of_unknown_price
    if unknown == spending.calls:
        return f"{unknown:,} at a price that is not known"
    text = f"{spending.calls:,}, ${spending.cost_usd:.4f}"
    return f"{text} and {unknown:,} calls at a price that is not known" if unknown else text


def describe_sending(outcome: SendOutcome) -> str:
    """What went out now and how the campaign stands."""
    variants = count_words(outcome.sent_by_variant)
    states = count_words(outcome.by_status)
    parts = [f"{outcome.sent_now:,} messages delivered now; in all {states}; sent: {variants}"]
    if outcome.left_out:
        parts.append(f"Products left out at the last moment: {count_words(outcome.left_out)}")
    if outcome.withheld:
        parts.append(f"Withheld: {describe_withheld(outcome.withheld)}")
    return ". ".join(parts)


def describe_withheld(withheld: Mapping[str, int], most: int = 5) -> str:
    """How many messages were withheld for each reason, the commonest first."""
    common = sorted(withheld.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{count:,} because {why}" for why, count in common[:most]]
    if rest := sum(count for _, count in common[most:]):
        lines.append(f"{rest:,} for other reasons")
    return "; ".join(lines)


def draft_table(store: Store, campaign_id: CampaignId, with_blurbs: bool = False) -> str:
    """One line a draft: state, writer, findings, subject or blurb."""
    kind = None if with_blurbs else DraftKind.FRAME
    drafts = store.drafts.of_campaign(campaign_id, kind=kind)
    frames = store.drafts.count_by_status(campaign_id, DraftKind.FRAME)
    blurbs = store.drafts.count_by_status(campaign_id, DraftKind.BLURB)
    lines = [f"{campaign_id}: emails {count_words(frames)}; product blurbs {count_words(blurbs)}"]
    width = max((len(draft.draft_id) for draft in drafts), default=0)
    lines += [f"  {draft.draft_id:<{width}}  {_draft_line(draft)}" for draft in drafts]
    return "\n".join(lines)


def describe_draft(draft: Draft) -> str:
    """A draft's copy, findings and facts, for reading in a terminal."""
    written = draft.written
    rounds = "1 round" if written.rounds == 1 else f"{written.rounds} rounds"
    lines = [f"{draft.draft_id}: {draft.status}, written by {written.writer} in {rounds}"]
    if written.note:
        lines.append(f"note: {written.note}")
    lines += [f"\n[{name}]\n{text}" for name, text in draft.copy.texts()]
    lines.append("\nfindings:" if draft.findings else "\nfindings: none")
    lines += [f"  {f.severity} {f.rule} in {f.field}: {f.message}" for f in draft.findings]
    if claims := list_claims(draft):
        lines.append("\nclaims and what they rest on:")
        lines += [f"  {describe_claim(claim)}" for claim in claims]
    lines.append("\nfacts:")
    lines += [f"  {line}" for line in describe_facts(draft)]
    return "\n".join(lines)


def describe_claim(claim: ListedClaim) -> str:
    """A claim with its fact on one line; what rests on no known fact begins with `!`."""
    if claim.problem:
        return f"! {claim.claim!r}: {claim.problem} ({claim.fact})"
    return f"{claim.claim!r}: {claim.value} ({claim.fact})"


def describe_facts(draft: Draft) -> list[str]:
    """The fact sheet behind a draft, a line a fact."""
    sheet = draft.fact_sheet
    lines = [f"brand: {sheet.brand.name}", f"locale: {sheet.locale}", f"date: {sheet.send_date}"]
    if sheet.cohort is not None:
        lines.append(f"for: {_describe_readers(sheet.cohort)}")
    if sheet.theme:
        lines.append(f"theme: {sheet.theme}")
    lines += [f"worked before: {lesson}" for lesson in sheet.what_worked]
    lines.append(f"offer: {_offer_line(draft)}")
    for product, fit in zip_longest(sheet.products, sheet.fits):
        reduced = f" (was {product.list_price.amount})" if product.list_price else ""
        why = f", {fit}" if fit else ""
        lines.append(
            f"product: {product.title}, {product.price.amount} {product.price.currency}{reduced}{why}"
        )
    return lines


def _describe_readers(cohort: Cohort) -> str:
    customers = "one customer" if cohort.size == 1 else f"{cohort.size:,} customers"
    return f"{customers}, segment {cohort.segment or 'mixed'}, category {cohort.category or 'mixed'}"


def _offer_line(draft: Draft) -> str:
    offer = draft.fact_sheet.offer
    if offer is None:
        return "none"
    parts = [str(offer.kind)]
    if offer.percent is not None:
        parts.append(f"{offer.percent} %")
    if offer.amount is not None:
        parts.append(f"{offer.amount.amount} {offer.amount.currency}")
    if offer.code:
        parts.append(f"code {offer.code}")
    if offer.ends_on:
        parts.append(f"until {offer.ends_on}")
    return ", ".join(parts)


def _draft_line(draft: Draft) -> str:
    serious = [f.rule for f in draft.findings if f.severity is not Severity.NOTE]
    found = f"  ! {', '.join(serious)}" if serious else ""
    text = draft.copy.subject or next((blurb.text for blurb in draft.copy.blurbs), "")
    return f"{draft.status:<9} {draft.written.writer:<12} {text}{found}"


def count_words(counts: Mapping[Any, int]) -> str:
    """`{"held": 3}` as "3 held"."""
    items = [f"{count:,} {name}" for name, count in counts.items() if count]
    return ", ".join(items) or "none"
