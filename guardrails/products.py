"""Products: only those in the facts, no more than fit, and each with its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bespoke.domain import Blurb, DraftKind, Finding, Severity
from bespoke.slots import find_slots
from guardrails.numerals import find_numbers
from guardrails.plain_text import fold, listed
from guardrails.reading import Reading
from guardrails.sheet_facts import ProductFacts, SheetFacts, stem

_PRODUCT_SLOT = re.compile(r"product_\d{1,2}")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LONG_ENOUGH = 4  # letters of a word that says something
_FEWEST_WORDS = 5  # below that a blurb may well be a turn of phrase

_QUOTES = re.compile(r"[“„«\"]")
_QUOTED = re.compile(r"[“„«\"]\s?([^“”„«»\"\n]{3,60}?)\s?[”“»\"]")
_UPPER = "[A-ZÀ-ÖØ-Þ]"
_NAME_RUN = re.compile(
    rf"(?<![\w'])({_UPPER}[^\W\d_]+(?:['-][^\W\d_]+)*(?: (?:of|de|la|the|von|und|&|et|y|"
    rf"du)? ?{_UPPER}[^\W\d_]+(?:['-][^\W\d_]+)*){{1,4}})"
)
_ORDINARY = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september "
    "october november december spring summer autumn winter christmas easter mother's father's day days "
    "new year eve bank holiday "
    "black cyber good valentine's hello dear uk usa us eu mother father mothers fathers happy merry week "
    "great britain united "
    "kingdom states london paris berlin madrid north south east west english french german spanish "
    "british american italian "
    "einheit deutschen deutsche latin europe god love sir madam yours"
)
# What announces a product by saying that it can be had.
_STOCKED = {
    "en": re.compile(
        r"(?<!\w)(?:our|the|some|new) ((?:(?!our|the|and|is|are)[\w'-]+ ){0,3}[\w'-]{3,}) (?:is|"
        r"are) (?:back|in stock|new|here|also back|now in)(?: \w+)?"
    ),
    "de": re.compile(
        r"(?<!\w)(?:unser\w*|auch|neu:?) ((?:(?:der|die|das) )?[\w-]{4,}(?: [\w-]{4,})?) (?:ist|"
        r"sind) (?:wieder|zurück|neu|da)\b"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:nos?|notre|les?) ([\w'-]{4,}(?: [\w'-]{2,}){0,3}) (?:est|sont) (?:de retour|"
        r"arrivée?s?|en stock)\b"
    ),
    "es": re.compile(
        r"(?<!\w)(?:nuestr[oa]s?|l[oa]s|el|la) ([\w'-]{4,}(?: [\w'-]{2,}){0,3}) (?:ha|han) (?:vuelto|"
        r"llegado)\b"
    ),
}


def find_unknown_products(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Names and titles that read like a product's and that no fact has."""
    if not facts.products:
        return
    places = set(_candidates(reading, facts))
    for start, end in sorted(places):
        yield reading.finding(
            "unknown_product",
            Severity.HOLD,
            (start, end),
            "{} reads like a product, and the facts do not have it.",
            fact="; ".join(product.product.title for product in facts.products[:5]),
            suggestion="Name only products from the facts.",
        )


def _candidates(reading: Reading, facts: SheetFacts) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(reading.cased) if _QUOTES.search(reading.cased) else ():
        words = match[1].split()
        titled = sum(word[0].isupper() for word in words)
        if 2 <= len(words) <= 6 and titled == len(words) and _is_unknown(reading, match.span(1), facts):
            yield match.span(1)
    headings: dict[tuple[int, int], bool] = {}
    for match in _NAME_RUN.finditer(reading.cased):
        sentence = reading.sentence_at(match.start())
        if sentence not in headings:
            headings[sentence] = _is_heading(reading, sentence)
        starts = reading.starts_sentence(match.start())
        if not starts and not headings[sentence] and _is_unknown(reading, match.span(), facts):
            yield match.span()
    for match in _STOCKED[facts.reading_language].finditer(reading.folded):
        if _is_unknown(reading, match.span(1), facts):
            yield match.span(1)


def _is_heading(reading: Reading, sentence: tuple[int, int]) -> bool:
    """Whether most of a sentence is capitalized, as some write subjects."""
    words = [word for word in _LETTERS.findall(reading.cased[slice(*sentence)]) if len(word) > 3]
    return len(words) <= 2 or sum(word[0].isupper() for word in words) * 2 > len(words)


def _is_unknown(reading: Reading, place: tuple[int, int], facts: SheetFacts) -> bool:
    """Whether most words of the mention are nowhere in the facts."""
    words = [
        word for word in _LETTERS.findall(reading.folded, *place) if len(word) > 3 and word not in _ORDINARY
    ]
    if not words:
        return False
    return sum(facts.knows(word) for word in words) * 2 < len(words)


def find_too_many_products(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """More products named or promised in one email than the settings allow."""
    if reading.sheet.kind is not DraftKind.FRAME:
        return
    frame = [passage for passage in reading.passages if not passage.field.startswith("blurb:")]
    slots = {name for passage in frame for name in find_slots(passage.text) if _PRODUCT_SLOT.fullmatch(name)}
    text = reading.folded[: frame[-1].end] if frame else ""
    titles = {product.title for product in facts.products if product.title in text}
    count = max(len(slots), len(titles))
    if count > reading.limits.products:
        yield Finding(
            rule="too_many_products",
            severity=Severity.BLOCK,
            field="body",
            message=(
                f"The copy names {count} products; at most {reading.limits.products} may stand in one email."
            ),
            suggestion=f"Name {reading.limits.products} or fewer.",
        )


def find_blurb_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Blurbs for products that are not in the facts, and blurbs that describe another product."""
    known = {str(product.product.product_id): product for product in facts.products}
    for blurb in reading.copy.blurbs:
        product = known.get(str(blurb.product_id))
        if product is None:
            message = f"There is no product {blurb.product_id!r} in the facts."
            yield _about_blurb(blurb, "unknown_product", Severity.BLOCK, message)
            continue
        telling = _telling(blurb.text, facts)
        title = product.product.title
        if (other := _described_instead(telling, product, facts)) is not None:
            message = f"The blurb of “{title}” describes “{other.product.title}”."
            yield _about_blurb(blurb, "blurb_mismatch", Severity.BLOCK, message)
        elif _has_nothing_in_common(telling, product):
            message = f"The blurb has nothing to do with the facts of “{title}”."
            yield _about_blurb(blurb, "blurb_mismatch", Severity.HOLD, message)


def _about_blurb(blurb: Blurb, rule: str, severity: Severity, message: str) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        field=f"blurb:{blurb.product_id}",
        span=(0, len(blurb.text)),
        excerpt=blurb.text,
        message=message,
        suggestion="Describe this product from its own facts.",
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """The stems and the numbers of a text by which a product can be known."""

    stems: frozenset[str]
    numbers: frozenset[Decimal]


def _telling(text: str, facts: SheetFacts) -> _Telling:
    folded = fold(text)
    numbers = find_numbers(folded, facts.reading_language)
    return _Telling(
        frozenset(stem(word) for word in _LETTERS.findall(folded)),
        frozenset(value for number in numbers for value in number.values if value > 1),
    )


def _described_instead(text: _Telling, product: ProductFacts, facts: SheetFacts) -> ProductFacts | None:
    """Another product of the sheet that the text clearly describes, by what tells the two apart."""
    for other in facts.products:
        theirs = len(text.stems & (other.stems - product.stems)) + len(
            text.numbers & (other.numbers - product.numbers)
        )
        own = len(text.stems & (product.stems - other.stems)) + len(
            text.numbers & (product.numbers - other.numbers)
        )
        if theirs >= 2 and theirs > 2 * own:
            return other
    return None


def _has_nothing_in_common(text: _Telling, product: ProductFacts) -> bool:
    """Whether a text of some length shares no word and no figure with its product's facts."""
    long_words = [word for word in text.stems if len(word) >= _LONG_ENOUGH]
    shares = text.stems & product.stems or text.numbers & product.numbers
    return len(long_words) >= _FEWEST_WORDS and not shares
