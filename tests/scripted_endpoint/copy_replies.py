"""What a good model would say: plausible copy that differs with the prompt, in the prompt's language.

Every sentence is true of any shop, so that it passes the guards whatever the facts are. Which
ones are said follows from a hash of the prompt: equal prompts, equal replies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from tests.scripted_endpoint.answers import Reply, Request, counted, prompt_text
from tests.scripted_endpoint.sentences import SENTENCES, Sentences

FRAME = ("subject", "preheader", "headline", "body", "cta")


_LOCALE = re.compile(r'(?:<locale>\s*"?|"locale":\s*"|\blocale\b\W{1,4})(en|de|fr|es)\b')
_REQUIRED = re.compile(r'"required_phrases":\s*(\[[^\]]*\])')


def a_frame_reply(**changes: str) -> dict[str, str]:
    """What a model says when all is well, always the same."""
    return {
        "subject": "Something for your kitchen",
        "preheader": "A few things we think you will like.",
        "headline": "Good things for the table",
        "body": "Hello {{ first_name }},\n\nWe picked a few things for you.",
        "cta": "See them all",
    } | changes


def reply_to(request: Request) -> Reply:
    """A fitting reply to any prompt of ours, a frame or a blurb, with its tokens counted."""
    return counted(copy_for(request))


def copy_for(request: Request, language: str | None = None) -> dict[str, Any]:
    """What `reply_to` says, as values; in the language of the prompt's locale unless told otherwise."""
    text = prompt_text(request)
    sentences = SENTENCES[language or language_of(text)]
    texts = _choose(sentences, text)
    schema = asked_schema(request)
    if schema is None:
        wants_blurb = "`blurb`" in str(request["messages"][0]["content"])
        names = ["blurb"] if wants_blurb else list(FRAME)
        if "facts_used" in text:
            names.append("facts_used")
        return {name: texts[name] for name in names}
    return {name: _fill(name, part, texts) for name, part in schema["properties"].items()}


def language_of(text: str) -> str:
    """The language of the locale that a prompt names; English where it names none."""
    found = _LOCALE.findall(text)
    return found[-1] if found else "en"


def asked_schema(request: Request) -> Mapping[str, Any] | None:
    """The JSON schema a request asks for."""
    asked = (request.get("response_format") or {}).get("json_schema") or {}
    schema: Mapping[str, Any] | None = asked.get("schema")
    return schema


def _choose(sentences: Sentences, text: str) -> dict[str, Any]:
    digest = blake2b(text.encode(), digest_size=16).digest()

    def pick(place: int, some: Sequence[str], further: int = 0) -> str:
        return some[(digest[place] + further) % len(some)]

    greeting = sentences.greeting + (" {{ first_name }}," if "first_name" in text else ",")
    first, blurb = pick(5, sentences.first), pick(8, sentences.blurbs)
    paragraphs = [
        greeting,
        f"{first} {pick(6, sentences.second)}",
        f"{pick(5, sentences.first, 1)} {pick(6, sentences.second, 1)}",
        *_required_phrases(text),
    ]
    return {
        "subject": f"{pick(0, sentences.openings)} {pick(1, sentences.endings)}",
        "preheader": pick(2, sentences.preheaders),
        "headline": f"{pick(3, sentences.openings)} {pick(4, sentences.endings)}",
        "body": "\n\n".join(paragraphs),
        "cta": pick(7, sentences.ctas),
        "blurb": blurb,
        "facts_used": [{"claim": blurb, "fact": "product.title"}]
        if "`blurb`" in text
        else [{"claim": first, "fact": f"product {place}.title"} for place in (1, 2, 3)],
    }


def _required_phrases(text: str) -> list[str]:
    found = _REQUIRED.search(text)
    return [str(phrase) for phrase in json.loads(found[1])] if found else []


def _fill(name: str, part: Mapping[str, Any], texts: Mapping[str, Any]) -> Any:
    """A value for a property of any schema: known names with our texts, others by their type."""
    if name in texts:
        return texts[name]
    if "enum" in part:
        return part["enum"][0]
    kind = part.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {key: _fill(key, one, texts) for key, one in part.get("properties", {}).items()}
    if kind == "array":
        return [_fill(name, part["items"], {})] if "items" in part else []
    return {"integer": 3, "number": 3.0, "boolean": True, "null": None}.get(
        kind, texts.get("blurb", "Plain.")
    )
