"""Claims a shop must be able to prove: first places, guarantees, and effects on health."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from bespoke.domain import Finding, Severity
from guardrails import ailments
from guardrails import superlative_phrases as superlatives
from guardrails.first_place_phrases import FIRST_PLACES
from guardrails.guarantee_phrases import CONDITIONS, GUARANTEES, NO_PROMISE, REMEDIES
from guardrails.health_phrases import HEALTH_CLAIMS
from guardrails.numerals import find_numbers
from guardrails.phrases import is_denied_around, is_negated
from guardrails.plain_text import fold, listed
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem

Place = tuple[int, int]
_SAYS = re.compile(r"(?<!\w)(?:is|are|was|were|ist|sind|war|est|sont|es|son)(?!\w)")  # another clause
_NEAR = 64  # characters between a superlative and what it is the first of
# Where products have numbers, the first is one of them.
_NUMBERED = re.compile(r"(?<!\w)(?:no\. ?|nr\. ?|n° ?|#)\d")
_RANKED = re.compile(
    r"(?<!\w)(?:(?<!reason )(?<!rule )(?<!step )(?<!tip )(?<!lesson )(?<!job )(?<!priority )(?<!fan )no\. ?1|"
    r"n(?:\.? ?º|°|r\.) ?1)(?![\w.,]\d|\d)|"
    # after a noun it only counts: "toast #1"
    r"(?:(?<!\w )|(?<=the )|(?<=our )|(?<=ere )|(?<=der )|(?<=die )|(?<=das )|(?<=are )|(?<=is )|(?<=le )|"
    r"(?<=la )|(?<=el )|(?<=of )|(?<=as )|(?<='s )|(?<=ed ))#1(?!\d)"
)


def _has_number_one(reading: Reading) -> bool:
    """Whether a 1 has a number sign before it, or an n; few have, and telling which takes long."""
    before = (reading.folded[max(place - 5, 0) : place] for place in reading.places.get("1", ()))
    return any("#" in text or "n" in text for text in before)


@lru_cache(maxsize=2048)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, re.findall(r"[^\W_]+", text)))


_LINKS = frozenset(
    map(stem, listed("the in of on at to der die das im von le la les de du des en el los las"))
)


def _is_stated(phrase: str, facts: SheetFacts) -> bool:
    """Whether one sentence of the facts has every word of `phrase`, endings aside."""
    return phrase in facts.text or any(_stems(phrase) - _LINKS <= _stems(claim) for claim in facts.claims)


def find_unsupported_superlatives(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Best, first, -est of all, or better than everybody else's, where no allowed claim says so."""
    language = facts.reading_language
    certain = {*_firsts_of_all(reading, language), *_unequalled(reading, language)}
    likely = {match.span() for match in FIRST_PLACES.find(reading, language)}
    if _has_number_one(reading) and not _NUMBERED.search(facts.text):
        certain.update(match.span() for match in _RANKED.finditer(reading.folded))
    for place in _apart(sorted(certain | likely)):
        phrase = reading.folded[place[0] : place[1]]
        if _is_stated(phrase, facts) or is_negated(reading, place[0]):
            continue
        if "one and only" in phrase and any(product.product.stock == 1 for product in facts.products):
            continue
        if place not in certain and superlatives.NOT_OF_PRODUCTS.match(reading.folded, place[1]):
            continue
        yield reading.finding(
            "unsupported_superlative",
            Severity.BLOCK if place in certain else Severity.HOLD,
            place,
            "{} claims a first place that the facts do not support.",
            fact=f"allowed claims: {'; '.join(facts.sheet.brand.allowed_claims) or 'none'}",
            suggestion="Say what is good about it instead.",
        )


def _firsts_of_all(reading: Reading, language: str) -> Iterator[Place]:
    """Superlatives with the world, the market or all time in the same breath."""
    pattern, folded = superlatives.SUPERLATIVES[language], reading.folded
    for scope in superlatives.SCOPES.find(reading, language):
        first, last = reading.sentence_at(scope.start())
        start, end = max(first, scope.start() - _NEAR), scope.start()
        if language == "de":
            end = min(last, _word_end(folded, scope.end() + _NEAR // 2))  # "Europas hellste Leuchte"
        near = [match for match in pattern.finditer(folded, start, end) if _ranks(reading, match, scope)]
        if near:
            yield min(near[-1].start(), scope.start()), max(near[-1].end(), scope.end())


def _word_end(folded: str, place: int) -> int:
    while folded[place : place + 1].isalnum():
        place += 1
    return place


def _unequalled(reading: Reading, language: str) -> Iterator[Place]:
    """ "A lighter one you will not find": a comparative, and looking for it in vain."""
    for search in superlatives.IN_VAIN.find(reading, language):
        start, end = reading.sentence_at(search.start())
        start, end = max(start, search.start() - _NEAR), min(end, search.end() + _NEAR)
        for match in superlatives.COMPARATIVES[language].finditer(reading.folded, start, end):
            if match[0] not in superlatives.NOT_COMPARATIVES:
                yield min(match.start(), search.start()), max(match.end(), search.end())
                break


def _ranks(reading: Reading, match: re.Match[str], scope: re.Match[str]) -> bool:
    word = match[0].rsplit(" ", 1)[-1]
    if _SAYS.search(reading.folded, match.end(), scope.start()) or (
        word == "only" and scope[0].startswith("ever")
    ):
        return False
    if word in superlatives.NOT_SUPERLATIVES or superlatives.NOT_OF_PRODUCTS.match(
        reading.folded, match.end()
    ):
        return False
    own = superlatives.OWN_RANGE
    if scope[0].startswith(("ever", "we", "jamais", "nunca", "jamás", "je")):
        return not own.search(reading.folded, max(match.start() - 12, 0), scope.end() + 8)
    return True


def _apart(places: list[Place]) -> Iterator[Place]:
    """Places that do not overlap, the first of those that do."""
    last = -1
    for start, end in places:
        if start >= last:
            yield start, end
            last = end


_FOR_LIFE = re.compile(
    r"lifetime|lifelong|for life|however (?:long|old)|whoever owns|no matter (?:how|when)|egal,? wie|peu "
    r"importe|as long as you|lebenslang|auf lebenszeit|ein leben lang|à vie|de por vida|vitalici"
)
_KINDS = {
    "money": re.compile(
        r"money|penny|pennies|dollar|cent\b|quid|refund|reimburs|every pound|every euro|geld|erstatt|jeden "
        r"cent|kaufpreis|"
        r"rembours|argent|centime|dinero|reembols|devol|céntimo|importe"
    ),
    "repair": re.compile(
        r"repair|replac|mend|fix|swap|exchang|repar|répar|rempla|échang|ersatz|ersetz|tausch|réparat|cambi|"
        r"repon|"
        r"sustitu|arregl"
    ),
    "return": re.compile(
        r"return|send|trial|try|test|probe|probier|zurück|umtausch|rückgabe|retour|renv|essa|essai|prueb|"
        r"prob|devuel|devol"
    ),
}
_TERM_DAYS = (
    (
        re.compile(r"[- ](?:days?|tage?n?|nights?|nächten?|jours?|nuits?|días?|noches?)\b|-?tägig|[- ]?tage"),
        Decimal(1),
    ),
    (re.compile(r"[- ](?:weeks?|wochen?|semaines?|semanas?)\b"), Decimal(7)),
    (re.compile(r"[- ](?:months?|monate?n?|mois|mes(?:es)?)\b"), Decimal("30.4375")),
    (re.compile(r"[- ](?:years?|jahre?n?|ans?|années?|años?)\b|-?jährig"), Decimal("365.25")),
)


_UNCONDITIONAL = re.compile(
    r"questions?\b|(?:don't|won't|not) ask|matter|wenn und aber|rückfragen|sans condition|poser de question|"
    r"preguntas|pase lo que pase|da igual|egal"
)
_IF = re.compile(
    r"(?<!\w)(?:if|should|unless|wenn|falls|sollte|si|s'ils?)(?!\w)"
)  # its "not" denies no promise


# "Nehmen wir zehn Prozent zurück" is a discount.
_SHARE = re.compile(r"%|prozent|percent|pour cent|por ciento")
# "There is no guarantee".
_NONE = re.compile(r"(?<!\w)(?:no|not|nicht|non|pas|without any|keinerlei|keine?|aucune|sin ninguna) $")
# "We guarantee no fish": what follows denies the promise.
_OF_NOTHING = re.compile(
    r" (?:(?:ihnen|dir|euch|you|te|le|os|vous) )?(?:no|nothing|kein\w*|nichts|nicht|pas (?:de|"
    r"d'|que|le|la)|rien|"
    r"niemand\w*|aucune?|ningún|ninguna|nada)(?!\w)(?! (?:questions|risk|fuss|quibbles))"
)


_WITHOUT_WARRANTY = re.compile(
    r"(?<!\w)(?:ohne (?:jede )?gewähr|sans garantie|sin garantía|no guarantees?)(?!\w)"
)


def find_unsupported_guarantees(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Promises to pay back, replace or take back that the facts do not make, or not for so long."""
    language = facts.reading_language
    places = [match.span() for match in GUARANTEES.find(reading, language)]
    places.extend(_remedies(reading, language))
    for place in _apart(sorted(places)):
        phrase, sentence = reading.folded[place[0] : place[1]], reading.sentence_text(place[0])
        if is_negated(reading, place[0]) and not _IF.search(sentence):
            continue
        if language == "fr" and is_denied_around(reading, place[0]):
            continue
        if (
            _SHARE.search(phrase)
            or _OF_NOTHING.match(reading.folded, place[1])
            or _WITHOUT_WARRANTY.search(sentence)
            or _NONE.search(reading.folded, max(place[0] - 20, 0), place[0])
        ):
            continue
        if NO_PROMISE.search(reading.folded, max(place[0] - 40, 0), place[0]):
            continue
        beyond = reading.folded[place[0] : reading.sentence_at(reading.sentence_at(place[0])[1])[1]]
        if any(_covers(claim, phrase, sentence + beyond, language) for claim in facts.claims):
            continue
        if any(_repeats(sentence, fold(claim)) for claim in facts.sheet.brand.allowed_claims):
            continue
        sure = (
            any(map(_is_guarantee, facts.sheet.brand.allowed_claims))
            or _KINDS["money"].search(phrase)
            or _FOR_LIFE.search(sentence)
        )
        yield reading.finding(
            "guarantee",
            Severity.BLOCK if sure else Severity.HOLD,
            place,
            "The facts do not promise {}.",
            fact="; ".join(facts.sheet.brand.allowed_claims) or "no guarantee",
            suggestion="Promise only what the facts do, in their words.",
        )


def _remedies(reading: Reading, language: str) -> Iterator[Place]:
    """ "If it does not suit you" with something to be done about it, up to the next sentence's end."""
    conditions = CONDITIONS.find(reading, language)
    remedies = REMEDIES.find(reading, language) if conditions else []
    for condition in conditions:
        end = reading.sentence_at(reading.sentence_at(condition.start())[1])[1]
        after = [remedy.end() for remedy in remedies if condition.start() <= remedy.start() < end]
        if after:
            yield condition.start(), after[0]


def _is_guarantee(text: str) -> bool:
    return bool(re.search(r"guarant|warrant|garant", text)) or any(
        kind.search(text) for kind in _KINDS.values()
    )


def _covers(claim: str, promise: str, sentence: str, language: str) -> bool:
    """Whether a claim promises as much: the same kind, for as long."""
    kinds = [kind for kind in _KINDS.values() if kind.search(promise)]
    if _KINDS["money"] not in kinds and _terms(claim, language) & _terms(sentence, language):
        return True
    if _KINDS["money"] in kinds and not _KINDS["money"].search(claim):
        return False
    if kinds and not any(kind.search(claim) for kind in kinds):
        return False
    if _UNCONDITIONAL.search(promise) and not _UNCONDITIONAL.search(claim):
        return False
    if not kinds and not re.search(r"guarant|warrant|garant", claim):
        return False
    terms = _terms(claim, language)
    if _FOR_LIFE.search(promise) or (_FOR_LIFE.search(sentence) and not terms):
        return bool(_FOR_LIFE.search(claim))
    if _FOR_LIFE.search(sentence) and not _FOR_LIFE.search(claim):
        return False
    said = _terms(sentence, language)
    return not said or not terms or bool(said & terms)


_TELLING = 3  # letters
_MOST_CLAIM_WORDS = 12  # of a claim that a sentence can be said to repeat


def _repeats(sentence: str, claim: str) -> bool:
    """Whether a sentence has a claim's figures and two in three of its telling words, and lasts no longer."""
    words = [word for word in re.findall(r"[^\W_]+", claim) if len(word) > _TELLING or word.isdigit()]
    if not 2 <= len(words) <= _MOST_CLAIM_WORDS:
        return False
    said = _stems(sentence)
    if not all(word in said for word in words if word.isdigit()):
        return False
    if _FOR_LIFE.search(sentence) and not _FOR_LIFE.search(claim):
        return False
    begun = tuple(one for one in said if len(one) >= _TELLING)
    found = sum(stem(word) in said or stem(word).startswith(begun) for word in words)
    return 3 * found >= 2 * len(words)


@lru_cache(maxsize=2048)
def _terms(text: str, language: str) -> frozenset[int]:
    """Lengths of time in whole weeks, or in days where shorter than two months."""
    days = {
        number.values[0] * unit
        for number in find_numbers(text, language)
        for pattern, unit in _TERM_DAYS
        if pattern.match(text, number.end)
    }
    return frozenset(int(day) if day < 60 else int(day / 7) * 7 for day in days)


def find_health_claims(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Promises of a cure, a relief, a prevention or a younger face that the facts do not make."""
    language = facts.reading_language
    ills = [match for match in ailments.AILMENTS.find(reading, language) if match[0] not in facts.text]
    effects = ailments.EFFECTS.find(reading, language) if ills else []
    for match in ills:
        effect = _effect_on(reading, match, effects)
        sentence = reading.sentence_text(match.start())
        if effect is None and (not ailments.GRAVE.match(match[0]) or _DOCTORS.search(sentence)):
            continue
        if not _is_denied(reading, effect, match):
            yield _health(reading, match.span(), Severity.BLOCK if effect else Severity.HOLD)
    for match in HEALTH_CLAIMS.find(reading, language):
        is_denied = is_negated(reading, match.start()) or (
            language == "fr" and is_denied_around(reading, match.start())
        )
        if not is_denied and not _DENIES.search(match[0]) and not _is_stated(match[0], facts):
            yield _health(reading, match.span(), Severity.HOLD)


_DENIES = re.compile(
    r"(?<!\w)(?:no one|nobody|nothing|not|niemand\w*|nichts|nicht|personne|rien|pas|nadie|nada)(?!\w)"
)


def _effect_on(
    reading: Reading, ailment: re.Match[str], effects: list[re.Match[str]]
) -> re.Match[str] | None:
    """The nearest effect in the ailment's sentence; None where none is near."""
    start, end = reading.sentence_at(ailment.start())
    start, end = max(start, ailment.start() - 2 * _NEAR), min(end, ailment.end() + 2 * _NEAR)
    near = [effect for effect in effects if start <= effect.start() < end]
    return min(near, key=lambda effect: abs(effect.start() - ailment.start()), default=None)


# "For eczema, see a doctor" promises nothing.
_DOCTORS = re.compile(
    r"(?<!\w)(?:see|ask|consult|doctors?|vet|gp|arzt|ärztin|tierarzt|apothek\w*|médecin|vétérinaire|"
    r"pharmacien|médico|veterinario)(?!\w)"
)
_NO_MORE = ("no ", "nie ", "kein", "plus ", "nunca", "rastro")


def _is_denied(reading: Reading, effect: re.Match[str] | None, ailment: re.Match[str]) -> bool:
    """Whether the cure is denied; "no more headaches" denies the ailment, not the cure."""
    if effect is not None and effect[0].startswith(_NO_MORE):
        return is_negated(reading, effect.start())
    return is_negated(reading, ailment.start()) or (
        effect is not None and is_negated(reading, effect.start())
    )


def _health(reading: Reading, place: Place, severity: Severity) -> Finding:
    return reading.finding(
        "health_claim",
        severity,
        place,
        "The sentence with {} promises an effect on health that the facts do not.",
        suggestion="Leave the effect out.",
    )
