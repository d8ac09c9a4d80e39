"""What claims a first place by itself, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

_EN_BEST = "best|finest|most|favou?rite|leading|first|only|greatest|top|toughest|(number one)|*est|premier"
FIRST_PLACES = Lexicon(
    {
        "en": (
            "(we've|i've|they've|(we have)|(has)|(have)) yet to (find|meet|see|taste|try|hear) a|an|another|"
            "one|any|better",
            "(still waiting) (for|to) (meet|find|see|the one|one|a)",
            f"world's|planet's|nation's|country's|britain's|america's|europe's|england's|scotland's|"
            f"ireland's|"
            f"london's|industry's|market's _1 {_EN_BEST}",
            f"uk's _1 {_EN_BEST}",
            "unbeatable|unbeaten|unrivall?ed|unmatched|unparalleled|unsurpassed|unequall?ed|peerless|"
            "matchless|"
            "unmatchable|incomparable",
            "world-class|best-in-class|market-leading|industry-leading|class-leading|world-beating|"
            "world-leading|"
            "award-winning|multi-award-winning|prize-winning|record-breaking",
            "second|next to none",
            "like no other",
            "in a class|league of its own",
            "best-seller*|best-selling|top-selling|top-rated",
            "number-one",
            "the|(that is) one and only",
            "nobody|no-one|(no other *) [else] _3 makes|does|sells|bakes|brews|builds|roasts|knits|gets|"
            "offers "
            "_4 (better|finer|(like (this|us|ours|we do))|(this well)|(as (good|well)))",
            "nobody|nothing|no-one|none (else|other)? _3 (comes|come|gets|get) close|near",
            "nothing|nobody|no-one|none else (made|sold|(on (sale|earth|the market|the shelf))|(in (the "
            "world|(the) *|*))) _8 (as|so|like|half)",
            "nothing else _6 as (well|good|sharp|soft|warm|long|fast|cleanly|quietly|light|much)",
            "nothing else _4 (comes|compares|touches|matches|beats|rivals)",
            "no other * _7 (this|so|quite|as (well|good|*)|(and (*) have tried))",
            "no other * _2 (comes|come|can|could|will|gives|does|has|holds|cuts|keeps|makes|matches|beats|"
            "even|feels)",
            "(won't|will not|can't|cannot|never) find|get|buy|see|meet|own|taste a|any|anything|another "
            "_1 better|finer|softer|sharper|warmer|stronger|lighter|quieter|comfier|smoother|tastier|"
            "brighter|tougher",
            "(won't|will not|can't|cannot|never|couldn't) [be] beat|beaten|matched|bettered|surpassed|"
            "equalled|topped",
            "(won't|will not|can't|cannot|don't) do better",
            "there is|there's|(there are) no|not [a] better|finer|softer|sharper|tougher|warmer|greater",
            "than any|every other",
            "than any * (on|in) the market|world|shelf",
            "than anyone|anybody|everyone|everybody else",
            "than anything else|(you've ever)|(on the market)|(out there)",
            "than [all] [of] the rest|competition|competitors|others",
            "than [all] [our] rivals|competitors",
            "than other brands|makers|shops|companies",
            "leaves|leave|leaving [all|every] [of] [the] (rest|competition|others|other) _2 behind|standing|"
            "cold|dust",
            "(put|puts|putting) [all|every] [the] (rest|others|competition|other *) to shame",
            "(make|makes|making) (every|all|any) other|others * look|feel|seem",
            "outperform*|outclass*|outshine* every*|any|all|other|others|the",
            "blows|blow|knocks|knock (everything|anything|every|the competition|all others) _5 water|park",
            "beats|beat (everything|anything|every|all|the competition|any other) [else]",
            "(sets|set|setting) the [gold] standard",
            "gold standard",
            "(hands down|(by far)|(far and away)|(bar none)|(without question)|(without doubt)|undisputed*|"
            "indisputabl*|unquestionabl*|undoubtedly|simply|easily) the|our|your best|finest|greatest|most|"
            "only|number|*est",
            "the best|finest|greatest|*est * (by far|bar none|(hands down)|period)",
            "(voted|rated|named|crowned|ranked|judged|awarded) [the] [britain's|america's|europe's] "
            "best|number|top|finest|most|favou?rite",
            "best of the best",
            "the king|queen|goat|champion|undisputed of [all] *",
            "unlike any other|(anything else)",
            "first of its kind",
            "perfection itself",
        ),
        "de": (
            "(sucht|suchen|suchst) [man|du|sie] (vergebens|vergeblich|lange)",
            "(erst|noch) (erfunden|gefunden|gebaut) werden",
            "(der|die|das) muss erst noch",
            "weltbest*|weltklasse|weltmarktführ*|weltmeisterlich*|weltrekord*",
            "unschlagbar*|unübertroffen*|unübertrefflich*|konkurrenzlos*|marktführ*|preisgekrönt*|"
            "unerreicht*|"
            "beispiellos*|unvergleichlich*|(ausgezeichnet mit)|(mehrfach ausgezeichnet)|testsieger*|"
            "prämiert*",
            "bestseller*|meistverkauft*|topseller*|verkaufsschlager*",
            "nummer eins|1",
            "nr 1",
            "platz eins|1",
            "der|die|das beste|schönste|feinste|einzig wahre überhaupt",
            "seinesgleichen|ihresgleichen",
            "ohnegleichen",
            "kein* ander(e|er|es|en|em) _4 (so|kann|schafft|hält|schneidet|schmeckt|bietet|kommt|reicht|"
            "macht|sitzt|wärmt)",
            "nirgends|nirgendwo [sonst|anders] _4 (besser*|so|schöner*|feiner*)",
            "(nichts|niemand|keiner|kein) [anderes|anderer|sonst] _5 heran|mithalten|ran|besser|gleichauf|"
            "(das wasser reichen)",
            "besser geht es|geht's nicht",
            "(etwas|was) besser* (gibt es|gibt's|findest|finden|werden|wirst) _2 nicht|nirgends|nirgendwo",
            "(gibt|findest|finden|bekommst|bekommen) [es|du|sie] [weit] [und] [breit] "
            "(kein*|nichts) _1 besser*|schärfer*|feiner*|schöner*|weicher*|leichter*",
            "als (alle anderen)|(alles andere)|(jede* andere*)|(die konkurrenz)|(bei der konkurrenz)|(der "
            "wettbewerb)|"
            "(irgendwo sonst)|(sonst jemand)|(anderswo)|(der rest)|(jeder andere)|(alle [unsere] "
            "mitbewerber*)",
            "stellt|stellen|lässt|lassen (alle anderen|alles andere|die konkurrenz|jede* andere*) _3 "
            "schatten|(alt aussehen)|stehen|sich",
            "mit abstand [der|die|das] *",
            "(zum|zur) [*] gewählt|gekürt",
            "setzt maßstäbe",
            "das maß aller dinge",
            "spitzenreiter|klassenbest*",
        ),
        "fr": (
            "(attend|attendons|cherche|cherchons) encore (celui|celle|ceux|mieux|une|un)",
            "(personne|nul) (ne|n'*) _3 de (plus|meilleur*|mieux)",
            "imbattable*|inégal(é|able)*|incomparable*|insurpass(é|able)*|indétrônable*|inimitable*",
            "sans égale?s?|rival|rivale|pareil*|équivalent|concurrence|comparaison",
            "hors-pair",
            "(défie*|défiant|défiez) toute concurrence",
            "best-seller*|(meilleur(e)?s? ventes?)|(numéro un)|(numéro 1)|(n° 1)",
            "primée?s?",
            "élue?s? [le|la] (meilleur*|produit|numéro|plus)",
            "(récompensée?s?|classée?s?) (par|premi*|numéro|meilleur*)",
            "leader du|(sur le) marché",
            "(personne|nul|rien) [d'autre] _2 (ne|n'*) _3 (mieux|rivalis*|égal*|cheville|compar*|surpass*)",
            "(aucun|aucune|nul|nulle) autre * _2 (ne|n'*) *",
            "nulle part ailleurs",
            "(ne|n'en) trouver(ez|as|ons) (pas|nulle|jamais|rien|aucun*) _3 (mieux|meilleur*|pareil*|part|"
            "plus)",
            "(il n'y a|il n'existe) (pas|rien|aucun*) _2 (mieux|meilleur*|plus)",
            "que (tous les autres)|(toutes les autres)|(n'importe quel* autre*)|(la concurrence)|(tous "
            "[ses] concurrents)|"
            "(partout ailleurs)|(nulle part ailleurs)|(tout autre)|(toute autre)|(les autres marques)",
            "(laisse*|met*) (les autres|tous les autres|toutes les autres|la concurrence) _3 (derrière|loin|"
            "place)",
            "de loin [le|la|les] (meilleur*|plus)",
            "la référence absolue",
            "champion* du monde",
            "tout simplement|(sans conteste)|incontestablement [le|la|les] (meilleur*|plus|seul*)",
            "sans conteste|(doute possible)",
        ),
        "es": (
            "(está|estamos|estoy) por (ver|nacer|inventar|encontrar) *",
            "(aún|todavía) (buscamos|esperamos|no hemos (visto|encontrado|probado)) (un|una|otr(o|a)|algo)",
            "insuperable*|inmejorable*|imbatible*|incomparable*|inigualad(o|a)s?|inigualable*|imbatid(o|a)s?",
            "sin igual|rival|parangón|competencia|comparación|(parangón alguno)",
            "premiad(o|a)s?|galardonad(o|a)s?|laureado*",
            "(el|la|los|las) más vendid(o|a)s?",
            "superventas|best-seller*",
            "número (uno|1)",
            "líder(es)? (del|en el|en) mercado|sector|ventas|(su *)",
            "elegid(o|a)s? [como] [el|la] (mejor*|producto|número|más)",
            "(ningún|ninguna) otr(o|a) * _2 (se|lo|la|le|tiene|corta|hace|puede|ha|sabe|dura|llega|abriga|"
            "es|está|te|da)",
            "(nadie|nada) [más] _3 (mejor*|compar*|iguala*|supera*|cerca|acerca|igual|altura)",
            "(mejor|(más *)) que nadie",
            "no hay|existe _4 otr(o|a) [*] (que|como|igual)",
            "(no|nunca) (encontrar*|hay|existe*|verás|vas a encontrar|hallar*|tendrás) _3 (mejor*|igual*|"
            "otr(o|a) "
            "(igual|mejor|como)|más *)",
            "(en ningún otro) sitio|lugar|(lado)",
            "que (cualquier otr(o|a))|(la competencia)|(todos los demás)|(todas las demás)|(el resto)|"
            "(ningún otro)|(ninguna otra)|(las demás)|(los demás)",
            "(deja*|dejan) (atrás|a los demás|al resto|a la competencia|en ridículo)",
            "con diferencia",
            "sin duda [alguna] (el|la|los|las) (mejor*|más)",
            "de talla|clase mundial",
            "(favorit|preferid|predilect)(o|a|os|as) (de|entre) [los|las|l|nuestros|nuestras] "
            "[mejores|grandes] "
            "(chefs?|cociner*|profesionales|expert*|famos*|clientes|clientas|veterinari*|crític*|"
            "barist*|jardiner*|músic*|deportist*|todos|todas|españoles|mexicanos|sumiller*|"
            "corredor*|panader*|peluquer*|maquillador*|sibaritas|alpinist*|escalador*)",
            "nadie _5 como nosotros|nosotras|aquí|(los nuestros)|(est(e|a|os|as))|(el nuestro)|(la nuestra)",
            "(ningún|ninguna) [otr(o|a)] * _4 como (est(e|a|os|as)|(el|la) nuestr(o|a))",
            "líder|líderes en|de [la|el|las|los|toda|medio|media|su] *",
            "(marca|firma|tienda|casa) (líder|referente|(de referencia))",
            "(indiscutible|indiscutid(o|a)|incontestable|imbatible|inalcanzable|insuperad(o|a))s?",
            "(jamás|nunca|(en (tu|su) vida)) [has|habrás|ha|habrá|habías|hemos] "
            "(probará*|probad*|usad*|usará*|tenid*|tendrá*|vist*|verá*|olid*|dormid*|dormirá*|"
            "cortad*|comid*|comerá*|leíd*|leerá*|sentid*|bebid*|beberá*|oíd*|escuchad*|"
            "encontrará*) "
            "_3 (semejante|igual|parecid(o|a)|tan|así|mejor*)",
            "ni [siquiera] (el|la|los|las) más "
            "(car|nuev|modern|lujos|prestigios|sofisticad|avanzad)(o|a|os|as) _4 "
            "(como|iguala*|supera*|compara*|llega*|alcanza*|hace*|corta*)",
            "únic(o|a)s? en (su (clase|especie|género|categoría|tipo)|((el|todo el) "
            "(mundo|mercado|planeta|país))|españa|méxico|europa)",
            "(juega*|está*|es|son|de|pertenece*) [en|a|de] otr(o|a) "
            "(liga|nivel|galaxia|división|planeta|dimensión)",
            "no (tiene*|conoce*|admite*|encuentra*|existe*|hay) _1 "
            "(rival*|parangón|competencia|comparación|equivalente|competidor*|igual)",
            "(gana*|bate*|supera*|aventaja*) [por goleada] a (todos|todas|cualquier*|(los demás)|(las "
            "demás)|(la competencia)|(las otras)|(los otros))",
            "(mejor|mejores) (valorad|puntuad|calificad)(o|a)s?",
            "más (vendid|premiad|demandad|recomendad|galardonad|aclamad|laureado|solicitad|codiciad)(o|a)s?",
            "(el|la|los|las) más "
            "(popular|famos(o|a)|querid(o|a)|desead(o|a)|buscad(o|a)|admirad(o|a)|envidiad(o|a)|"
            "fiable|avanzad(o|a))(es|s)? "
            "[de|del|entre|en]",
            "que (todo el mundo|todos|medio mundo|media españa|todo méxico) "
            "(habla*|quiere*|desea*|adora*|usa*|recomienda*|pide*|busca*|envidia*)",
            "(de|del) (la|el|los|las) que (todo el mundo|todos|medio mundo) habla*",
            "(a la cabeza|en lo más alto|en la cima) (de|del) "
            "(mercado|sector|ranking|clasificación|su *|podio)",
            "(nada|nadie) _2 (le|la|lo|les|nos) (hace sombra|llega a|tose|gana|iguala*|supera*)",
            "más de (mil|cien|doscient*|quinient*|(dos mil)|(cinco mil)|(diez mil)|#) [de] "
            "(clientes|clientas|compradores|familias|reseñas|valoraciones|opiniones|hogares|"
            "usuarios|lectores)",
            "(miles|cientos|millones|centenares|decenas) de "
            "(clientes|clientas|compradores|familias|valoraciones|opiniones|hogares|usuarios|reseñas) "
            "[*]",
            "(seguimos|llevamos|estamos|nos hemos) _4 buscando (un|una|otr(o|a)|algo|quien) *",
            "(ningún|ninguna) otr(o|a) *",
            "(nunca|jamás) (has|habrás|habrá|habías|habéis|habréis) * _4 "
            "(tan|semejante|igual|parecid(o|a)|así|mejor|(como est(e|a)))",
            "lo (máximo|mejorcito|(último en)|(no va más)|(que más se vende)|(nunca visto))",
            "(el|la|los|las) (favorit|preferid|predilect)(o|a|os|as) de (los|las|medio|media|cualquier) *",
            "que (usan|eligen|prefieren|recomiendan|escogen|llevan) (todos|todas|los|las) "
            "[mejores|grandes] "
            "(profesionales|expert*|mejores|grandes|chefs|médicos|maestr*|escritor*|artistas|"
            "campe*|famos*|que "
            "saben)",
            "que (usan|eligen|prefieren|recomiendan|escogen|llevan|quieren|piden) (todos|todas)",
            "(difícilmente|imposible|dudo que|dudamos que) _1 "
            "(hallar*|encontrar*|encuentres|encuentre|halles|haya|verás|exista) _3 "
            "(mejor|igual|más|otr(o|a))",
        ),
    }
)
