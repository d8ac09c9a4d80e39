"""Prompts: the stable instructions of a Markdown file first, then the facts, the cohort last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bespoke.domain import (
    FRAME_FIELDS,
    BrandRules,
    Copy,
    DraftKind,
    FactSheet,
    Finding,
    Money,
    Offer,
    Product,
)
from bespoke.encoding import fingerprint
from bespoke.settings import LimitSettings
from copywriter.reply import reply_schema, reply_text

Message = dict[str, str]  # role and content


@dataclass(frozen=True, slots=True)
class Prompt:
    messages: tuple[Message, ...]
    schema: dict[str, Any]  # the reply's JSON schema
    version: str  # e.g. "frame-1f0c9a3e": changes with the instructions' text


def make_prompt(
    sheet: FactSheet,
    limits: LimitSettings,
    findings: Sequence[Finding] = (),
    previous: Copy | None = None,
) -> Prompt:
    """The request for a sheet's copy; with `findings`, for copy that no longer has them."""
    instructions = read_instructions(sheet.kind)
    messages = [
        {"role": "system", "content": instructions},
        {"role": "user", "content": _describe(sheet, limits)},
    ]
    if findings:
        if previous is not None:
            messages.append({"role": "assistant", "content": reply_text(previous, sheet)})
        messages.append({"role": "user", "content": _ask_for_repair(findings)})
    return Prompt(tuple(messages), reply_schema(sheet.kind), prompt_version(sheet.kind))


@cache
def read_instructions(kind: DraftKind) -> str:
    """The stable part of the prompts for frames or for blurbs."""
    return (files("copywriter") / "prompts" / f"{kind}.md").read_text(encoding="utf-8")


def prompt_version(kind: DraftKind) -> str:
    """The instructions' name and eight digits that change with their text."""
    return f"{kind}-{fingerprint(read_instructions(kind))[:8]}"


def _describe(sheet: FactSheet, limits: LimitSettings) -> str:
    """Blocks of data, those that many requests share first, so that prefix caches help."""
    fields = FRAME_FIELDS if sheet.kind is DraftKind.FRAME else ("blurb",)
    parts = [
        _block("limits", {name: getattr(limits, name) for name in fields}),
        _block("brand", _brand(sheet.brand)),
        _block("locale", sheet.locale),
    ]
    if sheet.kind is DraftKind.FRAME:
        parts += [
            _block("facts", _frame_facts(sheet)),
            _block("slots", {f"{{{{ {slot.name} }}}}": slot.longest_chars for slot in sheet.slots}),
            _block("angle", sheet.angle),
            _block("cohort", _cohort(sheet)),
        ]
    else:
        parts.append(_block("facts", {"product": _product(sheet.products[0])}))
    return "\n\n".join(parts)


def _block(name: str, value: object) -> str:
    # "<" is escaped, so that no product's text can close the block it is quoted in.
    text = json.dumps(value, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return f"<{name}>\n{text}\n</{name}>"


def _brand(brand: BrandRules) -> dict[str, object]:
    return {
        "name": brand.name,
        "voice": brand.voice,
        "banned_words": list(brand.banned_words),
        "competitors": list(brand.competitors),
        "allowed_claims": list(brand.allowed_claims),
        "required_phrases": list(brand.required_phrases),
    }


def _frame_facts(sheet: FactSheet) -> dict[str, object]:
    return {
        "send_date": sheet.send_date.isoformat(),
        "theme": sheet.theme or None,
        "offer": None if sheet.offer is None else _offer(sheet.offer),
        "products_in_each_email": sheet.products_per_email,
        "products": _products(sheet),
    }


def _products(sheet: FactSheet) -> list[dict[str, object]]:
    products = [_product(product) for product in sheet.products]
    if sheet.fits:
        for product, fit in zip(products, sheet.fits, strict=True):
            product["why_chosen"] = str(fit)
    return products


def _offer(offer: Offer) -> dict[str, object]:
    facts: dict[str, object] = {
        "kind": str(offer.kind),
        "percent": None if offer.percent is None else str(offer.percent),
        "amount": _money(offer.amount),
        "code": offer.code,
        "last_day": None if offer.ends_on is None else offer.ends_on.isoformat(),
        "minimum_spend": _money(offer.minimum_spend),
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _product(product: Product) -> dict[str, object]:
    facts: dict[str, object] = {
        "title": product.title,
        "description": product.description or None,
        "category": product.category,
        "price": _money(product.price),
        "list_price": _money(product.list_price),
        "rating_out_of_5": product.rating,
        "attributes": dict(product.attributes) or None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _cohort(sheet: FactSheet) -> dict[str, object]:
    cohort = sheet.cohort
    return {
        "written_for": "one customer" if sheet.fits else "a crowd",
        "segment": None if cohort is None or cohort.segment is None else str(cohort.segment),
        "leading_category": None if cohort is None else cohort.category,
    }


def _money(money: Money | None) -> str | None:
    return None if money is None else f"{money.amount} {money.currency}"


def _ask_for_repair(findings: Sequence[Finding]) -> str:
    lines = [
        f"- {finding.field}: {finding.message}"
        + (f" (at {finding.excerpt!r})" if finding.excerpt else "")
        + (f" Suggestion: {finding.suggestion}" if finding.suggestion else "")
        for finding in findings
    ]
    return (
        "That copy was refused. Write all of it again with these problems gone and no new ones:\n"
        + "\n".join(lines)
    )
