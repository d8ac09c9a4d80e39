"""Slots: the `{{ first_name }}` places in copy that rendering fills per person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

SLOT = re.compile(r"\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}")

# Combining marks, selectors, tags and skin tones; a joiner with what it joins.
_ADDS_NONE = re.compile(
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
    r"\U000e0100-\U000e01ef]|\u200d[^\w\s]?"
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")  # two letters, one picture

# A missing filling takes the punctuation with it that belonged to the address:
# "Hello {{ first_name }}," -> "Hello,", "{{ first_name }}, look" -> "Look".
_LEADING = re.compile(r"(^|\n)\{\{\s*(\w+)\s*\}\}\s*[,:!–—-]?\s*(\w?)")
_COMMA_BEFORE = re.compile(r"\s*,\s*\{\{\s*(\w+)\s*\}\}(?=\s*([.!?…,:;)]|$|\n))")
_SPACE_BEFORE = re.compile(r"[ \t\u00a0]*\{\{\s*(\w+)\s*\}\}")


def find_slots(text: str) -> list[str]:
    """The names of the slots in `text`, in order, repeats included."""
    return SLOT.findall(text)


def fill_slots(text: str, values: Mapping[str, str | None]) -> str:
    """`text` with every slot filled; one whose value is missing or empty disappears cleanly.

    Values are inserted as they are and never read as slots again. Raises KeyError
    for a slot that `values` does not name.
    """
    if "{{" not in text:
        return text
    text = _drop_empty_slots(text, values)
    return SLOT.sub(lambda match: values[match[1]] or "", text)


def longest_filling(text: str, longest_chars: Mapping[str, int]) -> int:
    """The length of `text` in characters, as `count_characters` has it, with every slot at its longest."""
    if "{{" not in text:
        return count_characters(text)
    literal = SLOT.sub("", text)
    return count_characters(literal) + sum(longest_chars.get(name, 0) for name in find_slots(text))


def count_characters(text: str) -> int:
    """How many characters a person counts: an accent, a skin tone or a joined emoji adds none of its own.

    Like Unicode's grapheme clusters, without those of Hangul and Indic scripts.
    """
    if text.isascii():
        return len(text)
    return len(text) - sum(map(len, _ADDS_NONE.findall(text))) - len(_FLAG.findall(text))


def compile_slots(text: str) -> Callable[[Mapping[str, str | None]], str]:
    """`fill_slots` for one text and many people: the text is searched for slots only once."""
    if "{{" not in text:
        return lambda values: text
    literal, *rest = SLOT.split(text)  # literals and names in turn
    followed = list(zip(rest[::2], rest[1::2], strict=True))

    def fill(values: Mapping[str, str | None]) -> str:
        parts = [literal]
        for name, after in followed:
            value = values[name]
            if not value:
                return fill_slots(text, values)
            parts += value, after
        return "".join(parts)

    return fill


def _drop_empty_slots(text: str, values: Mapping[str, str | None]) -> str:
    if all(values[name] for name in find_slots(text)):
        return text

    def drop_leading(match: re.Match[str]) -> str:
        return match[0] if values[match[2]] else match[1] + match[3].upper()

    def drop(match: re.Match[str]) -> str:
        return match[0] if values[match[1]] else ""

    text = _LEADING.sub(drop_leading, text)
    text = _COMMA_BEFORE.sub(drop, text)
    return _SPACE_BEFORE.sub(drop, text)
