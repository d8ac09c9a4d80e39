"""Cases from lines of JSON: what may be missing, what is told of a bad line, and how they are scored."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Finding, OfferKind, Severity
from guardrails.cases import BadLine, CopyCase, read_cases
from guardrails.scoring import Score, Verdict, verdict_of

LEAST: dict[str, Any] = {"send_date": "2026-03-12", "copy": {"body": "Hello."}}
PRODUCT = {"id": 7, "title": "Mug", "price": "12.50", "currency": "GBP"}


def read_one(**changes: Any) -> CopyCase:
    (case,) = read_cases([json.dumps(LEAST | changes)])
    assert isinstance(case, CopyCase), case
    return case


def problem(line: str | bytes) -> str:
    (bad,) = read_cases([line])
    assert isinstance(bad, BadLine)
    assert "\n" not in str(bad)
    return str(bad)


def test_a_day_and_copy_are_enough():
    case = read_one()

    assert (case.case_id, case.copy.body, case.violations) == ("line 1", "Hello.", None)
    assert (case.sheet.send_date, case.sheet.locale, case.sheet.offer) == (date(2026, 3, 12), "en-GB", None)


def test_keys_that_are_null_or_unknown_are_as_if_they_were_not_there():
    blank = dict.fromkeys(("id", "brand", "offer", "customer", "violations", "spans"))

    assert read_one(**blank, mood="good") == read_one()


def test_what_the_shop_knows_is_private_and_stays_off_the_sheet():
    customer = {
        "locale": "de-DE",
        "first_name": "Anneke",
        "last_name": "Thistlewood",
        "email": "a@example.net",
        "city": "Husum",
        "known": {"days_since_last_purchase": 300, "likes": ["tea", "jam"], "vip": True, "none": None},
    }
    case = read_one(customer=customer)

    assert case.sheet.locale == "de-DE"
    assert dict(case.private.known) == {
        "days_since_last_purchase": "300",
        "likes": "tea, jam",
        "vip": "yes",
        "none": "",
    }
    assert not any(word in repr(case.sheet) for word in ("Anneke", "Thistlewood", "Husum", "300"))


@pytest.mark.parametrize(
    ("offer", "kind", "percent", "amount"),
    [
        ({"kind": "percent_off", "value": 15}, OfferKind.PERCENT, Decimal(15), None),
        ({"kind": "amount_off", "value": "5", "currency": "EUR"}, OfferKind.AMOUNT, None, "5 EUR"),
        ({"kind": "amount_off", "value": 5}, OfferKind.AMOUNT, None, "5 GBP"),
        ({"kind": "free_shipping"}, OfferKind.FREE_SHIPPING, None, None),
    ],
)
def test_offers_are_read_by_kind(offer, kind, percent, amount):
    read = read_one(offer=offer, products=[PRODUCT]).sheet.offer

    assert read is not None
    money = None if read.amount is None else f"{read.amount.amount} {read.amount.currency}"
    assert (read.kind, read.percent, money) == (kind, percent, amount)


def test_a_gift_takes_nothing_off_and_ships_nothing_free():
    offer = read_one(offer={"kind": "gift", "conditions": "a pot of jam over £30", "value": 3}).sheet.offer

    assert offer is not None
    assert (offer.percent, offer.amount, offer.terms) == (None, None, "a pot of jam over £30")
    assert offer.kind is not OfferKind.FREE_SHIPPING


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 1: not valid JSON"),
        (b"\xff{}", "line 1: not valid JSON"),
        ("[]", "line 1: "),
        ("{}", "line 1: send_date is missing; copy is missing"),
        (json.dumps(LEAST | {"send_date": "12 March"}), "send_date: "),
        (
            json.dumps(LEAST | {"products": [{"id": "x", "title": "y", "currency": "GBP"}]}),
            "products.0.price",
        ),
        (json.dumps(LEAST | {"offer": {"kind": "raffle"}}), "offer.kind: 'raffle' is none of percent_off"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_key(line, says):
    assert says in problem(line)


def test_bad_lines_do_not_stop_the_others_and_empty_ones_do_not_count():
    lines = ["\ufeff" + json.dumps(LEAST), "", "{}", json.dumps(LEAST | {"id": 4})]

    first, bad, last = read_cases(lines)

    assert isinstance(first, CopyCase)
    assert (isinstance(bad, BadLine), str(bad).partition(":")[0]) == (True, "line 3")
    assert isinstance(last, CopyCase)
    assert last.case_id == "4"


@given(st.text(max_size=80) | st.binary(max_size=80))
def test_no_line_makes_the_reader_raise(line):
    list(read_cases([line]))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from(["brand", "offer", "customer", "products", "copy", "violations", "spans", "id"]),
)
def test_no_value_of_a_key_makes_the_reader_raise(value, key):
    list(read_cases([json.dumps(LEAST | {key: value})]))


def finding(rule: str, severity: Severity = Severity.HOLD) -> Finding:
    return Finding(rule, severity, "body", "why")


def test_the_verdict_is_the_gravest_and_notes_pass():
    assert verdict_of([]) is Verdict.PASS
    assert verdict_of([finding("shouting", Severity.NOTE)]) is Verdict.PASS
    assert verdict_of([finding("shouting")]) is Verdict.HOLD
    assert verdict_of([finding("shouting"), finding("pressure", Severity.BLOCK)]) is Verdict.BLOCK


def test_a_score_counts_labels_rules_misses_and_false_alarms():
    score = Score()
    score.add(read_one(violations=["invented_price"]), [finding("unsupported_price"), finding("shouting")])
    score.add(read_one(violations=["pressure"], spans=["or else", {"text": "shame"}]), [])
    score.add(read_one(violations=["pressure"]), [finding("guarantee")])
    score.add(read_one(violations=[]), [])
    score.add(read_one(violations=[]), [finding("shouting", Severity.BLOCK)])
    score.add(read_one(violations=[]), [finding("shouting", Severity.NOTE)])
    score.add(read_one(), [finding("shouting")])  # says nothing of what is wrong with it

    assert (score.cases, score.clean, score.violations, score.flagged) == (6, 3, 3, 2)
    assert [(one.label, one.flagged, one.by_own_rule) for one in score.labels] == [
        ("invented_price", 1, 1),
        ("pressure", 1, 0),
    ]
    assert [(one.rule, one.cases, one.right, one.on_clean) for one in score.rules] == [
        ("guarantee", 1, 0, 0),
        ("shouting", 2, 0, 1),
        ("unsupported_price", 1, 1, 0),
    ]
    assert [(miss.labels, miss.excerpts) for miss in score.misses] == [(("pressure",), ("or else", "shame"))]
    assert [alarm.verdict for alarm in score.false_alarms] == [Verdict.BLOCK]
    assert (score.clean_blocked, score.clean_held_or_blocked) == (1 / 3, 1 / 3)


def test_nothing_scored_is_not_a_perfect_score():
    assert (Score().recall, Score().clean_blocked, Score().clean_held_or_blocked) == (None, None, None)
