"""A notation for phrases that people can read and write.

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
from dataclasses import dataclass
from itertools import product
from math import prod

FEWEST_LETTERS = 2  # before a `*` in the first word of a phrase
_MOST_SPELLINGS = 400  # of one word with its varying letters
_WORD = r"[\w'-]+"
_GAP = re.compile(r"_([1-9]?)")
_LETTERS = re.compile(r"[^\W_]+")
_ONLY_LETTERS = re.compile(r"[^\W_ß]+")
_BRACKET = re.compile(r"[()\[\]]")
_VARIANTS = {"-": ("-", " ", ""), "ß": ("ß", "ss")}


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a phrase as a regular expression, and the words that it can begin with."""

    regex: str
    first: tuple[str, ...]
    can_be_missing: bool = False


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


def openings(phrase: str) -> list[str]:
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
    if letters.end() < FEWEST_LETTERS:
        raise ValueError(f"“{word}” has too few letters before its star")
    return f"{letters[0]}*"
