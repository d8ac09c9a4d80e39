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
            "versandfrei*|kostenfreiversand|gratisversand|gratislieferung|freiversand",
            "frei haus",
            "(ohne|keine|null|kein|keinen|keinerlei) versandkosten|porto|liefergebühr*|versandgebühr*|"
            "lieferkosten|portokosten|versandkostenpauschale",
            "(versand|lieferung|porto|portokosten|versandkosten|zustellung|liefergebühr*|versandgebühr*|"
            "lieferkosten) [ist|sind|geht|gehen|kommt|wird|werden|kostet|kosten|fällt|fallen|entfällt|"
            "bleibt|bleiben] _3 gratis|kostenlos|geschenkt|inklusive|(auf uns)|(aufs haus)|nichts|"
            "erlassen|umsonst|(auf unsere kosten)|(für lau)",
            "(versandkosten|porto|lieferkosten|liefergebühr*|versandgebühr*) entfällt|entfallen|sparst|"
            "sparen|spart|erlassen",
            "(übernehmen|zahlen|schenken|tragen|spendieren|erlassen|begleichen) wir _3 porto|versand|"
            "versandkosten|lieferung|portokosten|lieferkosten|versandgebühr*",
            "wir (übernehmen|zahlen|schenken|tragen|spendieren|erlassen|begleichen) _4 porto|versand|"
            "versandkosten|lieferung|portokosten|lieferkosten|versandgebühr*",
            "wir|(verschicken wir|liefern wir|senden wir|schicken wir|versenden wir) [verschicken|"
            "liefern|senden|schicken|versenden] _4 portofrei|versandkostenfrei|kostenfrei|(gratis zu)|"
            "(kostenlos zu)",
            "(verschicken|liefern|schicken|senden|versenden) wir _4 gratis|umsonst|kostenlos",
            "wir (verschicken|liefern|schicken|senden|versenden) _4 gratis|umsonst|kostenlos",
            "kostenfreie(r|n|m)? versand|lieferung|zustellung",
            "versandkostenfrei*",
            "gratis-versand",
            "kostenlose(r|n)?|gratis|freie(r|n)? versand|lieferung|zustellung",
            "portofrei*",
            "ohne (porto|versandkosten)",
            "versand|lieferung|porto [ist|sind] [heute] gratis|kostenlos|geschenkt|frei|inklusive",
            "versand|lieferung|porto geht|gehen auf uns",
            "(übernehmen|zahlen|schenken) wir|dir|ihnen|euch [das|den|die] porto|versand|versandkosten",
            (
                "wir (übernehmen|zahlen|schenken) [dir|ihnen|euch] [das|den|die] porto|versand|versandkosten|"
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
            "(das|die|der|den|dem|jede|jedes|jeder) (zweit|dritt|viert|fünft|sechst|zehnt|nächst)e(n|s|"
            "r)? _2 gratis|geschenkt|umsonst|kostenlos|(aufs haus)|(auf uns)|(zum halben preis)",
            "(erhalten|bekommen|kriegen|bekommst|kriegst|erhältst|bekommt|kriegt|erhaltet|gibt es|gibt's|"
            "gibts) _6 gratis|geschenkt|umsonst|(aufs haus)|obendrauf|(oben drauf)|(als zugabe)|(als "
            "geschenk)",
            "(schenken|schenke|spendieren|spendiere) (wir|ich) dir|ihnen|euch",
            "wir (schenken|spendieren) dir|ihnen|euch [noch|gern|gerne|dazu|heute|diesmal] ein*|die|das|"
            "den|drei|zwei",
            "[(wir|ich)] (legen|packen|stecken|geben|schicken|tun|lege|packe|stecke|gebe|schicke) [wir|"
            "ich] [dir|ihnen|euch] _5 gratis|kostenlos|geschenkt|umsonst|dazu|obendrauf|(oben drauf)|"
            "(mit ins paket)|(mit dazu)",
            "[ein|eine|einen|kleines|kleine] geschenk|überraschung|kleinigkeit|goodie|zugabe|präsent|"
            "probe|pröbchen|gratisprobe|extra [gratis|kostenlos] (dazu|obendrauf|(zu jeder)|(zu deiner)|"
            "(zu ihrer)|(zu eurer)|(bei jeder))",
            "(gratis|kostenlos|umsonst) (zu jed*|zu deine*|zu ihre*|zu eure*|bei jed*|ab *|dazu|obendrauf)",
            "(eine*|ein|zwei|drei|vier) (kaufen|nehmen|bestellen), _2 (geschenkt|gratis|umsonst|kostenlos)",
            "gratisartikel|gratis-*|gratisexemplar|treuegeschenk|willkommensgeschenk|"
            "überraschungsgeschenk|zugabe",
            "kauf eins krieg eins",
            "(das|die|der|den) zweite(n|s)? _1 [ist|gibt's|gibt es|kommt|geht] "
            "gratis|geschenkt|umsonst|(auf uns|aufs haus|kostenlos|zum halben preis)",
            "zweite(n|s)? _1 kostet _1 nichts",
            "gratisgeschenk|gratis-geschenk|gratisprobe|gratiszugabe",
            "gratis|kostenlos dazu|obendrauf",
            "[ein] geschenk (obendrauf|gratis|dazu)",
            "[als] geschenk [gratis] dazu",
            "schenken wir (dir|ihnen|euch)",
            "(legen|packen) wir [dir|ihnen|euch] [noch] _3 (gratis|kostenlos|geschenkt|dazu|obendrauf)",
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
            "on the house",
            "is|are|comes|goes|one's|that's|it's on us",
            "on our tab",
            "our treat",
            "we'll|we (pick up|cover|pay|swallow) the bill|tab|vat|tax|rest",
            "vat-free|tax-free",
            "no vat|tax",
        ),
        "de": (
            "(geht|gehen) [heute|diesmal|diese|natürlich] [woche] auf uns|(unsere kappe)|(unsere "
            "rechnung)|(unsere kosten)|(unseren nacken)",
            "auf unsere kosten|rechnung|kappe",
            "spendieren wir",
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
            "preis* _4 (gedrückt|gesenkt|gekappt|gestutzt|runtergeschraubt|nachgelassen|gelockert|"
            "halbiert|eingedampft)",
            "(treue|willkommens|neukunden|bestell|wechsel)(prämie|bonus|punkte)*",
            "bonuspunkte|cashback|payback-*|sammelpunkte",
            "(die|das|den) (günstigere|billigere|zweite|günstigste|zweiten|günstigeren) [zahlst|bezahlst|"
            "bezahlen|zahlen|kostet] [du|sie|ihr] (nicht|nichts)",
            "im|in|zum sale|ausverkauf|schlussverkauf|abverkauf|räumungsverkauf|sommerschlussverkauf|"
            "winterschlussverkauf",
            "[unser|der|großer|das] sale|ausverkauf|abverkauf|räumungsverkauf|schlussverkauf|wsv|ssv",
            "sommersale|wintersale|frühlingssale|herbstsale|midseasonsale|mid-season-sale|saisonsale|"
            "lagerverkauf|saleschnäppchen",
            "rotstift*",
            "(purzel|purzeln|purzelnde|fallen|sinken|sinkende|senken|rutschen|gesenkt*|fallende) [wir|"
            "die|unsere|alle] [alle] preise*",
            "preis* [sind|ist|haben|wurden|wurde] [wir|jetzt|deutlich|kräftig|gerade|noch|mal|noch mal] "
            "[für] [dich|sie|euch] purzeln|fallen|sinken|gesenkt|reduziert|gefallen|gesunken|"
            "runtergesetzt|heruntergesetzt|herabgesetzt|gedrückt|gekappt|gestutzt",
            "(heruntergesetzt|herabgesetzt|runtergesetzt|rabattiert|vergünstigt|ermäßigt|verbilligt|"
            "preisreduziert)(e|er|es|en|em)?",
            "(jetzt|heute|gerade|aktuell|derzeit|(diese woche)|(für kurze zeit)|plötzlich|endlich|"
            "gleich) [noch|deutlich|viel|spürbar|richtig|alles|etwas|ein bisschen] günstiger|billiger|"
            "preiswerter|(weniger zahlen)",
            "(günstiger|billiger|weniger) als (sonst|üblich|normal|zuvor|bisher|früher|gewohnt|gestern|"
            "(letzte woche)|(im laden)|(vorher))",
            "(kostet|kosten|zahlst|zahlen|zahlt) [du|sie|ihr] (jetzt|heute|gerade|(diese woche)|(diesen "
            "monat)|aktuell|derzeit) [alles|deutlich|etwas|spürbar|viel] weniger",
            "(mengen|treue|willkommens|neukunden|sofort|sonder|frühbucher|stammkunden|geburtstags|"
            "staffel|kombi|set|paar|erstbesteller|newsletter|frühlings|sommer|herbst|winter|oster|"
            "weihnachts|abo|vorbesteller)rabatt*",
            "(willkommens|treue|geburtstags|rabatt|einkaufs|neukunden|warenwert|begrüßungs)gutschein*|"
            "gutscheincode*|wertgutschein*",
            "[dein|ihr|euer|einen|ein|unser|den] gutschein [über|für|von|wartet|liegt|im|in]",
            "(spar|tief|knaller|hammer|super|kampf|freundschafts|einführungs|vorzugs|spezial|dauertief|"
            "best|jubiläums|sommer|kennenlern)preis*",
            "(rabatt|preis|spar|tausch|sonder|jubiläums|frühlings|sommer|treue)aktion*|aktionswoche*|"
            "aktionstag*|sparwoche*|sonderkondition*|preisvorteil*|preisnachlässe*|preissenkung*|"
            "preisrutsch*|preisbrecher*",
            "bares geld|(geld sparen)",
            "(spar|spare|sparst|sparen|spart) [du|sie|ihr] [jetzt|heute|dabei|beim|richtig|kräftig|"
            "ordentlich|ganz] (kräftig|richtig|ordentlich|bares|geld|tüchtig)",
            "(satte|dicke|saftige|kräftige|hohe|fette) prozente|rabatte|(preisnachlässe)",
            "(gibt's|gibt es|mit|bekommst du|bekommen sie|winken|warten) prozente",
            "prozente auf",
            "unter [dem] (normalpreis|ladenpreis|listenpreis|originalpreis|einkaufspreis)",
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
# "The view comes free": nobody sells it.
_NOBODYS = re.compile(
    r"(?<!\w)(?:aussicht|ausblick|meerblick|applaus|gute laune|lächeln|sonnenunterg\w+|sonnenaufg\w+|"
    r"landluft|seeluft|"
    r"frische luft|muskelkater|mückenstich\w*|vogelgezwitscher|ruhe|stille|gänsehaut|komplimente|neid|"
    r"neidische blicke|"
    r"the view|a smile|sunshine|sunset|fresh air|birdsong|applause|compliments|la vue|le sourire|le soleil|"
    r"las vistas|la sonrisa|el sol)(?!\w)"
)
_TELLING = 5  # letters by which a gift is known again, compounds included
_NOT = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|hardly|kein\w*|nicht|nie|ohne|pas|sans|aucune?|jamais|"
    r"sin|ni|"
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
        if _NOBODYS.search(reading.sentence_text(match.start())):
            continue
        yield reading.finding(
            "invented_discount",
            severity,
            match.span(),
            f"The copy says {{}}, but {why}.",
            fact="no such offer",
            suggestion="Leave it out.",
        )
