"""Copy as form fields: what can be edited, how long it may get, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bespoke.domain import FRAME_FIELDS, Blurb, Copy, Draft, DraftKind, Finding
from bespoke.settings import LimitSettings
from bespoke.slots import longest_filling
from review.highlighting import Piece, mark_findings

_LABELS = {
    "subject": "Subject",
    "preheader": "Preheader",
    "headline": "Headline",
    "body": "Body",
    "cta": "Button",
}
_SEVERAL_LINES = ("body",)


@dataclass(frozen=True, slots=True)
class CopyField:
    name: str  # in the form
    label: str
    text: str
    limit: int
    length: int  # once every slot holds its longest value
    several_lines: bool
    findings: tuple[Finding, ...]
    pieces: tuple[Piece, ...]  # the text with its findings marked

    @property
    def has_marks(self) -> bool:
        return any(piece.severity for piece in self.pieces)


def list_fields(
    draft: Draft, copy: Copy, findings: tuple[Finding, ...], limits: LimitSettings
) -> list[CopyField]:
    """A field for each part of the copy that a draft of this kind has, with its findings."""
    return [_field(draft, name, text, findings, limits) for name, text in _texts(draft.kind, copy)]


def label_of(name: str) -> str:
    """What a field of the copy is called on a page."""
    return _LABELS.get(name, "Product sentence")


def findings_elsewhere(fields: list[CopyField], findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings about the copy as a whole, which belong to none of the fields."""
    return [one for one in findings if not any(one in field.findings for field in fields)]


def read_copy(values: Mapping[str, str], draft: Draft) -> Copy:
    """The copy a form brought back; what the form did not have stays as it is.

    Lines end in `\\n`, one-line fields are one line, nothing ends in spaces; a text
    that differs in no more than that stays as it is too.
    """
    cleaned = {
        name: _edited(values.get(name, text), text, name in _SEVERAL_LINES)
        for name, text in _texts(draft.kind, draft.copy)
    }
    blurbs = tuple(
        Blurb(blurb.product_id, cleaned[f"blurb:{blurb.product_id}"]) for blurb in draft.copy.blurbs
    )
    frame = {name: cleaned[name] for name in FRAME_FIELDS if name in cleaned}
    return replace(draft.copy, blurbs=blurbs if draft.kind is DraftKind.BLURB else (), **frame)


def _texts(kind: DraftKind, copy: Copy) -> list[tuple[str, str]]:
    """Like `Copy.texts`, but an empty field is still a field."""
    if kind is DraftKind.FRAME:
        return [(name, getattr(copy, name)) for name in FRAME_FIELDS]
    return [(f"blurb:{blurb.product_id}", blurb.text) for blurb in copy.blurbs]


def _field(
    draft: Draft, name: str, text: str, findings: tuple[Finding, ...], limits: LimitSettings
) -> CopyField:
    mine = tuple(finding for finding in findings if finding.field == name)
    longest = {slot.name: slot.longest_chars for slot in draft.fact_sheet.slots}
    return CopyField(
        name=name,
        label=label_of(name),
        text=text,
        limit=getattr(limits, name, limits.blurb),
        length=longest_filling(text, longest),
        several_lines=name not in FRAME_FIELDS or name in _SEVERAL_LINES,
        findings=mine,
        pieces=tuple(mark_findings(text, mine)),
    )


def _edited(given: str, kept: str, several_lines: bool) -> str:
    cleaned = _clean(given, several_lines)
    return kept if cleaned == _clean(kept, several_lines) else cleaned


def _clean(text: str, several_lines: bool) -> str:
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(lines).strip() if several_lines else " ".join(" ".join(lines).split())
