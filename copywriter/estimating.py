"""What writing is expected to take, before anything is spent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from bespoke.domain import Copy, DraftKind, FactSheet
from bespoke.settings import JudgeSettings, LimitSettings, WriterSettings
from copywriter.fact_sheets import has_something_to_say
from copywriter.judging import TYPICAL_VERDICT_CHARS, Doubt, make_claims_prompt
from copywriter.phrasebook import Phrasebook
from copywriter.prices import Price, find_price
from copywriter.prompts import Prompt, make_prompt
from copywriter.reply import TYPICAL_FACTS_USED_CHARS, reply_text
from copywriter.request_order import order_requests
from copywriter.tokens import CHARS_PER_TOKEN, longest_tokens, typical_tokens
from store.llm_costs import Usual

# OpenAI caches prefixes from so many tokens, in such steps.
_FEWEST_CACHED, _CACHE_STEP = 1024, 128

UsualOf = Callable[[DraftKind], Usual | None]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What writing is expected to take if every first reply is used; rewrites come on top."""

    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: Decimal | None  # None where the model's price is not known
    batch_usd: Decimal | None  # the same in a batch
    at_most_usd: Decimal | None  # every reply at its longest
    note: str = ""

    @property
    def tokens(self) -> int:
        """Prompt and completion together."""
        return self.prompt_tokens + self.completion_tokens


@dataclass(slots=True)
class _Sum:
    """Tokens of several requests."""

    calls: int = 0
    prompt: float = 0.0
    cached: float = 0.0
    completion: float = 0.0
    longest: int = 0
    latest: dict[str, Prompt] = field(default_factory=dict)  # by version


def estimate(
    sheets: Iterable[FactSheet],
    settings: WriterSettings,
    limits: LimitSettings | None = None,
    usual_of: UsualOf = lambda kind: None,
    judge: JudgeSettings | None = None,
) -> Estimate:
    """Calls, tokens and dollars for the sheets that are still to be written.

    `usual_of` gives what the model's replies came to lately. Without it, tokens are counted
    by the length of the prompts and of what the phrasebook would write, and what a prompt
    shares with the one before it is taken to be cached. A judge is taken to be asked about
    every copy, once in each of its runs.
    """
    limits = limits or LimitSettings()
    phrasebook = Phrasebook(limits)
    usual = {kind: usual_of(kind) for kind in DraftKind}
    sums, judged = _Sum(), _Sum()
    for sheet in _in_order(list(sheets), settings.concurrency):
        if sheet.kind is DraftKind.FRAME or has_something_to_say(sheet):
            copy = phrasebook.write(sheet)
            _add(sums, make_prompt(sheet, limits), usual[sheet.kind], _reply_chars(copy, sheet))
            if judge is not None and judge.enabled:
                for _ in range(judge.runs):
                    _add(judged, _judge_prompt(sheet, copy, limits), None, TYPICAL_VERDICT_CHARS)
    thinking = "" if any(usual.values()) else _thinking_note(settings)
    found = _in_dollars(sums, settings, thinking)
    if not judged.calls or judge is None:
        return found
    other = settings.model_copy(update={"model": judge.model or settings.model})
    said = f"{judged.calls:,} of the calls are the judge's, if every copy has a claim to settle"
    return _both(found, _in_dollars(judged, other, said))


def _in_dollars(sums: _Sum, settings: WriterSettings, note: str) -> Estimate:
    price = find_price(settings)
    note = "; ".join(filter(None, [_price_note(settings, price), note]))
    prompt, completion = round(sums.prompt), round(sums.completion)
    if price is None:
        return Estimate(sums.calls, prompt, completion, None, None, None, note)
    cached = min(round(sums.cached), prompt)
    return Estimate(
        calls=sums.calls,
        prompt_tokens=prompt,
        completion_tokens=completion,
        cost_usd=price.cost(prompt, completion, cached),
        batch_usd=price.in_batch().cost(prompt, completion, cached),
        at_most_usd=price.cost(sums.longest, settings.max_output_tokens * sums.calls),
        note=note,
    )


def _both(writing: Estimate, judging: Estimate) -> Estimate:
    """Writing and judging together; the judge is never asked in a batch."""
    notes = dict.fromkeys(filter(None, [*writing.note.split("; "), *judging.note.split("; ")]))
    return Estimate(
        calls=writing.calls + judging.calls,
        prompt_tokens=writing.prompt_tokens + judging.prompt_tokens,
        completion_tokens=writing.completion_tokens + judging.completion_tokens,
        cost_usd=_plus(writing.cost_usd, judging.cost_usd),
        batch_usd=_plus(writing.batch_usd, judging.cost_usd),
        at_most_usd=_plus(writing.at_most_usd, judging.at_most_usd),
        note="; ".join(notes),
    )


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _judge_prompt(sheet: FactSheet, copy: Copy, limits: LimitSettings) -> Prompt:
    """What a judge is asked about one claim in typical copy."""
    field, text = next(copy.texts(), ("body", ""))
    return make_claims_prompt(sheet, copy, [Doubt(field, text[:120], "Do the facts say so?")], limits)


def _in_order(sheets: list[FactSheet], concurrency: int) -> list[FactSheet]:
    return [sheets[place] for place in order_requests(sheets, concurrency)]


def _add(sums: _Sum, prompt: Prompt, usual: Usual | None, reply_chars: int) -> None:
    sums.calls += 1
    sums.longest += longest_tokens(prompt.messages, prompt.schema_text)
    if usual is None:
        sums.prompt += typical_tokens(prompt.messages, prompt.schema_text)
        sums.cached += _cached_tokens(sums.latest.get(prompt.version), prompt)
        sums.latest[prompt.version] = prompt
        sums.completion += reply_chars / CHARS_PER_TOKEN
        return
    tokens = sum(len(message["content"]) for message in prompt.messages) * usual.prompt_tokens_per_char
    sums.prompt += tokens
    sums.cached += tokens * usual.cached_share
    sums.completion += usual.completion_tokens


def _cached_tokens(before: Prompt | None, prompt: Prompt) -> int:
    """What an endpoint that caches as OpenAI's does has of a prompt after the one before it."""
    if before is None:
        return 0
    texts = ["".join(message["content"] for message in one.messages) for one in (before, prompt)]
    tokens = _shared_chars(*texts) / CHARS_PER_TOKEN
    return int(tokens // _CACHE_STEP * _CACHE_STEP) if tokens >= _FEWEST_CACHED else 0


def _shared_chars(first: str, second: str) -> int:
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(first), len(second)))


def _reply_chars(copy: Copy, sheet: FactSheet) -> int:
    return len(reply_text(copy, sheet)) + TYPICAL_FACTS_USED_CHARS[sheet.kind]


def _price_note(settings: WriterSettings, price: Price | None) -> str:
    if price is not None:
        return ""
    return (
        f"the price of {settings.model!r} is not known, so only the number of calls is limited; "
        f"state it in writer.prices"
    )


def _thinking_note(settings: WriterSettings) -> str:
    """Models that reason are billed for it, and nobody knows how much before they have."""
    reasons = (
        settings.model.startswith(("gpt-5", "o1", "o3", "o4")) and settings.reasoning_effort != "minimal"
    )
    return (
        "what the model thinks before it writes comes on top, until the ledger has seen it" if reasons else ""
    )
