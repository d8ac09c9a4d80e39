"""A category for a product of a gift and homeware shop that has none, from its title."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

OTHER = "Other"

_PACKAGING = re.compile(r"\s+in (?:a )?(?:\w+ )?(?:bag|box|tin|basket|envelope|parcel)$", re.I)


def categorize(title: str) -> str:
    """The category a title belongs to, from `categories.toml`; `Other` only where no word of it tells."""
    told = _PACKAGING.sub("", title) or title
    return next((name for name, pattern in _rules() if pattern.search(told)), OTHER)


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The season first, then telling phrases, then single words."""
    text = resources.files("audience").joinpath("categories.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    season, *others = [(found["name"], _any_of(found["words"])) for found in read["category"]]
    phrases = [(found["category"], _any_of(found["words"])) for found in read["phrase"]]
    return (season, *phrases, *others)


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)
