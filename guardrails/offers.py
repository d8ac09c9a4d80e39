"""What the copy promises off: discounts in figures and words, codes, free shipping, gifts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bespoke.domain import DraftKind, Finding, OfferKind, Severity
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts, stem

_OFF_AFTER = re.compile(
    r",? ?(?:off|less|cheaper|lighter|down(?! from)|discount|saving|rabatt|nachlass|günstiger|weniger|"
    r"billiger|reduziert|"
    r"gespart|ersparnis|de (?:moins|réduction|remise|rabais|descuento|rebaja|ahorro)|moins cher|menos|dto|"
    r"auf|sur (?:toute?s?|tous|les)|en (?:tod[oa]s?)|sobre|"
    r"d'économie|offerts?)\b"
)
_OFF_BEFORE = re.compile(
    r"(?:\b(?:save|saving|saves|minus|knock|knocks|knocked|take|takes|took|taken|discount of|reduced by|"
    r"spare|sparen|sparst|spart|rabatt von|minus|économisez|économise|remise de|réduction de|retire|retirent|"
    r"ahorra|ahorras|ahorre|descuento (?:de|del)|rebaja (?:de|del)|quita|"
    r"(?:réduit|baissé|reduziert|rebajado) (?:de|um))(?: (?:you|dir|ihnen|another|up to|bis zu|jusqu'à|"
    r"hasta|un|el|"
    r"einen|die|a|an|us|over))*|(?<![\w%])-) ?$"
)
_PERCENT = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?) ?-?(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b)"
)
_PERCENT_IN_WORDS = re.compile(r" ?(?:%|percent|per cent|prozent|pour cent|por ciento)(?!\w)")
_LOOK_BACK = 40

# Shares of a price in words; the share follows from the word that matched.
_SHARE_WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?P<p50>half[ -]price|half off|half the price|50p in the pound off)",
        r"(?P<p33>(?:a|one) third (?:off|less|cheaper|lower))",
        r"(?P<p25>(?:a|one) quarter (?:off|less|cheaper|lower))",
        r"(?P<p20>(?:a|one) fifth (?:off|less|cheaper|lower))",
        r"(?P<p10>(?:a|one) tenth (?:off|less|cheaper|lower))",
        r"(?P<p66>two thirds (?:off|less))",
        r"(?P<p75>three quarters (?:off|less))",
    ),
    "de": (
        (
            r"(?P<p50>zum halben preis|zur hälfte des preises|halber preis|halben preis|"
            r"die hälfte (?:günstiger|weniger))"
        ),
        r"(?P<p33>ein drittel (?:günstiger|weniger|rabatt|billiger|reduziert))",
        r"(?P<p25>ein viertel (?:günstiger|weniger|rabatt|billiger|reduziert))",
        r"(?P<p20>ein fünftel (?:günstiger|weniger|rabatt|billiger|reduziert))",
        r"(?P<p10>ein zehntel (?:günstiger|weniger|rabatt|billiger|reduziert))",
    ),
    "fr": (
        r"(?P<p50>(?:à )?moitié prix|moitié moins cher|à moitié du prix|la moitié du prix)",
        r"(?P<p33>un tiers (?:de moins|moins cher|de réduction|de remise))",
        r"(?P<p25>un quart (?:de moins|moins cher|de réduction|de remise))",
        r"(?P<p20>un cinquième (?:de moins|moins cher|de réduction|de remise))",
        r"(?P<p10>un dixième (?:de moins|moins cher|de réduction|de remise))",
    ),
    "es": (
        r"(?P<p50>(?:a |por la )?mitad de(?:l)? precio)",
        r"(?P<p33>un tercio (?:menos|de descuento|más barat\w))",
        r"(?P<p25>(?:un cuarto|una cuarta parte) (?:menos|de descuento|más barat\w))",
        r"(?P<p20>(?:un quinto|una quinta parte) (?:menos|de descuento|más barat\w))",
        r"(?P<p10>(?:un décimo|una décima parte) (?:menos|de descuento|más barat\w))",
    ),
}
_SHARES = {name: re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") for name, parts in _SHARE_WORDS.items()}

_FREE_UNITS = {
    "en": r"buy one,?(?: and)? get|two for one|2 for 1|three for two|3 for 2|bogof?|"
    r"(?:second|third|next) (?:one|pair|jar|bottle|set)?(?:'s| is| comes)? (?:free|on us|on the house)|"
    r"free gift",
    "de": r"(?:zwei|2) zum preis von einem|(?:drei|3) für (?:zwei|2)|(?:das|die|der) zweite (?:ist )?"
    r"(?:gratis|geschenkt|umsonst)|gratisgeschenk|gratis dazu|kostenlos dazu",
    "fr": r"deux pour le prix d'un|2 pour 1|trois pour deux|(?:le|la) (?:deuxième|second[e]?) (?:est )?"
    r"(?:offert|gratuit)e?|cadeau offert|en cadeau",
    "es": r"(?:2x1|3x2)|dos por uno|(?:el segundo|la segunda) (?:gratis|es gratis|de regalo)|regalo gratis|"
    r"de regalo",
}
_FREE_SHIPPING = {
    "en": r"free (?:uk |us |standard |express |home )?(?:shipping|delivery|postage|p&p)|(?:ships?|delivered|"
    r"posted) "
    r"(?:for )?free|(?:shipping|delivery|postage) is (?:free|on us)|no (?:shipping|delivery) (?:fee|"
    r"charge|cost)s?",
    "de": r"versandkostenfrei|gratis ?versand|kostenlose[rn]? (?:versand|lieferung)|portofrei|"
    r"versand (?:ist )?"
    r"(?:gratis|kostenlos|geschenkt|frei)|ohne versandkosten",
    "fr": r"livraison (?:est )?(?:gratuite|offerte)|(?:frais de )?port (?:est |sont )?(?:gratuit|offert)s?|"
    r"livré(?:e|s|es)? "
    r"gratuitement",
    "es": (
        r"(?:envío|portes?) (?:es )?(?:gratis|gratuitos?)|envío sin coste|portes incluidos|"
        r"gastos de envío gratis"
    ),
}
_VAGUE = {
    "en": (
        r"on sale|sale (?:ends|price)s?|our sale|discount(?:s|ed)?|reduced price|price (?:drop|cut)|"
        r"bargain price"
    ),
    "de": (
        r"rabatte?|sonderangebote?|sonderpreise?|reduziert(?:e[rnms]?)?|im angebot|preisnachlass|"
        r"schnäppchenpreise?"
    ),
    "fr": r"en promo(?:tion)?|soldes|soldée?s?|remises?|prix (?:réduit|cassé|barré)s?|bon de réduction",
    "es": r"descuentos?|rebajas|rebajad[oa]s?|oferta especial|en oferta|promoción",
}
_FREE_UNIT = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _FREE_UNITS.items()}
_SHIPPING = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _FREE_SHIPPING.items()}
_VAGUE_OFFER = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _VAGUE.items()}
_NOT = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|kein\w*|nicht|nie|ohne|pas|sans|aucune?|jamais|sin|ni|"
    r"nunca|"
    r"ningun\w*)\b[^.!?\n]{0,30}$"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """Something off, as the copy says it."""

    start: int
    end: int
    kind: OfferKind
    values: tuple[Decimal, ...]


def claims_off(reading: Reading, start: int, end: int) -> bool:
    """Whether the figure at this place is said to come off a price."""
    if _OFF_AFTER.match(reading.folded, end):
        return True
    return bool(_OFF_BEFORE.search(reading.folded[max(start - _LOOK_BACK, 0) : start]))


@lru_cache(maxsize=4)  # two guards ask for the same copy in turn
def find_promises(reading: Reading, facts: SheetFacts) -> tuple[Promise, ...]:
    """Every percentage, share and amount that the copy takes off a price, in order."""
    language = facts.reading_language
    folded = reading.folded
    found = [
        Promise(m.start(), m.end(), OfferKind.PERCENT, (Decimal(m[1].replace(",", ".")),))
        for m in _PERCENT.finditer(folded)
        if claims_off(reading, m.start(), m.end())
    ]
    for match in _SHARES[language].finditer(folded):
        share = Decimal((match.lastgroup or "p0")[1:])
        found.append(Promise(match.start(), match.end(), OfferKind.PERCENT, (share,)))
    for number in reading.numbers:
        unit = _PERCENT_IN_WORDS.match(folded, number.end) if number.in_words else None
        if unit and claims_off(reading, number.start, unit.end()):
            found.append(Promise(number.start, unit.end(), OfferKind.PERCENT, number.values))
    for amount in reading.amounts:
        if claims_off(reading, amount.start, amount.end):
            found.append(Promise(amount.start, amount.end, OfferKind.AMOUNT, amount.values))
    return tuple(sorted(found, key=lambda promise: promise.start))


def find_discount_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Discounts that are not the offer's and not what a list price came down by."""
    for promise in find_promises(reading, facts):
        if _is_true(promise, facts) or _repeats_facts(reading, promise, facts):
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


def _is_true(promise: Promise, facts: SheetFacts) -> bool:
    if promise.kind is OfferKind.PERCENT:
        # "A third" is 33 here; anything within a point is the same discount.
        return any(abs(value - true) < 1 for value in promise.values for true in facts.discounts)
    return any(value in facts.savings for value in promise.values)


def _repeats_facts(reading: Reading, promise: Promise, facts: SheetFacts) -> bool:
    return reading.folded[promise.start : promise.end + 4].strip() in facts.text


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
    if offer.amount is not None:
        value = f"{offer.amount.amount} {offer.amount.currency}"
    parts = [
        value,
        f"code {offer.code}" if offer.code else "",
        f"until {offer.ends_on}" if offer.ends_on else "",
    ]
    return ", ".join(part for part in (*parts, offer.terms) if part)


def find_free_promises(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Free shipping, free units and gifts that are not offered, and talk of discounts without one."""
    language, offer = facts.reading_language, facts.sheet.offer
    ships_free = offer is not None and offer.kind is OfferKind.FREE_SHIPPING
    if not ships_free and not _SHIPPING[language].search(facts.text):
        yield from _unoffered(
            reading, _SHIPPING[language], "the facts offer no free shipping", Severity.BLOCK
        )
    if not (offer is not None and offer.terms) and not _FREE_UNIT[language].search(facts.text):
        yield from _unoffered(reading, _FREE_UNIT[language], "the facts offer nothing free", Severity.BLOCK)
    if not facts.has_discount and not _VAGUE_OFFER[language].search(facts.text):
        yield from _unoffered(reading, _VAGUE_OFFER[language], "the facts have no discount", Severity.HOLD)


def _unoffered(reading: Reading, pattern: re.Pattern[str], why: str, severity: Severity) -> Iterator[Finding]:
    for match in pattern.finditer(reading.folded):
        if _NOT.search(reading.folded[max(match.start() - 40, 0) : match.start()]):
            continue
        yield reading.finding(
            "invented_discount",
            severity,
            match.span(),
            f"The copy says {{}}, but {why}.",
            fact="no such offer",
            suggestion="Leave it out.",
        )


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
            places.setdefault((promise.kind, promise.values[0]), (promise.start, promise.end))
    if match := _SHIPPING[facts.reading_language].search(reading.folded):
        same = offer is not None and offer.kind is OfferKind.FREE_SHIPPING
        places.setdefault(("offer" if same else "shipping", Decimal(0)), match.span())
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


def is_stated(phrase: str, facts: SheetFacts) -> bool:
    """Whether one sentence of the facts has every word of `phrase`, endings aside."""
    stems = {stem(word) for word in re.findall(r"[^\W_]+", phrase)}
    return any(stems <= {stem(word) for word in re.findall(r"[^\W_]+", claim)} for claim in facts.claims)
