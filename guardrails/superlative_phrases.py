"""Superlatives, comparatives and what they are the first of, in four languages."""

from __future__ import annotations

import re

from guardrails.lexicon import Lexicon
from guardrails.plain_text import listed

# Where or among whom something is first. Counts only near a superlative.
SCOPES = Lexicon(
    {
        "en": (
            "into the|this country|world|market|kingdom",
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
            "(in|for|across) (the|this|our) [whole|entire] (county|valley|region|village|"
            "neighbourhood|neighborhood|city|hemisphere|state|shire)",
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
            "jamais [*]",
            "qui existe*|soit|soient",
            "que (vous|tu|l'on|on) [n'|ne] [ayez|aies] [jamais] (verr*|voyiez|tiendr*|boir*|manger*|enfiler*|"
            "essay*|rencontr*|lir*|lu|vue?s?|bue?s?|tenue?s?|connue?s?|possèd*|achèter*|allumer*|croiser*)",
            "que (vous|tu|l'on|on) trouver*|puiss*|goûter*|connaîtr*|porter*|aur*|ayez|aies|pouv*|peu*",
            "qu'on puisse|trouve",
            "qu'il soit|existe",
            "à la ronde|(ce jour)",
            "sous le soleil",
            "dans le monde|(sa catégorie)|l'histoire|(toute la *)",
        ),
        "es": (
            "del [todo] mundo|mercado|país|planeta|universo|siglo|sector|continente",
            "de [toda] españa|europa|méxico|madrid|américa|barcelona|andalucía|argentina|(la historia)|(la "
            "tierra)",
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
        r"(?:absolutely |quite possibly |simply )most [a-z-]+|number[ -](?:one|1)|best|finest|"
        r"[a-z]{3,}est)(?!\w)"
    ),
    "de": re.compile(
        r"(?<!\w)(?:\w{2,}(?:ste|ßte)[nrsm]?|beste[nrsm]?|einzige[nrsm]?|erste[nrsm]?|nummer eins)(?!\w)"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:meilleure?s?|(?:le|la|les|des|du) (?:\w+ )?plus [\w-]+|(?:le|la|les) (?:seule?s?|"
        r"premi(?:er|ère)s?)|"
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
    "mussten müssten wussten passte passten küsste vermisste fasste fassten feste festen fester durste "
    "gewusste hochgestellte musste müsste wusste wüsste meiste meisten dienste künste künsten ernste ernsten "
    "fenster muster "
    "versandkosten lieferkosten portokosten unkosten restposten einzelposten ringkasten "
    "mindeste mindesten poster kloster pflaster raster meister geister schwester wenigste wenigsten bestes"
    "primero pasado"
)
# What follows a superlative that says nothing of a product: "the best feeling in the world".
NOT_OF_PRODUCTS = re.compile(
    r" ?(?:hit|meal|thing about|feeling|smell|sound|place|time|part|reason|excuse|way|day|"
    r"seat|sleep|company|secret|"
    r"morning|"
    r"hour|job|summer|winter|of (?:friends|luck|intentions|times|both)|people|dog|cat|mum|mom|dad|kept|"
    r"gefühl|geruch|ort|zeit|moment|grund|tag|sache der welt|platz|mama|papa|"
    r"sensation|odeur|moment|endroit|raison|chien\w*|chats?|chatte|mamans?|papas?|mères?|pères?|grand-mères?|"
    r"grands?-parents?|ami\w*|journée|soirée|matin\w*|soirs?|heures?|été|hiver|printemps|automne|"
    r"week-end|sieste|"
    r"nouvelles?|public|métier|façon|manière|bruit|voisin\w*|compagnie|conseil|souvenir\w*|sommeil|lieu|"
    r"place|excuse|secret|jours?|partie|humain\w*|maître|équipe|client\w*|lecteur\w*|coureur\w*|idées?|"
    r"de (?:mes|nos|tes|vos)|des (?:chiens|chats|mondes|amis|mamans|papas)|beau jour|bel? (?:âge|endroit)|"
    r"sensación|olor|lugar|momento|motivo|razón)(?!\w)"
)
# Superlatives of one's own range and past: "the lightest we have ever made".
OWN_RANGE = re.compile(
    r"(?<!\w)(?:our|unser\w*|nos|notre|nuestr\w+|we've|we have|we|wir|nous|hemos|my|your)(?!\w)"
)

# Looking in vain, which claims a first place where the sentence also compares.
IN_VAIN = Lexicon(
    {
        "en": (
            "you (won't|will not|can't|cannot|(will never)|(could not)|couldn't|(would struggle to)) "
            "[easily] find|get|meet|see|buy",
            "you'll|you'd (never|struggle to|(be hard pushed to)|(be lucky to)) find|get|meet|see|buy",
            "(good luck|hard to|impossible to|try|struggle to) find*",
            "(look|search|hunt) in vain",
        ),
        "de": (
            "werden|wirst|werdet|können|kannst|könnt sie|du|ihr _7 nicht|nirgend*|kaum|nie|kein* _3 "
            "finden|auftreiben|"
            "bekommen|entdecken|kaufen",
            "findest|finden|findet|bekommst|bekommen|bekommt|kriegst|kriegen|kriegt|gibt du|sie|ihr|es "
            "_6 nicht|nirgend*|nie|kaum",
        ),
        "fr": (
            "vous ne|n'en trouverez|(trouverez pas)|verrez|aurez",
            "tu ne|n'en trouveras|verras|auras",
            "(difficile|impossible) (de|d'en) trouver",
            "cherche* en vain",
        ),
        "es": (
            "no|nunca|jamás [lo|la|los|las] encontrar*|encuentr*|hallar*|ver(á|ás)",
            "(difícil|imposible) encontrar",
            "busca* en vano",
        ),
    }
)
COMPARATIVES = {
    "en": re.compile(
        r"(?<!\w)(?:better|finer|more [a-z]+|[a-z]{3,}(?:ier|rper|fter|nger|ghter|rmer|ther|eter|aner|mer|"
        r"cker))(?!\w)"
    ),
    "de": re.compile(r"(?<!\w)(?:eine?n?|nichts|etwas|kein\w*|was) (\w{3,}er(?:e[rnsm]?|es))(?!\w)"),
    "fr": re.compile(r"(?<!\w)(?:(?:plus|moins) [\w-]+|\w+ (?:plus|moins) que|meilleure?s?|mieux)(?!\w)"),
    "es": re.compile(r"(?<!\w)(?:más [\w-]+|mejor(?:es)?)(?!\w)"),
}
NOT_COMPARATIVES = listed(
    "another other rather together leather weather feather gather either neither brother mother father "
    "summer "
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
