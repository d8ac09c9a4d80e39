"""English copy that the guards were not written from: faults as people write them, and honest lines."""

from __future__ import annotations

from datetime import date

import pytest

from bespoke.domain import Severity
from tests.builders import a_brand, a_product
from tests.guardrails.checks import check

MUG = a_product(
    "mug-1", title="Speckled Stoneware Mug", description="Hand-thrown stoneware mug, 350 ml.", stock=40
)
BOARD = a_product("board-1", title="Oak Serving Board", description="Board of oiled oak, 30 cm.", stock=3)
BRAND = a_brand(banned_words=("must-have",), competitors=("ClayWorks",), required_phrases=())


def held(text: str) -> set[str]:
    """The rules that block or hold a line about a mug and a board, without an offer."""
    found = check(text, products=(MUG, BOARD), offer=None, brand=BRAND, send_date=date(2026, 4, 14))
    return {finding.rule for finding in found if finding.severity is not Severity.NOTE}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("false_scarcity", "Our mugs are nearly gone."),
        ("false_scarcity", "Only a handful of mugs remain."),
        ("pressure", "What's your excuse?"),
        ("pressure", "Your friends already have theirs."),
        ("pressure", "Only a fool would pass on this."),
        ("pressure", "Everyone's got one except you."),
        ("sensitive_inference", "Money's tight, we know."),
        ("sensitive_inference", "Going through a divorce? Start with a mug."),
        ("sensitive_inference", "Between jobs? Soup for one."),
        ("sensitive_inference", "Retirement suits you."),
        ("sensitive_inference", "Congratulations on the little one."),
        ("surveillance_tone", "You were this close to buying it on Tuesday."),
        ("surveillance_tone", "The mug you had your eye on is still here."),
        ("unsupported_superlative", "There's no better mug anywhere."),
        ("unsupported_superlative", "A mug beyond compare."),
        ("health_claim", "It lifts your mood and boosts your energy."),
        ("guarantee", "It will never break. That's a promise."),
        ("guarantee", "Satisfaction is assured."),
        ("invented_discount", "Prices have been slashed on all our boards."),
        ("invented_discount", "It's our spring sale, and everything must go."),
        ("invented_discount", "Delivery's on us this weekend."),
        ("invented_deadline", "Only until midnight."),
        ("unknown_product", "While you're here, have a look at the cushions."),
        ("unsupported_attribute", "The mug comes in six colours."),
        ("unsupported_attribute", "It comes in a gift box."),
        ("profanity", "It's a bloody good mug."),
        ("profanity", "No bullsh*t, just oak."),
        ("shouting", "You NEED this mug NOW."),
        ("competitor_mention", "Forget Clay Works."),
        ("banned_word", "These are absolute must-haves."),
    ],
)
def test_unseen_faults_are_found(rule: str, text: str) -> None:
    assert rule in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have three boards left. Three.",
        "Running low on milk? Same.",
        "Only one thing left to do: put the kettle on.",
        "You must have noticed the evenings.",
        "Clay works best when wet.",
        "You may regret the third biscuit.",
        "Toast #1 is for the cook.",
        "The most important meal of the day deserves a board.",
        "Pour in 200 ml of milk and stir.",
        "On the house, in the garden, by the sea: take it anywhere.",
        "Still thinking about lunch? So are we.",
        "The board weighs about three pounds.",
        "It's FINE, says the toast.",
        "You'll feel like a million dollars.",
    ],
)
def test_honest_lines_near_a_fault_pass(text: str) -> None:
    assert held(text) == set()
