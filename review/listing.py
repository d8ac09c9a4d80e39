"""A campaign's drafts as reviewers go through them: in a steady order, filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from bespoke.domain import CampaignId, Draft, DraftId, DraftKind, DraftStatus, Severity
from delivery.fact_listing import describe_cohort, spell
from store.database import Store

ALL_SEGMENTS = "all"  # the segment of a cohort that was merged out of several
FINDINGS_CHOICES = {"some": "With findings", "none": "Without findings"} | {
    one.value: f"To {spell(one).lower()}" if one is not Severity.NOTE else "Notes only" for one in Severity
}


WRITTEN_FOR = {"cohort": "A cohort", "customer": "One customer"}


@dataclass(frozen=True, slots=True)
class ListedDraft:
    draft: Draft
    title: str
    messages: int  # that carry it; 0 for blurbs

    @property
    def segment(self) -> str:
        """The cohort's segment; empty for a blurb."""
        cohort = self.draft.fact_sheet.cohort
        return "" if cohort is None else (cohort.segment or ALL_SEGMENTS)

    @property
    def written_for(self) -> str:
        """A key of `WRITTEN_FOR`; empty for a blurb."""
        cohort = self.draft.fact_sheet.cohort
        return "" if cohort is None else "cohort" if cohort.crowd_id is None else "customer"

    @property
    def gravest(self) -> Severity | None:
        """How grave the findings are; None where there are none."""
        return gravest_finding(self.draft)


@dataclass(frozen=True, slots=True)
class DraftFilter:
    """Which drafts to show; empty means any."""

    kind: DraftKind = DraftKind.FRAME
    status: str = ""
    variant: str = ""
    segment: str = ""
    findings: str = ""
    written_for: str = ""

    def matches(self, listed: ListedDraft) -> bool:
        """Whether the draft is to be shown."""
        draft = listed.draft
        return (
            self.status in ("", draft.status)
            and self.variant in ("", draft.variant)
            and self.segment in ("", listed.segment)
            and self.written_for in ("", listed.written_for)
            and self._findings_match(listed.gravest)
        )

    def _findings_match(self, gravest: Severity | None) -> bool:
        match self.findings:
            case "":
                return True
            case "some":
                return gravest is not None
            case "none":
                return gravest is None
            case _:
                return gravest == self.findings

    def query(self, **more: str) -> str:
        """The filter, and more, as the query of an address; what is not set is left out."""
        names = ("status", "variant", "segment", "findings", "written_for")
        chosen = {name: getattr(self, name) for name in names} | more
        kind = {"kind": str(self.kind)} if self.kind is not DraftKind.FRAME else {}
        return urlencode({name: value for name, value in (kind | chosen).items() if value})

    def without_choices(self) -> DraftFilter:
        """Every draft of the same kind."""
        return DraftFilter(kind=self.kind)


@dataclass(frozen=True, slots=True)
class Neighbors:
    """A draft's place among those that match a filter."""

    previous: DraftId | None
    next: DraftId | None
    position: int  # from 1; 0 where the draft itself does not match
    count: int


def read_filter(values: Mapping[str, str]) -> DraftFilter:
    """The filter in an address or a form; an unknown kind is taken for frames."""
    kind = DraftKind.BLURB if values.get("kind") == DraftKind.BLURB else DraftKind.FRAME
    return DraftFilter(
        kind,
        status=values.get("status", ""),
        variant=values.get("variant", ""),
        segment=values.get("segment", ""),
        findings=values.get("findings", ""),
        written_for=values.get("written_for", ""),
    )


def list_drafts(store: Store, campaign_id: CampaignId, kind: DraftKind) -> list[ListedDraft]:
    """A campaign's drafts of one kind: frames by cohort, the largest first, blurbs by title.

    The order does not depend on what reviewers decide, so next stays next.
    """
    counts = store.messages.count_by_draft(campaign_id) if kind is DraftKind.FRAME else {}
    listed = [
        ListedDraft(draft, describe_draft(draft), counts.get(draft.draft_id, 0))
        for draft in store.drafts.of_campaign(campaign_id, kind=kind)
    ]
    return sorted(listed, key=_order)


def describe_draft(draft: Draft) -> str:
    """What a draft is for, in a few words: its cohort, or its product."""
    sheet = draft.fact_sheet
    if sheet.cohort is not None:
        return describe_cohort(sheet.cohort)
    return sheet.products[0].title if sheet.products else str(draft.product_id or draft.draft_id)


def find_neighbors(listed: Sequence[ListedDraft], chosen: DraftFilter, draft_id: DraftId) -> Neighbors:
    """The draft's neighbors that match, whether it matches itself or not."""
    ids = [one.draft.draft_id for one in listed]
    here = ids.index(draft_id) if draft_id in ids else -1
    matching = [index for index, one in enumerate(listed) if chosen.matches(one)]
    before = [index for index in matching if index < here]
    after = [index for index in matching if index > here]
    return Neighbors(
        previous=ids[before[-1]] if before else None,
        next=ids[after[0]] if after else None,
        position=len(before) + 1 if here in matching else 0,
        count=len(matching),
    )


def is_clean(draft: Draft) -> bool:
    """Whether the draft is held and the guards ask for nobody to look: no finding but notes."""
    return draft.status is DraftStatus.HELD and gravest_finding(draft) in (None, Severity.NOTE)


def gravest_finding(draft: Draft) -> Severity | None:
    """How grave a draft's findings are; None where there are none."""
    severities = {finding.severity for finding in draft.findings}
    return next((severity for severity in Severity if severity in severities), None)


def _order(listed: ListedDraft) -> tuple[int, str, str, str]:
    draft, cohort = listed.draft, listed.draft.fact_sheet.cohort
    if cohort is None:
        return 0, listed.title.casefold(), "", draft.draft_id
    return -cohort.size, cohort.cohort_id, draft.variant or "", draft.draft_id
