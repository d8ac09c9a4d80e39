"""Complete RFC 5322 messages as bytes: both parts, and every header a bulk sender needs.

Assembled directly: the standard library's `EmailMessage.as_bytes` makes a few
hundred a second, since it parses and folds what is the same in every message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache

from bespoke.domain import MessageId
from bespoke.errors import MessageUnsendable, SettingsError
from delivery.encoded_text import encode_body, encode_display_name, encode_pieces, encode_unstructured
from delivery.message_ids import is_message_id

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_LONGEST_LOCAL, _LONGEST_ADDRESS = 64, 254  # RFC 5321, 4.5.3.1
_LONGEST_LINE = 998  # RFC 5322, 2.1.1
_NOT_A_FEEDBACK_WORD = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class MessageParts:
    """What differs between one sender's messages."""

    message_id: MessageId
    to_name: str | None
    to_email: str
    subject: str
    text: str
    html: Iterable[str]  # in pieces, those that all messages share being equal
    unsubscribe_url: str
    feedback_id: str


class MessageWriter:
    """Writes one sender's messages. Raises SettingsError for a sender nobody could answer."""

    def __init__(self, *, from_name: str, from_email: str, reply_to: str | None = None) -> None:
        for key, address in (("from_email", from_email), ("reply_to", reply_to)):
            if address is not None and (problem := find_address_problem(address)):
                raise SettingsError(f"brand.{key} {address!r} {problem}")
        self._domain = from_email.rpartition("@")[2]
        reply = f"Reply-To: {reply_to}\r\n" if reply_to else ""
        self._sender = f"From: {_mailbox(from_name, from_email)}\r\n{reply}"

    def write(self, parts: MessageParts, sent_at: datetime) -> bytes:
        """The message, CRLF line ends, 7-bit throughout; the same parts give the same bytes.

        Raises MessageUnsendable for a recipient no mail can be addressed to. Line
        breaks in names and subjects become spaces.
        """
        message_id = parts.message_id
        if not is_message_id(message_id):
            raise MessageUnsendable(f"message {message_id!r} has an id that is not 32 hexadecimal digits")
        if problem := find_address_problem(parts.to_email):
            # Not the address itself: the reason is kept and logged.
            raise MessageUnsendable(
                f"message {message_id!r} cannot be addressed: its customer's email address {problem}"
            )
        headers = self._headers(parts, sent_at)
        if len(headers) > _LONGEST_LINE and max(map(len, headers.split("\r\n"))) > _LONGEST_LINE:
            raise MessageUnsendable(
                f"message {message_id!r} has a header line of over {_LONGEST_LINE} characters"
            )
        # "=_" cannot stand in a quoted-printable body, so no body can end its part early.
        delimiter = b"\r\n--=_" + message_id.encode()
        return b"".join(
            (
                headers.encode("ascii"),
                delimiter,
                _part_head("plain"),
                encode_body(parts.text),
                delimiter,
                _part_head("html"),
                *encode_pieces(parts.html),
                delimiter,
                b"--\r\n",
            )
        )

    def _headers(self, parts: MessageParts, sent_at: datetime) -> str:
        return (
            f"{self._sender}"
            f"To: {_mailbox(parts.to_name or '', parts.to_email)}\r\n"
            f"Subject: {encode_unstructured(parts.subject)}\r\n"
            f"Date: {_date(sent_at)}\r\n"
            f"Message-ID: <{parts.message_id}@{self._domain}>\r\n"
            f"List-Unsubscribe: <{parts.unsubscribe_url}>\r\n"
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
            f"Feedback-ID: {parts.feedback_id}\r\n"
            "MIME-Version: 1.0\r\n"
            f'Content-Type: multipart/alternative; boundary="=_{parts.message_id}"\r\n'
        )


def find_address_problem(address: str) -> str | None:
    """Why mail cannot be addressed to `address`, or None where it can.

    Taken are plain ASCII addresses. Quoted and internationalized local parts need
    extensions (SMTPUTF8) that many receivers lack.
    """
    if not address.isascii():
        if address.rpartition("@")[0].isascii():
            return "has a domain with letters other than ASCII; write it in its xn-- form"
        return "has letters other than ASCII before the '@', which many mail servers do not take"
    if _ADDRESS.fullmatch(address) is None:
        return "is not an email address"
    if len(address) > _LONGEST_ADDRESS or address.index("@") > _LONGEST_LOCAL:
        return "is longer than an email address may be"
    return None


def feedback_id(*words: str) -> str:
    """The value of Feedback-ID: words joined by colons, most particular first, the sender last."""
    return ":".join(_NOT_A_FEEDBACK_WORD.sub("-", word).strip("-")[:60] or "none" for word in words)


def _mailbox(name: str, address: str) -> str:
    shown = encode_display_name(name)
    if not shown:
        return address
    last_line = shown.rpartition("\n")[2]
    separator = " " if len(last_line) + len(address) < 65 else "\r\n "
    return f"{shown}{separator}<{address}>"


@lru_cache(maxsize=16)
def _date(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("the moment of sending must be aware of its time zone")
    return format_datetime(moment.astimezone(UTC))


@lru_cache(maxsize=2)
def _part_head(subtype: str) -> bytes:
    return (
        f"\r\nContent-Type: text/{subtype}; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    ).encode("ascii")
