"""What a brand's settings make of findings: other severities, more phrases, phrases left alone."""

from __future__ import annotations

import time

import pytest

from bespoke.domain import Finding, Severity
from bespoke.errors import SettingsError
from bespoke.settings import GuardSettings, LimitSettings
from guardrails.checking import check_copy
from guardrails.policy import describe_policy, policy_of
from tests.builders import a_copy, a_fact_sheet

LIMITS = LimitSettings()
PUSHY = "Hello {{ first_name }},\n\nDon't be the last to own a mug. Shame on you otherwise."


def found(body: str, **guards: object) -> dict[str, set[Severity]]:
    by_rule: dict[str, set[Severity]] = {}
    for finding in findings(body, **guards):
        by_rule.setdefault(finding.rule, set()).add(finding.severity)
    return by_rule


def findings(body: str, **guards: object) -> tuple[Finding, ...]:
    return check_copy(a_copy(body=body), a_fact_sheet(), LIMITS, GuardSettings.model_validate(guards))


def test_settings_that_change_nothing_give_what_the_guards_give():
    assert policy_of(GuardSettings()) is None
    assert findings(PUSHY) == check_copy(a_copy(body=PUSHY), a_fact_sheet(), LIMITS)


@pytest.mark.parametrize("severity", Severity)
def test_every_finding_of_a_rule_gets_the_severity_that_the_settings_say(severity):
    assert "pressure" in found(PUSHY)
    assert found(PUSHY, rules={"pressure": severity.value})["pressure"] == {severity}


def test_a_rule_that_is_off_finds_nothing_not_even_the_brands_own_phrases():
    guards = {"rules": {"pressure": "off"}, "phrases": {"pressure": ["mug"]}}

    assert "pressure" not in found(PUSHY, **guards)


def test_a_changed_severity_changes_the_order_too():
    body = "It costs £9.90. Shame on you."
    order = [one.rule for one in findings(body, rules={"unsupported_price": "note", "pressure": "block"})]

    assert order.index("pressure") < order.index("unsupported_price")


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("everyone else has", "Everyone else has one already."),
        ("(last|only) _ standing", "The last mug standing."),
        ("dernière* chance*", "Dernières chances, vraiment."),
        ("Bundle & Save", "Time to bundle & save."),
        ("don’t wait", "Don't wait for it."),
    ],
)
def test_the_brands_own_phrases_are_found_in_any_case_and_language(phrase, text):
    (one,) = [
        finding
        for finding in findings(text, phrases={"pressure": [phrase]})
        if finding.fact == "guards.phrases.pressure"
    ]

    assert (one.rule, one.severity, one.field) == ("pressure", Severity.HOLD, "body")
    assert one.span is not None
    assert text[slice(*one.span)] == one.excerpt


def test_what_a_guard_and_the_brand_both_find_is_told_once():
    body = "Shame on you."
    places = [(one.rule, one.span) for one in findings(body, phrases={"pressure": ["shame on you"]})]

    assert len(places) == len(set(places))


def test_an_allowed_phrase_lifts_what_stands_in_it_and_nothing_beside_it():
    body = "It is the best mug in the world, and the best board in the world."

    def excerpts(**guards: object) -> list[str]:
        return [one.excerpt for one in findings(body, **guards) if one.rule == "unsupported_superlative"]

    before = excerpts()
    after = excerpts(allowed=["the best mug in the world"])

    assert len(before) == 2
    assert len(after) == 1
    assert after[0] in body[body.index("board") - 10 :]


def test_an_allowed_phrase_does_not_lift_findings_about_form():
    body = "Hello [FIRST NAME], have a look."

    assert "bad_placeholder" in found(body, allowed=["hello first name", "first name"])


@pytest.mark.parametrize(
    ("guards", "says"),
    [
        ({"phrases": {"pressure": ["(open"]}}, "guards.phrases.pressure: “\\(open” is not a phrase"),
        ({"phrases": {"too_long": ["word"]}}, "guards.phrases.too_long: this rule looks for no phrases"),
        ({"allowed": ["[very]"]}, "guards.allowed: “\\[very\\]” is not a phrase"),
    ],
)
def test_phrases_that_cannot_be_read_are_told_on_one_line(guards, says):
    with pytest.raises(SettingsError, match=says) as refused:
        policy_of(GuardSettings.model_validate(guards))

    assert "\n" not in str(refused.value)


def test_a_policy_is_described_with_what_is_off_first():
    guards = GuardSettings(
        rules={"shouting": "note", "pressure": "off"}, phrases={"guarantee": ("a", "b")}, allowed=("c",)
    )

    assert describe_policy(guards) == (
        "turned off: pressure",
        "always note: shouting",
        "phrases of the brand's own: 2",
        "allowed phrases: 1",
    )


def test_no_policy_costs_next_to_nothing():
    guards = GuardSettings()
    policy_of(guards)

    started = time.thread_time()
    for _ in range(1000):
        policy_of(guards)

    assert (time.thread_time() - started) * 1000 < 20  # milliseconds for a thousand: 20 µs each
