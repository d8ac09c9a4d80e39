"""The language a sentence is in, by words that belong to one language and not to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bespoke.domain import Finding, Severity
from bespoke.letters import is_western
from guardrails.language_words import BELONGING, MARKERS
from guardrails.numerals import LANGUAGES, places_of
from guardrails.plain_text import fold
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_LETTERS = re.compile(r"[^\W\d_]+")
# Scripts that none of our languages is written in.
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud"
    r"7af]{3,}"
)
_QUOTED = re.compile(r"[\"“„«»”]([^\"“„«»”\n]{1,80})[\"“„«»”]")
_FEWEST_WORDS = 4  # of a sentence in a body; shorter ones may be a greeting or a saying
_FEWEST_FOREIGN = 2
_MOST_SENTENCES = 400  # of a field; one that has more is blocked for its length
_SHORTEST = 4  # characters that are worth a look
_SHORT_LINE = 3  # words that a line may have to be judged by all of them
_SHORT_FIELD = 40  # characters of a field that one word can give away


@cache
def _foreign(language: str) -> dict[str, frozenset[str]]:
    """For each other language, its words that are none of this one's."""
    own = MARKERS[language] | BELONGING.get(language, frozenset())
    return {
        other: (words | BELONGING.get(other, frozenset())) - own
        for other, words in MARKERS.items()
        if other != language
    }


@cache
def _any_foreign(language: str) -> frozenset[str]:
    return frozenset().union(*_foreign(language).values())


def find_wrong_language(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Sentences and short fields in another language than the email's, where it is one of our four.

    For other locales the phrasebook writes English, and nobody here can judge what the model writes.
    """
    if facts.language not in LANGUAGES:
        return
    if not is_western(reading.cased):
        for match in _OTHER_SCRIPT.finditer(reading.cased):
            if match[0] not in facts.cased_text:
                yield _wrong(reading, facts, match.span())
    if facts.language in _ENGLISH_LETTERS:
        yield from _find_english_lines(reading, facts)
    strange = reading.words & _any_foreign(facts.language)
    if not strange or (strange := strange - facts.words) == frozenset():
        return
    sentences = {reading.sentence_at(place) for place in places_of(strange, reading.places)}
    for start, end in sorted(sentences)[:_MOST_SENTENCES]:
        passage = reading.passage_at(end - 1)
        if len(strange) < _FEWEST_FOREIGN and passage.end - passage.start > _SHORT_FIELD:
            continue
        start, end, is_body = max(start, passage.start), min(end, passage.end), passage.field == "body"
        if end - start < _SHORTEST:
            continue
        text = reading.folded[start:end]
        words = _LETTERS.findall(_unquoted(text))
        if len(words) < (_FEWEST_WORDS if is_body else 1) or strange.isdisjoint(words):
            continue
        if _is_foreign(words, facts, short=not is_body) and not _is_stated(text, facts):
            yield _wrong(reading, facts, (start, start + len(text.rstrip())))


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text) if any(mark in text for mark in '"“„«') else text


def _is_foreign(words: list[str], facts: SheetFacts, *, short: bool) -> bool:
    """Whether another language explains clearly more of the words than the email's does."""
    distinct = frozenset(words) - facts.words
    ours_of = frozenset(words) & (MARKERS[facts.language] | BELONGING.get(facts.language, frozenset()))
    for other, foreign in _foreign(facts.language).items():
        theirs = len(distinct & foreign)
        ours = len(ours_of - MARKERS[other]) if theirs else 0
        fewest = _FEWEST_FOREIGN if other in BELONGING else _FEWEST_FOREIGN + 1
        if theirs >= fewest and theirs > 2 * ours:
            return True
        # A button or a subject of a word or two: "Shop now", "Jetzt ansehen".
        is_line = short and len(words) <= _SHORT_LINE and other in BELONGING
        if is_line and theirs >= max(ours, 1) and distinct <= MARKERS[other] | BELONGING[other]:
            return True
    return False


# Spellings of one language that the others hardly know, for short fields without small words.
_LOOKS = {
    "en": re.compile(
        r"(?:th|sh|wh)\w{2}|\w{2,20}(?:sh|th|ght|ghts|ings?|ness|ee[dkmnpst]s?|oo[dkmnt]s?|ck|cks|ly)$"
    ),
    "de": re.compile(r"\w*(?:[äöß]|sch|cht|tz)\w*|\w{3,20}(?:ung|ungen|heit|keit|lich|chen)$"),
    "fr": re.compile(r"\w*(?:eau|œ|ç|è|ê|oux|eux|aill|euill)\w*|\w{3,20}(?:ées?|ez|aux)$"),
    "es": re.compile(r"\w*(?:ñ|ción|[áíóú])\w*|\w{3,20}(?:ando|endo|dad|illos?|itos?|itas?)$"),
}
_FEWEST_TO_LOOK = 3  # words
_ENGLISH_LETTERS = {
    "de": ("th", "oo", "ght", "wh"),
    "fr": ("sh", "th", "oo", "gh", "ck", "wh", "ings"),
    "es": ("sh", "th", "oo", "gh", "ck", "wh", "ings"),
}


def _find_english_lines(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Subjects, preheaders and headlines that only look English: "Fresh walls, quiet mornings"."""
    for passage in reading.passages[:3]:
        text = reading.folded[passage.start : passage.end]
        if passage.field == "body" or not any(
            letters in text for letters in _ENGLISH_LETTERS[facts.language]
        ):
            continue
        words = _LETTERS.findall(_unquoted(text))
        if _looks_english(words, facts) and not _is_stated(text, facts):
            yield _wrong(reading, facts, (passage.start, passage.end))


def _looks_english(words: list[str], facts: SheetFacts) -> bool:
    """Whether two words or more are spelled as English alone would, and none as the email's language."""
    unknown = [word for word in words if not facts.knows(word)]
    if len(unknown) < _FEWEST_TO_LOOK or not MARKERS[facts.language].isdisjoint(words):
        return False
    theirs = sum(bool(_LOOKS["en"].match(word)) for word in unknown)
    return theirs >= _FEWEST_FOREIGN and not any(_LOOKS[facts.language].match(word) for word in unknown)


def _is_stated(text: str, facts: SheetFacts) -> bool:
    return " ".join(_LETTERS.findall(fold(text))) in facts.normalized


def _wrong(reading: Reading, facts: SheetFacts, place: tuple[int, int]) -> Finding:
    return reading.finding(
        "wrong_language",
        Severity.BLOCK,
        place,
        f"{{}} is not in {facts.sheet.locale}.",
        fact=f"locale {facts.sheet.locale}",
        suggestion=f"Write it in {facts.sheet.locale}.",
    )
