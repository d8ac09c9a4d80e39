"""The model's reply: the schema it must follow, and what is made of it."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bespoke.brief import summarize_validation
from bespoke.domain import FRAME_FIELDS, Blurb, Copy, DraftKind, FactSheet
from bespoke.settings import LimitSettings
from bespoke.slots import SLOT, find_slots, longest_filling

_LONGEST_REPLY_CHARS = 20_000  # many times what the limits allow; beyond it nothing is worth parsing
_FENCED = re.compile(r"^\s*```(?:json)?\s*(\{.*\})\s*```\s*$", re.DOTALL)


class ReplyUnusable(Exception):  # never leaves the package: it leads to another attempt or to WriterFailed
    """Raised when a reply is not the JSON asked for, or breaks a limit; says what is wrong."""


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class FrameReply(_Reply):
    subject: str
    preheader: str
    headline: str
    body: str
    cta: str


class BlurbReply(_Reply):
    blurb: str


_MODELS: dict[DraftKind, type[_Reply]] = {DraftKind.FRAME: FrameReply, DraftKind.BLURB: BlurbReply}


def reply_schema(kind: DraftKind) -> dict[str, Any]:
    """The strict JSON schema of a reply: every property required, no others."""
    names = list(_MODELS[kind].model_fields)
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": names,
        "additionalProperties": False,
    }


def reply_text(copy: Copy, sheet: FactSheet) -> str:
    """What a model would have replied to get `copy`."""
    if sheet.kind is DraftKind.BLURB:
        return json.dumps({"blurb": "".join(blurb.text for blurb in copy.blurbs)}, ensure_ascii=False)
    return json.dumps({name: getattr(copy, name) for name in FRAME_FIELDS}, ensure_ascii=False)


def parse_reply(text: str, sheet: FactSheet, limits: LimitSettings) -> Copy:
    """The copy in a reply.

    Raises ReplyUnusable where it is not the JSON asked for, a text is empty or,
    with its slots filled at their longest, too long, or a slot is none of the sheet's.
    """
    reply = _parse(text, _MODELS[sheet.kind])
    texts = {name: _tidy(value) for name, value in reply.model_dump().items()}
    for name, value in texts.items():
        _check_text(name, value, sheet, getattr(limits, name))
    if sheet.kind is DraftKind.BLURB:
        return Copy(blurbs=(Blurb(sheet.products[0].product_id, texts["blurb"]),))
    return Copy(
        subject=texts["subject"],
        preheader=texts["preheader"],
        headline=texts["headline"],
        body=texts["body"],
        cta=texts["cta"],
    )


def _parse(text: str, model: type[_Reply]) -> _Reply:
    if not text.strip():
        raise ReplyUnusable("it was empty")
    if len(text) > _LONGEST_REPLY_CHARS:
        raise ReplyUnusable(f"it had {len(text)} characters")
    if fenced := _FENCED.match(text):  # what models without a schema like to wrap JSON in
        text = fenced[1]
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        raise ReplyUnusable(summarize_validation(error)[:300]) from None


def _tidy(text: str) -> str:
    """Spaces, line ends and the inside of slots as we write them."""
    text = SLOT.sub(lambda slot: f"{{{{ {slot[1]} }}}}", text.replace("\r\n", "\n"))
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.strip().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _check_text(name: str, text: str, sheet: FactSheet, limit: int) -> None:
    longest = {slot.name: slot.longest_chars for slot in sheet.slots}
    if not text:
        raise ReplyUnusable(f"{name} is empty")
    for slot in find_slots(text):
        if slot not in longest:
            raise ReplyUnusable(f"{name} has the slot {slot!r}, which does not exist")
    if (length := longest_filling(text, longest)) > limit:
        raise ReplyUnusable(f"{name} has {length} characters with its slots filled, at most {limit} fit")
