"""How many syllables a word has, by rules of spelling, in English, German, French and Spanish.

No dictionary: a rule that holds for most words, and the commonest exceptions. What a mean over
a text needs is that errors are few and fall on both sides; the tests say how few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping


def count_syllables(word: str, language: str) -> int:
    """At least one. `language` is "en", "de", "fr" or "es"; a hyphenated word is counted in parts.

    Raises KeyError for any other language.
    """
    count = _COUNTERS[language]
    parts = re.split(r"[^\w'’]+", word.casefold().replace("ß", "ss"))
    # What an apostrophe cut off adds to its neighbor: "it's", "l'été".
    return max(1, sum(max(1, sum(map(count, re.split("['’]", part)))) for part in parts if part))


_EN_EXCEPTIONS = {"area": 3, "areas": 3, "being": 2, "business": 2, "evening": 2, "every": 2, "everyday": 3}
_EN_EXCEPTIONS |= {"everything": 3, "idea": 3, "ideas": 3, "re": 0, "ve": 0}  # of "we're" and "we've"
_EN_MUTE_INSIDE = re.compile(
    r"(?<=[aeiouy])([^aeiouyl]{1,2})e(?=(?:ful(?:ly)?|less|ly|ments?|ness|wares?|where|things?|times?|body|work)$)"
)
_EN_MUTE_ENDINGS = (
    re.compile(r"(?<=[^aeiouy])e$"),
    re.compile(r"(?<=[^aeioutd])ed$"),
    re.compile(r"(?<=[^aeiousxzcgh])es$|(?<=th)es$"),
)
_EN_HIATUS = re.compile(
    r"(?<=[^tscgxlnq])i(?=[aou])|(?<=[ns])i(?=ous$)|(?<=[^aeiou]l)i(?=en)|(?<=sc)i(?=en)|(?<=[du])i(?=et)"
    r"|e(?=os?$)|(?<=[^qg])u(?=al)|[eiouy](?=ing)|(?<=cr)e(?=at)"
)


def _english(word: str) -> int:
    if word in _EN_EXCEPTIONS:
        return _EN_EXCEPTIONS[word]
    spoken = _EN_MUTE_INSIDE.sub(r"\1", word)
    if not re.search(r"[^aeiouy]les?$|[^aeiouy]led$", spoken):
        for ending in _EN_MUTE_ENDINGS:
            if re.search(r"[aeiouy]", shorter := ending.sub("", spoken)):
                spoken = shorter
    spoken = re.sub(r"(?<=[aeiou])y(?=[aeiou])", "j", spoken)
    spoken = _EN_HIATUS.sub(lambda vowel: f"{vowel[0]}-", spoken)
    return len(re.findall(r"[aeiouyàâéèêëïôöü]+", spoken))


_DE_VOWELS = re.compile(r"aa|ee|oo|ai|ei|ay|ey|au|äu|eu|ie|ou|[aeiouyäöüéèêàáôï]")


def _german(word: str) -> int:
    spoken = word.replace("qu", "q")
    spoken = re.sub(r"(?<=[eä])um(?=s?$)", "-um", spoken)  # Museum, Jubiläum
    spoken = re.sub(r"((?:famil|textil|lin|ser|akt|fer|mater|stud))ie(?=n?$)", r"\1i-e", spoken)
    spoken = re.sub(r"^y(?=[aeiou])", "j", spoken)
    spoken = re.sub(r"ee(?=n$)|(?<=b)ee(?=nd|rd)", "e-e", spoken)  # Ideen, beenden
    return len(_DE_VOWELS.findall(spoken))


_FR_VOWEL = "aeiouyàâäéèêëîïôöùûüœæ"
_FR_MUTE_END = re.compile(rf"(?<=[{_FR_VOWEL}])e(?:s|nt)?$|(?<=[^{_FR_VOWEL}])es?$")
_FR_NUCLEI = re.compile(
    r"eau|œu|[aàâ]?[ou]û|[aàâ][ou]|[aeo][iîu](?![ïë])(?:[iî](?=l))?|o[ùûê]|[uy][iîy]|[iy](?:eu|[aâoôeéèêu])|oui|œ"
    r"|ou[aeio]|[aeiouyàâäéèêëîïôöùûüæ]"
)


def _french(word: str) -> int:
    spoken = re.sub(r"(?<=q)u|(?<=g)u(?=[eéèêi])|(?<=g)e(?=[aoâô])", "", word)
    spoken = re.sub(r"(?<=[bcdfgptv][lr])i(?=[aeéèo])", "i-", spoken)  # client, oublier
    if re.search(rf"[{_FR_VOWEL}]", shorter := _FR_MUTE_END.sub("", spoken)):
        spoken = shorter
    spoken = re.sub(rf"(?<=[{_FR_VOWEL}])y(?=[{_FR_VOWEL}])", "j", spoken)  # voyage, crayon
    return len(_FR_NUCLEI.findall(spoken))


_ES_RUN = re.compile(r"[aeiouáéíóúü]+")


def _spanish(word: str) -> int:
    spoken = re.sub(r"qu(?=[eiéí])", "q", word)
    spoken = re.sub(r"gu(?=[eiéí])", "g", spoken)
    spoken = re.sub(r"y(?![aeiouáéíóú])", "i", spoken)  # muy, hoy, y
    return sum(_spanish_nuclei(run) for run in _ES_RUN.findall(spoken))


def _spanish_nuclei(run: str) -> int:
    """Strong vowels and stressed weak ones stand alone; weak ones lean on a neighbor."""
    strong = sum(vowel in "aeoáéó" for vowel in run)
    if not strong:
        return 1
    return strong + sum(vowel in "íú" for vowel in run)


_COUNTERS: Mapping[str, Callable[[str], int]] = {
    "en": _english,
    "de": _german,
    "fr": _french,
    "es": _spanish,
}
