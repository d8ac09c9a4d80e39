"""Words the brand bans or requires, and its competitors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bespoke.domain import DraftKind, Finding, Severity
from guardrails.plain_text import fold, plain
from guardrails.product_words import is_thing
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_LETTERS = re.compile(r"[^\W_]+")
# What may follow a banned word of four letters or more; German joins words besides.
_ENDINGS = {
    "en": re.compile(
        r"'?(?:s|es|ed|d|ing|ings|r|er|ers|est|y|ly|ness|ish|ful|able|ally|ies|ied|ier|iest|ily)?(?:'s?)?"
    ),
    "de": re.compile(
        r"(?:e|en|er|es|em|s|n|st|t|te|ten|er[enms]{1,2}|ere|ste|ste[nrms]|heit|keit|lich\w*|ung|ungen)?"
    ),
    "fr": re.compile(r"(?:s|e|es|x|r|ment|ement|nt|ent|ons|ez|ée?s?|ble|nte?s?|issimes?)?"),
    "es": re.compile(r"(?:s|es|a|as|o|os|mente|amente|ísim[oa]s?|n|r|ndo|d[oa]s?|it[oa]s?|dad)?"),
}
_CUT = {  # endings that give way to others: "luxury" and "luxuries", "delicioso" and "deliciosas"
    "en": ("y", "e"),
    "de": ("e", "en"),
    "fr": ("eux", "if", "er", "e"),
    "es": ("o", "a", "os", "as", "e", "ar", "er", "ir"),
}
_AFTER_CUT = {
    "en": {"y": "ies|ied|ier|iest|ily|iness", "e": "ing|ed|er|est|able|y"},
    "de": {"e": "en|er|es|em|n", "en": "e|t|te|ten|st|end\\w*|ung"},
    "fr": {
        "eux": "euse|euses|eusement",
        "if": "ive|ives|ivement",
        "er": "e|es|ent|ons|ez|é|ée|és|ées|ant",
        "e": "a|é",
    },
    "es": dict.fromkeys(("o", "a", "os", "as"), "o|a|os|as|amente|ísim[oa]s?|it[oa]s?")
    | {"e": "es|ísim[oa]s?"}
    | dict.fromkeys(("ar", "er", "ir"), "[aeiouáéíó]\\w{0,5}"),
}
_LEAST_COMPOUND = 5  # letters of a word that German compounds are searched for


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase on a brand's list: what must stand in the text at all, and how it may look."""

    sign: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1024)
def _phrases(phrases: tuple[str, ...], language: str) -> tuple[_Phrase, ...]:
    return tuple(made for phrase in phrases if (made := _phrase(fold(phrase), language)))


def _phrase(phrase: str, language: str) -> _Phrase | None:
    words = _LETTERS.findall(phrase)
    if not words:
        return None
    *firsts, last = words
    endings = _ENDINGS.get(language)
    forms = [_spelled(last) + (endings.pattern if endings and len(last) >= 4 else "(?:s|'s)?")]
    for cut in _CUT.get(language, ()):
        if last.endswith(cut) and len(last) - len(cut) >= 4:
            forms.append(rf"{re.escape(last[: -len(cut)])}(?:{_AFTER_CUT[language][cut]})")
    start, end = r"(?<!\w)", r"(?!\w)"
    if language == "de" and len(last) >= _LEAST_COMPOUND and not firsts:
        start, end = r"(?<!\w)\w{0,20}?", r"\w{0,20}"
        forms = [re.escape(last[:-1] if last.endswith("e") else last)]
    joined = r"(?:[\s'&·-]|\.(?!\s)){0,3}".join([*map(_spelled, firsts), f"(?:{'|'.join(forms)})"]).replace(
        "ß", "(?:ß|ss)"
    )
    sign = (firsts or [last[: max(len(last) - 3, 3)]])[0]
    return _Phrase(sign.partition("ß")[0], re.compile(start + joined + end))


_SIGNS = {
    "plus": r"\+",
    "más": r"(?:mas|\+)",
    "mas": r"(?:más|\+)",
    "and": "&",
    "und": "&",
    "et": "&",
    "y": "&",
}


def _spelled(word: str) -> str:
    """A word as an expression; what is also written as a sign may be one."""
    return rf"(?:{word}|{_SIGNS[word]})" if word in _SIGNS else re.escape(word)


def _find_phrases(reading: Reading, phrases: tuple[str, ...], language: str) -> Iterator[re.Match[str]]:
    for phrase in _phrases(phrases, language):
        if phrase.sign in reading.folded:
            yield from phrase.pattern.finditer(reading.folded)


_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyzäöüßáéíóúñàèç")
_SPACED = re.compile(r"(?<!\w)\w(?:[ .·_*-]\w(?!\w)){3,24}")


# "You must have seen it" has no must-have.
_PERSON = re.compile(r"(?<!\w)(?:i|you|we|they|he|she|it|there|who|that|this)(?:'ll)? $")


def find_banned_words(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Words on the brand's list, inflected, compounded, hyphenated or with their letters spaced."""
    banned = facts.sheet.brand.banned_words
    for match in _find_phrases(reading, banned, facts.reading_language):
        if " have" in match[0] and _PERSON.search(reading.folded, max(match.start() - 8, 0), match.start()):
            continue
        in_title = any(match[0] in product.title for product in facts.products)
        yield _banned(reading, facts, match.span(), Severity.HOLD if in_title else Severity.BLOCK)
    if banned and len(_ALPHABET & reading.words) >= 3:
        joined = {"".join(_LETTERS.findall(fold(word))) for word in banned}
        for match in _SPACED.finditer(reading.folded):
            letters = "".join(_LETTERS.findall(match[0]))
            if any(word in letters for word in joined):
                yield _banned(reading, facts, match.span(), Severity.BLOCK)


def _banned(reading: Reading, facts: SheetFacts, place: tuple[int, int], severity: Severity) -> Finding:
    return reading.finding(
        "banned_word",
        severity,
        place,
        "The brand does not use {}.",
        fact=f"banned: {', '.join(facts.sheet.brand.banned_words)}",
        suggestion="Use another word.",
    )


_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-Z])")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){1,3}")
_LEAST_FIRST_NAME = 3  # of a shop that is called by half its name
_LEAST_MISSPELLED = 6  # letters of a name that one letter may be wrong in
_ANY_LETTER = "abcdefghijklmnopqrstuvwxyzäöüéèáíóñ"


def find_competitors(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Mentions of competitors, however spaced or with a letter wrong; a plain word counts only as a name."""
    competitors = facts.sheet.brand.competitors
    for name in competitors:
        for match in _find_phrases(reading, (_CAMEL.sub(" ", plain(name)),), "name"):
            severity = _competitor_severity(reading, facts, plain(name), match)
            if severity is not None:
                yield _competitor(reading, facts, match.span(), severity)
    for start, end in _hyphened(reading.folded) if competitors and "-" in reading.folded else ():
        if reading.folded[start:end].replace("-", "") in _joined(competitors):
            yield _competitor(reading, facts, (start, end), Severity.BLOCK)
    misspelled = _misspellings(competitors)
    for word in reading.words & misspelled.keys() if misspelled else ():
        if facts.knows(word):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", reading.folded):
            is_first = word in _first_words(competitors)
            if is_first and (is_thing(word, facts.reading_language) or not _is_surely_a_name(reading, match)):
                continue
            if reading.cased[match.start()].isupper() and _is_name(reading, facts, match):
                yield _competitor(reading, facts, match.span(), misspelled[word])


def _hyphened(folded: str) -> Iterator[tuple[int, int]]:
    """Where words stand that hyphens join."""
    place = 0
    for chunk in folded.split():
        if "-" in chunk:
            place = folded.find(chunk, place)
            for match in _HYPHENED.finditer(chunk):
                yield place + match.start(), place + match.end()
            place += len(chunk)


@lru_cache(maxsize=1024)
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    """The first words of names that have several."""
    split = [_LETTERS.findall(fold(_CAMEL.sub(" ", plain(name)))) for name in names]
    return frozenset(words[0] for words in split if len(words) > 1)


def _is_surely_a_name(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a capital here can only be a name's: no sentence starts, and no German noun is written so."""
    if reading.folded.startswith("'s", match.end()):
        return True
    return reading.facts.language != "de" and not reading.starts_sentence(match.start())


def _is_name(reading: Reading, facts: SheetFacts, match: re.Match[str]) -> bool:
    """Whether the word is a name here: long, or capitalized where words are not, and nowhere small."""
    if len(match[0]) < _LEAST_MISSPELLED:
        apostrophe = reading.folded.startswith("'s", match.end())
        if (
            facts.language == "de"
            or reading.cased[match.start() : match.end()].isupper()
            or (reading.starts_sentence(match.start()) and not apostrophe)
        ):
            return False
    return not any(
        reading.cased[other.start()].islower()
        for other in re.finditer(rf"(?<!\w){re.escape(match[0])}", reading.folded)
    )


def _competitor(reading: Reading, facts: SheetFacts, place: tuple[int, int], severity: Severity) -> Finding:
    return reading.finding(
        "competitor_mention",
        severity,
        place,
        "{} is a competitor.",
        fact=f"competitors: {', '.join(facts.sheet.brand.competitors)}",
        suggestion="Leave other shops out.",
    )


@lru_cache(maxsize=1024)
def _joined(names: tuple[str, ...]) -> frozenset[str]:
    """Names in letters only, for words that a hyphen splits."""
    return frozenset("".join(_LETTERS.findall(fold(name))) for name in names)


@lru_cache(maxsize=1024)
def _misspellings(names: tuple[str, ...]) -> dict[str, Severity]:
    """Names with a letter too many, too few, changed or swapped, and their long single words."""
    found: dict[str, Severity] = {}
    for name in names:
        words = _LETTERS.findall(fold(_CAMEL.sub(" ", plain(name))))
        joined = "".join(words)
        if len(joined) >= _LEAST_MISSPELLED:
            found.update(dict.fromkeys(_one_letter_off(joined), Severity.HOLD))
            found[joined] = Severity.BLOCK
        if len(words) > 1 and len(words[0]) >= _LEAST_FIRST_NAME:
            found.setdefault(words[0], Severity.HOLD)  # "at Ludomanía", of Ludomanía Express
        found.pop(words[0] if len(words) == 1 else "", None)
    return found


def _one_letter_off(word: str) -> Iterator[str]:
    for place in range(len(word)):
        head, tail = word[:place], word[place:]
        yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _ANY_LETTER:
            yield head + letter + tail
            yield head + letter + tail[1:]


_AS_A_SHOP = re.compile(
    r"(?<!\w)(?:from|at|than|like|unlike|by|with|forget|beats?|over|bei|von|als|chez|de|en) $"
)


def _of_plain_words(reading: Reading, match: re.Match[str], written: str) -> Severity | None:
    """How sure a name of joined words is: parted and small, "the clay works", it may be none."""
    if " " not in written or not written.rsplit(" ", 1)[1].islower():
        return Severity.BLOCK
    named = _AS_A_SHOP.search(reading.folded, max(match.start() - 10, 0), match.start())
    return Severity.HOLD if named else None


def _competitor_severity(
    reading: Reading, facts: SheetFacts, name: str, match: re.Match[str]
) -> Severity | None:
    written = reading.cased[match.start() : match.end()]
    plain_word = name.isalpha() and name[1:].islower()
    if not plain_word:
        return _of_plain_words(reading, match, written)
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
    required = facts.sheet.brand.required_phrases
    text = f" {' '.join(_LETTERS.findall(reading.folded))} " if required else ""
    for phrase in required:
        if f" {_letters_only(phrase)} " not in text:
            yield Finding(
                rule="missing_required_phrase",
                severity=Severity.BLOCK,
                field="body",
                message=f"The required phrase “{phrase}” is missing.",
                fact=phrase,
                suggestion=f"End the body with: {phrase}",
            )


@lru_cache(maxsize=1024)
def _letters_only(phrase: str) -> str:
    return " ".join(_LETTERS.findall(fold(phrase)))
