from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bespoke.brief import Brief, parse_brief, read_brief
from bespoke.domain import Aim, Boost, Money, OfferKind
from bespoke.encoding import decode, encode
from bespoke.errors import BriefRefused, NotFound

TODAY = date(2026, 4, 20)


def test_a_name_is_enough_for_a_brief() -> None:
    brief = parse_brief({"name": "Spring garden"})

    assert brief.campaign_id == "spring-garden"
    assert [variant.name for variant in brief.variants] == ["A", "B"]
    assert brief.offer.as_offer("GBP") is None


@pytest.mark.parametrize("written", ["buy-again", "buy again", "Buy_again"])
def test_an_aim_is_taken_in_words_and_as_a_key(written: str) -> None:
    brief = parse_brief({"name": "Refill", "products": {"aim": written}})

    assert brief.products.aim is Aim.BUY_AGAIN


def test_no_rule_that_costs_accuracy_is_on_by_default() -> None:
    products = parse_brief({"name": "Spring"}).products

    assert (products.max_per_category, products.max_per_brand, products.not_shown_in_last) == (None, None, 0)
    assert (products.boost, products.popularity_damping, products.exploration) == (Boost.NONE, 0, 0)


def test_a_brief_survives_its_encoding() -> None:
    brief = parse_brief(
        {"name": "Spring garden", "offer": {"kind": "percent", "value": "15", "ends_on": "2026-04-30"}}
    )

    assert decode(Brief, encode(brief)) == brief


def test_an_offer_carries_the_shops_currency() -> None:
    brief = parse_brief(
        {"name": "Five off", "offer": {"kind": "amount", "value": "5", "code": "FIVE", "minimum_spend": "40"}}
    )

    offer = brief.offer.as_offer("EUR")

    assert offer is not None
    assert offer.kind is OfferKind.AMOUNT
    assert offer.amount == Money(Decimal(5), "EUR")
    assert offer.minimum_spend == Money(Decimal(40), "EUR")


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": "Spring", "colour": "red"}, "colour: unknown key"),
        ({"name": "Spring", "offer": {"type": "percent"}}, "offer.type: unknown key"),
        ({"name": "Spring", "offer": {"kind": "percent"}}, "needs a value"),
        ({"name": "Spring", "offer": {"kind": "percent", "value": 120}}, "below 100"),
        ({"name": "Spring", "offer": {"kind": "none", "value": 5}}, "takes no value"),
        ({"name": "Spring", "variants": [{"name": "A"}, {"name": "a"}]}, "same name"),
        ({"name": "Spring", "variants": [{"name": "holdout"}]}, "gets no email"),
        ({"name": "Spring", "variants": []}, "variants"),
        ({"name": "Spring", "holdout": 0.9}, "holdout"),
        ({}, "name"),
        ({"name": "Spring", "products": {"minimum_price": 9, "maximum_price": 5}}, "above the highest"),
        (
            {"name": "Spring", "products": {"categories": ["Kitchen"], "max_per_category": 2}},
            "leave room for 2 products, not 3",
        ),
        ({"name": "Spring", "products": {"boost": "sales"}}, "boost"),
        ({"name": "Spring", "products": {"exploration": 0.9}}, "exploration"),
    ],
)
def test_a_bad_brief_is_refused_on_one_line(values: dict[str, object], says: str) -> None:
    with pytest.raises(BriefRefused, match=says) as refused:
        parse_brief(values)

    assert "\n" not in str(refused.value)


def test_an_offer_that_has_ended_is_refused_with_both_dates() -> None:
    brief = parse_brief({"name": "Old", "offer": {"kind": "free_shipping", "ends_on": "2026-04-19"}})

    with pytest.raises(BriefRefused, match=r"ended on 2026-04-19; today is 2026-04-20"):
        brief.refuse_if_ended(TODAY)
    brief.refuse_if_ended(date(2026, 4, 19))


def test_a_brief_is_read_from_toml(tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    path.write_text('name = "Spring"\n[audience]\nsegments = ["loyal"]\n', encoding="utf-8")

    assert read_brief(path).audience.segments == ("loyal",)


def test_a_missing_file_and_a_broken_one_are_told_apart(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("name = ", encoding="utf-8")

    with pytest.raises(NotFound, match="no brief"):
        read_brief(tmp_path / "absent.toml")
    with pytest.raises(BriefRefused, match="not valid TOML"):
        read_brief(broken)
