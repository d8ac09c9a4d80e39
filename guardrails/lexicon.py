"""Phrases by language in a notation for people, found at the words they can begin with.

    only|just a few|handful        one of several words
    [very] last few                a word or more that may be missing
    (almost|as good as) gone       one of several phrases
    remain*  *bar  un*able         any letters, in one word
    únic(o|a)s?  é?puré            letters that vary, a letter that may be missing
    only _ left   only _3 left     one word; up to three words
    money-back                     joined, hyphenated or apart
    sure, here                     with a comma, another mark or none
    # days                         a figure

A phrase matches whole words of folded text. No phrase can take long: gaps are short
and words are literal.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from math import prod
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")

_FEWEST = 2  # letters before a `*` in the first word of a phrase
_MOST_PLACES = 150  # of one word; no honest copy has so many
_MOST_WORDS = 50_000  # that are remembered
_LONGEST_PREFIX = 40  # letters before a `*`
_MOST_SPELLINGS = 400  # of one word with its varying letters
_WORD = r"[\w'-]+"
WORD_END = r"(?!\w|'t(?!\w))"  # "you won" is not in "you won't"
_LETTERS = re.compile(r"[^\W_]+")
_GAP = re.compile(r"_([1-9]?)")
_ONLY_LETTERS = re.compile(r"[^\W_ß]+")
_BRACKET = re.compile(r"[()\[\]]")
_VARIANTS = {"-": ("-", " ", ""), "ß": ("ß", "ss")}


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


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a phrase as a regular expression, and the words that it can begin with."""

    regex: str
    first: tuple[str, ...]
    can_be_missing: bool = False


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
        if language not in self.phrases:
            return []
        scans = None if alone else text.scans
        if scans is not None and self in (shared := _shared_scanner(language)).lexicons:
            if language not in scans:
                scans[language] = shared.scan(text)
            return scans[language].get(self, [])
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
        self._beginnings = frozenset(word[:_FEWEST] for word in (*self._exact, *self._prefixes))

    def starting(self, word: str) -> list[tuple[str, T]]:
        """The phrases that can begin with a word, and what they belong to."""
        if word[:_FEWEST] not in self._beginnings:
            return []
        found = list(self._exact.get(word, ()))
        for size in range(_FEWEST, min(len(word), _LONGEST_PREFIX) + 1):
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
        self.lexicons = frozenset(lexicons)
        self._phrases = PhrasesByWord(
            (option, lexicon)
            for lexicon in lexicons
            for phrase in lexicon.phrases.get(language, ())
            for option in _options(phrase)
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
    return _Scanner(language, [lexicon for lexicon in _SHARED if language in lexicon.phrases])


def read_phrase(phrase: str) -> str:
    """A phrase as a regular expression.

    One that is not well-formed, or may be empty, is a ValueError.
    """
    return _parse(phrase).regex


def first_words(phrase: str) -> tuple[str, ...]:
    """The words that a phrase can begin with, some ending in `*`; what follows them is not looked at.

    Reading all of some thousand phrases takes long, and most are never met.
    """
    if plain_words := _PLAIN_FIRST.match(phrase):
        return tuple(plain_words[0].split("|"))
    try:
        words: list[str] = []
        for item in _split(phrase, " "):
            if _GAP.fullmatch(item):
                break
            part = _item(item)
            words += part.first
            if not part.can_be_missing:
                break
        return tuple(dict.fromkeys(map(_first_letters, words)))
    except ValueError:
        return _parse(phrase).first  # says what is wrong


# Words of letters only, of which those with a star have enough of them.
_PLAIN_FIRST = re.compile(r"(?:[^\W_ß]+|[^\W_ß]{2,}\*)(?:\|(?:[^\W_ß]+|[^\W_ß]{2,}\*))*(?= |$)")


def _options(phrase: str) -> list[str]:
    """The phrase once for each word it can begin with, so that a head has little to try."""
    if plain_words := _PLAIN_FIRST.match(phrase):
        return [word + phrase[plain_words.end() :] for word in plain_words[0].split("|")]
    try:
        first, *rest = _split(phrase, " ")
        options = _split(first, "|")
        if len(options) == 1 and _is_bracketed(first, "(", ")"):
            options = _split(first[1:-1], "|")
    except ValueError:
        return [phrase]  # parsing says what is wrong
    return [" ".join([option, *rest]) for option in options]


def _parse(phrase: str) -> _Part:
    try:
        part = _sequence(phrase)
        if part.can_be_missing:
            raise ValueError("it may be empty")
        return _Part(part.regex, tuple(dict.fromkeys(_first_letters(word) for word in part.first)))
    except ValueError as problem:
        raise ValueError(f"“{phrase}” is not a phrase: {problem}") from None


def _sequence(text: str) -> _Part:
    """Words one after the other."""
    regex, first, started, space = "", list[str](), False, " "
    for item in _split(text, " "):
        if gap := _GAP.fullmatch(item):
            if not started:
                raise ValueError("it begins with a gap")
            regex += rf"(?:{space}{_WORD}){{0,{gap[1]}}}" if gap[1] else f"{space}{_WORD}"
            space = space if gap[1] else " "
            continue
        part = _item(item)
        if not started:
            first += part.first
        if part.can_be_missing:
            regex += f"(?:{space}{part.regex})?" if started else f"(?:{part.regex}{_space_after(part)})?"
            space = _ELIDED_SPACE if _ENDS_ELIDED.search(part.regex) else space
        else:
            regex += f"{space}{part.regex}" if started else part.regex
            started, space = True, _space_after(part)
    return _Part(regex, tuple(first), can_be_missing=not started)


_ENDS_ELIDED = re.compile(r"'(?=[|)]|$)")
_ELIDED_SPACE = "(?: |(?<='))"  # "n'attendez", "l'offre"


def _space_after(part: _Part) -> str:
    return _ELIDED_SPACE if _ENDS_ELIDED.search(part.regex) else " "


def _item(text: str) -> _Part:
    """One of several words, or phrases in brackets; in square ones they may be missing."""
    if _is_bracketed(text, "[", "]"):
        inner = _one_of([_sequence(option) for option in _split(text[1:-1], "|")])
        return _Part(inner.regex, inner.first, can_be_missing=True)
    return _one_of([_alternative(option) for option in _split(text, "|")])


def _alternative(text: str) -> _Part:
    if _is_bracketed(text, "(", ")"):
        return _one_of([_sequence(option) for option in _split(text[1:-1], "|")])
    if _ONLY_LETTERS.fullmatch(text):
        return _Part(text, (text,))
    words = _spellings(text)
    return _one_of([_Part(_WILD.sub(_wild, re.escape(word)), (word,)) for word in words])


def _one_of(parts: list[_Part]) -> _Part:
    if any(part.can_be_missing for part in parts):
        raise ValueError("a choice in it may be empty")
    first = tuple(word for part in parts for word in part.first)
    longest_first = sorted({part.regex for part in parts}, key=lambda regex: (-len(regex), regex))
    return _Part(longest_first[0] if len(longest_first) == 1 else f"(?:{'|'.join(longest_first)})", first)


_WILD = re.compile(r"\\\*|,|\\#")


def _wild(match: re.Match[str]) -> str:
    return {"\\*": r"\w*", ",": "[,;:.!]?", "\\#": r"\d[\d.,]*"}[match[0]]


def _spellings(word: str) -> list[str]:
    """Every spelling of a word whose letters vary."""
    choices: list[list[str]] = []
    place = 0
    while place < len(word):
        char = word[place]
        if char == "(":
            end = _closing(word, place)
            options = _split(word[place + 1 : end], "|")
            choices.append([spelling for option in options for spelling in _spellings(option)])
            place = end + 1
        elif char == "?" and choices:
            choices[-1].append("")
            place += 1
        elif char in "()[]|?":
            raise ValueError(f"“{char}” stands inside a word")
        else:
            choices.append(list(_VARIANTS.get(char, (char,))))
            place += 1
    if prod([len(options) for options in choices]) > _MOST_SPELLINGS:
        raise ValueError(f"“{word}” has too many spellings")
    return ["".join(chosen) for chosen in product(*choices)]


def _split(text: str, separator: str) -> list[str]:
    """The pieces between separators that stand in no bracket."""
    if not _BRACKET.search(text):
        pieces = text.split(separator)
        if not all(pieces):
            raise ValueError("a word is missing")
        return pieces
    pieces, depth, start = list[str](), 0, 0
    for place, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char == separator and depth == 0:
            pieces.append(text[start:place])
            start = place + 1
        if depth < 0:
            break
    if depth:
        raise ValueError("its brackets do not match")
    pieces.append(text[start:])
    if not all(pieces):
        raise ValueError("a word is missing")
    return pieces


def _is_bracketed(text: str, opening: str, closing: str) -> bool:
    return text.startswith(opening) and text.endswith(closing) and _closing(text, 0) == len(text) - 1


def _closing(text: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if depth == 0:
            return place
    raise ValueError("a bracket is open")


def _first_letters(word: str) -> str:
    """The letters that a word begins with, and a star where any may follow them."""
    letters = _LETTERS.match(word)
    if letters is None:
        raise ValueError("it must begin with a letter or a digit")
    if not word.startswith("*", letters.end()):
        return letters[0]
    if letters.end() < _FEWEST:
        raise ValueError(f"“{word}” has too few letters before its star")
    return f"{letters[0]}*"
