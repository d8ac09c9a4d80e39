"""Golden briefs written by every contestant, under the guards, through the ledger, within one budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from bespoke.domain import CampaignId, Copy, FactSheet, Finding, WrittenCopy
from bespoke.settings import GuardSettings, LimitSettings, WriterSettings
from copywriter.asking import Asker, Read
from copywriter.budget import Budget
from copywriter.drafting import write_copies
from copywriter.openai_writer import OpenAIWriter
from copywriter.phrasebook import Phrasebook
from copywriter.prompts import Prompt
from eval.copy_briefs import GoldenBrief
from eval.copy_contestants import PHRASEBOOK, Contestant, Instructions
from guardrails.checking import check_copy
from store.llm_ledger import LlmCall, LlmLedger, Outcome

T = TypeVar("T")

SPENT_ON = CampaignId("eval-copy")  # what the ledger files these calls under
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Purse:
    """What paid calls need: where they are written down, and what they may cost."""

    ledger: LlmLedger
    budget: Budget


@dataclass(frozen=True, slots=True)
class Attempt:
    """One brief written by one contestant."""

    brief: GoldenBrief
    written: WrittenCopy
    is_own: bool  # the contestant's words, not the phrasebook's in its stead, and not empty
    first_findings: tuple[Finding, ...] | None  # of its first reply; None where there was none


@dataclass(frozen=True, slots=True)
class Play:
    """All attempts of one contestant, in the order of the briefs."""

    contestant: Contestant
    attempts: tuple[Attempt, ...]
    calls: tuple[LlmCall, ...] = ()  # that were answered, also those paid for in an earlier run


@dataclass(frozen=True, slots=True)
class Desk:
    """What all contestants write with."""

    limits: LimitSettings = field(default_factory=LimitSettings)
    default_locale: str = "en-GB"
    purse: Purse | None = None  # None where no model is asked
    guards: GuardSettings = field(default_factory=GuardSettings)

    def check(self, copy: Copy, sheet: FactSheet) -> tuple[Finding, ...]:
        """What the guards find."""
        return check_copy(copy, sheet, self.limits, self.guards)


def play(contestant: Contestant, briefs: Sequence[GoldenBrief], desk: Desk, say: Say) -> Play:
    """Every brief written by the contestant; where its model fails, by the phrasebook, as in a campaign."""
    say(f"Writing {len(briefs)} briefs: {contestant.name}.")
    asker = _make_asker(contestant, desk)
    writer = None if asker is None else _Noted(OpenAIWriter(asker, desk.limits))
    sheets = [brief.sheet for brief in briefs]
    copies = write_copies(
        sheets,
        writer=writer,
        phrasebook=Phrasebook(desk.limits, desk.default_locale),
        check=desk.check,
        concurrency=1 if contestant.settings is None else contestant.settings.concurrency,
    )
    first = {} if writer is None else writer.first
    return Play(
        contestant,
        tuple(
            _attempt(brief, written, desk, first.get(id(brief.sheet)), asker is None)
            for brief, written in zip(briefs, copies, strict=True)
        ),
        () if asker is None else tuple(asker.calls()),
    )


def _attempt(
    brief: GoldenBrief, written: WrittenCopy, desk: Desk, first: Copy | None, is_phrasebook: bool
) -> Attempt:
    says_something = any(written.copy.texts())
    if is_phrasebook and says_something:
        first = written.copy
    return Attempt(
        brief=brief,
        written=written,
        is_own=says_something and (is_phrasebook or written.writer != PHRASEBOOK),
        first_findings=None if first is None else desk.check(first, brief.sheet),
    )


class _Noted:
    """A writer whose first copy for each sheet is kept, before the guards send it back."""

    def __init__(self, writer: OpenAIWriter) -> None:
        self.name = writer.name
        self.first: dict[int, Copy] = {}  # by the sheet's identity: sheets hold mappings and have no hash
        self._writer = writer

    async def write(
        self, sheet: FactSheet, findings: Sequence[Finding] = (), previous: Copy | None = None
    ) -> WrittenCopy:
        """As the writer does."""
        written = await self._writer.write(sheet, findings, previous)
        if not findings:
            self.first.setdefault(id(sheet), written.copy)
        return written

    async def close(self) -> None:
        """As the writer does."""
        await self._writer.close()


class NotedAsker(Asker):
    """Asks with the contestant's own instructions, and knows afterwards what its replies took."""

    def __init__(self, settings: WriterSettings, purse: Purse, instructions: Instructions | None) -> None:
        super().__init__(settings, purse.ledger, purse.budget, campaign_id=SPENT_ON)
        self._own_ledger, self._instructions = purse.ledger, instructions
        self._asked: dict[str, None] = {}

    async def ask(self, prompt: Prompt, read: Callable[[str], T], salt: str = "") -> Read[T]:
        """As `Asker.ask`."""
        prompt = self._dress(prompt)
        self._asked[self.hash_of(prompt, salt)] = None
        return await super().ask(prompt, read, salt)

    def was_answered(self, prompt: Prompt, salt: str = "") -> bool:
        """Whether the ledger has a usable reply, so that asking costs nothing."""
        replies = self._own_ledger.replies(self.hash_of(self._dress(prompt), salt))
        return any(reply.outcome is Outcome.USABLE for reply in replies)

    def calls(self) -> list[LlmCall]:
        """The answered calls to everything asked so far."""
        return [call for one in self._asked for call in self._own_ledger.replies(one)]

    def _dress(self, prompt: Prompt) -> Prompt:
        return prompt if self._instructions is None else self._instructions.put_in(prompt)


def _make_asker(contestant: Contestant, desk: Desk) -> NotedAsker | None:
    if contestant.settings is None:
        return None
    assert desk.purse is not None, "a model is asked through a ledger only"
    return NotedAsker(contestant.settings, desk.purse, contestant.instructions)


@dataclass(frozen=True, slots=True)
class Took:
    """What a contestant's replies came to, in this run or paid for earlier."""

    replies: int
    unusable: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost_usd: Decimal | None  # None where a reply's price is not known
    latencies: tuple[float, ...]  # in seconds, of each reply, the fastest first


def sum_up(calls: Sequence[LlmCall]) -> Took:
    """Replies, tokens, dollars and latencies of calls."""
    costs = [call.cost_usd for call in calls]
    known = [cost for cost in costs if cost is not None]
    return Took(
        replies=len(calls),
        unusable=sum(call.outcome is not Outcome.USABLE for call in calls),
        prompt_tokens=sum(call.prompt_tokens for call in calls),
        cached_tokens=sum(call.cached_tokens for call in calls),
        completion_tokens=sum(call.completion_tokens for call in calls),
        cost_usd=sum(known, Decimal(0)) if len(known) == len(costs) else None,
        latencies=tuple(sorted(call.latency_seconds for call in calls)),
    )


def who_wrote(played: Play) -> Mapping[str, int]:
    """How many briefs the contestant wrote itself, and for each reason how many it did not."""
    counts: dict[str, int] = {}
    for attempt in played.attempts:
        reason = "" if attempt.is_own else attempt.written.note or "had nothing to say"
        counts[reason] = counts.get(reason, 0) + 1
    return counts
