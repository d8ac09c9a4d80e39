"""Copy cut where findings begin and end, so that a page can mark them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bespoke.domain import Finding, Severity

_GRAVITY = list(Severity)  # gravest first


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings; `severity` is the gravest, None where none applies."""

    text: str
    rules: tuple[str, ...] = ()
    severity: Severity | None = None


def mark_findings(text: str, findings: Sequence[Finding]) -> list[Piece]:
    """`text` in pieces that join to it again. Spans may overlap; those outside the text mark nothing."""
    spans = [(finding, *_within(finding.span, len(text))) for finding in findings if finding.span]
    cuts = sorted({0, len(text)} | {cut for _, start, end in spans for cut in (start, end)})
    return [
        _piece(text[start:end], [finding for finding, a, b in spans if a <= start and end <= b])
        for start, end in pairwise(cuts)
    ]


def _within(span: tuple[int, int], length: int) -> tuple[int, int]:
    start = min(max(span[0], 0), length)
    return start, min(max(span[1], start), length)


def _piece(text: str, findings: Sequence[Finding]) -> Piece:
    if not findings:
        return Piece(text)
    gravest = min((finding.severity for finding in findings), key=_GRAVITY.index)
    return Piece(text, tuple(dict.fromkeys(finding.rule for finding in findings)), gravest)
