"""Nouns that shops sell, that things have as parts, and that mean no product."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from guardrails.glossary import read_table
from guardrails.stems import LONGEST_WORD, stem

_SHORTEST_START, _SHORTEST_END = 3, 4  # letters of the parts of a German compound
_MOST_WORDS = 50_000  # that are remembered


@cache
def _stems(language: str, kind: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _words(language, kind))


def _words(language: str, kind: str) -> list[str]:
    return _table().get(language, {}).get(kind, "").split()


@cache
def _table() -> dict[str, dict[str, str]]:
    return read_table("product_words.toml")


class _Nouns(dict[str, bool]):
    """Whether a folded word is one of a language's nouns of a kind; worked out when it is met."""

    def __init__(self, language: str, kind: str) -> None:
        super().__init__()
        self._stems = _stems(language, kind)
        self._joins_words = language == "de"

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        said = stem(word)
        found = self[word] = said in self._stems or (self._joins_words and self._ends_in_one(word))
        return found

    def _ends_in_one(self, word: str) -> bool:
        cuts = range(_SHORTEST_START, min(len(word), LONGEST_WORD) - _SHORTEST_END + 1)
        return any(stem(word[cut:]) in self._stems for cut in cuts)


@cache
def _nouns(language: str, kind: str) -> _Nouns:
    return _Nouns(language, kind)


def things_among(words: Iterable[str], language: str) -> Iterable[str]:
    """Those of some folded words that name what a shop may sell."""
    return filter(_nouns(language, "things").__getitem__, words)


def is_thing(word: str, language: str) -> bool:
    """Whether a folded word names what a shop may sell, in the language."""
    return _nouns(language, "things")[word]


def is_part(word: str, language: str) -> bool:
    """Whether a folded word names a part of a thing."""
    return _nouns(language, "parts")[word]


def is_ordinary(word: str, language: str) -> bool:
    """Whether a folded word names something of a shop that it does not sell."""
    return _nouns(language, "ordinary")[word]
