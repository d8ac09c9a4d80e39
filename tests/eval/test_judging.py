from __future__ import annotations

import numpy as np
import pytest

from bespoke.domain import Aim
from bespoke.encoding import decode, encode
from eval.exams import set_exam
from eval.judging import judge
from eval.judgment import IN_SERVICE, OWN, POPULAR, Judgment
from eval.variety import Similarity
from recommender.id_maps import UNKNOWN, IdMap
from tests.eval.exams import an_exam, lists
from tests.recommender.shops import purchases

WHO = [f"c{number:02}" for number in range(40)]
EXAM = an_exam(
    {who: [number % 3, 5] for number, who in enumerate(WHO)},
    {who: [5, 3 + number % 2] for number, who in enumerate(WHO)},
    segments={who: "loyal" if number < 25 else "new" for number, who in enumerate(WHO)},
    orders={who: 1 + number % 4 for number, who in enumerate(WHO)},
)
PERFECT = np.array([[5, 3 + number % 2, 4 - number % 2] for number in range(40)], dtype=np.int32)


def test_both_baselines_are_in_every_judgment():
    judgment = judge(EXAM, {}, k=2)

    assert judgment.ways(Aim.DISCOVER) == [POPULAR]
    assert judgment.ways(Aim.MIXED) == judgment.ways(Aim.BUY_AGAIN) == [POPULAR, OWN]


def test_a_way_is_given_as_a_function_or_as_ready_lists():
    asked = []

    def way(aim):
        asked.append(aim)
        return None if aim is Aim.BUY_AGAIN else PERFECT

    judgment = judge(EXAM, {"called": way, "ready": dict.fromkeys(Aim, PERFECT)}, k=2)

    assert asked == list(Aim)
    assert judgment.score("called", Aim.BUY_AGAIN) is None
    assert judgment.score("called", Aim.DISCOVER).metrics == judgment.score("ready", Aim.DISCOVER).metrics
    assert judgment.score("called", Aim.DISCOVER).rank_seconds >= 0
    assert judgment.score("ready", Aim.DISCOVER).rank_seconds is None


def test_perfect_lists_score_one_for_every_aim():
    judgment = judge(EXAM, {"perfect": dict.fromkeys(Aim, PERFECT)}, k=1)

    for aim in Aim:
        for metric in ("recall", "ndcg", "map", "hit_rate"):
            assert judgment.score("perfect", aim).metrics[metric].mean == 1.0
    assert judgment.best(Aim.DISCOVER) == "perfect"
    assert judgment.repeat_share == 0.5


def test_leads_are_paired_differences_over_each_baseline_and_the_model_in_service():
    worse = np.where(np.arange(40)[:, None] < 10, PERFECT[:, ::-1], PERFECT)
    judgment = judge(
        EXAM, {"perfect": dict.fromkeys(Aim, PERFECT), IN_SERVICE: dict.fromkeys(Aim, worse)}, k=1
    )

    lead = judgment.lead("perfect", IN_SERVICE, Aim.DISCOVER)
    assert lead.mean == pytest.approx(0.25)
    assert lead.low > 0.1
    assert set(judgment.score("perfect", Aim.MIXED).leads) == {POPULAR, OWN, IN_SERVICE}
    means = [judgment.score(way, Aim.DISCOVER).metrics["ndcg"].mean for way in ("perfect", IN_SERVICE)]
    assert lead.mean == pytest.approx(means[0] - means[1])
    assert judgment.lead("perfect", "perfect", Aim.DISCOVER) is None


def test_groups_share_out_the_customers():
    judgment = judge(EXAM, {"perfect": dict.fromkeys(Aim, PERFECT)}, k=2)

    segments = judgment.by_group(Aim.MIXED, "segment")
    assert {name: by["perfect"].metrics["ndcg"].customers for name, by in segments.items()} == {
        "loyal": 25,
        "new": 15,
    }
    assert list(judgment.by_group(Aim.MIXED, "history")) == ["1", "2–4"]
    assert "orders before" in judgment.group_table(Aim.MIXED, "history")
    assert judgment.group_table(Aim.MIXED, "nothing") == ""


def test_a_group_of_a_few_customers_shows_no_figure():
    few = an_exam(
        {who: [0] for who in WHO},
        {who: [1] for who in WHO},
        segments={who: "odd" if who == "c00" else "even" for who in WHO},
    )

    table = judge(few, {}, k=1).group_table(Aim.DISCOVER, "segment").splitlines()

    assert any("odd" in line and "too\u00a0few" in line for line in table)
    assert any("even" in line and "[" in line for line in table)


def test_an_aim_nobody_bought_for_is_left_out():
    judgment = judge(an_exam({"ann": [0]}, {"ann": [1]}), {}, k=1)

    assert judgment.aims == [Aim.DISCOVER, Aim.MIXED]
    assert judgment.table(Aim.BUY_AGAIN).count("\n") == 1
    assert judgment.best(Aim.BUY_AGAIN) is None


def test_nobody_to_judge_is_an_empty_judgment():
    judgment = judge(set_exam(purchases(("ann", "p0")), purchases(("bob", "p0")), IdMap.of(["p0"])), {}, k=3)

    assert (judgment.customers, judgment.aims, judgment.repeat_share) == (0, [], None)


def test_lists_that_do_not_fit_say_whose_they_are():
    with pytest.raises(ValueError, match="'odd' for discover: a list names the same product twice"):
        judge(EXAM, {"odd": {Aim.DISCOVER: np.zeros((40, 2), dtype=np.int32)}}, k=2)


def test_empty_lists_are_judged_as_misses_and_have_no_variety():
    nothing = np.full((40, 1), UNKNOWN, dtype=np.int32)
    score = judge(EXAM, {"silent": {Aim.DISCOVER: nothing}}, k=3).score("silent", Aim.DISCOVER)

    assert score.metrics["ndcg"].mean == 0.0
    assert score.metrics["novelty"].mean is None
    assert score.metrics["coverage"].mean == 0.0
    assert score.gini is None


def test_the_same_seed_gives_the_same_judgment_and_it_survives_the_store():
    ready = {"perfect": dict.fromkeys(Aim, PERFECT)}
    first, second = judge(EXAM, ready, k=2), judge(EXAM, ready, k=2)

    assert first.score("perfect", Aim.MIXED) == second.score("perfect", Aim.MIXED)
    assert decode(Judgment, encode(first)) == first


def test_the_order_of_products_and_customers_changes_nothing():
    had = {who: [number % 3] for number, who in enumerate(WHO)}
    bought = {who: [3 + number % 2] for number, who in enumerate(WHO)}
    usual = an_exam(had, bought)
    turned = an_exam(
        dict(reversed(had.items())), bought, products=IdMap.in_order(list(reversed(usual.products.index)))
    )
    best = lists(*([3, 4] for _ in WHO))

    one = judge(usual, {"x": {Aim.DISCOVER: best}}, k=2).score("x", Aim.DISCOVER)
    other = judge(turned, {"x": {Aim.DISCOVER: 5 - best}}, k=2).score("x", Aim.DISCOVER)

    assert one.metrics == other.metrics


def test_categories_decide_what_varied_means_where_they_are_known():
    kinds = {f"p{number}": "mugs" if number < 3 else "bowls" for number in range(6)}
    exam = an_exam({"ann": [0], "bob": [1]}, {"ann": [1], "bob": [2]}, categories=kinds)

    judgment = judge(exam, {"x": {Aim.DISCOVER: lists([1, 3], [2, 4])}}, k=2)

    assert judgment.similarity is Similarity.CATEGORY
    assert judgment.score("x", Aim.DISCOVER).metrics["diversity"].mean == 1.0
    assert judge(an_exam({"ann": [0]}, {"ann": [1]}), {}).similarity is Similarity.BUYERS
