"""Percentages other than those off a price: only what the facts state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bespoke.domain import Finding, Severity
from guardrails.plain_text import listed
from guardrails.promises import Percentage, claims_off, find_percentages
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_WORD = re.compile(r"[^\W\d_]+")
_DENIED = re.compile(r"(?<!\w)(?:not|never|no|nicht|kein|pas|no es) $")
# Of the weather, of luck, of life: percentages that are nobody's claim.
_IDLE_AFTER = re.compile(
    r" (?:humidity|chance|of (?:the )?(?:time|work|fun|battle|life|cats|dogs|people|gardening|it|us|you|"
    r"all)|sure|"
    r"certain|effort|price|luftfeuchtigkeit|wahrscheinlichkeit|der (?:zeit|fälle)|sicher|de (?:chances?|"
    r"probabilidad|"
    r"humedad|las veces|los casos)|d'humidité|du temps|sûr)"
)
_HUNDRED = Decimal(100)


def find_percentage_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Percentages, other than those off a price, that no fact states."""
    for one in find_percentages(reading):
        if claims_off(reading, one.start, one.end) or _is_known(one, facts):
            continue
        if _DENIED.search(reading.folded, max(one.start - 8, 0), one.start):
            continue
        if _IDLE_AFTER.match(reading.folded, one.end) or _is_whole(reading, facts, one):
            continue
        if _is_the_rest(reading, facts, one):
            continue
        yield reading.finding(
            "unsupported_attribute",
            Severity.HOLD if _is_claimed(reading, facts, one) else Severity.NOTE,
            (one.start, one.end),
            "The facts do not state {}.",
            suggestion="Use a percentage from the facts or leave it out.",
        )


def _is_claimed(reading: Reading, facts: SheetFacts, one: Percentage) -> bool:
    """Whether the words after a percentage are of the facts, compare, or count people; in a blurb, always."""
    if reading.passage_at(one.start).field.startswith("blurb:"):
        return True
    following = _WORD.findall(reading.folded, one.end, one.end + _FOLLOWING)[:3]
    if facts.percentages and any(facts.knows(word) for word in following if len(word) > 3):
        return True
    return not _CLAIMING.isdisjoint(following)


_FOLLOWING = 40
_CLAIMING = listed(
    "more less fewer stronger faster lighter natural recycled organic pure cotton wool linen silk "
    "leather customers users owners people readers women men dogs cats mehr weniger stärker "
    "schneller leichter natürlich recycelt bio rein reine baumwolle wolle leinen seide kunden "
    "kundinnen nutzer menschen frauen plus moins naturel naturelle recyclé recyclée bio pur pure "
    "coton laine lin soie clients clientes utilisateurs femmes más menos natural reciclado reciclada "
    "ecológico puro pura algodón lana lino seda clientes usuarios personas mujeres"
)


def _is_known(one: Percentage, facts: SheetFacts) -> bool:
    return any(
        value in facts.percentages
        or value in facts.discounts
        or value in facts.numbers
        or _HUNDRED - value in facts.discounts
        or _HUNDRED - value in facts.percentages  # what is left of a stated share
        for value in one.values
    )


_PAID = re.compile(
    r"(?<!\w)(?:pag\w+|pay\w*|zahl\w*|pai\w+|payez|cuestan?|costs?|kostet|coûte)(?: [\w']+){0,2} $"
)


def _is_the_rest(reading: Reading, facts: SheetFacts, one: Percentage) -> bool:
    """Whether it is what is left to pay: 80 % where the offer takes 20."""
    if not any(_HUNDRED - value in facts.discounts for value in one.values):
        return False
    return bool(_PAID.search(reading.folded, max(one.start - 30, 0), one.start))


def _is_whole(reading: Reading, facts: SheetFacts, one: Percentage) -> bool:
    """Whether "100 %" is only emphasis: the facts give no share of what it is said of."""
    if one.values[0] not in (Decimal(0), _HUNDRED, Decimal(110)):
        return False
    following = re.compile(r" ?(?:de |d')?([^\W\d_]+)").match(reading.folded, one.end)
    return following is None or not facts.percentages or not facts.knows(following[1])
