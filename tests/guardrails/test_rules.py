"""The registry of rules: complete, true of what the guards find, each with an example that is caught."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import guardrails
from bespoke.domain import Blurb, Copy, FactSheet, ProductId
from bespoke.guard_rules import NEVER_UNSEEN, RULE_NAMES, name_near
from bespoke.settings import LimitSettings
from guardrails.checking import check_copy
from guardrails.rules import RULES, Rule
from tests.builders import a_brand, a_copy, a_fact_sheet, a_product, an_offer
from tests.guardrails.labeled_cases import read_cases

CASES = Path(__file__).parent / "cases"
BRAND = a_brand(
    banned_words=("hygge",), competitors=("ClayWorks",), required_phrases=("Prices include VAT.",)
)
PRODUCTS = (
    a_product(list_price="15.00"),
    a_product(
        "board-1", title="Oak Serving Board", description="A board of oiled oak, 30 cm.", price="34.00"
    ),
)


def the_facts_of_the_page() -> FactSheet:
    return a_fact_sheet(
        brand=BRAND, products=PRODUCTS, offer=an_offer(ends_on=date(2026, 4, 30)), products_per_email=2
    )


def copy_with(rule: Rule) -> Copy:
    if rule.field.startswith("blurb:"):
        return replace(a_copy(), blurbs=(Blurb(ProductId(rule.field.partition(":")[2]), rule.example),))
    return replace(a_copy(), **{rule.field: rule.example})


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_example_of_a_rule_is_caught_by_it(rule):
    found = check_copy(copy_with(rule), the_facts_of_the_page(), LimitSettings())

    assert rule.name in {finding.rule for finding in found}
    assert all(finding.severity in RULES[finding.rule].severities for finding in found)


def test_settings_and_registry_know_the_same_rules():
    assert set(RULES) == set(RULE_NAMES)
    assert set(RULE_NAMES) >= NEVER_UNSEEN


def test_every_rule_that_a_guard_names_is_in_the_registry():
    sources = Path(guardrails.__file__).parent.glob("*.py")
    named = {
        name
        for path in sources
        for name in re.findall(r'(?:rule=|finding\(\s*)"([a-z_]+)"', path.read_text(encoding="utf-8"))
    }

    assert len(named) > 15
    assert named <= set(RULES)


def test_findings_on_labeled_cases_are_as_severe_as_the_registry_says():
    for path in sorted(CASES.glob("*.jsonl")):
        for case in read_cases(path):
            for finding in check_copy(case.copy, case.sheet, LimitSettings(), private=(case.private,)):
                assert finding.severity in RULES[finding.rule].severities, (case.case_id, finding)


def test_labels_of_the_cases_are_rules():
    labels = {
        label for path in CASES.glob("*.jsonl") for case in read_cases(path) for label in case.violations
    }

    assert labels <= set(RULES) | {"invented_price"}


@pytest.mark.parametrize(
    ("unknown", "near"), [("shout", "'shouting'"), ("invented_codes", "'invented_code'"), ("xyz", "pressure")]
)
def test_an_unknown_rule_is_told_with_what_it_may_mean(unknown, near):
    assert near in name_near(unknown)
