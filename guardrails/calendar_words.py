"""The words for days in English, German, French and Spanish, and the days that feasts fall on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from guardrails.plain_text import listed

# In order, several spellings of one month or day with a stroke between them.
MONTHS = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec",
    "de": "januar|jänner|jan februar|feber|feb märz|mrz april|apr mai juni|jun juli|jul august|aug "
    "september|sept|sep oktober|okt november|nov dezember|dez",
    "fr": "janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct "
    "novembre|nov décembre|déc",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
    "septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic",
}
WEEKDAYS = {
    "en": "monday|mon tuesday|tues wednesday|wed thursday|thurs friday|fri saturday|sat sunday|sun",
    "de": "montag|montagabend|montagnacht|montagmittag|montagmorgen "
    "dienstag|dienstagabend|dienstagnacht|dienstagmittag|dienstagmorgen "
    "mittwoch|mittwochabend|mittwochnacht|mittwochmittag|mittwochmorgen "
    "donnerstag|donnerstagabend|donnerstagnacht|donnerstagmittag|donnerstagmorgen "
    "freitag|freitagabend|freitagnacht|freitagmittag|freitagmorgen "
    "samstag|samstagabend|samstagnacht|samstagmittag|samstagmorgen|sonnabend "
    "sonntag|sonntagabend|sonntagnacht|sonntagmittag|sonntagmorgen",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
# These begin other words' sentences too often to be days by themselves.
ONLY_BEFORE_A_DATE = listed("mon wed fri sat sun tues thurs")
TODAY = {
    "en": "tonight|today|this (?:evening|afternoon|morning)|midnight|noon",
    "de": "heute(?: abend| nacht)?|mitternacht",
    "fr": "ce soir|aujourd'hui|minuit",
    "es": "hoy|esta (?:misma )?(?:noche|tarde)|medianoche",
}
CLOCK = {  # of a day that is said elsewhere, or today
    "en": "midnight|noon",
    "de": "mitternacht",
    "fr": "minuit",
    "es": "medianoche",
}
TOMORROW = {
    "en": "(?<!after )tomorrow",
    "de": r"(?<!guten )(?<!über)morgen(?: abend)?(?! früh)",
    "fr": "(?<!après-)demain(?: soir)?",
    "es": r"(?<!pasado )(?<!la )mañana(?: por la noche)?",
}
AFTER_TOMORROW = {
    "en": "(?:the )?day after tomorrow",
    "de": "übermorgen",
    "fr": "après-demain",
    "es": "pasado mañana",
}
WEEKEND = {
    "en": "weekend",
    "de": "wochenende",
    "fr": "week-end|weekend",
    "es": "fin(?:al)? de semana|finde",
}
WEEK = {
    "en": "(?:(?:this|all) (?:coming )?week|end of (?:the|this) week|week's end)(?!end)",
    "de": "(?:diese[rn]?|die ganze|ende der|ende dieser) woche|wochenschluss",
    "fr": "(?:cette|toute la|fin de (?:la|cette)) semaine",
    "es": "(?:esta|toda la|final de la) semana",
}
NEXT = {
    "en": listed("next coming following week"),
    "de": listed(
        "übernächsten übernächster woche nächsten nächster nächste nächstes kommenden kommender kommende"
    ),
    "fr": listed("prochain prochaine semaine"),
    "es": listed("próximo próxima siguiente viene semana"),
}
MONTH_END = {
    "en": r"(?:the )?(?:very )?end of (?:the|this|next) month|month's end|month end|"
    r"(?:the )?(?:very )?(?:end|last|last day) of {month}",
    "de": (
        r"ende nächsten monats|(?:zum |ende |ende des |ende dieses )?monats(?:ende|letzten)?(?!\w)|"
        r"(?:ende|letzten tag im|letzte tag im) {month}"
    ),
    "fr": (
        r"(?:la )?fin du mois(?: prochain| (?:de |d'){month}(?!\w))?|"
        r"(?:(?:la )?fin|(?:le )?dernier jour) (?:d'|de )?{month}"
    ),
    "es": (
        r"(?:el |a )?fin(?:al|ales)? de(?:l)? (?:este |próximo )?mes(?: de {month}(?!\w)| que viene)?|"
        r"(?:el |a )?(?:fin(?:al|ales)?|último día) de {month}"
    ),
}
MONTH_PART = {  # groups: early, middle, late
    "en": (
        "(?P<early>early|(?:the )?(?:beginning|start|first week) of) {month}",
        "(?P<middle>mid|(?:the )?middle of)[ -]{month}",
        "(?P<late>late|(?:the )?last week of) {month}",
    ),
    "de": (
        "(?P<early>anfang|(?:der )?ersten? woche im) {month}",
        "(?P<middle>mitte) {month}",
        "(?P<late>(?:der )?letzten? woche im) {month}",
    ),
    "fr": (
        "(?P<early>début|(?:la )?première semaine (?:de |d')) ?{month}",
        "(?P<middle>(?:la )?mi|mi)[ -]{month}",
        "(?P<late>(?:la )?dernière semaine (?:de |d')) ?{month}",
    ),
    "es": (
        "(?P<early>(?:principios|comienzos|(?:la )?primera semana) de) {month}",
        "(?P<middle>mediados de) {month}",
        "(?P<late>(?:la )?última semana de) {month}",
    ),
}
WHOLE_MONTH = {
    "en": "(?:until|till|through|thru|throughout|all|all of|into|by) ",
    "de": "(?:bis|bis in den|den ganzen|im ganzen) ",
    "fr": "(?:jusqu'en|jusqu'à|tout le mois de|tout le mois d'|avant) ?",
    "es": "(?:hasta|todo|todo el mes de|durante todo) ",
}
# Words one of which stands in every day that is named without a figure.
HINTS = {
    "en": listed("tonight today evening afternoon morning midnight noon tomorrow weekend week month"),
    "de": listed("heute mitternacht morgen übermorgen wochenende woche monats monatsende monatsletzten"),
    "fr": listed("soir hui minuit demain week weekend semaine mois"),
    "es": listed("hoy noche tarde medianoche mañana semana finde mes"),
}
MONTH_WORDS = listed("month monats monatsende monatsletzten mois mes")
UNITS = {  # how many hours each is
    "en": {"hour": 1, "hours": 1, "day": 24, "days": 24, "nights": 24, "sleeps": 24, "week": 168}
    | {"weeks": 168, "fortnight": 336},
    "de": {"stunde": 1, "stunden": 1, "tag": 24, "tage": 24, "tagen": 24, "nächte": 24, "woche": 168}
    | {"wochen": 168},
    "fr": {"heure": 1, "heures": 1, "jour": 24, "jours": 24, "nuits": 24, "semaine": 168, "semaines": 168},
    "es": {"hora": 1, "horas": 1, "día": 24, "días": 24, "noches": 24, "semana": 168, "semanas": 168},
}
UNIT_FILLERS = listed(
    "more short full whole little mere brief last final weitere volle ganze kurze letzte petits "
    "dernières derniers últimas últimos cortos"
)
COUNTS = {
    "a": 1,
    "an": 1,
    "eine": 1,
    "einen": 1,
    "ein": 1,
    "une": 1,
    "un": 1,
    "una": 1,
    "couple": 2,
    "paar": 2,
}

_Feast = Callable[[int], set[date]]


def _fixed(month: int, *days: int) -> _Feast:
    return lambda year: {date(year, month, day) for day in days}


def _from_easter(*shifts: int) -> _Feast:
    return lambda year: {easter(year) + timedelta(days=shift) for shift in shifts}


def _nth(weekday: int, nth: int, month: int, shift: int = 0) -> _Feast:
    """The nth weekday of a month, or the last for -1; `shift` days later."""

    def days(year: int) -> set[date]:
        if nth < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return {last - timedelta(days=(last.weekday() - weekday) % 7 - shift)}
        first = date(year, month, 1)
        return {first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1) + shift)}

    return days


def _either(*feasts: _Feast) -> _Feast:
    return lambda year: set().union(*(feast(year) for feast in feasts))


def _advents(year: int) -> set[date]:
    """The four Sundays before Christmas."""
    christmas = date(year, 12, 25)
    fourth = christmas - timedelta(days=christmas.weekday() + 1)
    return {fourth - timedelta(weeks=weeks) for weeks in range(4)}


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991)."""
    century, within = divmod(year, 100)
    golden = year % 19
    leap, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    quarter, odd = divmod(within, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - odd) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


_CHRISTMAS, _NEW_YEARS_EVE = _fixed(12, 24, 25, 26), _fixed(12, 31)
_NEW_YEAR, _VALENTINE = _either(_NEW_YEARS_EVE, _fixed(1, 1)), _fixed(2, 14)
_EASTER, _PENTECOST = _from_easter(-2, -1, 0, 1), _from_easter(48, 49, 50)
_BLACK_FRIDAY, _CYBER_MONDAY = _nth(3, 4, 11, 1), _nth(3, 4, 11, 4)
_MOTHERS = _either(_from_easter(-21), _nth(6, 2, 5), _nth(6, 1, 5), _nth(6, -1, 5))
_FATHERS = _either(_nth(6, 3, 6), _from_easter(39), _fixed(3, 19))

FEASTS: dict[str, dict[str, _Feast]] = {
    "en": {
        "christmas eve": _fixed(12, 24),
        "christmas": _CHRISTMAS,
        "xmas": _CHRISTMAS,
        "boxing day": _fixed(12, 26),
        "new year's eve": _NEW_YEARS_EVE,
        "new year's": _NEW_YEAR,
        "new year": _NEW_YEAR,
        "valentine's": _VALENTINE,
        "halloween": _fixed(10, 31),
        "thanksgiving": _nth(3, 4, 11),
        "black friday": _BLACK_FRIDAY,
        "cyber monday": _CYBER_MONDAY,
        "labor day": _nth(0, 1, 9),
        "memorial day": _nth(0, -1, 5),
        "good friday": _from_easter(-2),
        "easter monday": _from_easter(1),
        "easter": _EASTER,
        "mother's day": _MOTHERS,
        "father's day": _FATHERS,
        "bank holiday": _either(
            _from_easter(-2, 1), _nth(0, 1, 5), _nth(0, -1, 5), _nth(0, -1, 8), _CHRISTMAS, _NEW_YEAR
        ),
    },
    "de": {
        "advent": _advents,
        "adventssonntag": _advents,
        "heiligabend": _fixed(12, 24),
        "weihnachten": _CHRISTMAS,
        "nikolaus": _fixed(12, 5, 6),
        "martini": _fixed(11, 11),
        "martinstag": _fixed(11, 11),
        "silvester": _NEW_YEARS_EVE,
        "neujahr": _NEW_YEAR,
        "valentinstag": _VALENTINE,
        "karfreitag": _from_easter(-2),
        "ostersonntag": _from_easter(0),
        "ostermontag": _from_easter(1),
        "ostern": _EASTER,
        "christi himmelfahrt": _from_easter(39),
        "mariä himmelfahrt": _fixed(8, 15),
        "tag der deutschen einheit": _fixed(10, 3),
        "allerheiligen": _fixed(11, 1),
        "pfingstsonntag": _from_easter(49),
        "pfingstmontag": _from_easter(50),
        "pfingsten": _PENTECOST,
        "muttertag": _MOTHERS,
        "vatertag": _FATHERS,
        "halloween": _fixed(10, 31),
        "black friday": _BLACK_FRIDAY,
    },
    "fr": {
        "noël": _CHRISTMAS,
        "la saint-sylvestre": _NEW_YEARS_EVE,
        "nouvel an": _NEW_YEAR,
        "jour de l'an": _NEW_YEAR,
        "saint-valentin": _VALENTINE,
        "pâques": _EASTER,
        "pentecôte": _PENTECOST,
        "toussaint": _fixed(11, 1),
        "assomption": _fixed(8, 15),
        "ascension": _from_easter(39),
        "chandeleur": _fixed(2, 2),
        "fête des mères": _either(_MOTHERS, _nth(6, 1, 6)),
        "fête des pères": _FATHERS,
        "halloween": _fixed(10, 31),
        "black friday": _BLACK_FRIDAY,
    },
    "es": {
        "nochebuena": _fixed(12, 24),
        "navidad": _CHRISTMAS,
        "nochevieja": _NEW_YEARS_EVE,
        "año nuevo": _NEW_YEAR,
        "fin de año": _NEW_YEARS_EVE,
        "reyes": _fixed(1, 5, 6),
        "san valentín": _VALENTINE,
        "candelaria": _fixed(2, 2),
        "san josé": _fixed(3, 19),
        "fallas": _fixed(3, 15, 16, 17, 18, 19),
        "sant jordi": _fixed(4, 23),
        "san jorge": _fixed(4, 23),
        "san isidro": _fixed(5, 15),
        "san juan": _fixed(6, 23, 24),
        "san fermín": _fixed(7, 6, 7),
        "sanfermines": _fixed(7, 6, 7, 14),
        "la asunción": _fixed(8, 15),
        "noche del grito": _fixed(9, 15, 16),
        "fiestas patrias": _fixed(9, 15, 16),
        "el pilar": _fixed(10, 12),
        "todos los santos": _fixed(11, 1),
        "día de muertos": _fixed(11, 1, 2),
        "día de los muertos": _fixed(11, 1, 2),
        "los inocentes": _fixed(12, 28),
        "la inmaculada": _fixed(12, 8),
        "semana santa": _from_easter(-7, -6, -5, -4, -3, -2, -1, 0, 1),
        "pascua": _EASTER,
        "día de la madre": _MOTHERS,
        "día del padre": _FATHERS,
        "halloween": _fixed(10, 31),
        "black friday": _BLACK_FRIDAY,
    },
}
