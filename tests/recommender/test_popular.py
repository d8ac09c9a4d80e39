from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from recommender.category_taste import CategoryTaste, CategoryTasteParameters
from recommender.histories import Histories
from recommender.id_maps import UNKNOWN, IdMap
from recommender.matrix import tally_events
from recommender.popular import ENOUGH_BUYERS, Popularity, RecentPopularity, RecentPopularityParameters
from recommender.popular_by_trait import TraitPopularity, TraitPopularityParameters
from recommender.shelf import Shelf
from tests.builders import NOW
from tests.recommender.shops import a_catalog, events_frame, purchases


def popularity_of(events: pd.DataFrame, countries: dict[str, str] | None = None) -> tuple[Popularity, IdMap]:
    products, customers = IdMap.of_column(events["product_id"]), IdMap.of_column(events["customer_id"])
    tally = tally_events(events, customers, products, NOW)
    homes = None if countries is None else pd.Series(countries, dtype=object)
    return Popularity.fit(tally, len(products), homes, customers), products


def ordered(popularity: Popularity, products: IdMap, country: str | None = None) -> tuple[list[str], int]:
    row = int(popularity.countries.rows_of([country])[0])
    best, _, n_local = popularity.order(row, np.ones(len(products), dtype=np.bool_))
    return products.ids_of(best), n_local


def scores_of(component: object, histories: Histories) -> np.ndarray:
    scores = np.empty(histories.shape, dtype=np.float32)
    component.scorer(histories)(0, len(histories), scores)  # type: ignore[attr-defined]
    return scores


def test_purchases_of_guests_count_for_what_is_popular() -> None:
    popularity, products = popularity_of(purchases(("ann", "mug"), (None, "cup"), (None, "cup")))

    assert ordered(popularity, products) == (["cup", "mug"], 0)


def test_what_sold_long_ago_is_less_popular_than_what_sells_now() -> None:
    old = [{"customer": f"c{n}", "product": "old", "days_ago": 100.0} for n in range(10)]
    popularity, products = popularity_of(events_frame([*old, {"product": "new"}]))

    assert ordered(popularity, products)[0] == ["new", "old"]


@pytest.mark.parametrize(("buyers", "local"), [(ENOUGH_BUYERS, 1), (ENOUGH_BUYERS - 1, 0)])
def test_a_product_is_popular_in_a_country_where_enough_customers_bought_it(buyers: int, local: int) -> None:
    german = [(f"g{n}", "stein") for n in range(buyers)]
    others = [(f"f{n}", "bowl") for n in range(9)]
    homes = {**{name: "DE" for name, _ in german}, **{name: "FR" for name, _ in others}}
    popularity, products = popularity_of(purchases(*german, *others), homes)

    found, n_local = ordered(popularity, products, "DE")

    assert n_local == local
    assert (found[0] == "stein") is (local == 1)
    assert ordered(popularity, products, "JP") == (["bowl", "stein"], 0)


def test_recent_popularity_is_the_same_for_everyone_whatever_they_bought() -> None:
    events = purchases(("ann", "mug"), ("bob", "mug"), ("bob", "cup"))
    histories = Histories.from_events(events, IdMap.of(["cup", "mug", "unsold"]), NOW)
    model = RecentPopularity.fit(histories, RecentPopularityParameters(power=1.0))

    scores = scores_of(model, histories.of(["ann", "bob", "nobody"]))

    np.testing.assert_allclose(scores, [[0.5, 1.0, 0.0]] * 3)


def test_an_old_file_is_as_good_as_one_of_today() -> None:
    today, old = (purchases(("ann", "mug"), ("bob", "cup"), days_ago=days) for days in (1.0, 5000.0))
    models = [
        kind.fit(Histories.from_events(events, IdMap.of(["cup", "mug"]), NOW), parameters)
        for kind, parameters in (
            (RecentPopularity, RecentPopularityParameters()),
            (TraitPopularity, TraitPopularityParameters()),
        )
        for events in (today, old)
    ]

    np.testing.assert_allclose(models[0].strengths, models[1].strengths)
    np.testing.assert_allclose(models[2].strengths, models[3].strengths)


def two_countries() -> tuple[Histories, pd.Series]:
    """Germans buy steins, the French bowls; mugs sell a little in both."""
    german = [(f"g{n}", one) for n in range(40) for one in ("stein", "mug")[: 1 + n % 2]]
    french = [(f"f{n}", one) for n in range(60) for one in ("bowl", "mug")[: 1 + n % 2]]
    events = purchases(*german, *french)
    homes = pd.Series({name: "DE" if name[0] == "g" else "FR" for name, _ in german + french}, dtype=object)
    return Histories.from_events(events, IdMap.of_column(events["product_id"]), NOW, countries=homes), homes


def test_a_customer_without_history_is_offered_what_sells_in_their_country() -> None:
    histories, _ = two_countries()
    model = TraitPopularity.fit(histories, TraitPopularityParameters())
    newcomers = pd.Series({"hans": "DE", "marie": "FR"}, dtype=object)

    scores = scores_of(model, histories.of(["hans", "marie", "nobody"], newcomers))
    best = histories.products.ids_of(scores.argmax(axis=1))

    assert best == ["stein", "bowl", "bowl"]  # and of nobody's country, what sells best of all


def test_a_country_with_hardly_any_purchases_is_believed_hardly_at_all() -> None:
    histories, homes = two_countries()
    lone = purchases(("lone", "mug"))
    events = pd.concat([lone, purchases(*[(f"f{n}", "bowl") for n in range(60)])], ignore_index=True)
    homes = pd.concat([homes, pd.Series({"lone": "JP"}, dtype=object)])
    histories = Histories.from_events(events, IdMap.of(["bowl", "mug"]), NOW, countries=homes)
    model = TraitPopularity.fit(histories, TraitPopularityParameters())

    scores = scores_of(model, histories.of(["new"], pd.Series({"new": "JP"}, dtype=object)))[0]

    assert histories.products.ids_of([scores.argmax()]) == ["bowl"]


def test_first_orders_speak_to_customers_who_never_ordered() -> None:
    events = events_frame(
        row
        for n in range(30)
        for row in (
            {"customer": f"c{n}", "product": "starter", "days_ago": 20.0},
            {"customer": f"c{n}", "product": "refill", "days_ago": 10.0},
            {"customer": f"c{n}", "product": "refill", "days_ago": 2.0},
        )
    )
    histories = Histories.from_events(events, IdMap.of(["refill", "starter"]), NOW)
    model = TraitPopularity.fit(histories, TraitPopularityParameters(believed=0.5))

    scores = scores_of(model, histories.of(["c1", "new"]))

    assert scores.argmax(axis=1).tolist() == [0, 1]


def test_the_category_a_customer_buys_from_goes_first() -> None:
    bought = [(f"c{n}", f"{kind}{n % 3}") for n in range(30) for kind in ("tea", "pot")]
    events = purchases(*bought, ("ann", "tea0"), ("ann", "tea1"))
    products = IdMap.of_column(events["product_id"])
    catalog = a_catalog((f"tea{n}" for n in range(3)), category="tea") | a_catalog(
        (f"pot{n}" for n in range(3)), category="pots"
    )
    shelf = Shelf.of(products, catalog)
    histories = Histories.from_events(events, products, NOW)
    model = CategoryTaste.fit(histories, CategoryTasteParameters(), shelf=shelf)

    scores = scores_of(model, histories.of(["ann"]))[0]
    tea, pot = products.rows_of(["tea2", "pot2"])

    assert scores[tea] > scores[pot] > 0
    assert CategoryTaste.fit(histories, CategoryTasteParameters(), shelf=None) is None
    assert UNKNOWN not in (tea, pot)
