from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Blurb, Copy, DraftKind, ProductId, Severity
from bespoke.settings import LimitSettings
from bespoke.slots import fill_slots, longest_filling
from guardrails.checking import check_copy
from tests.builders import a_brand, a_fact_sheet, a_product
from tests.guardrails.checks import check, rules


@given(st.integers(min_value=0, max_value=120))
def test_a_subject_is_too_long_exactly_when_its_longest_filling_is(padding):
    subject = "{{ first_name }}, " + "a" * padding
    sheet = a_fact_sheet()
    longest = longest_filling(subject, {slot.name: slot.longest_chars for slot in sheet.slots})

    found = {finding.rule for finding in check("Fine.", copy={"subject": subject})}

    assert ("too_long" in found) == (longest > LimitSettings().subject)


def test_a_field_of_slots_that_fill_short_is_still_not_left_unread():
    body = "{{ first_name }}" * 400

    found = check_copy(Copy(body=body), a_fact_sheet(slots=()), LimitSettings())

    assert "too_long" in {finding.rule for finding in found}


def test_copy_with_more_blurbs_than_anyone_reads_is_blocked():
    blurbs = tuple(Blurb(ProductId(f"p{n}"), "word " * 39) for n in range(400))

    found = check_copy(Copy(blurbs=blurbs), a_fact_sheet(), LimitSettings())

    assert {f.field for f in found if f.rule == "too_long"}


@pytest.mark.parametrize("field", ["subject", "preheader", "headline", "body", "cta"])
@pytest.mark.parametrize("nothing", ["", "  \n", "…!"])
def test_a_frame_with_an_empty_field_is_blocked(field, nothing):
    found = [f for f in check("Fine.", copy={field: nothing}) if f.rule == "empty_field"]

    assert [(f.field, f.severity) for f in found] == [(field, Severity.BLOCK)]


def test_a_blurb_draft_needs_its_blurb_and_no_frame():
    sheet = a_fact_sheet(kind=DraftKind.BLURB, cohort=None, angle=None)
    blurb = Blurb(ProductId("mug-1"), "Hand-thrown stoneware that holds 350 ml.")

    assert check_copy(Copy(blurbs=(blurb,)), sheet, LimitSettings()) == ()
    assert [f.rule for f in check_copy(Copy(), sheet, LimitSettings())] == ["empty_field"]


@pytest.mark.parametrize(
    "text",
    [
        "Hello {{ name }},",
        "Hello {{ last_name }},",
        "Hello {first_name},",
        "Hello {{ first_name },",
        "Hello {{first name}},",
        "Hello {% first_name %},",
        "Hello [First Name],",
        "Hello [NOMBRE],",
        "Hello *|FNAME|*,",
        "Hello %FIRSTNAME%,",
        "Hello ${first_name},",
        "Hello <first name>,",
        "A brace } too many.",
    ],
)
def test_placeholders_that_nobody_fills_are_found(text):
    assert "bad_placeholder" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hello {{ first_name }},\n\nwelcome.",
        "{{ first_name }}, your shelf called.",
        "Welcome back, {{ first_name }}!",
        "{{first_name}}: look.",
        "Thank you, {{ first_name }}.",
        "Good morning {{ first_name }} – we baked.",
        "Try {{ product_1 }} for once.",
        "Oh, {{ first_name }} ! Look.",
        "Estimado/a {{ first_name }}: mira.",
        "Cher(e) {{ first_name }}, voici.",
    ],
)
def test_slots_used_in_address_pass_and_read_well_without_a_name(text):
    assert rules(text) == set()
    bare = fill_slots(text, {"first_name": None, "product_1": "Mug"})
    assert bare[:1].isupper()
    assert " ," not in bare


@pytest.mark.parametrize(
    "text",
    [
        "Picked for {{ first_name }}.",
        "{{ first_name }}'s favorites are here.",
        "We think {{ first_name }} will like it.",
        "{{ first_name }} and friends, welcome.",
        "Choisi pour {{ first_name }}.",
        "Für {{ first_name }}!",
    ],
)
def test_a_name_in_mid_sentence_breaks_without_a_name_and_is_found(text):
    assert "bad_placeholder" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "<b>New</b> mugs.",
        "Look <a href='x'>here</a>.",
        "A mug <!-- hidden -->.",
        "Mugs&nbsp;here.",
        "**New** mugs.",
        "A *very* good mug.",
        "[Look](https://shop.example)",
        "# Mugs",
        "See https://shop.example/mugs.",
        "See www.shop.example.",
        "See juniper.example for more.",
        "`mugs`",
    ],
)
def test_markup_and_links_are_found(text):
    assert "markup_or_link" in rules(text)


@pytest.mark.parametrize(
    "text", ["5 * 3 is 15.", "A & B, <3 to you.", "Mugs (and more) – see.", "No. 5 is here. It is e.g. good."]
)
def test_plain_punctuation_is_no_markup(text):
    assert rules(text) == set()


def test_invisible_characters_are_pointed_out_but_not_those_inside_emoji():
    assert rules("A mug\u200b.") == {"hidden_characters"}
    assert rules("A mug \U0001f469\u200d\U0001f373.") == set()


def test_more_products_than_allowed_are_found():
    products = tuple(
        a_product(f"p{n}", title=f"{name} Mug") for n, name in enumerate(["Red", "Blue", "Green", "Gray"])
    )
    body = "Red Mug, Blue Mug, Green Mug, Gray Mug."

    assert "too_many_products" in rules(body, products=products)
    assert "too_many_products" not in rules(body, products=products, limits=LimitSettings(products=4))


@pytest.mark.parametrize(
    "text",
    [
        "Hi [season],",
        "Hi None,",
        "Hello undefined,",
        "Hallo null,",
        "Only £XX.",
        "Now XX % off",
        "Ends TBD.",
        "Lorem ipsum dolor",
        "Hi (First Name),",
        "Bonjour « Prénom »,",
        "[[first_name]]",
        "<%= name %>",
        "Dear $firstname,",
        "Your first_name here",
        "[Hier ggf. kurzen Bezug ergänzen]",
        "<<fecha_fin_promo>>",
        "%%VILLE%%",
        "#NAME#",
        "Hi ____,",
        "insert your code here",
        "[Insert seasonal greeting]",
        "À COMPLÉTER",
        "a %(name)s",
        "It costs NaN",
        "Dear firstName,",
        "XXX",
    ],
)
def test_whatever_waits_to_be_filled_is_found(text):
    assert "bad_placeholder" in rules(f"{text}\n\nIt holds tea.")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "None of our mugs leak."),
        ("en-GB", "null and void"),
        ("en-GB", "Love, xxx"),
        ("en-GB", "Size XL or XXL"),
        ("en-GB", "Tea (the name says it all)."),
        ("en-GB", "Fill it [sic]."),
        ("en-GB", "50% / 50%"),
        ("en-GB", "rock & roll"),
        ("de-DE", "Null Abfall, null Bock."),
        ("de-DE", "Hier ist Platz."),
        ("de-DE", "Hallo, null Plastik."),
        ("fr-FR", "À compléter avec du lait."),
        ("es-ES", "TODO nuevo, todo aquí."),
        ("en-GB", "a mug.It holds tea"),
        ("de-DE", "z.B. Tee, u.a. Kaffee, ca.50 ml"),
    ],
)
def test_plain_words_are_no_placeholder_and_no_link(locale, text):
    assert not {"bad_placeholder", "markup_or_link"} & rules(text, locale=locale)


@pytest.mark.parametrize(
    "text",
    [
        "see evil.example now",
        "shop(dot)com",
        "https ://x.y/z",
        "javascript:alert(1)",
        "[url=x]y[/url]",
        "bit.ly/abc",
        "t.me/x",
        "mailto:a@b.de",
        'style="x"',
        "![](http://t.example/p.gif)",
        "| a | b |",
    ],
)
def test_links_and_markup_in_disguise_are_found(text):
    assert "markup_or_link" in rules(text)


def test_a_brand_may_be_called_like_an_address_and_a_description_supports_no_link():
    assert rules("Welcome to bol.com.", brand=a_brand(name="bol.com")) == set()
    assert "markup_or_link" in rules("Welcome to bol.com/x", brand=a_brand(name="bol.com"))
    linked = (a_product(description="A mug. See evil.example for more."),)
    assert "markup_or_link" in rules("See evil.example.", products=linked)


@pytest.mark.parametrize(
    "text", ["Ein frеier Tag", "𝗙𝗿𝗲𝗲 tea", "ｆree tea", "tea\u200d", "tea\ufe0f", "tea\U000e0101"]
)
def test_letters_in_disguise_and_what_nobody_sees_are_pointed_out(text):
    assert "hidden_characters" in rules(text)


def test_real_greek_and_cyrillic_words_and_emoji_are_not():
    text = "From Αθήνα and Москва: ❤️ 1️⃣ 👩‍🍳 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert "hidden_characters" not in rules(text)


def test_a_subject_is_measured_as_people_count():
    subject = "👩‍🍳" * 30 + "é" * 20

    assert "too_long" not in {finding.rule for finding in check("Fine.", copy={"subject": subject})}
    assert "too_long" in {finding.rule for finding in check("Fine.", copy={"subject": subject + "x" * 11})}
