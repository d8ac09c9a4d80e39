"""Trials on small files: what is judged, what would serve, and what must not matter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bespoke.domain import Aim
from bespoke.errors import DataRefused
from eval.interactions import read_candidates
from eval.judgment import OWN, POPULAR
from eval.trial_page import SCHEMA, describe_trial, trial_as_json
from eval.trials import Trial, TrialOptions, try_recommender
from tests.eval.trial_files import a_sequence_shop, an_order_shop, as_read, hold_out_last, split_at_day

FEW = {"draws": 50}


def try_out(
    folder: Path,
    train: pd.DataFrame,
    test: pd.DataFrame,
    candidates: pd.DataFrame | None = None,
    **options: Any,
) -> Trial:
    found = None
    if candidates is not None:
        candidates.to_csv(folder / "C.csv", index=False)
        found = read_candidates(folder / "C.csv")
    return try_recommender(
        as_read(train, folder, "T"), as_read(test, folder, "E"), found, TrialOptions(**{**FEW, **options})
    )


def outcome(trial: Trial) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(trial_as_json(trial))
    del found["seconds"]
    return found


def mean(trial: Trial, way: str, metric: str = "recall") -> float:
    score = trial.judgment.score(way, trial.options.aim)
    assert score is not None
    value = score.metrics[metric].mean
    assert value is not None
    return value


def test_a_sequence_is_foreseen_and_with_one_product_each_recall_is_the_hit_rate(tmp_path: Path) -> None:
    trial = try_out(tmp_path, *hold_out_last(a_sequence_shop()), k=3)

    serving = mean(trial, trial.service.way)
    assert serving > 0.6 > 0.3 > mean(trial, POPULAR)
    assert serving == mean(trial, trial.service.way, "hit_rate")
    assert OWN not in trial.judgment.ways(Aim.MIXED)  # nobody here buys a thing twice


def test_repeats_are_judged_where_customers_buy_again(tmp_path: Path) -> None:
    trial = try_out(tmp_path, *split_at_day(an_order_shop(60), 130))

    assert mean(trial, OWN) > mean(trial, POPULAR)
    assert mean(trial, trial.service.way) > mean(trial, POPULAR)
    assert trial.counts.judged_customers == trial.counts.known_customers


@pytest.mark.parametrize("aim", [Aim.DISCOVER, Aim.BUY_AGAIN])
def test_each_aim_is_judged_on_what_is_right_for_it(tmp_path: Path, aim: Aim) -> None:
    train, test = split_at_day(an_order_shop(), 130)

    trial = try_out(tmp_path, train, test, aim=aim)

    had = set(zip(train["customer_id"], train["product_id"], strict=True))
    later = set(zip(test["customer_id"], test["product_id"], strict=True))
    right = later & had if aim is Aim.BUY_AGAIN else later - had
    assert trial.counts.right_pairs == len(right)
    assert trial.judgment.aims == [aim]


def test_only_candidates_are_ranked_and_a_missing_one_is_a_miss(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop())
    customers = test["customer_id"]
    others = pd.concat(
        [pd.DataFrame({"customer_id": customers, "product_id": f"p{place}"}) for place in (1, 7, 20)]
    )
    candidates = pd.concat([others, test]).drop_duplicates().sample(frac=1, random_state=0)
    first = test.iloc[0]
    absent = (candidates["customer_id"] == first["customer_id"]) & (
        candidates["product_id"] == first["product_id"]
    )

    everyone = try_out(tmp_path, train, test, candidates, k=10)
    but_one = try_out(tmp_path, train, test, candidates[~absent], k=10)

    assert mean(everyone, everyone.service.way) == pytest.approx(1.0)  # ten places for four products
    assert but_one.counts.customers_missing_candidates == 1
    assert mean(but_one, but_one.service.way) == pytest.approx(1 - 1 / len(test))
    assert "1 customers bought something that is not among their candidates" in describe_trial(but_one)


def test_customers_without_candidates_are_counted_and_not_judged(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop())

    trial = try_out(tmp_path, train, test, test.iloc[5:])

    assert trial.counts.customers_without_candidates == 5
    assert trial.counts.judged_customers == len(test) - 5


def test_new_customers_get_what_is_popular_and_are_not_in_the_table(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop())
    stranger = pd.DataFrame({"customer_id": ["new"], "product_id": [train["product_id"].mode()[0]]})

    alone = try_out(tmp_path, train, test)
    together = try_out(tmp_path, train, pd.concat([test, stranger]))

    assert together.counts.new_customers == 1
    assert outcome(alone)["ways"] == outcome(together)["ways"]
    assert together.newcomers is not None
    assert "1 customers of the test are new; they get what is popular" in describe_trial(together)


def test_products_nobody_had_count_in_the_denominator(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop())
    unheard = test.assign(product_id="never seen")

    one_of_two = try_out(tmp_path, train, pd.concat([test, unheard]), k=30)

    assert one_of_two.counts.pairs_out_of_reach == len(test)
    assert mean(one_of_two, one_of_two.service.way) == pytest.approx(0.5)


def test_what_was_returned_in_the_test_was_not_bought(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop())
    with_types = pd.concat([test.assign(type="purchase"), test.iloc[:4].assign(type="return")])

    trial = try_out(tmp_path, train, with_types)

    assert trial.counts.test_customers == len(test) - 4


def test_what_would_serve_does_not_change_with_the_products_of_the_test(tmp_path: Path) -> None:
    train, test = split_at_day(an_order_shop(), 130)
    rng = np.random.default_rng(0)
    shuffled = test.assign(product_id=rng.permutation(test["product_id"].to_numpy()))

    one, other = outcome(try_out(tmp_path, train, test)), outcome(try_out(tmp_path, train, shuffled))

    assert one["ways"] != other["ways"]
    for part in ("in_service", "recipe", "protocol", "tuning"):
        assert one[part] == other[part]


def test_two_runs_say_the_same_and_with_times_the_order_of_lines_does_not_matter(tmp_path: Path) -> None:
    train, test = split_at_day(an_order_shop(), 130)

    first = outcome(try_out(tmp_path, train, test))
    again = outcome(try_out(tmp_path, train, test))
    shuffled = outcome(
        try_out(tmp_path, train.sample(frac=1, random_state=4), test.sample(frac=1, random_state=5))
    )

    assert first == again == shuffled


def test_tuning_repeats_with_a_fixed_number_of_trials_and_says_what_it_changed(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop(30))

    tuned = [try_out(tmp_path, train, test, tune_minutes=9.0, most_trials=2) for _ in range(2)]

    assert outcome(tuned[0]) == outcome(tuned[1])
    assert tuned[0].tuning[0] == "2 trials"
    assert "Tuned: 2 trials" in describe_trial(tuned[0])


def test_two_customers_are_enough_for_a_table(tmp_path: Path) -> None:
    train = pd.DataFrame({"customer_id": ["NA", "NA", "007"], "product_id": ["null", "1", "1"]})
    test = pd.DataFrame({"customer_id": ["NA", "007"], "product_id": ["2", "null"]})

    trial = try_out(tmp_path, train, test)

    assert trial.counts.known_customers == 2
    assert trial.service.way in trial.judgment.ways(Aim.MIXED)


def test_the_json_holds_every_way_with_every_metric(tmp_path: Path) -> None:
    trial = try_out(tmp_path, *split_at_day(an_order_shop(), 130))

    found = json.loads(trial_as_json(trial))

    assert found["schema"] == SCHEMA
    assert set(found) == {
        "schema",
        "aim",
        "k",
        "seed",
        "data",
        "protocol",
        "recipe",
        "tuning",
        "in_service",
        "ways",
        "by_history",
        "newcomers",
        "notes",
        "seconds",
    }
    names = {"recall", "ndcg", "map", "hit_rate", "coverage", "novelty", "popularity_share", "diversity"}
    for way in found["ways"]:
        assert set(way["metrics"]) == names
        assert set(way["metrics"]["recall"]) == {"mean", "low", "high", "customers"}
    assert [way["way"] for way in found["ways"] if way["in_service"]] == [found["in_service"]["way"]]
    assert {"als", "repeats", "blend"} <= set(found["seconds"]["fit"])
    assert {one["way"] for one in found["by_history"]} == {way["way"] for way in found["ways"]}


def test_the_table_marks_what_would_serve(tmp_path: Path) -> None:
    trial = try_out(tmp_path, *hold_out_last(a_sequence_shop()))

    text = describe_trial(trial)

    assert f"| → {trial.service.way}" in text
    assert f"Would be put in service: {trial.service.way}." in text


@pytest.mark.parametrize(
    ("test", "options", "says"),
    [
        ({"customer_id": ["x"], "product_id": ["p1"]}, {}, "no customer of the test file did anything"),
        (
            {"customer_id": ["000"], "product_id": ["p1"], "type": ["view"]},
            {},
            "no purchase that was kept",
        ),
        (
            {"customer_id": ["000"], "product_id": ["other"]},
            {"aim": Aim.BUY_AGAIN},
            "anything they had bought before",
        ),
    ],
)
def test_a_test_that_cannot_judge_is_refused(
    tmp_path: Path, test: dict[str, list[str]], options: dict[str, Any], says: str
) -> None:
    with pytest.raises(DataRefused, match=says):
        try_out(tmp_path, a_sequence_shop(), pd.DataFrame(test), **options)
