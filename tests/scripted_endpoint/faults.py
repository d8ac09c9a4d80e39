"""Every fault by name, for the tests' matrix and for `--fault` by hand."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tests.scripted_endpoint.answers import Answer, Fault, Reply, Request, counted, prompt_text
from tests.scripted_endpoint.copy_replies import copy_for, language_of, reply_to

HANG_SECONDS = 3600.0
DRIP_SECONDS = 0.2
HUGE_CHARS = 10_000_000
_FULL_BODY = {"object": "chat.completion", "id": "chatcmpl-odd", "created": 0, "model": "scripted"}

Misbehave = Callable[[Request], Answer]


def _not_found(request: Request) -> Fault:
    model = request.get("model")
    said = f"The model `{model}` does not exist or you do not have access to it."
    return Fault(status=404, message=said, code="model_not_found")


def _truncated(request: Request) -> Reply:
    text = reply_to(request).text
    return counted(text[: len(text) * 2 // 3])


def _wrong_language(request: Request) -> Answer:
    spoken = language_of(prompt_text(request))
    return counted(copy_for(request, "fr" if spoken == "de" else "de"))


def _huge(request: Request) -> Answer:
    copy = copy_for(request)
    longest = max((name for name in copy if isinstance(copy[name], str)), key=lambda name: len(copy[name]))
    return replace(
        counted(copy | {longest: "All work and no play. " * (HUGE_CHARS // 22)}), completion_tokens=4000
    )


FAULTS: Mapping[str, Misbehave] = {
    "401": lambda _: Fault(status=401, message="Incorrect API key provided.", code="invalid_api_key"),
    "403": lambda _: Fault(status=403, message="Country, region, or territory not supported."),
    "404": _not_found,
    "429": lambda _: Fault(status=429, message="Rate limit reached.", code="rate_limit_exceeded"),
    "429-retry-after": lambda _: Fault(
        status=429, message="Rate limit reached.", code="rate_limit_exceeded", headers={"Retry-After": "1"}
    ),
    "quota": lambda _: Fault(status=429, message="You exceeded your quota.", code="insufficient_quota"),
    "500": lambda _: Fault(status=500, message="The server had an error."),
    "502": lambda _: Fault(status=502, body=b"<html><h1>502 Bad Gateway</h1></html>"),
    "503": lambda _: Fault(status=503, message="The engine is currently overloaded."),
    "timeout": lambda _: Fault(hang_seconds=HANG_SECONDS),
    "reset": lambda request: Fault(reset=True, reply=reply_to(request)),
    "drip": lambda request: Fault(drip_seconds=DRIP_SECONDS, reply=reply_to(request)),
    "malformed-json": lambda request: counted(reply_to(request).text.replace('": "', '" "')),
    "malformed-body": lambda _: Fault(body=b'{"choices": [{"message": oops}]}'),
    "truncated-json": _truncated,
    "truncated-body": lambda _: Fault(body=b'{"id": "chatcmpl-1", "choices": [{"index": 0, "message": {"ro'),
    "wrong-shape": lambda _: counted({"title": "Hello", "text": ["Something", "else"]}),
    "wrong-body-shape": lambda _: Fault(body=json.dumps(_FULL_BODY | {"choices": {"text": "Hi"}}).encode()),
    "refusal": lambda _: replace(counted(""), refusal="I'm sorry, I can't help with that."),
    "empty": lambda _: counted(""),
    "content-filter": lambda request: replace(_truncated(request), finish_reason="content_filter"),
    "cut-off": lambda request: replace(_truncated(request), finish_reason="length"),
    "wrong-language": _wrong_language,
    "huge": _huge,
}


def faulty(name: str, share: float = 1.0, seed: int = 7) -> Callable[[Request], Any]:
    """A script that misbehaves in `share` of the calls, drawn by `seed`, and is good in the others."""
    chance = random.Random(seed)
    misbehave = FAULTS[name]

    def answer(request: Request) -> Answer:
        return misbehave(request) if chance.random() < share else reply_to(request)

    return answer


# What an endpoint may not know, as it says so.
_COMPLAINTS = {
    "json_schema": "Invalid parameter: 'response_format' of type 'json_schema' is not supported.",
    "json_object": "Invalid parameter: 'response_format' of type 'json_object' is not supported.",
    "temperature": "Unsupported value: 'temperature' is not supported with this model.",
    "max_tokens": "Unsupported parameter: 'max_tokens' is not supported with this model. "
    "Use 'max_completion_tokens' instead.",
    "max_completion_tokens": "Unrecognized request argument supplied: max_completion_tokens",
    "reasoning_effort": "Unrecognized request argument supplied: reasoning_effort",
}
CAPABILITIES = tuple(_COMPLAINTS)


def find_unsupported(request: Request, lacking: frozenset[str]) -> str | None:
    """What an endpoint that lacks these says to the request; None where it can be answered."""
    used = {name for name in _COMPLAINTS if name in request}
    used.add(str((request.get("response_format") or {}).get("type")))
    for name in CAPABILITIES:
        if name in used & lacking:
            return _COMPLAINTS[name]
    return None
