"""Many sheets into copy: the model writes, the guards check, the phrasebook steps in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
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
_WARMING_COPIES = 3  # by language
_NAP_SECONDS = 0.02
FAILURES_IN_A_ROW = 5  # after as many drafts, the model is taken to be of no use
PHRASEBOOK = "phrasebook"  # who wrote, where the model did not

Check = Callable[[Copy, FactSheet], tuple[Finding, ...]]
OnWritten = Callable[[int, WrittenCopy], None]


class SecondLook(Protocol):
    """What can look at copy after the guards; `copywriter.second_look` has one."""

    async def look(self, sheet: FactSheet, written: WrittenCopy, *, may_judge: bool = True) -> WrittenCopy:
        """The copy with its findings settled, and others added. Never fails because of an endpoint."""
        ...

    async def close(self) -> None:
        """Give back connections; it can look again."""
        ...


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
    second_look: SecondLook | None = None,
    repair: Severity = Severity.BLOCK,
) -> list[WrittenCopy]:
    """Copy for every sheet, in their order; never fails because of the model.

    `on_written(index, written)` is called in this order of completion, so that
    each can be kept before the next. `subjects_taken` are those of drafts that
    are there already; the phrasebook avoids them. From the severity `repair` on,
    block or hold, findings have the model write again, twice at most; copy that is
    then only held is kept. May be called where an event
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
        second_look=second_look,
        repair=repair,
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
    repair: Severity = Severity.BLOCK,
    second_look: SecondLook | None = None,
) -> list[WrittenCopy]:
    """`write_copies` within a running event loop. When it is canceled, every call in flight is too."""
    desk = _Desk(writer, _Shelf(phrasebook, sheets, subjects_taken), check, repair, second_look)
    results: list[WrittenCopy | None] = [None] * len(sheets)
    queue = iter(order_requests(sheets, concurrency))

    async def work(queue: Iterator[int]) -> None:
        for index in queue:
            written = await desk.write(sheets[index], index)
            results[index] = written
            if on_written is not None:
                on_written(index, written)

    # More than may be under way at once, so that while some are checked others take their places.
    hands = max(1, min(concurrency + concurrency // 2, len(sheets)))
    workers = [asyncio.create_task(work(queue)) for _ in range(hands)]
    warming = [asyncio.create_task(_warm_up(sheets, phrasebook, check))] if writer is not None else []
    try:
        await asyncio.gather(*workers)
    finally:
        for task in (*workers, *warming):
            task.cancel()
        await asyncio.gather(*workers, *warming, return_exceptions=True)
        for part in (writer, second_look):
            if part is not None:
                await part.close()
    return [written for written in results if written is not None]


async def _warm_up(sheets: Sequence[FactSheet], phrasebook: Phrasebook, check: Check) -> None:
    """Have the guards read each language once while the first replies are on their way.

    They learn a language's phrases as they meet its words, which takes a while the first time.
    """
    for sheet in {sheet.locale.partition("-")[0]: sheet for sheet in sheets}.values():
        for variation in range(_WARMING_COPIES):
            await _until_idle()
            check(phrasebook.write(sheet, variation=variation), sheet)


async def _until_idle() -> None:
    """Until the event loop has nothing to do: a nap ends when it should."""
    loop = asyncio.get_running_loop()
    overslept = _NAP_SECONDS
    while overslept >= _NAP_SECONDS / 2:
        wakes = loop.time() + _NAP_SECONDS
        await asyncio.sleep(_NAP_SECONDS)
        overslept = loop.time() - wakes


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


@dataclass(slots=True)
class _Asked:
    """One sheet's rounds with the model so far."""

    findings: tuple[Finding, ...] = ()  # what the model is to mend, in the copy it wrote last
    previous: Copy | None = None
    cost_usd: Decimal = Decimal(0)
    sent_back: list[tuple[str, ...]] = field(default_factory=list)  # the rules, by round
    _best: tuple[WrittenCopy, tuple[Finding, ...]] | None = None  # that could be reviewed as it is

    def add(self, written: WrittenCopy, found: tuple[Finding, ...], unmended: Sequence[str]) -> None:
        self.cost_usd += written.cost_usd
        if unmended:
            self.sent_back.append(tuple(unmended))
            # What only is held costs nothing more to mend in the same round.
            self.findings = tuple(one for one in found if one.severity is not Severity.NOTE)
            self.previous = written.copy
        if not _blocks(found) and (self._best is None or len(found) < len(self._best[1])):
            self._best = written, found

    def finish(self, written: WrittenCopy, found: tuple[Finding, ...], rounds: int) -> WrittenCopy:
        """The copy with what it took."""
        return replace(
            written,
            rounds=rounds,
            cost_usd=self.cost_usd,
            findings=found,
            sent_back=tuple(self.sent_back),
        )

    def kept(self, rounds: int) -> WrittenCopy | None:
        """The best copy that nothing blocks; None where all were blocked."""
        return None if self._best is None else self.finish(*self._best, rounds)


class _Desk:
    """Writes one sheet after the other; what it learns about the endpoint holds for all."""

    def __init__(
        self,
        writer: Writer | None,
        shelf: _Shelf,
        check: Check,
        repair: Severity,
        second_look: SecondLook | None,
    ) -> None:
        self._writer = writer
        self._shelf = shelf
        self._check = check
        self._repaired = {Severity.BLOCK, repair}
        self._second_look = second_look
        self._breaker = _Breaker()

    async def write(self, sheet: FactSheet, place: int) -> WrittenCopy:
        """The model's copy if it passes the guards, else the phrasebook's with a note that says why."""
        if self._writer is None or (sheet.kind is DraftKind.BLURB and not has_something_to_say(sheet)):
            return await self._from_phrasebook(sheet, place)
        if self._breaker.reason:
            return await self._from_phrasebook(sheet, place, note=self._breaker.reason)
        return await self._ask(self._writer, sheet, place)

    async def _ask(self, writer: Writer, sheet: FactSheet, place: int) -> WrittenCopy:
        asked = _Asked()
        for round_ in range(1, ROUNDS + 1):
            try:
                written = await writer.write(sheet, asked.findings, asked.previous)
            except WriterFailed as error:
                self._breaker.note(str(error), isinstance(error, (WriterRefused, BudgetExhausted)))
                kept = asked.kept(round_)
                return kept or await self._from_phrasebook(sheet, place, str(error), round_, asked)
            written = replace(written, findings=self._check(written.copy, sheet))
            if not _blocks(written.findings):
                written = await self._look_again(sheet, written)
            found = written.findings
            unmended = sorted({finding.rule for finding in found if finding.severity in self._repaired})
            asked.add(written, found, unmended)
            if not _blocks(found):
                self._breaker.succeed()
            if not unmended:
                return asked.finish(written, found, round_)
        if (best := asked.kept(ROUNDS)) is not None:
            return best
        note = f"the guards refused the model's copy {ROUNDS} times: {', '.join(asked.sent_back[-1])}"
        self._breaker.note(note)
        return await self._from_phrasebook(sheet, place, note, ROUNDS, asked)

    async def _look_again(self, sheet: FactSheet, written: WrittenCopy) -> WrittenCopy:
        if self._second_look is None:
            return written
        return await self._second_look.look(sheet, written, may_judge=not self._breaker.reason)

    async def _from_phrasebook(
        self,
        sheet: FactSheet,
        place: int,
        note: str = "",
        rounds: int = 1,
        asked: _Asked | None = None,
    ) -> WrittenCopy:
        """The first of a few variations that no guard blocks, or else the least blocked."""
        tried: list[tuple[int, Copy, tuple[Finding, ...]]] = []
        for candidate in self._shelf.candidates(sheet, place):
            found = self._check(candidate, sheet)
            tried.append((len(_blocks(found)), candidate, found))
            if not tried[-1][0]:
                break
        _, copy, findings = min(tried, key=lambda one: one[0])
        written = WrittenCopy(
            copy,
            PHRASEBOOK,
            rounds=rounds,
            cost_usd=asked.cost_usd if asked else Decimal(0),
            note=note,
            findings=findings,
            sent_back=tuple(asked.sent_back) if asked else (),
            sent_back_in_vain=bool(asked and asked.sent_back),
        )
        return await self._look_again(sheet, written)


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
