"""Days named in text: 30 April, 30.04., le 30 avril, 4/30, until Sunday, tonight, in drei Tagen."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from guardrails import calendar_words as words_for
from guardrails import date_patterns as patterns
from guardrails.calendar_words import FEASTS, UNIT_FILLERS
from guardrails.date_patterns import DateWords, date_words
from guardrails.lexicon import word_places
from guardrails.number_words import number_words
from guardrails.numerals import Places, places_of
from guardrails.plain_text import listed

_HALF_A_YEAR = 180  # days, nearly
_MOST_FIGURES = 1000  # of a text
_MOST_DATES = 60  # of a text; more tell nothing new
_DIGITS = re.compile(r"[0-9]{1,4}")
_MONTH_CHARS = 16  # of a month's name and what stands between it and the day
_WEEKDAY_CHARS = 24
_COUNT_CHARS = 28
_NEAR = 40  # characters on either side of a word that names a day
_WORD = re.compile(r"[^\W_]+")
_DATED = re.compile("[0-9]")  # right before a month: no "end of April"
_NO_COUNT = listed(
    "every each all the per jeden jeder pro am dem den der chaque par le la du cada el al per this"
)


class DateMention(NamedTuple):
    """A day as the text names it, and every day it can mean."""

    start: int
    end: int
    days: frozenset[date]
    is_explicit: bool  # names a day of a month
    weekday: int | None = None  # said beside a figure for the day; Monday is 0
    is_span: bool = False  # a length of time, counted from the day of sending
    is_clock: bool = False  # midnight or noon, of a day that may be said elsewhere
    is_feast: bool = False  # may be named for its own sake


def find_dates(
    folded: str,
    language: str,
    send_date: date,
    places: Places | None = None,
    *,
    month_first: bool = False,
) -> list[DateMention]:
    """Every day named in folded text, in order, seen from `send_date`; `places` are its words' where known.

    `month_first` reads 4/5 as the fifth of April, as Americans do.
    """
    places = word_places(folded) if places is None else places
    scan = _Scan(folded, language if language in words_for.MONTHS else "en", send_date, places, month_first)
    found: list[DateMention] = []
    mentions = sorted(islice(scan.mentions(), _MOST_DATES), key=lambda one: (one.start, -one.end))
    for mention in mentions:
        if not found or mention.start >= found[-1].end:
            found.append(mention)
        elif mention.is_explicit and not found[-1].is_explicit:
            found[-1] = mention
    return found


@dataclass(frozen=True, slots=True)
class _Scan:
    """One text looked through for days."""

    folded: str
    language: str
    send_date: date
    places: Places
    month_first: bool

    def mentions(self) -> Iterator[DateMention]:
        words = date_words(self.language)
        months = self._places(words.months.keys())
        yield from self._figures(words, months)
        for match in self._around(words.named, self._places(words.hints)):
            yield from self._named(match, words)
        undated = [place for place in months if not _DATED.search(self.folded, max(place - 4, 0), place)]
        for match in self._around(words.monthly, undated + self._places(words_for.MONTH_WORDS)):
            yield from self._monthly(match, words)
        for match in self._around(words.feast, self._places(words.feast_hints)):
            yield self._feast(match)
        units = words_for.UNITS[self.language]
        for unit in self.places.keys() & units.keys():
            for place in self.places[unit]:
                yield from self._span(place, unit, units[unit])

    def _places(self, words: Set[str]) -> list[int]:
        said = self.places.keys() & words
        return places_of(said, self.places) if said else []

    def _around(self, pattern: re.Pattern[str], places: Iterable[int]) -> Iterator[re.Match[str]]:
        """Matches that have one of the places in them: looking near each beats looking all over."""
        seen: set[int] = set()
        for place in places:
            for match in pattern.finditer(self.folded, max(place - _NEAR, 0), place + _NEAR):
                if match.start() <= place < match.end() and match.start() not in seen:
                    seen.add(match.start())
                    yield match

    def _figures(self, words: DateWords, months: list[int]) -> Iterator[DateMention]:
        for digits in islice(_DIGITS.finditer(self.folded), _MOST_FIGURES):
            start, end = digits.span()
            before = self.folded[start - 1 : start]
            if before.isalnum() or before in (".", ",", "/", "€", "£", "$"):
                continue
            if before == " " and patterns.MONEY_BEFORE.search(self.folded, max(start - 5, 0), start):
                continue  # "CHF 13.05."
            near = bisect_left(months, start - _MONTH_CHARS)
            is_near = near < len(months) and months[near] < end + _NEAR // 2
            mention = self._spelled(start, words) if is_near else None
            if mention is None and self.folded[end : end + 1] in ("/", ".", "-"):
                mention = self._numeric(start, words)
            if (
                mention is None
                and end - start < 3
                and before == " "
                and self.folded[start - 2] in patterns.ARTICLE_ENDS
            ):
                mention = self._day_of_month(start, end, words)
            if mention is not None:
                yield mention

    def _spelled(self, place: int, words: DateWords) -> DateMention | None:
        """The day whose figure stands at `place`, with its month's name before or after it."""
        match = words.day_month.match(self.folded, place)
        if match is not None:
            return self._explicit(place, match, words.months[match["m"]], words)
        before = words.month_before.search(self.folded, max(place - _MONTH_CHARS, 0), place)
        match = words.day_after_month.match(self.folded, place) if before else None
        if before is None or match is None:
            return None
        return self._explicit(before.start(), match, words.months[before[1]], words)

    def _explicit(self, start: int, match: re.Match[str], month: int, words: DateWords) -> DateMention | None:
        return self._on(start, match.end(), (match["y"], month, int(match["d2"] or match["d"])), words)

    def _numeric(self, place: int, words: DateWords) -> DateMention | None:
        match = patterns.NUMERIC.match(self.folded, place)
        if match is None:
            return None
        if match["y4"]:
            return self._on(place, match.end(), (match["y4"], int(match["m4"]), int(match["d4"])), words)
        if not match["year"] and not self._is_date(match, place, words):
            return None
        day, month = int(match["one"]), int(match["two"])
        if self.month_first and match["mark"] != ".":
            day, month = month, day
        end = match.end() - bool(match["dot"] and not self._goes_on(match.end()))
        return self._on(place, end, (match["year"], month, day), words)

    def _is_date(self, match: re.Match[str], place: int, words: DateWords) -> bool:
        """Whether two figures without a year are a day, and not a fraction or a price."""
        if match["mark"] == "-":
            return False
        if match["mark"] == "." and self.language == "de" and match["dot"]:
            return True
        if match["mark"] == "/" and self.language != "en" and len(match["two"]) == 2:
            return True
        is_led_to = patterns.NUMERIC_CUE.search(self.folded, max(place - 16, 0), place) is not None
        is_written = match["mark"] == "/" or len(match["two"]) == 2
        return is_written and (is_led_to or self._weekday_before(place, words)[1] is not None)

    def _goes_on(self, end: int) -> bool:
        return self.folded[end : end + 2] not in ("", "\n\n")

    def _day_of_month(self, start: int, end: int, words: DateWords) -> DateMention | None:
        """The 24th of the month that comes, with an article before it and nothing counted after it."""
        if patterns.NTH_OF_ITS_KIND.match(self.folded, end):
            return None
        article = patterns.ARTICLE.search(self.folded, max(start - 14, 0), start)
        after = patterns.AFTER_DAY.match(self.folded, end) if article else None
        if article is None or after is None or not (article["plain"] or after["ordinal"] or after["suffix"]):
            return None
        day = self._next_day_of_month(int(self.folded[start:end]))
        if day is None:
            return None
        begin, weekday = self._weekday_before(start, words)
        return DateMention(begin, after.end(), frozenset({day}), is_explicit=False, weekday=weekday)

    def _on(
        self, start: int, end: int, parts: tuple[str | None, int, int], words: DateWords
    ) -> DateMention | None:
        year, month, day = parts
        meant = _date(_year(year), month, day) if year else self._nearest(month, day)
        if meant is None:
            return None
        start, weekday = self._weekday_before(start, words)
        return DateMention(start, end, frozenset({meant}), is_explicit=True, weekday=weekday)

    def _nearest(self, month: int, day: int) -> date | None:
        """The day of a month that is nearest to the day of sending."""
        found = _date(self.send_date.year, month, day)
        if found is not None and abs((found - self.send_date).days) < _HALF_A_YEAR:
            return found
        others = [_date(self.send_date.year + shift, month, day) for shift in (1, -1)]
        days = [one for one in (found, *others) if one is not None]
        return min(days, key=lambda one: abs((one - self.send_date).days), default=None)

    def _weekday_before(self, start: int, words: DateWords) -> tuple[int, int | None]:
        """Where a mention starts with the weekday that stands before it, and that weekday."""
        found = words.weekday_before.search(self.folded, max(start - _WEEKDAY_CHARS, 0), start)
        return (found.start(), words.weekdays[found[1]]) if found else (start, None)

    def _named(self, match: re.Match[str], words: DateWords) -> Iterator[DateMention]:
        today, kind = self.send_date, match.lastgroup
        if match["plural"] or self.folded.startswith("los ", max(match.start() - 4, 0)):
            return  # every Friday
        if match["weekday"] and patterns.RELATED.match(self.folded, match.end()):
            return  # the Sunday after Thanksgiving
        if match["weekday"]:
            nth = self._nth_weekday(match, words)
            yield from (nth,) if nth else self._weekday(match, words.weekdays[match["weekday"]])
        elif kind == "today":
            is_clock = re.fullmatch(words_for.CLOCK[self.language], match[0]) is not None
            later = patterns.WEEKS_FROM.search(self.folded, max(match.start() - 14, 0), match.start())
            days = {today + timedelta(days=14 if later[1] == "fortnight" else 7)} if later else {today}
            yield _relative(match, days, is_clock=is_clock)
        elif kind == "tomorrow":
            yield _relative(match, {today + timedelta(days=1)})
        elif kind == "later":
            yield _relative(match, {today + timedelta(days=2)})
        else:
            sunday = today + timedelta(days=6 - today.weekday())
            ends = {sunday, sunday - timedelta(days=1), sunday - timedelta(days=2)}
            if self._is_next(match):
                ends = {end + timedelta(days=7) for end in ends} | ends
            yield _relative(match, ends)

    def _nth_weekday(self, match: re.Match[str], words: DateWords) -> DateMention | None:
        """The last Sunday of September; None where no month is named after it."""
        before = patterns.NTH.search(self.folded, max(match.start() - 14, 0), match.start())
        after = patterns.OF_MONTH.match(self.folded, match.end()) if before else None
        month = words.months.get(after[1]) if after else None
        if before is None or after is None or month is None:
            return None
        year = self.send_date.year + (month < self.send_date.month)
        days = (date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1))
        fitting = [day for day in days if day.weekday() == words.weekdays[match["weekday"]]]
        nth = next(index for index, names in enumerate(patterns.NTHS) if before[1] in names)
        return DateMention(
            before.start(),
            after.end(),
            frozenset({fitting[nth if nth < patterns.LAST else -1]}),
            is_explicit=True,
        )

    def _weekday(self, match: re.Match[str], weekday: int) -> Iterator[DateMention]:
        if match["d"] and not patterns.COUNTED.match(self.folded, match.end("d")):
            day = self._next_day_of_month(int(match["d"]))
            if day is not None:
                yield DateMention(
                    match.start(), match.end(), frozenset({day}), is_explicit=False, weekday=weekday
                )
            return
        said = patterns.DAY_IN_WORDS.match(self.folded, match.end())
        if said and (number := patterns.ORDINALS.get(self.language, {}).get(said[1])):
            day = self._next_day_of_month(number)
            named = frozenset({day} if day else ())
            yield DateMention(match.start(), said.end(), named, is_explicit=False, weekday=weekday)
            return
        coming = self.send_date + timedelta(days=(weekday - self.send_date.weekday()) % 7)
        if later := patterns.FROM_THEN.match(self.folded, match.end()):
            weeks = 1 if later.lastgroup == "one" else 2
            yield DateMention(
                match.start(), later.end(), frozenset({coming + timedelta(weeks=weeks)}), is_explicit=False
            )
            return
        # On a Sunday, "until Sunday" can mean today or a week from now; "next Sunday" always may.
        days = {coming}
        if coming == self.send_date or self._is_next(match):
            days.add(coming + timedelta(days=7))
        if "übernächst" in self.folded[max(match.start() - 14, 0) : match.start()]:
            days = {coming + timedelta(days=7), coming + timedelta(days=14)}
        yield _relative(match, days)

    def _is_next(self, match: re.Match[str]) -> bool:
        """Whether "next" stands beside a day, which may skip the coming one."""
        before = self.folded[max(match.start() - 14, 0) : match.start()].split()[-2:]
        after = self.folded[match.end() : match.end() + 26].split()[:4]
        words = {word.strip(".,;:!?") for word in (*before, *after)}
        return not words.isdisjoint(words_for.NEXT[self.language])

    def _monthly(self, match: re.Match[str], words: DateWords) -> Iterator[DateMention]:
        groups = {name: text for name, text in match.groupdict().items() if text is not None}
        name = next(
            (text for key, text in groups.items() if key.startswith("month") and key != "month_end"), ""
        )
        month = words.months.get(groups.get("whole", name), self.send_date.month)
        year = self.send_date.year + (month < self.send_date.month)
        last = calendar.monthrange(year, month)[1]
        if "month_end" in groups:
            if not name and self._is_next_month(match):
                year, month = (year + 1, 1) if month == 12 else (year, month + 1)
                last = calendar.monthrange(year, month)[1]
            days = {last}
        elif "whole" in groups:
            yield DateMention(
                match.start("whole"),
                match.end(),
                frozenset(
                    {date(year, month, last), date(year, month, 1), date(year, month, 1) - timedelta(1)}
                ),
                is_explicit=False,
            )
            return
        else:
            days = set(
                range(1, 11)
                if "early" in groups
                else range(9, 22)
                if "middle" in groups
                else range(20, last + 1)
            )
        yield _relative(match, {date(year, month, day) for day in days})

    def _is_next_month(self, match: re.Match[str]) -> bool:
        words = _WORD.findall(match[0])
        return not words_for.NEXT[self.language].isdisjoint(words)

    def _feast(self, match: re.Match[str]) -> DateMention:
        feasts = FEASTS[self.language]
        days = feasts.get(match[0]) or feasts[match[0].rpartition(" ")[0]]
        coming = {day for year in (0, 1) for day in days(self.send_date.year + year) if day >= self.send_date}
        first = min(coming)
        near = frozenset(day for day in coming if (day - first).days < 60)
        return DateMention(match.start(), match.end(), near, is_explicit=False, is_feast=True)

    def _span(self, place: int, unit: str, hours: int) -> Iterator[DateMention]:
        counted = self._count_before(place)
        if counted is None:
            return
        start, count = counted
        hours *= count
        if hours > 24 * 120:
            return
        days = -(-hours // 24)
        # "Three days left" may or may not count today.
        ends = frozenset(
            {self.send_date + timedelta(days=days), self.send_date + timedelta(days=max(days - 1, 0))}
        )
        yield DateMention(start, place + len(unit), ends, is_explicit=False, is_span=True)

    def _count_before(self, place: int) -> tuple[int, int] | None:
        """Where the count before a unit of time starts, and the count."""
        begin = max(place - _COUNT_CHARS, 0)
        nearest = self.folded[begin:place].rstrip(" -").rpartition(" ")[2]
        if nearest in _NO_COUNT:
            return None
        tokens = [(token.start() + begin, token[0]) for token in _WORD.finditer(self.folded[begin:place])]
        while tokens and tokens[-1][1] in UNIT_FILLERS:
            tokens.pop()
        known = number_words(self.language).values
        for size in (3, 2, 1):  # twenty-four; vingt et un
            if len(tokens) < size:
                continue
            start = tokens[-size][0]
            text = " ".join(word for _, word in tokens[-size:])
            value = known.get(text, words_for.COUNTS.get(text))
            if size == 1 and value is None and text.isdecimal() and len(text) <= 3:
                value = int(text)
            if value is not None:
                return start, int(value)
        return None

    def _next_day_of_month(self, day: int) -> date | None:
        year, month = self.send_date.year, self.send_date.month
        for _ in range(3):
            found = _date(year, month, day)
            if found is not None and found >= self.send_date:
                return found
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return None


def _relative(match: re.Match[str], days: set[date], *, is_clock: bool = False) -> DateMention:
    return DateMention(match.start(), match.end(), frozenset(days), is_explicit=False, is_clock=is_clock)


def _year(raw: str) -> int:
    return int(raw) if len(raw) == 4 else 2000 + int(raw)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
