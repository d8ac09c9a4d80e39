from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from bespoke.domain import Aim
from bespoke.encoding import decode, encode
from eval.gate import Verdict
from eval.judgment import IN_SERVICE, OWN, POPULAR
from eval.model_judging import judge_model
from eval.model_page import write_report
from eval.model_report import ModelReport
from recommender.id_maps import IdMap
from recommender.presets import orders_recipe
from tests.builders import NOW
from tests.recommender.shops import ALS, a_blend, a_catalog, a_recipe, events_frame, purchases, random_shop
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


def a_plain_recipe(**als):
    """One factorization; `als` are its parameters."""
    return a_recipe(components={"als": replace(ALS, **als)})


def judged(events, recipe=None, **more):
    return judge_model(events, CATALOG, None, recipe or a_plain_recipe(), **more).report


@pytest.fixture(scope="module")
def report():
    return judged(a_shop_of_two_tastes())


def score_of(report, model, aim):
    return report.judgment.score(model, aim)


def test_a_model_that_sees_tastes_beats_popularity(report):
    assert report.promotes
    assert report.decision.verdict is Verdict.BETTER
    assert score_of(report, "als", Aim.DISCOVER).leads[POPULAR]["ndcg"].low > 0.1
    assert score_of(report, POPULAR, Aim.DISCOVER).metrics["ndcg"].mean < 0.5


def test_own_purchases_are_a_baseline_only_where_repeats_count(report):
    assert report.judgment.ways(Aim.DISCOVER) == [POPULAR, "als"]
    assert report.judgment.ways(Aim.MIXED) == [POPULAR, OWN, "als"]


def test_where_customers_only_buy_again_their_own_purchases_win():
    habits = [(f"c{i}", f"p{(7 * i + j) % 40:02}") for i in range(60) for j in range(3)]
    events = pd.concat([purchases(*habits, days_ago=40.0), purchases(*habits, days_ago=2.0)])

    report = judged(events)

    assert score_of(report, OWN, Aim.MIXED).metrics["recall"].mean == 1.0
    assert report.decision.verdict is Verdict.TOO_LITTLE_DATA  # nobody bought anything new


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

    report = judged(events_frame(rows), orders_recipe(reranker=None, windows=1))

    assert not report.promotes
    assert report.decision.verdict in (Verdict.NOT_BETTER, Verdict.TOO_LITTLE_DATA)


def test_the_model_in_service_is_judged_from_its_parameters_on_the_same_past():
    events = a_shop_of_two_tastes()
    # Two tastes are two dimensions: eight that hardly shrink learn noise.
    calm, noisy = a_plain_recipe(regularization=1.0), a_plain_recipe()

    better = judged(events, calm, in_service=noisy)
    worse = judged(events, noisy, in_service=calm)

    assert better.promotes
    assert better.judgment.lead("als", IN_SERVICE, Aim.DISCOVER).mean > 0
    assert not worse.promotes
    theirs = worse.judgment.score(IN_SERVICE, Aim.DISCOVER)
    assert better.judgment.score("als", Aim.DISCOVER).metrics == theirs.metrics


def test_parameters_that_learn_nothing_are_judged_as_popularity():
    report = judged(a_shop_of_two_tastes(), in_service=a_plain_recipe(regularization=50.0))

    assert report.promotes
    assert POPULAR in report.judgment.ways(Aim.DISCOVER)


def test_training_again_with_the_same_parameters_is_never_held_back():
    report = judged(a_shop_of_two_tastes(), in_service=a_plain_recipe())

    lead = report.judgment.lead("als", IN_SERVICE, Aim.DISCOVER)
    assert (lead.low, lead.mean, lead.high) == (0.0, 0.0, 0.0)
    assert report.promotes


def test_what_was_judged_is_given_back_to_be_fitted_on_all_orders():
    examined = judge_model(a_shop_of_two_tastes(), CATALOG, None, a_plain_recipe())

    assert examined.recipe == a_plain_recipe()
    assert set(examined.rankers) == set(Aim)
    assert all(ranker.weights == {"als": 1.0} for ranker in examined.rankers.values())


def test_a_tuned_recipe_is_the_one_that_is_judged_and_the_report_says_what_was_tried():
    recipe = replace(a_blend(), prior={"item_item": 1.0})

    events = random_shop(3, customers=60, products=10, events=1500)

    examined = judge_model(events, CATALOG, None, recipe, tune_minutes=0.02)

    said = next(note for note in examined.report.notes if "trials in" in note)
    assert int(said.split()[0]) > 0
    assert json.loads(examined.recipe.as_json()) == json.loads(json.dumps(examined.report.parameters))


def test_a_report_survives_the_store(report):
    assert decode(ModelReport, encode(report)) == report


def test_the_markdown_shows_the_verdict_and_every_model(report):
    text = report.markdown()

    assert "**Has earned its place.**" in text
    for name in ("als", POPULAR, OWN, "new products only", "any product", "orders before", "segment"):
        assert name in text


def test_the_plot_is_a_picture_and_leaves_pyplot_alone(report, tmp_path):
    path = report.write_plot(tmp_path / "plots" / "model.png")

    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.width > 1000


def test_the_page_stands_alone_and_says_what_was_decided(report, tmp_path):
    page = write_report(report, tmp_path / "m", version="als-1", trained_at=NOW, data="0123456789abcdef" * 2)

    text = page.read_text(encoding="utf-8")
    assert "Has earned its place." in text
    assert report.decision.reason in html.unescape(text)
    assert text.count("prefers-color-scheme: dark") > 4
    assert not re.findall(r"""(?:src|srcset|href)=["'](?!data:)""", text)
    assert "http" not in re.sub(r"data:image/png;base64,[A-Za-z0-9+/=]+", "", text)
    assert decode(ModelReport, (page.parent / "report.json").read_text(encoding="utf-8")) == report
    with Image.open(page.parent / "report.png") as picture:
        assert picture.format == "PNG"


def test_names_from_outside_cannot_write_on_the_page(report, tmp_path):
    odd = replace(report, kind="<script>alert(1)</script>")

    page = write_report(odd, tmp_path, version="<b>", trained_at=NOW, data="x" * 32)

    text = page.read_text(encoding="utf-8")
    assert "<script>" not in text
    assert "<b>" not in text


@pytest.mark.parametrize("seed", range(4))
def test_a_shop_of_twenty_customers_and_a_hundred_events_gets_an_honest_report(seed, tmp_path):
    events = random_shop(seed, customers=20, products=10, events=100)

    report = judged(events, orders_recipe())

    assert report.decision.verdict is Verdict.TOO_LITTLE_DATA
    assert not report.promotes
    assert re.match(r"Only \d customers? bought|Too few customers share", report.reason)
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
    report = judged(events, orders_recipe())

    assert report.decision.verdict is Verdict.TOO_LITTLE_DATA
    assert decode(ModelReport, encode(report)) == report
    assert write_report(report, tmp_path, version="v", trained_at=NOW, data="d" * 32).is_file()


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

    report = judge_model(events, catalog, None, orders_recipe()).report

    assert report.promotes
    assert score_of(report, report.kind, Aim.DISCOVER).metrics["ndcg"].customers == 1195
    assert score_of(report, report.kind, Aim.DISCOVER).metrics["ndcg"].mean > 0.105
    assert score_of(report, OWN, Aim.MIXED).metrics["ndcg"].mean > 0.34
