"""Scarcity that is not there, subjects that pretend to be something else, and pressure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from guardrails.lexicon import Lexicon
from guardrails.numerals import Number
from guardrails.phrases import Phrases, is_negated
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

LOW_STOCK = 10  # "only a few left" is true up to here
_LOOK_BACK = 40

_NOT_STOCK = re.compile(
    r"[ -]?(?:%|[€£$]|euros?\b|dollars?\b|pounds?\b|(?:more )?(?:days?|hours?|minutes?|weeks?|months?|"
    r"years?|sleeps|tage?n?|"
    r"stunden?|minuten?|wochen?|monate?n?|jahre?n?|jours?|heures?|minutes?|semaines?|mois|ans?|días?|"
    r"horas?|minutos?|"
    r"semanas?|meses|años?|uhr|cm|mm|ml|cl|kg|g|l)\b)"
)
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
    "en": re.compile(r"\b(?:down to (?:our |the |just )?(?:last |final )?|(?:our|the) last |last )$"),
    "de": re.compile(r"\b(?:nur noch|nur mehr|letzten) (?:genau )?$"),
    "fr": re.compile(r"\b(?:(?:n'en|ne|n'|en) (?:nous )?restent? (?:plus )?(?:que )?|il reste |plus que )$"),
    "es": re.compile(
        r"\b(?:(?:nos )?quedan?(?: sol[oa](?:mente|s)?| sólo| apenas)? |las últimas |los últimos )$"
    ),
}
_VAGUE = Lexicon(
    {
        "en": (
            "only|just a few|handful _3 left|remain*",
            "almost|nearly [all] gone|(sold out)",
            "selling fast|out",
            "[very] last few",
            "running out|low",
            "won't last [long]",
            "going fast",
            "low stock",
        ),
        "de": (
            "fast ausverkauft|vergriffen|weg",
            "nur noch wenige|(ein paar)",
            "[die] letzten? exemplare|stücke?",
            "bald ausverkauft|vergriffen",
        ),
        "fr": (
            "presque épuisée?s?|(en rupture)",
            "[tout] derni(er|ère)s exemplaires|pièces|paniers|stocks|unités",
            "bientôt épuisée?s?|(en rupture)",
            "stocks? [très] limités?",
            "part|partent [très] vite",
        ),
        "es": (
            "a punto de agotarse",
            "casi agotad(o|a)s?",
            "últim(o|a)s unidades|ejemplares|piezas",
            "quedan? [muy] poc(o|a)s",
            "se (están agotando)|agotan",
        ),
    }
)


def find_false_scarcity(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Numbers said to be left that are nobody's stock, and "nearly gone" where there is plenty."""
    stocks = [p.product.stock for p in facts.products if p.product.stock is not None]
    known = f"in stock: {', '.join(map(str, stocks)) or 'not known'}"
    for number in reading.numbers:
        if not _is_said_to_be_left(reading, number, facts) or number.values[0] in stocks:
            continue
        yield _scarcity(
            reading, (number.start, number.end), "The copy says that {} are left; the facts do not.", known
        )
    if any(stock <= LOW_STOCK for stock in stocks):
        return
    for match in _VAGUE.find(reading, facts.reading_language):
        if match[0] not in facts.text:
            yield _scarcity(reading, match.span(), "{} is not so: the facts show no low stock.", known)


def _is_said_to_be_left(reading: Reading, number: Number, facts: SheetFacts) -> bool:
    language, folded = facts.reading_language, reading.folded
    if number.values[0] in facts.prices or _NOT_STOCK.match(folded, number.end):
        return False
    if number.values[0] != int(number.values[0]):
        return False
    before = folded[max(number.start - _LOOK_BACK, 0) : number.start]
    if _LEFT_ALONE[language].search(before):
        # "The last one" is nobody's stock until something says that none are left.
        return number.values[0] > 1 or bool(_LEFT_AFTER[language].match(folded, number.end))
    return bool(_LEFT_BEFORE[language].search(before) and _LEFT_AFTER[language].match(folded, number.end))


def _scarcity(reading: Reading, place: tuple[int, int], message: str, known: str) -> Finding:
    return reading.finding(
        "false_scarcity",
        Severity.BLOCK,
        place,
        message,
        fact=known,
        suggestion="State the stock from the facts or say nothing of it.",
    )


_FAKE_REPLY = re.compile(r"\s*(?:re|fwd?|aw|wg|tr|rv|antw|sv|ref)(?:\[\d+\])?\s?:", re.IGNORECASE)
_ACCOUNT = Phrases(
    {
        "en": (
            r"action (?:is )?required",
            r"payment (?:received|failed|due|confirmation|overdue)",
            r"(?:your )?(?:account|order|parcel|delivery|subscription|card) (?:is|has been|was|will be) "
            r"(?:on hold|suspended|blocked|locked|delayed|confirmed|cancelled|canceled|closed|expiring)",
            r"your (?:receipt|invoice|refund|statement|parcel|prize|winnings)",
            r"(?:thank you|thanks) for your (?:purchase|order|payment)",
            r"(?:security|fraud) (?:alert|warning)",
            r"you(?:'ve| have) (?:won|been selected|been charged)",
            r"final (?:notice|reminder|warning)",
            r"password (?:reset|expired|expires)",
        ),
        "de": (
            r"(?:handlung|aktion) erforderlich",
            r"(?:ihre?|deine?) (?:zahlung|rechnung|rückerstattung|mahnung|quittung|sendung)",
            r"(?:ihr|dein) (?:konto|paket) (?:ist|wurde|wird) \w+",
            r"(?:zahlung|bestellung) (?:eingegangen|bestätigt|fehlgeschlagen)",
            r"letzte mahnung",
            r"(?:sie haben|du hast) gewonnen",
            r"sicherheitswarnung",
        ),
        "fr": (
            r"action requise",
            r"(?:votre|ton) (?:facture|paiement|remboursement|reçu|colis)",
            r"(?:votre|ton) compte (?:est|a été|sera) \w+",
            r"(?:paiement|commande) (?:reçue?|confirmée?|refusée?)",
            r"(?:commande|colis) (?:n°|bloquée?)",
            r"(?:vous avez|tu as) gagné",
            r"dernier (?:rappel|avis)",
            r"alerte de sécurité",
        ),
        "es": (
            r"acción (?:requerida|necesaria)",
            r"(?:su|tu) (?:factura|pago|reembolso|recibo|paquete)",
            r"(?:su|tu) cuenta (?:está|ha sido|será) \w+",
            r"(?:pago|pedido) (?:recibido|confirmado|rechazado)",
            r"(?:has|ha) ganado",
            r"último aviso",
            r"alerta de seguridad",
        ),
    }
)


def find_deceptive_subjects(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Subjects that pretend to be a reply, a forward or a notice about an account."""
    for passage in reading.passages:
        if passage.field not in ("subject", "preheader"):
            continue
        match = _FAKE_REPLY.match(reading.folded, passage.start)
        if match and passage.field == "subject":
            yield _deceptive(reading, match.span(), "{} pretends that this is a reply or a forward.")
    for match in _ACCOUNT.find(reading, facts.reading_language):
        if reading.passage_at(match.start()).field in ("subject", "preheader"):
            yield _deceptive(
                reading, match.span(), "{} pretends that this is a notice about an order or account."
            )


def _deceptive(reading: Reading, place: tuple[int, int], message: str) -> Finding:
    return reading.finding(
        "deceptive_subject",
        Severity.BLOCK,
        place,
        message,
        suggestion="Say in the subject what the email is about.",
    )


_PRESSURE = Phrases(
    {
        "en": (
            r"what (?:would|will) (?:\w+ ){1,3}think",
            r"you(?:'d|'ll| would| will)? (?:regret|be sorry|hate yourself)(?: \w+)?",
            r"(?:let|letting) (?:us|them|him|her|your \w+|everyone) down",
            r"after (?:everything|all) we(?:'ve| have)",
            r"(?:isn't|is not) (?:too )?much to ask",
            r"shame on you",
            r"like somebody who has given up",
            r"don't be (?:the|that) (?:one|only|last|person)",
            r"(?:how|what kind of \w+) (?:could|would) you",
            r"last warning|act now or",
            (
                r"(?:your|the) (?:kids|children|family|mother) (?:will|would|deserve)\w* (?:remember|"
                r"never forgive|better)"
            ),
            r"you (?:don't|must not) (?:really )?(?:love|care)",
        ),
        "de": (
            r"(?:hast|haben) (?:du|sie) (?:eigentlich |denn )?(?:k?ein) gewissen",
            r"(?:du wirst|sie werden) es bereuen",
            r"im stich (?:lassen|lässt|lässt du)|hängen (?:lässt|lassen)",
            r"schäm dich|schämen sie sich",
            r"was (?:sollen|werden) (?:\w+ ){1,3}denken",
            r"nach allem, was wir",
            r"ist (?:doch )?nicht zu viel verlangt",
        ),
        "fr": (
            r"(?:tu vas|vous allez) (?:le )?regretter",
            r"(?:vous le regretterez|tu le regretteras)",
            r"que (?:vont|va) (?:\w+ ){1,3}penser",
            r"après tout ce que nous",
            r"(?:tu n'as|vous n'avez) pas honte",
            r"laisser tomber (?:tes|vos|les)",
            r"ce n'est pas trop demander",
        ),
        "es": (
            r"te (?:vas a arrepentir|arrepentirás)|se arrepentirá",
            r"qué (?:van a|va a) pensar",
            r"después de todo lo que",
            r"no te da vergüenza|qué vergüenza",
            r"no es (?:mucho|tanto) pedir",
            r"nos (?:vas a )?(?:fallar|fallas|decepcion\w+)",
        ),
    }
)


def find_pressure(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Guilt, shame and threats."""
    for match in _PRESSURE.find(reading, facts.reading_language):
        if is_negated(reading, match.start()):
            continue
        yield reading.finding(
            "pressure",
            Severity.HOLD,
            match.span(),
            "{} makes the reader feel guilty or ashamed.",
            suggestion="Invite; do not shame.",
        )
