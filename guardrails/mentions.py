"""Which product of the sheet a place of the copy is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from guardrails.fact_texts import ProductFacts
from guardrails.lexicon import find_words
from guardrails.meanings import stated_in
from guardrails.plain_text import listed, plain
from guardrails.reading import SLOT_MARK, Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import compound_parts, stem

_WORD = re.compile(r"[^\W_]+")
_FEWEST_LETTERS = 3
_SHORT_LIST, _FEWEST_COMMAS = 8, 2  # of a sentence that only lists things
_ALL = listed(
    "both all everything each either neither every any beide beiden alle alles jede jeder jedes tous "
    "toutes tout chaque deux todo todos todas ambos ambas cada"
)


def product_meant(reading: Reading, facts: SheetFacts, place: int) -> ProductFacts | None:
    """The one product that a blurb or a sentence is about; None where it may be several, or any."""
    field = reading.passage_at(place).field
    if field.startswith("blurb:"):
        wanted = field.removeprefix("blurb:")
        return next((one for one in facts.products if str(one.product.product_id) == wanted), None)
    sentence = reading.sentence_text(place)
    if SLOT_MARK in sentence:
        return None
    words = find_words(sentence)
    if len(words) <= _SHORT_LIST and sentence.count(",") >= _FEWEST_COMMAS:
        return None  # "Synthetic bristles, walnut handle, one good soap."
    if not _ALL.isdisjoint(words):
        return None
    said = {stem(word) for word in words}
    if facts.reading_language == "de":
        said |= compound_parts(words)
    named = [index for index, names in enumerate(telling_names(facts)) if said & names]
    if len(named) != 1 or _is_another_item(reading, place, telling_names(facts)[named[0]]):
        return None
    return facts.products[named[0]]


# "Three magnetic wagons and a puzzle."
_AND_A = re.compile(
    r"(?<!\w)(?:and|plus|und|sowie|et|y|e) (?:an?|the|our|one|two|three|[0-9]+|eine?[nmr]?|die|der|das|"
    r"unsere?|zwei|drei|une?|la|le|les|notre|nos|deux|trois|una?|el|los|las|dos|tres) "
)


def _is_another_item(reading: Reading, place: int, names: frozenset[str]) -> bool:
    """Whether a product is named after a place, and only as the next item of a list."""
    start, end = reading.sentence_at(place)
    places = [
        match.start() for match in _WORD.finditer(reading.folded, start, end) if stem(match[0]) in names
    ]
    if not places or places[0] <= place:
        return False
    return _AND_A.search(reading.folded, place, places[0]) is not None


def _names_in(product: ProductFacts) -> list[str]:
    """The words of a title by which it may be called: of some length, or written in capitals, as in CW-2."""
    written = find_words(plain(product.product.title))
    return [
        word
        for word in product.title_words
        if word.isalpha() and (len(word) >= _FEWEST_LETTERS or (len(word) > 1 and word.upper() in written))
    ]


@lru_cache(maxsize=512)
def telling_names(facts: SheetFacts) -> tuple[frozenset[str], ...]:
    """For each product the stems of its title that no other product's title has.

    Materials and colors tell products apart only where nothing else in the title does:
    a sentence may be wrong about them.
    """
    titles = [set(map(stem, _names_in(product))) for product in facts.products]
    if facts.reading_language == "de":
        titles = [
            title | compound_parts(product.title_words)
            for title, product in zip(titles, facts.products, strict=True)
        ]
    times = Counter(name for title in titles for name in title)
    found = []
    for product, title in zip(facts.products, titles, strict=True):
        own = {name for name in title if times[name] == 1}
        said = stated_in(product.title, facts.reading_language).words.values()
        qualities = {stem(word) for words in said for word in words.split()}
        found.append(frozenset(own - qualities or own))
    return tuple(found)
