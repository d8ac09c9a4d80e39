"""A model's opinion on claims that no rule could settle, asked for several times over."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bespoke.brief import summarize_validation
from bespoke.domain import Copy, FactSheet, FactUse, Finding, Severity
from bespoke.encoding import fingerprint
from bespoke.errors import WriterFailed
from bespoke.settings import JudgeSettings, LimitSettings
from copywriter.asking import Asker
from copywriter.prompts import Prompt, make_prompt
from copywriter.quoting import block, clean
from copywriter.reply import ReplyUnusable

VERSION = "claims"  # how the versions of its prompts begin
UNSUPPORTED_CLAIM = "unsupported_claim"
TYPICAL_VERDICT_CHARS = 120  # of the reply, for one claim
_MOST_CLAIMS = 12  # of one copy; more doubts than that need a person
_LONGEST_TEXT = 600
# What rules see by signs, not by meaning: no opinion changes it.
_NOT_A_CLAIM = frozenset(
    {"hidden_characters", "prompt_leak", "bad_placeholder", "markup_or_link", "moderation", "too_long"}
    | {"shouting", "wrong_language", "missing_required_phrase", "too_many_products", "too_many_offers"}
)


class Verdict(BaseModel):
    """One run's opinion on one claim."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: int
    verdict: Literal["supported", "unsupported", "unclear"]
    why: str


class _Verdicts(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim in copy and why it is doubted."""

    field: str
    sentence: str
    concern: str
    finding: Finding | None = None  # that holds it; None where only the writer's own facts do not bear it


class Judge:
    """Asks a model within the campaign's budget; a run that was answered before is in the ledger."""

    def __init__(self, asker: Asker, settings: JudgeSettings, limits: LimitSettings) -> None:
        self._asker, self._settings, self._limits = asker, settings, limits

    async def settle(
        self, sheet: FactSheet, copy: Copy, findings: Sequence[Finding], facts_used: Sequence[FactUse] = ()
    ) -> tuple[tuple[Finding, ...], Decimal]:
        """The findings with the judge's word on those that hold, and what asking cost.

        Only where every run says the same does a hold become a note or a block. Where the
        model cannot be asked, the findings stay as they are.
        """
        doubts = find_doubts(copy, findings, facts_used if self._settings.unmatched_claims else ())
        if not doubts:
            return tuple(findings), Decimal(0)
        prompt = make_claims_prompt(sheet, copy, doubts, self._limits)
        asked = [self._ask(prompt, len(doubts), run) for run in range(1, self._settings.runs + 1)]
        answers = [answer for answer in await asyncio.gather(*asked) if answer is not None]
        verdicts = [tuple(opinions[place] for opinions, _ in answers) for place in range(len(doubts))]
        settled = {
            id(doubt.finding): _settle(doubt, said, self._settings.runs)
            for doubt, said in zip(doubts, verdicts, strict=True)
            if doubt.finding is not None
        }
        own = [
            _settle(doubt, said, self._settings.runs)
            for doubt, said in zip(doubts, verdicts, strict=True)
            if doubt.finding is None
        ]
        kept = [settled.get(id(finding), finding) for finding in findings]
        found = tuple(finding for finding in (*kept, *own) if finding is not None)
        return found, sum((cost for _, cost in answers), Decimal(0))

    async def _ask(self, prompt: Prompt, claims: int, run: int) -> tuple[tuple[Verdict, ...], Decimal] | None:
        """One run's verdicts in the claims' order; None where the model gave none."""
        try:
            read = await self._asker.ask(prompt, lambda reply: read_verdicts(reply, claims), f"run {run}")
        except WriterFailed:
            return None
        return read.value, read.cost_usd

    async def close(self) -> None:
        """Close the connections; it can be asked again afterwards."""
        await self._asker.close()


def find_doubts(
    copy: Copy, findings: Sequence[Finding], facts_used: Sequence[FactUse] = ()
) -> tuple[Doubt, ...]:
    """What a judge is to settle: findings that hold, and claims for which the writer named no fact there is."""
    texts = dict(copy.texts())
    held = [
        Doubt(
            finding.field,
            _sentence(texts[finding.field], finding.span or (0, len(texts[finding.field]))),
            finding.message,
            finding,
        )
        for finding in findings
        if finding.severity is Severity.HOLD and finding.rule not in _NOT_A_CLAIM and finding.field in texts
    ]
    return tuple([*held, *_find_unmatched(texts, facts_used, held)][:_MOST_CLAIMS])


def _find_unmatched(
    texts: dict[str, str], facts_used: Sequence[FactUse], held: Sequence[Doubt]
) -> Iterator[Doubt]:
    known = {doubt.sentence for doubt in held}
    for use in facts_used:
        if use.value is not None or use.field not in texts:
            continue
        start = max(texts[use.field].find(use.claim), 0)
        sentence = _sentence(texts[use.field], (start, start + len(use.claim)))
        if sentence not in known:
            known.add(sentence)
            yield Doubt(
                use.field, sentence, f"the writer rests it on {use.fact!r}, which is no fact there is"
            )


def _sentence(text: str, span: tuple[int, int]) -> str:
    """The sentences in which a span stands."""
    ends = [text.rfind(sign, 0, span[0]) for sign in (". ", "! ", "? ", "\n")]
    start = max(ends) + 1
    stops = [
        place for sign in (". ", "! ", "? ", "\n") if (place := text.find(sign, max(span[1] - 1, 0))) >= 0
    ]
    return text[start : min(stops, default=len(text)) + 1].strip()


def make_claims_prompt(
    sheet: FactSheet, copy: Copy, doubts: Sequence[Doubt], limits: LimitSettings
) -> Prompt:
    """The request to settle doubts: what the writer was given, the copy, and each claim with its doubt."""
    claims = [
        {
            "claim": number,
            "in": doubt.field,
            "sentence": clean(doubt.sentence, _LONGEST_TEXT),
            "doubt": clean(doubt.concern, _LONGEST_TEXT),
        }
        for number, doubt in enumerate(doubts, start=1)
    ]
    texts = {field: clean(text, 4 * _LONGEST_TEXT) for field, text in copy.texts()}
    asked = f"{block('copy', texts)}\n\n{block('claims', claims)}\n\nSettle each claim."
    messages = (
        {"role": "system", "content": _instructions()},
        *make_prompt(sheet, limits).messages[1:2],
        {"role": "user", "content": asked},
    )
    schema = _schema()
    version = f"{VERSION}-{fingerprint(_instructions())[:8]}"
    return Prompt(messages, schema, version, json.dumps(schema, sort_keys=True))


def read_verdicts(reply: str, claims: int) -> tuple[Verdict, ...]:
    """A verdict for each claim, in their order; raises ReplyUnusable where one is missing."""
    text = reply.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        verdicts = _Verdicts.model_validate_json(text).verdicts
    except ValidationError as error:
        raise ReplyUnusable(summarize_validation(error)[:300]) from None
    by_claim = {verdict.claim: verdict for verdict in verdicts}
    if sorted(verdict.claim for verdict in verdicts) != list(range(1, claims + 1)):
        raise ReplyUnusable(f"it must have one verdict for each of the {claims} claims")
    return tuple(by_claim[number] for number in range(1, claims + 1))


def _settle(doubt: Doubt, said: Sequence[Verdict], runs: int) -> Finding | None:
    """What becomes of a doubt: lifted or raised only where all runs agree; None where nothing is left of it."""
    counts = Counter(verdict.verdict for verdict in said)
    finding = doubt.finding
    if not said:
        return finding
    most, votes = counts.most_common(1)[0]
    agreed = most if votes == runs else None
    why = next(verdict.why for verdict in said if verdict.verdict == most)
    opinion = f"judge: {votes} of {runs} say {most} ({clean(why, 160)})"
    if finding is None:
        if most != "unsupported":
            return None
        finding = Finding(
            rule=UNSUPPORTED_CLAIM,
            severity=Severity.HOLD,
            field=doubt.field,
            message=f"“{doubt.sentence[:160]}” rests on no fact.",
            excerpt=doubt.sentence,
            suggestion="Say only what the facts say.",
        )
    severity = {"supported": Severity.NOTE, "unsupported": Severity.BLOCK}.get(agreed or "", finding.severity)
    return replace(finding, severity=severity, message=f"{finding.message} — {opinion}")


@cache
def _instructions() -> str:
    return (files("copywriter") / "prompts" / "judge.md").read_text(encoding="utf-8").rstrip()


@cache
def _schema() -> dict[str, Any]:
    """The strict JSON schema of the verdicts."""
    verdict = {
        "claim": {"type": "integer"},
        "verdict": {"type": "string", "enum": ["supported", "unsupported", "unclear"]},
        "why": {"type": "string"},
    }
    item = {"type": "object", "properties": verdict, "required": list(verdict), "additionalProperties": False}
    return {
        "type": "object",
        "properties": {"verdicts": {"type": "array", "items": item}},
        "required": ["verdicts"],
        "additionalProperties": False,
    }
