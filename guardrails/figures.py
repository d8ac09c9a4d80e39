"""Prices: every amount in the copy must follow from the facts, and be said of the right product."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from bespoke.domain import Finding, OfferKind, Severity
from guardrails.counting import (
    differences,
    is_one_of_several,
    multiples,
    parts_near,
    per_unit,
    sums_near,
    worked_out,
)
from guardrails.fact_texts import ProductFacts
from guardrails.measures import find_measures
from guardrails.mentions import product_meant
from guardrails.money import Amount
from guardrails.numerals import Number
from guardrails.phrases import is_negated, is_taken_back
from guardrails.promises import claims_off, find_promises, is_reckoned_down
from guardrails.ratings import find_scores
from guardrails.reading import SLOT_MARK, Reading
from guardrails.sheet_facts import SheetFacts

_BELOW = re.compile(
    r"(?<!\w)(?:(?:under|below|less than|not even|unter|weniger als|keine|moins de|sous les|même pas|"
    r"menos de|por debajo de|ni) |moins d')$"
)
_JUST_BELOW = re.compile(
    r"(?<!\w)(?:not quite|just under|just shy of|shy of|nearly|almost|a whisker under|a shade under|close "
    r"to|knapp|"
    r"fast|beinahe|nicht ganz|presque|pas tout à fait|à peine|casi|poco menos de|no llega a|apenas|un peu "
    r"moins de) "
    r"(?:an? )?$"
)
_JUST_ABOVE = re.compile(
    r"(?<!\w)(?:just over|a little over|a bit over|a shade over|little more than|gut|knapp über|etwas über|"
    r"un peu plus de|à peine plus de|algo más de|poco más de) $"
)
_ABOVE = re.compile(
    r"(?<!\w)(?:over|above|more than|from|ab|über|mehr als|dès|plus de|à partir de|desde|más de|a partir de|"
    r"or more on) $"
)
_NEARLY_AFTER = re.compile(r",? (?:almost|nearly|near enough|give or take|fast|beinahe|presque|casi)(?!\w)")
_ABOUT = re.compile(
    r"(?<!\w)(?:about|around|roughly|approximately|call it|say|or so|rund|etwa|ungefähr|circa|ca\.|um die|"
    r"environ|"
    r"autour de|"
    r"près de|unos|cerca de|alrededor de|aproximadamente|sobre) $"
)
_SPEND = re.compile(
    r"(?<!\w)(?:orders? (?:over|above|of|from|worth)(?: at least)?|spend(?:ing)?(?: over| at least| more "
    r"than)?|"
    r"baskets? (?:over|of)|(?:bestellwert|bestellungen|einkauf|warenkorb) (?:ab|über|von)|"
    r"(?:commandes?|achats?|panier) (?:dès|de plus de|supérieure?s? à|à partir de)|dès|"
    r"(?:pedidos?|compras?) (?:superiores a|de más de|a partir de|desde|de)|mínimo(?: de)?|minimum(?: of| "
    r"spend of)?|"
    r"mindestbestellwert(?: von)?) $"
)
_FREE_POST = re.compile(
    r"\b(?:shipping|delivery|postage|versand\w*|porto\w*|livraison|port|envíos?|portes)\b"
)
_LOOK_BACK = 30
_FAR = 90
_MOST_STRAY = 12  # figures that are worked out
_NOT_ONE = re.compile(r"(?<!\w)(?:not|not even|no|nor|kein|keinen|nicht|pas|ni|sin)(?: a| one| même)? $")
_RANGE = re.compile(r" ?(?:-|to|and|bis|und|à|et|a|y) ?")
_COMPARED = re.compile(r"[^.!?\n]{0,14}(?<!\w)(?:more|dearer|mehr|teurer|de plus|más)(?!\w)")
_TWO_DECIMALS = re.compile(r"[0-9]{1,6}[.,][0-9]{2}")
_NOT_MONEY = re.compile(
    r"[.,:/]?[0-9]|[.,/:]\w|\w|[ -]?(?:%|am\b|pm\b|uhr|h\b|x\b|mm|cm|m\b|ml|cl|l\b|g\b|kg|lb|oz|prozent|"
    r"percent)"
)


def find_price_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Amounts in another currency than the shop's, that no fact supports, or of another product."""
    if facts.currency is None:
        return
    promised = {place for one in find_promises(reading, facts) for place in (one.start, one.end)}
    for amount in reading.amounts:
        if facts.currency not in amount.currencies and not _is_denied(reading, amount):
            yield _wrong_currency(reading, facts, amount)
        if amount.start in promised or amount.end in promised:
            continue
        # What all products cost together, and the like, is worked out only where it must be.
        if facts.product_prices.isdisjoint(amount.values) and facts.amounts.isdisjoint(amount.values):
            if not claims_off(reading, amount.start, amount.end) and not _follows(reading, facts, amount):
                yield _unsupported_price(reading, facts, amount)
        elif _is_wrong_threshold(reading, facts, amount):
            yield _unsupported_price(reading, facts, amount)
        elif owner := _other_owner(reading, facts, amount):
            yield _another_products_price(reading, facts, amount, owner)


def _wrong_currency(reading: Reading, facts: SheetFacts, amount: Amount) -> Finding:
    return reading.finding(
        "wrong_currency",
        Severity.BLOCK,
        (amount.start, amount.end),
        f"{{}} is not in {facts.currency}, the currency of this shop's prices.",
        fact=f"prices are in {facts.currency}",
        suggestion=f"State amounts in {facts.currency}, as in the facts.",
    )


def _unsupported_price(reading: Reading, facts: SheetFacts, amount: Amount) -> Finding:
    known = ", ".join(f"{p.product.title} {p.product.price.amount}" for p in facts.products[:3])
    return reading.finding(
        "unsupported_price",
        Severity.BLOCK,
        (amount.start, amount.end),
        "{} is not a price, saving or sum that follows from the facts.",
        fact=f"{known} {facts.currency}" if known else None,
        suggestion="Use a price from the facts or leave it out.",
    )


def _another_products_price(
    reading: Reading, facts: SheetFacts, amount: Amount, owner: ProductFacts
) -> Finding:
    product = owner.product
    return reading.finding(
        "unsupported_price",
        Severity.HOLD,
        (amount.start, amount.end),
        f"{{}} is not the price of {product.title}.",
        fact=f"{product.title} {product.price.amount} {facts.currency}",
        suggestion=f"Write the price of {product.title}, or name the product that costs this.",
    )


def _follows(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    """Whether an amount is near a price where it says so, or comes out of the prices by counting."""
    values = amount.values
    if is_reckoned_down(reading, facts, amount) or _is_instead(reading, facts, amount):
        return True
    if values[0] == 0:
        offer = facts.sheet.offer
        return offer is not None and offer.kind is OfferKind.FREE_SHIPPING
    if _is_near(reading, facts, amount) or _is_range(reading, facts, amount):
        return True
    if not sums_near(reading, facts, amount.start).isdisjoint(values):
        return True
    if not multiples(reading, amount.start, facts.savings).isdisjoint(values):
        return True
    if not worked_out(reading, facts, amount.start).isdisjoint(values) or _is_denied(reading, amount):
        return True
    if _is_surely_several(facts, values):
        return True
    unit_prices = parts_near(reading, facts, amount.start, amount.end) | per_unit(
        reading, facts, amount.start
    )
    if not unit_prices.isdisjoint(values) or is_one_of_several(reading, facts, values):
        return True
    start = max(amount.start - _LOOK_BACK, 0)
    if _ABOUT.search(reading.folded, start, amount.start):
        return any(abs(price - value) * 12 <= price for price in unit_prices for value in values)
    if _JUST_ABOVE.search(reading.folded, start, amount.start):
        return any(value <= price <= value * Decimal("1.12") for price in unit_prices for value in values)
    if _BELOW.search(reading.folded, start, amount.start) or _JUST_BELOW.search(
        reading.folded, start, amount.start
    ):
        return any(price < value <= price * Decimal("1.3") for price in unit_prices for value in values)
    if any(abs(total - bound) in values for bound in facts.thresholds for total in facts.prices | facts.sums):
        return True  # how far it is to an order's value
    if _is_change(reading, facts, amount):
        return True
    is_compared = _COMPARED.match(reading.folded, amount.end) is not None
    return is_compared and not differences(facts).isdisjoint(values)


_MOST_SEVERAL = 12


def _is_surely_several(facts: SheetFacts, values: Sequence[Decimal]) -> bool:
    """Whether it is a multiple of a price with cents, which is hardly so by chance, said or not how many."""
    odd = [one.product.price.amount for one in facts.products if one.product.price.amount % 1]
    if any(1 < value / price <= _MOST_SEVERAL and value % price == 0 for value in values for price in odd):
        return True
    reduced = {after for price in odd for count in range(2, 7) for after in facts.offer_prices(price * count)}
    return any(value % 1 and value in reduced for value in values)


_INSTEAD = re.compile(
    r"(?<!\w)(?:statt|anstatt|instead of|rather than|not|au lieu de|en vez de|en lugar de) $"
)


def _is_instead(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    """Whether as many cost so much without the offer as cost the amount before it with the offer."""
    if not _INSTEAD.search(reading.folded, max(amount.start - 16, 0), amount.start):
        return False
    near = max(amount.start - 32, 0)
    paid = {
        value for number in reading.numbers if near <= number.start < amount.start for value in number.values
    }
    prices = {one.product.price.amount for one in facts.products}
    return any(
        value == price * count and any(after * count in paid for after in facts.offer_prices(price))
        for value in amount.values
        for price in prices
        for count in range(2, _MOST_SEVERAL + 1)
    )


_BANKNOTE = re.compile(
    r"(?<!\w)(?:notes?|tenner|fiver|change|schein\w*|billets?|billetes?|monnaie|vuelta)(?!\w)"
)


def _is_change(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    """Whether it is what is left of a banknote that its sentence names, once a price is paid."""
    start, end = reading.sentence_at(amount.start)
    if not _BANKNOTE.search(reading.folded, start, end):
        return False
    notes = {value for number in reading.numbers if start <= number.start < end for value in number.values}
    return any(note - value in facts.prices | facts.sums for note in notes for value in amount.values)


def _is_denied(reading: Reading, amount: Amount) -> bool:
    """Not a penny more; ni un peso; ten cents it is not."""
    if is_taken_back(reading, amount.start):
        return True
    if amount.values[0] < 1 and is_negated(reading, amount.start):
        return True
    is_one = amount.values[0] in (1, Decimal("0.01"))
    return is_one and _NOT_ONE.search(reading.folded, max(amount.start - 12, 0), amount.start) is not None


def _is_near(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    """Whether the words before an amount say how near it is to a price that is so near."""
    start = max(amount.start - _LOOK_BACK, 0)

    def is_after(cue: re.Pattern[str]) -> bool:
        return cue.search(reading.folded, start, amount.start) is not None

    known = facts.amounts
    if is_after(_JUST_BELOW) or _NEARLY_AFTER.match(reading.folded, amount.end):
        return any(value * Decimal("0.88") <= price <= value for price in known for value in amount.values)
    if is_after(_JUST_ABOVE):
        return any(value <= price <= value * Decimal("1.12") for price in known for value in amount.values)
    if is_after(_BELOW):
        meant = product_meant(reading, facts, amount.start)
        prices = {meant.product.price.amount} if meant is not None else facts.prices
        return any(price < value <= price * Decimal("2.5") for price in prices for value in amount.values)
    if is_after(_ABOUT):
        return any(abs(price - value) * 12 <= price for price in known for value in amount.values)
    if is_after(_ABOVE):
        return any(
            value <= price and (price - value) * 20 <= price for price in known for value in amount.values
        )
    return False


def _is_range(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    """Whether it is one end of a range that a price lies in."""
    value = amount.values[0]
    for low, high in _ranges(reading):
        if value in (low, high):
            return high <= low * 3 and any(low <= price <= high for price in facts.prices)
    return False


@lru_cache(maxsize=4)
def _ranges(reading: Reading) -> frozenset[tuple[Decimal, Decimal]]:
    """The two ends of every range, such as £20-30, £20 to £30, zwischen 20 und 30 €."""
    edges: dict[int, Decimal] = {number.end: number.values[0] for number in reading.numbers}
    edges |= {amount.end: amount.values[0] for amount in reading.amounts}
    found = set()
    for amount in reading.amounts:
        for end in range(amount.start - 5, amount.start):
            low, high = edges.get(end), amount.values[0]
            if low is not None and low < high and _RANGE.fullmatch(reading.folded, end, amount.start):
                found.add((low, high))
    return frozenset(found)


def _is_wrong_threshold(reading: Reading, facts: SheetFacts, amount: Amount) -> bool:
    """Whether an order's value is said that is not the offer's, though it is someone's price."""
    if facts.sheet.offer is None or not facts.thresholds or not facts.thresholds.isdisjoint(amount.values):
        return False
    start = max(amount.start - _LOOK_BACK - 10, 0)
    cue = _SPEND.search(reading.folded, start, amount.start)
    if cue is None:
        return False
    sentence = reading.sentence_text(amount.start)
    return "dès" not in cue[0].split() or _FREE_POST.search(sentence) is not None


_CLAUSE = re.compile(r"[;,] (?:and|und|et|y) ")


def _other_owner(reading: Reading, facts: SheetFacts, amount: Amount) -> ProductFacts | None:
    """The one product named beside an amount that is another's price; None where it may be right."""
    passage = reading.passage_at(amount.start)
    if len(facts.products) < 2:
        return None
    start, end = reading.sentence_at(amount.start)
    start, end = max(start, passage.start), min(end, passage.end)
    for clause in _CLAUSE.finditer(reading.folded, start, amount.start):
        start = clause.end()  # "it is all syrup, and the jar costs $14"
    sentence = reading.folded[start:end]
    if SLOT_MARK in sentence or sum(start <= one.start < end for one in reading.amounts) > 1:
        return None
    own_blurb = [one for one in facts.products if passage.field == f"blurb:{one.product.product_id}"]
    if own_blurb and not facts.amounts_of[own_blurb[0].product.product_id].isdisjoint(amount.values):
        return None  # "£34, transformer separate", of the lamp
    named = [product for product in facts.products if _is_named(product, facts, sentence)] or own_blurb
    if len(named) != 1 or not facts.amounts_of[named[0].product.product_id].isdisjoint(amount.values):
        return None
    own = multiples(reading, amount.start, {named[0].product.price.amount})
    if not own.isdisjoint(amount.values):
        return None
    others = {one.product.price.amount for one in facts.products if one is not named[0]}
    return None if others.isdisjoint(amount.values) else named[0]


_COMES_WITH = re.compile(
    r", (?:with|including|mit|samt|inklusive|avec|con|incluid[oa]) (?:(?:an?|one|eine[rmn]?|une?|una?) )?$"
)


def _is_named(product: ProductFacts, facts: SheetFacts, sentence: str) -> bool:
    """Whether a word that only this product's title has begins a word of the sentence.

    "€40, with a cord" is the price of what has the cord.
    """
    for word in facts.own_words[product.product.product_id]:
        place = sentence.find(word)
        while place >= 0:
            if not sentence[place - 1 : place].isalnum() and not _COMES_WITH.search(
                sentence, max(place - _LOOK_BACK, 0), place
            ):
                return True
            place = sentence.find(word, place + 1)
    return False


def find_stray_decimals(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Numbers written like a price, 12.90, that no fact has and no unit explains."""
    if facts.currency is None:
        return
    candidates = [
        number
        for number in reading.numbers
        if _is_like_a_price(reading, number)
        and facts.numbers.isdisjoint(number.values)
        and facts.product_prices.isdisjoint(number.values)
        and facts.amounts.isdisjoint(number.values)
    ][:_MOST_STRAY]
    if not candidates:
        return
    covered = [(one.start, one.end) for one in reading.amounts]
    covered += [(one.start, one.end) for one in reading.dates]
    covered += [(one.start, one.end) for one in find_scores(reading)]
    covered += [(one.start, one.end) for one in find_measures(reading)]
    for number in candidates:
        if any(start <= number.start < end for start, end in covered) or _is_rating(number, facts):
            continue
        if _is_time(reading, number) or _computes(reading, facts, number):
            continue
        yield reading.finding(
            "unsupported_price",
            Severity.HOLD,
            (number.start, number.end),
            "{} looks like a price, and the facts do not have it.",
            suggestion="Use a figure from the facts or leave it out.",
        )


_TRAVEL = re.compile(
    r"(?<!\w)(?:trains?|departures?|departs?|platform|on time|running late|timetable|bus|tram|ferry|zug|"
    r"abfahrt|"
    r"bahnsteig|gleis|fahrplan|fähre|départs?|quai|tren|salidas?|andén)(?!\w)"
)


def _is_time(reading: Reading, number: Number) -> bool:
    """Whether it may be a time of day: at 7.02."""
    before = reading.folded[max(number.start - 7, 0) : number.start]
    hours, minutes = divmod(number.values[0], 1)
    if hours >= 24 or minutes >= Decimal("0.6"):
        return False
    return before.endswith((" at ", " um ", " à ", " las ", " by ")) or bool(
        _TRAVEL.search(reading.folded, max(number.start - _FAR, 0), number.end + _FAR)
    )


def _computes(reading: Reading, facts: SheetFacts, number: Number) -> bool:
    """Whether a bare figure comes out of the prices: by weight, for one of several, or as a sum."""
    found = per_unit(reading, facts, number.start) | parts_near(reading, facts, number.start, number.end)
    found |= sums_near(reading, facts, number.start) | worked_out(reading, facts, number.start)
    return not found.isdisjoint(number.values) or is_one_of_several(reading, facts, number.values)


def _is_rating(number: Number, facts: SheetFacts) -> bool:
    ratings = {one.product.rating for one in facts.products if one.product.rating is not None}
    return any(float(value) in ratings for value in number.values)


def _is_like_a_price(reading: Reading, number: Number) -> bool:
    if number.in_words or number.end - number.start < 4:
        return False
    folded = reading.folded
    if folded[number.start - 1 : number.start] in ("/", ":") or folded[number.end - 3] not in ".,":
        return False
    is_price = _TWO_DECIMALS.fullmatch(folded, number.start, number.end) is not None
    return is_price and _NOT_MONEY.match(folded, number.end) is None
