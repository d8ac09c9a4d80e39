"""Signed links: what a click or an unsubscribe means, in a short token nobody can forge.

A token is the URL-safe base64 of kind, message id, campaign, variant and product
id, followed by an HMAC-SHA256 truncated to 128 bits (RFC 4868). It holds no
address and no URL: where a click leads is looked up from the shop's catalog and
site, so a link can never be turned into an open redirect.
"""

from __future__ import annotations

import hmac
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from bespoke.domain import CampaignId, MessageId, ProductId
from bespoke.errors import BespokeError, DeliveryFailed, SettingsError
from delivery.message_ids import is_message_id

_SIGNATURE_BYTES = 16
_SHORTEST_SECRET = 16
_UNSAFE_IN_A_HEADER = frozenset('<>"\\^`{|},')


class LinkRefused(BespokeError):
    """Raised when a token was not signed by us, was changed, or is used for something else."""


class LinkKind(StrEnum):
    PRODUCT = "product"
    CTA = "cta"
    UNSUBSCRIBE = "unsubscribe"
    PREFERENCES = "preferences"


_CODES = {LinkKind.PRODUCT: 1, LinkKind.CTA: 2, LinkKind.UNSUBSCRIBE: 3, LinkKind.PREFERENCES: 4}
_KINDS = {code: kind for kind, code in _CODES.items()}
_PATHS = {
    LinkKind.PRODUCT: "c",
    LinkKind.CTA: "c",
    LinkKind.UNSUBSCRIBE: "u",
    LinkKind.PREFERENCES: "p",
}


@dataclass(frozen=True, slots=True)
class LinkClaims:
    """What a verified token says."""

    kind: LinkKind
    message_id: MessageId
    campaign_id: CampaignId
    variant: str
    product_id: ProductId | None = None  # product links only


class LinkSigner:
    """Makes and verifies the links of one installation.

    Raises SettingsError for a secret under 16 bytes, or a base URL that is not
    plain https (plain http is taken for this machine alone).
    """

    def __init__(self, secret: bytes, base_url: str) -> None:
        if len(secret) < _SHORTEST_SECRET:
            raise SettingsError(
                f"delivery.link_secret has {len(secret)} bytes; give it at least {_SHORTEST_SECRET}"
            )
        self._keyed = hmac.new(secret, digestmod="sha256")  # copied: half the time of keying anew
        self._base_url = _checked_base_url(base_url)
        self._prefixes = {kind: f"{self._base_url}/{path}/" for kind, path in _PATHS.items()}

    def for_message(self, campaign_id: CampaignId, variant: str, message_id: MessageId) -> MessageLinks:
        """The links of one message. Raises ValueError for a message id that is not one of ours."""
        if not is_message_id(message_id):
            raise ValueError(f"{message_id!r} is not a message id: 32 hexadecimal digits")
        shared = bytes.fromhex(message_id) + _with_length(campaign_id) + _with_length(variant)
        return MessageLinks(self._keyed, self._prefixes, shared)

    def verify(self, token: str, *expected: LinkKind) -> LinkClaims:
        """The claims of a token. Raises LinkRefused unless we signed it, for an expected kind if given."""
        claims = _read_claims(self._checked_payload(token))
        if expected and claims.kind not in expected:
            raise LinkRefused(f"this link is for {claims.kind}, not for {' or '.join(expected)}")
        return claims

    def _checked_payload(self, token: str) -> bytes:
        try:
            raw = urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
        except (UnicodeEncodeError, Base64Error):
            raise LinkRefused("this link is damaged: it is not a token") from None
        payload, signature = raw[:-_SIGNATURE_BYTES], raw[-_SIGNATURE_BYTES:]
        genuine = hmac.compare_digest(signature, _signature(self._keyed, payload))
        # Base64 has several spellings of the same bytes; only ours is taken.
        if not genuine or _token(raw) != token:
            raise LinkRefused("this link is damaged or was not made by us: its signature does not match")
        return payload


class MessageLinks:
    """The links of one message, which share all but their kind and product."""

    __slots__ = ("_keyed", "_prefixes", "_shared")

    def __init__(self, keyed: hmac.HMAC, prefixes: dict[LinkKind, str], shared: bytes) -> None:
        self._keyed, self._prefixes, self._shared = keyed, prefixes, shared

    def product(self, product_id: ProductId) -> str:
        """A tracked link to one product."""
        return self._link(LinkKind.PRODUCT, product_id.encode())

    def cta(self) -> str:
        """A tracked link to the shop, for the call to action."""
        return self._link(LinkKind.CTA)

    def unsubscribe(self) -> str:
        """The one-click unsubscribe link (RFC 8058)."""
        return self._link(LinkKind.UNSUBSCRIBE)

    def preferences(self) -> str:
        """A link to what the customer wants to hear about."""
        return self._link(LinkKind.PREFERENCES)

    def _link(self, kind: LinkKind, rest: bytes = b"") -> str:
        payload = bytes((_CODES[kind],)) + self._shared + rest
        return self._prefixes[kind] + _token(payload + _signature(self._keyed, payload))


def read_or_make_secret(path: Path) -> bytes:
    """The secret kept at `path`; 32 random bytes, as text only its owner can read, made if missing.

    Two processes that start at once get the same one. Raises DeliveryFailed where
    the file can be neither read nor made, or holds too little.
    """
    try:
        if not path.exists():
            _make_secret(path)
        secret = path.read_bytes().strip()
    except OSError as error:
        raise DeliveryFailed(
            f"cannot read or make the link secret {str(path)!r}: {error.strerror}; "
            "make its folder writable or set delivery.link_secret"
        ) from None
    if len(secret) < _SHORTEST_SECRET:
        raise DeliveryFailed(
            f"the link secret {str(path)!r} is too short; restore it, or remove it to have one made "
            "(links in mail already sent stop working)"
        )
    return secret


def _make_secret(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
            file.flush()
            os.fsync(file.fileno())  # links already sent depend on it
        try:
            os.link(temporary, path)  # unlike a rename, never replaces one made meanwhile
        except FileExistsError:
            return
    finally:
        temporary.unlink(missing_ok=True)


def _checked_base_url(base_url: str) -> str:
    parts = urlsplit(base_url)
    local = parts.hostname in ("localhost", "127.0.0.1", "::1")
    plain = base_url.isascii() and base_url.isprintable() and not _UNSAFE_IN_A_HEADER & set(base_url)
    schemes = ("https", "http") if local else ("https",)
    if not (plain and " " not in base_url and parts.scheme in schemes and parts.hostname):
        raise SettingsError(f"delivery.link_base_url {base_url!r} must be a plain https:// address")
    if parts.query or parts.fragment:
        raise SettingsError(f"delivery.link_base_url {base_url!r} must have no '?' or '#'")
    return base_url.rstrip("/")


def _signature(keyed: hmac.HMAC, payload: bytes) -> bytes:
    signing = keyed.copy()
    signing.update(payload)
    return signing.digest()[:_SIGNATURE_BYTES]


def _token(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _with_length(text: str) -> bytes:
    raw = text.encode()
    if len(raw) > 255:
        raise ValueError(f"{text[:20]!r}… has over 255 bytes, too many for a link")
    return bytes((len(raw),)) + raw


def _read_claims(payload: bytes) -> LinkClaims:
    """The claims of a payload whose signature was checked, so its form is ours."""
    campaign_end = 18 + payload[17]
    variant_end = campaign_end + 1 + payload[campaign_end]
    kind = _KINDS[payload[0]]
    return LinkClaims(
        kind=kind,
        message_id=MessageId(payload[1:17].hex()),
        campaign_id=CampaignId(payload[18:campaign_end].decode()),
        variant=payload[campaign_end + 1 : variant_end].decode(),
        product_id=ProductId(payload[variant_end:].decode()) if kind is LinkKind.PRODUCT else None,
    )
