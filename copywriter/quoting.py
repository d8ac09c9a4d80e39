"""Other people's text as data in a prompt: nothing hidden in it, nothing endless, no way out of its block."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache

# Controls, marks of direction, zero widths, tags, variation selectors, fillers, surrogates and
# private use: what a person does not see and a model reads.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_LOOKED_AT = 8  # times what is kept, so that hidden characters cannot push the rest out
# Brackets of blocks and of local models' chat formats, their look-alikes included, as JSON writes them.
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>＜＞﹤﹥"} | {
    "[INST": "\\u005bINST",
    "[/INST": "\\u005b/INST",
}
_encode = json.JSONEncoder(ensure_ascii=False).encode


@lru_cache(maxsize=4096)
def clean(text: str, longest: int) -> str:
    """`text` on one line with what cannot be seen taken out, cut with an ellipsis at `longest` characters."""
    visible = " ".join(drop_hidden(text[: longest * _LOOKED_AT]).split())
    return visible if len(visible) <= longest else f"{visible[: longest - 1].rstrip()}…"


def drop_hidden(text: str) -> str:
    """`text` without characters that nobody sees; line breaks and tabs stay."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return _HIDDEN.sub("", text)


def block(name: str, content: object) -> str:
    """`content` as JSON between `<name>` and `</name>`; an object has a line for each of its keys."""
    if isinstance(content, Mapping):
        lines = ",\n".join(f"{_encode(key)}: {_encode(value)}" for key, value in content.items())
        return f"<{name}>\n{{{_escape(lines)}}}\n</{name}>"
    return f"<{name}>\n{_escape(_encode(content))}\n</{name}>"


def _escape(text: str) -> str:
    # None of these characters is part of JSON itself but "[", so they can only stand in texts.
    for found, written in _ESCAPES.items():
        text = text.replace(found, written)
    return text
