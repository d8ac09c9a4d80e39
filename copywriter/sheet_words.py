"""What the phrasebook may mention of a fact sheet, in words of its language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bespoke.domain import FactSheet
from copywriter.language import Language, language_code, languages, read_words
from copywriter.seasons import season_to_name

_WORTH_QUOTING = 4.3  # nobody praises a product with less, out of five
_LONGEST_LABEL = 30  # a category's name beyond that is no phrase
_A_LABEL = re.compile(r"[^\W\d_](?:[ &'’,/+-]*[^\W\d_])*")  # no figures: they would read as claims
_READS_AS_A_CLAIM = re.compile(
    r"(?<!\w)(?:sale|offers?|clearance|outlet|deals?|discount\w*|free|best\W?sell\w*|award\w*|top"
    r"|angebote?|sonder\w+|rabatt\w*|gratis|promo\w*|soldes?|ventes?|offres?|gratuit\w*|ofertas?|rebajas?|descuentos?|superventas)(?!\w)",
    re.IGNORECASE,
)
_MONTH_NAMED_TO = 15  # mail is read for days, so a month that ends is not named
_AN_INSTRUCTION = re.compile(
    r"(?:^|[.!?;:]\s+)(?:please|write|tell|talk|mention|say|promote|push|focus|make|use|keep|announce|advertise|do|don't|avoid"
    r"|highlight|emphasi[sz]e|stress|include|remind|target|aim|try|convince|encourage|feature|be|sell|explain"
    r"|bitte|schreib\w*|erwähn\w*|beton\w*|heb\w*|nenn\w*|bewirb|vermeide\w*|konzentrier\w*|stell\w*"
    r"|parle[zr]?|écri\w+|mentionne[zr]?|insiste[zr]?|mette[zr]|évite[zr]?|présente[zr]?|soulign\w+"
    r"|habla|escrib\w+|menciona\w*|destaca\w*|resalta\w*|evita\w*|enfoca\w*|promociona\w*|recuerda\w*)\b",
    re.IGNORECASE,
)
_OF_THE_TRADE = re.compile(
    r"\b(?:customers?|audience|segment|campaign|newsletter|kunden|kundschaft|zielgruppe|kampagne|clients?"
    r"|clientèle|campagne|clientes|campaña)\b",
    re.IGNORECASE,
)
# A theme goes to everybody, an offer to some; what comes off a price is said with the offer alone.
_A_PROMISE = re.compile(
    r"[%£€$¥]|\b(?:\w+ off|half price|free|percent|discounts?|vouchers?|prozent|gratis|kostenlos\w*|rabatt\w*"
    r"|gutschein\w*|geschenkt|pour cent|gratuit\w*|offert\w*|remises?|réductions?|moitié prix|por ciento"
    r"|descuentos?|de regalo|mitad de precio)\b",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(
    r"[{}<>\[\]|\n*_`~]|https?://|www\.|@|[!?]{2}|!.*!|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]"
)


def gather_words(sheet: FactSheet, language: Language) -> dict[str, str]:
    """What phrases may mention by name, and by the name with a capital as a sentence's first word;
    what cannot be said well is left out."""
    words = dict(language.words) | {"brand": sheet.brand.name}
    if "of" in words:
        form = "of_vowel" if re.match(r"[aeiouàâéèêîô]", sheet.brand.name, re.IGNORECASE) else "of"
        words["of_brand"] = words[form].format(brand=sheet.brand.name)
    words |= _of_interest(sheet) | _of_time(sheet, language) | _of_rating(sheet, language)
    words |= _of_offer(sheet, language)
    return words | {name.capitalize(): word[:1].upper() + word[1:] for name, word in words.items()}


def _of_interest(sheet: FactSheet) -> dict[str, str]:
    category = sheet.cohort.category if sheet.cohort is not None else None
    label = _label(category)
    if not label or is_delicate(label) or _READS_AS_A_CLAIM.search(label):
        return {}
    shown = [product.category for product in sheet.products]
    is_theirs = 2 * shown.count(category) >= max(1, len(shown))  # only then are the emails about it
    return {"interest": label} | ({"category": label} if is_theirs else {})


def _of_time(sheet: FactSheet, language: Language) -> dict[str, str]:
    if names_a_time(sheet.theme):
        return {}
    words = {"month": language.month(sheet.send_date)} if sheet.send_date.day <= _MONTH_NAMED_TO else {}
    season = season_to_name(sheet.send_date, sheet.locale)
    return words if season is None else {**words, **language.season(season)}


def _of_rating(sheet: FactSheet, language: Language) -> dict[str, str]:
    for product in sheet.products:
        rating, title = _quotable(product.rating), _label(product.title)
        if rating and title and not is_delicate(f"{title} {product.category}"):
            return {"rating": rating.replace(".", language.words["decimal"]), "rated": title}
    return {}


def _of_offer(sheet: FactSheet, language: Language) -> dict[str, str]:
    offer = sheet.offer
    if offer is None:
        return {}
    words = {"offer": language.offer(offer)}
    if offer.code:
        words["code"] = offer.code
    if offer.ends_on:
        words["ends"] = language.day(offer.ends_on, sheet.send_date)
    if offer.minimum_spend:
        words["spend"] = language.money(offer.minimum_spend)
    return words


@lru_cache(maxsize=4096)  # cohorts show much the same products
def is_delicate(text: str) -> bool:
    """Whether naming this to a reader would say something about their body, belief or family."""
    return bool(_delicate_words().search(text))


def names_a_time(theme: str) -> bool:
    """Whether the theme sets a time of year itself, in any of the languages."""
    return not _time_words().isdisjoint(re.findall(r"[^\W\d_]+(?:'s)?", theme.replace("’", "'").lower()))


@cache
def _delicate_words() -> re.Pattern[str]:
    stems = "|".join(stem for code in sorted(languages()) for stem in read_words(code)["delicate"].split())
    return re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)


@cache
def _time_words() -> frozenset[str]:
    return frozenset(word for code in languages() for word in read_words(code)["times"].split())


def _label(name: str | None) -> str:
    """A name as it can stand in a sentence; empty where it cannot."""
    name = (name or "")[: 2 * _LONGEST_LABEL]
    name = " ".join(name.split())
    if len(name) > _LONGEST_LABEL or not _A_LABEL.fullmatch(name):
        return ""
    return name.title() if name.isupper() and len(name) > 3 else name


def _quotable(rating: float | None) -> str:
    if rating is None or not _WORTH_QUOTING <= rating <= 5 or round(rating, 1) != rating:
        return ""
    return f"{rating:g}"


def theme_sentence(sheet: FactSheet, locale: str, default_locale: str) -> str:
    """The marketer's theme as a sentence for readers; empty where it reads as one for us, or promises
    something off, since not every cohort has the offer."""
    theme = shop_sentence(sheet.theme, locale, default_locale)
    unfit = (_AN_INSTRUCTION, _OF_THE_TRADE, _A_PROMISE)
    return "" if any(pattern.search(theme) for pattern in unfit) else theme


def shop_sentence(text: str, locale: str, default_locale: str) -> str:
    """The shop's own words as a sentence; empty where they are in another language than the copy
    or are not plain text."""
    text = " ".join(text.split())
    if not any(map(str.isalpha, text)) or language_code(locale) != language_code(default_locale):
        return ""
    if _NOT_PLAIN.search(text):
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else f"{text}."
