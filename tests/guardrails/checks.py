"""Checking copy in tests with a line each."""

from __future__ import annotations

from typing import Any

from bespoke.domain import Finding, Money
from bespoke.settings import LimitSettings
from guardrails.checking import check_copy
from tests.builders import a_copy, a_fact_sheet, a_product, money

LIMITS = LimitSettings()
GREETING = {"en": "Hello", "de": "Hallo", "fr": "Bonjour", "es": "Hola"}


def check(
    body: str = "", limits: LimitSettings = LIMITS, copy: dict[str, Any] | None = None, **sheet: Any
) -> tuple[Finding, ...]:
    """Findings on a copy whose other fields are harmless in the sheet's language."""
    facts = a_fact_sheet(**sheet)
    return check_copy(a_copy(**(_plain(facts.locale[:2]) | {"body": body} | (copy or {}))), facts, limits)


def rules(body: str = "", **sheet: Any) -> set[str]:
    return {finding.rule for finding in check(body, **sheet)}


def _plain(language: str) -> dict[str, str]:
    return {
        "en": {
            "subject": "Good things",
            "preheader": "Have a look.",
            "headline": "For your table",
            "cta": "See them",
        },
        "de": {
            "subject": "Schöne Dinge",
            "preheader": "Schau mal.",
            "headline": "Für den Tisch",
            "cta": "Ansehen",
        },
        "fr": {
            "subject": "De belles choses",
            "preheader": "À voir.",
            "headline": "Pour la table",
            "cta": "Voir",
        },
        "es": {
            "subject": "Cosas bonitas",
            "preheader": "Échales un ojo.",
            "headline": "Para la mesa",
            "cta": "Ver",
        },
    }[language]


def in_euros(**changes: Any) -> Any:
    product = a_product(**changes)
    euros = {"price": Money(product.price.amount, "EUR")}
    if product.list_price is not None:
        euros["list_price"] = Money(product.list_price.amount, "EUR")
    from dataclasses import replace

    return replace(product, **euros)


__all__ = ["check", "in_euros", "money", "rules"]
