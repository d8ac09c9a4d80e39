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
from tests.copywriter.random_sheets import CURRENCIES, categories, frame_sheets, names, themes

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


OF_SEVERAL = {
    "en-GB": r"\b(?:picks|each one|these|list|few|compare|handful|prices|ideas|finds)\b",
    "de-DE": r"\b(?:paar|liste|vergleich\w*|ideen|preise|fundstücke|nebeneinander\w*|seite an seite)\b",
    "fr-FR": r"\b(?:quelques|liste|comparer|comparez|idées|trouvailles|côte à côte|laquelle|choisies)\b",
    "es-ES": r"\b(?:unas (?:cuantas|ideas)|lista|comparar|compara|ideas|precios|hallazgos|cuál|elegidas)\b",
}


@pytest.mark.parametrize("locale", OF_SEVERAL)
def test_nothing_speaks_of_several_where_there_is_one(locale):
    for segment in (*Segment, None):
        for angle in Angle:
            sheet = a_fact_sheet(
                locale=locale, products_per_email=1, angle=angle, cohort=a_cohort(segment=segment)
            )
            for variation in range(20):
                copy = Phrasebook().write(sheet, variation)
                said = " ".join(text for _, text in copy.texts())
                assert not re.search(OF_SEVERAL[locale], said, re.I), said


# The other form of address, and words that would agree with a man or a woman who reads.
NEVER = {
    "de": r"\b(?:du|dir|dich|dein\w*|euch|ihr (?:habt|seid)|kund(?:e|in)\w*|leser\w*|freund(?:e|in|innen))\b",
    "fr": r"\b(?:tu|toi|ton|tes|chère?s?|client\w*|lecteur|lectrice|heureux|heureuse|prête?|ravie?s?"
    r"|vous êtes \w+(?:é|ée|és|ées|i|ie)|invitée?s?|abonnée?)\b",
    "es": r"\b(?:usted\w*|vos|querid[oa]|estimad[oa]|bienvenido|bienvenid[oa]s|client[ea]s?"
    r"|segur[oa] de|invitad[oa]|encantad[oa]s?|nosotros|nosotras|amig[oa]s?)\b",
}


@pytest.mark.parametrize("code", NEVER)
def test_readers_are_addressed_one_way_and_as_no_man_or_woman(code):
    for part, phrases in read_language(code).phrases.items():
        for phrase in phrases:
            assert not re.search(NEVER[code], phrase.text, re.IGNORECASE), (part, phrase.text)


BOASTS_AND_WEATHER = re.compile(
    r"\b(?:the best|best[ -]\w+ing|last chance|now or never|only today|limited|guarantee\w*|perfect|sunny"
    r"|rain\w*|snow\w*|christmas|de[rn] besten? \w+ der|garant\w*|limitiert|perfekt\w*|sonn\w+"
    r"|regen\w*|schnee\w*|weihnacht\w*|l[ea] meilleure?|dernière chance|parfaite?s?|soleil|pluie|neige|noël"
    r"|el mejor|la mejor|última oportunidad|perfect[oa]s?|lluvia|nieve|navidad)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("code", sorted(languages()))
def test_phrases_boast_of_nothing_press_nobody_and_know_no_weather(code):
    for part, phrases in read_language(code).phrases.items():
        for phrase in phrases:
            assert not BOASTS_AND_WEATHER.search(phrase.text), (part, phrase.text)


@pytest.mark.parametrize("code", sorted(languages()))
def test_no_phrase_stands_twice_in_one_part(code):
    for part, phrases in read_language(code).phrases.items():
        texts = [(phrase.text, phrase.angles, phrase.tones) for phrase in phrases]
        assert len(set(texts)) == len(texts), part


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de-AT", ("15\u00a0% Rabatt", "€\u00a01.240,50", "3. Jänner 2027")),
        ("de-CH", ("15% Rabatt", "CHF\u00a01’240.50", "einschliesslich 3. Januar 2027")),
        ("fr-CA", ("15\u00a0% de remise", "1\u00a0240,50\u00a0$", "dimanche 3 janvier 2027")),
        ("es-MX", ("15% de descuento", "$1,240.50", "domingo 3 de enero de 2027")),
        ("en-CA", ("15% off", "$1,240.50", "January 3, 2027")),
        ("en-AU", ("15% off", "$1,240.50", "3 January 2027")),
    ],
)
def test_regions_write_their_own_way(locale, said):
    spend = money("1240.50", CURRENCIES[locale])
    offer = an_offer(minimum_spend=spend, ends_on=date(2027, 1, 3))
    bodies = [Phrasebook().write(a_fact_sheet(locale=locale, offer=offer), one).body for one in range(8)]

    assert all(any(one in body for body in bodies) for one in said), bodies


def test_an_offers_terms_are_said_in_their_own_language_only():
    offer = an_offer(terms="Not on gift cards.")

    assert "Not on gift cards." in Phrasebook().write(a_fact_sheet(offer=offer)).body
    assert "gift cards" not in Phrasebook().write(a_fact_sheet(offer=offer, locale="fr-FR")).body


def test_french_elides_before_a_brand_that_starts_with_a_vowel():
    def said(name: str) -> str:
        sheet = a_fact_sheet(locale="fr-FR", brand=a_brand(name=name))
        return " ".join(Phrasebook().write(sheet, one).body for one in range(12))

    assert "d’Amélie" in said("Amélie")
    assert "de Luce" in said("Luce")
    assert "de Amélie" not in said("Amélie")


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
