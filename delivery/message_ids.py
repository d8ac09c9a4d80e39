"""Message ids as delivery relies on them: they become file names, boundaries and tokens."""

from __future__ import annotations

import re
from functools import lru_cache

_MESSAGE_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)


@lru_cache(maxsize=64)  # asked several times for each message, by the part that needs it
def is_message_id(text: str) -> bool:
    """Whether `text` has the form `store.messages.message_id` gives: 32 hexadecimal digits."""
    return _MESSAGE_ID.fullmatch(text) is not None
