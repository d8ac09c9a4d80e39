"""What a model says its claims rest on, held against the copy and the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bespoke.domain import Copy, FactSheet, FactUse
from copywriter.named_facts import FactFinder
from copywriter.quoting import clean

MOST_USES = 40  # more than a copy within its limits has claims
_LONGEST_CLAIM = 300
_LONGEST_NAME = 120
_PLAIN = str.maketrans(dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑–—", "-"))
_AROUND = " .,;:!?…\"'"  # what writers put around a quotation


def read_facts_used(said: object, sheet: FactSheet, copy: Copy) -> tuple[FactUse, ...]:
    """The claims a reply names with their facts, each once; unknown facts and absent claims are kept.

    `said` is the reply's list of objects with `claim` and `fact`, as an endpoint
    without schema may have garbled it: whatever does not read so is left out.
    """
    pairs = list(dict.fromkeys(_read_pairs(said)))[:MOST_USES]
    if not pairs:
        return ()
    finder = FactFinder(sheet)
    uses = (FactUse(claim, *finder.find(fact)) for claim, fact in pairs)
    return place_claims(uses, copy)


def place_claims(uses: Iterable[FactUse], copy: Copy) -> tuple[FactUse, ...]:
    """The uses with the field of the copy in which each claim stands now; None where it does not."""
    texts = [(name, _fold(text)) for name, text in copy.texts()]
    return tuple(replace(use, field=_find_field(use.claim, texts)) for use in uses)


def _find_field(claim: str, texts: Sequence[tuple[str, str]]) -> str | None:
    wanted = _fold(claim).strip(_AROUND)
    return next((name for name, text in texts if wanted and wanted in text), None)


def _read_pairs(said: object) -> Iterable[tuple[str, str]]:
    if not isinstance(said, list):
        return
    for one in said:
        if isinstance(one, dict):
            claim, fact = one.get("claim"), one.get("fact")
            if isinstance(claim, str) and isinstance(fact, str) and claim.strip() and fact.strip():
                yield clean(claim, _LONGEST_CLAIM), clean(fact, _LONGEST_NAME)


def _fold(text: str) -> str:
    plain = text if text.isascii() else text.translate(_PLAIN)
    return " ".join(plain.lower().replace("{{", "{{ ").replace("}}", " }}").split())
