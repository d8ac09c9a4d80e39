from __future__ import annotations

from base64 import b64encode
from dataclasses import replace

import pytest

from bespoke.canary import canary_of, find_canary
from bespoke.domain import Angle, DraftKind
from bespoke.settings import LimitSettings
from copywriter.prompts import make_prompt
from tests.builders import a_brand, a_fact_sheet

SHEET = a_fact_sheet()
CANARY = canary_of(SHEET)


def test_all_requests_of_a_brand_and_kind_have_one_canary_and_others_have_another():
    assert canary_of(replace(SHEET, angle=Angle.CURIOSITY, theme="Spring")) == CANARY
    assert canary_of(a_fact_sheet(brand=a_brand(name="Other"))) != CANARY
    assert canary_of(replace(SHEET, kind=DraftKind.BLURB)) != CANARY
    assert CANARY in make_prompt(SHEET, LimitSettings()).messages[0]["content"]


@pytest.mark.parametrize(
    "leaked",
    [
        CANARY,
        CANARY.upper(),
        CANARY[4:13],
        CANARY[-8:],
        " ".join(CANARY),
        "-".join(CANARY[4:]),
        CANARY[::-1],
        b64encode(CANARY.encode()).decode(),
        b64encode(f"x{CANARY}".encode()).decode(),
        b64encode(f"xy{CANARY}!".encode()).decode(),
    ],
)
def test_the_canary_is_found_whole_in_part_and_encoded(leaked):
    text = f"Our code: {leaked}, see?"
    place = find_canary(text, SHEET)

    assert place is not None
    assert place[0] >= text.index(":")


def test_other_figures_are_no_canary():
    assert find_canary("Since 1923, 0123456789abcdef and £12.50 for 350 ml.", SHEET) is None
