"""Words without their endings, so that a fact in another form is still the same fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

LONGEST_WORD = 40  # letters; what is longer is no word
SHORTEST_PART = 4  # letters of a part of a German compound

_PLAIN_LETTERS = str.maketrans("áàâäãåéèêëíìîïóòôöõúùûüçñýÿ", "aaaaaaeeeeiiiiooooouuuucnyy") | {
    ord("ß"): "ss",
    ord("œ"): "oe",
    ord("æ"): "ae",
}
# What is taken off a word, one of each row: plurals, then vowels, or else what English and German add.
_PLURAL = re.compile(r"(?:(?<=\w{3})[eao]s|(?<=\w{4})(?<!s)s|(?<=\w{2}[^\Waeious])s|(?<=[aeo]u)x)$")
_VOWEL = re.compile(r"(?<=\w{3})(?:ee|ie|[eaoiy])$")
_ADDED = re.compile(r"(?<=\w{4})(?:chen|ness|ing|ern|est|e[dnrm]|(?<=[lr])n)$")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A folded word without accents and common endings; crude on purpose, and the same for all languages."""
    word = word.translate(_PLAIN_LETTERS)
    if len(word) > LONGEST_WORD:
        return word
    word = _PLURAL.sub("", word)
    shorter = _VOWEL.sub("", word)
    word = shorter if shorter != word else _VOWEL.sub("", _ADDED.sub("", word))
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "c" if word.endswith("z") else word


def compound_parts(words: Iterable[str]) -> set[str]:
    """The stems that German words may begin and end with, where both parts are long enough to be words."""
    return {
        stem(part)
        for word in words
        if len(word) <= LONGEST_WORD
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        for part in (word[:cut], word[cut:])
    }
