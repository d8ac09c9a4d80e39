"""The errors Bespoke raises on purpose.

BespokeError
├── DataRefused          a load whose columns or contents make it unusable as a whole
├── BriefRefused         a brief that cannot be run as it stands
├── CampaignConflict     a campaign id that already stands for another brief
├── NotFound             a draft, campaign, model or file that is not there
├── IllegalTransition    a state change that the present state does not allow
├── ModelUnusable        no model to recommend with, or an artifact that cannot be read
├── WriterFailed         the language model gave nothing usable
│   ├── WriterRefused    the endpoint refuses every call (key, model, permission): stop calling
│   └── BudgetExhausted  the next call could cost more than is left
├── LayoutBroken         a template that does not compile
├── DeliveryFailed       a transport that cannot take messages
└── MessageUnsendable    one message that cannot be composed; the others go out
SettingsError            outside the tree, so that no handler that skips a customer hides it
"""

from __future__ import annotations


class BespokeError(Exception):
    """Base of every error whose one-line message is meant for the person at the keyboard."""


class DataRefused(BespokeError):
    """Raised when a load cannot be used as a whole: a missing column, mostly bad rows."""


class BriefRefused(BespokeError):
    """Raised when a brief cannot be run: unknown keys, an offer that has ended, nobody to write to."""


class CampaignConflict(BespokeError):
    """Raised when a campaign id already stands for another brief."""

    def __init__(self, campaign_id: str) -> None:
        self.campaign_id = campaign_id
        super().__init__(
            f"campaign {campaign_id!r} already exists with another brief; "
            "give this one another name, or another id with --id"
        )


class NotFound(BespokeError):
    """Raised when something asked for by id or path does not exist."""

    def __init__(self, what: str, which: str, hint: str = "") -> None:
        self.what, self.which = what, which
        super().__init__(f"no {what} {which!r}" + (f"; {hint}" if hint else ""))


class IllegalTransition(BespokeError):
    """Raised when a guarded update found the row in another state."""

    def __init__(self, what: str, which: str, wanted: str, found: str) -> None:
        self.what, self.which, self.wanted, self.found = what, which, wanted, found
        super().__init__(f"{what} {which!r} cannot be {wanted}: it is {found}")


class ModelUnusable(BespokeError):
    """Raised when there is no model in service or its artifact cannot be read."""


class WriterFailed(BespokeError):
    """Raised when the language model gave nothing usable for one request, after all retries."""


class WriterRefused(WriterFailed):
    """Raised when the endpoint will refuse every further call; the phrasebook writes the rest."""


class BudgetExhausted(WriterFailed):
    """Raised when the next call could cost more than the campaign has left."""


class LayoutBroken(BespokeError):
    """Raised when a layout does not compile."""


class DeliveryFailed(BespokeError):
    """Raised when a transport cannot take messages at all, e.g. an unwritable outbox."""


class MessageUnsendable(BespokeError):
    """Raised when one message cannot be composed: an impossible address, too long to arrive whole."""


class SettingsError(Exception):
    """Raised when `bespoke.toml` or the environment cannot be used as settings."""
