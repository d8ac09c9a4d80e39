"""What can be measured of copy without a reader: length, variety, repetition, ease of reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, combinations

from bespoke.domain import FRAME_FIELDS, Copy, DraftKind, FactSheet
from bespoke.settings import LimitSettings
from bespoke.slots import SLOT, longest_filling
from eval.reading_ease import reading_ease

SHINGLE_WORDS = 3
NEAR_DUPLICATE = 0.5  # of all shingles of two copies, the share they have in common
OPENER_WORDS = 2
OPENING_FIELDS = ("subject", "preheader", "headline", "body")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Shingles = frozenset[tuple[str, ...]]


def words_of(text: str) -> list[str]:
    """The words and figures of a text in lower case, slots left out."""
    return [word.casefold() for word in _WORD.findall(SLOT.sub(" ", text))]


def length_use(copy: Copy, sheet: FactSheet, limits: LimitSettings) -> dict[str, float]:
    """For each field that says anything, its length with slots at their longest as a share of its limit."""
    longest = {slot.name: slot.longest_chars for slot in sheet.slots}
    used: dict[str, float] = {}
    for field, text in copy.texts():
        name = field.partition(":")[0]
        used[name] = longest_filling(text, longest) / getattr(limits, name)
    return used


def distinct_n(texts: Iterable[str], n: int) -> float | None:
    """Different n-grams of words as a share of all n-grams; none spans two texts.

    Falls as texts are added, so it compares sets of about the same size.
    None without an n-gram. Source: Li et al. 2016.
    """
    grams = Counter(chain.from_iterable(_grams(words_of(text), n) for text in texts))
    return len(grams) / grams.total() if grams else None


def shingles(text: str, size: int = SHINGLE_WORDS) -> Shingles:
    """The runs of `size` words in a text; of a shorter text, all of its words."""
    words = words_of(text)
    return frozenset(_grams(words, min(size, max(1, len(words)))))


def likenesses(sets: Sequence[Shingles]) -> dict[tuple[int, int], float]:
    """The Jaccard likeness of every pair that shares anything, by places with the lower first.

    Source: Broder 1997.
    """
    holders: dict[tuple[str, ...], list[int]] = {}
    for place, shingle_set in enumerate(sets):
        for shingle in shingle_set:
            holders.setdefault(shingle, []).append(place)
    shared = Counter(chain.from_iterable(combinations(places, 2) for places in holders.values()))
    return {
        (one, other): count / (len(sets[one]) + len(sets[other]) - count)
        for (one, other), count in shared.items()
    }


def whole_text(copy: Copy, leave_out: Collection[str] = ()) -> str:
    """All a copy says, a field a line, without the brand's required phrases given in `leave_out`."""
    text = "\n".join(text for _, text in copy.texts())
    for phrase in leave_out:
        text = text.replace(phrase, " ")
    return text


def openers(copy: Copy) -> dict[str, str]:
    """The first two words of each field that opens something; of a body, those after the greeting."""
    found = {}
    for field in OPENING_FIELDS:
        text = getattr(copy, field)
        if field == "body":
            _, _, text = text.partition("\n")
        if words := words_of(text):
            found[field] = " ".join(words[:OPENER_WORDS])
    return found


def repeated_share(values: Sequence[str]) -> float | None:
    """Of so many values, the share that some other one equals; None without any."""
    counts = Counter(values)
    return sum(count for count in counts.values() if count > 1) / len(values) if values else None


def ease(copy: Copy, sheet: FactSheet) -> float | None:
    """The reading ease of a body or a blurb; None where it has no words or the language no formula."""
    text = copy.body if sheet.kind is DraftKind.FRAME else " ".join(blurb.text for blurb in copy.blurbs)
    return reading_ease(text, language_of(sheet.locale))


def language_of(locale: str) -> str:
    """The language's code, e.g. "de" of "de-AT"."""
    return re.split(r"[-_]", locale)[0].lower()


def average(uses: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each name over the mappings that have it, a frame's fields first."""
    names = [*FRAME_FIELDS, "blurb"]
    found = {name: [use[name] for use in uses if name in use] for name in names}
    return {name: sum(values) / len(values) for name, values in found.items() if values}


def _grams(words: Sequence[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + n]) for place in range(len(words) - n + 1)] if words else []
