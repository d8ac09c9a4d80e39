"""Readers told that they are watched, and guesses about them that are nobody's business."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from guardrails.phrases import is_negated
from guardrails.reading import Reading
from guardrails.sensitive_phrases import ABOUT_READER, GUESSES, PRIVATE
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem
from guardrails.surveillance_phrases import ACTS, TRACES, WATCHED


def find_surveillance_tone(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Telling readers what they were seen doing, outright or by what their visit left behind."""
    language = facts.reading_language
    for match in WATCHED.find(reading, language):
        is_of_all = _OF_ALL.match(reading.folded, match.end()) is not None
        if match[0] not in facts.text and not is_of_all and not is_negated(reading, match.start()):
            yield _watched(reading, match.span())
    acts = ACTS.find(reading, language)
    traces = TRACES.find(reading, language) if acts else []
    for act in acts:
        start, end = reading.sentence_at(act.start())
        if any(start <= trace.start() < end for trace in traces) and not _is_asked(reading, act, start):
            yield _watched(reading, act.span())


_OF_ALL = re.compile(r" (?:people|lot|all|folks|guys|humans)(?!\w)")  # "we've seen what you people put there"
_CONDITION = re.compile(
    r"(?<!\w)(?:if|when|once|until|unless|whenever|before|wenn|falls|sobald|bevor|si|quand|dès que|lorsque|"
    r"avant|cuando|antes de|en cuanto)(?!\w)"
)


def _is_asked(reading: Reading, act: re.Match[str], start: int) -> bool:
    """Whether the act is one that may come ("once you've opened the page") or did not."""
    return bool(_CONDITION.search(reading.folded, start, act.start())) or is_negated(reading, act.start())


def _watched(reading: Reading, place: tuple[int, int]) -> Finding:
    return reading.finding(
        "surveillance_tone",
        Severity.BLOCK,
        place,
        "{} tells readers that they are watched.",
        suggestion="Speak of the products, not of what the reader did.",
    )


def find_sensitive_inferences(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Saying of readers what they believe, earn, weigh, suffer from or where they come from."""
    language = facts.reading_language
    for match in PRIVATE.find(reading, language):
        if _is_idle(reading, match) or _is_of_products(match[0], facts) or is_negated(reading, match.start()):
            continue
        if ABOUT_READER.search(reading.sentence_text(match.start())):
            yield _private(reading, match.span())
    for match in GUESSES.find(reading, language):
        if _is_idle(reading, match) or _is_of_products(match[0], facts):
            continue
        if not is_negated(reading, match.start()):
            yield _private(reading, match.span())


# "Su peso en oro" weighs nobody, and what is against a thing's religion is no faith.
_IN_GOLD = re.compile(r" en (?:oro|plata|platino|azafrán|caviar|trufas?)(?!\w)")


_AGAINST = re.compile(r"(?<!\w)(?:contra|contre|gegen|against)(?: \w+)? $")


def _is_idle(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the words are a figure of speech."""
    if _IN_GOLD.match(reading.folded, match.end()):
        return True
    against = _AGAINST.search(reading.folded, max(match.start() - 20, 0), match.start())
    return "relig" in match[0] and against is not None


def _is_of_products(phrase: str, facts: SheetFacts) -> bool:
    """Whether the facts have the phrase, or the word that it turns on."""
    last = phrase.rsplit(" ", 1)[-1]
    return phrase in facts.text or last in facts.words or stem(last) in facts.stems


def _private(reading: Reading, place: tuple[int, int]) -> Finding:
    return reading.finding(
        "sensitive_inference",
        Severity.HOLD,
        place,
        "{} seems to say something private about the reader.",
        suggestion="Say nothing of the reader's beliefs, health, family, origin, age or money.",
    )
