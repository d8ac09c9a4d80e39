"""Where products are made and come from: said only where the facts say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from bespoke.domain import Finding, Severity
from guardrails.fact_texts import FactText
from guardrails.glossary import Glossary, Hit, read_table
from guardrails.lexicon import IndexedText
from guardrails.meanings import glossary, meanings
from guardrails.numerals import LANGUAGES
from guardrails.phrases import is_negated
from guardrails.plain_text import listed
from guardrails.product_words import is_part
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem

_MADE = {
    "en": "(made|hand-made|woven|hand-woven|thrown|hand-thrown|crafted|hand-crafted|sewn|stitched|"
    "forged|blown|produced|"
    "manufactured|grown|harvested|roasted|brewed|knitted|knit|built|printed|baked|distilled|cut|dug|"
    "poured|pressed|"
    "milled|spun|dyed|cast|fired|bottled|tanned|bound|assembled|carved|turned|designed|raised|picked|"
    "hatched|born|"
    "caught|smoked|cured|aged|blended|fermented|tinned|finished|loomed|quilted|welded) _3 "
    "(in|on|near|outside); "
    "made-in",
    "de": "(hergestellt|gefertigt|handgefertigt|gewebt|genäht|produziert|gemacht|handgemacht|geröstet|"
    "gebraut|geschmiedet|"
    "gebrannt|gestrickt|gedruckt|gebacken|gekeltert|abgefüllt|angebaut|gegossen|gebaut|geerntet|"
    "gewachsen|gegerbt|"
    "getöpfert|gedreht|gepresst|destilliert|geschliffen|entworfen|montiert|gezogen|geblasen|geschnitzt) "
    "(in|im|am|auf|bei); "
    "(gestrickt|gewebt|genäht|hergestellt|gefertigt|produziert|geröstet|gebraut|geschmiedet|gebrannt|"
    "gegossen|gebaut|abgefüllt) "
    "(wird|werden|wurde|wurden|ist|sind|haben|hat) _3 (in|im|auf); "
    "made in",
    "fr": "(fabriqué|tissé|cousu|fait|produit|forgé|cultivé|soufflé|brassé|torréfié|imprimé|tricoté|"
    "moulu|coulé|récolté|"
    "élevé|tanné|tourné|relié|distillé|assemblé|conçu|confectionné|façonné|élaboré|cuit|pressé|"
    "embouteillé|pêché|"
    "affiné|brodé|sculpté|taillé|dessiné|fumé)(e|s|es)? _3 (en|à|au|dans|aux|sur|près de); made in",
    "es": "(hech|fabricad|tejid|cosid|cultivad|elaborad|producid|forjad|tostad|impres|cosechad|vertid|"
    "confeccionad|"
    "bordad|curtid|tallad|destilad|embotellad|prensad|criad|diseñad|recogid|pescad|ahumad|curad|soplad|"
    "tornead|"
    "encuadernad|ensamblad|moldead|hornead|cocid)(o|a)(s)? _3 en; made in",
}
_COMES = {
    "en": "(comes|come|hails|hail|sourced|imported|shipped|straight|arrive|arrives|fresh) _2 from",
    "de": "(kommt|kommen|stammt|stammen|bezogen|importiert|direkt|bezieht|beziehen) _3 aus",
    "fr": "(vient|viennent|provient|proviennent|importé|importés|importée|importées|arrive|arrivent|tout "
    "droit) _2 (de|du|des|d'*)",
    "es": "(viene|vienen|procede|proceden|proviene|traíd|importad|llega|llegan|venid)(o|a|os|as)? _2 "
    "(de|del|desde)",
}
_NAME = re.compile(
    r"\s?(?:(?:the|der|die|das|dem|den|la|le|les|el|los|las|l')\s?)?(?P<place>[A-ZÀ-ÖØ-Þ][\w'’-]+"
    r"(?: (?:(?:de|du|des|am|an der|sur|upon|del|la|el|of|on|im) )?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2})"
)
_NO_PLACES = listed(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday januar februar märz mai juni juli oktober dezember montag "
    "dienstag mittwoch donnerstag freitag samstag sonntag handarbeit ruhe form holz stein eiche größe "
    "größen gr farbe farben sorten ofen eigenregie kleinserie serie einzelstücken stücken minuten stunden "
    "tagen wochen jahren den zwei drei vier bio kleinen winter sommer herbst frühling spring summer "
    "autumn xs s m l xl xxl qualität maß auflage ihnen ihrem ihrer ihren dir euch uns"
)
_WORDS = re.compile(r"[^\W_]+")
_OF = re.compile(r"([^\W\d_]+) (?:from|aus|aus der|du|de|d'|des|del|de la)(?: the| der| dem)? ?$")


@cache
def _places() -> Glossary:
    return Glossary(read_table("places.toml"))


@cache
def _phrases() -> Glossary:
    return Glossary({"made": _MADE, "comes": _COMES})


def find_invented_origins(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Places said to be where something is made or comes from that the facts do not name."""
    language = facts.reading_language
    said, places = _phrases().find(reading, language), _places().find(reading, language)
    if not said and not places:
        return
    stated = _stated_countries(facts) | _home(facts)
    named = set()
    for hit in said:
        match = _NAME.match(reading.cased, hit.end)
        if match is None or is_negated(reading, hit.start):
            continue
        named.add(match.start("place"))
        if not _is_stated(match["place"].lower(), stated, facts):
            yield _finding(reading, (hit.start, match.end()), facts)
    for hit in places:
        if hit.meaning in stated or hit.start in named or not reading.cased[hit.start].isalpha():
            continue
        if _is_of_a_product(reading, hit, facts) and not is_negated(reading, hit.start):
            yield _finding(reading, (hit.start, hit.end), facts)


def _finding(reading: Reading, place: tuple[int, int], facts: SheetFacts) -> Finding:
    known = ", ".join(sorted(_stated_countries(facts)))
    return reading.finding(
        "unsupported_attribute",
        Severity.BLOCK,
        place,
        "The facts do not say {}.",
        fact=f"places in the facts: {known}" if known else "no place of origin",
        suggestion="State the origin from the facts or leave it out.",
    )


@lru_cache(maxsize=512)
def _home(facts: SheetFacts) -> frozenset[str]:
    """The shop's own country, where the facts name a place that something is made at."""
    _, _, region = facts.sheet.locale.replace("_", "-").partition("-")
    has_a_place = any(_phrases().find(text.indexed, text.language) for text in facts.texts)
    if not has_a_place or _stated_countries(facts):
        return frozenset()
    return frozenset({_COUNTRIES[region]}) if region in _COUNTRIES else frozenset()


_COUNTRIES = {
    "GB": "uk", "US": "usa", "CA": "canada", "IE": "ireland", "AU": "australia", "NZ": "newzealand",
    "DE": "germany", "AT": "austria", "CH": "switzerland", "FR": "france", "BE": "belgium",
    "ES": "spain", "MX": "mexico", "AR": "argentina", "CO": "colombia", "CL": "chile", "PE": "peru",
}  # fmt: skip


_NAMED_AFTER = re.compile(r"grande-bretagne|gran bretaña")  # and not the place in it


@lru_cache(maxsize=512)
def _stated_countries(facts: SheetFacts) -> frozenset[str]:
    return frozenset[str]().union(*map(_countries_in, facts.texts))


@lru_cache(maxsize=4096)
def _countries_in(text: FactText) -> frozenset[str]:
    places = IndexedText(_NAMED_AFTER.sub(" ", text.folded))
    looked_at = [*((text.indexed, language) for language in LANGUAGES), (places, "within")]
    return frozenset(hit.meaning for where, which in looked_at for hit in _places().find(where, which))


# Words of several countries' names, which tell nothing alone.
_OF_MANY_NAMES = listed(
    "united kingdom states republic vereinigte vereinigten staaten königreich republik royaume uni unis "
    "états république reino unido unidos estados república great grande gran new neu nouvelle nueva"
)


def _is_stated(place: str, stated: frozenset[str], facts: SheetFacts) -> bool:
    """Whether the facts name a place, or one within it; or it is no place at all."""
    names = [word for word in _WORDS.findall(place) if len(word) > 2]
    telling = [word for word in names if word not in _OF_MANY_NAMES]
    if (
        not names
        or names[0] in _NO_PLACES
        or any(word in facts.words or stem(word) in facts.stems for word in telling)
    ):
        return True
    countries = _places().find(IndexedText(place), facts.reading_language)
    return any(hit.meaning in stated for hit in countries)


def _is_of_a_product(reading: Reading, hit: Hit, facts: SheetFacts) -> bool:
    """Whether a country's name or adjective says where a product or its material is from."""
    words = (facts.reading_language, facts)
    before = reading.folded[max(hit.start - 32, reading.sentence_at(hit.start)[0]) : hit.start]
    source = _OF.search(before)
    if source is not None:
        return _is_of_ours(source[1], *words)
    after = reading.folded[hit.end : hit.end + 24]
    following = re.match(r" (?:[^\W\d_]+ )?([^\W\d_]+)", after)
    first = re.match(r" ([^\W\d_]+)", after)
    if facts.reading_language in ("en", "de"):
        if first is not None and first[1] in _CRAFT:
            return True
        return any(match is not None and _is_material(match[1], words[0]) for match in (first, following))
    last = re.search(r"([^\W\d_]+) $", before)
    return last is not None and (last[1] in _CRAFT or _is_material(last[1], words[0]))


_CRAFT = listed(
    "design craftsmanship workmanship made handiwork engineering manufacture handwerk handwerkskunst "
    "handarbeit "
    "qualitätsarbeit fertigung wertarbeit produktion savoir-faire fabrication artisanat conception diseño "
    "artesanía "
    "fabricación hechura"
)


def _is_of_ours(word: str, language: str, facts: SheetFacts) -> bool:
    return facts.names(word) or is_part(word, language) or _is_material(word, language)


@lru_cache(maxsize=4096)
def _is_material(word: str, language: str) -> bool:
    known = meanings()
    return any(known[hit.meaning].kind == "material" for hit in glossary().find(IndexedText(word), language))
