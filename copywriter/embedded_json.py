"""JSON objects inside whatever a model says around them, found in time that grows with the text only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

_DECODER = json.JSONDecoder(strict=False)  # models without a JSON mode break lines inside texts
_MOST_READ = 8  # times the text's length, over all attempts: beyond it the text is a trap, no reply
_MOST_TRIES = 100  # each also counts the lines before its error
_THOUGHTS_END = "</think>"
# A string is passed over whole, one without end too, so that no character is looked at twice.
_STRING_OR_COMMA = re.compile(r'"(?:[^"\\]++|\\.)*+"?|,(?=\s*+[}\]])', re.DOTALL)


def find_objects(text: str, keys: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Every object that begins with one of `keys`, outer before inner, those after a model's thoughts first.

    Fences, prose and `<think>` around an object do not matter, nor do commas before a closing
    bracket; some objects come more than once.
    """
    begins = _beginning(tuple(keys))
    said = text.rpartition(_THOUGHTS_END)[2]
    for part in dict.fromkeys((said, text)):
        for attempt in dict.fromkeys((part, drop_last_commas(part))):
            yield from _read_objects(attempt, begins)


def drop_last_commas(text: str) -> str:
    """The text without commas that stand before a closing bracket, outside strings."""
    return _STRING_OR_COMMA.sub(lambda found: "" if found[0] == "," else found[0], text)


@lru_cache(maxsize=16)
def _beginning(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r'\{\s*+"(?:' + "|".join(map(re.escape, keys)) + r')"\s*+:')


def _read_objects(text: str, begins: re.Pattern[str]) -> Iterator[dict[str, Any]]:
    place, left = 0, _MOST_READ * len(text)
    for _ in range(_MOST_TRIES):
        match = begins.search(text, place)
        if match is None or left <= 0:
            return
        place = match.end()
        try:
            found, end = _DECODER.raw_decode(text, match.start())
        except json.JSONDecodeError as error:
            # An unfinished string is noticed at its beginning, having been read to the end.
            end = len(text) if error.msg.startswith("Unterminated") else error.pos
        except (RecursionError, ValueError):  # nested or numbered beyond all measure
            return
        else:
            yield found
        left -= end - match.start()
