"""What the copy gives away: free shipping, a second one free, gifts; and talk of discounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, OfferKind, Severity
from guardrails.lexicon import Lexicon, find_words
from guardrails.mentions import product_meant
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
            "(offr*|pay*|régl*|prend*|prenons) [en charge] (l'|votre|chaque|toute) (expédition|envoi|"
            "affranchissement|livraison|acheminement)",
            "(livraison|port|envoi|frais de port) [est|sont|déjà] (comprise?s?|incluse?s?)",
            "(livraison|port|frais de port|frais d'envoi|frais de livraison|envoi|expédition) _3 "
            "(gratuite?s?|offerte?s?|(pour (nous|notre|la maison))|(à (notre "
            "charge|nos frais|zéro|0))|(sur notre)|(c'est nous)|(nous qui))",
            "(livraison|port|envoi|expédition) (ne|n') _3 (pas un|rien|pas le moindre|aucun|zéro)",
            "[on|nous] [vous|t'|te] (prend*|prenons|régl*|pay*|offr*|assum*|support*|avançons) [en "
            "charge|en|à notre charge] [le|la|les|vos|tes|votre|ton] (livraison|port|frais (de port|"
            "d'envoi|de livraison|d'expédition|postaux)|envoi|expédition|timbre|affranchissement)",
            "(zéro|0|aucun) [€|euro|franc|dollar] [de] (frais de (port|livraison)|frais d'envoi|"
            "frais postaux)",
            "(livré*|expédié*|envoyé*|posté*) _4 (gratuit*|gratis|sans (frais|supplément)|(à nos "
            "frais)|(sans débourser))",
            "(franco) de port",
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
            "(une?|votre|ton|des|deux) (savons?|torchons?|pots?|tubes?|stylos?|sacs?|pochettes?|"
            "recharges?|cartes?|marque-pages?|tasses?|bols?|mugs?|livres?|bougies?|paires?) [*] _2 "
            "(gratuite?s?|gratis|(en (cadeau|prime|bonus))|gracieusement|(offert* (avec|pour|dès|à "
            "partir)))",
            "(une?|votre|ton|des|quelques|deux|trois) (échantillons?|cadeaux?|surprises?|sachets?|"
            "bonus|doses?|mini|miniatures?|tote-bags?|goodies?) [*] _5 (offerte?s?|gratuite?s?|gratis|(en "
            "(cadeau|prime|bonus))|cadeau|gracieusement)",
            "(achet*|pren*|command*) _2 *, (recev*|reçois|repart*|empoch*|emport*|(le (second|deuxième|"
            "troisième))|(la (seconde|deuxième|troisième)))",
            "(on|nous) [vous|t'|te] (gliss*|ajout*|joign*|joint|met|mett*|offr*|fait cadeau|faisons "
            "cadeau) [en plus|aussi|aussi|même] _5 (cadeau|offert*|gratuit*|gratis|(sans supplément)|"
            "(en prime)|(en bonus)|(pour le plaisir))",
            "(en prime|en bonus|en sus), [on|nous|un|une|vous] *",
            "(offert*|gratuit*|cadeau|gratis) (pour|dès|avec|à partir) [de|d'] [toute|tout|chaque|"
            "votre|ta|la|le|un|une|#] (commande|achat|achats|panier|colis|envoi|article*|produit*|"
            "bol|deuxième)",
            "(le|la|l'|un|une) (deuxième|second|seconde|troisième|quatrième|autre) _2 (est|sont|vous "
            "est|t'est|pour|à|ne vous coût*|ne te coût*|coûte) [à] (offert*|gratuit*|(pour (nous|"
            "rien|zéro))|(notre charge)|rien|(moitié prix)|(zéro euro)|cadeau|gratis)",
            "(vous|te|t') (fait|fais|faisons|faire) cadeau",
            "(c'est) [nous qui|la maison qui|nous] (offr*|régal*|invit*|pay*)",
            "(personnalisation|gravure|emballage|retouche|montage|installation) (offerte?|gratuite?)",
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
            "en soldes?",
            "(soldé|bradé|remisé|démarqué)(e?s?)",
            "(fait|fais|faisons|font|faire|consent*|accord*) [vous|te|t'|donc] (un (prix|geste|"
            "effort)|(des prix)|(une (fleur|faveur|ristourne)))",
            "(on|nous) [vous|te] (baiss*|cass*|rabot*|allég*|coup*|réduis*|sabr*|divis*|écras*) _2 "
            "(prix|tarifs?|addition|note|facture)",
            "(prix|tarifs?) [tout|très|vraiment|si] (doux|d'ami*|ami|allégé*|en (baisse|chute|promo)|"
            "sacrifié*|mini|minis|riquiqui|cassés|promo*|exceptionnel*|de lancement|préférentiel*|"
            "plancher|imbattable*|fondent|baiss*|chut*|dégringol*|tomb*|(en chute libre)|(spécial*)|"
            "(vip)|(adouci*)|(remisé*))",
            "(baisse|chute) [de|des|du|sur] [nos|les|le] (prix|tarifs?)",
            "(rabais|ristournes?|déstockage|liquidation|braderie|prix choc|petits prix|code promo|"
            "bons plans?|démarque|destockage)",
            "(économis(ez|e|es)|épargn(ez|e)) (sur|en|gros|jusqu'à|dès|#)",
            "(moins chère?s?) (que|qu') (d'habitude|hier|avant|le prix|la semaine|d'ordinaire)",
            "(avantage|tarif|prix|remise|réduction) (réservée?|exclusi(f|ve)|fidélité|membre|client)",
            "(promos?|promotions?) (sur|du|de|d'|en|jusqu'|est|sont|spécial*|flash)",
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
    r"\b(?:no|not|never|without|isn't|aren't|don't|hardly|kein\w*|nicht|nie|ohne|pas|sans|aucune?|"
    r"jamais|sin|ni|"
    r"nunca|ningun\w*|ningún|nada)\b[^.!?\n]{0,30}$"
)


def find_free_promises(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Free shipping, free units and gifts that are not offered, and talk of discounts without one."""
    offer = facts.sheet.offer
    ships_free = offer is not None and offer.kind is OfferKind.FREE_SHIPPING
    if not ships_free:
        yield from _unoffered(reading, facts, SHIPPING, "the facts offer no free shipping", Severity.BLOCK)
    is_given = facts.gives_a_gift and _names_the_gift(reading, facts)
    if not is_given and not (ships_free and offer is not None and offer.terms):
        yield from _unoffered(reading, facts, FREE_UNIT, "the facts offer nothing free", Severity.BLOCK)
    if not ships_free and not is_given:
        yield from _unoffered(reading, facts, ON_US, "the facts offer nothing free", Severity.HOLD)
    if facts.sheet.offer is None or not facts.has_discount:
        yield from _unoffered(reading, facts, DISCOUNT_TALK, "the facts have no discount", Severity.HOLD)


def _is_full_price(reading: Reading, facts: SheetFacts, place: int) -> bool:
    """Whether no offer holds and the place is about the one product that costs what it always did."""
    meant = product_meant(reading, facts, place) if facts.sheet.offer is None else None
    return meant is not None and meant.product.list_price is None


def _names_the_gift(reading: Reading, facts: SheetFacts) -> bool:
    """Whether the copy has a telling word of the terms, which say what is given."""
    terms = facts.sheet.offer.terms if facts.sheet.offer else ""
    named = {word[:_TELLING] for word in find_words(fold(terms)) if len(word) >= _TELLING}
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
        if (
            phrases is DISCOUNT_TALK
            and facts.has_discount
            and not _is_full_price(reading, facts, match.start())
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
