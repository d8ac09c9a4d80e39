"""Phrases by language, in the notation of `notation`, found at the words they can begin with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Generic, Protocol, TypeVar

from guardrails.notation import FEWEST_LETTERS, first_words, openings, read_phrase

T = TypeVar("T")

_MOST_PLACES = 150  # of one word; no honest copy has so many
_MOST_WORDS = 50_000  # that are remembered
_LONGEST_PREFIX = 40  # letters before a `*`
WORD_END = r"(?!\w|'t(?!\w))"  # "you won" is not in "you won't"
_LETTERS = re.compile(r"[^\W_]+")


Scans = dict[str, dict["Lexicon", list[re.Match[str]]]]  # what lexicons found, by language


def find_words(folded: str) -> list[str]:
    """The words of folded text, in order."""
    return _LETTERS.findall(folded)


def word_places(folded: str) -> dict[str, list[int]]:
    """Where the words of folded text start, by word."""
    places: dict[str, list[int]] = {}
    for match in _LETTERS.finditer(folded):
        word = match[0]
        if word in places:
            places[word].append(match.start())
        else:
            places[word] = [match.start()]
    return places


class IndexedText:
    """A folded text with its words and their places, found when they are asked for."""

    scans: Scans | None = None

    def __init__(self, folded: str) -> None:
        self.folded = folded

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.places)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        return word_places(self.folded)


class Searchable(Protocol):
    """A folded text that knows where its words start."""

    @property
    def folded(self) -> str: ...

    @property
    def places(self) -> dict[str, list[int]]: ...

    @property
    def scans(self) -> Scans | None:
        """What was found, by language, where many lexicons look in one pass; None where few do."""
        ...


class Lexicon:
    """Phrases by language, in the notation above.

    A phrase is parsed when a text first has a word that it can begin with; one that is not
    well-formed, may be empty, or begins with a gap or a lone `*`, is a ValueError then.
    Those of the guards are looked for together; one that comes and goes, such as a
    shop's own phrases, is not `is_shared`.
    """

    def __init__(self, phrases: Mapping[str, Sequence[str]], *, is_shared: bool = True) -> None:
        self.phrases = phrases
        self._own: dict[str, _Scanner] = {}
        self._is_shared = is_shared
        self._shared_in = set[str]()  # languages in which it is looked for together with the others
        if is_shared:
            _SHARED.append(self)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.phrases)

    def find(self, text: Searchable, language: str, *, alone: bool = False) -> list[re.Match[str]]:
        """Every match in order, none overlapping another; none where the language has no phrases.

        `alone` looks for these phrases only, where no other lexicon is asked for that language.
        """
        found = self._matches(text, language, alone=alone)
        if len(found) < 2:
            return found
        found = sorted(found, key=lambda match: (match.start(), -match.end()))
        kept = found[:1]
        for match in found[1:]:
            if match.start() >= kept[-1].end():
                kept.append(match)
        return kept

    def is_in(self, text: Searchable, language: str) -> bool:
        """Whether any phrase stands in the text."""
        return bool(self._matches(text, language))

    def check(self) -> None:
        """Parse every phrase; ValueError for the first that is not well-formed."""
        for phrases in self.phrases.values():
            for phrase in phrases:
                read_phrase(phrase)

    def _matches(self, text: Searchable, language: str, *, alone: bool = False) -> list[re.Match[str]]:
        scans = None if alone or not self._is_shared else text.scans
        if scans is not None:
            if language not in scans:
                scans[language] = _shared_scanner(language).scan(text)
            if language in self._shared_in:
                return scans[language].get(self, [])
        if language not in self.phrases:
            return []
        if language not in self._own:
            self._own[language] = _Scanner(language, [self])
        return self._own[language].scan(text).get(self, [])


_SHARED: list[Lexicon] = []


class PhrasesByWord(Generic[T]):
    """Phrases, each with what it belongs to, by the words that they can begin with."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._exact = defaultdict[str, list[tuple[str, T]]](list)
        self._prefixes = defaultdict[str, list[tuple[str, T]]](list)
        for phrase, owner in phrases:
            for word in first_words(phrase):
                table = self._prefixes if word.endswith("*") else self._exact
                table[word.removesuffix("*")].append((phrase, owner))
        self._beginnings = frozenset(word[:FEWEST_LETTERS] for word in (*self._exact, *self._prefixes))

    def starting(self, word: str) -> list[tuple[str, T]]:
        """The phrases that can begin with a word, and what they belong to."""
        if word[:FEWEST_LETTERS] not in self._beginnings:
            return []
        found = list(self._exact.get(word, ()))
        for size in range(FEWEST_LETTERS, min(len(word), _LONGEST_PREFIX) + 1):
            found += self._prefixes.get(word[:size], ())
        return found


class ByWord(dict[str, T | None], Generic[T]):
    """What begins with a word, None where nothing does; worked out for a word when it is met."""

    def __missing__(self, word: str) -> T | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        entry = self[word] = self.work_out(word)
        return entry

    def work_out(self, word: str) -> T | None:
        """What begins with this word."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _Entry:
    """The phrases that begin with one word: all in one expression, and those of each lexicon."""

    any_of_them: re.Pattern[str]
    each: tuple[tuple[Lexicon, re.Pattern[str]], ...]


class _Scanner(ByWord[_Entry]):
    """Phrases of one language by the words that they begin with."""

    def __init__(self, language: str, lexicons: Sequence[Lexicon]) -> None:
        super().__init__()
        self._phrases = PhrasesByWord(
            (option, lexicon)
            for lexicon in lexicons
            for phrase in lexicon.phrases.get(language, ())
            for option in openings(phrase)
        )

    def scan(self, text: Searchable) -> dict[Lexicon, list[re.Match[str]]]:
        """Every match of every lexicon; those of one may overlap."""
        found: dict[Lexicon, list[re.Match[str]]] = {}
        folded, places = text.folded, text.places
        # Most words begin no phrase: `filter` skips them at the speed of C.
        for word in filter(self.__getitem__, places):
            entry = self[word]
            for place in places[word][:_MOST_PLACES] if entry else ():
                if entry and entry.any_of_them.match(folded, place):
                    for lexicon, pattern in entry.each:
                        if match := pattern.match(folded, place):
                            found.setdefault(lexicon, []).append(match)
        return found

    def work_out(self, word: str) -> _Entry | None:
        phrases = self._phrases.starting(word)
        if not phrases:
            return None
        by_lexicon: dict[Lexicon, dict[str, None]] = {}
        for phrase, lexicon in phrases:
            by_lexicon.setdefault(lexicon, {})[read_phrase(phrase)] = None
        each = tuple((lexicon, _any_of(regexes)) for lexicon, regexes in by_lexicon.items())
        if len(each) == 1:
            return _Entry(each[0][1], each)
        return _Entry(_any_of({regex: None for regexes in by_lexicon.values() for regex in regexes}), each)


def _any_of(regexes: Iterable[str]) -> re.Pattern[str]:
    longest_first = "|".join(sorted(regexes, key=len, reverse=True))
    return re.compile(rf"(?:{longest_first}){WORD_END}")


@cache
def _shared_scanner(language: str) -> _Scanner:
    """Of the lexicons there are when a text is first looked through: those of the guards."""
    lexicons = [lexicon for lexicon in _SHARED if language in lexicon.phrases]
    for lexicon in lexicons:
        lexicon._shared_in.add(language)
    return _Scanner(language, lexicons)
