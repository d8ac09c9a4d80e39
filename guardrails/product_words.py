"""Nouns that shops sell, that things have as parts, and that mean no product."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from guardrails.glossary import read_table
from guardrails.sheet_facts import stem

_SHORTEST_END = 4  # letters of the last part of a German compound
_WORDS = re.compile(r"\S+")


@cache
def _stems(language: str, kind: str) -> frozenset[str]:
    words = _table().get(language, {}).get(kind, "")
    return frozenset(stem(word) for word in _WORDS.findall(words))


@cache
def _table() -> dict[str, dict[str, str]]:
    return read_table("product_words.toml")


def is_thing(word: str, language: str) -> bool:
    """Whether a folded word names what a shop may sell, in the language."""
    return _is_one(word, language, "things")


def is_part(word: str, language: str) -> bool:
    """Whether a folded word names a part of a thing."""
    return _is_one(word, language, "parts")


def is_ordinary(word: str, language: str) -> bool:
    """Whether a folded word names something of a shop that it does not sell."""
    return _is_one(word, language, "ordinary")


@lru_cache(maxsize=16_384)
def _is_one(word: str, language: str, kind: str) -> bool:
    stems, said = _stems(language, kind), stem(word)
    if said in stems:
        return True
    return language == "de" and any(said[cut:] in stems for cut in range(3, len(said) - _SHORTEST_END + 1))
