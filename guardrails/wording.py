"""Coarse language and shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from bespoke.letters import is_western
from guardrails.language_words import BELONGING, MARKERS
from guardrails.plain_text import listed
from guardrails.profanity_phrases import COARSE
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_MASKED = re.compile(
    r"(?<!\w)(?:(?:bull|horse|bat)sh[*#@!]+t?|d[*#@]+m?n|cr[*#@]+p|b[*#@]+ll[*#@o]+cks|p[*#@]+ss(?:ed|"
    r"ing)?|w[*#@]+nk\w*|"
    r"f[*#@u]{1,3}c?k|f[*#@]+(?:ing|ed|er)?|sh[*#@!]+t?|s[*#@]+t|b[*#@]+(?:ch|tch)|c[*#@]+t|"
    r"a[*#@$]+(?:hole)?|m[*#@]+rde|p[*#@]+ta(?:in)?|"
    r"sch[*#@]+e|[*#@$%!]{4,})(?!\w)"
)


def find_profanity(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Coarse words in the email's language or in English, also masked, unless the facts use them."""
    found = COARSE.find(reading, facts.reading_language)
    if facts.reading_language != "en":
        found = found + COARSE.find(reading, "en", alone=True)
    for match in found:
        if match[0] not in facts.words:
            yield _coarse(reading, match)
    if "*" in reading.folded or "#" in reading.folded or "@" in reading.folded:
        for match in _MASKED.finditer(reading.folded):
            if any(char in match[0] for char in "*#@$%") and match[0] not in facts.text:
                yield _coarse(reading, match)


def _coarse(reading: Reading, match: re.Match[str]) -> Finding:
    return reading.finding(
        "profanity", Severity.BLOCK, match.span(), "{} is coarse.", suggestion="Use another word."
    )


_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,}")
_ROMAN = re.compile(r"[IVXLCDM]+")
_CRIES = re.compile(r"[!¡?](?: ?[!?]|¡){1,9}")
_MOST_CRIES = {"subject": 2, "preheader": 2, "headline": 2, "cta": 1, "body": 3}
# English words that are stressed so, too short to be certain of one by one.
_STRESSED = listed(
    "huge new now here need free only today stop wait all so very love big best hot last more must get "
    "buy save "
    "sale wow this you your not never every really ever just most real what yes no one win act fast back "
    "gone soon "
    "ends off deal want try see go"
)
# What keys and keyboards are called.
_KEYS = listed(
    "caps lock shift ctrl alt esc enter return del delete tab home end insert print qwerty qwertz azerty"
)
_SHOUTED_WORD = 5  # letters; shorter ones may be abbreviations
_STRETCHES = tuple(letter * 4 for letter in "aeiou")
_EMOJI = re.compile(
    r"[\U0001f300-\U0001faff\u2600-\u27bf](?:[\ufe0f\u200d ]{0,2}[\U0001f300-\U0001faff\u2600-\u27bf]){2,20}"
)


def find_shouting(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Capitals that no fact explains, cries in a row or too many, stretched words, rows of emoji."""
    run: list[re.Match[str]] = []
    stressed: list[re.Match[str]] = []
    for match in _CAPITALS.finditer(reading.cased):
        if (
            not _stands_alone(reading.cased, match)
            or match[0] in facts.capitals
            or _ROMAN.fullmatch(match[0])
        ):
            continue
        if match[0].lower() in _STRESSED:
            stressed.append(match)
        if run and reading.cased[run[-1].end() : match.start()].strip(" ,!¡?.-'’") == "":
            run.append(match)
            continue
        yield from _shouted(reading, run)
        run = [match]
    yield from _shouted(reading, run)
    if len(stressed) > 1:
        place = (stressed[0].start(), stressed[-1].end())
        yield _loud(
            reading, place, "{} has words in capitals to stress them.", "Write them in small letters."
        )
    if "!" in reading.folded:
        yield from _find_cries(reading)
    yield from _find_stretched(reading, facts)


def _stands_alone(cased: str, match: re.Match[str]) -> bool:
    before, after = cased[match.start() - 1 : match.start()], cased[match.end() : match.end() + 1]
    return not (
        before.isalnum() or (before in "-_&@[" and before) or after.isalnum() or (after in "-_&@]" and after)
    )


def _find_stretched(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    for letters in _STRETCHES:
        place = reading.folded.find(letters)
        if place < 0 or _is_cry(reading.folded, place):
            continue
        if not _is_written_so(_word_at(reading.cased, place), facts):
            yield _loud(
                reading, (place, place + len(letters)), "{} is stretched.", "Write the word as it is."
            )
    for match in _EMOJI.finditer(reading.cased) if not is_western(reading.cased) else ():
        yield _loud(reading, match.span(), "{} is a row of emoji.", "One is enough.")


def _word_at(text: str, place: int) -> str:
    start, end = place, place
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _is_written_so(word: str, facts: SheetFacts) -> bool:
    """Whether the facts write a word so themselves, a code among them."""
    return word.upper() in facts.capitals or word.lower() in facts.words


_CRY = re.compile(r"[wbh]?r*[aeiou]+[hwy]?e*|wh[aeiou]+|y[aeiou]+[hy]?|go+l+|[aeiouh]+")


def _is_cry(folded: str, place: int) -> bool:
    """Whether the word there is a cry of its own, such as "wheee" or "aaah"."""
    start, end = place, place
    while start and folded[start - 1].isalpha():
        start -= 1
    while end < len(folded) and folded[end].isalpha():
        end += 1
    return bool(_CRY.fullmatch(folded[start : min(end, start + 40)]))


def _loud(reading: Reading, place: tuple[int, int], message: str, suggestion: str) -> Finding:
    return reading.finding("shouting", Severity.HOLD, place, message, suggestion=suggestion)


_LONGEST_ABBREVIATION = 3


def _abbreviates(reading: Reading, run: list[re.Match[str]]) -> bool:
    """Whether a run is a cry, or short pieces none of which is a word of the language: "YO, SSK"."""
    words = [match[0].lower() for match in run]
    if len(words) == 1 and _CRY.fullmatch(words[0]):
        return True
    small = MARKERS[reading.facts.reading_language] | BELONGING[reading.facts.reading_language]
    return max(map(len, words)) <= _LONGEST_ABBREVIATION and small.isdisjoint(words)


def _shouted(reading: Reading, run: list[re.Match[str]]) -> Iterator[Finding]:
    letters = sum(len(match[0]) for match in run)
    if run and _abbreviates(reading, run):
        return
    if not run or letters < _SHOUTED_WORD or all(match[0].lower() in _KEYS for match in run):
        return
    is_cry = reading.folded[run[-1].end() : run[-1].end() + 2].lstrip(" ").startswith("!")
    in_body = reading.passage_at(run[0].start()).field == "body"
    # One word in capitals may be a sound or a joke where there is room for one.
    single = Severity.NOTE if in_body and not is_cry else Severity.HOLD
    if in_body and _is_quoted(reading.cased, run[0].start(), run[-1].end()):
        severity = Severity.NOTE  # what a sign says, or a toy
    else:
        severity = Severity.BLOCK if len(run) > 1 else single
    yield reading.finding(
        "shouting",
        severity,
        (run[0].start(), run[-1].end()),
        "{} is written in capitals.",
        suggestion="Write it in small letters.",
    )


def _is_quoted(cased: str, start: int, end: int) -> bool:
    return cased[start - 1 : start] in _QUOTES and cased[end : end + 2].strip(".,!?")[:1] in _QUOTES


_QUOTES = tuple("\"“”„«»'")


def _find_cries(reading: Reading) -> Iterator[Finding]:
    for match in _CRIES.finditer(reading.folded):
        if match[0].count("!") > 1 or match[0].count("?") > 2 or match[0].count("¡") > 1:
            yield _loud(reading, match.span(), "{} shouts.", "One mark is enough.")
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
