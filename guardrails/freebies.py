"""What the copy gives away: free shipping, a second one free, gifts; and talk of discounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, OfferKind, Severity
from guardrails.lexicon import Lexicon, find_words
from guardrails.phrases import is_negated
from guardrails.plain_text import fold
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

SHIPPING = Lexicon(
    {
        "en": (
            "(shipping's|delivery's|postage's|posting's|post's|carriage's) (free|(on us)|(on the "
            "house)|included|waived|gratis|covered|our treat|nothing|complimentary)",
            "(shipping|delivery|postage|carriage|shipping costs?|delivery costs?) (is|are|comes|was|"
            "costs?|'s) [always|all|also|completely|absolutely] (free|(on us)|(on the house)|"
            "included|waived|gratis|covered|(our treat)|nothing|complimentary|zero)",
            "(complimentary|gratis|free-of-charge|no-charge|zero-cost|waived|fee-free|cost-free|"
            "on-the-house) (shipping|delivery|postage|carriage|dispatch|courier)",
            "(skip|forget|waive|waiving|drop|scrap|ditch) [the|about the|all|any] (shipping|delivery|"
            "postage) [fee*|cost*|charge*]",
            "without [any] (shipping|delivery|postage) (fee*|cost*|charge*)",
            "(we'll|we will|we) (post|ship|send|deliver) _3 (for free|for nothing|free of charge|"
            "without charge|at no cost|gratis|on us|at our expense)",
            "(ships|delivers|arrives|travels|posted|shipped|delivered|sent|comes to you) _2 (free|"
            "gratis|(for nothing)|(at no cost)|(on us)|(without charge)|(free of charge))",
            "(don't|never|won't|no need to) pay _2 (shipping|delivery|postage)",
            "free [uk|us|standard|express|home|next-day|international] shipping|delivery|postage|p",
            "ship*|deliver*|post|posts|posted [to] [(your door)] [for] free|nothing",
            "goes|go out free",
            "post-free",
            "shipping|delivery|postage is|'s [always] free|(on us|on the house)",
            "no shipping|delivery|postage fee*|charge*|cost*",
            "(the postage|postage|the shipping|shipping|the delivery|delivery) [is] (on us)",
            "we'll|we (pay|cover|swallow|absorb) [for] the|your postage|shipping|delivery",
            "shipping|delivery|postage costs [you] nothing|zero",
        ),
        "de": (
            "versandkostenfrei*",
            "gratis-versand",
            "kostenlose(r|n)?|gratis|freie(r|n)? versand|lieferung|zustellung",
            "portofrei*",
            "ohne (porto|versandkosten)",
            "versand|lieferung|porto [ist|sind] [heute] gratis|kostenlos|geschenkt|frei|inklusive",
            "versand|lieferung|porto geht|gehen auf uns",
            "(übernehmen|zahlen|schenken) wir|dir|ihnen [das|den|die] porto|versand|versandkosten",
            (
                "wir (übernehmen|zahlen|schenken) [dir|ihnen] [das|den|die] porto|versand|versandkosten|"
                "lieferung"
            ),
        ),
        "fr": (
            "livraison [à domicile] [est] gratuite|offerte",
            "(frais de port|port|frais de livraison|envoi) [est|sont] gratuits?|offerts?",
            "livré(e|s)? gratuitement",
            "sans frais (de port|de livraison|d'envoi)",
            "expédi* gratuit*",
            "(on vous|nous vous) offr* [la|les] livraison|(frais de port)",
        ),
        "es": (
            "envío|envíos|portes|entrega [a domicilio] [es|son|va|van] gratis|gratuit(o|a)s?",
            "envío sin coste|cargo|gastos",
            "(portes|gastos de envío|envío) incluid(o|a)s?|gratis",
            "sin gastos de envío",
            "el envío (lo pagamos|corre|va) (nosotros|de nuestra cuenta|por nuestra cuenta)",
            "te (regalamos|pagamos) (el envío|los portes)",
        ),
    }
)
FREE_UNIT = Lexicon(
    {
        "en": (
            "we'll|(we will)|we halve|waive|drop|scrap|forget (its|the|their|your|second) *",
            "(gift|present|freebie|treat|surprise|sample|extra) (goes|comes|is|waits|hides|slips|"
            "travels) (in|inside|into|with) (every|each|your|the) (box|parcel|order|package|bag|"
            "delivery)",
            "(only|just) (charge|bill) you [only|just] for",
            "(the) (first|second|third|fourth|fifth|sixth|next|last) (one|*) (is|'s|will be|gets|"
            "comes) (covered|free|ours|(our treat)|(paid for)|(a gift)|nothing)",
            "(then|plus|and) (another|(a further)|(an extra)|(an additional)) (five|ten|fifteen|"
            "twenty|#) [per cent|percent] (off|(on top)|(for good measure)|percent|(per cent))",
            "two-for-one",
            "2-for-1",
            "three-for-two",
            "3-for-2",
            "four-for-three",
            "4-for-3",
            "two|three|2|3 for the price",
            "(second|third|next|other|another) [one|pair|mug|board|*] (is|comes|goes|travels|costs "
            "you) (free|(on us)|(on the house)|(for nothing)|(for free)|nothing|gratis|(half price)|"
            "(our treat))",
            "(get|have|take|grab|receive|enjoy|choose|pick) _2 (second|third|another|extra|one) [one|"
            "more|*] (free|(for free)|(for nothing)|(on us)|(half price)|gratis)",
            "(throw|throwing|thrown|slip|slipping|slipped|pop|popping|tuck|tucking|tucked|include|"
            "including|included|add|adding) [in] (a|an|some|two|one|our|another) _4 (for free|free|"
            "at no extra|for nothing|on us|on the house|gratis|with our compliments|without charge|"
            "as a gift|as a thank-you|at no cost)",
            "(comes|come|arrives|ships|yours) with (a|an|our) [free|complimentary|bonus] (gift|"
            "present|freebie|bonus|sample|extra) [inside|too|for|from|*]",
            "(a|your|our|little|small|surprise|free|welcome) (freebie|giveaway|goody bag|goodie bag|"
            "bonus gift|(free (gift|sample))|surprise gift|gift from us|present from us|treat from "
            "us|thank-you gift)",
            "(only|just) pay for (one|two|three|the first|the other)",
            "(pay|charge|charged) [you] [only|just] for (one|two|three) [and|of|get|not]",
            "buy|get one [and] get|bag",
            "bogof*",
            "(second|third|next|other|extra) [one|one's|pair|jar|bottle|set|box|pack|bag] [is|comes|goes] "
            "(free|on us|on the house|half price|for nothing|for free)",
            "[a|your] free gift*|sample*|tote|sticker*|refill|trial|bonus|upgrade|engraving",
            (
                "(throw in|throwing in|we'll add|slip in|pop in|tuck in) a|an|another _2 free|(on us|on the "
                "house|for nothing)"
            ),
            "(we'll|we will) (throw|slip|pop|tuck) in",
            "free with [every|any|each|your]",
            "[with] our compliments",
            "complimentary",
            "at no [extra|additional] cost|charge",
            "(second|third|next) _3 costs|cost nothing",
            "gift with [every|any|your] purchase|order",
        ),
        "de": (
            "kauf eins krieg eins",
            "(das|die|der|den) zweite(n|s)? _1 [ist|gibt's|gibt es|kommt|geht] "
            "gratis|geschenkt|umsonst|(auf uns|aufs haus|kostenlos|zum halben preis)",
            "zweite(n|s)? _1 kostet _1 nichts",
            "gratisgeschenk|gratis-geschenk|gratisprobe|gratiszugabe",
            "gratis|kostenlos dazu|obendrauf",
            "[ein] geschenk (obendrauf|gratis|dazu)",
            "[als] geschenk [gratis] dazu",
            "schenken wir (dir|ihnen|euch)",
            "(legen|packen) wir [dir|ihnen] [noch] _3 (gratis|kostenlos|geschenkt|dazu|obendrauf)",
            "kostenlose(s|n|r)? probe*|geschenk|zugabe|muster",
        ),
        "fr": (
            (
                "(le|la) deuxième|second|seconde|troisième _1 [est|sont] offert*|gratuit*|(à moitié prix|"
                "pour nous)"
            ),
            "achet*, [le|la] [un|une|deuxième|second|seconde] offert*",
            "(deuxième|seconde|second|troisième) _2 (ne coût*) _2 rien",
            "cadeau [est] offert",
            "en cadeau",
            "un cadeau pour",
            "échantillon* (offert|gratuit)s?",
            "on|nous vous|t' offr* un|une|le|la",
            "gratuit* avec",
        ),
        "es": (
            (
                "(el|la) segund(o|a) _2 [es|te sale|va|sale] (gratis|de regalo|por nuestra cuenta|a mitad de "
                "precio)"
            ),
            "segund(o|a) _1 no (te cuesta|cuesta) nada",
            "regalo gratis",
            "de regalo",
            "te regalamos un|una|el|la",
            "gratis con (tu|cada|cualquier|la|el)",
            "muestra* gratis|gratuitas?",
            "invita la casa",
        ),
    }
)
# What is paid for by the shop, whatever it is.
ON_US = Lexicon(
    {
        "en": (
            "(settle|pay|cover|absorb|swallow|take care of|look after|pick up|foot|stand) [you] (the|"
            "your|all|any) (vat|tax|taxes|bill|tab|duty|duties|customs|difference|fee|fees|rest|"
            "first round|next one)",
            "consider it (covered|comped|(taken care of)|(paid for)|settled)",
            "on the house",
            "is|are|comes|goes|one's|that's|it's on us",
            "on our tab",
            "our treat",
            "we'll|we (pick up|cover|pay|swallow) the bill|tab|vat|tax|rest",
            "vat-free|tax-free",
            "no vat|tax",
        ),
        "de": (
            "aufs haus",
            "geht|gehen auf uns",
            "auf unsere rechnung|kappe",
            "(mehrwertsteuer|mwst) geschenkt",
            "(schenken|übernehmen) wir (dir|ihnen|euch) die mehrwertsteuer|mwst",
            "ohne mehrwertsteuer|mwst",
        ),
        "fr": (
            "sur notre note|compte",
            "c'est pour nous",
            "c'est (la maison qui offre|nous qui offrons|nous qui payons)",
            "tva offerte",
            "sans tva",
            "à nos frais",
        ),
        "es": (
            "invita la casa",
            "[por|a] nuestra cuenta",
            "lo ponemos nosotros",
            "no (te|le|os|les) cobramos",
            "sin iva",
            "iva (gratis|de regalo)",
            "invitamos nosotros",
        ),
    }
)
DISCOUNT_TALK = Lexicon(
    {
        "en": (
            "pay|pays|paying [only|just] (half|(a (third|quarter))|(two thirds)|two-thirds|(three "
            "quarters)|less|(a fraction))",
            "(price|prices|pricing) [have|has|are|is|just|all|now|were|was|been|'ve|recently] [been|"
            "just|come|all] (slashed|cut|dropped|reduced|lowered|chopped|trimmed|tumbled|tumbling|"
            "falling|fallen|melted|melting|plummeted|softened|crashed|shrunk|(come down)|(gone down)|"
            "(taken a tumble)|(came down)|(on the way down))",
            "(lower|lowest|reduced|rock-bottom|bargain|cut|knock-down|knockdown|slashed|sale|"
            "friendlier|gentler|kinder|introductory|launch|insider|vip|members'?|member|subscriber|"
            "friends-and-family|promotional|special|one-off|once-only) (prices?|price tags?|rates?|"
            "offers?|deals?)",
            "(special|big|huge|great|more|extra|serious|exclusive|massive|secret|spring|summer|"
            "autumn|winter|christmas|seasonal|weekend|subscriber|vip|members|hot|sweet) (savings?|"
            "deals?|bargains?|reductions?|promotions?|markdowns?|discount*)",
            "(spring|summer|autumn|winter|january|christmas|easter|black friday|cyber monday|boxing "
            "day|mid-season|end-of-season|season|flash|clearance|half-price|bank holiday|private|"
            "secret|vip|weekend|garden|big|annual|our|memorial day|labor day) sale",
            "(the|a) sale (is|has|starts|started|of|you)",
            "everything must go",
            "(a|something|little|bit|some|a bit|a little|a lot|plenty) [extra|nice|special] off "
            "(your|the|every|each|any|our|all) (order|basket|bill|price|first|next|total|purchase|"
            "boards?|mugs?|cart|whole|entire|*)",
            "(less|cheaper) than (usual|before|normal|last (week|month|year)|they (were|used)|it "
            "(was|used)|ever|you'd expect)",
            "for (a fraction|next to nothing|peanuts)",
            "cut*|slash*|drop*|knock*|shav*|trim*|lower*|reduc*|chop* (our|the|all|its|their) (price|"
            "prices)",
            "(a|your|our|this|this|free) [little|special|welcome|loyalty|birthday|secret|thank-you] "
            "(voucher|coupon|rebate|cashback|store credit|gift card|gift voucher|promo code|"
            "money-off *|discount)",
            "(loyalty|welcome|birthday|thank-you|early-bird|first-order|referral) (reward|price|"
            "discount|offer|bonus|saving|deal|treat|gift)",
            "(we've|we have|we) [just|gone and|also] (dropped|cut|slashed|lowered|reduced|knocked|"
            "shaved|trimmed|chopped|taken|marked) _5 (price*|down|off)",
            "(save|saving) (big|more|even more|a bundle|a packet|a fortune|loads|a little|money|on "
            "(our|all|every|selected|mugs|boards|aprons|everything|your))",
            "unlock|grab|claim|get|enjoy|redeem|bag [your|the|these|our|a|an] [special|exclusive|"
            "extra|secret|members] (savings?|discount|deal|deals|offer|reward|bargain|voucher|coupon|"
            "reduction|price drop)",
            "half-price|(buy one get)",
            "(markdown|mark-down|markdowns|price-drop|price-cut|clearance|closeout|blowout|"
            "doorbuster|steal of a deal|price slash*)",
            "on sale",
            "[our|the] sale ends|ending|price*|now",
            "our sale",
            "discount*",
            "reduced price*",
            "price drop*|cut*",
            "bargain price*",
            "knocked|slashed [the] price*",
            "slashed prices",
            "marked down",
            "special offer*",
            "money off",
            "voucher inside",
        ),
        "de": (
            "rabatt*",
            "sonderangebot*",
            "sonderpreis*",
            "(reduzierte|reduzierter|reduziertes|reduzierten|reduziert)",
            "im angebot",
            "preisnachlass*",
            "schnäppchenpreis*",
            "preissturz",
            "(aktionspreis|vorteilspreis|angebotspreis)*",
        ),
        "fr": (
            "en promo|promotion",
            "soldes|soldée?s?",
            "remise*",
            "prix réduits?|cassés?|barrés?|doux",
            "bon (de réduction|d'achat)",
            "en réduction",
            "offre spéciale",
        ),
        "es": (
            "descuento*",
            "rebajas",
            "rebajad(o|a)s?",
            "oferta especial",
            "en oferta",
            "promoción",
            "precio especial|rebajado|reducido",
        ),
    }
)
_TELLING = 5  # letters by which a gift is known again, compounds included
_NOT = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|hardly|kein\w*|nicht|nie|ohne|pas|sans|aucune?|jamais|sin|ni|"
    r"nunca|ningun\w*|ningún|nada)\b[^.!?\n]{0,30}$"
)


def find_free_promises(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Free shipping, free units and gifts that are not offered, and talk of discounts without one."""
    language, offer = facts.reading_language, facts.sheet.offer
    ships_free = offer is not None and offer.kind is OfferKind.FREE_SHIPPING
    if not ships_free:
        yield from _unoffered(reading, facts, SHIPPING, "the facts offer no free shipping", Severity.BLOCK)
    if _gives_what_is_said(reading, facts):
        return
    if not (ships_free and offer is not None and offer.terms):
        yield from _unoffered(reading, facts, FREE_UNIT, "the facts offer nothing free", Severity.BLOCK)
    if offer is None or (not ships_free and not offer.terms):
        yield from _unoffered(reading, facts, ON_US, "the facts offer nothing free", Severity.HOLD)
    if not facts.has_discount and not DISCOUNT_TALK.is_in(facts.spoken, language):
        yield from _unoffered(reading, facts, DISCOUNT_TALK, "the facts have no discount", Severity.HOLD)


def _gives_what_is_said(reading: Reading, facts: SheetFacts) -> bool:
    """Whether the offer is a gift, and the copy names it by a word of its terms."""
    offer = facts.sheet.offer
    if offer is None or offer.kind is not OfferKind.PERCENT or offer.percent is not None:
        return False
    named = {word[:_TELLING] for word in find_words(fold(offer.terms)) if len(word) >= _TELLING}
    return any(word[:_TELLING] in named for word in reading.words)


_RETURNS = re.compile(r"(?<!\w)(?:returns?|returned|send (?:it|them) back|send back|retour\w*|rücksend\w*|devol\w+)")


def _is_of_returns(reading: Reading, facts: SheetFacts, place: int) -> bool:
    """Whether the sentence is about sending back, which the facts make free."""
    if not any(_RETURNS.search(claim) for claim in facts.claims):
        return False
    return bool(_RETURNS.search(reading.sentence_text(place)))


def _unoffered(
    reading: Reading, facts: SheetFacts, phrases: Lexicon, why: str, severity: Severity
) -> Iterator[Finding]:
    language = facts.reading_language
    matches = phrases.find(reading, language)
    if not matches or phrases.is_in(facts.spoken, language):
        return
    for match in matches:
        if _NOT.search(reading.folded, max(match.start() - 40, 0), match.start()):
            continue
        if is_negated(reading, match.start()) or _is_of_returns(reading, facts, match.start()) or (
            match[0] == "on the house" and reading.starts_sentence(match.start())
        ):
            continue
        yield reading.finding(
            "invented_discount",
            severity,
            match.span(),
            f"The copy says {{}}, but {why}.",
            fact="no such offer",
            suggestion="Leave it out.",
        )
