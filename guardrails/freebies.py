"""What the copy gives away: free shipping, a second one free, gifts; and talk of discounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, OfferKind, Severity
from guardrails.lexicon import Lexicon, find_words
from guardrails.mentions import product_meant
from guardrails.phrases import is_negated
from guardrails.plain_text import fold
from guardrails.product_words import is_thing
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
            "(pagamos|ponemos|cubrimos|asumimos) [nosotros] (el|los|la) "
            "(mensajero|flete|porte|portes|envío|paquetería|reparto)",
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
            "(comes|come|arrives|ships|yours) with (a|an|our) (free|complimentary|bonus) (gift|"
            "present|freebie|bonus|sample|extra)",
            "(comes|come|arrives|ships|yours) with (a|an|our) (freebie|bonus|((gift|present|sample|extra) "
            "(inside|too|for you|from us)))",
            "(a|your|our|little|small|surprise|free|welcome) (freebie|giveaway|goody bag|goodie bag|"
            "bonus gift|(free (gift|sample))|surprise gift|gift from us|present from us|treat from "
            "us|thank-you gift)",
            "(only|just) pay for (one|two|three|the first|the other)",
            "(pay|charge|charged) [you] (only|just) for (one|two|three)",
            "(pay|charge|charged) [you] for (one|two|three) (and|of|get|not)",
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
            "sin pagar (más|nada|extra)|(un (peso|euro|céntimo|centavo))",
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
            "la tva n'existe|n'existait pas",
            "la tva est|sera pour nous|(à notre charge)|(sur notre compte)",
            "sans tva",
            "à nos frais",
        ),
        "es": (
            "invita la casa",
            "[por|a] nuestra cuenta",
            "lo ponemos nosotros",
            "no (te|le|os|les) cobramos",
            "sin iva",
            "el iva (va por|lo pagamos|corre por|está incluido y lo) *",
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
            "(special|big|huge|more|extra|serious|exclusive|massive|secret|spring|summer|"
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
            "cut*|slash*|drop*|knock*|shav*|trim*|lower*|reduc*|chop* (our|the|all|its|their) (price|prices)",
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
            "(reduzierte|reduzierter|reduziertes|reduzierten)",
            "(jetzt|nun|stark|alles|aktuell|heute|weiter|kräftig|um|auf|ist|sind|wird|werden|radikal|doppelt|"
            "preislich|schon|wir) reduziert",
            "reduziert (auf|um|statt|nur|bis|ab)",
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
            "(une?|la|les|des|de|en|votre|ta|cette|petite|jolie|grosse|belle|avec|sans|sa) remises?",
            "remises? (de|sur|exceptionnel*|immédiate*|spécial*|flash|fidélité|imméd*|secrète*|incluse*|"
            "appliqu*|déduite*)",
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
# "The view comes free": nobody sells it.
_NOBODYS = re.compile(
    r"(?<!\w)(?:aussicht|ausblick|meerblick|applaus|gute laune|lächeln|sonnenunterg\w+|sonnenaufg\w+|"
    r"landluft|seeluft|"
    r"frische luft|muskelkater|mückenstich\w*|vogelgezwitscher|ruhe|stille|gänsehaut|komplimente|neid|"
    r"neidische blicke|"
    r"the view|a smile|sunshine|sunset|fresh air|birdsong|applause|compliments|la vue|le sourire|le soleil|"
    r"las vistas|la sonrisa|el sol|die sterne|sternenhimmel|der mond|die sonne|the stars|the moon|"
    r"les étoiles|la lune|las estrellas|la luna|vorfreude|freude|appetit|staunen|duft|anticipation|"
    r"bragging rights|the smell|la bonne humeur|le plaisir|l'odeur|la ilusión|el buen humor|el aroma)(?!\w)"
)
_TELLING = 5  # letters by which a gift is known again, compounds included
_NOT = re.compile(
    r"\b(?:no|not|never|without|isn't|aren't|don't|hardly|kein\w*|nicht|nie|ohne|pas|sans|aucune?|"
    r"jamais|sin|ni|"
    r"nunca|ningun\w*|ningún|nada)\b[^.!?\n]{0,30}$"
)
# "The discount? There is none": said after it.
_NONE = re.compile(
    r"\??[^.!?\n]{0,30}[,:;?] (?:no hay|ninguno|ninguna|there is none|none|keinen?|es gibt keinen|"
    r"il n'y en a pas|aucune?)(?!\w)"
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
    language = facts.reading_language
    named = {
        word[:_TELLING]
        for word in find_words(fold(terms))
        if len(word) >= _TELLING or is_thing(word, language)
    }
    return any(word[:_TELLING] in named for word in reading.words)


_RETURNS = re.compile(
    r"(?<!\w)(?:returns?|returned|send (?:it|them) back|send back|retour\w*|rücksend\w*|devol\w+)"
)


def _is_of_returns(reading: Reading, facts: SheetFacts, place: int) -> bool:
    """Whether the sentence is about sending back, which the facts make free."""
    if not any(_RETURNS.search(claim) for claim in facts.claims):
        return False
    return bool(_RETURNS.search(reading.sentence_text(place)))


# "Free" is then said of the shipping: envío gratis con el código.
_SHIPPING_BEFORE = re.compile(
    r"(?<!\w)(?:envíos?|portes|versand|lieferung|livraison|port|shipping|delivery|postage)"
    r"(?: (?:es|son|ist|est|is))? $"
)


def _unoffered(
    reading: Reading, facts: SheetFacts, phrases: Lexicon, why: str, severity: Severity
) -> Iterator[Finding]:
    language, offer = facts.reading_language, facts.sheet.offer
    ships_free = offer is not None and offer.kind is OfferKind.FREE_SHIPPING
    matches = phrases.find(reading, language)
    if not matches or any(phrases.is_in(text.indexed, language) for text in facts.texts):
        return
    for match in matches:
        if _NOT.search(reading.folded, max(match.start() - 40, 0), match.start()):
            continue
        if _NONE.match(reading.folded, match.end()):
            continue
        if _NOBODYS.search(reading.sentence_text(match.start())):
            continue
        if ships_free and _SHIPPING_BEFORE.search(reading.folded, max(match.start() - 24, 0), match.start()):
            continue
        if (
            is_negated(reading, match.start())
            or _is_of_returns(reading, facts, match.start())
            or (match[0] == "on the house" and reading.starts_sentence(match.start()))
        ):
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
