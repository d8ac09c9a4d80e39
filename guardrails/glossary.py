"""Words that mean something: phrases by meaning and language, all found in one pass over a text.

The tables are TOML files beside this module, so that they can be read and extended
without reading code: one section per meaning, phrases by language in the notation
of `notation`, parted by semicolons or lines.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, NamedTuple, Protocol

from guardrails.lexicon import WORD_END, ByWord, PhrasesByWord
from guardrails.notation import read_phrase


class Indexed(Protocol):
    """A folded text that knows its words and where they start."""

    @property
    def folded(self) -> str: ...

    @property
    def words(self) -> frozenset[str]: ...

    @property
    def places(self) -> dict[str, list[int]]: ...


class Hit(NamedTuple):
    """A place of a text that means something."""

    meaning: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """The phrases that begin with one word: all in one expression, and each with its meaning."""

    any_of_them: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], str], ...]


class _Language(ByWord[_Entry]):
    """The phrases of one language by the words that they begin with."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._phrases = PhrasesByWord((phrase, meaning) for meaning, phrase in phrases)

    def work_out(self, word: str) -> _Entry | None:
        phrases = self._phrases.starting(word)
        if not phrases:
            return None
        each = dict.fromkeys((read_phrase(phrase), meaning) for phrase, meaning in phrases)
        return _Entry(
            re.compile(f"(?:{'|'.join(regex for regex, _ in each)}){WORD_END}"),
            tuple((re.compile(f"(?:{regex}){WORD_END}"), meaning) for regex, meaning in each),
        )


class Glossary:
    """Phrases by meaning and language; a language is read when it is first looked for."""

    def __init__(self, table: Mapping[str, Mapping[str, Any]]) -> None:
        self._table = table
        self._languages: dict[str, _Language] = {}

    def find(self, text: Indexed, language: str) -> list[Hit]:
        """What a text says, in order; of overlapping phrases the first, of those the longest."""
        known = self._language(language)
        hits: list[Hit] = []
        # Nearly all words begin no phrase: `filter` skips them at the speed of C.
        for word in filter(known.__getitem__, text.words):
            entry = known[word]
            if entry is not None:
                _add_hits(hits, text, word, entry)
        if len(hits) < 2:
            return hits
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        kept = hits[:1]
        for hit in hits[1:]:
            if hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def _language(self, language: str) -> _Language:
        if language not in self._languages:
            self._languages[language] = _Language(
                (meaning, phrase)
                for meaning, section in self._table.items()
                for phrase in _phrases(section.get(language, ""))
            )
        return self._languages[language]


def _add_hits(hits: list[Hit], text: Indexed, word: str, entry: _Entry) -> None:
    folded = text.folded
    for place in text.places[word]:
        if not entry.any_of_them.match(folded, place):
            continue
        # Of equally long ones the one that spells out more: "similicuir" before "simili*".
        end, _, meaning = max(
            (match.end(), len(each.pattern), meaning)
            for each, meaning in entry.each
            if (match := each.match(folded, place))
        )
        hits.append(Hit(meaning, place, end))


def _phrases(text: str) -> list[str]:
    return [phrase for part in re.split(r"[;\n]", text) if (phrase := " ".join(part.split()))]


def read_table(name: str) -> dict[str, dict[str, Any]]:
    """A table of this package by its file's name."""
    return tomllib.loads((files("guardrails") / name).read_text(encoding="utf-8"))
