"""Requests that share their facts come close together, but not at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Angle
from copywriter.fact_sheets import make_blurb_sheet
from copywriter.request_order import order_requests
from tests.builders import NOW, a_brand, a_fact_sheet, a_product


def frames(cohorts: int) -> list:
    return [
        a_fact_sheet(products=(a_product(f"p{number}"),), angle=angle)
        for number in range(cohorts)
        for angle in (Angle.BENEFIT, Angle.VALUE)
    ]


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(0, 12))
def test_every_sheet_is_asked_for_once(kinds, concurrency):
    sheets = [
        a_fact_sheet(products=(a_product(f"p{kind}"),))
        if kind
        else make_blurb_sheet(a_product(), brand=a_brand(), locale="en-GB", send_date=NOW.date())
        for kind in kinds
    ]

    assert sorted(order_requests(sheets, concurrency)) == list(range(len(sheets)))


def test_a_variant_waits_until_its_sibling_is_read():
    order = order_requests(frames(6), 3)

    assert order == [0, 2, 4, 1, 3, 5, 6, 8, 10, 7, 9, 11]


def test_sheets_that_share_nothing_keep_their_order():
    assert order_requests(frames(5)[::2], 2) == [0, 1, 2, 3, 4]
    assert order_requests([], 8) == []
