"""Domain values to canonical JSON and back; equal values always give equal text."""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

T = TypeVar("T")


_adapters: dict[Any, TypeAdapter[Any]] = {}  # building one takes milliseconds


def _adapter(type_: Any) -> TypeAdapter[Any]:
    if type_ not in _adapters:
        _adapters[type_] = TypeAdapter(type_)
    return _adapters[type_]


def encode(value: Any, type_: Any = None) -> str:
    """JSON with sorted keys and no spaces; `Decimal` and dates as strings."""
    plain = _adapter(type_ or type(value)).dump_python(value, mode="json")
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def decode(type_: type[T], text: str | bytes) -> T:
    """The value that `encode` wrote; raises pydantic's ValidationError on anything else."""
    return cast(T, _adapter(type_).validate_json(text))


def fingerprint(*parts: str) -> str:
    """32 hexadecimal digits that depend on every part and on where one part ends."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        raw = part.encode()
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()
