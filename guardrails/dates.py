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
# Words one of which stands in every day that is named without a figure, and in every span of time.
_NAMED_HINTS = {
    "en": listed("tonight today evening midnight tomorrow weekend end"),
    "de": listed("heute mitternacht morgen wochenende ende monatsende"),
    "fr": listed("soir hui minuit demain week fin"),
    "es": listed("hoy noche medianoche mañana semana fin finales"),
}
_SPAN_HINTS = listed(
    "day days hour hours tag tage tagen stunde stunden jour jours heure heures día días hora horas"
)
_DIGITS = re.compile(r"(?<![\w.,€£$])\d{1,4}")
_MONTH_CHARS = 14  # of a month's name and what stands between it and the day

# "Three days", "48 hours": how long something still holds.
_SPELL = {
    "en": r"{n} (?:days?|(?P<hours>hours?))",
    "de": r"{n} (?:tage?n?|(?P<hours>stunden?))",
    "fr": r"{n} (?:jours?|(?P<hours>heures?))",
    "es": r"{n} (?:días?|(?P<hours>horas?))",
}
_COUNT = r"(?P<count>\d{1,3}|[^\W\d_]{2,20})"
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


def find_dates(
    folded: str, language: str, send_date: date, said: frozenset[str] | None = None
) -> list[DateMention]:
    """Every day named in folded text, in order, seen from `send_date`; `said` are its words where known."""
    said = words_of(folded) if said is None else said
    found: list[DateMention] = []
    for mention in sorted(
        _mentions(folded, language, send_date, said), key=lambda one: (one.start, -one.end)
    ):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _mentions(folded: str, language: str, send_date: date, said: frozenset[str]) -> Iterator[DateMention]:
    words = _words(language)
    for digits in _DIGITS.finditer(folded):
        mention = _explicit_at(folded, digits.start(), words, send_date)
        if mention is not None:
            yield mention
    for match in _relative_matches(folded, words, said):
        days = _relative_days(match, words, language, send_date)
        if days:
            yield DateMention(match.start(), match.end(), frozenset(days), is_explicit=False)


def _relative_matches(folded: str, words: _Words, said: frozenset[str]) -> Iterator[re.Match[str]]:
    if not said.isdisjoint(words.hints):
        yield from words.named.finditer(folded)
    if not said.isdisjoint(_SPAN_HINTS):
        yield from words.span.finditer(folded)
    yield from _DAY_OF_MONTH.finditer(folded)


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    weekdays: dict[str, int]
    hints: frozenset[str]
    day_first: re.Pattern[str]  # "30 April", "30.04.", "2026-04-30"
    day_after_month: re.Pattern[str]  # the "30, 2026" after a month
    month_before: re.Pattern[str]
    weekday_before: re.Pattern[str]
    named: re.Pattern[str]  # "Sunday", "tonight", "end of April"
    span: re.Pattern[str]  # "three days"


_DAY = r"(?P<{}>[12]\d|3[01]|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|er|\.)?"
_DAY_OF_MONTH = re.compile(
    rf"(?<!\w)(?:au|el día|el|zum|the) {_DAY.format('day')}{_ORDINAL}(?= ?[,;:!?)]|\.? |\.?$|\.?\n)"
    r"(?! ?(?:uhr|h|heures|cm|mm|kg|g|ml|cl|l|%|€|euros?)\b)"
)


@cache
def _words(language: str) -> _Words:
    language = language if language in _MONTHS else "en"
    months = _indexed(_MONTHS[language], 1) | _indexed(_SHORT_MONTHS[language], 1)
    weekdays = _indexed(_WEEKDAYS[language], 0) | ({"sonnabend": 5} if language == "de" else {})
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(weekdays)
    day_first = (
        rf"{_DAY.format('d1')}{_ORDINAL} ?(?:of |de )?(?P<m1>{month})\b\.?(?:,? (?:de )?(?P<y1>20\d\d))?"
        rf"|{_DAY.format('d3')}[./](?P<m3>1[0-2]|0?[1-9])(?:[./](?P<y3>(?:20)?\d\d)|\.)(?!\d)"
        rf"|(?P<y4>20\d\d)-(?P<m4>0[1-9]|1[0-2])-(?P<d4>[0-3]\d)"
        rf"|{_DAY.format('d5')}/(?P<m5>1[0-2]|0[1-9])(?![/\d])"
    )
    named = (
        rf"(?P<weekday>{weekday})s?\b(?: (?:the|den|dem|le|el) (?P<dom>\d\d?)(?!\d))?",
        rf"(?P<today>{_TODAY[language]})\b",
        rf"(?P<tomorrow>{_TOMORROW[language]})\b",
        rf"(?P<weekend>{_WEEKEND[language]})\b",
        rf"(?P<month_end>{_END_OF_MONTH[language].format(month=f'(?:{month})')})\b",
    )
    return _Words(
        months=months,
        weekdays=weekdays,
        hints=_NAMED_HINTS[language] | set(weekdays) | {f"{day}s" for day in weekdays},
        day_first=re.compile(day_first),
        day_after_month=re.compile(rf"{_DAY.format('d2')}{_ORDINAL}(?![\d.,]*\d)(?:,? (?P<y2>20\d\d))?"),
        month_before=re.compile(rf"(?<!\w)({month})\.? $"),
        weekday_before=re.compile(rf"(?<!\w)({weekday})s?,?(?: (?:the|den|dem|le|el|día)){{0,2}} $"),
        named=re.compile(rf"(?<!\w)(?:{'|'.join(named)})"),
        span=re.compile(rf"(?<!\w){_SPELL[language].format(n=_COUNT)}\b"),
    )


def _indexed(names: str, first: int) -> dict[str, int]:
    return {name: index for index, name in enumerate(names.split(), first) if name != "_"}


def _explicit_at(folded: str, place: int, words: _Words, send_date: date) -> DateMention | None:
    """The day whose figure stands at `place`, with its month before or after it."""
    start, month = place, None
    match = words.day_first.match(folded, place)
    if match is None and (named := words.month_before.search(folded, max(place - _MONTH_CHARS, 0), place)):
        start, month = named.start(), words.months[named[1]]
        match = words.day_after_month.match(folded, place)
    if match is None:
        return None
    parts = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    if month is None:
        month = int(parts["m"]) if parts["m"].isdigit() else words.months[parts["m"]]
    days = _possible_days(parts, month, send_date)
    if not days:
        return None
    nearest = min(days, key=lambda day: abs((day - send_date).days))  # meant where no year is said
    start, weekday = _weekday_before(folded, start, words)
    return DateMention(start, match.end(), frozenset({nearest}), is_explicit=True, weekday=weekday)


def _possible_days(parts: dict[str, str], month: int, send_date: date) -> list[date]:
    years = [_year(parts["y"])] if "y" in parts else [send_date.year + shift for shift in (0, 1, -1)]
    return [day for year in years if (day := _date(year, month, int(parts["d"])))]


def _weekday_before(folded: str, start: int, words: _Words) -> tuple[int, int | None]:
    """Where a mention starts with the weekday that stands before it, and that weekday."""
    found = words.weekday_before.search(folded, max(start - 24, 0), start)
    return (found.start(), words.weekdays[found[1]]) if found else (start, None)


def _year(raw: str) -> int:
    return int(raw) if len(raw) == 4 else 2000 + int(raw)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative_days(match: re.Match[str], words: _Words, language: str, send_date: date) -> list[date]:
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    if "weekday" in parts:
        return _on_weekday(words.weekdays[parts["weekday"]], parts.get("dom"), send_date)
    if "today" in parts:
        return [send_date]
    if "tomorrow" in parts:
        return [send_date + timedelta(days=1)]
    if "weekend" in parts:
        sunday = send_date + timedelta(days=6 - send_date.weekday())
        return [sunday, sunday - timedelta(days=1)]
    if "month_end" in parts:
        return [_month_end(match[0], words, send_date)]
    if "count" in parts:
        return _counted_days(parts["count"], "hours" in parts, language, send_date)
    found = _next_day_of_month(send_date, int(parts["day"]))
    return [found] if found else []


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
