"""Text with the tricks of typography taken out: disguises, spaces, quotes, invisible characters."""

from __future__ import annotations

import re
import unicodedata

from bespoke.letters import is_western, undress

# What joins emoji, and what says how they look, is honest right after one of them.
_EMOJI = r"[#*0-9\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff\u0600-\u0dff]"
_NEVER_SEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ufeff\uffa0\ufff0-\ufffb\U000e0100-\U000e0fff"
)
_JOINERS, _TAGS = r"\u200c\u200d\ufe00-\ufe0f", r"\U000e0000-\U000e007f"
INVISIBLE = re.compile(
    rf"[{_NEVER_SEEN}]|(?<!{_EMOJI})[{_JOINERS}]|(?<![\U0001f3f4\U000e0020-\U000e007f])[{_TAGS}]"
)
MAYBE_INVISIBLE = re.compile(f"[{_NEVER_SEEN}{_JOINERS}{_TAGS}]")  # faster
_MARKS = r"\u0300-\u036f"
_UNUSUAL = re.compile(f"[{_NEVER_SEEN}{_JOINERS}{_TAGS}]|[{_MARKS}]+")
_MOST_MARKS = 8  # on a letter; no script needs more
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
    if is_western(text):
        return text, None
    if not _UNUSUAL.search(text):
        return undress(text), None
    chars: list[str] = []
    places: list[int] = []
    done = 0
    for unusual in _UNUSUAL.finditer(text):
        place = unusual.start()
        chars.extend(text[done:place])
        places.extend(range(done, place))
        done, found = unusual.end(), unusual[0]
        if INVISIBLE.match(found):
            continue
        if chars and unicodedata.combining(found[0]):
            chars[-1] = unicodedata.normalize("NFC", chars[-1] + found[:_MOST_MARKS])[0]
            continue
        chars.extend(found[0])
        places.append(place)
    chars.extend(text[done:])
    places.extend(range(done, len(text)))
    return undress("".join(chars)), places


def listed(words: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(words.split())
