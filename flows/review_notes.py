"""What a reviewer reads in Prefect before deciding, as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bespoke.domain import Draft, DraftKind, DraftStatus, Severity
from delivery.contact_sheet import ContactSheetEntry
from delivery.fact_listing import describe_cohort
from flows.stages.reviewing import MOST_OWN_SHOWN, pick_for_a_page
from flows.summary import count_words
from store.campaigns import Campaign

_ADDRESS_OR_RULER = re.compile(r"https?://\S+|[=-]{3,}")
WRAPPED_CHARS = 60  # a longer line was broken to fit, not because something ends there
MOST_SHOWN = 6  # the form's fields stand below the notes and should not be pushed out of sight


def describe_review(
    campaign: Campaign,
    drafts: Sequence[Draft],
    example: ContactSheetEntry | None,
    sheet: Path,
    review_url: str | None = None,
) -> str:
    """What is to be decided, short enough to stand above the form; the rest folds out."""
    frames = [draft for draft in drafts if draft.kind is DraftKind.FRAME]
    states = Counter(str(draft.status) for draft in frames)
    messages = sum(campaign.plan.messages_by_variant.values()) if campaign.plan else 0
    lines = [
        f"**{messages:,} emails** from {len(frames):,} drafts ({count_words(states)}).",
        _describe_findings(drafts),
        *_describe_claims(drafts),
        f"Every draft as it will look: `{sheet}`",
        "These are the counts of when the run stopped; what was decided on the review page since then holds.",
    ]
    if review_url is not None:
        page = f"{review_url.rstrip('/')}/campaign?id={campaign.campaign_id}"
        lines.append(f"To edit drafts or decide one by one: [the review page]({page})")
    if example is not None:
        lines.append(_fold("The draft with the most customers", describe_example(example)))
    shown = pick_for_a_page(frames, MOST_OWN_SHOWN)
    title = "All subjects" if len(shown) == len(frames) else f"{len(shown):,} of {len(frames):,} subjects"
    lines.append(_fold(title, _table(shown)))
    return "\n\n".join(lines)


def describe_example(entry: ContactSheetEntry) -> str:
    """One email as its customers will read it, without its links."""
    example = entry.example
    if example is None:
        problems = "\n".join(f"- {_plain(finding.message)}" for finding in entry.draft.findings)
        return f"This draft cannot be shown as an email:\n\n{problems}"
    head = f"**{_plain(example.subject)}**  \n{_plain(example.preheader)}"
    count = f"{entry.messages:,} customers get this draft, each with products of their own."
    if entry.messages == 1:
        count = "One customer gets this draft."
    return f"{count}\n\n{head}\n\n{_read_aloud(example.text)}\n"


def _describe_findings(drafts: Sequence[Draft]) -> str:
    found = [
        f"- {'blocked' if draft.status is DraftStatus.BLOCKED else 'look at'} "
        f"`{draft.draft_id}`: {_plain(finding.message)}"
        for draft in drafts
        for finding in draft.findings
        if finding.severity is not Severity.NOTE
    ]
    if not found:
        return "The guards found nothing that needs a person."
    more = [f"- and {len(found) - MOST_SHOWN:,} more"] if len(found) > MOST_SHOWN else []
    return "The guards found:\n\n" + "\n".join(found[:MOST_SHOWN] + more)


def _describe_claims(drafts: Sequence[Draft]) -> list[str]:
    """How many claims rest on no known fact, and in which drafts; nothing where there are none."""
    counts = {draft.draft_id: sum(use.value is None for use in draft.written.facts_used) for draft in drafts}
    unknown = {draft_id: count for draft_id, count in counts.items() if count}
    if not unknown:
        return []
    named = ", ".join(f"`{draft_id}`" for draft_id in list(unknown)[:MOST_SHOWN])
    more = f" and {len(unknown) - MOST_SHOWN:,} more" if len(unknown) > MOST_SHOWN else ""
    claims = "1 claim" if sum(unknown.values()) == 1 else f"{sum(unknown.values()):,} claims"
    return [f"The model named no known fact for {claims}: look at {named}{more}."]


def _table(frames: Sequence[Draft]) -> str:
    rows = [
        f"| {_plain(describe_frame(draft))} | {_plain(draft.variant or '')} | {_plain(draft.copy.subject)} |"
        for draft in frames
    ]
    return "\n".join(["| for | variant | subject |", "|---|---|---|", *rows])


def describe_frame(draft: Draft) -> str:
    """Whom a frame is for, in a few words."""
    cohort = draft.fact_sheet.cohort
    return str(draft.cohort_id) if cohort is None else describe_cohort(cohort)


def _plain(text: str) -> str:
    """`text` on one line, read as text by Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def _read_aloud(text: str) -> str:
    """The plain-text alternative between rulers, without addresses; wrapped lines flow together again."""
    kept = [line for line in text.strip().splitlines() if not _ADDRESS_OR_RULER.fullmatch(line.strip())]
    flowing = [_plain(line) + ("" if len(line) > WRAPPED_CHARS or not line else "  ") for line in kept]
    return "---\n\n" + "\n".join(flowing) + "\n\n---"


def _fold(title: str, markdown: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{markdown}\n\n</details>"
