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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import Protocol

_HEAD = 3  # letters of a word by which it is found
_FEWEST = 2  # letters before a `*` in the first word of a phrase
_MOST_PLACES = 300  # of one head; no honest copy has so many
_MOST_SPELLINGS = 400  # of one word with its varying letters
_WORD = r"[\w'-]+"
_LETTERS = re.compile(r"[^\W_]+")
_GAP = re.compile(r"_([1-9]?)")
_ONLY_LETTERS = re.compile(r"[^\W_ß]+")
_BRACKET = re.compile(r"[()\[\]]")
_VARIANTS = {"-": ("-", " ", ""), "ß": ("ß", "ss")}


def find_words(folded: str) -> list[str]:
    """The words of folded text, in order."""
    return _LETTERS.findall(folded)


class WordStarts(Mapping[str, list[int]]):
    """Where the words of folded text start, by their first three letters; found when asked for."""

    def __init__(self, folded: str, words: Iterable[str]) -> None:
        self._folded = folded
        self.heads = frozenset([word[:_HEAD] for word in words])
        self._places: dict[str, list[int]] = {}

    def __getitem__(self, head: str) -> list[int]:
        if head not in self.heads:
            raise KeyError(head)
        if head not in self._places:
            self._places[head] = list(self._find(head))
        return self._places[head]

    def __contains__(self, head: object) -> bool:
        return head in self.heads

    def __iter__(self) -> Iterator[str]:
        return iter(self.heads)

    def __len__(self) -> int:
        return len(self.heads)

    def _find(self, head: str) -> Iterator[int]:
        folded = self._folded
        place = folded.find(head)
        while place >= 0:
            before = folded[place - 1] if place else " "
            if not before.isalnum():
                yield place
            place = folded.find(head, place + len(head))


class IndexedText:
    """A folded text with its words and their places, found when they are asked for."""

    def __init__(self, folded: str) -> None:
        self.folded = folded

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(find_words(self.folded))

    @cached_property
    def starts(self) -> WordStarts:
        return WordStarts(self.folded, self.words)


class Searchable(Protocol):
    """A folded text that knows where its words start."""

    @property
    def folded(self) -> str: ...

    @property
    def starts(self) -> WordStarts: ...


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
    """

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._phrases = phrases
        self._by_head: dict[str, dict[str, list[str]]] = {}
        self._known_heads: dict[str, frozenset[str]] = {}
        self._short_heads: dict[str, tuple[str, ...]] = {}  # of two letters and a star
        self._compiled: dict[tuple[str, str], re.Pattern[str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._phrases)

    def find(self, text: Searchable, language: str) -> list[re.Match[str]]:
        """Every match in order, none overlapping another; none where the language has no phrases."""
        found = list(self._matches(text, language))
        if len(found) < 2:
            return found
        found.sort(key=lambda match: (match.start(), -match.end()))
        kept = found[:1]
        for match in found[1:]:
            if match.start() >= kept[-1].end():
                kept.append(match)
        return kept

    def is_in(self, text: Searchable, language: str) -> bool:
        """Whether any phrase stands in the text."""
        return any(True for _ in self._matches(text, language))

    def _matches(self, text: Searchable, language: str) -> Iterator[re.Match[str]]:
        heads, starts = self._heads(language), text.starts
        for head in heads & starts.heads:
            yield from self._match_at(text.folded, language, head, starts[head])
        for head in self._short_heads[language]:
            for start in starts.heads:
                if start.startswith(head[:-1]):
                    yield from self._match_at(text.folded, language, head, starts[start])

    def check(self) -> None:
        """Parse every phrase; ValueError for the first that is not well-formed."""
        for phrases in self._phrases.values():
            for phrase in phrases:
                read_phrase(phrase)

    def _heads(self, language: str) -> frozenset[str]:
        if language not in self._by_head:
            heads = defaultdict[str, list[str]](list)
            for phrase in self._phrases.get(language, ()):
                for option in _options(phrase):
                    for head in dict.fromkeys(map(_head_of, first_words(option))):
                        heads[head].append(option)
            self._short_heads[language] = tuple(head for head in heads if head.endswith("*"))
            self._by_head[language] = dict(heads)
            self._known_heads[language] = frozenset(heads)
        return self._known_heads[language]

    def _match_at(self, folded: str, language: str, head: str, places: list[int]) -> Iterator[re.Match[str]]:
        pattern = self._compiled.get((language, head))
        if pattern is None:
            parts = dict.fromkeys(map(read_phrase, self._by_head[language][head]))
            longest_first = "|".join(sorted(parts, key=len, reverse=True))
            pattern = self._compiled[language, head] = re.compile(rf"(?:{longest_first})(?!\w)")
        for place in places[:_MOST_PLACES]:
            if match := pattern.match(folded, place):
                yield match


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


def _head_of(word: str) -> str:
    """By what the places of a first word are found: three letters, a whole word, or two and a star."""
    return word if word.endswith("*") and len(word) <= _HEAD else word[:_HEAD]
