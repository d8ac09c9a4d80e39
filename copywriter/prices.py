"""What a model's tokens cost; a price nobody stated is not guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from bespoke.settings import WriterSettings

_MILLION = Decimal(1_000_000)
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")

# US dollars per million input and output tokens: OpenAI's published standard prices,
# which hold for OpenAI's own endpoint only. `writer.prices` in the settings goes first.
_LIST_PRICES = {
    "gpt-5": ("1.25", "10.00"),
    "gpt-5-mini": ("0.25", "2.00"),
    "gpt-5-nano": ("0.05", "0.40"),
    "gpt-4.1": ("2.00", "8.00"),
    "gpt-4.1-mini": ("0.40", "1.60"),
    "gpt-4.1-nano": ("0.10", "0.40"),
    "gpt-4o": ("2.50", "10.00"),
    "gpt-4o-mini": ("0.15", "0.60"),
}


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    input: Decimal
    output: Decimal

    def cost(self, prompt_tokens: int, completion_tokens: int) -> Decimal:
        """Dollars for that many tokens; cached ones count in full, so it is never too little."""
        return (self.input * prompt_tokens + self.output * completion_tokens) / _MILLION


def find_price(settings: WriterSettings) -> Price | None:
    """The price of the configured model at the configured endpoint; None where it is not known."""
    if stated := settings.prices.get(settings.model):
        return Price(stated.input, stated.output)
    listed = _LIST_PRICES.get(_DATED.sub("", settings.model))
    if listed is None or not is_openai(settings):
        return None
    return Price(Decimal(listed[0]), Decimal(listed[1]))


def is_openai(settings: WriterSettings) -> bool:
    """Whether the endpoint is OpenAI's own."""
    return settings.base_url is None or urlsplit(settings.base_url).hostname == "api.openai.com"
