from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import FactSheet, Money
from bespoke.encoding import decode, encode, fingerprint
from tests.builders import a_fact_sheet, a_product, an_offer


def test_a_fact_sheet_survives_its_encoding() -> None:
    sheet = a_fact_sheet(offer=an_offer(), products=(a_product(attributes={"material": "stoneware"}),))

    assert decode(FactSheet, encode(sheet)) == sheet


@given(amount=st.decimals(min_value=0, max_value=10**9, places=2))
def test_money_keeps_every_digit(amount: Decimal) -> None:
    assert decode(Money, encode(Money(amount, "GBP"))).amount == amount


def test_the_order_of_attributes_does_not_change_the_text() -> None:
    one = a_product(attributes={"a": "1", "b": "2"})
    other = a_product(attributes={"b": "2", "a": "1"})

    assert encode(one) == encode(other)


@given(parts=st.lists(st.text(), min_size=1), others=st.lists(st.text(), min_size=1))
def test_a_fingerprint_tells_where_one_part_ends(parts: list[str], others: list[str]) -> None:
    assert (fingerprint(*parts) == fingerprint(*others)) == (parts == others)
