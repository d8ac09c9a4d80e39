"""Products that the facts do not have, and more products than fit in one email."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bespoke.domain import DraftKind, Finding, Severity
from bespoke.slots import find_slots
from guardrails.glossary import Glossary, read_table
from guardrails.lexicon import IndexedText
from guardrails.measures import find_measures
from guardrails.noun_groups import CONTAINERS, DETERMINERS, NO_PRODUCTS, POSSESSIVES, STOPS, TITLED
from guardrails.plain_text import listed
from guardrails.product_words import is_ordinary, is_part, is_thing, things_among
from guardrails.reading import SLOT_MARK, Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem

_PRODUCT_SLOT = re.compile(r"product_\d{1,2}")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_WORDS = 6  # of a name

# The thing before "is back" may only say where the thing is: "the field behind the pub is back".
_LEADS_ELSEWHERE = re.compile(
    r"(?<!\w)(?:in|on|at|of|to|from|for|with|behind|under|near|by|en|de|sur|sous|con|sobre) $"
)
_IS_PLACE = re.compile(r"(?<!\w)(?:in|on|at|behind|under|off|rest) $")  # "we rest our case"
_QUOTES = re.compile(r"[“„«\"]")
_QUOTED = re.compile(r"[“„«\"]\s?([^“”„«»\"\n]{3,60}?)\s?[”“»\"]")


@cache
def _cues() -> Glossary:
    return Glossary(read_table("announcements.toml"))


@cache
def _countries() -> Glossary:
    return Glossary(read_table("places.toml"))


_RECIPE_MEASURES = 2


def find_unknown_products(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Names and titles that read like a product's and that no fact has."""
    if not facts.products:
        return
    places = {
        *_quoted(reading, facts),
        *_announced(reading, facts),
        *_named(reading, facts),
        *_titled(reading, facts),
    }
    covered = -1
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start < covered or _is_in_a_recipe(reading, start):
            continue
        covered = end
        yield reading.finding(
            "unknown_product",
            Severity.HOLD,
            (start, end),
            "{} reads like a product, and the facts do not have it.",
            fact="; ".join(product.product.title for product in facts.products[:5]),
            suggestion="Name only products from the facts.",
        )


def _is_in_a_recipe(reading: Reading, place: int) -> bool:
    """Whether two measures or more stand in the same sentence: for a Victoria sponge, 225 g of butter…"""
    start, end = reading.sentence_at(place)
    return sum(start <= one.start < end for one in find_measures(reading)) >= _RECIPE_MEASURES


def _quoted(reading: Reading, facts: SheetFacts) -> Iterator[tuple[int, int]]:
    """Titles in quotation marks."""
    if not _QUOTES.search(reading.cased) or not any(facts.knows(word) for word in TITLED):
        return
    for match in _QUOTED.finditer(reading.cased):
        words = match[1].split()
        titled = sum(word[0].isupper() for word in words)
        if 2 <= len(words) <= _MOST_WORDS and titled == len(words) and not _is_known(words, facts):
            yield match.span(1)


def _announced(reading: Reading, facts: SheetFacts) -> Iterator[tuple[int, int]]:
    """Things said to be the shop's: "our matching saucers", "is back", "a juego"."""
    for cue in _cues().find(reading, facts.reading_language):
        if reading.folded.startswith((" own ", " eigene"), cue.end):
            continue  # "we'll be out with our own trowels"
        sentence = reading.sentence_at(cue.start)
        if cue.meaning == "before":
            found = _group_before(reading, facts, sentence[0], cue.start)
        else:
            found = _group_after(reading, facts, cue.end, sentence[1])
            if _IS_PLACE.search(reading.folded, max(cue.start - 8, 0), cue.start):
                found = []  # "like everything in our racks"
        is_sure = cue.meaning != "after" or (
            bool(found) and _PACKED.match(reading.folded, found[-1].end()) is not None
        )
        if found and _is_a_product(reading, facts, found, sure=is_sure):
            yield found[0].start(), found[-1].end()


# "Our sphagnum moss in 2 liter bags": what comes packed is sold.
_PACKED = re.compile(
    r", (?:[\w-]+ ){1,2}(?:to|in|per) (?:the|a) (?:tin|box|bag|jar|pack|packet|tub|roll|case|crate)(?!\w)|"
    r",? (?:in|by the|im|in der|en) (?:[\w.,-]+ ){0,3}(?:bags?|jars?|tins?|bottles?|packs?|packets?|sachets?|"
    r"boxes|"
    r"tubes?|pouch(?:es)?|rolls?|beuteln?|gläsern?|dosen?|flaschen?|tüten?|sachets?|bocal|bocaux|pots?|"
    r"boîtes?|"
    r"bolsas?|botes?|tarros?|latas?|botellas?|cajas?)(?!\w)"
)


def _group_after(reading: Reading, facts: SheetFacts, start: int, end: int) -> list[re.Match[str]]:
    """The words about a thing from a place on, without the articles before it."""
    words = list[re.Match[str]]()
    stops, last = STOPS[facts.reading_language], start
    for match in _WORD.finditer(reading.folded, start, min(end, start + 80)):
        between = reading.folded[last : match.start()]
        if between.strip(" '") and (words or between.strip() not in (":", ",")):
            break
        if match[0] in DETERMINERS and not words:
            last = match.end()
            continue
        if match[0] in stops or len(words) == _MOST_WORDS:
            break
        words.append(match)
        last = match.end()
    return words


def _group_before(reading: Reading, facts: SheetFacts, start: int, end: int) -> list[re.Match[str]]:
    """The words about a thing up to a place, back to the last article."""
    stops = STOPS[facts.reading_language]
    words = list[re.Match[str]]()
    for match in reversed(list(_WORD.finditer(reading.folded, max(start, end - 60), end))):
        after = words[-1].start() if words else end
        if reading.folded[match.end() : after].strip(" '") or len(words) == _MOST_WORDS:
            break
        if match[0] in DETERMINERS or match[0] in POSSESSIVES:
            return (
                []
                if _LEADS_ELSEWHERE.search(reading.folded, max(start, match.start() - 9), match.start())
                else (words[::-1])
            )
        if match[0] in stops and match[0] not in ("de", "of"):
            break
        words.append(match)
    return words[::-1] if facts.reading_language == "de" else []


# They follow a noun and may look like one.
_VERBS = listed(
    "runs comes fits works covers sits goes turns makes takes starts opens folds weighs measures keeps lasts"
)


def _is_a_product(reading: Reading, facts: SheetFacts, words: list[re.Match[str]], *, sure: bool) -> bool:
    """Whether a group of words names a thing that the facts do not have."""
    language = facts.reading_language
    if SLOT_MARK in reading.cased[words[0].start() : words[-1].end() + 2]:
        return False
    names = [word for word in words if reading.cased[word.start()].isupper()]
    if language != "de" and names and is_ordinary(words[0][0], language):
        return False  # "our founder Anna"
    if language == "en" and len(words) > 1 and words[-1][0] in _VERBS:
        words = words[:-1]  # "our academic planner runs from August"
    head = _head(reading, words, language)
    if head is None or _is_known_word(head, facts) or is_ordinary(head, language) or head in NO_PRODUCTS:
        return False
    if is_thing(head, language):
        return True
    if language == "de":
        return sure and len(words) <= 2
    unknown_names = [
        word for word in names if not _is_known_word(word[0], facts) and word[0] not in NO_PRODUCTS
    ]
    if language == "en" and names == words[:1] == unknown_names and len(words) == 2:
        return not is_part(head, language) and not head.endswith(_PEOPLE)  # "our Streamway oversuit"
    if len(unknown_names) >= 2:
        return reading.cased[words[0].start()].isupper() or is_thing(words[-1][0], language)
    return sure and not is_part(head, language) and len(words) <= 3 and not names


_PEOPLE = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
    "folk",
    "team",
)


def _head(reading: Reading, words: list[re.Match[str]], language: str) -> str | None:
    """The noun of the group: English ends with it, German capitalizes it, Romance languages begin with it."""
    if language == "en":
        return words[-1][0].removesuffix("'s")
    if language == "de":
        nouns = [word[0] for word in words if reading.cased[word.start()].isupper()]
        return nouns[0].split("-")[-1] if nouns else None
    things = [word[0] for word in words[:3] if is_thing(word[0], language)]
    return things[0] if things else words[0][0]


def _named(reading: Reading, facts: SheetFacts) -> Iterator[tuple[int, int]]:
    """A thing with a name of its own: "the Larkspur throw", "das Federmäppchen Fuchsbau"."""
    language = facts.reading_language
    for word in things_among(reading.words, language):
        is_ours = facts.knows(word) or _is_known_word(word, facts)
        if is_ours and not (language == "de" and _begins_a_title(word, facts)):
            continue
        if word in CONTAINERS:
            continue
        for place in reading.places.get(word, ()):
            end = place + len(word)
            if language == "de" and not reading.cased[place].isupper():
                continue
            name = (
                _NAME_BEFORE.search(reading.cased, max(place - 40, 0), place)
                if language == "en"
                else (_NAME_AFTER.match(reading.cased, end))
            )
            if is_ours and not _OUR_ONE.search(reading.folded, max(place - 12, 0), place):
                continue
            if name is not None and _is_a_name(reading, name, facts):
                yield min(place, name.start(1)), max(end, name.end(1))


# A known thing with another name: "die Gießkanne Berta", where the facts have a "Gießkanne Bruno".
_OUR_ONE = re.compile(r"(?<!\w)(?:die|der|das|unsere?|neuen?|neues|kleinen?|großen?) \Z")


def _begins_a_title(word: str, facts: SheetFacts) -> bool:
    """Whether a product's title is this word and a name."""
    titles = (product.title.split() for product in facts.products)
    return any(len(title) == 2 and title[0] == word and title[1].isalpha() for title in titles)


_UPPER = "[A-ZÀ-ÖØ-Þ]"
# "El Borrador Felpa": Spanish and French write what is no name in small letters.
_TITLED_NAME = re.compile(
    rf"(?<!\w)(?:nuestr[oa]s?|el|la|los|las|le|les|notre|nos) "
    rf"((?:{_UPPER}[^\W\d_]+)(?: {_UPPER}[^\W\d_]+){{1,2}})"
    r"(?![\w'’-]| (?:de|del|d'))"
)
_NAME_BEFORE = re.compile(rf"(?<![\w'])((?:{_UPPER}[^\W\d_]+ ){{1,3}})\Z")
_NAME_AFTER = re.compile(
    rf" (?:(?:de|para|à|en) [a-zà-öø-þ]{{3,12}} )?[“„«\"']?"
    rf"((?:{_UPPER}[^\W\d_]+)(?: {_UPPER}[^\W\d_]+){{0,2}})"
)


def _titled(reading: Reading, facts: SheetFacts) -> Iterator[tuple[int, int]]:
    """Two capitalized words or three after an article, in languages that write nouns small."""
    if facts.reading_language not in ("fr", "es"):
        return
    for match in _TITLED_NAME.finditer(reading.cased):
        if _is_a_name(reading, match, facts):
            yield match.span(1)


def _is_a_name(reading: Reading, name: re.Match[str], facts: SheetFacts) -> bool:
    if any(len(word) > 1 and word.isupper() for word in name[1].split()):
        return False  # a code, or somebody shouts
    words = [word.lower() for word in name[1].split()]
    if reading.starts_sentence(name.start(1)) and len(words) < 2:
        return False
    if reading.facts.reading_language != "de" and _is_heading(reading, reading.sentence_at(name.start(1))):
        return False  # German writes every noun so
    if any(word in NO_PRODUCTS or word in CONTAINERS or _is_known_word(word, facts) for word in words):
        return False
    return not _countries().find(IndexedText(" ".join(words)), facts.reading_language)


def _is_heading(reading: Reading, sentence: tuple[int, int]) -> bool:
    """Whether most of a sentence is capitalized, as some write subjects."""
    words = [word for word in _WORD.findall(reading.cased[slice(*sentence)]) if len(word) > 3]
    return len(words) <= 2 or sum(word[0].isupper() for word in words) * 2 > len(words) + 1


def _is_known(words: list[str], facts: SheetFacts) -> bool:
    """Whether at least half of a title's words are in the facts."""
    folded = [word.lower().strip(",.:;!?'") for word in words]
    telling = [word for word in folded if len(word) > 3 and word not in NO_PRODUCTS]
    return sum(_is_known_word(word, facts) for word in telling) * 2 >= len(telling)


def _is_known_word(word: str, facts: SheetFacts) -> bool:
    """Whether the facts have a word, endings and one slip of the pen aside."""
    if facts.knows(word) or any(facts.knows(part) for part in word.split("-") if len(part) > 3):
        return True
    said = stem(word)
    return _LONGEST_SLIP > len(said) >= _LONG_ENOUGH_FOR_A_SLIP and any(
        _is_a_slip(said, known) for known in facts.stems
    )


_LONG_ENOUGH_FOR_A_SLIP, _LONGEST_SLIP = 5, 40  # letters


def _is_a_slip(said: str, known: str) -> bool:
    """Whether two words differ by one letter: wrong, missing, too many, or two that changed places."""
    if said[0] != known[:1] or abs(len(said) - len(known)) > 1 or said == known:
        return said == known
    place = next(
        (at for at, (a, b) in enumerate(zip(said, known, strict=False)) if a != b), min(len(said), len(known))
    )
    return (
        said[place + 1 :] == known[place + 1 :]
        or said[place:] == known[place + 1 :]
        or said[place + 1 :] == known[place:]
        or (
            said[place : place + 2] == known[place : place + 2][::-1]
            and said[place + 2 :] == known[place + 2 :]
        )
    )


def find_too_many_products(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """More products named or promised in one email than the settings allow."""
    if reading.sheet.kind is not DraftKind.FRAME:
        return
    most = reading.limits.products
    frame = [passage for passage in reading.passages if not passage.field.startswith("blurb:")]
    slots = {
        name
        for passage in frame
        if "{" in passage.text
        for name in find_slots(passage.text)
        if _PRODUCT_SLOT.fullmatch(name)
    }
    count = len(slots)
    if len(facts.products) > most and frame:
        text = reading.folded[: frame[-1].end]
        count = max(count, len({product.title for product in facts.products if product.title in text}))
    if count > most:
        yield Finding(
            rule="too_many_products",
            severity=Severity.BLOCK,
            field="body",
            message=f"The copy names {count} products; at most {most} may stand in one email.",
            suggestion=f"Name {most} or fewer.",
        )
