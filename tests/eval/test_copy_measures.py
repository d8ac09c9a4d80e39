"""Measures of copy by small examples, and their laws."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Blurb, Copy, DraftKind, ProductId
from bespoke.settings import LimitSettings
from eval.copy_measures import (
    distinct_n,
    ease,
    length_use,
    likenesses,
    openers,
    repeated_share,
    shingles,
    whole_text,
    words_of,
)
from tests.builders import a_copy, a_fact_sheet

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=9).map(" ".join)


def test_words_are_folded_and_slots_are_none() -> None:
    assert words_of("Hello {{ first_name }}, it's the BEST-made 12.50") == [
        *["hello", "it's", "the", "best", "made", "12", "50"]
    ]


def test_distinct_pairs_are_counted_within_texts_only() -> None:
    texts = ["a b a b", "b a"]  # ab, ba, ab and ba: two different ones of four

    assert distinct_n(texts, 1) == pytest.approx(2 / 6)
    assert distinct_n(texts, 2) == pytest.approx(2 / 4)
    assert distinct_n(["a"], 2) is None


def test_shingles_of_a_short_text_are_its_words_together() -> None:
    assert shingles("a b c d") == {("a", "b", "c"), ("b", "c", "d")}
    assert shingles("a b") == {("a", "b")}
    assert shingles("") == frozenset()


def jaccard(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


@given(WORDS, WORDS)
def test_likeness_is_a_symmetric_share_and_one_for_the_same_text(one: str, other: str) -> None:
    first, second = shingles(one), shingles(other)

    (found,) = likenesses([first, second]).values() or (0,)

    assert 0 <= found <= 1
    assert likenesses([second, first]) == likenesses([first, second])
    assert likenesses([first, first]) == ({(0, 1): 1} if first else {})


@given(st.lists(WORDS, max_size=6))
def test_all_likenesses_at_once_are_those_of_each_pair(texts: list[str]) -> None:
    sets = [shingles(text) for text in texts]
    wanted = {
        (one, other): found
        for one, other in combinations(range(len(sets)), 2)
        if (found := jaccard(sets[one], sets[other]))
    }

    assert likenesses(sets) == pytest.approx(wanted)


def test_length_is_used_with_slots_at_their_longest() -> None:
    copy = Copy(subject="Hi {{ first_name }}", blurbs=(Blurb(ProductId("p"), "x" * 50),))

    used = length_use(copy, a_fact_sheet(), LimitSettings(subject=30, blurb=100))

    assert used == pytest.approx({"subject": (3 + 12) / 30, "blurb": 0.5})


def test_openers_skip_the_greeting_of_a_body() -> None:
    found = openers(a_copy(headline="", body="Hello {{ first_name }},\n\nWe picked a few things."))

    assert found == {"subject": "something for", "preheader": "a few", "body": "we picked"}


@given(st.lists(st.sampled_from("abcd"), min_size=1))
def test_a_share_is_repeated_when_others_equal_it(values: list[str]) -> None:
    lonely = sum(values.count(value) == 1 for value in values)

    assert repeated_share(values) == pytest.approx(1 - lonely / len(values))


def test_nothing_repeats_itself_among_nothing() -> None:
    assert repeated_share([]) is None


def test_required_phrases_make_no_two_copies_alike() -> None:
    copy = a_copy(body="Hello,\n\nReturns are free.")

    assert "Returns" not in whole_text(copy, ["Returns are free."])


def test_ease_is_of_the_body_or_the_blurb_in_the_sheets_language() -> None:
    blurb = Copy(blurbs=(Blurb(ProductId("p"), "Das Haus ist neu."),))

    assert ease(a_copy(body="The cat sat."), a_fact_sheet()) == pytest.approx(206.835 - 3.045 - 84.6)
    assert ease(blurb, a_fact_sheet(kind=DraftKind.BLURB, locale="de-AT")) == pytest.approx(180 - 4 - 58.5)
    assert ease(a_copy(), a_fact_sheet(locale="it-IT")) is None
