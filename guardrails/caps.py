"""Caps that concern an email as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from bespoke.domain import DraftKind, Finding, Severity
from bespoke.slots import SLOT
from guardrails.reading import MOST_CHARS, Reading
from guardrails.sheet_facts import SheetFacts


def find_too_many_dynamic_blocks(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Emails with more that is filled in for each customer, slots and products, than the settings allow."""
    if facts.sheet.kind is not DraftKind.FRAME:
        return
    slots = sum(
        len(SLOT.findall(passage.text, 0, MOST_CHARS))
        for passage in reading.passages
        if "{{" in passage.text and not passage.field.startswith("blurb:")
    )
    products = facts.sheet.products_per_email or len(reading.copy.blurbs)
    most = reading.limits.dynamic_blocks
    if slots + products > most:
        yield Finding(
            rule="too_many_dynamic_blocks",
            severity=Severity.BLOCK,
            field="body",
            message=f"{slots} slots and {products} products are filled in for each customer; "
            f"at most {most} may be.",
            fact=f"limits.dynamic_blocks {most}",
            suggestion="Use fewer slots.",
        )
