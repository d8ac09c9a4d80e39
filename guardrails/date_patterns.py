"""What days look like in text: figures, months, weekdays, feasts, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from guardrails import calendar_words as words_for
from guardrails.calendar_words import FEASTS

_WORD = re.compile(r"[^\W_]+")
# "Friday fortnight", "vendredi en huit".
FROM_THEN = re.compile(
    r" (?:(?P<one>week(?= |[,.;!?\n]|$)|in einer woche|en huit|en ocho)|"
    r"(?P<two>fortnight|in zwei wochen|in vierzehn tagen|en quinze|en quince))(?!\w)"
)
_ORDINAL_WORDS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second "
    "twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth "
    "thirtieth "
    "thirty-first",
    "de": "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften "
    "dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten "
    "einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten vierundzwanzigsten fünfundzwanzigsten "
    "sechsundzwanzigsten siebenundzwanzigsten achtundzwanzigsten neunundzwanzigsten dreißigsten "
    "einunddreißigsten",
}
ORDINALS = {
    language: {word: day for day, word in enumerate(words.split(), 1)}
    for language, words in _ORDINAL_WORDS.items()
}
DAY_IN_WORDS = re.compile(r",? (?:the|den|dem) ([^\W\d_]+(?:-[^\W\d_]+)?)(?! (?:of|time|one|day))(?!\w)")
NTHS = (
    ("first", "ersten", "erste", "premier", "primer"),
    ("second", "zweiten", "zweite", "deuxième", "second", "segundo"),
    ("third", "dritten", "dritte", "troisième", "tercer"),
    ("fourth", "vierten", "vierte", "quatrième", "cuarto"),
    ("last", "letzten", "letzter", "letzte", "dernier", "último"),
)
LAST = 4  # of these
NTH = re.compile(rf"(?<!\w)({'|'.join(name for names in NTHS for name in names)}) $")
OF_MONTH = re.compile(r",? (?:of|in|im|de|d'|du mois de|del mes de) ?([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class DateWords:
    """A language's patterns. Named groups tell what was found."""

    months: dict[str, int]
    weekdays: dict[str, int]
    hints: frozenset[str]
    feast_hints: frozenset[str]
    day_month: re.Pattern[str]  # the "30 April" or "30th of April, 2026" at a figure
    day_after_month: re.Pattern[str]  # the "30, 2026" after a month
    month_before: re.Pattern[str]
    weekday_before: re.Pattern[str]
    named: re.Pattern[str]  # "Sunday", "tonight"
    monthly: re.Pattern[str]  # "end of April", "through May"
    feast: re.Pattern[str]


_DAY = r"(?P<d>[12][0-9]|3[01]|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?:,? (?:de |del )?(?P<y>20[0-9][0-9]))?"
_THROUGH = r"(?: ?(?:-|to|bis|au|al|a|und|and) (?:the |el |le |zum )?|-)"
# "Bis Sonntag 20 % auf Hemden": the figure is no day.
COUNTED = re.compile(
    r" ?(?:[%€£$]|(?:prozent|percent|euros?|por ciento|pour cent|chf|franken|uhr|pounds?|dollars?)(?!\w))"
)
NUMERIC = re.compile(
    r"(?P<y4>20[0-9][0-9])-(?P<m4>0[1-9]|1[0-2])-(?P<d4>[0-3][0-9])(?![0-9])"
    r"|"
    r"(?P<one>[0-3]?[0-9])(?P<mark>[./-])(?P<two>[0-3]?[0-9])(?:(?P=mark)(?P<year>(?:20)?[0-9][0-9])(?![0-9])|"
    r"(?P<dot>\.)?(?![0-9/]|[.,][0-9]))"
)
MONEY_BEFORE = re.compile(r"(?<!\w)(?:chf|eur|usd|gbp|cad|aud|fr\.|[€$£]) $")
NUMERIC_CUE = re.compile(
    r"(?<!\w)(?:until|till|'til|by|through|thru|on|ends?|before|expires?|bis|bis zum|zum|am|vom|dem|den|"
    r"jusqu'au|au|le|du|avant le|hasta el|el|al|antes del) $"
)
WEEKS_FROM = re.compile(r"(?<!\w)(week|fortnight)(?: from)? $")
RELATED = re.compile(
    r" (?:after|before|following|nach|vor|après|avant|después de|antes de) "
    r"(?!the (?:offer|sale)|(?:noon|midnight|lunch|breakfast|dinner|[0-9]|minuit|midi|mitternacht))"
)
ARTICLE_ENDS = "uelamn"
ARTICLE = re.compile(
    r"(?<!\w)(?:(?P<plain>jusqu'au|au|le|hasta el(?: día)?|el(?: día)?|al|día)|zum|am|dem|den|the) $"
)
AFTER_DAY = re.compile(
    r"(?P<ordinal>\.)(?= [^\W\d_])|(?P<suffix>st|nd|rd|th)?"
    r"(?= ?[,;:!?)\n]| ?$|\. |\.\n|\.$| (?:inclus|incluido|inclusive|à|a las|y|et|und|and|at|um|de este mes|"
    r"du mois|of|-)(?!\w)(?! las? [^\d]))"
)
NTH_OF_ITS_KIND = re.compile(
    r"\. (?:advent|weihnacht|feiertag|mal|platz|quartal|halbjahr|stock|etage|geburtstag|"
    r"jubiläum|auflage|klasse|"
    r"lebensjahr|woche|tag)"
)
_NO_UNIT = (
    r"(?![0-9]|[.,:/][0-9]| ?(?:%|[€£$]|am|pm|a\.m|p\.m|uhr|h|cm|mm|ml|kg|g|x|euros?|min\w*)(?!\w)| ?[%€£$])"
)


@cache
def date_words(language: str) -> DateWords:
    months = _indexed(words_for.MONTHS[language], 1)
    weekdays = _indexed(words_for.WEEKDAYS[language], 0)
    month, weekday = _choice(months), _choice(weekdays)
    alone = _choice(day for day in weekdays if day not in words_for.ONLY_BEFORE_A_DATE)
    named = (
        rf"(?P<weekday>{alone})(?P<plural>s)?(?!\w)(?:,?(?: (?:the|den|dem|le|el))? (?P<d>[12][0-9]|3[01]|"
        rf"0?[1-9])"
        rf"{_ORDINAL}{_NO_UNIT})?",
        rf"(?P<later>{words_for.AFTER_TOMORROW[language]})(?!\w)",
        rf"(?P<today>{words_for.TODAY[language]})(?!\w)",
        rf"(?P<tomorrow>{words_for.TOMORROW[language]})(?!\w)",
        rf"(?P<weekend>{words_for.WEEKEND[language]})(?!\w)",
        rf"(?P<week>{words_for.WEEK[language]})(?!\w)",
    )
    named_month = rf"(?P<month>{month})"
    parts = [part.format(month=f"{named_month[:-1]})") for part in words_for.MONTH_PART[language]]
    ends = words_for.MONTH_END[language].replace("{month}", f"(?P<monthA>{month})", 1)
    ends = ends.replace("{month}", named_month)
    monthly = "|".join(
        [
            rf"(?P<month_end>{ends})",
            *(part.replace("(?P<month>", f"(?P<month{n}>") for n, part in enumerate(parts, 2)),
            rf"{words_for.WHOLE_MONTH[language]}(?P<whole>{month})",
        ]
    )
    return DateWords(
        months=months,
        weekdays=weekdays,
        hints=words_for.HINTS[language] | {day + s for day in weekdays for s in ("", "s")},
        feast_hints=frozenset(max(_WORD.findall(name), key=len) for name in FEASTS[language]),
        day_month=re.compile(
            rf"{_DAY}{_ORDINAL}(?:{_THROUGH}(?P<d2>[12][0-9]|3[01]|0?[1-9]){_ORDINAL})? ?"
            rf"(?:of |de |del )?(?P<m>{month})(?!\w)\.?{_YEAR}"
        ),
        day_after_month=re.compile(
            rf"{_DAY}{_ORDINAL}(?![0-9]|[.,:][0-9]| ?%| ?[€£$]| (?:prozent|percent|pour cent|por ciento|"
            rf"euros?|franken|chf)(?!\w))(?:{_THROUGH}(?P<d2>[12][0-9]|3[01]|0?[1-9])"
            rf"{_ORDINAL}(?![0-9]| [^\W\d_]*{month}))?{_YEAR}"
        ),
        month_before=re.compile(rf"(?<!\w)({month})\.? (?:the )?$"),
        weekday_before=re.compile(rf"(?<!\w)({weekday})s?\.?,?(?: (?:the|den|dem|le|el|día|zum)){{0,2}} $"),
        named=re.compile(rf"(?<!\w)(?:{'|'.join(named)})"),
        monthly=re.compile(rf"(?<!\w)(?:{monthly})(?!\w)(?! ?[0-9]{{1,2}}(?![0-9]))"),
        feast=re.compile(rf"(?<!\w)(?:{_choice(FEASTS[language])})(?!\w)(?: (?:{weekday})(?!\w))?"),
    )


def _indexed(names: str, first: int) -> dict[str, int]:
    return {name: index for index, one in enumerate(names.split(), first) for name in one.split("|")}


def _choice(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
