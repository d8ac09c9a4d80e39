"""The notation of phrases, and that every phrase of every guard is written in it."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass

import pytest

import guardrails
from guardrails.lexicon import Lexicon, Scans, word_places


@dataclass
class Text:
    folded: str
    scans: Scans | None = None

    @property
    def places(self) -> dict[str, list[int]]:
        return word_places(self.folded)


def found(phrase: str, text: str) -> list[str]:
    return [match[0] for match in Lexicon({"en": (phrase,)}, is_shared=False).find(Text(text), "en")]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("only|just a few|bit", "just a bit, only a few, just a lot", ["just a bit", "only a few"]),
        ("[very] last few", "the very last few and the last few", ["very last few", "last few"]),
        ("(nearly|as good as) gone", "nearly gone, as good as gone", ["nearly gone", "as good as gone"]),
        ("remain*", "remains, remaindered, reman", ["remains", "remaindered"]),
        ("un*able", "unable, unbeatable, unbeat", ["unable", "unbeatable"]),
        ("im* offer", "an impossible offer", ["impossible offer"]),
        ("únic(o|a)s?", "único únicas unicos", ["único", "únicas"]),
        ("favou?rites", "favourites favorites favrites", ["favourites", "favorites"]),
        ("only _ left", "only one left, only left", ["only one left"]),
        ("only _3 left", "only left, only a b c left, only a b c d left", ["only left", "only a b c left"]),
        ("money-back", "money back, money-back, moneyback", ["money back", "money-back", "moneyback"]),
        ("sure, here", "sure, here; sure! here; sure here", ["sure, here", "sure! here", "sure here"]),
        ("under # words", "under 1,200 words, under words", ["under 1,200 words"]),
        ("groß", "groß gross große", ["groß", "gross"]),
        ("say [it [all] now]", "say, say it now, say it all now", ["say", "say it now", "say it all now"]),
    ],
)  # fmt: skip
def test_a_phrase_matches_what_its_notation_says(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


def test_matches_come_in_order_and_the_longest_of_those_that_overlap_wins() -> None:
    lexicon = Lexicon({"en": ("a b", "a b c", "c d", "b c")}, is_shared=False)
    assert [match[0] for match in lexicon.find(Text("c d a b c"), "en")] == ["c d", "a b c"]


def test_a_language_without_phrases_finds_nothing() -> None:
    assert Lexicon({"en": ("a b",)}, is_shared=False).find(Text("a b"), "fr") == []


@pytest.mark.parametrize("phrase", ["", "_ x", "[a]", "a(b", "a)b", "*ing", "a*", "x ( y", "a  b", "#1", "?"])
def test_a_phrase_that_is_not_well_formed_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="is not a phrase"):
        Lexicon({"en": (phrase,)}, is_shared=False).check()


def test_every_phrase_of_every_guard_is_well_formed() -> None:
    modules = [
        importlib.import_module(f"guardrails.{one.name}") for one in pkgutil.iter_modules(guardrails.__path__)
    ]
    lexicons = [thing for module in modules for thing in vars(module).values() if isinstance(thing, Lexicon)]
    assert lexicons
    for lexicon in lexicons:
        lexicon.check()
