"""Words the brand bans or requires, competitors, coarse language, shouting, and the wrong language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bespoke.domain import DraftKind, Finding, Severity
from guardrails.plain_text import fold, listed, plain
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_ENDINGS = {
    "en": "s|es|ed|d|ing|'s|r|er|y|ly",
    "de": "e|en|er|es|em|s|n",
    "fr": "s|e|es|x",
    "es": "s|es|a|as|o|os",
}
_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)
def _word_pattern(phrases: tuple[str, ...], language: str) -> re.Pattern[str] | None:
    """Any of the phrases at word bounds, with common endings; words may be joined or hyphenated."""
    parts = [_inflected(fold(phrase), _ENDINGS.get(language, "s")) for phrase in phrases]
    parts = [part for part in parts if part]
    if not parts:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(parts, key=len, reverse=True))})(?!\w)")


def _inflected(phrase: str, endings: str) -> str:
    words = _LETTERS.findall(phrase)
    if not words:
        return re.escape(phrase)
    joined = "[ '&-]{0,3}".join(re.escape(word).replace("ß", "(?:ß|ss)") for word in words)
    return joined + (f"(?:{endings})?" if len(words[-1]) >= 4 else "")


def find_banned_words(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Words on the brand's list, in any case and with common endings."""
    pattern = _word_pattern(facts.sheet.brand.banned_words, facts.reading_language)
    for match in pattern.finditer(reading.folded) if pattern else ():
        in_title = any(match[0] in product.title for product in facts.products)
        yield reading.finding(
            "banned_word",
            Severity.HOLD if in_title else Severity.BLOCK,
            match.span(),
            "The brand does not use {}.",
            fact=f"banned: {', '.join(facts.sheet.brand.banned_words)}",
            suggestion="Use another word.",
        )


_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-Z])")


def find_competitors(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Mentions of competitors; a name that is also a plain word counts only where it is a name."""
    for name in facts.sheet.brand.competitors:
        pattern = _word_pattern((_CAMEL.sub(" ", plain(name)),), "name")
        for match in pattern.finditer(reading.folded) if pattern else ():
            severity = _competitor_severity(reading, facts, plain(name), match)
            if severity is not None:
                yield reading.finding(
                    "competitor_mention",
                    severity,
                    match.span(),
                    "{} is a competitor.",
                    fact=f"competitors: {', '.join(facts.sheet.brand.competitors)}",
                    suggestion="Leave other shops out.",
                )


def _competitor_severity(
    reading: Reading, facts: SheetFacts, name: str, match: re.Match[str]
) -> Severity | None:
    written = reading.cased[match.start() : match.end()]
    plain_word = name.isalpha() and name[1:].islower()
    if not plain_word:
        return Severity.BLOCK
    if written.islower():
        return None
    if facts.knows(match[0].removesuffix("s")):
        # The word is in the facts too: a fruit, and a shop called after it.
        return (
            None if reading.starts_sentence(match.start()) or _is_in_title(facts, match[0]) else Severity.HOLD
        )
    return Severity.HOLD if reading.starts_sentence(match.start()) else Severity.BLOCK


def _is_in_title(facts: SheetFacts, word: str) -> bool:
    return any(word in product.title_words for product in facts.products)


def find_missing_phrases(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Phrases that the brand requires in every email and that no field has."""
    if reading.sheet.kind is not DraftKind.FRAME:
        return
    text = _letters_only(reading.folded)
    for phrase in facts.sheet.brand.required_phrases:
        if _letters_only(fold(phrase)) not in text:
            yield Finding(
                rule="missing_required_phrase",
                severity=Severity.BLOCK,
                field="body",
                message=f"The required phrase “{phrase}” is missing.",
                fact=phrase,
                suggestion=f"End the body with: {phrase}",
            )


def _letters_only(text: str) -> str:
    return " ".join(_LETTERS.findall(text))


# Our own short list of words that no shop's mail should hold; matched whole, with endings.
_COARSE = {
    "en": r"fuck\w*|motherfuck\w*|shit(?:s|ty|ting|te)?|bullshit|cunts?|bitch(?:es|y)?|bastards?|assholes?|"
    r"arseholes?|wankers?|"
    r"dickheads?|pricks|twats?|bollocks|pissed|crap(?:py)?|goddamn",
    "de": (
        r"scheiß\w*|scheiss\w*|arsch\w*|fick\w*|fotzen?|hurensöhne?|hurensohn|wichser\w*|kacke?|"
        r"verpiss\w*|verdammte[rsnm]?"
    ),
    "fr": (
        r"merdes?|merdiques?|putains?|putes?|connards?|connasses?|enculés?|bordel|salopes?|salauds?|"
        r"foutre|chier|chiant\w*|couilles?"
    ),
    "es": (
        r"mierdas?|put[oa]s?|joder|jodid[oa]s?|coños?|gilipollas|cabr[oó]n(?:es)?|hostias?|cojon\w*|"
        r"pollas|culos?"
    ),
}
_COARSE_WORDS = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _COARSE.items()}


def find_profanity(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Coarse words in the email's language or in English, unless the facts use them."""
    for language in dict.fromkeys((facts.reading_language, "en")):
        for match in _COARSE_WORDS[language].finditer(reading.folded):
            if match[0] not in facts.words:
                yield reading.finding(
                    "profanity",
                    Severity.BLOCK,
                    match.span(),
                    "{} is coarse.",
                    suggestion="Use another word.",
                )


_CAPITALS = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-Þ]{2,}(?![\w-])")
_ROMAN = re.compile(r"[IVXLCDM]+")
_CRIES = re.compile(r"(?:[!¡][ !¡?]{0,3}){1,3}[!¡]|![?!]|\?!+[?!]")
_MOST_CRIES = {"subject": 1, "preheader": 1, "headline": 1, "cta": 1, "body": 3}
_SHOUTED_WORD = 5  # letters; shorter ones may be abbreviations


def find_shouting(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Capitals that no fact explains, and exclamation marks in a row or too many."""
    run: list[re.Match[str]] = []
    for match in _CAPITALS.finditer(reading.cased):
        if match[0] in facts.capitals or _ROMAN.fullmatch(match[0]):
            continue
        if run and reading.cased[run[-1].end() : match.start()].strip(" ,!¡?.-'") == "":
            run.append(match)
            continue
        yield from _shouted(reading, run)
        run = [match]
    yield from _shouted(reading, run)
    yield from _find_cries(reading)


def _shouted(reading: Reading, run: list[re.Match[str]]) -> Iterator[Finding]:
    letters = sum(len(match[0]) for match in run)
    if not run or (len(run) == 1 and letters < _SHOUTED_WORD) or letters < _SHOUTED_WORD:
        return
    yield reading.finding(
        "shouting",
        Severity.BLOCK if len(run) > 1 else Severity.HOLD,
        (run[0].start(), run[-1].end()),
        "{} is written in capitals.",
        suggestion="Write it in small letters.",
    )


def _find_cries(reading: Reading) -> Iterator[Finding]:
    for match in _CRIES.finditer(reading.folded):
        if match[0].count("!") + match[0].count("¡") >= 2 or "?" in match[0]:
            yield reading.finding(
                "shouting", Severity.HOLD, match.span(), "{} shouts.", suggestion="One mark is enough."
            )
    for passage in reading.passages:
        count = reading.folded.count("!", passage.start, passage.end)
        if count > _MOST_CRIES.get(passage.field, 1):
            last = reading.folded.rindex("!", passage.start, passage.end)
            yield reading.finding(
                "shouting",
                Severity.HOLD,
                (last, last + 1),
                f"{count} exclamation marks in the {passage.field.partition(':')[0]} are too many.",
                suggestion="Use full stops.",
            )


# Words that belong to one of the languages only, as far as the other three go.
_MARKERS = {
    "en": listed(
        "the and you your with that this for are was have it is of to they on what from not will all our "
        "we be but no me "
        "pour in so an a as at or if do can"
    ),
    "de": listed(
        "der das und ist nicht ein eine mit für sie du wir ich auf dem den von zu im auch noch nur aus "
        "wie bei oder sich "
        "es so was will des die man am um nach an in war hat dir mir kein keine"
    ),
    "fr": listed(
        "le la les et est une des pour vous votre nous dans sur pas qui que au avec ce il elle du sont "
        "plus tu ton son on "
        "me se en de un a ou si mon sans"
    ),
    "es": listed(
        "el la los las y es una con para tu que por en del no se lo más su como al pero este esta hay muy "
        "son me "
        "de un a si sin sobre mi ya"
    ),
}
_FEWEST_WORDS = 5
_FEWEST_MARKERS = 3  # fewer do where the sentence has none of its own language's


def find_wrong_language(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Sentences in another of the four languages than the email's."""
    if facts.language not in _MARKERS:
        return
    own = _MARKERS[facts.language]
    for start, end in reading.sentences:
        words = _LETTERS.findall(reading.folded, start, end)
        if len(words) < _FEWEST_WORDS:
            continue
        distinct = frozenset(words)
        ours = len(distinct & own)
        for other, markers in _MARKERS.items():
            theirs = len((distinct & markers) - own)
            enough = theirs >= _FEWEST_MARKERS or (theirs == 2 and ours == 0)
            if other != facts.language and enough and theirs > 2 * ours:
                place = _trimmed(reading.folded, start, end)
                if _letters_only(reading.folded[place[0] : place[1]]) not in facts.normalized:
                    yield reading.finding(
                        "wrong_language",
                        Severity.BLOCK,
                        place,
                        f"{{}} is not in {facts.sheet.locale}.",
                        fact=f"locale {facts.sheet.locale}",
                        suggestion=f"Write it in {facts.sheet.locale}.",
                    )
                break


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())
