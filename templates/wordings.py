"""The words of an email that no writer writes: labels, footers, reasons, offers, money and dates.

English, German, French and Spanish. A locale in any other language gets the English words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bespoke.domain import Money, Offer, OfferKind, Reason, ReasonKind, Segment
from templates.content import OfferBanner
from templates.countries import NOT_A_COUNTRY, in_country
from templates.number_formats import format_amount, format_percent, split_locale

LONGEST_TITLE_IN_REASON = 48


@dataclass(frozen=True, slots=True)
class Wording:
    language: str
    chosen: str  # above the headline
    welcome_back: str  # the same, for those who have been away
    one_product: str  # heading of the products
    products: str
    come_back_to: str  # the same, in a win-back
    closest: str  # above a product that scored well above the others
    view: str
    was: str
    code: str
    why: str  # {brand}
    unsubscribe: str
    preferences: str
    something_else: str
    tell_us: str
    thanks: Mapping[Segment, str]  # a line in the hero
    misses: Mapping[Segment, str]  # a line at the end
    months: tuple[str, ...]
    date: str  # {day} {month} {year}
    percent_off: str
    amount_off: str
    free_shipping: str
    until: str
    minimum: str
    bought_with: str
    matches_purchase: str
    popular: str
    popular_in: str
    popular_here: str
    buy_again: str
    due_again: str
    viewed: str
    matches_view: str
    new_in: str
    new_here: str


_EN = Wording(
    language="en",
    chosen="Chosen for you",
    welcome_back="It has been a while",
    one_product="Something we think you will like",
    products="A few things we think you will like",
    come_back_to="Worth coming back to",
    closest="Closest to your taste",
    view="View product",
    was="was",
    code="Your code at checkout",
    why="You receive this email because you agreed to hear from {brand}.",
    unsubscribe="Unsubscribe",
    preferences="Email preferences",
    something_else="Looking for something else?",
    tell_us="Tell us what you would like to hear about",
    thanks={
        Segment.CHAMPION: "Thank you for choosing us time and again.",
        Segment.LOYAL: "Thank you for coming back to us.",
        Segment.NEW: "It is good to have you with us.",
    },
    misses={
        Segment.AT_RISK: "We have not seen you for a while, and would be glad to have you back.",
        Segment.LAPSED: "We have not seen you for a long while, and would be glad to have you back.",
    },
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    date="{day} {month} {year}",
    percent_off="{value} off",
    amount_off="{value} off",
    free_shipping="Free shipping",
    until="Until {date}",
    minimum="on orders of {value} or more",
    bought_with="Because you bought {title}",
    matches_purchase="Goes with something you bought",
    popular="Popular with our customers",
    popular_in="Popular {place}",
    popular_here="Popular in your country",
    buy_again="You have bought this before",
    due_again="Usually bought again after about this long",
    viewed="Because you looked at {title}",
    matches_view="Goes with something you looked at",
    new_in="New in {category}",
    new_here="New in our shop",
)  # fmt: skip

_DE = Wording(
    language="de",
    chosen="Für Sie ausgesucht",
    welcome_back="Lange nicht gesehen",
    one_product="Das könnte Ihnen gefallen",
    products="Das könnte Ihnen gefallen",
    come_back_to="Ein Wiedersehen wert",
    closest="Trifft Ihren Geschmack am ehesten",
    view="Produkt ansehen",
    was="statt",
    code="Ihr Code an der Kasse",
    why="Sie erhalten diese E-Mail, weil Sie zugestimmt haben, von {brand} zu hören.",
    unsubscribe="Abmelden",
    preferences="E-Mail-Einstellungen",
    something_else="Suchen Sie etwas anderes?",
    tell_us="Sagen Sie uns, was Sie interessiert",
    thanks={
        Segment.CHAMPION: "Danke, dass Sie sich immer wieder für uns entscheiden.",
        Segment.LOYAL: "Danke für Ihre Treue.",
        Segment.NEW: "Schön, dass Sie da sind.",
    },
    misses={
        Segment.AT_RISK: "Wir haben Sie eine Weile nicht gesehen und würden uns über ein Wiedersehen freuen.",
        Segment.LAPSED: "Wir haben Sie lange nicht gesehen und würden uns über ein Wiedersehen freuen.",
    },
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ),
    date="{day}. {month} {year}",
    percent_off="{value} Rabatt",
    amount_off="{value} Rabatt",
    free_shipping="Kostenloser Versand",
    until="Bis {date}",
    minimum="ab {value} Bestellwert",
    bought_with="Weil Sie „{title}“ gekauft haben",
    matches_purchase="Passt zu einem Ihrer Einkäufe",
    popular="Beliebt bei unserer Kundschaft",
    popular_in="Beliebt {place}",
    popular_here="Beliebt in Ihrem Land",
    buy_again="Schon einmal von Ihnen gekauft",
    due_again="Wird meist nach etwa dieser Zeit nachgekauft",
    viewed="Weil Sie sich „{title}“ angesehen haben",
    matches_view="Passt zu etwas, das Sie sich angesehen haben",
    new_in="Neu in der Kategorie „{category}“",
    new_here="Neu im Sortiment",
)  # fmt: skip

_FR = Wording(
    language="fr",
    chosen="Choisi pour vous",
    welcome_back="Cela fait un moment",
    one_product="Une idée pour vous",
    products="Quelques idées pour vous",
    come_back_to="De bonnes raisons de revenir",
    closest="Au plus près de vos goûts",
    view="Voir l’article",
    was="au lieu de",
    code="Votre code à la caisse",
    why="Vous recevez cet e-mail parce que vous avez accepté de recevoir les messages de {brand}.",
    unsubscribe="Se désabonner",
    preferences="Préférences d’e-mail",
    something_else="Vous cherchez autre chose\u00a0?",
    tell_us="Dites-nous ce qui vous intéresse",
    thanks={
        Segment.CHAMPION: "Merci de nous choisir encore et encore.",
        Segment.LOYAL: "Merci de votre fidélité.",
        Segment.NEW: "Nous sommes heureux de vous compter parmi nous.",
    },
    misses={
        Segment.AT_RISK: "Cela fait un moment\u00a0: nous serions ravis de vous retrouver.",
        Segment.LAPSED: "Cela fait longtemps\u00a0: nous serions ravis de vous retrouver.",
    },
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
    date="{day} {month} {year}",
    percent_off="{value} de réduction",
    amount_off="{value} de réduction",
    free_shipping="Livraison offerte",
    until="Jusqu’au {date}",
    minimum="dès {value} d’achat",
    bought_with="Parce que vous avez acheté «\u00a0{title}\u00a0»",
    matches_purchase="Va avec l’un de vos achats",
    popular="Un succès auprès de nos clients",
    popular_in="Un succès {place}",
    popular_here="Un succès dans votre pays",
    buy_again="Déjà dans vos achats",
    due_again="Souvent racheté au bout de ce délai",
    viewed="Parce que vous avez regardé «\u00a0{title}\u00a0»",
    matches_view="Va avec un article que vous avez regardé",
    new_in="Nouveauté dans «\u00a0{category}\u00a0»",
    new_here="Nouveauté dans notre boutique",
)  # fmt: skip

_ES = Wording(
    language="es",
    chosen="Elegido para ti",
    welcome_back="Ha pasado un tiempo",
    one_product="Una idea para ti",
    products="Algunas ideas para ti",
    come_back_to="Buenos motivos para volver",
    closest="Lo más cercano a tu gusto",
    view="Ver producto",
    was="antes",
    code="Tu código al pagar",
    why="Recibes este correo porque aceptaste recibir mensajes de {brand}.",
    unsubscribe="Darse de baja",
    preferences="Preferencias de correo",
    something_else="¿Buscas otra cosa?",
    tell_us="Cuéntanos qué te interesa",
    thanks={
        Segment.CHAMPION: "Gracias por elegirnos una y otra vez.",
        Segment.LOYAL: "Gracias por volver a elegirnos.",
        Segment.NEW: "Nos alegra contar contigo.",
    },
    misses={
        Segment.AT_RISK: "Hace un tiempo que no sabemos de ti, y nos alegraría volver a verte.",
        Segment.LAPSED: "Hace mucho que no sabemos de ti, y nos alegraría volver a verte.",
    },
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
    ),
    date="{day} de {month} de {year}",
    percent_off="{value} de descuento",
    amount_off="{value} de descuento",
    free_shipping="Envío gratis",
    until="Hasta el {date}",
    minimum="en pedidos desde {value}",
    bought_with="Porque compraste «{title}»",
    matches_purchase="Va con algo que compraste",
    popular="Popular entre nuestros clientes",
    popular_in="Popular {place}",
    popular_here="Popular en tu país",
    buy_again="Ya lo has comprado antes",
    due_again="Suele volver a comprarse pasado este tiempo",
    viewed="Porque miraste «{title}»",
    matches_view="Va con algo que miraste",
    new_in="Novedad en «{category}»",
    new_here="Novedad en nuestra tienda",
)  # fmt: skip

WORDINGS: Mapping[str, Wording] = {wording.language: wording for wording in (_EN, _DE, _FR, _ES)}

# English months come before the day where the language is American or says nothing else.
_MONTH_FIRST = frozenset({"", "US", "PR", "PH"})


@lru_cache(maxsize=256)
def wording_for(locale: str) -> Wording:
    """The words of a locale's language; English for a language we do not have."""
    return WORDINGS.get(split_locale(locale)[0], _EN)


def format_money(money: Money, locale: str, *, short: bool = False) -> str:
    """Money as the locale writes it, "£12.50" or "12,50 €"; `short` makes £40.00 "£40"."""
    return format_amount(money.amount, money.currency, locale, short=short)


def format_date(day: date, locale: str) -> str:
    """A date in full, "30 April 2026" or "30. April 2026"."""
    language, territory = split_locale(locale)
    wording = wording_for(locale)
    month = wording.months[day.month - 1]
    if language == "en" and territory in _MONTH_FIRST:
        return f"{month} {day.day}, {day.year}"
    number = "1er" if wording.language == "fr" and day.day == 1 else str(day.day)
    return wording.date.format(day=number, month=month, year=day.year)


@lru_cache(maxsize=65_536)
def reason_text(reason: Reason, locale: str) -> str:
    """Why a product is shown, in a line a customer understands."""
    wording, detail = wording_for(locale), " ".join((reason.detail or "").split())
    if reason.kind is ReasonKind.BOUGHT_WITH:
        title = _shortened(detail, LONGEST_TITLE_IN_REASON)
        return wording.bought_with.format(title=title) if title else wording.matches_purchase
    if reason.kind is ReasonKind.BUY_AGAIN:
        return wording.buy_again
    if reason.kind is ReasonKind.DUE_AGAIN:
        return wording.due_again
    if reason.kind is ReasonKind.VIEWED:
        title = _shortened(detail, LONGEST_TITLE_IN_REASON)
        return wording.viewed.format(title=title) if title else wording.matches_view
    if reason.kind is ReasonKind.NEW_IN:
        category = _shortened(detail, LONGEST_TITLE_IN_REASON)
        return wording.new_in.format(category=category) if category else wording.new_here
    if reason.kind is ReasonKind.POPULAR or detail.casefold() in NOT_A_COUNTRY:
        return wording.popular
    place = in_country(detail, wording.language)
    return wording.popular_in.format(place=place) if place else wording.popular_here


@lru_cache(maxsize=1024)
def offer_banner(offer: Offer, locale: str) -> OfferBanner:
    """The offer in words: what it gives, its code, and every condition it has."""
    return OfferBanner(_offer_headline(offer, locale), offer.code, _offer_terms(offer, locale))


def _offer_headline(offer: Offer, locale: str) -> str:
    wording = wording_for(locale)
    if offer.kind is OfferKind.PERCENT and offer.percent is not None:
        return wording.percent_off.format(value=format_percent(offer.percent, locale))
    if offer.kind is OfferKind.AMOUNT and offer.amount is not None:
        return wording.amount_off.format(value=format_money(offer.amount, locale, short=True))
    if offer.kind is OfferKind.FREE_SHIPPING:
        return wording.free_shipping
    raise ValueError(f"an offer of kind {offer.kind.value!r} needs a value")


def _offer_terms(offer: Offer, locale: str) -> str:
    wording, terms = wording_for(locale), []
    if offer.ends_on is not None:
        terms.append(wording.until.format(date=format_date(offer.ends_on, locale)))
    if offer.minimum_spend is not None:
        terms.append(wording.minimum.format(value=format_money(offer.minimum_spend, locale, short=True)))
    joined = ", ".join(terms)
    return joined[:1].upper() + joined[1:]


def _shortened(text: str, longest: int) -> str:
    """`text` cut at a word's end, with an ellipsis, when it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–—-") + "…"
