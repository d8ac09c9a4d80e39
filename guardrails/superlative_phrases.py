"""First places in four languages: what claims one, over whom, and what claims one by itself."""

from __future__ import annotations

import re

from guardrails.lexicon import Lexicon
from guardrails.plain_text import listed

# Where or among whom something is first. Counts only near a superlative.
SCOPES = Lexicon(
    {
        "en": (
            "in|on [all [of]] [the] [whole|entire|wide|known|modern] world|planet|country|nation|land|market|"
            "business|industry|universe|galaxy|uk|us|usa|britain|england|scotland|ireland|wales|europe|"
            "america|london|internet|earth|kingdom|trade|continent|web|(british isles)|(high street)|"
            "(united states)",
            "in town|history|existence|(its|the class|category)|(your|any (life|price range))",
            "on sale|shelves",
            "around|across [the] world|globe|europe|country",
            "on offer anywhere",
            "anywhere|worldwide|globally",
            "ever [made|built|sold|printed|written|baked|brewed|knitted|published|produced|woven]",
            "of all time",
            "of its|their kind|class|type|category",
            "money can buy",
            "under the sun",
            "out there",
            "this side of",
            "we|anyone|anybody know|knows of",
            "(you|you'll|you'd|you will|you can|you could) ever|possibly|find|own|buy|wear|taste|put|get",
            "you've|(you have) ever|(had in) *",
            "available today|anywhere|(to buy)",
            "there is|are",
            "known to man|mankind|(wo)?men|science|us|humanity",
        ),
        "de": (
            "[in|auf] der [ganzen|weiten] welt|branche|erde",
            "welt",
            "weltweit|europaweit|bundesweit|deutschlandweit",
            "europas|deutschlands|österreichs|bayerns|berlins",
            "auf|am [dem|diesem|gesamten|ganzen] markt",
            "auf erden|(dem planeten)",
            "aller zeiten",
            "weit und breit",
            "in [ganz] deutschland|österreich|europa|(der (schweiz|stadt|branche|geschichte))",
            "der|unter (schweiz|stadt|sonne|geschichte|seiner|ihrer [art|klasse])",
            "im [ganzen] land|netz|internet|handel|universum|umkreis",
            "des [ganzen] landes|planeten|jahres|marktes|universums|jahrhunderts",
            "die|das|den|der es [je|jemals|zu] [kaufen] gibt|gab",
            "die|das|den|der (du|sie|ihr|man) je|jemals|kaufen|finden|bekommen|(für geld)",
            "das|die|den|der jemals|je *",
            "je|jemals ge*|ver*|er*",
            "seiner|ihrer art|klasse",
            "für geld [zu] *",
            "nummer eins",
        ),
        "fr": (
            "du|au|(de tout le) monde|marché|pays|continent|globe|siècle|secteur",
            "de france|belgique|suisse|paris|bretagne|provence|l'histoire|l'univers|l'hexagone",
            "de (la planète)|(tous les temps)|(sa catégorie|génération)|(toute la *)|(tout l'*)",
            "d'europe|(entre tous)|(entre toutes)",
            "en france|europe|(ce monde)",
            "sur le marché|(la planète)|terre|(cette terre)",
            "jamais *",
            "qui existe*|soit|soient",
            "que (vous|tu|l'on|on) trouver*|puiss*|goûter*|connaîtr*|porter*|aur*|ayez|aies|pouv*|peu*",
            "qu'on puisse|trouve",
            "qu'il soit|existe",
            "à la ronde|(ce jour)",
            "sous le soleil",
            "dans le monde|(sa catégorie)|l'histoire|(toute la *)",
        ),
        "es": (
            "del [todo] mundo|mercado|país|planeta|universo|siglo|sector|continente",
            "de [toda] españa|europa|méxico|madrid|américa|barcelona|andalucía|argentina|(la historia)|(la tierra)",
            "de (todos los tiempos)|(su (clase|categoría|tipo))|(todo el *)",
            "en el mundo|mercado|planeta|(todo el *)",
            "en españa|europa|(toda *)|(la historia)|(la faz de *)",
            "jamás|nunca [*]",
            "que existe*|hay|(se (puede*|ha*|han|haya*))|(puedes|puedas|podrás|vas|vayas) *",
            "que (encontrar*|hayas|has|hemos|probarás|tendrás|verás)",
            "a nivel mundial",
            "entre tod(o|a)s",
            "bajo el sol",
        ),
    }
)

# A superlative as such; harmless without a scope ("the best part of the morning").
SUPERLATIVES = {
    "en": re.compile(
        r"(?<!\w)(?:the (?:very |single |one and )?(?:most [a-z-]+|only|first|top|no\. ?1|leading)|"
        r"(?:absolutely |quite possibly |simply )most [a-z-]+|number[ -](?:one|1)|best|finest|[a-z]{3,}est)(?!\w)"
    ),
    "de": re.compile(
        r"(?<!\w)(?:\w{2,}(?:ste|ßte)[nrsm]?|beste[nrsm]?|einzige[nrsm]?|erste[nrsm]?|nummer eins)(?!\w)"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:meilleure?s?|(?:le|la|les|des|du) (?:\w+ )?plus [\w-]+|(?:le|la|les) (?:seule?s?|premi(?:er|ère)s?)|"
        r"numéro (?:un|1)|n° ?1|mieux)(?!\w)"
    ),
    "es": re.compile(
        r"(?<!\w)(?:mejor(?:es)?|(?:el|la|los|las)(?: [\w-]+){0,5}? más [\w-]+|lo más [\w-]+|"
        r"(?:el|la|los|las) (?:únic[oa]s?|primer[oa]?s?)|número (?:uno|1)|\w{3,}ísim[oa]s?)(?!\w)"
    ),
}
NOT_SUPERLATIVES = listed(
    "forest harvest interest guest honest modest request chest quest contest protest invest suggest digest "
    "manifest earnest everest northwest southwest midwest west nest test rest jest vest pest arrest conquest "
    "dishonest worst least latest closest nearest "
    "gäste liste listen kiste kisten küste bürste weste westen reste äste osten kosten leiste gerüste "
    "büste wüste piste kruste lasten kasten fasten testen rosten rasten kaste paste pasten hasten "
    "letzte letzten letzter letztes letztem nächste nächsten nächster nächstes nächstem gäste gästen "
    "musste müsste wusste wüsste meiste meisten dienste künste künsten ernste ernsten fenster muster "
    "mindeste mindesten poster kloster pflaster raster meister geister schwester wenigste wenigsten bestes"
    "primero pasado"
)
# What follows a superlative that says nothing of a product: "the best feeling in the world".
NOT_OF_PRODUCTS = re.compile(
    r" ?(?:thing about|feeling|smell|sound|place|time|part|reason|excuse|way|day|seat|sleep|company|secret|morning|"
    r"hour|job|summer|winter|of (?:friends|luck|intentions|times|both)|people|dog|cat|mum|mom|dad|kept|"
    r"gefühl|geruch|ort|zeit|moment|grund|tag|sache der welt|platz|mama|papa|"
    r"sensation|odeur|moment|endroit|raison|"
    r"sensación|olor|lugar|momento|motivo|razón)(?!\w)"
)
# Superlatives of one's own range and past: "the lightest we have ever made".
OWN_RANGE = re.compile(
    r"(?<!\w)(?:our|unser\w*|nos|notre|nuestr\w+|we've|we have|we|wir|nous|hemos|my|your)(?!\w)"
)

_EN_BEST = "best|finest|most|favou?rite|leading|first|only|greatest|top|toughest|(number one)|*est|premier"
ALONE = Lexicon(
    {
        "en": (
            f"world's|planet's|nation's|country's|britain's|america's|europe's|england's|scotland's|ireland's|"
            f"london's|industry's|market's _1 {_EN_BEST}",
            f"uk's _1 {_EN_BEST}",
            "unbeatable|unbeaten|unrivall?ed|unmatched|unparalleled|unsurpassed|unequall?ed|peerless|matchless|"
            "unmatchable|incomparable",
            "world-class|best-in-class|market-leading|industry-leading|class-leading|world-beating|world-leading|"
            "award-winning|multi-award-winning|prize-winning|record-breaking",
            "second|next to none",
            "like no other",
            "in a class|league of its own",
            "best-seller*|best-selling|top-selling|top-rated",
            "number-one",
            "the|(that is) one and only",
            "nobody|no-one|(no other *) [else] _3 makes|does|sells|bakes|brews|builds|roasts|knits|gets|offers "
            "_4 (better|finer|(like (this|us|ours|we do))|(this well)|(as (good|well)))",
            "nobody|nothing|no-one|none (else|other)? _3 (comes|come|gets|get) close|near",
            "nothing|nobody|no-one|none else (made|sold|(on (sale|earth|the market|the shelf))|(in (the world|(the) *|*))) _8 (as|so|like|half)",
            "nothing else _6 as (well|good|sharp|soft|warm|long|fast|cleanly|quietly|light|much)",
            "nothing else _4 (comes|compares|touches|matches|beats|rivals)",
            "no other * _7 (this|so|quite|as (well|good|*)|(and (*) have tried))",
            "no other * _2 (comes|come|can|could|will|gives|does|has|holds|cuts|keeps|makes|matches|beats|even|feels)",
            "(won't|will not|can't|cannot|never) find|get|buy|see|meet|own|taste a|any|anything|another "
            "_1 better|finer|softer|sharper|warmer|stronger|lighter|quieter|comfier|smoother|tastier|brighter|tougher",
            "(won't|will not|can't|cannot|never|couldn't) [be] beat|beaten|matched|bettered|surpassed|equalled|topped",
            "(won't|will not|can't|cannot|don't) do better",
            "there is|there's|(there are) no|not [a] better|finer|softer|sharper|tougher|warmer|greater",
            "than any|every other",
            "than any * (on|in) the market|world|shelf",
            "than anyone|anybody|everyone|everybody else",
            "than anything else|(you've ever)|(on the market)|(out there)",
            "than [all] [of] the rest|competition|competitors|others",
            "than [all] [our] rivals|competitors",
            "than other brands|makers|shops|companies",
            "leaves|leave|leaving [all|every] [of] [the] (rest|competition|others|other) _2 behind|standing|cold|dust",
            "(put|puts|putting) [all|every] [the] (rest|others|competition|other *) to shame",
            "(make|makes|making) (every|all|any) other|others * look|feel|seem",
            "outperform*|outclass*|outshine* every*|any|all|other|others|the",
            "blows|blow|knocks|knock (everything|anything|every|the competition|all others) _5 water|park",
            "beats|beat (everything|anything|every|all|the competition|any other) [else]",
            "(sets|set|setting) the [gold] standard",
            "gold standard",
            "(hands down|(by far)|(far and away)|(bar none)|(without question)|(without doubt)|undisputed*|"
            "indisputabl*|unquestionabl*|undoubtedly|simply|easily) the|our|your best|finest|greatest|most|only|number|*est",
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
            "weltbest*|weltklasse|weltmarktführ*|weltmeisterlich*|weltrekord*",
            "unschlagbar*|unübertroffen*|unübertrefflich*|konkurrenzlos*|marktführ*|preisgekrönt*|unerreicht*|"
            "beispiellos*|unvergleichlich*|(ausgezeichnet mit)|(mehrfach ausgezeichnet)|testsieger*|prämiert*",
            "bestseller*|meistverkauft*|topseller*|verkaufsschlager*",
            "nummer eins|1",
            "nr 1",
            "platz eins|1",
            "der|die|das beste|schönste|feinste|einzig wahre überhaupt",
            "seinesgleichen|ihresgleichen",
            "ohnegleichen",
            "kein* ander(e|er|es|en|em) _4 (so|kann|schafft|hält|schneidet|schmeckt|bietet|kommt|reicht|macht|sitzt|wärmt)",
            "nirgends|nirgendwo [sonst|anders] _4 (besser*|so|schöner*|feiner*)",
            "(nichts|niemand|keiner|kein) [anderes|anderer|sonst] _5 heran|mithalten|ran|besser|gleichauf|"
            "(das wasser reichen)",
            "besser geht es|geht's nicht",
            "(etwas|was) besser* (gibt es|gibt's|findest|finden|werden|wirst) _2 nicht|nirgends|nirgendwo",
            "(gibt|findest|finden|bekommst|bekommen) [es|du|sie] [weit] [und] [breit] "
            "(kein*|nichts) _1 besser*|schärfer*|feiner*|schöner*|weicher*|leichter*",
            "als (alle anderen)|(alles andere)|(jede* andere*)|(die konkurrenz)|(bei der konkurrenz)|(der wettbewerb)|"
            "(irgendwo sonst)|(sonst jemand)|(anderswo)|(der rest)|(jeder andere)|(alle [unsere] mitbewerber*)",
            "stellt|stellen|lässt|lassen (alle anderen|alles andere|die konkurrenz|jede* andere*) _3 "
            "schatten|(alt aussehen)|stehen|sich",
            "mit abstand [der|die|das] *",
            "(zum|zur) [*] gewählt|gekürt",
            "setzt maßstäbe",
            "das maß aller dinge",
            "spitzenreiter|klassenbest*",
        ),
        "fr": (
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
            "(ne|n'en) trouver(ez|as|ons) (pas|nulle|jamais|rien|aucun*) _3 (mieux|meilleur*|pareil*|part|plus)",
            "(il n'y a|il n'existe) (pas|rien|aucun*) _2 (mieux|meilleur*|plus)",
            "que (tous les autres)|(toutes les autres)|(n'importe quel* autre*)|(la concurrence)|(tous [ses] concurrents)|"
            "(partout ailleurs)|(nulle part ailleurs)|(tout autre)|(toute autre)|(les autres marques)",
            "(laisse*|met*) (les autres|tous les autres|toutes les autres|la concurrence) _3 (derrière|loin|place)",
            "de loin [le|la|les] (meilleur*|plus)",
            "la référence absolue",
            "champion* du monde",
            "tout simplement|(sans conteste)|incontestablement [le|la|les] (meilleur*|plus|seul*)",
            "sans conteste|(doute possible)",
        ),
        "es": (
            "insuperable*|inmejorable*|imbatible*|incomparable*|inigualad(o|a)s?|inigualable*|imbatid(o|a)s?",
            "sin igual|rival|parangón|competencia|comparación|(parangón alguno)",
            "premiad(o|a)s?|galardonad(o|a)s?|laureado*",
            "(el|la|los|las) más vendid(o|a)s?",
            "superventas|best-seller*",
            "número (uno|1)",
            "líder(es)? (del|en el|en) mercado|sector|ventas|(su *)",
            "elegid(o|a)s? [como] [el|la] (mejor*|producto|número|más)",
            "(ningún|ninguna) otr(o|a) * _2 (se|lo|la|le|tiene|corta|hace|puede|ha|sabe|dura|llega|abriga|es|está|te|da)",
            "(nadie|nada) [más] _3 (mejor*|compar*|iguala*|supera*|cerca|acerca|igual|altura)",
            "(mejor|(más *)) que nadie",
            "no hay|existe _4 otr(o|a) [*] (que|como|igual)",
            "(no|nunca) (encontrar*|hay|existe*|verás|vas a encontrar|hallar*|tendrás) _3 (mejor*|igual*|otr(o|a) "
            "(igual|mejor|como)|más *)",
            "(en ningún otro) sitio|lugar|(lado)",
            "que (cualquier otr(o|a))|(la competencia)|(todos los demás)|(todas las demás)|(el resto)|"
            "(ningún otro)|(ninguna otra)|(las demás)|(los demás)",
            "(deja*|dejan) (atrás|a los demás|al resto|a la competencia|en ridículo)",
            "con diferencia",
            "sin duda [alguna] (el|la|los|las) (mejor*|más)",
            "de talla|clase mundial",
        ),
    }
)

# Looking in vain, which claims a first place where the sentence also compares.
IN_VAIN = Lexicon(
    {
        "en": (
            "you (won't|will not|can't|cannot|(will never)|(could not)|couldn't|(would struggle to)) [easily] find|get|meet|see|buy",
            "you'll|you'd (never|struggle to|(be hard pushed to)|(be lucky to)) find|get|meet|see|buy",
            "(good luck|hard to|impossible to|try|struggle to) find*",
        ),
        "de": (
            "werden|wirst|können|kannst sie|du|ihr _7 nicht|nirgend*|kaum|nie|kein* _3 finden|auftreiben|bekommen|entdecken|kaufen",
            "findest|finden|bekommst|bekommen|kriegst|kriegen|gibt du|sie|ihr|es _6 nicht|nirgend*|nie|kaum",
        ),
        "fr": (
            "vous ne|n'en trouverez|(trouverez pas)|verrez|aurez",
            "tu ne|n'en trouveras|verras|auras",
            "(difficile|impossible) (de|d'en) trouver",
        ),
        "es": (
            "no|nunca|jamás [lo|la|los|las] encontrar*|encuentr*|hallar*|ver(á|ás)",
            "(difícil|imposible) encontrar",
        ),
    }
)
COMPARATIVES = {
    "en": re.compile(
        r"(?<!\w)(?:better|finer|more [a-z]+|[a-z]{3,}(?:ier|rper|fter|nger|ghter|rmer|ther|eter|aner|mer|cker))(?!\w)"
    ),
    "de": re.compile(r"(?<!\w)(?:eine?n?|nichts|etwas|kein\w*|was) (\w{3,}er(?:e[rnsm]?|es))(?!\w)"),
    "fr": re.compile(r"(?<!\w)(?:plus [\w-]+|meilleure?s?|mieux)(?!\w)"),
    "es": re.compile(r"(?<!\w)(?:más [\w-]+|mejor(?:es)?)(?!\w)"),
}
NOT_COMPARATIVES = listed(
    "another other rather together leather weather feather gather either neither brother mother father summer "
    "hammer longer finger"
)
NOT_COMPARATIVES |= {
    f"{article} {word}"
    for article in ("eine", "einen", "ein", "keine", "keinen", "nichts")
    for word in (
        "andere",
        "anderen",
        "anderes",
        "weitere",
        "weiteren",
        "weiteres",
        "unsere",
        "leere",
        "leeres",
        "leeren",
    )
}
