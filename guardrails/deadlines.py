"""Until when something holds: every last day in the copy must be the offer's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from bespoke.domain import Finding, Severity
from guardrails.dates import DateMention
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_BEFORE = {
    "en": r"until|till|'til|til|through|thru|by|before|ends?|ending|closes?|closing|expires?|only|last|up to|"
    r"over|finishes|stops|valid|good",
    "de": r"bis(?: zum| einschließlich)?|nur(?: noch)?|endet|läuft|gilt|noch|letzte\w*|vor|einlösbar|abläuft",
    "fr": (
        r"jusqu'(?:à|au|a)?|expire|termine|finit|s'arrête|prend fin|avant|plus que|seulement|que|valable|"
        r"encore|dernier"
    ),
    "es": r"hasta(?: el)?|termina|acaba|finaliza|caduca|vence|sol[oa]|sólo|antes de(?:l)?|último|expira|dura",
}
# So close to an end that no word about the offer is needed.
_STRONG = {
    "en": r"ends?|ending|closes?|closing|expires?|finishes|valid|only",
    "de": r"endet|läuft|gilt|einlösbar|abläuft|nur noch|nur",
    "fr": r"expire|termine|finit|s'arrête|prend fin|valable|plus que|seulement",
    "es": r"termina|acaba|finaliza|caduca|vence|expira|sol[oa]|sólo",
}
_AFTER = {
    "en": r" only| left| to go",
    "de": r" läuft| endet| ist schluss| vorbei| nur",
    "fr": r" seulement| uniquement",
    "es": r" solamente| únicamente",
}
_LAST_DAY = {
    "en": r"(?:last|final) (?:day|chance|hours?|call)|today only|one day only",
    "de": r"(?:letzte[rn]?) (?:tag|chance|stunden)|nur heute",
    "fr": r"derni(?:er|ère)s? (?:jours?|chance|heures?)",
    "es": r"últim[oa]s? (?:días?|oportunidad|horas?)",
}
_COMMERCE = re.compile(
    r"[£€$%]|\b(?:code|codes|offers?|price|prices|sale|deal|off|save|order|orders|free|discount|shipping|"
    r"angebot\w*|preise?|rabatt\w*|aktion\w*|gutschein\w*|bestell\w*|kostet|versand\w*|code|gilt|"
    r"offre|prix|remise|réduction|livraison|commande\w*|promo\w*|"
    r"oferta|precio|descuento|envío|pedido|código|rebaja\w*|promoción|euros?|pounds?|dollars?)\b"
)
_CUES = {
    name: (
        re.compile(rf"(?<!\w)(?:{_BEFORE[name]})(?: \S+){{0,2}} ?\S?$"),
        re.compile(rf"(?<!\w)(?:{_STRONG[name]})(?: \S+){{0,3}} ?\S?$"),
        re.compile(_AFTER[name]),
        re.compile(rf"(?<!\w)(?:{_LAST_DAY[name]})(?!\w)"),
    )
    for name in _BEFORE
}
_LOOK_BACK = 45
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_invented_deadlines(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Last days that are not the offer's, resolved against the day of sending."""
    for mention in reading.dates:
        strength = _says_deadline(reading, facts, mention)
        if strength and not mention.days & facts.days:
            yield _invented(reading, facts, (mention.start, mention.end), strength)
        elif mention.weekday is not None and mention.days & facts.days:
            yield from _wrong_weekday(reading, facts, mention)
    yield from _find_false_last_days(reading, facts)


def _says_deadline(reading: Reading, facts: SheetFacts, mention: DateMention) -> Severity | None:
    """How sure it is that this day is said to be a last one; None where it is not."""
    weak, strong, after, _ = _CUES[facts.reading_language]
    sentence, _end = reading.sentence_at(mention.start)
    before = reading.folded[max(mention.start - _LOOK_BACK, sentence) : mention.start]
    is_strong = strong.search(before) or after.match(reading.folded, mention.end)
    if not is_strong and not weak.search(before):
        return None
    about_offer = bool(_COMMERCE.search(reading.sentence_text(mention.start))) or _names_code(
        reading, facts, mention
    )
    if about_offer or (is_strong and facts.sheet.offer is not None):
        return Severity.BLOCK
    return Severity.HOLD if is_strong and reading.passage_at(mention.start).field != "body" else None


def _names_code(reading: Reading, facts: SheetFacts, mention: DateMention) -> bool:
    offer = facts.sheet.offer
    return bool(offer and offer.code and offer.code.lower() in reading.sentence_text(mention.start))


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
    day = next(iter(mention.days & facts.days))
    if day.weekday() != mention.weekday:
        yield reading.finding(
            "invented_deadline",
            Severity.BLOCK,
            (mention.start, mention.end),
            f"{{}} cannot be: {day} is a {_DAY_NAMES[day.weekday()]}.",
            fact=str(day),
            suggestion=f"Write {_DAY_NAMES[day.weekday()]}, in the email's language.",
        )


def _find_false_last_days(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Last days and last chances that come too early, or where nothing ends."""
    ends_on = facts.sheet.offer.ends_on if facts.sheet.offer else None
    soon = facts.sheet.send_date + timedelta(days=3)
    for match in _CUES[facts.reading_language][3].finditer(reading.folded):
        if (ends_on is not None and ends_on <= soon) or match[0] in facts.text:
            continue
        start, end = reading.sentence_at(match.start())
        if any(start <= mention.start < end and mention.days & facts.days for mention in reading.dates):
            continue
        yield _invented(reading, facts, match.span(), Severity.HOLD)
