"""One language of the phrasebook as a region writes it: its phrases, dates, money and offers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bespoke.domain import FRAME_FIELDS, Money, Offer, OfferKind
from bespoke.slots import find_slots
from copywriter.seasons import Season, region_of

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}
_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "MX": "MXN"}  # where a bare "$" is that currency
_PLACE = re.compile(r"(?<!\{)\{([A-Za-z_]+)\}(?!\})")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
BODY_PARTS = ("greeting", "opener", "middle", "pointer", "offer", "closing")


@dataclass(frozen=True, slots=True)
class Situation:
    """What an email is, as far as phrases ask."""

    angle: str
    tone: str
    has_offer: bool
    several: bool  # products in one email
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a phrase, ready for `str.format_map`, with the facts it needs."""

    template: str
    needs: frozenset[str]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text with `{facts}`, `[parts that need a fact]` and `{{ slots }}`, and when it may be used."""

    text: str
    clauses: tuple[Clause, ...]
    angles: frozenset[str]  # empty: any
    tones: frozenset[str]  # empty: any
    occasions: frozenset[str]  # empty: any day
    offer: bool | None  # with an offer, without, or either
    several: bool | None  # speaks of several products, of one, or of neither
    slots: frozenset[str]
    is_fallback: bool = False  # only where nothing else fits

    def fits(self, situation: Situation) -> bool:
        """Whether the phrase suits such an email."""
        return (
            (not self.angles or situation.angle in self.angles)
            and (not self.tones or situation.tone in self.tones)
            and (not self.occasions or situation.occasion in self.occasions)
            and self.offer in (None, situation.has_offer)
            and self.several in (None, situation.several)
        )

    def fill(self, facts: Mapping[str, str]) -> str | None:
        """The text with its facts, each also known by its name with a capital; None where one that
        it needs is missing."""
        filled = ""
        for clause in self.clauses:
            if clause.needs <= facts.keys():
                filled += clause.template.format_map(facts)
            elif not clause.is_optional:
                return None
        return filled[:1].upper() + filled[1:]


# Compared by identity, so that what is worked out for a language can be kept.
@dataclass(frozen=True, eq=False)
class Language:
    phrases: Mapping[str, tuple[Phrase, ...]]  # by part: the frame's fields and the body's parts
    words: Mapping[str, str]  # words and formats by name
    times: frozenset[str]  # words that set a time of year
    _region: str
    _months: Sequence[str]
    _weekdays: Sequence[str]  # from Monday; empty where dates go without
    _seasons: Mapping[str, Mapping[str, str]]
    _light_words: frozenset[str]

    def fitting(self, part: str, situation: Situation) -> tuple[Phrase, ...]:
        """The phrases of a part that suit such an email, those of last resort last."""
        return _fitting(self, part, situation)

    def season(self, season: Season) -> Mapping[str, str]:
        """The season's name, in the forms that phrases need."""
        return self._seasons[season]

    def month(self, moment: date) -> str:
        """The month's name."""
        return self._months[moment.month - 1]

    def day(self, moment: date, send_date: date) -> str:
        """A date as people write it; with its year where that is not the year of sending."""
        number = self.words.get("first_day", "1") if moment.day == 1 else str(moment.day)
        template = self.words["date" if moment.year == send_date.year else "date_with_year"]
        weekday = self._weekdays[moment.weekday()] if self._weekdays else ""
        return template.format(weekday=weekday, day=number, month=self.month(moment), year=moment.year)

    def money(self, money: Money) -> str:
        """An amount as people write it, without cents where there are none."""
        cents = money.amount != money.amount.to_integral_value()
        amount = f"{money.amount:,.2f}" if cents else f"{money.amount:,.0f}"
        amount = amount.replace(",", "\0").replace(".", self.words["decimal"])
        amount = amount.replace("\0", self.words["thousands"])
        here = _DOLLARS.get(self._region, "USD")
        symbol = "$" if money.currency == here else _SYMBOLS.get(money.currency)
        if symbol is None or (symbol == "$" and money.currency != here):
            return f"{money.currency}\u00a0{amount}"
        return self.words["money"].format(symbol=symbol, amount=amount)

    def percent(self, value: Decimal) -> str:
        """A percentage as people write it."""
        number = f"{value.normalize():f}".replace(".", self.words["decimal"])
        return self.words["percent"].format(value=number)

    def offer(self, offer: Offer) -> str:
        """What an offer gives, in a few words that can follow a colon."""
        if offer.kind is OfferKind.PERCENT and offer.percent is not None:
            return self.words["money_off"].format(value=self.percent(offer.percent))
        if offer.kind is OfferKind.AMOUNT and offer.amount is not None:
            return self.words["money_off"].format(value=self.money(offer.amount))
        return self.words["free_shipping"]

    def weighty_words(self, text: str) -> frozenset[str]:
        """The words that a reader would notice twice."""
        return _weighty_words(self, text)


@lru_cache(maxsize=4096)
def _fitting(language: Language, part: str, situation: Situation) -> tuple[Phrase, ...]:
    fitting = [phrase for phrase in language.phrases[part] if phrase.fits(situation)]
    return tuple(sorted(fitting, key=lambda phrase: phrase.is_fallback))


@lru_cache(maxsize=8192)
def _weighty_words(language: Language, text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", re.sub(r"\{\{.*?\}\}", " ", text.lower()))
    return frozenset(
        word
        for word in words
        if (len(word) >= 4 or any(map(str.isdigit, word))) and word not in language._light_words
    )


def find_language(locale: str, default_locale: str) -> tuple[Language, str]:
    """The language of a locale and the locale written in: the default's, or English, where it has none."""
    for candidate in (locale, default_locale):
        code = language_code(candidate)
        if code in languages():
            return read_language(code, region_of(candidate)), candidate
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
def read_words(code: str) -> Mapping[str, Any]:
    """What `phrases/<code>.toml` says, as it stands there."""
    text = (files("copywriter") / "phrases" / f"{code}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=64)
def read_language(code: str, region: str = "") -> Language:
    """The language as the region writes it; regions without ways of their own share the default's."""
    values = read_words(code)
    typography = _of_region(values.get("typography", {}), region)
    words = _of_region(values["words"], region)
    parts = (*FRAME_FIELDS[:3], "cta", *BODY_PARTS)
    return Language(
        phrases={part: tuple(_phrases(values[part], typography)) for part in parts},
        words={name: word for name, word in words.items() if isinstance(word, str)},
        times=frozenset(values["times"].split()),
        _region=region,
        _months=words.get("months", values["months"]),
        _weekdays=values.get("weekdays", ()),
        _seasons=_of_region(values["seasons"], region),
        _light_words=frozenset(values["light_words"].split()),
    )


def _of_region(table: Mapping[str, Any], region: str) -> dict[str, Any]:
    """A table's entries with the region's own in place of those of the same name."""
    everywhere = {name: value for name, value in table.items() if not name.isupper()}
    return {**everywhere, **table.get(region, {})}


def _phrases(groups: Sequence[Mapping[str, Any]], typography: Mapping[str, str]) -> Iterator[Phrase]:
    for group in groups:
        for number, several in (("any", None), ("several", True), ("one", False)):
            for written in group.get(number, ()):
                text = written
                for before, after in typography.items():
                    text = text.replace(before, after)
                yield Phrase(
                    text=text,
                    clauses=tuple(_clauses(text)),
                    angles=frozenset(group.get("angles", ())),
                    tones=frozenset(group.get("tones", ())),
                    occasions=frozenset(group.get("occasions", ())),
                    offer=group.get("with_offer"),
                    several=several,
                    slots=frozenset(find_slots(text)),
                    is_fallback=group.get("fallback", False),
                )


def _clauses(text: str) -> Iterator[Clause]:
    """What stands outside brackets, always said, and what stands inside, in their order."""
    for place, part in enumerate(_OPTIONAL.split(text)):
        if part:
            template = part.replace("{{", "{{{{").replace("}}", "}}}}")
            yield Clause(template, frozenset(_PLACE.findall(part)), is_optional=place % 2 == 1)
