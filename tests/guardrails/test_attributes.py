from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.attributes import _CONCEPTS, _PATTERNS, _mentions
from guardrails.plain_text import words_of
from tests.builders import a_product
from tests.guardrails.checks import rules


@pytest.mark.parametrize("concept", _CONCEPTS)
@given(st.data())
def test_the_shortcut_by_first_letters_loses_no_match(concept, data):
    words = data.draw(st.from_regex(re.compile(_CONCEPTS[concept], re.ASCII), fullmatch=True))
    starts = frozenset(word[:size] for word in words_of(words) for size in (2, 3))

    expected = [match.group() for match in _PATTERNS[concept].finditer(words)]

    assert [match.group() for name, match in _mentions(words, starts) if name == concept] == expected


@pytest.mark.parametrize(
    ("fact", "said", "found"),
    [
        ("Organic cotton.", "Bio-Baumwolle", False),
        ("Cotton.", "Made of organic cotton.", True),
        ("Hand-made in Leeds.", "Made by hand in Leeds.", False),
        ("Made in Leeds.", "Made in Bristol.", True),
        ("Machine-made in Leeds.", "Handmade in Leeds.", True),
        ("Vegan.", "It won a Red Dot Award.", True),
        ("Synthetic horn handle.", "Genuine horn.", True),
    ],
)
def test_an_attribute_needs_a_fact_in_any_of_the_languages(fact, said, found):
    assert ("unsupported_attribute" in rules(said, products=(a_product(description=fact),))) is found
