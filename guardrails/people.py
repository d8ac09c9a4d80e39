"""Personal data in copy that many people get, guesses about them, and the feeling of being watched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from guardrails.dates import find_dates
from guardrails.phrases import Phrases
from guardrails.plain_text import listed, lower
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24}")
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00|\(0|0)\d{0,4}\)?(?:[ ./()-]{1,2}\d{2,6}|\d{2,6}){2,6}(?![\w%€£$])")
_PHONE_US = re.compile(r"(?<![\w.,-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w)")
_MANY_DIGITS = re.compile(r"\d{2}[ ./()-]{0,2}\d{2,}")
_ORDER = re.compile(
    r"(?<!\w)(?:order|invoice|customer|account|tracking|bestellung|auftrag|kundennummer|rechnung|"
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
_STREET_ENDINGS = ("straße", "strasse", "str", "weg", "platz", "gasse", "allee", "ufer")
_TITLED = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mister|Herr|Herrn|Frau|Madame|Monsieur|Mademoiselle|Mme|Señor|"
    r"Señora|Señorita|Sra|Sr|Don|"
    r"Doña)\.? ((?:[A-ZÄÖÜÁÉÍÓÚÑÈÊ][\w'’-]{1,30})(?: [A-ZÄÖÜÁÉÍÓÚÑÈ][\w'’-]{1,30})?)"
)
_TITLES = listed(
    "mr mrs ms miss dr prof mister herr herrn frau madame monsieur mademoiselle mme señor señora señorita "
    "sra sr don doña"
)
_BIRTHDAY = Phrases(
    {
        "en": (r"(?:your )?(?:birthday|birth date|date of birth|born on)",),
        "de": (r"(?:geburtstag|geburtsdatum|geboren am)",),
        "fr": (r"(?:anniversaire|date de naissance|née? le)",),
        "es": (r"(?:cumpleaños|fecha de nacimiento|nacid[oa] el)",),
    }
)
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


def find_personal_data(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Email addresses, telephone, order and street numbers, birthdays, and names."""
    for match in _EMAIL.finditer(reading.cased) if "@" in reading.cased else ():
        yield _personal(reading, match.span(), "{} is an email address.", Severity.BLOCK)
    for pattern in (_PHONE, _PHONE_US) if _MANY_DIGITS.search(reading.cased) else ():
        for match in pattern.finditer(reading.cased):
            if 8 <= sum(map(str.isdigit, match[0])) <= 15 and match[0] not in facts.cased_text:
                yield _personal(reading, match.span(), "{} looks like a telephone number.", Severity.BLOCK)
    for match in (*_ORDER.finditer(reading.folded), *_NUMBERED.finditer(reading.folded)):
        if match[1] not in facts.text:
            yield _personal(
                reading, match.span(), "{} looks like one person's order or account number.", Severity.BLOCK
            )
    for match in _STREET.finditer(reading.cased) if _names_street(reading) else ():
        if match[0] not in facts.cased_text:
            yield _personal(reading, match.span(), "{} looks like a street address.", Severity.BLOCK)
    yield from _find_names(reading, facts)
    yield from _find_birthdays(reading, facts)


def _names_street(reading: Reading) -> bool:
    return any(word in _STREET_WORDS or word.endswith(_STREET_ENDINGS) for word in reading.words)


def _find_names(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    for match in _TITLED.finditer(reading.cased) if not reading.words.isdisjoint(_TITLES) else ():
        if (
            not facts.knows(lower(match[1]))
            and match[0] not in facts.cased_text
            and lower(match[1]) not in _NOT_NAMES
        ):
            yield _personal(reading, match.span(), "{} names a person.", Severity.BLOCK)
    for match in _GREETING.finditer(reading.cased):
        name = lower(match[1])
        if reading.starts_sentence(match.start()) and not all(
            part in _NOT_NAMES or facts.knows(part) for part in re.findall(r"[^\W_]+", name)
        ):
            yield _personal(
                reading,
                match.span(1),
                "{} looks like one person's name, but many people get this copy.",
                Severity.HOLD,
            )


def _find_birthdays(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    for match in _BIRTHDAY.find(reading, facts.reading_language):
        start, end = reading.sentence_at(match.start())
        near = [
            mention
            for mention in find_dates(
                reading.folded[start:end], facts.reading_language, facts.sheet.send_date
            )
            if mention.is_explicit and not mention.days & facts.days
        ]
        if near:
            yield _personal(reading, match.span(), "{} with a date is one person's data.", Severity.BLOCK)


def _personal(reading: Reading, place: tuple[int, int], message: str, severity: Severity) -> Finding:
    return reading.finding(
        "personal_data",
        severity,
        place,
        message,
        suggestion="Leave it out; to address the reader write {{ first_name }}.",
    )


_WATCHED = Phrases(
    {
        "en": (
            r"we(?:'ve| have)? (?:saw|seen|noticed|noted|spotted|know|can see|could see|see) (?:that |"
            r"how (?:often |long )?|which \w+ )?"
            r"you(?:'ve|'d|'re| have| had| were| are| keep)? ?(?:been |just |recently |only |never )?"
            r"(?:look\w*|view\w*|brows\w*|click\w*|open\w*|visit\w*|search\w*|spent|spend|stay\w*|left|"
            r"add\w*|read\w*|watch\w*|com\w+ back|"
            r"linger\w*|return\w*|scroll\w*|hover\w*|eyeing|checking|put)",
            r"(?:keeping|kept|have) an eye on (?:you|which|what|how|your)",
            (
                r"(?:we(?:'ve| have)? (?:been )?)(?:track\w*|watch\w*|monitor\w*|follow\w*) (?:you|your|"
                r"what you|which|how you)"
            ),
            (
                r"our (?:logs?|tracking|trackers?|analytics|tool|system|data|records) (?:has|have|shows?|"
                r"tells?|say|says|noted|recorded|saw)"
            ),
            r"you (?:opened|viewed|visited|scrolled|browsed|clicked|looked at|lingered|"
            r"hovered)(?: [\w']+){0,6} "
            r"(?:page|tab|site|link|photo|photograph|screen|cart|basket|minutes?|times|seconds)",
            r"(?:left|abandoned)(?: [\w']+){0,5} in your (?:basket|cart)",
            r"(?:pages?|products?|items?) (?:that )?you (?:come|came|keep coming|went|go) back to",
            r"based on your (?:browsing|location|search)(?: \w+)?",
        ),
        "de": (
            r"(?:wir haben|uns ist) (?:gesehen|bemerkt|aufgefallen|beobachtet|registriert)",
            r"wir (?:sehen|wissen|haben gesehen), (?:dass|wie|was|wann) (?:du|sie)",
            r"(?:du hast|sie haben)(?: \w+){0,6} (?:seite|produktseite|warenkorb|minuten|mal)(?: \w+){0,4} "
            r"(?:angesehen|angeschaut|geöffnet|besucht|verbracht|gelegt|geklickt|gescrollt|geblieben)",
            (
                r"(?:du bist|sie sind)(?: \w+){0,6} (?:seite|produktseite)(?: \w+){0,4} (?:geblieben|"
                r"zurückgekehrt|hängengeblieben)"
            ),
            (
                r"(?:unser|unsere) (?:system|tool|daten|protokoll\w*|statistik) (?:hat|haben|zeigt|zeigen|"
                r"sagt|sagen)"
            ),
            r"im auge behalten|beobachten wir|(?:haben|hat) dich beobachtet",
        ),
        "fr": (
            (
                r"(?:on|nous) (?:t'a|vous a|t'avons|vous avons|avons) (?:bien )?(?:vue?s?|remarquée?s?|"
                r"observée?s?|suivie?s?)"
            ),
            r"(?:on|nous) (?:a|avons) (?:vu|remarqué|noté|constaté) que (?:tu|vous)",
            r"(?:tu as|vous avez) (?:ouvert|consulté|visité|regardé|parcouru|cliqué|laissé)(?: [\w']+){0,6} "
            r"(?:page|fiche|panier|onglet|minutes|fois|site)",
            r"(?:notre|nos) (?:outil|système|données|statistiques|traceurs?) (?:a|ont|montre\w*|indique\w*)",
            r"(?:tu es|vous êtes) (?:restée?s?|revenue?s?)(?: [\w']+){0,5} (?:page|fiche|minutes|fois)",
        ),
        "es": (
            r"(?:hemos|te hemos|le hemos|os hemos) (?:visto|notado|observado|seguido|registrado)",
            (
                r"(?:vimos|notamos|sabemos) que (?:has|ha|estuviste|miraste|visitaste|buscaste|abriste|"
                r"te quedaste)(?: \w+)?"
            ),
            r"(?:has|ha) (?:visto|visitado|abierto|mirado|consultado|dejado|entrado)(?: [\w']+){0,6} "
            r"(?:página|ficha|carrito|cesta|pestaña|minutos|veces|web)",
            (
                r"(?:abriste|visitaste|miraste|entraste)(?: [\w']+){0,6} (?:página|ficha|carrito|minutos|"
                r"veces|web)"
            ),
            (
                r"(?:nuestro|nuestros|nuestras) (?:sistemas?|registros?|datos|herramienta) (?:ha|han|"
                r"muestra\w*|dice\w*|indica\w*)"
            ),
        ),
    }
)


def find_surveillance_tone(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Telling readers what they were seen doing."""
    for match in _WATCHED.find(reading, facts.reading_language):
        yield reading.finding(
            "surveillance_tone",
            Severity.BLOCK,
            match.span(),
            "{} tells readers that they are watched.",
            suggestion="Speak of the products, not of what the reader did.",
        )


_SENSITIVE = Phrases(
    {
        "en": (
            r"(?:jewish|muslim|christian|catholic|hindu|buddhist|sikh|atheist|gay|lesbian|bisexual|"
            r"transgender|queer|"
            r"conservative|republican|democrat|left-wing|right-wing|socialist|immigrant|pregnan\w+|"
            r"due date|ramadan|menopaus\w+|"
            r"depress(?:ion|ed)|anxiety|disab(?:led|ility)|diagnos\w+|illness|diabet\w+|cancer|divorc\w+|"
            r"widow\w*|"
            r"debts?|credit card|tight year|paycheck|payday|afford|overweight|addict\w*|bereave\w*|"
            r"miscarriage|infertil\w*|your weight)",
        ),
        "de": (
            r"(?:jüdisch\w*|muslim\w*|christlich\w*|katholi\w*|schwul\w*|lesbisch\w*|schwanger\w*|"
            r"entbindung\w*|wurzeln|"
            r"fastenmonat|ramadan|depressi\w*|behinder\w*|krankheit|diagnose|scheidung|witwe\w*|schulden|"
            r"kreditkarte|"
            r"konto leer|übergewicht\w*|herkunft|wähler\w*|wechseljahre\w*)",
        ),
        "fr": (
            r"(?:jui(?:f|ve)s?|musulmane?s?|chrétien\w*|catholique\w*|gay|lesbienne\w*|enceinte|grossesse|"
            r"terme|"
            r"origines|ramadan|dépression|déprimée?|handicap\w*|maladie|divorc\w+|veuve?|dettes?|"
            r"carte bancaire|"
            r"fins de mois|surpoids|électeur\w*|électrice\w*|ménopause)",
        ),
        "es": (
            r"(?:judí[oa]s?|musul[mM][aá]n\w*|cristian[oa]s?|católic[oa]s?|gay|lesbiana\w*|embaraz\w+|"
            r"ramadán|raíces|"
            r"depresión|deprimid[oa]|discapacidad|enfermedad|divorci\w+|viud[oa]s?|deudas?|"
            r"tarjeta de crédito|"
            r"fin de mes|sobrepeso|votante\w*|de izquierdas|de derechas|menopausia)",
        ),
    }
)
_ABOUT_YOU = re.compile(
    r"(?<!\w)(?:as (?:an? )?you(?:'re| are)|since you(?:'re| are)|(?:we )?know (?:that )?(?:you|it's|how)|"
    r"now that you|your|you're|you are|"
    r"keeping you|for someone|sie haben ja|du hast ja|wir wissen|als \w+|ihre[mnr]?|deine[mnr]?|euer|"
    r"da du|da sie|dir|dich|ihnen|"
    r"comme vous|en tant que|nous savons|on sait|votre|vos|ton|tes|ta|puisque|tu es|vous êtes|"
    r"como (?:buen|buena|eres|es|usted)|sabemos|tus?|sus?|ya que|eres|usted es)(?!\w)"
)


def find_sensitive_inferences(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Saying of readers what they believe, earn, suffer from or where they come from."""
    for match in _SENSITIVE.find(reading, facts.reading_language):
        if match[0] in facts.text or facts.knows(match[0]):
            continue
        if _ABOUT_YOU.search(reading.sentence_text(match.start())):
            yield reading.finding(
                "sensitive_inference",
                Severity.HOLD,
                match.span(),
                "{} seems to say something private about the reader.",
                suggestion="Say nothing of the reader's beliefs, health, family, origin or money.",
            )
