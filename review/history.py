"""What happened to a draft, from the audit trail, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bespoke.domain import Copy, Draft
from bespoke.encoding import decode
from review.copy_fields import label_of
from store.audit import AuditEntry

_WORDS = {"draft rewritten": "edited it", "draft approved": "approved it", "draft rejected": "rejected it"}


@dataclass(frozen=True, slots=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    at: datetime
    actor: str
    what: str  # e.g. "approved it"
    note: str = ""
    changes: tuple[Change, ...] = ()


def tell_history(draft: Draft, entries: Sequence[AuditEntry]) -> list[HistoryEntry]:
    """The draft's history, newest first, ending with its writing."""
    after, told = draft.copy, []
    for entry in reversed(entries):
        changes: tuple[Change, ...] = ()
        if "was" in entry.detail:
            before = decode(Copy, entry.detail["was"])
            changes, after = _compare(before, after), before
        what = _WORDS.get(entry.action, entry.action.removeprefix("draft "))
        told.append(HistoryEntry(entry.recorded_at, entry.actor, what, entry.detail.get("note", ""), changes))
    return [*told, HistoryEntry(draft.created_at, draft.written.writer, "wrote it")]


def _compare(before: Copy, after: Copy) -> tuple[Change, ...]:
    old, new = dict(before.texts()), dict(after.texts())
    names = dict.fromkeys([*old, *new])
    return tuple(
        Change(label_of(name), old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name, "") != new.get(name, "")
    )
