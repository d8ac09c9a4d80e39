"""Last days in every wording, resolved against the day of sending: Monday 20 April 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails import calendar_words
from tests.builders import NOW, a_product, an_offer
from tests.guardrails.checks import check, in_euros, rules

SENT = NOW.date()
MONTH_NAMES = {
    language: [name.split("|")[0] for name in names.split()]
    for language, names in calendar_words.MONTHS.items()
}
MONTHS = {locale: MONTH_NAMES[locale[:2]] for locale in ("en-GB", "de-DE", "fr-FR", "es-ES")}


def finds(text: str, ends_on: date | None, locale: str = "en-GB", **sheet: object) -> bool:
    """Whether a text is found to invent a deadline, with an offer that ends then; None is no offer."""
    offer = an_offer(ends_on=ends_on) if ends_on else None
    products = (a_product(),) if locale.startswith("en") else (in_euros(),)
    return "invented_deadline" in rules(text, locale=locale, offer=offer, products=products, **sheet)


def written(day: date, locale: str) -> list[str]:
    """A deadline as each locale writes it."""
    month = MONTHS[locale][day.month - 1]
    return {
        "en-GB": [
            f"The offer ends on {day.day} {month}.",
            f"15% off until {month} {day.day}, {day.year}.",
            f"The code works through the {day.day} of {month}.",
            f"The code is good until {day.day}/{day.month}.",
            f"15% off until {day.day}/{day.month:02}/{day.year}.",
        ],
        "de-DE": [
            f"Das Angebot gilt bis zum {day.day}. {month}.",
            f"15 % Rabatt bis {day.day:02}.{day.month:02}.{day.year}.",
            f"Der Code gilt nur bis {day.day}.{day.month}. und keinen Tag länger.",
        ],
        "fr-FR": [
            f"L'offre est valable jusqu'au {day.day} {month}.",
            f"15 % de remise jusqu'au {day.day:02}/{day.month:02}.",
            f"Le code expire le {day.day} {month} {day.year}.",
        ],
        "es-ES": [
            f"El código vale hasta el {day.day} de {month}.",
            f"15 % de descuento hasta el {day.day:02}/{day.month:02}.",
            f"La oferta acaba el {day.day} de {month} de {day.year}.",
        ],
    }[locale]


@pytest.mark.parametrize("locale", MONTHS)
@given(st.integers(min_value=1, max_value=170), st.sampled_from([-3, -1, 1, 2, 30]))
def test_a_last_day_passes_however_it_is_written_and_another_never_does(locale, days, shift):
    day = SENT + timedelta(days=days)
    for text in written(day, locale):
        assert not finds(text, day, locale), text
        assert finds(text, day + timedelta(days=shift), locale), text


def test_americans_write_the_month_first():
    assert not finds("15% off until 4/30.", date(2026, 4, 30), "en-US")
    assert not finds("15% off through 5/4.", date(2026, 5, 4), "en-US")
    assert not finds("15% off until 4/5.", date(2026, 5, 4), "en-GB")
    assert finds("15% off until 4/5.", date(2026, 4, 5), "en-GB")


@pytest.mark.parametrize(
    ("locale", "text", "days"),
    [
        ("en-GB", "15% off until midnight.", 0),
        ("en-GB", "The code runs out on Sunday night.", 6),
        ("en-GB", "By midnight on Friday the code is gone.", 4),
        ("en-GB", "15% off until Friday at midnight.", 4),
        ("en-GB", "Three days left for 15% off.", 3),
        ("en-GB", "15% off for the next 48 hours.", 2),
        ("en-GB", "The offer ends in two days.", 2),
        ("en-GB", "15% off until the end of the month.", 10),
        ("en-GB", "15% off until the 30th.", 10),
        ("en-GB", "The offer closes next Friday.", 11),
        ("en-GB", "15% off this weekend only.", 6),
        ("en-GB", "The sale ends the day after tomorrow.", 2),
        ("en-GB", "15% off, through the end of May.", 41),
        ("en-GB", "15% off until the end of May 10.", 20),
        ("en-GB", "15% off, one week only.", 7),
        ("en-GB", "15% off until Friday week.", 11),
        ("en-GB", "15% off until Friday fortnight.", 18),
        ("en-GB", "15% off until Friday the twenty-fourth.", 4),
        ("de-DE", "15 % Rabatt bis zum Vorabend des 1. Mai.", 10),
        ("de-DE", "15 % Rabatt bis Freitag, den vierundzwanzigsten.", 4),
        ("fr-FR", "15 % de remise jusqu'à vendredi en huit.", 11),
        ("en-GB", "Tomorrow the price goes back up.", 0),
        ("en-GB", "15% off, but before Monday.", 6),
        ("de-DE", "15 % Rabatt, noch 3 Tage.", 3),
        ("de-DE", "15 % Rabatt bis Monatsende.", 10),
        ("de-DE", "15 % Rabatt, nur noch bis übermorgen.", 2),
        ("de-DE", "Der Code gilt bis einschließlich Sonntag.", 6),
        ("de-DE", "15 % Rabatt bis Sonntag, den 26.", 6),
        ("de-DE", "In 48 Stunden endet der Rabatt.", 2),
        ("de-DE", "15 % Rabatt bis Sonntag nächster Woche.", 13),
        ("de-AT", "15 % Rabatt bis 3. Jänner 2027.", 258),
        ("fr-FR", "Plus que trois jours pour 15 % de remise.", 3),
        ("fr-FR", "15 % de remise jusqu'à la fin du mois.", 10),
        ("fr-FR", "15 % de remise jusqu'à dimanche minuit.", 6),
        ("fr-FR", "Le code expire demain soir.", 1),
        ("fr-FR", "15 % de remise jusqu'au 30.", 10),
        ("es-ES", "Quedan tres días para el 15 % de descuento.", 3),
        ("es-ES", "El descuento acaba pasado mañana.", 2),
        ("es-ES", "15 % de descuento hasta fin de mes.", 10),
        ("es-ES", "15 % de descuento hasta el último día de abril.", 10),
        ("fr-FR", "15 % de remise jusqu'au dernier jour d'avril.", 10),
        ("es-ES", "15 % de descuento solo este fin de semana.", 6),
        ("es-ES", "El código caduca el domingo por la noche.", 6),
    ],
)
def test_days_in_words_are_resolved_against_the_day_of_sending(locale, text, days):
    day = SENT + timedelta(days=days)

    assert not finds(text, day, locale)
    assert finds(text, day + timedelta(days=17), locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "This price only holds until Sunday."),
        ("en-GB", "Order by noon tomorrow and the price stays."),
        ("en-US", "The price goes back up on Monday, so it's good through Sunday."),
        ("de-DE", "Diesen Preis gibt es nur bis Freitag."),
        ("fr-FR", "Ce prix ne tient que jusqu'à samedi."),
        ("es-ES", "Este precio dura solo hasta el viernes."),
        ("en-GB", "For a limited time only."),
        ("de-DE", "Nur für kurze Zeit."),
        ("fr-FR", "Offre limitée, dernière chance."),
        ("es-ES", "Por tiempo limitado."),
    ],
)
def test_a_deadline_where_nothing_ends_is_found(locale, text):
    assert finds(text, None, locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "On Sunday the clocks change."),
        ("en-GB", "We have made these since 12 May 1987."),
        ("en-GB", "Sow it by the end of May and eat it in August."),
        ("en-GB", "The bread keeps until Friday."),
        ("en-GB", "We bake only on Fridays."),
        ("en-GB", "Tulips open in the first week of May."),
        ("en-GB", "We are here 24/7, and half of it (1/2) is tea."),
        ("en-GB", "Soak it for two days and leave it for 48 hours."),
        ("en-GB", "A lamp for the last days of summer."),
        ("de-CH", "60 g kosten CHF 14.50, mit TASSE10 CHF 13.05. In der Kanne zieht er gut."),
        ("en-GB", "It takes three days to dry."),
        ("en-US", "You have 30 days to send it back."),
        ("de-DE", "Am Morgen, wenn der Tee zieht, ist noch alles still."),
        ("de-DE", "Am 3. Oktober wird gefeiert."),
        ("de-DE", "Drei Tage gereift, in 48 Stunden gebacken."),
        ("fr-FR", "Le Beaujolais arrive le 19 novembre."),
        ("fr-FR", "Laissez lever jusqu'à demain matin."),
        ("es-ES", "Por la mañana, con pan y aceite."),
        ("es-ES", "Nació el 3 de mayo de 1931."),
    ],
)
def test_days_that_end_nothing_are_left_alone(locale, text):
    assert not finds(text, date(2026, 4, 30), locale), check(text, locale=locale, offer=an_offer())
    assert not finds(text, None, locale)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("15% off until Friday 30 April.", True),
        ("15% off until Thursday 30 April.", False),
        ("15% off until Thursday, April 30th.", False),
        ("15% off until Friday the 30th.", True),
    ],
)
def test_a_weekday_must_fit_its_date(text, is_wrong):
    assert finds(text, date(2026, 4, 30)) is is_wrong


def test_a_sentence_about_the_code_ends_it_in_whatever_words():
    assert finds("The code gives up the ghost on Friday.", date(2026, 4, 30))
    assert not finds("The code starts on Friday.", date(2026, 4, 30))


@pytest.mark.parametrize(
    ("text", "ends_on", "found"),
    [
        ("15% off until Christmas.", date(2026, 12, 24), False),
        ("15% off until Christmas.", date(2026, 4, 30), True),
        ("15% off, ends on Easter Sunday.", date(2027, 3, 28), False),
    ],
)
def test_feasts_are_days_too(text, ends_on, found):
    assert finds(text, ends_on) is found
