"""A name that stands in a writer's instructions only: copy that has it was made by repeating them."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache

from bespoke.domain import BrandRules, DraftKind, FactSheet
from bespoke.encoding import encode, fingerprint

_DIGITS = 16
_PIECE = 4  # digits by which it is looked for first
_FEWEST = 7  # digits in a row that are no accident
_NOT_IN_IT = re.compile(r"[^0-9a-z]+")


def canary_of(sheet: FactSheet) -> str:
    """The canary of a sheet's requests, e.g. "ref-1f0c9a3e5b7d2468".

    It follows from what all of a brand's requests of a kind share, so that a rerun asks the
    same, endpoints bill their common beginning once, and guards know it from the sheet alone.
    """
    return f"ref-{_digits(sheet.kind, sheet.brand)}"


def find_canary(text: str, sheet: FactSheet) -> tuple[int, int] | None:
    """Where copy has the canary or a part of it: as it is, spaced out, reversed, or in base64."""
    lowered = text.lower()
    squeezed = _NOT_IN_IT.sub("", lowered)
    if not may_have_canary(squeezed, text, sheet):
        return None
    digits = _digits(sheet.kind, sheet.brand)
    for start in range(len(digits) - _FEWEST + 1):
        run = digits[start : start + _FEWEST]
        for wanted in (run, run[::-1]):
            if wanted in squeezed:
                return _place(lowered, wanted)
    return next(((at, at + len(sign)) for sign in _signs(digits)[1] if (at := text.find(sign)) >= 0), None)


def may_have_canary(squeezed: str, text: str, sheet: FactSheet) -> bool:
    """Whether it is worth looking closer; `squeezed` is the text's letters and figures in lower case."""
    pieces, encoded = _signs(_digits(sheet.kind, sheet.brand))
    return any(piece in squeezed for piece in pieces) or any(sign in text for sign in encoded)


@lru_cache(maxsize=1024)
def _digits(kind: DraftKind, brand: BrandRules) -> str:
    return fingerprint("canary", kind, encode(brand))[:_DIGITS]


@lru_cache(maxsize=1024)
def _signs(digits: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What any seven digits of it have a piece of, and how base64 writes it in each of three places."""
    pieces = [digits[start : start + _PIECE] for start in range(0, _DIGITS, _PIECE)]
    encoded = [
        b64encode(b" " * shift + digits.encode()).decode()[4 if shift else 0 : 20] for shift in range(3)
    ]
    return (*pieces, *(piece[::-1] for piece in pieces)), tuple(encoded)


def _place(lowered: str, wanted: str) -> tuple[int, int]:
    match = re.search(r"[^0-9a-z]*".join(wanted), lowered)
    return match.span() if match else (0, len(lowered))
