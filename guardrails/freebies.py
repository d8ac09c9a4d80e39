"""What the copy gives away: free shipping, a second one free, gifts; and talk of discounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, OfferKind, Severity
from guardrails.lexicon import Lexicon, find_words
from guardrails.plain_text import fold
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

SHIPPING = Lexicon(
    {
        "en": (
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
            "(te|le|les|os) (regalamos|pagamos|obsequiamos "
            "con|costeamos|perdonamos|ahorramos|(invitamos a)|(invitamos al)) [el|los|tus|las] "
            "(envío|portes?|(gastos de envío)|reparto|transporte)",
            "(envío|portes?|transporte|gastos de envío|reparto) [a domicilio] [te|le|os] "
            "(sale|salen|cuesta|cuestan|es|son|va|van|está|están|corre|corren|queda|quedan) "
            "[a|por|de|totalmente] (gratis|gratuit*|cero|regalo|nosotros|cortesía|(nuestra "
            "(cuenta|parte))|(nuestro cargo)|(la casa)|(cuenta nuestra))",
            "(a|con) portes pagados",
            "sin (portes|(coste de envío)|(costes de envío)|(cargo de envío)|(pagar (envío|portes|gastos)))",
            "envío cero",
            "(no pagas|no paga|no pagáis|(olvídate de)|(olvídese de)) _1 (envío|portes|(gastos de envío))",
            "(enviamos|mandamos|llevamos|llega|llegan) _4 (gratis|(sin (coste|cargo|gastos))|(de balde))",
        ),
    }
)
FREE_UNIT = Lexicon(
    {
        "en": (
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
            "de (cortesía|obsequio|regalito)",
            "(te|le|les|os) (obsequiamos|regalamos) [con] (un|una|el|la|dos|unas|unos) *",
            "(te|le|les|os) (incluimos|metemos|añadimos|colamos|ponemos|mandamos) _4 (gratis|(de "
            "regalo)|(sin coste)|(por la cara)|(sin cobrar*))",
            "(paga|pagas|pague|paguen|pagáis|compra|compre|compras) (una|uno|dos|tres|#) y "
            "(llévate|lleva|llévese|llevaos|(te llevas)|(se lleva)|recibe|recibes) "
            "(dos|tres|cuatro|#)",
            "(llévate|lleva|llévese|llevaos) (dos|tres|cuatro|#) (y paga*)|(por el precio de)|(al "
            "precio de) [solo|sólo] (una|uno|dos|tres|#)",
            "2x1|3x2|(dos por uno)|(tres por dos)|(dos al precio de un(o|a))",
            "(con|un|el) (regalito|detallito|obsequio) (para|con|de|dentro|incluido|en) *",
        ),
    }
)
# What is paid for by the shop, whatever it is.
ON_US = Lexicon(
    {
        "en": (
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
            "precios? (de (derribo|saldo|risa|ganga|fábrica|outlet|liquidación|amig(o|a)s?))|(por los "
            "suelos)|bajad(o|a)s?|especial(es)?|rebajados|reducidos|irresistibles?",
            "con|una|esta|de|nuestra|tu|la rebaja|rebajita|rebajas",
            "(rebajamos|rebajado|bajado|bajamos|recortamos|tiramos) [los|el|nuestros|sus|su] precios?",
            "bajada de precios?",
            "(te|le|os|les) cobramos menos",
            "(te|le|os|les) (sale|cuesta|dejamos|costará|saldrá) [mucho|bastante|un poco|más] "
            "(menos|(más barat(o|a)))",
            "más barat(o|a)s? que (nunca|(de costumbre)|ayer|antes|siempre)",
            "ofert(ón|ones|azo|azos)|chollazo*|ganga|gangas|liquidación|liquidamos",
            "ofertas? (flash|relámpago|limitada|exclusiva|irresistible|(del (día|mes))|(de "
            "(lanzamiento|temporada|bienvenida|primavera|verano|otoño|invierno)))",
            "(cupón|vale|bono) (de|para|dentro|exclusivo)",
            "(precio|tarifa) (más|algo) (bajo|baja|bajito|bajita|barat(o|a))",
            "(la|lo|las|los) dejamos (en|a|por) *",
            "(meses|plazos|cuotas) sin intereses",
            "bonificación|bonificamos|cashback",
        ),
    }
)
_TELLING = 5  # letters by which a gift is known again, compounds included
_NOT = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|hardly|kein\w*|nicht|nie|ohne|pas|sans|aucune?|jamais|sin|ni|"
    r"nunca|ningun\w*|ningún|nada)\b[^.!?\n]{0,30}$"
)
# "The discount? There is none": said after it.
_NONE = re.compile(
    r"[^.!?\n]{0,30}[,:;?] (?:no hay|ninguno|ninguna|there is none|none|keinen?|es gibt keinen|il n'y en a pas|aucune?)(?!\w)"
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
        if _NONE.match(reading.folded, match.end()):
            continue
        yield reading.finding(
            "invented_discount",
            severity,
            match.span(),
            f"The copy says {{}}, but {why}.",
            fact="no such offer",
            suggestion="Leave it out.",
        )
