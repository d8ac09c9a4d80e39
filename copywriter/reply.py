"""The model's reply: the schema it must follow, and what is made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bespoke.domain import FRAME_FIELDS, Blurb, Copy, DraftKind, FactSheet, FactUse
from bespoke.letters import drop_hidden
from bespoke.settings import LimitSettings
from bespoke.slots import SLOT, find_slots, longest_filling
from copywriter.embedded_json import find_objects
from copywriter.facts_used import read_facts_used
from copywriter.instructions import repeats_instructions

LONGEST_REPLY_CHARS = 100_000  # thoughts included; beyond it nothing is worth reading
FACTS_USED = "facts_used"
TYPICAL_FACTS_USED_CHARS = {DraftKind.FRAME: 300, DraftKind.BLURB: 100}  # a few claims, and one
_SPACES = re.compile(r"[ \t]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_TEXTS = {DraftKind.FRAME: FRAME_FIELDS, DraftKind.BLURB: ("blurb",)}
_json_object: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])  # reads faster than the json module


class ReplyUnusable(Exception):  # never leaves the package: it leads to another attempt or to WriterFailed
    """Raised when a reply is not the JSON asked for, or breaks a limit; says what is wrong in a few words."""


@dataclass(frozen=True, slots=True)
class Reply:
    copy: Copy
    facts_used: tuple[FactUse, ...] = ()  # empty where the endpoint left them out


@cache
def reply_schema(kind: DraftKind) -> dict[str, Any]:
    """The strict JSON schema of a reply: every property required, no others."""
    use = _object_schema({"claim": {"type": "string"}, "fact": {"type": "string"}})
    texts: dict[str, Any] = {name: {"type": "string"} for name in _TEXTS[kind]}
    return _object_schema({**texts, FACTS_USED: {"type": "array", "items": use}})


def _object_schema(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def reply_text(copy: Copy, sheet: FactSheet) -> str:
    """What a model would have replied to get `copy`."""
    if sheet.kind is DraftKind.BLURB:
        return json.dumps({"blurb": "".join(blurb.text for blurb in copy.blurbs)}, ensure_ascii=False)
    return json.dumps({name: getattr(copy, name) for name in FRAME_FIELDS}, ensure_ascii=False)


def parse_reply(text: str, sheet: FactSheet, limits: LimitSettings) -> Reply:
    """The copy in a reply and the facts it names, whatever the model said around the JSON.

    Raises ReplyUnusable where there is no such JSON, a text is empty or, with its
    slots filled at their longest, too long, a slot is none of the sheet's, or the
    instructions are repeated. Facts that do not exist are kept, marked as such.
    """
    said = _read(text, sheet.kind)
    texts = {name: _tidy(said[name]) for name in _TEXTS[sheet.kind]}
    for name, value in texts.items():
        _check_text(name, value, sheet, getattr(limits, name))
    if repeats_instructions("\n".join(texts.values()), sheet):
        raise ReplyUnusable("it repeats the instructions")
    copy = _make_copy(texts, sheet)
    return Reply(copy, read_facts_used(said.get(FACTS_USED), sheet, copy))


def _read(text: str, kind: DraftKind) -> dict[str, Any]:
    """The first object in a reply that has the texts asked for and nothing else."""
    if len(text) > LONGEST_REPLY_CHARS:
        raise ReplyUnusable(f"it had {len(text):,} characters")
    if not text.strip():
        raise ReplyUnusable("it was empty")
    problem = ""
    for found in _find_objects(text, kind):
        if not (wrong := _what_is_wrong(found, kind)):
            return found
        problem = problem or wrong
    raise ReplyUnusable(problem or "it was not the JSON asked for")


def _find_objects(text: str, kind: DraftKind) -> Iterator[dict[str, Any]]:
    with suppress(ValidationError):
        yield _json_object.validate_json(text)
    yield from find_objects(text, (*_TEXTS[kind], FACTS_USED))


def _what_is_wrong(found: dict[str, Any], kind: DraftKind) -> str:
    names = _TEXTS[kind]
    if missing := [name for name in names if name not in found]:
        return f"it lacks {', '.join(missing)}"
    for name in names:
        if not isinstance(found[name], str):
            return f"{name} is not a text"
    if further := len(found.keys() - {*names, FACTS_USED}):
        return f"it has {further} {'entry' if further == 1 else 'entries'} nobody asked for"
    return ""


def _make_copy(texts: dict[str, str], sheet: FactSheet) -> Copy:
    if sheet.kind is DraftKind.BLURB:
        return Copy(blurbs=(Blurb(sheet.products[0].product_id, texts["blurb"]),))
    subject, preheader, headline, body, cta = (texts[name] for name in FRAME_FIELDS)
    return Copy(subject, preheader, headline, body, cta)


def _tidy(text: str) -> str:
    """Spaces, line ends and the inside of slots as we write them; nothing that cannot be seen."""
    text = drop_hidden(text.replace("\r\n", "\n").replace("\r", "\n"))
    if "{{" in text:
        text = SLOT.sub(lambda slot: f"{{{{ {slot[1]} }}}}", text)
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    text = "\n".join([line.strip() for line in text.strip().split("\n")])
    return _BLANK_LINES.sub("\n\n", text)


def _check_text(name: str, text: str, sheet: FactSheet, limit: int) -> None:
    longest = {slot.name: slot.longest_chars for slot in sheet.slots}
    if not text:
        raise ReplyUnusable(f"{name} is empty")
    for slot in find_slots(text):
        if slot not in longest:
            raise ReplyUnusable(f"{name} has the slot {slot[:40]!r}, which does not exist")
    if (length := longest_filling(text, longest)) > limit:
        raise ReplyUnusable(f"{name} has {length} characters with its slots filled, at most {limit} fit")
