"""Days named in text: 30 April, 30.04., le 30 avril, until Sunday, tonight, in drei Tagen."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from guardrails.numerals import find_number_words
from guardrails.plain_text import listed, words_of

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_SHORT_MONTHS = {
    "en": "jan feb mar apr _ jun jul aug sept oct nov dec",
    "de": "jan feb _ apr _ jun jul aug sept okt nov dez",
    "fr": "janv févr _ avr _ _ juil _ sept oct nov déc",
    "es": "ene feb mar abr _ jun jul ago sept oct nov dic",
}
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_TODAY = {
    "en": "tonight|today|this evening|midnight",
    "de": "heute(?: abend| nacht)?|mitternacht",
    "fr": "ce soir|aujourd'hui|minuit",
    "es": "hoy|esta noche|medianoche",
}
_TOMORROW = {
    "en": "tomorrow",
    "de": r"(?<!guten )morgen(?: abend)?(?! früh)",
    "fr": "demain(?: soir)?",
    "es": r"mañana(?: por la noche)?(?<!la mañana)",
}
_WEEKEND = {
    "en": "(?:this|the) weekend",
    "de": "(?:dieses|am|das) wochenende",
    "fr": "ce week-end",
    "es": "este fin de semana",
}
_HINTS = {
    "en": listed("tonight today evening midnight tomorrow weekend end day days hour hours the"),
    "de": listed("heute mitternacht morgen wochenende ende monatsende tag tage tagen stunde stunden zum"),
    "fr": listed("soir hui minuit demain week fin jour jours heure heures au"),
    "es": listed("hoy noche medianoche mañana semana fin finales día días hora horas el"),
}
_NUMERIC = re.compile(r"\d[./-]\d")

# "Three days", "48 hours": how long something still holds.
_SPELL = {
    "en": r"{n} (?:days?|(?P<hours>hours?))",
    "de": r"{n} (?:tage?n?|(?P<hours>stunden?))",
    "fr": r"{n} (?:jours?|(?P<hours>heures?))",
    "es": r"{n} (?:días?|(?P<hours>horas?))",
}
_COUNT = r"(?P<count>\d{1,3}|[^\W\d_]+)"
_END_OF_MONTH = {
    "en": r"(?:the )?end of (?:the month|{month})",
    "de": r"(?:zum )?(?:monatsende|ende (?:des monats|{month}))",
    "fr": r"(?:la )?fin (?:du mois|(?:d'|de )?{month})",
    "es": r"(?:a |el )?fin(?:ales)? de (?:mes|{month})",
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day as the text names it, and every day it can mean."""

    start: int
    end: int
    days: frozenset[date]
    is_explicit: bool  # names a day of a month
    weekday: int | None = None  # said beside an explicit day; Monday is 0


def find_dates(folded: str, language: str, send_date: date) -> list[DateMention]:
    """Every day named in folded text, in order, seen from `send_date`."""
    found: list[DateMention] = []
    for mention in sorted(_mentions(folded, language, send_date), key=lambda one: (one.start, -one.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _mentions(folded: str, language: str, send_date: date) -> Iterator[DateMention]:
    words = _words(language)
    said = words_of(folded)
    if not said.isdisjoint(words.months) or _NUMERIC.search(folded):
        for match in words.explicit.finditer(folded):
            if (mention := _explicit(match, words, send_date)) is not None:
                yield mention
    for match in words.relative.finditer(folded) if not said.isdisjoint(words.hints) else ():
        days = _relative_days(match, words, language, send_date)
        if days:
            yield DateMention(match.start(), match.end(), frozenset(days), is_explicit=False)


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    weekdays: dict[str, int]
    hints: frozenset[str]  # one of these stands in every relative day
    explicit: re.Pattern[str]
    weekday_before: re.Pattern[str]
    relative: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    language = language if language in _MONTHS else "en"
    months = _indexed(_MONTHS[language], 1) | _indexed(_SHORT_MONTHS[language], 1)
    weekdays = _indexed(_WEEKDAYS[language], 0) | ({"sonnabend": 5} if language == "de" else {})
    month = "|".join(sorted(months, key=len, reverse=True))
    bare_day = r"(?P<{}>[12]\d|3[01]|0?[1-9])"
    day = bare_day + r"(?:st|nd|rd|th|er|\.)?"
    explicit = (
        rf"(?<![\w.,€£$])(?:{day.format('d1')} ?(?:of |"
        rf"de )?(?P<m1>{month})\b\.?(?:,? (?:de )?(?P<y1>20\d\d))?"
        rf"|(?P<m2>{month})\b\.? {day.format('d2')}(?![\d.,]*\d)(?:,? (?P<y2>20\d\d))?"
        rf"|{bare_day.format('d3')}[./](?P<m3>1[0-2]|0?[1-9])(?:[./](?P<y3>(?:20)?\d\d)|\.)(?!\d)"
        rf"|(?P<y4>20\d\d)-(?P<m4>0[1-9]|1[0-2])-(?P<d4>[0-3]\d)"
        rf"|{bare_day.format('d5')}/(?P<m5>1[0-2]|0[1-9])(?![/\d]))"
    )
    relative = "|".join(
        (
            rf"(?P<weekday>{'|'.join(weekdays)})s?\b(?: (?:the|den|dem|le|el) (?P<dom>\d\d?)(?!\d))?",
            rf"(?P<today>{_TODAY[language]})\b",
            rf"(?P<tomorrow>{_TOMORROW[language]})\b",
            rf"(?P<weekend>{_WEEKEND[language]})\b",
            rf"(?P<month_end>{_END_OF_MONTH[language].format(month=f'(?:{month})')})\b",
            rf"(?:au|el|el día|zum|the) {bare_day.format('day')}(?:st|nd|rd|th|\.)?(?= ?[,;:!?)]|\.? |"
            rf"\.?$|\.?\n)"
            r"(?! ?(?:uhr|h|heures|cm|mm|kg|g|ml|cl|l|%|€|euros?)\b)",
            rf"{_SPELL[language].format(n=_COUNT)}\b",
        )
    )
    before = re.compile(rf"(?<!\w)({'|'.join(weekdays)})s?,?(?: (?:the|den|dem|le|el|día)){{0,2}} $")
    return _Words(
        months,
        weekdays,
        _HINTS[language] | set(weekdays),
        re.compile(explicit),
        before,
        re.compile(rf"(?<!\w)(?:{relative})"),
    )


def _indexed(names: str, first: int) -> dict[str, int]:
    return {name: index for index, name in enumerate(names.split(), first) if name != "_"}


def _explicit(match: re.Match[str], words: _Words, send_date: date) -> DateMention | None:
    parts = match.groupdict()
    for form in "12345":
        if parts.get(f"d{form}"):
            break
    else:
        return None
    raw_month = parts[f"m{form}"]
    month = int(raw_month) if raw_month.isdigit() else words.months[raw_month]
    raw_year = parts.get(f"y{form}")
    years = [_year(raw_year)] if raw_year else [send_date.year, send_date.year + 1, send_date.year - 1]
    days = [day for year in years if (day := _date(year, month, int(parts[f"d{form}"])))]
    if not days:
        return None
    # Without a year the nearest is meant.
    nearest = min(days, key=lambda day: abs((day - send_date).days))
    start, weekday = _weekday_before(match, words)
    return DateMention(start, match.end(), frozenset({nearest}), is_explicit=True, weekday=weekday)


def _weekday_before(match: re.Match[str], words: _Words) -> tuple[int, int | None]:
    """Where the mention starts with the weekday that stands before it, and that weekday."""
    found = words.weekday_before.search(match.string, max(match.start() - 24, 0), match.start())
    return (found.start(), words.weekdays[found[1]]) if found else (match.start(), None)


def _year(raw: str) -> int:
    return int(raw) if len(raw) == 4 else 2000 + int(raw)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative_days(match: re.Match[str], words: _Words, language: str, send_date: date) -> list[date]:
    parts = match.groupdict()
    if parts["weekday"]:
        return _on_weekday(words.weekdays[parts["weekday"]], parts["dom"], send_date)
    if parts["today"]:
        return [send_date]
    if parts["tomorrow"]:
        return [send_date + timedelta(days=1)]
    if parts["weekend"]:
        sunday = send_date + timedelta(days=6 - send_date.weekday())
        return [sunday, sunday - timedelta(days=1)]
    if parts["day"]:
        found = _next_day_of_month(send_date, int(parts["day"]))
        return [found] if found else []
    if parts["month_end"]:
        return [_month_end(match[0], words, send_date)]
    return _counted_days(parts["count"], bool(parts["hours"]), language, send_date)


def _on_weekday(weekday: int, day_of_month: str | None, send_date: date) -> list[date]:
    if day_of_month is not None:
        found = _next_day_of_month(send_date, int(day_of_month))
        return [found] if found else []
    coming = send_date + timedelta(days=(weekday - send_date.weekday()) % 7)
    # On a Sunday, "until Sunday" can mean today or a week from now.
    return [coming, coming + timedelta(days=7)] if coming == send_date else [coming]


def _counted_days(raw: str, are_hours: bool, language: str, send_date: date) -> list[date]:
    if raw.isdigit():
        count = int(raw)
    else:
        spelled = next(find_number_words(raw, language), None)
        if spelled is None:
            return []
        count = int(spelled.values[0])
    days = -(-count // 24) if are_hours else count
    # "Three days left" may or may not count today.
    return [send_date + timedelta(days=days), send_date + timedelta(days=max(days - 1, 0))]


def _month_end(text: str, words: _Words, send_date: date) -> date:
    month = next(
        (words.months[word] for word in re.findall(r"[^\W\d_]+", text) if word in words.months), None
    )
    if month is None:
        month = send_date.month
    year = send_date.year + (month < send_date.month)
    return date(year, month, calendar.monthrange(year, month)[1])


def _next_day_of_month(send_date: date, day: int) -> date | None:
    year, month = send_date.year, send_date.month
    for _ in range(3):
        found = _date(year, month, day)
        if found is not None and found >= send_date:
            return found
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None
