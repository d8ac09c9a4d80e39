"""What reviewers decide: rewriting with the guards, approving, rejecting, one draft or many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bespoke.domain import Copy, Draft, DraftId, DraftStatus, Severity, WrittenCopy
from bespoke.encoding import encode, fingerprint
from bespoke.errors import BespokeError, IllegalTransition, NotFound
from bespoke.settings import GuardSettings, LimitSettings
from copywriter.facts_used import place_claims
from guardrails.checking import check_copy
from guardrails.private_facts import MOST_READERS, PrivateFacts
from store.drafts import Drafts
from store.messages import Messages


class StillBlocked(BespokeError):
    """Raised when what was to be approved is blocked by the guards; an edit is saved all the same."""


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What became of a decision on many drafts."""

    done: int
    refused: tuple[str, ...]  # one line each


@dataclass(frozen=True, slots=True)
class Decider:
    """One reviewer, deciding now."""

    drafts: Drafts
    messages: Messages
    limits: LimitSettings
    guards: GuardSettings
    reviewer: str
    now: datetime

    def rewrite(self, draft: Draft, copy: Copy) -> Draft:
        """Save an edited copy with what the guards find in it; blocked by them, or held again.

        Raises IllegalTransition once the draft is decided or was rewritten by somebody else.
        """
        remark, readers = f"edited by {self.reviewer}", own_readers(self.messages, draft)
        written = recheck(draft, copy, self.limits, self.guards, remark, readers=readers)
        blocked = any(finding.severity is Severity.BLOCK for finding in written.findings)
        status = DraftStatus.BLOCKED if blocked else DraftStatus.HELD
        self.drafts.rewrite(draft.draft_id, written, status, self.reviewer, self.now, seen=draft.written)
        return replace(draft, written=written, status=status)

    def approve(self, draft: Draft, copy: Copy, note: str = "") -> None:
        """Let the draft be sent with this copy, saved first where it was edited.

        Raises StillBlocked where the guards do not allow it, IllegalTransition as `rewrite` does.
        """
        current = self.rewrite(draft, copy) if copy != draft.copy else draft
        if current.status is DraftStatus.BLOCKED:
            saved = "Your edit is saved, but the" if current is not draft else "The"
            raise StillBlocked(f"{saved} guards still block this draft: edit what they found, then approve.")
        self.drafts.approve(draft.draft_id, self.reviewer, self.now, note, seen=current.written)

    def reject(self, draft_id: DraftId, note: str = "") -> None:
        """Keep the draft from being sent. Raises IllegalTransition once it is decided."""
        self.drafts.reject(draft_id, self.reviewer, self.now, note)

    def approve_many(self, drafts: Iterable[Draft], note: str = "") -> BulkOutcome:
        """Approve each as it stands; those that cannot be are told, the others go through."""
        done, refused = 0, []
        for draft in drafts:
            try:
                self.approve(draft, draft.copy, note)
                done += 1
            except StillBlocked:
                refused.append(f"draft {draft.draft_id!r} cannot be approved: it is blocked")
            except (IllegalTransition, NotFound) as error:
                refused.append(str(error))
        return BulkOutcome(done, tuple(refused))

    def reject_many(self, drafts: Iterable[Draft], note: str = "") -> BulkOutcome:
        """Reject each; those that cannot be are told, the others go through."""
        done, refused = 0, []
        for draft in drafts:
            try:
                self.reject(draft.draft_id, note)
                done += 1
            except (IllegalTransition, NotFound) as error:
                refused.append(str(error))
        return BulkOutcome(done, tuple(refused))


def own_readers(messages: Messages, draft: Draft) -> tuple[PrivateFacts, ...]:
    """What is known of a draft's readers where it is written for them alone; none of it may show."""
    cohort = draft.fact_sheet.cohort
    if cohort is None or cohort.crowd_id is None:
        return ()
    return tuple(PrivateFacts(*known) for known in messages.readers_of_draft(draft.draft_id, MOST_READERS))


def recheck(
    draft: Draft,
    copy: Copy,
    limits: LimitSettings,
    guards: GuardSettings,
    remark: str = "",
    *,
    readers: Sequence[PrivateFacts] = (),
) -> WrittenCopy:
    """The draft's writing with another copy and what the guards find in that one."""
    notes = [part for part in draft.written.note.split("; ") if part and part != remark]
    return replace(
        draft.written,
        copy=copy,
        findings=check_copy(copy, draft.fact_sheet, limits, guards, readers),
        facts_used=place_claims(draft.written.facts_used, copy),
        note="; ".join([*notes, remark] if remark else notes),
    )


def mark_of(written: WrittenCopy) -> str:
    """A mark that changes whenever the writing does, for forms to bring back."""
    return fingerprint(encode(written))
