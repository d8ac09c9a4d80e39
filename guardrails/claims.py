"""Claims a shop must be able to prove: superlatives, guarantees, health, and what a product is or can."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bespoke.domain import Finding, Severity
from guardrails.numerals import find_numbers
from guardrails.offers import is_stated
from guardrails.phrases import Phrases, is_negated
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_EN_PLACE = (
    r"(?:the )?(?:world|country|land|nation|planet|market|business|uk|us|usa|britain|england|scotland|"
    r"ireland|wales|europe|america|"
    r"london|internet|universe|industry|galaxy)"
)

_SUPERLATIVES = Phrases(
    {
        "en": (
            r"#1|no\. ?1|number[ -]one|nr\. ?1",
            (
                r"(?:world|britain|america|europe|england|nation|country)'s (?:\w+ )?(?:\w+est|best|most \w+|"
                r"favou?rite|leading)"
            ),
            (
                rf"(?:best|finest|greatest|\w{{3,}}est|most \w+|only)(?: [\w'-]+){{0,4}} (?:in|"
                rf"on) (?:all of |"
                rf"all )?{_EN_PLACE}"
            ),
            r"(?:best|finest|greatest|[a-z]{3,}est|most [a-z]+)(?: [\w'-]+){0,4} (?:ever|anywhere|"
            r"of all time|money can buy|"
            r"you(?:'ll| will| can| could|'ve)? (?:ever|possibly|find|put|own|buy|wear|use|get|taste)\w*)",
            r"(?:unbeatable|unrivall?ed|unmatched|unparalleled|world[ -]class|second to none|"
            r"best[ -]in[ -]class|"
            r"best[ -]?sell(?:er|ers|ing)|market[ -]leading|award[ -]winning|like no other)",
            (
                r"(?:nobody|no one|no other|nothing) (?:else )?(?:[\w'-]+ ){0,3}(?:makes?|does|sells?|beats?|"
                r"comes close)(?: \w+){0,2} (?:better|finer|close)?"
            ),
        ),
        "de": (
            r"nr\. ?1|nummer eins|platz eins",
            r"(?:der|die|das|den|dem|am) (?:\w+ ){0,2}?\w{3,}ste[nrms]?(?: [\w-]+){0,4} (?:der welt|welt|"
            r"europas|deutschlands|österreichs|"
            r"auf dem markt|aller zeiten|überhaupt|weit und breit|im land|im netz|des landes|des jahres|"
            r"die es gibt)",
            (
                r"(?:\w+ste[nrms]?|beste[nrms]?) (?:[\w-]+ ){0,2}(?:europas|deutschlands|österreichs|"
                r"der welt|"
                r"aller zeiten|auf dem markt)"
            ),
            (
                r"weltbeste\w*|weltklasse|unschlagbar\w*|unübertroffen\w*|konkurrenzlos\w*|marktführ\w+|"
                r"preisgekrönt\w*|bestseller"
            ),
        ),
        "fr": (
            r"n° ?1|numéro (?:1|un)",
            r"(?:le|la|les) (?:meilleure?s?|plus \w+)(?: [\w'-]+){0,5} (?:du monde|au monde|de france|"
            r"d'europe|du marché|du pays|de paris|"
            r"jamais|de tous les temps|qui (?:soit|existe)|que vous|de la planète|jamais \w+)",
            r"imbattables?|inégalée?s?|sans égale?s?|incomparables?|meilleures ventes|best-seller|primée?s?",
        ),
        "es": (
            r"n\.?º ?1|número uno|número 1",
            r"(?:el|la|los|las) (?:mejor(?:es)?|[\w ]{1,40}? más \w+)(?: [\w'-]+){0,5} (?:del mundo|"
            r"de españa|de europa|del mercado|del país|"
            r"jamás|nunca|de todos los tiempos|que existe\w*|que hay|que se ha\w*|que hayas?|"
            r"que encontrar\w+)",
            (
                r"insuperables?|inmejorables?|imbatibles?|sin igual|incomparables?|premiad[oa]s?|(?:el|la|"
                r"los|"
                r"las) más vendid[oa]s?|superventas"
            ),
        ),
    }
)


def find_unsupported_superlatives(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Best, first, -est of all, where no allowed claim says so."""
    for match in _SUPERLATIVES.find(reading, facts.reading_language):
        if is_stated(match[0], facts) or is_negated(reading, match.start()):
            continue
        yield reading.finding(
            "unsupported_superlative",
            Severity.HOLD
            if match[0].startswith(("best", "only", "nobody", "no", "nothing"))
            else Severity.BLOCK,
            match.span(),
            "{} claims a first place that the facts do not support.",
            fact=f"allowed claims: {'; '.join(facts.sheet.brand.allowed_claims) or 'none'}",
            suggestion="Say what is good about it instead.",
        )


_GUARANTEES = Phrases(
    {
        "en": (
            r"money[ -]back",
            (
                r"(?:every|your|all your|full) (?:\w+ )?(?:penny|dollar|cent|money|pound)s? (?:of (?:your|"
                r"the) money )?back"
            ),
            r"(?:get|have|give you|claim)(?: \w+){0,3} (?:penny|dollar|cent|money)(?: [\w']+){0,4} back",
            r"(?:full |no-questions )?refund(?:ed|s)?(?: in full)?",
            (
                r"(?:guarantee[ds]?|warrant(?:y|ies|"
                r"ed))(?: for (?:as long as you \w+(?: \w+){0,2}|life|\w+ years?))?"
            ),
            r"no questions asked|risk[ -]free|satisfaction guaranteed",
        ),
        "de": (
            r"geld[ -]zurück(?:[ -]garantie)?|geld (?:\w+ ){0,2}zurück",
            (
                r"garantie(?: auf lebenszeit)?|"
                r"garantiert(?:e[rnms]?)?|lebenslang\w* garantie"
            ),
            r"(?:erstatten|erstattet|rückerstattung)|ohne risiko|risikofrei",
        ),
        "fr": (
            r"(?:satisfaite? ou )?rembours(?:ée?s?|ons|é intégralement|ement)",
            r"garanties? (?:à vie|\d+ ans|de \d+ ans|\w+ ans)|garanti(?:e|es|s|r|ssons|t)?(?: à vie)?",
            r"sans (?:aucun )?risque",
        ),
        "es": (
            r"(?:te |le |os )?devolvemos (?:el|tu|su) dinero|devolución del dinero|reembols\w+",
            r"garantía(?: de por vida| vitalicia| de (?:\d+|\w+) años)?|garantizad[oa]s?|garantizamos",
            r"sin (?:ningún )?riesgo",
        ),
    }
)
_FOR_LIFE = re.compile(
    r"lifetime|for life|as long as you|lebenslang|auf lebenszeit|à vie|de por vida|vitalici"
)
_MONEY_BACK = re.compile(r"money|penny|dollar|cent |refund|geld|erstatt|rembours|dinero|reembols|devol")
_YEARS = re.compile(r"[- ](?:years?|jahre?n?|ans?|años?)\b|jährig")


def find_unsupported_guarantees(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Guarantees and refunds that the facts do not promise, or not for so long."""
    promised = [claim for claim in facts.claims if _is_guarantee(claim)]
    for match in _GUARANTEES.find(reading, facts.reading_language):
        if is_negated(reading, match.start()):
            continue
        sentence = reading.sentence_text(match.start())
        if any(_covers(claim, match[0], sentence, facts.reading_language) for claim in promised):
            continue
        yield reading.finding(
            "guarantee",
            Severity.BLOCK
            if promised or _MONEY_BACK.search(match[0]) or _FOR_LIFE.search(sentence)
            else Severity.HOLD,
            match.span(),
            "The facts do not promise {}.",
            fact="; ".join(facts.sheet.brand.allowed_claims) or "no guarantee",
            suggestion="Promise only what the facts do, in their words.",
        )


def _is_guarantee(text: str) -> bool:
    return any(
        (found := _GUARANTEES.pattern(name)) and found.search(text) for name in ("en", "de", "fr", "es")
    )


def _covers(claim: str, promise: str, sentence: str, language: str) -> bool:
    """Whether a claim promises as much: the same kind, for as long."""
    if _MONEY_BACK.search(promise) and not _MONEY_BACK.search(claim):
        return False
    if _FOR_LIFE.search(promise) or (_FOR_LIFE.search(sentence) and not _YEARS.search(claim)):
        return bool(_FOR_LIFE.search(claim))
    if _FOR_LIFE.search(sentence) and not _FOR_LIFE.search(claim):
        return False
    return _years(sentence, language) <= _years(claim, language) or not _years(sentence, language)


def _years(text: str, language: str) -> set[Decimal]:
    return {number.values[0] for number in find_numbers(text, language) if _YEARS.match(text, number.end)}


_HEALTH_EFFECTS = Phrases(
    {
        "en": (
            r"cures?|heals?|treats?|relieves?|eases?|lowers?|boosts?|prevents?|fights?|clears? (?:up )?|"
            r"calms?|reduces?|soothes?|"
            r"gets? rid of|wards? off|banish(?:es)?|protects? against|skip|beats?|stops?|helps? with|"
            r"good for",
        ),
        "de": (
            r"heilt|heilen|lindert|lindern|senkt|senken|stärkt|stärken|hilft (?:gegen|bei)|beugt|befreit|"
            r"vertreibt|"
            r"schützt vor|reduziert|bekämpft|verhindert",
        ),
        "fr": (
            r"guéri(?:t|r|ssent)|soulage(?:nt|r)?|soigne(?:nt|r)?|réduit|apaise(?:nt)?|renforce(?:nt)?|"
            r"prévient|élimine(?:nt)?|"
            r"fait baisser|combat|protège contre|chasse",
        ),
        "es": (
            r"cura[nr]?|alivia[nr]?|sana[nr]?|baja[nr]?|reduce[nr]?|refuerza[nr]?|previene[nr]?|"
            r"combate[nr]?|elimina[nr]?|"
            r"fortalece|protege contra|olvid\w+|calma",
        ),
    }
)
_AILMENTS = Phrases(
    {
        "en": (
            r"anxiety|insomnia|eczema|psoriasis|arthritis|inflam\w+|depression|migraines?|headaches?|"
            r"cholesterol|blood pressure|"
            r"flu|colds?|diabetes|cancer|immun\w+|toxins?|aches|joint pain|inflamed joints|acne|allerg\w+|"
            r"asthma|infections?|"
            r"back pain|heart disease|dementia|bloating|indigestion|fatigue|hair loss|cramps|stress levels",
        ),
        "de": (
            r"angst\w*|schlaflosigkeit|schlafstörung\w*|ekzeme?|neurodermitis|schuppenflechte|arthrose|"
            r"arthritis|entzündung\w*|"
            r"depression\w*|migräne|kopfschmerz\w*|cholesterin\w*|blutdruck|grippe|erkältung\w*|diabetes|"
            r"krebs|immun\w+|"
            r"rückenschmerz\w*|gelenkschmerz\w*|allergi\w+|asthma|infektion\w*|akne|verdauungs\w+",
        ),
        "fr": (
            r"anxiété|insomnies?|eczéma|psoriasis|arthrite|arthrose|inflammations?|dépression|migraines?|"
            r"maux de tête|cholestérol|"
            r"tension artérielle|grippe|rhumes?|diabète|cancer|immunit\w+|toxines|mal de dos|allergies?|"
            r"asthme|acné|infections?|"
            r"douleurs?",
        ),
        "es": (
            r"ansiedad|insomnio|eccemas?|psoriasis|artritis|artrosis|inflamaci\w+|depresión|migrañas?|"
            r"dolor(?:es)? de \w+|colesterol|"
            r"tensión|presión arterial|gripe|resfriados?|diabetes|cáncer|defensas|inmun\w+|toxinas|"
            r"alergias?|asma|acné|infecciones",
        ),
    }
)
_HEALTH_ALONE = Phrases(
    {
        "en": (
            r"clinically (?:proven|tested)|doctor[ -]recommended|detox\w*|lose weight|weight[ -]loss|"
            r"burns? fat|"
            r"therapeutic|medicinal|healing (?:powers?|properties)|anti-?inflammatory|antibacterial|"
            r"boosts? your immun\w+",
        ),
        "de": (
            r"klinisch (?:getestet|bewiesen|erwiesen)|ärztlich empfohlen|entgift\w+|fettverbrenn\w+|"
            r"heilend\w*|heilkräfte|"
            r"entzündungshemmend\w*|antibakteriell\w*|macht schlank",
        ),
        "fr": (
            r"cliniquement (?:prouvée?s?|testée?s?)|recommandée?s? par (?:les|des) médecins|détox\w*|"
            r"perdre du poids|brûle-graisses?|"
            r"thérapeutiques?|anti-inflammatoires?|antibactérien\w*|fait maigrir",
        ),
        "es": (
            r"clínicamente (?:probad[oa]s?|testad[oa]s?|demostrad[oa]s?)|"
            r"recomendad[oa]s? por (?:los )?médicos|detox\w*|"
            r"perder peso|quemagrasas|terapéutic[oa]s?|antiinflamatori[oa]s?|antibacterian[oa]s?|"
            r"adelgaza\w*|pastillas",
        ),
    }
)


def find_health_claims(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Promises of a cure, a relief or a prevention that the facts do not make."""
    language = facts.reading_language
    for match in _AILMENTS.find(reading, language):
        start, end = reading.sentence_at(match.start())
        effects = _HEALTH_EFFECTS.pattern(language)
        if match[0] in facts.text or effects is None or not effects.search(reading.folded, start, end):
            continue
        yield _health(reading, match.span(), Severity.BLOCK)
    for match in _HEALTH_ALONE.find(reading, language):
        if not is_stated(match[0], facts) and not is_negated(reading, match.start()):
            yield _health(reading, match.span(), Severity.HOLD)


def _health(reading: Reading, place: tuple[int, int], severity: Severity) -> Finding:
    return reading.finding(
        "health_claim",
        severity,
        place,
        "The sentence with {} promises an effect on health that the facts do not.",
        suggestion="Leave the effect out.",
    )
