"""Many sheets into copy: the model writes, the guards check, the phrasebook steps in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol, TypeVar

from bespoke.domain import Copy, DraftKind, FactSheet, Finding, Severity, WrittenCopy
from bespoke.errors import BudgetExhausted, WriterFailed, WriterRefused
from copywriter.fact_sheets import has_something_to_say
from copywriter.phrasebook import Phrasebook, plan_variations
from copywriter.request_order import order_requests

T = TypeVar("T")

ROUNDS = 3  # the first copy and two rewrites
FAILURES_IN_A_ROW = 5  # after as many drafts, the model is taken to be of no use
PHRASEBOOK = "phrasebook"  # who wrote, where the model did not

Check = Callable[[Copy, FactSheet], tuple[Finding, ...]]
OnWritten = Callable[[int, WrittenCopy], None]


class Writer(Protocol):
    """What a model's writer can do; `OpenAIWriter` is one."""

    name: str

    async def write(
        self, sheet: FactSheet, findings: Sequence[Finding] = (), previous: Copy | None = None
    ) -> WrittenCopy:
        """Raises WriterFailed, WriterRefused or BudgetExhausted."""
        ...

    async def close(self) -> None:
        """Give back connections; the writer can be used again."""
        ...


def write_copies(
    sheets: Sequence[FactSheet],
    *,
    writer: Writer | None,
    phrasebook: Phrasebook,
    check: Check,
    concurrency: int = 8,
    on_written: OnWritten | None = None,
    subjects_taken: Collection[str] = (),
) -> list[WrittenCopy]:
    """Copy for every sheet, in their order; never fails because of the model.

    `on_written(index, written)` is called in this order of completion, so that
    each can be kept before the next. `subjects_taken` are those of drafts that
    are there already; the phrasebook avoids them. May be called where an event
    loop is running: the work then has a thread of its own.
    """
    work = write_copies_async(
        sheets,
        writer=writer,
        phrasebook=phrasebook,
        check=check,
        concurrency=concurrency,
        on_written=on_written,
        subjects_taken=subjects_taken,
    )
    return run_apart(work)


async def write_copies_async(
    sheets: Sequence[FactSheet],
    *,
    writer: Writer | None,
    phrasebook: Phrasebook,
    check: Check,
    concurrency: int = 8,
    on_written: OnWritten | None = None,
    subjects_taken: Collection[str] = (),
) -> list[WrittenCopy]:
    """`write_copies` within a running event loop. When it is canceled, every call in flight is too."""
    desk = _Desk(writer, _Shelf(phrasebook, sheets, subjects_taken), check)
    results: list[WrittenCopy | None] = [None] * len(sheets)
    queue = iter(order_requests(sheets, concurrency))

    async def work(queue: Iterator[int]) -> None:
        for index in queue:
            written = await desk.write(sheets[index], index)
            results[index] = written
            if on_written is not None:
                on_written(index, written)

    # More than may be under way at once, so that while some are checked others take their places.
    hands = max(1, min(2 * concurrency, len(sheets)))
    workers = [asyncio.create_task(work(queue)) for _ in range(hands)]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if writer is not None:
            await writer.close()
    return [written for written in results if written is not None]


class _Shelf:
    """The phrasebook for many sheets at once; planned when it is first needed, which may be never."""

    def __init__(
        self, phrasebook: Phrasebook, sheets: Sequence[FactSheet], subjects_taken: Collection[str]
    ) -> None:
        self._phrasebook, self._sheets, self._taken = phrasebook, sheets, subjects_taken

    @cached_property
    def _variations(self) -> list[int]:
        return plan_variations(self._phrasebook, self._sheets, self._taken)

    def candidates(self, sheet: FactSheet, place: int) -> Iterator[Copy]:
        """Copy for the sheet at this place, the planned one first."""
        variation = self._variations[place]
        for step in range(3):
            yield self._phrasebook.write(sheet, variation=variation + step)
        # The theme and the category are the shop's own words; without them little can be amiss.
        bare = replace(sheet, theme="", cohort=sheet.cohort and replace(sheet.cohort, category=None))
        if bare != sheet:
            yield self._phrasebook.write(bare, variation=variation)


@dataclass(slots=True)
class _Breaker:
    """Why the model is not asked any more, once it is not."""

    reason: str = ""
    failures: int = 0

    def note(self, why: str, is_final: bool = False) -> None:
        self.failures += 1
        if is_final or self.failures >= FAILURES_IN_A_ROW:
            self.reason = self.reason or why

    def succeed(self) -> None:
        self.failures = 0


class _Desk:
    """Writes one sheet after the other; what it learns about the endpoint holds for all."""

    def __init__(self, writer: Writer | None, shelf: _Shelf, check: Check) -> None:
        self._writer = writer
        self._shelf = shelf
        self._check = check
        self._breaker = _Breaker()

    async def write(self, sheet: FactSheet, place: int) -> WrittenCopy:
        """The model's copy if it passes the guards, else the phrasebook's with a note that says why."""
        if self._writer is None or (sheet.kind is DraftKind.BLURB and not has_something_to_say(sheet)):
            return self._from_phrasebook(sheet, place)
        if self._breaker.reason:
            return self._from_phrasebook(sheet, place, note=self._breaker.reason)
        return await self._ask(self._writer, sheet, place)

    async def _ask(self, writer: Writer, sheet: FactSheet, place: int) -> WrittenCopy:
        findings: tuple[Finding, ...] = ()
        previous: Copy | None = None
        cost = Decimal(0)
        for round_ in range(1, ROUNDS + 1):
            try:
                written = await writer.write(sheet, findings, previous)
            except WriterFailed as error:
                self._breaker.note(str(error), isinstance(error, (WriterRefused, BudgetExhausted)))
                return self._from_phrasebook(sheet, place, str(error), round_, cost)
            cost += written.cost_usd
            found = self._check(written.copy, sheet)
            if not _blocks(found):
                self._breaker.succeed()
                return replace(written, rounds=round_, cost_usd=cost, findings=found)
            findings, previous = _blocks(found), written.copy
        rules = ", ".join(sorted({finding.rule for finding in findings}))
        note = f"the guards refused the model's copy {ROUNDS} times: {rules}"
        self._breaker.note(note)
        return self._from_phrasebook(sheet, place, note, ROUNDS, cost)

    def _from_phrasebook(
        self,
        sheet: FactSheet,
        place: int,
        note: str = "",
        rounds: int = 1,
        cost_usd: Decimal = Decimal(0),
    ) -> WrittenCopy:
        """The first of a few variations that no guard blocks, or else the least blocked."""
        tried: list[tuple[int, Copy, tuple[Finding, ...]]] = []
        for candidate in self._shelf.candidates(sheet, place):
            found = self._check(candidate, sheet)
            tried.append((len(_blocks(found)), candidate, found))
            if not tried[-1][0]:
                break
        _, copy, findings = min(tried, key=lambda one: one[0])
        return WrittenCopy(copy, PHRASEBOOK, rounds=rounds, cost_usd=cost_usd, note=note, findings=findings)


def _blocks(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCK)


def run_apart(work: Coroutine[Any, Any, T]) -> T:
    """What the work comes to, in an event loop of its own; where one is running, in a thread of its own."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
