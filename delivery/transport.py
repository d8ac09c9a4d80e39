"""What every transport does: take composed messages, each at most once."""

from __future__ import annotations

from typing import Protocol

from bespoke.domain import MessageId
from delivery.composing import ComposedMessage


class Transport(Protocol):
    """Takes composed messages. A restarted run asks `was_delivered` before it sends again."""

    def prepare(self) -> None:
        """Make sure that messages can be taken, before any is claimed. Raises DeliveryFailed."""

    def deliver(self, message: ComposedMessage) -> None:
        """Take one message; taking the same one again changes nothing. Raises DeliveryFailed."""

    def was_delivered(self, message_id: MessageId) -> bool:
        """Whether this message was taken before, by this run or an earlier one."""
