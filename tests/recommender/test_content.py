from __future__ import annotations

import numpy as np
import pytest

from recommender.category_taste import number_categories
from recommender.content import Content, ContentParameters, fill_factors
from recommender.fresh import FreshProducts, are_new_in_liked
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, IdMap
from recommender.matrix import tally_events
from recommender.shelf import Shelf
from recommender.texts import find_similar, vectorize_texts
from tests.builders import NOW
from tests.recommender.shops import a_catalog, events_frame, purchases


def a_shelf(titles: dict[str, str], category: str | None = "things") -> Shelf:
    catalog = {}
    for one, title in titles.items():
        product = a_catalog([one], category=category)
        catalog |= {key: type(value)(key, title, "", category, value.price) for key, value in product.items()}
    return Shelf.of(IdMap.of(titles), catalog)


TEAS = {
    "a": "green tea leaves",
    "b": "black tea leaves",
    "c": "red wool scarf",
    "d": "blue wool scarf",
    "e": "green tea cup",
    "new": "white tea leaves",
}


def test_a_product_without_sales_is_found_by_its_text() -> None:
    shelf = a_shelf(TEAS)
    histories = Histories.from_events(purchases(("ann", "a"), ("bob", "c")), shelf.products, NOW)
    model = Content.fit(histories, ContentParameters(), shelf=shelf)
    assert model is not None
    scores = np.empty(histories.shape, dtype=np.float32)

    model.scorer(histories)(0, 2, scores)
    new, scarf, tea = shelf.products.rows_of(["new", "d", "b"])

    assert scores[0, new] > 0
    assert scores[0, scarf] == 0
    assert scores[1, scarf] > scores[1, tea] == 0
    assert scores[0, shelf.products.rows_of(["a"])[0]] == 0  # its likeness to itself is no news


@pytest.mark.parametrize(
    "texts",
    [
        ("Größe ÉTÉ", "grösse été", "x"),
        ("GRÖSSE", "größe", "y"),
        ("緑茶の葉", "紅茶の葉", "ソファ"),
        ("синий шарф", "Красный ШАРФ", "чашка"),
    ],
)
def test_words_are_recognized_in_any_language_and_case(texts: tuple[str, ...]) -> None:
    vectors = vectorize_texts(texts)

    assert (vectors[0] @ vectors[1].T).toarray()[0, 0] > 0
    assert (vectors[0] @ vectors[2].T).nnz == 0


def test_vectors_have_length_one_or_none_and_a_rare_word_counts_more() -> None:
    texts = [*["common word"] * 20, "common rare", "rare other"]
    vectors = vectorize_texts(texts)
    lengths = np.sqrt(vectors.multiply(vectors).sum(axis=1))
    alike = (vectors @ vectors.T).toarray()

    np.testing.assert_allclose(lengths, 1.0, rtol=1e-5)
    assert alike[20, 21] > alike[20, 0] > 0
    assert vectorize_texts(["", ""]).nnz == vectorize_texts(["one", "two"]).nnz == 0
    assert vectorize_texts([]).shape == (0, 0)


@pytest.mark.parametrize("k", [1, 3, 50])
def test_the_most_similar_in_blocks_are_those_of_the_whole_matrix(k: int) -> None:
    rng = np.random.default_rng(2)
    texts = [" ".join(f"w{word}" for word in rng.integers(0, 40, 6)) for _ in range(700)]
    vectors = vectorize_texts(texts)
    whole = (vectors @ vectors.T).toarray()
    np.fill_diagonal(whole, 0.0)

    found = find_similar(vectors, k)

    for row in (0, 511, 512, 699):
        best = np.sort(whole[row][whole[row] > 0])[::-1][:k]
        np.testing.assert_allclose(np.sort(found[row].data)[::-1], best, rtol=1e-5)
        np.testing.assert_allclose(found[row].data, whole[row][found[row].indices], rtol=1e-5)


def test_factors_of_unsold_products_are_those_of_a_ridge_regression() -> None:
    rng = np.random.default_rng(3)
    texts = [" ".join(f"w{word}" for word in rng.integers(0, 25, 5)) for _ in range(80)]
    vectors, factors = vectorize_texts(texts), rng.normal(size=(80, 6)).astype(np.float32)
    sold = np.arange(80) < 60
    known = vectors[sold].toarray().astype(np.float64)
    exact = np.linalg.solve(known.T @ known + 0.5 * np.eye(known.shape[1]), known.T @ factors[sold])

    filled = fill_factors(factors, sold, vectors)

    np.testing.assert_array_equal(filled[sold], factors[sold])
    np.testing.assert_allclose(filled[~sold], vectors[~sold].toarray() @ exact, atol=0.01)


def test_without_words_or_without_sales_factors_stay_as_they_are() -> None:
    factors = np.ones((3, 2), dtype=np.float32)
    vectors = vectorize_texts(["tea", "tea", "tea"])

    for sold, known in (
        (np.zeros(3, dtype=np.bool_), vectors),
        (np.ones(3, dtype=np.bool_), vectors),
        (np.array([True, False, False]), vectorize_texts(["", "", ""])),
    ):
        np.testing.assert_array_equal(fill_factors(factors, sold, known), factors)


def fresh_in(rows: list[dict[str, object]], products: IdMap) -> FreshProducts:
    events = events_frame(rows)
    tally = tally_events(events, IdMap.of_column(events["customer_id"]), products, NOW)
    return FreshProducts.find(tally, len(products))


OLD = [{"product": "old", "days_ago": 100.0 + n} for n in range(6)]


def test_new_is_what_was_first_seen_lately_in_a_shop_that_is_known_for_longer() -> None:
    products = IdMap.of(["lately", "never", "old"])
    found = fresh_in([*OLD, {"product": "lately", "days_ago": 20.0, "customer": None}], products)
    young = fresh_in([{"product": "lately", "days_ago": 20.0}], products)

    assert found.is_new.tolist() == [True, False, False]
    assert found.is_untried.tolist() == [True, True, False]
    assert not young.is_new.any()


def test_new_in_a_category_is_said_only_where_the_customer_likes_the_category() -> None:
    products = IdMap.of(["lately", "mug", "never", "old", "scarf", "tea"])
    catalog = a_catalog(["lately", "never", "old", "tea"], category="tea") | a_catalog(
        ["mug"], category="mugs"
    )
    shelf = Shelf.of(products, catalog)
    rows = [
        *OLD,
        {"product": "lately", "days_ago": 3.0, "customer": "first"},
        *({"product": one, "customer": "fan", "days_ago": 9.0} for one in ("tea", "old", "mug")),
        {"product": "tea", "customer": "taster", "days_ago": 9.0},
        {"product": "mug", "customer": "other", "days_ago": 9.0},
    ]
    histories = Histories.from_events(events_frame(rows), products, NOW).of(["fan", "taster", "other"])
    wanted = np.append(products.rows_of(["lately", "never", "old", "mug", "scarf"]), UNKNOWN).astype(np.int32)

    categories = number_categories(shelf, len(products))
    said = are_new_in_liked(fresh_in(rows, products), histories, categories, np.tile(wanted, (3, 1)))

    assert said[0].tolist() == [True, False, False, False, False, False]
    assert not said[1:].any()
