"""What Prefect's form refuses and takes, by the validation its server runs on submit."""

from __future__ import annotations

from typing import Any

import pytest
from prefect.utilities.schema_tools.validation import validate

from bespoke.brief import parse_brief
from bespoke.errors import BriefRefused
from flows.run_campaign import ReviewDecision, run_campaign


def complaints(brief: dict[str, Any]) -> list[str]:
    errors = validate({"brief": brief}, run_campaign.parameters.model_dump_for_openapi())
    return [error.message for error in errors]


def test_a_name_is_enough() -> None:
    assert complaints({"name": "Spring picks"}) == []


@pytest.mark.parametrize(
    "offer",
    [
        {"kind": "percent"},
        {"kind": "percent", "value": 100},
        {"kind": "amount"},
        {"kind": "none", "value": 5},
        {"value": 5},
        {"kind": "free shipping", "value": 5},
        {"kind": "percent", "value": -5},
        {"kind": "percent", "value": 15, "code": "no spaces"},
    ],
)
def test_the_form_refuses_an_offer_that_the_brief_would_refuse(offer: dict[str, Any]) -> None:
    brief = {"name": "Spring picks", "offer": offer}

    with pytest.raises(BriefRefused):
        parse_brief(brief)
    assert complaints(brief) != []


@pytest.mark.parametrize(
    "offer",
    [
        {},
        {"kind": "none", "value": None},
        {"kind": "percent", "value": 15, "ends_on": "2026-12-31", "segments": ["at risk"]},
        {"kind": "amount", "value": 150.5, "code": "SPRING"},
        {"kind": "free shipping", "minimum_spend": 40},
    ],
)
def test_the_form_takes_an_offer_that_the_brief_takes(offer: dict[str, Any]) -> None:
    brief = {"name": "Spring picks", "offer": offer}

    parse_brief(brief)
    assert complaints(brief) == []


def test_a_missing_value_is_reported_in_plain_words() -> None:
    assert complaints({"name": "Spring picks", "offer": {"kind": "percent"}}) == [
        "'value' is a required property"
    ]


def test_a_review_needs_a_decision_and_a_name() -> None:
    schema = ReviewDecision.model_json_schema()

    assert schema["required"] == ["decision", "reviewer"]
    assert schema["properties"]["decision"]["enum"] == ["approve", "reject"]
