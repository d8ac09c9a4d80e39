"""Ratings out of five: a product's own, rounded and never raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bespoke.domain import Finding, Severity
from guardrails.numerals import Number
from guardrails.phrases import is_negated
from guardrails.plain_text import listed
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

_STARS = r"stars?|sterne?n?|étoiles?|estrellas?"
_FIVE = r"(?:5|five|fünf|cinq|cinco)"
_HALF = r"(?P<half> and a half|einhalb| et demie?| y medi[ao])?"
_SCORE_AFTER = re.compile(
    rf"{_HALF}(?: ?/ ?5(?![\d.,]*\d)|(?:[ -](?:{_STARS}))? (?:out of|von|sur|de|of) (?:possible )?{_FIVE}"
    rf"(?![\d.,]*\d| ?[%€£$])(?! (?!{_STARS})(?:[^\W\d_]{{3,}}|g|l)\b)(?: (?:{_STARS}))?|"
    rf"[ -](?:{_STARS})(?P<late> and a half| et demie?| y medi[ao])?(?!\w))"
)
_SCORE_BEFORE = re.compile(
    r"(?<!\w)(?:rated|scored?s?|rating of|bewertet mit|note moyenne de|noté(?:e|s|es)?|note de|note|"
    r"valorad[oa]s? con|puntuación de|nota de)(?: (?:an?|un|average|durchschnittlich|almost|nearly|fast|"
    r"presque|casi))* ?:? ?$"
)
_NEARLY = re.compile(
    r"(?<!\w)(?:nearly|almost|close to|just (?:under|shy of)|fast|knapp|beinahe|presque|casi) (?:an? )?$"
)
_BEYOND = re.compile(
    r"(?<!\w)(?:over|above|more than|better than|at least|über|mehr als|mindestens|plus de|más de) $"
)
_HALVES = {"eineinhalb": "1.5", "zweieinhalb": "2.5", "dreieinhalb": "3.5", "viereinhalb": "4.5"}
_HALF_STARS = re.compile(rf"({'|'.join(_HALVES)}) (?:von fünf )?(?:{_STARS})(?!\w)")
_STAR_WORDS = listed("star stars stern sterne sternen étoile étoiles estrella estrellas")


class Score(NamedTuple):
    """A rating as the copy says it; `step` is the last digit's worth."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    in_words: bool = False


@lru_cache(maxsize=4)
def find_scores(reading: Reading) -> tuple[Score, ...]:
    """Every rating out of five, in order."""
    found = [score for number in reading.numbers if (score := _score_at(reading, number))]
    if not reading.words.isdisjoint(_HALVES):
        for match in _HALF_STARS.finditer(reading.folded):
            found.append(Score(*match.span(), Decimal(_HALVES[match[1]]), Decimal("0.5"), in_words=True))
    covered: list[Score] = []
    for score in sorted(found, key=lambda one: one.start):
        if not covered or score.start >= covered[-1].end:
            covered.append(score)
    return tuple(covered)


def _score_at(reading: Reading, number: Number) -> Score | None:
    value = number.values[-1]
    if value > 5 or (number.in_words and reading.words.isdisjoint(_STAR_WORDS)):
        return None
    folded = reading.folded
    digits = folded[number.start : number.end]
    fraction = "" if number.in_words else digits.replace(",", ".").partition(".")[2]
    step = Decimal(1).scaleb(-len(fraction))
    after = _SCORE_AFTER.match(folded, number.end)
    if after:
        if after["half"] or after["late"]:
            value, step = value + Decimal("0.5"), Decimal("0.5")
        return Score(number.start, after.end(), value, step, number.in_words)
    if fraction and _SCORE_BEFORE.search(folded, max(number.start - 40, 0), number.start):
        is_other = re.compile(r"[\w%]|[.,]\d| ?(?:%|/ ?10| ?out of 10)").match(folded, number.end)
        return None if is_other else Score(number.start, number.end, value, step)
    return None


def find_rating_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Ratings that are not a product's own, rounded to the digits shown."""
    scores = find_scores(reading)
    if not scores:
        return
    ratings = [
        Decimal(str(product.product.rating))
        for product in facts.products
        if product.product.rating is not None
    ]
    for score in scores:
        if any(_is_so(reading, score, rating) for rating in ratings):
            continue
        if reading.folded[score.start : score.end] in facts.text:
            continue
        if score.in_words and is_negated(reading, score.start):
            continue  # "five floors and not one star"
        yield reading.finding(
            "unsupported_attribute",
            Severity.HOLD if score.in_words else Severity.BLOCK,
            (score.start, score.end),
            "No product in the facts has the rating {}.",
            fact="ratings: " + (", ".join(map(str, ratings)) or "none"),
            suggestion="State the rating from the facts or leave it out.",
        )


def _is_so(reading: Reading, score: Score, rating: Decimal) -> bool:
    before = max(score.start - 24, 0)
    if _NEARLY.search(reading.folded, before, score.start):
        return score.value - Decimal("0.55") <= rating <= score.value
    if _BEYOND.search(reading.folded, before, score.start):
        return score.value <= rating <= score.value + 1
    return abs(rating - score.value) <= score.step / 2
