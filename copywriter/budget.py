"""The budget: an estimate before, a reservation at its worst for each call, a hard stop after."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bespoke.brief import BudgetBrief
from bespoke.domain import DraftKind, FactSheet
from bespoke.errors import BudgetExhausted
from bespoke.settings import LimitSettings, WriterSettings
from copywriter.fact_sheets import has_something_to_say
from copywriter.prices import find_price
from copywriter.prompts import Prompt, make_prompt
from store.llm_ledger import Spending

_CHARS_PER_TOKEN = 4  # English prose and JSON; other languages use a little more
_TYPICAL_REPLY_TOKENS = {DraftKind.FRAME: 260, DraftKind.BLURB: 60}
_OVERHEAD_TOKENS = 64  # roles, separators and the start of the reply, generously


@dataclass(frozen=True, slots=True)
class Estimate:
    """What writing is expected to take if every first reply is used; rewrites come on top."""

    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: Decimal | None  # None where the model's price is not known
    at_most_usd: Decimal | None  # every reply at its longest
    note: str = ""

    @property
    def tokens(self) -> int:
        """Prompt and completion together."""
        return self.prompt_tokens + self.completion_tokens


def estimate(
    sheets: Iterable[FactSheet], settings: WriterSettings, limits: LimitSettings | None = None
) -> Estimate:
    """Calls, tokens and dollars for the sheets that are still to be written."""
    limits = limits or LimitSettings()
    asked = [sheet for sheet in sheets if sheet.kind is DraftKind.FRAME or has_something_to_say(sheet)]
    prompts = [make_prompt(sheet, limits) for sheet in asked]
    prompt_tokens = sum(_typical_tokens(prompt) for prompt in prompts)
    completion_tokens = sum(_TYPICAL_REPLY_TOKENS[sheet.kind] for sheet in asked)
    price = find_price(settings)
    if price is None:
        note = (
            f"the price of {settings.model!r} is not known, so only the number of calls is limited; "
            f"state it in writer.prices"
        )
        return Estimate(len(asked), prompt_tokens, completion_tokens, None, None, note)
    longest = sum(longest_tokens(prompt) for prompt in prompts)
    return Estimate(
        calls=len(asked),
        prompt_tokens=prompt_tokens,
        completion_tokens=completion_tokens,
        cost_usd=price.cost(prompt_tokens, completion_tokens),
        at_most_usd=price.cost(longest, settings.max_output_tokens * len(asked)),
    )


def longest_tokens(prompt: Prompt, further: Sequence[str] = ()) -> int:
    """More tokens than the prompt can have: a token is at least one byte of UTF-8."""
    texts = [message["content"] for message in prompt.messages] + [str(prompt.schema), *further]
    return sum(len(text.encode()) for text in texts) + _OVERHEAD_TOKENS * len(texts)


def _typical_tokens(prompt: Prompt) -> int:
    chars = sum(len(message["content"]) for message in prompt.messages) + len(str(prompt.schema))
    return chars // _CHARS_PER_TOKEN + _OVERHEAD_TOKENS


@dataclass(frozen=True, slots=True)
class Reservation:
    worst_usd: Decimal | None  # None where the price is not known


@dataclass(slots=True)
class Budget:
    """What a campaign may still spend. Calls in flight count at their worst, so none can overrun it."""

    max_usd: Decimal
    max_calls: int
    spent_usd: Decimal = Decimal(0)
    calls: int = 0
    reserved_usd: Decimal = Decimal(0)
    reserved_calls: int = 0
    _waiting: list[asyncio.Future[None]] = field(default_factory=list)

    @classmethod
    def of_campaign(cls, limits: BudgetBrief, spent: Spending) -> Budget:
        """The brief's budget less what the campaign has already spent."""
        return cls(limits.max_usd, limits.max_calls, spent_usd=spent.cost_usd, calls=spent.calls)

    async def reserve(self, worst_usd: Decimal | None) -> Reservation:
        """Set a call and its worst cost aside, once calls in flight have left enough for it.

        Raises BudgetExhausted where even then it could overrun the budget.
        """
        while not self._has_room(worst_usd):
            if not self.reserved_calls:
                raise BudgetExhausted(self._describe(worst_usd))
            waiting = asyncio.get_running_loop().create_future()
            self._waiting.append(waiting)
            await waiting
        self.reserved_calls += 1
        self.reserved_usd += worst_usd or Decimal(0)
        return Reservation(worst_usd)

    def settle(self, reservation: Reservation, cost_usd: Decimal | None) -> None:
        """Turn a reservation into spending; a cost that nobody can tell counts at its worst."""
        self._free(reservation)
        self.calls += 1
        paid = reservation.worst_usd if cost_usd is None else cost_usd
        self.spent_usd += paid or Decimal(0)

    def release(self, reservation: Reservation) -> None:
        """Give a reservation back: the call was not answered and cannot have been billed."""
        self._free(reservation)

    def _free(self, reservation: Reservation) -> None:
        self.reserved_calls -= 1
        self.reserved_usd -= reservation.worst_usd or Decimal(0)
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if not one.done():
                one.set_result(None)

    def _has_room(self, worst_usd: Decimal | None) -> bool:
        if self.calls + self.reserved_calls >= self.max_calls:
            return False
        if worst_usd is None:
            return self.max_usd > 0
        return self.spent_usd + self.reserved_usd + worst_usd <= self.max_usd

    def _describe(self, worst_usd: Decimal | None) -> str:
        if self.calls >= self.max_calls:
            return f"the campaign's {self.max_calls} model calls are used up"
        if worst_usd is None:
            return (
                "the campaign may spend nothing and the model's price is not known; state it in writer.prices"
            )
        return f"the campaign's budget of ${self.max_usd} for the model does not reach for another call"
