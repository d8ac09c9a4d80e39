"""The season is the reader's, not the shop's, and is no longer named when it is nearly over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copywriter.seasons import Occasion, Season, occasion_of, season_of, season_to_name

days = st.dates(date(2000, 1, 1), date(2099, 12, 1))


@pytest.mark.parametrize(
    ("locale", "season"),
    [
        ("en-GB", Season.SPRING),
        ("de", Season.SPRING),
        ("es_MX", Season.SPRING),
        ("zh-Hans-CN", Season.SPRING),
        ("en-AU", Season.AUTUMN),
        ("es-AR", Season.AUTUMN),
        ("en-SG", None),
        ("es-CO", None),
        ("es-419", None),
        ("", Season.SPRING),
    ],
)
def test_april_is_spring_or_autumn_or_neither_by_region(locale, season):
    assert season_of(date(2026, 4, 10), locale) is season


@given(days)
def test_the_south_is_half_a_year_away(day):
    half_a_year_on = date(day.year + (day.month > 6), (day.month + 5) % 12 + 1, 1)

    assert season_of(day, "en-NZ") is season_of(half_a_year_on, "en-GB")


@given(days, st.sampled_from(["en-GB", "en-AU"]))
def test_a_season_that_is_named_is_still_there_three_weeks_later(day, locale):
    named = season_to_name(day, locale)

    assert named in (None, season_of(day, locale))
    assert named is None or season_of(day + timedelta(days=21), locale) is named


def test_a_season_is_named_for_most_of_its_days_and_not_in_its_last_weeks():
    assert season_to_name(date(2026, 6, 1), "en-GB") is Season.SUMMER
    assert season_to_name(date(2026, 8, 9), "en-GB") is Season.SUMMER
    assert season_to_name(date(2026, 8, 12), "en-GB") is None


@pytest.mark.parametrize(
    ("day", "occasion"),
    [
        (date(2026, 1, 2), Occasion.NEW_YEAR),
        (date(2026, 1, 22), None),
        (date(2026, 12, 1), Occasion.YEAR_END),
        (date(2026, 12, 21), None),
        (date(2026, 6, 1), None),
    ],
)
def test_turns_of_the_year_have_their_weeks(day, occasion):
    assert occasion_of(day) is occasion
