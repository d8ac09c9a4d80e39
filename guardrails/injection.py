"""Copy in which the writer speaks as a machine, or does what the facts' text told it to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bespoke.canary import find_canary, may_have_canary
from bespoke.domain import Finding, Severity
from guardrails.leak_words import CERTAIN, LIKELY, OF_WORDS, ORDERED
from guardrails.plain_text import fold, listed
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem

# What stands at the beginning of a line when somebody lays out an answer.
_LABEL = re.compile(
    r"(?:^|\n)[ *_#>\-\"'“„«(\[]{0,6}(?:"
    r"(?:e-?mail )?subject(?: line)?|preheader|preview(?: text)?|call to action|cta|headline|blurb|"
    r"betreff(?:zeile)?|vorschautext|handlungsaufforderung|(?:haupt)?überschrift|"
    r"(?:ligne d')?objet|pré-?en-?tête|texte d'aperçu|accroche|appel à l'action|corps (?:du|de l)[\w "
    r"'-]{2,12}|"
    r"(?:línea de )?asunto|pre-?encabezado|texto de vista previa|titular|cuerpo del [\w-]{2,10}|llamada a "
    r"la acción|"
    r"(?:option|version|variante?|opción|versión|alternative|draft|entwurf|vorschlag|proposition|propuesta) "
    r"?(?:[1-4a-d]|one|two|three)|"
    r"assistant|system|user|human|response|output|antwort des assistenten|"
    r"(?:word|character)s? ?count|words|characters|wörter|zeichen|mots|caractères|palabras|caracteres"
    r")[*_\"'”“»)\]]{0,3} ?:"
)
_LABEL_WORDS = listed(
    "subject preheader preview call cta headline blurb betreff betreffzeile vorschautext "
    "handlungsaufforderung "
    "überschrift hauptüberschrift objet ligne accroche appel corps texte asunto línea preencabezado "
    "encabezado "
    "titular cuerpo llamada option version variant variante opción versión alternative draft entwurf "
    "vorschlag "
    "proposition propuesta words characters wörter zeichen mots caractères palabras caracteres count "
    "assistant system user human response output antwort email mail e pré texto"
)
_KEY = re.compile(
    r"[\"'“”„]?\b(?:subject|preheader|headline|body|cta|blurb|facts_used|claim|fact|product_id|reasoning|"
    r"role|content)[\"'“”]\s*:"
)
_ASIDE = re.compile(
    r"[\[(](?:(?:editor'?s?|translator'?s?|writer'?s?|ai|internal|redaktionelle|interne) )?"
    r"(?:notes?|hinweis|anmerkung|remarque|nota|notiz|erläuterung|explanation|disclaimer|reasoning|"
    r"begründung|explication|explicación|tone|tonfall|ton|registre|objectif|cible|contexte|consigne|"
    r"contrainte|voix|note interne|à valider|à vérifier|longueur)"
    r"(?: [\w'-]+){0,3} ?:"
)
_COUNT = re.compile(
    r"[\[(](?:(?:approx|approximately|about|ca|circa|env|environ|aprox|total|only|length|länge|longueur|"
    r"longitud)[.:]? |[~≈])?"
    r"\d{1,4}(?: ?/ ?\d{1,4})? ?(?:characters|chars?|words|zeichen|wörter|worte|caractères|signes|mots|"
    r"caracteres|palabras)\b[^\n)\]]{0,40}[\])]"
    r"|<(?:think|thinking|reasoning|scratchpad)>"
)
_COUNTED = re.compile(r"[\[(<](?:(?<!<)\W?(?:\w+[.:]? )?\d|(?<=<)[trs])")
_QUOTED = re.compile(r"[\"'“”]\s?:")
_ASIDE_WORDS = listed(
    "note notes hinweis anmerkung remarque nota notiz erläuterung explanation disclaimer reasoning "
    "begründung "
    "explication explicación tone tonfall ton registre objectif cible contexte consigne contrainte "
    "voix valider "
    "vérifier longueur"
)
_SUGGESTION = "Write only what the customer should read."


_ENGLISH = listed("the and you your this these with for here is are i it to of as if let")
_FEWEST_ENGLISH = 2  # words that make a sentence of it in copy of another language


def _languages_in(reading: Reading, facts: SheetFacts) -> list[str]:
    """The copy's language, and English, which machines fall back to, where there is some of it."""
    language = facts.reading_language
    speaks_english = language != "en" and len(_ENGLISH & reading.words) >= _FEWEST_ENGLISH
    return [language, "en"] if speaks_english else [language]


def find_prompt_leaks(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Phrases of an assistant talking to whoever prompted it, in the email's language or English."""
    for language in _languages_in(reading, facts):
        for lexicon, severity in ((CERTAIN, Severity.BLOCK), (LIKELY, Severity.HOLD)):
            for match in lexicon.find(reading, language):
                if match[0] not in facts.text:
                    yield _leak(
                        reading,
                        match.span(),
                        "{} speaks as an assistant to its prompter, not as the shop to its reader.",
                        severity,
                    )


def find_talk_of_writing(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Sentences that say how the copy was written or could be, and for whom."""
    for language in _languages_in(reading, facts):
        spoken_of = {reading.sentence_at(match.start()) for match in OF_WORDS.find(reading, language)}
        for match in ORDERED.find(reading, language) if spoken_of else ():
            if (sentence := reading.sentence_at(match.start())) in spoken_of:
                start, end = sentence
                place = start, start + len(reading.folded[start:end].rstrip())
                yield _leak(reading, place, "{} speaks of how the copy was written.", Severity.HOLD)


def find_answer_layout(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Labels, keys, asides and counts with which an answer is laid out for a prompter."""
    folded = reading.folded
    patterns = [_COUNT] if _COUNTED.search(folded) else []
    if ":" in folded:
        patterns += [_KEY] if _QUOTED.search(folded) else []
        patterns += [_ASIDE] if not _ASIDE_WORDS.isdisjoint(reading.words) else []
        patterns += [_LABEL] if not _LABEL_WORDS.isdisjoint(reading.words) else []
    for pattern in patterns:
        for match in pattern.finditer(folded):
            start = match.start() + (match[0][:1] == "\n")
            yield _leak(
                reading, (start, match.end()), "{} belongs to an answer to a prompt, not to an email."
            )


_BETWEEN = b" -._\n,:;/|*~+#='\"()[]"  # letters that are spaced out


def find_canaries(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """The name under which the writer's instructions are on file, whole, in part or encoded."""
    # Of bytes, dropping some is quick; what is not ASCII cannot belong to it.
    squeezed = reading.folded.encode("ascii", "ignore").translate(None, _BETWEEN).decode("ascii")
    if not may_have_canary(squeezed, reading.cased, reading.sheet):
        return
    for passage in reading.passages:
        place = find_canary(passage.text[: passage.end - passage.start], reading.sheet)
        if place is not None:
            yield Finding(
                rule="prompt_leak",
                severity=Severity.BLOCK,
                field=passage.field,
                span=place,
                excerpt=passage.text[slice(*place)],
                message="This is from the writer's instructions, which nobody may see.",
                suggestion=_SUGGESTION,
            )


_MOST_ORDERS = 20  # of one sheet; a catalog with more is nobody's shop
_SHORTEST_SENTENCE = 8  # characters
_FEWEST_SHARED = 3  # words that one sentence has from an order and from nowhere else
_CONTENT = re.compile(r"[^\W_]{3,}")
_SAID_TO_MACHINES = listed(
    "ignore disregard forget previous prior instructions instruction rules prompt system assistant writer "
    "model note "
    "the and that this for with you your not are all its have has was will can from but our out now one any "
    "their "
    "tell say write mention add give use put include print reply email e-mail mail reader readers customer "
    "customers "
    "der die das und den dem ein eine für mit dass auf von nicht sie ihr ihre alle ist im in schreiben "
    "erwähne "
    "les des une pour avec que dans sur est pas vous votre tous toutes ajoute ajoutez ajouter client "
    "mentionne "
    "los las una para con por del que todo todos está menciona añade correo cliente hinweis texter unbedingt "
    "consigne règles code código gutschein hinweise anweisung anweisungen kunden twice please always here "
    "also"
)


def find_obeyed_orders(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Sentences that say what a product's text told the writer to say and no fact says."""
    if not facts.orders:
        return
    orders = [(order, *_payload(order)) for order in dict.fromkeys(facts.orders[:_MOST_ORDERS])]
    for start, end in reading.sentences:
        if end - start < _SHORTEST_SENTENCE:
            continue
        sentence = reading.cased[start:end].rstrip()
        words = frozenset(_CONTENT.findall(sentence)) - facts.capitals
        stems = _stems(reading.folded[start:end]) - facts.stems
        for order, names, wanted in orders:
            needed = min(_FEWEST_SHARED, max(2, len(wanted - facts.stems)))
            if names & words or len(wanted & stems) >= needed:
                yield _leak(
                    reading,
                    (start, start + len(sentence)),
                    "{} does what a text in the catalog told the writer to do.",
                    fact=f"the catalog says “{order[:200]}”, which is no fact",
                )
                break


@lru_cache(maxsize=1024)
def _payload(order: str) -> tuple[frozenset[str], frozenset[str]]:
    """Codes and names in capitals of an order, and the stems of what it wants said."""
    names = {
        word for word in _CONTENT.findall(order) if len(word) > 4 and word.isupper() and word != "SYSTEM"
    }
    return frozenset(names), _stems(fold(order))


def _stems(folded: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _CONTENT.findall(folded) if word not in _SAID_TO_MACHINES)


def _leak(
    reading: Reading,
    place: tuple[int, int],
    message: str,
    severity: Severity = Severity.BLOCK,
    fact: str | None = None,
) -> Finding:
    return reading.finding("prompt_leak", severity, place, message, fact=fact, suggestion=_SUGGESTION)
