"""Reading ease by hand-worked examples, and what must lower it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.reading_ease import FORMULAS, Extent, measure_extent, reading_ease


@pytest.mark.parametrize(
    ("text", "language", "extent", "score"),
    [
        ("The cat sat. The dog ran.", "en", Extent(2, 6, 6), 206.835 - 1.015 * 3 - 84.6),
        ("Das Haus ist neu. Wir bauen.", "de", Extent(2, 6, 7), 180 - 3 - 58.5 * 7 / 6),
        ("Le chat dort. Il rêve.", "fr", Extent(2, 5, 5), 207 - 1.015 * 2.5 - 73.6),
        ("La casa es blanca. El sol sale.", "es", Extent(2, 7, 10), 206.84 - 1.02 * 3.5 - 60 * 10 / 7),
    ],
)
def test_the_formulas_by_hand(text: str, language: str, extent: Extent, score: float) -> None:
    assert measure_extent(text, language) == extent
    assert reading_ease(text, language) == pytest.approx(score)


def test_slots_figures_and_abbreviated_prices_are_no_words() -> None:
    assert measure_extent("Hello {{ first_name }},\n\nIt costs £12.50 now.", "en") == Extent(2, 4, 5)


def test_quotes_and_dots_end_one_sentence_each() -> None:
    assert measure_extent("“Well…” he said. «Go!» Then", "en") == Extent(4, 5, 5)


@pytest.mark.parametrize(("text", "language"), [("", "en"), ("12 € – !", "de"), ("Una casa.", "it")])
def test_without_words_or_formula_there_is_no_score(text: str, language: str) -> None:
    assert reading_ease(text, language) is None


@given(
    st.lists(st.sampled_from(["plain", "wooden", "table", "made", "linen"]), min_size=2, max_size=12),
    st.sampled_from(sorted(FORMULAS)),
)
def test_one_long_sentence_is_never_easier_than_its_parts(words: list[str], language: str) -> None:
    whole, parts = (
        reading_ease(" ".join(words) + ".", language),
        reading_ease(". ".join(words) + ".", language),
    )

    assert whole is not None
    assert parts is not None
    assert whole < parts
