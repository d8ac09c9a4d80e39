"""Any text as the 7-bit bytes that mail carries: headers by RFC 2047, bodies by RFC 2045."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterable

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONGEST_PLAIN = 68  # characters that fit behind "Subject: " in a line of 78
_WORD_BYTES = 45  # of UTF-8 in an encoded word, which may be 75 characters long
_SOFT_BREAK = b"=\r\n"
_MOST_REMEMBERED = 8192
_LONGEST_REMEMBERED = 8192  # characters; together at most some 70 MB, in practice one or two


def one_line(text: str) -> str:
    """`text` with control characters and line breaks as spaces: it cannot start a header."""
    return text if text.isprintable() else _CONTROLS.sub(" ", text)


def encode_unstructured(text: str) -> str:
    """A header's value, e.g. a subject: as it is where plain ASCII allows, else encoded words."""
    text = one_line(text)
    plain = len(text) <= _LONGEST_PLAIN and text.isascii() and "=?" not in text and text == text.strip()
    return text if plain else _encoded_words(text)


def encode_display_name(name: str) -> str:
    """The name before an address: a quoted string, or encoded words; empty for an empty name."""
    name = one_line(name).strip()
    if not name:
        return ""
    if len(name) <= _LONGEST_PLAIN - 10 and name.isascii() and "=?" not in name:
        return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _encoded_words(name)


def encode_body(text: str) -> bytes:
    """Quoted-printable with CRLF line ends and lines of at most 76 characters."""
    return b"\r\n".join(map(_LINES.__getitem__, _lines_of(text)))


def encode_pieces(pieces: Iterable[str]) -> list[bytes]:
    """Quoted-printable of the pieces joined, again in pieces, most of them equal in every message.

    Each is encoded for itself and remembered, with a soft line break at its end:
    this is several times faster than encoding each whole page.
    """
    encoded = [*map(_PIECES.__getitem__, pieces)]
    while encoded and not encoded[-1]:
        encoded.pop()
    if encoded:
        encoded[-1] = encoded[-1].removesuffix(_SOFT_BREAK)
    return encoded


def _encoded_words(text: str) -> str:
    words: list[str] = []
    part = bytearray()
    for character in text:
        raw = character.encode("utf-8", "replace")
        if len(part) + len(raw) > _WORD_BYTES:
            words.append(_encoded_word(part))
            part.clear()
        part += raw
    if part:
        words.append(_encoded_word(part))
    return "\r\n ".join(words)


def _encoded_word(raw: bytes | bytearray) -> str:
    return f"=?utf-8?b?{binascii.b2a_base64(raw, newline=False).decode('ascii')}?="


def _lines_of(text: str) -> list[str]:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _encode_line(line: str) -> bytes:
    return binascii.b2a_qp(line.encode("utf-8", "replace")).replace(b"\n", b"\r\n")


def _encode_piece(piece: str) -> bytes:
    if not piece:
        return b""
    # By way of a line's memory: links stand in the plain text, too.
    encoded = _LINES[piece] if piece.isprintable() else encode_body(piece)
    return encoded if encoded.endswith(b"\n") else encoded + _SOFT_BREAK


class _Remembered(dict[str, bytes]):
    """What was encoded before. What only one person gets must not pile up: it forgets all when full."""

    def __init__(self, encode: Callable[[str], bytes]) -> None:
        super().__init__()
        self._encode = encode

    def __missing__(self, text: str) -> bytes:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        encoded = self._encode(text)
        if len(text) <= _LONGEST_REMEMBERED:
            self[str(text)] = encoded
        return encoded


_LINES = _Remembered(_encode_line)
_PIECES = _Remembered(_encode_piece)
