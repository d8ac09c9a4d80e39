"""Cohorts of one: customers who get copy of their own, told apart by nothing that leads back to them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from bespoke.domain import Cohort, CohortId, Segment
from copywriter.cohorts import CATEGORY, CUSTOMER_ID, HAS_OFFER, LOCALE, SEGMENT, CohortPlan, name_cohort

VARIANT = "variant"
SPEND = "spend"


@dataclass(frozen=True, slots=True)
class OwnPlan:
    cohorts: tuple[Cohort, ...] = ()  # the most valuable customers' first
    cohort_of: Mapping[str, CohortId] = field(default_factory=dict)  # by customer id, of those who have one


@dataclass(slots=True)
class Alike:
    """Customers about whom a writer would be told exactly the same."""

    segment: str
    category: str | None
    locale: str
    has_offer: bool
    variant: str
    customers: list[str] = field(default_factory=list)


def find_alike(members: pd.DataFrame, shown: Mapping[str, Hashable]) -> list[Alike]:
    """Everyone in groups that one fact sheet is true of, those with the most valuable customers first.

    `members` is as for `form_cohorts`, with each one's variant and spend; `shown` says by
    customer id what their sheet would show. Nearly all groups are of one customer.
    """
    ordered = members.sort_values([SPEND, CUSTOMER_ID], ascending=[False, True], kind="stable")
    groups: dict[tuple[Hashable, ...], Alike] = {}
    columns = [ordered[name] for name in (CUSTOMER_ID, SEGMENT, CATEGORY, LOCALE, HAS_OFFER, VARIANT)]
    for customer, segment, category, locale, has_offer, variant in zip(*columns, strict=True):
        known = None if pd.isna(category) or not str(category).strip() else str(category)
        traits = (str(segment), known, str(locale), bool(has_offer), str(variant))
        groups.setdefault((*traits, shown[customer]), Alike(*traits)).customers.append(customer)
    return list(groups.values())


def form_own_cohorts(alike: Sequence[Alike], crowds: CohortPlan) -> OwnPlan:
    """A cohort for each group, with the crowd whose copy may stand in for its own.

    Their ids are numbers in order of value with the cohort's traits, e.g.
    `customer-00017-loyal-kitchen-en-gb`: no secret could turn one back into a customer.
    """
    cohorts, cohort_of = [], {}
    for number, group in enumerate(alike, start=1):
        traits = name_cohort(group.segment, group.category, group.locale, group.has_offer)
        cohort = Cohort(
            cohort_id=CohortId(f"customer-{number:05}-{traits}"),
            segment=Segment(group.segment),
            category=group.category,
            locale=group.locale,
            has_offer=group.has_offer,
            size=len(group.customers),
            crowd_id=CohortId(crowds.cohort_of[group.customers[0]]),
        )
        cohorts.append(cohort)
        cohort_of.update(dict.fromkeys(group.customers, cohort.cohort_id))
    return OwnPlan(tuple(cohorts), cohort_of)
