"""The budget: a reservation at its worst for each call, a hard stop after."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from decimal import Decimal

from bespoke.brief import BudgetBrief
from bespoke.errors import BudgetExhausted
from store.llm_ledger import Spending


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
        while (reservation := self.reserve_now(worst_usd)) is None:
            if not self.reserved_calls:
                raise BudgetExhausted(self._describe(worst_usd))
            await self.wait_for_release()
        return reservation

    def reserve_now(self, worst_usd: Decimal | None) -> Reservation | None:
        """Set a call and its worst cost aside; None where it could overrun the budget now."""
        if not self._has_room(worst_usd):
            return None
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

    async def wait_for_release(self) -> None:
        """Until a call in flight has ended."""
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        await waiting

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
