"""How easy a text is to read, by the formula made for its language: 0 is hard, 100 easy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bespoke.slots import fill_slots, find_slots
from eval.syllables import count_syllables

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”»)]*(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Extent:
    """What the formulas count. Figures such as "12.50" are no words."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def syllables_per_word(self) -> float:
        return self.syllables / self.words


@dataclass(frozen=True, slots=True)
class Formula:
    name: str
    source: str
    score: Callable[[Extent], float]


FORMULAS: Mapping[str, Formula] = {
    "en": Formula(
        "Flesch",
        "Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32(3)",
        lambda text: 206.835 - 1.015 * text.words_per_sentence - 84.6 * text.syllables_per_word,
    ),
    "de": Formula(
        "Amstad",
        "Amstad 1978, Wie verständlich sind unsere Zeitungen?, Universität Zürich",
        lambda text: 180 - text.words_per_sentence - 58.5 * text.syllables_per_word,
    ),
    "fr": Formula(
        "Kandel & Moles",
        "Kandel & Moles 1958, Application de l'indice de Flesch à la langue française, "
        "Cahiers Études de Radio-Télévision 19",
        lambda text: 207 - 1.015 * text.words_per_sentence - 73.6 * text.syllables_per_word,
    ),
    "es": Formula(
        "Fernández Huerta",
        "Fernández Huerta 1959, Medidas sencillas de lecturabilidad, Consigna 214; "
        "with words to a sentence, as Law 2011 corrected the often misquoted term",
        lambda text: 206.84 - 1.02 * text.words_per_sentence - 60 * text.syllables_per_word,
    ),
}


def reading_ease(text: str, language: str) -> float | None:
    """The score of `text`, slots left empty; None without a word or a formula for the language.

    Scores compare within one language only. A text of a few words may score beyond 0 to 100.
    """
    formula, extent = FORMULAS.get(language), measure_extent(text, language)
    return formula.score(extent) if formula is not None and extent is not None else None


def measure_extent(text: str, language: str) -> Extent | None:
    """Sentences, words and syllables; None without a word or where syllables cannot be counted.

    A line's end closes a sentence, as after a greeting.
    """
    if language not in FORMULAS:
        return None
    plain = fill_slots(text, dict.fromkeys(find_slots(text)))
    sentences = [words for part in _SENTENCE_END.split(plain) if (words := _WORD.findall(part))]
    if not sentences:
        return None
    words = [word for sentence in sentences for word in sentence]
    return Extent(len(sentences), len(words), sum(count_syllables(word, language) for word in words))
