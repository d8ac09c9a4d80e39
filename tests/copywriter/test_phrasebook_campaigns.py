"""A whole campaign by the phrasebook: every guard is content, and the emails differ from each other."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bespoke.domain import FRAME_FIELDS, Angle, CohortId, FactSheet, Segment, Severity
from bespoke.settings import LimitSettings
from bespoke.slots import find_slots, longest_filling
from copywriter.phrasebook import Phrasebook, plan_variations
from guardrails.checking import check_copy
from tests.builders import a_cohort, a_fact_sheet, a_product, an_offer
from tests.copywriter.random_sheets import frame_sheets

LIMITS = LimitSettings()
TIGHT = LimitSettings(subject=30, preheader=45, headline=32, body=320, cta=14)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(frame_sheets(), st.integers(0, 60), st.sampled_from([LIMITS, LIMITS, TIGHT]))
def test_no_guard_blocks_or_holds_what_the_phrasebook_writes(sheet, variation, limits):
    copy = Phrasebook(limits).write(sheet, variation)

    grave = [one for one in check_copy(copy, sheet, limits) if one.severity is not Severity.NOTE]
    assert grave == []
    longest = {slot.name: slot.longest_chars for slot in sheet.slots}
    for name in FRAME_FIELDS:
        text = getattr(copy, name)
        assert text
        assert longest_filling(text, longest) <= getattr(limits, name)
        assert set(find_slots(text)) <= longest.keys()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(frame_sheets(), min_size=1, max_size=8))
def test_neighbors_and_variants_of_one_cohort_never_share_a_subject(bases):
    sheets = [replace(base, angle=angle) for base in bases for angle in (Angle.BENEFIT, Angle.BENEFIT)]
    book = Phrasebook()

    variations = plan_variations(book, sheets)
    subjects = [book.write(*one).subject for one in zip(sheets, variations, strict=True)]

    assert all(one != other for one, other in pairwise(subjects))


def a_campaign(locale: str, send_date: date = date(2026, 5, 12)) -> list[FactSheet]:
    """A hundred and twenty frames: eight segments, four categories and none, three variants."""
    categories = ("Kitchen", "Garden", "Bath", "Stationery", None)
    return [
        a_fact_sheet(
            locale=locale,
            send_date=send_date,
            angle=angle,
            cohort=a_cohort(
                cohort_id=CohortId(f"{segment}/{category}/{locale}"),
                segment=segment,
                category=category,
                locale=locale,
            ),
            products=(a_product(category=category),),
            offer=an_offer(code="HELLO15", ends_on=None)
            if segment in (Segment.LAPSED, Segment.AT_RISK)
            else None,
        )
        for segment in Segment
        for category in categories
        for angle in (Angle.BENEFIT, Angle.CURIOSITY, Angle.VALUE)
    ]


@pytest.mark.parametrize(
    ("locale", "subjects", "openers"),
    [("en-GB", 116, 32), ("de-DE", 110, 28), ("fr-FR", 110, 28), ("es-ES", 110, 28)],
)
def test_the_emails_of_one_campaign_do_not_read_alike(locale, subjects, openers):
    sheets, book = a_campaign(locale), Phrasebook(default_locale=locale)

    copies = [book.write(*one) for one in zip(sheets, plan_variations(book, sheets), strict=True)]

    assert len(copies) == 120
    assert len({copy.subject for copy in copies}) >= subjects
    assert len({copy.body.split("\n\n")[1] for copy in copies}) >= openers
    assert len({copy.body for copy in copies}) == 120
    assert max(Counter(copy.headline for copy in copies).values()) <= 12


def test_a_frame_takes_about_a_millisecond():
    sheets, book = a_campaign("en-GB"), Phrasebook()
    plan_variations(book, sheets)  # reads the phrases

    started = time.process_time()
    for sheet, variation in zip(sheets, plan_variations(book, sheets), strict=True):
        book.write(sheet, variation)

    assert time.process_time() - started < 120 * 0.005  # five times what it takes


def said_by(locale: str, send_date: date, **changes: object) -> str:
    sheets = [replace(sheet, **changes) for sheet in a_campaign(locale, send_date)]
    book = Phrasebook(default_locale=locale)
    copies = [book.write(sheet, variation) for sheet in sheets for variation in range(3)]
    return " ".join(text for copy in copies for _, text in copy.texts()).lower()


@pytest.mark.parametrize(
    ("locale", "send_date", "season"),
    [
        ("en-GB", date(2026, 7, 10), "summer"),
        ("en-AU", date(2026, 7, 10), "winter"),
        ("en-US", date(2026, 10, 1), "fall"),
        ("de-DE", date(2026, 10, 1), "herbst"),
        ("fr-FR", date(2026, 4, 1), "printemps"),
        ("es-MX", date(2026, 1, 30), "invierno"),
        ("es-AR", date(2026, 1, 30), "verano"),
    ],
)
def test_the_season_named_is_the_readers(locale, send_date, season):
    assert season in said_by(locale, send_date)


SEASONS = ("spring", "summer", "autumn", "winter")


def test_no_season_is_named_when_it_is_nearly_over_or_the_theme_sets_another_time():
    assert not any(season in said_by("en-GB", date(2026, 5, 20)) for season in SEASONS)
    assert not any(season in said_by("en-SG", date(2026, 7, 10)) for season in SEASONS)
    said = said_by("en-GB", date(2026, 10, 1), theme="Ready for Christmas.")
    assert not any(season in said for season in SEASONS)
    assert "october" not in said


def test_the_turn_of_the_year_is_wished_well_in_january_only():
    assert "year ahead" in said_by("en-GB", date(2026, 1, 5))
    assert "year ahead" not in said_by("en-GB", date(2026, 2, 5))


@pytest.mark.parametrize("category", ["Maternity", "Halal Food", "Plus-Size", "Lencería", "Weihnachten"])
def test_a_delicate_category_is_never_named(category):
    sheet = a_fact_sheet(
        cohort=a_cohort(category=category),
        products=(a_product(category=category, title="Soft Thing"),),
    )
    for variation in range(30):
        copy = Phrasebook().write(sheet, variation)
        texts = [text for _, text in copy.texts()]
        assert not any(category.lower() in text.lower() or "product_1" in text for text in texts)


def test_a_theme_never_promises_what_only_some_are_offered():
    for theme in ("20% off everything.", "Free delivery this week.", "£5 for you"):
        copy = Phrasebook().write(a_fact_sheet(theme=theme))

        assert not any(theme.rstrip(".") in text for _, text in copy.texts())
