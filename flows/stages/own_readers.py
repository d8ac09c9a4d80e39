"""Who gets a draft that is written for them alone: what must not show in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from bespoke.domain import CustomerId, FactSheet
from flows.stages.draft_tasks import DraftTask
from flows.wiring import Workspace
from guardrails.private_facts import PrivateFacts

_MOST_READERS = 20  # of one draft: such readers are alike in all that is written about, so mostly one


class OwnReaders:
    """The readers of drafts for single customers; those of a crowd's drafts are too many to matter."""

    def __init__(self, ws: Workspace, tasks: Sequence[DraftTask]) -> None:
        self._ws = ws
        self._drafts = {id(task.sheet): task.draft_id for task in tasks if task.is_own}

    def of(self, sheet: FactSheet) -> tuple[PrivateFacts, ...]:
        """What is known of the sheet's readers, if they are but few."""
        draft_id = self._drafts.get(id(sheet))
        if draft_id is None:
            return ()
        messages = self._ws.store.messages.of_draft(draft_id, _MOST_READERS)
        return tuple(self._known[customer] for _, customer in messages if customer in self._known)

    @cached_property
    def _known(self) -> Mapping[CustomerId, PrivateFacts]:
        frame = self._ws.store.customers.frame()
        columns = (frame[name].fillna("") for name in ("customer_id", "first_name", "last_name", "email"))
        return {
            CustomerId(customer): PrivateFacts(first, last, email)
            for customer, first, last, email in zip(*columns, strict=True)
        }
