"""Until when something holds: every last day in the copy must be the offer's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bespoke.domain import Finding, Severity
from guardrails import deadline_words as words_for
from guardrails.dates import DateMention
from guardrails.lexicon import find_words
from guardrails.phrases import is_negated
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_LOOK_BACK = 50
_LOOK_AHEAD = 44
_NO_SIGNS = str.maketrans("£€$", "   ")
_FAR = 300  # characters of a sentence that are read on either side of a day
_SOON = timedelta(days=7)  # so near an end, "last chance" is honest
_SHORT_FIELDS = ("subject", "preheader", "headline", "cta")
_NAMING = 5  # letters of a word that is a product's and no turn of phrase
_FEW_WORDS = 7  # of a sentence that speaks of what the one before it says
_DAY = timedelta(days=1)
_ROUGH = timedelta(days=3)  # as far as "just over a fortnight" may be off
_ROUGHLY = re.compile(
    r"(?<!\w)(?:(?:just|a little|a bit|slightly)? ?(?:over|under|more than|less than)|about|almost|"
    r"nearly|around|"
    r"roughly|not quite|some|rund|etwa|knapp|gut|fast|environ|presque|un peu plus de|plus de|casi|unos|unas|"
    r"algo más de) $"
)
_SAME = re.compile(
    r"(?<!\w)(?:that(?: very| same)?|the same|this very|(?:am|bis) selben|jene[mnr]|ce même|ese(?: mismo)?|"
    r"aquel(?: mismo)?|mismo) $"
)
_EVE = re.compile(
    r"(?<!\w)(?:(?:vor)?abend des|vortag des|the (?:eve|day|night) (?:of|before)(?: the)?|la veille (?:du|"
    r"de)|"
    r"la víspera del?) $"
)
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_invented_deadlines(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Last days that are not the offer's, resolved against the day of sending."""
    for mention in reading.dates:
        if _agrees(reading, facts, mention):
            if mention.weekday is not None:
                yield from _wrong_weekday(reading, facts, mention)
            continue
        severity = _says_deadline(reading, facts, mention)
        if severity is not None and not _is_span_of_product(reading, facts, mention):
            yield _invented(reading, facts, (mention.start, mention.end), severity)
    yield from _find_false_urgency(reading, facts)


def _agrees(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    """Whether a mention can mean a day that the facts name, or the day after where it says so."""
    if mention.days & facts.days:
        return True
    if not facts.days:
        return False
    if _EVE.search(reading.folded, max(mention.start - 24, 0), mention.start):
        return any(day - _DAY in facts.days for day in mention.days)
    if _SAME.search(reading.folded, max(mention.start - 16, 0), mention.start):
        return not {day.weekday() for day in mention.days}.isdisjoint(day.weekday() for day in facts.days)
    if mention.is_span:
        rough = _ROUGHLY.search(reading.folded, max(mention.start - 20, 0), mention.start)
        return rough is not None and any(
            abs(one - day) <= _ROUGH for one in mention.days for day in facts.days
        )
    if mention.weekday is not None and any(
        0 < mention.start - one.end < 10
        and {day for day in one.days & facts.days if day.weekday() == mention.weekday}
        for one in reading.dates
    ):
        return True
    if mention.is_clock and _has_right_day_near(reading, facts, mention):
        return True
    cues = words_for.cues(facts.reading_language)
    start = max(mention.start - _LOOK_BACK, _sentence_start(reading, mention.start))
    is_first_day_after = cues.up_to.search(reading.folded, start, mention.start) or cues.back.search(
        reading.folded, start, min(mention.end + _LOOK_AHEAD, len(reading.folded))
    )
    return bool(is_first_day_after) and any(day - _DAY in facts.days for day in mention.days)


def _has_right_day_near(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    """Whether a day that is right stands in the sentence of a midnight, or in the one before."""
    start, end = reading.sentence_at(mention.start)
    before = _sentence_start(reading, start - 1) if start else start
    return any(before <= one.start < end and one.days & facts.days for one in reading.dates if one != mention)


def _sentence_start(reading: Reading, place: int) -> int:
    return max(reading.sentence_at(place)[0], reading.passage_at(place).start)


def _says_deadline(reading: Reading, facts: SheetFacts, mention: DateMention) -> Severity | None:
    """How sure it is that this day is said to be a last one; None where it is not."""
    if mention.is_clock and _names_another_day(reading, mention):
        return None
    if _leads_to_right_day(reading, facts, mention):
        return None
    if mention.is_feast and _has_right_day_near(reading, facts, mention):
        return None
    if _DENIED.search(reading.folded, max(mention.start - _DENIED_BACK, 0), mention.start):
        return None
    if _is_in_a_title(reading, facts, mention) and not _is_after_until(reading, facts, mention):
        return None
    strength = _cue_strength(reading, facts, mention)
    if strength and _is_about_offer(reading, facts, mention, is_weak_span=mention.is_span and strength == 1):
        if facts.sheet.offer is None and strength == 1 and not _speaks_of_buying(reading, facts, mention):
            return Severity.NOTE  # a day and an amount, and nothing said of buying by then
        is_sure = not mention.is_feast and (strength == 2 or not mention.is_span)
        return Severity.BLOCK if is_sure else Severity.HOLD
    if mention.is_feast or (mention.is_span and strength < 2):
        return None
    is_short = reading.passage_at(mention.start).field in _SHORT_FIELDS
    if strength == 2 and not _ends_an_event(reading, mention):
        is_brief = _is_brief(reading, mention) and _is_after_until(reading, facts, mention)
        return Severity.HOLD if is_short or is_brief or facts.sheet.offer is not None else None
    if (
        strength == 0
        and not _has_right_day_near(reading, facts, mention)
        and _ends_an_offer(reading, facts, mention)
    ):
        return Severity.HOLD
    if strength == 0 and not _has_right_day_near(reading, facts, mention) and _closes_sales(reading, mention):
        return Severity.HOLD
    is_bare = is_short and facts.sheet.offer is not None and _is_after_until(reading, facts, mention)
    return Severity.HOLD if is_bare else None


def _closes_sales(reading: Reading, mention: DateMention) -> bool:
    """Whether the day's sentence shuts what one buys by: "on Friday we unplug the code"."""
    start, end = reading.sentence_at(mention.start)
    around = reading.folded, max(start, mention.start - _FAR), min(end, mention.end + _FAR)
    return bool(words_for.CLOSES.search(*around)) and bool(words_for.SALES.search(*around))


def _is_in_a_title(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    """Whether a product is called so: the bowl "Monday"."""
    name = reading.folded[mention.start : mention.end]
    return any(name in product.title_words for product in facts.products)


def _is_brief(reading: Reading, mention: DateMention) -> bool:
    """Whether a sentence says little more than its day: "Only until midnight." """
    return len(reading.sentence_text(mention.start).split()) <= 5


def _is_span_of_product(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    """Whether a day ends what another begins, where nothing is offered: a planner from August to July."""
    if facts.sheet.offer is not None:
        return False
    return bool(_FROM_TO.search(reading.folded, max(mention.start - 44, 0), mention.start))


# "It does not end tomorrow".
_DENIED = re.compile(
    r"(?<!\w)(?:(?:does(?:n't| not)|do(?:n't| not)|won't|will not|isn't|is not|never) "
    r"(?:end|expire|close|stop|vanish|run out|ending|over|gone)|"
    r"(?:endet|enden|verfällt|verfallen|läuft|laufen|schließt) (?:nicht|nie)|"
    r"(?:ne |n')(?:s'arrête|finit|finissent|expirent?|se termine|se terminent|disparaît|ferme) (?:pas|"
    r"jamais)|"
    r"(?:no|nunca) (?:se )?(?:acaban?|terminan?|caducan?|vencen?|expiran?|cierran?|agotan?))"
    r"(?: [^\s.,;:!?]+){0,2} $"
)
_DENIED_BACK = 44
_FROM_TO = re.compile(
    r"(?<!\w)(?:from|von|vom|de|du|desde|del) [^.;!?\n]{3,24} (?:to|through|until|till|bis|"
    r"bis zum|à|au|a|al|hasta|"
    r"hasta el) (?:the )?$"
)


def _leads_to_right_day(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    """Whether the right day follows at once: today and tomorrow; Friday to Sunday."""
    return any(0 < one.start - mention.end < 14 and _agrees(reading, facts, one) for one in reading.dates)


def _ends_an_offer(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    """Whether a sentence about the code or the offer names a day for something else than a beginning."""
    if mention.is_span or mention.is_clock or mention.days == {facts.sheet.send_date}:
        return False
    start = _sentence_start(reading, mention.start)
    before = reading.folded[max(start, mention.start - _FAR) : mention.start]
    after = reading.folded[mention.end : min(mention.end + 30, reading.sentence_at(mention.start)[1])]
    subject = words_for.OFFER_SUBJECT.search(before) or words_for.OFFER_SUBJECT.search(after)
    code = facts.sheet.offer.code if facts.sheet.offer else None
    if not subject and not (code and code.lower() in before):
        return False
    return not words_for.BEGINS.search(before)


def _is_after_until(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    start = max(mention.start - _LOOK_BACK, _sentence_start(reading, mention.start))
    return bool(words_for.cues(facts.reading_language).until.search(reading.folded, start, mention.start))


def _ends_an_event(reading: Reading, mention: DateMention) -> bool:
    start, end = reading.sentence_at(mention.start)
    start, end = max(start, mention.start - _FAR), min(end, mention.end + _FAR)
    return words_for.EVENTS.search(reading.folded, start, end) is not None


def _names_another_day(reading: Reading, mention: DateMention) -> bool:
    start, end = reading.sentence_at(mention.start)
    return any(start <= one.start < end and not one.is_clock for one in reading.dates)


def _cue_strength(reading: Reading, facts: SheetFacts, mention: DateMention) -> int:
    """2 where the words around a day end something, 1 where they may, 0 where they do not."""
    cues = words_for.cues(facts.reading_language)
    folded, sentence = reading.folded, _sentence_start(reading, mention.start)
    before = folded[max(mention.start - _LOOK_BACK, sentence) : mention.start]
    after = folded[mention.end : min(mention.end + _LOOK_AHEAD, reading.sentence_at(mention.start)[1])]
    if mention.is_span:
        if words_for.RETURNS.search(before) or words_for.RETURNS.search(after):
            return 0
        if cues.not_a_deadline.match(after):
            return 0
        if cues.span_strong.search(before) or cues.span_after.match(after):
            return 2
        return 1 if cues.span_weak.search(before) else 0
    if cues.strong.search(before) or cues.after.match(after):
        return 2
    if words_for.PRICE_RETURNS.search(
        folded, mention.end, min(mention.end + 60, reading.sentence_at(mention.start)[1])
    ):
        return 2
    return 1 if cues.weak.search(before) else 0


def _is_about_offer(reading: Reading, facts: SheetFacts, mention: DateMention, *, is_weak_span: bool) -> bool:
    """Whether the sentence, or the one before a short one, speaks of buying; of an offer for a weak span."""
    start, end = reading.sentence_at(mention.start)
    passage = reading.passage_at(mention.start)
    start = max(start, passage.start)
    if end - start < 60 and len(reading.folded[start:end].split()) <= _FEW_WORDS and start > passage.start:
        start = _sentence_start(reading, max(start - 3, passage.start))
    start, end = max(start, mention.start - _FAR), min(end, passage.end, mention.end + _FAR)
    cues = words_for.cues(facts.reading_language)
    if (cues.offer if is_weak_span else cues.commerce).search(reading.folded, start, end):
        return True
    code = facts.sheet.offer.code if facts.sheet.offer else None
    if code and code.lower() in reading.folded[start:end]:
        return True
    return not is_weak_span and any(start <= amount.start < end for amount in reading.amounts)


def _speaks_of_buying(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    """Whether its sentence has a word about buying, and not only an amount."""
    start, end = reading.sentence_at(mention.start)
    start, end = max(start, mention.start - _FAR), min(end, mention.end + _FAR)
    sentence = reading.folded[start:end].translate(_NO_SIGNS)
    return words_for.cues(facts.reading_language).commerce.search(sentence) is not None


def _invented(reading: Reading, facts: SheetFacts, place: tuple[int, int], severity: Severity) -> Finding:
    ends_on = facts.sheet.offer.ends_on if facts.sheet.offer else None
    return reading.finding(
        "invented_deadline",
        severity,
        place,
        f"{{}} is not when the offer ends, which is {ends_on:%A} {ends_on}."
        if ends_on
        else "The facts give no last day, yet the copy says {}.",
        fact=f"sent {facts.sheet.send_date}, ends {ends_on or 'never'}",
        suggestion=f"Write {ends_on:%A} {ends_on}." if ends_on else "Leave the deadline out.",
    )


def _wrong_weekday(reading: Reading, facts: SheetFacts, mention: DateMention) -> Iterator[Finding]:
    day = next(iter(mention.days & facts.days), None)
    if day is not None and day.weekday() != mention.weekday:
        yield reading.finding(
            "invented_deadline",
            Severity.BLOCK,
            (mention.start, mention.end),
            f"{{}} cannot be: {day} is a {_DAY_NAMES[day.weekday()]}.",
            fact=str(day),
            suggestion=f"Write {_DAY_NAMES[day.weekday()]}, in the email's language.",
        )


def _find_false_urgency(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Last days, last chances and hurry that come too early, or where nothing ends."""
    language = facts.reading_language
    ends_on = facts.sheet.offer.ends_on if facts.sheet.offer else None
    if not _is_within(ends_on, facts.sheet.send_date, _SOON):
        yield from _urgent(reading, facts, words_for.LAST_CHANCE.find(reading, language))
    if not _is_within(ends_on, facts.sheet.send_date, timedelta(days=1)):
        yield from _urgent(reading, facts, words_for.LAST_DAY.find(reading, language))
    if ends_on is None:
        yield from _urgent(reading, facts, words_for.LIMITED_TIME.find(reading, language))


def _is_of_another(reading: Reading, facts: SheetFacts, match: re.Match[str]) -> bool:
    """Whether what ends is named right after it, and is not the offer."""
    offer = facts.sheet.offer
    code = offer.code.lower() if offer and offer.code else None
    if code and code in reading.folded[match.end() : match.end() + len(code) + 12]:
        return False
    return words_for.OF_ANOTHER.match(reading.folded, match.end()) is not None


def _is_within(ends_on: date | None, send_date: date, span: timedelta) -> bool:
    return ends_on is not None and ends_on <= send_date + span


def _urgent(reading: Reading, facts: SheetFacts, matches: Iterable[re.Match[str]]) -> Iterator[Finding]:
    for match in matches:
        if match[0] in facts.text or is_negated(reading, match.start()):
            continue
        if any(len(word) >= _NAMING and facts.names(word) for word in find_words(match[0])):
            continue  # "le sablier tourne", of an hourglass
        if _is_of_another(reading, facts, match):
            continue
        start, end = reading.sentence_at(match.start())
        if any(start <= one.start < end and _agrees(reading, facts, one) for one in reading.dates):
            continue
        yield _invented(reading, facts, match.span(), Severity.HOLD)
