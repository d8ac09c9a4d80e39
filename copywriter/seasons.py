"""The season at the reader's end of the world, and turns of the year that belong to everybody."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

ENDING_DAYS = 21  # mail is read for days, and shops change their windows before the calendar does

# Regions by ISO 3166; all others count as northern and temperate.
_SOUTHERN = "AR AU BO BR BW CL LS NA NZ PE PY SZ UY ZA ZW"
_WITHOUT_SEASONS = (
    "AO AW BB BF BI BJ BN BS BZ CD CF CG CI CM CO CR CU CW DJ DO EC ET FJ GA GD GF GH GM GN GP GQ GT "
    "GU GY HN HT ID JM KE KH KI KM KN KY LA LC LK LR MG ML MM MQ MU MV MW MY MZ NC NE NG NI NR PA PF "
    "PG PH PR PW RE RW SB SC SG SL SN SO SR SS ST SV TD TG TH TL TO TT TV TZ UG VC VE VN VU WF WS YT "
    "ZM"
)


class Season(StrEnum):
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Occasion(StrEnum):
    """Turns of the calendar that ask for no belief, no school and no employer."""

    NEW_YEAR = "new_year"
    YEAR_END = "year_end"


_YEAR = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)  # from December, in the north


def season_of(day: date, locale: str) -> Season | None:
    """The season by whole months (spring from March in the north, from September in the south).

    The locale's region decides; a language without region counts as northern. None
    where the region does not know four seasons.
    """
    region = region_of(locale)
    if region in _WITHOUT_SEASONS.split() or region.isdigit():  # 419 is all of Latin America
        return None
    return _YEAR[(day.month % 12 // 3 + 2 * (region in _SOUTHERN.split())) % 4]


def season_to_name(day: date, locale: str) -> Season | None:
    """The season that copy sent on `day` may name: None when it ends within three weeks."""
    season = season_of(day, locale)
    lasts = season_of(day + timedelta(days=ENDING_DAYS), locale) is season
    return season if lasts else None


def occasion_of(day: date) -> Occasion | None:
    """The new year in its first three weeks, the year's end in December before the holidays."""
    if day.month == 1 and day.day <= 21:
        return Occasion.NEW_YEAR
    if day.month == 12 and day.day <= 20:
        return Occasion.YEAR_END
    return None


def region_of(locale: str) -> str:
    """`AT` for `de-AT` or `de_AT`, `CN` for `zh-Hans-CN`; empty where the locale names none."""
    for part in locale.replace("_", "-").upper().split("-")[1:]:
        if (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdigit()):
            return part
    return ""
