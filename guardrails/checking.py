"""All guards over one copy: the registry, and the one call that drafting and review make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from bespoke.domain import Copy, FactSheet, Finding, Severity
from bespoke.settings import GuardSettings, LimitSettings
from guardrails import (
    attributes,
    blurbs,
    brand_words,
    caps,
    claims,
    codes,
    deadlines,
    figures,
    form,
    freebies,
    honesty,
    injection,
    languages,
    measures,
    offers,
    origins,
    people,
    percentages,
    personal_data,
    products,
    ratings,
    wording,
)
from guardrails.policy import policy_of
from guardrails.private_facts import PrivateFacts, find_private_facts
from guardrails.reading import Reading, read_copy
from guardrails.sheet_facts import SheetFacts, read_facts

Guard = Callable[[Reading, SheetFacts], Iterable[Finding]]
MOST_FINDINGS = 20  # of one guard in one copy; more tell a reviewer nothing

GUARDS: tuple[Guard, ...] = (
    form.find_length_problems,
    form.find_empty_fields,
    form.find_placeholder_problems,
    form.find_misplaced_names,
    form.find_markup_and_links,
    form.find_hidden_characters,
    figures.find_price_problems,
    figures.find_stray_decimals,
    percentages.find_percentage_problems,
    measures.find_measure_problems,
    ratings.find_rating_problems,
    offers.find_discount_problems,
    offers.find_scope_problems,
    freebies.find_free_promises,
    offers.find_too_many_offers,
    codes.find_invented_codes,
    deadlines.find_invented_deadlines,
    honesty.find_false_scarcity,
    honesty.find_deceptive_subjects,
    honesty.find_pressure,
    products.find_unknown_products,
    products.find_too_many_products,
    blurbs.find_blurb_problems,
    claims.find_unsupported_superlatives,
    claims.find_unsupported_guarantees,
    claims.find_health_claims,
    attributes.find_unsupported_attributes,
    origins.find_invented_origins,
    personal_data.find_personal_data,
    people.find_surveillance_tone,
    people.find_sensitive_inferences,
    brand_words.find_banned_words,
    brand_words.find_competitors,
    brand_words.find_missing_phrases,
    wording.find_profanity,
    wording.find_shouting,
    languages.find_wrong_language,
    injection.find_prompt_leaks,
    injection.find_talk_of_writing,
    injection.find_answer_layout,
    injection.find_canaries,
    injection.find_obeyed_orders,
    caps.find_too_many_dynamic_blocks,
)
AS_THEY_COME = GuardSettings()  # no rule changed

_GRAVITY = {Severity.BLOCK: 0, Severity.HOLD: 1, Severity.NOTE: 2}


def check_copy(
    copy: Copy,
    sheet: FactSheet,
    limits: LimitSettings,
    guards: GuardSettings = AS_THEY_COME,
    private: Sequence[PrivateFacts] = (),
) -> tuple[Finding, ...]:
    """What the guards find, as severe as the settings say; the gravest first, then by field and place.

    `private` is what the shop knows of the readers, where they are but few: none of it may show.
    Deterministic and without network. Of a field over `Passage.readable` characters, which is
    blocked for its length anyway, only the beginning is read for the rest. Raises
    SettingsError for phrases in `guards` that are not well-formed.
    """
    facts = read_facts(sheet)
    reading = read_copy(copy, facts, limits)
    found = {
        (finding.rule, finding.field, finding.span): finding
        for guard in GUARDS
        for finding in islice(guard(reading, facts), MOST_FINDINGS)
    }
    for reader in private:
        _add(found, find_private_facts(reading, facts, reader))
    policy = policy_of(guards)
    if policy is not None:
        _add(found, policy.find_phrases(reading))
    findings: Iterable[Finding] = found.values()
    if policy is not None:
        findings = policy.apply(findings, reading)
    fields = {field: index for index, (field, _) in enumerate(copy.texts())}
    return tuple(sorted(findings, key=lambda finding: _rank(finding, fields)))


def _add(found: dict[tuple[str, str, tuple[int, int] | None], Finding], findings: Iterable[Finding]) -> None:
    """More findings; where a guard said the same of the same place, the graver one stays."""
    for finding in islice(findings, MOST_FINDINGS):
        key = (finding.rule, finding.field, finding.span)
        if key not in found or _GRAVITY[finding.severity] < _GRAVITY[found[key].severity]:
            found[key] = finding


def _rank(finding: Finding, fields: dict[str, int]) -> tuple[int, int, tuple[int, int], str]:
    place = finding.span or (-1, -1)
    return _GRAVITY[finding.severity], fields.get(finding.field, len(fields)), place, finding.rule
