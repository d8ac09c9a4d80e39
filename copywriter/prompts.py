"""Prompts: the stable instructions of a Markdown file first, then the facts, the cohort last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from bespoke.domain import FRAME_FIELDS, BrandRules, Copy, DraftKind, FactSheet, Finding
from bespoke.settings import LimitSettings
from copywriter.instructions import instructions_for, prompt_version
from copywriter.named_facts import (
    LONGEST_WORDS,
    MOST_LESSONS,
    brand_facts,
    cohort_facts,
    sheet_facts,
)
from copywriter.quoting import block, clean
from copywriter.reply import reply_schema, reply_text

Message = dict[str, str]  # role and content


@dataclass(frozen=True, slots=True)
class Prompt:
    messages: tuple[Message, ...]
    schema: dict[str, Any]  # the reply's JSON schema, the same object for every prompt of a kind
    version: str  # e.g. "frame-1f0c9a3e": changes with the instructions' text
    schema_text: str  # the schema as canonical JSON


def make_prompt(
    sheet: FactSheet,
    limits: LimitSettings,
    findings: Sequence[Finding] = (),
    previous: Copy | None = None,
) -> Prompt:
    """The request for a sheet's copy; with `findings`, for copy that no longer has them."""
    messages = [
        {"role": "system", "content": instructions_for(sheet)},
        {"role": "user", "content": _describe(sheet, limits)},
    ]
    if findings:
        if previous is not None:
            messages.append({"role": "assistant", "content": reply_text(previous, sheet)})
        messages.append({"role": "user", "content": _ask_for_repair(findings)})
    schema = reply_schema(sheet.kind)
    return Prompt(tuple(messages), schema, prompt_version(sheet.kind), _schema_text(sheet.kind))


def _describe(sheet: FactSheet, limits: LimitSettings) -> str:
    """Blocks of data, those that more requests share before those that fewer do.

    Endpoints bill a prefix they have seen for less: limits, brand and locale are the
    campaign's, the facts a cohort's in all its variants, the angle and the rest one draft's.
    """
    names = FRAME_FIELDS if sheet.kind is DraftKind.FRAME else ("blurb",)
    lengths = tuple((name, getattr(limits, name)) for name in names)
    parts = [_describe_campaign(lengths, sheet.brand, sheet.locale), block("facts", sheet_facts(sheet))]
    if sheet.kind is DraftKind.FRAME:
        slots = {f"{{{{ {slot.name} }}}}": slot.longest_chars for slot in sheet.slots}
        parts += [block("angle", _angle(sheet)), block("slots", slots)]
        if sheet.what_worked:
            lessons = [clean(lesson, LONGEST_WORDS) for lesson in sheet.what_worked[:MOST_LESSONS]]
            parts.append(block("what_worked", lessons))
        parts.append(block("cohort", cohort_facts(sheet)))
    return "\n\n".join(parts)


@cache
def _schema_text(kind: DraftKind) -> str:
    return json.dumps(reply_schema(kind), sort_keys=True)


def _angle(sheet: FactSheet) -> str | None:
    return sheet.angle if sheet.take == 1 else f"{sheet.angle}, take {sheet.take}"


@lru_cache(maxsize=256)
def _describe_campaign(lengths: tuple[tuple[str, int], ...], brand: BrandRules, locale: str) -> str:
    blocks = (block("limits", dict(lengths)), block("brand", brand_facts(brand)), block("locale", locale))
    return "\n\n".join(blocks)


def _ask_for_repair(findings: Sequence[Finding]) -> str:
    """Findings quote the copy and, through it, the catalog: they are data like the rest."""
    problems = [
        {
            name: clean(text, LONGEST_WORDS)
            for name, text in (
                ("text", finding.field),
                ("problem", finding.message),
                ("at", finding.excerpt),
                ("suggestion", finding.suggestion),
            )
            if text
        }
        for finding in findings
    ]
    return (
        "That copy was refused. Write all of it again, `facts_used` included, with these problems gone "
        f"and no new ones:\n\n{block('problems', problems)}"
    )
