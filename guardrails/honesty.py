"""Scarcity that is not there, subjects that pretend to be something else, and pressure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from guardrails.fact_texts import ProductFacts
from guardrails.mentions import product_meant
from guardrails.numerals import Number
from guardrails.phrases import is_negated
from guardrails.plain_text import listed
from guardrails.pressure_phrases import PRESSURE, URGENCY
from guardrails.pretense_phrases import PRETENDED
from guardrails.reading import Reading
from guardrails.scarcity_phrases import SCARCE
from guardrails.sheet_facts import SheetFacts

_NO_COUNT = ("%", " %", "€", " €", " ml", " cm", "th", "st", "nd", "rd", ":")
_CURRENCY = ("£", "$", "€")
LOW_STOCK = 10  # "only a few left" is true up to here
_LOOK_BACK = 40

_NOT_STOCK = re.compile(
    r"[ -]?(?:%|[€£$]|"
    r"(?:euro|dollar|pound|buck|cent|franc|peso|centime|céntimo)s?\b|quid\b|pence\b|franken\b|"
    r"(?:more |last |final )?(?:things?|jobs?|questions?|reasons?|steps?|words?|rows?|pages?|chapters?|"
    r"bites?|"
    r"days?|hours?|minutes?|weeks?|months?|years?|sleeps|tage?n?|stunden?|minuten?|wochen?|"
    r"monate?n?|jahre?n?|jours?|heures?|minutes?|semaines?|mois|ans?|días?|horas?|minutos?|semanas?|meses|"
    r"años?|uhr|cm|mm|ml|cl|kg|g|l)\b)"
)
# "Hay 25 colores disponibles" counts what there is to choose from.
_CHOICE = re.compile(
    r" (?:[\w'-]+ ){0,2}(?:colou?rs?|sizes?|shades?|styles?|flavou?rs?|scents?|versions?|models?|languages?|"
    r"designs?|patterns?|farben|farbtöne\w*|größen|modelle|sorten|varianten|ausführungen|muster|sprachen|"
    r"couleurs|coloris|teintes|tailles|modèles|parfums|motifs|langues|variété|colores|tonos|tallas|tamaños|"
    r"modelos|sabores|versiones|idiomas|aromas|motivos|variedad|variedades)(?!\w)"
)
_FROM_TO = re.compile(r"(?<!\w)from [\w.,£$€]{1,12} down to (?:the |our )?$")  # sizes, prices
# Without one of these, or a word on them, no number is said to be left.
_LEFT_WORDS = {
    "en": listed("left remaining remains remain stock round last final down only"),
    "de": listed("nur noch übrig lager vorrätig verfügbar da letzten letzte stück"),
    "fr": listed(
        "reste restent restait plus stock disponibles disponible restants restantes derniers dernières"
    ),
    "es": listed("hay quedan queda quedaban stock disponibles disponible almacén últimas últimos solo sólo"),
}
# What stands before a number, what follows it, and whether the first alone will do.
_LEFT_BEFORE = {
    "en": re.compile(
        r"\b(?:only|just|there(?:'s| is| are)|we have|we've got|down to|final|last)(?: [\w']+){0,2} $"
    ),
    "de": re.compile(r"\b(?:nur|noch|es gibt|wir haben)(?: \w+){0,2} $"),
    "fr": re.compile(r"\b(?:reste|restent|il y a|nous avons|plus que)(?: \w+){0,2} $"),
    "es": re.compile(r"\b(?:hay|tenemos|solo|sólo)(?: \w+){0,2} $"),
}
_LEFT_AFTER = {
    "en": re.compile(r"(?: [\w'-]+){0,4} (?:left|remaining|remains?|in stock|to go round)\b"),
    "de": re.compile(r"(?: [\w-]+){0,3} (?:übrig|auf lager|vorrätig|verfügbar|da)\b"),
    "fr": re.compile(r"(?: [\w'-]+){0,3} (?:en stock|disponibles?|restante?s?)\b"),
    "es": re.compile(r"(?: [\w-]+){0,3} (?:en stock|disponibles?|en el almacén)\b"),
}
_LEFT_ALONE = {
    "en": re.compile(
        r"(?<!\d )(?<!\w)(?:down to (?:our |the |just )?(?:last |final )?|(?:our|the) last |last )$"
    ),
    "de": re.compile(r"\b(?:nur noch|nur mehr|letzten) (?:genau )?$"),
    "fr": re.compile(
        r"\b(?:(?:n'en|ne|n'|en) (?:nous )?restent? (?:plus )?(?:que )?|il reste |plus que |"
        r"(?<!ces )(?:pose\w* |voici |voilà )(?:[\w']+ )?les )$"
    ),
    "es": re.compile(
        r"\b(?:(?:nos )?quedan?(?: sol[oa](?:mente|s)?| sólo| apenas)? |las últimas |los últimos )$"
    ),
}


# "The last few days", "die letzten paar Meter".
_OF_TIME = re.compile(
    r" (?:thousand |hundred |million )?(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|centuries|"
    r"nights?|"
    r"miles?|meters?|metres?|steps?|pages?|times?|chapters?|bites?|crumbs?|leaves|tage?n?|wochen|monate?n?|"
    r"jahre?n?|stunden|minuten|seiten|meter|schritte|jours|semaines|mois|années|heures|pages|pas|días|"
    r"semanas|"
    r"meses|años|horas|páginas|pasos)(?!\w)"
)
_OF_WHAT = re.compile(
    r"(?: on| of|:) (?!th|it|our|us|all|every|stock|size|colo|last|an?\b|who|what|more|before|"
    r"so|we|you|get|buy)([a-z]{3,})"
)


def find_false_scarcity(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Numbers said to be left that are nobody's stock, and "nearly gone" where there is plenty."""
    language = facts.reading_language
    stocks = [p.product.stock for p in facts.products if p.product.stock is not None]
    known = f"in stock: {', '.join(map(str, stocks)) or 'not known'}"
    may_count = not reading.words.isdisjoint(_LEFT_WORDS[language])
    for number in reading.numbers if may_count else ():
        if not _is_said_to_be_left(reading, number, facts):
            continue
        meant = product_meant(reading, facts, number.start)
        if number.values[0] in ([meant.product.stock] if meant is not None else stocks):
            continue
        yield _scarcity(
            reading, (number.start, number.end), "The copy says that {} are left; the facts do not.", known
        )
    few = [p for p in facts.products if p.product.stock is not None and p.product.stock <= LOW_STOCK]
    for match in SCARCE.find(reading, language):
        if few and not _is_of_plenty(reading, facts, match.start(), few):
            continue
        following = _OF_WHAT.match(reading.folded, match.end())
        if following and not facts.knows(following[1]):
            continue  # "running low on milk"
        if _OF_TIME.match(reading.folded, match.end()):
            continue
        if match[0] not in facts.text and not is_negated(reading, match.start()):
            yield _scarcity(
                reading, match.span(), "{} is not so: the facts show no low stock.", known, Severity.HOLD
            )


def _is_of_plenty(reading: Reading, facts: SheetFacts, place: int, few: list[ProductFacts]) -> bool:
    """Whether it is said of one product, of which there is plenty."""
    meant = product_meant(reading, facts, place)
    return meant is not None and meant not in few


def _is_said_to_be_left(reading: Reading, number: Number, facts: SheetFacts) -> bool:
    language, folded = facts.reading_language, reading.folded
    if folded.startswith(_NO_COUNT, number.end) or folded.endswith(_CURRENCY, 0, number.start):
        return False
    before = folded[max(number.start - _LOOK_BACK, 0) : number.start]
    if _FROM_TO.search(before):
        return False
    alone = _LEFT_ALONE[language].search(before)
    if not alone and not _LEFT_BEFORE[language].search(before):
        return False
    follows = _LEFT_AFTER[language].match(folded, number.end)
    # "The last one" is nobody's stock until something says that none are left.
    if not (follows or (alone and number.values[0] > 1)) or _NOT_STOCK.match(folded, number.end):
        return False
    if not alone and _CHOICE.match(folded, number.end):
        return False
    return number.values[0] == int(number.values[0]) and number.values[0] not in facts.prices


def _scarcity(
    reading: Reading, place: tuple[int, int], message: str, known: str, severity: Severity = Severity.BLOCK
) -> Finding:
    return reading.finding(
        "false_scarcity",
        severity,
        place,
        message,
        fact=known,
        suggestion="State the stock from the facts or say nothing of it.",
    )


_FAKE_REPLY = re.compile(
    r"[^\w\n]*(?:\[?(?:ext|external|extern)\]?[: ]*)?"
    r"(?:re|fwd?|aw|wg|tr|rv|antw|sv|ref|rif)(?:\[\d+\]|\^\d|\(\d\))?\s?:"
)


def find_deceptive_subjects(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Subjects that pretend to be a reply, a forward, a letter or a notice about an account."""
    shown = [passage for passage in reading.passages[:2] if passage.field in ("subject", "preheader")]
    if not shown:
        return
    match = _FAKE_REPLY.match(reading.folded, shown[0].start, shown[0].end)
    if match and not _is_about(reading, facts, match):
        yield _deceptive(reading, match.span(), "{} pretends that this is a reply or a forward.")
    for match in PRETENDED.find(reading, facts.reading_language):
        if match.start() >= shown[-1].end:
            break
        if match[0] not in facts.text and not is_negated(reading, match.start()):
            yield _deceptive(
                reading, match.span(), "{} pretends that this is a notice or a letter to one person."
            )


def _is_about(reading: Reading, facts: SheetFacts, prefix: re.Match[str]) -> bool:
    """Whether the prefix is part of a product's title."""
    return any(prefix[0].strip() in product.title for product in facts.products)


def _deceptive(reading: Reading, place: tuple[int, int], message: str) -> Finding:
    return reading.finding(
        "deceptive_subject",
        Severity.BLOCK,
        place,
        message,
        suggestion="Say in the subject what the email is about.",
    )


def find_pressure(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Guilt, shame, threats, and haste for no reason that the facts know."""
    language = facts.reading_language
    for match in PRESSURE.find(reading, language):
        if match[0] not in facts.text and not is_negated(reading, match.start()):
            yield _pressing(
                reading, match, Severity.HOLD, "{} makes the reader feel guilty, ashamed or afraid."
            )
    if facts.sheet.offer is not None and facts.sheet.offer.ends_on is not None:
        return
    for match in URGENCY.find(reading, language):
        if not is_negated(reading, match.start()):
            yield _pressing(reading, match, Severity.NOTE, "{} hurries the reader, and no fact says why.")


def _pressing(reading: Reading, match: re.Match[str], severity: Severity, message: str) -> Finding:
    return reading.finding(
        "pressure", severity, match.span(), message, suggestion="Invite; do not shame or hurry."
    )
