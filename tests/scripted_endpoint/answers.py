"""What a script may answer: completions and faults, and how they look as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.scripted_endpoint.tokens import PrefixCache, count_tokens

Request = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """A completion; `content` is text, or a value that becomes JSON.

    Token counts that are None are counted from the request's and the reply's texts.
    """

    content: Any = ""
    prompt_tokens: int | None = 900
    completion_tokens: int | None = 200
    cached_tokens: int | None = 0
    finish_reason: str = "stop"
    refusal: str | None = None
    latency: float = 0.0
    has_usage: bool = True

    @property
    def text(self) -> str:
        """The content as the message carries it."""
        return self.content if isinstance(self.content, str) else json.dumps(self.content, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that is no good completion: a status, a raw body, a connection that breaks, drips or hangs.

    With `reply`, that completion was generated, and so is paid, before its way to the client goes wrong.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None  # None answers as OpenAI does, with an error object
    message: str = "scripted fault"
    code: str | None = None
    latency: float = 0.0
    reset: bool = False  # closes the connection in the middle of the answer
    hang_seconds: float = 0.0  # says nothing for as long, then closes
    drip_seconds: float = 0.0  # as long between one byte of the body and the next
    reply: Reply | None = None

    @property
    def is_generated(self) -> bool:
        """Whether a model's work went into it."""
        return self.reply is not None or (self.body is not None and self.status == 200)


Answer = Reply | Fault
Script = Iterable[Any] | Callable[[Request], Any]


def counted(content: Any, **changes: Any) -> Reply:
    """A reply whose tokens are counted from the texts."""
    return replace(Reply(content, prompt_tokens=None, completion_tokens=None, cached_tokens=None), **changes)


def prompt_text(request: Request) -> str:
    """Everything that a model reads, in its order: what a prefix cache compares."""
    texts = [json.dumps(request["response_format"], sort_keys=True)] if "response_format" in request else []
    for message in request.get("messages", ()):
        texts.append(f"<|{message.get('role')}|>{_content(message)}")
    return "\n".join(texts)


def _content(message: Mapping[str, Any]) -> str:
    content = message.get("content")
    if isinstance(content, str):
        return content
    return "".join(str(part.get("text", "")) for part in content or () if isinstance(part, dict))


def usage_of(reply: Reply, request: Request, prompt_tokens: int, cache: PrefixCache) -> dict[str, Any]:
    """The reply's usage object; the request's prefixes are in the cache from now on."""
    cached = cache.look_up(str(request.get("model")), prompt_text(request))
    prompt = prompt_tokens if reply.prompt_tokens is None else reply.prompt_tokens
    completion = count_tokens(reply.text) if reply.completion_tokens is None else reply.completion_tokens
    hit = min(cached, prompt) if reply.cached_tokens is None else reply.cached_tokens
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": {"cached_tokens": hit, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
    }


def completion(
    reply: Reply, request: Request, usage: Mapping[str, Any], number: int, now: float
) -> dict[str, Any]:
    """The reply as the API words it."""
    message = {"role": "assistant", "content": reply.text, "refusal": reply.refusal}
    choice = {"index": 0, "message": message, "finish_reason": reply.finish_reason, "logprobs": None}
    found: dict[str, Any] = {
        "id": f"chatcmpl-{number:08d}",
        "object": "chat.completion",
        "created": int(now),
        "model": request.get("model", "scripted"),
        "choices": [choice],
    }
    return found | ({"usage": dict(usage)} if reply.has_usage else {})


def error(
    message: str, *, kind: str = "scripted", param: str | None = None, code: str | None = None
) -> bytes:
    """An error object as the API words it."""
    return json.dumps({"error": {"message": message, "type": kind, "param": param, "code": code}}).encode()
