"""What texts say of products: capabilities, certificates, awards, techniques, materials, colors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from guardrails.fact_texts import ProductFacts
from guardrails.glossary import Glossary, Hit, read_table
from guardrails.lexicon import IndexedText
from guardrails.numerals import LANGUAGES
from guardrails.sheet_facts import SheetFacts

_LONG_ENOUGH = 5  # letters of a phrase that is believed in another language than the shop's
_BROKEN_OFF = re.compile(r"[.;!?\n]")
_DENIED = re.compile(
    r"(?<!\w)(?:no|not|never|without|isn't|aren't|don't|doesn't|cannot|can't|kein\w*|nicht|nie|ohne|pas|sans|"
    r"jamais|sin|ni|nunca|avoid|avoiding|keep out of)(?: [\w'-]+){0,3} ?\(?$"
)
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that can be said of a product."""

    name: str
    kind: str  # "claim", "material" or "color"
    is_said: bool  # rather than only recognized, as turns of phrase are
    is_everyday: bool  # whether its words have other uses
    is_noun: bool  # so that "the …" is a thing of its own
    near: tuple[str, ...]  # what is taken for it and does not say it
    says: frozenset[str]  # itself, and what else is true where it is


@cache
def glossary() -> Glossary:
    """All phrases; read from the tables when first asked for."""
    return Glossary(_tables())


@cache
def _tables() -> dict[str, dict[str, Any]]:
    claims = {name: {"kind": "claim"} | section for name, section in read_table("attributes.toml").items()}
    things = read_table("materials.toml").items()
    return claims | {name: {"kind": "material"} | section for name, section in things}


@cache
def meanings() -> dict[str, Meaning]:
    """Every meaning by its name."""
    tables = _tables()
    wider = defaultdict[str, set[str]](set)
    for name, section in tables.items():
        wider[name].update(section.get("is", ()))
        for other in section.get("from", ()):
            wider[other].add(name)
    return {
        name: Meaning(
            name=name,
            kind=section["kind"],
            is_said=section.get("said", True),
            is_everyday=section.get("everyday", False),
            is_noun=section.get("noun", False),
            near=tuple(section.get("near", ())),
            says=frozenset(_reachable(name, wider)),
        )
        for name, section in tables.items()
    }


def _reachable(name: str, wider: dict[str, set[str]]) -> Iterator[str]:
    seen, ahead = {name}, [name]
    while ahead:
        for other in wider.get(ahead.pop(), ()):
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    yield from seen


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text of facts says, and in which words."""

    text: str  # words one space apart, one space around
    words: dict[str, str]  # by the names of meanings that stand in it
    names: frozenset[str]  # these, and all that they say

    def has(self, words: str) -> bool:
        """Whether these words stand in it, one after the other."""
        return f" {_spaced(words)} " in self.text


_LETTERS = re.compile(r"[^\W_]+")


def _spaced(text: str) -> str:
    return " ".join(_LETTERS.findall(text))


@lru_cache(maxsize=4096)
def stated_in(text: str, language: str) -> Stated:
    """What a folded text of facts says, in any of the languages."""
    indexed = IndexedText(text)
    words: dict[str, str] = {}
    for other in (language, *LANGUAGES):
        for hit in glossary().find(indexed, other):
            long_enough = other == language or hit.end - hit.start >= _LONG_ENOUGH
            if long_enough and not _is_denied(text, hit):
                words.setdefault(hit.meaning, text[hit.start : hit.end])
    known = meanings()
    names = frozenset(name for found in words for name in known[found].says)
    return Stated(f" {_spaced(text)} ", words, names)


def _is_denied(text: str, hit: Hit) -> bool:
    before = _BROKEN_OFF.split(text[max(hit.start - _LOOK_BACK, 0) : hit.start])[-1]
    return bool(_DENIED.search(before))


@lru_cache(maxsize=512)
def stated_by_sheet(facts: SheetFacts) -> Stated:
    """What all of a sheet's facts say."""
    return _together([stated_in(text.folded, text.language) for text in facts.texts])


@lru_cache(maxsize=512)
def _shared_text(facts: SheetFacts) -> str:
    """What the sheet says of every product: the brand's claims, the theme, the terms."""
    own = {line for product in facts.products for line in product.said.folded.split("\n")}
    return "\n".join(line for line in facts.shop_text.folded.split("\n") if line not in own)


@lru_cache(maxsize=4096)
def stated_of(product: ProductFacts, facts: SheetFacts) -> Stated:
    """What the facts say of one product, and of all."""
    language = facts.reading_language
    return _together([stated_in(text, language) for text in (product.said.folded, _shared_text(facts))])


def _together(parts: Sequence[Stated]) -> Stated:
    """What several texts of facts say."""
    words = {name: words for part in reversed(parts) for name, words in part.words.items()}
    names = frozenset[str]().union(*[part.names for part in parts])
    return Stated("".join([part.text for part in parts]), words, names)


@lru_cache(maxsize=512)
def stated_of_all(facts: SheetFacts) -> frozenset[str]:
    """The names of what the facts say of every product."""
    return frozenset.intersection(
        stated_by_sheet(facts).names, *(stated_of(product, facts).names for product in facts.products)
    )


def nearest(meaning: Meaning, stated: Stated) -> str | None:
    """The words of the facts that are easily taken for a meaning."""
    return next((stated.words[name] for name in meaning.near if name in stated.words), None)
