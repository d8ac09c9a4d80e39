from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bespoke.domain import Angle, Blurb, Copy, Money, OfferKind, ProductId, Segment, Severity
from bespoke.settings import LimitSettings
from copywriter.fact_sheets import make_blurb_sheet
from copywriter.phrasebook import Phrasebook
from guardrails.checking import GUARDS, check_copy
from tests.builders import NOW, a_cohort, a_copy, a_fact_sheet, a_product, an_offer, money
from tests.guardrails.labeled_cases import read_cases
from tests.shared_data import shared_file

LOCALES = ("en-GB", "de-DE", "fr-FR", "es-ES")
LIMITS = LimitSettings()
GRAVITY = [Severity.BLOCK, Severity.HOLD, Severity.NOTE]
SNIPPETS = [
    "£",
    "€ ",
    "12,50",
    "15%",
    "until ",
    "30 April",
    "{{ ",
    "}}",
    "{{ first_name }}",
    "[x](y)",
    "**",
    "<a>",
    "A",
    "AA ",
    "only ",
    " left",
    "you ",
    "saw ",
    "best ",
    "in the world",
    "\u200b",
    "\u202e",
    "e\u0301",
    "ß",
    "İ",
    "ﬁ",
    "Ⅳ",
    "１２",
    "\U0001d400",
    "\x00",
    "\n\n",
    "'s",
    "-",
    "_",
    "!",
    "?!",
    "code ",
    "SPRING15",
    "one hundred and ",
    "quatre-vingt",
    "@",
    ".com",
    "+44 20",
    "“",
    "”",
]
anything = st.text(max_size=300) | st.lists(st.sampled_from(SNIPPETS), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(LOCALES), st.lists(anything, min_size=6, max_size=6))
def test_no_text_makes_a_guard_raise_and_every_span_lies_in_its_field(locale, texts):
    copy = Copy(*texts[:5], blurbs=(Blurb(ProductId("mug-1"), texts[5]), Blurb(ProductId("x"), texts[0])))

    found = check_copy(copy, a_fact_sheet(locale=locale, offer=an_offer()), LIMITS)

    fields = dict(copy.texts())
    for finding in found:
        assert finding.message
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start <= end <= len(fields[finding.field])
    assert [GRAVITY.index(finding.severity) for finding in found] == sorted(
        GRAVITY.index(finding.severity) for finding in found
    )


@given(anything, anything)
def test_any_words_in_the_facts_can_be_checked_against(title, description):
    product = a_product(title=title, description=description, attributes={description: title})

    check_copy(a_copy(), a_fact_sheet(products=(product,), theme=title), LIMITS)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LOCALES), st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=3).map("".join))
def test_twenty_kilobytes_of_one_thing_over_and_over_stay_within_bounds(locale, unit):
    text = (unit * 20_000)[:4_000]
    copy, sheet = Copy(*[text] * 5), a_fact_sheet(locale=locale, offer=an_offer())
    check_copy(Copy(), sheet, LIMITS)

    started = time.thread_time()
    check_copy(copy, sheet, LIMITS)

    # Far above what a quiet machine needs, and far below what a regular expression that explodes takes.
    assert time.thread_time() - started < 1.0


@given(st.randoms())
def test_the_same_copy_gives_the_same_findings_whatever_was_checked_before(shuffler: random.Random):
    bodies = [
        "£9.90!!! Use FOXDEN, the best in the world.",
        "Hello {{ first_name }},\n\nall is well.",
        "Only 2 left, **now**.",
    ]
    sheet = a_fact_sheet()
    before = {body: check_copy(a_copy(body=body), sheet, LIMITS) for body in bodies}
    shuffler.shuffle(bodies)

    assert all(check_copy(a_copy(body=body), a_fact_sheet(), LIMITS) == before[body] for body in bodies)


def test_every_guard_says_what_it_finds():
    assert all(guard.__doc__ for guard in GUARDS)


def products_in(currency: str):
    def costs(amount: str) -> Money:
        return Money(Decimal(amount), currency)

    return (
        replace(a_product(rating=4.6), price=costs("12.50"), list_price=costs("15.00")),
        replace(
            a_product(
                "board-1", title="Oak Serving Board, set of 2", description="Two boards of oiled oak, 30 cm."
            ),
            price=costs("34"),
        ),
        replace(
            a_product("lamp-1", title="LED Lantern No. 5", description="Runs for 12 hours.", stock=3),
            price=costs("1299.00"),
        ),
    )


OFFERS = (
    None,
    an_offer(ends_on=NOW.date() + timedelta(days=10)),
    an_offer(code=None, ends_on=None),
    an_offer(kind=OfferKind.AMOUNT, percent=None, amount=money("5"), minimum_spend=money("40")),
    an_offer(kind=OfferKind.FREE_SHIPPING, percent=None, code=None),
)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_phrasebook_writes_passes_without_a_finding(locale):
    currency = "GBP" if locale == "en-GB" else "EUR"
    for offer in OFFERS:
        if offer is not None and currency == "EUR":
            offer = replace(
                offer,
                amount=offer.amount and replace(offer.amount, currency="EUR"),
                minimum_spend=offer.minimum_spend and replace(offer.minimum_spend, currency="EUR"),
            )
        for angle in Angle:
            for segment in (Segment.LOYAL, Segment.LAPSED, Segment.PROSPECT, None):
                sheet = a_fact_sheet(
                    locale=locale,
                    offer=offer,
                    angle=angle,
                    products=products_in(currency),
                    cohort=a_cohort(segment=segment, locale=locale, has_offer=offer is not None),
                )
                for variation in range(3):
                    copy = Phrasebook(LIMITS).write(sheet, variation=variation)
                    assert check_copy(copy, sheet, LIMITS) == (), copy


def test_the_phrasebooks_blurbs_pass_without_a_finding():
    for product in products_in("GBP"):
        sheet = make_blurb_sheet(product, brand=a_fact_sheet().brand, locale="en-GB", send_date=NOW.date())
        copy = Phrasebook(LIMITS).write(sheet)
        if copy.blurbs:
            assert check_copy(copy, sheet, LIMITS) == (), copy


def test_labeled_cases_are_found_and_clean_ones_are_left_alone():
    limits = LimitSettings(products=6)
    found = clean = violations = alarms = 0
    for case in read_cases(shared_file("copy_cases.jsonl")):
        findings = check_copy(case.copy, case.sheet, limits)
        violations += len(case.violations)
        found += len(case.violations) if findings else 0
        clean += not case.violations
        alarms += not case.violations and bool(findings)

    assert found >= 0.95 * violations
    assert alarms <= 0.04 * clean
