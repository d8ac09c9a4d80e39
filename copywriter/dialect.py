"""What an endpoint understands of chat completions, found out by what it refuses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from bespoke.settings import WriterSettings
from copywriter.prices import is_openai
from copywriter.prompts import Message


@dataclass(frozen=True, slots=True)
class Dialect:
    """What is put into a request; each refusal that names a part takes it out for good."""

    token_limit: Literal["max_completion_tokens", "max_tokens"]
    response_format: Literal["json_schema", "json_object", "none"] = "json_schema"
    may_flip: bool = True
    temperature: bool = True
    reasoning_effort: bool = True

    def note(self) -> str:
        """The dialect as it is kept in the store."""
        return json.dumps(asdict(self))

    def without(self, complaint: str) -> Dialect | None:
        """A dialect that avoids what the endpoint complained about; None where there is none."""
        if self.temperature and "temperature" in complaint:
            return replace(self, temperature=False)
        if self.reasoning_effort and "reasoning_effort" in complaint:
            return replace(self, reasoning_effort=False)
        if self.may_flip and ("max_tokens" in complaint or "max_completion_tokens" in complaint):
            other: Literal["max_completion_tokens", "max_tokens"] = (
                "max_tokens" if self.token_limit == "max_completion_tokens" else "max_completion_tokens"
            )
            return replace(self, token_limit=other, may_flip=False)
        if self.response_format != "none" and ("response_format" in complaint or "json_" in complaint):
            return replace(
                self, response_format="json_object" if self.response_format == "json_schema" else "none"
            )
        return None


def make_request(
    settings: WriterSettings, messages: Sequence[Message], schema: dict[str, Any], dialect: Dialect
) -> dict[str, Any]:
    """The body of a chat completion."""
    request: dict[str, Any] = {
        "model": settings.model,
        "messages": list(messages),
        dialect.token_limit: settings.max_output_tokens,
    }
    if dialect.response_format == "json_schema":
        strict = {"name": "copy", "strict": True, "schema": schema}
        request["response_format"] = {"type": "json_schema", "json_schema": strict}
    elif dialect.response_format == "json_object":
        request["response_format"] = {"type": "json_object"}
    if dialect.temperature and settings.temperature is not None:
        request["temperature"] = settings.temperature
    if dialect.reasoning_effort and settings.reasoning_effort is not None:
        request["reasoning_effort"] = settings.reasoning_effort
    return request


def recall_dialect(remembered: str | None, settings: WriterSettings) -> Dialect:
    """The dialect as it was noted by `Dialect.note`, or the one to begin with."""
    try:
        if remembered is not None:
            return Dialect(**json.loads(remembered))
    except (ValueError, TypeError):  # written by another version
        pass
    # Old servers know max_tokens only; OpenAI's newer models refuse it.
    return Dialect("max_completion_tokens" if is_openai(settings) else "max_tokens")
