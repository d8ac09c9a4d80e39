"""Catalog text as people read it: without hiding places, disguises, and orders to machines."""

from __future__ import annotations

import binascii
import html
import re
from base64 import b64decode
from functools import lru_cache
from urllib.parse import unquote

from bespoke.letters import drop_hidden, undress
from bespoke.orders import find_orders

_LONGEST_READ = 20_000  # characters
_OPENING = re.compile(
    r"<(?:!--|(?P<always>script|style|template|noscript|iframe|svg|textarea)\b|(?P<styled>\w{1,10})\b[^<>]{0,300}?"
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0\b|\shidden\b))",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>|<[!?][^<>]{0,500}>")
_LINE_BREAK = re.compile(r"<(?:br|/p|/li|/div|/h\d|/tr|/td)\b[^<>]{0,100}>", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(
    r"!?\[([^\[\]]{0,300})\]\((?:[^()\s]|\([^()\s]{0,80}\)){0,500}(?: \"[^\"]{0,200}\")?\)"
)
_ACTIVE_ADDRESS = re.compile(r"\b(?:javascript|vbscript|data):[^\s\"'<>]{3,2000}", re.IGNORECASE)
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}")
_PERCENT_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_FEWEST_ENCODED = 4
_SHORTEST_CODE = 16
_LONGEST_WORD = 80  # of letters and figures without a space; longer ones are codes nobody reads
_BASE64 = re.compile(r"(?<![\w+/=-])[A-Za-z0-9+/_-]{16,}={0,2}(?![\w+/=-])")
_HEX = re.compile(r"(?<!\w)(?:(?:0x|\\x)?[0-9A-Fa-f]{2}[ ,:]?){12,}(?!\w)")
_HEX_PAIR = re.compile(r"(?:0x|\\x)?([0-9A-Fa-f]{2})")
_URL_SAFE = str.maketrans("-_", "+/")
_SPELLED_OUT = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-_*|]){4,}[^\W\d_](?!\w)")
_BETWEEN_LETTERS = re.compile(r"[ .\-_*|]")
_WITH_FIGURES = re.compile(r"[^\W\d_][0134578@$][^\W\d_]")
_FIGURES_AS_LETTERS = str.maketrans("0134578@$", "oieastbas")


@lru_cache(maxsize=4096)
def honest_text(text: str) -> str:
    """What a text says to people: in plain letters, its lines kept, and without orders."""
    return _read(text)[0]


def hidden_orders(text: str) -> tuple[str, ...]:
    """What `honest_text` leaves out: orders, and whatever stood in comments, codes and unseen elements."""
    return _read(text)[1]


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, tuple[str, ...]]:
    said, unseen = (text, []) if _is_plain(text) else _uncover(text[:_LONGEST_READ])
    said, orders = _find_in_disguise(said)
    if not orders:
        return said, tuple(unseen)
    kept, end = list[str](), 0
    for start, stop in orders:
        kept.append(said[end:start].rstrip(" ([{-–—"))
        end = stop
    kept.append(said[end:].lstrip(" )]}"))
    ordered = [said[start:stop].strip() for start, stop in orders]
    return " ".join(part for part in kept if part.strip()), (*ordered, *unseen)


def _is_plain(text: str) -> bool:
    """Whether there is nothing to uncover."""
    return (
        len(text) <= _LONGEST_READ
        and text.isascii()
        and text.replace("\n", "").isprintable()
        and not any(sign in text for sign in "<&\\]%")
        and max(map(len, text.split()), default=0) < _SHORTEST_CODE
        and not _HEX.search(text)
    )


def _uncover(text: str) -> tuple[str, list[str]]:
    """The text in plain letters without markup and codes, and what stood in its hiding places."""
    unseen = list[str]()

    def decode(match: re.Match[str]) -> str:
        hidden = _readable(_from_hex(match[0])) or _readable(_from_base64(match[0]))
        unseen.extend([hidden] if hidden else [])
        return " " if hidden or len(match[0]) > _LONGEST_WORD else match[0]

    text = undress(drop_hidden(html.unescape(_unescape(text))))
    if "<" in text:
        text, unseen = _take_out_unseen(text)
        text = _TAG.sub("", _LINE_BREAK.sub("\n", text))
    if "](" in text:
        text = _MARKDOWN_LINK.sub(r"\1", text)
    return _HEX.sub(decode, _BASE64.sub(decode, _ACTIVE_ADDRESS.sub(" ", text))), unseen


def _take_out_unseen(text: str) -> tuple[str, list[str]]:
    """The text without comments and elements that browsers do not show, and what stood in those."""
    kept, unseen, end = list[str](), list[str](), 0
    lowered = text.lower()
    lowered = lowered if len(lowered) == len(text) else text
    while opening := _OPENING.search(text, end):
        name = opening["always"] or opening["styled"]
        closing = f"</{name.lower()}" if name else "-->"
        stop = lowered.find(closing, opening.end())
        inner = text[opening.end() : stop if stop >= 0 else len(text)]
        kept.append(text[end : opening.start()])
        unseen.append(_TAG.sub(" ", inner[inner.find(">") + 1 if name else 0 :]).strip())
        end = len(text) if stop < 0 else stop + len(closing)
        if name and (close := text.find(">", end)) >= 0:
            end = close + 1
    return " ".join([*kept, text[end:]]), unseen


def _unescape(text: str) -> str:
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[0][2:], 16)), text)
    return unquote(text, errors="ignore") if len(_PERCENT_ENCODED.findall(text)) >= _FEWEST_ENCODED else text


def _from_hex(code: str) -> bytes:
    return bytes(int(pair, 16) for pair in _HEX_PAIR.findall(code)) if _HEX.fullmatch(code) else b""


def _from_base64(code: str) -> bytes:
    letters = code.rstrip("=").translate(_URL_SAFE)
    try:
        return b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return b""


def _readable(raw: bytes) -> str:
    """Bytes as text; nothing where they are none."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return ""
    return text if text.isprintable() and any(char.isalpha() for char in text) else ""


def _find_in_disguise(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text and its orders; one whose orders are spelled out letter by letter, with those joined."""
    if orders := find_orders(text):
        return text, orders
    if _WITH_FIGURES.search(text) and (orders := find_orders(text.translate(_FIGURES_AS_LETTERS))):
        return text, orders
    if _SPELLED_OUT.search(text):
        joined = _SPELLED_OUT.sub(lambda match: _BETWEEN_LETTERS.sub("", match[0]), text)
        if orders := find_orders(joined):
            return joined, orders
    return text, []
