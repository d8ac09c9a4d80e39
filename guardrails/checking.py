"""All guards over one copy: the registry, and the one call that drafting and review make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from bespoke.domain import Copy, FactSheet, Finding, Severity
from bespoke.settings import LimitSettings
from guardrails import (
    attributes,
    brand_words,
    claims,
    codes,
    deadlines,
    figures,
    form,
    honesty,
    injection,
    languages,
    offers,
    people,
    personal_data,
    products,
    wording,
)
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
    figures.find_percentage_problems,
    figures.find_measure_problems,
    figures.find_rating_problems,
    offers.find_discount_problems,
    offers.find_free_promises,
    offers.find_too_many_offers,
    codes.find_invented_codes,
    deadlines.find_invented_deadlines,
    honesty.find_false_scarcity,
    honesty.find_deceptive_subjects,
    honesty.find_pressure,
    products.find_unknown_products,
    products.find_too_many_products,
    products.find_blurb_problems,
    claims.find_unsupported_superlatives,
    claims.find_unsupported_guarantees,
    claims.find_health_claims,
    attributes.find_unsupported_attributes,
    attributes.find_invented_origins,
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
)

_GRAVITY = {Severity.BLOCK: 0, Severity.HOLD: 1, Severity.NOTE: 2}


def check_copy(copy: Copy, sheet: FactSheet, limits: LimitSettings) -> tuple[Finding, ...]:
    """What the guards find, most severe first, then by field and position.

    Deterministic and without network. Of a field over `reading.READ_CHARS`, which is
    blocked for its length anyway, only the beginning is read for the rest.
    """
    facts = read_facts(sheet)
    reading = read_copy(copy, facts, limits)
    found = {
        (finding.rule, finding.field, finding.span): finding
        for guard in GUARDS
        for finding in islice(guard(reading, facts), MOST_FINDINGS)
    }
    fields = {field: index for index, (field, _) in enumerate(copy.texts())}
    return tuple(sorted(found.values(), key=lambda finding: _rank(finding, fields)))


def _rank(finding: Finding, fields: dict[str, int]) -> tuple[int, int, tuple[int, int], str]:
    place = finding.span or (-1, -1)
    return _GRAVITY[finding.severity], fields.get(finding.field, len(fields)), place, finding.rule
