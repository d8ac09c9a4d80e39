"""Discounts in the copy: the offer's own, or what a list price came down by, and not too many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bespoke.domain import DraftKind, Finding, OfferKind, Severity
from guardrails.counting import differences, multiples, worked_out
from guardrails.freebies import SHIPPING
from guardrails.offer_scope import NO_MINIMUM, WHOLE_SHOP, narrows_by_product, telling_terms
from guardrails.promises import Promise, find_promises
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_COMPARED = re.compile(r"[^.!?\n]{0,12} (?:than|als|que|as) ")
# "All orders from 30 euros" has its minimum.
_FROM = re.compile(r" (?:from|over|above|of|ab|über|von|à partir|dès|de|desde|a partir) ")
_SPEAKS_OF_OFFER = re.compile(
    r"%|(?<!\w)(?:prozent|percent|rabatt\w*|nachlass|\w*codes?|discount|minus|remise|réduction|descuento|"
    r"rebaja)(?!\w)"
)
_LINKS = frozenset(
    [
        "auf",
        "und",
        "für",
        "bei",
        "alle",
        "alles",
        "the",
        "and",
        "for",
        "all",
        "off",
        "sur",
        "les",
        "des",
        "aux",
        "tous",
        "con",
        "por",
        "las",
        "los",
        "del",
        "todo",
    ]
)
_EXACT = Decimal("0.06")  # of a percentage with a decimal
_ROUGH = Decimal("1.5")
_NEARLY = Decimal(4)  # "nearly a third" may be 30 %


def find_discount_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Discounts that are not the offer's and not what a list price came down by."""
    for promise in find_promises(reading, facts):
        if not _is_the_codes_share(reading, promise, facts) and (
            _is_true(promise, facts) or _follows(reading, promise, facts)
        ):
            continue
        yield reading.finding(
            "wrong_discount" if facts.has_discount else "invented_discount",
            Severity.BLOCK,
            (promise.start, promise.end),
            "{} is not the discount in the facts."
            if facts.has_discount
            else "The facts have no discount, yet the copy says {}.",
            fact=describe_offer(facts),
            suggestion="State the offer exactly as in the facts." if facts.has_discount else "Leave it out.",
        )


def _is_the_codes_share(reading: Reading, promise: Promise, facts: SheetFacts) -> bool:
    """Whether a sentence says of the offer's code that it takes off another share than the offer."""
    offer = facts.sheet.offer
    if offer is None or offer.percent is None or not offer.code or promise.kind is not OfferKind.PERCENT:
        return False
    start, end = reading.sentence_at(promise.start)
    if offer.code.lower() not in reading.folded[start:end]:
        return False
    near = [one for one in find_promises(reading, facts) if start <= one.start < end]
    is_share = all(abs(value - offer.percent) > _ROUGH for value in promise.values)
    return is_share and len(near) == 1 and not any(start <= one.start < end for one in reading.amounts)


def _is_true(promise: Promise, facts: SheetFacts) -> bool:
    is_percent = promise.kind is not OfferKind.AMOUNT and any(
        abs(value - true) <= (_ROUGH if promise.is_rough else _EXACT)
        or (promise.is_nearly and 0 < value - true <= _NEARLY)
        for value in promise.values
        for true in facts.discounts
    )
    is_amount = promise.kind is not OfferKind.PERCENT and any(
        value in facts.savings for value in promise.values
    )
    return is_percent or is_amount


def _follows(reading: Reading, promise: Promise, facts: SheetFacts) -> bool:
    """Whether it is a saving on several, a difference between two products, or the facts' own words."""
    if reading.folded[promise.start : promise.end + 4].strip() in facts.text:
        return True
    if promise.kind is OfferKind.PERCENT:
        return False
    if any(value in multiples(reading, promise.start, facts.savings) for value in promise.values):
        return True
    if not worked_out(reading, facts, promise.start).isdisjoint(promise.values):
        return True
    is_compared = _COMPARED.match(reading.folded, promise.end) is not None
    return is_compared and any(value in differences(facts) for value in promise.values)


def find_scope_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """An offer said to hold for everything, or for any order, where its terms narrow it."""
    offer, language = facts.sheet.offer, facts.reading_language
    if offer is None or not (offer.terms or offer.minimum_spend):
        return
    if facts.thresholds:
        for match in NO_MINIMUM.find(reading, language):
            if match[0] not in facts.text and not _FROM.match(reading.folded, match.end()):
                yield _too_wide(reading, facts, match.span(), Severity.BLOCK)
    if not narrows_by_product(facts):
        return
    for match in WHOLE_SHOP.find(reading, language):
        start, end = reading.sentence_at(match.start())
        promises = any(start <= one.start < end for one in find_promises(reading, facts))
        if (promises or _SPEAKS_OF_OFFER.search(reading.folded, start, end)) and not _is_narrowed(
            reading, facts, start, end
        ):
            yield _too_wide(reading, facts, match.span(), Severity.HOLD)


def _is_narrowed(reading: Reading, facts: SheetFacts, start: int, end: int) -> bool:
    """Whether a sentence names something that the terms name."""
    offer = facts.sheet.offer
    terms = telling_terms(offer.terms) if offer else []
    beginnings = tuple(word[: max(3, len(word) - 2)] for word in terms if word not in _LINKS)
    return any(word.startswith(beginnings) for word in re.findall(r"[^\W\d_]{3,}", reading.folded[start:end]))


def _too_wide(reading: Reading, facts: SheetFacts, place: tuple[int, int], severity: Severity) -> Finding:
    return reading.finding(
        "wrong_discount",
        severity,
        place,
        "The offer is narrower than {}.",
        fact=describe_offer(facts),
        suggestion="Say what the offer holds for, as in its terms.",
    )


def describe_offer(facts: SheetFacts) -> str:
    """The offer in a few words, for a finding."""
    offer = facts.sheet.offer
    if offer is None:
        cut = [p.product for p in facts.products if p.product.list_price is not None]
        return (
            "; ".join(
                f"{product.title}: {product.list_price.amount} down to {product.price.amount}"
                for product in cut[:3]
                if product.list_price is not None
            )
            or "no offer"
        )
    value = f"{offer.percent:f} %" if offer.percent is not None else "free shipping"
    if facts.gives_a_gift:
        value = "a gift"
    if offer.amount is not None:
        value = f"{offer.amount.amount} {offer.amount.currency}"
    parts = [
        value,
        f"code {offer.code}" if offer.code else "",
        f"until {offer.ends_on}" if offer.ends_on else "",
    ]
    return ", ".join(part for part in (*parts, offer.terms) if part)


def find_too_many_offers(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """More offers promised in one email than the settings allow."""
    if facts.sheet.kind is not DraftKind.FRAME:
        return
    places: dict[tuple[str, Decimal], tuple[int, int]] = {}
    offer = facts.sheet.offer
    for promise in find_promises(reading, facts):
        if offer is not None and promise.values[0] in _offered_values(facts):
            places.setdefault(("offer", Decimal(0)), (promise.start, promise.end))
        elif not _is_true(promise, facts):
            places.setdefault((promise.kind or "", promise.values[0]), (promise.start, promise.end))
    if matches := SHIPPING.find(reading, facts.reading_language):
        same = offer is not None and offer.kind is OfferKind.FREE_SHIPPING
        places.setdefault(("offer" if same else "shipping", Decimal(0)), matches[0].span())
    if len(places) > reading.limits.offers:
        yield reading.finding(
            "too_many_offers",
            Severity.BLOCK,
            sorted(places.values())[reading.limits.offers],
            (
                f"The copy promises {len(places)} offers; at most {reading.limits.offers} may stand in one "
                f"email."
            ),
            fact=describe_offer(facts),
            suggestion="Keep the offer in the facts and drop the others.",
        )


def _offered_values(facts: SheetFacts) -> set[Decimal]:
    offer = facts.sheet.offer
    if offer is None:
        return set()
    values = {offer.percent} if offer.percent is not None else set()
    return values | ({offer.amount.amount} if offer.amount else set()) | facts.savings
