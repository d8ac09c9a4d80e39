"""The lines of a batch: one for each request that goes in, one for each that comes out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from time import perf_counter
from typing import Any

from copywriter.batch_api import CHAT, BatchState
from copywriter.calls import end_call, judge
from copywriter.endpoint import read_answer
from copywriter.prices import Price
from store.llm_ledger import LlmCall, Outcome

Readers = Mapping[str, Callable[[str], Any]]


def make_line(request_hash: str, body: Mapping[str, Any]) -> bytes:
    """A request's line, by whose hash its answer is known."""
    line = {"custom_id": request_hash, "method": "POST", "url": CHAT, "body": body}
    return json.dumps(line).encode() + b"\n"


def split_lines(lines: Iterable[bytes], most_lines: int, most_bytes: int) -> Iterator[list[bytes]]:
    """The lines in their order, in parts of at most so many lines and bytes; no part is empty."""
    part: list[bytes] = []
    size = 0
    for line in lines:
        if part and (len(part) == most_lines or size + len(line) > most_bytes):
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line)
    if part:
        yield part


def end_line(
    line: bytes, begun: Mapping[str, LlmCall], prices: Mapping[str, Price | None], readers: Readers
) -> LlmCall | None:
    """The call that a line of results ends; None where it ends none of `begun`.

    A reply that nobody here can read counts as usable: whoever asks for it will see.
    """
    try:
        found = json.loads(line)
        call = begun[found["custom_id"]]
        response, error = found.get("response"), found.get("error")
        status = response["status_code"] if response else None
        body = response["body"] if response else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if status != 200:
        return fail_call(call, f"the endpoint answered {status}" if status else _code_of(error))
    answered = end_call(call, read_answer(json.dumps(body).encode(), perf_counter(), {}), prices[call.model])
    read = readers.get(call.request_hash)
    return answered if read is None else judge(answered, read)


def end_without_line(call: LlmCall, state: BatchState, are_results_whole: bool) -> LlmCall:
    """A call that no line of results names: free where the batch stopped before it, else perhaps billed."""
    if state.status != "completed" and are_results_whole:
        return fail_call(call, state.problem or f"the batch is {state.status}")
    return replace(call, outcome=Outcome.LOST, problem="the batch's results do not name it")


def fail_call(call: LlmCall, problem: str) -> LlmCall:
    """The call, not carried out and free of charge."""
    cost = None if call.cost_usd is None else Decimal(0)
    return replace(call, outcome=Outcome.FAILED, problem=f"in a batch: {problem}", cost_usd=cost)


def describe_calls(calls: Sequence[LlmCall]) -> str:
    """How many calls ended how, the commonest reason of those without a usable reply, and the cost."""
    counts = Counter(call.outcome for call in calls)
    text = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(counts.items()))
    known = [call.cost_usd for call in calls if call.cost_usd is not None]
    cost = f"${sum(known, Decimal(0)):.4f}" if known else "at a price that is not known"
    problems = Counter(call.problem for call in calls if call.problem)
    why = f" ({problems.most_common(1)[0][0]})" if problems else ""
    return f"{text}{why}; {cost}"


def _code_of(error: object) -> str:
    code = error.get("code") if isinstance(error, dict) else None
    return str(code) if code else "no answer"
