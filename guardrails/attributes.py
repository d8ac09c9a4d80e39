"""What products are made of, can do and are certified as: said only where the facts say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bespoke.domain import Finding, Severity
from guardrails.phrases import is_negated
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts, stem

# A concept is one thing a product can be, in the words of four languages. Where the facts have
# any word of the concept, the copy may use any other; `_NEAR` lists what is easily confused.
_CONCEPTS: dict[str, str] = {
    "waterproof": r"waterproof(?:ed)?|wasserdicht\w*|imperméables?|étanches?|impermeables?",
    "fireproof": r"fireproof|flame[ -]retardant|feuerfest\w*|ignifugée?s?|ignífug[oa]s?",
    "unbreakable": (
        r"unbreakable|indestructible|shatterproof|unzerbrechlich\w*|bruchsicher\w*|incassables?|"
        r"irrompibles?"
    ),
    "organic": r"organic(?:ally)?|bio(?:logi(?:que|sch)\w*)?|öko(?:logisch\w*)?|ecológic[oa]s?|orgánic[oa]s?|"
    r"bio-?(?:baumwolle|qualität|zertifiziert\w*)",
    "vegan": r"vegane?[rnms]?|végane?s?|vegan[oa]s?",
    "handmade": r"hand[ -]?(?:made|crafted|thrown|woven|stitched|sewn|painted|blown|carved|knitted|finished|"
    r"forged)|"
    r"handgemacht\w*|handgefertigt\w*|handgewebt\w*|handgenäht\w*|handbemalt\w*|(?:faite?s?|cousue?s?|"
    r"tissée?s?|peinte?s?|"
    r"fabriquée?s?) (?:à la )?main|hech[oa]s? a mano|artesan(?:al|ales|ía)|made by hand",
    "fair_trade": r"fair[ -]?trade|fair gehandelt\w*|commerce équitable|comercio justo",
    "fsc": r"fsc",
    "oeko_tex": r"oeko-?tex|öko-?tex|gots",
    "award": r"(?:red dot|design|gold|silver|food|best) awards?|awards?|prize-winning|auszeichnung\w*|"
    r"ausgezeichnet mit|"
    r"prix (?:du design|d'excellence)|médaille d'or|premio (?:al|de) \w+|medalla de oro",
    "cruelty_free": r"cruelty[ -]free|tierversuchsfrei\w*|non testée?s? sur (?:les )?animaux|sin crueldad",
    "recycled": r"recycled|recycel\w+|recyclée?s?|reciclad[oa]s?|recycling\w*",
    "biodegradable": (
        r"biodegradable|compostable|biologisch abbaubar\w*|kompostierbar\w*|biodégradables?|"
        r"biodegradables?"
    ),
    "carbon_neutral": (
        r"carbon[ -]neutral|climate[ -]neutral|klimaneutral\w*|neutres? en carbone|neutr[oa]s? en carbono"
    ),
    "dishwasher": r"dishwasher(?:[ -]safe)?|spülmaschine\w*|spülmaschinen\w+|lave-vaisselle|lavavajillas",
    "machine_wash": r"machine[ -]washable|waschmaschinenfest\w*|lavables? en machine|lavables? a máquina",
    "hypoallergenic": r"hypo-?allergenic|hypoallergen\w*|hypoallergéniques?|hipoalergénic[oa]s?",
    "scratch": r"scratch[ -](?:proof|resistant)|kratzfest\w*|anti-rayures|antiarañazos",
    "solid": r"solid (?:oak|gold|silver|brass|walnut|wood)|massivholz|massive[rnms]? (?:eiche|gold|silber|"
    r"messing)|(?:chêne|or|argent) massif|"
    r"(?:roble|oro|plata) maciz[oa]",
    "leather": r"(?:real|genuine|full[ -]grain|italian) leather|echtes? leder|echtleder|(?:véritable cuir|"
    r"cuir véritable|cuir pleine fleur)|"
    r"cuero (?:auténtico|genuino)|piel auténtica",
    "genuine": (
        r"(?:genuine|authentic|véritables?|echte[rnms]?) (?:horn|corne|silk|soie|seide|cashmere|cachemire|"
        r"kaschmir|wool|laine|wolle|pearls?|perles?)|(?:corne|soie|cachemire|laine|perles?|"
        r"cuir) (?:[\w']+ ){0,2}véritables?|(?:cuerno|seda|lana|perlas?|cuero) (?:\w+ ){0,2}auténtic[oa]s?"
    ),
    "lining": (
        r"(?:fleece|sherpa|fur|silk)[ -]lin(?:ed|ing)|(?:teddy|fleece|pelz)futter|doublure (?:polaire|"
        r"en \w+)|forro de \w+"
    ),
    "cashmere": r"cashmere|kaschmir\w*|cachemire|cachemir|cachemira",
    "silk": r"(?:pure|real|mulberry) silk|reine seide|soie (?:pure|naturelle)|seda (?:pura|natural)",
    "merino": r"merino\w*|mérinos?",
    "linen": r"(?:pure|washed|belgian|french) linen|reines? leinen|lin (?:pur|lavé)|lino puro",
    "gluten": r"gluten[ -]free|glutenfrei\w*|sans gluten|sin gluten",
    "sugar": r"sugar[ -]free|zuckerfrei\w*|sans sucre|sin azúcar",
    "handpicked": r"hand[ -]?picked|handverlesen\w*|vendangée?s? à la main|recogid[oa]s? a mano",
}
_PATTERNS = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _CONCEPTS.items()}
_HINT_CHARS = 3


def _hints(words: str) -> frozenset[str]:
    """The first letters that a match can start with, read off the expression's alternatives."""
    starts: set[str] = set()
    for alternative in _ALTERNATIVE.findall(words):
        group = _LEADING_GROUP.match(alternative)
        for part in group[1].split("|") if group else [alternative]:
            letters = _FIRST_LETTERS.match(part)
            if letters is None:
                raise ValueError(f"{part!r} does not start with letters")
            starts.add(letters[0][:_HINT_CHARS])
    return frozenset(starts)


_ALTERNATIVE = re.compile(r"(?:^|\|)((?:\((?:[^()]|\([^()]*\))*\)|[^|()])+)")
_LEADING_GROUP = re.compile(r"\(\?:((?:[^()]|\([^()]*\))*)\)")
_FIRST_LETTERS = re.compile(r"^[^\W\d_]+")

# A concept's expression runs only on copy with a word that starts as one of its own.
_HINTS = {name: _hints(words) for name, words in _CONCEPTS.items()}
_NEAR = {
    "waterproof": (
        r"water[ -](?:resistant|repellent)|wasserabweisend\w*|déperlant\w*|repel\w+ (?:al|el) agua|"
        r"hydrofuge"
    ),
    "leather": r"leather[ -]look|faux leather|kunstleder|simili\w*|polipiel",
    "genuine": r"synthetic|synthéti\w+|sintétic\w+|kunst\w+|imitat\w+|faux",
    "organic": r"natural|naturel\w*|natürlich\w*",
}
_MADE_IN = {
    "en": r"(?:made|woven|thrown|crafted|sewn|forged|blown|produced|manufactured|grown|roasted|brewed|"
    r"knitted|built|printed|baked|distilled|cut|dug)"
    r"(?: by hand)? (?:to order )?in |(?:wool|cotton|linen|clay|oak|leather|silk|steel) from ",
    "de": r"(?:hergestellt|gefertigt|gewebt|genäht|produziert|gemacht|geröstet|gebraut|geschmiedet|"
    r"gebrannt) in |made in |"
    r"(?:baumwolle|bio-?baumwolle|wolle|schurwolle|leinen|leder|eiche|seide|edelstahl|stahl) aus ",
    "fr": (
        r"(?:fabriquée?s?|tissée?s?|cousue?s?|faite?s?|produite?s?|forgée?s?|cultivée?s?|soufflée?s?|"
        r"brassée?s?) (?:en|à|au|dans|aux) |made in "
    ),
    "es": (
        r"(?:hech[oa]s?|fabricad[oa]s?|tejid[oa]s?|cosid[oa]s?|cultivad[oa]s?|elaborad[oa]s?|"
        r"producid[oa]s?|forjad[oa]s?) en |made in "
    ),
}
_PLACE = (
    r"(?P<place>(?:(?:the|der|die|dem|den|le|la|les|el|los) )?[A-ZÀ-ÖØ-Þ][\w'’-]+(?: (?:de|du|des|"
    r"am|an der|sur|upon|del|la|el)?\s?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2})"
)


def find_unsupported_attributes(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Capabilities, certificates, awards and materials that the facts do not state."""
    stated = _stated_concepts(facts.text)
    for concept, match in _mentions(reading.folded, reading.word_starts):
        if concept in stated or match[0] in facts.text or is_negated(reading, match.start()):
            continue
        near = _near_fact(concept, facts)
        yield reading.finding(
            "unsupported_attribute",
            Severity.BLOCK if near else Severity.HOLD,
            match.span(),
            f"The facts say “{near}”, not {{}}." if near else "The facts do not say {}.",
            fact=near,
            suggestion=f"Write “{near}”." if near else "Leave it out.",
        )


def _mentions(folded: str, starts: frozenset[str]) -> Iterator[tuple[str, re.Match[str]]]:
    for concept, pattern in _PATTERNS.items():
        if not _HINTS[concept].isdisjoint(starts):
            for match in pattern.finditer(folded):
                yield concept, match


@lru_cache(maxsize=512)
def _stated_concepts(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(text))


def _near_fact(concept: str, facts: SheetFacts) -> str | None:
    found = re.search(_NEAR[concept], facts.text) if concept in _NEAR else None
    return found[0] if found else None


_ORIGIN_HINTS = {language: _hints(words) for language, words in _MADE_IN.items()}


@lru_cache(maxsize=8)
def _origin_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?i:{_MADE_IN[language]})){_PLACE}")


def find_invented_origins(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Places said to be where something is made or comes from that the facts do not name."""
    language = facts.reading_language
    if _ORIGIN_HINTS[language].isdisjoint(reading.word_starts):
        return
    for match in _origin_pattern(language).finditer(reading.cased):
        place = reading.folded[match.start("place") : match.end("place")]
        names = [word for word in re.findall(r"[^\W_]+", place) if len(word) > 3 or word.isupper()]
        if not names or any(stem(word) in facts.stems for word in names):
            continue
        yield reading.finding(
            "unsupported_attribute",
            Severity.BLOCK,
            match.span(),
            "The facts do not say {}.",
            suggestion="State the origin from the facts or leave it out.",
        )
