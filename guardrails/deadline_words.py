"""The words by which copy says that something ends, in English, German, French and Spanish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from guardrails.lexicon import Lexicon

# Before a day: it may be the last one; where the sentence is about buying, it is.
_WEAK = {
    "en": (
        r"until|till|'til|til|through|thru|by|before|ends?|ending|closes?|closing|expires?|expiring|only|"
        r"up to|"
        r"to|finishes|stops|valid|good|latest|no later than|runs?|lasts?|last day is|holds?"
    ),
    "de": (
        r"bis(?: zum| einschließlich)?|nur(?: noch)?|endet|läuft|gilt|noch|vor|einlösbar|abläuft|spätestens|"
        r"gültig|letzter tag"
    ),
    "fr": (
        r"jusqu'(?:à|au|a|en)?|expire|termine|finit|s'arrête|prend fin|avant|plus que|seulement|valable|"
        r"valide|"
        r"encore|dernier|d'ici|au plus tard|dure|que"
    ),
    "es": (
        r"hasta(?: el| la)?|termina|acaba|finaliza|caduca|vence|sol[oa]|sólo|solamente|antes de(?:l)?|último|"
        r"expira|"
        r"dura|válid[oa]|a más tardar"
    ),
}
# Before a day: so close to an end that no word about buying is needed.
_STRONG = {
    "en": (
        r"ends?|ending|closes?|closing|expires?|expiring|finishes|runs? out|quits|vanish(?:es)?|dies|"
        r"wraps? up|"
        r"disappears?|valid|(?:last|final) (?:day|call|chance)|deadline|only (?:until|till|through|by)|"
        r"goes away|bows? out|stops? (?:working|counting)|turns? into a pumpkin|clocks? off|retires?|(?:go|"
        r"goes|going) (?:back )?up|rises?|only"
    ),
    "de": (
        r"endet|enden|läuft|laufen|verfällt|abläuft|einlösbar|gültig|nur (?:noch )?bis|nur noch|nur|schluss|"
        r"letzte[rn]? (?:tag|chance)|schlie(?:ß|ss)(?:t|en)|erlischt|stichtag|bestellschluss|annahmeschluss|"
        r"einsendeschluss|frist"
    ),
    "fr": (
        r"expire|expirent|termine|terminent|finit|s'arrête|s'achève|prend fin|valable|valides?|plus que|"
        r"seulement|dernier jour|date limite|uniquement|s'éteint|disparaît|s'envole|ferme|clôture|se clôt|"
        r"(?:vous avez|tu as|vous aurez|tu auras|il vous reste|il te reste|reste) jusqu'(?:à|au|a|en)|passé|"
        r"au-delà d[eu]|pas plus tard que|au plus tard|dernier délai|ne (?:passera|tiendra|"
        r"survivra) pas|meurt"
    ),
    "es": (
        r"termina|terminan|acaban?|acabará|terminará|finalizan?|finalizará|caducan?|caducará|vencen?|vencerá|"
        r"expiran?|expirará|concluye|concluirá|último día|fecha límite|fecha tope|plazo|"
        r"(?:tienes|tiene|tenéis|hay|quedan?)(?: de plazo| tiempo)? hasta|sol[oa] hasta|sólo hasta|"
        r"cerramos|se cierra|se despide|se esfuma|desaparece|deja de (?:funcionar|valer)|"
        r"(?:vuelven?|regresan?) a su precio|recuperan? su precio|suben? de precio|"
        r"válid[oa]s?|"
        r"sol[oa]|sólo|solamente|únicamente"
    ),
}
# "Only" counts as strong beside the day and not some words away: we bake only on Fridays.
_AFTER = {
    "en": (
        r" only(?! the| on)|,? (?:is|'s|'s the|is the|is your|is our) (?:the )?(?:last|final|deadline)|"
        r"(?:,| and)? (?:it|that|this)(?:'s| is| will be) (?:over|gone|it|all over|done|history)|"
        r"(?: night| evening)?,? (?:it|the (?:offer|code|price|deal|sale|discount)) "
        r"(?:ends|goes|closes|stops|expires|vanishes|disappears|runs out)|"
        r"(?: [^\s.;:!?]+){1,7} the (?:code|offer|price|discount) "
        r"(?:goes|ends|leaves|dies|stops|expires)(?!\w)|"
        r" (?:the|your|our|this|that|it)(?: [^\s.,;:!?]+){0,3}(?: is|'s| are| will be| goes| turns| returns) "
        r"(?:gone|over|history|dead|void|useless|back to|no more)"
    ),
    "de": (
        r",? (?:läuft|endet|verfällt|(?:um \S+ (?:uhr )?)?(?:ist|sind|war's|wär's|heißt es)(?: (?!das "
        r"jahr|der (?:winter|sommer|april)|die woche)\w+){0,3} (?:schluss|vorbei|aus|ende|zu ende|zu "
        r"spät|passé|geschichte)(?!\w)|"
        r"(?:wird|werden|steigt|steigen|kostet|kosten)(?: \w+){0,4} (?:teurer|den vollen preis|wieder "
        r"(?:mehr|regulär))|(?:schlie(?:ß|ss)en|nehmen|ziehen|stellen|räumen) wir|nur(?!\w)|"
        r"letzter tag|ist der letzte|"
        r"(?:[^\s.;:!?]+ ){1,7}de[nr] (?:code|rabatt|preis) (?:zu|weg|ab|dicht|vorbei)(?!\w))"
    ),
    "fr": (
        r",? (?:c'est (?:fini|terminé)|seulement|uniquement|dernier (?:jour|délai)|(?:il|elle|l'offre|le "
        r"code|"
        r"la remise|le prix|la promo|la livraison|ce prix|le tarif) (?:expire|prend fin|s'arrête|se termine|"
        r"tombe|disparaît|s'éteint|s'envole|ne (?:marche|vaut|fonctionne|tient|sert|passe)|"
        r"n'(?:existe|est|a)|"
        r"remonte|ferme|meurt|redevient|repasse|reprend|augmente)|(?:il sera |c'est |ce sera |il "
        r"est )trop tard|"
        r"ce sera (?:fini|terminé|trop tard)|tout (?:s'arrête|disparaît|redevient|repasse|remonte)|"
        r"plus rien|rideau)"
    ),
    "es": (
        r",? (?:se (?:acaba|termina)|solamente|únicamente|(?:termina|acaba|caduca|vence)(?!\w)|último día|"
        r"(?:[^\s.,;:!?]+ ){1,3}(?:(?:deja|dejan|dejará) de (?:funcionar|valer|servir)|desaparece|caduca|"
        r"expira|"
        r"vence|pierde validez|se (?:acaba|termina|esfuma|despide|apaga|cierra)|vuelven? a su precio)(?!\w)|"
        r"es el último|"
        r"(?:[^\s.;:!?]+ ){1,7}(?:el código|el precio|la oferta|el descuento) "
        r"(?:se va|se marcha|muere|se apaga)(?!\w))"
    ),
}
_SPAN_STRONG = {
    "en": r"(?:ends?|expires?|closes?|over|gone|finishes|vanishes|disappears|runs out) in(?: just| only)?",
    "de": r"(?:endet|enden|läuft|verfällt|schluss|vorbei) in|nur noch|noch(?: genau| ganze)?",
    "fr": (
        r"(?:finit|expire|se termine|s'arrête|prend fin|terminé|disparaît|s'envole|s'éteint|ferme|remonte|"
        r"augmente) dans|"
        r"(?:ne )?(?:vous |te )?reste(?:nt)?(?: plus)?(?: que)?|plus que"
    ),
    "es": r"(?:termina|acaba|caduca|vence|expira) en|quedan?(?: sol[oa]| sólo| solamente| apenas)?|"
    r"(?:desaparece|se (?:acaba|termina|esfuma|va)|deja de funcionar) en",
}
_SPAN_WEAK = {
    "en": (
        r"only|just|next|last|final|you have|you've got|(?:use|redeem|order|claim|grab)(?: \w+){0,2} "
        r"(?:in|within)(?: the)?(?: next)?"
    ),
    "de": (
        r"nur|nächsten|letzten?|hast du|haben sie|habt ihr|weitere|(?:einlösen|einlösbar|bestellen|"
        r"bestell|nutze|"
        r"gilt|gültig)"
        r"(?: \w+){0,2} (?:in|innerhalb|binnen|für)"
    ),
    "fr": (
        r"encore|prochaine?s|derni(?:ers|ères)|valable|(?:utilisez|utilise|commandez|commande) (?:\w+ "
        r")?(?:sous|dans)"
    ),
    "es": r"sol[oa]|sólo|próxim[oa]s|últim[oa]s|faltan?|(?:usa|úsalo|canjea|pide) (?:\w+ )?(?:en|dentro de)",
}
_SPAN_AFTER = {
    "en": (
        r" left| to go| remaining| only(?!\w)| to (?:use|save|order|grab|claim|redeem|get it|catch|decide)|"
        r" more(?= *[,.;!?\n]|$)|,? (?:and )?(?:it|that)(?:'s| is) (?:gone|over)|(?:-long| only|-only)? "
        r"(?:flash )?(?:sale|offer|deal|window|price|discount)"
    ),
    "de": (
        r" (?:endet|enden|läuft|ist schluss|übrig|bleiben|verbleiben|hast du|haben sie|habt ihr|nur|lang "
        r"gilt|"
        r"lang sparen)|-(?:aktion|angebot|sale|deal)"
    ),
    "fr": (
        r" (?:et|,)? ?(?:c'est fini|l'offre (?:expire|prend fin))| (?:restant|seulement|uniquement|pour "
        r"(?:en )?profiter|pour commander|et c'est)"
    ),
    "es": r" (?:restantes?|solamente|únicamente|para (?:aprovechar|usar|canjear|comprar|pedir)|y se acaba|"
    r"(?:[^\s.,;:!?]+ ){1,3}(?:desaparece|caduca|expira|vence|se (?:acaba|termina|esfuma|va)|deja de)(?!\w))",
}
# After a length of time: it is counted to something else, or is how long a thing takes.
_NOT_A_DEADLINE = {
    "en": (
        r"(?: left| to go| remaining| more)? (?:of (?!the (?:offer|sale|code|discount))|until (?!the "
        r"(?:offer|sale|"
        r"code)|it)|till (?!the)|before (?!the (?:offer|sale|code)|it|this))| old| later| ago| a (?:week|"
        r"day|year)"
    ),
    "de": (
        r" (?:bis (?!zum (?:ende|schluss) )|vor (?!schluss|ablauf|ende)|alt|später|her|pro|am stück|"
        r"lang(?! gilt| spar))"
    ),
    "fr": r" (?:avant (?!la fin)|de (?!promo|remise|réduction|rabais)|plus tard|par|d')",
    "es": (
        r" (?:para (?!aprovechar|usar|canjear|comprar|pedir|el [0-9]|el (?:descuento|fin)|la (?:oferta|"
        r"rebaja))|antes de|de (?!descuento|oferta|rebaja)|después|al|por)"
    ),
}
# In a line of a few words an end needs no word about buying.
_UNTIL = {
    "en": r"until|till|'til|through|thru|only|ends?",
    "de": r"bis(?: zum)?|nur(?: noch)?",
    "fr": r"jusqu'(?:à|au|a|en)?|plus que",
    "es": r"hasta(?: el)?|sol[oa]|sólo",
}
_UP_TO = {  # the day named is the first on which it no longer holds
    "en": r"(?<!\w)before(?: \w+)? $",
    "de": r"(?<!\w)vor(?: \w+)? $",
    "fr": r"(?<!\w)avant(?: \w+)? $",
    "es": r"(?<!\w)antes del?(?: \w+)? $",
}
_BACK = {
    "en": r"\b(?:back (?:to|at|up)|full price|usual price|normal price|too late|once it|it's gone|over)\b",
    "de": r"\b(?:wieder|voller preis|vollen preis|normalpreis|zu spät|vorbei|schluss|regulär\w*)\b",
    "fr": r"\b(?:retrouve|reprend|prix normal|plein tarif|prix plein|trop tard|c'est fini|repasse|revient)\b",
    "es": r"\b(?:vuelven?|precio normal|precio habitual|a su precio|demasiado tarde|se acabó|recupera)\b",
}
_OFFER = re.compile(
    r"%|\b(?:codes?|coupons?|offers?|prices?|sale|deals?|off|discounts?|vouchers?|promo\w*|half-price|free|"
    r"angebot\w*|\w*preise?|\w*rabatt\w*|\w*aktion|gutschein\w*|nachlass|versandkostenfrei|gratis|"
    r"offres?|prix|remises?|réductions?|promos?|soldes|offerte?|ofertas?|precios?|descuentos?|"
    r"código|cupón|rebaja\w*)\b"
)
_COMMERCE = re.compile(
    r"[£€$%]|\b(?:codes?|coupons?|offers?|pric(?:e|es|ing)|sale|deals?|off|saves?|savings?|orders?|"
    r"free|discounts?|"
    r"shipping|postage|delivery|checkout|basket|cart|vouchers?|promo\w*|cheaper|buy|half-price|bargain|"
    r"angebot\w*|\w*preise?|\w*rabatt\w*|\w*aktion|gutschein\w*|bestell\w*|kostet|versand\w*|porto|"
    r"gilt|sparen|"
    r"spart?|sparst|günstiger|reduziert\w*|nachlass|einlös\w*|kasse|warenkorb|vorteil\w*|"
    r"offre|prix|remises?|réductions?|livraison|commande\w*|promos?|promotion|tarif|panier|soldes|"
    r"port|profite\w*|"
    r"achat\w*|achete[rz]|achète[snt]*|décide[rz]|craque[rz]|réserve[rz]|lance[rz]|rabais|offerts?|offertes?|"
    r"ça (?:s'arrête|se termine|prend fin|finit|ferme)|"
    r"ofertas?|precios?|descuentos?|envíos?|pedidos?|código|cupón|rebaja\w*|promoción|cesta|carrito|"
    r"ahorra\w*|"
    r"euros?|pounds?|dollars?)\b"
)

# What a sentence says of the day on which it ends, in whatever words.
OFFER_SUBJECT = re.compile(
    r"\b(?:(?:the|this|our|your) (?:code|offer|deal|sale|discount|price|promotion)|"
    r"(?:der|dieser) (?:code|rabatt|preis|nachlass|gutschein)|(?:die|diese) aktion|das angebot|"
    r"(?:le|ce) (?:code|prix|rabais|port|tarif|coupon)|(?:la|cette) livraison|(?:la|cette) "
    r"(?:remise|promo|promotion|réduction)|l'offre|cette offre|"
    r"(?:el|este) (?:código|precio|descuento|cupón)|(?:la|esta) (?:oferta|promoción|rebaja))\b"
)
BEGINS = re.compile(
    r"\b(?:starts?|begins?|opens?|from|since|arrives?|ships?|delivered|ab|seit|beginnt|startet|"
    r"kommt|dès|depuis|"
    r"commence|débute|arrive|à partir|desde|empieza|comienza|llega|a partir|next|after|nach|après|después)\b"
)
# After a day: from then on the price is another.
PRICE_RETURNS = re.compile(
    r"\b(?:back (?:to|up)|goes up|full price|usual price|normal price|volle[rn]? preis|normalpreis|wieder "
    r"(?:zum|den) |"
    r"wieder (?:teurer|regulär)|repasse|remonte|prix normal|plein tarif|precio normal|vuelven? a (?:su|los)|"
    r"sube de precio)\b"
)
RETURNS = re.compile(
    r"\b(?:returns?|returned|send (?:it|them) back|refund|rückgabe|zurück\w*|umtausch|retours?|renvo\w+|"
    r"rembours\w+|"
    r"devol\w+|devuelv\w+|probe\w*)\b"
)
# What ends by itself, without any offer.
EVENTS = re.compile(
    r"\b(?:summer|winter|spring|autumn|season|year|exhibition|festival|school|holidays?|half-term|term|show|"
    r"advent|lent|ramadan|clocks?|workshop|library|museum|studio|"
    r"sommer|herbst|frühling|saison|jahr|ausstellung|ferien|schule|schuljahr|messe|markt|museum|"
    r"été|hiver|printemps|automne|année|exposition|école|vacances|foire|marché|musée|"
    r"verano|invierno|primavera|otoño|temporada|año|exposición|feria|colegio|vacaciones|museo)\b"
)
# What one buys by, and what is done to it when it ends.
SALES = re.compile(
    r"(?<!\w)(?:offer|code|discount|deal|order book|orders|(?:der|den|dieser|diesen) (?:code|rabatt|preis)|"
    r"das angebot|bestellbuch|bestellungen|l'offre|le code|ce code|la remise|carnet de commandes|commandes|"
    r"la oferta|el código|ese código|este código|el descuento|pedidos)(?!\w)"
)
CLOSES = re.compile(
    r"(?<!\w)(?:clos(?:e|es|ing)|shuts?|unplug\w*|switch(?:es)? off|pulls?|retires?|puts? (?:\w+ )?to bed|"
    r"schlie(?:ß|ss)\w*|zumachen|zugemacht|sperr\w*|abschalt\w*|schalten|ziehen|zieht|kappen|"
    r"(?:se )?re?ferm\w*|débranch\w*|coup(?:e|ons)|éteign\w*|baiss(?:e|ons) le rideau|"
    r"cerr\w+|cierra\w*|desconect\w*|apag\w+|baja\w* la (?:cortina|persiana)|desench\w*|retir\w+)(?!\w)"
)
OF_ANOTHER = re.compile(
    r" (?:(?:of|in|at|before|des|der|im|vor|de|du|del|en) |d')(?!the (?:offer|sale|code|deal|discount)|offer|"
    r"sale|"
    r"aktion|angebots?|l'offre|la (?:remise|promo|oferta|promoción|rebaja|web|tienda)|(?:el|este|tu) "
    r"(?:código|descuento|cupón|ahorro)|nuestra|soldes|"
    r"rebajas|oferta|descuento|código|save|order|use)| and wait(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's patterns around a day; those of words before it end where the day starts."""

    weak: re.Pattern[str]
    until: re.Pattern[str]
    strong: re.Pattern[str]
    after: re.Pattern[str]
    span_strong: re.Pattern[str]
    span_weak: re.Pattern[str]
    span_after: re.Pattern[str]
    not_a_deadline: re.Pattern[str]
    up_to: re.Pattern[str]
    back: re.Pattern[str]
    commerce: re.Pattern[str]
    offer: re.Pattern[str]  # of commerce, what an end belongs to


@cache
def cues(language: str) -> Cues:
    return Cues(
        weak=_ends_with(_WEAK[language], 2),
        until=_ends_with(_UNTIL[language], 1),
        strong=_ends_with(_STRONG[language], 3),
        after=re.compile(_AFTER[language]),
        span_strong=_ends_with(_SPAN_STRONG[language], 1),
        span_weak=_ends_with(_SPAN_WEAK[language], 1),
        span_after=re.compile(_SPAN_AFTER[language]),
        not_a_deadline=re.compile(_NOT_A_DEADLINE[language]),
        up_to=re.compile(_UP_TO[language]),
        back=re.compile(_BACK[language]),
        commerce=_COMMERCE,
        offer=_OFFER,
    )


def _ends_with(words: str, gap: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?: [^\s.,;:!?()]+,?){{0,{gap}}} ?[(\"'«“]?$")


LAST_CHANCE = Lexicon(
    {
        "en": (
            "last|final chance|call|hours|orders",
            "hurry up|while|before|and",
            "ends|ending|closing soon",
            "(time|the clock) is|'s (running out|ticking)",
            "nearly|almost over",
            "before it's too late",
        ),
        "de": (
            "(letzte|allerletzte|letzten|allerletzten) (chance|gelegenheit|möglichkeit|stunden|tage|"
            "minuten|aufruf|runde|ruf|meter)",
            "(endspurt|countdown|torschluss*|last-call|last-minute)",
            "(die uhr|die zeit) (tickt|läuft|rennt|drängt)",
            "[der|die] countdown läuft",
            "[schon] bald (vorbei|schluss|rum|zu ende|wieder weg)",
            "(schnell|fix|flott|rasch) sein|(zuschlagen|zugreifen|bestellen|entscheiden)",
            "(nicht mehr viel|kaum noch|wenig|keine) zeit (übrig|bleibt|zu verlieren|mehr)",
            "(zeit) (wird|ist) knapp",
            "letzten? chance|stunden|gelegenheit",
            "endet|enden bald",
            "läuft bald ab|aus",
            "beeil*",
            "die zeit läuft",
            "bald vorbei",
            "bevor es zu spät ist",
        ),
        "fr": (
            "(compte à rebours|chrono|sablier) [est|a] (lancé|tourne|commencé|démarré|s'écoule)",
            "(ultimes|derniers|dernières) (instants|moments|jours|minutes|occasions?) (pour|de|avant)",
            "(c'est|ce sera) (bientôt|presque) (fini|terminé|trop tard)",
            "(touche|tire|arrive) à sa fin",
            "(plus|guère) [que] quelques (heures|jours|minutes)",
            "dernier rappel|(appel (pour|avant))",
            "(le temps) (presse|file|est compté)",
            "ultime (chance|occasion|rappel|délai)",
            "derni(er|ère)s? chance|heures|appel",
            "(se termine|prend fin|s'arrête) bientôt",
            "bientôt (fini*|terminé*)",
            "(dépêche-toi|dépêchez-vous)",
            "avant qu'il ne soit trop tard",
        ),
        "es": (
            "últim(o|a)s? oportunidad|horas|llamada|coletazos|minutos|momentos",
            "termina|acaba|finaliza pronto",
            "(date prisa|dese prisa|daos prisa)",
            "(el tiempo|el plazo|la oferta|el código|el descuento) [se] (acaba|agota|termina|vuela|escapa)",
            "se [te|le|nos] (acaba|agota|termina) el (tiempo|plazo|chollo)",
            "antes de que (sea [demasiado] tarde)|expire|caduque|termine|venza|(se (acabe|termine|esfume|"
            "te pase|te escape))",
            "(está|están) a punto de (expirar|caducar|terminar|acabar*|vencer)",
            "el reloj (corre|avanza|(no (para|perdona|espera)))",
            "cuenta atrás",
            "(te|le|os) quedan? [muy] (poc(o|a)s (horas|días|minutos)|poco tiempo)",
            "(el código|la oferta|el descuento|la promoción|el cupón) ya no "
            "(pasa|vale|funciona|sirve|existe|entra)",
            "(después|luego|a partir de ahí), [ya] (no hay|nada de|se acabó|adiós) [más|al|a "
            "la|el|la] (descuento|rebaja|código|oferta|precio|trato)",
            "apúr*|córrele|apresúr*",
            "no (llega*|pasa*|aguanta*) (al|a|del|de) (fin de "
            "semana|lunes|martes|miércoles|jueves|viernes|sábado|domingo|fin de mes|(la|esta) "
            "semana|noche)",
        ),
    }
)
LAST_DAY = Lexicon(
    {
        "en": ("last|final day", "today only", "one day only", "only today", "for one day"),
        "de": (
            "in # stunden|tagen ist|sind _3 (vorbei|geschichte|schluss|weg|(zu spät)|beendet|(zu ende))",
            "in (wenigen|zwei|drei|zwölf) (stunden|tagen) ist|sind|endet _3 (vorbei|geschichte|schluss|"
            "weg|(zu spät)|aktion)",
            "(nur|bloß|ausschließlich|exklusiv) [noch|mehr] (heute|(bis morgen)|(bis heute)|(bis "
            "mitternacht)|(an diesem tag)|(24 stunden)|(48 stunden))",
            "(heute|morgen) [ist] (der|ein|dein|ihr|euer)? letzter tag|gelegenheit|chance",
            "(heute|morgen) [abend|nacht|früh|mittag] _3 (zum letzten mal|letztmalig|letztmals)",
            "(der) (letzte|allerletzte) tag [des|der|für|mit|vom|,]",
            "noch [genau|knapp|nur|ganze] (#|ein*|zwei|drei|vier|fünf|sechs|zwölf|vierundzwanzig) (tag|"
            "tage|stunde|stunden|minuten|mal schlafen), (dann|danach|und) [ist|dann|war's|war]",
            "(heute|morgen|übermorgen) [früh|abend|nacht|mittag|vormittag|um mitternacht] [um # uhr] "
            "(ist|sind|wird|werden) [die|der|das|es|alles|schon] [aktion|rabatt|angebot|preis|spuk|code|"
            "gutschein|deal] (schluss|vorbei|(zu ende)|teurer|beendet|weg|(zu spät)|ende|gelaufen|"
            "geschlossen)",
            "(innerhalb|binnen|in) [der|von|den] [nächsten|kommenden] (24|36|48|72|#) (stunden|std) "
            "(bestell*|kauf*|zugreif*|entscheid*|einlös*)",
            "(bestell|bestelle|bestellen|bestellt|kauf|kaufe|kaufen|greif|entscheide|entscheiden) _2 "
            "(innerhalb|binnen|in) [der|von|den] [nächsten|kommenden] (#|zwei|drei|vier|sechs|zwölf) "
            "(stunden|tage|tagen|minuten)",
            "letzten? tag",
            "letzter tag",
            "nur heute",
            "nur einen tag",
            "nur am heutigen",
        ),
        "fr": (
            "aujourd'hui (ou|et) (jamais|rien)",
            "(avant) (ce soir|minuit), (sinon|après|ensuite) *",
            "dernier jour",
            "aujourd'hui seulement|uniquement",
            "un seul jour",
            "(qu'aujourd'hui)",
        ),
        "es": (
            "último día",
            "solo|sólo|únicamente|solamente hoy|(por hoy)",
            "un solo día",
            "de hoy no pasa*",
            "no (llega*|pasa*) (a|de) mañana",
            "mañana (ya (no|(es tarde)|(será tarde)))|(será tarde)",
            "hoy (se acaba)|termina|acaba|caduca|vence|finaliza|expira|(y nada más)",
            "mañana (es|será|sale|vale|cuesta) (otro precio)|más|(más car(o|a))",
            "aprovech* hoy, *",
        ),
    }
)
LIMITED_TIME = Lexicon(
    {
        "en": (
            "(going|leaving|goes|go|leaves) away soon|shortly",
            "(leaves|leaving|disappears?|disappearing|vanish*|closes|closing|finishes|finishing|"
            "wraps up|bows out) (soon|shortly|(any (day|minute|moment)))",
            "[only|just] (here|around|available|on|open|live|running) (for a|only for a|just for a) "
            "(little|short|limited|few|brief|while|blink|moment)",
            "(won't|will not|isn't|not) [going to] (be) (around|here|available|on|at this price|like "
            "this) (forever|(for (long|ever|much longer))|long|indefinitely)",
            "(limited|fleeting|brief|time-sensitive|time-limited|short-lived) (offer|window|"
            "opportunity|time|period|deal)",
            "(a few|two|three|24|48|72|twenty-four|forty-eight) (days|hours) only",
            "for (today|tonight|tomorrow|one night|one day|24 hours|48 hours|a few days|a few hours|"
            "the next few *|the weekend) only",
            "(before|until) (time|the clock) (runs out|(is up)|stops)",
            "(clock's|time's) (ticking|(running out)|up)",
            "(final|last|closing) (hours|minutes|moments|weekend|stretch|countdown) [to|of|left|remaining]",
            "(before|until) [the] (price|prices) (go|goes|rise|rises|jump|jumps|climb|climbs|"
            "increase|change) [back] [up]",
            "(offer|deal|sale|code|price|order) window|countdown",
            "limited-time",
            "limited period",
            "short time|while only",
            "not for long",
            "this|the week|weekend|month only",
            "only this week|weekend|month",
            "for this week|weekend only",
            "while (this|(the offer|price|sale|deal)) lasts",
        ),
        "de": (
            "(nur|noch|für) [noch|für] [sehr|ganz|eine] kurze zeit|dauer",
            "(nur|bloß|lediglich) (diese|diese eine|in dieser|während dieser) (woche|tage|saison)",
            "(nur|bloß|lediglich) (dieses|an diesem|am|übers) wochenende",
            "(nur|bloß|lediglich) (diesen|in diesem|im) monat|januar|februar|märz|april|mai|juni|juli|"
            "august|september|oktober|november|dezember",
            "(nur|bloß) (in|für) [diese|diesen|den|die] [nächsten|paar|wenige|wenigen] (tage|tagen|stunden)",
            "(nehmen wir|wir nehmen) _4 (vom netz|(aus dem (sortiment|shop|programm|angebot|regal))|"
            "offline|(von der seite))",
            "(ab|von) (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|übermorgen|mai|"
            "juni) [an|früh] (wird|werden|kostet|kosten|steigt|steigen|gilt|gelten|ist|sind|zahlst|"
            "zahlen|zahlt|erhöhen|erhöht) _5 (teurer|mehr|preis|preise|normalpreis|regulär*|ladenpreis|"
            "aufschlag)",
            "(bevor|ehe) (der|die|das|unser|unsere) (preis|preise|aktion|angebot|rabatt) (steigt|steigen|"
            "endet|enden|ausläuft|ablaufen|abläuft|erhöht|anzieht|verfällt|vorbei)",
            "(preis|preise) (steigt|steigen|zieht|ziehen) (bald|demnächst|morgen|danach|wieder|nächste|"
            "ab|im|am|an)",
            "(sollte|solltest|sollten|müsst|musst|müssen) [du|sie|ihr] _3 (schnell|zügig|rasch|bald|"
            "jetzt) (sein|zugreifen|bestellen|entscheiden|zuschlagen)",
            "(nur|noch|für) [noch|eine|sehr|ganz] kurze zeit",
            "begrenzte zeit",
            "zeitlich begrenzt*|befristet*",
            "nicht mehr lange",
            "nur diese woche|(diesen monat)",
            "nur dieses wochenende",
        ),
        "fr": (
            "(offre|prix|remise|promo|promotion|tarif|vente|code) [très|est] (éphémère|flash|"
            "temporaire|limité*|express|fugace)",
            "(vente|offre|promo) (flash|éclair|privée|éphémère)",
            "(ne|n') (durer*|dure|tien*|rester*|va) (pas|guère) (longtemps|éternellement|toujours|"
            "durer|traîner)",
            "pour (quelques|peu de) (heures|jours|temps) (seulement|encore|à peine)",
            "(tant|aussi longtemps) (qu'il est|que c'est|que le prix|que l'offre|qu'elle) [encore|en|est] *",
            "le prix (remonte|augmente|grimpe|va remonter|va augmenter|ne tiendra) *",
            "durée limitée",
            "temps limité",
            "(pour|pendant|reste|que|plus) peu de temps",
            "plus pour longtemps",
            "(cette semaine|ce week-end|ce mois-ci) seulement|uniquement",
            "seulement cette semaine|(ce week-end)",
        ),
        "es": (
            "tiempo limitado",
            "poco tiempo",
            "por pocos días",
            "no durará mucho",
            "solo|sólo|solamente|únicamente [por|durante] (esta semana)|(este fin de semana)|(este mes)|"
            "(estos días)|(unos días)|(unas horas)",
        ),
    }
)
