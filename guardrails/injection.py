"""Copy in which the writer speaks as a machine, or does what the facts' text told it to."""

from __future__ import annotations

from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from guardrails.phrases import Phrases
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_LEAKS = Phrases(
    {
        "en": (
            r"as an? (?:ai|artificial intelligence|(?:large )?language model)(?: \w+){0,2}",
            (
                r"(?:sure|certainly|of course|absolutely|great)[,!.]? (?:here(?:'s| is| are)) (?:an?|the|"
                r"your|"
                r"some|my)"
            ),
            r"here(?:'s| is| are) (?:an?|the|your|my) (?:\w+[, -]{1,2}){0,5}?(?:e-?mail|version|draft|"
            r"copy|subject line|rewrite|revision)"
            r"(?: for| in| that| with| under|:)",
            (
                r"(?:ignore|disregard|forget) (?:all |any )?(?:the )?(?:previous|prior|above|"
                r"earlier) (?:instructions?|prompts?|text)"
            ),
            r"(?:system|developer) prompt|my (?:instructions|training data|guidelines)",
            (
                r"(?:would you like|do you want) me to|let me know if you(?:'d| would) like (?:me|any|"
                r"another|"
                r"a different)"
            ),
            (
                r"(?:kept |stay\w* )?(?:under|within) (?:the |\d+ )(?:word|character) (?:limit|count)|"
                r"under \d+ (?:words|characters)"
            ),
            r"i (?:can't|cannot|am unable to|'m unable to) (?:help|assist|write|provide|fulfill)",
            r"(?:fact sheet|json schema|the facts provided|as requested in the brief)",
        ),
        "de": (
            r"als (?:ki|künstliche intelligenz|sprachmodell)(?:-\w+)?",
            (
                r"(?:klar|gerne|natürlich|selbstverständlich)[,!.]? hier (?:ist|sind|kommt) (?:ein|eine|der|"
                r"die|das|ihr|ihre|dein|deine)"
            ),
            (
                r"hier ist (?:ein|eine|der|die|das|ihr|ihre|dein|deine) (?:\w+ ){0,4}?(?:e-?mail|mail|"
                r"version|entwurf|text|betreffzeile)(?: für| in| mit|:)"
            ),
            r"(?:ignoriere|vergiss) (?:alle )?(?:vorherigen|obigen|bisherigen) (?:anweisungen|befehle)",
            (
                r"(?:soll|möchten sie, dass|möchtest du, dass) ich (?:\w+ ){0,5}(?:kürzen|umschreiben|"
                r"anpassen|ändern|kürze|anpasse|umschreibe)"
            ),
            r"(?:unter|innerhalb von) \d+ (?:zeichen|wörtern)",
        ),
        "fr": (
            r"en tant qu'(?:ia|intelligence artificielle)|en tant que modèle(?: de langage)?",
            r"(?:bien sûr|certainement|d'accord|avec plaisir)[,!. ]{1,3}voici (?:une?|le|la|votre|ton)",
            (
                r"voici (?:une?|le|la|votre|ton) (?:\w+ ){0,4}?(?:e-?mail|mail|courriel|version|brouillon|"
                r"texte|proposition)(?: pour| en| avec|:| :)"
            ),
            r"ignore[rz]? (?:toutes )?(?:les )?instructions (?:précédentes|ci-dessus)",
            r"(?:souhaitez-vous|veux-tu|voulez-vous) que je",
            r"(?:moins|sans dépasser) (?:de )?\d+ (?:caractères|mots)",
        ),
        "es": (
            r"como (?:ia|inteligencia artificial|modelo de lenguaje)",
            r"(?:claro|por supuesto|desde luego)[,!.]? (?:aquí tienes|aquí está|aquí va|te dejo)",
            r"aquí (?:tienes|está|va) (?:una?|el|la|tu|su) (?:\w+ ){0,4}?(?:correo|e-?mail|versión|"
            r"borrador|texto|propuesta)"
            r"(?: para| en| con| del?|:)",
            r"ignora (?:todas )?(?:las )?instrucciones (?:anteriores|previas)",
            r"¿?(?:quieres|desea|le gustaría|te gustaría) que (?:lo|la|te|le|haga|escriba|cambie)",
            r"(?:menos de|sin superar los) \d+ (?:caracteres|palabras)",
        ),
    }
)


def find_prompt_leaks(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Phrases of an assistant talking to whoever prompted it, in the email's language or English."""
    for language in dict.fromkeys((facts.reading_language, "en")):
        for match in _LEAKS.find(reading, language):
            yield reading.finding(
                "prompt_leak",
                Severity.BLOCK,
                match.span(),
                "{} speaks as an assistant to its prompter, not as the shop to its reader.",
                suggestion="Write only what the customer should read.",
            )
