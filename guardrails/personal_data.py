"""Personal data in copy that many people get: addresses, numbers, birthdays, names, places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from guardrails.dates import find_dates
from guardrails.lexicon import Lexicon
from guardrails.numerals import places_of
from guardrails.plain_text import listed, lower
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24}")
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00|\(0|0)\d{0,4}\)?(?:[ ./()-]{1,2}\d{2,6}|\d{2,6}){2,6}(?![\w%€£$])")
_PHONE_US = re.compile(r"(?<![\w.,-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w)")
_PHONE_ES = re.compile(
    r"(?<![\w.,-])[6-9]\d{2}(?:[ .-]?\d{2}){3}(?![\w%€])|(?<![\w.,-])[6-9]\d{2}(?:[ .-]\d{3}){2}(?![\w%€])"
)
_PHONE_MX = re.compile(r"(?<![\w.,-])(?:\d{2} \d{4}|\d{3} \d{3})[ -]\d{4}(?![\w%€])")
_PHONES = (_PHONE, _PHONE_US, _PHONE_ES, _PHONE_MX)
_HAS_DIGITS = re.compile("[0-9]")
_EIGHT_DIGITS = re.compile(r"[0-9](?:[ ./()-]{0,2}\d){7}")
_LONG_NUMBER = re.compile(r"[0-9][\d-]{3}")
_ORDER = re.compile(
    r"(?<!\w)(?:order|invoice|customer|account|tracking|membership|member|loyalty card|card|"
    r"reference|policy|booking|receipt|ticket|bestellung|auftrag|kundennummer|rechnung|"
    r"bestellnummer|"
    r"commande|facture|client|pedido|factura|cliente)(?:snummer|s?-?nummer)?"
    r"(?: (?:no\.?|number|nr\.?|nº|n°|n\.º|núm\.?|numéro|número|"
    r"id))?[ :#]{1,3}((?:[a-z]{1,4}-?)?\d[\d-]{3,20})(?!\w)"
)
_NUMBERED = re.compile(r"(?<!\w)(?:n°|nº|n\.º|nr\.) ?((?:[a-z]{1,4}-)?\d[\d-]{4,20})(?!\w)")
_STREET = re.compile(
    r"(?<!\w)\d{1,5}[a-zA-Z]? (?:[A-Z][\w']{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|"
    r"Court|Crescent|"
    r"Terrace|Boulevard|Blvd)(?!\w)"
    r"|(?<!\w)[A-ZÄÖÜ][\wäöüß-]{2,30}(?:straße|strasse|str\.|weg|platz|gasse|allee|ufer) \d{1,4}[a-z]?(?!\w)"
    r"|(?<!\w)\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|place|chemin|allée|quai|impasse) (?:de |du |"
    r"des |la |d')*[A-ZÉÈ]\w+"
    r"|(?<!\w)(?:[Cc]alle|[Aa]venida|[Aa]vda\.|[Pp]laza|[Pp]aseo|[Cc]/) ?(?:de |del |"
    r"la )*[A-ZÁÉÍÓÚÑ][\w ]{2,30}?,? (?:n\.?º )?\d{1,4}(?!\w)"
)
_STREET_WORDS = listed(
    "street st road rd avenue ave lane drive close court crescent terrace boulevard blvd rue place chemin "
    "allée quai "
    "impasse calle avenida avda plaza paseo c"
)
_STREET_ENDINGS = ("straße", "strasse", "str.", "weg", "platz", "gasse", "allee", "ufer")
_TITLED = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mister|Herr|Herrn|Frau|Madame|Monsieur|Mademoiselle|Mme|Señor|"
    r"Señora|Señorita|Sra|Sr|Don|"
    r"Doña)\.? ((?:[A-ZÄÖÜÁÉÍÓÚÑÈÊ][\w'’-]{1,30})(?: [A-ZÄÖÜÁÉÍÓÚÑÈ][\w'’-]{1,30})?)"
)
_GREETED = re.compile(
    r"(?<!\w)(?:hello|hi|hey|dear|welcome|good (?:morning|evening|afternoon)|hallo|liebe|lieber|geehrter?|"
    r"guten "
    r"(?:tag|morgen|abend)|bonjour|bonsoir|chère?|hola|estimad[oa]|querid[oa]|buen[oa]s (?:días|tardes)),? $"
)
_TITLES = listed(
    "mr mrs ms miss dr prof mister herr herrn frau madame monsieur mademoiselle mme señor señora señorita "
    "sra sr don doña"
)
_BIRTHDAY = Lexicon(
    {
        "en": ("birthday|(birth date)|(date of birth)|(born on)",),
        "de": ("geburtstag*|geburtsdatum|(geboren am)",),
        "fr": ("anniversaire|(date de naissance)|(née? le)",),
        "es": ("cumpleaños|(fecha de nacimiento)|(nacid(o|a) el)|cumples",),
    }
)
_SONG = re.compile(r"[\"“„«'‘]happy $")
_YOUR_BIRTHDAY = Lexicon(
    {
        "en": (
            "your [#] birthday (is|was|falls|comes|next|this|last|on|in|(coming up)|soon|month|week|"
            "tomorrow|today)",
            "(you turn|you turned|you're turning|(you'll be) turning|you'll turn) *",
            "happy [belated|#] birthday",
        ),
        "de": (
            "(dein|deinen|deinem|ihr|ihren|ihrem) geburtstag _1 (ist|war|am|naht|steht|im|morgen|heute|"
            "nächste*|letzte*|rückt|bald|kommt)",
            "alles gute zum *geburtstag",
            "(du|sie) (wirst|werden) # [jahre]",
        ),
        "fr": (
            "(votre|ton) anniversaire (est|approche|le|tombe|arrive|de|c'est|en|demain|aujourd'hui)",
            "(joyeux|bon) anniversaire",
            "(vos|tes) # ans",
        ),
        "es": (
            "(tu|su) cumpleaños (es|se|el|fue|está|cae|llega|de|mañana|hoy|en)",
            "feliz cumpleaños",
            "(cumples|cumplirás|cumple usted) # [años]",
        ),
    }
)
# Where the reader lives, said by somebody who is not supposed to say it.
_YOUR_TOWN = Lexicon(
    {
        "en": (
            "your|you|yours [own] [*] (in|near|around|over in|out in|down in|up in)",
            "over|down|up|out there in",
            "from us to you in",
        ),
        "de": (
            "bei (dir|ihnen|euch) [zu hause|daheim|da|oben|drüben|draußen|in der nähe|hinter|um die ecke] "
            "(in|im|am|an der|auf)",
            "(dein*|ihr*) [*] (in|bei|nahe)",
            "(zu|bis) (dir|ihnen) [nach hause|bis] (nach|in)",
        ),
        "fr": (
            "chez (vous|toi) (à|près de|du côté de)",
            "(votre|ton|vos|tes) * (à|de|près de)",
            "(là-bas|jusque) à",
        ),
        "es": (
            "(tu|su|tus|sus) (casa|barrio|balcón|terraza|piso|cocina|ventana|portal|calle|jardín|patio|"
            "puerta|salón|ciudad) [de|en|allí] (en|de|por)",
            "(allá|ahí|allí|por) (por|en)",
        ),
    }
)
_PLACE_NAME = re.compile(r" ((?:[A-ZÄÖÜÁÉÍÓÚÑÎÈ][\w'’-]{2,20})(?: [A-ZÄÖÜÁÉÍÓÚÑ][\w'’-]{2,20})?)(?![\w{])")
_GREETING = re.compile(
    r"(?<!\w)(?:Hello|Hi|Hey|Dear|Good (?:morning|evening|afternoon)|Welcome back|Hallo|Liebe|Lieber|Hey|"
    r"Guten (?:Tag|Morgen|Abend)|Moin|Servus|Bonjour|Bonsoir|Salut|Chère|Cher|Coucou|Hola|Querida|Querido|"
    r"Estimada|Estimado|"
    r"Buenos días|"
    r"Buenas tardes),? ((?:[A-ZÄÖÜÁÉÍÓÚÑÈÇ][\wäöüßéèêáíóúñçàï'’-]{1,20})(?:[ -][A-ZÄÖÜÁÉÍÓÚÑ][\w'’-]{1,20})?)"
    r"(?= ?[,!:.;\n]|$)"
)
_NOT_NAMES = listed(
    "there all everyone everybody friend friends again you folks reader readers team neighbor neighbour "
    "spring summer autumn "
    "fall winter sunshine sun weekend monday tuesday wednesday thursday friday saturday sunday january "
    "february march april "
    "may june july august september october november december sir madam gardener gardeners customer "
    "freunde freundinnen freund kundin kunde kunden ihr alle zusammen leute frühling sommer herbst winter "
    "sonne wochenende "
    "leser leserin tous toutes amis amies ami amie vous client cliente printemps été automne hiver soleil "
    "lecteur lectrice "
    "amigo amiga amigos amigas todos todas cliente clientes primavera verano otoño invierno sol equipo "
    "lector lectora"
)


_CARD = re.compile(
    r"(?<!\w)(?:visa|mastercard|amex|card|karte|carte|tarjeta|iban|konto|account)[^.\n\d]{0,24}(?:ending|"
    r"ends|endend|endet|finissant|"
    r"terminad|acabad|nummer|number)[^.\n\d]{0,8}\d{4}(?!\w)|(?<!\w)(?<!live )(?<!lives )(?<!living )(?:to|"
    r"at) number \d{1,4}(?!\w)"
)
_CARD_WORDS = listed("visa mastercard amex card karte carte tarjeta iban konto account number")
_NUMBERED_WORDS = listed(
    "order orders invoice customer account tracking bestellung auftrag kundennummer rechnung bestellnummer "
    "auftragsnummer "
    "rechnungsnummer bestell kunden commande facture client pedido factura cliente n nº nr no"
)


_GREETING_WORDS = listed(
    "hello hi hey dear good welcome hallo liebe lieber guten moin servus bonjour bonsoir salut chère cher "
    "coucou hola querida querido estimada estimado buenos buenas"
)
_NOT_PLACES = listed(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday "
    "friday saturday sunday christmas easter advent english german french spanish "
    "januar februar märz mai juni juli oktober dezember frühling sommer herbst winter weihnachten ostern "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre noël pâques "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre navidad "
    "europe europa deutschland france "
    "españa england britain america usa uk"
)


def find_personal_data(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Email addresses, telephone, order and street numbers, birthdays, names, and readers' towns."""
    for match in _EMAIL.finditer(reading.cased) if "@" in reading.cased else ():
        yield _personal(reading, match.span(), "{} is an email address.", Severity.BLOCK)
    if _HAS_DIGITS.search(reading.cased):
        yield from _find_numbers(reading, facts)
    yield from _find_names(reading, facts)
    yield from _find_birthdays(reading, facts)
    yield from _find_towns(reading, facts)


def _find_numbers(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    for pattern in _PHONES if _EIGHT_DIGITS.search(reading.cased) else ():
        for match in pattern.finditer(reading.cased):
            if 8 <= sum(map(str.isdigit, match[0])) <= 15 and match[0] not in facts.cased_text:
                yield _personal(reading, match.span(), "{} looks like a telephone number.", Severity.BLOCK)
    numbered = bool(_LONG_NUMBER.search(reading.folded)) and (
        not reading.words.isdisjoint(_NUMBERED_WORDS) or "n°" in reading.folded
    )
    for pattern in (_ORDER, _NUMBERED) if numbered else ():
        for match in pattern.finditer(reading.folded):
            if match[1] not in facts.text:
                yield _personal(
                    reading,
                    match.span(),
                    "{} looks like one person's order or account number.",
                    Severity.BLOCK,
                )
    if not reading.words.isdisjoint(_CARD_WORDS):
        for match in _CARD.finditer(reading.folded):
            yield _personal(reading, match.span(), "{} is one person's.", Severity.BLOCK)
    for match in _STREET.finditer(reading.cased) if _names_street(reading) else ():
        if match[0] not in facts.cased_text:
            yield _personal(reading, match.span(), "{} looks like a street address.", Severity.BLOCK)


def _names_street(reading: Reading) -> bool:
    if not reading.words.isdisjoint(_STREET_WORDS):
        return True
    folded = reading.folded
    return any(folded.endswith(_STREET_ENDINGS, 0, number.start - 1) for number in reading.numbers)


_DOORSTEP = re.compile(
    r"(?<!\w)(?:[Cc]alle|[Pp]laza|[Aa]venida|[Pp]aseo|[Rr]ue|[Bb]oulevard|[Aa]venue) (?:de (?:la |los )?|du "
    r"|des |del )?[A-ZÁÉÍÓÚÑÉ][\w]+[^.\n]{0,20} "
    r"(?:donde|où|que) (?:te |le |nous |vous )?(?:deja|entrega|llev|avons|a livr|livr)"
)


def _find_towns(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """ "Your kitchen in Leeds", where the facts know no Leeds."""
    for match in _YOUR_TOWN.find(reading, facts.reading_language):
        place = _PLACE_NAME.match(reading.cased, match.end())
        if place is None or any(
            _is_known_name(word, facts) for word in re.findall(r"[^\W_]+", lower(place[1]))
        ):
            continue
        yield _personal(reading, place.span(1), "{} looks like where one reader lives.", Severity.HOLD)


def _is_known_name(word: str, facts: SheetFacts) -> bool:
    return word in _NOT_PLACES or word in _NOT_NAMES or facts.knows(word)


def _find_names(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    for match in _TITLED.finditer(reading.cased) if not reading.words.isdisjoint(_TITLES) else ():
        if (
            not facts.knows(lower(match[1]))
            and match[0] not in facts.cased_text
            and lower(match[1]) not in _NOT_NAMES
        ):
            # "Mrs Beeton's kitchen" may be anybody's; whom a greeting names is the reader.
            greets = _GREETED.search(reading.folded, max(match.start() - 24, 0), match.start())
            severity = Severity.BLOCK if greets else Severity.HOLD
            yield _personal(reading, match.span(), "{} names a person.", severity)
    for match in _greetings(reading):
        name = lower(match[1])
        if facts.reading_language == "de" and reading.passage_at(match.start()).field != "body":
            continue  # German writes every noun so: "Servus, Minusgrade"
        if reading.starts_sentence(match.start()) and not all(
            part in _NOT_NAMES or facts.knows(part) for part in re.findall(r"[^\W_]+", name)
        ):
            yield _personal(
                reading,
                match.span(1),
                "{} looks like one person's name, but many people get this copy.",
                Severity.HOLD,
            )


def _greetings(reading: Reading) -> Iterator[re.Match[str]]:
    places = reading.places
    for place in places_of(places.keys() & _GREETING_WORDS, places):
        if match := _GREETING.match(reading.cased, place):
            yield match


def _find_birthdays(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    for match in _BIRTHDAY.find(reading, facts.reading_language):
        if _SONG.search(reading.folded, max(match.start() - 8, 0), match.start()):
            continue
        start, end = reading.sentence_at(match.start())
        near = [
            mention
            for mention in find_dates(
                reading.folded[start:end], facts.reading_language, facts.sheet.send_date
            )
            if mention.is_explicit and not mention.days & facts.days
        ]
        if near or _YOUR_BIRTHDAY.is_in(reading, facts.reading_language):
            yield _personal(
                reading, match.span(), "{} is one person's data.", Severity.BLOCK if near else Severity.HOLD
            )


def _personal(reading: Reading, place: tuple[int, int], message: str, severity: Severity) -> Finding:
    return reading.finding(
        "personal_data",
        severity,
        place,
        message,
        suggestion="Leave it out; to address the reader write {{ first_name }}.",
    )
