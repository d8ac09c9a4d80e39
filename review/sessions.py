"""Who may come in: the sign-in link's token, signed session cookies, form tokens."""

from __future__ import annotations

import hmac
import json
import secrets
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bespoke.errors import SettingsError

COOKIE = "bespoke_review"
LIFETIME = timedelta(days=7)
LONGEST_NAME = 80
_SHORTEST_SECRET = 16


@dataclass(frozen=True, slots=True)
class Session:
    reviewer: str  # the name that decisions are recorded under
    nonce: str
    started_at: datetime


class Doorkeeper:
    """Admits whoever has the secret, and recognizes them by a cookie signed with it.

    Raises SettingsError for a secret under 16 characters.
    """

    def __init__(self, secret: str) -> None:
        if len(secret) < _SHORTEST_SECRET:
            raise SettingsError(f"the review page's token needs at least {_SHORTEST_SECRET} characters")
        self._secret = secret.encode()

    def admits(self, token: str) -> bool:
        """Whether `token` is the sign-in link's."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self._secret)

    def start(self, reviewer: str, now: datetime) -> Session:
        """A new session of one reviewer."""
        return Session(reviewer, secrets.token_urlsafe(16), now)

    def seal(self, session: Session) -> str:
        """The session as a cookie's value."""
        plain = [session.reviewer, session.nonce, int(session.started_at.timestamp())]
        payload = urlsafe_b64encode(json.dumps(plain).encode()).decode()
        return f"{payload}.{self._sign('session', payload)}"

    def recognize(self, cookie: str | None, now: datetime) -> Session | None:
        """The session in a cookie; None unless we sealed it and it has not run out."""
        payload, _, signature = (cookie or "").partition(".")
        if not _same(signature, self._sign("session", payload)):
            return None
        try:
            reviewer, nonce, started = json.loads(urlsafe_b64decode(payload))
        except (ValueError, Base64Error):
            return None
        session = Session(reviewer, nonce, datetime.fromtimestamp(started, UTC))
        return session if now - session.started_at < LIFETIME else None

    def form_token(self, session: Session) -> str:
        """What every form of this session must bring back."""
        return self._sign("form", session.nonce)

    def accepts_form(self, session: Session, token: str) -> bool:
        """Whether a form came from one of this session's own pages."""
        return _same(token, self.form_token(session))

    def _sign(self, purpose: str, text: str) -> str:
        return hmac.new(self._secret, f"{purpose}:{text}".encode("utf-8", "replace"), "sha256").hexdigest()


def clean_name(given: str) -> str:
    """A reviewer's name on one line, without invisible characters; empty where nothing is left."""
    visible = "".join(" " if one.isspace() else one for one in given if one.isspace() or _is_visible(one))
    return " ".join(visible.split())[:LONGEST_NAME].strip()


def _is_visible(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
