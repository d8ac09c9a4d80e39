"""The words by which copy takes something off a price, in English, German, French and Spanish."""

from __future__ import annotations

import re
from decimal import Decimal

from guardrails.lexicon import Lexicon
from guardrails.plain_text import listed

# After a figure.
OFF_AFTER = re.compile(
    r",?(?: |-)?(?:off(?!\w)|(?:less|cheaper|lighter|lower)(?!\w)(?! (?:than|an?|the|[0-9£€$]|hundred|one|"
    r"two|three|four|six|seven|eight|nine|fifteen|fifty|sixty|"
    r"forty|thirty|twenty|ten|five))|"
    r"knocked off|taken off|shaved off|down(?! from| to)(?!\w)|discount|reduction|saving|saved|"
    r"back(?!\w)(?! on)|"
    r"rabatt|nachlass|preisnachlass|günstiger|weniger(?! als)|billiger|reduziert|gespart|ersparnis|runter|"
    r"abzug|auf (?!nummer |knopfdruck|ein(?:en)? |raten|rechnung|lager|dem |der |anfrage|wunsch|dauer|"
    r"vorrat|zehn|hundert|"
    r"[0-9])[^\W\d_]{3,}|"
    r"de (?:moins|réduction|remise|rabais|descuento|rebaja|ahorro|dto)|moins cher|"
    r"menos(?!\w)(?! (?:que|de)(?!\w))|más barat|dto|sur (?:toute?s?|tous|les|la|le|votre|ton|ta|vos|"
    r"tes)(?!\w)|"
    r"de (?:son|leur|sa|leurs) (?:prix|tarif|valeur)|du prix|dans (?:votre|ta) poche|d'épargnés?|"
    r"en (?:tod[oa]s?|tu|su)(?!\w)|sobre (?:tod|el|la|los|las)|d'économie|offerts?(?!\w)|rebajad)"
)
# Before a figure, as the last word but fillers.
OFF_BEFORE = listed(
    "save saves saving savings saved minus knock knocks knocked take takes taking took taken discount "
    "reduced "
    "reduction shave shaves shaved trim trims trimmed slash slashed drops slice slices lop lops rebate "
    "spare sparen sparst spart gespart rabatt nachlass minus abzüglich reduziert ersparnis gesenkt "
    "économisez économise économiser économisant remise réduction rabais retire retirent retirons retirez "
    "enlève enlèvent enlevons ôte réduit baissé déduit moins épargnez épargne épargnes baissent "
    "gagnez économie "
    "ahorra ahorras ahorre ahorrar ahorráis ahorran descuento rebaja quita quitas quitan quitamos resta "
    "restamos descuenta descontamos rebajado rebajamos menos"
)
FILLERS = listed(
    "you dir ihnen another extra further whole up un el einen einem eine die a an us over of by de du des "
    "del "
    "um von la le der das te os le les nous vous your about around nearly almost fast rund knapp gut nochmal "
    "noch weitere encore otro otros zusätzlich ganze volle full just euch dich sich se ihr bis"
)
UP_TO = ("up to ", "bis zu ", "jusqu'à ", "hasta ", "as much as ")
PRICE_OF_HINTS = listed(
    "price preis prix precio pay zahl zahle zahlen zahlst payez paie payes paies paga pagas pague pagáis "
    "rechnen berechnen kassieren compterons comptons comptera compte"
)
LESS = re.compile(r" (?:moins|minus|less|weniger|menos) ")  # "fifty euros less five cents"
DENIED = re.compile(
    r"(?<!\w)(?:not|isn't|aren't|no|nicht|keine?n?|pas|aucune?|ningún|sin) (?:(?:a|an|at|de|even|mal|es|"
    r"un) )?$"
)
ROUGHLY = re.compile(
    r"(?<!\w)(?:about|around|roughly|almost|nearly|just (?:over|under)|over|more than|close to|rund|etwa|"
    r"knapp|fast|"
    r"gut|circa|ca\.|über|mehr als|environ|presque|près de|plus de|un peu (?:plus|moins) de|casi|cerca de|"
    r"alrededor de|más de|algo más de|unos) (?:(?:a|an|un|el|ein|einen) )?$"
)
NEARLY = re.compile(
    r"(?<!\w)(?:almost|nearly|not quite|just under|knapp|fast|beinahe|presque|casi) (?:(?:a|ein|un) )?$"
)
ONE_IN_AFTER = re.compile(r" (?:in|out of|in every|von|sur|de cada) ")
ONE_IN_BEFORE = re.compile(r"(?<!\w)(?:(?:one|1) (?:in|out of)(?: every)?|un[oa]? de cada|1 de cada) $")
PRICE_OF = re.compile(
    r"(?: [^\s.!?]+){0,3} (?:for|zum|für|pour|por) (?:the price|preis|le prix|el precio) (?:of|von|de|"
    r"d')(?: only| just| nur)? ?|"
    r"(?: [^\s.!?]+){0,3} (?:au prix (?:de |d')|al precio de )|"
    r"(?: [^\s.!?]+){0,7},? (?:(?:and )?(?:you )?(?:only |just )?pay(?: only| just)?(?: for)?|"
    r"(?:und )?(?:nur )?(?:zahl|zahle|zahlen|zahlst)(?: sie| du)?(?: nur)?|"
    r"(?:rechnen|berechnen|kassieren) wir(?: [^\s.!?]+){0,3}? (?:nur|bloß|lediglich)|"
    r"(?:et |nous )?(?:ne |n'en )?(?:vous |t'|te )?(?:en )?compt\w+ (?:en )?(?:que|pas plus de)|"
    r"(?:et )?(?:ne |n'en )?(?:payez|paie|payes|paies)(?: (?:n'en )?que)?|"
    r"(?:y )?(?:solo |sólo )?(?:paga|pagas|pague|pagáis)(?: sol[oa]| sólo)?) "
)
OF_SOMETHING_ELSE = re.compile(
    r" (?:of|der|des|von|de|del) (?!(?:the|its|his|their|le|la|su|el) (?:price|prix|precio)|(?:price|"
    r"preis|prix|precio)|(?:ese|este|su|el) (?:valor|importe|total))|"
    r" (?:salt|sugar|fat|plastic|water|energy|waste|zucker|salz|fett|plastik|wasser|sucre|sel|azúcar|sal|"
    r"plástico|agua)"
)

_NTHS = {"zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "zehnte": 10}  # every nth euro
_PARTS: dict[str, dict[str, int]] = {
    "en": {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
    | {"thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10, "halved": 2, "halves": 2, "halving": 2},
    "de": {"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10}
    | {"hälfte": 2, "halbe": 2, "halben": 2, "halber": 2, "halbiert": 2, "halbieren": 2, "halb": 2}
    | {f"{word}{end}": part for word, part in _NTHS.items() for end in ("", "r", "n")},
    "fr": {
        "moitié": 2,
        "demi": 2,
        "tiers": 3,
        "quart": 4,
        "cinquième": 5,
        "sixième": 6,
        "huitième": 8,
        "dixième": 10,
    },
    "es": {"mitad": 2, "tercio": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6}
    | {"octavo": 8, "décimo": 10, "décima": 10, "tercera": 3}
    | {"terceras": 3, "cuartas": 4, "quintas": 5},
}
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "vier": 4,
    "cuatro": 4,
    "zwei": 2,
    "drei": 3,
    "deux": 2,
    "trois": 3,
    "dos": 2,
    "tres": 3,
}
_WORD = re.compile(r"[^\W\d_]+")

SHARES = Lexicon(
    {
        "en": (
            "half-price",
            "pay|pays|paying [only|just] two|three|four thirds|quarters|fifths",
            "half-off",
            "half [of] the|their|its [usual|original|full|normal|regular] price|cost",
            "[a|one|two|three] half|third*|quarter*|fourth|fifth*|sixth|eighth|tenth* "
            "[(of|from the|its price)] "
            "off|cheaper|lower|saving|discount|reduction",
            "[a|one|two|three] half|third*|quarter*|fourth|fifth*|sixth|eighth|tenth* less (for|with|until|"
            "than|at|this|on|to pay|money|(of the))",
            "(a|one|two|three) half|third*|quarter*|fourth|fifth*|sixth|eighth|tenth* less",
            "a|one|two|three third*|quarter*|fifth*|tenth* comes|come|came|goes|falls off",
            ("cut|cuts|slash*|reduc*|drop*|lower*|trim*|down|fall*|fell _2 by [a|one] half|third|quarter|"
            "fifth|tenth"),
            "save*|saving|knock*|shav* [you] [a|one] half|third|quarter|fifth|tenth",
            "a|one half|third|quarter|fifth|tenth of that|it|(the price) stays|remains",
            "cut|slashed|sliced in half",
            "price* [is|are|was|were|has been|have been] halv*",
            "halv* the|all|our price*",
            "comes|come|goes|go|drop*|falls|fall|brought|down to half",
            "50p in the pound [off]",
        ),
        "de": (
            "spar* _6 [knappes|gutes|rundes|glattes|volles|ganzes|knappe|gute] drittel|viertel|fünftel|"
            "sechstel|achtel|zehntel",
            "[um] ein|einem|einen|eines|zwei|drei [glatt*|ganz*|gut*|volles|volle|ganzes] drittel|"
            "viertel|fünftel|sechstel|achtel|zehntel (nachlass|preisnachlass|rabatt|gespart|erlassen|"
            "geschenkt|(auf alles)|(unter preis)|(unter dem alten preis))",
            "ein|einem|einen|zwei|drei drittel|viertel|fünftel|sechstel|achtel|zehntel (geht|gehen|fällt|"
            "fallen|verschwindet|ziehen|rutscht) _5 (runter|ab|weg|(auf uns)|weniger|nach unten)",
            "spar* [du|sie|dir|ihnen|ihr|euch] [also|damit|so|dabei] [fast|rund|gut|knapp|etwa|mehr als|"
            "über|beinahe|nahezu|sogar] [ein|einen|die|eine] drittel|viertel|fünftel|sechstel|achtel|"
            "zehntel|hälfte",
            "(um|ziehen|senken|nehmen|streichen|erlassen|schenken) [wir] [dir|ihnen|euch] _3 ein|einen|"
            "zwei|drei drittel|viertel|fünftel|sechstel|zehntel (ab|gesenkt|reduziert|gekürzt|runter|"
            "heruntergesetzt|verbilligt)",
            "jede(r|n)? zweite(r|n)?|dritte(r|n)?|vierte(r|n)?|fünfte(r|n)?|zehnte(r|n)? euro|franken",
            "zahl* [du|sie|ihr] [nur|bloß|noch|dann] zwei|drei|vier drittel|viertel|fünftel",
            "zum halben preis",
            "halbe(r|n)? preis",
            "zur hälfte [des preises]",
            ("[nur|um|die] [die] hälfte günstiger|weniger|billiger|reduziert|gespart|sparen|gesenkt|rabatt|"
            "runter"),
            "kost* [bis _] [nur] [noch] die hälfte",
            "preis* _2 halbiert",
            "halbier* _2 preis*",
            "[um] ein|einem|einen|zwei|drei [glatt*|ganz*] drittel|viertel|fünftel|sechstel|achtel|zehntel "
            "günstiger|weniger|rabatt|billiger|reduziert|nachlass|gespart|gesenkt|runter|ab|weg|abzug|"
            "niedriger",
            "[ein|einem|einen|zwei|drei] drittel|viertel|fünftel|zehntel (vom|des) preis*",
            "auf die hälfte",
            "spar* [du|sie|ihr|dir|ihnen|euch|ihr|euch] [ein|einen|die] drittel|viertel|fünftel|zehntel|"
            "hälfte",
        ),
        "fr": (
            "(à|de|que|un|le) (demi-tarif|demi-prix)",
            "(à|de|que|un|le) demi (tarif|prix)",
            "(baiss*|tomb*|chut*|descend*|dégringol*|fond*|rédui*|allég*|diminu*|recul*|perd*|"
            "retranch*|amput*|rabott*) _4 (d'un|d'une|de|un|une|deux|trois|la) [bon|bonne|petit] "
            "(moitié|tiers|quart|quarts|cinquième|dixième) [de son prix|du prix]",
            "(divis*|coup*) [le|les|leur|son] [prix] (par deux|en deux)",
            "(payer|payez|paie|payes|paies) [que] [la] moitié",
            "[pour|à] (la moitié) (de son|du|de leur) [ancien|vrai] (prix|tarif)",
            "[à] moitié prix",
            "(passe|passent|tombe|tombent) à [la] moitié",
            "[à] moitié moins cher*",
            "[à] [la] moitié du prix",
            "[la] moitié du prix",
            "[un|deux|trois] moitié|tiers|quart*|cinquième*|dixième* (de moins|réduction|remise|rabais)",
            "un|deux|trois tiers|quart*|cinquième*|dixième* moins cher*|chère*",
            "un|deux|trois tiers|quart*|cinquième*|dixième* (du prix)",
            "retire*|enlève*|économis* un tiers|quart|cinquième|dixième",
        ),
        "es": (
            "[a|por] [la] mitad de|del precio",
            "mitad de precio|descuento|rebaja|ahorro",
            "paga|pagas|pague|pagan [solo|sólo|apenas|nomás|únicamente] dos|tres|cuatro "
            "terceras|cuartas|quintas partes",
            "baja|bajan|queda|quedan a la mitad",
            "[un|una|la|dos] tercio*|cuarto|quinto|décimo|(cuarta parte|quinta parte|"
            "décima parte|tercera parte) "
            "menos|(de descuento|rebaja|ahorro)|rebajado|(más barat(o|a)s?)",
            "[un|una|la|dos] tercio*|cuarto|quinto|décimo|(cuarta parte|quinta parte|"
            "décima parte|tercera parte) del precio",
            ("ahorra*|quita*|rebaj*|descont* [te|le] un|una|la tercio|cuarto|quinto|décimo|(cuarta parte|"
            "quinta parte|décima parte|tercera parte)"),
            "ahorra*|quita*|rebaj*|descont*|descuent*|perdon* [te|le] la mitad",
            "quita*|rebaj*|descont*|descuent* _3 (la|una) (tercera|cuarta|quinta|décima) parte",
        ),
    }
)  # fmt: skip


def share_in(text: str, language: str) -> Decimal | None:
    """The percentage that a phrase of `SHARES` takes off; None where it names no part."""
    words = _WORD.findall(text)
    part = next((_PARTS[language][word] for word in words if word in _PARTS[language]), None)
    if part is None:
        return Decimal(50) if "50p" in text else None
    count = next((_COUNTS[word] for word in words if word in _COUNTS), 1)
    share = Decimal(100) * count / part
    return 100 - share if words[0].startswith(("pay", "pag", "zahl")) and count > 1 else share
