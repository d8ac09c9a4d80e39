"""The words a brand does not want, as a search over copy."""

from __future__ import annotations

import re
from functools import lru_cache

from bespoke.domain import BrandRules

_LETTERS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-Z])")
_LONGEST_ENDING = 3
_SHORTEST_INFLECTED = 4  # letters


def avoid_words(brand: BrandRules) -> re.Pattern[str] | None:
    """What finds a banned word or a competitor, in any case, joined or hyphenated, with any short
    ending; None where the brand names neither."""
    return _pattern((*brand.banned_words, *brand.competitors))


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    found = [part for phrase in phrases if (part := _inflected(phrase))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE) if found else None


def _inflected(phrase: str) -> str:
    words = _LETTERS.findall(_CAMEL.sub(" ", phrase))
    if not words:
        return re.escape(phrase.strip())
    joined = r"[\s'’&-]{0,3}".join(re.escape(word).replace("ß", "(?:ß|ss)") for word in words)
    return joined + (rf"\w{{0,{_LONGEST_ENDING}}}" if len(words[-1]) >= _SHORTEST_INFLECTED else "")
