"""Text with the tricks of typography taken out: widths, spaces, quotes, invisible characters."""

from __future__ import annotations

import re
import unicodedata

# Joiners inside emoji are honest and stay.
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_UNUSUAL = re.compile(rf"{INVISIBLE.pattern}|[\u0300-\u036f\uff01-\uff5e\U0001d400-\U0001d7ff]")
_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t\r", " ")
    | dict.fromkeys("’‘ʼ′´", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
)
_FANCY = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_WORD = re.compile(r"[^\W_]+")


def lower(text: str) -> str:
    """`text` in lower case with its length kept, which `str.lower` does not promise."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def plain(text: str) -> str:
    """`text` with invisible characters dropped and punctuation, spaces and widths made plain."""
    return plain_with_places(text)[0]


def fold(text: str) -> str:
    """`plain` text in lower case: what facts are compared in."""
    return lower(plain(text))


def words_of(folded: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded))


def plain_with_places(text: str) -> tuple[str, list[int] | None]:
    """Plain text, and for each of its characters the place it came from where that moved."""
    if _FANCY.search(text):
        text = text.translate(_PLAIN)
    if text.isascii() or not _UNUSUAL.search(text):
        return text, None
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if INVISIBLE.match(char):
            continue
        if chars and unicodedata.combining(char):
            joined = unicodedata.normalize("NFC", chars[-1] + char)
            chars[-1] = joined if len(joined) == 1 else chars[-1]
            continue
        wide = unicodedata.normalize("NFKC", char)
        chars.append(wide if len(wide) == 1 else char)
        places.append(place)
    return "".join(chars), places


def listed(words: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(words.split())
