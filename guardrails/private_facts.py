"""What a shop knows of one reader and copy must not show: name, address, city, purchases, habits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from bespoke.domain import Finding, Severity
from guardrails import name_words
from guardrails.plain_text import fold
from guardrails.reading import SLOT_MARK, Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem


@dataclass(frozen=True, slots=True)
class PrivateFacts:
    """One reader, beyond locale and segment. Goes into no fact sheet and no prompt."""

    first_name: str = ""
    last_name: str = ""
    email: str = ""
    city: str = ""
    known: Mapping[str, str] = field(default_factory=dict)  # e.g. {"last_purchase": "brass sundial"}


MOST_READERS = 20  # of one draft: such readers are alike in all that is written about, so mostly one
_LETTERS = re.compile(r"[^\W_]+")
_LONG_PARTICLE = 3  # letters: "de", "von", "las"
_SHORT = 2  # letters of a name that only counts where it is plainly a name
_HEAD = 3  # letters of a word that may be looked for
_TELLING = 4  # letters of a word that says something of a purchase
_FEWEST = Decimal(10)  # smaller figures are everywhere
_DISTINCTIVE = re.compile(r"[\d._+-]")


def find_private_facts(reading: Reading, facts: SheetFacts, private: PrivateFacts) -> Iterator[Finding]:
    """Whatever of the reader shows in the copy, outside slots.

    Names that are plain words too, or words of the facts, count only where they
    are spoken as names: after a title, a greeting or the other name.
    """
    yield from _find_address(reading, private.email)
    for name, other in (
        (private.last_name, private.first_name),
        (private.first_name, private.last_name),
    ):
        yield from _find_name(reading, facts, name, other, is_first=name is private.first_name)
    yield from _find_family(reading, facts, private.last_name)
    yield from _find_city(reading, facts, private.city)
    for key, value in private.known.items():
        yield from _find_known(reading, facts, key.lower(), value)


def _find_address(reading: Reading, email: str) -> Iterator[Finding]:
    folded = fold(email).strip()
    local = folded.partition("@")[0]
    for text in dict.fromkeys((folded, local)):
        if len(text) >= 5 and (text == folded or _DISTINCTIVE.search(text)):
            for match in _whole(text).finditer(reading.folded):
                yield _personal(
                    reading, match.span(), "{} looks like part of an email address.", Severity.BLOCK
                )


def _find_name(
    reading: Reading, facts: SheetFacts, name: str, other: str, is_first: bool
) -> Iterator[Finding]:
    folded = fold(name).strip()
    if not _LETTERS.search(folded):
        return
    matches = list(_whole(folded, "(?:'?s)?").finditer(reading.folded))
    small = [match for match in matches if reading.cased[match.start()].islower()]
    ambiguous = (
        len(folded) <= _SHORT or folded in name_words.PLAIN_TOO or bool(small) or _is_in_facts(folded, facts)
    )
    for match in matches:
        if match in small:
            continue
        if _is_spoken(reading, match, fold(other), is_first or not ambiguous):
            yield _personal(reading, match.span(), "{} names a person.", Severity.BLOCK)
        elif not (ambiguous or _is_noun(reading, match.start()) or (not is_first and _opens(reading, match))):
            yield _personal(reading, match.span(), "{} may name a person.", Severity.HOLD)


def _find_family(reading: Reading, facts: SheetFacts, name: str) -> Iterator[Finding]:
    """One of the two words of a family name, spoken as a name."""
    parts = [part for part in fold(name).split() if len(part) > _LONG_PARTICLE]
    for part in parts if len(parts) > 1 and fold(name).strip() not in reading.folded else ():
        if part not in reading.words or _is_in_facts(part, facts):
            continue
        for match in _whole(part).finditer(reading.folded):
            before, _ = _words_beside(reading, *match.span())
            is_called = before[-1:] and before[-1] in name_words.TITLES | name_words.GREETINGS | {"familia"}
            if is_called and not reading.cased[match.start()].islower():
                yield _personal(reading, match.span(), "{} names a person.", Severity.BLOCK)


def _is_spoken(reading: Reading, match: re.Match[str], other: str, greeted: bool) -> bool:
    """Whether a name stands as one: after a title or a greeting, beside the other name, or as an address."""
    before, after = _words_beside(reading, *match.span())
    last = before[-1] if before else ""
    if last in name_words.TITLES or (other and (last == other or (after and after[0] == other))):
        return True
    return greeted and last in name_words.GREETINGS and match[0] not in name_words.GREETINGS


def _words_beside(reading: Reading, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words right before and after a place in its field."""
    passage = reading.passage_at(start)
    before = _LETTERS.findall(reading.folded, max(passage.start, start - 40), start)
    after = _LETTERS.findall(reading.folded, end, min(passage.end, end + 40))
    return before, after


def _opens(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a word is capitalized because a sentence starts with it, and goes on in small letters."""
    after = reading.cased[match.end() : match.end() + 2]
    return after[:1] == " " and after[1:].islower() and reading.starts_sentence(match.start())


def _is_noun(reading: Reading, start: int) -> bool:
    """Whether an article or its like stands before, as before any noun and hardly a name."""
    is_german = reading.facts.reading_language == "de"
    articles = name_words.DETERMINERS if is_german else name_words.ARTICLES
    before, _ = _words_beside(reading, start, start)
    return bool(before) and before[-1] in articles and reading.folded[start - 1] == " "


def _find_city(reading: Reading, facts: SheetFacts, city: str) -> Iterator[Finding]:
    folded = fold(city).strip()
    if len(folded) <= _SHORT or _is_in_facts(folded, facts):
        return
    for match in _whole(folded, "(?:'?s|er|ers)?").finditer(reading.folded):
        before, _ = _words_beside(reading, *match.span())
        is_own = not name_words.OWN_PLACES.isdisjoint(before[-4:])
        is_placed = bool(before) and before[-1] in name_words.PLACE_WORDS
        is_name = not reading.cased[match.start()].islower()
        if is_name and not is_own and (is_placed or folded not in name_words.PLAIN_TOO):
            yield _personal(reading, match.span(), "{} may be where somebody lives.", Severity.HOLD)


def _find_known(reading: Reading, facts: SheetFacts, key: str, value: str) -> Iterator[Finding]:
    if (number := _as_number(value)) is not None:
        yield from _find_figure(reading, facts, key, number)
    elif (day := _as_day(value)) is not None:
        for mention in reading.dates:
            if mention.is_explicit and day in mention.days and day not in facts.days:
                yield _watched(reading, (mention.start, mention.end), key)
    else:
        yield from _find_thing(reading, facts, key, value)


def _find_thing(reading: Reading, facts: SheetFacts, key: str, value: str) -> Iterator[Finding]:
    """Sentences with the words of, say, a purchase that no fact has.

    Several of them are enough; a single one takes a word such as "bought" or
    "favorite" and the reader being spoken to.
    """
    wanted = {
        stem(word)
        for word in _LETTERS.findall(fold(value))
        if (len(word) >= _TELLING or word.isdigit()) and not facts.knows(word)
    }
    heads = {word[:_HEAD] for word in reading.words} if wanted else set[str]()
    if heads.isdisjoint([word[:_HEAD] for word in wanted]):
        return
    for start, end in reading.sentences:
        words = list(_LETTERS.finditer(reading.folded, start, end))
        places = [match for match in words if stem(match[0]) in wanted]
        found = {stem(match[0]) for match in places}
        if not places or len(found) < min(2, len(wanted)):
            continue
        spoken = {match[0] for match in words}
        is_habit = not spoken.isdisjoint(name_words.HABIT_WORDS) and not spoken.isdisjoint(name_words.YOU)
        if len(found) > 1 or is_habit:
            is_told = is_habit or not spoken.isdisjoint(name_words.HISTORY)
            severity = Severity.HOLD if is_told else Severity.NOTE
            yield _watched(reading, (places[0].start(), places[-1].end()), key, severity)


def _find_figure(reading: Reading, facts: SheetFacts, key: str, value: Decimal) -> Iterator[Finding]:
    if "day" in key:
        yield from _find_days(reading, facts, int(value))
        return
    if value < _FEWEST or value in facts.numbers or value in facts.prices:
        return
    for number in reading.numbers:
        words = _LETTERS.findall(reading.sentence_text(number.start))
        if value in number.values and not name_words.YOU.isdisjoint(words):
            yield _watched(reading, (number.start, number.end), key)


def _find_days(reading: Reading, facts: SheetFacts, days: int) -> Iterator[Finding]:
    """A time since the last purchase, told in days, weeks or months."""
    told = (
        (name_words.DAY_UNITS, {days}),
        (name_words.WEEK_UNITS, {days // 7, round(days / 7)}),
        (name_words.MONTH_UNITS, {days // 30, round(days / 30.4)}),
    )
    for number in reading.numbers:
        unit = _LETTERS.search(reading.folded, number.end, number.end + 20)
        words = _LETTERS.findall(reading.sentence_text(number.start))
        if unit is None or name_words.SINCE.isdisjoint(words):
            continue
        for units, counts in told:
            if unit[0].startswith(units) and any(value > 1 and value in counts for value in number.values):
                yield _watched(reading, (number.start, unit.end()), "time since the last purchase")


def _is_in_facts(folded: str, facts: SheetFacts) -> bool:
    offer = facts.sheet.offer
    if offer is not None and offer.code is not None and folded == fold(offer.code):
        return True
    return folded in facts.text or all(facts.knows(word) for word in _LETTERS.findall(folded))


def _whole(folded: str, endings: str = "") -> re.Pattern[str]:
    words = re.escape(folded).replace(r"\ ", r"[ \n-]").replace(r"\-", "[ -]")
    return re.compile(rf"(?<![\w{SLOT_MARK}]){words}{endings}(?!\w)")


def _as_number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _as_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


# Messages go back to the writer, who must not learn from them what is true of the reader.


def _personal(reading: Reading, place: tuple[int, int], message: str, severity: Severity) -> Finding:
    return reading.finding(
        "personal_data",
        severity,
        place,
        message,
        fact="known of the reader, and not for copy",
        suggestion="Leave it out; to address the reader write {{ first_name }}.",
    )


def _watched(
    reading: Reading, place: tuple[int, int], what: str, severity: Severity = Severity.HOLD
) -> Finding:
    return reading.finding(
        "surveillance_tone",
        severity,
        place,
        "{} may tell readers what they did.",
        fact=f"known of the reader, and not for copy: {what.replace('_', ' ')}",
        suggestion="Speak of the products, not of what the reader did.",
    )
