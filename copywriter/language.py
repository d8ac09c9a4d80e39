"""One language of the phrasebook: its phrases, and how it writes dates, money and offers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from bespoke.domain import FRAME_FIELDS, Money, Offer, OfferKind
from bespoke.slots import find_slots

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}
_PLACE = re.compile(r"(?<!\{)\{([A-Za-z_]+)\}(?!\})")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
BODY_PARTS = ("greeting", "opener", "middle", "pointer", "offer", "closing")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text with `{facts}`, `[parts that need a fact]` and `{{ slots }}`, and when it may be used."""

    text: str
    angles: frozenset[str]  # empty: any
    tones: frozenset[str]  # empty: any
    offer: bool | None  # with an offer, without, or either
    several: bool | None  # speaks of several products, of one, or of neither
    slots: frozenset[str]
    is_fallback: bool = False  # only where nothing else fits

    def fits(self, angle: str, tone: str, has_offer: bool, several: bool) -> bool:
        """Whether the phrase suits such copy."""
        return (
            (not self.angles or angle in self.angles)
            and (not self.tones or tone in self.tones)
            and self.offer in (None, has_offer)
            and self.several in (None, several)
        )

    def fill(self, facts: Mapping[str, str]) -> str | None:
        """The text with its facts; None where one that it needs is missing."""
        text = _OPTIONAL.sub(lambda part: part[1] if _needs(part[1]) <= facts.keys() else "", self.text)
        if not _needs(text) <= facts.keys():
            return None
        filled = _PLACE.sub(lambda place: _fact(place[1], facts), text)
        return filled[:1].upper() + filled[1:]


def _needs(text: str) -> set[str]:
    return {name.lower() for name in _PLACE.findall(text)}


def _fact(name: str, facts: Mapping[str, str]) -> str:
    fact = facts[name.lower()]
    return fact if name.islower() else fact[:1].upper() + fact[1:]


@dataclass(frozen=True, slots=True)
class Language:
    phrases: Mapping[str, tuple[Phrase, ...]]  # by part: the frame's fields and the body's parts
    _words: Mapping[str, Mapping[str, str]]  # by region, "" is the default
    _months: Sequence[str]
    _light_words: frozenset[str]

    def words(self, locale: str) -> dict[str, str]:
        """Words and formats of the locale's region."""
        region = locale.replace("_", "-").upper().split("-")[-1]
        return {**self._words[""], **self._words.get(region, {})}

    def month(self, moment: date) -> str:
        """The month's name."""
        return self._months[moment.month - 1]

    def day(self, moment: date, send_date: date, locale: str) -> str:
        """A date as people write it; with its year where that is not the year of sending."""
        words = self.words(locale)
        number = words.get("first_day", "1") if moment.day == 1 else str(moment.day)
        template = words["date" if moment.year == send_date.year else "date_with_year"]
        return template.format(day=number, month=self.month(moment), year=moment.year)

    def money(self, money: Money, locale: str) -> str:
        """An amount as people write it, without cents where there are none."""
        words = self.words(locale)
        cents = money.amount != money.amount.to_integral_value()
        amount = f"{money.amount:,.2f}" if cents else f"{money.amount:,.0f}"
        amount = amount.replace(",", "\0").replace(".", words["decimal"]).replace("\0", words["thousands"])
        symbol = _SYMBOLS.get(money.currency)
        if symbol is None:
            return f"{money.currency}\u00a0{amount}"
        return words["money"].format(symbol=symbol, amount=amount)

    def percent(self, value: Decimal, locale: str) -> str:
        """A percentage as people write it."""
        words = self.words(locale)
        return words["percent"].format(value=f"{value.normalize():f}".replace(".", words["decimal"]))

    def offer(self, offer: Offer, locale: str) -> str:
        """What an offer gives, in a few words that can follow a colon."""
        words = self.words(locale)
        if offer.kind is OfferKind.PERCENT and offer.percent is not None:
            return words["money_off"].format(value=self.percent(offer.percent, locale))
        if offer.kind is OfferKind.AMOUNT and offer.amount is not None:
            return words["money_off"].format(value=self.money(offer.amount, locale))
        return words["free_shipping"]

    def weighty_words(self, text: str) -> set[str]:
        """The words that a reader would notice twice."""
        words = re.findall(r"[^\W_]+", re.sub(r"\{\{.*?\}\}", " ", text.lower()))
        return {
            word
            for word in words
            if (len(word) >= 4 or any(map(str.isdigit, word))) and word not in self._light_words
        }


def find_language(locale: str, default_locale: str) -> tuple[Language, str]:
    """The language of a locale and the locale written in: the default's, or English, where it has none."""
    for candidate in (locale, default_locale):
        code = candidate.replace("_", "-").split("-")[0].lower()
        if code in languages():
            return read_language(code), candidate
    return read_language("en"), "en-GB"


def language_code(locale: str) -> str:
    """`de` for `de-AT`."""
    return locale.replace("_", "-").split("-")[0].lower()


@cache
def languages() -> frozenset[str]:
    """The languages the phrasebook has."""
    folder = files("copywriter") / "phrases"
    return frozenset(
        file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")
    )


@cache
def read_language(code: str) -> Language:
    """The language in `phrases/<code>.toml`."""
    text = (files("copywriter") / "phrases" / f"{code}.toml").read_text(encoding="utf-8")
    values = tomllib.loads(text)
    words = values["words"]
    return Language(
        phrases={part: _phrases(values[part]) for part in (*FRAME_FIELDS[:3], "cta", *BODY_PARTS)},
        _words={"": {name: word for name, word in words.items() if isinstance(word, str)}}
        | {region: word for region, word in words.items() if isinstance(word, dict)},
        _months=values["months"],
        _light_words=frozenset(values["light_words"].split()),
    )


def _phrases(groups: Sequence[Mapping[str, Any]]) -> tuple[Phrase, ...]:
    numbers = {"any": None, "several": True, "one": False}
    return tuple(
        Phrase(
            text=text,
            angles=frozenset(group.get("angles", ())),
            tones=frozenset(group.get("tones", ())),
            offer=group.get("with_offer"),
            several=several,
            slots=frozenset(find_slots(text)),
            is_fallback=group.get("fallback", False),
        )
        for group in groups
        for number, several in numbers.items()
        for text in group.get(number, ())
    )
