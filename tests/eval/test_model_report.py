from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from bespoke.encoding import decode, encode
from bespoke.settings import RecommenderSettings
from eval.model_judging import OWN, POPULAR, Aim
from eval.model_report import ModelReport, Verdict, judge_model
from recommender.id_maps import IdMap
from recommender.training import fit_model
from tests.builders import NOW
from tests.recommender.shops import SMALL, a_catalog, events_frame, purchases, random_shop
from tests.shared_data import online_retail_path

CATALOG = a_catalog([*(f"p{i:02}" for i in range(40)), *(f"p{i}" for i in range(10))])


def a_shop_of_two_tastes(customers=120):
    """Half of the customers buy only odd products, half only even ones, before and after the cut."""
    rng = np.random.default_rng(5)
    rows = []
    for number in range(customers):
        mine = rng.permutation(np.arange(number % 2, 40, 2))
        rows += [{"customer": f"c{number}", "product": f"p{one:02}", "days_ago": 40.0} for one in mine[:8]]
        rows += [{"customer": f"c{number}", "product": f"p{one:02}", "days_ago": 2.0} for one in mine[8:14]]
    return events_frame(rows)


@pytest.fixture(scope="module")
def report():
    return judge_model(a_shop_of_two_tastes(), CATALOG, None, SMALL)


def score_of(report, model, aim):
    return next(score for score in report.scores if (score.model, score.aim) == (model, aim))


def test_a_model_that_sees_tastes_beats_popularity(report):
    assert report.beats_popularity
    assert report.verdict is Verdict.BETTER
    assert score_of(report, "als", Aim.NEW).leads["ndcg"].low > 0.1
    assert score_of(report, POPULAR, Aim.NEW).metrics["ndcg"].mean < 0.5


def test_own_purchases_are_a_baseline_only_where_repeats_count(report):
    assert {score.model for score in report.scores if score.aim is Aim.NEW} == {POPULAR, "als"}
    assert {score.model for score in report.scores if score.aim is Aim.ANY} == {POPULAR, OWN, "als"}


def test_where_customers_only_buy_again_their_own_purchases_win():
    habits = [(f"c{i}", f"p{(7 * i + j) % 40:02}") for i in range(60) for j in range(3)]
    events = pd.concat([purchases(*habits, days_ago=40.0), purchases(*habits, days_ago=2.0)])

    report = judge_model(events, CATALOG, None, SMALL)

    assert score_of(report, OWN, Aim.ANY).metrics["recall"].mean == 1.0
    assert report.verdict is Verdict.TOO_LITTLE_DATA  # nobody bought anything new


def test_noise_is_not_mistaken_for_a_better_model():
    rng = np.random.default_rng(4)
    rows = [
        {
            "customer": f"c{rng.integers(80)}",
            "product": f"p{rng.integers(40):02}",
            "days_ago": 60 * rng.random(),
        }
        for _ in range(1500)
    ]

    report = judge_model(events_frame(rows), CATALOG, None, RecommenderSettings())

    assert not report.beats_popularity
    assert report.verdict in (Verdict.NOT_BETTER, Verdict.TOO_LITTLE_DATA)


def test_a_model_without_its_personal_part_is_popularity_and_says_why(report):
    events = a_shop_of_two_tastes()
    model = fit_model(events, CATALOG, None, SMALL, NOW)
    beaten = replace(report, verdict=Verdict.NOT_BETTER)

    popular = model.without_personal(beaten.reason)
    assert popular.kind == "popularity"
    assert popular.note == beaten.reason


def test_a_report_survives_the_store(report):
    assert decode(ModelReport, encode(report)) == report


def test_the_markdown_shows_the_verdict_and_every_model(report):
    text = report.markdown()

    assert "**Better than popularity.**" in text
    for name in ("als", POPULAR, OWN, "New products only", "Any product"):
        assert name in text


def test_the_plot_is_a_picture_and_leaves_pyplot_alone(report, tmp_path):
    path = report.write_plot(tmp_path / "plots" / "model.png")

    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.width > 1000


@pytest.mark.parametrize("seed", range(4))
def test_a_shop_of_twenty_customers_and_a_hundred_events_gets_an_honest_report(seed, tmp_path):
    events = random_shop(seed, customers=20, products=10, events=100)

    report = judge_model(events, CATALOG, None, RecommenderSettings())

    assert report.verdict is Verdict.TOO_LITTLE_DATA
    assert not report.beats_popularity
    assert "popularity serves" in report.reason
    assert report.markdown()
    assert report.write_plot(tmp_path / "plot.png").is_file()


@pytest.mark.parametrize(
    "events",
    [
        events_frame([]),
        events_frame([{"product": "p01"}]),
        events_frame([{"product": "p01", "days_ago": 90}]),
        events_frame([{"product": "p01", "days_ago": 90}, {"product": "unknown"}]),
        events_frame([{"customer": None, "product": "p01", "days_ago": 90}, {"product": "p02"}]),
    ],
    ids=["none", "one", "one-old", "unknown-product", "guest"],
)
def test_hardly_any_events_do_not_break_the_judgment(events, tmp_path):
    report = judge_model(events, CATALOG, None, RecommenderSettings())

    assert report.verdict is Verdict.TOO_LITTLE_DATA
    assert decode(ModelReport, encode(report)) == report
    report.write_plot(tmp_path / "plot.png")


@pytest.mark.slow
def test_online_retail_is_learned_as_well_as_measured_before():
    raw = pd.read_csv(online_retail_path(), dtype={"StockCode": str, "CustomerID": str})
    raw = raw.drop_duplicates().query("Quantity > 0 and UnitPrice > 0").dropna(subset="CustomerID")
    raw = raw[raw["StockCode"].str.match(r"^\d{5}[A-Za-z]*$")]
    events = pd.DataFrame(
        {
            "customer_id": pd.Categorical(raw["CustomerID"]),
            "product_id": pd.Categorical(raw["StockCode"].str.upper()),
            "type": pd.Categorical(["purchase"] * len(raw)),
            "occurred_at": pd.DatetimeIndex(raw["InvoiceDate"]).tz_localize("UTC").as_unit("us"),
            "quantity": raw["Quantity"].to_numpy(dtype=np.float64),
        }
    )
    catalog = a_catalog(IdMap.of(events["product_id"].astype(object)).index)

    report = judge_model(events, catalog, None, RecommenderSettings())

    assert report.beats_popularity
    assert score_of(report, "als", Aim.NEW).metrics["ndcg"].customers == 1195
    assert score_of(report, "als", Aim.NEW).metrics["ndcg"].mean > 0.105
    assert score_of(report, OWN, Aim.ANY).metrics["ndcg"].mean > 0.34
