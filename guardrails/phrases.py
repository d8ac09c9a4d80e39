"""Sets of phrases by language, each compiled once and looked for as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guardrails.reading import Reading

_NEGATED = re.compile(
    r"(?<!\w)(?:no|not|never|without|isn't|aren't|don't|doesn't|won't|can't|nor|kein\w*|nicht|nie|ohne|"
    r"pas|sans|aucune?|jamais|"
    r"sin|ni|nunca|ningun\w*|rather than|statt|plutôt que|en vez de)(?: [\w'-]+){0,3} ?\(?$"
)
_LOOK_BACK = 36


@dataclass(frozen=True)
class Phrases:
    """Regular expressions by language, without groups; they match at the bounds of words."""

    patterns: Mapping[str, tuple[str, ...]]
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    def pattern(self, language: str) -> re.Pattern[str] | None:
        """The alternation for a language; None where there are no phrases in it."""
        if language not in self.patterns:
            return None
        if language not in self._compiled:
            # A letter class in front lets the engine skip most places at once.
            parts = "|".join(self.patterns[language])
            self._compiled[language] = re.compile(rf"(?<!\w)(?:{parts})(?!\w)")
        return self._compiled[language]

    def find(self, reading: Reading, language: str) -> Iterator[re.Match[str]]:
        pattern = self.pattern(language)
        return iter(()) if pattern is None else pattern.finditer(reading.folded)


def is_negated(reading: Reading, place: int) -> bool:
    """Whether the words just before a place, in its sentence, deny what follows."""
    start = max(place - _LOOK_BACK, reading.sentence_at(place)[0])
    return bool(_NEGATED.search(reading.folded[start:place]))
