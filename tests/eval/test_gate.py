from __future__ import annotations

import pytest

from bespoke.domain import Aim
from bespoke.settings import GateSettings
from eval.gate import Verdict, decide
from eval.judgment import IN_SERVICE
from eval.ranking import Interval
from tests.eval.exams import a_judgment, an_interval

RULES = GateSettings()
BETTER = an_interval(0.03)


def test_a_first_model_that_beats_popularity_is_put_in_service():
    decision = decide(a_judgment(BETTER), "als", RULES)

    assert decision.promotes
    assert "differs from popularity's by +0.0300" in decision.reason
    assert [check.passed for check in decision.checks] == [True]


@pytest.mark.parametrize("lead", [an_interval(0.005), an_interval(-0.03), Interval(0.0, 0.0, 0.0, 500)])
def test_a_model_not_shown_to_beat_popularity_is_not(lead):
    decision = decide(a_judgment(lead, an_interval(0.05)), "als", RULES, in_service=IN_SERVICE)

    assert decision.verdict is Verdict.NOT_BETTER
    assert "may be chance" in decision.reason


def test_the_same_model_on_newer_data_always_passes():
    same = Interval(0.0, 0.0, 0.0, 500)

    for margin in (0.0, 0.05):
        rules = GateSettings(margin=margin)
        assert decide(a_judgment(BETTER, same), "als", rules, in_service=IN_SERVICE).promotes


def test_a_model_may_be_worse_than_the_one_in_service_by_the_margin_and_no_more():
    # 5 % of a score of 0.1 is 0.005.
    within, beyond = Interval(0.0, -0.0049, 0.005, 500), Interval(0.0, -0.0051, 0.005, 500)

    assert decide(a_judgment(BETTER, within), "als", RULES, in_service=IN_SERVICE).promotes
    refused = decide(a_judgment(BETTER, beyond), "als", RULES, in_service=IN_SERVICE)

    assert refused.verdict is Verdict.WORSE
    assert "the margin of -0.0050 (5% of its score)" in refused.reason
    assert [check.passed for check in refused.checks] == [True, False]


def test_too_few_customers_decide_nothing():
    few = Interval(0.5, 0.4, 0.6, 29)

    decision = decide(a_judgment(few), "als", RULES)

    assert decision.verdict is Verdict.TOO_LITTLE_DATA
    assert "Only 29 customers" in decision.reason
    assert "30 are needed" in decision.reason


def test_an_aim_nobody_bought_for_decides_nothing():
    decision = decide(a_judgment(BETTER), "als", GateSettings(aim=Aim.BUY_AGAIN))

    assert decision.verdict is Verdict.TOO_LITTLE_DATA
    assert "Only 0 customers" in decision.reason


def test_a_model_in_service_that_was_not_judged_stays():
    decision = decide(a_judgment(BETTER), "als", RULES, in_service=IN_SERVICE)

    assert not decision.promotes
    assert "could not be judged" in decision.reason


def test_a_shop_of_repeats_is_told_that_new_products_are_not_the_whole_story():
    decision = decide(a_judgment(BETTER, repeat_share=0.7), "als", RULES)

    assert "70% of what these customers bought they had bought before" in decision.reason
    assert "had bought before" not in decide(a_judgment(BETTER), "als", RULES).reason


def test_losing_to_own_purchases_is_said():
    judgment = a_judgment(BETTER, aim=Aim.MIXED, over_own=an_interval(-0.05))

    decision = decide(judgment, "als", GateSettings(aim=Aim.MIXED))

    assert decision.promotes
    assert "own purchases, most recent first, did better by 0.0500" in decision.reason
