"""Places in copy that somebody meant to fill: in brackets of any template's kind, or in so many words."""

from __future__ import annotations

import re

from bespoke.domain import Severity
from guardrails.lexicon import Lexicon
from guardrails.plain_text import listed

# What is filled in emails, in four languages, as far as no one puts it in brackets for another reason.
_FILLED = (
    "name vorname nachname firstname lastname fullname fname lname username prénom prenom nom nombre "
    "apellido apellidos "
    "anrede salutation title titel titre título titulo gender geschlecht city stadt ville ciudad country "
    "land pays país "
    "season saison jahreszeit temporada estación holiday feiertag fête fiesta occasion anlass événement "
    "evento event date "
    "datum fecha day tag jour día month monat mois mes year jahr année año time uhrzeit heure hora product "
    "produkt produit "
    "producto item artikel article artículo category kategorie catégorie categoría price preis prix precio "
    "amount betrag "
    "montant importe discount rabatt remise descuento percent prozent pourcentage porcentaje code "
    "gutscheincode código link url "
    "website webseite button image bild photo foto logo brand marke marque marca shop store boutique tienda "
    "company firma "
    "empresa entreprise customer kunde client cliente email e-mail phone telefon téléphone teléfono address "
    "adresse dirección "
    "number nummer numéro número color colour farbe couleur size größe taille talla material offer angebot "
    "offre oferta cta "
    "headline betreff objet asunto destino destination deadline quantity menge location ort lieu lugar "
    "recipient empfänger "
    "username placeholder platzhalter text texto texte insert einfügen hier here ici aquí your ihr ihre "
    "dein deine votre tu su"
)
_NOUNS = listed(_FILLED)
_TO_DO = re.compile(
    r"insert|einfüg|einsetz|ergänz|ausfüll|hinzufüg|insér|complét|rempl|ajout|indiqu|à définir|précis|"
    r"inserta|añad|complet|rellen|"
    r"pon(?:er|ga)? |\btbd\b|\btodo\b|\badd\b|\bfill|replace|optional|if available|ggf|falls |si dispon|"
    r"your |here\b|\bhier\b|\bici\b|\baquí\b"
)
_SAID_BY_PEOPLE = listed("sic … ... pause lacht laughs rires risas ©")
_BRACE_SIGNS = ("{", "}", "|", "<", "__")
_BRACE_STARTS = (
    ("%", re.compile(r"%[A-Za-z(%]")),
    ("$", re.compile(r"\$[A-Za-z]")),
    ("@", re.compile(r"@[A-Z]")),
    ("#", re.compile(r"#[A-Z]")),
    ("~", re.compile(r"~[A-Z]")),
)
_BLANKS = ("??", "__", "##", "X", "N/", "N.N", "TODO", "[obj")
_BRACES = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}?|\{%[^%\n]{0,60}%?\}?|\$?\{[^{}\n]{0,60}\}|[{}]{1,40}|<%=?[^%\n]{0,60}%>"
    r"|\*\|[A-Za-z_:]{2,40}\|\*|\|[A-Z_]{3,40}\||%%?[A-Za-z][A-Za-z_.]{2,40}%%?(?!\w)|%\([a-z_]{1,40}\)s|"
    r"(?<![\w%])%[sd]\b"
    r"|<<? ?[^\W\d][\w .-]{1,40} ?>>|(?<![\w$])\$[A-Za-z][A-Za-z_]{3,40}|(?<!\w)__[A-Za-z]\w{2,40}__|"
    r"(?<!\w)[@#~][A-Z][A-Z_]{3,40}[@#~]"
)
_BRACKETED = re.compile(r"\[\[?([^\[\]\n]{1,120})\]?\](?!\()")
_NAMED_IN = re.compile(r"<([^<>\n/]{2,30})>|\(([^()\n]{2,30})\)|«\s?([^«»\n]{2,30}?)\s?»")
_IDENTIFIER = re.compile(
    r"(?<![\w@/.-])(?:[a-z]{2,20}(?:_[a-z0-9]{1,20}){1,4}|(?:first|last|full|user|customer|"
    r"product)Name)(?![\w@/-])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
# Values that programs print for nothing, where a name or a figure should be.
_GREETING = (
    r"hi|hello|hey|dear|welcome(?: back)?|good (?:morning|evening|day)|thanks|thank you|hallo|liebe[rs]?|"
    r"guten (?:tag|morgen|abend)|moin|servus|"
    r"bonjour|bonsoir|salut|coucou|chère?|merci|hola|querid[oa]|estimad[oa]|buen[oa]s (?:días|tardes|"
    r"noches)|gracias"
)
_NOTHING = re.compile(
    rf"(?i:(?:^|(?<=\n))(?:{_GREETING}),? )(?:None|none|null|NULL|undefined|NaN|nan|N/?A|XX+|"
    rf"\?{{2,12}}|_{{2,12}}|\.{{4,}})(?= ?(?:[,.!:;\n]|$))"
    r"|(?:^|(?<=\n))(?:None|null|NULL|undefined|NaN),"
    r"|\((?:à (?:compléter|définir|confirmer|préciser|insérer|vérifier)|por definir|tbd)\)|\bNaN\b|"
    r"\[object Object\]|(?<![A-Za-z])(?:None|null|undefined) ?(?:[€£$%])|[€£$] ?(?:None|null|"
    r"undefined|XX?|x{2,}|\?{2,}|_{2,}|#{2,})(?!\w)"
    r"|(?<![\w.,])[X]{1,4}(?:[.,][X]{1,2})? ?[€£$%](?! ?\d)|(?<![\w#?])(?:#{2,12}|_{2,12}|\?{2,12}) ?[€£$%]|"
    r"\bundefined undefined\b|(?i:\blorem ipsum|\bdolor sit amet)"
    r"|\bXX+(?= (?:pounds|euros?|dollars|percent|per cent|off|days|hours|minutes|Euro|Prozent|Tage|jours|"
    r"días)\b)"
    r"|\b(?:TBD|TBC|FIXME|XXXX+|ZZZ+|LOREM|N\.N\.)\b|\b(?:TODO|PLACEHOLDER|PLATZHALTER|HIER EINFÜGEN|À "
    r"COMPLÉTER|POR DEFINIR)(?= ?[:)\]\n]|$)"
)
_MAYBE_NOTHING = re.compile(r"\bXXX\b|\bundefined\b|(?<!\w)_{4,}(?!\w)|\bTBA\b")
_NOTHING_SAID = listed(
    "none null undefined nan tbd tbc tba fixme placeholder platzhalter lorem xx xxx xxxx zzz einfügen "
    "compléter definir na"
)

STAND_INS = Lexicon(
    {
        "en": (
            "(insert|add|put|enter) your|the|a|customer|product|name|discount|code|date _3 here",
            "your name|text|headline|logo|brand|company|code|link|message here",
            "to be confirmed|determined|announced|defined|added|completed",
            "(sample|dummy|placeholder) text|copy|headline",
        ),
        "de": (
            "hier _4 einfügen|einsetzen|ergänzen",
            "hier ihren|ihre|ihr|deinen|deine|dein text|namen|name|link|code",
            "(ihr|dein|ihren|deinen) text|name|namen|logo hier",
            "wird noch|später ergänzt|nachgereicht|eingefügt",
            "noch (zu (ergänzen|klären|definieren))|einzufügen",
            "platzhaltertext|blindtext",
        ),
        "fr": (
            "(insér*|mett*|plac*|rempl*|renseign*|complét*) (ici|là) (le|la|les|un|une|votre|ton|l'|"
            "nom|prix|prénom) *",
            "(nom|prix|prénom|date|lien|code|titre|texte|image|photo) (à (venir|compléter|insérer|"
            "confirmer|définir)|ici)",
            "(insérez|insérer|ajoutez|ajouter|indiquez) _4 ici",
            "votre|ton texte|nom|prénom|titre|logo ici",
            "texte factice",
        ),
        "es": (
            "(inserta|insertar|inserte|añade|añadir) _4 aquí",
            "(tu|su) texto|nombre|título|logo aquí",
            "texto (de relleno)|(de ejemplo)|provisional",
        ),
    },
    is_shared=False,  # form is looked at by itself, before the other guards
)


def find_placeholders(text: str, words: frozenset[str]) -> list[tuple[int, int, Severity | None]]:
    """Where a text, whose slots are masked, has them, and how sure that is; `words` are its words, folded."""
    found: list[tuple[int, int, Severity | None]] = []
    if _may_have_braces(text):
        found += [(*match.span(), Severity.BLOCK) for match in _BRACES.finditer(text)]
    for match in _BRACKETED.finditer(text) if "[" in text else ():
        if match[1].strip().lower() not in _SAID_BY_PEOPLE and not match[1].strip().isdigit():
            found.append((*match.span(), Severity.BLOCK if _is_to_fill(match[1]) else Severity.HOLD))
    if not _NAMES.isdisjoint(words):
        named = [(match, match[1] or match[2] or match[3]) for match in _NAMED_IN.finditer(text)]
        found += [(*match.span(), Severity.BLOCK) for match, inner in named if _names_a_place(inner)]
    if "_" in text or "Name" in text:
        found += [(*match.span(), Severity.BLOCK) for match in _IDENTIFIER.finditer(text)]
    if not _NOTHING_SAID.isdisjoint(words) or any(blank in text for blank in _BLANKS):
        found += [(*match.span(), Severity.BLOCK) for match in _NOTHING.finditer(text)]
        found += [(*match.span(), Severity.HOLD) for match in _MAYBE_NOTHING.finditer(text)]
    return found


def _may_have_braces(text: str) -> bool:
    return any(sign in text for sign in _BRACE_SIGNS) or any(
        sign in text and start.search(text) is not None for sign, start in _BRACE_STARTS
    )


def _is_to_fill(inner: str) -> bool:
    """Whether what stands in square brackets waits for something."""
    words = _WORD.findall(inner.lower())
    return (
        (inner.isupper() and len(inner) > 2)
        or "_" in inner
        or _TO_DO.search(inner.lower()) is not None
        or (len(words) <= 4 and not _NOUNS.isdisjoint(words))
    )


_NAMES = listed(
    "name vorname nachname firstname lastname prénom prenom nom nombre apellido fname lname anrede"
)
_WITH_NAMES = listed(
    "first last full your the customer kunden kunde du de del client cliente ihr dein votre tu su product "
    "produkt produit producto title"
)


def _names_a_place(inner: str) -> bool:
    """Whether what stands in other brackets is a name's place and nothing else, as in (First Name)."""
    words = _WORD.findall(inner.lower().replace("_", " "))
    return (
        bool(words)
        and len(words) <= 3
        and not _NAMES.isdisjoint(words)
        and all(word in _NAMES or word in _WITH_NAMES for word in words)
    )
