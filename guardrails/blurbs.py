"""Blurbs: each for a product in the facts, and in words that can be that product's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bespoke.domain import Blurb, Finding, Severity
from guardrails.fact_texts import ProductFacts
from guardrails.plain_text import listed
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import stem

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LONG_ENOUGH = 4  # letters of a word that says something
_FEWEST_WORDS = 5  # below that a blurb may well be a turn of phrase
_SAID_BY_CHANCE = 31
_EMPTY = listed(
    "the and for with from that this these those your you our its are was has have will can not all one "
    "two three into "
    "over than then they them their there here just made makes make only very more most each every some "
    "any who what "
    "when where which while out off too also but about after before been being does done goes comes keeps "
    "holds und "
    "oder mit für aus von vom bei zum zur der die das den dem des ein eine einen einem einer eines ist "
    "sind war wird "
    "werden hat haben kann auch nur noch nicht kein keine sich wie als dass wenn man mehr sehr drei zwei "
    "alle alles "
    "les des une est sont avec pour dans sur par qui que dont pas plus très tout tous toute toutes trois "
    "deux fait "
    "elle ils vous nous votre notre leur ses son los las una unos con para por que como más muy todo "
    "todos toda todas "
    "del hasta desde sin sobre tres dos cada tiene hecho está son su sus tu tus"
)


def find_blurb_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Blurbs for products that are not in the facts, and blurbs that describe another product."""
    known = {str(product.product.product_id): product for product in facts.products}
    for blurb in reading.copy.blurbs:
        product = known.get(str(blurb.product_id))
        if product is None:
            message = f"There is no product {blurb.product_id!r} in the facts."
            yield _finding(blurb, "unknown_product", Severity.BLOCK, message)
            continue
        telling = _telling(reading, f"blurb:{blurb.product_id}")
        title = product.product.title
        if (other := _described_instead(telling, product, facts)) is not None:
            message = f"The blurb of “{title}” describes “{other.product.title}”."
            yield _finding(blurb, "blurb_mismatch", Severity.BLOCK, message)
        elif _has_nothing_in_common(telling, product, facts):
            message = f"The blurb has nothing to do with the facts of “{title}”."
            yield _finding(blurb, "blurb_mismatch", Severity.HOLD, message)


def _finding(blurb: Blurb, rule: str, severity: Severity, message: str) -> Finding:
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
    long_words: frozenset[str]


def _telling(reading: Reading, field: str) -> _Telling:
    passages = [passage for passage in reading.passages if passage.field == field]
    words = [
        word
        for passage in passages
        for word in _LETTERS.findall(reading.folded, passage.start, passage.end)
        if word not in _EMPTY
    ]
    return _Telling(
        frozenset(stem(word) for word in words),
        frozenset(
            value
            for passage in passages
            for number in reading.numbers
            if passage.start <= number.start < passage.end
            for value in number.values
            if value > 1
        ),
        frozenset(word for word in words if len(word) >= _LONG_ENOUGH),
    )


def _described_instead(text: _Telling, product: ProductFacts, facts: SheetFacts) -> ProductFacts | None:
    """Another product of the sheet that the text clearly describes, by what tells the two apart."""
    for other in facts.products:
        if other is product:
            continue
        figures = text.numbers & (other.numbers - product.numbers)
        theirs = len(text.stems & (other.said.stems - product.said.stems)) + len(figures)
        own = len(text.stems & (product.said.stems - other.said.stems)) + len(
            text.numbers & (product.numbers - other.numbers)
        )
        if (theirs >= 2 or any(map(_is_telling, figures))) and theirs > 2 * own:
            return other
    return None


def _is_telling(figure: Decimal) -> bool:
    """Whether a figure is hardly said by chance: 3.4 rather than 2."""
    return figure > _SAID_BY_CHANCE or figure != int(figure)


def _has_nothing_in_common(text: _Telling, product: ProductFacts, facts: SheetFacts) -> bool:
    """Whether a text of some length shares no word and no figure with its product's facts."""
    if len(text.long_words) + len(text.numbers) < _FEWEST_WORDS or text.numbers & product.numbers:
        return False
    if text.stems & product.said.stems:
        return False
    # Germans join words: the facts' "Steingutbecher" is what the copy calls a "Becher".
    return facts.reading_language != "de" or not any(
        _is_in(word, known) for word in text.stems for known in product.said.stems
    )


def _is_in(word: str, known: str) -> bool:
    short, long = sorted((word, known), key=len)
    return len(short) >= _LONG_ENOUGH and (long.startswith(short) or long.endswith(short))
