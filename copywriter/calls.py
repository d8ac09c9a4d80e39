"""One call to a model: what its request is known by, what it costs at its worst, how it ended."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bespoke.domain import CampaignId
from bespoke.encoding import fingerprint
from bespoke.settings import WriterSettings
from copywriter.endpoint import Answer, parameters
from copywriter.prices import Price
from copywriter.prompts import Message, Prompt
from copywriter.reply import ReplyUnusable
from copywriter.tokens import longest_tokens
from store.llm_ledger import LlmCall, Mode, Outcome


def hash_request(settings: WriterSettings, prompt: Prompt, salt: str = "") -> str:
    """What a request is known by; `salt` tells apart those that are asked several times on purpose."""
    texts = [json.dumps(part, sort_keys=True) for part in (parameters(settings), prompt.messages)]
    return fingerprint(settings.model, *texts, prompt.schema_text, *([salt] if salt else []))


def new_call(
    settings: WriterSettings,
    prompt: Prompt,
    messages: Sequence[Message],
    price: Price | None,
    *,
    request_hash: str,
    campaign_id: CampaignId | None,
    now: datetime,
    mode: Mode = Mode.LIVE,
) -> LlmCall:
    """The call as it is written down before it is sent, at its worst cost."""
    worst = None
    if price is not None:
        worst = price.cost(longest_tokens(messages, prompt.schema_text), settings.max_output_tokens)
    return LlmCall(
        request_hash=request_hash,
        campaign_id=campaign_id,
        model=settings.model,
        prompt_version=prompt.version,
        prompt_chars=sum(len(message["content"]) for message in messages),
        called_at=now,
        cost_usd=worst,
        mode=mode,
    )


def end_call(begun: LlmCall, answer: Answer, price: Price | None) -> LlmCall:
    """The call with its answer, yet to be read; where no tokens were counted the worst cost stands."""
    cost = begun.cost_usd
    if price is not None and answer.prompt_tokens is not None and answer.completion_tokens is not None:
        cost = price.cost(answer.prompt_tokens, answer.completion_tokens, answer.cached_tokens)
    return replace(
        begun,
        outcome=Outcome.UNUSABLE if answer.problem else Outcome.USABLE,
        problem=answer.problem,
        reply=answer.text,
        prompt_tokens=answer.prompt_tokens or 0,
        cached_tokens=answer.cached_tokens,
        completion_tokens=answer.completion_tokens or 0,
        cost_usd=cost,
        latency_seconds=answer.latency_seconds,
    )


def judge(answered: LlmCall, read: Callable[[str], object]) -> LlmCall:
    """The call, unusable where `read` makes nothing of its reply. What the endpoint warned of is not read."""
    if answered.problem:
        return answered
    try:
        read(answered.reply)
    except ReplyUnusable as unusable:
        return replace(answered, outcome=Outcome.UNUSABLE, problem=str(unusable))
    return answered
