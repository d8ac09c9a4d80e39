"""The language model as a writer of copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from bespoke.domain import Copy, FactSheet, Finding, WrittenCopy
from bespoke.settings import LimitSettings
from copywriter.asking import Asker
from copywriter.prompts import Prompt, make_prompt
from copywriter.reply import Reply, parse_reply


def request_for(
    sheet: FactSheet, limits: LimitSettings, findings: Sequence[Finding] = (), previous: Copy | None = None
) -> tuple[Prompt, Callable[[str], Reply]]:
    """What a model is asked for a sheet's copy, and what makes copy of its reply."""
    prompt = make_prompt(sheet, limits, findings, previous)
    return prompt, lambda reply: parse_reply(reply, sheet, limits)


class OpenAIWriter:
    """Writes through any endpoint that speaks OpenAI's chat completions."""

    def __init__(self, asker: Asker, limits: LimitSettings | None = None) -> None:
        self.name = asker.settings.model
        self.asker = asker
        self._limits = limits or LimitSettings()

    @property
    def spent_usd(self) -> Decimal:
        """What the budget that it writes within has been charged so far."""
        return self.asker.spent_usd

    async def write(
        self, sheet: FactSheet, findings: Sequence[Finding] = (), previous: Copy | None = None
    ) -> WrittenCopy:
        """The model's copy for a sheet; with `findings` about `previous`, copy without them.

        Raises WriterFailed where the model gave nothing usable, WriterRefused where
        the endpoint is down or refuses every call, BudgetExhausted where the money or the
        calls do not reach.
        """
        prompt, parse = request_for(sheet, self._limits, findings, previous)
        read = await self.asker.ask(prompt, parse)
        return WrittenCopy(
            read.value.copy,
            self.name,
            prompt_version=prompt.version,
            cost_usd=read.cost_usd,
            facts_used=read.value.facts_used,
        )

    async def close(self) -> None:
        """Close the connections. The writer can be used again afterwards."""
        await self.asker.close()
