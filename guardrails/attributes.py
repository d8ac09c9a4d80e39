"""What products are made of, can do and are certified as: said only where the facts say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bespoke.domain import Finding, Severity
from guardrails.glossary import Hit
from guardrails.meanings import (
    Meaning,
    Stated,
    glossary,
    meanings,
    nearest,
    stated_by_sheet,
    stated_of,
    stated_of_all,
)
from guardrails.mentions import product_meant
from guardrails.phrases import is_negated
from guardrails.plain_text import listed
from guardrails.product_words import is_part
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts
from guardrails.stems import LONGEST_WORD

_LOOK_BACK = 48
_LOOK_AHEAD = 32
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

# Said of something else: a likeness, a wish, a thing that the reader owns.
_LIKENESS = re.compile(
    r"(?<!\w)(?:like|than|as|wie|als|comme|que|como|cual|kind of|sort of|almost|nearly|fast|beinahe|"
    r"presque|casi|"
    r"think|imagine|denk an|pense[rz]? à|piensa en|tastes? of|smells? of|notes? of|hints? of|scent of|"
    r"duftet nach|"
    r"riecht nach|schmeckt nach|duft von|noten von|note von|notes? d[e'’]|parfum de|goût de|odeur de|sent le|"
    r"sabor a|notas de|aroma a|huele a|sabe a|aromas de|toques? de|not just|instead of|unlike|replaces?|"
    r"statt|"
    r"au lieu de|remplace|en vez de|en lugar de|contre|gegen|against|from the days of)"
    r"(?: [\w'-]+){0,2} ?$"
)
_YOURS = re.compile(
    r"(?<!\w)(?:your|his|her|their|my|somebody's|everyone's|dein\w*|ihr\w*|mein\w*|euer|eure\w*|ton|ta|"
    "tes|votre|vos|"
    r"son|sa|ses|tu|tus|su|sus|vuestr\w+|mi|mis)(?: [\w'-]+)? ?$"
)
# What a material follows where a product is meant, right before it or a word or two earlier.
_MADE = {
    "en": r"(?:made|crafted|woven|knitted|knit|sewn|cut|cast|carved|built|turned|forged|blown|spun|milled|"
    r"stitched|"
    r"printed|pieced|moulded|molded|shaped|hewn|fashioned|finished|upholstered|lined|covered|wrapped|filled|"
    r"trimmed|plated|edged|body|all)(?: [\w'-]+){0,2} (?:of|from|in|out of|with)|pure|solid|real|genuine|"
    r"brushed|"
    r"polished|100%|100 %|it's|it is|is|are|they're|in",
    "de": r"(?:aus|in|mit)|(?:ist|sind|bleibt)(?: ganz| komplett| reines?| echtes?)?|pure[rsmn]?|"
    r"reine[rsmn]?|echte[rsmn]?|"
    r"massive[rsmn]?|gebürstete[rsmn]?",
    "fr": r"en|tout en|de|d'|du|est|sont|pur|pure|véritable|massif|100 %",
    "es": r"de|en|es|son|puro|pura|auténtic[oa]|100 %",
}
# It begins what is said, or is spoken of as known: "Soft leather, …", "The porcelain is …".
_SUBJECT = re.compile(
    r"(?:(?:^|[.!?:\n]|\d ?(?:cm|mm|ml|l|g|kg|oz|in)?,) ?(?:[\w%-]+ )?|(?<!\w)(?:the|this|der|die|das|le|"
    r"la|l'|el) ?)$"
)


@cache
def _made(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{_MADE[language]})(?: [\w'%-]+){{0,2}}? ?$|(?<!\w)(?:d'|l') ?$")


def find_unsupported_attributes(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Capabilities, certificates, awards, techniques, materials and colors that the facts do not state."""
    known, sheet = meanings(), stated_by_sheet(facts)
    hits = glossary().find(reading, facts.reading_language)
    for hit in hits:
        meaning = known[hit.meaning]
        if not meaning.is_said:
            continue
        words = reading.folded[hit.start : hit.end]
        stated = sheet
        if _is_stated(meaning, words, sheet):
            if meaning.name in stated_of_all(facts):
                continue
            if (product := product_meant(reading, facts, hit.start)) is None:
                continue
            stated = stated_of(product, facts)
            if _is_stated(meaning, words, stated):
                continue
        if _is_qualified(reading, hit, meaning, hits):
            continue
        if meaning.name == "color_choice" and _counts_what_is_known(reading, facts, hit):
            continue
        if _is_said_of_a_product(reading, facts, hit, meaning):
            yield _finding(reading, hit, nearest(meaning, stated))


def _counts_what_is_known(reading: Reading, facts: SheetFacts, hit: Hit) -> bool:
    """Whether the number of colors or sizes is a figure of the facts."""
    return any(
        hit.start <= number.start < hit.end and not facts.numbers.isdisjoint(number.values)
        for number in reading.numbers
    )


def _is_qualified(reading: Reading, hit: Hit, meaning: Meaning, hits: Sequence[Hit]) -> bool:
    """Whether the same sentence says what it truly is: "veneered in oak", "leather? No, leather-look"."""
    start, end = reading.sentence_at(hit.start)
    return any(other.meaning in meaning.near and start <= other.start < end for other in hits)


def _is_stated(meaning: Meaning, words: str, stated: Stated) -> bool:
    if meaning.name in stated.names:
        return True
    # Where the facts have what is taken for it, the word itself may stand in that: "wool blend".
    return nearest(meaning, stated) is None and stated.has(words)


def _finding(reading: Reading, hit: Hit, near: str | None) -> Finding:
    return reading.finding(
        "unsupported_attribute",
        Severity.BLOCK if near else Severity.HOLD,
        (hit.start, hit.end),
        f"The facts say “{near}”, not {{}}." if near else "The facts do not say {}.",
        fact=near,
        suggestion=f"Write “{near}”." if near else "Leave it out, or say what the facts say.",
    )


def _is_said_of_a_product(reading: Reading, facts: SheetFacts, hit: Hit, meaning: Meaning) -> bool:
    """Whether the words around a hit say it of a product, rather than deny it or compare with it."""
    start, end = reading.sentence_at(hit.start)
    before = reading.folded[max(start, hit.start - _LOOK_BACK) : hit.start]
    after = reading.folded[hit.end : min(end, hit.end + _LOOK_AHEAD)]
    if is_negated(reading, hit.start) or _LIKENESS.search(before):
        return False
    if after.lstrip().startswith("?"):
        return False
    if meaning.kind == "claim":
        return not (meaning.is_noun and _THE.search(before))
    if before.endswith(" to "):
        return False  # "to iron"
    following = _WORD.match(after.lstrip(" -")) if after[:1] in (" ", "-") else None
    if following is not None and _is_ours(following[0], facts):
        return True  # "oak handle", "blue mug"
    if _YOURS.search(before) and (following is None or following[0] not in _GOES_ON):
        return False
    if meaning.kind == "color":
        is_noun = facts.reading_language == "de" and reading.cased[hit.start].isupper()
        return _colors_a_product(before, following, facts, is_noun=is_noun)
    return _is_material(before, following, reading.folded[hit.start : hit.end], meaning, facts)


def _is_material(
    before: str, following: re.Match[str] | None, words: str, meaning: Meaning, facts: SheetFacts
) -> bool:
    language = facts.reading_language
    if language == "de" and " " not in words and _is_compound_of_ours(words, facts):
        return True
    if language in ("fr", "es") and _follows_ours(before, facts):
        return True  # "plaid en laine", "botas de piel"
    made = _made(language).search(before)
    if following is None and _ONE.search(before):
        return False  # "une polaire", "a fleece": a thing of its own
    if made is None:
        goes_on = following is None or following[0] in _GOES_ON
        return not meaning.is_everyday and goes_on and bool(_SUBJECT.search(before))
    return not _is_of_another_thing(before[: made.start()], made[0], following, facts)


def _is_of_another_thing(before: str, made: str, following: re.Match[str] | None, facts: SheetFacts) -> bool:
    """Whether the material is of a thing that is no product of ours: "on an oak table"."""
    if following is not None and re.search(
        r"(?<!\w)(?:a|an|any|some|every|the|ein\w*)(?: [\w'-]+)? ?$", made
    ):
        return True
    last = _WORD.findall(before)[-1:]
    if not last or not re.match(r"(?:aus|en|de|d'|du|in|mit)(?!\w)", made):
        return False
    return not (_is_ours(last[0], facts) or last[0] in _OF_ANYTHING or _PARTICIPLE.search(last[0]))


_OF_ANYTHING = listed(
    "is are it's its it they them these this und ist sind sie er es alles ganz komplett ihn est sont elle "
    "il ils elles tout toute tous le la les es son todo toda todos todas hecho hecha llega viene geht "
    "kommt gibt et y e and"
)
_PARTICIPLE = re.compile(
    r"(?<!\bid)(?<!\bann)(?<!\bjourn)(?<!\bpens)(?<!\bsoir)(?<!\bmatin)(?<!\brandonn)(?<!\bvall)(?<!\bpoup)(?:ed|en|wn|orn|elt|tzt|llt|cht|igt|tigt|ssen|iert|é|ée|és|ées|ue?s?|[aei]d[oa]s?|ech[oa]s?)$"
)


def _is_ours(word: str, facts: SheetFacts) -> bool:
    return facts.names(word) or is_part(word, facts.reading_language)


def _is_compound_of_ours(word: str, facts: SheetFacts) -> bool:
    """Whether a German word ends in a product or a part: "Leinenschürze", "Ledergriff"."""
    return any(_is_ours(word[cut:], facts) for cut in range(4, min(len(word), LONGEST_WORD) - 3))


def _follows_ours(before: str, facts: SheetFacts) -> bool:
    match = re.search(r"([^\W\d_]+)(?: [^\W\d_]+)? (?:en|de|d'|du) ?$", before)
    return match is not None and _is_ours(match[1], facts)


_IN_COLOR = re.compile(
    r"(?<!\w)(?:in|en|in der farbe|de couleur|de color|en color|couleur|color|also in)(?: [\w-]+)? ?$"
)


_IS = re.compile(
    r"([^\W\d_]+)(?: \w+)? (?:ist|sind|kommt|kommen|leuchtet|strahlt)(?: (?:ganz|durchgehend|natürlich|"
    r"komplett))? $"
)


def _colors_a_product(
    before: str, following: re.Match[str] | None, facts: SheetFacts, *, is_noun: bool
) -> bool:
    if facts.reading_language in ("fr", "es"):
        last = _WORD.findall(before)[-1:]
        if last and _is_ours(last[0], facts):
            return True
    if facts.reading_language == "de" and not is_noun and (said := _IS.search(before)):
        return _is_ours(said[1], facts) and (following is None or following[0] in _GOES_ON)
    return bool(_IN_COLOR.search(before)) and (is_noun or following is None or following[0] in _GOES_ON)


_THE = re.compile(r"(?<!\w)(?:the|my|your|der|die|das|dem|den|ins|deine?|le|la|l'|ta|ton|votre|el|tu|su) ?$")
_ONE = re.compile(r"(?<!\w)(?:a|an|eine?|einen|une?|un) (?:[\w-]+ )?$")

# What may follow a material or a color that no noun follows.
_GOES_ON = listed(
    "and or with for on too also as at is are was that which keeps feels holds lasts takes makes gets "
    "softens ages "
    "breathes comes has gives stays looks und oder mit für auf auch ist sind hält bleibt wird das der die "
    "gibt steht "
    "wärmt altert kommt fühlt liegt huilé huilée massif massive brut brute poli polie lavé lavée "
    "émaillé émaillée laqué ciré tressé tissé brossé certifié verni vernie recyclé recyclée "
    "véritable et ou avec pour aussi est sont qui reste tient garde vieillit y o con "
    "para también "
    "es son que queda abriga envejece resiste aguanta"
)
