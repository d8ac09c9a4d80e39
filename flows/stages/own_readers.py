"""Who gets a draft that is written for them alone: what must not show in it."""

from __future__ import annotations

from collections.abc import Sequence

from bespoke.domain import FactSheet
from flows.stages.draft_tasks import DraftTask
from flows.wiring import Workspace
from guardrails.private_facts import MOST_READERS, PrivateFacts


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
        readers = self._ws.store.messages.readers_of_draft(draft_id, MOST_READERS)
        return tuple(PrivateFacts(*known) for known in readers)
