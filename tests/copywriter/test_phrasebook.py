"""What the phrasebook writes can be sent: true to the facts, within its limits, and clean."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bespoke.domain import (
    FRAME_FIELDS,
    Angle,
    CohortId,
    Copy,
    FactSheet,
    Segment,
)
from bespoke.settings import LimitSettings
from bespoke.slots import fill_slots, find_slots, longest_filling
from copywriter.language import Situation, languages, read_language
from copywriter.phrasebook import Phrasebook, plan_variations
from tests.builders import a_brand, a_cohort, a_fact_sheet, a_product, an_offer, money
from tests.copywriter.random_sheets import categories, frame_sheets, names, themes

LIMITS = LimitSettings()

# The oddest names of all: whatever letters, digits and marks there are.
odd_sheets = frame_sheets(
    brand=st.sampled_from([a_brand(), a_brand(name="A"), a_brand(name="Maison Dubois et Fils, Lyon")]),
    category=categories | names,
    title=names,
    theme=themes | names,
)


def numbers(text: str) -> set[str]:
    """Numbers without what separates thousands and decimals, which differs by locale."""
    found = re.findall(r"\d[\d.,’\u00a0\u202f]*", text)
    return {re.sub(r"\D", "", number) for number in found}


def numbers_of(sheet: FactSheet) -> set[str]:
    texts = [sheet.theme, sheet.brand.name, sheet.cohort.category or "" if sheet.cohort else "", "5"]
    for product in sheet.products:
        texts += [product.title, f"{product.rating or 0:g}"]
    if (offer := sheet.offer) is not None:
        texts += [
            f"{offer.percent or 0:f}",
            f"{(offer.percent or Decimal(0)).normalize():f}",
            offer.code or "",
        ]
        for money in (offer.amount, offer.minimum_spend):
            if money is not None:
                texts += [f"{money.amount:.2f}", f"{money.amount:.0f}"]
        if offer.ends_on:
            texts += [str(offer.ends_on.day), str(offer.ends_on.year)]
    return set().union(*map(numbers, texts))


def assert_clean(copy: Copy, sheet: FactSheet) -> None:
    longest = {slot.name: slot.longest_chars for slot in sheet.slots}
    for name in FRAME_FIELDS:
        text = getattr(copy, name)
        assert text, f"{name} is empty"
        assert longest_filling(text, longest) <= getattr(LIMITS, name), name
        assert set(find_slots(text)) <= longest.keys()
        assert text == text.strip()
        assert not re.search(r"  |\n\n\n|[ \t]\n|\.\.(?!\.)|,,| [.,]", text.replace(sheet.theme, "Theme")), (
            text
        )
        assert not re.search(r"(?<!\{)\{(?!\{)|\[|\]", re.sub(r"\{\{ \w+ \}\}", "", text)), text


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(odd_sheets, st.integers(0, 30))
def test_any_sheet_gets_clean_copy_with_no_number_that_is_not_in_its_facts(sheet, variation):
    copy = Phrasebook().write(sheet, variation)

    assert_clean(copy, sheet)
    said = " ".join(re.sub(r"\{\{ \w+ \}\}", "", text) for _, text in copy.texts())
    assert numbers(said) <= numbers_of(sheet), said
    assert copy == Phrasebook().write(sheet, variation)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(odd_sheets, st.sampled_from([None, "Zoë"]))
def test_no_word_stands_twice_in_a_row_with_or_without_a_name(sheet, first_name):
    sheet = replace(
        sheet, theme="", products=(), cohort=replace(sheet.cohort, category=None), brand=a_brand()
    )
    copy = Phrasebook().write(sheet)

    for _, text in copy.texts():
        filled = fill_slots(text, {"first_name": first_name, "product_1": "Oak Serving Board"})
        assert not re.search(r"\b([^\W\d_]+)\s+\1\b", filled, re.IGNORECASE), filled
        assert not re.search(r" [,.]|,[.!?:]|,,|^\W*,|  ", filled), filled
        assert filled[0].isupper() or not filled[0].isalpha(), filled


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(odd_sheets)
def test_an_offer_is_stated_with_all_its_conditions_and_no_offer_is_never_claimed(sheet):
    body = Phrasebook().write(sheet).body

    if sheet.offer is None:
        assert not re.search(
            r"%|free (?:delivery|shipping)|Rabatt|remise|descuento", body.replace(sheet.theme or "\0", "")
        )
        return
    if sheet.offer.code:
        assert sheet.offer.code in body
    if sheet.offer.ends_on:
        assert re.search(rf"\b{sheet.offer.ends_on.day}\b|1er", body)
    if sheet.offer.minimum_spend:
        whole = f"{sheet.offer.minimum_spend.amount:.2f}".split(".")[0]
        assert whole in re.sub(r"(?<=\d)[.,’\u00a0\u202f](?=\d{3})", "", body)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-GB", ("15% off", "£1,240.50", "30 April")),
        ("en-US", ("15% off", "£1,240.50", "April 30")),
        ("de-DE", ("15\u00a0% Rabatt", "1.240,50\u00a0£", "30. April")),
        ("fr-FR", ("15\u00a0% de remise", "1\u202f240,50\u00a0£", "30 avril")),
        ("es-ES", ("15\u00a0% de descuento", "1.240,50\u00a0£", "30 de abril")),
        ("nl-NL", ("15% off", "£1,240.50", "30 April")),
    ],
)
def test_figures_and_dates_are_written_as_readers_of_the_locale_write_them(locale, said):
    offer = an_offer(minimum_spend=money("1240.50"))
    body = Phrasebook().write(a_fact_sheet(locale=locale, offer=offer)).body

    assert all(one in body for one in said), body


def test_the_last_day_in_another_year_names_the_year():
    body = Phrasebook().write(a_fact_sheet(offer=an_offer(ends_on=date(2027, 1, 2)))).body

    assert "2 January 2027" in body


def test_cohorts_side_by_side_get_different_subjects():
    sheets = [
        a_fact_sheet(
            cohort=a_cohort(cohort_id=CohortId(f"{segment}-{category}"), segment=segment, category=category),
            angle=angle,
        )
        for segment in Segment
        for category in ("Kitchen", "Garden", None)
        for angle in (Angle.BENEFIT, Angle.CURIOSITY)
    ]
    book = Phrasebook()

    variations = plan_variations(book, sheets)
    subjects = [book.write(*one).subject for one in zip(sheets, variations, strict=True)]

    assert all(one != other for one, other in pairwise(subjects))
    assert len(set(subjects)) >= 0.6 * len(subjects)


def test_the_next_variation_has_another_subject():
    subjects = {Phrasebook().write(a_fact_sheet(), variation).subject for variation in range(5)}

    assert len(subjects) == 5


def test_banned_words_and_competitors_are_written_around():
    brand = a_brand(banned_words=("look", "idea", "choose"), competitors=("hello",))
    for variation in range(8):
        copy = Phrasebook().write(a_fact_sheet(brand=brand), variation)

        said = " ".join(text for _, text in copy.texts()).lower()
        assert not re.search(r"\b(?:look|idea|choose|hello)", said)


def test_required_phrases_stand_in_the_body():
    brand = a_brand(required_phrases=("Please recycle the box.",))

    assert "Please recycle the box." in Phrasebook().write(a_fact_sheet(brand=brand)).body


def test_a_theme_is_a_sentence_of_its_own_in_its_own_language_only():
    theme = "We have just put the summer collection on the shelves."

    assert theme in Phrasebook().write(a_fact_sheet(theme=theme)).body.split("\n\n")
    assert theme not in Phrasebook().write(a_fact_sheet(theme=theme, locale="de-DE")).body


@pytest.mark.parametrize("theme", ["Write about our sale", "See {{ email }}", "Visit https://x.example now"])
def test_a_theme_that_cannot_be_printed_is_left_out(theme):
    copy = Phrasebook().write(a_fact_sheet(theme=theme))

    assert not any(theme in text for _, text in copy.texts())


def test_nothing_speaks_of_several_where_there_is_one():
    for variation in range(20):
        for angle in Angle:
            sheet = a_fact_sheet(products_per_email=1, angle=angle)
            copy = Phrasebook().write(sheet, variation)
            said = " ".join(text for _, text in copy.texts())
            assert not re.search(r"\b(?:picks|each|these|list|few|compare|handful)\b", said, re.I), said


def test_only_a_rating_worth_it_is_quoted_and_exactly():
    def said(rating: float | None) -> str:
        sheet = a_fact_sheet(angle=Angle.SOCIAL_PROOF, products=(a_product(rating=rating),))
        return " ".join(Phrasebook().write(sheet, variation).body for variation in range(12))

    assert "rated 4.7 out of 5" in said(4.7)
    assert "out of 5" not in said(3.9)
    assert "out of 5" not in said(None)


def test_a_category_is_only_claimed_when_the_products_are_of_it():
    sheet = a_fact_sheet(cohort=a_cohort(category="Garden"))
    subjects = {Phrasebook().write(sheet, variation).subject for variation in range(40)}

    assert not any(
        re.search(r"from garden|garden: our picks|in garden", subject, re.I) for subject in subjects
    )


SITUATIONS = [
    Situation(angle, tone, has_offer, several)
    for angle in Angle
    for tone in ("regular", "new", "back", "prospect", "anyone")
    for has_offer in (True, False)
    for several in (True, False)
]


def test_every_language_has_a_choice_of_every_part_for_every_angle_and_tone():
    for code in languages():
        language = read_language(code)
        facts = dict.fromkeys(("brand", "of_brand", "offer", "Offer", "Brand", *language.words), "A")
        for situation in SITUATIONS:
            for part in language.phrases:
                bare = [
                    phrase
                    for phrase in language.fitting(part, situation)
                    if (part == "preheader" or not phrase.is_fallback) and phrase.fill(facts)
                ]
                fewest = 2 if part in ("greeting", "pointer", "cta", "offer", "preheader") else 3
                assert len(bare) >= fewest or (part == "offer" and not situation.has_offer), (
                    code,
                    part,
                    situation,
                )
