"""What a model's tokens cost; a price nobody stated is not guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from bespoke.settings import WriterSettings

_MILLION = Decimal(1_000_000)
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")

# US dollars per million tokens of input, cached input and output: OpenAI's published standard
# prices, which hold for OpenAI's own endpoint only. `writer.prices` in the settings goes first.
_LIST_PRICES = {
    "gpt-5": ("1.25", "0.125", "10.00"),
    "gpt-5-mini": ("0.25", "0.025", "2.00"),
    "gpt-5-nano": ("0.05", "0.005", "0.40"),
    "gpt-4.1": ("2.00", "0.50", "8.00"),
    "gpt-4.1-mini": ("0.40", "0.10", "1.60"),
    "gpt-4.1-nano": ("0.10", "0.025", "0.40"),
    "gpt-4o": ("2.50", "1.25", "10.00"),
    "gpt-4o-mini": ("0.15", "0.075", "0.60"),
}
BATCH_SHARE = Decimal("0.5")  # of the price, in a batch


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    input: Decimal
    output: Decimal
    cached_input: Decimal  # of prompt tokens that the endpoint had in its cache
    batch_share: Decimal = BATCH_SHARE

    def cost(self, prompt_tokens: int, completion_tokens: int, cached_tokens: int = 0) -> Decimal:
        """Dollars for that many tokens; `cached_tokens` are among the prompt's."""
        cached = min(cached_tokens, prompt_tokens)
        fresh = prompt_tokens - cached
        return (self.input * fresh + self.cached_input * cached + self.output * completion_tokens) / _MILLION

    def in_batch(self) -> Price:
        """The price of the same in a batch."""
        share = self.batch_share
        return Price(self.input * share, self.output * share, self.cached_input * share, share)


def find_price(settings: WriterSettings) -> Price | None:
    """The price of the configured model at the configured endpoint; None where it is not known."""
    if stated := settings.prices.get(settings.model):
        cached = stated.input if stated.cached_input is None else stated.cached_input
        return Price(stated.input, stated.output, cached, stated.batch_share)
    listed = _LIST_PRICES.get(_DATED.sub("", settings.model))
    if listed is None or not is_openai(settings):
        return None
    fresh, cached, output = map(Decimal, listed)
    return Price(fresh, output, cached)


def is_openai(settings: WriterSettings) -> bool:
    """Whether the endpoint is OpenAI's own."""
    return settings.base_url is None or urlsplit(settings.base_url).hostname == "api.openai.com"
