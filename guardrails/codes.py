"""Codes in the copy: the offer's own, letter by letter, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bespoke.domain import Finding, Severity
from guardrails.plain_text import plain
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

# Letters and digits together, as shops make them; or capitals, where the words around say so.
_MIXED = re.compile(r"(?<![\w-])[A-Z]{3,20}[_-]?\d{1,4}[A-Z]{0,10}(?![\w-])")
_CAPITALS = re.compile(r"(?<![\w-])[A-ZÄÖÜÉÈÑÁÍÓÚ]{4,24}(?![\w-])")
_SAYS_CODE = re.compile(
    r"\b(?:codes?|coupon|voucher|gutschein\w*|rabattcodes?|promo|código|cupón)(?: \w+){0,2}:? [\"'“„«]?$"
)
_USES = re.compile(
    r"\b(?:use|enter|type|apply|quote|redeem|with|mit|nutze|gib|eingeben|avec|saisi\w*|entrez|tape\w*|"
    r"con|usa|use|introduce|escribe|aplica|put|pop|key in)(?: the| den| le| el)?(?: code)? [\"'“„«]?$"
)
_WORKS = re.compile(
    r"[\"'”“»]? (?:gets you|takes?|knocks|in the (?:promo|code|coupon|discount)|at (?:the )?(?:checkout|"
    r"till|register|basket)|saves|gives you|bringt|"
    r"eingeben|im warenkorb|an der kasse|beim|retire|enlève|au panier|à la caisse|quita|te da|en la caja|"
    r"en el carrito)\b"
)
_AFTER_CODE = re.compile(
    r"\b(?:(?:discount|promo|voucher|coupon)[ -]?code|rabattcode|gutscheincode|code promo|code|"
    r"código(?: promocional)?)"
    r"(?: is| lautet| est| es)?:? [\"'“„«]?([A-Za-z0-9_-]*\d[A-Za-z0-9_-]*)"
)
_LOOK_BACK = 40
_CLOSE = 2  # edits by which a code is a misspelling of the real one


def find_invented_codes(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Codes that are not the offer's, misspellings of it included."""
    offer = facts.sheet.offer
    code = offer.code if offer else None
    known = facts.capitals | ({plain(code)} if code else set())
    told: set[int] = set()
    for start, end, is_said in _candidates(reading):
        word = reading.cased[start:end]
        if start in told or word == plain(code or "") or (not is_said and word in known):
            continue
        told.add(start)
        severity = Severity.BLOCK if is_said else Severity.HOLD
        if code and _distance(word.upper(), code.upper()) <= _CLOSE:
            severity = Severity.BLOCK
        yield reading.finding(
            "invented_code",
            severity,
            (start, end),
            f"{{}} is not the offer's code, which is {code}."
            if code
            else "The facts have no code, yet the copy gives {}.",
            fact=f"code {code}" if code else "no code",
            suggestion=f"Write {code}." if code else "Leave the code out.",
        )


def _candidates(reading: Reading) -> Iterator[tuple[int, int, bool]]:
    for match in _AFTER_CODE.finditer(reading.folded):
        yield match.start(1), match.end(1), True
    for match in _MIXED.finditer(reading.cased):
        said = _is_introduced(reading, match.start(), match.end())
        if said or len(match[0]) >= 6:
            yield match.start(), match.end(), said
    for match in _CAPITALS.finditer(reading.cased):
        if _is_introduced(reading, match.start(), match.end()) and not _is_shouted(reading, match):
            yield match.start(), match.end(), True


def _is_introduced(reading: Reading, start: int, end: int) -> bool:
    before = reading.folded[max(start - _LOOK_BACK, 0) : start]
    return bool(_SAYS_CODE.search(before) or _USES.search(before) or _WORKS.match(reading.folded, end))


def _is_shouted(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the neighbors are in capitals too, so that it is emphasis and not a code."""
    around = (
        reading.cased[max(match.start() - 20, 0) : match.start()]
        + reading.cased[match.end() : match.end() + 20]
    )
    return len(_CAPITALS.findall(around)) >= 1


def _distance(one: str, other: str) -> int:
    """Levenshtein's distance; `_CLOSE + 1` stands for anything farther."""
    if abs(len(one) - len(other)) > _CLOSE or len(one) > 40:
        return _CLOSE + 1
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (char != wanted))
    return row[-1]
