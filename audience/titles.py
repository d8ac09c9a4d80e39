"""Stockroom descriptions in capitals made into titles that people like to read."""

from __future__ import annotations

import re

_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "du",
        "for",
        "from",
        "in",
        "la",
        "le",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)
_CAPITALS = frozenset(
    ["BBQ", "CD", "DVD", "LED", "MDF", "MOP", "PVC", "TV", "UFO", "UK", "USA", "USB", "VIP"]
)
_SPELLED_OUT = {
    "ass": "Assorted",
    "asst": "Assorted",
    "asstd": "Assorted",
    "ant": "Antique",
    "artiifcial": "Artificial",
    "b'fly": "Butterfly",
    "beurre": "Beurre",
    "blk": "Black",
    "c/cover": "Cushion Cover",
    "childrens": "Children's",
    "childs": "Child's",
    "choc": "Chocolate",
    "cinammon": "Cinnamon",
    "col": "Color",
    "colours": "Colors",
    "dec": "Decoration",
    "des": "Design",
    "fuschia": "Fuchsia",
    "gardeners": "Gardener's",
    "garld": "Garland",
    "hldr": "Holder",
    "ladies": "Ladies'",
    "m/colour": "Multicolour",
    "med": "Medium",
    "necklac": "Necklace",
    "neckl": "Necklace",
    "p'weight": "Paperweight",
    "rect": "Rectangular",
    "sandlewood": "Sandalwood",
    "strawbery": "Strawberry",
    "turq": "Turquoise",
    "turquois": "Turquoise",
    "vint": "Vintage",
    "w/chime": "Wind Chime",
    "xmas": "Christmas",
}
_SPELLED_OUT |= {"col": "Colour", "colours": "Colours"}
_REWRITTEN = (
    (re.compile(r"\b(?:S|SET)\s?/\s?(\d+)\b", re.I), r"Set of \1"),
    (re.compile(r"\bSET\s?(\d+)\b(?!\s*PIECE)", re.I), r"Set of \1"),
    (re.compile(r"\b(?:PK|PACK|P)\s?/\s?(\d+)\b", re.I), r"Pack of \1"),
    (re.compile(r"\bPACK\s(\d+)\b", re.I), r"Pack of \1"),
    (re.compile(r"\bBOX\s?/\s?(\d+)\b", re.I), r"Box of \1"),
    (re.compile(r"\bT[ -]LIGHT", re.I), "T-Light"),
    (re.compile(r"\bW\s?/\s?(?=\w{2})(?!CHIME)", re.I), "with "),
    (re.compile(r"(?<=\S)\sW\s(?=\S{2})(?<!LETTER\sW\s)", re.I), " with "),
    (re.compile(r"\bNo\.?\s?(\d+)\b"), r"No. \1"),
    (re.compile(r"\s*\+\s*"), " & "),
    (re.compile(r"\bDECO\.(?=\w)", re.I), "Deco "),
    (re.compile(r'(\d)\s?"'), r"\1 in "),
    (re.compile(r"\s*,\s*"), ", "),
    (re.compile(r"([a-z])\(", re.I), r"\1 ("),
)
_SET_AT_END = re.compile(r"^(.*\S)\s+((?:Set|Pack|Box) of \d+)$")
_SIZE = re.compile(r"^\d+(?:\.\d+)?(?:(?:x\d+)+)?(?:cm|mm|m|g|kg|ml|l)?(?:x\d+(?:cm|mm|m))*$", re.I)
_DECADE = re.compile(r"^\d+'?s$", re.I)
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$", re.I)
_INITIALS = re.compile(r"^(?:[A-Z]\.){2,}[A-Z]?\.?$", re.I)


def tidy_title(raw: str) -> str:
    """A readable title: `S/3 CAKE TINS  PANTRY DESIGN.` -> `Set of 3 Cake Tins Pantry Design`.

    Words keep their order. Abbreviations with one meaning are spelled out, sets named,
    measures and acronyms kept as they are written.
    """
    text = " ".join(raw.split()).strip(" *,;:-_")
    if not _INITIALS.match(text.rsplit(" ", 1)[-1]):
        text = text.rstrip(". ,")
    for pattern, written in _REWRITTEN:
        text = pattern.sub(written, text)
    if ends_with_set := _SET_AT_END.match(text):
        text = f"{ends_with_set[1].rstrip(',')}, {ends_with_set[2].lower()}"
    words = text.split()
    return " ".join(_case_word(word, index == 0, words, index) for index, word in enumerate(words))


def _case_word(word: str, is_first: bool, words: list[str], index: int) -> str:
    core = word.strip("\"'(),!?:;")
    lower = core.lower()
    if not core:
        return word
    if lower in _SPELLED_OUT:
        cased = _SPELLED_OUT[lower]
    elif lower in ("set", "pack", "box") and index and words[index - 1].endswith(","):
        cased = lower
    elif core.upper() in _CAPITALS or _INITIALS.match(core):
        cased = core.upper()
    elif _SIZE.match(core) or _DECADE.match(core) or _ORDINAL.match(core):
        cased = core if lower in ("l", "m", "g") else lower
    elif lower in _SMALL_WORDS and not is_first and not _is_letter_name(words, index):
        cased = lower
    else:
        cased = re.sub(
            r"[^\W\d_]+(?:'[^\W\d_]+)*", lambda part: part[0][0].upper() + part[0][1:].lower(), core
        )
        cased = re.sub(r"\b(\d)d\b", r"\1D", cased, flags=re.I)
    return word.replace(core, cased, 1)


def _is_letter_name(words: list[str], index: int) -> bool:
    return index > 0 and words[index - 1].strip("\"',").lower() == "letter"
