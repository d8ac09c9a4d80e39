"""Other people's text as data in a prompt: nothing hidden in it, nothing endless, no way out of its block."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from bespoke.foreign_text import honest_text
from bespoke.letters import drop_hidden

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
    return _cut(drop_hidden(text[: longest * _LOOKED_AT]), longest)


@lru_cache(maxsize=4096)
def clean_foreign(text: str, longest: int) -> str:
    """`clean` for texts of a catalog, which may come from anybody: also without markup, codes and orders."""
    return _cut(honest_text(text[: longest * _LOOKED_AT]), longest)


def _cut(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


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
